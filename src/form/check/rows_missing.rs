//! A table without a row.

use super::{Check, Facts, reading};
use crate::finding::{Finding, Severity};
use crate::form::{Form, FormBlock, Kind};

/// The rows of a grid are what is asked; without one nothing is. A table to fill in needs a row,
/// named or free. (M)
pub const CHECK: Check = Check {
    code: "rows-missing",
    run,
    fix: Some(|form, finding, _| reading::with_block(form, finding, |block| block.lines = block.kind.info().lines)),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

/// Whether a block is nothing without its rows, and has none.
pub fn trips_on(block: &FormBlock) -> bool {
    match block.kind {
        // Dots stand for what its author has yet to word: seen on the paper, and no fault.
        Kind::Grid => block.rows.iter().all(|row| row.text.is_blank()),
        Kind::Table | Kind::Persons => block.rows.is_empty() && block.lines == 0,
        _ => false,
    }
}

fn run(form: &Form, _: &Facts) -> Vec<Finding> {
    let found = |block: &FormBlock| {
        Finding::new(CHECK.code, Severity::Error)
            .at(block.mark())
            .with("kind", block.kind.info().code)
            .fixable(block.kind != Kind::Grid)
    };
    form.blocks.iter().filter(|block| trips_on(block)).map(found).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Case, block, facts, form};
    use super::*;

    pub fn trips() -> Case {
        (form(vec![block(1, Kind::Table, "Kiến nghị", &["Nội dung"])]), facts())
    }

    pub fn passes() -> Case {
        (form(vec![FormBlock { lines: 3, ..block(1, Kind::Table, "Kiến nghị", &["Nội dung"]) }]), facts())
    }

    #[test]
    fn the_rows_of_a_grid_are_worded_by_their_author() {
        let form =
            form(vec![FormBlock {
                lines: 3, rows: Vec::new(), ..block(1, Kind::Grid, "Mức độ", &["Tốt", "Kém"])
            }]);
        assert!(!run(&form, &facts())[0].fixable);
    }
}
