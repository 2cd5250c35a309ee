//! Forms that were to be back before they went out.

use super::{Check, Facts};
use crate::finding::{Finding, Severity};
use crate::form::{Form, Kind};

/// A form whose day is over when it is handed out cannot be returned in time by anybody; as a rule the year is wrong. It
/// is the form that goes out, so it must say when it goes back.
pub const CHECK: Check = Check {
    code: "return-before-issue",
    run,
    fix: None,
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

fn run(form: &Form, facts: &Facts) -> Vec<Finding> {
    let (Some(issued), Some(return_by)) = (facts.issued, facts.return_by) else { return Vec::new() };
    let said = form.blocks.iter().find(|block| block.kind == Kind::Return).filter(|_| return_by < issued);
    said.map(|block| {
        Finding::new(CHECK.code, Severity::Error).at(block.mark()).with("return", return_by).with("issued", issued)
    })
    .into_iter()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Case, day, facts, returned};
    use super::*;

    pub fn trips() -> Case {
        (returned(), Facts { issued: day(10), return_by: day(9), ..facts() })
    }

    pub fn passes() -> Case {
        (returned(), Facts { issued: day(10), return_by: day(20), ..facts() })
    }
}
