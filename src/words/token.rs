//! What the readers of dates and times see of a text: words without marks, numbers, signs.
//!
//! Knows no date and no time; the readers decide what a row of tokens means.

use std::ops::Range;

use super::compose::composed;
use super::spelling::{is_dash, strip_marks};

/// Longest text that a reader of dates and times looks at, in characters. A phrase of time is far shorter; the
/// limit keeps a pasted page from being read as one.
pub(super) const LONGEST: usize = 200;

/// A token and what its neighbours were like.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub kind: Kind,
    /// No space before it: the `30` of `8h30`.
    pub glued: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Lower case, without marks.
    Word(String),
    /// A row of digits; `value` stops at `u32::MAX`.
    Number { value: u32, digits: usize },
    /// `/ - . , :` or any other sign; every dash is `-`, brackets and semicolons are `,`.
    Sign(char),
}

/// The tokens of `text`, or `None` where it is longer than [`LONGEST`].
pub(super) fn tokens(text: &str) -> Option<Vec<Token>> {
    if text.chars().nth(LONGEST).is_some() {
        return None;
    }
    Some(split(&composed(text.chars())).into_iter().map(|(token, _)| token).collect())
}

/// The tokens of a text of any length, each with the bytes that it stands on. A letter whose marks stand apart is no
/// word to it: the text is NFC.
pub(super) fn split(text: &str) -> Vec<(Token, Range<usize>)> {
    let mut row = Vec::new();
    let mut glued = false;
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        if letter.is_whitespace() {
            glued = false;
            continue;
        }
        let mut end = start + letter.len_utf8();
        let kind = if let Some(digit) = letter.to_digit(10) {
            let (mut value, mut digits) = (digit, 1);
            while let Some((at, digit)) = letters.peek().and_then(|(at, next)| Some((*at, next.to_digit(10)?))) {
                letters.next();
                end = at + 1;
                value = value.saturating_mul(10).saturating_add(digit);
                digits += 1;
            }
            Kind::Number { value, digits }
        } else if letter.is_alphabetic() {
            while let Some((at, next)) = letters.next_if(|(_, next)| next.is_alphabetic()) {
                end = at + next.len_utf8();
            }
            Kind::Word(plain(&composed(text[start..end].chars().flat_map(char::to_lowercase))))
        } else {
            Kind::Sign(match letter {
                '(' | ')' | ';' => ',',
                _ if is_dash(letter) => '-',
                _ => letter,
            })
        };
        row.push((Token { kind, glued }, start..end));
        glued = true;
    }
    row
}

/// The word without marks. "tới" (until) becomes its synonym "den", since without marks it is "tối" (evening).
fn plain(word: &str) -> String {
    if word == "tới" { "den".to_owned() } else { strip_marks(word) }
}

/// A place in a row of tokens. Copied to try a reading and go back.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'a> {
    rest: &'a [Token],
}

impl<'a> Reader<'a> {
    pub fn new(row: &'a [Token]) -> Self {
        Reader { rest: row }
    }

    pub fn done(self) -> bool {
        self.rest.is_empty()
    }

    /// The token `ahead` of this place, not taken.
    pub fn peek(self, ahead: usize) -> Option<&'a Token> {
        self.rest.get(ahead)
    }

    pub fn is_word(self, ahead: usize, word: &str) -> bool {
        matches!(self.peek(ahead), Some(Token { kind: Kind::Word(found), .. }) if found == word)
    }

    pub fn is_sign(self, ahead: usize, sign: char) -> bool {
        matches!(self.peek(ahead), Some(Token { kind: Kind::Sign(found), .. }) if *found == sign)
    }

    pub fn is_number(self, ahead: usize) -> bool {
        matches!(self.peek(ahead), Some(Token { kind: Kind::Number { .. }, .. }))
    }

    /// Whether a year in full stands `ahead` of this place.
    pub fn is_full_year(self, ahead: usize) -> bool {
        matches!(self.peek(ahead), Some(Token { kind: Kind::Number { digits: 4, .. }, .. }))
    }

    /// Passes over `count` tokens.
    pub fn skip(&mut self, count: usize) {
        self.rest = self.rest.get(count..).unwrap_or_default();
    }

    /// Takes one of `signs`.
    pub fn sign(&mut self, signs: &[char]) -> Option<char> {
        let found = signs.iter().copied().find(|sign| self.is_sign(0, *sign))?;
        self.skip(1);
        Some(found)
    }

    /// Takes the words of `phrase`, parted by single spaces, or nothing.
    pub fn phrase(&mut self, phrase: &str) -> bool {
        let count = phrase.split(' ').count();
        let here = phrase.split(' ').enumerate().all(|(ahead, word)| self.is_word(ahead, word));
        if here {
            self.skip(count);
        }
        here
    }

    /// Takes the first of `phrases` that stands here and tells what it means.
    pub fn one_of<T: Copy>(&mut self, phrases: &[(&str, T)]) -> Option<T> {
        phrases.iter().find(|(phrase, _)| self.phrase(phrase)).map(|(_, meaning)| *meaning)
    }

    /// Takes a number in figures: its value and how many digits it has.
    pub fn number(&mut self) -> Option<(u32, usize)> {
        let Some(Token { kind: Kind::Number { value, digits }, .. }) = self.peek(0) else {
            return None;
        };
        self.skip(1);
        Some((*value, *digits))
    }

    /// Takes a small count, in figures or in words ("một buổi"). Not "năm" (five), which here is a year.
    pub fn count(&mut self) -> Option<u32> {
        match self.number() {
            Some((value, _)) => Some(value),
            None => self.one_of(&[("mot", 1), ("hai", 2), ("ba", 3), ("bon", 4)]),
        }
    }

    /// Takes a number in figures, or in words up to twelve ("Tám", "mười hai").
    pub fn number_or_word(&mut self) -> Option<u32> {
        const WORDS: [(&str, u32); 13] = [
            ("muoi mot", 11),
            ("muoi hai", 12),
            ("muoi", 10),
            ("mot", 1),
            ("hai", 2),
            ("ba", 3),
            ("tu", 4),
            ("bon", 4),
            ("nam", 5),
            ("sau", 6),
            ("bay", 7),
            ("tam", 8),
            ("chin", 9),
        ];
        match self.number() {
            Some((value, _)) => Some(value),
            None => self.one_of(&WORDS),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lose_marks_and_dashes_are_one() {
        let row = tokens("Từ 25/9–29/9 (TỚI)").unwrap();
        let shown: Vec<String> = row
            .iter()
            .map(|token| match &token.kind {
                Kind::Word(word) => word.clone(),
                Kind::Number { value, .. } => value.to_string(),
                Kind::Sign(sign) => sign.to_string(),
            })
            .collect();
        assert_eq!(shown.join(" "), "tu 25 / 9 - 29 / 9 , den ,");
        assert!(!row[1].glued && row[2].glued);
    }

    #[test]
    fn long_texts_and_long_numbers_are_bounded() {
        assert!(tokens(&"a".repeat(LONGEST)).is_some());
        assert!(tokens(&"a".repeat(LONGEST + 1)).is_none());
        let row = tokens("99999999999999").unwrap();
        assert_eq!(row[0].kind, Kind::Number { value: u32::MAX, digits: 14 });
    }
}
