//! More columns than a page has room for.

use super::{Check, Facts, reading};
use crate::finding::{Finding, Severity};
use crate::form::{Form, FormBlock, Kind, Property};

/// At most 10 answer columns at normal width (queXML, `singleResponseHorizontalMax`; `reference/designers-and-paper.md`,
/// 1c).
const MOST: usize = 10;

/// In a wide table the eye loses the column, and options side by side lose their boxes. The columns of a table are its
/// author's to merge; options can always stand in fewer columns.
pub const CHECK: Check = Check {
    code: "too-many-columns",
    run,
    fix: Some(|form, finding, _| reading::with_block(form, finding, |block| block.columns = MOST as u32)),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

fn run(form: &Form, _: &Facts) -> Vec<Finding> {
    let of_block = |block: &FormBlock| {
        let (columns, fixable) = match block.kind {
            Kind::Grid | Kind::Table | Kind::Persons => (block.options.len(), false),
            // Its columns are levels, which have a check of their own.
            Kind::Scale => return None,
            kind if kind.info().has(Property::Columns) => (block.columns as usize, true),
            _ => return None,
        };
        (columns > MOST).then(|| {
            Finding::new(CHECK.code, Severity::Warning)
                .at(block.mark())
                .with("columns", columns)
                .with("most", MOST)
                .fixable(fixable)
        })
    };
    form.blocks.iter().filter_map(of_block).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Case, block, facts, form};
    use super::*;

    const MONTHS: [&str; 11] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"];

    pub fn trips() -> Case {
        (form(vec![FormBlock { columns: 11, ..block(1, Kind::Single, "Tháng", &MONTHS) }]), facts())
    }

    pub fn passes() -> Case {
        let single = FormBlock { columns: 6, ..block(1, Kind::Single, "Tháng", &MONTHS) };
        (form(vec![single, block(20, Kind::Grid, "Tháng", &MONTHS[..10])]), facts())
    }

    #[test]
    fn the_columns_of_a_table_are_its_authors() {
        assert!(!run(&form(vec![block(1, Kind::Grid, "Tháng", &MONTHS)]), &facts())[0].fixable);
    }
}
