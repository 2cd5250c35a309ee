//! The words of the rules of a plan: what each finds, why it is told, and what it rests on.

use doi_thoai::rules::{Rule, SourceKind};
use doi_thoai::style::Confidence;

use super::{Messages, fill};

/// What a rule finds, with places for its arguments, and why it tells it; none for a code that is no rule's.
pub(super) fn rule_words(messages: &Messages, code: &str) -> Option<(&'static str, &'static str)> {
    Some(match code {
        "issued-before-citation" => (messages.find_issued_before_citation, messages.why_issued_before_citation),
        "citation-twice" => (messages.find_citation_twice, messages.why_citation_twice),
        "citation-other-date" => (messages.find_citation_other_date, messages.why_citation_other_date),
        "citation-symbol" => (messages.find_citation_symbol, messages.why_citation_symbol),
        "number-unfit" => (messages.find_number_unfit, messages.why_number_unfit),
        "signature-unfit" => (messages.find_signature_unfit, messages.why_signature_unfit),
        "marks-of-other-system" => (messages.find_marks_of_other_system, messages.why_marks_of_other_system),
        "announce-too-late" => (messages.find_announce_too_late, messages.why_announce_too_late),
        "publish-too-late" => (messages.find_publish_too_late, messages.why_publish_too_late),
        "deadline-too-late" => (messages.find_deadline_too_late, messages.why_deadline_too_late),
        "return-after-digest" => (messages.find_return_after_digest, messages.why_return_after_digest),
        "other-year" => (messages.find_other_year, messages.why_other_year),
        "year-in-words" => (messages.find_year_in_words, messages.why_year_in_words),
        "date-without-year" => (messages.find_date_without_year, messages.why_date_without_year),
        "conference-on-holiday" => (messages.find_conference_on_holiday, messages.why_conference_on_holiday),
        "conference-on-weekend" => (messages.find_conference_on_weekend, messages.why_conference_on_weekend),
        "agenda-too-long" => (messages.find_agenda_too_long, messages.why_agenda_too_long),
        "guests-do-not-add-up" => (messages.find_guests_do_not_add_up, messages.why_guests_do_not_add_up),
        "nobody-announces" => (messages.find_nobody_announces, messages.why_nobody_announces),
        "nobody-collects" => (messages.find_nobody_collects, messages.why_nobody_collects),
        "nobody-answers" => (messages.find_nobody_answers, messages.why_nobody_answers),
        "task-without-copy" => (messages.find_task_without_copy, messages.why_task_without_copy),
        "spelled-two-ways" => (messages.find_spelled_two_ways, messages.why_spelled_two_ways),
        "body-ended" => (messages.find_body_ended, messages.why_body_ended),
        "number-twice" => (messages.find_number_twice, messages.why_number_twice),
        "part-gone" => (messages.find_part_gone, messages.why_part_gone),
        "empty-part" => (messages.find_empty_part, messages.why_empty_part),
        "placeholder-left" => (messages.find_placeholder_left, messages.why_placeholder_left),
        "tone-mixed" => (messages.find_tone_mixed, messages.why_tone_mixed),
        _ => return None,
    })
}

/// Why a rule tells what it finds.
pub fn rule_why(messages: &Messages, code: &str) -> &'static str {
    rule_words(messages, code).map_or("", |(_, why)| why)
}

/// What a rule rests on, and how sure that is.
pub fn rule_source(messages: &Messages, rule: &Rule) -> String {
    let source = &rule.source;
    let mut told = Vec::new();
    if !source.text.is_empty() {
        told.push(fill(messages.rule_source, &[("source", source.text)]));
    }
    if source.kind == SourceKind::Custom {
        told.push(messages.rule_custom.to_owned());
    } else if source.confidence == Confidence::Medium {
        told.push(messages.rule_medium.to_owned());
    }
    told.join(" ")
}

/// What a day off is called.
pub(super) fn holiday(messages: &Messages, code: &str) -> &'static str {
    match code {
        "new-year" => messages.holiday_new_year,
        "tet" => messages.holiday_tet,
        "hung-kings" => messages.holiday_hung_kings,
        "reunification" => messages.holiday_reunification,
        "labour" => messages.holiday_labour,
        "national-day" => messages.holiday_national_day,
        _ => messages.holiday_entered,
    }
}
