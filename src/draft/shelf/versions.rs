//! The copies that are kept of a draft: those that the officer names, those that are kept by themselves, and what a tab
//! could not save because another tab had saved. A copy is the text that was stored, behind a line with its name, under
//! the revision that it has: each stands in one key, and so is written or not.

use super::{CURRENT, PREVIOUS, Shelf, Token, VERSION};
use crate::dossier::Dossier;
use crate::draft::{Envelope, Store, StoreFault, envelope};

/// A copy that is kept of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// What tells it from the draft's other copies.
    pub key: String,
    /// What the officer calls it; empty for one that was kept by itself.
    pub name: String,
    /// Whether a tab kept it for itself, because another had saved.
    pub is_of_tab: bool,
    /// Whether that tab could not save it; else it had, and the other wrote over it.
    pub is_unsaved: bool,
    /// When it was saved, RFC 3339.
    pub saved_at: String,
    /// How many times the draft had been saved then.
    pub rev: u32,
    /// How many holes its papers had.
    pub holes: u32,
}

impl Version {
    /// Whether it was kept by itself, and may go by itself.
    pub(super) fn is_automatic(&self) -> bool {
        self.name.is_empty() && !self.is_of_tab
    }
}

/// A copy is kept of the state before a session, and again after so many saves: some quarters of an hour of typing with
/// pauses.
const SAVES_BETWEEN: u32 = 200;

/// The most copies that are kept by themselves of one draft.
const MOST: usize = 6;

/// Of these, so many are the newest ones; of the days before, one a day is kept as long as there is room.
const NEWEST: usize = 3;

/// Ends the key of what a tab could not save.
const UNSAVED: &str = "-0";

/// The key of the one copy that builds before 0.1.0 kept.
const LEGACY: &str = "";

impl<S: Store> Shelf<S> {
    pub(super) fn version_key(&self, id: &str, key: &str) -> String {
        match key {
            LEGACY => self.key(PREVIOUS, id),
            key => format!("{}/{key}", self.key(VERSION, id)),
        }
    }

    /// The drafts that have copies.
    pub(super) fn ids_with_versions(&self) -> Result<Vec<String>, StoreFault> {
        let mut ids = self.tails(PREVIOUS)?;
        ids.extend(self.tails(VERSION)?.iter().filter_map(|tail| Some(tail.rsplit_once('/')?.0.to_owned())));
        Ok(ids)
    }

    /// A copy: its name, and what it holds. None where it is gone or cannot be read.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn version(&self, id: &str, key: &str) -> Result<Option<(String, Envelope)>, StoreFault> {
        let Some(text) = self.store.get(&self.version_key(id, key))? else { return Ok(None) };
        let (name, text) = text.split_once('\n').unwrap_or(("", &text));
        Ok(Envelope::read(text).ok().map(|envelope| (name.to_owned(), envelope)))
    }

    /// The copies of a draft that can be read, the newest first; what tabs could not save stands last.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn versions(&self, id: &str) -> Result<Vec<Version>, StoreFault> {
        let of_draft = format!("{id}/");
        let tails = self.tails(VERSION)?;
        let mut keys: Vec<&str> = tails.iter().filter_map(|tail| tail.strip_prefix(&of_draft)).collect();
        keys.push(LEGACY);
        let mut versions = Vec::new();
        for key in keys {
            if let Some((name, envelope)) = self.version(id, key)? {
                versions.push(Version {
                    key: key.to_owned(),
                    name,
                    is_of_tab: key.contains('-'),
                    is_unsaved: key.ends_with(UNSAVED),
                    saved_at: envelope.saved_at,
                    rev: envelope.rev,
                    holes: envelope.holes,
                });
            }
        }
        versions.sort_by(|a, b| a.is_of_tab.cmp(&b.is_of_tab).then(b.rev.cmp(&a.rev)).then(b.key.cmp(&a.key)));
        Ok(versions)
    }

    /// What is opened of a draft that cannot be read.
    pub(super) fn newest_copy(&self, id: &str) -> Result<Option<Envelope>, StoreFault> {
        let Some(version) = self.versions(id)?.into_iter().next() else { return Ok(None) };
        Ok(self.version(id, &version.key)?.map(|(_, envelope)| envelope))
    }

    /// Keeps what was saved last under a name of the officer's.
    ///
    /// # Errors
    /// If the store does not take it.
    pub fn keep_version(&self, token: &Token, name: &str) -> Result<(), StoreFault> {
        self.refuse_removed(&token.id)?;
        let name: String = name.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
        let name = name.trim();
        // One that is kept by itself takes the name; one that has a name keeps it.
        let is_same = |kept: &str, text: &str| text == token.last && (kept.is_empty() || kept == name);
        let key = self.free_key(&token.id, &automatic(token.rev), is_same)?;
        let text = format!("{name}\n{}", token.last);
        self.set_making_room(&token.id, &key, &text)?;
        self.read_back(&key, &text)
    }

    /// Whether what was saved last is kept under a name already.
    pub fn is_named(&self, token: &Token) -> bool {
        let is_same = |kept: &str, text: &str| text == token.last && !kept.is_empty();
        let key = self.free_key(&token.id, &automatic(token.rev), is_same);
        key.is_ok_and(|key| matches!(self.store.get(&key), Ok(Some(_))))
    }

    /// Forgets a copy; gives its text, which can be put back. None where it is gone already.
    ///
    /// # Errors
    /// If the store does not let go of it.
    pub fn drop_version(&self, id: &str, key: &str) -> Result<Option<String>, StoreFault> {
        let key = self.version_key(id, key);
        let text = self.store.get(&key)?;
        self.store.remove(&key)?;
        Ok(text)
    }

    /// Puts a copy back that was forgotten.
    ///
    /// # Errors
    /// If the store does not take it.
    pub fn put_version_back(&self, id: &str, key: &str, text: &str) -> Result<(), StoreFault> {
        let key = self.version_key(id, key);
        self.set_making_room(id, &key, text)?;
        self.read_back(&key, text)
    }

    /// Keeps a copy of what is stored, where one is due. Room for a copy may be lacking where room for the draft is not:
    /// then the draft goes first.
    pub(super) fn keep_due(&self, token: &mut Token, text: &str) -> Result<(), StoreFault> {
        if token.kept.is_some_and(|kept| token.rev < kept.saturating_add(SAVES_BETWEEN)) {
            return Ok(());
        }
        token.kept = Some(token.rev);
        let key = self.version_key(&token.id, &automatic(token.rev));
        // One that the officer has named stays as it is called.
        if self.store.get(&key)?.is_some() {
            return Ok(());
        }
        match self.store.set(&key, &format!("\n{text}")) {
            Ok(()) => self.thin_out(&token.id),
            Err(StoreFault::Full) => Ok(()),
            Err(fault) => Err(fault),
        }
    }

    /// Keeps what is on the screen as a copy of this tab's own, which may not save it now: its next try writes over its last
    /// one.
    ///
    /// # Errors
    /// If the store does not take it, or the draft was removed: then it is nowhere but on the screen.
    pub fn put_by(&self, token: &mut Token, dossier: &Dossier, holes: u32, now: &str) -> Result<(), StoreFault> {
        self.refuse_removed(&token.id)?;
        let key = self.put_by_key(token);
        let text = format!("\n{}", envelope::write(token.rev + 1, now, holes, dossier));
        token.put_by = true;
        self.set_making_room(&token.id, &key, &text)?;
        self.read_back(&key, &text)
    }

    pub(super) fn put_by_key(&self, token: &Token) -> String {
        self.version_key(&token.id, &format!("{}-{}{UNSAVED}", automatic(token.rev), token.tab))
    }

    /// A copy under a draft that was removed would be seen by nobody.
    fn refuse_removed(&self, id: &str) -> Result<(), StoreFault> {
        let removed = self.raw(id)?.is_none() && self.is_removed(id)?;
        if removed { Err(StoreFault::Refused("removed".into())) } else { Ok(()) }
    }

    /// Keeps what a tab was told to be saved, and is not stored any more.
    pub(super) fn keep_acknowledged(&self, token: &Token) -> Result<(), StoreFault> {
        // The other tab may have kept the same text, as the state before its own.
        for version in self.versions(&token.id)? {
            let kept = self.store.get(&self.version_key(&token.id, &version.key))?;
            if kept.is_some_and(|kept| kept.ends_with(&token.last)) {
                return Ok(());
            }
        }
        let base = format!("{}-{}", automatic(token.rev), token.tab);
        let key = self.free_key(&token.id, &base, |_, text| text == token.last)?;
        self.set_making_room(&token.id, &key, &format!("\n{}", token.last))
    }

    /// The key of a copy, with a number behind it where another copy has it, which is not the same by name and text: two tabs
    /// that saved at the same moment count alike.
    fn free_key(&self, id: &str, base: &str, is_same: impl Fn(&str, &str) -> bool) -> Result<String, StoreFault> {
        let mut key = self.version_key(id, base);
        let mut number = 1;
        let is_other = |kept: String| kept.split_once('\n').is_none_or(|(name, text)| !is_same(name, text));
        while self.store.get(&key)?.is_some_and(&is_other) {
            number += 1;
            key = self.version_key(id, &format!("{base}.{number}"));
        }
        Ok(key)
    }

    /// Lets go of copies that were kept by themselves, where there are many: first those of a day that has a newer one.
    fn thin_out(&self, id: &str) -> Result<(), StoreFault> {
        let mut kept = self.versions(id)?;
        kept.retain(Version::is_automatic);
        while kept.len() > MOST {
            let day = |at: usize| kept[at].saved_at.get(..10);
            let same_day = (NEWEST..kept.len()).rev().find(|at| day(*at) == day(at - 1));
            let gone = kept.remove(same_day.unwrap_or(kept.len() - 1));
            self.drop_version(id, &gone.key)?;
        }
        Ok(())
    }

    /// The copies kept by themselves of a draft whose newest text can be read without them.
    pub(super) fn spare_copies(&self, id: &str) -> Result<Vec<Version>, StoreFault> {
        let current = self.store.get(&self.key(CURRENT, id))?;
        if current.is_none_or(|text| Envelope::look(&text).is_err()) {
            return Ok(Vec::new());
        }
        let mut copies = self.versions(id)?;
        copies.retain(Version::is_automatic);
        Ok(copies)
    }
}

/// Whether a copy was kept by itself, by what stands behind its kind in its key and by its text.
pub(super) fn is_automatic(tail: &str, text: &str) -> bool {
    text.starts_with('\n') && !tail.rsplit('/').next().unwrap_or_default().contains('-')
}

/// The key of the copy of a revision: keys in their order are copies in theirs.
fn automatic(rev: u32) -> String {
    format!("{rev:08}")
}
