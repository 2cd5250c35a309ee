//! A symbol that does not fit organ, kind or system.

use super::{Context, Rule, Source};
use crate::edit::Command;
use crate::finding::{Finding, Severity};
use crate::id::Id;
use crate::organ::Organ;
use crate::papers::{Place, plan};
use crate::plan::Registration;
use crate::style::Confidence;

/// The State writes `163/KH-UBND`, the Party `146-KH/HU`: kind, separator and the issuing organ's symbol follow from the
/// organ. A symbol that was typed may name more (a drafting unit, a second organ), never another kind or system; a number
/// begins at 01. The derived symbol is the repair.
pub const RULE: Rule = Rule {
    code: "number-unfit",
    source: Source::law(
        "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, khoản 3; Hướng dẫn số 36-HD/VPTW, từ 27/5/2026 là số 05-HD/VPTW",
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
    let registration = &context.dossier.plan.registration;
    let derived = plan::symbol(&as_derived(context), &context.format);
    let given = registration.symbol.trim();
    if (given.is_empty() || fits(context, given)) && registration.number != Some(0) {
        return Vec::new();
    }
    let number = registration.number.map(crate::words::padded).unwrap_or_default();
    let written =
        format!("{number}{}{}", context.format.marks.number_kind, if given.is_empty() { &derived } else { given });
    vec![RULE.finding().at(Place::Number.mark()).with("written", written).with("right", derived).fixable(true)]
}

/// Whether a symbol that was typed has the kind, the separator and an organ that issues.
fn fits(context: &Context<'_>, given: &str) -> bool {
    let lead = format!("KH{}", context.format.marks.kind_organ);
    let Some(organs) = given.strip_prefix(&lead) else { return false };
    let known: Vec<String> = context.dossier.plan.organs.iter().map(Organ::symbol).collect();
    let plain = organs.chars().all(|letter| letter.is_alphanumeric() || letter == '-') && !organs.is_empty();
    let begins = |symbol: &String| {
        organs.strip_prefix(symbol.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    plain && (known.iter().all(String::is_empty) || known.iter().any(|symbol| !symbol.is_empty() && begins(symbol)))
}

/// The dossier without the symbol that was typed.
fn as_derived(context: &Context<'_>) -> crate::dossier::Dossier {
    let mut dossier = crate::dossier::Dossier::empty(context.dossier.settings.year);
    dossier.plan.organs = context.dossier.plan.organs.clone();
    dossier
}

fn fix(context: &Context<'_>, _: &Finding, _: &mut dyn FnMut() -> Id) -> Option<Command> {
    let registration = context.dossier.plan.registration.clone();
    let number = registration.number.filter(|number| *number > 0);
    Some(Command::SetRegistration(Registration { symbol: String::new(), number, ..registration }))
}

#[cfg(test)]
mod tests {
    use super::super::tests::with;
    use super::*;
    use crate::dossier::Dossier;

    pub fn trips() -> Dossier {
        with(|dossier| dossier.plan.registration.symbol = "KH/UBND".into())
    }

    pub fn passes() -> Dossier {
        with(|dossier| dossier.plan.registration.symbol = "KH-UBND-VP".into())
    }

    #[test]
    fn another_kind_or_organ_does_not_fit() {
        for symbol in ["QĐ-UBND", "KH-HĐND", "KH-", "KH-UBNDX"] {
            let dossier = with(|dossier| dossier.plan.registration.symbol = symbol.into());
            assert_eq!(run(&Context::of(&dossier, super::super::tests::on(2026, 9, 1))).len(), 1, "{symbol}");
        }
    }
}
