//! Numbers that were typed by hand: beside the paper's own, or twice.

use super::typed::{self, Sort, thing_of};
use super::{Context, Rule, Source};
use crate::document::Label;
use crate::edit::Command;
use crate::finding::{Finding, Severity};
use crate::id::Id;
use crate::papers::Place;
use crate::papers::plan::Item;
use crate::style::Confidence;

/// The paper numbers its parts itself: a heading that begins with a number of its own ("II. Nội dung") is printed with
/// two. Paragraphs that were numbered by hand may bear one number twice; then references to it lead astray. The typed
/// number beside the paper's own goes; of two typed ones only the officer knows which is wrong.
pub const RULE: Rule = Rule {
    code: "number-twice",
    source: Source::law("Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, khoản 6", Confidence::Medium),
    severity: Severity::Warning,
    run,
    fix: Some(fix),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

fn run(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    // The numbers typed since the last heading.
    let mut met: Vec<&str> = Vec::new();
    for line in &context.lines {
        if line.item.is_heading() {
            met.clear();
        }
        let Some((number, _)) = lead(&line.words) else { continue };
        let found = || RULE.finding().at(line.item.place.mark()).with("number", number);
        if is_numbered(&line.item) {
            findings.push(found().fixable(typed_by_hand(context, &line.item)));
        } else if line.item.label == Label::None && met.contains(&number) {
            findings.push(found());
        } else {
            met.push(number);
        }
    }
    findings
}

/// Whether the paper gives it a number or a letter.
fn is_numbered(item: &Item) -> bool {
    matches!(item.label, Label::Number(_) | Label::Paren(_) | Label::Letter(_))
}

/// Whether the number stands in words of its own, which a repair can take away.
fn typed_by_hand(context: &Context<'_>, item: &Item) -> bool {
    context
        .typed
        .iter()
        .any(|typed| typed.spot.place == item.place && is_line(typed.spot.sort) && lead(&typed.words).is_some())
}

fn is_line(sort: Sort) -> bool {
    matches!(sort, Sort::Heading | Sort::Paragraph | Sort::Sentence | Sort::Agency)
}

/// The number that words begin with, and what follows it: "II.", "2.1.", "3)", "a)". A year or a count of things is none.
fn lead(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let end = text.find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '.')).unwrap_or(text.len());
    let (number, rest) = if text[end..].starts_with(')') { text.split_at(end + 1) } else { text.split_at(end) };
    let closed = number.ends_with(['.', ')']);
    let bare = number.trim_end_matches(['.', ')']);
    let levels = || bare.split('.');
    let digits = |level: &str| (1..=2).contains(&level.len()) && level.chars().all(|digit| digit.is_ascii_digit());
    let roman = |level: &str| !level.is_empty() && level.chars().all(|letter| "IVX".contains(letter));
    let small = number.ends_with(')') && bare.len() == 1 && bare.chars().all(|letter| letter.is_ascii_lowercase());
    let numbered = levels().all(|level| digits(level) || roman(level)) || small;
    let rest = rest.trim_start();
    // "2.1 Nội dung" bears its number without a stop at its end; "10 thôn" does not.
    let is_number =
        numbered && (closed || levels().count() > 1) && rest.starts_with(|letter: char| letter.is_alphabetic());
    is_number.then_some((bare, rest))
}

fn fix(context: &Context<'_>, finding: &Finding, _: &mut dyn FnMut() -> Id) -> Option<Command> {
    let id = thing_of(finding)?;
    typed::reword(context.dossier, |spot, words| {
        let here = is_line(spot.sort) && spot.place == Place::Thing(id);
        here.then(|| lead(words))?.map(|(_, rest)| rest.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{on, with};
    use super::*;
    use crate::dossier::Dossier;
    use crate::plan::{Block, Marker};

    pub fn trips() -> Dossier {
        with(|dossier| dossier.plan.outline[1].heading = "II. Thời gian, địa điểm".into())
    }

    pub fn passes() -> Dossier {
        with(|dossier| dossier.plan.outline[1].heading = "03 hội nghị trong năm 2026".into())
    }

    #[test]
    fn numbers_are_told_from_words() {
        for (text, number) in [
            ("II. Nội dung", "II"),
            ("2.1. Nội dung", "2.1"),
            ("2.1 Nội dung", "2.1"),
            ("a) Nội dung", "a"),
            ("3) Việc", "3"),
        ] {
            assert_eq!(lead(text).map(|(number, _)| number), Some(number), "{text}");
        }
        for text in ["10 thôn", "2026. Năm", "I can", "08.30: đón tiếp", "a. b", "Việc 1.", "15/10"] {
            assert_eq!(lead(text), None, "{text}");
        }
    }

    #[test]
    fn one_number_typed_twice_is_found() {
        let dossier = with(|dossier| {
            let words = |id, words: &str| Block::words(Id(id), Marker::None, words.into());
            dossier.plan.outline[0].blocks =
                vec![words(910, "1. Mục đích"), words(911, "2. Yêu cầu"), words(912, "2. Khác")];
        });
        let found = run(&Context::of(&dossier, on(2026, 9, 1)));
        assert_eq!((found.len(), found[0].argument("number"), found[0].fixable), (1, Some("2"), false));
    }
}
