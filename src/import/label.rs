//! The number or mark that a paragraph begins with.

use super::scan::is_capitals;

/// A number or mark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Label {
    /// None.
    #[default]
    None,
    /// `I.`
    Roman(u32),
    /// `A.`
    Capital(u32),
    /// `1.`, `3.1.`
    Number(Vec<u32>),
    /// `(1)`
    Paren(u32),
    /// `a)`
    Letter(char),
    /// `-`
    Dash,
    /// `+`
    Plus,
}

impl Label {
    /// Whether it marks an item of a list and no heading.
    pub fn is_item(&self) -> bool {
        matches!(self, Self::Paren(_) | Self::Letter(_) | Self::Dash | Self::Plus)
    }
}

/// Whether a text begins with a number or mark.
pub(super) fn has_label(text: &str) -> bool {
    !matches!(split(text).0, Label::None)
}

/// The number or mark at the start of a text, as it is written and as a value, and the text behind it. Of two ("- (1)") the
/// inner one counts.
pub(super) fn split(text: &str) -> (Label, &str, &str) {
    let text = text.trim_start();
    let Some((label, end)) = one(text) else { return (Label::None, "", text) };
    let (mut label, mut end) = (label, end);
    if matches!(label, Label::Dash | Label::Plus) {
        let rest = text[end..].trim_start();
        if let Some((inner, length)) = one(rest).filter(|(inner, _)| inner.is_item()) {
            end = text.len() - rest.len() + length;
            label = inner;
        }
    }
    (label, text[..end].trim(), text[end..].trim_start())
}

fn one(text: &str) -> Option<(Label, usize)> {
    let first = text.chars().next()?;
    match first {
        '-' | '–' | '—' | '−' => {
            let rest = text[first.len_utf8()..].trim_start_matches(['-', '–']);
            // "-5 độ", "---" and "- 2 -" are no items.
            let word = rest.trim_start().chars().next()?;
            (!word.is_ascii_digit() || rest.starts_with(' ')).then_some(())?;
            word_follows(rest).then(|| (Label::Dash, text.len() - rest.len()))
        }
        '+' => word_follows(&text[1..]).then_some((Label::Plus, 1)),
        '•' | '●' | '▪' | '◦' | '·' | '○' | '\u{f0b7}' | '\u{f02d}' | '\u{f0d8}' | '\u{f0a7}' | '\u{f0fc}' | '■'
        | '➢' | '❖' | '✓' | '➤' | '►' | 'Ø' => {
            let rest = &text[first.len_utf8()..];
            (word_follows(rest) && (first != 'Ø' || rest.starts_with(' '))).then(|| (Label::Dash, first.len_utf8()))
        }
        '(' => bracketed(text),
        _ if first.is_ascii_digit() => number(text),
        _ if first.is_alphabetic() => letters(text),
        _ => None,
    }
}

fn word_follows(rest: &str) -> bool {
    rest.chars().any(char::is_alphanumeric)
}

/// `(1)`, `(a)`
fn bracketed(text: &str) -> Option<(Label, usize)> {
    let end = text.find(')').filter(|end| *end <= 3)?;
    let inner = &text[1..end];
    if let Ok(number) = inner.parse::<u32>() {
        return (number > 0).then_some((Label::Paren(number), end + 1));
    }
    let letter = inner.chars().next().filter(|letter| letter.is_lowercase() && inner.chars().count() == 1)?;
    Some((Label::Letter(letter), end + 1))
}

/// `1.`, `1)`, `1/`, `3.1.`, `3.1`; no date, no thousands, no share.
fn number(text: &str) -> Option<(Label, usize)> {
    let mut path = Vec::new();
    let mut at = 0;
    loop {
        let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=2).contains(&digits) {
            return None;
        }
        path.push(text[at..at + digits].parse().ok()?);
        at += digits;
        let next_digit =
            text[at..].strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        if !next_digit || path.len() == 4 {
            break;
        }
        at += 1;
    }
    let rest = &text[at..];
    let spaced = rest.trim_start();
    let closed = spaced.starts_with(['.', ')', '/', '-', '–', ':']) && !spaced.starts_with("...");
    if closed {
        at = text.len() - spaced.len() + spaced.chars().next().map_or(1, char::len_utf8);
    } else if path.len() < 2 || !rest.starts_with(' ') {
        return None;
    }
    let behind = text[at..].trim_start();
    let starts_words = behind.chars().next().is_some_and(|c| c.is_alphabetic() || matches!(c, '“' | '"' | '(' | '«'));
    // "7 - 8 giờ" is no item, "2 – Mục đích" may be one.
    let sign_is_weak = closed && spaced.starts_with(['-', '–', ':']);
    let capital = behind.trim_start_matches(['“', '"', '(']).starts_with(char::is_uppercase);
    let possible = starts_words && path.iter().all(|number| (1..60).contains(number)) && (!sign_is_weak || capital);
    possible.then_some((Label::Number(path), at))
}

/// `I.`, `II -`, `A.`, `a)`, `Phần I.`
fn letters(text: &str) -> Option<(Label, usize)> {
    let mut from = 0;
    for lead in ["Phần ", "PHẦN "] {
        if text.starts_with(lead) {
            from = lead.len();
        }
    }
    let length = text[from..].find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len() - from);
    let word = &text[from..from + length];
    let rest = text[from + length..].trim_start();
    let sign = rest.chars().next()?;
    if !matches!(sign, '.' | '-' | '–' | '—' | ':' | ')' | '/') {
        return None;
    }
    let end = text.len() - rest.len() + sign.len_utf8();
    let behind = text[end..].trim_start();
    if !word_follows(behind) {
        return None;
    }
    // "V/v" is no part, "I/ MỤC ĐÍCH" is one.
    let apart = |rest: &str| rest.starts_with(|letter: char| letter.is_whitespace() || letter.is_uppercase());
    if let Some(number) = roman(word).filter(|_| !glued_letter(&text[end..]) && (sign != '/' || apart(&text[end..]))) {
        return Some((Label::Roman(number), end));
    }
    let mut letters = word.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else { return None };
    if letter.is_lowercase() && matches!(sign, ')' | '.') {
        return Some((Label::Letter(letter), end));
    }
    // "A. MỤC ĐÍCH"; not the initials of a name ("T.M ỦY BAN").
    let capital = sign == '.' && text[end..].starts_with(' ') && is_capitals(behind) && from == 0;
    capital.then_some((Label::Capital(letter as u32), end))
}

/// "I.V" is no part, "I.MỤC" is one.
fn glued_letter(rest: &str) -> bool {
    let mut letters = rest.chars();
    letters.next().is_some_and(char::is_alphabetic) && !letters.next().is_some_and(char::is_alphabetic)
}

/// Whether a word is a Roman number of a part.
pub(super) fn is_roman(word: &str) -> bool {
    roman(word).is_some()
}

/// The value of a Roman number up to 39.
fn roman(word: &str) -> Option<u32> {
    (1..40).find(|number| crate::words::roman(*number) == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_told_from_text() {
        for (text, label, rest) in [
            ("I. MỤC ĐÍCH", Label::Roman(1), "MỤC ĐÍCH"),
            ("II - NỘI DUNG", Label::Roman(2), "NỘI DUNG"),
            ("III- NỘI DUNG", Label::Roman(3), "NỘI DUNG"),
            ("1. Mục đích", Label::Number(vec![1]), "Mục đích"),
            ("3.Thành phần", Label::Number(vec![3]), "Thành phần"),
            ("I/ MỤC ĐÍCH", Label::Roman(1), "MỤC ĐÍCH"),
            ("V/TỔ CHỨC", Label::Roman(5), "TỔ CHỨC"),
            ("➢ Nội dung", Label::Dash, "Nội dung"),
            ("1/ Mục đích", Label::Number(vec![1]), "Mục đích"),
            ("3.1. Chủ trì", Label::Number(vec![3, 1]), "Chủ trì"),
            ("3.1 Chủ trì", Label::Number(vec![3, 1]), "Chủ trì"),
            ("(1) Báo cáo", Label::Paren(1), "Báo cáo"),
            ("- (2) Báo cáo", Label::Paren(2), "Báo cáo"),
            ("- + Đại biểu xã", Label::Plus, "Đại biểu xã"),
            ("a) Nội dung", Label::Letter('a'), "Nội dung"),
            ("đ) Nội dung", Label::Letter('đ'), "Nội dung"),
            ("– Nội dung", Label::Dash, "Nội dung"),
            ("• Nội dung", Label::Dash, "Nội dung"),
            ("A. MỤC ĐÍCH", Label::Capital(65), "MỤC ĐÍCH"),
            ("- 05 đại biểu", Label::Dash, "05 đại biểu"),
        ] {
            let (found, _, behind) = split(text);
            assert_eq!((found, behind), (label, rest), "{text}");
        }
        for text in [
            "25/9/2026",
            "1.250 đại biểu",
            "12.12.2013",
            "V/v tuyên truyền",
            "T.M ỦY BAN",
            "(6 tháng, 01 năm)",
            "Ông A",
            "Vì vậy",
            "-----",
            "7 - 8 giờ",
            "8:30 đón tiếp",
            "(Tổng số)",
            "I",
            "",
        ] {
            assert_eq!(split(text).0, Label::None, "{text}");
        }
    }
}
