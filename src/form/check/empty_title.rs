//! A title that says nothing.

use super::{Check, Facts, reading};
use crate::document::Mark;
use crate::finding::{Finding, Severity};
use crate::form::{Form, FormBlock, Kind};
use crate::text::Text;

/// A form without a title cannot be told from another, and a question without words asks nothing: on paper either is a
/// row of dots. Of the other blocks that print such a row, a section or a sentence, it is a slip. Dots that somebody
/// typed are meant: a model form is filled in by whoever takes it over. (M; surveys of designers found no other that
/// says so.)
pub const CHECK: Check = Check {
    code: "empty-title",
    run,
    fix: None,
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

fn run(form: &Form, _: &Facts) -> Vec<Finding> {
    let blocks = form.blocks.iter().filter_map(|block| {
        let asks = block.kind.info().asks();
        severity(&block.title, asks)
            .filter(|_| asks || prints_hole(block))
            .map(|severity| Finding::new(CHECK.code, severity).at(block.mark()).with("kind", block.kind.info().code))
    });
    let title = severity(&form.title, true)
        .map(|severity| Finding::new(CHECK.code, severity).at(Mark(form.id.0)).with("kind", "form"));
    title.into_iter().chain(blocks).collect()
}

/// How much a title weighs that says nothing; none where it says something.
fn severity(title: &Text, asks: bool) -> Option<Severity> {
    match (title.is_blank(), asks) {
        (true, true) => Some(Severity::Error),
        (true, false) => Some(Severity::Warning),
        (false, true) if reading::is_dots(title) => Some(Severity::Advice),
        (false, _) => None,
    }
}

/// Whether a block that asks nothing prints a hole for a blank title.
fn prints_hole(block: &FormBlock) -> bool {
    matches!(block.kind, Kind::Statement | Kind::Consent | Kind::Return | Kind::Validity | Kind::Section)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Case, block, facts, form};
    use super::*;

    pub fn trips() -> Case {
        (form(vec![block(1, Kind::Open, "  ", &[])]), facts())
    }

    pub fn passes() -> Case {
        // A title of a block that goes without one.
        (form(vec![block(1, Kind::Open, "Ý kiến", &[]), block(2, Kind::Respondent, "", &["Họ và tên"])]), facts())
    }

    #[test]
    fn dots_are_meant() {
        let mut form = form(vec![block(1, Kind::Open, "…… ...", &[]), block(2, Kind::Statement, "……", &[])]);
        form.title = Text::default();
        let found: Vec<_> = run(&form, &facts()).into_iter().map(|finding| (finding.place, finding.severity)).collect();
        assert_eq!(found, [(Some(Mark(form.id.0)), Severity::Error), (Some(Mark(1)), Severity::Advice)]);
    }
}
