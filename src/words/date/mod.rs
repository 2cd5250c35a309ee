//! One day: written as offices write it, read as people type it.
//!
//! Knows no clock: "today" never comes from here, and the year that a short date leaves out is passed in.
//!
//! Zero rule, NĐ 30/2020, Phụ lục I (the Party system has the same): a zero before days under 10 and before months
//! 1 and 2 only. The decree fixes it for the head of a paper; body text follows it by custom.

mod read;

use chrono::{Datelike, NaiveDate, Weekday};

use super::count::push_padded;
pub use read::parse_date;
pub(super) use read::{RoughDate, read_year};

/// First year that a paper of this field can name (the Party's founding).
pub const FIRST_YEAR: i32 = 1930;
/// Last year that is taken for more than a slip of the keyboard.
pub const LAST_YEAR: i32 = 2100;

/// The room left for a figure that is written in by hand.
const GAP: &str = "      ";

/// Why a text is not a day. A code; the locale words it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// Not in any form of a date.
    NotADate,
    /// The month has no such day: 31 April, 29 February of a common year, day 0.
    NoSuchDay {
        /// As written.
        day: u32,
        /// As written; 1 to 12.
        month: u32,
        /// As written, or the year passed in.
        year: i32,
    },
    /// The month is not 1 to 12.
    MonthOutOfRange,
    /// The year is not [`FIRST_YEAR`] to [`LAST_YEAR`].
    YearOutOfRange,
    /// The date stands with a weekday that it does not fall on.
    WrongWeekday {
        /// The date; [`weekday`] tells its right one.
        day: NaiveDate,
    },
}

/// "ngày 05 tháng 9 năm 2026", as in the head of a paper.
pub fn long_date(day: NaiveDate) -> String {
    let mut text = long_day_month(day);
    text.push_str(" năm ");
    text.push_str(&day.year().to_string());
    text
}

/// "ngày 05 tháng 9": the first end of a long span.
pub(super) fn long_day_month(day: NaiveDate) -> String {
    let mut text = String::from("ngày ");
    push_padded(&mut text, day.day());
    text.push_str(" tháng ");
    push_month(&mut text, day.month());
    text
}

/// "05/9/2026", as in running text.
pub fn short_date(day: NaiveDate) -> String {
    let mut text = day_month(day);
    text.push('/');
    text.push_str(&day.year().to_string());
    text
}

/// "05/9": where the year is said beside it.
pub fn day_month(day: NaiveDate) -> String {
    let mut text = String::new();
    push_padded(&mut text, day.day());
    text.push('/');
    push_month(&mut text, day.month());
    text
}

/// "ngày      tháng      năm 2026": the head of a paper that is not yet issued, with gaps of six plain spaces. A
/// renderer must keep them. Without a year there is a third gap.
pub fn blank_long_date(year: Option<i32>) -> String {
    let mut text = ["ngày", GAP, "tháng", GAP, "năm"].concat();
    match year {
        Some(year) => {
            text.push(' ');
            text.push_str(&year.to_string());
        }
        None => text.push_str(GAP),
    }
    text
}

/// "tháng 9/2026", "tháng 01/2026".
pub fn month_year(year: i32, month: u32) -> String {
    let mut text = String::from("tháng ");
    push_month(&mut text, month);
    text.push('/');
    text.push_str(&year.to_string());
    text
}

/// "thứ Hai" … "thứ Bảy", "Chủ nhật" (capitals: NĐ 30/2020, Phụ lục II).
pub fn weekday(day: NaiveDate) -> &'static str {
    match day.weekday() {
        Weekday::Mon => "thứ Hai",
        Weekday::Tue => "thứ Ba",
        Weekday::Wed => "thứ Tư",
        Weekday::Thu => "thứ Năm",
        Weekday::Fri => "thứ Sáu",
        Weekday::Sat => "thứ Bảy",
        Weekday::Sun => "Chủ nhật",
    }
}

/// The month's figure, with a zero before 1 and 2 only.
pub(super) fn push_month(text: &mut String, month: u32) {
    if month < 3 {
        text.push('0');
    }
    text.push_str(&month.to_string());
}

/// The day of three figures.
///
/// # Errors
/// [`DateFault`], the month looked at first, then the year, then the day.
pub fn checked_date(year: i32, month: u32, day: u32) -> Result<NaiveDate, DateFault> {
    if !(1..=12).contains(&month) {
        return Err(DateFault::MonthOutOfRange);
    }
    check_year(year)?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or(DateFault::NoSuchDay { day, month, year })
}

pub(super) fn check_year(year: i32) -> Result<(), DateFault> {
    if (FIRST_YEAR..=LAST_YEAR).contains(&year) { Ok(()) } else { Err(DateFault::YearOutOfRange) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn zeros_stand_before_days_under_ten_and_months_one_and_two() {
        for (d, m, long, short) in [
            (1, 1, "ngày 01 tháng 01 năm 2026", "01/01/2026"),
            (9, 2, "ngày 09 tháng 02 năm 2026", "09/02/2026"),
            (9, 3, "ngày 09 tháng 3 năm 2026", "09/3/2026"),
            (10, 10, "ngày 10 tháng 10 năm 2026", "10/10/2026"),
            (31, 12, "ngày 31 tháng 12 năm 2026", "31/12/2026"),
            (5, 9, "ngày 05 tháng 9 năm 2026", "05/9/2026"),
        ] {
            assert_eq!(long_date(day(2026, m, d)), long);
            assert_eq!(short_date(day(2026, m, d)), short);
        }
        assert_eq!(day_month(day(2026, 9, 5)), "05/9");
        assert_eq!(month_year(2026, 9), "tháng 9/2026");
        assert_eq!(month_year(2026, 1), "tháng 01/2026");
    }

    #[test]
    fn a_paper_not_yet_issued_has_gaps() {
        assert_eq!(blank_long_date(Some(2026)), "ngày      tháng      năm 2026");
        assert_eq!(blank_long_date(None), "ngày      tháng      năm      ");
    }

    #[test]
    fn weekdays_have_their_capitals() {
        let week: Vec<&str> = (7..14).map(|d| weekday(day(2026, 9, d))).collect();
        assert_eq!(week.join(", "), "thứ Hai, thứ Ba, thứ Tư, thứ Năm, thứ Sáu, thứ Bảy, Chủ nhật");
    }
}
