//! The lists of a plan, each with the command that changes it and the name of that step.

use doi_thoai::edit::{Command, ListEdit};
use doi_thoai::organ::{Organ, Signatory};
use doi_thoai::plan::{AgendaItem, Assignment, Circle, Citation, Conference, Limit, Plan, Recipient, Subject};

/// A list of a plan.
pub struct ListOf<T: 'static> {
    /// The list.
    pub get: fn(&Plan) -> &Vec<T>,
    /// The command that changes it.
    pub command: fn(ListEdit<T>) -> Command,
    /// The name of a change, for undo.
    pub name: &'static str,
}

impl<T> Clone for ListOf<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for ListOf<T> {}

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident: $kind:ty = $field:ident$(.$inner:ident)?, $command:ident, $code:literal;)+) => { $(
        $(#[$doc])*
        pub const $name: ListOf<$kind> = ListOf { get: |plan| &plan.$field$(.$inner)?, command: Command::$command, name: $code };
    )+ };
}

lists! {
    /// The issuing organs.
    ORGANS: Organ = organs, Organs, "organ";
    /// The legal bases.
    CITATIONS: Citation = citations, Citations, "citation";
    /// The subjects.
    SUBJECTS: Subject = subjects, Subjects, "subject";
    /// The sentences on method.
    METHODS: Subject = methods, Methods, "method";
    /// The conferences.
    CONFERENCES: Conference = conferences, Conferences, "conference";
    /// The circles of participants.
    CIRCLES: Circle = circles, Circles, "circle";
    /// The agenda.
    AGENDA: AgendaItem = agenda.items, Agenda, "agenda";
    /// The limits.
    LIMITS: Limit = limits, Limits, "limit";
    /// The assignments.
    ASSIGNMENTS: Assignment = assignments, Assignments, "assignment";
    /// The recipients.
    RECIPIENTS: Recipient = recipients.lines, Recipients, "recipient";
    /// The signatures.
    SIGNATORIES: Signatory = signatories, Signatories, "signatory";
}
