//! Copies that nobody prints.

use super::{Check, Facts};
use crate::document::Mark;
use crate::finding::{Finding, Severity};
use crate::form::{Form, Lot};

/// The most copies for one village: a slip of the finger beyond. The largest have some thousand households (M).
const MOST: u32 = 10_000;
/// The most copies of a form in all: a commune of today has some ten thousand households (M).
const MOST_IN_ALL: u64 = 100_000;

/// A village without a copy gets none handed out, and a number with a figure too many is a morning's paper.
pub const CHECK: Check = Check {
    code: "copies-out-of-range",
    run,
    fix: None,
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

fn run(form: &Form, _: &Facts) -> Vec<Finding> {
    let lots = &form.copies.lots;
    let wrong = |lot: &&Lot| lot.copies == 0 || lot.copies > MOST;
    let of_lot = |lot: &Lot| {
        Finding::new(CHECK.code, Severity::Warning)
            .at(Mark(lot.id.0))
            .with("name", lot.name.trim())
            .with("copies", lot.copies)
            .with("most", MOST)
    };
    let all: u64 = lots.iter().map(|lot| u64::from(lot.copies)).sum();
    let in_all = (all > MOST_IN_ALL)
        .then(|| Finding::new(CHECK.code, Severity::Warning).with("copies", all).with("most", MOST_IN_ALL));
    lots.iter().filter(wrong).map(of_lot).chain(in_all).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Case, facts, lots};
    use super::*;

    pub fn trips() -> Case {
        (lots(&[("Thôn 1", 0), ("Thôn 2", 10_001)]), facts())
    }

    pub fn passes() -> Case {
        (lots(&[("Thôn 1", 1), ("Thôn 2", 10_000)]), facts())
    }

    #[test]
    fn the_sum_counts_too() {
        let names: Vec<String> = (1..=11).map(|number| format!("Thôn {number}")).collect();
        let many: Vec<(&str, u32)> = names.iter().map(|name| (name.as_str(), 10_000)).collect();
        let found = run(&lots(&many), &facts());
        assert_eq!(found.iter().map(|finding| finding.place).collect::<Vec<_>>(), [None]);
    }
}
