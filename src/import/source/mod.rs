//! A file or a pasted text as lines, before anything in it is understood.
//!
//! `plain` reads plain text, `html` what Word and browsers put on the clipboard, `word` a Word file; `encoding` tells what
//! is no Vietnamese text at all. Knows no paper.

mod encoding;
mod html;
mod numbering;
mod plain;
mod word;

pub use encoding::decoded;
use encoding::judged;
pub use html::lines as html;
pub use plain::lines as plain;
pub use word::lines as word;

use super::FileFault;
use crate::words;

/// The most letters of a source; a plan has a hundredth of it.
pub const LONGEST: usize = 4_000_000;

/// A line or paragraph of a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its words, in Unicode's composed form, on one line, without marks of emphasis.
    pub text: String,
    /// The number or mark that the program which wrote it would have put before it ("1.", "a)", "-"); empty for none.
    pub label: String,
    /// Whether nothing stood between it and the line before: no blank line, and no end of a paragraph that is known to be
    /// one.
    pub close: bool,
    /// Whether all of it is bold, or it is set as a heading.
    pub strong: bool,
    /// Where words begin that stood in emphasis at its very end, such as the initials of who checked a paper.
    pub slanted_end: Option<usize>,
    /// The cells of a row of a table with several columns; the text then joins them.
    pub cells: Vec<String>,
}

impl Line {
    /// A line of words alone.
    fn words(text: &str) -> Self {
        Self { text: tidy(text), ..Self::default() }
    }

    /// Whether it has no word.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && self.label.is_empty()
    }
}

/// A source as lines, blank ones left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The lines in reading order.
    pub lines: Vec<Line>,
}

/// A file as lines, whatever it is by what stands in it: a Word file, a web page, a text.
///
/// # Errors
/// Where it is no Vietnamese text; says which of the usual mistakes it is.
pub fn file(bytes: &[u8]) -> Result<Source, FileFault> {
    if bytes.starts_with(b"PK") {
        let source = word::lines(bytes)?;
        let text: String = source.lines.iter().map(|line| format!("{}\n", line.text)).collect();
        judged(&text)?;
        return Ok(source);
    }
    let text = decoded(bytes)?;
    pasted(&text, None)
}

/// What was pasted, as lines: the marked up text where the clipboard has one, since it tells headings and numbers.
///
/// # Errors
/// Where it is empty, or no Vietnamese.
pub fn pasted(text: &str, marked_up: Option<&str>) -> Result<Source, FileFault> {
    let looks_marked_up = |text: &&str| {
        let head: String = text.chars().take(2000).collect::<String>().to_ascii_lowercase();
        ["<html", "<!doctype html", "<p>", "<p ", "<div", "<body"].iter().any(|tag| head.contains(tag))
    };
    let source = match marked_up.or(Some(text)).filter(looks_marked_up) {
        Some(html) => html::lines(html),
        None => plain::lines(text),
    };
    let source = if source.lines.is_empty() { plain::lines(text) } else { source };
    let words: String = source.lines.iter().map(|line| format!("{}\n", line.text)).collect();
    judged(&words)?;
    Ok(source)
}

/// Adds a row of a table. One that only sets words beside each other, as heads and signatures are, is read cell by cell.
fn push_row(cells: &[String], lines: &mut Vec<Line>) {
    let whole: Vec<String> = cells.iter().map(|cell| tidy(cell)).collect();
    let filled = whole.iter().filter(|cell| !cell.is_empty()).count();
    let layout = words::strip_marks(&whole.join(" ")).to_lowercase();
    let frame =
        ["cong hoa xa hoi", "doc lap - tu do", "dang cong san viet nam", "noi nhan", "so:", "uy ban nhan dan xa"];
    let signs = ["t/m ", "tm. ", "kt. ", "t/l ", "tl. ", "tuq. ", "chu tich", "bi thu"];
    let is_frame = frame.iter().any(|words| layout.contains(words))
        || (whole.len() <= 2 && signs.iter().any(|sign| whole.iter().any(|cell| is_sign(cell, sign))));
    // A row of a table to fill in has its number alone.
    let goes_on = lines.last().is_some_and(|last| last.cells.len() == cells.len()) && cells.len() > 2;
    if (filled < 2 && !(goes_on && filled > 0)) || is_frame {
        for cell in cells {
            let parts = cell.split('\n').map(plain::unmarked).filter(|line| !line.is_blank());
            for (at, line) in parts.enumerate() {
                lines.push(Line { close: at > 0, ..line });
            }
        }
        return;
    }
    let cells: Vec<String> = cells.iter().map(|cell| plain::unmarked(&cell.replace('\n', " ")).text).collect();
    let text = cells.iter().filter(|cell| !cell.is_empty()).cloned().collect::<Vec<_>>().join(" ");
    lines.push(Line { text, cells, ..Line::default() });
}

/// Whether a cell is a signature in capitals that begins so.
fn is_sign(cell: &str, sign: &str) -> bool {
    super::scan::is_capitals(cell.split('\n').next().unwrap_or(cell))
        && words::strip_marks(cell).to_lowercase().starts_with(sign.trim_end())
}

/// Words on one line: composed, cleaned, without double spaces.
fn tidy(text: &str) -> String {
    let clean = words::clean(text, false);
    let mut tidied = String::with_capacity(clean.len());
    for word in clean.split([' ', '\u{a0}']).filter(|word| !word.is_empty()) {
        if !tidied.is_empty() {
            tidied.push(' ');
        }
        tidied.push_str(word);
    }
    tidied
}
