//! What becomes known around the conference (diễn biến, kết quả): who was invited, what was said, what was counted, what
//! was concluded. Knows no paper.

mod count;

pub use count::Contradiction;

use chrono::NaiveDate;

use crate::id::{Id, keyed};
use crate::plan::Role;
use crate::text::Text;
use crate::words::{Clock, When};

/// Somebody who is invited by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Invitee {
    /// Identity within the dossier.
    pub id: Id,
    /// The name, with the form of address if any: "Ông Nguyễn Văn A".
    pub name: String,
    /// Office and unit: "Trưởng thôn 3".
    pub office: String,
    /// What they do at the conference.
    pub role: Role,
}

keyed!(Invitee);

/// Who can settle an opinion (thẩm quyền).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Level {
    /// The commune.
    #[default]
    Commune,
    /// The province.
    Province,
    /// The centre.
    Centre,
}

/// What became of an opinion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Nothing yet.
    #[default]
    Open,
    /// Answered at the conference.
    Answered,
    /// Given to somebody to settle.
    Assigned,
    /// Beyond the commune: passed on to who can settle it.
    PassedOn,
}

/// An opinion that was raised (ý kiến, kiến nghị).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opinion {
    /// Identity within the dossier.
    pub id: Id,
    /// What it says.
    pub text: String,
    /// Who raised it.
    pub by: String,
    /// Where it comes from: a village, the opinion box, a form.
    pub from: String,
    /// Its field: land, environment …
    pub field: String,
    /// How many others said the same.
    pub repeated: u32,
    /// Who can settle it.
    pub level: Level,
    /// Who answers.
    pub answered_by: String,
    /// The answer, or what was done.
    pub result: String,
    /// What became of it.
    pub outcome: Outcome,
    /// By when it is settled.
    pub deadline: When,
}

keyed!(Opinion);

/// What was counted in one village; none where it was not counted yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VillageCount {
    /// Identity within the dossier.
    pub id: Id,
    /// The village.
    pub village: String,
    /// Its households, fixed before the vote.
    pub households: Option<u32>,
    /// Forms handed out.
    pub issued: Option<u32>,
    /// Forms that came back.
    pub returned: Option<u32>,
    /// Of these, valid ones.
    pub valid: Option<u32>,
    /// Of these, invalid ones.
    pub invalid: Option<u32>,
    /// For it.
    pub agree: Option<u32>,
    /// Against it.
    pub disagree: Option<u32>,
    /// Of another opinion.
    pub other: Option<u32>,
}

keyed!(VillageCount);

/// Something that the chair concluded (kết luận), and who sees to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolution {
    /// Identity within the dossier.
    pub id: Id,
    /// What is to be done.
    pub text: Text,
    /// Who does it.
    pub agency: String,
    /// By when.
    pub deadline: When,
}

keyed!(Resolution);

/// All of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proceedings {
    /// Who is invited by name.
    pub invitees: Vec<Invitee>,
    /// What was raised.
    pub opinions: Vec<Opinion>,
    /// What was counted.
    pub counts: Vec<VillageCount>,
    /// What the forms that were counted ask: "việc đóng góp làm đường thôn".
    pub matter: Text,
    /// What was concluded.
    pub resolutions: Vec<Resolution>,
    /// Who chaired.
    pub chair: String,
    /// Who kept the minutes.
    pub secretary: String,
    /// How many came.
    pub attended: Option<u32>,
    /// The day on which it was held, where it is not the one that was planned.
    pub held: Option<NaiveDate>,
    /// When it began.
    pub began: Option<Clock>,
    /// When it ended.
    pub ended: Option<Clock>,
}
