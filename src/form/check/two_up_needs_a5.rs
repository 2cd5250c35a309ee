//! Two pages on a sheet that holds one.

use super::{Check, Facts};
use crate::finding::{Finding, Severity};
use crate::form::{Form, FormPaper};

/// Two pages side by side on an A4 sheet are two upright A5 pages; of others one is printed, and the form says two.
/// The paper itself says which can ([`FormPaper::can_be_two_up`]).
pub const CHECK: Check = Check {
    code: "two-up-needs-a5",
    run,
    fix: Some(|form, _, _| {
        let paper = FormPaper { two_up: false, ..form.paper };
        Some(Form { paper, ..form.clone() })
    }),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

fn run(form: &Form, _: &Facts) -> Vec<Finding> {
    let wrong = form.paper.two_up && !form.paper.can_be_two_up();
    wrong.then(|| Finding::new(CHECK.code, Severity::Warning).fixable(true)).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Case, facts, form};
    use super::*;
    use crate::form::Size;

    pub fn trips() -> Case {
        (Form { paper: FormPaper { two_up: true, ..FormPaper::default() }, ..form(Vec::new()) }, facts())
    }

    pub fn passes() -> Case {
        let paper = FormPaper { two_up: true, size: Size::A5, ..FormPaper::default() };
        (Form { paper, ..form(Vec::new()) }, facts())
    }
}
