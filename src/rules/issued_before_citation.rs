//! A paper that is older than a paper which it cites.

use chrono::NaiveDate;

use super::{Context, Rule, Source};
use crate::finding::{Finding, Severity};
use crate::paper::PaperKind;
use crate::papers::{Place, composed};
use crate::plan::Citation;
use crate::style::Confidence;
use crate::text::Fact;

/// What is cited was there before: either date is wrong, most often because last year's was left in. A paper without a
/// date is older than nothing. The dossier's other papers are held to the same, against the plan and the legal bases that
/// their passages name. NĐ 30/2020, Phụ lục I, II.6 has a paper rest on documents in force; the order of dates follows.
pub const RULE: Rule = Rule {
    code: "issued-before-citation",
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
    let plan = &context.dossier.plan;
    let mut findings = Vec::new();
    if let Some(issued) = plan.registration.issued {
        let later = plan.citations.iter().filter(|citation| citation.date.is_some_and(|date| date > issued));
        findings.extend(later.map(|citation| cites(PaperKind::Plan, issued, citation).at(place_of(citation).mark())));
    }
    for (kind, own) in &context.dossier.papers {
        if let (Some(issued), true) = (own.registration.issued, *kind != PaperKind::Plan) {
            findings.extend(other_paper(context, *kind, issued));
        }
    }
    findings
}

/// What a paper beside the plan cites that is younger than itself.
fn other_paper(context: &Context<'_>, kind: PaperKind, issued: NaiveDate) -> Vec<Finding> {
    let plan = &context.dossier.plan;
    let passages = composed(context.dossier, kind, context.day).passages;
    let named: Vec<Fact> = passages.iter().flat_map(|passage| passage.text.slots()).map(|slot| slot.fact).collect();
    let mut findings = Vec::new();
    if let Some(of_plan) = plan.registration.issued.filter(|of_plan| *of_plan > issued && named.contains(&Fact::Plan)) {
        findings.push(
            RULE.finding()
                .at(Place::Issued.mark())
                .with("paper", kind.code())
                .with("issued", issued)
                .with("citation", "Kế hoạch")
                .with("date", of_plan),
        );
    }
    let cited = plan.citations.iter().filter(|citation| named.contains(&Fact::Citation(citation.id)));
    let later = cited.filter(|citation| citation.date.is_some_and(|date| date > issued));
    findings.extend(later.map(|citation| cites(kind, issued, citation).at(place_of(citation).mark())));
    findings
}

fn cites(kind: PaperKind, issued: NaiveDate, citation: &Citation) -> Finding {
    let date = citation.date.map(|date| date.to_string()).unwrap_or_default();
    let finding = RULE.finding().with("paper", kind.code()).with("issued", issued);
    finding.with("citation", citation.short()).with("date", date)
}

fn place_of(citation: &Citation) -> Place {
    Place::Thing(citation.id)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{on, sound, with};
    use super::*;
    use crate::dossier::Dossier;
    use crate::paper::OwnPaper;

    pub fn trips() -> Dossier {
        with(|dossier| dossier.plan.citations[0].date = Some(on(2026, 9, 2)))
    }

    pub fn passes() -> Dossier {
        // On the same day, and as long as the plan has no date.
        with(|dossier| {
            dossier.plan.citations[0].date = Some(on(2027, 1, 1));
            dossier.plan.registration.issued = None;
        })
    }

    #[test]
    fn a_letter_is_not_older_than_the_plan_that_it_encloses() {
        let mut dossier = sound();
        let mut letter = OwnPaper::default();
        letter.registration.issued = Some(on(2026, 8, 31));
        dossier.papers.insert(PaperKind::Letter, letter);
        let found = run(&Context::of(&dossier, on(2026, 9, 1)));
        assert_eq!(found[0].argument("paper"), Some("letter"));
    }
}
