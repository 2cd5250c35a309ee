//! Who signs, and by what power. Source: document formats NĐ 30/2020 Phụ lục I and HD 36, HD 05-HD/VPTW.

use super::{Capacity, Organ, OrganKind, System};
use crate::id::{Id, keyed};

/// The power by which a paper is signed. Offices and bodies are in capitals, as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Power {
    /// The head for the collective: `TM. ỦY BAN NHÂN DÂN`, `T/M BAN THƯỜNG VỤ`.
    Collective {
        /// The collective.
        body: String,
    },
    /// A deputy for the collective, in place of its head. In the Party the deputy signs for the collective
    /// directly, never `K/T`: there `head` is not printed.
    CollectiveDeputy {
        /// The collective.
        body: String,
        /// The office that the deputy stands in for.
        head: String,
    },
    /// The office's own power: `CHỦ TỊCH`.
    Own,
    /// A deputy in place of the head: `KT. CHỦ TỊCH`, `K/T CHÁNH VĂN PHÒNG`.
    OwnDeputy {
        /// The office that the deputy stands in for.
        head: String,
    },
    /// By order: `TL. CHỦ TỊCH`, `T/L BAN THƯỜNG VỤ`.
    ByOrder {
        /// Who ordered it.
        of: String,
    },
    /// By authorisation, State only: `TUQ. CHỦ TỊCH`.
    ByAuthorisation {
        /// Who authorised it.
        of: String,
    },
    /// Acting head: `Q. CHỦ TỊCH`.
    Acting,
}

/// One signature block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatory {
    /// Identity within the dossier.
    pub id: Id,
    /// The power.
    pub power: Power,
    /// The office of the signer, in capitals.
    pub position: String,
    /// The signer's name, without degrees or titles; empty until known.
    pub signer: String,
    /// For a temporary body: the signer's standing office, printed above the name; usually empty.
    pub standing_office: String,
}

keyed!(Signatory);

impl Signatory {
    /// The usual signature of an organ by its head or deputy.
    pub fn usual(id: Id, organ: &Organ, capacity: Capacity) -> Self {
        let body = organ.collective();
        let head = organ.office(Capacity::Head).to_owned();
        let power = match capacity {
            Capacity::Head => Power::Collective { body },
            Capacity::Deputy => Power::CollectiveDeputy { body, head },
        };
        Self {
            id,
            power,
            position: organ.office(capacity).to_owned(),
            signer: String::new(),
            standing_office: String::new(),
        }
    }
}

impl Power {
    /// Whether organs of this system and kind sign so. The Party has no authorisation and no stand-in for a
    /// committee's head; a committee's acting head is not a form of either system.
    pub fn fits(&self, system: System, kind: OrganKind) -> bool {
        match self {
            Self::ByAuthorisation { .. } => system != System::Party,
            Self::Own | Self::OwnDeputy { .. } => !(system == System::Party && kind == OrganKind::PartyCommittee),
            _ => true,
        }
    }

    /// The collective, or the office stood in for or ordering, that the first line names; empty for own power.
    pub fn named(&self) -> &str {
        match self {
            Self::Collective { body } | Self::CollectiveDeputy { body, .. } => body,
            Self::OwnDeputy { head } => head,
            Self::ByOrder { of } | Self::ByAuthorisation { of } => of,
            Self::Own | Self::Acting => "",
        }
    }
}
