//! What the officer typed, wherever it stands, with the question that asks for it; and the way to word it otherwise.
//!
//! One walk reads and changes, so that no rule finds what its repair does not reach.

use crate::dossier::Dossier;
use crate::edit::{BlockList, Command, ListEdit};
use crate::id::{Id, Keyed};
use crate::organ::Power;
use crate::papers::Place;
use crate::plan::{Block, BlockContent, Part, Quota, Venue};
use crate::text::Text;

/// What typed words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A heading of the outline.
    Heading,
    /// A free paragraph, or the officer's wording of a fact.
    Paragraph,
    /// A sentence of a fact: a subject, a task, a step of the agenda.
    Sentence,
    /// The name of an agency, a body or a group.
    Agency,
    /// The name of a person.
    Person,
    /// An office or a collective above a signature.
    Signing,
    /// A part of a citation.
    Citation,
    /// The symbol, the place, a noun that is counted.
    Other,
}

/// Where typed words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The question that asks for them.
    pub place: Place,
    /// What they are.
    pub sort: Sort,
}

/// Words as they were typed; a text has as many of them as slots part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// Where.
    pub spot: Spot,
    /// The words.
    pub words: String,
}

/// All that was typed, in the order of the plan.
pub fn read(dossier: &Dossier) -> Vec<Typed> {
    let mut found = Vec::new();
    walk(&mut dossier.clone(), &mut |spot, words| {
        if !words.trim().is_empty() {
            found.push(Typed { spot, words: words.clone() });
        }
    });
    found
}

/// The command that words otherwise what `change` has other words for; none where it has none.
pub fn reword(dossier: &Dossier, mut change: impl FnMut(Spot, &str) -> Option<String>) -> Option<Command> {
    let mut after = dossier.clone();
    walk(&mut after, &mut |spot, words| {
        if let Some(other) = change(spot, words) {
            *words = other;
        }
    });
    difference(dossier, &after)
}

type Visit<'v> = dyn FnMut(Spot, &mut String) + 'v;

fn words(text: &mut Text, spot: Spot, visit: &mut Visit) {
    *text = text.reworded(|words| {
        let mut words = words.to_owned();
        visit(spot, &mut words);
        words
    });
}

fn walk(dossier: &mut Dossier, visit: &mut Visit) {
    let plan = &mut dossier.plan;
    let at = |place, sort| Spot { place, sort };
    let thing = |id, sort| Spot { place: Place::Thing(id), sort };
    for organ in &mut plan.organs {
        let names = &mut organ.names;
        for name in [&mut names.full, &mut names.short, &mut names.head_superior, &mut names.head_own] {
            visit(thing(organ.id, Sort::Agency), name);
        }
        visit(thing(organ.id, Sort::Signing), &mut names.collective);
        visit(thing(organ.id, Sort::Other), &mut names.symbol);
    }
    visit(at(Place::Number, Sort::Other), &mut plan.registration.symbol);
    visit(at(Place::Issued, Sort::Other), &mut plan.registration.place);
    words(&mut plan.title, at(Place::Title, Sort::Heading), visit);
    words(&mut plan.event, at(Place::Event, Sort::Sentence), visit);
    for citation in &mut plan.citations {
        for part in [&mut citation.kind, &mut citation.number, &mut citation.issuer, &mut citation.about] {
            visit(thing(citation.id, Sort::Citation), part);
        }
    }
    blocks(&mut plan.preamble, visit);
    plan.outline.iter_mut().for_each(|part| outline(part, visit));
    blocks(&mut plan.closing, visit);
    for subject in plan.subjects.iter_mut().chain(&mut plan.methods) {
        let spot = thing(subject.id, Sort::Sentence);
        words(&mut subject.text, spot, visit);
        subject.fields.iter_mut().for_each(|field| words(field, spot, visit));
    }
    for conference in &mut plan.conferences {
        let spot = thing(conference.id, Sort::Sentence);
        words(&mut conference.name, spot, visit);
        words(&mut conference.audience, spot, visit);
        if let Venue::At(venue) = &mut conference.venue {
            words(venue, spot, visit);
        }
    }
    for circle in &mut plan.circles {
        words(&mut circle.heading, thing(circle.id, Sort::Sentence), visit);
        quota(&mut circle.quota, thing(circle.id, Sort::Other), visit);
        for line in &mut circle.participants {
            words(&mut line.who, thing(line.id, Sort::Sentence), visit);
            quota(&mut line.quota, thing(line.id, Sort::Other), visit);
        }
    }
    for item in &mut plan.agenda.items {
        words(&mut item.text, thing(item.id, Sort::Sentence), visit);
    }
    let collecting = &mut plan.collecting;
    words(&mut collecting.form_title, at(Place::Collecting, Sort::Sentence), visit);
    for agency in [&mut collecting.handed_out_by, &mut collecting.merged_by] {
        words(agency, at(Place::Collecting, Sort::Agency), visit);
    }
    words(&mut collecting.handed_out_to, at(Place::Collecting, Sort::Sentence), visit);
    for assignment in &mut plan.assignments {
        words(&mut assignment.agency, thing(assignment.id, Sort::Agency), visit);
        for task in &mut assignment.tasks {
            words(&mut task.text, thing(task.id, Sort::Sentence), visit);
        }
    }
    for recipient in &mut plan.recipients.lines {
        visit(thing(recipient.id, Sort::Agency), &mut recipient.who);
        visit(thing(recipient.id, Sort::Other), &mut recipient.purpose);
    }
    visit(at(Place::Filed, Sort::Other), &mut plan.recipients.filed);
    for signatory in &mut plan.signatories {
        let spot = thing(signatory.id, Sort::Signing);
        match &mut signatory.power {
            Power::Collective { body } => visit(spot, body),
            Power::CollectiveDeputy { body, head } => {
                visit(spot, body);
                visit(spot, head);
            }
            Power::OwnDeputy { head } => visit(spot, head),
            Power::ByOrder { of } | Power::ByAuthorisation { of } => visit(spot, of),
            Power::Own | Power::Acting => {}
        }
        visit(spot, &mut signatory.position);
        visit(spot, &mut signatory.standing_office);
        visit(thing(signatory.id, Sort::Person), &mut signatory.signer);
    }
}

fn quota(quota: &mut Option<Quota>, spot: Spot, visit: &mut Visit) {
    if let Some(quota) = quota {
        visit(spot, &mut quota.noun);
        visit(spot, &mut quota.per);
    }
}

fn outline(part: &mut Part, visit: &mut Visit) {
    words(&mut part.heading, Spot { place: Place::Thing(part.id), sort: Sort::Heading }, visit);
    blocks(&mut part.blocks, visit);
    part.parts.iter_mut().for_each(|part| outline(part, visit));
    blocks(&mut part.after, visit);
}

fn blocks(blocks: &mut [Block], visit: &mut Visit) {
    for block in blocks {
        let spot = Spot { place: Place::Thing(block.id), sort: Sort::Paragraph };
        match &mut block.content {
            BlockContent::Words(text) => words(text, spot, visit),
            BlockContent::Bound { wordings, .. } => {
                wordings.iter_mut().for_each(|(_, text)| words(text, spot, visit));
            }
        }
    }
}

/// The command that makes one dossier of another that has the same things.
fn difference(before: &Dossier, after: &Dossier) -> Option<Command> {
    let mut commands = Vec::new();
    let (old, new) = (&before.plan, &after.plan);
    let out = &mut commands;
    if old.registration != new.registration {
        out.push(Command::SetRegistration(new.registration.clone()));
    }
    if old.title != new.title {
        out.push(Command::SetTitle(new.title.clone()));
    }
    if old.event != new.event {
        out.push(Command::SetEvent(new.event.clone()));
    }
    if old.collecting != new.collecting {
        out.push(Command::SetCollecting(new.collecting.clone()));
    }
    if old.recipients.filed != new.recipients.filed {
        out.push(Command::SetFiled(new.recipients.filed.clone()));
    }
    set(&old.organs, &new.organs, Command::Organs, out);
    set(&old.citations, &new.citations, Command::Citations, out);
    set(&old.preamble, &new.preamble, |edit| Command::Blocks(BlockList::Preamble, edit), out);
    set(&old.outline, &new.outline, |edit| Command::Parts(None, edit), out);
    set(&old.closing, &new.closing, |edit| Command::Blocks(BlockList::Closing, edit), out);
    set(&old.subjects, &new.subjects, Command::Subjects, out);
    set(&old.methods, &new.methods, Command::Methods, out);
    set(&old.conferences, &new.conferences, Command::Conferences, out);
    set(&old.circles, &new.circles, Command::Circles, out);
    set(&old.agenda.items, &new.agenda.items, Command::Agenda, out);
    set(&old.assignments, &new.assignments, Command::Assignments, out);
    set(&old.recipients.lines, &new.recipients.lines, Command::Recipients, out);
    set(&old.signatories, &new.signatories, Command::Signatories, out);
    match commands.len() {
        0 => None,
        1 => commands.pop(),
        _ => Some(Command::Batch(commands)),
    }
}

fn set<T: Keyed + Clone + PartialEq>(
    old: &[T],
    new: &[T],
    command: fn(ListEdit<T>) -> Command,
    out: &mut Vec<Command>,
) {
    let changed = old.iter().zip(new).filter(|(old, new)| old != new);
    out.extend(changed.map(|(_, new)| command(ListEdit::Set { item: new.clone() })));
}

/// The identity of the thing that a finding is about.
pub fn thing_of(finding: &crate::finding::Finding) -> Option<Id> {
    match Place::of(finding.place?)? {
        Place::Thing(id) => Some(id),
        _ => None,
    }
}
