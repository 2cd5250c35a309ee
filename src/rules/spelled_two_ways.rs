//! A person or an agency that is spelled in two ways.

use std::collections::HashMap;

use super::typed::{self, Sort};
use super::{Context, Rule, Source, seek};
use crate::edit::Command;
use crate::finding::{Finding, Severity};
use crate::id::Id;
use crate::papers::Place;
use crate::words;

/// "Nguyễn Văn Dũng" and "Nguyễn Văn Dùng", "Phòng Văn hoá Xã hội" and "Phòng Văn hóa - Xã hội" are one; two spellings
/// make two of them, in search and in the list of who does what. Held against each other are names that differ in nothing
/// but marks, dashes, spaces and "và"; case and the place of the tone do not count. The one that stands more often, else
/// first, is the repair.
pub const RULE: Rule = Rule {
    code: "spelled-two-ways",
    source: Source::CUSTOM,
    severity: Severity::Warning,
    run,
    fix: Some(fix),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

/// A name, and the question where it stands.
struct Name {
    written: String,
    folded: String,
    place: Place,
}

impl Name {
    fn new(written: String, place: Place) -> Self {
        Self { folded: words::fold(&written), written, place }
    }
}

fn run(context: &Context<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for (other, usual) in pairs(context) {
        findings.push(
            RULE.finding().at(other.place.mark()).with("written", &other.written).with("usual", &usual).fixable(true),
        );
    }
    findings
}

/// Each odd spelling with the usual one of the same name.
fn pairs(context: &Context<'_>) -> Vec<(Name, String)> {
    let mut groups: Vec<Vec<Name>> = Vec::new();
    let mut at: HashMap<String, usize> = HashMap::new();
    for name in names(context) {
        let group = *at.entry(skeleton(&name.folded)).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[group].push(name);
    }
    let mut pairs = Vec::new();
    for group in groups {
        let count = |spelling: &str| group.iter().filter(|name| name.folded == spelling).count();
        // Of equals the first: `max_by_key` alone would take the last.
        let Some(written) = group.iter().rev().max_by_key(|name| count(&name.folded)) else { continue };
        let Some(written) = group.iter().find(|name| name.folded == written.folded) else { continue };
        let mut told: Vec<String> = vec![written.folded.clone()];
        let written = written.written.clone();
        for name in group {
            if !told.contains(&name.folded) {
                told.push(name.folded.clone());
                pairs.push((name, written.clone()));
            }
        }
    }
    pairs
}

/// The names of agencies and persons that were typed, those in sentences too.
fn names(context: &Context<'_>) -> Vec<Name> {
    let mut names = Vec::new();
    for typed in &context.typed {
        let place = typed.spot.place;
        match typed.spot.sort {
            Sort::Agency | Sort::Person => {
                let written = typed.words.trim().trim_end_matches(['.', ':', ';', ',']).to_owned();
                names.push(Name::new(written, place));
            }
            Sort::Paragraph | Sort::Sentence => {
                names.extend(persons(&typed.words).into_iter().map(|written| Name::new(written, place)));
            }
            _ => {}
        }
    }
    names.retain(|name| name.written.chars().count() >= 6);
    names
}

/// Persons in a sentence: capitals after "đồng chí", "ông", "bà".
fn persons(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let row: Vec<&str> = text.split_whitespace().collect();
    for at in 0..row.len() {
        let first = match row[at] {
            "ông" | "Ông" | "bà" | "Bà" | "đ/c" | "Đ/c" => at + 1,
            "chí" if at > 0 && matches!(row[at - 1], "đồng" | "Đồng") => at + 1,
            _ => continue,
        };
        let mut name: Vec<&str> = Vec::new();
        for word in row.iter().skip(first).take(5) {
            let bare = word.trim_end_matches([',', '.', ';', ':', ')']);
            let is_name = bare.chars().next().is_some_and(char::is_uppercase) && bare.chars().all(char::is_alphabetic);
            if !is_name {
                break;
            }
            name.push(bare);
            if bare.len() < word.len() {
                break;
            }
        }
        // An office after the title ("đồng chí Bí thư") is no name, nor is one word.
        if name.len() >= 3 {
            found.push(name.join(" "));
        }
    }
    found
}

/// A folded name without what people differ in: marks, dashes, spaces, "và". A comma stays: it parts two names.
fn skeleton(folded: &str) -> String {
    let folded = words::strip_marks(folded).replace('&', " va ");
    let pieces = folded.split(|letter: char| !letter.is_alphanumeric() && letter != ',');
    pieces.filter(|word| !matches!(*word, "" | "va")).collect()
}

fn fix(context: &Context<'_>, finding: &Finding, _: &mut dyn FnMut() -> Id) -> Option<Command> {
    // One paragraph may have several.
    let meant =
        |name: &Name| Some(name.place.mark()) == finding.place && finding.argument("written") == Some(&name.written);
    let (odd, usual) = pairs(context).into_iter().find(|(name, _)| meant(name))?;
    let written = names(context).into_iter().filter(|name| name.folded == odd.folded).map(|name| name.written);
    let odds: Vec<String> = written.collect();
    typed::reword(context.dossier, |spot, words| {
        // A cited document keeps the name that it has.
        if spot.sort == Sort::Citation {
            return None;
        }
        let other = odds.iter().fold(words.to_owned(), |words, odd| seek::replaced(&words, odd, &usual));
        (other != words).then_some(other)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{on, with};
    use super::*;
    use crate::dossier::Dossier;

    pub fn trips() -> Dossier {
        with(|dossier| {
            dossier.plan.assignments[1].agency = "Phòng Văn hoá và Xã hội".into();
            dossier.plan.signatories[0].signer = "Nguyễn Văn Dũng".into();
            dossier.plan.closing[0] = crate::plan::Block::words(
                Id(25),
                Default::default(),
                "Đồng chí Nguyễn Văn Dùng, Chủ tịch, chủ trì.".into(),
            );
        })
    }

    pub fn passes() -> Dossier {
        with(|dossier| {
            dossier.plan.assignments[1].agency = "PHÒNG VĂN HOÁ – XÃ HỘI".into();
            dossier.plan.signatories[0].signer = "Nguyễn Văn Dũng".into();
        })
    }

    #[test]
    fn persons_are_found_in_sentences() {
        assert_eq!(persons("do đồng chí Trần Thị Bích Hà, Bí thư"), ["Trần Thị Bích Hà"]);
        assert_eq!(persons("đồng chí Bí thư Đảng ủy; ông Hà"), Vec::<String>::new());
        assert_eq!(run(&Context::of(&trips(), on(2026, 9, 1))).len(), 2);
    }
}
