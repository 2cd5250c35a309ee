//! `ủy` and `uỷ`, `hòa` and `hoà` in one paper.

use super::typed::{self, Sort};
use super::{Context, Rule, Source};
use crate::edit::Command;
use crate::finding::{Finding, Severity};
use crate::id::Id;
use crate::words;

/// Both places of the tone are in use; both in one paper look careless, and search finds but half. One line tells it for
/// the whole paper, at the first place; the repair writes `ủy` throughout, as the product's own words do. Names of persons
/// are theirs to spell.
pub const RULE: Rule = Rule {
    code: "tone-mixed",
    source: Source::CUSTOM,
    severity: Severity::Advice,
    run,
    fix: Some(fix),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

/// Vowels with a tone that can be the second letter of an open pair.
const SECOND: &str = "àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ";

/// Open pairs with the tone on their first letter.
const FIRST: [&str; 15] = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"];

fn run(context: &Context<'_>) -> Vec<Finding> {
    let typed = || context.typed.iter().filter(|typed| typed.spot.sort != Sort::Person);
    let second = || typed().filter_map(|typed| Some((typed, on_second(&typed.words)?)));
    let one_way = typed().find_map(|typed| on_first(&typed.words));
    // Organs and agencies that the product names itself have `ủy`.
    let Some((at, other)) = second().next() else { return Vec::new() };
    let Some(usual) = one_way else { return Vec::new() };
    let count = second().count();
    vec![
        RULE.finding()
            .at(at.spot.place.mark())
            .with("one", usual)
            .with("other", other)
            .with("count", count)
            .fixable(true),
    ]
}

/// Words of letters alone.
fn each(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty())
}

/// The first word with the tone on the second letter of an open pair.
fn on_second(text: &str) -> Option<String> {
    // Most texts have no such pair at all, and nothing to be moved.
    let mut before = ' ';
    let mut in_pair =
        |letter| matches!(std::mem::replace(&mut before, letter), 'o' | 'O' | 'u' | 'U') && SECOND.contains(letter);
    text.chars()
        .any(&mut in_pair)
        .then(|| each(text).find(|word| words::old_tone_place(word) != **word))?
        .map(str::to_owned)
}

/// The first word with the tone on the first letter of one.
fn on_first(text: &str) -> Option<String> {
    each(text)
        .find(|word| {
            let small = word.to_lowercase();
            FIRST.iter().any(|pair| small.ends_with(pair))
        })
        .map(str::to_owned)
}

fn fix(context: &Context<'_>, _: &Finding, _: &mut dyn FnMut() -> Id) -> Option<Command> {
    typed::reword(context.dossier, |spot, words| {
        let other = words::old_tone_place(words);
        (spot.sort != Sort::Person && other != words).then_some(other)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{on, with, with_words};
    use super::*;
    use crate::dossier::Dossier;

    pub fn trips() -> Dossier {
        with_words("Uỷ ban nhân dân và cấp ủy hoà giải.")
    }

    pub fn passes() -> Dossier {
        with(|dossier| dossier.plan.signatories[0].signer = "Nguyễn Thị Thuý".into())
    }

    #[test]
    fn it_is_told_once_for_the_whole_paper() {
        let mut dossier = trips();
        dossier.plan.methods.push(crate::plan::Subject { text: "Uỷ quyền".into(), ..Default::default() });
        let found = run(&Context::of(&dossier, on(2026, 9, 1)));
        assert_eq!((found.len(), found[0].argument("count")), (1, Some("2")));
        // "quý" and "hoàn" have no choice.
        assert_eq!((on_second("quý, hoàn, toàn"), on_first("quý, hoàn")), (None, None));
    }
}
