//! Phrases of time in a sentence: where each stands, and what it says.
//!
//! Knows no plan: whether "trước ngày 05/9" is the limit of a task or a legal date is for who asks. It finds what `read`
//! reads, and nothing else.

use std::ops::Range;

use super::read::read_row;
use super::{MonthPart, When};
use crate::words::token::{Kind, Token, split};

/// Most tokens of one phrase; the longest that plans have are half of it.
const WIDEST: usize = 40;

/// A phrase of time in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The bytes that it stands on.
    pub range: Range<usize>,
    /// What it says.
    pub when: When,
    /// Whether it names a year; of one that has no year in it ("01 quý/lần"), true.
    pub year_written: bool,
}

/// What a word can be in a phrase of time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// It can open one.
    Open,
    /// It can stand in one.
    Inner,
    /// It can close one.
    Close,
    /// It can do all of it.
    Any,
}

/// The words of phrases of time, without marks. A word that is not here ends every phrase.
fn part(word: &str) -> Option<Part> {
    Some(match word {
        "ngay" | "quy" | "nam" | "thang" | "tuan" | "sang" | "chieu" | "toi" | "sau" | "chu" | "cn" | "gio" | "h"
        | "mot" | "hai" | "ba" | "tu" | "bon" | "bay" | "tam" | "chin" | "muoi" => Part::Any,
        "truoc" | "cham" | "muon" | "khong" | "dau" | "giua" | "cuoi" | "thuong" | "trung" | "ha" | "dinh" | "hang"
        | "moi" | "it" | "ke" | "trong" | "buoi" | "ca" | "thu" | "mung" | "het" | "den" | "thong" | "nua" => {
            Part::Open
        }
        "nghi" | "thoai" | "xuc" | "viec" | "lan" | "ky" | "dot" | "phut" | "i" | "ii" | "iii" | "iv" | "nhat"
        | "tiep" | "nay" | "ruoi" => Part::Close,
        "du" | "kien" | "thoi" | "gian" | "to" | "chuc" | "bat" | "cu" | "the" | "vao" | "luc" | "khoang" | "la"
        | "se" | "xong" | "hoan" | "thanh" | "vong" | "han" | "qua" | "thieu" | "da" | "hoi" | "cuoc" | "khi"
        | "dien" | "ra" | "ket" | "thuc" | "khai" | "mac" | "be" | "diem" | "truc" | "noi" | "tren" | "lam" | "va"
        | "theo" | "bao" | "g" | "p" | "doi" | "tai" => Part::Inner,
        _ => return None,
    })
}

fn can_open(kind: &Kind) -> bool {
    match kind {
        Kind::Number { .. } => true,
        Kind::Word(word) => matches!(part(word), Some(Part::Open | Part::Any)),
        Kind::Sign(_) => false,
    }
}

fn can_close(kind: &Kind) -> bool {
    match kind {
        Kind::Number { .. } => true,
        Kind::Word(word) => matches!(part(word), Some(Part::Close | Part::Any)),
        Kind::Sign(_) => false,
    }
}

fn can_hold(kind: &Kind) -> bool {
    match kind {
        Kind::Number { .. } => true,
        Kind::Word(word) => part(word).is_some(),
        Kind::Sign(sign) => matches!(sign, '/' | '-' | '.' | ',' | ':' | '½'),
    }
}

/// All phrases of time in a text that is NFC, in order; `default_year` stands in for a year left out. Two days that share
/// their words are two: "trước ngày 31/3/2026 và 30/9/2026" are two limits, "giữa tháng 4 và tháng 10" two middles.
pub fn find(text: &str, default_year: i32) -> Vec<Found> {
    let row = split(text);
    let tokens: Vec<Token> = row.iter().map(|(token, _)| token.clone()).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match phrase_at(&tokens, at, default_year) {
            Some((end, when)) => {
                let range = row[at].1.start..row[end - 1].1.end;
                let year_written = year_is_written(&tokens[at..end], &when);
                found.push(Found { range, when, year_written });
                at = end;
            }
            None => at += 1,
        }
    }
    share_words(text, &mut found);
    found
}

/// The longest phrase that begins at a token: where it ends, and what it says.
fn phrase_at(tokens: &[Token], at: usize, year: i32) -> Option<(usize, When)> {
    if !opens(tokens, at) {
        return None;
    }
    let reach = tokens[at..].iter().take(WIDEST).take_while(|token| can_hold(&token.kind)).count();
    let window = &tokens[at..at + reach];
    // Nothing is said of a time without a figure, but for what is to be announced, a rhythm, and months in words.
    (1..=reach).rev().filter(|length| can_close(&window[length - 1].kind) && ends(tokens, at + length)).find_map(
        |length| {
            let when = read_row(&window[..length], year).ok()?;
            is_said(&window[..length], &when).then_some((at + length, when))
        },
    )
}

/// Whether a phrase can begin at this token: not in the middle of a number, a date or a name ("Quyết định 12/2026").
fn opens(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    if !can_open(&token.kind) {
        return false;
    }
    let before = at.checked_sub(1).map(|before| &tokens[before].kind);
    let number = matches!(token.kind, Kind::Number { .. });
    let in_a_name = match before {
        Some(Kind::Word(word)) => number && matches!(word.as_str(), "so" | "dieu" | "khoan" | "muc" | "phan"),
        Some(Kind::Sign('/' | '-' | '.' | ':')) => number && token.glued,
        None => false,
        Some(_) => number && token.glued,
    };
    !in_a_name
}

/// Whether a phrase can end before this token: not in the middle of a number or of a name ("9/2026/NQ-HĐND").
fn ends(tokens: &[Token], at: usize) -> bool {
    match tokens.get(at) {
        Some(Token { kind: Kind::Sign('/' | '-' | '%'), glued: true }) => false,
        Some(Token { kind: Kind::Sign('.' | ','), glued: true }) => {
            !matches!(tokens.get(at + 1), Some(Token { kind: Kind::Number { .. }, glued: true }))
        }
        Some(Token { kind, glued: true }) => matches!(kind, Kind::Sign(_)),
        _ => true,
    }
}

/// Whether a reading is meant: two bare figures with a stroke between them may be anything ("1/2", "3.1"), with "ngày",
/// a month in words or a year they are a day.
fn is_said(phrase: &[Token], when: &When) -> bool {
    let word = |words: &[&str]| {
        phrase.iter().any(|token| matches!(&token.kind, Kind::Word(word) if words.contains(&word.as_str())))
    };
    let full_year = phrase.iter().any(|token| matches!(token.kind, Kind::Number { digits: 4, .. }));
    match when {
        When::Unset => false,
        When::Day { .. } | When::Span { .. } => {
            full_year || word(&["ngay", "thang", "sang", "chieu", "toi", "thu", "mung"])
        }
        When::MonthPart { .. } => word(&["thang"]) || full_year && phrase.len() > 3,
        When::Quarter { .. } => word(&["quy"]),
        // "01 quý/lần", "mỗi năm 02 kỳ", "hằng quý"; "hàng năm" alone is no rhythm of anything.
        When::Recurring { .. } => word(&["lan", "ky", "dot", "dinh", "quy", "thang", "tuan"]),
        _ => true,
    }
}

fn year_is_written(phrase: &[Token], when: &When) -> bool {
    match when {
        When::Unset | When::Announced | When::Relative { .. } | When::Recurring { .. } => true,
        _ => {
            phrase.iter().any(|token| matches!(token.kind, Kind::Number { digits: 4, .. }))
                // "05/9/26": three figures with strokes between them.
                || phrase.iter().filter(|token| matches!(token.kind, Kind::Sign('/' | '-' | '.'))).count() >= 2
                    && !matches!(when, When::Span { .. })
        }
    }
}

/// What stands before "và" or a comma goes on behind it: the limit, the part of the month; and a year behind it holds for
/// what stands before.
fn share_words(text: &str, found: &mut [Found]) {
    for at in 1..found.len() {
        let [first, second] = &mut found[at - 1..=at] else { continue };
        let between = text[first.range.end..second.range.start].trim_matches(|c: char| c == '*' || c.is_whitespace());
        if !matches!(between, "và" | "," | ";" | "và trước" | "và ngày" | "hoặc") {
            continue;
        }
        let shared = match (&first.when, &second.when) {
            (When::Before { .. }, When::Day { day, time: None }) => When::Before { day: *day, time: None },
            (When::By { .. }, When::Day { day, time: None }) => When::By { day: *day, time: None },
            (When::MonthPart { part, .. }, When::MonthPart { year, month, part: MonthPart::Whole, time }) => {
                When::MonthPart { year: *year, month: *month, part: *part, time: *time }
            }
            (_, other) => other.clone(),
        };
        second.when = shared;
        if !first.year_written && second.year_written {
            take_year(&mut first.when, &second.when);
            first.year_written = true;
        }
    }
}

/// The year of `from` in the place of one that was left out; only where both are of one kind.
fn take_year(when: &mut When, from: &When) {
    use chrono::Datelike;
    match (when, from) {
        (When::MonthPart { year, .. }, When::MonthPart { year: named, .. })
        | (When::Quarter { year, .. }, When::Quarter { year: named, .. }) => *year = *named,
        (When::Day { day, .. } | When::Before { day, .. } | When::By { day, .. }, from) => {
            if let Some(moved) = from.latest().and_then(|named| day.with_year(named.year())) {
                *day = moved;
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn said(text: &str) -> Vec<String> {
        find(text, 2026)
            .into_iter()
            .map(|found| format!("{} = {:?}..{:?}", &text[found.range], found.when.earliest(), found.when.latest()))
            .map(|line| line.replace("Some(", "").replace(')', ""))
            .collect()
    }

    #[test]
    fn phrases_are_found_where_they_stand() {
        for (text, phrases) in [
            (
                "Thời gian: 01 buổi sáng, dự kiến từ ngày 25/9 đến ngày 29/9/2026.",
                vec!["01 buổi sáng, dự kiến từ ngày 25/9 đến ngày 29/9/2026 = 2026-09-25..2026-09-29"],
            ),
            (
                "gửi về Ủy ban nhân dân xã trước ngày 31/3/2027 và 30/9/2027 để tổng hợp",
                vec!["trước ngày 31/3/2027 = None..2027-03-30", "30/9/2027 = None..2027-09-29"],
            ),
            (
                "dự kiến trung tuần tháng 4 và tháng 10/ 2027.",
                vec!["trung tuần tháng 4 = 2027-04-11..2027-04-20", "tháng 10/ 2027 = 2027-10-11..2027-10-20"],
            ),
            (
                "giữa tháng 04 và giữa tháng 10 hàng năm",
                vec!["giữa tháng 04 = 2026-04-11..2026-04-20", "giữa tháng 10 = 2026-10-11..2026-10-20"],
            ),
            ("Đối thoại với công nhân (quý II/2026).", vec!["quý II/2026 = 2026-04-01..2026-06-30"]),
            ("vào cuối tháng 8/2026", vec!["cuối tháng 8/2026 = 2026-08-21..2026-08-31"]),
            (
                "07 giờ 30 phút, ngày 05 tháng 9 năm 2026 (thứ Bảy)",
                vec!["07 giờ 30 phút, ngày 05 tháng 9 năm 2026 (thứ Bảy = 2026-09-05..2026-09-05"],
            ),
            (
                "báo cáo trước khi tổ chức hội nghị tiếp xúc, đối thoại ít nhất 10 ngày.",
                vec!["trước khi tổ chức hội nghị tiếp xúc, đối thoại ít nhất 10 ngày = None..None"],
            ),
            ("định kỳ 01 quý/lần gửi báo cáo", vec!["định kỳ 01 quý/lần = None..None"]),
            (
                "trả lời chậm nhất không quá 30 ngày sau khi kết thúc đối thoại",
                vec!["chậm nhất không quá 30 ngày sau khi kết thúc đối thoại = None..None"],
            ),
        ] {
            assert_eq!(said(text), phrases, "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_left_alone() {
        for text in [
            "kết quả 9 tháng đầu năm; nhiệm vụ 3 tháng cuối năm 2026",
            "Nghị quyết số 12/2026/NQ-HĐND",
            "giai đoạn 2021-2025 và những năm tiếp theo",
            "khoản 1/2 diện tích",
            "mục 3.1 và 3.2",
            "trước khi tổ chức hội nghị",
            "mỗi thôn 5 người, 10 thôn",
            "tỷ lệ 50% số hộ",
            "năm 2026",
            "hằng năm",
        ] {
            assert_eq!(said(text), Vec::<String>::new(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_searched(text in "([ \\n.,;:()/½-]|ngày|tháng|năm|từ|đến|quý|trước|[0-9]{1,5}|\\PC){0,60}") {
            let mut at = 0;
            for found in find(&text, 2026) {
                prop_assert!(found.range.start >= at && found.range.end <= text.len());
                prop_assert!(text.get(found.range.clone()).is_some());
                at = found.range.end;
            }
        }
    }
}
