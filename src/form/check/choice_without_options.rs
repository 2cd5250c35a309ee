//! A choice between nothing.

use super::{Check, Facts, reading};
use crate::finding::{Finding, Severity};
use crate::form::{Form, FormBlock, Kind};
use crate::text::Text;

/// A question with answers, a ballot or a table cannot be filled in without an answer, a name or a column. A new choice
/// starts with blank options, which only its author can word; a kind that starts with words gets those. (M; the linter
/// of SurveyJS does not find it.)
pub const CHECK: Check = Check {
    code: "choice-without-options",
    run,
    fix: Some(|form, finding, new_id| {
        reading::with_block(form, finding, |block| {
            block.options = FormBlock::new(block.kind, new_id).options;
            block.options.retain(|option| !option.text.is_blank());
        })
    }),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

/// Whether a block is nothing without its options, and has none.
pub fn trips_on(block: &FormBlock) -> bool {
    let needs = matches!(
        block.kind,
        Kind::Single
            | Kind::Multiple
            | Kind::Agree
            | Kind::Ranking
            | Kind::Grid
            | Kind::Persons
            | Kind::StrikeOut
            | Kind::Table
    );
    needs && !reading::any_usable(&block.options)
}

fn run(form: &Form, _: &Facts) -> Vec<Finding> {
    let found = |block: &FormBlock| {
        let info = block.kind.info();
        let worded = info.options.iter().any(|option| !Text::words(*option).is_blank());
        Finding::new(CHECK.code, Severity::Error).at(block.mark()).with("kind", info.code).fixable(worded)
    };
    form.blocks.iter().filter(|block| trips_on(block)).map(found).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Case, block, facts, form};
    use super::*;

    pub fn trips() -> Case {
        (form(vec![block(1, Kind::Agree, "Về phương án", &["", " "])]), facts())
    }

    pub fn passes() -> Case {
        (form(vec![block(1, Kind::Agree, "Về phương án", &["", "……"]), block(9, Kind::Open, "Vì sao", &[])]), facts())
    }

    #[test]
    fn blank_starts_are_worded_by_their_author() {
        let form = form(vec![block(1, Kind::Single, "Chọn", &[""])]);
        assert!(!run(&form, &facts())[0].fixable);
    }
}
