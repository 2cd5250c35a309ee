//! The words of a Word file (.docx), paragraph by paragraph, with the numbers that Word counts itself.
//!
//! What a reader of the printed paper does not see is left out: tracked deletions, moves away, hidden words, the code of
//! fields, notes of the margin. What stands twice for older programs is read once.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::FileFault;
use super::super::word::reference;
use super::super::zip::Zip;
use super::numbering::Numbering;
use super::{LONGEST, Line, Source, plain, push_row};

/// Elements whose words are not printed, or stand in another element as well.
const SILENT: [&str; 11] = [
    "w:del",
    "w:pPrChange",
    "w:rPrChange",
    "w:moveFrom",
    "w:instrText",
    "w:delText",
    "mc:Fallback",
    "w:fldChar",
    "w:footnoteReference",
    "w:pict",
    "w:object",
];

/// Deepest nesting of elements that is followed; offices' files have a fifth of it.
const DEEPEST: usize = 256;

/// A line to write on.
const ANSWER: &str = "....................";

/// A style of paragraphs.
#[derive(Default)]
struct Style {
    based_on: String,
    list: Option<String>,
    level: usize,
    bold: Option<bool>,
    heading: bool,
    /// Whether its tabulators draw dots.
    dotted: bool,
}

/// The lines of a Word file.
///
/// # Errors
/// Where it is no Word file, cannot be read, or has pictures and no words.
pub fn lines(bytes: &[u8]) -> Result<Source, FileFault> {
    if bytes.len() > super::super::zip::LARGEST / 2 {
        return Err(FileFault::TooLarge);
    }
    let zip = Zip::open(bytes)?;
    let part = |name: &str| Ok(zip.file(name)?.map(|part| String::from_utf8_lossy(&part).into_owned()));
    let Some(document) = part("word/document.xml")? else { return Err(FileFault::Other) };
    let styles = part("word/styles.xml")?.map(|xml| read_styles(&xml)).unwrap_or_default();
    let numbering = part("word/numbering.xml")?.map(|xml| Numbering::read(&xml)).unwrap_or_default();
    let mut body = Body { styles, numbering, ..Body::default() };
    body.read(&document)?;
    if body.lines.is_empty() {
        let has_picture = zip.names().any(|name| name.starts_with("word/media/"));
        return Err(if has_picture { FileFault::Pictures } else { FileFault::Empty });
    }
    Ok(Source { lines: body.lines })
}

/// The value of an attribute, its references resolved.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok().flatten()?;
    let raw: &str = attribute.value.as_ref();
    if !raw.contains('&') {
        return Some(raw.to_owned());
    }
    let mut value = String::new();
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        value.push_str(&rest[..at]);
        let end = rest[at..].find(';')? + at;
        value.push(reference(&rest[at + 1..end])?);
        rest = &rest[end + 1..];
    }
    value.push_str(rest);
    Some(value)
}

/// Whether a switch such as `<w:b/>` is on.
fn is_on(tag: &BytesStart<'_>) -> bool {
    !matches!(attribute(tag, "w:val").as_deref(), Some("0" | "false" | "off" | "none"))
}

/// Whether a tabulator draws a line to write on.
fn draws(tag: &BytesStart<'_>) -> bool {
    matches!(attribute(tag, "w:leader").as_deref(), Some("dot" | "underscore" | "hyphen" | "middleDot" | "heavy"))
}

fn read_styles(xml: &str) -> HashMap<String, Style> {
    let mut styles: HashMap<String, Style> = HashMap::new();
    let mut reader = Reader::from_str(xml);
    let mut id = String::new();
    while let Ok(event) = reader.read_event() {
        match &event {
            Event::Start(tag) | Event::Empty(tag) => {
                let value = attribute(tag, "w:val").unwrap_or_default();
                if tag.name().as_ref() == "w:style" {
                    id = attribute(tag, "w:styleId").unwrap_or_default();
                }
                let style = styles.entry(id.clone()).or_default();
                match tag.name().as_ref() {
                    "w:basedOn" => style.based_on = value,
                    "w:numId" => style.list = Some(value),
                    "w:ilvl" => style.level = value.parse().unwrap_or(0),
                    "w:b" => style.bold = Some(is_on(tag)),
                    "w:outlineLvl" => style.heading = true,
                    "w:tab" => style.dotted |= draws(tag),
                    _ => {}
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    styles
}

#[derive(Default)]
struct Body {
    styles: HashMap<String, Style>,
    numbering: Numbering,
    lines: Vec<Line>,
    letters: usize,
    paragraph: Paragraph,
    run: Run,
    /// The tables that are open, each with the cells of its row.
    rows: Vec<Vec<String>>,
    /// The cells that are open, each with its paragraphs: a table in a cell is part of it.
    open_cells: Vec<Vec<String>>,
    /// The paragraphs that are open around this one: a box of text stands within a paragraph.
    around: Vec<(Paragraph, Run)>,
}

/// A paragraph being read.
#[derive(Default)]
struct Paragraph {
    text: String,
    style: String,
    list: Option<String>,
    level: Option<usize>,
    bold_letters: usize,
    all_letters: usize,
    /// Where the words in italics at its end begin.
    slanted_from: Option<usize>,
    /// Whether its tabulators draw dots, as lines to write on do.
    dotted: bool,
}

/// A stretch of words being read.
#[derive(Clone, Copy, Default)]
struct Run {
    bold: Option<bool>,
    italic: bool,
    hidden: bool,
    inside: bool,
    words: bool,
}

impl Body {
    fn read(&mut self, xml: &str) -> Result<(), FileFault> {
        let mut reader = Reader::from_str(xml);
        let mut depth = 0_usize;
        // The depth at which something silent began.
        let mut silent: Option<usize> = None;
        loop {
            match reader.read_event().map_err(|_| FileFault::Damaged)? {
                Event::Start(tag) => {
                    depth += 1;
                    if depth > DEEPEST {
                        return Err(FileFault::Damaged);
                    }
                    if silent.is_some() {
                        continue;
                    }
                    // A picture may hold a box of text.
                    if SILENT.contains(&tag.name().as_ref()) {
                        silent = Some(depth);
                        continue;
                    }
                    self.open(&tag);
                }
                Event::Empty(tag) if silent.is_none() => {
                    self.open(&tag);
                    self.close(tag.name().as_ref());
                }
                Event::End(tag) => {
                    if silent == Some(depth) {
                        silent = None;
                    } else if silent.is_none() {
                        self.close(tag.name().as_ref());
                    }
                    depth = depth.saturating_sub(1);
                }
                Event::Text(text) if silent.is_none() && self.run.words => self.push(&text),
                Event::CData(text) if silent.is_none() && self.run.words => self.push(&text),
                Event::GeneralRef(name) if silent.is_none() && self.run.words => {
                    if let Some(letter) = reference(&name) {
                        self.push(letter.encode_utf8(&mut [0; 4]));
                    }
                }
                Event::Eof => return Ok(()),
                _ => {}
            }
            if self.letters > LONGEST {
                return Err(FileFault::TooLarge);
            }
        }
    }

    fn open(&mut self, tag: &BytesStart<'_>) {
        let value = || attribute(tag, "w:val");
        match tag.name().as_ref() {
            "w:p" => {
                let outer = (std::mem::take(&mut self.paragraph), std::mem::take(&mut self.run));
                self.around.push(outer);
            }
            "w:pStyle" => self.paragraph.style = value().unwrap_or_default(),
            "w:numId" => self.paragraph.list = value(),
            "w:ilvl" => self.paragraph.level = value().and_then(|level| level.parse().ok()),
            "w:r" => self.run = Run { inside: true, ..Run::default() },
            "w:b" if self.run.inside => self.run.bold = Some(is_on(tag)),
            "w:i" if self.run.inside => self.run.italic = is_on(tag),
            "w:vanish" if self.run.inside => self.run.hidden = is_on(tag),
            "w:t" => self.run.words = true,
            "w:tab" if self.run.inside => {
                let style = self.styles.get(&self.paragraph.style).is_some_and(|style| style.dotted);
                self.push(if self.paragraph.dotted || style { ANSWER } else { "\t" });
            }
            "w:tab" => self.paragraph.dotted |= draws(tag),
            "w:br" | "w:cr" => self.push("\n"),
            "w:noBreakHyphen" => self.push("-"),
            "w:sym" => self.push("☐"),
            "w:tbl" => self.rows.push(Vec::new()),
            "w:tc" => self.open_cells.push(Vec::new()),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "w:t" => self.run.words = false,
            "w:r" => self.run = Run::default(),
            "w:p" => {
                self.end_paragraph();
                (self.paragraph, self.run) = self.around.pop().unwrap_or_default();
            }
            "w:tc" => {
                let cell = self.open_cells.pop().unwrap_or_default().join("\n");
                if let Some(row) = self.rows.last_mut() {
                    row.push(cell);
                }
            }
            "w:tr" => {
                let row = self.rows.last_mut().map(std::mem::take).unwrap_or_default();
                match self.open_cells.last_mut() {
                    Some(cell) => cell.extend(row),
                    None => push_row(&row, &mut self.lines),
                }
            }
            "w:tbl" => {
                self.rows.pop();
            }
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if self.run.hidden {
            return;
        }
        self.letters += text.len();
        let paragraph = &mut self.paragraph;
        let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
        let style_bold = self.styles.get(&paragraph.style).and_then(|style| style.bold).unwrap_or(false);
        if self.run.bold.unwrap_or(style_bold) {
            paragraph.bold_letters += letters;
        }
        paragraph.all_letters += letters;
        match (self.run.italic, paragraph.slanted_from) {
            (true, None) => paragraph.slanted_from = Some(paragraph.text.len()),
            (false, Some(_)) if !text.trim().is_empty() => paragraph.slanted_from = None,
            _ => {}
        }
        paragraph.text.push_str(text);
    }

    fn end_paragraph(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        let label = self.label(&paragraph);
        if let Some(cell) = self.open_cells.last_mut() {
            let text = format!("{label} {}", paragraph.text);
            cell.push(text.trim().replace('\t', " "));
            return;
        }
        let heading = self.styles.get(&paragraph.style).is_some_and(|style| style.heading);
        let bold = paragraph.all_letters > 0 && paragraph.bold_letters * 10 >= paragraph.all_letters * 9;
        let slanted = paragraph.slanted_from.filter(|from| *from > 0).map(|from| super::tidy(&paragraph.text[from..]));
        let mut first = true;
        for line in paragraph.text.split('\n') {
            for column in plain::columns(line) {
                let mut line = plain::unmarked(column);
                if line.text.is_empty() {
                    continue;
                }
                line.strong |= heading || bold;
                line.close = !first;
                if first {
                    line.label.clone_from(&label);
                }
                if line.slanted_end.is_none() {
                    let kept = slanted.as_deref().and_then(|end| line.text.strip_suffix(end));
                    line.slanted_end = kept.map(str::len).filter(|kept| *kept > 0);
                }
                first = false;
                self.lines.push(line);
            }
        }
    }

    /// The number that Word counts for a paragraph: its own, else its style's.
    fn label(&mut self, paragraph: &Paragraph) -> String {
        let mut list = paragraph.list.clone();
        let mut level = paragraph.level;
        let mut style = paragraph.style.clone();
        // A style follows another; a circle of them is no list.
        for _ in 0..16 {
            let Some(known) = self.styles.get(&style).filter(|_| list.is_none()) else { break };
            if let Some(own) = &known.list {
                list = Some(own.clone());
                level = level.or(Some(known.level));
            }
            style.clone_from(&known.based_on);
        }
        match list {
            Some(list) if list != "0" && !paragraph.text.trim().is_empty() => {
                self.numbering.next(&list, level.unwrap_or(0))
            }
            _ => String::new(),
        }
    }
}
