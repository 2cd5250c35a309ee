//! Forms that come back when the conference is over.

use super::{Check, Facts};
use crate::finding::{Finding, Severity};
use crate::form::{Form, Kind};

/// Opinions are merged and answered for the conference (`reference/document-format.md`, 7.1), so they are back before
/// it; on its own day they are handed in at the hall. A form about the conference itself comes later: a warning, no
/// error, and none for a form that does not say when it goes back. (M)
pub const CHECK: Check = Check {
    code: "return-after-conference",
    run,
    fix: None,
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

fn run(form: &Form, facts: &Facts) -> Vec<Finding> {
    let (Some(conference), Some(return_by)) = (facts.conference, facts.return_by) else { return Vec::new() };
    let said = form.blocks.iter().find(|block| block.kind == Kind::Return).filter(|_| return_by > conference);
    said.map(|block| {
        Finding::new(CHECK.code, Severity::Warning)
            .at(block.mark())
            .with("return", return_by)
            .with("conference", conference)
    })
    .into_iter()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Case, day, facts, returned};
    use super::*;

    pub fn trips() -> Case {
        (returned(), Facts { conference: day(10), return_by: day(11), ..facts() })
    }

    pub fn passes() -> Case {
        (returned(), Facts { conference: day(10), return_by: day(10), ..facts() })
    }
}
