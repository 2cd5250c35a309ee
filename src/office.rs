//! The office profile (hồ sơ cơ quan): what an office says of itself once, the start of every new draft.
//!
//! Knows no dossier: whoever opens or saves one fills the profile in and out.

use crate::id::{Id, keyed};
use crate::organ::{Organ, Signatory};
use crate::plan::Recipient;

/// A village or residential group (thôn, tổ dân phố) of the commune.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Village {
    /// Identity within the profile.
    pub id: Id,
    /// Its name with its sort, such as "Thôn 3".
    pub name: String,
    /// Its head, who hands out and collects forms.
    pub head: String,
    /// How many forms it usually gets.
    pub copies: u32,
}

keyed!(Village);

/// What an office says of itself once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfficeProfile {
    /// The organ.
    pub organ: Organ,
    /// The place of its papers where it is not the territory's name.
    pub place: String,
    /// Who usually signs.
    pub signatories: Vec<Signatory>,
    /// Who usually receives its papers.
    pub recipients: Vec<Recipient>,
    /// Its villages.
    pub villages: Vec<Village>,
}
