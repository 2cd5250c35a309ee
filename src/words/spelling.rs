//! One form for each text: as committed, as compared, as searched.
//!
//! Knows no language but Vietnamese, and never corrects it: `clean` alone may touch what the user typed, and takes
//! away only what nobody sees. It must not run while a syllable is being composed.

use super::compose::{bare, composed, is_mark, join, split};

const ZERO_WIDTH_JOINER: char = '\u{200D}';

/// The text in Unicode normalisation form C, the one form in which text is kept and printed. Letters of other scripts
/// than Latin stay as they came.
pub fn nfc(text: &str) -> String {
    composed(text.chars())
}

/// Text that a user committed, as it is kept: NFC, without what cannot be seen.
///
/// Control characters, bidi controls, zero-width characters, tag characters and noncharacters go; odd spaces and
/// tabs become plain ones (U+00A0 stays); line ends become `\n` with `keep_lines`, else a space. Emoji keep their
/// joiners, letters of any script stay. Spelling, double spaces and the ends of the text are left alone.
pub fn clean(text: &str, keep_lines: bool) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            // One line end, however the system wrote it.
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                kept.push(if keep_lines { '\n' } else { ' ' });
            }
            '\t' => kept.push(' '),
            ZERO_WIDTH_JOINER => {
                let joins = |side: Option<char>| side.is_some_and(is_pictorial);
                if joins(kept.chars().next_back()) && joins(letters.peek().copied()) {
                    kept.push(letter);
                }
            }
            _ if is_unseen(letter) => {}
            _ if is_odd_space(letter) => kept.push(' '),
            _ => kept.push(letter),
        }
    }
    nfc(&kept)
}

/// The text for comparison only, never for show: NFC, lower case, one place for the tone ([`old_tone_place`]), one
/// kind of dash, single spaces, none at the ends.
pub fn fold(text: &str) -> String {
    let lower = composed(text.chars().flat_map(char::to_lowercase));
    let mut folded = String::with_capacity(lower.len());
    for word in old_tone_place(&lower).split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().map(|letter| if is_dash(letter) { '-' } else { letter }));
    }
    folded
}

/// The text without its Vietnamese marks, `đ` as `d`, for lenient search. Case and everything else stay, letters of
/// other scripts with them.
pub fn strip_marks(text: &str) -> String {
    text.chars()
        .filter(|letter| !is_mark(*letter))
        .map(|letter| match bare(letter) {
            'đ' => 'd',
            'Đ' => 'D',
            plain => plain,
        })
        .collect()
}

/// The text with the tone on the first letter of an open `oa`, `oe`, `uy`: "hoà" → "hòa", "uỷ" → "ủy". "quý" and
/// "hoàn" stay: there the vowel that carries the tone is the only one, or the pair is closed.
///
/// Both spellings are found in NĐ 30/2020 itself; the product prints this one in its own words, and the user's as
/// the user wrote it.
pub fn old_tone_place(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = None;
    let whole = nfc(text);
    let mut letters = whole.chars().peekable();
    while let Some(letter) = letters.next() {
        let Some(second) = letters.peek().copied() else {
            out.push(letter);
            break;
        };
        if let Some((bare, tone)) = moved_tone(before, letter, second) {
            letters.next();
            let closed = letters.peek().is_some_and(|next| next.is_alphabetic());
            if closed {
                out.push(letter);
                out.push(second);
            } else {
                out.extend(toned(letter, tone));
                out.push(bare);
            }
            before = Some(second);
        } else {
            out.push(letter);
            before = Some(letter);
        }
    }
    out
}

/// Where `first` and `second` are such a pair with the tone on its second letter: that letter bare, and the tone.
fn moved_tone(before: Option<char>, first: char, second: char) -> Option<(char, char)> {
    if !matches!(first, 'o' | 'O' | 'u' | 'U') {
        return None;
    }
    let (bare, tone) = tone_of(second)?;
    let pair = match (first, bare) {
        ('o' | 'O', 'a' | 'A' | 'e' | 'E') => true,
        ('u' | 'U', 'y' | 'Y') => !matches!(before, Some('q' | 'Q')),
        _ => false,
    };
    pair.then_some((bare, tone))
}

/// The letter and its tone mark, if it has one and no other mark (ấ is â with a tone: not of interest here).
fn tone_of(letter: char) -> Option<(char, char)> {
    split(letter).filter(|(bare, mark)| is_tone(*mark) && split(*bare).is_none())
}

/// `letter` with `tone` on it: one character where Unicode has it, which is always so for a Vietnamese vowel.
fn toned(letter: char, tone: char) -> impl Iterator<Item = char> {
    match join(letter, tone) {
        Some(one) => [Some(one), None],
        None => [Some(letter), Some(tone)],
    }
    .into_iter()
    .flatten()
}

/// Whether `mark` is one of the five tone marks, in any order.
pub(super) fn is_tone(mark: char) -> bool {
    matches!(mark, '\u{300}' | '\u{309}' | '\u{303}' | '\u{301}' | '\u{323}')
}

/// Whether `letter` is a hyphen, a dash or the minus sign.
pub(super) fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}')
}

/// Nothing that a reader sees, and nothing that Word's XML may hold.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
        || u32::from(letter) & 0xFFFE == 0xFFFE
}

fn is_odd_space(letter: char) -> bool {
    letter != '\u{A0}' && letter.is_whitespace()
}

/// Near enough "an emoji, or its variation selector" to tell a joiner inside a picture from one inside a word.
fn is_pictorial(letter: char) -> bool {
    letter >= '\u{2190}' && !letter.is_alphanumeric() && !letter.is_whitespace() && !is_unseen(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn text_is_composed() {
        assert_eq!(nfc("u\u{309}y ban"), "ủy ban");
        assert_eq!(nfc("tiê\u{301}p"), "tiếp");
    }

    #[test]
    fn the_unseen_goes() {
        assert_eq!(clean("a\u{200B}b\u{202E}c\u{FEFF}d\u{0}e\u{AD}f\u{FFFF}", false), "abcdef");
        assert_eq!(clean("e\u{200B}\u{301}", false), "é");
        assert_eq!(clean("a\tb\u{2003}c\u{3000}d\u{A0}e", false), "a b c d\u{A0}e");
        assert_eq!(clean("  hai  cách ", false), "  hai  cách ");
    }

    #[test]
    fn line_ends_are_one_kind_or_a_space() {
        assert_eq!(clean("a\r\nb\rc\nd\u{2028}e", true), "a\nb\nc\nd\ne");
        assert_eq!(clean("a\r\nb\rc\nd", false), "a b c d");
    }

    #[test]
    fn emoji_and_other_scripts_stay() {
        for text in ["👨\u{200D}👩\u{200D}👧 ❤\u{FE0F}\u{200D}🔥", "שלום مرحبا", "日本", "ươ Ữ"]
        {
            assert_eq!(clean(text, false), text);
        }
        assert_eq!(clean("a\u{200D}b", false), "ab");
    }

    #[test]
    fn the_tone_stands_on_the_first_of_an_open_pair() {
        for (new, old) in [
            ("hoà", "hòa"),
            ("HOÀ BÌNH", "HÒA BÌNH"),
            ("uỷ ban", "ủy ban"),
            ("ĐẢNG UỶ", "ĐẢNG ỦY"),
            ("khoẻ", "khỏe"),
            ("thuý", "thúy"),
            ("hoạ", "họa"),
        ] {
            assert_eq!(old_tone_place(new), old);
            assert_eq!(old_tone_place(old), old);
        }
        for stays in ["quý", "QUỸ", "hoàn", "ngoài", "thuế", "toàn", "khuỷu", "hoặc", "xoáy"] {
            assert_eq!(old_tone_place(stays), stays);
        }
    }

    #[test]
    fn folded_texts_compare() {
        assert_eq!(fold("  Uỷ  ban –\u{A0}Hoà\nBình "), "ủy ban - hòa bình");
        assert_eq!(fold("QUÝ II—2026"), "quý ii-2026");
        assert_eq!(fold("ĐẢNG U\u{309}Y"), fold("Đảng uỷ"));
    }

    #[test]
    fn marks_are_stripped() {
        assert_eq!(strip_marks("Đường Thượng Cát, giữa quý"), "Duong Thuong Cat, giua quy");
        assert_eq!(strip_marks("한국"), "한국");
    }

    proptest! {
        #[test]
        fn every_form_is_reached_in_one_step(text in any::<String>(), keep_lines: bool) {
            let once = clean(&text, keep_lines);
            prop_assert_eq!(&clean(&once, keep_lines), &once);
            prop_assert!(keep_lines || !once.contains('\n'));
            let folded = fold(&text);
            prop_assert_eq!(&fold(&folded), &folded);
            let placed = old_tone_place(&text);
            prop_assert_eq!(&old_tone_place(&placed), &placed);
        }

        #[test]
        fn vietnamese_text_is_kept_as_it_is(text in "[a-zA-ZđĐàáảãạăằâấêềôốơờưừỳỵ0-9 .,;:()-]{0,60}") {
            prop_assert_eq!(clean(&text, false), text);
        }
    }
}
