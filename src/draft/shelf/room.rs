//! Room in a full store. What goes by itself: copies that were kept by themselves and whose draft can be read, then texts
//! that could not be read and were put aside. A draft, a copy that the officer has named, and what a tab could not save
//! never do.

use std::collections::BTreeSet;

use super::versions::is_automatic;
use super::{ASIDE, Shelf, VERSION};
use crate::draft::{Store, StoreFault};

/// How full a store is, in UTF-16 units, as browsers count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// What this product keeps.
    pub own: usize,
    /// What of it would go by itself in a full store.
    pub spare: usize,
    /// What others keep in the same store.
    pub others: usize,
}

impl<S: Store> Shelf<S> {
    /// How full the store is.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn usage(&self) -> Result<Usage, StoreFault> {
        let [versions, aside] = [VERSION, ASIDE].map(|kind| self.key(kind, ""));
        let mut usage = Usage::default();
        for key in self.store.keys()? {
            let units = |text: &str| text.encode_utf16().count();
            let text = self.store.get(&key)?.unwrap_or_default();
            let size = units(&key) + units(&text);
            if key.starts_with("doi-thoai/") {
                usage.own += size;
            } else {
                usage.others += size;
            }
            // By the looks of it alone: to read every copy of every draft would be felt each time the list is shown.
            let is_copy = key.strip_prefix(&versions).is_some_and(|tail| is_automatic(tail, &text));
            if is_copy || key.starts_with(&aside) {
                usage.spare += size;
            }
        }
        Ok(usage)
    }

    /// Keeps a text of a draft; in a full store, what can be spared goes first. Where even that makes no room, nothing has
    /// gone.
    pub(super) fn set_making_room(&self, id: &str, key: &str, text: &str) -> Result<(), StoreFault> {
        match self.store.set(key, text) {
            Err(StoreFault::Full) => {}
            done => return done,
        }
        let mut gone = Vec::new();
        let done = self.set_in_place_of_spare(id, key, text, &mut gone);
        if done.is_err() {
            for (key, text) in gone.iter().rev() {
                // They stood here before; what another tab has taken of their room is lost to them.
                let _ = self.store.set(key, text);
            }
        }
        done
    }

    /// Keeps a text; what went for it is noted with its text.
    fn set_in_place_of_spare(
        &self,
        id: &str,
        key: &str,
        text: &str,
        gone: &mut Vec<(String, String)>,
    ) -> Result<(), StoreFault> {
        // The text itself is not made room for by its own last state.
        for spare in self.spare(id)?.into_iter().filter(|spare| spare != key) {
            let kept = self.store.get(&spare)?.unwrap_or_default();
            self.store.remove(&spare)?;
            gone.push((spare, kept));
            match self.store.set(key, text) {
                Err(StoreFault::Full) => {}
                done => return done,
            }
        }
        Err(StoreFault::Full)
    }

    /// The keys that can be spared, the first to go first: copies of other drafts, of this one, texts put aside; of each
    /// the oldest first.
    fn spare(&self, id: &str) -> Result<Vec<String>, StoreFault> {
        let drafts: BTreeSet<String> = self.ids_with_versions()?.into_iter().collect();
        let mut copies = Vec::new();
        for draft in drafts {
            for copy in self.spare_copies(&draft)? {
                copies.push((draft == id, copy.saved_at, self.version_key(&draft, &copy.key)));
            }
        }
        copies.sort();
        // The time stands behind the draft.
        let time = |tail: &String| tail.rsplit_once('/').map(|(_, time)| time.to_owned());
        let mut aside = self.tails(ASIDE)?;
        aside.sort_by_key(time);
        let aside = aside.iter().map(|tail| self.key(ASIDE, tail));
        Ok(copies.into_iter().map(|(_, _, key)| key).chain(aside).collect())
    }
}
