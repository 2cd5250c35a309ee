//! What a cell of a table says in a workbook: letters, a number, or nothing. Knows no place in a sheet.

use crate::document::{Cell, Ink, Label, Paragraph};
use crate::style::{Align, Format};
use crate::words;

/// The most UTF-16 units that Excel takes in a cell.
const MOST: usize = 32_767;

/// The most digits that a number of a workbook holds for certain: it is a floating number of 64 bits.
const DIGITS: usize = 15;

/// The number of a style of the workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style(pub(super) usize);

impl Style {
    /// Kind and title of a paper.
    pub(super) const TITLE: Self = Self(1);
    /// The head of a table.
    pub(super) const HEAD: Self = Self(2);
    /// A cell of words, or an empty one.
    pub(super) const CELL: Self = Self(3);
    /// A cell of words that would be read as something else, were they typed.
    const QUOTED: Self = Self(5);
    /// A number as counts are written: "1.250".
    const COUNT: Self = Self(7);
    /// A number without points: "2026".
    const NUMBER: Self = Self(9);

    /// The same, centred; for those of cells.
    fn centred(self, centred: bool) -> Self {
        Self(self.0 + usize::from(centred))
    }

    /// Whether a cell of it holds a number.
    pub(super) fn is_number(self) -> bool {
        self.0 >= Self::COUNT.0
    }
}

/// How many styles there are, with the one that no cell names.
pub(super) const STYLES: usize = 11;

/// What stands in a cell.
pub(super) struct Content {
    /// How it is set.
    pub(super) style: Style,
    /// Letters, or the digits of a number; more than one where a cell of a workbook does not take it all, none where it
    /// is empty.
    pub(super) pieces: Vec<String>,
}

/// What a cell of the head of a table says.
pub(super) fn head(cell: &Cell, format: &Format) -> Content {
    Content { style: Style::HEAD, pieces: pieces(&text(cell, format)) }
}

/// What a cell of the body of a table says.
pub(super) fn body(cell: &Cell, format: &Format) -> Content {
    let text = text(cell, format);
    let mut centred = false;
    for line in cell.lines.iter().rev() {
        line.paragraph(&mut |paragraph| centred = format.role(paragraph.role).align == Align::Center);
    }
    let (style, pieces) = match number(&text) {
        Some((digits, style)) => (style, vec![digits]),
        None => {
            let quoted = text.starts_with(|letter: char| !letter.is_alphabetic());
            (if quoted { Style::QUOTED } else { Style::CELL }, pieces(&text))
        }
    };
    Content { style: style.centred(centred), pieces }
}

/// The digits of a whole number as Vietnamese write it, and their style; none where it is written otherwise, as numbers
/// of papers, of phones and of people are.
fn number(text: &str) -> Option<(String, Style)> {
    let digits: String = text.chars().filter(|letter| *letter != '.').collect();
    if digits.len() > DIGITS {
        return None;
    }
    let number: u64 = digits.parse().ok()?;
    // A year is no count: it has no point, and must not get one.
    if text == words::thousands(number) {
        Some((digits, Style::COUNT))
    } else if text == number.to_string() {
        Some((digits, Style::NUMBER))
    } else {
        None
    }
}

/// The paragraphs of a cell, one a line; empty where all of it is one hole: there is a field to fill in.
fn text(cell: &Cell, format: &Format) -> String {
    let (mut holes, mut others) = (0, false);
    let mut text = String::new();
    for line in &cell.lines {
        line.paragraph(&mut |paragraph| {
            others |= paragraph.label != Label::None;
            for run in &paragraph.runs {
                if run.hole {
                    holes += 1;
                } else {
                    others |= run.ink == Ink::Box || (run.ink == Ink::Letters && !run.text.trim().is_empty());
                }
            }
            let words = paragraph_text(paragraph, format);
            if !words.trim().is_empty() {
                if !text.is_empty() {
                    text.push('\n');
                }
                text.push_str(&words);
            }
        });
    }
    if holes == 1 && !others { String::new() } else { text }
}

/// A paragraph as letters: boxes as a letter of their own, lines to write on as nothing.
pub(super) fn paragraph_text(paragraph: &Paragraph, format: &Format) -> String {
    let mut text = paragraph.label.printed();
    for run in &paragraph.runs {
        match run.ink {
            Ink::Letters => text.push_str(&run.text),
            // What is written behind a box keeps off it.
            Ink::Box => text.push_str("☐ "),
            Ink::Leader(_) => {}
        }
    }
    if text.ends_with("☐ ") {
        text.pop();
    }
    if format.role(paragraph.role).caps { words::upper(&text) } else { text }
}

/// A text in pieces that a cell takes, parted behind a space where there is one; together they are the text.
pub(super) fn pieces(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(piece_end(rest));
        pieces.push(piece.to_owned());
        rest = after;
    }
    pieces
}

/// Where the first piece of a text ends.
fn piece_end(text: &str) -> usize {
    let (mut units, mut gap) = (0, 0);
    for (at, letter) in text.char_indices() {
        units += letter.len_utf16();
        if units > MOST {
            return if gap > 0 { gap } else { at };
        }
        if matches!(letter, ' ' | '\n') {
            gap = at + letter.len_utf8();
        }
    }
    text.len()
}
