//! Times in schema 4: "2026-09-05", "2026-09-25/2026-09-29 @morning", "2026-10/middle", "2026-Q2", "<2026-09-05",
//! "<=2026-09-05 @11:00", "conference-7d", "conference+30d:at-most", "every:1/quarter", "tba", "".

use chrono::{Datelike, NaiveDate};

use crate::words::{Bound, Clock, Interval, MonthPart, Side, Sitting, TimeOfDay, When};

const PARTS: [(MonthPart, &str); 7] = [
    (MonthPart::Whole, "whole"),
    (MonthPart::Start, "start"),
    (MonthPart::Middle, "middle"),
    (MonthPart::End, "end"),
    (MonthPart::FirstTen, "first-ten"),
    (MonthPart::MiddleTen, "middle-ten"),
    (MonthPart::LastTen, "last-ten"),
];
const TIMES: [(TimeOfDay, &str); 4] = [
    (TimeOfDay::Morning, "morning"),
    (TimeOfDay::Afternoon, "afternoon"),
    (TimeOfDay::Evening, "evening"),
    (TimeOfDay::WholeDay, "day"),
];
const SITTINGS: [(Sitting, &str); 5] = [
    (Sitting::HalfDay, "half-day"),
    (Sitting::Morning, "morning"),
    (Sitting::Afternoon, "afternoon"),
    (Sitting::Evening, "evening"),
    (Sitting::Day, "day"),
];
const INTERVALS: [(Interval, &str); 5] = [
    (Interval::Week, "week"),
    (Interval::Month, "month"),
    (Interval::Quarter, "quarter"),
    (Interval::HalfYear, "half-year"),
    (Interval::Year, "year"),
];

fn code<T: PartialEq + Copy>(table: &[(T, &'static str)], value: T) -> &'static str {
    table.iter().find(|(of, _)| *of == value).map_or("", |(_, code)| code)
}

fn value<T: Copy>(table: &[(T, &'static str)], code: &str) -> Option<T> {
    table.iter().find(|(_, name)| *name == code).map(|(value, _)| *value)
}

/// A date as the wire writes it.
pub(super) fn date(day: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

/// Reads a date; years outside 1930 to 2100 are no dates of this field.
pub(super) fn read_date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    if !(1930..=2100).contains(&year) {
        return None;
    }
    NaiveDate::from_ymd_opt(year, month, day)
}

/// A clock time: "08:30".
pub(super) fn clock(clock: Clock) -> String {
    format!("{:02}:{:02}", clock.hour, clock.minute)
}

/// Reads a clock time.
pub(super) fn read_clock(text: &str) -> Option<Clock> {
    let (hour, minute) = text.split_once(':')?;
    let clock = Clock { hour: hour.parse().ok()?, minute: minute.parse().ok()? };
    (clock.hour < 24 && clock.minute < 60).then_some(clock)
}

fn time(time: Option<TimeOfDay>) -> String {
    match time {
        None => String::new(),
        Some(TimeOfDay::At(at)) => format!(" @{}", clock(at)),
        Some(TimeOfDay::Hours { from, to }) => format!(" @{}-{}", clock(from), clock(to)),
        Some(TimeOfDay::Sittings { count, sitting }) => {
            format!(" @{count}x{}", code(&SITTINGS, sitting))
        }
        Some(plain) => format!(" @{}", code(&TIMES, plain)),
    }
}

fn read_time(text: &str) -> Option<TimeOfDay> {
    if let Some(plain) = value(&TIMES, text) {
        return Some(plain);
    }
    if let Some((count, sitting)) = text.split_once('x') {
        return Some(TimeOfDay::Sittings { count: count.parse().ok()?, sitting: value(&SITTINGS, sitting)? });
    }
    match text.split_once('-') {
        Some((from, to)) => Some(TimeOfDay::Hours { from: read_clock(from)?, to: read_clock(to)? }),
        None => read_clock(text).map(TimeOfDay::At),
    }
}

/// A time of a plan as its code.
pub(super) fn when(when: &When) -> String {
    match *when {
        When::Unset => String::new(),
        When::Announced => "tba".into(),
        When::Day { day, time: at } => date(day) + &time(at),
        When::Span { from, to, time: at } => format!("{}/{}{}", date(from), date(to), time(at)),
        When::MonthPart { year, month, part, time: at } => {
            format!("{year}-{month:02}/{}{}", code(&PARTS, part), time(at))
        }
        When::Quarter { year, quarter } => format!("{year}-Q{quarter}"),
        When::Before { day, time: at } => format!("<{}{}", date(day), time(at)),
        When::By { day, time: at } => format!("<={}{}", date(day), time(at)),
        When::Relative { side, days, bound, working } => {
            let sign = if side == Side::Before { '-' } else { '+' };
            let bound = match bound {
                Bound::Exactly => "",
                Bound::AtLeast => ":at-least",
                Bound::AtMost => ":at-most",
            };
            format!("conference{sign}{days}{}{bound}", if working { "w" } else { "d" })
        }
        When::Recurring { every, times } => format!("every:{times}/{}", code(&INTERVALS, every)),
    }
}

/// Reads [`when`] back; none for what is no time, or one that cannot stand (a range backwards, a 13th month).
pub(super) fn read_when(text: &str) -> Option<When> {
    let when = read_any(text)?;
    when.validate().is_ok().then_some(when)
}

fn read_any(text: &str) -> Option<When> {
    match text {
        "" => return Some(When::Unset),
        "tba" => return Some(When::Announced),
        _ => {}
    }
    if let Some(rest) = text.strip_prefix("conference") {
        return read_relative(rest);
    }
    if let Some(rest) = text.strip_prefix("every:") {
        let (times, every) = rest.split_once('/')?;
        return Some(When::Recurring { every: value(&INTERVALS, every)?, times: times.parse().ok()? });
    }
    let (days, time) = match text.split_once(" @") {
        Some((days, time)) => (days, Some(read_time(time)?)),
        None => (text, None),
    };
    if let Some(day) = days.strip_prefix("<=") {
        return Some(When::By { day: read_date(day)?, time });
    }
    if let Some(day) = days.strip_prefix('<') {
        return Some(When::Before { day: read_date(day)?, time });
    }
    if let Some((year, quarter)) = days.split_once("-Q") {
        return Some(When::Quarter { year: year.parse().ok()?, quarter: quarter.parse().ok()? });
    }
    match days.split_once('/') {
        Some((from, to)) => match read_date(from) {
            Some(from) => Some(When::Span { from, to: read_date(to)?, time }),
            None => {
                let (year, month) = from.split_once('-')?;
                Some(When::MonthPart {
                    year: year.parse().ok()?,
                    month: month.parse().ok()?,
                    part: value(&PARTS, to)?,
                    time,
                })
            }
        },
        None => Some(When::Day { day: read_date(days)?, time }),
    }
}

fn read_relative(rest: &str) -> Option<When> {
    let (distance, bound) = match rest.split_once(':') {
        None => (rest, Bound::Exactly),
        Some((distance, "at-least")) => (distance, Bound::AtLeast),
        Some((distance, "at-most")) => (distance, Bound::AtMost),
        Some(_) => return None,
    };
    let side = match distance.chars().next()? {
        '-' => Side::Before,
        '+' => Side::After,
        _ => return None,
    };
    let working = distance.ends_with('w');
    let days = distance.get(1..distance.len().checked_sub(1)?)?.parse().ok()?;
    (working || distance.ends_with('d')).then_some(When::Relative { side, days, bound, working })
}
