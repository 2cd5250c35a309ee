//! What moves in free words: dates, years, and bodies that ended.
//!
//! Papers that are mentioned keep theirs, and so do periods ("giai đoạn 2021 - 2025"). Knows a text and nothing around it.

use std::ops::Range;

use super::Kind;
use super::day::Shift;
use super::written::moved;
use crate::organ::cited;
use crate::organ::ended::{Certainty, EndedMention, find_now};
use crate::words::{self, When, when};

/// A stretch of words that would be others.
pub(super) struct Edit {
    pub range: Range<usize>,
    pub kind: Kind,
    pub new: String,
    pub advised: bool,
}

/// The edits of a text from left to right, none over another. `commune` is the sort of the issuing commune.
pub(super) fn edits(text: &str, shift: Shift, commune: &str) -> Vec<Edit> {
    let papers = cited(text);
    let mut edits: Vec<Edit> = Vec::new();
    for edit in dates(text, shift).into_iter().chain(years(text, shift)).chain(bodies(text, commune)) {
        let meets = |range: &Range<usize>| range.start < edit.range.end && edit.range.start < range.end;
        if !papers.iter().any(meets) && !edits.iter().any(|other| meets(&other.range)) {
            let at = edits.partition_point(|other| other.range.start < edit.range.start);
            edits.insert(at, edit);
        }
    }
    edits
}

/// A phrase that names no year means one of the plan's.
fn dates(text: &str, shift: Shift) -> Vec<Edit> {
    if shift.from == shift.to {
        return Vec::new();
    }
    let found = when::find(text, shift.from).into_iter();
    let edit = |found: when::Found| {
        let range = found.range;
        let new = moved(text.get(range.clone())?, shift)?;
        let advised = !is_of_history(text.get(..range.start)?, &found.when);
        Some(Edit { range, kind: Kind::DateInWords, new, advised })
    };
    found.filter_map(edit).collect()
}

/// Whether a day is likely the same in every year, or past for good: an anniversary, or since when something is so.
fn is_of_history(before: &str, when: &When) -> bool {
    const ANNIVERSARIES: [&str; 6] = ["kỷ niệm", "quốc khánh", "truyền thống", "chào mừng", "thành lập", "giải phóng"];
    let clause = before.rsplit(['.', ';', ':', ',']).next().unwrap_or_default();
    let near = words::fold(clause);
    let since =
        near.trim_end().rsplit(' ').next().is_some_and(|last| last == "từ" || last == "ngày" && near.contains("từ "));
    ANNIVERSARIES.iter().any(|word| near.contains(word)) || since && matches!(when, When::Day { .. })
}

fn bodies(text: &str, commune: &str) -> Vec<Edit> {
    let edit = |mention: EndedMention| {
        let new = mention.successor(text, commune);
        let advised = mention.body.certainty == Certainty::Sure;
        Edit { range: mention.range, kind: Kind::Ended, new, advised }
    };
    find_now(text).into_iter().map(edit).collect()
}

/// What stands before a year.
#[derive(PartialEq)]
enum Lead {
    /// A word or a figure that makes it one: "năm 2024", "9/2024", "quý I 2024".
    Certain,
    /// The same, but as the end of something longer: "đến năm 2025".
    Horizon,
    /// Nothing of that kind: it may be a number of something else.
    None,
}

fn years(text: &str, shift: Shift) -> Vec<Edit> {
    let mut edits = Vec::new();
    for range in figures(text) {
        let Some((year, moved)) =
            text[range.clone()].parse::<i32>().ok().and_then(|year| Some((year, shift.year(year)?)))
        else {
            continue;
        };
        if is_period(text, &range) {
            edits.extend(season(text, &range, moved));
            continue;
        }
        // A year beside the plan's own moves only where it is surely one.
        let advised = match lead(&text[..range.start]) {
            Lead::Certain => true,
            Lead::Horizon => false,
            Lead::None if year == shift.from => false,
            Lead::None => continue,
        };
        edits.push(Edit { range, kind: Kind::YearInWords, new: moved.to_string(), advised });
    }
    edits
}

/// The numbers of four figures that stand for themselves.
fn figures(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let length = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if length == 0 {
            at += 1;
            continue;
        }
        let range = at..at + length;
        at += length;
        let before = text[..range.start].chars().next_back();
        let mut after = text[range.end..].chars();
        let (next, second) = (after.next(), after.next());
        let of_number = matches!(next, Some('.' | ',')) && second.is_some_and(|letter| letter.is_ascii_digit());
        let of_symbol = next == Some('/') && second.is_some_and(char::is_alphanumeric);
        let alone = !before.is_some_and(char::is_alphanumeric) && !next.is_some_and(char::is_alphanumeric);
        if length == 4 && alone && !of_number && !of_symbol {
            found.push(range);
        }
    }
    found
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}')
}

/// The words "đến năm" or "đến" taken away from the end of a text.
fn without_until(text: &str) -> Option<&str> {
    let text = text.trim_end();
    text.strip_suffix("năm").map_or(text, str::trim_end).strip_suffix("đến").map(str::trim_end)
}

/// Whether a year is one end of a period: "2021 - 2025", "từ năm 2021 đến năm 2025".
fn is_period(text: &str, range: &Range<usize>) -> bool {
    let year_ends = |text: &str| {
        let start = text.len() - text.bytes().rev().take_while(u8::is_ascii_digit).count();
        text.len() - start == 4 && !text[..start].ends_with('/')
    };
    let year_begins = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count() == 4;
    let (before, after) = (text[..range.start].trim_end(), text[range.end..].trim_start());
    let joined_before = before.strip_suffix(is_dash).is_some_and(|rest| year_ends(rest.trim_end()));
    let joined_after = after.strip_prefix(is_dash).is_some_and(|rest| year_begins(rest.trim_start()));
    let until_before = without_until(before).is_some_and(year_ends);
    let until_after = after.strip_prefix("đến").map(str::trim_start).is_some_and(|rest| {
        year_begins(rest.strip_prefix("năm").map_or(rest, str::trim_start)) && !before.ends_with('/')
    });
    joined_before || joined_after || until_before || until_after
}

/// A period of two years that follow each other, from its first: a school year, a season. It moves as a whole, where
/// the officer says so.
fn season(text: &str, first: &Range<usize>, moved: i32) -> Option<Edit> {
    let (before, after) = (&text[..first.start], &text[first.end..]);
    if before.trim_end().ends_with("đoạn") {
        return None;
    }
    let behind = after.trim_start().strip_prefix(is_dash)?.trim_start();
    let second = behind.get(..4).and_then(|second| second.parse::<i32>().ok())?;
    let follows = text[first.clone()].parse::<i32>().is_ok_and(|year| year + 1 == second);
    let ends = !behind[4..].starts_with(|next: char| next.is_ascii_digit());
    let dash = &after[..after.len() - behind.len()];
    let range = first.start..first.end + dash.len() + 4;
    let new = format!("{moved}{dash}{}", moved.checked_add(1)?);
    (follows && ends).then_some(Edit { range, kind: Kind::YearInWords, new, advised: false })
}

fn lead(before: &str) -> Lead {
    let glued = before.chars().next_back();
    if matches!(glued, Some('/' | '-' | '.')) {
        let figure =
            before[..before.len() - 1].ends_with(|letter: char| letter.is_ascii_digit() || "IVX".contains(letter));
        return if figure { Lead::Certain } else { Lead::None };
    }
    let mut last = before.split_whitespace().rev().map(words::fold);
    let (first, second) = (last.next().unwrap_or_default(), last.next().unwrap_or_default());
    match (first.as_str(), second.as_str()) {
        ("năm", "đến") => Lead::Horizon,
        ("năm", _) => Lead::Certain,
        (_, "quý" | "tháng") => Lead::Certain,
        _ => Lead::None,
    }
}
