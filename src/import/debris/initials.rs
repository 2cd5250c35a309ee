//! The initials of who typed or checked a paper, and the marks that close its text.
//!
//! They stand in slanted letters, or alone behind the full stop of the last paragraph or of the filing line. The marks that
//! close a text ("./.", "/-") are set by the official format and come in with none.

use super::super::scan::Scanned;
use super::{Debris, LeftOut, Row};

/// The most letters of initials.
const LONGEST: usize = 6;

pub(super) fn take(rows: &mut Vec<Row>, out: &mut Vec<LeftOut>, kept: &dyn Fn(usize) -> bool) {
    let foot = rows.iter().position(|row| is_recipients(&row.line.text));
    for at in 0..rows.len() {
        if kept(rows[at].at) {
            continue;
        }
        let last_of_text = rows.get(at + 1).is_some_and(|next| is_recipients(&next.line.text));
        let filing = foot.is_some() && is_filing(&rows[at].line.text);
        let text = rows[at].line.text.clone();
        let slanted = rows[at].line.slanted_end.filter(|end| is_initials(&text[*end..]) && is_closed(&text[..*end]));
        let end = slanted.or_else(|| if last_of_text || filing { behind_the_stop(&text) } else { None });
        if let Some(end) = end {
            out.push(LeftOut { line: rows[at].at, words: text[end..].trim().to_owned(), why: Debris::Initials });
            rows[at].line.text = text[..end].trim_end().to_owned();
        }
        if last_of_text {
            let line = &mut rows[at].line.text;
            let kept = unmarked_end(line).len();
            line.truncate(kept);
        }
    }
    rows.retain(|row| !row.line.is_blank());
}

/// The text without the mark that closes it; a full stop stays.
fn unmarked_end(text: &str) -> &str {
    let bare = text.trim_end();
    for mark in ["./.", "/.", "./", ".//", "/#", "/-", "./-", "#", "/"] {
        if let Some(kept) = bare.strip_suffix(mark) {
            return kept.trim_end();
        }
    }
    bare
}

fn is_recipients(text: &str) -> bool {
    if text.len() > 60 {
        return false;
    }
    let scanned = Scanned::new(text);
    scanned.begins("noi nhan") && scanned.words.len() <= 4
}

fn is_filing(text: &str) -> bool {
    text.len() < 160 && Scanned::head(text.trim_start_matches(['-', '–', '+', ' '])).begins("luu")
}

fn is_initials(words: &str) -> bool {
    let words = words.trim();
    let letters = words.chars().count();
    (1..=LONGEST).contains(&letters) && !words.contains(' ') && !words.starts_with('(')
}

/// Whether a sentence or an entry ends here.
fn is_closed(text: &str) -> bool {
    text.trim_end().ends_with(['.', ';', ',', ')', '/', '!'])
}

/// A lone short word behind the full stop at the end of a line.
fn behind_the_stop(text: &str) -> Option<usize> {
    // A line of its own.
    if is_initials(text) && text.chars().all(char::is_alphabetic) && text.starts_with(char::is_uppercase) {
        return Some(0);
    }
    let at = text.trim_end().rfind(' ')?;
    let (before, last) = (&text[..at], text[at..].trim());
    let lone =
        is_initials(last) && !last.ends_with(['.', ';', ',', '/', ')']) && last.chars().all(char::is_alphanumeric);
    (lone && before.trim_end().ends_with(['.', '/', ';']) && before.len() > 3).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::super::Debris;
    use super::super::tests::cleared;

    #[test]
    fn initials_and_closing_marks_go() {
        let text =
            "Trên đây là Kế hoạch, yêu cầu thực hiện nghiêm túc. *Hoa*\nNơi nhận:\n- Như trên;\n- Lưu: VT (12). *3/*\n";
        let (rows, out) = cleared(text);
        assert_eq!(
            rows,
            ["Trên đây là Kế hoạch, yêu cầu thực hiện nghiêm túc.", "Nơi nhận:", "- Như trên;", "- Lưu: VT (12)."]
        );
        assert_eq!(out, [("Hoa".into(), Debris::Initials), ("3/".into(), Debris::Initials)]);
        for (text, kept) in [
            ("yêu cầu thực hiện. /#\nNơi nhận:", "yêu cầu thực hiện."),
            ("yêu cầu thực hiện./.\nNơi nhận:", "yêu cầu thực hiện"),
            ("yêu cầu thực hiện. Lan\nNơi nhận:", "yêu cầu thực hiện."),
            ("dự hội nghị ở xã Lan\nNơi nhận:", "dự hội nghị ở xã Lan"),
        ] {
            assert_eq!(cleared(text).0[0], kept);
        }
    }
}
