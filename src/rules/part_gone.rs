//! A reference to a part that is gone.

use super::{Context, Rule, Source, seek};
use crate::document::HOLE;
use crate::finding::{Finding, Severity};
use crate::papers::Place;
use crate::papers::plan::reference;
use crate::text::Fact;
use crate::words;

/// "Như mục II.3" leads nowhere when parts were taken out or moved. A slot follows its part, and is empty once the part is
/// gone; a reference that was typed is held against the numbers of the paper, unless another document is named behind it.
/// Which part was meant only the officer knows.
pub const RULE: Rule = Rule {
    code: "part-gone",
    source: Source::CUSTOM,
    severity: Severity::Warning,
    run,
    fix: None,
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

/// What names the place of another document behind a reference to it, folded.
const OTHERS: [&str; 14] = [
    "nghị quyết",
    "nghị định",
    "quyết định",
    "hướng dẫn",
    "kế hoạch số",
    "luật",
    "thông tư",
    "phụ lục",
    "chỉ thị",
    "kết luận",
    "quy chế",
    "quy định",
    "chương trình số",
    "công văn",
];

/// How far behind a reference another document is named, in bytes at most.
const NEAR: usize = 60;

fn run(context: &Context<'_>) -> Vec<Finding> {
    let plan = &context.dossier.plan;
    let numbers: Vec<String> = context.lines.iter().filter_map(|line| reference(&line.item.label)).collect();
    let mut findings = Vec::new();
    for line in &context.lines {
        let gone = line.item.text.slots().any(|slot| matches!(slot.fact, Fact::Part(id) if plan.part(id).is_none()));
        let typed = || references(&line.words).into_iter().find(|number| !numbers.contains(number));
        if gone {
            findings.push(found(line.item.place, HOLE.to_owned()));
        } else if let Some(number) = typed().filter(|_| !numbers.is_empty()) {
            findings.push(found(line.item.place, number));
        }
    }
    findings
}

fn found(place: Place, number: String) -> Finding {
    RULE.finding().at(place.mark()).with("number", number)
}

/// The parts of this plan that words refer to: "mục II.1", "Phần III". One number without a numeral may be a sub-part of
/// where it stands, and is left alone.
fn references(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for lead in ["mục ", "Mục ", "phần ", "Phần "] {
        let mut from = 0;
        while let Some(at) = seek::whole(&text[from..], lead.trim_end()) {
            from += at + lead.trim_end().len();
            let rest = text[from..].trim_start();
            let end =
                rest.find(|letter: char| !(letter.is_ascii_digit() || "IVX.".contains(letter))).unwrap_or(rest.len());
            let number = rest[..end].trim_end_matches('.');
            let word_goes_on = rest[end..].starts_with(char::is_alphanumeric);
            let roman = number
                .split('.')
                .next()
                .is_some_and(|top| !top.is_empty() && top.chars().all(|letter| "IVX".contains(letter)));
            if roman && !word_goes_on && !of_other(text, from) {
                found.push(number.to_owned());
            }
        }
    }
    found
}

/// Whether the reference stands before or behind the name of another document.
fn of_other(text: &str, from: usize) -> bool {
    let mut end = (from + NEAR).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    seek::any(&words::fold(&text[from..end]), &OTHERS)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{on, with, with_words};
    use super::*;
    use crate::dossier::Dossier;
    use crate::id::Id;
    use crate::plan::{Block, Marker};
    use crate::text::{Form, Text};

    pub fn trips() -> Dossier {
        with(|dossier| {
            let mut text = Text::words("Thực hiện như mục ");
            text.push_slot(Fact::Part(Id(999)), Form::Plain);
            dossier.plan.outline[0].blocks.push(Block::words(Id(24), Marker::Dash, text));
        })
    }

    pub fn passes() -> Dossier {
        with_words("Thành phần như mục III Kế hoạch này; theo mục IX.2 Nghị quyết số 12-NQ/TU.")
    }

    #[test]
    fn what_was_typed_is_held_against_the_numbers() {
        let found = |words: &str| run(&Context::of(&with_words(words), on(2026, 9, 1))).len();
        assert_eq!(found("Thành phần như mục VII Kế hoạch này."), 1);
        assert_eq!(found("Thành phần như Phần II.7."), 1);
        assert_eq!(found("Danh mục VIP, hạng mục I."), 0);
    }
}
