//! Sentences for codes of faults.

use chrono::NaiveDate;
use doi_thoai::draft::{DraftFault, OpenFault, SaveFault, StoreFault};
use doi_thoai::finding::Finding;
use doi_thoai::import::FileFault;
use doi_thoai::papers::PaperKind;
use doi_thoai::words::{self, CountFault, DateFault, WhenFault};

use super::{Messages, fill};
use crate::papers;

/// Why a date was not read.
pub fn date_fault(messages: &Messages, fault: DateFault) -> String {
    match fault {
        DateFault::NotADate => messages.fault_not_a_date.into(),
        DateFault::NoSuchDay { day, month, year } => {
            let month = if month < 3 { format!("{month:02}") } else { month.to_string() };
            fill(messages.fault_no_such_day, &[("d", &format!("{day:02}/{month}/{year}"))])
        }
        DateFault::MonthOutOfRange => messages.fault_month.into(),
        DateFault::YearOutOfRange => messages.fault_year.into(),
        DateFault::WrongWeekday { day } => {
            fill(messages.fault_weekday, &[("d", &words::short_date(day)), ("weekday", words::weekday(day))])
        }
    }
}

/// Why a time was not read.
pub fn when_fault(messages: &Messages, fault: WhenFault) -> String {
    match fault {
        WhenFault::NotUnderstood => messages.fault_not_understood.into(),
        WhenFault::Date(fault) => date_fault(messages, fault),
        WhenFault::QuarterOutOfRange => messages.fault_quarter.into(),
        WhenFault::TimeOutOfRange => messages.fault_time.into(),
        WhenFault::Backwards => messages.fault_backwards.into(),
        WhenFault::CountOutOfRange => messages.fault_count.into(),
        WhenFault::TimeDoesNotFit => messages.fault_time_fit.into(),
    }
}

/// Why a count was not read.
pub fn count_fault(messages: &Messages, fault: CountFault) -> String {
    match fault {
        CountFault::NotANumber => messages.fault_not_a_number.into(),
        CountFault::Negative => messages.fault_negative.into(),
        CountFault::TooLarge { max } => fill(messages.fault_too_large, &[("max", &words::thousands(u64::from(max)))]),
    }
}

/// Why a text is not a draft.
pub fn draft_fault(messages: &Messages, fault: &DraftFault) -> String {
    match fault {
        DraftFault::NotJson(_) => messages.not_json.into(),
        DraftFault::NotADraft => messages.not_a_draft.into(),
        DraftFault::Newer(_) => messages.newer.into(),
        DraftFault::Damaged => messages.damaged.into(),
        DraftFault::Value { at, what } => fill(messages.bad_value, &[("at", at), ("what", what)]),
    }
}

/// Why a file was not read.
pub fn file_fault(messages: &Messages, fault: FileFault) -> &'static str {
    match fault {
        FileFault::Other => messages.file_other,
        FileFault::Pdf => messages.file_pdf,
        FileFault::OldOrEncrypted => messages.file_old,
        FileFault::Damaged => messages.file_damaged,
        FileFault::TooLarge => messages.file_large,
        FileFault::NoDraft => messages.file_no_draft,
        FileFault::Empty => messages.file_empty,
        FileFault::Binary => messages.file_binary,
        FileFault::RichText => messages.file_rich_text,
        FileFault::Pictures => messages.file_pictures,
        FileFault::Tcvn3 => messages.file_tcvn3,
        FileFault::Vni => messages.file_vni,
        FileFault::Encoding => messages.file_encoding,
        FileFault::OtherLanguage => messages.file_language,
    }
}

/// Why a draft was not opened.
pub fn open_fault(messages: &Messages, fault: &OpenFault) -> String {
    match fault {
        OpenFault::Gone => messages.gone.into(),
        OpenFault::Draft(fault) => draft_fault(messages, fault),
        OpenFault::Store(_) => messages.failed_refused.into(),
    }
}

/// Why a draft was not saved.
pub fn save_fault(messages: &Messages, fault: &SaveFault) -> &'static str {
    match fault {
        SaveFault::Store(StoreFault::Full) => messages.failed_full,
        SaveFault::Store(StoreFault::Refused(_)) => messages.failed_refused,
        SaveFault::Conflict { .. } => messages.conflict,
        SaveFault::Removed => messages.removed_elsewhere,
        SaveFault::Newer(_) => messages.newer,
        SaveFault::NotReadBack => messages.not_read_back,
    }
}

/// What a finding says.
pub fn finding_words(messages: &Messages, finding: &Finding) -> String {
    let text = match finding.code {
        "empty-title" => messages.find_empty_title,
        "title-too-long" => messages.find_title_too_long,
        "choice-without-options" => messages.find_choice_without_options,
        "rows-missing" => messages.find_rows_missing,
        "option-empty" => messages.find_option_empty,
        "option-twice" => messages.find_option_twice,
        "no-other-line" => messages.find_no_other_line,
        "options-too-many-for-scale" => messages.find_scale,
        "too-many-columns" => messages.find_too_many_columns,
        "grid-too-wide" => messages.find_grid_too_wide,
        "page-break-twice" => messages.find_page_break_twice,
        "two-up-needs-a5" => messages.find_two_up,
        "personal-data-in-secret" => messages.find_personal_data,
        "serial-on-secret" => messages.find_serial,
        "ballot-without-validity" => messages.find_validity,
        "consent-missing" => messages.find_consent,
        "return-missing" => messages.find_return_missing,
        "return-after-conference" => messages.find_return_after,
        "return-before-issue" => messages.find_return_before,
        "lot-twice" => messages.find_lot_twice,
        "copies-out-of-range" => messages.find_copies,
        "header-too-long" => messages.find_header_too_long,
        "footer-too-long" => messages.find_footer_too_long,
        "overflow-by-a-line" => messages.find_overflow,
        other => super::rules::rule_words(messages, other).map_or(other, |(finds, _)| finds),
    };
    // Days are told as an officer writes them; papers and holidays by their names.
    let told = |name: &str, value: &str| match name {
        "paper" => PaperKind::from_code(value).map_or(value, |kind| papers::name(messages, kind)).to_owned(),
        "holiday" => super::rules::holiday(messages, value).to_owned(),
        _ => value.parse::<NaiveDate>().map_or_else(|_| value.to_owned(), words::short_date),
    };
    let values: Vec<(&str, String)> =
        finding.arguments.iter().map(|(name, value)| (*name, told(name, value))).collect();
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fill(text, &values)
}
