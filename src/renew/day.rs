//! Days and times of a year, in another.
//!
//! A conference is held on a day of the week, not on a figure: a day goes to the same weekday that is nearest to the
//! same date, within the same year. Knows no holidays.

use chrono::{Datelike, Days, NaiveDate};

use crate::words::When;

/// From which year to which.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shift {
    /// The year of the plan as it is.
    pub from: i32,
    /// The year that it is moved to.
    pub to: i32,
}

impl Shift {
    /// A year moved along; none where it is not of the plan's time, which is its year and those beside it.
    pub fn year(self, year: i32) -> Option<i32> {
        let near = self.from != self.to && (i64::from(year) - i64::from(self.from)).abs() <= 1;
        if near { year.checked_add(self.to.checked_sub(self.from)?) } else { None }
    }

    /// A day moved along.
    pub fn day(self, day: NaiveDate) -> Option<NaiveDate> {
        let year = self.year(day.year())?;
        // 29 February has none in most years.
        let same = day.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))?;
        let ahead = u64::from((7 + day.weekday().num_days_from_monday() - same.weekday().num_days_from_monday()) % 7);
        let later = same.checked_add_days(Days::new(ahead))?;
        let earlier = later.checked_sub_days(Days::new(7))?;
        let (near, far) = if ahead <= 3 { (later, earlier) } else { (earlier, later) };
        Some(if near.year() == year { near } else { far })
    }

    /// A time moved along; none where nothing of it moves.
    pub fn when(self, when: &When) -> Option<When> {
        Some(match when.clone() {
            When::Day { day, time } => When::Day { day: self.day(day)?, time },
            When::Before { day, time } => When::Before { day: self.day(day)?, time },
            When::By { day, time } => When::By { day: self.day(day)?, time },
            When::Span { from, to, time } => {
                // As long as it was, so that both ends keep their weekdays.
                let length = u64::try_from((to - from).num_days()).ok()?;
                let start = self.day(from)?;
                let end = start.checked_add_days(Days::new(length))?;
                When::Span { from: start, to: end, time }
            }
            When::MonthPart { year, month, part, time } => {
                When::MonthPart { year: self.year(year)?, month, part, time }
            }
            When::Quarter { year, quarter } => When::Quarter { year: self.year(year)?, quarter },
            When::Unset | When::Announced | When::Relative { .. } | When::Recurring { .. } => return None,
        })
    }
}
