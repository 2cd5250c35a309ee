//! Personal data without a word on what they are for.

use super::{Check, Facts, reading};
use crate::finding::{Finding, Severity};
use crate::form::{Form, FormBlock, Kind};

/// By what a person can be reached, folded. A name alone is on every form that is signed.
const REACHED: [&str; 7] = ["điện thoại", "địa chỉ", "email", "thư điện tử", "cccd", "cmnd", "căn cước"];

/// Who leaves a telephone number or an address is told what it is for (Law on personal data protection of 2025, M). A
/// secret form has no such fields to begin with.
pub const CHECK: Check = Check {
    code: "consent-missing",
    run,
    fix: Some(|form, _, new_id| Some(reading::with_before_end(form, Kind::Consent, new_id))),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

fn run(form: &Form, _: &Facts) -> Vec<Finding> {
    if form.secret || reading::has(form, Kind::Consent) {
        return Vec::new();
    }
    let asks = |block: &&FormBlock| {
        let fields = block.options.iter().map(|option| reading::folded(&option.text));
        let reaches = |field: String| REACHED.iter().any(|known| reading::has_words(&field, known));
        block.kind == Kind::Respondent && fields.into_iter().any(reaches)
    };
    let found = |block: &FormBlock| Finding::new(CHECK.code, Severity::Advice).at(block.mark()).fixable(true);
    form.blocks.iter().filter(asks).map(found).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Case, block, facts, form};
    use super::*;

    fn asking(field: &str) -> Form {
        form(vec![block(1, Kind::Respondent, "", &["Họ và tên", field])])
    }

    pub fn trips() -> Case {
        (asking("Số điện thoại"), facts())
    }

    pub fn passes() -> Case {
        (asking("Thôn"), facts())
    }
}
