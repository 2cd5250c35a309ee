//! Numbers and marks in front of paragraphs, as lists that Word counts itself.
//!
//! Whatever Word would count must be what the paper prints, so a list whose next number is another begins anew at that
//! number.

use std::fmt::Write;

use crate::document::Label;

/// The kinds of list that there are; their places are their numbers in the part.
const KINDS: usize = 5;
const OUTLINE: usize = 0;
const DASH: usize = 1;
const PLUS: usize = 2;
const PAREN: usize = 3;
const COUNT: usize = 4;

/// How deep an outline is counted by Word: "I.", "1.", "1.1.". Below stand letters.
const DEEPEST: usize = 3;

/// A paragraph's place in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct InList {
    /// The list.
    pub list: u32,
    /// Its level, from 0.
    pub level: u32,
}

/// The lists of a file.
#[derive(Default)]
pub(super) struct Numbering {
    /// Each list: its kind, and the numbers that its levels begin with.
    lists: Vec<(usize, Vec<u32>)>,
    /// The list that each kind goes on with.
    current: [Option<u32>; KINDS],
    /// The last numbers of the outline, from the top; of the other kinds the last number.
    outline: Vec<u32>,
    last: [u32; KINDS],
}

impl Numbering {
    /// The list that counts a label; none for one that has to be typed: Word knows no Vietnamese order of letters (a, b, c,
    /// d, đ, e, g …), and would go on with f.
    pub(super) fn place(&mut self, label: &Label) -> Option<InList> {
        match label {
            Label::None | Label::Letter(_) => None,
            Label::Number(path) if path.is_empty() || path.len() > DEEPEST => None,
            Label::Number(path) => Some(self.outline(path)),
            Label::Dash => Some(self.mark(DASH)),
            Label::Plus => Some(self.mark(PLUS)),
            Label::Paren(number) => Some(self.counted(PAREN, *number)),
            Label::Count(number) => Some(self.counted(COUNT, *number)),
        }
    }

    fn mark(&mut self, kind: usize) -> InList {
        let list = self.current[kind].unwrap_or_else(|| self.begin(kind, Vec::new()));
        InList { list, level: 0 }
    }

    fn counted(&mut self, kind: usize, number: u32) -> InList {
        let next = self.last[kind].checked_add(1) == Some(number);
        let list = match self.current[kind] {
            Some(list) if next => list,
            _ => self.begin(kind, vec![number]),
        };
        self.last[kind] = number;
        InList { list, level: 0 }
    }

    fn outline(&mut self, path: &[u32]) -> InList {
        let level = path.len() - 1;
        // Word counts a level on from the last of it, and anew below each number above it.
        let above = self.outline.get(..level) == Some(&path[..level]);
        let last = self.outline.get(level).copied().unwrap_or(0);
        let list = match self.current[OUTLINE] {
            Some(list) if above && last.checked_add(1) == Some(path[level]) => list,
            _ => self.begin(OUTLINE, path.to_vec()),
        };
        self.outline = path.to_vec();
        InList { list, level: level as u32 }
    }

    fn begin(&mut self, kind: usize, first: Vec<u32>) -> u32 {
        self.lists.push((kind, first));
        let list = self.lists.len() as u32;
        self.current[kind] = Some(list);
        list
    }

    /// The part `word/numbering.xml`.
    pub(super) fn part(&self) -> String {
        let mut out = String::from(super::package::HEAD);
        out.push_str("<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
        let levels: [&[(&str, &str)]; KINDS] = [
            &[("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3.")],
            &[("bullet", "-")],
            &[("bullet", "+")],
            &[("decimal", "(%1)")],
            &[("decimal", "%1.")],
        ];
        for (kind, levels) in levels.iter().enumerate() {
            let sort = if levels.len() > 1 { "multilevel" } else { "singleLevel" };
            let _ = write!(out, "<w:abstractNum w:abstractNumId=\"{kind}\"><w:multiLevelType w:val=\"{sort}\"/>");
            for (level, (format, words)) in levels.iter().enumerate() {
                let _ = write!(
                    out,
                    "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:suff w:val=\"space\"/>\
                     <w:lvlText w:val=\"{words}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"0\" w:firstLine=\"0\"/></w:pPr></w:lvl>"
                );
            }
            out.push_str("</w:abstractNum>");
        }
        for (at, (kind, first)) in self.lists.iter().enumerate() {
            let _ = write!(out, "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"{kind}\"/>", at + 1);
            for (level, start) in first.iter().enumerate() {
                let _ = write!(
                    out,
                    "<w:lvlOverride w:ilvl=\"{level}\"><w:startOverride w:val=\"{start}\"/></w:lvlOverride>"
                );
            }
            out.push_str("</w:num>");
        }
        out.push_str("</w:numbering>");
        out
    }
}
