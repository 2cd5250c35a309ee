//! The plan in reading order: every heading and paragraph with its number, bound blocks spelled out.
//!
//! One walk serves the paper and the list of its headings, so that their numbers cannot differ.

use super::wording::{self, default_wording};
use crate::document::Label;
use crate::dossier::Dossier;
use crate::id::Id;
use crate::papers::{Place, slots};
use crate::plan::{
    Assignment, AssignmentLayout, Block, BlockContent, Bound, Circle, Layout, Marker, Part, Participant, Subject, Task,
};
use crate::text::{Fact, Form, Text};

/// A heading or paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The level of a heading, from 1; none for a paragraph.
    pub heading: Option<usize>,
    /// Its number or mark.
    pub label: Label,
    /// Its text.
    pub text: Text,
    /// What follows the text, such as a number of guests in brackets; no part of a heading's name.
    pub suffix: String,
    /// What closes it where the officer wrote no punctuation.
    pub end: &'static str,
    /// Whether it starts with a capital whatever its text says.
    pub capital: bool,
    /// Whether the next paragraph runs on from this heading.
    pub run_in: bool,
    /// Whether it is a legal basis.
    pub basis: bool,
    /// The cells, where it is a row of a table: rows that follow each other are one table.
    pub cells: Vec<Text>,
    /// The question that it comes from.
    pub place: Place,
}

impl Item {
    fn paragraph(label: Label, text: Text, id: Id) -> Self {
        Self {
            heading: None,
            label,
            text,
            suffix: String::new(),
            end: "",
            capital: false,
            run_in: false,
            basis: false,
            cells: Vec::new(),
            place: Place::Thing(id),
        }
    }

    fn heading(path: Vec<u32>, text: Text, id: Id) -> Self {
        Self { heading: Some(path.len()), ..Self::paragraph(Label::Number(path), text, id) }
    }

    /// Whether it is a heading.
    pub fn is_heading(&self) -> bool {
        self.heading.is_some()
    }

    /// Whether a heading may take it into its own line: a mark or number of its own would stand in the middle.
    pub fn can_run_on(&self) -> bool {
        self.label == Label::None
    }
}

/// The plan in reading order, from the preamble to the closing.
pub fn flow(dossier: &Dossier) -> Vec<Item> {
    let mut walker = Walker { dossier, items: Vec::new() };
    let mut outside = Counter::default();
    walker.blocks(&dossier.plan.preamble, &mut outside);
    for (at, part) in dossier.plan.outline.iter().enumerate() {
        walker.part(part, vec![at as u32 + 1]);
    }
    walker.blocks(&dossier.plan.closing, &mut outside);
    walker.items
}

/// The numbers given out below one heading.
#[derive(Default)]
struct Counter {
    path: Vec<u32>,
    given: u32,
}

impl Counter {
    fn next(&mut self) -> Vec<u32> {
        self.given += 1;
        let mut path = self.path.clone();
        // A plan without parts numbers its paragraphs "1.", as below a heading.
        if path.is_empty() {
            path.push(1);
        }
        path.push(self.given);
        path
    }
}

struct Walker<'a> {
    dossier: &'a Dossier,
    items: Vec<Item>,
}

impl Walker<'_> {
    fn part(&mut self, part: &Part, path: Vec<u32>) {
        self.items.push(Item { run_in: part.run_in, ..Item::heading(path.clone(), part.heading.clone(), part.id) });
        let mut counter = Counter { path, given: 0 };
        self.blocks(&part.blocks, &mut counter);
        for sub in &part.parts {
            let path = counter.next();
            self.part(sub, path);
        }
        self.blocks(&part.after, &mut counter);
    }

    fn blocks(&mut self, blocks: &[Block], counter: &mut Counter) {
        // Free paragraphs with the same mark count on from each other; anything between starts the count anew.
        let (mut marker, mut given) = (Marker::None, 0);
        for block in blocks {
            if block.marker != marker || block.bound_kind().is_some() {
                (marker, given) = (block.marker, 0);
            }
            match &block.content {
                BlockContent::Words(text) => {
                    let label = label(block.marker, counter, &mut given);
                    self.items.push(Item::paragraph(label, text.clone(), block.id));
                }
                BlockContent::Bound { bound, layout, wordings } => {
                    Listing { walker: self, block, wordings, given: 0 }.list(*bound, *layout, counter)
                }
            }
        }
    }
}

/// The next label of a marker: `Number` counts with the part, letters and brackets within their block.
fn label(marker: Marker, counter: &mut Counter, given: &mut u32) -> Label {
    match marker {
        Marker::None => Label::None,
        Marker::Dash => Label::Dash,
        Marker::Plus => Label::Plus,
        Marker::Number => Label::Number(counter.next()),
        Marker::Paren => {
            *given += 1;
            Label::Paren(*given)
        }
        Marker::Letter => {
            *given += 1;
            Label::Letter(*given - 1)
        }
    }
}

/// One bound block being spelled out.
struct Listing<'a, 'b> {
    walker: &'a mut Walker<'b>,
    block: &'a Block,
    wordings: &'a [(Id, Text)],
    given: u32,
}

impl Listing<'_, '_> {
    fn list(&mut self, bound: Bound, layout: Layout, counter: &mut Counter) {
        let plan = &self.walker.dossier.plan;
        match bound {
            Bound::LegalBases => self.legal_bases(),
            Bound::Subjects => {
                self.subjects(plan.subjects.iter().filter(|subject| subject.conference.is_none()), counter)
            }
            Bound::Methods => self.subjects(plan.methods.iter(), counter),
            Bound::ConferenceSubjects => self.conference_subjects(layout, counter),
            Bound::ConferenceAudiences
            | Bound::ConferenceTimes
            | Bound::ConferenceVenues
            | Bound::ConferenceTimesAndVenues => match layout {
                Layout::Table => self.schedule(),
                Layout::Items | Layout::Headings => self.conferences(bound, counter),
            },
            Bound::Circles => {
                for circle in &plan.circles {
                    self.circle(circle, layout, counter);
                }
            }
            Bound::Circle(id) => {
                if let Some(circle) = plan.circles.iter().find(|circle| circle.id == id) {
                    self.participants(circle, self.block.marker, counter);
                }
            }
            Bound::Total => {
                let text = self.worded(self.block.id, wording::total);
                let label = self.label(counter);
                self.walker.items.push(Item { place: Place::Total, ..Item::paragraph(label, text, self.block.id) });
            }
            Bound::Agenda => self.agenda(counter),
            Bound::Collecting => {
                for text in wording::collecting(self.walker.dossier) {
                    let label = self.label(counter);
                    self.walker
                        .items
                        .push(Item { place: Place::Collecting, ..Item::paragraph(label, text, self.block.id) });
                }
            }
            Bound::Assignments(stage) => {
                for assignment in plan.assignments.iter().filter(|assignment| assignment.stage == stage) {
                    self.assignment(assignment, counter);
                }
            }
        }
    }

    fn label(&mut self, counter: &mut Counter) -> Label {
        label(self.block.marker, counter, &mut self.given)
    }

    /// The wording that the officer gave a fact here, else the default one.
    fn worded(&self, id: Id, default: impl FnOnce() -> Text) -> Text {
        self.wordings.iter().find(|(of, _)| *of == id).map_or_else(default, |(_, text)| text.bind(id))
    }

    /// Adds paragraphs of a list, each closed by a semicolon and the last by a full stop unless the officer wrote
    /// something else.
    fn close_list(&mut self, from: usize) {
        let count = self.walker.items.len();
        for (at, item) in self.walker.items.iter_mut().enumerate().skip(from).filter(|(_, item)| !item.is_heading()) {
            item.end = if at + 1 == count { "." } else { ";" };
        }
    }

    fn legal_bases(&mut self) {
        let dossier = self.walker.dossier;
        let last = dossier.plan.citations.len();
        for (at, citation) in dossier.plan.citations.iter().enumerate() {
            let text = self.worded(citation.id, || wording::basis(citation.id));
            let end = if at + 1 == last { "." } else { ";" };
            self.walker.items.push(Item { end, basis: true, ..Item::paragraph(Label::None, text, citation.id) });
        }
    }

    fn subjects<'s>(&mut self, subjects: impl Iterator<Item = &'s Subject>, counter: &mut Counter) {
        let from = self.walker.items.len();
        for subject in subjects {
            let label = self.label(counter);
            let announces = if subject.fields.is_empty() { "" } else { ":" };
            self.walker.items.push(Item { end: announces, ..Item::paragraph(label, subject.text.clone(), subject.id) });
            for field in &subject.fields {
                self.walker.items.push(Item::paragraph(Label::Plus, field.clone(), subject.id));
            }
        }
        let count = self.walker.items.len();
        for (at, item) in self.walker.items.iter_mut().enumerate().skip(from).filter(|(_, item)| item.end.is_empty()) {
            item.end = if at + 1 == count { "." } else { ";" };
        }
    }

    fn conference_subjects(&mut self, layout: Layout, counter: &mut Counter) {
        let plan = &self.walker.dossier.plan;
        for conference in &plan.conferences {
            let own: Vec<&Subject> =
                plan.subjects.iter().filter(|subject| subject.conference == Some(conference.id)).collect();
            if own.is_empty() && self.wordings.iter().all(|(id, _)| *id != conference.id) {
                continue;
            }
            let text = self.worded(conference.id, || {
                default_wording(Bound::ConferenceSubjects, conference, plan.conferences.len())
            });
            match layout {
                Layout::Headings => {
                    self.walker.items.push(Item { capital: true, ..Item::heading(counter.next(), text, conference.id) })
                }
                Layout::Items | Layout::Table => self.walker.items.push(Item {
                    capital: true,
                    end: ":",
                    ..Item::paragraph(Label::Dash, text, conference.id)
                }),
            }
            self.subjects(own.into_iter(), counter);
        }
    }

    fn conferences(&mut self, bound: Bound, counter: &mut Counter) {
        let plan = &self.walker.dossier.plan;
        let from = self.walker.items.len();
        for conference in &plan.conferences {
            let text = self.worded(conference.id, || default_wording(bound, conference, plan.conferences.len()));
            let label = self.label(counter);
            self.walker.items.push(Item { capital: true, ..Item::paragraph(label, text, conference.id) });
        }
        self.close_list(from);
    }

    /// The conferences as rows: with whom, when, where.
    fn schedule(&mut self) {
        for conference in &self.walker.dossier.plan.conferences {
            let item = Item::paragraph(Label::None, Text::default(), conference.id);
            self.walker.items.push(Item { cells: wording::schedule_row(conference), ..item });
        }
    }

    fn circle(&mut self, circle: &Circle, layout: Layout, counter: &mut Counter) {
        let suffix =
            circle.quota.as_ref().map(|quota| format!(" ({})", slots::quota_words(quota, false))).unwrap_or_default();
        match layout {
            Layout::Headings => {
                self.walker
                    .items
                    .push(Item { suffix, ..Item::heading(counter.next(), circle.heading.clone(), circle.id) });
                self.participants(circle, self.block.marker, counter);
            }
            Layout::Items | Layout::Table => {
                let label = self.label(counter);
                // One line: the circle's name, and those who belong to it.
                let mut text = circle.heading.clone();
                text.push_words(&suffix);
                let from = self.walker.items.len();
                match circle.participants.as_slice() {
                    [] => self.walker.items.push(Item::paragraph(label, text, circle.id)),
                    [only] if !only.who.is_blank() => {
                        text.push_words(": ");
                        text.push(&participant_text(only));
                        self.walker.items.push(Item::paragraph(label, text, circle.id));
                    }
                    _ => {
                        self.walker.items.push(Item { end: ":", ..Item::paragraph(label, text, circle.id) });
                        return self.participants(circle, Marker::Plus, counter);
                    }
                }
                self.close_list(from);
            }
        }
    }

    fn participants(&mut self, circle: &Circle, marker: Marker, counter: &mut Counter) {
        let from = self.walker.items.len();
        for participant in &circle.participants {
            let label = label(marker, counter, &mut self.given);
            self.walker
                .items
                .push(Item { capital: true, ..Item::paragraph(label, participant_text(participant), participant.id) });
        }
        self.close_list(from);
    }

    fn agenda(&mut self, counter: &mut Counter) {
        let agenda = &self.walker.dossier.plan.agenda;
        let from = self.walker.items.len();
        for (item, time) in agenda.items.iter().zip(agenda.clock_times()) {
            let label = self.label(counter);
            let mut text = Text::default();
            if let Some(time) = time {
                text.push_words(&format!("{:02} giờ {:02}: ", time.hour, time.minute));
            }
            text.push(&item.text);
            let text = if item.text.is_blank() { Text::default() } else { text };
            self.walker.items.push(Item { capital: true, ..Item::paragraph(label, text, item.id) });
        }
        self.close_list(from);
    }

    fn assignment(&mut self, assignment: &Assignment, counter: &mut Counter) {
        let path = counter.next();
        match assignment.layout {
            AssignmentLayout::Headed | AssignmentLayout::RunIn => {
                let run_in = assignment.layout == AssignmentLayout::RunIn;
                self.walker
                    .items
                    .push(Item { run_in, ..Item::heading(path, assignment.agency.clone(), assignment.id) });
                let from = self.walker.items.len();
                for (at, task) in assignment.tasks.iter().enumerate() {
                    let label = if run_in && at == 0 { Label::None } else { self.label(counter) };
                    self.task(task, label);
                }
                self.close_list(from);
            }
            AssignmentLayout::Sentence => {
                let from = self.walker.items.len();
                let mut tasks = assignment.tasks.iter();
                let mut text = Text::default();
                let own = Fact::Agency(assignment.id);
                let first = tasks.next();
                if first.is_none_or(|task| task.text.slots().all(|slot| slot.fact != own)) {
                    text.push_slot(own, Form::Capital);
                    text.push_words(" ");
                }
                if let Some(first) = first {
                    text.push(&task_text(first));
                }
                self.walker
                    .items
                    .push(Item { capital: true, ..Item::paragraph(Label::Number(path), text, assignment.id) });
                for task in tasks {
                    let label = self.label(counter);
                    self.task(task, label);
                }
                self.close_list(from);
            }
        }
    }

    fn task(&mut self, task: &Task, label: Label) {
        self.walker.items.push(Item { capital: true, ..Item::paragraph(label, task_text(task), task.id) });
    }
}

/// A participant's line; a quota without a slot of its own follows in brackets.
pub(in crate::papers) fn participant_text(participant: &Participant) -> Text {
    let mut text = participant.who.clone();
    let fact = Fact::Quota(participant.id);
    if participant.quota.is_some() && text.slots().all(|slot| slot.fact != fact) {
        text.push_words(" (");
        text.push_slot(fact, Form::Plain);
        text.push_words(")");
    }
    text
}

/// A task's sentence; deadlines without a slot of their own follow in brackets.
fn task_text(task: &Task) -> Text {
    let mut text = task.text.clone();
    let missing: Vec<Id> = task
        .deadlines
        .iter()
        .filter(|deadline| text.slots().all(|slot| slot.fact != Fact::Deadline(deadline.id)))
        .map(|deadline| deadline.id)
        .collect();
    if missing.is_empty() || text.is_blank() {
        return text;
    }
    text.trim_stop();
    text.push_words(" (");
    for (at, id) in missing.into_iter().enumerate() {
        if at > 0 {
            text.push_words("; ");
        }
        text.push_slot(Fact::Deadline(id), Form::Plain);
    }
    text.push_words(")");
    text
}
