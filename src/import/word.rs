//! A Word file that carries a draft: the draft, and whether somebody wrote in the file since.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::FileFault;
use super::zip::Zip;
use crate::render::docx::{Print, SPACE};

/// A draft out of a Word file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The draft's backup, as text.
    pub draft: String,
    /// Whether the words of the file are others than when it was saved: they are not in the draft.
    pub edited: bool,
}

/// The draft that a Word file carries.
///
/// # Errors
/// Where it is no Word file, cannot be read, or carries none.
pub fn carried(bytes: &[u8]) -> Result<Carried, FileFault> {
    let zip = Zip::open(bytes)?;
    // Word numbers these parts anew when it saves the file.
    let items: Vec<&str> =
        zip.names().filter(|name| name.starts_with("customXml/item") && !name.contains("Props")).collect();
    let mut found = None;
    for name in items {
        let part = zip.file(name)?.unwrap_or_default();
        if let Some(draft) = read_part(&String::from_utf8_lossy(&part)) {
            found = Some(draft);
            break;
        }
    }
    let document = zip.file("word/document.xml")?;
    let Some((words, draft)) = found else {
        // Another office file is none of ours.
        return Err(if document.is_some() { FileFault::NoDraft } else { FileFault::Other });
    };
    let print = print_of(&String::from_utf8_lossy(&document.unwrap_or_default())).ok_or(FileFault::Damaged)?;
    Ok(Carried { draft, edited: print.digits() != words })
}

/// The draft in a part, and what the words of its paper came to.
fn read_part(xml: &str) -> Option<(String, String)> {
    let mut reader = Reader::from_str(xml);
    let mut words = None;
    let mut draft = String::new();
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) if words.is_none() => {
                let value = |name: &str| {
                    let attribute = start.try_get_attribute(name).ok().flatten()?;
                    Some(attribute.value.as_ref().to_owned())
                };
                if value("xmlns").as_deref() != Some(SPACE) {
                    return None;
                }
                words = Some(value("words")?);
            }
            Event::Text(text) if words.is_some() => draft.push_str(&text),
            Event::GeneralRef(name) if words.is_some() => draft.push(reference(&name)?),
            Event::CData(text) if words.is_some() => draft.push_str(&text),
            Event::End(_) | Event::Eof => return Some((words?, draft)),
            _ => {}
        }
    }
}

/// What the words of a body come to, as the writer counted them.
fn print_of(xml: &str) -> Option<Print> {
    let mut reader = Reader::from_str(xml);
    let mut print = Print::default();
    let mut inside = false;
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) => inside = start.name().as_ref() == "w:t",
            Event::End(_) => inside = false,
            Event::Text(text) if inside => print.add(&text),
            Event::GeneralRef(name) if inside => print.add(reference(&name)?.encode_utf8(&mut [0; 4])),
            Event::Eof => return Some(print),
            _ => {}
        }
    }
}

/// The character of a reference: one of the five that XML has, or a number. Others would have to be defined, which no
/// file of an office does, and a hostile one must not.
pub(super) fn reference(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests;
