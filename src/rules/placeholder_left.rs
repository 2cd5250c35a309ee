//! A placeholder that nobody has replaced.

use super::{Context, Rule, Source, seek};
use crate::finding::{Finding, Severity};
use crate::words;

/// "Nguyễn Văn A", "xã X", "[tên xã]", a row of dots typed by hand: whoever copied the text meant to fill it in. The
/// product's own holes are listed as what is missing, and are not told again. What belongs there only the officer knows.
pub const RULE: Rule = Rule {
    code: "placeholder-left",
    source: Source::CUSTOM,
    severity: Severity::Error,
    run,
    fix: None,
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

/// Words that stand for what is to come, as they are written.
const STAND_INS: [&str; 13] = [
    "xxx",
    "XXX",
    "xxxx",
    "XXXX",
    "yyyy",
    "YYYY",
    "Lorem ipsum",
    "Nguyễn Văn A",
    "NGUYỄN VĂN A",
    "Nguyễn Thị B",
    "NGUYỄN THỊ B",
    "Trần Văn B",
    "TRẦN VĂN B",
];

/// What brackets ask for, folded.
const ASKS: [&str; 4] = ["tên ", "ghi ", "điền ", "số …"];

/// Kinds of places whose name is never one letter, and those of which some are called "Thôn A"; folded.
const NAMED: [&str; 4] = ["xã", "phường", "tỉnh", "huyện"];
const LETTERED: [&str; 2] = ["thôn", "xóm"];

fn run(context: &Context<'_>) -> Vec<Finding> {
    let typed = context.typed.iter();
    typed
        .filter_map(|typed| {
            let at = placeholder(&typed.words)?;
            Some(RULE.finding().at(typed.spot.place.mark()).with("text", seek::around(&typed.words, at, 40)))
        })
        .collect()
}

/// Where the first one stands.
fn placeholder(text: &str) -> Option<usize> {
    let rows = ["....", "____", "{", "…/…", "../.."].iter().filter_map(|row| text.find(row)).min();
    // The hole of the product is two dots of three; one more, or fewer beside them, were typed.
    let stand_in = || STAND_INS.iter().find_map(|words| seek::whole(text, words));
    rows.or_else(|| bracketed(text)).or_else(|| letter_for_name(text)).or_else(stand_in)
}

/// "[tên xã]", "<số>", "(ghi rõ …)".
fn bracketed(text: &str) -> Option<usize> {
    let at = text.find(['[', '<', '('])?;
    let (open, inner) = (text[at..].chars().next()?, &text[at + 1..]);
    let close = match open {
        '[' => ']',
        '<' => '>',
        _ => ')',
    };
    let Some(end) = inner.find(close) else { return bracketed(inner).map(|further| at + 1 + further) };
    let words = words::fold(&inner[..end]);
    let asks = ASKS.iter().any(|lead| words.starts_with(lead));
    let is_one = match open {
        // A footnote's number is no placeholder.
        '[' | '<' => words.chars().any(char::is_alphabetic),
        _ => asks,
    };
    if is_one { Some(at) } else { bracketed(&inner[end..]).map(|further| at + 1 + end + further) }
}

/// "xã X", "thôn A": a capital alone for a name.
fn letter_for_name(text: &str) -> Option<usize> {
    let mut before: Option<(usize, &str)> = None;
    for word in text.split_inclusive(' ') {
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        let bare = word.trim_end_matches([' ', ',', '.', ';', ':']);
        let unknown = matches!(bare, "X" | "Y" | "Z" | "XX");
        if let Some((start, kind)) = before.filter(|_| unknown || matches!(bare, "A" | "B")) {
            let kind = words::fold(kind);
            if NAMED.contains(&kind.as_str()) || unknown && LETTERED.contains(&kind.as_str()) {
                return Some(start);
            }
        }
        before = Some((at, bare));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::tests::with_words;
    use super::*;
    use crate::dossier::Dossier;

    pub fn trips() -> Dossier {
        with_words("Đồng chí Nguyễn Văn A, Chủ tịch Ủy ban nhân dân, chủ trì.")
    }

    pub fn passes() -> Dossier {
        with_words("Thời gian …… do Ủy ban nhân dân xã thông báo; đất đai, môi trường…; thôn 3 (nếu có).")
    }

    #[test]
    fn placeholders_are_told_from_words() {
        for text in
            ["Số ..../KH", "xã X, tỉnh Y", "Ủy ban nhân dân [tên xã]", "(ghi rõ họ tên)", "Năm XXXX", "{ngày}", "____"]
        {
            assert!(placeholder(text).is_some(), "{text}");
        }
        for text in
            ["Đại hội Đảng lần thứ XX", "ông Nguyễn Văn An", "khối A", "vitamin A", "Thôn A", "xem [1]", "xã An Bình…"]
        {
            assert!(placeholder(text).is_none(), "{text}");
        }
    }
}
