//! Participants in circles that one list prints: a heading each with lines below it, or a line each.

use super::As;
use super::build::Builder;
use super::meaning::{self, Meaning};
use super::outline::{Headed, Node, Para};
use super::participants::{alone_in_bracket, bracketed, is_free, marker, quota, role};
use crate::import::label::Label;
use crate::import::scan::Scanned;
use crate::plan::{Block, Bound, Circle, Layout, Marker, Quota};
use crate::text::Text;

/// The most words that name a circle before a colon.
const LONGEST_NAME: usize = 14;

/// Whether a plan has one part on participants, whose circles are all there are.
pub(super) fn are_in_one_part(parts: &[Headed]) -> bool {
    fn count(part: &Headed, above: &[Meaning]) -> usize {
        let about = meaning::of_part(part, above);
        let own = about.contains(&Meaning::Participants) || about == [Meaning::Audiences];
        let below =
            || part.items.iter().map(|item| if let Node::Part(part) = item { count(part, &[]) } else { 0 }).sum();
        let works = about.iter().any(|about| matches!(about, Meaning::Preparation | Meaning::Execution));
        if own && !works { 1 } else { below() }
    }
    parts.iter().map(|part| count(part, &[])).sum::<usize>() == 1
}

/// A circle as it stands.
struct Found<'p> {
    name: &'p Para,
    /// Where its name ends.
    end: usize,
    quota: Option<Quota>,
    /// Those who belong to it on its own line.
    on_line: Option<Para>,
    lines: Vec<&'p Para>,
}

impl Builder<'_, '_> {
    /// The circles of a part as one list, where the list prints them as they stand.
    pub(super) fn circles(&mut self, part: &Headed) -> Option<Vec<Block>> {
        let all = part.items.iter().all(|item| matches!(item, Node::Part(_)));
        let none = part.items.iter().all(|item| matches!(item, Node::Para(_)));
        let (found, layout, listed, after) = if all && part.items.len() > 1 {
            headed(part)?
        } else if none {
            lined(part)?
        } else {
            return None;
        };
        if !self.dossier.plan.circles.is_empty() {
            return None;
        }
        for circle in found {
            let id = self.dossier.new_id();
            self.ledger.read(circle.name.line(), As::Participant);
            let participants = circle.on_line.iter().chain(circle.lines).map(|para| self.participant(para)).collect();
            let heading = Text::words(circle.name.text.text[..circle.end].trim_end_matches([' ', ':', ';', '.', ',']));
            let role = role(&circle.name.text);
            self.dossier.plan.circles.push(Circle { id, role, heading, quota: circle.quota, participants });
        }
        let id = self.dossier.new_id();
        let mut blocks = vec![Block::bound(id, listed, Bound::Circles, layout)];
        for para in after {
            self.total(para, &mut blocks);
        }
        Some(blocks)
    }
}

type Listed<'p> = (Vec<Found<'p>>, Layout, Marker, Vec<&'p Para>);

/// Sub-parts, each a circle.
fn headed(part: &Headed) -> Option<Listed<'_>> {
    let mut found: Vec<Found<'_>> = Vec::new();
    let mut after = Vec::new();
    let mut listed = None;
    let last = part.items.len() - 1;
    for (at, item) in part.items.iter().enumerate() {
        let Node::Part(sub) = item else { return None };
        let mut paras: Vec<&Para> = sub
            .items
            .iter()
            .map(|item| if let Node::Para(para) = item { Some(para) } else { None })
            .collect::<Option<_>>()?;
        let (mut end, mut counted) = name_and_quota(&sub.heading);
        if sub.run_in {
            let first = paras.first().filter(|first| bracketed(first))?;
            let (range, found) = quota(&first.text)?;
            // More than the number in the bracket is a sentence.
            alone_in_bracket(&first.text.text, &range, &found).filter(|before| *before == 0)?;
            counted = Some(found);
            end = sub.heading.text.text.len();
            paras.remove(0);
        }
        while at == last && paras.last().is_some_and(|para| para.label == Label::None && is_free(para)) {
            after.insert(0, paras.pop()?);
        }
        for para in &paras {
            let same = *listed.get_or_insert_with(|| marker(&para.label)) == marker(&para.label);
            if !same
                || is_free(para)
                || matches!(para.label, Label::Paren(_) | Label::Number(_) | Label::Letter(_))
                || para.text.text.ends_with(':')
            {
                return None;
            }
        }
        found.push(Found { name: &sub.heading, end, quota: counted, on_line: None, lines: paras });
    }
    Some((found, Layout::Headings, listed.unwrap_or_default(), after))
}

/// Lines, each a circle: "Chủ trì (02 đại biểu): …"; of one with several lines, those stand below it.
fn lined(part: &Headed) -> Option<Listed<'_>> {
    let mut found: Vec<Found<'_>> = Vec::new();
    let mut after = Vec::new();
    let mut paras: Vec<&Para> = part
        .items
        .iter()
        .map(|item| if let Node::Para(para) = item { Some(para) } else { None })
        .collect::<Option<_>>()?;
    while paras.last().is_some_and(|para| (para.label == Label::None || para.text.has("tong so")) && is_free(para)) {
        after.insert(0, paras.pop()?);
    }
    let first = paras.first()?.label.clone();
    if !matches!(first, Label::Dash | Label::None) {
        return None;
    }
    let mut named = 0;
    for para in paras {
        if is_free(para) {
            return None;
        }
        if para.label == Label::Plus && first == Label::Dash {
            let circle =
                found.last_mut().filter(|circle| circle.on_line.is_none() && circle.name.text.text.ends_with(':'))?;
            circle.lines.push(para);
            continue;
        }
        if para.label != first {
            return None;
        }
        let text = &para.text.text;
        let colon = text.find(':').filter(|at| Scanned::new(&text[..*at]).words.len() <= LONGEST_NAME);
        let found_here = match colon {
            Some(at) => {
                named += 1;
                let name = Para { text: Scanned::new(&text[..at]), ..para.clone() };
                let (end, quota) = name_and_quota(&name);
                let who = text[at + 1..].trim();
                // A second list on the line would be printed otherwise.
                let on_line = (!who.is_empty()).then(|| para.stretch(at + 1..text.len()));
                Found { name: para, end, quota, on_line, lines: Vec::new() }
            }
            None => {
                let (end, quota) = name_and_quota(para);
                Found { name: para, end, quota, on_line: None, lines: Vec::new() }
            }
        };
        found.push(found_here);
    }
    // One line below a name is printed on the name's line.
    let fits = found.iter().all(|circle| {
        circle.lines.len() != 1
            && (circle.on_line.is_some() || !circle.lines.is_empty() || !circle.name.text.text.ends_with(':'))
    });
    (named >= 2 && fits).then_some((found, Layout::Items, marker(&first), after))
}

/// Where the name of a circle ends, and the number in brackets behind it.
fn name_and_quota(para: &Para) -> (usize, Option<Quota>) {
    let text = &para.text.text;
    if let Some((range, quota)) = quota(&para.text)
        && let Some(end) = alone_in_bracket(text, &range, &quota)
    {
        return (end, Some(quota));
    }
    (text.len(), None)
}
