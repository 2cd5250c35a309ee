//! One day, read as people type it.
//!
//! Knows no clock: the year that a short date leaves out is passed in.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{DateFault, checked_date};
use crate::words::token::{Kind, Reader, Token, tokens};

/// Reads a date as people type it: `5/9/2026`, `05-09-2026`, `5.9.2026`, `2026-09-05`, "ngày 05 tháng 9 năm 2026",
/// with or without marks and weekday. `5/9` takes `default_year`; of two figures of a year, 00 to 69 are 20xx and
/// the others 19xx.
///
/// # Errors
/// [`DateFault`]; a text of more than 200 characters is [`DateFault::NotADate`].
pub fn parse_date(text: &str, default_year: i32) -> Result<NaiveDate, DateFault> {
    let row = tokens(text).ok_or(DateFault::NotADate)?;
    let mut reader = Reader::new(&row);
    let rough = RoughDate::read(&mut reader).ok_or(DateFault::NotADate)?;
    reader.sign(&['.', ',']);
    if !reader.done() {
        return Err(DateFault::NotADate);
    }
    rough.resolve(None, default_year)
}

/// A date as written, which may leave out its year, or its month too where another date follows ("25-29/9").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::words) struct RoughDate {
    pub day: u32,
    pub month: Option<u32>,
    pub year: Option<i32>,
    weekday: Option<Weekday>,
}

impl RoughDate {
    /// Takes a date, with the word "ngày" and a weekday on either side where they stand.
    pub fn read(reader: &mut Reader) -> Option<RoughDate> {
        let mut ahead = *reader;
        let before = read_weekday(&mut ahead);
        if before.is_some() {
            ahead.sign(&[',', '-']);
        }
        ahead.phrase("ngay");
        // "mùng 5": the day of a month under eleven.
        ahead.phrase("mung");
        let mut date = read_iso(&mut ahead).or_else(|| read_figures(&mut ahead))?;
        let mut after = ahead;
        after.sign(&[',', '-']);
        date.weekday = match (before, read_weekday(&mut after)) {
            (None, Some(found)) => {
                after.sign(&[',']);
                ahead = after;
                Some(found)
            }
            (found, _) => found,
        };
        *reader = ahead;
        Some(date)
    }

    /// The day meant; `month` and `year` stand in for what was left out.
    pub fn resolve(self, month: Option<u32>, year: i32) -> Result<NaiveDate, DateFault> {
        let month = self.month.or(month).ok_or(DateFault::NotADate)?;
        let day = checked_date(self.year.unwrap_or(year), month, self.day)?;
        match self.weekday {
            Some(named) if named != day.weekday() => Err(DateFault::WrongWeekday { day }),
            _ => Ok(day),
        }
    }
}

/// 2026-09-05, also with strokes.
fn read_iso(reader: &mut Reader) -> Option<RoughDate> {
    let mut ahead = *reader;
    let (year, 4) = ahead.number()? else {
        return None;
    };
    let sign = ahead.sign(&['-', '/'])?;
    let (month, _) = ahead.number()?;
    ahead.sign(&[sign])?;
    let (day, _) = ahead.number()?;
    *reader = ahead;
    Some(RoughDate { day, month: Some(month), year: i32::try_from(year).ok(), weekday: None })
}

/// The day first: 5/9/2026, 5 tháng 9 năm 2026, 5/9, or the day alone.
fn read_figures(reader: &mut Reader) -> Option<RoughDate> {
    let (day, 1..=2) = reader.number()? else {
        return None;
    };
    let mut date = RoughDate { day, month: None, year: None, weekday: None };
    let mut ahead = *reader;
    ahead.sign(&[',']);
    if ahead.phrase("thang") {
        date.month = Some(ahead.number_or_word()?);
        date.year = read_year(&mut ahead);
        *reader = ahead;
    } else if let Some(sign) = month_sign(*reader) {
        reader.skip(1);
        date.month = reader.number().map(|(month, _)| month);
        let mut ahead = *reader;
        if ahead.sign(&[sign]).is_some()
            && let Some((year, digits)) = ahead.number()
        {
            date.year = Some(full_year(year, digits));
            *reader = ahead;
        } else if reader.is_word(0, "nam") {
            date.year = read_year(reader);
        }
    }
    Some(date)
}

/// The sign between day and month, if one stands here. A hyphen is one in "5-9-2026" and "5-9", but joins two days
/// in "25-29/9" and "25-29 tháng 9".
fn month_sign(reader: Reader) -> Option<char> {
    let sign = ['/', '.', '-'].into_iter().find(|sign| reader.is_sign(0, *sign))?;
    let Some(Token { kind: Kind::Number { digits: 1..=2, .. }, .. }) = reader.peek(1) else {
        return None;
    };
    let joins_days = sign == '-'
        && (reader.is_sign(2, '/') || reader.is_sign(2, '.') && reader.is_number(3) || reader.is_word(2, "thang"));
    (!joins_days).then_some(sign)
}

/// "năm 2026", "/2026", "-2026", "2026" after a month or a quarter; takes nothing where there is no year.
pub(in crate::words) fn read_year(reader: &mut Reader) -> Option<i32> {
    let mut ahead = *reader;
    ahead.sign(&[',']);
    let marked = ahead.phrase("nam") || ahead.sign(&['/', '-', '.']).is_some();
    let (year, digits) = ahead.number()?;
    // A bare figure of one or two digits is something else, and so is one that goes on as a date.
    let goes_on = ahead.is_sign(0, '/') || ahead.is_sign(0, '.') && ahead.is_number(1);
    if goes_on || !marked && digits != 4 {
        return None;
    }
    *reader = ahead;
    Some(full_year(year, digits))
}

fn full_year(year: u32, digits: usize) -> i32 {
    let year = i32::try_from(year).unwrap_or(i32::MAX);
    match digits {
        2 if year < 70 => 2000 + year,
        2 => 1900 + year,
        _ => year,
    }
}

/// "thứ Bảy", "thứ 7", "Chủ nhật", "CN".
fn read_weekday(reader: &mut Reader) -> Option<Weekday> {
    if reader.phrase("chu nhat") || reader.phrase("cn") {
        return Some(Weekday::Sun);
    }
    let mut ahead = *reader;
    if !ahead.phrase("thu") {
        return None;
    }
    let weekday = match ahead.number_or_word()? {
        2 => Weekday::Mon,
        3 => Weekday::Tue,
        4 => Weekday::Wed,
        5 => Weekday::Thu,
        6 => Weekday::Fri,
        7 => Weekday::Sat,
        _ => return None,
    };
    *reader = ahead;
    Some(weekday)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::date::{day_month, long_date, short_date};
    use proptest::prelude::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn dates_are_read_as_typed() {
        for text in [
            "5/9/2026",
            "05/9/2026",
            "05-09-2026",
            "5.9.2026",
            "2026-09-05",
            "2026/9/5",
            "5/9",
            "5-9",
            "5.9",
            "5.9.",
            "5/9/26",
            "5–9–2026",
            " 5 / 9 / 2026 ",
            "ngày 05 tháng 9 năm 2026",
            "Ngay 5 thang 9",
            "NGÀY 5/9 NĂM 2026",
            "ngày 5 tháng 9/2026",
            "5 tháng Chín năm 2026",
            "thứ Bảy, ngày 05/9/2026",
            "5/9/2026 (thứ bảy)",
            "thu 7, 5/9",
            "ngày 5, tháng 9, năm 2026",
        ] {
            assert_eq!(parse_date(text, 2026), Ok(day(2026, 9, 5)), "{text}");
        }
        assert_eq!(parse_date("12/12/98", 2026), Ok(day(1998, 12, 12)));
        assert_eq!(parse_date("5 tháng năm năm 2026", 2020), Ok(day(2026, 5, 5)));
        assert_eq!(parse_date("29/02", 2028), Ok(day(2028, 2, 29)));
    }

    #[test]
    fn what_is_no_day_is_named() {
        for text in [
            "",
            "ngày",
            "abc",
            "5",
            "ngày 5",
            "2026",
            "5/9/2026/1",
            "25-29/9/2026",
            "5/9 và 6/9",
            "105/9/2026",
            "ngày      tháng      năm 2026",
            "5//9",
            "05 tháng",
        ] {
            assert_eq!(parse_date(text, 2026), Err(DateFault::NotADate), "{text}");
        }
        let none = |day, month, year| Err(DateFault::NoSuchDay { day, month, year });
        assert_eq!(parse_date("31/2/2026", 2026), none(31, 2, 2026));
        assert_eq!(parse_date("29/2", 2026), none(29, 2, 2026));
        assert_eq!(parse_date("0/9/2026", 2026), none(0, 9, 2026));
        assert_eq!(parse_date("32/9/2026", 2026), none(32, 9, 2026));
        assert_eq!(parse_date("5/13/2026", 2026), Err(DateFault::MonthOutOfRange));
        assert_eq!(parse_date("5/0", 2026), Err(DateFault::MonthOutOfRange));
        for text in ["5/9/0", "5/9/0000", "5/9/1929", "5/9/2101", "5/9/202", "5/9/20266", "5/9/99999999999"] {
            assert_eq!(parse_date(text, 2026), Err(DateFault::YearOutOfRange), "{text}");
        }
        assert_eq!(parse_date("5/9", 0), Err(DateFault::YearOutOfRange));
        let wrong = DateFault::WrongWeekday { day: day(2026, 9, 5) };
        assert_eq!(parse_date("Chủ nhật, ngày 05/9/2026", 2026), Err(wrong));
        assert_eq!(parse_date(&" 5/9/2026".repeat(40), 2026), Err(DateFault::NotADate));
    }

    proptest! {
        #[test]
        fn a_date_written_is_read_back(offset in 0u64..62_000, year in 1900i32..2200) {
            let date = day(1930, 1, 1) + chrono::Days::new(offset);
            prop_assert_eq!(parse_date(&long_date(date), year), Ok(date));
            prop_assert_eq!(parse_date(&short_date(date), year), Ok(date));
            prop_assert_eq!(parse_date(&day_month(date), date.year()), Ok(date));
        }

        #[test]
        fn reading_a_date_never_panics(text in any::<String>(), year: i32) {
            let _ = parse_date(&text, year);
        }

        #[test]
        fn near_dates_never_panic(text in "[0-9]{1,12}([-/. ]|thang|nam)[0-9]{0,5}([-/. ]|nam)?[0-9]{0,12}", year: i32) {
            let _ = parse_date(&text, year);
        }
    }
}
