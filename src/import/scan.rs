//! What the readers of old papers see of a text: its words without case and marks, each with where it stands.
//!
//! Knows no paper. A phrase is looked for by its words, so that spaces, punctuation and the place of a tone never matter.

use std::ops::Range;

use crate::words;

/// The letters that [`Scanned::head`] looks at.
const HEAD: usize = 48;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// The bytes that it stands on.
    pub range: Range<usize>,
    /// Small letters without marks; a number without its leading zeros.
    pub key: String,
}

/// A text with its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Scanned {
    /// As it stands, NFC.
    pub text: String,
    /// Its words.
    pub words: Vec<Word>,
}

impl Scanned {
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let words = words_of(&text);
        Self { text, words }
    }

    /// The beginning of a text, long enough for the words by which lines are told apart.
    pub fn head(text: &str) -> Self {
        let end = text.char_indices().nth(HEAD).map_or(text.len(), |(at, _)| at);
        Self::new(&text[..end])
    }

    /// Whether it begins with these words.
    pub fn begins(&self, phrase: &str) -> bool {
        self.stands(0, phrase).is_some()
    }

    /// The first of these phrases that it begins with, as the number of its words.
    pub fn begins_any(&self, phrases: &[&str]) -> Option<usize> {
        phrases.iter().find_map(|phrase| self.stands(0, phrase))
    }

    /// How many words a phrase has that stands at this word.
    pub fn stands(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut count = 0;
        for key in phrase.split(' ') {
            if self.words.get(at + count).is_none_or(|word| word.key != key) {
                return None;
            }
            count += 1;
        }
        Some(count)
    }

    /// The word at which a phrase first stands.
    pub fn find(&self, phrase: &str) -> Option<usize> {
        (0..self.words.len()).find(|at| self.stands(*at, phrase).is_some())
    }

    /// Whether a phrase stands in it.
    pub fn has(&self, phrase: &str) -> bool {
        self.find(phrase).is_some()
    }

    /// Whether one of these phrases stands in it.
    pub fn has_any(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.has(phrase))
    }

    /// The bytes of `count` words from this one on.
    pub fn range(&self, at: usize, count: usize) -> Range<usize> {
        let end = self.words.get(at + count.max(1) - 1).map_or(self.text.len(), |word| word.range.end);
        self.words.get(at).map_or(end, |word| word.range.start)..end
    }

    /// The first letter of a word, as it is written.
    pub fn letter(&self, at: usize) -> Option<char> {
        self.text[self.words.get(at)?.range.clone()].chars().next()
    }

    /// Whether a word is written with a small first letter.
    pub fn is_small(&self, at: usize) -> bool {
        self.letter(at).is_some_and(char::is_lowercase)
    }
}

/// The words of a text: rows of letters and digits.
pub(super) fn words_of(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (letter.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push(Word { range: from..at, key: key(&text[from..at]) });
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// A word as it is compared: small letters without marks, a number without leading zeros.
fn key(word: &str) -> String {
    let key = words::strip_marks(&word.to_lowercase());
    if key.len() > 1 && key.bytes().all(|byte| byte.is_ascii_digit()) {
        let short = key.trim_start_matches('0');
        return if short.is_empty() { "0".into() } else { short.into() };
    }
    key
}

/// Whether two texts say the same words.
pub(super) fn same_words(one: &str, other: &str) -> bool {
    let (one, other) = (words_of(one), words_of(other));
    one.len() == other.len() && one.iter().zip(&other).all(|(one, other)| one.key == other.key)
}

/// Whether a text has letters, and none of them is small.
pub(super) fn is_capitals(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whatever_their_marks() {
        let text = Scanned::new("Uỷ  ban – nhân dân, ngày 05/9");
        assert!(text.begins("uy ban nhan dan"));
        assert_eq!(text.find("ngay 5 9"), Some(4));
        assert_eq!(&text.text[text.range(0, 2)], "Uỷ  ban");
        assert!(same_words("Ủy ban, ngày 5/9.", "UỶ BAN ngày 05/9"));
        assert!(is_capitals("KẾ HOẠCH 2026") && !is_capitals("Kế hoạch") && !is_capitals("2026"));
    }
}
