//! A scale with other levels than the paper sets.

use super::{Check, Facts, reading};
use crate::finding::{Finding, Severity};
use crate::form::{Form, FormBlock, Kind};

/// The block says how many levels a line holds and a reader tells apart, and sets no other number; asked for 11, it
/// prints 10. So what the form says and what is counted would differ. (M)
pub const CHECK: Check = Check {
    code: "options-too-many-for-scale",
    run,
    fix: Some(|form, finding, _| {
        let width_mm = form.paper.page().text_width();
        reading::with_block(form, finding, |block| block.columns = levels(block, width_mm))
    }),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

fn run(form: &Form, _: &Facts) -> Vec<Finding> {
    let width_mm = form.paper.page().text_width();
    let scales = form.blocks.iter().filter(|block| block.kind == Kind::Scale);
    scales
        .filter(|block| levels(block, width_mm) != block.columns)
        .map(|block| {
            Finding::new(CHECK.code, Severity::Warning)
                .at(block.mark())
                .with("levels", block.columns)
                .with("set", levels(block, width_mm))
                .fixable(true)
        })
        .collect()
}

/// The levels that are set: all columns of its table but the two ends.
fn levels(block: &FormBlock, width_mm: f32) -> u32 {
    let columns = reading::table_of(block, width_mm).map_or(2, |table| table.widths_mm.len());
    u32::try_from(columns.saturating_sub(2)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Case, block, facts, form};
    use super::*;

    fn scale(columns: u32) -> Form {
        form(vec![FormBlock { columns, ..block(1, Kind::Scale, "Mức độ hài lòng", &["Thấp", "Cao"]) }])
    }

    pub fn trips() -> Case {
        (scale(11), facts())
    }

    pub fn passes() -> Case {
        (scale(10), facts())
    }

    #[test]
    fn one_level_is_no_scale() {
        assert_eq!(run(&scale(1), &facts()).len(), 1);
        assert!(run(&scale(2), &facts()).is_empty());
    }
}
