//! The foot of a paper: who receives it, and who signs.

use super::{As, Ledger};
use crate::import::debris::Row;
use crate::import::label;
use crate::import::scan::{Scanned, is_capitals};

/// A recipient: who, and in brackets what for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct To {
    pub who: String,
    pub purpose: String,
}

/// A mark of power before a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Power {
    OnBehalf,
    InPlace,
    ByOrder,
    ByAuthorisation,
    Acting,
}

/// A signature as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Signature {
    /// The marks of power, each with whom it names.
    pub powers: Vec<(Option<Power>, String)>,
    pub position: String,
    pub signer: String,
}

/// What stands below the text of a paper.
#[derive(Clone, Debug, Default)]
pub(super) struct Foot {
    pub recipients: Vec<To>,
    pub filed: String,
    pub signatures: Vec<Signature>,
}

/// The marks of power as papers write them, the longer first.
const MARKS: [(&str, Power); 17] = [
    ("T/UQ", Power::ByAuthorisation),
    ("TUQ.", Power::ByAuthorisation),
    ("TUQ", Power::ByAuthorisation),
    ("T.UQ", Power::ByAuthorisation),
    ("T/M", Power::OnBehalf),
    ("T.M.", Power::OnBehalf),
    ("T.M", Power::OnBehalf),
    ("TM.", Power::OnBehalf),
    ("TM ", Power::OnBehalf),
    ("K/T", Power::InPlace),
    ("K.T", Power::InPlace),
    ("KT.", Power::InPlace),
    ("KT ", Power::InPlace),
    ("T/L", Power::ByOrder),
    ("T.L", Power::ByOrder),
    ("TL.", Power::ByOrder),
    ("Q. ", Power::Acting),
];

/// How the offices of signers begin.
const OFFICES: [&str; 22] = [
    "chu tich",
    "pho chu tich",
    "bi thu",
    "pho bi thu",
    "chanh van phong",
    "pho chanh van phong",
    "truong ban",
    "pho truong ban",
    "uy vien",
    "truong phong",
    "pho truong phong",
    "giam doc",
    "pho giam doc",
    "truong tieu ban",
    "pho truong tieu ban",
    "thuong truc",
    "pho bi thu thuong truc",
    "chu nhiem",
    "pho chu nhiem",
    "truong cong an",
    "q chu tich",
    "chi huy truong",
];

/// Whether a line opens a foot.
pub(super) fn opens(text: &str) -> bool {
    is_recipients(text) || is_signature(text)
}

fn is_recipients(text: &str) -> bool {
    let scanned = Scanned::head(text);
    let Some(count) = scanned.stands(0, "noi nhan") else { return false };
    let rest = text[scanned.range(0, count).end..].trim_start();
    rest.is_empty() || rest.starts_with([':', '.', '-', ';'])
}

fn mark(text: &str) -> Option<(Power, &str)> {
    let text = text.trim_start();
    let (mark, power) = MARKS.iter().find(|(mark, _)| text.starts_with(mark))?;
    let rest = text[mark.len()..].trim_start_matches(['.', ' ', ':']);
    let first: String = rest.chars().take(3).collect();
    (is_capitals(&first) || rest.is_empty()).then_some((*power, rest))
}

fn is_signature(text: &str) -> bool {
    if text.chars().count() > 120 {
        return false;
    }
    mark(text).is_some() || is_office(text)
}

/// An office in capitals, whatever is glued to its end.
fn is_office(text: &str) -> bool {
    let (capitals, _) = unglued(text);
    is_capitals(capitals) && Scanned::new(capitals).begins_any(&OFFICES).is_some() && label::split(text).1.is_empty()
}

/// A line in capitals and the name glued to it: "CHỦ TỊCHTrần Văn A".
pub(super) fn unglued(text: &str) -> (&str, &str) {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    for window in letters.windows(3) {
        let [(_, one), (at, two), (_, three)] = window else { continue };
        let glued = one.is_uppercase() && two.is_uppercase() && three.is_lowercase();
        let spaced = *one == ' ' && two.is_uppercase() && three.is_lowercase();
        if (glued || spaced) && is_capitals(&text[..*at]) {
            return (text[..*at].trim(), text[*at..].trim());
        }
    }
    (text.trim(), "")
}

/// A person's name: two to six words with capitals, no figures.
fn is_name(text: &str) -> bool {
    let bare = text.trim_end_matches(['.', ',']);
    let words: Vec<&str> = bare.split_whitespace().collect();
    (2..=7).contains(&words.len())
        && bare.chars().count() <= 60
        && !bare.contains([':', ';', '/', ',', '|'])
        && !bare.chars().any(|letter| letter.is_ascii_digit())
        && words.iter().all(|word| word.trim_start_matches('(').starts_with(char::is_uppercase))
}

/// Reads a foot; gives where the paper ends.
pub(super) fn foot(rows: &[Row], start: usize, ledger: &mut Ledger<'_>) -> (Foot, usize) {
    let mut foot = Foot::default();
    let mut open = false;
    let mut at = start;
    while let Some(row) = rows.get(at) {
        let text = row.line.text.as_str();
        let chosen = ledger.chosen(row.at);
        if chosen == Some(As::Recipient) || is_recipients(text) {
            open = true;
            let rest = if is_recipients(text) {
                text[Scanned::new(text).range(0, 2).end..].trim_start_matches([':', '.', ' ', ';'])
            } else {
                text
            };
            recipients(rest, &mut foot);
            ledger.read(row.at, As::Recipient);
        } else if is_signature(text) || chosen == Some(As::Signature) {
            signature_line(text, &mut foot);
            ledger.read(row.at, As::Signature);
        } else if foot.signatures.last().is_some_and(|last| last.signer.is_empty())
            && is_name(text)
            && row.line.label.is_empty()
        {
            if let Some(last) = foot.signatures.last_mut() {
                last.signer = text.trim_end_matches(['.', ',']).to_owned();
            }
            ledger.read(row.at, As::Signature);
        } else if foot.signatures.last().is_some_and(|last| last.signer.is_empty())
            && is_capitals(text)
            && text.chars().count() < 90
        {
            signature_line(text, &mut foot);
            ledger.read(row.at, As::Signature);
        } else if open && foot.filed.is_empty() {
            recipients(text, &mut foot);
            ledger.read(row.at, As::Recipient);
        } else {
            break;
        }
        at += 1;
    }
    (foot, at)
}

/// One line of recipients: a dash each; without dashes several with semicolons.
fn recipients(text: &str, foot: &mut Foot) {
    let single = label::has_label(text);
    for one in text.split(move |letter| letter == ';' && !single) {
        let one = label::split(one).2.trim().trim_start_matches(['-', '–', '+', ' ']);
        let scanned = Scanned::new(one);
        if scanned.words.is_empty() {
            continue;
        }
        if scanned.begins("luu") {
            let filed = one[scanned.words[0].range.end..].trim_start_matches([':', ' ', '.']);
            foot.filed = filed.trim_end_matches(['.', ',', ';', ' ']).to_owned();
            continue;
        }
        let bare = one.trim_end_matches(['.', ',', ';', ' ', '}']);
        let (who, purpose) = purpose(bare);
        foot.recipients.push(To { who, purpose });
    }
}

/// How brackets begin that say what a recipient gets the paper for.
const PURPOSES: [&str; 10] = ["de", "b c", "bao cao", "bc", "phoi hop", "thuc hien", "chi dao", "c d", "th", "p h"];

fn purpose(text: &str) -> (String, String) {
    if let Some((who, tail)) = text.rsplit_once('(')
        && let Some(purpose) = tail.strip_suffix(')')
        && Scanned::new(purpose).begins_any(&PURPOSES).is_some()
    {
        return (who.trim_end_matches(['}', ' ', ',', ';', '.']).to_owned(), purpose.trim().to_owned());
    }
    (text.to_owned(), String::new())
}

/// One line above a signer's name: a power, an office, with the name where it is glued to it.
fn signature_line(text: &str, foot: &mut Foot) {
    let begins = match foot.signatures.last() {
        None => true,
        Some(last) => {
            let again = mark(text)
                .is_some_and(|(power, _)| matches!(power, Power::OnBehalf | Power::ByOrder | Power::ByAuthorisation));
            !last.signer.is_empty()
                || (again && !last.powers.is_empty())
                || (mark(text).is_some() && !last.position.is_empty())
        }
    };
    if begins {
        foot.signatures.push(Signature::default());
    }
    let Some(current) = foot.signatures.last_mut() else { return };
    let (line, signer) = unglued(text);
    // A name that follows an office on its line, such as "PHÓ BÍ THƯ" and "Nguyễn Văn A".
    if is_name(signer) {
        current.signer = signer.to_owned();
    }
    let line = if is_name(signer) || signer.is_empty() { line } else { text.trim() };
    match mark(line) {
        Some((power, of)) => current.powers.push((Some(power), of.trim().to_owned())),
        None if current.position.is_empty() => current.position = line.to_owned(),
        None => {
            current.position.push(' ');
            current.position.push_str(line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::debris::clear;
    use crate::import::source;

    fn read(text: &str) -> Foot {
        let (rows, _) = clear(&source::plain(text).lines, &|_| false);
        let none = super::super::NO_CORRECTIONS;
        let mut ledger = Ledger::new(&none, 2026);
        foot(&rows, 0, &mut ledger).0
    }

    #[test]
    fn recipients_have_purposes_and_a_file() {
        let foot = read(
            "Nơi nhận:\n- Thường trực Đảng ủy (để b/c);\n- Các thôn (18 thôn);\n- Lưu: VT, VP (10).\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Thị Mẫu",
        );
        assert_eq!(foot.recipients[0], To { who: "Thường trực Đảng ủy".into(), purpose: "để b/c".into() });
        assert_eq!(foot.recipients[1].who, "Các thôn (18 thôn)");
        assert_eq!(foot.filed, "VT, VP (10)");
        assert_eq!(foot.signatures.len(), 1);
    }

    #[test]
    fn signatures_are_read_with_their_power() {
        let foot = read("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ THƯỜNG TRỰC\nLê Thị Mẫu");
        assert_eq!(foot.signatures[0].powers, [(Some(Power::OnBehalf), "BAN THƯỜNG VỤ".into())]);
        assert_eq!(foot.signatures[0].position, "PHÓ BÍ THƯ THƯỜNG TRỰC");
        let foot = read("T.M ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCHLê Thị Mẫu");
        assert_eq!(foot.signatures[0].powers.len(), 2);
        assert_eq!(
            (foot.signatures[0].position.as_str(), foot.signatures[0].signer.as_str()),
            ("PHÓ CHỦ TỊCH", "Lê Thị Mẫu")
        );
        let foot = read("CHỦ TỊCH Lê Thị Mẫu\nTM. BAN THƯỜNG TRỰC\nCHỦ TỊCH\nTrần Văn Thử");
        assert_eq!(foot.signatures.len(), 2);
        assert_eq!(foot.signatures[1].signer, "Trần Văn Thử");
    }

    #[test]
    fn what_follows_a_signature_is_no_part_of_the_paper() {
        let (rows, _) = clear(
            &source::plain("Nơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nLê Thị Mẫu\nTổng số điểm của bài viết").lines,
            &|_| false,
        );
        let none = super::super::NO_CORRECTIONS;
        let mut ledger = Ledger::new(&none, 2026);
        assert_eq!(foot(&rows, 0, &mut ledger).1, 4);
    }
}
