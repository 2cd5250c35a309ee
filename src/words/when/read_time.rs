//! The time of day in a phrase, found wherever it stands and taken out, so that "8h30 ngày 5/9" and
//! "5/9, lúc 8 giờ 30" read alike.
//!
//! Knows no date: the rest of the phrase is `read`'s.

use super::{Clock, Sitting, TimeOfDay, WhenFault};
use crate::words::token::{Kind, Reader, Token};

/// Takes the time of day out of `row`: that time, and the tokens around it.
///
/// An hour that no clock has is returned as written, for the value's own check to name.
pub(super) fn take_time(row: &[Token]) -> Result<(Option<TimeOfDay>, Vec<Token>), WhenFault> {
    let mut reader = Reader::new(row);
    let mut rest = Vec::new();
    let (mut part, mut time) = (None, None);
    while let Some(token) = reader.peek(0) {
        let place = if let Some(found) = read_time(&mut reader, rest.is_empty()) {
            (&mut time, found)
        } else if let Some(found) = read_part(&mut reader) {
            (&mut part, found)
        } else {
            rest.push(token.clone());
            reader.skip(1);
            continue;
        };
        // Two of a kind are two events, or one that this type cannot say.
        if place.0.replace(place.1).is_some() {
            return Err(WhenFault::NotUnderstood);
        }
    }
    Ok((merge(part, time)?, rest))
}

/// "buổi sáng", "chiều", "tối"; not "tối đa", "tối thiểu".
fn read_part(reader: &mut Reader) -> Option<TimeOfDay> {
    let mut ahead = *reader;
    ahead.phrase("buoi");
    let part =
        ahead.one_of(&[("sang", TimeOfDay::Morning), ("chieu", TimeOfDay::Afternoon), ("toi", TimeOfDay::Evening)])?;
    if part == TimeOfDay::Evening && (ahead.is_word(0, "da") || ahead.is_word(0, "thieu")) {
        return None;
    }
    *reader = ahead;
    Some(part)
}

fn read_time(reader: &mut Reader, at_start: bool) -> Option<TimeOfDay> {
    if reader.phrase("ca ngay") {
        return Some(TimeOfDay::WholeDay);
    }
    let mut ahead = *reader;
    let time = read_sittings(&mut ahead, at_start).or_else(|| {
        ahead = *reader;
        read_hours(&mut ahead)
    })?;
    *reader = ahead;
    Some(time)
}

/// "01 buổi sáng", "2 buổi"; "01 ngày," only where it opens the phrase, since elsewhere it is a distance.
fn read_sittings(reader: &mut Reader, at_start: bool) -> Option<TimeOfDay> {
    if at_start && read_half_day(reader) {
        return Some(TimeOfDay::Sittings { count: 1, sitting: Sitting::HalfDay });
    }
    let count = reader.count()?;
    let sitting = if reader.phrase("buoi") {
        reader
            .one_of(&[("sang", Sitting::Morning), ("chieu", Sitting::Afternoon), ("toi", Sitting::Evening)])
            .unwrap_or(Sitting::HalfDay)
    } else if at_start && reader.phrase("ngay") && reader.is_sign(0, ',') {
        Sitting::Day
    } else {
        return None;
    };
    Some(TimeOfDay::Sittings { count, sitting })
}

/// "nửa ngày", "½ ngày", "1/2 ngày".
fn read_half_day(reader: &mut Reader) -> bool {
    let mut ahead = *reader;
    let half = ahead.phrase("nua")
        || ahead.sign(&['½']).is_some()
        || matches!(ahead.number(), Some((1, _)))
            && ahead.sign(&['/']).is_some()
            && matches!(ahead.number(), Some((2, _)));
    if half && ahead.phrase("ngay") {
        *reader = ahead;
        return true;
    }
    false
}

/// "từ 8h đến 11h30", "8h00-11h30", "8 giờ 30 phút". A "từ" before a single hour is taken with it.
fn read_hours(reader: &mut Reader) -> Option<TimeOfDay> {
    reader.phrase("tu");
    let from = read_clock(reader)?;
    let mut ahead = *reader;
    if (ahead.phrase("den") || ahead.sign(&['-']).is_some())
        && let Some(to) = read_clock(&mut ahead)
    {
        *reader = ahead;
        return Some(TimeOfDay::Hours { from, to });
    }
    Some(TimeOfDay::At(from))
}

/// "8h", "8h30", "8g30", "8:30", "08 giờ 00 phút", "8 giờ rưỡi".
fn read_clock(reader: &mut Reader) -> Option<Clock> {
    let (hour, 1..=2) = reader.number()? else {
        return None;
    };
    if reader.sign(&[':']).is_some() {
        let (minute, _) = reader.number()?;
        return Some(Clock { hour, minute });
    }
    if !(reader.phrase("gio") || reader.phrase("h") || reader.phrase("g")) {
        return None;
    }
    let minute = if reader.phrase("ruoi") {
        30
    } else if is_minute(*reader) {
        let minute = reader.number().map_or(0, |(minute, _)| minute);
        if !(reader.phrase("phut") || reader.phrase("p")) {
            reader.sign(&['\'', '’', '′']);
        }
        minute
    } else {
        0
    };
    Some(Clock { hour, minute })
}

/// Whether the number here is a minute and not the day of a date: "8h 5/9" has none.
fn is_minute(reader: Reader) -> bool {
    let Some(Token { kind: Kind::Number { .. }, glued }) = reader.peek(0) else {
        return false;
    };
    if reader.is_sign(1, '/') || reader.is_word(1, "thang") {
        return false;
    }
    if reader.is_sign(1, '.') && reader.is_number(2) {
        return false;
    }
    // "8 giờ 25 - 29/9" is a span of days, "8 giờ 00 - 11 giờ 30" and "8h00-11h30" are spans of hours.
    let hour_follows = ["gio", "h", "g"].iter().any(|word| reader.is_word(3, word));
    !reader.is_sign(1, '-') || *glued || hour_follows
}

/// "8 giờ sáng", "2h chiều", "01 buổi (sáng)".
fn merge(part: Option<TimeOfDay>, time: Option<TimeOfDay>) -> Result<Option<TimeOfDay>, WhenFault> {
    let (Some(part), Some(time)) = (part, time) else {
        return Ok(part.or(time));
    };
    match time {
        TimeOfDay::At(at) => Ok(Some(TimeOfDay::At(in_part(at, part)?))),
        TimeOfDay::Hours { from, to } => {
            // The part is that of the start: "từ 8h sáng đến 15h".
            let start = in_part(from, part)?;
            let end = if to < from || start == from { to } else { in_part(to, part)? };
            Ok(Some(TimeOfDay::Hours { from: start, to: end }))
        }
        TimeOfDay::Sittings { count, sitting: Sitting::HalfDay } => {
            let sitting = match part {
                TimeOfDay::Morning => Sitting::Morning,
                TimeOfDay::Afternoon => Sitting::Afternoon,
                _ => Sitting::Evening,
            };
            Ok(Some(TimeOfDay::Sittings { count, sitting }))
        }
        _ => Err(WhenFault::NotUnderstood),
    }
}

/// The hour of `at`, read in that part of the day: 2 in the afternoon is 14.
fn in_part(at: Clock, part: TimeOfDay) -> Result<Clock, WhenFault> {
    let hour = match (part, at.hour) {
        (TimeOfDay::Morning, hour @ 0..=11) => hour,
        (TimeOfDay::Afternoon, hour @ 1..=6) => hour + 12,
        (TimeOfDay::Afternoon, hour @ 12..=18) => hour,
        (TimeOfDay::Evening, hour @ 5..=11) => hour + 12,
        (TimeOfDay::Evening, hour @ 17..=23) => hour,
        _ => return Err(WhenFault::NotUnderstood),
    };
    Ok(Clock { hour, minute: at.minute })
}
