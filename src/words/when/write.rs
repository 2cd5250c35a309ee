//! Time in plans, written. `read` reads every form back.
//!
//! Knows no sentence around the phrase; that a form fits after "Thời gian: " or after a verb is [`Wording`]'s word.

use chrono::Datelike;
use chrono::NaiveDate;

use super::{Bound, Clock, Interval, MonthPart, Side, Sitting, TimeOfDay, When, Wording};
use crate::words::count::{padded, push_padded};
use crate::words::date::{day_month, long_date, long_day_month, month_year, push_month, short_date};
use crate::words::letters::roman;

pub(super) fn write(when: &When, wording: Wording) -> String {
    match *when {
        When::Unset => "……".to_owned(),
        When::Announced if wording == Wording::Clause => "vào thời gian thông báo sau".to_owned(),
        When::Announced => "thông báo sau".to_owned(),
        When::Day { day, time } => write_day(day, time, wording),
        When::Span { from, to, time } => with_time(time, wording, span(from, to, wording), ""),
        When::MonthPart { year, month, part, time } => {
            let preposition = if part == MonthPart::Whole { "trong " } else { "vào " };
            with_time(time, wording, month_part(year, month, part, wording), preposition)
        }
        When::Quarter { year, quarter } => {
            let lead = if wording == Wording::Clause { "trong quý " } else { "quý " };
            let joint = if wording == Wording::Long { " năm " } else { "/" };
            [lead, &roman(quarter), joint, &year.to_string()].concat()
        }
        When::Before { day, time } => limit("trước ", day, time, wording),
        When::By { day, time } => limit("chậm nhất ", day, time, wording),
        When::Relative { side, days, bound, working } => relative(side, &count_of_days(days, working), bound, wording),
        When::Recurring { every, times } => recurring(every, times, wording),
    }
}

/// The date as this wording has it.
fn date(day: NaiveDate, wording: Wording) -> String {
    match wording {
        Wording::Bare => short_date(day),
        Wording::Full | Wording::Clause => ["ngày ", &short_date(day)].concat(),
        Wording::Long => long_date(day),
    }
}

fn write_day(day: NaiveDate, time: Option<TimeOfDay>, wording: Wording) -> String {
    let date = date(day, wording);
    match time {
        // "cả ngày 05/9/2026", not "cả ngày, ngày 05/9/2026".
        Some(TimeOfDay::WholeDay) => {
            let lead = if wording == Wording::Clause { "trong cả ngày " } else { "cả ngày " };
            [lead, date.strip_prefix("ngày ").unwrap_or(&date)].concat()
        }
        Some(time) => match (part_of_day(time), wording) {
            (Some(part), Wording::Bare) => [part, " ", &date].concat(),
            (Some(part), Wording::Clause) => ["vào ", part, " ", &date].concat(),
            _ => with_time(Some(time), wording, date, ""),
        },
        None => with_time(None, wording, date, "vào "),
    }
}

/// The body with the time before it. Only one of them takes a preposition, `own` being the body's.
fn with_time(time: Option<TimeOfDay>, wording: Wording, body: String, own: &str) -> String {
    let clause = wording == Wording::Clause;
    match time {
        Some(time) => {
            let lead = if clause { preposition(time) } else { "" };
            [lead, &time_phrase(time), ", ", &body].concat()
        }
        None if clause => [own, &body].concat(),
        None => body,
    }
}

fn part_of_day(time: TimeOfDay) -> Option<&'static str> {
    match time {
        TimeOfDay::Morning => Some("sáng"),
        TimeOfDay::Afternoon => Some("chiều"),
        TimeOfDay::Evening => Some("tối"),
        _ => None,
    }
}

fn preposition(time: TimeOfDay) -> &'static str {
    match time {
        TimeOfDay::Morning | TimeOfDay::Afternoon | TimeOfDay::Evening => "vào ",
        TimeOfDay::At(_) => "lúc ",
        TimeOfDay::WholeDay | TimeOfDay::Sittings { .. } => "trong ",
        // It brings its own: "từ … đến …".
        TimeOfDay::Hours { .. } => "",
    }
}

fn time_phrase(time: TimeOfDay) -> String {
    match time {
        TimeOfDay::Morning => "buổi sáng".to_owned(),
        TimeOfDay::Afternoon => "buổi chiều".to_owned(),
        TimeOfDay::Evening => "buổi tối".to_owned(),
        TimeOfDay::WholeDay => "cả ngày".to_owned(),
        TimeOfDay::At(at) => clock(at),
        TimeOfDay::Hours { from, to } => ["từ ", &clock(from), " đến ", &clock(to)].concat(),
        TimeOfDay::Sittings { count, sitting } => {
            let unit = match sitting {
                Sitting::HalfDay => " buổi",
                Sitting::Morning => " buổi sáng",
                Sitting::Afternoon => " buổi chiều",
                Sitting::Evening => " buổi tối",
                Sitting::Day => " ngày",
            };
            padded(count) + unit
        }
    }
}

/// "08 giờ 00 phút".
fn clock(at: Clock) -> String {
    let mut text = padded(at.hour);
    text.push_str(" giờ ");
    push_padded(&mut text, at.minute);
    text.push_str(" phút");
    text
}

/// The first end leaves out the year where both have the same.
fn span(from: NaiveDate, to: NaiveDate, wording: Wording) -> String {
    let short = from.year() == to.year();
    let start = match wording {
        Wording::Long if short => long_day_month(from),
        _ if !short => date(from, wording),
        Wording::Bare => day_month(from),
        _ => ["ngày ", &day_month(from)].concat(),
    };
    let end = date(to, wording);
    match wording {
        Wording::Bare => [&start, " - ", &end].concat(),
        _ => ["từ ", &start, " đến ", &end].concat(),
    }
}

fn month_part(year: i32, month: u32, part: MonthPart, wording: Wording) -> String {
    let lead = match part {
        MonthPart::Whole => "",
        MonthPart::Start => "đầu ",
        MonthPart::Middle => "giữa ",
        MonthPart::End => "cuối ",
        MonthPart::FirstTen => "thượng tuần ",
        MonthPart::MiddleTen => "trung tuần ",
        MonthPart::LastTen => "hạ tuần ",
    };
    let mut text = lead.to_owned();
    if wording == Wording::Long {
        text.push_str("tháng ");
        push_month(&mut text, month);
        text.push_str(" năm ");
        text.push_str(&year.to_string());
    } else {
        text.push_str(&month_year(year, month));
    }
    text
}

/// "trước ngày 05/9/2026", "chậm nhất 17 giờ 00 phút ngày 05/9/2026".
fn limit(lead: &str, day: NaiveDate, time: Option<TimeOfDay>, wording: Wording) -> String {
    let date = date(day, wording);
    match time {
        None => [lead, &date].concat(),
        Some(time) => {
            let moment = part_of_day(time).map_or_else(|| time_phrase(time), str::to_owned);
            // An hour beside a bare date reads as one number: there the comma parts them.
            let joint = if wording == Wording::Bare { ", " } else { " " };
            [lead, &moment, joint, &date].concat()
        }
    }
}

fn count_of_days(days: u32, working: bool) -> String {
    padded(days) + if working { " ngày làm việc" } else { " ngày" }
}

fn relative(side: Side, days: &str, bound: Bound, wording: Wording) -> String {
    let bare = match bound {
        Bound::AtLeast => "ít nhất ",
        Bound::Exactly => "",
        Bound::AtMost => "không quá ",
    };
    match (side, wording) {
        (Side::Before, Wording::Bare) => ["trước ", bare, days].concat(),
        (Side::Before, Wording::Full | Wording::Clause) => ["trước hội nghị ", bare, days].concat(),
        (Side::Before, Wording::Long) => [bare, days, " trước ngày tổ chức hội nghị"].concat(),
        (Side::After, Wording::Bare) => ["sau ", bare, days].concat(),
        (Side::After, Wording::Full | Wording::Clause) => match bound {
            Bound::AtMost => ["chậm nhất ", days, " sau hội nghị"].concat(),
            _ => ["sau hội nghị ", bare, days].concat(),
        },
        (Side::After, Wording::Long) => {
            let lead = if bound == Bound::AtMost { "trong thời hạn " } else { bare };
            [lead, days, " kể từ ngày kết thúc hội nghị"].concat()
        }
    }
}

fn recurring(every: Interval, times: u32, wording: Wording) -> String {
    // A stretch of one unit is named ("năm"); half a year is counted in months.
    let unit = match every {
        Interval::Week => "tuần",
        Interval::Month => "tháng",
        Interval::Quarter => "quý",
        Interval::HalfYear => "06 tháng",
        Interval::Year => "năm",
    };
    let half_year = every == Interval::HalfYear;
    if times != 1 {
        return match wording {
            Wording::Bare | Wording::Full => [&padded(times), " lần/", unit].concat(),
            Wording::Clause | Wording::Long => ["mỗi ", unit, " ", &padded(times), " lần"].concat(),
        };
    }
    let figure = if half_year { "" } else { "01 " };
    match wording {
        Wording::Bare => [figure, unit, "/lần"].concat(),
        Wording::Long => ["định kỳ ", figure, unit, "/lần"].concat(),
        Wording::Full if half_year => [unit, "/lần"].concat(),
        Wording::Clause if half_year => ["định kỳ ", unit, "/lần"].concat(),
        Wording::Full => ["hằng ", unit].concat(),
        Wording::Clause => ["định kỳ hằng ", unit].concat(),
    }
}
