//! The steps of the wizard, and which of them asks for a place on the paper.

use doi_thoai::document::{Document, Mark};
use doi_thoai::id::{Id, Keyed};
use doi_thoai::papers::Place;
use doi_thoai::plan::{Block, Plan};

use crate::locales::Messages;

/// One step: one subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// Organ, number, date, title.
    Organ,
    /// Legal bases.
    Bases,
    /// Purposes and requirements.
    Purpose,
    /// Subjects and method.
    Content,
    /// Conferences.
    Conferences,
    /// Participants.
    Participants,
    /// Agenda.
    Agenda,
    /// Collecting opinions.
    Collecting,
    /// Assignments.
    Assignments,
    /// Recipients and signature.
    Recipients,
    /// Outline and free words.
    Outline,
    /// What is still missing.
    Check,
}

impl Step {
    /// All steps in order.
    pub const ALL: [Self; 12] = [
        Self::Organ,
        Self::Bases,
        Self::Purpose,
        Self::Content,
        Self::Conferences,
        Self::Participants,
        Self::Agenda,
        Self::Collecting,
        Self::Assignments,
        Self::Recipients,
        Self::Outline,
        Self::Check,
    ];

    /// Its place among the steps, from 0.
    pub fn index(self) -> usize {
        Self::ALL.iter().position(|step| *step == self).unwrap_or(0)
    }

    /// The step that many further; none past the ends.
    pub fn further(self, by: isize) -> Option<Self> {
        self.index().checked_add_signed(by).and_then(|at| Self::ALL.get(at)).copied()
    }

    /// Its name.
    pub fn title(self, messages: &Messages) -> &'static str {
        match self {
            Self::Organ => messages.step_organ,
            Self::Bases => messages.step_bases,
            Self::Purpose => messages.step_purpose,
            Self::Content => messages.step_content,
            Self::Conferences => messages.step_conferences,
            Self::Participants => messages.step_participants,
            Self::Agenda => messages.step_agenda,
            Self::Collecting => messages.step_collecting,
            Self::Assignments => messages.step_assignments,
            Self::Recipients => messages.step_recipients,
            Self::Outline => messages.step_outline,
            Self::Check => messages.step_check,
        }
    }

    /// The step that asks for what a mark on the paper stands for.
    pub fn of(plan: &Plan, mark: Mark) -> Self {
        match Place::of(mark) {
            Some(Place::Thing(id)) => Self::of_thing(plan, id),
            Some(Place::Collecting) => Self::Collecting,
            Some(Place::Total) => Self::Participants,
            Some(Place::Agenda) => Self::Agenda,
            Some(Place::Filed | Place::Signature) => Self::Recipients,
            _ => Self::Organ,
        }
    }

    fn of_thing(plan: &Plan, id: Id) -> Self {
        fn has<T: Keyed>(list: &[T], id: Id) -> bool {
            list.iter().any(|item| item.id() == id)
        }
        let task = |id| {
            plan.assignments
                .iter()
                .flat_map(|assignment| &assignment.tasks)
                .any(|task| task.id == id || has(&task.deadlines, id))
        };
        let line = |id| plan.circles.iter().any(|circle| has(&circle.participants, id));
        match id {
            _ if has(&plan.organs, id) => Self::Organ,
            _ if has(&plan.citations, id) => Self::Bases,
            _ if has(&plan.subjects, id) || has(&plan.methods, id) => Self::Content,
            _ if has(&plan.conferences, id) || has(&plan.limits, id) => Self::Conferences,
            _ if has(&plan.circles, id) || line(id) => Self::Participants,
            _ if has(&plan.agenda.items, id) => Self::Agenda,
            _ if has(&plan.assignments, id) || task(id) => Self::Assignments,
            _ if has(&plan.recipients.lines, id) || has(&plan.signatories, id) => Self::Recipients,
            // Headings are worded in the outline, what stands under them here.
            _ if purpose_parts(plan).iter().any(|part| part_has(part, id)) => Self::Purpose,
            _ => Self::Outline,
        }
    }

    /// How many questions each step has whose answer the paper lacks.
    pub fn holes(plan: &Plan, paper: &Document) -> [usize; 12] {
        let mut holes = [0; 12];
        for (mark, _) in paper.gaps() {
            holes[Self::of(plan, mark).index()] += 1;
        }
        holes
    }
}

/// Whether a block stands in a part.
fn part_has(part: &doi_thoai::plan::Part, id: Id) -> bool {
    let mut found = false;
    part.walk(&mut |part| found |= part.own_blocks().any(|block| block.id == id));
    found
}

/// The parts that hold words alone, before any that lists facts: purposes and requirements.
pub fn purpose_parts(plan: &Plan) -> Vec<&doi_thoai::plan::Part> {
    let words_alone = |part: &&doi_thoai::plan::Part| {
        let mut alone = true;
        part.walk(&mut |part| alone &= part.own_blocks().all(|block: &Block| block.bound_kind().is_none()));
        alone
    };
    plan.outline.iter().take_while(words_alone).collect()
}
