//! Finding words in words.

/// Where `word` stands in `text` as whole words; both are taken as they are.
pub fn whole(text: &str, word: &str) -> Option<usize> {
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        let before = text[..*at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// Whether one of `words` stands in `text` as whole words.
pub fn any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| whole(text, word).is_some())
}

/// The text with every whole `word` in it replaced.
pub fn replaced(text: &str, word: &str, by: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = whole(rest, word) {
        out.push_str(&rest[..at]);
        out.push_str(by);
        rest = &rest[at + word.len()..];
    }
    out.push_str(rest);
    out
}

/// About so many letters of a text around a place of it, for a finding to show.
pub fn around(text: &str, at: usize, letters: usize) -> String {
    let (before, after) = text.split_at(at);
    let lead = before.chars().rev().take(letters / 3).collect::<Vec<_>>();
    let skipped = before.chars().count() > lead.len();
    let mut shown: String = if skipped { "…".into() } else { String::new() };
    shown.extend(lead.iter().rev());
    shown.extend(after.chars().take(letters - letters / 3));
    if after.chars().count() > letters - letters / 3 {
        shown.push('…');
    }
    shown.trim().to_owned()
}
