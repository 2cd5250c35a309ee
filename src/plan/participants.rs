//! Who takes part, in circles (thành phần), and how many.

use crate::id::{Id, keyed};
use crate::text::Text;

/// What a circle does at the conference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Role {
    /// Chairs.
    Chair,
    /// Holds the dialogue with the chair.
    #[default]
    Dialogue,
    /// Attends.
    Attend,
    /// Is invited from above or outside.
    Guest,
}

/// How many of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Exactly so many.
    Exact(u32),
    /// About so many ("khoảng").
    About(u32),
    /// A share in percent.
    Share(u32),
    /// All of them ("toàn thể").
    All,
}

/// How many come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quota {
    /// How many.
    pub amount: Amount,
    /// What they are counted as: "đại biểu", "người", "đồng chí".
    pub noun: String,
    /// The unit that sends so many each: "thôn"; empty where it is the number in all.
    pub per: String,
    /// How many such units there are, if known; lets a total be computed.
    pub units: Option<u32>,
}

impl Quota {
    /// The number in all, where it can be computed.
    pub fn total(&self) -> Option<u32> {
        let count = match self.amount {
            Amount::Exact(count) | Amount::About(count) => count,
            Amount::Share(_) | Amount::All => return None,
        };
        if self.per.trim().is_empty() { Some(count) } else { count.checked_mul(self.units?) }
    }

    /// Whether its number is only approximate.
    pub fn is_about(&self) -> bool {
        matches!(self.amount, Amount::About(_))
    }
}

/// One line of a circle.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Participant {
    /// Identity within the dossier.
    pub id: Id,
    /// Who.
    pub who: Text,
    /// How many; none where the plan does not count them.
    pub quota: Option<Quota>,
}

keyed!(Participant);

/// A circle of participants.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Circle {
    /// Identity within the dossier.
    pub id: Id,
    /// What it does.
    pub role: Role,
    /// Its heading: "Chủ trì hội nghị", "Cấp tỉnh".
    pub heading: Text,
    /// How many in all, where the plan says so for the circle itself.
    pub quota: Option<Quota>,
    /// Its lines.
    pub participants: Vec<Participant>,
}

keyed!(Circle);

impl Circle {
    /// How many come, and whether that is approximate: what the circle itself says, else the sum of its lines where
    /// every counted line can be computed. None where nothing is counted.
    pub fn total(&self) -> Option<(u32, bool)> {
        if let Some(quota) = &self.quota {
            return Some((quota.total()?, quota.is_about()));
        }
        sum(self
            .participants
            .iter()
            .filter_map(|line| line.quota.as_ref())
            .map(|quota| Some((quota.total()?, quota.is_about()))))
    }
}

/// The sum of numbers, approximate where one is. None for none, and where one cannot be computed.
pub(super) fn sum(totals: impl Iterator<Item = Option<(u32, bool)>>) -> Option<(u32, bool)> {
    let mut whole = None;
    for total in totals {
        let (count, about) = total?;
        let (so_far, was_about) = whole.unwrap_or((0_u32, false));
        whole = Some((so_far.checked_add(count)?, was_about || about));
    }
    whole
}

impl super::Plan {
    /// How many take part, and whether that is approximate. Circles that count nobody are left out; one that cannot
    /// be computed (a share, "all") leaves no total.
    pub fn participants_total(&self) -> Option<(u32, bool)> {
        let counted =
            |circle: &&Circle| circle.quota.is_some() || circle.participants.iter().any(|line| line.quota.is_some());
        sum(self.circles.iter().filter(counted).map(Circle::total))
    }
}
