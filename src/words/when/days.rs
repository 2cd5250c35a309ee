//! Which days a time allows: its earliest and its latest.
//!
//! Knows no conference and no holidays: the conference's days are passed in, and working days are Monday to Friday.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::check::MOST;
use super::{Bound, Clock, MonthPart, Side, TimeOfDay, When};

impl When {
    /// The first day that the words allow; `None` where there is none, or where it hangs on the conference.
    pub fn earliest(&self) -> Option<NaiveDate> {
        match *self {
            When::Day { day, .. } => Some(day),
            When::Span { from, .. } => Some(from),
            When::MonthPart { year, month, part, .. } => NaiveDate::from_ymd_opt(year, month, part.first_day()),
            When::Quarter { year, quarter } => NaiveDate::from_ymd_opt(year, first_month(quarter)?, 1),
            _ => None,
        }
    }

    /// The last day that the words allow; `None` where there is none, or where it hangs on the conference.
    pub fn latest(&self) -> Option<NaiveDate> {
        match *self {
            When::Day { day, .. } | When::By { day, .. } => Some(day),
            When::Span { to, .. } => Some(to),
            When::MonthPart { year, month, part, .. } => match part.last_day() {
                Some(day) => NaiveDate::from_ymd_opt(year, month, day),
                None => last_of_month(year, month),
            },
            When::Quarter { year, quarter } => last_of_month(year, first_month(quarter)? + 2),
            When::Before { day, time } if leaves_part_of_day(time) => Some(day),
            When::Before { day, .. } => day.pred_opt(),
            _ => None,
        }
    }

    /// As [`earliest`](When::earliest), for a conference from `first` to `last`. Days before it that have no
    /// lower limit ("ít nhất 07 ngày") have no earliest one.
    pub fn earliest_from(&self, first: NaiveDate, last: NaiveDate) -> Option<NaiveDate> {
        match *self {
            When::Relative { side: Side::Before, bound: Bound::AtLeast, .. } => None,
            When::Relative { side: Side::Before, days, working, .. } => step(first, Side::Before, days, working),
            When::Relative { side: Side::After, bound: Bound::AtMost, working, .. } => {
                step(last, Side::After, 1, working)
            }
            When::Relative { side: Side::After, days, working, .. } => step(last, Side::After, days, working),
            _ => self.earliest(),
        }
    }

    /// As [`latest`](When::latest), for a conference from `first` to `last`.
    pub fn latest_from(&self, first: NaiveDate, last: NaiveDate) -> Option<NaiveDate> {
        match *self {
            When::Relative { side: Side::After, bound: Bound::AtLeast, .. } => None,
            When::Relative { side: Side::After, days, working, .. } => step(last, Side::After, days, working),
            When::Relative { side: Side::Before, bound: Bound::AtMost, working, .. } => {
                step(first, Side::Before, 1, working)
            }
            When::Relative { side: Side::Before, days, working, .. } => step(first, Side::Before, days, working),
            _ => self.latest(),
        }
    }
}

impl MonthPart {
    fn first_day(self) -> u32 {
        match self {
            MonthPart::Whole | MonthPart::Start | MonthPart::FirstTen => 1,
            MonthPart::Middle | MonthPart::MiddleTen => 11,
            MonthPart::End | MonthPart::LastTen => 21,
        }
    }

    /// `None`: the month's own last day.
    fn last_day(self) -> Option<u32> {
        match self {
            MonthPart::Start | MonthPart::FirstTen => Some(10),
            MonthPart::Middle | MonthPart::MiddleTen => Some(20),
            MonthPart::Whole | MonthPart::End | MonthPart::LastTen => None,
        }
    }
}

/// "trước 17 giờ ngày …" still allows that day; "trước sáng ngày …" does not.
fn leaves_part_of_day(time: Option<TimeOfDay>) -> bool {
    match time {
        Some(TimeOfDay::Afternoon | TimeOfDay::Evening) => true,
        Some(TimeOfDay::At(clock)) => clock > Clock { hour: 0, minute: 0 },
        _ => false,
    }
}

/// The first month of a quarter from 1 to 4.
pub(super) fn first_month(quarter: u32) -> Option<u32> {
    (1..=4).contains(&quarter).then(|| quarter * 3 - 2)
}

fn last_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    let first_of_next = match month {
        12 => NaiveDate::from_ymd_opt(year.checked_add(1)?, 1, 1),
        _ => NaiveDate::from_ymd_opt(year, month.checked_add(1)?, 1),
    };
    first_of_next?.pred_opt()
}

/// The day `days` before or after `anchor`, which is not counted itself.
fn step(anchor: NaiveDate, side: Side, days: u32, working: bool) -> Option<NaiveDate> {
    let walk = |day: NaiveDate, count: u32| {
        let count = Days::new(u64::from(count));
        match side {
            Side::Before => day.checked_sub_days(count),
            Side::After => day.checked_add_days(count),
        }
    };
    if !working {
        return walk(anchor, days);
    }
    let mut day = anchor;
    // Bounded, for a value that never was validated.
    for _ in 0..days.min(MOST) {
        day = walk(day, 1)?;
        while matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
            day = walk(day, 1)?;
        }
    }
    Some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn days_of(when: When) -> (Option<NaiveDate>, Option<NaiveDate>) {
        (when.earliest(), when.latest())
    }

    fn part(month: u32, part: MonthPart) -> When {
        When::MonthPart { year: 2026, month, part, time: None }
    }

    #[test]
    fn parts_of_months_and_quarters_are_the_days_that_readers_take_them_for() {
        let span = |from, to| (Some(from), Some(to));
        for middle in [MonthPart::Middle, MonthPart::MiddleTen] {
            assert_eq!(days_of(part(4, middle)), span(day(2026, 4, 11), day(2026, 4, 20)));
        }
        for end in [MonthPart::End, MonthPart::LastTen] {
            assert_eq!(days_of(part(8, end)), span(day(2026, 8, 21), day(2026, 8, 31)));
        }
        for start in [MonthPart::Start, MonthPart::FirstTen] {
            assert_eq!(days_of(part(8, start)), span(day(2026, 8, 1), day(2026, 8, 10)));
        }
        assert_eq!(days_of(part(2, MonthPart::Whole)), span(day(2026, 2, 1), day(2026, 2, 28)));
        assert_eq!(days_of(part(12, MonthPart::Whole)), span(day(2026, 12, 1), day(2026, 12, 31)));
        let quarter = |quarter| When::Quarter { year: 2024, quarter };
        assert_eq!(days_of(quarter(2)), span(day(2024, 4, 1), day(2024, 6, 30)));
        assert_eq!(days_of(quarter(4)), span(day(2024, 10, 1), day(2024, 12, 31)));
        assert_eq!(days_of(quarter(5)), (None, None));
        assert_eq!(days_of(part(13, MonthPart::End)), (None, None));
    }

    #[test]
    fn a_limit_knows_whether_its_own_day_counts() {
        let due = day(2026, 9, 5);
        let before = |time| When::Before { day: due, time }.latest();
        assert_eq!(before(None), Some(day(2026, 9, 4)));
        assert_eq!(before(Some(TimeOfDay::Morning)), Some(day(2026, 9, 4)));
        assert_eq!(before(Some(TimeOfDay::At(Clock { hour: 17, minute: 0 }))), Some(due));
        assert_eq!(before(Some(TimeOfDay::Afternoon)), Some(due));
        assert_eq!(days_of(When::By { day: due, time: None }), (None, Some(due)));
    }

    #[test]
    fn distances_are_counted_from_the_conference() {
        let (first, last) = (day(2026, 9, 25), day(2026, 9, 29));
        let days_of = |side, days, bound, working| {
            let when = When::Relative { side, days, bound, working };
            (when.earliest_from(first, last), when.latest_from(first, last))
        };
        let some = Some;
        use Bound::{AtLeast, AtMost, Exactly};
        use Side::{After, Before};
        assert_eq!(days_of(Before, 7, AtLeast, false), (None, some(day(2026, 9, 18))));
        assert_eq!(days_of(Before, 7, Exactly, false), (some(day(2026, 9, 18)), some(day(2026, 9, 18))));
        assert_eq!(days_of(Before, 7, AtMost, false), (some(day(2026, 9, 18)), some(day(2026, 9, 24))));
        assert_eq!(days_of(After, 10, AtMost, false), (some(day(2026, 9, 30)), some(day(2026, 10, 9))));
        assert_eq!(days_of(After, 10, AtLeast, false), (some(day(2026, 10, 9)), None));
        // Friday 25 September 2026: five working days before is the Friday before.
        assert_eq!(days_of(Before, 5, Exactly, true).1, some(day(2026, 9, 18)));
        assert_eq!(days_of(After, 4, AtMost, true), (some(day(2026, 9, 30)), some(day(2026, 10, 5))));
        let absolute = When::Day { day: first, time: None };
        assert_eq!(absolute.earliest_from(last, last), some(first));
        assert_eq!(absolute.latest_from(last, last), some(first));
    }
}
