//! The conferences of a plan, what they are about, and the limits set around them.

use crate::id::{Id, keyed};
use crate::text::Text;
use crate::words::When;

/// Whether a conference is the dialogue itself or a round of meetings before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ConferenceKind {
    /// The dialogue conference.
    #[default]
    Main,
    /// A round of meetings in villages or units that prepares it.
    Round,
}

/// Where a conference is held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Venue {
    /// Not said yet: a hole.
    #[default]
    Unset,
    /// To be announced.
    Announced,
    /// At this place.
    At(Text),
}

/// One conference or round of meetings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conference {
    /// Identity within the dossier.
    pub id: Id,
    /// The dialogue, or a round before it.
    pub kind: ConferenceKind,
    /// What it is called among several: "Hội nghị đợt 1", "Họp thôn"; may be empty.
    pub name: Text,
    /// With whom the dialogue is held; may be empty.
    pub audience: Text,
    /// When.
    pub when: When,
    /// Where.
    pub venue: Venue,
}

keyed!(Conference);

impl super::Plan {
    /// The conference that the other papers are about: the first dialogue, else whatever comes first.
    pub fn conference(&self) -> Option<&Conference> {
        let all = &self.conferences;
        all.iter().find(|conference| conference.kind == ConferenceKind::Main).or(all.first())
    }
}

/// A subject of the dialogue, or a sentence on its method.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// Identity within the dossier.
    pub id: Id,
    /// The sentence.
    pub text: Text,
    /// Fields that it breaks down into; each prints as a line below and heads a question of the opinion form.
    pub fields: Vec<Text>,
    /// The one conference that it belongs to; none for all.
    pub conference: Option<Id>,
}

keyed!(Subject);

/// At least so many days before it a dialogue of a commune is announced (Luật 72/2025/QH15; the duty H, its article M).
pub const ANNOUNCE_DAYS: u32 = 7;

/// Within so many days after it its result is published (the same law).
pub const PUBLISH_DAYS: u32 = 10;

/// What a limit is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LimitKind {
    /// Announcing the conference ([`ANNOUNCE_DAYS`] before at least).
    #[default]
    Announce,
    /// Publishing its result (within [`PUBLISH_DAYS`]).
    Publish,
    /// Answering what could not be answered at the conference (local custom: 30 days).
    Answer,
    /// Reporting on what became of the answers.
    Report,
    /// Another limit.
    Other,
}

/// A limit that holds for the whole plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limit {
    /// Identity within the dossier.
    pub id: Id,
    /// What it is for.
    pub kind: LimitKind,
    /// By when.
    pub when: When,
}

keyed!(Limit);
