//! The rules of a plan (kiểm tra kế hoạch): what would make it wrong in law, in form, or in itself.
//!
//! One file a rule, with its reason, its source, its repair, and a dossier that trips it beside one that does not. A rule
//! reads what `Context` has made ready once for all. An intended hole is no finding: the list of what is missing has it.
//! Words and help of a finding stand in the locales under its code. Knows no clock, no screen and no storage.

mod agenda_too_long;
mod announce_too_late;
mod body_ended;
mod citation_other_date;
mod citation_symbol;
mod citation_twice;
mod context;
mod deadline_too_late;
mod duty_unassigned;
mod empty_part;
mod guests_sum;
mod holidays;
mod issued_before_citation;
mod legal_limit;
mod marks_of_other_system;
mod number_twice;
mod number_unfit;
mod on_day_off;
mod other_year;
mod part_gone;
mod placeholder_left;
mod publish_too_late;
mod repair;
mod return_after_digest;
mod seek;
mod signature_unfit;
mod spelled_two_ways;
mod task_without_copy;
mod tone_mixed;
mod typed;
mod year_in_words;
mod yearless_date;

use holidays::Calendar;

use chrono::NaiveDate;
use context::Context;

use crate::dossier::Dossier;
use crate::edit::Command;
use crate::finding::{Finding, Severity};
use crate::id::Id;
use crate::style::Confidence;

/// What a rule rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// A law, a decree or a guideline of the Party; its article stands in the text.
    Law,
    /// What offices do, or plain reason.
    Custom,
}

/// Where a rule comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// What it is.
    pub kind: SourceKind,
    /// The document and its article, as it is cited; empty for what no document says.
    pub text: &'static str,
    /// How sure it is.
    pub confidence: Confidence,
}

impl Source {
    /// A law or a decree.
    const fn law(text: &'static str, confidence: Confidence) -> Self {
        Self { kind: SourceKind::Law, text, confidence }
    }

    /// Custom or reason.
    const CUSTOM: Self = Self { kind: SourceKind::Custom, text: "", confidence: Confidence::Medium };
}

type Run = fn(&Context<'_>) -> Vec<Finding>;

/// A repair; none where the finding is of another plan or of one since changed.
type Fix = fn(&Context<'_>, &Finding, &mut dyn FnMut() -> Id) -> Option<Command>;

/// A rule. Why it is made stands in its file.
pub struct Rule {
    /// The code of its findings.
    pub code: &'static str,
    /// Where it comes from.
    pub source: Source,
    /// How much its findings weigh.
    pub severity: Severity,
    run: Run,
    fix: Option<Fix>,
    #[cfg(test)]
    trips: fn() -> Dossier,
    #[cfg(test)]
    passes: fn() -> Dossier,
}

impl Rule {
    /// The rule whose findings have this code.
    pub fn of(code: &str) -> Option<&'static Self> {
        RULES.iter().find(|rule| rule.code == code)
    }

    /// Whether the officer may switch it off: custom binds nobody, law does.
    pub fn switchable(&self) -> bool {
        self.source.kind == SourceKind::Custom
    }

    /// Whether the officer switched it off.
    pub fn is_off(&self, dossier: &Dossier) -> bool {
        self.switchable() && dossier.settings.rules_off.iter().any(|code| code == self.code)
    }

    /// A finding of it.
    fn finding(&self) -> Finding {
        Finding::new(self.code, self.severity)
    }
}

/// All rules: papers and numbers, days, people, duties, words, parts.
pub static RULES: [Rule; 29] = [
    issued_before_citation::RULE,
    citation_twice::RULE,
    citation_other_date::RULE,
    citation_symbol::RULE,
    number_unfit::RULE,
    signature_unfit::RULE,
    marks_of_other_system::RULE,
    announce_too_late::RULE,
    publish_too_late::RULE,
    deadline_too_late::RULE,
    return_after_digest::RULE,
    other_year::RULE,
    year_in_words::RULE,
    yearless_date::RULE,
    on_day_off::HOLIDAY,
    on_day_off::WEEKEND,
    agenda_too_long::RULE,
    guests_sum::RULE,
    duty_unassigned::ANNOUNCE,
    duty_unassigned::COLLECT,
    duty_unassigned::ANSWER,
    task_without_copy::RULE,
    spelled_two_ways::RULE,
    body_ended::RULE,
    number_twice::RULE,
    part_gone::RULE,
    empty_part::RULE,
    placeholder_left::RULE,
    tone_mixed::RULE,
];

/// All that is found in a plan, the gravest first, else in the order of [`RULES`] and of the plan. `today` stands for the
/// day of issue of a plan that has none.
pub fn check(dossier: &Dossier, today: NaiveDate) -> Vec<Finding> {
    if dossier.is_form_alone() {
        return Vec::new();
    }
    let context = Context::of(dossier, today);
    let rules = RULES.iter().filter(|rule| !rule.is_off(dossier));
    let mut findings: Vec<Finding> = rules.flat_map(|rule| (rule.run)(&context)).collect();
    findings.sort_by_key(|finding| finding.severity);
    findings
}

/// The command that repairs a finding; `new_id` gives identities to what is added. None where the finding is not fixable
/// or no longer there. It changes nothing but what the finding is about.
pub fn fix(dossier: &Dossier, finding: &Finding, today: NaiveDate, new_id: &mut dyn FnMut() -> Id) -> Option<Command> {
    let rule = Rule::of(finding.code).filter(|_| finding.fixable)?;
    let context = Context::of(dossier, today);
    let there = (rule.run)(&context).iter().any(|now| now.place == finding.place && now.fixable);
    rule.fix.filter(|_| there)?(&context, finding, new_id)
}

#[cfg(test)]
mod tests;
