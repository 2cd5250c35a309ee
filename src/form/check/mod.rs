//! The checks of a form: what would make it unusable, break its secrecy, or trouble those who fill it in and count it.
//!
//! One file a check, with its reason, its repair, and a form that trips it beside one that does not. A check reads the
//! form and the few days that the plan says ([`Facts`]); it knows no dossier, and what a slot prints is not its
//! business. An error is only what makes a form unusable or breaks its secrecy; an intended hole is none.

mod ballot_without_validity;
mod choice_without_options;
mod consent_missing;
mod copies_out_of_range;
mod empty_title;
mod grid_too_wide;
mod lot_twice;
mod margin_line_too_long;
mod no_other_line;
mod option_empty;
mod option_twice;
mod options_too_many_for_scale;
mod overflow;
mod page_break_twice;
mod personal_data_in_secret;
mod reading;
mod return_after_conference;
mod return_before_issue;
mod return_missing;
mod rows_missing;
mod serial_on_secret;
mod title_too_long;
mod too_many_columns;
mod two_up_needs_a5;

pub use overflow::nearly_empty_last_page;

use chrono::NaiveDate;

use super::Form;
use crate::finding::Finding;
use crate::id::Id;

/// What the plan says that a form hangs on; none where it is open or no plan is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The day of the conference that the form is for, the first where there are several.
    pub conference: Option<NaiveDate>,
    /// The day on which the plan and its form are issued.
    pub issued: Option<NaiveDate>,
    /// The last day on which the form can be handed back.
    pub return_by: Option<NaiveDate>,
}

/// A repair: the form with the finding gone; none where the finding is of another form or of one since changed.
type Fix = fn(&Form, &Finding, &mut dyn FnMut() -> Id) -> Option<Form>;

/// A check. Why it is made stands in its file.
pub struct Check {
    /// The code of its findings.
    pub code: &'static str,
    run: fn(&Form, &Facts) -> Vec<Finding>,
    fix: Option<Fix>,
    #[cfg(test)]
    trips: fn() -> tests::Case,
    #[cfg(test)]
    passes: fn() -> tests::Case,
}

/// All checks: texts and answers, what they take of the paper, secrecy and ballots, days, copies.
pub static CHECKS: [Check; 23] = [
    empty_title::CHECK,
    title_too_long::CHECK,
    choice_without_options::CHECK,
    rows_missing::CHECK,
    option_empty::CHECK,
    option_twice::CHECK,
    no_other_line::CHECK,
    options_too_many_for_scale::CHECK,
    too_many_columns::CHECK,
    grid_too_wide::CHECK,
    page_break_twice::CHECK,
    two_up_needs_a5::CHECK,
    margin_line_too_long::HEADER,
    margin_line_too_long::FOOTER,
    personal_data_in_secret::CHECK,
    serial_on_secret::CHECK,
    ballot_without_validity::CHECK,
    consent_missing::CHECK,
    return_missing::CHECK,
    return_after_conference::CHECK,
    return_before_issue::CHECK,
    lot_twice::CHECK,
    copies_out_of_range::CHECK,
];

/// All that is found in a form, the gravest first, else in the order of [`CHECKS`] and of the form.
pub fn check(form: &Form, facts: &Facts) -> Vec<Finding> {
    let mut findings: Vec<Finding> = CHECKS.iter().flat_map(|check| (check.run)(form, facts)).collect();
    findings.sort_by_key(|finding| finding.severity);
    findings
}

/// The form with a finding repaired; `new_id` gives identities to what is added. None where the finding is not fixable
/// or no longer there. It changes nothing but what the finding is about.
pub fn fix(form: &Form, finding: &Finding, new_id: &mut dyn FnMut() -> Id) -> Option<Form> {
    if !finding.fixable {
        return None;
    }
    let check = CHECKS.iter().find(|check| check.code == finding.code)?;
    check.fix?(form, finding, new_id).filter(|fixed| fixed != form)
}

#[cfg(test)]
pub(crate) mod any_form;
#[cfg(test)]
mod tests;
