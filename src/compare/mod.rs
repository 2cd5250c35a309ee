//! Two versions side by side: composed papers as marked text, and what two dossiers say as a list of changed facts.
//!
//! What was taken out and what was put in are told apart as values; how that looks is for a screen. Knows no versions, no
//! drafts and no storage: two values come in.

mod align;
mod facts;
mod pairs;
#[cfg(test)]
mod tests;
mod words;

pub use facts::{FactChange, FactKind, facts};
pub use words::{Fate, Stretch, stretches};

use std::collections::VecDeque;

use crate::document::{Document, Mark};
use crate::style::Role;
use crate::words::upper;

/// A paragraph of two papers laid over each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// What it is.
    pub role: Role,
    /// The question that it is about: that of the later paper, where it stands there.
    pub mark: Option<Mark>,
    /// Its words in reading order. Of one stretch what was taken out stands before what was put in.
    pub stretches: Vec<Stretch>,
}

impl Compared {
    /// Whether it is not the same in both.
    pub fn is_changed(&self) -> bool {
        self.stretches.iter().any(|stretch| stretch.fate != Fate::Kept)
    }
}

/// A paragraph as it is printed.
struct Line {
    role: Role,
    mark: Option<Mark>,
    /// Its number or mark, which moves when another paragraph comes in.
    label: String,
    text: String,
}

fn lines(document: &Document) -> Vec<Line> {
    let mut lines = Vec::new();
    for part in document.parts() {
        for block in &part.blocks {
            block.paragraphs(&mut |paragraph| {
                let text: String = paragraph.runs.iter().map(|run| run.text.as_str()).collect();
                let printed = |text: String| if part.format.role(paragraph.role).caps { upper(&text) } else { text };
                let (label, text) = (printed(paragraph.label.printed()), printed(text));
                if !label.is_empty() || !text.is_empty() {
                    lines.push(Line { role: paragraph.role, mark: paragraph.mark, label, text });
                }
            });
        }
    }
    lines
}

/// The paragraphs of two papers in one order, those of enclosures last: the kept and the put in make the later paper, the
/// kept and the taken out the earlier one.
pub fn papers(before: &Document, after: &Document) -> Vec<Compared> {
    let (mut before, mut after) = (VecDeque::from(lines(before)), VecDeque::from(lines(after)));
    fn texts(lines: &VecDeque<Line>) -> Vec<&str> {
        lines.iter().map(|line| line.text.as_str()).collect()
    }
    let pairs = pairs::pairs(&texts(&before), &texts(&after));
    // Pairs stand in the order of both.
    pairs
        .into_iter()
        .filter_map(|(old, new)| {
            let old = old.and_then(|_| before.pop_front());
            let new = new.and_then(|_| after.pop_front());
            let shown = new.as_ref().or(old.as_ref())?;
            let (role, mark) = (shown.role, shown.mark);
            let side =
                |line: &Option<Line>, part: fn(&Line) -> &String| line.as_ref().map(part).cloned().unwrap_or_default();
            let mut all = stretches(&side(&old, |line| &line.label), &side(&new, |line| &line.label));
            all.extend(stretches(&side(&old, |line| &line.text), &side(&new, |line| &line.text)));
            Some(Compared { role, mark, stretches: words::joined(all) })
        })
        .collect()
}
