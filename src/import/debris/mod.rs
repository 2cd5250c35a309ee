//! What stands in an old file and never stood in its plan: page numbers, stamps, marks of who typed it, lines drawn with
//! signs. One kind, one file; each shows what it takes, and takes nothing that it is not sure of.
//!
//! What stands before and after a paper (a portal's menus, its counters) is found where papers are told apart: `papers`.

mod foreign;
mod initials;
mod page_number;
mod rule;
mod stamp;

use super::source::Line;

/// A kind of debris.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Debris {
    /// The number of a page, alone or in the middle of a sentence.
    PageNumber,
    /// What a digital signature prints: who, when.
    Stamp,
    /// Words of another script, such as a library's stamp.
    Foreign,
    /// Who drafted or checked the paper, in slanted letters at the end of a line.
    Initials,
    /// A line of signs.
    Rule,
    /// What a web page says around the paper.
    Around,
    /// Words of a head or a foot that the product does not print: a second motto, a remark beside a signature.
    Frame,
    /// Another paper of the same file, for which a draft has no place.
    OtherPaper,
    /// What the user says is none of the paper.
    Chosen,
}

/// Words that are left out, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The line of the source, from 0.
    pub line: usize,
    /// The words.
    pub words: String,
    /// Why.
    pub why: Debris,
}

impl LeftOut {
    /// Whether it is more than signs.
    pub fn has_words(&self) -> bool {
        self.words.chars().any(char::is_alphanumeric)
    }
}

/// A line of the source on its way into a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// Which line of the source it is.
    pub at: usize,
    /// What is left of it.
    pub line: Line,
}

/// The lines of a source without debris, and what was taken. Lines that the user says belong to the paper are left alone.
pub(super) fn clear(lines: &[Line], kept: &dyn Fn(usize) -> bool) -> (Vec<Row>, Vec<LeftOut>) {
    let mut rows: Vec<Row> = lines.iter().enumerate().map(|(at, line)| Row { at, line: line.clone() }).collect();
    let mut out = Vec::new();
    for take in [rule::take, foreign::take, stamp::take, page_number::take, initials::take] {
        take(&mut rows, &mut out, kept);
    }
    stray_stops(&mut rows);
    rows.retain(|row| !row.line.is_blank());
    (rows, out)
}

/// Takes whole lines.
fn take_lines(
    rows: &mut Vec<Row>,
    out: &mut Vec<LeftOut>,
    kept: &dyn Fn(usize) -> bool,
    why: Debris,
    is_debris: impl Fn(usize, &[Row]) -> bool,
) {
    let taken: Vec<bool> = (0..rows.len()).map(|at| !kept(rows[at].at) && is_debris(at, rows)).collect();
    let mut at = 0;
    rows.retain(|row| {
        at += 1;
        if taken[at - 1] {
            out.push(LeftOut { line: row.at, words: row.line.text.clone(), why });
        }
        !taken[at - 1]
    });
}

/// A full stop that slipped to the start of the next line goes back to its sentence.
fn stray_stops(rows: &mut [Row]) {
    for at in 1..rows.len() {
        let text = &rows[at].line.text;
        let Some(rest) = text.strip_prefix(['.', ';', ',']).filter(|rest| rest.starts_with(' ')) else { continue };
        let stop = text[..1].to_owned();
        let rest = rest.trim_start().to_owned();
        let before = &mut rows[at - 1].line.text;
        if !before.ends_with(['.', ';', ':', ',', '!', '?']) {
            before.push_str(&stop);
        }
        rows[at].line.text = rest;
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::source;
    use super::*;

    /// What is left of a text, and what was taken.
    pub(super) fn cleared(text: &str) -> (Vec<String>, Vec<(String, Debris)>) {
        let (rows, out) = clear(&source::plain(text).lines, &|_| false);
        let rows = rows.into_iter().map(|row| row.line.text).collect();
        (rows, out.into_iter().map(|out| (out.words, out.why)).collect())
    }

    #[test]
    fn a_stop_goes_back_to_its_sentence() {
        assert_eq!(
            cleared("- Công an xã bảo vệ hội nghị\n. - Trạm Y tế trực").0,
            ["- Công an xã bảo vệ hội nghị.", "- Trạm Y tế trực"]
        );
    }

    #[test]
    fn a_line_that_the_user_keeps_stays() {
        let lines = source::plain("Kế hoạch\n-----\nThư viện\nБИБЛИОТЕКА").lines;
        let (rows, out) = clear(&lines, &|at| at == 3);
        assert_eq!((rows.len(), out.len()), (3, 1));
    }
}
