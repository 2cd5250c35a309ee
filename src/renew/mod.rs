//! An old plan moved to another year: every single change that this takes, for the officer to approve.
//!
//! The year, the days (to the same weekday), years and days in free words; what belongs to last year's papers alone is
//! cleared; bodies that ended are named with their successors. What a mention of an old paper says stays as it is.
//! One walk finds the changes and carries out the chosen ones, so that the two cannot differ. Knows no paper's layout;
//! it words a change only by the words of the dossier, and what kind it is by a code.

mod day;
mod prose;
#[cfg(test)]
mod tests;
mod walk;
mod written;

use chrono::NaiveDate;

use crate::document::Mark;
use crate::dossier::Dossier;
use crate::edit::Command;
use crate::paper::PaperKind;

/// What a change is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// The year of the plan.
    Year,
    /// The number of a paper is taken away: a new paper gets its own.
    Number,
    /// So is its date.
    Issued,
    /// The day of a conference or a round.
    Conference,
    /// A limit of the whole plan.
    Limit,
    /// By when forms are back and merged.
    Collecting,
    /// The deadline of a task.
    Deadline,
    /// A date in free words.
    DateInWords,
    /// A year in free words.
    YearInWords,
    /// A body or unit that ended, in words.
    Ended,
    /// The tier or the territory of an organ ended.
    EndedOrgan,
    /// A format that was chosen and is no longer in force.
    Format,
    /// Who was invited by name.
    Invitees,
    /// What was raised, counted, concluded, and when it was held.
    Proceedings,
    /// A cited paper of the old year: to be looked at, nothing changes.
    Citation,
    /// Who signs: to be looked at, nothing changes.
    Signer,
}

impl Kind {
    /// All kinds, in the order in which changes are listed.
    pub const ALL: [Self; 16] = [
        Self::Year,
        Self::Conference,
        Self::Limit,
        Self::Collecting,
        Self::Deadline,
        Self::DateInWords,
        Self::YearInWords,
        Self::Number,
        Self::Issued,
        Self::Format,
        Self::Proceedings,
        Self::Invitees,
        Self::EndedOrgan,
        Self::Ended,
        Self::Citation,
        Self::Signer,
    ];

    /// Its name in the locales.
    pub fn code(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Number => "number",
            Self::Issued => "issued",
            Self::Conference => "conference",
            Self::Limit => "limit",
            Self::Collecting => "collecting",
            Self::Deadline => "deadline",
            Self::DateInWords => "date-in-words",
            Self::YearInWords => "year-in-words",
            Self::Ended => "ended",
            Self::EndedOrgan => "ended-organ",
            Self::Format => "format",
            Self::Invitees => "invitees",
            Self::Proceedings => "proceedings",
            Self::Citation => "citation",
            Self::Signer => "signer",
        }
    }

    /// Whether it changes nothing by itself: the officer is to look.
    pub fn is_note(self) -> bool {
        matches!(self, Self::Citation | Self::Signer)
    }
}

/// One change, for approval.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Tells it from all others; the same as long as the dossier is.
    pub key: String,
    /// What it is of.
    pub kind: Kind,
    /// The question of the plan that it is about; none where it is not of the plan.
    pub place: Option<Mark>,
    /// The paper that it is about, where that is not the plan.
    pub paper: Option<PaperKind>,
    /// What it is about, in the words of the dossier: a conference, a task. May be empty.
    pub about: String,
    /// As it is now, with the words around it.
    pub before: String,
    /// As it would be; empty where it is emptied.
    pub after: String,
    /// Whether it is right without a look; else the officer has to say so.
    pub advised: bool,
}

/// Everything that moving a dossier to a year takes. For its own year only what ended by then.
pub fn changes(dossier: &Dossier, year: i32, today: NaiveDate) -> Vec<Change> {
    let changes = walk::Walk::new(dossier, year, today, None).run(&mut dossier.clone());
    let of_kind = |kind: Kind| changes.iter().filter(move |change| change.kind == kind).cloned();
    Kind::ALL.into_iter().flat_map(of_kind).collect()
}

/// The chosen ones of [`changes`], by their keys, as one step. Several of one text go together.
pub fn command(dossier: &Dossier, year: i32, today: NaiveDate, chosen: &[String]) -> Command {
    let mut after = dossier.clone();
    walk::Walk::new(dossier, year, today, Some(chosen)).run(&mut after);
    Command::Replace(Box::new(after))
}
