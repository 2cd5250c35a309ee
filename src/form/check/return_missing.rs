//! A form that does not say where it goes.

use super::{Check, Facts, reading};
use crate::finding::{Finding, Severity};
use crate::form::{Form, FormBlock, Kind};

/// To whom and by when a form goes back stands at its end (`reference/document-format.md`, 7.1, item 8). Only advice:
/// what is filled in at the hall goes into a box there.
pub const CHECK: Check = Check {
    code: "return-missing",
    run,
    fix: Some(|form, _, new_id| {
        let mut form = form.clone();
        form.blocks.push(FormBlock::new(Kind::Return, new_id));
        Some(form)
    }),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

fn run(form: &Form, _: &Facts) -> Vec<Finding> {
    let asks = form.blocks.iter().any(|block| block.kind.info().asks());
    let lacks = asks && !reading::has(form, Kind::Return);
    lacks.then(|| Finding::new(CHECK.code, Severity::Advice).fixable(true)).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Case, block, facts, form};
    use super::*;

    pub fn trips() -> Case {
        (form(vec![block(1, Kind::Open, "Ý kiến", &[])]), facts())
    }

    pub fn passes() -> Case {
        (form(vec![block(1, Kind::Open, "Ý kiến", &[]), block(2, Kind::Return, "Gửi trưởng thôn", &[])]), facts())
    }
}
