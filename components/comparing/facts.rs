//! What changed facts are called on the screen.

use doi_thoai::compare::FactKind;
use doi_thoai::plan::LimitKind;

use crate::locales::Messages;

/// The name of a kind of fact.
pub fn name(messages: &Messages, kind: FactKind) -> &'static str {
    match kind {
        FactKind::Organ => messages.organ,
        FactKind::Number => messages.number,
        FactKind::Issued => messages.issued,
        FactKind::Year => messages.year,
        FactKind::Title => messages.title_field,
        FactKind::Event => messages.event_field,
        FactKind::Citation => messages.step_bases,
        FactKind::Subject => messages.subjects,
        FactKind::Method => messages.methods,
        FactKind::Conference => messages.step_conferences,
        FactKind::Time => messages.when,
        FactKind::Venue => messages.venue,
        FactKind::Circle | FactKind::Participant => messages.step_participants,
        FactKind::Quota => messages.quota,
        FactKind::Total => messages.fact_total,
        FactKind::AgendaStart => messages.fact_agenda_start,
        FactKind::AgendaStep => messages.step_agenda,
        FactKind::Minutes => messages.agenda_minutes,
        FactKind::ReturnBy => messages.fact_return,
        FactKind::MergeBy => messages.fact_merge,
        FactKind::Limit(LimitKind::Announce) => messages.fact_announce,
        FactKind::Limit(LimitKind::Publish) => messages.fact_publish,
        FactKind::Limit(LimitKind::Answer) => messages.fact_answer,
        FactKind::Limit(LimitKind::Report) => messages.fact_report,
        FactKind::Limit(LimitKind::Other) => messages.limits,
        FactKind::Agency => messages.step_assignments,
        FactKind::Task => messages.task_text,
        FactKind::TaskOf => messages.agency,
        FactKind::Deadline => messages.deadline,
        FactKind::Recipient => messages.recipients,
        FactKind::Filed => messages.filed,
        FactKind::Signature => messages.signatures,
        FactKind::Signer => messages.signer,
    }
}
