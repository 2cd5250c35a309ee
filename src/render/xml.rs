//! Text as XML writes it. Knows no file format: elements are the matter of who writes one.

/// Writes text so that no character of it is markup, in an element or in an attribute. What XML 1.0 forbids, written or
/// named, is left out: such characters have no shape, and one of them makes a whole file unreadable.
pub(crate) fn escape(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(letter),
            '\0'..' ' | '\u{FFFE}' | '\u{FFFF}' => {}
            _ => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_is_markup_and_none_is_forbidden() {
        let mut out = String::new();
        escape("<a b=\"c\"> & \0\u{1}\u{8}\t\u{b}\n\u{c}\r\u{1f}\u{7f}\u{FFFD}\u{FFFE}\u{FFFF}ộ😀", &mut out);
        assert_eq!(out, "&lt;a b=&quot;c&quot;&gt; &amp; \t\n\r\u{7f}\u{FFFD}ộ😀");
    }
}
