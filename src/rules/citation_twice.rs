//! The same legal basis twice.

use std::collections::HashMap;

use super::typed::thing_of;
use super::{Context, Rule, Source};
use crate::edit::{Command, ListEdit};
use crate::finding::{Finding, Severity};
use crate::id::Id;
use crate::papers::Place;
use crate::plan::Citation;
use crate::text::Fact;
use crate::words;

/// A basis that stands twice was copied together from two plans; a reader asks which of them holds. The later goes,
/// unless a sentence names it. Custom: no rule forbids it in words.
pub const RULE: Rule = Rule {
    code: "citation-twice",
    source: Source::CUSTOM,
    severity: Severity::Warning,
    run,
    fix: Some(fix),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

/// What tells a document from any other: kind and number, or its name where it has no number.
pub fn sameness(citation: &Citation) -> Option<String> {
    if citation.is_blank() {
        return None;
    }
    let number: String = citation.number.chars().filter(|letter| !letter.is_whitespace()).collect();
    let tells = if number.is_empty() { format!("{} {}", citation.issuer, citation.about) } else { number };
    Some(words::fold(&format!("{} {tells}", citation.kind)))
}

fn run(context: &Context<'_>) -> Vec<Finding> {
    let mut met: HashMap<String, &Citation> = HashMap::new();
    let mut findings = Vec::new();
    for citation in &context.dossier.plan.citations {
        let Some(same) = sameness(citation) else { continue };
        match met.get(&same) {
            // With two dates they are a finding of another rule.
            Some(first) if first.date == citation.date || first.date.is_none() || citation.date.is_none() => findings
                .push(
                    RULE.finding()
                        .at(Place::Thing(citation.id).mark())
                        .with("citation", citation.short())
                        .fixable(!is_named(context, citation.id)),
                ),
            Some(_) => {}
            None => {
                met.insert(same, citation);
            }
        }
    }
    findings
}

/// Whether a sentence of the plan names it.
fn is_named(context: &Context<'_>, id: Id) -> bool {
    let mut named = false;
    context.dossier.plan.texts(&mut |text| named |= text.slots().any(|slot| slot.fact == Fact::Citation(id)));
    named
}

fn fix(context: &Context<'_>, finding: &Finding, _: &mut dyn FnMut() -> Id) -> Option<Command> {
    let id = thing_of(finding).filter(|id| !is_named(context, *id))?;
    Some(Command::Citations(ListEdit::Remove { id }))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{on, with};
    use crate::dossier::Dossier;

    pub fn trips() -> Dossier {
        with(|dossier| {
            let mut again = dossier.plan.citations[1].clone();
            again.id = dossier.new_id();
            again.number = " 59/2023/NĐ-CP".into();
            dossier.plan.citations.push(again);
        })
    }

    pub fn passes() -> Dossier {
        with(|dossier| {
            let mut other = dossier.plan.citations[1].clone();
            other.id = dossier.new_id();
            other.number = "60/2023/NĐ-CP".into();
            other.date = Some(on(2023, 8, 15));
            dossier.plan.citations.push(other);
        })
    }
}
