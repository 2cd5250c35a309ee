//! Identity of the things in a dossier: conferences, tasks, parts of the outline.

use std::fmt;

/// Names one thing within one dossier; two things of any kind never share it.
///
/// Numbers are handed out by [`crate::dossier::Dossier::new_id`], upwards, so a dossier needs no random source
/// and a slot that points to a removed thing never finds another in its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(pub u32);

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// A thing that has an [`Id`], so that one list editor serves every list of a plan.
pub trait Keyed {
    /// Its identity.
    fn id(&self) -> Id;
}

/// Implements [`Keyed`] for structs with an `id` field.
macro_rules! keyed {
    ($($kind:ty),+ $(,)?) => { $(impl $crate::id::Keyed for $kind { fn id(&self) -> $crate::id::Id { self.id } })+ };
}
pub(crate) use keyed;
