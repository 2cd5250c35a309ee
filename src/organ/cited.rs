//! Where running text names a paper: "Quyết định số 12-QĐ/TU ngày 05/3/2024 của … về …", "Luật … năm 2022".
//!
//! What stands in such a stretch is history: its years and bodies are those of the paper. Knows no plan.

use std::ops::Range;

use crate::words;

/// Kinds of papers that have numbers, as they are compared.
const KINDS: [&str; 23] = [
    "báo cáo",
    "chỉ thị",
    "chương trình",
    "công văn",
    "đề án",
    "giấy mời",
    "hướng dẫn",
    "kế hoạch",
    "kết luận",
    "luật",
    "bộ luật",
    "hiến pháp",
    "nghị định",
    "nghị quyết",
    "pháp lệnh",
    "quy chế",
    "quy định",
    "quyết định",
    "thông báo",
    "thông tri",
    "thông tư",
    "tờ trình",
    "văn bản",
];

/// Kinds that are named by a title and a year.
const LAWS: [&str; 4] = ["luật", "bộ luật", "pháp lệnh", "hiến pháp"];

/// How far behind its kind a paper's number or year stands, in words.
const REACH: usize = 16;

/// The stretches of a text that name papers, from left to right.
pub fn cited(text: &str) -> Vec<Range<usize>> {
    let row: Vec<(usize, &str)> = words_of(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < row.len() {
        match paper(text, &row, at) {
            Some(end) => {
                found.push(row[at].0..end);
                at += row[at..].iter().take_while(|(start, _)| *start < end).count().max(1);
            }
            None => at += 1,
        }
    }
    found
}

/// The words between white space, with where each begins.
fn words_of(text: &str) -> Vec<(usize, &str)> {
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    text.split_whitespace().map(|word| (start(word), word)).collect()
}

/// Where the paper whose kind begins at a word ends.
fn paper(text: &str, row: &[(usize, &str)], at: usize) -> Option<usize> {
    let opening = |word: &str| words::fold(word.trim_start_matches(['(', '"', '“', '-']));
    let first = opening(row[at].1);
    let second = row.get(at + 1).map(|(_, word)| format!("{first} {}", words::fold(word)));
    let is = |kinds: &[&str]| kinds.iter().any(|kind| *kind == first || Some(*kind) == second.as_deref());
    if !is(&KINDS) {
        return None;
    }
    let law = is(&LAWS);
    for (index, (start, word)) in row.iter().enumerate().skip(at + 1).take(REACH) {
        let end = start + word.len();
        if is_number(word) {
            return Some(issuer(text, row, index));
        }
        let year = word.trim_end_matches([',', ';', '.', ')']);
        let after_year = row.get(index - 1).is_some_and(|(_, before)| words::fold(before) == "năm");
        if law && after_year && year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(start + year.len());
        }
        if word.ends_with([';', ':', '.']) || (word.ends_with(',') && !law) {
            return law.then_some(end);
        }
    }
    None
}

/// "12-QĐ/TU", "72/2025/QH15", "163/KH-UBND": figures, a slash or a dash, and letters.
fn is_number(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
        && word.contains('/')
        && word.chars().any(|letter| letter.is_alphabetic() && letter.is_uppercase())
}

/// Where a paper ends whose number is at a word: behind its date and its issuer, and what it is about, up to the next
/// sign. The comma that the Party sets before "ngày" is none of these.
fn issuer(text: &str, row: &[(usize, &str)], number: usize) -> usize {
    for (index, (start, word)) in row.iter().enumerate().skip(number) {
        let before_date = row.get(index + 1).is_some_and(|(_, next)| words::fold(next) == "ngày");
        if word.ends_with(',') && before_date {
            continue;
        }
        if word.ends_with([',', ';', '.', ':', ')']) || word.contains('\n') {
            return start + word.trim_end_matches([',', ';', '.', ':', ')']).len();
        }
    }
    text.trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretches(text: &str) -> Vec<&str> {
        cited(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn a_paper_reaches_to_the_next_sign() {
        let text = "Thực hiện Quyết định số 12-QĐ/HU, ngày 05/3/2024 của Ban Thường vụ Huyện ủy về đối thoại, \
                    UBND xã xây dựng kế hoạch năm 2024.";
        let paper = "Quyết định số 12-QĐ/HU, ngày 05/3/2024 của Ban Thường vụ Huyện ủy về đối thoại";
        assert_eq!(stretches(text), [paper]);
        let two = "căn cứ Nghị định 59/2023/NĐ-CP của Chính phủ; Luật Thực hiện dân chủ ở cơ sở năm 2022 và năm 2024";
        assert_eq!(
            stretches(two),
            ["Nghị định 59/2023/NĐ-CP của Chính phủ", "Luật Thực hiện dân chủ ở cơ sở năm 2022"]
        );
    }

    #[test]
    fn a_paper_without_a_number_is_no_paper() {
        for text in ["ban hành Kế hoạch tổ chức hội nghị năm 2024.", "báo cáo kết quả ngày 05/9/2024", "Quy định", ""]
        {
            assert!(stretches(text).is_empty(), "{text}");
        }
    }
}
