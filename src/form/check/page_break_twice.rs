//! The end of a page that holds nothing.

use super::{Check, Facts, reading};
use crate::finding::{Finding, Severity};
use crate::form::{Form, Kind};

/// A page ended before it began, or ended twice, is an empty sheet in every copy (M).
pub const CHECK: Check = Check {
    code: "page-break-twice",
    run,
    fix: Some(|form, finding, _| reading::without_block(form, finding)),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

fn run(form: &Form, _: &Facts) -> Vec<Finding> {
    let ends = |at: usize| form.blocks.get(at).is_some_and(|block| block.kind == Kind::PageBreak);
    let last = form.blocks.len().saturating_sub(1);
    form.blocks
        .iter()
        .enumerate()
        .filter(|(at, _)| ends(*at) && (*at == 0 || *at == last || ends(at - 1)))
        .map(|(_, block)| Finding::new(CHECK.code, Severity::Warning).at(block.mark()).fixable(true))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Case, block, facts, form};
    use super::*;

    fn of(kinds: &[Kind]) -> Form {
        form((1..).zip(kinds).map(|(id, kind)| block(id, *kind, "Ý kiến", &[])).collect())
    }

    pub fn trips() -> Case {
        use Kind::{Open, PageBreak};
        (of(&[PageBreak, Open, PageBreak, PageBreak, Open, PageBreak]), facts())
    }

    pub fn passes() -> Case {
        (of(&[Kind::Open, Kind::PageBreak, Kind::Open]), facts())
    }

    #[test]
    fn the_one_that_is_meant_stays() {
        let (form, facts) = trips();
        assert_eq!(run(&form, &facts).len(), 3);
    }
}
