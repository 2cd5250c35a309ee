//! Words in lines of so many mm.

use crate::style::{Format, Role, SINGLE_LINE, text_width_mm};

/// The size of letters in the picture in pt.
pub(super) const SIZE_PT: f32 = 9.0;

/// Marks above and below letters take some more than the widths of the letters say.
const SLACK: f32 = 1.02;

/// The width of words in the picture in mm.
pub(super) fn width(words: &str, bold: bool) -> f32 {
    text_width_mm(words, SIZE_PT, bold) * SLACK
}

/// How high words stand in a narrow cell of a table, its edges included, in mm: about, and rather more.
pub(super) fn height(words: &str, cell_mm: f32, format: &Format) -> f32 {
    let size_pt = format.role(Role::NarrowCell).size_pt;
    let room = cell_mm - 3.0;
    let lines = wrapped(words, room, room, usize::MAX, |words| text_width_mm(words, size_pt, true) * SLACK).len();
    (lines as f32 * size_pt * SINGLE_LINE + 4.5) * 25.4 / 72.0
}

/// Words in at most so many lines, the first of its own width; what does not fit is left out and dots say so.
pub(super) fn wrapped(words: &str, first: f32, rest: f32, most: usize, width: impl Fn(&str) -> f32) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    let space = width(" ");
    // How far the last line is filled: letters are as wide together as alone, so each word is measured once.
    let mut filled = 0.0;
    for word in words.split_whitespace() {
        let room = if lines.len() == 1 { first } else { rest };
        let last = lines.len() == most;
        let wide = width(word);
        let Some(line) = lines.last_mut() else { break };
        let joint = if line.is_empty() { 0.0 } else { space };
        if filled + joint + wide <= room {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
            filled += joint + wide;
        } else if last {
            shorten(line, word, room, &width);
            return lines;
        } else {
            let mut line = String::new();
            if wide <= rest {
                line.push_str(word);
            } else {
                // Wider than a line: what is seen of it is its beginning.
                shorten(&mut line, word, rest, &width);
            }
            lines.push(line);
            filled = wide.min(rest);
        }
    }
    lines
}

/// Ends a line with dots; an empty one with as much of the next word before them as there is room for.
fn shorten(line: &mut String, next: &str, room: f32, width: &impl Fn(&str) -> f32) {
    if line.is_empty() {
        line.push_str(next);
    }
    let mut kept = line.trim_end_matches('…').to_owned();
    while !kept.is_empty() && width(&format!("{kept}…")) > room {
        let shorter = kept.rsplit_once(' ').map(|(before, _)| before.len());
        kept.truncate(shorter.or_else(|| kept.char_indices().last().map(|(at, _)| at)).unwrap_or_default());
    }
    *line = kept + "…";
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(words: &str, first: f32, rest: f32, most: usize) -> Vec<String> {
        wrapped(words, first, rest, most, |words| words.chars().count() as f32)
    }

    #[test]
    fn words_are_wrapped_and_what_is_too_much_is_dots() {
        assert_eq!(lines("một hai ba", 20.0, 20.0, 2), ["một hai ba"]);
        assert_eq!(lines("một hai ba bốn", 7.0, 10.0, 2), ["một hai", "ba bốn"]);
        assert_eq!(lines("một hai ba bốn năm sáu", 7.0, 8.0, 2), ["một hai", "ba bốn…"]);
        assert_eq!(lines("một hai ba bốn năm sáu", 7.0, 6.0, 2), ["một hai", "ba…"]);
        assert_eq!(lines("", 7.0, 6.0, 2), [""]);
    }

    #[test]
    fn a_word_without_an_end_is_cut() {
        for most in [1, 2, 9] {
            for line in lines(&format!("a {} b", "x".repeat(50)), 5.0, 8.0, most) {
                assert!(line.chars().count() <= 8, "{line}");
            }
        }
    }
}
