//! A title that is a page of text.

use super::{Check, Facts, reading};
use crate::document::Mark;
use crate::finding::{Finding, Severity};
use crate::form::{Form, Kind};

/// Letters, with spaces: about four lines of an A4 page at 13 pt. More is no longer read as one question (M).
const MOST: usize = 300;

/// What is to be known before a question stands better in a block of text above it (M).
pub const CHECK: Check = Check {
    code: "title-too-long",
    run,
    fix: None,
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

fn run(form: &Form, _: &Facts) -> Vec<Finding> {
    let asked = form.blocks.iter().filter(|block| block.kind.info().asks() || block.kind == Kind::Section);
    std::iter::once((&form.title, Mark(form.id.0)))
        .chain(asked.map(|block| (&block.title, block.mark())))
        .filter_map(|(title, mark)| {
            let letters = reading::shown(title).chars().count();
            (letters > MOST).then(|| {
                Finding::new(CHECK.code, Severity::Advice).at(mark).with("letters", letters).with("most", MOST)
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Case, block, facts, form};
    use super::*;

    pub fn trips() -> Case {
        (form(vec![block(1, Kind::Open, &"ạ".repeat(MOST + 1), &[])]), facts())
    }

    pub fn passes() -> Case {
        let long = "ạ".repeat(MOST + 1);
        (form(vec![block(1, Kind::Open, &"ạ".repeat(MOST), &[]), block(2, Kind::Statement, &long, &[])]), facts())
    }
}
