//! Guests that do not add up.

use super::typed::thing_of;
use super::{Context, Rule, Source};
use crate::edit::{Command, ListEdit};
use crate::finding::{Finding, Severity};
use crate::id::Id;
use crate::papers::Place;
use crate::plan::{Amount, Circle, Quota};
use crate::words;

/// Seats, papers and meals are ordered by these numbers. A circle says how many come, and so do its lines: their sum is
/// the circle's; lines that are not all counted never make more. "Khoảng" leaves a tenth. A total in free words is held
/// against that of the circles. The sum of the lines is the repair.
pub const RULE: Rule = Rule {
    code: "guests-do-not-add-up",
    source: Source::CUSTOM,
    severity: Severity::Warning,
    run,
    fix: Some(fix),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

fn run(context: &Context<'_>) -> Vec<Finding> {
    let plan = &context.dossier.plan;
    let mut findings = Vec::new();
    for circle in &plan.circles {
        let (Some(quota), Some((sum, of))) = (&circle.quota, lines_of(circle)) else { continue };
        let Some(total) = quota.total() else { continue };
        if !agree(total, quota.is_about() || of.about, sum, of.all) {
            findings.push(
                RULE.finding()
                    .at(Place::Thing(circle.id).mark())
                    .with("total", total)
                    .with("sum", sum)
                    .fixable(quota.per.trim().is_empty()),
            );
        }
    }
    if let Some((sum, about)) = plan.participants_total() {
        for typed in &context.typed {
            if let Some(total) = said_total(&typed.words).filter(|total| !agree(*total, about, sum, true)) {
                findings.push(RULE.finding().at(typed.spot.place.mark()).with("total", total).with("sum", sum));
            }
        }
    }
    findings
}

/// What is known of the lines of a circle.
struct Lines {
    about: bool,
    all: bool,
}

/// The sum of the lines that are counted; none where none is, or where one cannot be computed.
fn lines_of(circle: &Circle) -> Option<(u32, Lines)> {
    let counted: Vec<&Quota> = circle.participants.iter().filter_map(|line| line.quota.as_ref()).collect();
    let totals: Option<Vec<u32>> = counted.iter().map(|quota| quota.total()).collect();
    let sum = totals.filter(|totals| !totals.is_empty())?.into_iter().fold(0, u32::saturating_add);
    let about = counted.iter().any(|quota| quota.is_about());
    Some((sum, Lines { about, all: counted.len() == circle.participants.len() }))
}

/// Whether a total stands beside a sum, of all or of a part.
fn agree(total: u32, about: bool, sum: u32, all: bool) -> bool {
    let slack = if about { total.max(sum) / 10 } else { 0 };
    let low = sum.saturating_sub(slack);
    total >= low && (!all || total <= sum.saturating_add(slack))
}

/// The number that words give for all: "tổng số 120 đại biểu".
fn said_total(text: &str) -> Option<u32> {
    let folded = words::fold(text);
    let at = folded.find("tổng số")? + "tổng số".len();
    let mut rest = folded[at..].trim_start_matches([':', ' ']);
    for lead in ["đại biểu", "người", "khách mời", "dự kiến", "khoảng", "tham dự", "dự", "là", ":"]
    {
        rest = rest.strip_prefix(lead).unwrap_or(rest).trim_start_matches([':', ' ']);
    }
    let end = rest.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(rest.len());
    let counted = rest[end..].trim_start();
    let of_people = ["đại biểu", "người", "đồng chí", "khách"].iter().any(|noun| counted.starts_with(noun));
    (of_people || folded[at..].trim_start().starts_with("đại biểu"))
        .then(|| rest[..end].replace('.', "").parse().ok())?
}

fn fix(context: &Context<'_>, finding: &Finding, _: &mut dyn FnMut() -> Id) -> Option<Command> {
    let id = thing_of(finding)?;
    let mut item = context.dossier.plan.circles.iter().find(|circle| circle.id == id)?.clone();
    let (sum, of) = lines_of(&item)?;
    let quota = item.quota.as_mut()?;
    quota.amount = if of.about || quota.is_about() { Amount::About(sum) } else { Amount::Exact(sum) };
    Some(Command::Circles(ListEdit::Set { item }))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{on, with, with_words};
    use super::*;
    use crate::dossier::Dossier;

    fn of(amount: Amount) -> Dossier {
        with(|dossier| dossier.plan.circles[0].quota.as_mut().unwrap().amount = amount)
    }

    pub fn trips() -> Dossier {
        of(Amount::Exact(65))
    }

    pub fn passes() -> Dossier {
        of(Amount::About(65))
    }

    #[test]
    fn a_total_in_words_is_read() {
        let found = |words: &str| run(&Context::of(&with_words(words), on(2026, 9, 1))).len();
        assert_eq!(found("Tổng số: 70 đại biểu."), 1);
        assert_eq!(found("Tổng số đại biểu dự kiến khoảng 70."), 1);
        assert_eq!(found("Tổng số 60 đại biểu."), 0);
        assert_eq!(found("Tổng số 12 thôn, 70 đại biểu."), 0);
    }

    #[test]
    fn lines_that_are_not_all_counted_are_a_part() {
        let mut dossier = of(Amount::Exact(65));
        let found = |dossier: &Dossier| run(&Context::of(dossier, on(2026, 9, 1))).len();
        dossier.plan.circles[0].participants[0].quota = None;
        assert_eq!(found(&dossier), 0);
        dossier.plan.circles[0].quota.as_mut().unwrap().amount = Amount::Exact(19);
        assert_eq!(found(&dossier), 1);
    }
}
