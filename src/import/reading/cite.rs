//! Papers that a paper cites: kind, number, date, who issued them.

use std::ops::Range;

use super::build::Builder;
use super::outline::Para;
use crate::import::scan::{Scanned, same_words};
use crate::plan::Citation;
use crate::text::{Fact, Form};
use crate::words;

/// The kinds of papers that are cited by number.
const KINDS: [(&str, &str); 22] = [
    ("quyet dinh", "Quyết định"),
    ("nghi quyet", "Nghị quyết"),
    ("nghi dinh", "Nghị định"),
    ("thong tu", "Thông tư"),
    ("chi thi", "Chỉ thị"),
    ("ke hoach", "Kế hoạch"),
    ("cong van", "Công văn"),
    ("quy che", "Quy chế"),
    ("de an", "Đề án"),
    ("huong dan", "Hướng dẫn"),
    ("thong bao", "Thông báo"),
    ("ket luan", "Kết luận"),
    ("quy dinh", "Quy định"),
    ("chuong trinh", "Chương trình"),
    ("bao cao", "Báo cáo"),
    ("phap lenh", "Pháp lệnh"),
    ("thong tri", "Thông tri"),
    ("van ban", "Văn bản"),
    ("to trinh", "Tờ trình"),
    ("cong dien", "Công điện"),
    ("phuong an", "Phương án"),
    ("luat", "Luật"),
];

/// Where the name of an issuer ends.
const ISSUER_ENDS: [&str; 17] = [
    "ve",
    "ban hanh",
    "quy dinh",
    "huong dan",
    "phe duyet",
    "sua doi",
    "thong qua",
    "trien khai",
    "thuc hien",
    "va",
    "da",
    "duoc",
    "la",
    "xay dung",
    "to chuc",
    "nham",
    "den",
];

/// A citation, and the bytes that it stands on.
#[derive(Clone, Debug)]
pub(super) struct Cited {
    pub range: Range<usize>,
    pub citation: Citation,
}

/// All papers that a text cites. In a legal basis a citation goes on to the end: what it is about is part of it.
pub(super) fn find(text: &Scanned, year: i32) -> Vec<Cited> {
    let basis = text.begins("can cu");
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.words.len() {
        // Kinds are written with a capital where they name one paper.
        if text.is_small(at) {
            at += 1;
            continue;
        }
        let cited =
            KINDS.iter().find_map(|(key, name)| Some((text.stands(at, key)?, *name))).and_then(|(count, name)| {
                if name == "Luật" && basis && at <= 2 {
                    return law(text, at, year);
                }
                numbered(text, at, count, name, basis, year)
            });
        match cited {
            Some(cited) => {
                while at < text.words.len() && text.words[at].range.start < cited.range.end {
                    at += 1;
                }
                found.push(cited);
            }
            None => at += 1,
        }
    }
    // Several in one basis share what follows the last.
    if found.len() > 1 {
        for cited in &mut found {
            let about = std::mem::take(&mut cited.citation.about);
            if !about.is_empty() && cited.citation.kind != "Luật" {
                cited.range.end -= text.text[..cited.range.end].len()
                    - text.text[..cited.range.end].trim_end_matches(&about).trim_end().len();
            } else {
                cited.citation.about = about;
            }
        }
    }
    found
}

fn numbered(text: &Scanned, at: usize, count: usize, kind: &str, basis: bool, year: i32) -> Option<Cited> {
    let start = text.words[at].range.start;
    let mut next = at + count;
    next += usize::from(text.stands(next, "so").is_some());
    let (number, mut end) = number(&text.text, text.words.get(next)?.range.start)?;
    while text.words.get(next).is_some_and(|word| word.range.start < end) {
        next += 1;
    }
    let mut citation = Citation { kind: kind.to_owned(), number, ..Citation::default() };
    if let Some((date, count)) =
        date(text, next, year).filter(|_| only_between(&text.text, end, text.words[next].range.start, ", "))
    {
        citation.date = Some(date);
        next += count;
        end = text.words[next - 1].range.end;
    }
    if text.stands(next, "cua").is_some() && only_between(&text.text, end, text.words[next].range.start, ", ") {
        let (from, to) = issuer(text, next + 1);
        if to > from {
            text.text[from..to].trim().clone_into(&mut citation.issuer);
            end = to;
        }
    }
    // One that goes on to "…, Đảng ủy ban hành Kế hoạch như sau:" is no list of bases.
    if basis && !text.text.trim_end().ends_with(':') {
        let about = text.text[end..].trim().trim_end_matches([';', '.', ',', ' ']);
        let clear =
            !about.is_empty() && about.starts_with(|letter: char| letter.is_lowercase() || matches!(letter, '“' | '"'));
        if clear && !about.contains("; ") {
            end += text.text[end..].find(about).unwrap_or(0) + about.len();
            about.clone_into(&mut citation.about);
        }
    }
    Some(Cited { range: start..end, citation })
}

/// Whether nothing but these signs stands between two places.
fn only_between(text: &str, from: usize, to: usize, signs: &str) -> bool {
    text.get(from..to).is_some_and(|between| between.chars().all(|letter| signs.contains(letter)))
}

/// A number such as "2200-QĐ/TU" or "72/2025/QH15", with spaces that slipped in around its signs; and where it ends.
fn number(text: &str, from: usize) -> Option<(String, usize)> {
    let rest = &text[from..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=5).contains(&digits) {
        return None;
    }
    let mut number = rest[..digits].to_owned();
    let mut end = digits;
    let mut letters = false;
    loop {
        let after = rest[end..].trim_start();
        let Some(sign) = after.chars().next().filter(|sign| matches!(sign, '-' | '–' | '/' | '.' | '&')) else {
            break;
        };
        let behind = after[sign.len_utf8()..].trim_start();
        let length = behind.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(behind.len());
        let group = &behind[..length];
        let proper = group.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit());
        let spaced = after.len() < rest[end..].len() || behind.len() < after.len() - sign.len_utf8();
        if !proper || (sign == '.' && (spaced || !letters)) || group.chars().count() > 14 {
            break;
        }
        letters |= group.chars().any(char::is_alphabetic);
        number.push(if sign == '–' { '-' } else { sign });
        number.push_str(group);
        end = rest.len() - behind.len() + length;
    }
    letters.then_some((number, from + end))
}

/// A date behind "ngày", and how many words it takes.
fn date(text: &Scanned, at: usize, year: i32) -> Option<(chrono::NaiveDate, usize)> {
    text.stands(at, "ngay")?;
    let is_number =
        |at: usize| text.words.get(at).is_some_and(|word| word.key.bytes().all(|byte| byte.is_ascii_digit()));
    let count = if text.stands(at + 2, "thang").is_some() && text.stands(at + 4, "nam").is_some() {
        6
    } else if is_number(at + 1) && is_number(at + 2) && is_number(at + 3) {
        4
    } else {
        return None;
    };
    let range = text.range(at, count);
    Some((words::parse_date(text.text.get(range)?, year).ok()?, count))
}

/// The bytes of an issuer's name.
fn issuer(text: &Scanned, at: usize) -> (usize, usize) {
    let Some(first) = text.words.get(at) else { return (0, 0) };
    let from = first.range.start;
    let mut end = from;
    for next in at..text.words.len().min(at + 18) {
        let word = &text.words[next];
        let between = &text.text[end..word.range.start];
        let bracket = between.trim() == "(" && matches!(word.key.as_str(), "khoa" | "nhiem");
        if next > at && between.contains([',', ';', '.', ':', '“', '"', '(']) && !bracket {
            break;
        }
        let ends = ISSUER_ENDS.iter().any(|stop| text.stands(next, stop).is_some()) && text.is_small(next);
        if next > at && ends {
            break;
        }
        end = word.range.end;
        if text.text[end..].starts_with(')') {
            end += 1;
        }
    }
    (from, end)
}

/// A law in a legal basis: its name, and its number or date.
fn law(text: &Scanned, at: usize, year: i32) -> Option<Cited> {
    let start = text.words[at].range.start;
    let mut next = at + 1;
    let from = text.words.get(next)?.range.start;
    let mut end = from;
    // "Luật sửa đổi, bổ sung một số điều của Luật …" goes on over its commas.
    let amends = text.stands(next, "sua doi").is_some();
    while let Some(word) = text.words.get(next) {
        let between = &text.text[end..word.range.start];
        let written = text.text[word.range.clone()].to_lowercase();
        let next_is_number =
            text.words.get(next + 1).is_some_and(|word| word.key.starts_with(|letter: char| letter.is_ascii_digit()));
        let stops = (["số", "ngày", "năm"].contains(&written.as_str()) && next_is_number) || written == "được";
        if stops || between.contains([';', '.', ':', '(']) || (between.contains(',') && !amends) {
            break;
        }
        end = word.range.end;
        next += 1;
    }
    let about = text.text.get(from..end)?.trim().to_owned();
    if about.is_empty() {
        return None;
    }
    let mut citation = Citation { kind: "Luật".into(), about, ..Citation::default() };
    if text.stands(next, "so").is_some()
        && let Some((number, to)) = text.words.get(next + 1).and_then(|word| number(&text.text, word.range.start))
    {
        citation.number = number;
        end = to;
        while text.words.get(next).is_some_and(|word| word.range.start < end) {
            next += 1;
        }
    }
    if let Some((date, count)) = date(text, next, year) {
        citation.date = Some(date);
        end = text.words[next + count - 1].range.end;
    }
    Some(Cited { range: start..end, citation })
}

impl Builder<'_, '_> {
    /// Writes down what a paragraph cites, each paper once, and puts slots where the product prints the same words.
    pub(super) fn cite(&mut self, para: &mut Para) {
        let system = self.dossier.system();
        for Cited { range, citation } in find(&para.text, self.year) {
            let plan = &mut self.dossier.plan;
            let key = |one: &Citation| if one.number.is_empty() { one.about.clone() } else { one.number.clone() };
            let known = plan.citations.iter().position(|known| key(known) == key(&citation));
            let at = known.unwrap_or_else(|| {
                let id = self.dossier.new_id();
                self.dossier.plan.citations.push(Citation { id, ..citation.clone() });
                self.dossier.plan.citations.len() - 1
            });
            let known = &self.dossier.plan.citations[at];
            let source = para.text.text[range.clone()].to_owned();
            let form = if same_but_number(&source, &known.full(system)) {
                Form::Plain
            } else if same_but_number(&source, &known.short()) {
                Form::Short
            } else {
                continue;
            };
            if !para.is_taken(&range) {
                para.slots.push((range, Fact::Citation(known.id), form));
            }
        }
    }
}

/// Whether two citations say the same, the word "số" aside.
fn same_but_number(one: &str, other: &str) -> bool {
    same_words(&one.replace(" số ", " "), &other.replace(" số ", " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> Cited {
        find(&Scanned::new(text), 2026).into_iter().next().expect("a citation")
    }

    #[test]
    fn citations_are_read_with_their_slips() {
        for (text, number, date, issuer, about) in [
            (
                "Thực hiện Quyết định 77- QĐ/TU, ngày 4/4/2018 của Ban Thường vụ Tỉnh ủy về việc ban hành quy chế",
                "77-QĐ/TU",
                true,
                "Ban Thường vụ Tỉnh ủy",
                "",
            ),
            (
                "Căn cứ Đề án số 07 – ĐA/TU ngày 24/11/2021 của Tỉnh ủy về đổi mới đối thoại;",
                "07-ĐA/TU",
                true,
                "Tỉnh ủy",
                "về đổi mới đối thoại",
            ),
            ("theo Kế hoạch số 121 -KH/HU và các văn bản", "121-KH/HU", false, "", ""),
            (
                "Quyết định số 218-QĐ/TW ngày 12 tháng 12 năm 2013 của Bộ Chính trị (khóa XI), Đảng ủy",
                "218-QĐ/TW",
                true,
                "Bộ Chính trị (khóa XI)",
                "",
            ),
            (
                "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022;",
                "",
                true,
                "",
                "Thực hiện dân chủ ở cơ sở",
            ),
            (
                "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025;",
                "72/2025/QH15",
                true,
                "",
                "Tổ chức chính quyền địa phương",
            ),
        ] {
            let cited = first(text).citation;
            assert_eq!(
                (cited.number.as_str(), cited.date.is_some(), cited.issuer.as_str(), cited.about.as_str()),
                (number, date, issuer, about),
                "{text}"
            );
        }
        assert!(find(&Scanned::new("Quyết định của Đảng ủy, ban hành kế hoạch 05 năm"), 2026).is_empty());
    }
}
