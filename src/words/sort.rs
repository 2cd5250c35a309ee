//! The order of names: the Vietnamese alphabet, tones after letters, numbers by value.
//!
//! Knows no list: it is a comparison, for `sort_by`.

use std::cmp::Ordering;

use super::compose::{decomposed, is_mark, join};
use super::spelling::{is_tone, old_tone_place};

/// a ă â b c d đ …, with f, j, w, z at their Latin places for foreign names.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// Tone marks in dictionary order after the level tone: huyền, hỏi, ngã, sắc, nặng.
const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

/// Compares two names as a Vietnamese reader would.
///
/// First by letters, with a space before every letter (so "Bà Rịa" stands before "Bạc Liêu") and numbers by value
/// ("Thôn 2" before "Thôn 10"); then by tones: ngang, huyền, hỏi, ngã, sắc, nặng; then small letters before
/// capitals. "hoà" and "hòa" stand together. Only equal texts are `Equal`, so a sorted list is always the same.
pub fn compare(a: &str, b: &str) -> Ordering {
    let (left, right) = (Key::of(a), Key::of(b));
    left.cmp(&right).then_with(|| a.cmp(b))
}

/// The levels of comparison in their order; the derived order is the rule.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    units: Vec<Unit>,
    tones: Vec<usize>,
    capitals: Vec<bool>,
}

/// One step of the first level; the order of the variants is the rule.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    Space,
    Sign(char),
    /// Digits without leading zeros, a longer row after every shorter one.
    Number {
        length: usize,
        digits: String,
    },
    /// Place in the alphabet.
    Letter(usize),
    Foreign(char),
}

impl Key {
    fn of(text: &str) -> Key {
        let mut key = Key { units: Vec::new(), tones: Vec::new(), capitals: Vec::new() };
        // Letters as a dictionary counts them: â is one, its tone is none.
        let apart = decomposed(old_tone_place(text).chars());
        let mut letters = apart.chars().peekable();
        while let Some(letter) = letters.next() {
            if letter.is_ascii_digit() {
                let mut digits = String::from(letter);
                while let Some(next) = letters.next_if(char::is_ascii_digit) {
                    digits.push(next);
                }
                let digits = digits.trim_start_matches('0').to_owned();
                key.push(Unit::Number { length: digits.len(), digits }, 0, false);
                continue;
            }
            let capital = letter.is_uppercase();
            let mut whole = letter.to_lowercase().next().unwrap_or(letter);
            let mut tone = 0;
            while let Some(mark) = letters.next_if(|next| is_mark(*next)) {
                if is_tone(mark) {
                    tone = TONES.iter().position(|known| *known == mark).map_or(0, |at| at + 1);
                } else {
                    whole = join(whole, mark).unwrap_or(whole);
                }
            }
            key.push(unit_of(whole), tone, capital);
        }
        key
    }

    fn push(&mut self, unit: Unit, tone: usize, capital: bool) {
        self.units.push(unit);
        self.tones.push(tone);
        self.capitals.push(capital);
    }
}

fn unit_of(letter: char) -> Unit {
    if letter.is_whitespace() {
        Unit::Space
    } else if let Some(at) = ALPHABET.chars().position(|known| known == letter) {
        Unit::Letter(at)
    } else if letter.is_alphabetic() {
        Unit::Foreign(letter)
    } else {
        Unit::Sign(letter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn in_order(names: &[&str]) {
        let mut sorted = names.to_vec();
        sorted.reverse();
        sorted.sort_by(|a, b| compare(a, b));
        assert_eq!(sorted, names);
    }

    #[test]
    fn letters_follow_the_vietnamese_alphabet() {
        in_order(&["an", "ăn", "ân", "ba", "ca", "da", "đa", "e", "ê", "ga", "o", "ô", "ơ", "pa", "u", "ư", "va", "y"]);
        in_order(&["Dương", "Đào", "Em"]);
    }

    #[test]
    fn tones_decide_only_between_equal_letters() {
        in_order(&["ma", "mà", "mả", "mã", "má", "mạ", "man"]);
        in_order(&["Bà Rịa", "Bạc Liêu", "Bắc Giang"]);
        in_order(&["Hoa An", "Hòa An", "Hoa Bình", "Hòa Bình"]);
    }

    #[test]
    fn numbers_in_names_go_by_value() {
        in_order(&["Thôn 1", "Thôn 2", "Thôn 10", "Thôn 10A", "Thôn Đông"]);
        in_order(&["Xóm 02", "Xóm 2", "Xóm 3"]);
    }

    #[test]
    fn small_letters_stand_before_capitals() {
        in_order(&["đoài", "Đoài", "đoài hạ"]);
    }

    #[test]
    fn both_tone_places_stand_together() {
        assert_eq!(Key::of("Hoà").cmp(&Key::of("Hòa")), Ordering::Equal);
        assert_eq!(compare("Hòa", "Hòa"), Ordering::Equal);
    }

    proptest! {
        #[test]
        fn it_is_an_order(a in any::<String>(), b in any::<String>(), c in any::<String>()) {
            prop_assert_eq!(compare(&a, &b), compare(&b, &a).reverse());
            prop_assert_eq!(compare(&a, &b) == Ordering::Equal, a == b);
            if compare(&a, &b).is_le() && compare(&b, &c).is_le() {
                prop_assert!(compare(&a, &c).is_le());
            }
        }
    }
}
