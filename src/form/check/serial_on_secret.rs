//! A secret form whose copies are numbered.

use super::{Check, Facts};
use crate::finding::{Finding, Severity};
use crate::form::{Copies, Form};

/// Whoever hands out numbered sheets can know whose each one is ([`Form::secret`]: nothing by which a sheet could be
/// told from another).
pub const CHECK: Check = Check {
    code: "serial-on-secret",
    run,
    fix: Some(|form, _, _| Some(Form { copies: Copies { first: None, ..form.copies.clone() }, ..form.clone() })),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

fn run(form: &Form, _: &Facts) -> Vec<Finding> {
    let first = form.copies.first.filter(|_| form.secret);
    first
        .map(|first| Finding::new(CHECK.code, Severity::Error).with("first", first).fixable(true))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Case, facts, form};
    use super::*;

    fn numbered(secret: bool) -> Form {
        Form { secret, copies: Copies { first: Some(1), ..Copies::default() }, ..form(Vec::new()) }
    }

    pub fn trips() -> Case {
        (numbered(true), facts())
    }

    pub fn passes() -> Case {
        (numbered(false), facts())
    }
}
