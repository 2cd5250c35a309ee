//! What papers are called on the screen.

use doi_thoai::papers::PaperKind;

use crate::locales::Messages;

/// The name of a kind of paper.
pub fn name(messages: &Messages, kind: PaperKind) -> &'static str {
    match kind {
        PaperKind::Plan => messages.paper_plan,
        PaperKind::Form => messages.paper_form,
        PaperKind::Letter => messages.paper_letter,
        PaperKind::Invitation => messages.paper_invitation,
        PaperKind::Notice => messages.paper_notice,
        PaperKind::Broadcast => messages.paper_broadcast,
        PaperKind::Agenda => messages.paper_agenda,
        PaperKind::Guests => messages.paper_guests,
        PaperKind::Rules => messages.paper_rules,
        PaperKind::Timetable => messages.paper_timetable,
        PaperKind::Timeline => messages.paper_timeline,
        PaperKind::Speaker => messages.paper_speaker,
        PaperKind::Register => messages.paper_register,
        PaperKind::SignIn => messages.paper_sign_in,
        PaperKind::Handout => messages.paper_handout,
        PaperKind::Digest => messages.paper_digest,
        PaperKind::Tally => messages.paper_tally,
        PaperKind::Count => messages.paper_count,
        PaperKind::Minutes => messages.paper_minutes,
        PaperKind::Conclusion => messages.paper_conclusion,
        PaperKind::Report => messages.paper_report,
        PaperKind::Banner => messages.paper_banner,
    }
}
