//! Page numbers: alone on a line, glued to the start of one, or in the middle of a sentence that a page broke.
//!
//! A number in a sentence is taken only where the pages before it are known: page 3 is looked for behind page 2, a page's
//! length away. What is counted ("3 thôn", "30 ngày") is never one.

use super::super::label;
use super::super::scan::Scanned;
use super::{Debris, LeftOut, Row};

/// The fewest letters between two page numbers; an official page has three times as many.
const APART: usize = 700;

/// Words that a number before them counts.
const COUNTED: [&str; 47] = [
    "thang", "nam", "ngay", "gio", "phut", "tuan", "quy", "buoi", "dai", "nguoi", "dong", "thon", "xom", "to", "xa",
    "phuong", "hoi", "cau", "noi", "nhiem", "ban", "phieu", "diem", "lan", "cuoc", "dot", "ho", "khu", "ap", "don",
    "nhom", "y", "van", "ky", "nganh", "doan", "linh", "co", "phong", "muc", "bo", "chi", "cap", "huyen", "tinh",
    "trieu", "ty",
];

/// Words that a number follows.
const LEADING: [&str; 34] = [
    "so", "thang", "nam", "ngay", "quy", "khoa", "ky", "lan", "dieu", "khoan", "muc", "phan", "to", "thon", "khu",
    "xom", "dot", "buoc", "gio", "cu", "nhom", "tu", "den", "va", "la", "co", "gom", "khoang", "it", "nhat", "qua",
    "trong", "chuong", "ap",
];

/// A number that may be a page's.
struct Candidate {
    row: usize,
    /// The bytes of the row that it takes; the whole row where it stands alone.
    from: usize,
    to: usize,
    page: u32,
    /// Letters of the source before it.
    at: usize,
    /// Whether it can be nothing else.
    sure: bool,
}

pub(super) fn take(rows: &mut Vec<Row>, out: &mut Vec<LeftOut>, kept: &dyn Fn(usize) -> bool) {
    let candidates = candidates(rows, kept);
    let mut taken: Vec<&Candidate> = Vec::new();
    // Pages count up by one; a lone number on its line is taken whatever it says.
    let (mut last, mut known) = (1_u32, 0_usize);
    let third = candidates.iter().filter(|one| one.page == 3).map(|one| one.at).max();
    for one in &candidates {
        if one.sure {
            if one.page > last {
                (last, known) = (one.page, one.at);
            }
            taken.push(one);
            continue;
        }
        let next = one.page == last.saturating_add(1) && one.at >= known + APART;
        // The second page is believed where a number glued to a line says so, or the third follows in its place.
        let glued = one.from == 0;
        let follows = one.page == 2 && third.is_some_and(|third| third >= one.at + APART);
        if next && (glued || last > 1 || follows) {
            (last, known) = (one.page, one.at);
            taken.push(one);
        }
    }
    for one in taken.iter().rev() {
        let row = &mut rows[one.row];
        out.push(LeftOut {
            line: row.at,
            words: row.line.text[one.from..one.to].trim().to_owned(),
            why: Debris::PageNumber,
        });
        let rest = format!("{} {}", row.line.text[..one.from].trim_end(), row.line.text[one.to..].trim_start());
        row.line.text = rest.trim().to_owned();
        row.line.slanted_end = None;
    }
    rows.retain(|row| !row.line.is_blank());
}

fn candidates(rows: &[Row], kept: &dyn Fn(usize) -> bool) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut letters = 0;
    for (index, row) in rows.iter().enumerate() {
        let text = &row.line.text;
        if !kept(row.at) {
            if let Some(page) = alone(text).filter(|_| row.line.label.is_empty()) {
                found.push(Candidate { row: index, from: 0, to: text.len(), page, at: letters, sure: true });
            } else {
                within(text, |from, to, page| {
                    // What Word numbers itself has no page number before it.
                    if from == 0 && !row.line.label.is_empty() {
                        return;
                    }
                    found.push(Candidate { row: index, from, to, page, at: letters + from, sure: false });
                });
            }
        }
        letters += text.len();
    }
    found
}

/// "2", "- 2 -", "Trang 2", "2/5", "Trang 2/5"
fn alone(text: &str) -> Option<u32> {
    let bare = text.trim_matches(['-', '–', '—', ' ', '|']);
    let bare = bare.strip_prefix("Trang").or_else(|| bare.strip_prefix("trang")).unwrap_or(bare).trim();
    let page = bare.split(['/', ' ']).next()?;
    let rest = &bare[page.len()..];
    let is_number = |text: &str| (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    (is_number(page) && (rest.is_empty() || rest.strip_prefix('/').is_some_and(is_number)))
        .then(|| page.parse().ok())?
}

/// The numbers of one or two digits in a line that nothing counts, without a leading zero.
fn within(text: &str, mut add: impl FnMut(usize, usize, u32)) {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return;
    }
    let scanned = Scanned::new(text);
    for (at, word) in scanned.words.iter().enumerate() {
        let written = &text[word.range.clone()];
        let Some(page) = written.parse().ok().filter(|_| written.len() <= 2 && !written.starts_with('0')) else {
            continue;
        };
        let spaced = |near: Option<char>| near.is_none_or(|letter| letter == ' ');
        if !spaced(text[..word.range.start].chars().next_back()) || !spaced(text[word.range.end..].chars().next()) {
            continue;
        }
        let (from, to) = (word.range.start, word.range.end);
        if at == 0 && from == 0 {
            // Behind the number of a page the line goes on with a number or mark of its own.
            if label::has_label(text[to..].trim_start()) {
                add(from, to, page);
            }
            continue;
        }
        let small = |at: usize| scanned.letter(at).is_some_and(char::is_lowercase);
        let before = at.checked_sub(1).filter(|before| small(*before)).map(|before| scanned.words[before].key.as_str());
        let after = scanned.words.get(at + 1).filter(|_| small(at + 1)).map(|word| word.key.as_str());
        if let (Some(before), Some(after)) = (before, after)
            && !LEADING.contains(&before)
            && !COUNTED.contains(&after)
        {
            add(from, to, page);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::cleared;

    fn page(words: &str) -> String {
        format!("{words} {}", "việc chuẩn bị nội dung trả lời được giao cho các đơn vị ".repeat(20))
    }

    #[test]
    fn page_numbers_go_and_counts_stay() {
        let text = [
            page("Mở đầu"),
            format!("2 1. Mục đích {}", page("")),
            format!("giao công chức phụ 3 trách lĩnh vực {}", page("")),
            "- 4 -".into(),
            "mời đại diện 5 thôn và 6 chi hội dự trong 2 ngày, mỗi thôn 5 người".into(),
        ]
        .join("\n");
        let (rows, out) = cleared(&text);
        assert_eq!(out.len(), 3, "{out:?}");
        assert!(rows[1].starts_with("1. Mục đích"));
        assert!(rows[2].starts_with("giao công chức phụ trách lĩnh vực"));
        assert_eq!(rows[3], "mời đại diện 5 thôn và 6 chi hội dự trong 2 ngày, mỗi thôn 5 người");
    }

    #[test]
    fn a_number_without_its_place_among_pages_stays() {
        let text = format!("cử cán bộ theo 7 chỗ ngồi {}\nvề việc 2 ghế", page(""));
        assert!(cleared(&text).1.is_empty());
    }
}
