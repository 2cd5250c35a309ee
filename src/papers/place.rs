//! Places in a dossier that a stretch of paper can come from, and the opaque marks that stand for them.

use crate::document::Mark;
use crate::id::Id;

/// A question of the dossier: something with an identity, or one of those of which there is only one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// Something with an identity.
    Thing(Id),
    /// Number and symbol.
    Number,
    /// Place and date of issue.
    Issued,
    /// The mark of a draft.
    DraftRound,
    /// The title.
    Title,
    /// The name of the event.
    Event,
    /// The year.
    Year,
    /// The collecting of opinions.
    Collecting,
    /// The total of participants.
    Total,
    /// The agenda's clock.
    Agenda,
    /// Where the paper is filed.
    Filed,
    /// The organ, where none is named yet.
    Organ,
    /// The signature, where there is none yet.
    Signature,
    /// The list of invitees, where it is empty.
    Invitees,
    /// The opinions, where there are none.
    Opinions,
    /// The counts, where there are none.
    Counts,
    /// The resolutions, where there are none.
    Resolutions,
    /// Who chaired, who kept the minutes, who came, when it began and ended.
    Proceedings,
    /// A passage of the paper that is shown, by its place among its passages.
    Passage(u32),
}

/// Those of which there is only one, in the order of their marks.
const SINGLES: [Place; 17] = [
    Place::Number,
    Place::Issued,
    Place::DraftRound,
    Place::Title,
    Place::Event,
    Place::Year,
    Place::Collecting,
    Place::Total,
    Place::Agenda,
    Place::Filed,
    Place::Organ,
    Place::Signature,
    Place::Invitees,
    Place::Opinions,
    Place::Counts,
    Place::Resolutions,
    Place::Proceedings,
];

/// Identities count up from 1, so the top of the range is free for the singles, and what is below them for passages.
const FIRST_SINGLE: u32 = u32::MAX - 1000;
const FIRST_PASSAGE: u32 = FIRST_SINGLE - 1000;

impl Place {
    /// The mark that stands for it.
    pub fn mark(self) -> Mark {
        match self {
            Self::Thing(id) => Mark(id.0),
            Self::Passage(at) => Mark(FIRST_PASSAGE + at.min(999)),
            single => {
                let at = SINGLES.iter().position(|place| *place == single).unwrap_or(0);
                Mark(FIRST_SINGLE + at as u32)
            }
        }
    }

    /// The place that a mark stands for.
    pub fn of(mark: Mark) -> Option<Self> {
        match mark.0.checked_sub(FIRST_SINGLE) {
            Some(at) => SINGLES.get(at as usize).copied(),
            None => Some(match mark.0.checked_sub(FIRST_PASSAGE) {
                Some(at) => Self::Passage(at),
                None => Self::Thing(Id(mark.0)),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_back() {
        for place in SINGLES.into_iter().chain([
            Place::Thing(Id(1)),
            Place::Thing(Id(70_000)),
            Place::Passage(0),
            Place::Passage(12),
        ]) {
            assert_eq!(Place::of(place.mark()), Some(place));
        }
    }
}
