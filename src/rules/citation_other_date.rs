//! One document with two dates.

use std::collections::HashMap;

use super::citation_twice::sameness;
use super::{Context, Rule, Source, seek};
use crate::finding::{Finding, Severity};
use crate::papers::Place;
use crate::plan::Citation;
use crate::style::Confidence;
use crate::words;

/// A document is issued on one day. Looked at are the legal bases among each other, and what is said after their numbers
/// in free words. Which date is right only the document tells.
pub const RULE: Rule = Rule {
    code: "citation-other-date",
    source: Source::law("Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, khoản 6", Confidence::Medium),
    severity: Severity::Error,
    run,
    fix: None,
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

fn run(context: &Context<'_>) -> Vec<Finding> {
    let mut met: HashMap<String, &Citation> = HashMap::new();
    // Few words say a day at all.
    let dated: Vec<_> = context.typed.iter().filter(|typed| typed.words.contains("ngày ")).collect();
    let mut findings = Vec::new();
    for citation in &context.dossier.plan.citations {
        let first = sameness(citation).map(|same| *met.entry(same).or_insert(citation));
        if let Some(other) = first.and_then(|first| first.date)
            && citation.date.is_some_and(|date| date != other)
        {
            findings.push(finding(citation, Place::Thing(citation.id)).with("other", other));
        }
        let Some(date) = citation.date else { continue };
        for typed in &dated {
            let said = said_date(&typed.words, citation.number.trim());
            if let Some(other) = said.filter(|other| *other != date) {
                findings.push(finding(citation, typed.spot.place).with("other", other));
            }
        }
    }
    findings
}

fn finding(citation: &Citation, place: Place) -> Finding {
    let date = citation.date.map(|date| date.to_string()).unwrap_or_default();
    RULE.finding().at(place.mark()).with("citation", citation.short()).with("date", date)
}

/// The date that words give a document, straight after its number: "số 12-QĐ/TU, ngày 05/9/2025".
fn said_date(text: &str, number: &str) -> Option<chrono::NaiveDate> {
    if number.is_empty() {
        return None;
    }
    let at = seek::whole(text, number)?;
    let rest = text[at + number.len()..].trim_start_matches([',', ' ']).strip_prefix("ngày ")?;
    let end = rest.find(|letter: char| !letter.is_ascii_digit() && letter != '/').unwrap_or(rest.len());
    let written = &rest[..end];
    // Without its year it is no date of a document.
    (written.matches('/').count() == 2).then(|| words::parse_date(written, 2000).ok())?
}

#[cfg(test)]
mod tests {
    use super::super::tests::{on, with, with_words};
    use super::*;
    use crate::dossier::Dossier;

    pub fn trips() -> Dossier {
        with_words("Thực hiện Nghị định số 59/2023/NĐ-CP ngày 15/8/2023 của Chính phủ.")
    }

    pub fn passes() -> Dossier {
        with_words("Thực hiện Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ.")
    }

    #[test]
    fn two_bases_of_one_number_have_one_date() {
        let dossier = with(|dossier| {
            let mut again = dossier.plan.citations[1].clone();
            again.id = dossier.new_id();
            again.date = Some(on(2024, 8, 14));
            dossier.plan.citations.push(again);
        });
        assert_eq!(run(&Context::of(&dossier, on(2026, 9, 1))).len(), 1);
    }
}
