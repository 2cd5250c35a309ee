//! Who issues papers: the system an organ belongs to, its tier and territory, and the names that follow from these.
//!
//! Names, symbols and head lines of the usual organs are derived here; an unusual one (a steering committee, a joint
//! body) overrides them. Also what was an organ until 2025 ([`ended`]), and where a text names a paper of one ([`cited()`]).
//! Knows no plan and no paper.

mod cited;
pub mod ended;
mod names;
mod signature;

pub use cited::cited;
pub use names::{Capacity, HeadNames};
pub use signature::{Power, Signatory};

use crate::id::{Id, keyed};

/// The three systems of organs; each has its own official format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum System {
    /// Party organs (cơ quan Đảng).
    Party,
    /// State organs (cơ quan nhà nước).
    #[default]
    State,
    /// The Fatherland Front (Mặt trận Tổ quốc).
    Front,
}

/// The level of an organ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tier {
    /// Province or city under the centre (cấp tỉnh).
    Province,
    /// District (cấp huyện), which ended on 01/7/2025 (Luật 72/2025/QH15): for older papers only.
    District,
    /// Commune (cấp xã).
    #[default]
    Commune,
}

/// What an organ is; its names, symbols and signing forms follow from it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum OrganKind {
    /// People's Committee (Ủy ban nhân dân).
    #[default]
    PeoplesCommittee,
    /// Party committee of its tier (Tỉnh ủy, Huyện ủy, Đảng ủy).
    PartyCommittee,
    /// Standing board of the Fatherland Front (Ban Thường trực Ủy ban MTTQ Việt Nam).
    Front,
    /// Anything else, temporary bodies among them: named by the officer in `Organ::names`.
    Other,
}

/// A territory: its sort and its proper name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// "xã", "phường", "đặc khu", "tỉnh", "thành phố"; "huyện", "thị trấn" … on papers before 01/7/2025.
    pub sort: String,
    /// The proper name, such as "Cẩm Bình".
    pub name: String,
}

/// Names that the officer gives in place of the derived ones; an empty one keeps the derived name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrganNames {
    /// The full name in a sentence.
    pub full: String,
    /// The short name in a sentence.
    pub short: String,
    /// The line of the superior organ in the head, set in regular weight.
    pub head_superior: String,
    /// The organ's own lines in the head, set in bold; one per line of text.
    pub head_own: String,
    /// The symbol after the kind of paper, such as "UBND" in "KH-UBND".
    pub symbol: String,
    /// The collective that the head of the organ signs for, in capitals.
    pub collective: String,
}

/// An organ that issues papers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organ {
    /// Identity within the dossier.
    pub id: Id,
    /// The system, which decides the format.
    pub system: System,
    /// The level.
    pub tier: Tier,
    /// What it is.
    pub kind: OrganKind,
    /// Its territory.
    pub unit: Unit,
    /// The territory above.
    pub superior: Unit,
    /// Names that differ from the derived ones.
    pub names: OrganNames,
}

keyed!(Organ);

#[cfg(test)]
mod tests;
