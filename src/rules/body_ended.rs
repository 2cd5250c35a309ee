//! A body that the reform of 2025 ended.

use super::typed::{self, Sort, Spot};
use super::{Context, Rule, Source};
use crate::edit::Command;
use crate::finding::{Finding, Severity};
use crate::id::Id;
use crate::organ::ended::{self, Certainty, EndedMention};
use crate::style::Confidence;

/// A paper of today gives no task to a district and reports to no Party board that was merged. What stands in the mention
/// of an older document is right as it is, and so is a paper from before the reform. Where the successor is sure, its name
/// is the repair; else the officer decides by the sentence.
pub const RULE: Rule = Rule {
    code: "body-ended",
    source: Source::law(
        "Luật số 72/2025/QH15, Nghị quyết số 203/2025/QH15, Kết luận số 121-KL/TW năm 2025",
        Confidence::High,
    ),
    severity: Severity::Error,
    run,
    fix: Some(fix),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

fn run(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for typed in &context.typed {
        let mentions = mentions(context, typed.spot, &typed.words);
        let Some(first) = mentions.first() else { continue };
        findings.push(
            RULE.finding()
                .at(typed.spot.place.mark())
                .with("body", &typed.words[first.range.clone()])
                .with("successor", first.body.successor(&commune(context)))
                .with("since", first.body.since())
                .fixable(mentions.iter().any(is_sure)),
        );
    }
    findings
}

/// What ended and is named as if it were there.
fn mentions(context: &Context<'_>, spot: Spot, words: &str) -> Vec<EndedMention> {
    // A legal basis is an older document, and a person's name is no district.
    if matches!(spot.sort, Sort::Citation | Sort::Person) || !may_name(words) {
        return Vec::new();
    }
    let mut found = ended::find_now(words);
    found.retain(|mention| context.day >= mention.body.since());
    found
}

/// What the name of every body that ended has one of, in the ways in which it is written.
const STEMS: [&str; 29] = [
    "huyện",
    "Huyện",
    "HUYỆN",
    "quận",
    "Quận",
    "QUẬN",
    "thị ",
    "Thị ",
    "THỊ ",
    "hành phố",
    "HÀNH PHỐ",
    "hành ủy",
    "hành uỷ",
    "HÀNH ỦY",
    "HÀNH UỶ",
    "ân vận",
    "ÂN VẬN",
    "uyên giáo",
    "UYÊN GIÁO",
    "án sự",
    "ÁN SỰ",
    "ảng đoàn",
    "ẢNG ĐOÀN",
    "hối ",
    "HỐI ",
    "ở ",
    "Ở ",
    "hòng",
    "HÒNG",
];

/// Whether it is worth to look into words: the thorough reading of a whole plan takes longer than all other rules.
fn may_name(words: &str) -> bool {
    STEMS.iter().any(|stem| words.contains(stem))
}

fn is_sure(mention: &EndedMention) -> bool {
    mention.body.certainty == Certainty::Sure
}

fn commune(context: &Context<'_>) -> String {
    context.dossier.plan.organs.first().map(|organ| organ.unit.sort.clone()).unwrap_or_default()
}

fn fix(context: &Context<'_>, finding: &Finding, _: &mut dyn FnMut() -> Id) -> Option<Command> {
    typed::reword(context.dossier, |spot, words| {
        if Some(spot.place.mark()) != finding.place {
            return None;
        }
        let sure: Vec<EndedMention> = mentions(context, spot, words).into_iter().filter(is_sure).collect();
        let mut other = words.to_owned();
        for mention in sure.iter().rev() {
            other.replace_range(mention.range.clone(), &mention.successor(words, &commune(context)));
        }
        (!sure.is_empty()).then_some(other)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{on, with_words};
    use super::*;
    use crate::dossier::Dossier;

    pub fn trips() -> Dossier {
        with_words("Ban Dân vận Tỉnh ủy phối hợp với Ủy ban nhân dân huyện theo dõi.")
    }

    pub fn passes() -> Dossier {
        with_words("Thực hiện Quyết định số 12-QĐ/HU ngày 05/3/2024 của Ban Thường vụ Huyện ủy về đối thoại.")
    }

    /// The quick look passes over nothing of the table.
    #[test]
    fn every_name_is_worth_a_look() {
        let table = include_str!("../organ/ended/table.rs").split("STANDING").next().unwrap();
        let lists = table.split("&[").skip(1).filter_map(|list| Some(list.split_once(']')?.0));
        let names: Vec<&str> = lists.flat_map(|list| list.split('"').skip(1).step_by(2)).collect();
        for name in &names {
            for unit in ["huyện", "quận", "thị xã", "thành phố"] {
                let name = name.replace("{D}", unit);
                let first = crate::words::sentence_start(&name);
                assert!(may_name(&name) && may_name(&first) && may_name(&name.to_uppercase()), "{name}");
            }
        }
        assert!(names.len() > 50, "{names:?}");
    }

    #[test]
    fn a_paper_from_before_the_reform_is_right() {
        let mut dossier = trips();
        dossier.plan.registration.issued = Some(on(2024, 5, 6));
        assert_eq!(run(&Context::of(&dossier, on(2026, 9, 1))), []);
    }
}
