//! A village that gets its forms twice.

use std::collections::HashMap;

use super::{Check, Facts};
use crate::document::Mark;
use crate::finding::{Finding, Severity};
use crate::form::{Form, Lot};
use crate::words;

/// The tally is made for each village (`reference/document-format.md`, 7.5): of two lines with one name nobody knows
/// which sheets belong to which. Case, spaces and the place of tones make no other village.
pub const CHECK: Check = Check {
    code: "lot-twice",
    run,
    fix: Some(|form, finding, _| {
        let lots = &form.copies.lots;
        let later = lots.iter().position(|lot| Some(Mark(lot.id.0)) == finding.place)?;
        let first = lots.iter().position(|lot| words::fold(&lot.name) == words::fold(&lots[later].name))?;
        let mut form = form.clone();
        if first < later {
            let merged = form.copies.lots.remove(later);
            let kept = &mut form.copies.lots[first];
            kept.copies = kept.copies.saturating_add(merged.copies);
            if kept.head.trim().is_empty() {
                kept.head = merged.head;
            }
        }
        Some(form)
    }),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

fn run(form: &Form, _: &Facts) -> Vec<Finding> {
    let mut met: HashMap<String, &Lot> = HashMap::new();
    let mut findings = Vec::new();
    for lot in form.copies.lots.iter().filter(|lot| !lot.name.trim().is_empty()) {
        let first = *met.entry(words::fold(&lot.name)).or_insert(lot);
        if !std::ptr::eq(first, lot) {
            findings.push(
                Finding::new(CHECK.code, Severity::Warning)
                    .at(Mark(lot.id.0))
                    .with("name", lot.name.trim())
                    .with("copies", first.copies.saturating_add(lot.copies))
                    .fixable(true),
            );
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Case, facts, lots};
    use super::*;

    pub fn trips() -> Case {
        (lots(&[("Thôn Hoà Bình", 100), ("Thôn 3", 50), ("thôn  Hòa Bình", 20)]), facts())
    }

    pub fn passes() -> Case {
        (lots(&[("Thôn 1", 100), ("Thôn 2", 100), ("", 1), ("", 1)]), facts())
    }

    #[test]
    fn nothing_of_the_two_is_lost() {
        let (mut form, facts) = trips();
        form.copies.lots[2].head = "Nguyễn Văn An".into();
        let fixed = CHECK.fix.unwrap()(&form, &run(&form, &facts)[0], &mut || unreachable!()).unwrap();
        let lots: Vec<_> = fixed.copies.lots.iter().map(|lot| (lot.head.as_str(), lot.copies)).collect();
        assert_eq!(lots, [("Nguyễn Văn An", 120), ("", 50)]);
    }
}
