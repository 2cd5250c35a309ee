//! Style sheets, taken apart into the names that a browser must know.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::table::{self, Table};

static KNOWN: LazyLock<Table> = LazyLock::new(|| table::read(include_str!("css.txt")));

/// What the oldest browsers do not know of a style sheet.
pub fn unfit(sheet: &str) -> Vec<String> {
    names(sheet).iter().filter_map(|name| table::fault(&KNOWN, name)).map(|fault| format!("css: {fault}")).collect()
}

/// The same for properties alone, in the midst of anything: what stands between `{` or `;` and `:`.
pub fn unfit_names(text: &str) -> Vec<String> {
    properties_within(text)
        .iter()
        .filter_map(|name| table::fault(&KNOWN, name))
        .map(|it| format!("css: {it}"))
        .collect()
}

fn properties_within(text: &str) -> BTreeSet<String> {
    let is_name = |name: &&str| {
        !name.is_empty()
            && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
            && !name.starts_with("--")
    };
    let before_colon = |piece: &&str| piece.contains(':');
    let pieces = text.split(['{', ';']).skip(1).filter(before_colon);
    pieces.filter_map(|piece| piece.split(':').next()).map(str::trim).filter(is_name).map(str::to_owned).collect()
}

/// The names in a style sheet: properties (`width`), values that are words (`width: auto`), functions (`min()`), units
/// (`1px`), rules (`@media`) with what they ask for (`@media (max-width)`), and pseudo-classes (`:hover`).
pub fn names(sheet: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    rules(&plain(sheet), &mut names);
    names
}

/// A sheet without comments; quoted texts are empty.
fn plain(sheet: &str) -> String {
    let mut text = String::new();
    let mut rest = sheet;
    while let Some(at) = rest.find(['/', '"', '\'']) {
        let (before, from) = rest.split_at(at);
        text.push_str(before);
        let end = match from.as_bytes().first() {
            Some(b'/') if from.starts_with("/*") => from.find("*/").map(|at| at + 2),
            Some(b'/') => {
                text.push('/');
                Some(1)
            }
            quote => from.bytes().skip(1).position(|byte| Some(&byte) == quote).map(|at| at + 2),
        };
        rest = from.get(end.unwrap_or(from.len())..).unwrap_or_default();
    }
    text + rest
}

/// Rules, and rules within them.
fn rules(text: &str, names: &mut BTreeSet<String>) {
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let head = rest[..open].rsplit(';').next().unwrap_or_default().trim();
        let mut depth = 0;
        let close = rest[open..].char_indices().find(|(_, letter)| {
            depth += i32::from(*letter == '{') - i32::from(*letter == '}');
            depth == 0
        });
        let end = close.map_or(rest.len(), |(at, _)| open + at);
        let body = &rest[open + 1..end];
        selector(head, names);
        if body.contains('{') {
            rules(body, names)
        } else {
            declarations(body, names)
        }
        rest = rest.get(end + 1..).unwrap_or_default();
    }
}

fn selector(head: &str, names: &mut BTreeSet<String>) {
    if let Some(rule) = head.strip_prefix('@') {
        let name = rule.split(|letter: char| !is_word(letter)).next().unwrap_or_default();
        names.insert(format!("@{name}"));
        for asked in rule.split('(').skip(1) {
            let feature: String = asked.trim().chars().take_while(|letter| is_word(*letter)).collect();
            names.insert(format!("@{name} ({feature})"));
        }
        return;
    }
    for (at, _) in head.match_indices(':') {
        let colons = if head[at..].starts_with("::") { "::" } else { ":" };
        let word: String = head[at + colons.len()..].chars().take_while(|letter| is_word(*letter)).collect();
        let second = colons == ":" && head[..at].ends_with(':');
        if !word.is_empty() && !second {
            names.insert(format!("{colons}{word}"));
        }
    }
}

/// Properties with their values.
pub fn declarations(body: &str, names: &mut BTreeSet<String>) {
    for (property, value) in body.split(';').filter_map(|declaration| declaration.split_once(':')) {
        let property = property.trim();
        if !property.starts_with("--") {
            names.insert(property.to_owned());
        }
        words(property, value, names);
    }
}

fn is_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '-' || letter == '_'
}

fn words(property: &str, value: &str, names: &mut BTreeSet<String>) {
    let mut before = ' ';
    let mut rest = value;
    while let Some(first) = rest.chars().next() {
        let length = rest.find(|letter| !is_word(letter) && letter != '.' && letter != '%').unwrap_or(rest.len());
        let (word, after) = rest.split_at(length.max(first.len_utf8()));
        let number = word.trim_start_matches(['-', '.']).starts_with(|letter: char| letter.is_ascii_digit());
        if before == '#' || !word.contains(|letter: char| letter.is_ascii_alphabetic() || letter == '%') {
            // A colour, a number or a sign.
        } else if number {
            names.insert(format!(
                "1{}",
                word.trim_start_matches(|letter: char| !letter.is_ascii_alphabetic() && letter != '%')
            ));
        } else if after.starts_with('(') {
            names.insert(format!("{word}()"));
        // Names of an author's own: custom properties, areas of a grid, families.
        } else if !word.starts_with("--")
            && !["grid-area", "font-family"].contains(&property)
            && !is_family(property, word)
        {
            names.insert(format!("{property}: {word}"));
        }
        before = word.chars().last().unwrap_or(' ');
        rest = after;
    }
}

/// Whether a word names a font. Generic families are as old as the property that takes them.
fn is_family(property: &str, word: &str) -> bool {
    (property == "font" || property.starts_with("--"))
        && (word.starts_with(|letter: char| letter.is_ascii_uppercase() || letter == '-') || word.ends_with("serif"))
}

#[cfg(test)]
mod tests;
