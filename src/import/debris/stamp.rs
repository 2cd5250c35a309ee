//! What a digital signature prints on a paper: who signed, when, with which mail address.

use super::super::scan::Scanned;
use super::{Debris, LeftOut, Row, take_lines};

/// How the lines of a signature begin.
const LEADS: [&str; 14] = [
    "nguoi ky",
    "thoi gian ky",
    "ngay ky",
    "ky boi",
    "duoc ky boi",
    "da ky boi",
    "digitally signed",
    "signature not verified",
    "signature valid",
    "ky so boi",
    "gio ky",
    "chu ky so",
    "email",
    "ly do ky",
];

/// How lines begin that belong to a signature only beside one.
const BESIDE: [&str; 4] = ["co quan", "to chuc", "chuc vu", "date"];

pub(super) fn take(rows: &mut Vec<Row>, out: &mut Vec<LeftOut>, kept: &dyn Fn(usize) -> bool) {
    // "(Đã ký)" stands where the hand would have signed.
    take_lines(rows, out, kept, Debris::Stamp, |at, rows| {
        let text = rows[at].line.text.trim_matches(['(', ')', '[', ']', '.', ' ']);
        is_lead(text)
            || is_signed(text)
            || (is_beside(text)
                && (at.saturating_sub(3)..(at + 3).min(rows.len())).any(|near| is_lead(&rows[near].line.text)))
    });
}

fn is_signed(text: &str) -> bool {
    if text.len() > 40 {
        return false;
    }
    matches!(crate::words::fold(text).as_str(), "đã ký" | "da ky" | "đã ký và đóng dấu")
}

/// A lead, and behind it a colon: "Người ký văn bản chịu trách nhiệm" is a sentence.
fn is_lead(text: &str) -> bool {
    let scanned = Scanned::head(text);
    let Some(count) = scanned.begins_any(&LEADS) else { return false };
    let end = scanned.range(0, count).end;
    let foreign = scanned.begins("digitally") || scanned.begins("signature");
    foreign || text[end..].trim_start().starts_with(':')
}

/// "00:32 +07:00", "02.06.2022 08:15:21", "Cơ quan: …"
fn is_beside(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    if text.chars().count() > 120 {
        return false;
    }
    let scanned = Scanned::head(text);
    let named = scanned
        .begins_any(&BESIDE)
        .is_some_and(|count| text[scanned.range(0, count).end..].trim_start().starts_with(':'));
    named || (digits >= 4 && letters <= 3)
}

#[cfg(test)]
mod tests {
    use super::super::Debris;
    use super::super::tests::cleared;

    #[test]
    fn stamps_of_signatures_go() {
        let text = "TM. ỦY BAN NHÂN DÂN\nKý bởi: Ủy ban nhân dân xã\nCơ quan: xã Bình Minh\nThời gian ký: 03.02.2025\n08:12:05 +07:00\n\
                    (Đã ký)\nNgười ký văn bản chịu trách nhiệm về nội dung.";
        let (rows, out) = cleared(text);
        assert_eq!(rows, ["TM. ỦY BAN NHÂN DÂN", "Người ký văn bản chịu trách nhiệm về nội dung."]);
        assert!(out.len() == 5 && out.iter().all(|(_, why)| *why == Debris::Stamp));
    }
}
