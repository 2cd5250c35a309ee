//! The numbers that Word puts before paragraphs itself: lists of the part `numbering.xml`, counted as it counts them.
//!
//! ISO/IEC 29500-1, 17.9: a paragraph names a list and a level; a list follows an abstract one, whose levels have a format,
//! a text with `%1` for the number of level 1, and a start.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::word::attribute;
use crate::words;

/// Most levels of a list.
const LEVELS: usize = 9;

#[derive(Clone, Debug, Default)]
struct Level {
    format: String,
    text: String,
    start: u32,
}

/// The lists of a file, and how far each is counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    kinds: HashMap<String, Vec<Level>>,
    /// A list's abstract one, and the starts that it sets anew.
    lists: HashMap<String, (String, Vec<(usize, u32)>)>,
    /// How far each abstract list is counted; a list that starts anew counts for itself.
    counted: HashMap<String, [u32; LEVELS]>,
}

impl Numbering {
    /// Reads the part; one that cannot be read numbers nothing.
    pub(super) fn read(xml: &str) -> Self {
        let mut numbering = Self::default();
        let mut reader = Reader::from_str(xml);
        let (mut kind, mut list, mut level) = (String::new(), String::new(), 0_usize);
        while let Ok(event) = reader.read_event() {
            let (Event::Start(tag) | Event::Empty(tag)) = &event else {
                if matches!(event, Event::Eof) {
                    break;
                }
                continue;
            };
            let value = attribute(tag, "w:val").unwrap_or_default();
            match tag.name().as_ref() {
                "w:abstractNum" => {
                    list.clear();
                    kind = attribute(tag, "w:abstractNumId").unwrap_or_default();
                    numbering.kinds.insert(kind.clone(), vec![Level { start: 1, ..Level::default() }; LEVELS]);
                }
                "w:num" => {
                    list = attribute(tag, "w:numId").unwrap_or_default();
                    kind.clear();
                }
                "w:abstractNumId" if !list.is_empty() => {
                    numbering.lists.insert(list.clone(), (value, Vec::new()));
                }
                "w:lvl" | "w:lvlOverride" => {
                    level = attribute(tag, "w:ilvl").and_then(|level| level.parse().ok()).unwrap_or(0).min(LEVELS - 1);
                }
                "w:startOverride" => {
                    if let (Some((_, starts)), Ok(start)) = (numbering.lists.get_mut(&list), value.parse()) {
                        starts.push((level, start));
                    }
                }
                name => {
                    let Some(level) = numbering.kinds.get_mut(&kind).and_then(|levels| levels.get_mut(level)) else {
                        continue;
                    };
                    match name {
                        "w:numFmt" => level.format = value,
                        "w:lvlText" => level.text = value,
                        "w:start" => level.start = value.parse().unwrap_or(1),
                        _ => {}
                    }
                }
            }
        }
        numbering
    }

    /// The label of the next paragraph of a list at a level; empty for none.
    pub(super) fn next(&mut self, list: &str, level: usize) -> String {
        let level = level.min(LEVELS - 1);
        let Some((kind, starts)) = self.lists.get(list) else { return String::new() };
        let Some(levels) = self.kinds.get(kind) else { return String::new() };
        let key = if starts.is_empty() { kind.clone() } else { format!("{kind}/{list}") };
        let start = |at: usize| {
            starts
                .iter()
                .find(|(of, _)| *of == at)
                .map_or_else(|| levels.get(at).map_or(1, |level| level.start), |(_, start)| *start)
        };
        // 0 is "not counted yet"; a count is kept one higher than its number, since lists may start at 0.
        let counted = self.counted.entry(key).or_default();
        counted[level] =
            if counted[level] == 0 { start(level).saturating_add(1) } else { counted[level].saturating_add(1) };
        counted[level + 1..].fill(0);
        for (above, count) in counted[..level].iter_mut().enumerate().filter(|(_, count)| **count == 0) {
            *count = start(above).saturating_add(1);
        }
        let here = &levels[level];
        if here.format == "bullet" {
            return if here.text.trim().starts_with('+') { "+".into() } else { "-".into() };
        }
        if here.format == "none" {
            return String::new();
        }
        let mut label = here.text.clone();
        for at in 0..=level {
            let format = if at == level { here.format.as_str() } else { levels[at].format.as_str() };
            label = label.replace(&format!("%{}", at + 1), &number(counted[at].saturating_sub(1), format));
        }
        label.trim().to_owned()
    }
}

/// A number as a list's format writes it.
fn number(number: u32, format: &str) -> String {
    let letter = |first: u8| match number {
        1..=26 => char::from(first + (number - 1) as u8).to_string(),
        _ => number.to_string(),
    };
    match format {
        "upperRoman" if (1..4000).contains(&number) => words::roman(number),
        "lowerRoman" if (1..4000).contains(&number) => words::roman(number).to_lowercase(),
        "upperLetter" => letter(b'A'),
        "lowerLetter" => letter(b'a'),
        "decimalZero" => words::padded(number),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_counted_as_word_counts_them() {
        let xml = r#"<w:numbering xmlns:w="x"><w:abstractNum w:abstractNumId="3">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
            <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2.%3."/></w:lvl>
            <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl>
            </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num>
            <w:num w:numId="2"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>
            </w:num></w:numbering>"#;
        let mut numbering = Numbering::read(xml);
        let labels: Vec<String> = [0, 1, 1, 2, 3, 0, 1].into_iter().map(|level| numbering.next("1", level)).collect();
        assert_eq!(labels, ["I.", "1.", "2.", "2.1.", "-", "II.", "1."]);
        assert_eq!(numbering.next("2", 0), "IV.");
        assert_eq!(numbering.next("9", 0), "");
        assert_eq!(Numbering::read("<w:num").next("1", 99), "");
    }
}
