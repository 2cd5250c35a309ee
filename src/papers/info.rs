//! What there is to know of each kind of paper, for whoever lists them and asks for what they have of their own.

use super::PaperKind;

/// When a paper is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Before the conference.
    Before,
    /// At it.
    At,
    /// After it.
    After,
}

/// Something that becomes known around the conference and that a paper prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Circumstance {
    /// Who is invited by name.
    Invitees,
    /// What was raised.
    Opinions,
    /// What was counted.
    Counts,
    /// What was concluded.
    Resolutions,
    /// On which day it was held, where that is not the planned one.
    Day,
    /// Who chaired, who kept the minutes, how many came, when it began and ended. What prints this prints the day.
    Course,
}

/// What there is to know of a kind of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaperInfo {
    /// When it is needed.
    pub stage: Stage,
    /// Whether it has a number of its own.
    pub registered: bool,
    /// Whether it has a place and a date in its head as well; minutes say in their text when and where.
    pub dated: bool,
    /// Whether it ends with recipients and a signature, which the officer may set for it alone.
    pub signed: bool,
    /// Whether another organ than that of the plan may issue it.
    pub issued: bool,
    /// Whether it may be enclosed with the plan.
    pub enclosed: bool,
    /// Whether there can be one for each who is invited.
    pub each: bool,
    /// Whether two can stand on one sheet.
    pub two_up: bool,
    /// Whether it is a list, which a spreadsheet can go on with.
    pub table: bool,
    /// What of the conference it prints.
    pub prints: &'static [Circumstance],
}

/// What there is to know of a kind.
pub(super) fn info(kind: PaperKind) -> PaperInfo {
    use Circumstance::{Counts, Course, Day, Invitees, Opinions, Resolutions};
    let paper = PaperInfo {
        stage: Stage::Before,
        registered: false,
        dated: false,
        signed: false,
        issued: false,
        enclosed: false,
        each: false,
        two_up: false,
        table: false,
        prints: &[],
    };
    let official = PaperInfo { registered: true, dated: true, signed: true, issued: true, ..paper };
    match kind {
        PaperKind::Plan => PaperInfo { ..paper },
        PaperKind::Form => PaperInfo { enclosed: true, ..paper },
        PaperKind::Letter | PaperKind::Notice => official,
        PaperKind::Invitation => PaperInfo { each: true, two_up: true, prints: &[Invitees], ..official },
        PaperKind::Broadcast => paper,
        PaperKind::Handout => PaperInfo { table: true, ..paper },
        PaperKind::Timetable => PaperInfo { enclosed: true, table: true, ..paper },
        PaperKind::Timeline => PaperInfo { enclosed: true, ..paper },
        PaperKind::Agenda => PaperInfo { stage: Stage::At, enclosed: true, ..paper },
        PaperKind::Guests => PaperInfo { stage: Stage::At, prints: &[Invitees], ..paper },
        PaperKind::Rules => PaperInfo { stage: Stage::At, enclosed: true, ..paper },
        PaperKind::Speaker => PaperInfo { stage: Stage::At, enclosed: true, two_up: true, ..paper },
        PaperKind::Register => PaperInfo { stage: Stage::At, table: true, prints: &[Day], ..paper },
        PaperKind::SignIn => PaperInfo { stage: Stage::At, table: true, prints: &[Day, Invitees], ..paper },
        PaperKind::Banner => PaperInfo { stage: Stage::At, ..paper },
        PaperKind::Digest => PaperInfo { stage: Stage::After, table: true, prints: &[Opinions], ..paper },
        PaperKind::Tally => PaperInfo { stage: Stage::After, table: true, prints: &[Counts], ..paper },
        PaperKind::Count => PaperInfo { stage: Stage::After, registered: true, prints: &[Counts], ..paper },
        PaperKind::Minutes => {
            PaperInfo { stage: Stage::After, registered: true, prints: &[Day, Course, Opinions, Resolutions], ..paper }
        }
        PaperKind::Conclusion => {
            PaperInfo { stage: Stage::After, prints: &[Day, Course, Opinions, Resolutions], ..official }
        }
        PaperKind::Report => {
            PaperInfo { stage: Stage::After, prints: &[Day, Course, Opinions, Counts, Resolutions], ..official }
        }
    }
}
