//! A secret form whose copies are numbered, on what is handed in.

use super::{Check, Facts};
use crate::finding::{Finding, Severity};
use crate::form::{Copies, Form};

/// Whoever hands out numbered sheets can know whose each one is ([`Form::secret`]: nothing by which a sheet could be
/// told from another). A number that stands on a stub alone tells who received a copy, and not which: so the repair
/// keeps the numbers and moves them there.
pub const CHECK: Check = Check {
    code: "serial-on-secret",
    run,
    fix: Some(|form, _, _| Some(Form { copies: Copies { stub: true, ..form.copies.clone() }, ..form.clone() })),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

fn run(form: &Form, _: &Facts) -> Vec<Finding> {
    let first = form.copies.first.filter(|_| form.secret && !form.copies.stub);
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

    #[test]
    fn a_number_on_the_stub_alone_is_well() {
        let mut form = numbered(true);
        form.copies.stub = true;
        assert_eq!(run(&form, &facts()), []);
    }
}
