//! Time in plans, read: every wording of `write`, and what people type for it.
//!
//! Knows no sentence: it reads one phrase, whole, or says why not. Finding the phrase in a paragraph is `find`'s.

use super::read_time::take_time;
use super::{Bound, Interval, MonthPart, Side, TimeOfDay, When, WhenFault};
use crate::words::date::{RoughDate, read_year};
use crate::words::token::{Kind, Reader, Token, tokens};

pub(super) fn read(text: &str, default_year: i32) -> Result<When, WhenFault> {
    let row = tokens(text).ok_or(WhenFault::NotUnderstood)?;
    if text.chars().all(|letter| matches!(letter, '.' | '…' | '_') || letter.is_whitespace()) {
        return Ok(When::Unset);
    }
    read_row(&row, default_year)
}

/// Reads a row of tokens, whole.
pub(super) fn read_row(row: &[Token], default_year: i32) -> Result<When, WhenFault> {
    let (time, rest) = take_time(&without_hedges(row))?;
    // What parted the time from the date has done its work.
    let rest: Vec<Token> = rest.into_iter().filter(|token| !matches!(token.kind, Kind::Sign(',' | ':'))).collect();
    let reader = Reader::new(trim_signs(&rest));
    let when = READERS.iter().find_map(|read| whole(reader, *read, default_year)).ok_or(WhenFault::NotUnderstood)??;
    let when = with_time(when, time)?;
    when.validate()?;
    Ok(when)
}

/// What a reader makes of a phrase: `None`, not its form; `Some(Err)`, its form with a fault.
type Reading = Option<Result<When, WhenFault>>;

/// The forms, tried in turn. Few phrases fit two of them: a limit stands before a day, since it holds one.
const READERS: [fn(&mut Reader, i32) -> Reading; 8] =
    [read_announced, read_recurring, read_relative, read_quarter, read_month, read_limit, read_span, read_day];

/// The reading, if it takes the phrase to its end.
fn whole(phrase: Reader, read: fn(&mut Reader, i32) -> Reading, year: i32) -> Reading {
    let mut reader = phrase;
    read(&mut reader, year).filter(|_| reader.done())
}

fn with_time(mut when: When, found: Option<TimeOfDay>) -> Result<When, WhenFault> {
    if found.is_some() {
        match &mut when {
            When::Day { time, .. }
            | When::Span { time, .. }
            | When::MonthPart { time, .. }
            | When::Before { time, .. }
            | When::By { time, .. } => *time = found,
            _ => return Err(WhenFault::TimeDoesNotFit),
        }
    }
    Ok(when)
}

/// The tokens less the words that a sentence puts around a time ("dự kiến", "vào"), signs at the ends included.
/// "Trong (vòng)" before a count of days is a bound, and becomes "không quá".
fn without_hedges(row: &[Token]) -> Vec<Token> {
    const HEDGES: [&str; 16] = [
        "du kien",
        "theo",
        "quy dinh",
        "thoi gian",
        "to chuc",
        "bat dau",
        "cu the",
        "vao",
        "luc",
        "khoang",
        "la",
        "se",
        "co",
        "xong",
        "hoan thanh",
        "trong",
    ];
    let mut reader = Reader::new(trim_signs(row));
    let mut kept = Vec::new();
    while let Some(token) = reader.peek(0) {
        if read_within(&mut reader) {
            for word in ["khong", "qua"] {
                kept.push(Token { kind: Kind::Word(word.to_owned()), glued: false });
            }
        } else if reader.is_word(0, "hoi") && !reader.is_word(1, "nghi") {
            reader.skip(1);
        } else if HEDGES.iter().any(|hedge| reader.phrase(hedge)) {
            reader.sign(&[':']);
        } else {
            kept.push(token.clone());
            reader.skip(1);
        }
    }
    trim_signs(&kept).to_vec()
}

/// "trong vòng", "trong thời hạn", "trong thời gian", "trong" before a count of days that is no length ("trong 01
/// ngày, từ ngày …").
fn read_within(reader: &mut Reader) -> bool {
    let mut ahead = *reader;
    if !ahead.phrase("trong") {
        return false;
    }
    let named = ahead.phrase("vong") || ahead.phrase("thoi han");
    ahead.phrase("thoi gian");
    let days = ahead.is_number(0) && (ahead.is_word(1, "ngay") || ahead.is_word(1, "tuan"));
    let bound = named || days && !ahead.is_sign(2, ',');
    if bound {
        *reader = ahead;
    }
    bound
}

/// The tokens without the punctuation at either end. Other signs stay: they are not understood.
fn trim_signs(row: &[Token]) -> &[Token] {
    let mut row = row;
    while let [Token { kind, .. }, inner @ ..] = row
        && is_punctuation(kind)
    {
        row = inner;
    }
    while let [inner @ .., Token { kind, .. }] = row
        && is_punctuation(kind)
    {
        row = inner;
    }
    row
}

fn is_punctuation(kind: &Kind) -> bool {
    matches!(kind, Kind::Sign(',' | '.' | ':' | '-' | '/'))
}

fn read_announced(reader: &mut Reader, _: i32) -> Reading {
    reader.phrase("thong bao sau").then_some(Ok(When::Announced))
}

/// "01 quý/lần", "hằng quý", "02 lần/năm", "mỗi năm 02 lần", "định kỳ 6 tháng".
fn read_recurring(reader: &mut Reader, _: i32) -> Reading {
    let periodic = reader.phrase("dinh ky");
    let named = reader.phrase("hang") || reader.phrase("moi");
    let often = |reader: &mut Reader| {
        let times = reader.count();
        ["lan", "ky", "dot"].iter().any(|word| reader.phrase(word)).then_some(times.unwrap_or(1))
    };
    let mut ahead = *reader;
    if let Some(times) = often(&mut ahead) {
        ahead.sign(&['/']);
        ahead.phrase("moi");
        let every = read_interval(&mut ahead)?;
        *reader = ahead;
        return Some(Ok(When::Recurring { every, times }));
    }
    let every = read_interval(reader)?;
    let mut ahead = *reader;
    ahead.sign(&['/']);
    let times = match often(&mut ahead) {
        Some(times) => {
            *reader = ahead;
            times
        }
        None if periodic || named => 1,
        None => return None,
    };
    Some(Ok(When::Recurring { every, times }))
}

fn read_interval(reader: &mut Reader) -> Option<Interval> {
    let count = reader.count().unwrap_or(1);
    if reader.phrase("tuan") {
        return (count == 1).then_some(Interval::Week);
    }
    let months = reader.one_of(&[("nua nam", 6), ("thang", 1), ("quy", 3), ("nam", 12)])?;
    match count.checked_mul(months)? {
        1 => Some(Interval::Month),
        3 => Some(Interval::Quarter),
        6 => Some(Interval::HalfYear),
        12 => Some(Interval::Year),
        _ => None,
    }
}

/// How a bound is worded; "chậm nhất" sets the far limit, whichever side that is on.
#[derive(Clone, Copy, PartialEq)]
enum BoundWord {
    Least,
    Most,
    Latest,
}

/// "trước hội nghị ít nhất 07 ngày", "chậm nhất 30 ngày sau khi kết thúc đối thoại": a count of days, a side, a
/// bound and the event's names, in any order.
fn read_relative(reader: &mut Reader, _: i32) -> Reading {
    const BOUNDS: [(&str, BoundWord); 6] = [
        ("it nhat", BoundWord::Least),
        ("toi thieu", BoundWord::Least),
        ("khong qua", BoundWord::Most),
        ("toi da", BoundWord::Most),
        ("cham nhat", BoundWord::Latest),
        ("muon nhat", BoundWord::Latest),
    ];
    const SIDES: [(&str, Side); 3] = [("truoc", Side::Before), ("sau", Side::After), ("ke tu", Side::After)];
    const EVENT: [&str; 15] = [
        "hoi nghi",
        "tiep xuc",
        "doi thoai",
        "buoi",
        "cuoc",
        "ngay",
        "khi",
        "dien ra",
        "ket thuc",
        "khai mac",
        "be mac",
        "thoi diem",
        "truc tiep",
        "noi tren",
        "nay",
    ];
    let (mut length, mut side, mut bound) = (None, None, None);
    while !reader.done() {
        if reader.is_number(0) {
            if length.replace(read_length(reader)?).is_some() {
                return None;
            }
        } else if let Some(found) = reader.one_of(&SIDES) {
            if side.replace(found).is_some_and(|known| known != found) {
                return None;
            }
        } else if let Some(found) = reader.one_of(&BOUNDS) {
            bound = merge_bounds(bound, found)?;
        } else if reader.sign(&['-']).is_none() && !EVENT.iter().any(|name| reader.phrase(name)) {
            return None;
        }
    }
    let ((days, working), side) = (length?, side?);
    let bound = match (bound, side) {
        (None, _) => Bound::Exactly,
        (Some(BoundWord::Least), _) | (Some(BoundWord::Latest), Side::Before) => Bound::AtLeast,
        (Some(BoundWord::Most), _) | (Some(BoundWord::Latest), Side::After) => Bound::AtMost,
    };
    Some(Ok(When::Relative { side, days, bound, working }))
}

/// "07 ngày", "05 ngày làm việc", "2 tuần": days, and whether only working ones count.
fn read_length(reader: &mut Reader) -> Option<(u32, bool)> {
    let (count, _) = reader.number()?;
    if reader.phrase("ngay lam viec") {
        Some((count, true))
    } else if reader.phrase("ngay") {
        Some((count, false))
    } else if reader.phrase("tuan") {
        Some((count.saturating_mul(7), false))
    } else {
        None
    }
}

/// "chậm nhất không quá" is one bound said twice; "ít nhất không quá" is none.
fn merge_bounds(known: Option<BoundWord>, found: BoundWord) -> Option<Option<BoundWord>> {
    match known {
        None | Some(BoundWord::Latest) => Some(Some(found)),
        Some(known) if known == found || found == BoundWord::Latest => Some(Some(known)),
        Some(_) => None,
    }
}

/// "quý II/2026", "quý 2 năm 2026", "Q2".
fn read_quarter(reader: &mut Reader, default_year: i32) -> Reading {
    if !(reader.phrase("quy") || reader.phrase("q")) {
        return None;
    }
    let quarter = reader.one_of(&[("i", 1), ("ii", 2), ("iii", 3), ("iv", 4)]).or_else(|| reader.number_or_word())?;
    let year = read_year(reader).unwrap_or(default_year);
    Some(Ok(When::Quarter { year, quarter }))
}

/// "giữa tháng 10/2026", "trung tuần tháng 4", "tháng 9 năm 2026", "10/2026".
fn read_month(reader: &mut Reader, default_year: i32) -> Reading {
    let part = reader
        .one_of(&[
            ("dau", MonthPart::Start),
            ("giua", MonthPart::Middle),
            ("cuoi", MonthPart::End),
            ("thuong tuan", MonthPart::FirstTen),
            ("trung tuan", MonthPart::MiddleTen),
            ("ha tuan", MonthPart::LastTen),
        ])
        .unwrap_or(MonthPart::Whole);
    let named = reader.phrase("thang");
    // Without the word it is a month only beside a full year: "9/2026", but "9/10" is a day.
    if !named && !reader.is_full_year(2) {
        return None;
    }
    let month = reader.number_or_word()?;
    let year = read_year(reader).unwrap_or(default_year);
    Some(Ok(When::MonthPart { year, month, part, time: None }))
}

/// "trước ngày …", "chậm nhất (đến hết) ngày …", "(từ nay) đến ngày …", "hết ngày …".
fn read_limit(reader: &mut Reader, default_year: i32) -> Reading {
    reader.phrase("tu nay");
    let latest = ["cham nhat", "muon nhat", "khong qua"].iter().any(|word| reader.phrase(word));
    let before = reader.phrase("truoc");
    let until = !before && (reader.phrase("den het") || reader.phrase("den") || reader.phrase("het"));
    if !(latest || before || until) {
        return None;
    }
    let day = RoughDate::read(reader)?.resolve(None, default_year);
    Some(match day {
        Ok(day) if before => Ok(When::Before { day, time: None }),
        Ok(day) => Ok(When::By { day, time: None }),
        Err(fault) => Err(fault.into()),
    })
}

/// "từ ngày … đến ngày …", "25/9 - 29/9/2026", "25-29/9"; "05 và 06/9" where the second
/// day follows the first. Either end may leave to the other what it does not say.
fn read_span(reader: &mut Reader, default_year: i32) -> Reading {
    let _ = reader.phrase("tu") || reader.phrase("ke tu");
    let from = RoughDate::read(reader)?;
    let pair = reader.phrase("va");
    if !pair && reader.sign(&['-']).is_none() && !reader.phrase("den") {
        return None;
    }
    reader.phrase("het");
    let to = RoughDate::read(reader)?;
    let (from_year, to_year) = span_years(from, to, default_year);
    let ends = from.resolve(to.month, from_year).and_then(|from| Ok((from, to.resolve(None, to_year)?)));
    Some(match ends {
        Ok((from, to)) if pair && from.succ_opt() != Some(to) => return None,
        Ok((from, to)) => Ok(When::Span { from, to, time: None }),
        Err(fault) => Err(fault.into()),
    })
}

/// The years that the two ends take. A span from the last quarter into the first crosses the new year.
fn span_years(from: RoughDate, to: RoughDate, default_year: i32) -> (i32, i32) {
    let crosses = from.month.is_some_and(|month| month >= 10) && to.month.is_some_and(|month| month <= 3);
    let step = i32::from(crosses);
    match (from.year, to.year) {
        (Some(from), Some(to)) => (from, to),
        (None, Some(to)) => (to.saturating_sub(step), to),
        (Some(from), None) => (from, from.saturating_add(step)),
        (None, None) => (default_year, default_year.saturating_add(step)),
    }
}

fn read_day(reader: &mut Reader, default_year: i32) -> Reading {
    let day = RoughDate::read(reader)?.resolve(None, default_year);
    Some(match day {
        Ok(day) => Ok(When::Day { day, time: None }),
        Err(fault) => Err(fault.into()),
    })
}
