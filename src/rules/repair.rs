//! Repairs that several rules share.

use crate::dossier::Dossier;
use crate::edit::{Command, ListEdit};
use crate::id::Id;
use crate::plan::Task;
use crate::words::When;

/// The command that sets when a limit or a deadline is.
pub fn set_when(dossier: &Dossier, id: Id, when: When) -> Option<Command> {
    let plan = &dossier.plan;
    if let Some(limit) = plan.limits.iter().find(|limit| limit.id == id) {
        let mut item = limit.clone();
        item.when = when;
        return Some(Command::Limits(ListEdit::Set { item }));
    }
    let mut assignments = plan.assignments.iter();
    let has = |task: &Task| task.deadlines.iter().any(|deadline| deadline.id == id);
    let mut item = assignments.find(|assignment| assignment.tasks.iter().any(has))?.clone();
    let mut deadlines = item.tasks.iter_mut().flat_map(|task| &mut task.deadlines);
    deadlines.find(|deadline| deadline.id == id)?.when = when;
    Some(Command::Assignments(ListEdit::Set { item }))
}
