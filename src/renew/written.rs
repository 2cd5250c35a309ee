//! Dates in free words, in another year: written as they were, with other figures.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::day::Shift;
use crate::words::{When, Wording};

/// A phrase of time as it is written, moved along; none where nothing of it moves or it is not understood alone.
pub(super) fn moved(phrase: &str, shift: Shift) -> Option<String> {
    let before = When::parse(phrase, shift.from).ok()?;
    let after = shift.when(&before)?;
    let reads = |text: &str| When::parse(text, shift.to).is_ok_and(|read| read == after);
    let figures = with_figures(phrase, &dates(&before), &dates(&after));
    let new = figures.filter(|new| reads(new)).unwrap_or_else(|| {
        // Months in words, or a span that now ends in another month: worded anew.
        let bare = phrase.starts_with(|first: char| first.is_ascii_digit());
        after.wording(if bare { Wording::Bare } else { Wording::Full })
    });
    (new != phrase).then_some(new)
}

/// The figures that a phrase can have, in the order in which they are written: day, month and year of each end.
fn dates(when: &When) -> Vec<(Figure, i64)> {
    let day = |day: NaiveDate| {
        [
            (Figure::Day, i64::from(day.day())),
            (Figure::Month, i64::from(day.month())),
            (Figure::Year, i64::from(day.year())),
        ]
    };
    match when {
        When::Day { day: one, .. } | When::Before { day: one, .. } | When::By { day: one, .. } => day(*one).to_vec(),
        When::Span { from, to, .. } => [day(*from), day(*to)].concat(),
        When::MonthPart { year, month, .. } => {
            vec![(Figure::Month, i64::from(*month)), (Figure::Year, i64::from(*year))]
        }
        When::Quarter { year, quarter } => {
            vec![(Figure::Quarter, i64::from(*quarter)), (Figure::Year, i64::from(*year))]
        }
        When::Unset | When::Announced | When::Relative { .. } | When::Recurring { .. } => Vec::new(),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Figure {
    Day,
    Month,
    Quarter,
    Year,
}

/// The phrase with each of its figures that is one of `before` replaced by that of `after`.
fn with_figures(phrase: &str, before: &[(Figure, i64)], after: &[(Figure, i64)]) -> Option<String> {
    let mut new = String::with_capacity(phrase.len());
    let (mut at, mut next) = (0, 0);
    for range in numbers(phrase) {
        let written = &phrase[range.clone()];
        if is_of_clock(phrase, &range) {
            continue;
        }
        let value: i64 = written.parse().ok()?;
        // What the phrase leaves out is passed over.
        let Some(found) = before[next..].iter().position(|(_, known)| *known == value) else { continue };
        let (figure, value) = *after.get(next + found)?;
        next += found + 1;
        new.push_str(&phrase[at..range.start]);
        let padded = match figure {
            Figure::Day => written.len() == 2 || value >= 10,
            // A zero before months 1 and 2, and before others where it was written so.
            Figure::Month => value < 3 || written.starts_with('0') && written != "01" && written != "02",
            Figure::Quarter | Figure::Year => false,
        };
        new.push_str(&if padded { format!("{value:02}") } else { value.to_string() });
        at = range.end;
    }
    new.push_str(&phrase[at..]);
    Some(new)
}

fn numbers(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, byte) in text.bytes().enumerate() {
        if !byte.is_ascii_digit() {
            continue;
        }
        match found.last_mut() {
            Some(last) if last.end == at => last.end = at + 1,
            _ => found.push(at..at + 1),
        }
    }
    found
}

/// Whether a number is an hour, a minute, or a length.
fn is_of_clock(text: &str, range: &Range<usize>) -> bool {
    let after = text[range.end..].trim_start().to_lowercase();
    let before = text[..range.start].trim_end().to_lowercase();
    let starts = ["giờ", "h", "g", ":", "phút", "p", "buổi", "lần"].iter().any(|unit| after.starts_with(unit));
    // "hết ngày 05" ends in no unit; "08 giờ 30" and "8h30" do.
    let ends = before.ends_with("giờ") || before.ends_with(':') || text[..range.start].ends_with(['h', 'g']);
    starts && !after.starts_with("hết") || ends
}
