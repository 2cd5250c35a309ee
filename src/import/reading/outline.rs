//! The text of a paper as paragraphs under headings.

use std::collections::HashSet;
use std::ops::Range;

use super::{As, Ledger, Reworded, tables};
use crate::import::debris::Row;
use crate::import::label::{self, Label};
use crate::import::scan::{Scanned, is_capitals};
use crate::text::{Fact, Form, Text};
use crate::words::when::{self, Found};

/// Longest heading before a colon that its first paragraph follows, in characters.
const LONGEST_RUN_IN: usize = 120;
/// Longest heading without a full stop, and with one.
const LONGEST_HEADING: usize = 220;
const LONGEST_CLOSED: usize = 130;

/// A paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Para {
    /// The lines of the source that it joins.
    pub at: Vec<usize>,
    pub label: Label,
    /// Its words behind the label.
    pub text: Scanned,
    pub strong: bool,
    /// The facts in it, by the bytes that they stand on.
    pub slots: Vec<(Range<usize>, Fact, Form)>,
    /// What the user says that it is.
    pub chosen: Option<As>,
    /// The times that it names.
    pub times: Vec<Found>,
}

impl Para {
    /// Its first line.
    pub fn line(&self) -> usize {
        self.at.first().copied().unwrap_or(0)
    }

    /// Whether a fact stands on some of these bytes.
    pub fn is_taken(&self, range: &Range<usize>) -> bool {
        self.slots.iter().any(|(taken, ..)| taken.start < range.end && range.start < taken.end)
    }

    /// Its words with its facts as slots.
    pub fn to_text(&self) -> Text {
        self.text_of(0..self.text.text.len())
    }

    /// The words of a stretch with the facts in it.
    pub fn text_of(&self, range: Range<usize>) -> Text {
        let mut slots: Vec<_> =
            self.slots.iter().filter(|(at, ..)| range.start <= at.start && at.end <= range.end).collect();
        slots.sort_by_key(|(at, ..)| at.start);
        let mut text = Text::default();
        let mut done = range.start;
        for (at, fact, form) in slots {
            text.push_words(&self.text.text[done..at.start]);
            text.push_slot(*fact, *form);
            done = at.end;
        }
        text.push_words(&self.text.text[done..range.end]);
        text
    }

    /// A stretch of it as a paragraph of its own, with the facts that stand in it.
    pub fn stretch(&self, range: Range<usize>) -> Self {
        let part = &self.text.text[range.clone()];
        let start = range.start + (part.len() - part.trim_start().len());
        let text = part.trim();
        let end = start + text.len();
        let moved = |at: &Range<usize>| at.start - start..at.end - start;
        let inside = |at: &Range<usize>| start <= at.start && at.end <= end;
        let slots = self.slots.iter().filter(|(at, ..)| inside(at));
        let times = self.times.iter().filter(|found| inside(&found.range));
        Self {
            text: Scanned::new(text),
            slots: slots.map(|(at, fact, form)| (moved(at), *fact, *form)).collect(),
            times: times.map(|found| Found { range: moved(&found.range), ..found.clone() }).collect(),
            ..self.clone()
        }
    }

    /// A part of it as a paragraph of its own.
    fn cut(&self, range: Range<usize>) -> Self {
        let text = Scanned::new(self.text.text[range].trim());
        Self { text, label: Label::None, slots: Vec::new(), times: Vec::new(), ..self.clone() }
    }

    /// Finds the times that it names; `year` is that of times without one.
    pub fn find_times(&mut self, year: i32) {
        self.times = when::find(&self.text.text, year);
    }
}

/// A headed part as it stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Headed {
    pub heading: Para,
    /// Whether the first paragraph follows on the heading's line.
    pub run_in: bool,
    pub level: usize,
    pub items: Vec<Node>,
}

/// What stands in a part.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Para(Para),
    Part(Headed),
}

/// The text of a paper: what stands before its first part, and the parts.
#[derive(Clone, Debug, Default)]
pub(super) struct Outline {
    pub preamble: Vec<Para>,
    pub parts: Vec<Headed>,
    /// Numbers that stand twice beside each other, as they are printed.
    pub twice: Vec<String>,
}

/// Reads paragraphs and headings out of rows.
pub(super) fn outline(rows: &[Row], ledger: &mut Ledger<'_>) -> Outline {
    let paras = paragraphs(&tables::told(rows, ledger), ledger);
    let levels = Levels::of(&paras);
    let mut outline = Outline::default();
    let mut open: Vec<Headed> = Vec::new();
    for at in 0..paras.len() {
        let para = &paras[at];
        let level = heading_level(&paras, at, &levels, &open);
        match level {
            Some((level, end)) => {
                close_to(level, &mut open, &mut outline);
                ledger.read(para.line(), As::Heading);
                let mut heading = Para { label: para.label.clone(), ..para.cut(0..end) };
                heading.text = Scanned::new(heading.text.text.trim_end_matches([':', '.', ' ']));
                let rest = para.cut(end..para.text.text.len());
                let rest_text = rest.text.text.trim_start_matches([':', ' ']).to_owned();
                let mut headed = Headed { heading, run_in: false, level, items: Vec::new() };
                if !rest_text.is_empty() {
                    headed.run_in = true;
                    headed.items.push(Node::Para(Para { text: Scanned::new(rest_text), ..rest }));
                }
                open.push(headed);
            }
            None => {
                let mut para = para.clone();
                // A numbered paragraph stands beside headings of its kind, not in the last of them.
                if let Label::Number(path) = &para.label {
                    let level = levels.of_number(path.len());
                    if inner_list(path, level, &open)
                        || !open.iter().any(|headed| headed.level == level) && in_inner_list(&open)
                    {
                        para.label = Label::Paren(path.last().copied().unwrap_or(1));
                    } else if path.len() > 1
                        || open.iter().any(|headed| headed.level >= level && same_kind(headed, &para.label))
                    {
                        close_to(level, &mut open, &mut outline);
                    }
                }
                match open.last_mut() {
                    Some(part) => part.items.push(Node::Para(para)),
                    None if outline.parts.is_empty() => outline.preamble.push(para),
                    None => {
                        if let Some(last) = outline.parts.last_mut() {
                            last.items.push(Node::Para(para));
                        }
                    }
                }
            }
        }
    }
    close_to(0, &mut open, &mut outline);
    outline.twice = twice(&outline.parts);
    outline
}

/// Whether a heading and a label are numbers of the same depth.
fn same_kind(headed: &Headed, label: &Label) -> bool {
    match (&headed.heading.label, label) {
        (Label::Number(one), Label::Number(other)) => one.len() == other.len(),
        _ => false,
    }
}

/// Whether a list begins anew at 1 right under a heading that itself is a number of that kind: "2. Thành phần" and below it
/// "1. Chủ trì".
fn inner_list(path: &[u32], level: usize, open: &[Headed]) -> bool {
    path == [1]
        && open.last().is_some_and(|last| {
            last.level == level
                && last
                    .items
                    .iter()
                    .all(|item| matches!(item, Node::Para(para) if para.label.is_item() || para.label == Label::None))
        })
}

/// Whether the last paragraph is of such a list.
fn in_inner_list(open: &[Headed]) -> bool {
    let last = open.last().and_then(|last| last.items.last());
    matches!(last, Some(Node::Para(para)) if matches!(para.label, Label::Paren(_)))
}

/// Closes the parts that are as deep as this level, or deeper.
fn close_to(level: usize, open: &mut Vec<Headed>, outline: &mut Outline) {
    while open.last().is_some_and(|last| last.level >= level.max(1)) || (level == 0 && !open.is_empty()) {
        let Some(done) = open.pop() else { return };
        match open.last_mut() {
            Some(parent) => parent.items.push(Node::Part(done)),
            None => outline.parts.push(done),
        }
    }
}

/// The paragraphs of rows: a line that goes on in the middle of a sentence belongs to the one before.
fn paragraphs(rows: &[Row], ledger: &mut Ledger<'_>) -> Vec<Para> {
    let mut paras: Vec<Para> = Vec::new();
    // The words of the last paragraph, which are scanned once all of its lines are there.
    let mut text_of_last = String::new();
    for row in rows {
        let whole = if row.line.label.is_empty() {
            row.line.text.clone()
        } else {
            format!("{} {}", row.line.label, row.line.text)
        };
        let (label, written, text) = label::split(&whole);
        let chosen = ledger.chosen(row.at);
        let goes_on = match chosen {
            Some(As::Joined) => true,
            Some(_) => false,
            None => {
                label == Label::None
                    && row.line.cells.is_empty()
                    && paras.last().is_some_and(|last| is_broken(last.strong, &text_of_last, text))
            }
        };
        match paras.last_mut() {
            Some(last) if goes_on => {
                text_of_last.push(' ');
                text_of_last.push_str(&whole);
                last.at.push(row.at);
                ledger.read(row.at, As::Joined);
            }
            _ => {
                if let Some(last) = paras.last_mut() {
                    last.text = Scanned::new(std::mem::take(&mut text_of_last));
                }
                // "Phần I." is printed as "I.".
                if matches!(label, Label::Roman(_)) && written.contains(' ') && written.starts_with(['P', 'p']) {
                    ledger.reworded.push(Reworded { line: row.at, before: written.to_owned(), after: String::new() });
                }
                text.clone_into(&mut text_of_last);
                paras.push(Para {
                    at: vec![row.at],
                    label,
                    text: Scanned::default(),
                    strong: row.line.strong,
                    slots: Vec::new(),
                    times: Vec::new(),
                    chosen,
                });
            }
        }
    }
    if let Some(last) = paras.last_mut() {
        last.text = Scanned::new(text_of_last);
    }
    paras
}

/// Whether a paragraph breaks off and this text is its end.
fn is_broken(strong: bool, before: &str, text: &str) -> bool {
    let closed = before.trim_end().ends_with(['.', ';', ':', '!', '?', '…', '/']);
    let goes_on = text.starts_with(char::is_lowercase) || text.starts_with(['(', ',', ')', '–']);
    !closed && goes_on && !(strong && before.len() < 4 * LONGEST_HEADING && is_capitals(before))
}

/// How deep the labels of a paper stand.
struct Levels {
    roman: usize,
    number: usize,
}

impl Levels {
    fn of(paras: &[Para]) -> Self {
        let capital = paras.iter().filter(|para| matches!(para.label, Label::Capital(_))).count() >= 2;
        let roman = paras.iter().any(|para| matches!(para.label, Label::Roman(_)));
        let bare = paras.iter().any(is_bare_heading);
        let roman_level = 1 + usize::from(capital);
        Self { roman: roman_level, number: roman_level + usize::from(roman || bare) }
    }

    fn of_number(&self, depth: usize) -> usize {
        self.number + depth - 1
    }
}

/// A heading without a number: a line in capitals.
fn is_bare_heading(para: &Para) -> bool {
    let text = &para.text.text;
    para.label == Label::None
        && is_capitals(text)
        && (2..=30).contains(&para.text.words.len())
        && !text.ends_with(['.', ';'])
}

/// The level of a paragraph that is a heading, and where its words end.
fn heading_level(paras: &[Para], at: usize, levels: &Levels, open: &[Headed]) -> Option<(usize, usize)> {
    let para = &paras[at];
    let text = para.text.text.as_str();
    let whole = text.len();
    match para.chosen {
        Some(As::Heading) => {}
        Some(_) => return None,
        None => {}
    }
    let forced = para.chosen == Some(As::Heading);
    match &para.label {
        Label::Roman(_) => Some((levels.roman, run_in_end(text).filter(|_| !is_capitals(text)).unwrap_or(whole))),
        Label::Capital(_) => Some((1, whole)),
        Label::Number(path) => {
            let level = levels.of_number(path.len());
            if !forced && inner_list(path, level, open) {
                return None;
            }
            if forced {
                return Some((level, run_in_end(text).unwrap_or(whole)));
            }
            numbered_heading(paras, at, path).map(|end| (level, end))
        }
        _ if forced => Some((open.last().map_or(1, |last| last.level), run_in_end(text).unwrap_or(whole))),
        Label::None if is_bare_heading(para) => Some((levels.roman, whole)),
        _ => None,
    }
}

/// Where the words of a numbered heading end; none for a numbered sentence.
fn numbered_heading(paras: &[Para], at: usize, path: &[u32]) -> Option<usize> {
    let para = &paras[at];
    let text = para.text.text.trim_end();
    let letters = text.chars().count();
    let next = paras.get(at + 1);
    let is_bullet = next.is_some_and(|next| next.label.is_item());
    let deeper = matches!(next.map(|next| &next.label), Some(Label::Number(below)) if below.len() > path.len());
    let beside = matches!(next.map(|next| &next.label), Some(Label::Number(other)) if other.len() <= path.len())
        || matches!(next.map(|next| &next.label), Some(Label::Roman(_) | Label::Capital(_)) | None);
    if let Some(end) = run_in_end(text) {
        return Some(end);
    }
    if text.ends_with(':') {
        return (letters <= LONGEST_HEADING).then_some(text.len());
    }
    if text.ends_with(['.', ';']) {
        let one_sentence = !text.trim_end_matches(['.', ';']).contains(". ");
        let fits = letters <= LONGEST_CLOSED && one_sentence && !beside;
        return (fits && (is_bullet || deeper || para.strong || path.len() > 1)).then_some(text.len());
    }
    let whole = letters <= LONGEST_HEADING && !text.contains(". ");
    (whole && (!beside || para.strong)).then_some(text.len())
}

/// Words after which a colon announces a list and closes no heading.
const ANNOUNCE: [&str; 6] = ["sau", "gom", "la", "nhu", "rang", "day"];

/// Where a heading ends that the paragraph follows on its own line, behind a colon.
fn run_in_end(text: &str) -> Option<usize> {
    let at = text.find(':')?;
    let (before, after) = (&text[..at], text[at + 1..].trim());
    let scanned = Scanned::new(before);
    let announces = scanned.words.last().is_some_and(|last| ANNOUNCE.contains(&last.key.as_str()));
    let fits = before.chars().count() <= LONGEST_RUN_IN && !before.contains(['.', ';', '"', '“']) && !announces;
    let is_clock = before.ends_with(|letter: char| letter.is_ascii_digit())
        && after.starts_with(|letter: char| letter.is_ascii_digit());
    // "Hội nghị quý I: đối thoại với thanh niên" is one heading; a sentence begins with a capital, or ends as one.
    let is_sentence = !after.starts_with(char::is_lowercase) || after.ends_with(['.', ';']);
    (fits && !after.is_empty() && !is_clock && is_sentence).then_some(at)
}

/// Numbers that stand twice among the headings and numbered paragraphs of a part.
fn twice(parts: &[Headed]) -> Vec<String> {
    let mut found = Vec::new();
    among(&parts.iter().map(|part| part.heading.label.clone()).collect::<Vec<_>>(), &mut found);
    for part in parts {
        below(part, &mut found);
    }
    found
}

fn below(part: &Headed, found: &mut Vec<String>) {
    let labels: Vec<Label> = part
        .items
        .iter()
        .map(|item| match item {
            Node::Para(para) => para.label.clone(),
            Node::Part(part) => part.heading.label.clone(),
        })
        .collect();
    among(&labels, found);
    for item in &part.items {
        if let Node::Part(part) = item {
            below(part, found);
        }
    }
}

fn among(labels: &[Label], found: &mut Vec<String>) {
    let mut met = HashSet::new();
    for label in labels {
        let printed = match label {
            Label::Roman(number) => crate::words::roman(*number),
            Label::Number(path) => path.iter().map(u32::to_string).collect::<Vec<_>>().join("."),
            _ => continue,
        };
        if !met.insert(printed.clone()) && !found.contains(&printed) {
            found.push(printed);
        }
    }
}
