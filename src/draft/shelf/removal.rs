//! Taking a draft away, and putting it back. What was removed leaves a sign of it, so that a tab in which it is still open
//! does not bring it back by saving.

use super::{ASIDE, BACKUP, CURRENT, PREVIOUS, REMOVED, SCREEN, Shelf, VERSION};
use crate::draft::{Store, StoreFault};

/// A removed draft, which can be put back.
#[derive(Clone, Debug)]
pub struct Removed {
    /// The draft.
    pub id: String,
    /// Kind of key, what stands behind the draft in it, text.
    texts: Vec<(&'static str, String, String)>,
}

impl<S: Store> Shelf<S> {
    /// Whether a draft was removed, and not only lost.
    pub(super) fn is_removed(&self, id: &str) -> Result<bool, StoreFault> {
        Ok(self.store.get(&self.key(REMOVED, id))?.is_some())
    }

    /// What is stored of a draft, as kind of key and what stands behind the draft in it; itself last.
    fn all_of(&self, id: &str) -> Result<Vec<(&'static str, String)>, StoreFault> {
        let of_draft = format!("{id}/");
        let mut all = Vec::new();
        for kind in [VERSION, ASIDE] {
            let tails = self.tails(kind)?;
            all.extend(
                tails.iter().filter_map(|tail| tail.strip_prefix(&of_draft)).map(|tail| (kind, format!("/{tail}"))),
            );
        }
        all.extend([PREVIOUS, SCREEN, BACKUP, CURRENT].map(|kind| (kind, String::new())));
        Ok(all)
    }

    /// Takes a draft off the shelf with all that belongs to it; what is returned can be put back.
    ///
    /// # Errors
    /// If the store is refused: then all of it is still there, as far as the store lets it be put back.
    pub fn remove(&self, id: &str) -> Result<Removed, StoreFault> {
        let mut texts = Vec::new();
        for (kind, tail) in self.all_of(id)? {
            if let Some(text) = self.store.get(&self.key(kind, &format!("{id}{tail}")))? {
                texts.push((kind, tail, text));
            }
        }
        let sign = self.key(REMOVED, id);
        // A full store has no room for the sign before something is gone.
        let signed = self.store.set(&sign, "1");
        for (at, (kind, tail, _)) in texts.iter().enumerate() {
            if let Err(fault) = self.store.remove(&self.key(kind, &format!("{id}{tail}"))) {
                let _ = self.write_all(id, &texts[..at]);
                let _ = self.store.remove(&sign);
                return Err(fault);
            }
        }
        if signed.is_err() {
            // Without the sign a tab may bring the draft back; without what is returned nobody could.
            let _ = self.store.set(&sign, "1");
        }
        Ok(Removed { id: id.to_owned(), texts })
    }

    /// Puts a removed draft back; under another identity where its own was taken since.
    ///
    /// # Errors
    /// If the store does not take it: then it is removed still, and can be put back later.
    pub fn put_back(&self, removed: &Removed) -> Result<(), StoreFault> {
        // What of it a store without room has taken before is no other draft.
        let own = removed.texts.iter().find(|(kind, _, _)| *kind == CURRENT).map(|(_, _, text)| text);
        let taken = self.raw(&removed.id)?.is_some_and(|text| own != Some(&text));
        let id = if taken { self.free_id(&removed.id)? } else { removed.id.clone() };
        self.write_all(&id, &removed.texts)?;
        self.store.remove(&self.key(REMOVED, &id))
    }

    /// Writes what was taken away. The draft first: what belongs to it is less.
    fn write_all(&self, id: &str, texts: &[(&'static str, String, String)]) -> Result<(), StoreFault> {
        for (kind, tail, text) in texts.iter().rev() {
            let key = self.key(kind, &format!("{id}{tail}"));
            self.set_making_room(id, &key, text)?;
            self.read_back(&key, text)?;
        }
        Ok(())
    }

    /// Takes everything of this scope away: drafts, copies, the office profile, own blocks. Only the signs of removed
    /// drafts stay, which say nothing of them.
    ///
    /// # Errors
    /// If the store is refused.
    pub fn remove_everything(&self) -> Result<(), StoreFault> {
        let drafts: Vec<String> = self.list()?.into_iter().map(|entry| entry.id).collect();
        let mut first_fault = None;
        for draft in drafts {
            first_fault = first_fault.or(self.remove(&draft).err());
        }
        let signs = self.key(REMOVED, "");
        let of_scope = format!("{}/", self.root);
        for key in self.store.keys()?.iter().filter(|key| key.starts_with(&of_scope) && !key.starts_with(&signs)) {
            first_fault = first_fault.or(self.store.remove(key).err());
        }
        first_fault.map_or(Ok(()), Err)
    }
}
