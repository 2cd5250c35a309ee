//! Two wordings of one text as one: what was kept, what was taken out, what was put in, in whole words.

use std::ops::Range;

use super::align::kept;

/// What became of a stretch of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fate {
    /// It stands in both.
    Kept,
    /// It stands in the earlier alone.
    Deleted,
    /// It stands in the later alone.
    Inserted,
}

/// A stretch of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// What became of it.
    pub fate: Fate,
    /// Its characters.
    pub text: String,
}

/// The stretches of two texts: all but the inserted ones make the first, all but the deleted ones the second.
pub fn stretches(before: &str, after: &str) -> Vec<Stretch> {
    let (old, new) = (tokens(before), tokens(after));
    let pairs = without_splinters(&old, new.len(), kept(&old, &new));
    let mut found = Vec::new();
    let (mut from_old, mut from_new) = (0, 0);
    let mut push = |fate: Fate, text: String| found.push(Stretch { fate, text });
    for (at_old, at_new) in pairs.into_iter().chain([(old.len(), new.len())]) {
        push(Fate::Deleted, old[from_old..at_old].concat());
        push(Fate::Inserted, new[from_new..at_new].concat());
        push(Fate::Kept, old.get(at_old).copied().unwrap_or_default().to_owned());
        (from_old, from_new) = (at_old + 1, at_new + 1);
    }
    joined(found)
}

/// Stretches of one fate that follow each other as one; empty ones are gone.
pub(super) fn joined(all: Vec<Stretch>) -> Vec<Stretch> {
    let mut joined: Vec<Stretch> = Vec::new();
    for stretch in all.into_iter().filter(|stretch| !stretch.text.is_empty()) {
        match joined.last_mut() {
            Some(last) if last.fate == stretch.fate => last.text.push_str(&stretch.text),
            _ => joined.push(stretch),
        }
    }
    joined
}

/// What was kept without lone spaces and signs between changes: "ngày 12/9" for "tháng 10" is one change, not three.
fn without_splinters(old: &[&str], new_len: usize, pairs: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    let mut rows: Vec<Range<usize>> = Vec::new();
    for (index, (at_old, at_new)) in pairs.iter().enumerate() {
        match rows.last_mut() {
            Some(row) if pairs[index - 1] == (at_old.wrapping_sub(1), at_new.wrapping_sub(1)) => row.end = index + 1,
            _ => rows.push(index..index + 1),
        }
    }
    let says =
        |row: &Range<usize>| pairs[row.clone()].iter().any(|(at, _)| old[*at].chars().any(char::is_alphanumeric));
    let at_an_end = |row: &Range<usize>| {
        let (first, last) = (pairs[row.start], pairs[row.end - 1]);
        first == (0, 0) || last == (old.len() - 1, new_len - 1)
    };
    let stay = rows.iter().filter(|row| at_an_end(row) || says(row));
    stay.flat_map(|row| pairs[row.clone()].iter().copied()).collect()
}

/// Words, spaces, and signs each for itself; signs between letters or figures ("12/9/2026", "KH-UBND") are of the word.
pub(super) fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = if first.is_whitespace() {
            rest.find(|letter: char| !letter.is_whitespace()).unwrap_or(rest.len())
        } else if is_of_word(first) {
            word_end(rest)
        } else {
            first.len_utf8()
        };
        let (token, after) = rest.split_at(end);
        tokens.push(token);
        rest = after;
    }
    tokens
}

/// Letters, figures, and marks that stand apart from their letter.
fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || ('\u{300}'..'\u{370}').contains(&letter)
}

fn word_end(text: &str) -> usize {
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let inner =
            matches!(letter, '/' | '-' | '.' | ':' | '&') && letters.peek().is_some_and(|(_, next)| is_of_word(*next));
        if !is_of_word(letter) && !inner {
            return at;
        }
    }
    text.len()
}
