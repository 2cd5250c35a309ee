//! The head of a paper: who issues it, its number, place, date and kind, what it is about, whom it addresses.

use chrono::NaiveDate;

use super::{As, Ledger};
use crate::import::debris::{Debris, Row};
use crate::import::label;
use crate::import::scan::{Scanned, is_capitals};
use crate::organ::System;
use crate::words;

/// The kinds of paper that have their name above the title, as it is printed there.
const KINDS: [&str; 19] = [
    "KẾ HOẠCH",
    "THÔNG BÁO",
    "BÁO CÁO",
    "BIÊN BẢN",
    "GIẤY MỜI",
    "QUYẾT ĐỊNH",
    "NGHỊ QUYẾT",
    "HƯỚNG DẪN",
    "TỜ TRÌNH",
    "CHƯƠNG TRÌNH",
    "CÔNG ĐIỆN",
    "CHỈ THỊ",
    "KẾT LUẬN",
    "ĐỀ ÁN",
    "QUY CHẾ",
    "PHƯƠNG ÁN",
    "PHỤ LỤC",
    "THƯ MỜI",
    "CÔNG VĂN",
];

/// How the title of a form begins, which is a kind of its own.
const FORM: &str = "PHIẾU ";

/// How the text of a paper begins, as against its title.
pub(super) const BODY_LEADS: [&str; 14] = [
    "can cu",
    "thuc hien quyet dinh",
    "thuc hien ke hoach",
    "thuc hien cong van",
    "thuc hien chuong trinh",
    "thuc hien nhiem vu",
    "thuc hien nghi quyet",
    "thuc hien luat",
    "thuc hien quy che",
    "thuc hien chi thi",
    "thi hanh",
    "nham",
    "tiep tuc",
    "xet",
];

/// What stands above the text of a paper.
#[derive(Clone, Debug, Default)]
pub(super) struct Head {
    /// The lines of the organ, as they stand.
    pub organ: Vec<String>,
    /// Whose motto stands there.
    pub motto: Option<System>,
    pub number: Option<u32>,
    /// "KH-UBND", "KH/HU".
    pub symbol: String,
    pub place: String,
    pub issued: Option<NaiveDate>,
    pub draft_round: Option<u32>,
    /// "Kế hoạch"; a letter has no name of its own kind.
    pub kind: Option<String>,
    pub title: String,
    pub addressees: Vec<String>,
}

impl Head {
    /// Whether it is the head of a letter: it has no kind, and says what it is about, or whom it addresses.
    pub fn is_letter(&self) -> bool {
        self.kind.is_none() && (!self.addressees.is_empty() || !self.title.is_empty())
    }
}

/// Whether a line opens a paper beyond doubt: a motto, a number, an organ in capitals.
pub(super) fn opens_strongly(text: &str) -> bool {
    motto(text).is_some() || is_number(text) || is_organ(text)
}

/// Whether a line belongs to a head alone.
pub(super) fn is_head_line(text: &str) -> bool {
    motto(text).is_some() || is_number(text)
}

/// Whether a line is the name of a kind in capitals, alone or before a title.
pub(super) fn is_kind_alone(text: &str) -> bool {
    kind(text).is_some_and(|(_, rest)| rest.is_empty() || !rest.starts_with([',', ':', '.']))
}

/// The kind that a line names in capitals, and the rest of the line.
fn kind(text: &str) -> Option<(String, String)> {
    let bare = text.trim();
    if bare.starts_with(FORM) && is_capitals(bare) {
        return Some((super::FORM.to_owned(), words::sentence_start(&bare.to_lowercase())));
    }
    KINDS.iter().find_map(|kind| {
        let rest = bare.strip_prefix(kind)?;
        let apart = rest.is_empty() || rest.starts_with([' ', '/', '-']);
        apart.then(|| (words::sentence_start(&kind.to_lowercase()), rest.trim().to_owned()))
    })
}

fn motto(text: &str) -> Option<System> {
    if text.chars().count() > LONGEST_MOTTO {
        return None;
    }
    let scanned = Scanned::head(text);
    if scanned.begins("dang cong san viet nam") && is_capitals(text) {
        return Some(System::Party);
    }
    (scanned.begins("cong hoa xa hoi") || (scanned.begins("doc lap") && scanned.has("hanh phuc")))
        .then_some(System::State)
}

/// The most letters of a line with a motto, whatever its columns ran together with.
const LONGEST_MOTTO: usize = 90;

/// How the lines of an organ begin.
const ORGANS: [&str; 22] = [
    "uy ban",
    "ubnd",
    "hoi dong nhan dan",
    "hdnd",
    "dang bo",
    "dang uy",
    "huyen uy",
    "tinh uy",
    "thanh uy",
    "thi uy",
    "quan uy",
    "ban chap hanh",
    "ban thuong vu",
    "mat tran to quoc",
    "mttq",
    "ubmttq",
    "uy ban mttq",
    "tieu ban",
    "ban chi dao",
    "van phong",
    "ban to chuc",
    "hoi",
];

fn is_organ(text: &str) -> bool {
    is_capitals(text) && Scanned::head(text).begins_any(&ORGANS).is_some() && label::split(text).1.is_empty()
}

fn is_number(text: &str) -> bool {
    let scanned = Scanned::head(text);
    if !scanned.begins("so") || scanned.words.is_empty() {
        return false;
    }
    let rest = text[scanned.words[0].range.end..].trim_start();
    let rest = rest.strip_prefix(':').map_or(rest, str::trim_start);
    let first = rest.chars().next();
    (first.is_some_and(|first| first.is_ascii_digit() || matches!(first, '/' | '-' | '…' | '.')))
        && rest.contains(['/', '-', '–'])
}

/// Reads a head; gives where the text begins.
pub(super) fn head(rows: &[Row], start: usize, ledger: &mut Ledger<'_>) -> (Head, usize) {
    let mut head = Head::default();
    let mut at = start;
    let mut subject_open = false;
    while let Some(row) = rows.get(at) {
        if ledger.chosen(row.at).is_some_and(|chosen| !matches!(chosen, As::Head | As::Title)) {
            break;
        }
        let mut text = row.line.text.clone();
        // Columns that a program has run together are told apart by the motto.
        for motto in ["CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "ĐẢNG CỘNG SẢN VIỆT NAM", "Độc lập"]
        {
            if let Some(cut) = text.find(motto).filter(|cut| *cut > 0) {
                head.motto = head.motto.or(self::motto(&text[cut..]));
                text.truncate(cut);
            }
        }
        let text = text.trim();
        let scanned = Scanned::new(text);
        if let Some(system) = motto(text) {
            head.motto = head.motto.or(Some(system));
            subject_open = false;
        } else if is_number(text) {
            number(text, &mut head, ledger.year);
        } else if let Some((place, day)) = place_and_date(text, ledger.year) {
            head.place = place;
            head.issued = day;
            subject_open = false;
        } else if let Some((kind, rest)) = kind(text).filter(|_| head.title.is_empty()) {
            ledger.read(row.at, As::Head);
            head.kind = Some(kind);
            head.title = rest;
            at = title(rows, at + 1, &mut head, ledger);
            return (head, at);
        } else if scanned.begins("kinh gui") {
            at = addressees(rows, at, &mut head, ledger);
            return (head, at);
        } else if scanned.begins("v v") || (scanned.begins("ve viec") && head.number.is_some()) {
            let from = scanned.range(0, 2).end;
            head.title = text[from..].trim_start_matches([':', ' ']).to_owned();
            subject_open = true;
        } else if scanned.begins("du thao") && scanned.words.len() <= 5 {
            let round = scanned.words.iter().find_map(|word| word.key.parse().ok());
            head.draft_round = Some(round.unwrap_or(0));
        } else if subject_open && !is_organ(text) {
            head.title.push(' ');
            head.title.push_str(text);
            ledger.read(row.at, As::Title);
            at += 1;
            continue;
        } else if is_capitals(text)
            && label::split(text).1.is_empty()
            && head.kind.is_none()
            && text.chars().count() < 90
        {
            head.organ.push(text.to_owned());
        } else if title_follows(rows, at) {
            // A line that no head has, between lines of one.
            ledger.leave_out(row, Debris::Around);
            at += 1;
            continue;
        } else {
            break;
        }
        ledger.read(row.at, As::Head);
        at += 1;
    }
    (head, at)
}

/// Whether the kind of the paper stands a few lines further on, and no text between.
fn title_follows(rows: &[Row], at: usize) -> bool {
    let text = |row: &Row| row.line.text.chars().count() > 120 || !label::split(&row.line.text).1.is_empty();
    rows[at..].iter().take(8).take_while(|row| !text(row)).any(|row| is_kind_alone(&row.line.text))
}

/// "Số: 163 /KH-UBND", with what stands behind it on the line.
fn number(text: &str, head: &mut Head, year: i32) {
    let from = text.find(|letter: char| letter.is_ascii_digit() || matches!(letter, '/' | '-' | '…' | '.'));
    let rest = &text[from.unwrap_or(text.len())..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    head.number = rest[..digits].parse().ok();
    let tail = rest[digits..].trim_start_matches(['.', '…', ' ']).trim_start_matches(['/', '-', '–', ' ']);
    let mut symbol = String::new();
    let mut rest = tail;
    // "KH-UBND", "KH/HU", with spaces that slipped in around the signs.
    loop {
        let length = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
        symbol.push_str(&rest[..length]);
        let after = rest[length..].trim_start();
        let sign = after.chars().next().filter(|sign| matches!(sign, '-' | '/' | '–' | '&' | '.'));
        let Some(sign) = sign else {
            rest = after;
            break;
        };
        let next = after[sign.len_utf8()..].trim_start();
        if length == 0 || !next.starts_with(char::is_alphabetic) {
            rest = next;
            break;
        }
        symbol.push(if sign == '–' { '-' } else { sign });
        rest = next;
    }
    head.symbol = symbol;
    if let Some((place, day)) = place_and_date(rest, year) {
        head.place = place;
        head.issued = day;
    }
}

/// "Cẩm Bình, ngày 10 tháng 7 năm 2021"; without its day where that is still open.
fn place_and_date(text: &str, year: i32) -> Option<(String, Option<NaiveDate>)> {
    let scanned = Scanned::new(text);
    let at = scanned.find("ngay").filter(|at| *at <= 8)?;
    let tail = &scanned.words[at..];
    let (month, year_at) = (scanned.find("thang")?, scanned.find("nam")?);
    if tail.len() > 7 || month < at || year_at < month {
        return None;
    }
    let comma = text[..scanned.words[at].range.start].trim_end();
    let place = comma.strip_suffix(',').or_else(|| (at == 0).then_some(""))?.trim();
    if place.contains([';', ':', '"']) {
        return None;
    }
    let day = words::parse_date(text[scanned.words[at].range.start..].trim_end_matches(['.', ' ']), year).ok();
    Some((place.trim_matches(['.', '…', ' ']).to_owned(), day))
}

/// The lines of a title below the kind.
fn title(rows: &[Row], mut at: usize, head: &mut Head, ledger: &mut Ledger<'_>) -> usize {
    while let Some(row) = rows.get(at) {
        let text = row.line.text.as_str();
        let chosen = ledger.chosen(row.at);
        if chosen.is_some_and(|chosen| chosen != As::Title) {
            break;
        }
        if chosen.is_none() {
            let scanned = Scanned::new(text);
            let first = head.title.is_empty();
            let labelled = !label::split(text).1.is_empty() || !row.line.label.is_empty();
            let leads = scanned.begins_any(&BODY_LEADS).is_some() && (!first || text.chars().count() > 200);
            let ended = head.title.ends_with(['.', ':', ';']);
            let small = text.starts_with(char::is_lowercase) || text.starts_with('(');
            let goes_on = first || small || row.line.close || row.line.strong || is_capitals(text);
            let long = text.chars().count() > 320 || text.trim_end().ends_with(':');
            if labelled || leads || ended || !goes_on || (long && !first) || super::foot::opens(text) {
                break;
            }
        }
        ledger.read(row.at, As::Title);
        if !head.title.is_empty() {
            head.title.push(' ');
        }
        head.title.push_str(text);
        at += 1;
    }
    let mut kept = head.title.trim();
    if let Some(rest) = kept.strip_prefix(['-', '–', ':']) {
        kept = rest.trim_start();
    }
    head.title = kept.trim_end_matches(['.', ' ']).to_owned();
    at
}

/// Those addressed: on the line itself, or a dash each below it.
fn addressees(rows: &[Row], mut at: usize, head: &mut Head, ledger: &mut Ledger<'_>) -> usize {
    let mut first = true;
    while let Some(row) = rows.get(at) {
        let text = row.line.text.as_str();
        let rest = if first {
            let scanned = Scanned::new(text);
            text[scanned.range(0, 2).end..].trim_start_matches([':', ' '])
        } else {
            let labelled = label::split(text).0 == label::Label::Dash || row.line.label == "-";
            let open = head.addressees.last().is_none_or(|last: &String| last.ends_with([';', ',']));
            if (!labelled && !open) || Scanned::new(text).begins_any(&BODY_LEADS).is_some() {
                break;
            }
            text
        };
        ledger.read(row.at, As::Addressee);
        let name = label::split(rest).2;
        if !name.is_empty() {
            head.addressees
                .extend(name.split_inclusive(';').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned));
        }
        first = false;
        at += 1;
    }
    for name in &mut head.addressees {
        let kept = name.trim_end_matches([';', ',', '.', ' ']).len();
        name.truncate(kept);
    }
    head.addressees.retain(|name| !name.is_empty());
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_with_its_slips() {
        for (text, number_is, symbol) in [
            ("Số: 163 /KH-UBND", Some(163), "KH-UBND"),
            ("Số 146 - KH/HU", Some(146), "KH/HU"),
            ("Số: 62-KH/TU", Some(62), "KH/TU"),
            ("Số:      /KH-UBND", None, "KH-UBND"),
            ("Số: 05/KH – BCĐ", Some(5), "KH-BCĐ"),
            ("Số: …/KH-ĐU", None, "KH-ĐU"),
            ("Số: 135 /UBND-VP", Some(135), "UBND-VP"),
        ] {
            assert!(is_number(text), "{text}");
            let mut head = Head::default();
            number(text, &mut head, 2026);
            assert_eq!((head.number, head.symbol.as_str()), (number_is, symbol), "{text}");
        }
        assert!(!is_number("Số lượng đại biểu: 50") && !is_number("Sổ tay 2/5"));
    }

    #[test]
    fn place_and_date_are_read() {
        let day = NaiveDate::from_ymd_opt(2021, 7, 10);
        assert_eq!(place_and_date("Bình Minh, ngày 10 tháng 7  năm 2021", 2026), Some(("Bình Minh".into(), day)));
        assert_eq!(place_and_date("Bình Minh, ngày    tháng 7 năm 2021", 2026), Some(("Bình Minh".into(), None)));
        assert_eq!(place_and_date("Họp trước ngày 10 tháng 7 năm 2021 tại xã", 2026), None);
        let mut head = Head::default();
        number("Số: 12/KH-UBND Bình Minh, ngày 10 tháng 7 năm 2021", &mut head, 2026);
        assert_eq!((head.symbol.as_str(), head.place.as_str(), head.issued), ("KH-UBND", "Bình Minh", day));
    }
}
