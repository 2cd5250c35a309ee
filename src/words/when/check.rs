//! Whether a time can stand in a paper.
//!
//! Looks at one value alone; whether it fits the plan around it is for the rules.

use chrono::Datelike;

use super::days::first_month;
use super::{Clock, TimeOfDay, When, WhenFault};
use crate::words::date::{check_year, checked_date};

/// Largest count of days, times or sittings; above it is a slip of the keyboard.
pub(super) const MOST: u32 = 999;

impl When {
    /// Whether this value can stand in a paper.
    ///
    /// # Errors
    /// The first [`WhenFault`] found; never `NotUnderstood`.
    pub fn validate(&self) -> Result<(), WhenFault> {
        match *self {
            When::Unset | When::Announced => Ok(()),
            When::Day { day, time } => {
                check_year(day.year())?;
                time.map_or(Ok(()), TimeOfDay::validate)
            }
            When::Span { from, to, time } => {
                check_year(from.year())?;
                check_year(to.year())?;
                if from > to {
                    return Err(WhenFault::Backwards);
                }
                time.map_or(Ok(()), TimeOfDay::validate)
            }
            When::MonthPart { year, month, time, .. } => {
                checked_date(year, month, 1)?;
                time.map_or(Ok(()), TimeOfDay::validate)
            }
            When::Quarter { year, quarter } => {
                check_year(year)?;
                first_month(quarter).map(|_| ()).ok_or(WhenFault::QuarterOutOfRange)
            }
            When::Before { day, time } | When::By { day, time } => {
                check_year(day.year())?;
                match time {
                    Some(time) if !time.is_moment() => Err(WhenFault::TimeDoesNotFit),
                    Some(time) => time.validate(),
                    None => Ok(()),
                }
            }
            When::Relative { days, .. } => check_count(days),
            When::Recurring { times, .. } => check_count(times),
        }
    }
}

impl TimeOfDay {
    /// Whether it can end a term: a part of the day or an hour, no length.
    fn is_moment(self) -> bool {
        use TimeOfDay::{Afternoon, At, Evening, Morning};
        matches!(self, Morning | Afternoon | Evening | At(_))
    }

    fn validate(self) -> Result<(), WhenFault> {
        let clock = |clock: Clock| {
            if clock.hour < 24 && clock.minute < 60 { Ok(()) } else { Err(WhenFault::TimeOutOfRange) }
        };
        match self {
            TimeOfDay::At(at) => clock(at),
            TimeOfDay::Hours { from, to } => {
                clock(from)?;
                clock(to)?;
                if from < to { Ok(()) } else { Err(WhenFault::Backwards) }
            }
            TimeOfDay::Sittings { count, .. } => check_count(count),
            _ => Ok(()),
        }
    }
}

fn check_count(count: u32) -> Result<(), WhenFault> {
    if (1..=MOST).contains(&count) { Ok(()) } else { Err(WhenFault::CountOutOfRange) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::DateFault;
    use crate::words::when::{Interval, MonthPart, Sitting};
    use chrono::NaiveDate;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn part(month: u32, part: MonthPart) -> When {
        When::MonthPart { year: 2026, month, part, time: None }
    }

    #[test]
    fn what_cannot_stand_is_named() {
        let time = |time| When::Day { day: day(2026, 9, 5), time: Some(time) }.validate();
        let clock = |hour, minute| Clock { hour, minute };
        assert_eq!(time(TimeOfDay::At(clock(24, 0))), Err(WhenFault::TimeOutOfRange));
        assert_eq!(time(TimeOfDay::At(clock(8, 60))), Err(WhenFault::TimeOutOfRange));
        let hours = TimeOfDay::Hours { from: clock(11, 0), to: clock(8, 0) };
        assert_eq!(time(hours), Err(WhenFault::Backwards));
        let none = TimeOfDay::Sittings { count: 0, sitting: Sitting::HalfDay };
        assert_eq!(time(none), Err(WhenFault::CountOutOfRange));
        let limit = When::By { day: day(2026, 9, 5), time: Some(TimeOfDay::WholeDay) };
        assert_eq!(limit.validate(), Err(WhenFault::TimeDoesNotFit));
        let span = When::Span { from: day(2026, 9, 6), to: day(2026, 9, 5), time: None };
        assert_eq!(span.validate(), Err(WhenFault::Backwards));
        let quarter = When::Quarter { year: 2026, quarter: 5 };
        assert_eq!(quarter.validate(), Err(WhenFault::QuarterOutOfRange));
        let month = part(13, MonthPart::Whole).validate();
        assert_eq!(month, Err(WhenFault::Date(DateFault::MonthOutOfRange)));
        let year = When::Day { day: day(1, 1, 1), time: None }.validate();
        assert_eq!(year, Err(WhenFault::Date(DateFault::YearOutOfRange)));
        let often = When::Recurring { every: Interval::Year, times: 0 }.validate();
        assert_eq!(often, Err(WhenFault::CountOutOfRange));
        assert_eq!(When::Unset.validate(), Ok(()));
        assert!(!When::default().is_set() && When::Announced.is_set());
    }
}
