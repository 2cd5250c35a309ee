//! Time in plans: a day, a span, a part of a month, a limit, a distance from the conference, a rhythm, or nothing yet.
//!
//! Knows no conference: where a time hangs on one, its days are passed in. Knows no clock and no holidays.
//!
//! `days` says which days a value allows, `check` whether it can stand, `write` words it, `read` (with `read_time`)
//! reads it; each wording is read back as the same value. `find` finds such phrases in a sentence.

mod check;
mod days;
mod find;
mod read;
mod read_time;
#[cfg(test)]
mod tests;
mod write;

pub use find::{Found, find};

use chrono::NaiveDate;

use super::date::DateFault;

/// When something is, or by when it is due.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum When {
    /// A hole: prints "……".
    #[default]
    Unset,
    /// "thông báo sau": known to be open.
    Announced,
    /// One day.
    Day {
        /// The day.
        day: NaiveDate,
        /// The time on it.
        time: Option<TimeOfDay>,
    },
    /// From one day to another, both included.
    Span {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
        /// The time on each of them, or how much of them.
        time: Option<TimeOfDay>,
    },
    /// A month or a part of it.
    MonthPart {
        /// Year.
        year: i32,
        /// 1 to 12.
        month: u32,
        /// Which part.
        part: MonthPart,
        /// The time of day, or how much of it.
        time: Option<TimeOfDay>,
    },
    /// "quý II/2026".
    Quarter {
        /// Year.
        year: i32,
        /// 1 to 4.
        quarter: u32,
    },
    /// "trước ngày": its own day excluded, unless an hour or a later part of that day is named.
    Before {
        /// The first day that is too late.
        day: NaiveDate,
        /// The moment on it; only a part of the day or an hour.
        time: Option<TimeOfDay>,
    },
    /// "chậm nhất ngày": its own day included.
    By {
        /// The last day.
        day: NaiveDate,
        /// The moment on it; only a part of the day or an hour.
        time: Option<TimeOfDay>,
    },
    /// A distance from the conference. Its own days never count (as in Bộ luật Dân sự 2015, Điều 147).
    Relative {
        /// Before its first day or after its last.
        side: Side,
        /// Days, 1 to 999.
        days: u32,
        /// Whether more or fewer days would do.
        bound: Bound,
        /// "ngày làm việc": Monday to Friday. Public holidays are decreed each year and not known here.
        working: bool,
    },
    /// A rhythm: "01 quý/lần", "02 lần/năm".
    Recurring {
        /// The stretch of time.
        every: Interval,
        /// How often in it, 1 to 999.
        times: u32,
    },
}

/// Part of a month. Three wordings of thirds exist beside each other and mean the same days; papers keep theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthPart {
    /// "tháng".
    Whole,
    /// "đầu tháng": 1 to 10.
    Start,
    /// "giữa tháng": 11 to 20.
    Middle,
    /// "cuối tháng": 21 to the last day.
    End,
    /// "thượng tuần": 1 to 10.
    FirstTen,
    /// "trung tuần": 11 to 20.
    MiddleTen,
    /// "hạ tuần": 21 to the last day.
    LastTen,
}

/// A time on the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clock {
    /// 0 to 23.
    pub hour: u32,
    /// 0 to 59.
    pub minute: u32,
}

/// A time within a day, or how much of a day. Beside the parts and the hour that start an event, plans also give
/// its hours and, where the day is open, its length ("01 buổi sáng, dự kiến từ ngày … đến ngày …").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeOfDay {
    /// "buổi sáng".
    Morning,
    /// "buổi chiều".
    Afternoon,
    /// "buổi tối".
    Evening,
    /// "cả ngày".
    WholeDay,
    /// "08 giờ 00 phút".
    At(Clock),
    /// "từ 08 giờ 00 phút đến 11 giờ 30 phút", within one day.
    Hours {
        /// Start.
        from: Clock,
        /// End, later than the start.
        to: Clock,
    },
    /// "01 buổi sáng", "01 ngày": a length on days still to be chosen.
    Sittings {
        /// How many, 1 to 999.
        count: u32,
        /// Of what.
        sitting: Sitting,
    },
}

/// A unit of an event's length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sitting {
    /// "buổi": half a day, either half.
    HalfDay,
    /// "buổi sáng".
    Morning,
    /// "buổi chiều".
    Afternoon,
    /// "buổi tối".
    Evening,
    /// "ngày".
    Day,
}

/// Which side of the conference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Before its first day.
    Before,
    /// After its last day.
    After,
}

/// Whether a distance is a minimum, a figure as it stands, or a maximum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// "ít nhất"; "chậm nhất … trước" says the same.
    AtLeast,
    /// No word beside the figure ("trước 07 ngày"). A rule that holds it to a legal limit reads it as that day.
    Exactly,
    /// "không quá", "trong vòng"; "chậm nhất … sau" says the same.
    AtMost,
}

/// A stretch of time that comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interval {
    /// "tuần".
    Week,
    /// "tháng".
    Month,
    /// "quý".
    Quarter,
    /// "06 tháng".
    HalfYear,
    /// "năm".
    Year,
}

/// A form of words. Each is read back as the same value, whatever the year of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Wording {
    /// The shortest, for a table cell or a bracket: "25/9 - 29/9/2026", "sáng 05/9/2026", "01 quý/lần".
    Bare,
    /// After "Thời gian: ": "từ ngày 25/9 đến ngày 29/9/2026", "giữa tháng 10/2026".
    #[default]
    Full,
    /// After a verb ("tổ chức …"), with its preposition: "vào ngày 05/9/2026", "trong quý II/2026".
    Clause,
    /// With months and years in words, as an invitation has it: "buổi sáng, ngày 05 tháng 9 năm 2026".
    Long,
}

impl Wording {
    /// Every form, the shortest first.
    pub const ALL: [Wording; 4] = [Wording::Bare, Wording::Full, Wording::Clause, Wording::Long];
}

/// Why a time cannot be read or cannot stand. A code; the locale words it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenFault {
    /// Not in any form that is known, or two forms at once.
    NotUnderstood,
    /// A date in it is no day.
    Date(DateFault),
    /// The quarter is not 1 to 4.
    QuarterOutOfRange,
    /// The hour is not 0 to 23, or the minute not 0 to 59.
    TimeOutOfRange,
    /// It ends before it begins.
    Backwards,
    /// A count of days, times or sittings is not 1 to 999.
    CountOutOfRange,
    /// A length or a whole day where a moment is wanted ("chậm nhất 01 buổi"), or a time of day on a quarter.
    TimeDoesNotFit,
}

impl From<DateFault> for WhenFault {
    fn from(fault: DateFault) -> Self {
        // One code for "no form fits", wherever it was found out.
        if fault == DateFault::NotADate { WhenFault::NotUnderstood } else { WhenFault::Date(fault) }
    }
}

impl When {
    /// Reads a time as plans word it and people type it, with or without marks; `default_year` stands in for a
    /// year left out. An empty text or a row of dots is [`When::Unset`]. "Dự kiến" and the like are passed over:
    /// they are words of the sentence, not part of the time.
    ///
    /// # Errors
    /// [`WhenFault`]. A text of more than 200 characters is [`WhenFault::NotUnderstood`].
    pub fn parse(text: &str, default_year: i32) -> Result<When, WhenFault> {
        read::read(text, default_year)
    }

    /// The time in words, to be printed.
    pub fn wording(&self, wording: Wording) -> String {
        write::write(self, wording)
    }

    /// Whether anything has been said: all but [`When::Unset`].
    pub fn is_set(&self) -> bool {
        *self != When::Unset
    }
}
