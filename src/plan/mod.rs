//! The plan (kế hoạch): its facts, and the outline that puts them into words.
//!
//! Facts stand in flat lists with identities; the outline's bound blocks list them, and slots in any text print them.
//! So parts can be reordered, renamed and added without losing a binding. Knows no paper and no format.

mod agenda;
mod assignment;
mod citation;
mod collecting;
mod conference;
mod outline;
mod participants;
mod recipients;

pub use agenda::{Agenda, AgendaItem};
pub use assignment::{Assignment, AssignmentLayout, Deadline, Stage, Task};
pub use citation::Citation;
pub use collecting::Collecting;
pub use conference::{ANNOUNCE_DAYS, Conference, ConferenceKind, Limit, LimitKind, PUBLISH_DAYS, Subject, Venue};
pub use outline::{Block, BlockContent, Bound, Layout, Marker, Part};
pub use participants::{Amount, Circle, Participant, Quota, Role};
pub use recipients::{Recipient, Recipients};

use chrono::NaiveDate;

use crate::organ::{Organ, Signatory};
use crate::text::Text;

/// The number, place and date of a paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Registration {
    /// The number in the register; none on a draft.
    pub number: Option<u32>,
    /// The symbol where it is not the derived one (kind and organs).
    pub symbol: String,
    /// The place where it is not the organ's own.
    pub place: String,
    /// The date of issue; none on a draft.
    pub issued: Option<NaiveDate>,
    /// The round of the draft that is marked `DỰ THẢO`; none where the paper bears no mark. 0 marks without a round.
    pub draft_round: Option<u32>,
}

/// A plan: who issues it, what it holds, who gets and who signs it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The issuing organs: one, or two that issue jointly. The first invites and keeps the register.
    pub organs: Vec<Organ>,
    /// Number, place, date.
    pub registration: Registration,
    /// The title (trích yếu), without the word "Kế hoạch".
    pub title: Text,
    /// The name of the event, as other papers call it.
    pub event: Text,
    /// Legal bases.
    pub citations: Vec<Citation>,
    /// What stands between title and first part.
    pub preamble: Vec<Block>,
    /// The parts.
    pub outline: Vec<Part>,
    /// What stands after the last part.
    pub closing: Vec<Block>,
    /// What the dialogue is about.
    pub subjects: Vec<Subject>,
    /// How the dialogue is held, a sentence each.
    pub methods: Vec<Subject>,
    /// The conferences and village rounds, in the order in which papers list them.
    pub conferences: Vec<Conference>,
    /// The participants, in circles.
    pub circles: Vec<Circle>,
    /// The agenda.
    pub agenda: Agenda,
    /// How opinions are collected beforehand.
    pub collecting: Collecting,
    /// Limits that hold for the whole plan.
    pub limits: Vec<Limit>,
    /// Who does what, by when.
    pub assignments: Vec<Assignment>,
    /// Who receives the plan.
    pub recipients: Recipients,
    /// Who signs; one block for each organ of a joint plan, the inviting organ's last (on the right).
    pub signatories: Vec<Signatory>,
}

impl Plan {
    /// Visits every text of the plan: facts, outline, preamble and closing, changed wordings included.
    pub fn texts<'a>(&'a self, visit: &mut impl FnMut(&'a Text)) {
        visit(&self.title);
        visit(&self.event);
        for block in self.blocks() {
            match &block.content {
                BlockContent::Words(text) => visit(text),
                BlockContent::Bound { wordings, .. } => wordings.iter().for_each(|(_, text)| visit(text)),
            }
        }
        for part in &self.outline {
            part.walk(&mut |part| visit(&part.heading));
        }
        for subject in self.subjects.iter().chain(&self.methods) {
            visit(&subject.text);
            subject.fields.iter().for_each(&mut *visit);
        }
        for conference in &self.conferences {
            visit(&conference.name);
            visit(&conference.audience);
            if let Venue::At(venue) = &conference.venue {
                visit(venue);
            }
        }
        for circle in &self.circles {
            visit(&circle.heading);
            circle.participants.iter().for_each(|line| visit(&line.who));
        }
        self.agenda.items.iter().for_each(|item| visit(&item.text));
        let collecting = &self.collecting;
        [&collecting.form_title, &collecting.handed_out_by, &collecting.handed_out_to, &collecting.merged_by]
            .into_iter()
            .for_each(&mut *visit);
        for assignment in &self.assignments {
            visit(&assignment.agency);
            assignment.tasks.iter().for_each(|task| visit(&task.text));
        }
    }
}
