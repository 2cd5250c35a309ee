//! The shelf of drafts: list, open, save, remove, so that nothing acknowledged is lost.
//!
//! Only opening or creating a draft yields the [`Token`] that can save it, so an initial state can never overwrite a
//! stored one. Before each write the stored text is compared with the one that was opened or written last, and the
//! written text is read back after it. Looking writes nothing: a text that cannot be read stays where it is until
//! something is saved in its place, and is put aside then, not overwritten.
//!
//! `versions.rs` has the copies that are kept of a draft, `room.rs` what goes first in a full store, `removal.rs` taking
//! away and putting back.

mod removal;
mod room;
mod versions;

pub use removal::Removed;
pub use room::Usage;
pub use versions::Version;

use std::collections::BTreeSet;

use thiserror::Error;

use super::{DraftFault, Envelope, Store, StoreFault};
use crate::dossier::Dossier;

/// The right to save one draft: who opened it, at which revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    id: String,
    /// Tells this tab from others: names what it keeps of its own in a conflict.
    tab: String,
    rev: u32,
    /// What is stored under it as far as this session knows: reading a long draft only to find its own last words
    /// would cost more than all the rest of a save.
    last: String,
    /// Whether `last` is a text that cannot be read, beside which an older copy was opened.
    damaged: bool,
    /// The revision of which a copy was kept last; none since it was opened.
    kept: Option<u32>,
    /// Whether `last` was written under this token, and not only opened.
    wrote: bool,
    /// Whether a copy of this tab's own was kept under it, of what could not be saved.
    put_by: bool,
}

impl Token {
    /// The draft that it can save.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// How many times the draft was saved.
    pub fn rev(&self) -> u32 {
        self.rev
    }

    /// Whether anything was saved under it.
    pub fn wrote(&self) -> bool {
        self.wrote
    }
}

/// An opened draft.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Its identity on the shelf.
    pub id: String,
    /// The right to save it; none where a newer version of the product has written it.
    pub token: Option<Token>,
    /// What was stored.
    pub envelope: Envelope,
    /// Whether it is an older copy, because the newest cannot be read.
    pub from_copy: bool,
}

/// Whose text is stored of a draft that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stored {
    /// What the token wrote or opened last.
    Own,
    /// Another, or none.
    Other,
    /// None: it was removed.
    Removed,
}

/// How well a stored draft can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// All of it.
    Good,
    /// A newer version of the product has written it: it can be looked at.
    Newer,
    /// It is damaged or gone, and there is an older copy.
    Copy,
    /// It cannot be read, and there is no copy.
    Lost,
}

/// A line of the list of drafts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The draft.
    pub id: String,
    /// How well it can be read.
    pub condition: Condition,
    /// Its name; empty where it cannot be read.
    pub name: String,
    /// When it was saved.
    pub saved_at: String,
    /// How many holes its papers have.
    pub holes: u32,
    /// The year of its plan; none where it has none.
    pub year: Option<i32>,
}

/// Why a draft was not saved. Nothing of what was stored is changed by it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SaveFault {
    /// The store did not take it.
    #[error(transparent)]
    Store(#[from] StoreFault),
    /// Another tab or window saved this draft since it was opened here.
    #[error("changed elsewhere: revision {stored}, opened at {opened}")]
    Conflict {
        /// The stored revision.
        stored: u32,
        /// The revision opened here.
        opened: u32,
    },
    /// Another tab or window removed it since.
    #[error("removed elsewhere")]
    Removed,
    /// A newer version saved this draft since it was opened here; it must not be written over.
    #[error("schema {0} is newer than this version")]
    Newer(u32),
    /// What was read back is not what was written.
    #[error("not read back")]
    NotReadBack,
}

/// The drafts of one scope in a store. A scope keeps the drafts of two elements on one site apart.
pub struct Shelf<S> {
    store: S,
    root: String,
}

/// Kinds of key: current, copies, put aside unread, state of the screen, the last backup file, removed; the office
/// profile, own blocks.
const CURRENT: &str = "d";
const VERSION: &str = "v";
const ASIDE: &str = "q";
const SCREEN: &str = "u";
const BACKUP: &str = "b";
const REMOVED: &str = "t";
const OFFICE: &str = "office";
const OWN: &str = "own";

/// The one copy of a draft that builds before 0.1.0 kept; read, and never written.
const PREVIOUS: &str = "p";

impl<S: Store> Shelf<S> {
    /// The shelf of a scope. The key holds the product and the major format, so that another version never
    /// overwrites it.
    pub fn new(store: S, scope: &str) -> Self {
        // A slash would make one scope a part of another; "-" stands for no scope.
        let scope = match scope {
            "" => "-".to_owned(),
            given => given.replace('%', "%25").replace('/', "%2F").replace('-', "%2D"),
        };
        Self { store, root: format!("doi-thoai/1/{scope}") }
    }

    /// The store.
    pub fn store(&self) -> &S {
        &self.store
    }

    fn key(&self, kind: &str, id: &str) -> String {
        format!("{}/{kind}/{id}", self.root)
    }

    /// The key that a draft is kept under: what tabs agree on when they agree on a draft.
    pub fn place(&self, id: &str) -> String {
        self.key(CURRENT, id)
    }

    /// What of the keys of a kind stands behind it.
    fn tails(&self, kind: &str) -> Result<Vec<String>, StoreFault> {
        let prefix = self.key(kind, "");
        Ok(self.store.keys()?.iter().filter_map(|key| key.strip_prefix(&prefix).map(str::to_owned)).collect())
    }

    /// All drafts, the last saved first.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn list(&self) -> Result<Vec<Entry>, StoreFault> {
        let mut ids: BTreeSet<String> = self.tails(CURRENT)?.into_iter().collect();
        // A draft of which only copies are left has not been removed by anybody.
        for id in self.ids_with_versions()? {
            if !ids.contains(&id) && !self.is_removed(&id)? {
                ids.insert(id);
            }
        }
        let mut entries = Vec::new();
        for id in ids {
            let text = self.raw(&id)?;
            let (condition, envelope) = match text.as_deref().map(Envelope::look) {
                Some(Ok((envelope, false))) => (Condition::Good, Some(envelope)),
                Some(Ok((envelope, true))) => (Condition::Newer, Some(envelope)),
                Some(Err(DraftFault::Newer(_))) => (Condition::Newer, None),
                _ => match self.newest_copy(&id)? {
                    Some(envelope) => (Condition::Copy, Some(envelope)),
                    None => (Condition::Lost, None),
                },
            };
            let of_plan = envelope.as_ref().filter(|envelope| !envelope.dossier.is_form_alone());
            entries.push(Entry {
                id,
                condition,
                year: of_plan.map(|envelope| envelope.dossier.settings.year),
                holes: envelope.as_ref().map_or(0, |envelope| envelope.holes),
                saved_at: envelope.as_ref().map(|envelope| envelope.saved_at.clone()).unwrap_or_default(),
                name: envelope.map(|envelope| envelope.dossier.name).unwrap_or_default(),
            });
        }
        entries.sort_by(|a, b| b.saved_at.cmp(&a.saved_at).then_with(|| a.id.cmp(&b.id)));
        Ok(entries)
    }

    /// Puts a new draft on the shelf. An identity that is taken gets a number, so that new never overwrites old. `tab`
    /// tells this tab from others.
    ///
    /// # Errors
    /// If the store does not take it.
    pub fn create(&self, id: &str, tab: &str, dossier: &Dossier, holes: u32, now: &str) -> Result<Token, SaveFault> {
        let id = self.free_id(id)?;
        let mut token = Token {
            id,
            tab: tab.to_owned(),
            rev: 0,
            last: String::new(),
            damaged: false,
            kept: Some(1),
            wrote: false,
            put_by: false,
        };
        self.write(&mut token, dossier, holes, now)?;
        Ok(token)
    }

    /// Opens a draft; of one that cannot be read, the newest copy that can. Nothing is written.
    ///
    /// # Errors
    /// The fault of the draft, where there is no copy to fall back on; the stored text stays where it is.
    pub fn open(&self, id: &str, tab: &str) -> Result<Opened, OpenFault> {
        let text = self.raw(id)?;
        let token = |rev: u32, last: &str, damaged: bool| {
            let (id, tab, last) = (id.to_owned(), tab.to_owned(), last.to_owned());
            Some(Token { id, tab, rev, last, damaged, kept: None, wrote: false, put_by: false })
        };
        let opened = |token, envelope, from_copy| Ok(Opened { id: id.to_owned(), token, envelope, from_copy });
        match text.as_deref().map(Envelope::look) {
            Some(Ok((envelope, true))) => opened(None, envelope, false),
            Some(Ok((envelope, false))) => {
                opened(token(envelope.rev, text.as_deref().unwrap_or_default(), false), envelope, false)
            }
            Some(Err(fault @ DraftFault::Newer(_))) => Err(OpenFault::Draft(fault)),
            None if self.is_removed(id)? => Err(OpenFault::Gone),
            unread => match self.newest_copy(id)? {
                Some(envelope) => {
                    let last = text.as_deref().unwrap_or_default();
                    opened(token(envelope.rev, last, !last.is_empty()), envelope, true)
                }
                None => Err(unread.and_then(Result::err).map_or(OpenFault::Gone, OpenFault::Draft)),
            },
        }
    }

    /// Saves a draft under its token.
    ///
    /// # Errors
    /// See [`SaveFault`]. The token stays good: saving can be tried again. In a conflict, what was to be saved is kept
    /// as a copy of this tab's own, where there is room.
    pub fn save(&self, token: &mut Token, dossier: &Dossier, holes: u32, now: &str) -> Result<(), SaveFault> {
        match self.raw(&token.id)? {
            None if self.is_removed(&token.id)? => return Err(SaveFault::Removed),
            // Cleared from outside: written anew.
            None => {}
            Some(text) if text == token.last && !token.damaged => self.keep_due(token, &text)?,
            Some(text) if text == token.last => self.put_aside(&token.id, &text, now)?,
            Some(text) => match Envelope::read(&text) {
                // Whatever its revision: two tabs that save at the same moment count alike.
                Ok(envelope) => {
                    // The conflict is told anyway, and the work is still on the screen.
                    let _ = self.put_by(token, dossier, holes, now);
                    return Err(SaveFault::Conflict { stored: envelope.rev, opened: token.rev });
                }
                Err(DraftFault::Newer(schema)) => {
                    let _ = self.put_by(token, dossier, holes, now);
                    return Err(SaveFault::Newer(schema));
                }
                // Damaged since it was opened: kept for whoever can read it, and written anew.
                Err(_) => self.put_aside(&token.id, &text, now)?,
            },
        }
        let put_by = token.put_by.then(|| self.put_by_key(token));
        self.write(token, dossier, holes, now)?;
        if let Some(key) = put_by {
            // What could not be saved before is saved now; one that stays is only one copy too many.
            let _ = self.store.remove(&key);
            token.put_by = false;
        }
        Ok(())
    }

    /// Whose text is stored; nothing is read but that.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn stored(&self, token: &Token) -> Result<Stored, StoreFault> {
        Ok(match self.raw(&token.id)? {
            Some(text) if text == token.last => Stored::Own,
            None if self.is_removed(&token.id)? => Stored::Removed,
            _ => Stored::Other,
        })
    }

    /// Whether what is stored is still what this token wrote or opened last; else why it could not be saved. What was
    /// saved here and is not stored any more is kept as a copy of this tab's own, where there is room.
    ///
    /// # Errors
    /// See [`Self::save`].
    pub fn check(&self, token: &Token) -> Result<(), SaveFault> {
        match self.raw(&token.id)? {
            Some(text) if text == token.last => Ok(()),
            None if self.is_removed(&token.id)? => Err(SaveFault::Removed),
            None => Err(SaveFault::NotReadBack),
            Some(text) => {
                if token.wrote {
                    // Told as a conflict anyway, and still on the screen.
                    let _ = self.keep_acknowledged(token);
                }
                match Envelope::read(&text) {
                    Ok(envelope) => Err(SaveFault::Conflict { stored: envelope.rev, opened: token.rev }),
                    Err(DraftFault::Newer(schema)) => Err(SaveFault::Newer(schema)),
                    Err(_) => Err(SaveFault::NotReadBack),
                }
            }
        }
    }

    /// Keeps a text that cannot be read.
    fn put_aside(&self, id: &str, text: &str, now: &str) -> Result<(), StoreFault> {
        self.set_making_room(id, &format!("{}/{now}", self.key(ASIDE, id)), text)
    }

    fn write(&self, token: &mut Token, dossier: &Dossier, holes: u32, now: &str) -> Result<(), SaveFault> {
        let key = self.key(CURRENT, &token.id);
        let text = super::envelope::write(token.rev + 1, now, holes, dossier);
        self.set_making_room(&token.id, &key, &text)?;
        if !self.holds(&key, &text)? {
            return Err(SaveFault::NotReadBack);
        }
        token.rev += 1;
        token.last = text;
        token.damaged = false;
        token.wrote = true;
        Ok(())
    }

    /// Looks whether a text that was written is there: a store may take it and not keep it.
    fn read_back(&self, key: &str, text: &str) -> Result<(), StoreFault> {
        if self.holds(key, text)? { Ok(()) } else { Err(StoreFault::Refused("not read back".into())) }
    }

    fn holds(&self, key: &str, text: &str) -> Result<bool, StoreFault> {
        Ok(self.store.get(key)?.as_deref() == Some(text))
    }

    /// A draft as it is stored, to be looked at: nothing can be saved over it. None where it cannot be read.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn read(&self, id: &str) -> Result<Option<Envelope>, StoreFault> {
        Ok(self.raw(id)?.and_then(|text| Envelope::read(&text).ok()))
    }

    /// The stored text of a draft as it is, for saving it to a file whatever is wrong with it.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn raw(&self, id: &str) -> Result<Option<String>, StoreFault> {
        self.store.get(&self.key(CURRENT, id))
    }

    /// The identity, with a number behind it where it is taken: a draft never overwrites another.
    fn free_id(&self, id: &str) -> Result<String, StoreFault> {
        let mut free = id.to_owned();
        let mut number = 1;
        while self.raw(&free)?.is_some() || self.is_removed(&free)? || self.newest_copy(&free)?.is_some() {
            number += 1;
            free = format!("{id}-{number}");
        }
        Ok(free)
    }

    /// Keeps the state of the screen of a draft. Its loss is no loss, so a fault is not told.
    pub fn keep_screen(&self, id: &str, state: &str) {
        let _ = self.store.set(&self.key(SCREEN, id), state);
    }

    /// The state of the screen of a draft.
    pub fn screen(&self, id: &str) -> Option<String> {
        self.store.get(&self.key(SCREEN, id)).ok().flatten()
    }

    /// The stored text of the office profile.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn office(&self) -> Result<Option<String>, StoreFault> {
        self.store.get(&format!("{}/{OFFICE}", self.root))
    }

    /// Keeps the office profile.
    ///
    /// # Errors
    /// If the store does not take it.
    pub fn keep_office(&self, text: &str) -> Result<(), StoreFault> {
        self.store.set(&format!("{}/{OFFICE}", self.root), text)
    }

    /// The stored texts of the officer's own blocks with their identities, in no order.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn own_blocks(&self) -> Result<Vec<(String, String)>, StoreFault> {
        let mut texts = Vec::new();
        for id in self.tails(OWN)? {
            if let Some(text) = self.store.get(&self.key(OWN, &id))? {
                texts.push((id, text));
            }
        }
        Ok(texts)
    }

    /// Keeps the text of a block of the officer's own.
    ///
    /// # Errors
    /// If the store does not take it.
    pub fn keep_own_block(&self, id: &str, text: &str) -> Result<(), StoreFault> {
        self.store.set(&self.key(OWN, id), text)
    }

    /// Forgets a block of the officer's own.
    ///
    /// # Errors
    /// If the store does not let go of it.
    pub fn remove_own_block(&self, id: &str) -> Result<(), StoreFault> {
        self.store.remove(&self.key(OWN, id))
    }

    /// Notes that a draft was saved as a file, at a revision.
    pub fn note_backup(&self, id: &str, rev: u32, now: &str) {
        let _ = self.store.set(&self.key(BACKUP, id), &format!("{rev} {now}"));
    }

    /// At which revision, and when, a draft was saved as a file last.
    pub fn backed_up(&self, id: &str) -> Option<(u32, String)> {
        let noted = self.store.get(&self.key(BACKUP, id)).ok()??;
        let (rev, time) = noted.split_once(' ')?;
        Some((rev.parse().ok()?, time.to_owned()))
    }
}

/// Why a draft was not opened.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum OpenFault {
    /// There is no such draft.
    #[error("gone")]
    Gone,
    /// It cannot be read.
    #[error(transparent)]
    Draft(DraftFault),
    /// The store cannot be read.
    #[error(transparent)]
    Store(#[from] StoreFault),
}
