//! Edits of a list of things with identities, each with its reverse.

use super::Refused;
use crate::id::{Id, Keyed};

/// A change of one list.
#[derive(Clone, Debug, PartialEq)]
pub enum ListEdit<T> {
    /// Puts a new thing at an index; past the end it goes last.
    Insert {
        /// The index.
        at: usize,
        /// The thing.
        item: T,
    },
    /// Takes a thing away.
    Remove {
        /// Which.
        id: Id,
    },
    /// Moves a thing to an index, counted without it.
    Move {
        /// Which.
        id: Id,
        /// Where to.
        to: usize,
    },
    /// Puts a thing in the place of the one with the same identity.
    Set {
        /// The new value.
        item: T,
    },
}

impl<T: Keyed + Clone> ListEdit<T> {
    /// Changes the list; returns what takes the change back.
    ///
    /// # Errors
    /// If no thing in the list has the identity, or one to be inserted has one that is taken. The list is unchanged.
    pub(super) fn apply(self, list: &mut Vec<T>) -> Result<Self, Refused> {
        let find = |id: Id| list.iter().position(|item| item.id() == id).ok_or(Refused::Gone(id));
        match self {
            Self::Insert { at, item } => {
                let id = item.id();
                if find(id).is_ok() {
                    return Err(Refused::Taken(id));
                }
                list.insert(at.min(list.len()), item);
                Ok(Self::Remove { id })
            }
            Self::Remove { id } => {
                let at = find(id)?;
                let item = list.remove(at);
                Ok(Self::Insert { at, item })
            }
            Self::Move { id, to } => {
                let from = find(id)?;
                let item = list.remove(from);
                list.insert(to.min(list.len()), item);
                Ok(Self::Move { id, to: from })
            }
            Self::Set { item } => {
                let at = find(item.id())?;
                let before = std::mem::replace(&mut list[at], item);
                Ok(Self::Set { item: before })
            }
        }
    }

    /// The edits that bring things together, in the order in which they stand, before what stands at `gap`; none where
    /// they stand there already.
    pub fn gather(list: &[T], ids: &[Id], gap: usize) -> Vec<Self> {
        let is_moved = |item: &&T| ids.contains(&item.id());
        let at = list.iter().take(gap).filter(|item| !is_moved(item)).count();
        let moved: Vec<&T> = list.iter().filter(is_moved).collect();
        let stands = |(offset, item): (usize, &&T)| list.get(at + offset).is_some_and(|now| now.id() == item.id());
        if moved.iter().enumerate().all(stands) {
            return Vec::new();
        }
        if let [one] = moved[..] {
            return vec![Self::Move { id: one.id(), to: at }];
        }
        let out = moved.iter().map(|item| Self::Remove { id: item.id() });
        let back =
            moved.iter().enumerate().map(|(offset, item)| Self::Insert { at: at + offset, item: (*item).clone() });
        out.chain(back).collect()
    }

    /// The thing that it is about.
    pub fn id(&self) -> Id {
        match self {
            Self::Insert { item, .. } | Self::Set { item } => item.id(),
            Self::Remove { id } | Self::Move { id, .. } => *id,
        }
    }
}
