//! The lists of a dossier, each with the command that changes it and the name of that step.

use doi_thoai::dossier::Dossier;
use doi_thoai::edit::{Command, ListEdit};
use doi_thoai::organ::{Organ, Signatory};
use doi_thoai::plan::{AgendaItem, Assignment, Circle, Citation, Conference, Limit, Recipient, Subject};
use doi_thoai::proceedings::{Invitee, Opinion, Resolution, VillageCount};

/// A list of a dossier.
pub struct ListOf<T: 'static> {
    /// The list.
    pub get: fn(&Dossier) -> &Vec<T>,
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
    ($($(#[$doc:meta])* $name:ident: $kind:ty = $field:ident.$inner:ident$(.$innermost:ident)?, $command:ident, $code:literal;)+) => { $(
        $(#[$doc])*
        pub const $name: ListOf<$kind> = ListOf { get: |dossier| &dossier.$field.$inner$(.$innermost)?, command: Command::$command, name: $code };
    )+ };
}

lists! {
    /// The issuing organs.
    ORGANS: Organ = plan.organs, Organs, "organ";
    /// The legal bases.
    CITATIONS: Citation = plan.citations, Citations, "citation";
    /// The subjects.
    SUBJECTS: Subject = plan.subjects, Subjects, "subject";
    /// The sentences on method.
    METHODS: Subject = plan.methods, Methods, "method";
    /// The conferences.
    CONFERENCES: Conference = plan.conferences, Conferences, "conference";
    /// The circles of participants.
    CIRCLES: Circle = plan.circles, Circles, "circle";
    /// The agenda.
    AGENDA: AgendaItem = plan.agenda.items, Agenda, "agenda";
    /// The limits.
    LIMITS: Limit = plan.limits, Limits, "limit";
    /// The assignments.
    ASSIGNMENTS: Assignment = plan.assignments, Assignments, "assignment";
    /// The recipients.
    RECIPIENTS: Recipient = plan.recipients.lines, Recipients, "recipient";
    /// The signatures.
    SIGNATORIES: Signatory = plan.signatories, Signatories, "signatory";
    /// Who is invited by name.
    INVITEES: Invitee = proceedings.invitees, Invitees, "invitee";
    /// What was raised.
    OPINIONS: Opinion = proceedings.opinions, Opinions, "opinion";
    /// What was counted.
    COUNTS: VillageCount = proceedings.counts, Counts, "count";
    /// What was concluded.
    RESOLUTIONS: Resolution = proceedings.resolutions, Resolutions, "resolution";
}
