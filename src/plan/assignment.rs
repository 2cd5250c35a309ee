//! Who does what, by when (tổ chức thực hiện).

use crate::id::{Id, keyed};
use crate::text::Text;
use crate::words::When;

/// In which part of the plan an assignment stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Stage {
    /// In a part of its own on preparing the conference.
    Preparation,
    /// In the part on carrying out the plan.
    #[default]
    Execution,
}

/// How an assignment is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum AssignmentLayout {
    /// The agency as a numbered heading, its tasks below.
    #[default]
    Headed,
    /// The agency as a numbered heading that the first task runs on from, after a colon.
    RunIn,
    /// A numbered sentence: the agency begins it, or stands where the sentence has its slot.
    Sentence,
}

/// A limit of a task.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deadline {
    /// Identity within the dossier.
    pub id: Id,
    /// By when.
    pub when: When,
}

keyed!(Deadline);

/// One task: a bullet or a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Task {
    /// Identity within the dossier.
    pub id: Id,
    /// What is to be done. A slot prints a deadline where the sentence has it; one without a slot follows at the end.
    pub text: Text,
    /// By when; a task may have several limits.
    pub deadlines: Vec<Deadline>,
}

keyed!(Task);

/// The tasks of one agency or person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assignment {
    /// Identity within the dossier.
    pub id: Id,
    /// Who: an agency, or a person by office.
    pub agency: Text,
    /// Where it stands.
    pub stage: Stage,
    /// How it is set.
    pub layout: AssignmentLayout,
    /// What.
    pub tasks: Vec<Task>,
}

keyed!(Assignment);
