//! Bodies and units that the reform of 2025 ended, and where a text names one: data, dated and sourced, and a reader.
//!
//! What ended is right in the mention of an old paper ("Quyết định … của Ban Thường vụ Huyện ủy …"): [`find_now`] leaves
//! those out. Knows no plan; what becomes of a mention is for others to say.

mod table;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::OnceLock;

use chrono::NaiveDate;

use super::cited::cited;
use crate::words;

/// How far a successor is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// It took over the body's work everywhere: the new name can be put for the old.
    Sure,
    /// The work went to several, or it depends on the sentence who has it now.
    Guess,
}

/// A body or a unit that ended.
#[derive(Debug)]
pub struct EndedBody {
    /// Its sort, in small letters and hyphens.
    pub code: &'static str,
    wordings: &'static [&'static str],
    successor: &'static str,
    /// How far the successor is known.
    pub certainty: Certainty,
    since: (i32, u32, u32),
    /// What ended it.
    pub source: &'static str,
}

impl EndedBody {
    /// The first day on which it was no more.
    pub fn since(&self) -> NaiveDate {
        let (year, month, day) = self.since;
        NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
    }

    /// The likeliest successor, in a commune of this sort ("xã", "phường", "đặc khu").
    pub fn successor(&self, commune: &str) -> String {
        let sort = if matches!(commune, "phường" | "đặc khu") { commune } else { "xã" };
        self.successor.replace("{X}", sort)
    }
}

/// Where a text names one.
#[derive(Clone, Debug)]
pub struct EndedMention {
    /// Its bytes in the text, the proper name included: "UBND huyện Cẩm Xuyên".
    pub range: Range<usize>,
    /// What it names.
    pub body: &'static EndedBody,
}

impl EndedMention {
    /// Its likeliest successor in its place, with the capitals that the text has there. `sort` is what the commune is, as an
    /// officer writes it.
    pub fn successor(&self, text: &str, sort: &str) -> String {
        let old = &text[self.range.clone()];
        let new = self.body.successor(sort.trim().to_lowercase().as_str());
        if words::upper(old) == old && new.chars().any(char::is_lowercase) && old.chars().any(char::is_whitespace) {
            words::upper(&new)
        } else if old.starts_with(char::is_uppercase) {
            words::sentence_start(&new)
        } else {
            new
        }
    }
}

/// Everything in a text that ended, from left to right, the longest reading of each place.
pub fn find(text: &str) -> Vec<EndedMention> {
    let row = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < row.len() {
        let standing = table::STANDING.iter().filter_map(|wording| matched(&row, at, wording)).max();
        let ended = longest(&row, at);
        match (standing, ended) {
            (Some(end), None) => at = end,
            (Some(end), Some((ended, _))) if end >= ended => at = end,
            (_, Some((end, body))) => {
                found.push(EndedMention { range: row[at].range.start..row[end - 1].range.end, body });
                at = end;
            }
            (None, None) => at += 1,
        }
    }
    found
}

/// The same without what stands in the mention of a paper, where an old name stays right.
pub fn find_now(text: &str) -> Vec<EndedMention> {
    let papers = cited(text);
    let mut found = find(text);
    found.retain(|mention| !papers.iter().any(|paper| paper.contains(&mention.range.start)));
    found
}

/// A word or a sign of a text.
struct Token {
    range: Range<usize>,
    /// As it is compared.
    folded: String,
    /// Whether it begins with a capital.
    capital: bool,
    /// Whether it is a word or a number.
    word: bool,
}

fn tokens(text: &str) -> Vec<Token> {
    let mut row: Vec<Token> = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        if letter.is_whitespace() {
            continue;
        }
        let word = is_of_word(letter);
        let mut end = start + letter.len_utf8();
        while word && let Some((at, next)) = letters.next_if(|(_, next)| is_of_word(*next)) {
            end = at + next.len_utf8();
        }
        let folded = words::fold(&text[start..end]);
        row.push(Token { range: start..end, folded, capital: letter.is_uppercase(), word });
    }
    row
}

/// Letters, digits, and marks that stand apart from their letter.
fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || ('\u{300}'..'\u{370}').contains(&letter)
}

/// A wording of the table, and its body.
type Wording = (&'static str, &'static EndedBody);

/// The wordings of the table that a word begins, in its order: most words of a text begin none.
fn begun_by(word: &str) -> impl Iterator<Item = Wording> {
    static INDEX: OnceLock<Vec<(&'static str, Wording)>> = OnceLock::new();
    let index = INDEX.get_or_init(|| {
        let mut index = Vec::new();
        for body in table::ENDED {
            for wording in body.wordings {
                let first = wording.split(' ').next().unwrap_or_default();
                let firsts = if first == "{D}" { &table::UNITS[..] } else { &[first] };
                index.extend(firsts.iter().map(|first| (*first, (*wording, body))));
            }
        }
        index
    });
    index.iter().filter(move |(first, _)| *first == word).map(|(_, wording)| *wording)
}

fn longest(row: &[Token], at: usize) -> Option<(usize, &'static EndedBody)> {
    let before = at.checked_sub(1).map(|before| &row[before]);
    let mut best: Option<(usize, &'static EndedBody)> = None;
    for (wording, body) in begun_by(&row[at].folded) {
        let Some(end) = matched(row, at, wording) else { continue };
        // A unit alone is a name ("ông Nguyễn Văn Quận") where a capital begins it and no name follows.
        let named = wording == "{D}" && end == at + 1 && row[at].capital;
        if named && before.is_some_and(|before| before.capital) {
            continue;
        }
        // "Văn phòng" is another body than a "phòng".
        if row[at].folded == "phòng" && before.is_some_and(|before| before.folded == "văn") {
            continue;
        }
        if best.is_none_or(|(longest, _)| end > longest) {
            best = Some((end, body));
        }
    }
    best
}

/// Where a wording that begins at a token ends.
fn matched(row: &[Token], at: usize, wording: &str) -> Option<usize> {
    let mut parts = wording.split(' ');
    let mut end = at;
    while let Some(part) = parts.next() {
        end = match part {
            "{D}" => district(row, end)?,
            "{N}" => name(row, end),
            "{C}" => city(row, end)?,
            "{*}" => {
                // A few words of one name, up to what the wording ends in.
                let rest = parts.next()?;
                if !row.get(end)?.capital {
                    return None;
                }
                return (end + 1..row.len().min(end + 9))
                    .take_while(|next| is_of_name(&row[next - 1]))
                    .find_map(|next| matched(row, next, rest));
            }
            "-" => end + usize::from(row.get(end).is_some_and(|token| matches!(token.folded.as_str(), "-" | ","))),
            _ if row.get(end)?.folded == part => end + 1,
            _ => return None,
        };
    }
    Some(end)
}

/// Whether a token can stand within the name of an office; a word that begins another body cannot.
fn is_of_name(token: &Token) -> bool {
    let begins_another = matches!(token.folded.as_str(), "ban" | "các" | "hđnd" | "phòng" | "ubnd");
    token.word && !begins_another || matches!(token.folded.as_str(), "-" | "&" | ",")
}

/// A unit of the district's level: "huyện Tân Lâm", "quận 1", "cấp huyện", "thành phố Vinh".
fn district(row: &[Token], at: usize) -> Option<usize> {
    let is = |at: usize, word: &str| row.get(at).is_some_and(|token| token.folded == word);
    let at = at + usize::from(is(at, "cấp"));
    if is(at, "quận") {
        // Only these have numbers: "huyện 9 tháng đầu năm" names none.
        return Some(if row.get(at + 1).is_some_and(is_number) { at + 2 } else { name(row, at + 1) });
    }
    if is(at, "huyện") {
        return Some(name(row, at + 1));
    }
    if is(at, "thị") && is(at + 1, "xã") {
        return Some(name(row, at + 2));
    }
    if is(at, "thành") && is(at + 1, "phố") {
        if is(at + 2, "thuộc") && is(at + 3, "tỉnh") {
            return Some(at + 4);
        }
        return city(row, at + 2);
    }
    None
}

/// A number that a district can have.
fn is_number(token: &Token) -> bool {
    token.folded.len() <= 2 && token.folded.bytes().all(|byte| byte.is_ascii_digit())
}

/// Past the proper name that may stand here: up to three words with capitals.
fn name(row: &[Token], at: usize) -> usize {
    at + row.iter().skip(at).take(3).take_while(|token| token.word && token.capital).count()
}

/// Past the name of a city of a province.
fn city(row: &[Token], at: usize) -> Option<usize> {
    let ends = table::CITIES.iter().filter_map(|name| matched(row, at, name));
    ends.max().filter(|_| row[at].capital)
}
