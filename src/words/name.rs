//! Capitals: of headings, of the start of a sentence.
//!
//! Knows no rule of which words NĐ 30/2020, Phụ lục II wants capital: it changes only the letter it is asked to.

/// The text with its first letter upper case. Quotes, brackets and spaces before that letter are passed over; a
/// text that begins with a figure stays as it is ("05 đại biểu").
pub fn sentence_start(text: &str) -> String {
    match first_letter(text) {
        Some((before, letter, after)) => {
            let mut out = String::with_capacity(text.len() + 1);
            out.push_str(before);
            out.extend(letter.to_uppercase());
            out.push_str(after);
            out
        }
        None => text.to_owned(),
    }
}

/// The text with its first letter lower case, as the trích yếu of a Party paper begins ("về công tác …"). A first
/// word that is all capitals ("UBND") or a single capital before a figure stays as it is. It cannot know a proper
/// name: the caller asks for this only where the text begins with a common word.
pub fn lower_start(text: &str) -> String {
    match first_letter(text) {
        Some((before, letter, after)) if !after.starts_with(is_acronym_rest) => {
            let mut out = String::with_capacity(text.len());
            out.push_str(before);
            out.extend(letter.to_lowercase());
            out.push_str(after);
            out
        }
        _ => text.to_owned(),
    }
}

/// The text in capitals, as the organ's name and the headings stand.
pub fn upper(text: &str) -> String {
    text.to_uppercase()
}

fn is_acronym_rest(letter: char) -> bool {
    letter.is_uppercase() || letter.is_ascii_digit()
}

/// What stands before the first letter, the letter, and what follows it.
fn first_letter(text: &str) -> Option<(&str, char, &str)> {
    let (at, letter) = text.char_indices().find(|(_, letter)| letter.is_alphanumeric())?;
    if !letter.is_alphabetic() {
        return None;
    }
    Some((&text[..at], letter, &text[at + letter.len_utf8()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_is_raised() {
        assert_eq!(sentence_start("đại biểu"), "Đại biểu");
        assert_eq!(sentence_start("ủy ban"), "Ủy ban");
        assert_eq!(sentence_start("“ý kiến”"), "“Ý kiến”");
        assert_eq!(sentence_start("05 đại biểu"), "05 đại biểu");
        assert_eq!(sentence_start(""), "");
        assert_eq!(sentence_start("……"), "……");
    }

    #[test]
    fn the_first_letter_is_lowered_but_no_acronym() {
        assert_eq!(lower_start("Về công tác"), "về công tác");
        assert_eq!(lower_start("Đối thoại"), "đối thoại");
        assert_eq!(lower_start("UBND xã"), "UBND xã");
        assert_eq!(lower_start("Ý kiến"), "ý kiến");
        assert_eq!(lower_start("A4"), "A4");
        assert_eq!(lower_start(""), "");
    }

    #[test]
    fn capitals_keep_their_marks() {
        assert_eq!(upper("Ủy ban nhân dân xã Hòa Bình, đường"), "ỦY BAN NHÂN DÂN XÃ HÒA BÌNH, ĐƯỜNG");
    }
}
