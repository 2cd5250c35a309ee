//! Sentences for codes of faults.

use doi_thoai::draft::{DraftFault, OpenFault, SaveFault, StoreFault};
use doi_thoai::words::{self, CountFault, DateFault, WhenFault};

use super::{Messages, fill};

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
        SaveFault::Newer(_) => messages.newer,
        SaveFault::NotReadBack => messages.not_read_back,
    }
}
