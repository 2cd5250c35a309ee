//! What the lines of a form are: questions, lines to write on, boxes to tick, who signs.

use crate::import::label::{self, Label};
use crate::import::scan::{Scanned, is_capitals};
use crate::import::source::Line;

/// Signs of boxes to tick.
pub(super) const BOXES: [char; 12] = ['☐', '□', '▢', '❏', '❑', '◻', '○', '◯', '☑', '☒', '\u{f06f}', '\u{f0a8}'];

/// The fewest dots that are a line to write on.
const DOTS: usize = 6;

pub(super) fn is_title(text: &str) -> bool {
    is_capitals(text) && Scanned::head(text).begins("phieu")
}

/// Whether a line is one to write on, without a word.
pub(super) fn is_answer(text: &str) -> bool {
    let dots = text.chars().filter(|letter| is_dot(*letter)).count();
    dots >= DOTS && !text.chars().any(char::is_alphanumeric)
}

pub(super) fn is_dot(letter: char) -> bool {
    matches!(letter, '.' | '…' | '_' | '·')
}

/// A text before the dots that stand behind it.
pub(super) fn before_dots(text: &str) -> Option<(&str, &str)> {
    let run = |at: usize| {
        let rest = &text[at..];
        let length = rest.find(|letter: char| !is_dot(letter) && letter != ' ').unwrap_or(rest.len());
        let dots: usize =
            rest[..length].chars().map(|letter| if letter == '…' { 3 } else { usize::from(is_dot(letter)) }).sum();
        (dots >= DOTS).then_some(at + length)
    };
    let mut found = text.char_indices().filter(|(_, letter)| is_dot(*letter));
    found.find_map(|(at, _)| run(at).map(|end| (text[..at].trim_end(), text[end..].trim_start())))
}

pub(super) fn has_box(text: &str) -> bool {
    text.contains(BOXES) || text.starts_with("[ ]") || text.contains("[  ]")
}

/// Whether a line is a question by its number, and its words without the number.
pub(super) fn question(line: &Line) -> (bool, &str) {
    let text = line.text.trim();
    if !line.label.is_empty() {
        return (line.label.starts_with(|letter: char| letter.is_ascii_digit()), text);
    }
    let head = Scanned::head(text);
    // "Câu 1: …"
    if head.begins("cau") && head.words.get(1).is_some_and(|word| word.key.bytes().all(|byte| byte.is_ascii_digit())) {
        return (true, text[head.words[1].range.end..].trim_start_matches(['.', ':', ' ', ')']));
    }
    match label::split(text) {
        (Label::Number(_), _, rest) => (true, rest),
        _ => (false, text),
    }
}

/// Whether a line, or a row that only sets words beside each other, has boxes to tick before or behind words.
pub(super) fn is_options(line: &Line) -> bool {
    if line.cells.is_empty() {
        return has_box(&line.text);
    }
    let words = |cell: &&String| cell.chars().any(char::is_alphabetic);
    line.cells.iter().filter(|cell| !cell.is_empty()).all(|cell| has_box(cell))
        && line.cells.iter().any(|cell| words(&cell))
}

/// Whether dots stand behind a name, and nothing but more of that kind follows: in a sentence they are a blank.
pub(super) fn is_field(text: &str) -> bool {
    let mut rest = text;
    let mut found = false;
    while let Some((name, more)) = before_dots(rest) {
        found |= !name.is_empty();
        if name.chars().count() > 70 || name.contains(". ") || name.contains(", ") && !name.ends_with(':') {
            return false;
        }
        rest = more;
    }
    found && !rest.chars().any(char::is_alphanumeric)
}

/// Whether a line is to be written on or ticked.
pub(super) fn asks(line: Option<&Line>) -> bool {
    line.is_some_and(|line| is_options(line) || (line.cells.is_empty() && is_answer(&line.text)))
}

pub(super) fn is_section(line: &Line) -> bool {
    let (label, ..) = label::split(&line.text);
    let short = line.text.chars().count() < 120;
    short
        && (matches!(label, Label::Roman(_) | Label::Capital(_))
            || is_capitals(&line.text)
            || (line.strong && !line.text.ends_with('.')))
}

pub(super) fn is_subtitle(line: &Line) -> bool {
    let text = line.text.trim();
    let short = text.chars().count() < 220 && line.cells.is_empty();
    let head = Scanned::head(text.trim_start_matches('('));
    let greets = head.begins("kinh gui") || head.begins("de");
    short
        && !greets
        && !is_line_to_write_on(text)
        && !has_box(text)
        && label::split(text).1.is_empty()
        && (text.starts_with('(')
            || line.strong
            || head.begins_any(&["ve", "phuc vu", "tai hoi nghi", "kem theo", "danh cho"]).is_some())
}

/// Whether dots in a text are long enough to be written on; fewer are a blank that the office fills in.
pub(super) fn is_line_to_write_on(text: &str) -> bool {
    before_dots(text).is_some_and(|(before, _)| {
        let dots = text[before.len()..].chars().filter(|letter| is_dot(*letter) || *letter == ' ').count();
        dots >= 2 * DOTS
    })
}

pub(super) fn is_signer(text: &str) -> bool {
    let head = Scanned::head(text);
    let leads = [
        "nguoi cho y kien",
        "nguoi gop y",
        "nguoi duoc lay y kien",
        "nguoi kien nghi",
        "nguoi tra loi",
        "nguoi dan",
        "nguoi ky",
        "chu ho",
        "nguoi viet phieu",
        "nguoi ghi phieu",
        "dai dien ho",
    ];
    head.words.len() <= 8 && head.begins_any(&leads).is_some() && !text.contains(':') && is_capitals(text)
}

/// Who signs, below place and date.
pub(super) fn is_short(text: &str) -> bool {
    Scanned::head(text).words.len() <= 7
        && text.chars().count() < 48
        && !text.ends_with(['.', ';', ':'])
        && label::split(text).1.is_empty()
}

pub(super) fn is_place_and_date(text: &str) -> bool {
    let scanned = Scanned::head(text);
    text.chars().count() < 90
        && scanned.has("ngay")
        && scanned.has("thang")
        && scanned.has("nam")
        && text.contains([',', '…', '.'])
        && scanned.find("ngay").is_some_and(|at| at <= 6)
        && scanned.words.len() <= 12
}
