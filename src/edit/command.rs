//! Every change that a dossier can undergo.

use thiserror::Error;

use super::ListEdit;
use crate::dossier::{Dossier, Settings};
use crate::form::{Form, FormBlock};
use crate::id::Id;
use crate::organ::{Organ, Signatory};
use crate::paper::{OwnPaper, PaperKind};
use crate::plan::{
    AgendaItem, Assignment, Block, Circle, Citation, Collecting, Conference, Limit, Part, Recipient, Registration,
    Subject,
};
use crate::proceedings::{Invitee, Opinion, Proceedings, Resolution, VillageCount};
use crate::text::Text;
use crate::words::Clock;

/// Why a command was not carried out; the dossier is unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refused {
    /// What it is about is not there any more.
    #[error("no thing has the identity {0}")]
    Gone(Id),
    /// The identity is in use.
    #[error("the identity {0} is taken")]
    Taken(Id),
}

/// Where a list of blocks stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockList {
    /// Between title and first part.
    Preamble,
    /// In a part, before its sub-parts.
    Part(Id),
    /// In a part, after its sub-parts.
    PartAfter(Id),
    /// After the last part.
    Closing,
}

/// A change of a dossier.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// The name in the list of drafts.
    Rename(String),
    /// Year, format, printing on both sides.
    SetSettings(Settings),
    /// Number, place, date, mark of a draft.
    SetRegistration(Registration),
    /// The title.
    SetTitle(Text),
    /// The name of the event.
    SetEvent(Text),
    /// The collecting of opinions.
    SetCollecting(Collecting),
    /// When the agenda begins.
    SetAgendaStart(Option<Clock>),
    /// Where the plan is filed.
    SetFiled(String),
    /// The issuing organs.
    Organs(ListEdit<Organ>),
    /// The legal bases.
    Citations(ListEdit<Citation>),
    /// The subjects of the dialogue.
    Subjects(ListEdit<Subject>),
    /// The sentences on method.
    Methods(ListEdit<Subject>),
    /// The conferences.
    Conferences(ListEdit<Conference>),
    /// The circles of participants.
    Circles(ListEdit<Circle>),
    /// The agenda.
    Agenda(ListEdit<AgendaItem>),
    /// The limits.
    Limits(ListEdit<Limit>),
    /// The assignments.
    Assignments(ListEdit<Assignment>),
    /// The recipients.
    Recipients(ListEdit<Recipient>),
    /// The signatures.
    Signatories(ListEdit<Signatory>),
    /// The parts below a part, or those of the first level.
    Parts(Option<Id>, ListEdit<Part>),
    /// The blocks of a place in the outline.
    Blocks(BlockList, ListEdit<Block>),
    /// The forms.
    Forms(ListEdit<Form>),
    /// A form but for its blocks, which stay as they are.
    SetForm(Box<Form>),
    /// The blocks of a form.
    FormBlocks(Id, ListEdit<FormBlock>),
    /// What a paper has of its own, all of it; one whose everything is default has nothing, and is not kept.
    SetPaper(PaperKind, Box<OwnPaper>),
    /// What became known around the conference but for its four lists, which stay as they are.
    SetProceedings(Box<Proceedings>),
    /// Who is invited by name.
    Invitees(ListEdit<Invitee>),
    /// What was raised.
    Opinions(ListEdit<Opinion>),
    /// What was counted.
    Counts(ListEdit<VillageCount>),
    /// What was concluded.
    Resolutions(ListEdit<Resolution>),
    /// Another dossier in the place of this one: a file opened over it, a step remembered across a reload.
    Replace(Box<Dossier>),
    /// Several at once: one step to the officer.
    Batch(Vec<Command>),
}

impl Command {
    /// Changes the dossier; returns the command that takes the change back.
    ///
    /// # Errors
    /// Where what it is about is not there. The dossier is then unchanged.
    pub fn apply(self, dossier: &mut Dossier) -> Result<Self, Refused> {
        use std::mem::{replace, take};
        let plan = &mut dossier.plan;
        Ok(match self {
            Self::Replace(other) => Self::Replace(Box::new(replace(dossier, *other))),
            Self::Rename(name) => Self::Rename(replace(&mut dossier.name, name)),
            Self::SetSettings(settings) => Self::SetSettings(replace(&mut dossier.settings, settings)),
            Self::SetRegistration(registration) => Self::SetRegistration(replace(&mut plan.registration, registration)),
            Self::SetTitle(title) => Self::SetTitle(replace(&mut plan.title, title)),
            Self::SetEvent(event) => Self::SetEvent(replace(&mut plan.event, event)),
            Self::SetCollecting(collecting) => Self::SetCollecting(replace(&mut plan.collecting, collecting)),
            Self::SetAgendaStart(start) => Self::SetAgendaStart(replace(&mut plan.agenda.start, start)),
            Self::SetFiled(filed) => Self::SetFiled(replace(&mut plan.recipients.filed, filed)),
            Self::Organs(edit) => Self::Organs(edit.apply(&mut plan.organs)?),
            Self::Citations(edit) => Self::Citations(edit.apply(&mut plan.citations)?),
            Self::Subjects(edit) => Self::Subjects(edit.apply(&mut plan.subjects)?),
            Self::Methods(edit) => Self::Methods(edit.apply(&mut plan.methods)?),
            Self::Conferences(edit) => Self::Conferences(edit.apply(&mut plan.conferences)?),
            Self::Circles(edit) => Self::Circles(edit.apply(&mut plan.circles)?),
            Self::Agenda(edit) => Self::Agenda(edit.apply(&mut plan.agenda.items)?),
            Self::Limits(edit) => Self::Limits(edit.apply(&mut plan.limits)?),
            Self::Assignments(edit) => Self::Assignments(edit.apply(&mut plan.assignments)?),
            Self::Recipients(edit) => Self::Recipients(edit.apply(&mut plan.recipients.lines)?),
            Self::Signatories(edit) => Self::Signatories(edit.apply(&mut plan.signatories)?),
            Self::Parts(parent, edit) => Self::Parts(parent, edit.apply(parts_below(&mut plan.outline, parent)?)?),
            Self::Blocks(list, edit) => {
                let blocks = match list {
                    BlockList::Preamble => &mut plan.preamble,
                    BlockList::Closing => &mut plan.closing,
                    BlockList::Part(id) => &mut part_mut(&mut plan.outline, id).ok_or(Refused::Gone(id))?.blocks,
                    BlockList::PartAfter(id) => &mut part_mut(&mut plan.outline, id).ok_or(Refused::Gone(id))?.after,
                };
                Self::Blocks(list, edit.apply(blocks)?)
            }
            Self::Forms(edit) => Self::Forms(edit.apply(&mut dossier.forms)?),
            Self::SetForm(mut form) => {
                let id = form.id;
                let now = dossier.forms.iter_mut().find(|now| now.id == id).ok_or(Refused::Gone(id))?;
                // The blocks go along, so that the reverse leaves them as they are then.
                std::mem::swap(&mut form.blocks, &mut now.blocks);
                let mut before = replace(now, *form);
                before.blocks = Vec::new();
                Self::SetForm(Box::new(before))
            }
            Self::FormBlocks(form, edit) => {
                let found = dossier.forms.iter_mut().find(|now| now.id == form).ok_or(Refused::Gone(form))?;
                Self::FormBlocks(form, edit.apply(&mut found.blocks)?)
            }
            Self::SetPaper(kind, own) => {
                let before = if *own == OwnPaper::default() {
                    dossier.papers.remove(&kind)
                } else {
                    dossier.papers.insert(kind, *own)
                };
                Self::SetPaper(kind, Box::new(before.unwrap_or_default()))
            }
            Self::SetProceedings(mut proceedings) => {
                let now = &mut dossier.proceedings;
                // The lists go along, so that the reverse leaves them as they are then.
                proceedings.invitees = take(&mut now.invitees);
                proceedings.opinions = take(&mut now.opinions);
                proceedings.counts = take(&mut now.counts);
                proceedings.resolutions = take(&mut now.resolutions);
                Self::SetProceedings(Box::new(replace(now, *proceedings)))
            }
            Self::Invitees(edit) => Self::Invitees(edit.apply(&mut dossier.proceedings.invitees)?),
            Self::Opinions(edit) => Self::Opinions(edit.apply(&mut dossier.proceedings.opinions)?),
            Self::Counts(edit) => Self::Counts(edit.apply(&mut dossier.proceedings.counts)?),
            Self::Resolutions(edit) => Self::Resolutions(edit.apply(&mut dossier.proceedings.resolutions)?),
            Self::Batch(commands) => apply_all(commands, dossier)?,
        })
    }
}

impl Command {
    /// The one thing of a list whose own values change, where nothing else does; so that whoever shows the others
    /// need not look again.
    pub fn touches(&self) -> Option<Id> {
        fn set<T: crate::id::Keyed + Clone>(edit: &ListEdit<T>) -> Option<Id> {
            matches!(edit, ListEdit::Set { .. }).then(|| edit.id())
        }
        match self {
            Self::Organs(edit) => set(edit),
            Self::Citations(edit) => set(edit),
            Self::Subjects(edit) | Self::Methods(edit) => set(edit),
            Self::Conferences(edit) => set(edit),
            Self::Circles(edit) => set(edit),
            Self::Agenda(edit) => set(edit),
            Self::Limits(edit) => set(edit),
            Self::Assignments(edit) => set(edit),
            Self::Recipients(edit) => set(edit),
            Self::Signatories(edit) => set(edit),
            Self::FormBlocks(_, edit) => set(edit),
            Self::Invitees(edit) => set(edit),
            Self::Opinions(edit) => set(edit),
            Self::Counts(edit) => set(edit),
            Self::Resolutions(edit) => set(edit),
            _ => None,
        }
    }
}

/// Applies all or none.
fn apply_all(commands: Vec<Command>, dossier: &mut Dossier) -> Result<Command, Refused> {
    let mut reverses = Vec::with_capacity(commands.len());
    for command in commands {
        match command.apply(dossier) {
            Ok(reverse) => reverses.push(reverse),
            Err(refused) => {
                for reverse in reverses.into_iter().rev() {
                    // What was just done can be taken back: nothing came between.
                    let _ = reverse.apply(dossier);
                }
                return Err(refused);
            }
        }
    }
    reverses.reverse();
    Ok(Command::Batch(reverses))
}

fn parts_below(outline: &mut Vec<Part>, parent: Option<Id>) -> Result<&mut Vec<Part>, Refused> {
    match parent {
        None => Ok(outline),
        Some(id) => part_mut(outline, id).map(|part| &mut part.parts).ok_or(Refused::Gone(id)),
    }
}

fn part_mut(parts: &mut [Part], id: Id) -> Option<&mut Part> {
    for part in parts {
        if part.id == id {
            return Some(part);
        }
        if let Some(found) = part_mut(&mut part.parts, id) {
            return Some(found);
        }
    }
    None
}
