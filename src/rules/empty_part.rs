//! A part that says nothing.

use super::typed::thing_of;
use super::{Context, Rule, Source};
use crate::edit::{Command, ListEdit};
use crate::finding::{Finding, Severity};
use crate::id::Id;
use crate::papers::Place;
use crate::plan::{BlockContent, Part};
use crate::text::Fact;

/// A heading under which nothing is printed. A list of facts that has none yet is to be filled and is no reason to take
/// the part out; else the part goes, unless a sentence refers to it.
pub const RULE: Rule = Rule {
    code: "empty-part",
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
    let lines = &context.lines;
    let mut findings = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let (Some(level), Place::Thing(id)) = (line.item.heading, line.item.place) else { continue };
        // Another heading of the same level, or of a higher one, or the end.
        let ends = lines.get(at + 1).is_none_or(|next| match next.item.heading {
            Some(next) => next <= level,
            // What follows the last part is not in it.
            None => context.dossier.plan.closing.iter().any(|block| next.item.place == Place::Thing(block.id)),
        });
        if let Some(part) = context.dossier.plan.part(id).filter(|_| ends) {
            findings.push(
                RULE.finding()
                    .at(line.item.place.mark())
                    .with("heading", line.words.trim())
                    .fixable(can_go(context, part)),
            );
        }
    }
    findings
}

/// Whether nothing is lost with it: it lists no facts, and no sentence refers to it.
fn can_go(context: &Context<'_>, part: &Part) -> bool {
    let lists = part.own_blocks().any(|block| matches!(block.content, BlockContent::Bound { .. }));
    let mut named = false;
    context.dossier.plan.texts(&mut |text| named |= text.slots().any(|slot| slot.fact == Fact::Part(part.id)));
    !lists && part.parts.is_empty() && !named
}

fn fix(context: &Context<'_>, finding: &Finding, _: &mut dyn FnMut() -> Id) -> Option<Command> {
    let id = thing_of(finding)?;
    let plan = &context.dossier.plan;
    let mut above = None;
    for part in &plan.outline {
        part.walk(&mut |part| {
            if part.parts.iter().any(|below| below.id == id) {
                above = Some(part.id);
            }
        });
    }
    Some(Command::Parts(above, ListEdit::Remove { id }))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{on, with};
    use super::*;
    use crate::dossier::Dossier;

    fn part(id: u32, heading: &str) -> Part {
        Part { id: Id(id), heading: heading.into(), ..Part::default() }
    }

    pub fn trips() -> Dossier {
        with(|dossier| {
            let inner = vec![part(920, "Mục đích"), part(921, "Yêu cầu")];
            dossier.plan.outline[0].parts = inner;
            dossier.plan.outline.push(part(922, "Kinh phí"));
        })
    }

    pub fn passes() -> Dossier {
        with(|dossier| {
            let blocks = std::mem::take(&mut dossier.plan.outline[0].blocks);
            dossier.plan.outline[0].parts = vec![Part { blocks, ..part(920, "Mục đích") }];
        })
    }

    #[test]
    fn a_list_that_is_still_empty_is_not_taken_out() {
        let dossier = with(|dossier| dossier.plan.circles.clear());
        let found = run(&Context::of(&dossier, on(2026, 9, 1)));
        assert_eq!((found.len(), found[0].fixable), (1, false));
    }
}
