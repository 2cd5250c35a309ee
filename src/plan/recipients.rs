//! Who receives the plan (nơi nhận).

use crate::id::{Id, keyed};

/// One line of the recipients.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipient {
    /// Identity within the dossier.
    pub id: Id,
    /// Who.
    pub who: String,
    /// What for, such as "để báo cáo"; printed in brackets.
    pub purpose: String,
}

keyed!(Recipient);

/// All recipients, and where the paper is filed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipients {
    /// The lines, without the filing line.
    pub lines: Vec<Recipient>,
    /// Where it is filed, as it stands after "Lưu": "VT, VP" for the State, "Văn phòng Đảng ủy" for the Party.
    pub filed: String,
}
