//! The shelf of drafts: list, open, save, remove, so that nothing acknowledged is lost.
//!
//! Only opening or creating a draft yields the [`Token`] that can save it, so an initial state can never overwrite a
//! stored one. Before each write the stored revision is compared with the one that was opened, and the written text
//! is read back after it. A text that cannot be read is put aside, not overwritten.

use thiserror::Error;

use super::{DraftFault, Envelope, Store, StoreFault};
use crate::dossier::Dossier;

/// The right to save one draft: who opened it, at which revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    id: String,
    rev: u32,
    /// What is stored under it as far as this session knows: reading a long draft only to find its own last words
    /// would cost more than all the rest of a save.
    last: String,
    /// Whether the copy from before this session was put aside.
    kept_previous: bool,
}

impl Token {
    /// The draft that it can save.
    pub fn id(&self) -> &str {
        &self.id
    }
}

/// An opened draft.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The right to save it.
    pub token: Token,
    /// What was stored.
    pub envelope: Envelope,
    /// Whether it is the previous copy, because the newest could not be read (that one was put aside).
    pub from_previous: bool,
}

/// A line of the list of drafts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The draft.
    pub id: String,
    /// Its name; none where it cannot be read.
    pub name: Option<String>,
    /// When it was saved.
    pub saved_at: String,
    /// How many holes its papers have.
    pub holes: u32,
    /// The year of its plan; none where it has none.
    pub year: Option<i32>,
    /// Its size in UTF-16 units, as browsers count.
    pub size: usize,
}

/// A removed draft, which can be put back.
#[derive(Clone, Debug)]
pub struct Removed {
    /// The draft.
    pub id: String,
    texts: Vec<(&'static str, String)>,
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

/// Kinds of key: current, previous good copy, put aside unread, state of the screen, the office profile, own blocks.
const CURRENT: &str = "d";
const PREVIOUS: &str = "p";
const ASIDE: &str = "q";
const SCREEN: &str = "u";
const OFFICE: &str = "office";
const OWN: &str = "own";

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

    /// All drafts, the last saved first.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn list(&self) -> Result<Vec<Entry>, StoreFault> {
        let prefix = self.key(CURRENT, "");
        let mut entries = Vec::new();
        for key in self.store.keys()? {
            let Some(id) = key.strip_prefix(&prefix) else {
                continue;
            };
            let Some(text) = self.store.get(&key)? else {
                continue;
            };
            let read = Envelope::read(&text).ok();
            entries.push(Entry {
                id: id.to_owned(),
                size: text.encode_utf16().count() + key.len(),
                holes: read.as_ref().map_or(0, |envelope| envelope.holes),
                year: read
                    .as_ref()
                    .filter(|envelope| !envelope.dossier.is_form_alone())
                    .map(|envelope| envelope.dossier.settings.year),
                saved_at: read.as_ref().map(|envelope| envelope.saved_at.clone()).unwrap_or_default(),
                name: read.map(|envelope| envelope.dossier.name),
            });
        }
        entries.sort_by(|a, b| b.saved_at.cmp(&a.saved_at).then_with(|| a.id.cmp(&b.id)));
        Ok(entries)
    }

    /// Puts a new draft on the shelf. An identity that is taken gets a number, so that new never overwrites old.
    ///
    /// # Errors
    /// If the store does not take it.
    pub fn create(&self, id: &str, dossier: &Dossier, holes: u32, now: &str) -> Result<Token, SaveFault> {
        let free = self.free_id(id)?;
        let mut token = Token { id: free, rev: 0, last: String::new(), kept_previous: true };
        self.write(&mut token, dossier, holes, now)?;
        Ok(token)
    }

    /// Opens a draft. One that cannot be read is put aside and its previous good copy opened.
    ///
    /// # Errors
    /// The fault of the draft, where there is no copy to fall back on; the stored text stays where it is.
    pub fn open(&self, id: &str, now: &str) -> Result<Opened, OpenFault> {
        let key = self.key(CURRENT, id);
        let text = self.store.get(&key)?.ok_or(OpenFault::Gone)?;
        match Envelope::read(&text) {
            Ok(envelope) => Ok(Opened {
                token: Token { id: id.to_owned(), rev: envelope.rev, last: text, kept_previous: false },
                envelope,
                from_previous: false,
            }),
            Err(fault @ DraftFault::Newer(_)) => Err(OpenFault::Draft(fault)),
            Err(fault) => {
                let Some(envelope) = self.previous(id)? else {
                    return Err(OpenFault::Draft(fault));
                };
                self.put_aside(id, &text, now)?;
                // The previous copy becomes the current one, so that the revision that was read is the stored one.
                let last = envelope.write();
                self.store.set(&key, &last)?;
                Ok(Opened {
                    token: Token { id: id.to_owned(), rev: envelope.rev, last, kept_previous: true },
                    envelope,
                    from_previous: true,
                })
            }
        }
    }

    /// Saves a draft under its token.
    ///
    /// # Errors
    /// See [`SaveFault`]. The token stays good: saving can be tried again.
    pub fn save(&self, token: &mut Token, dossier: &Dossier, holes: u32, now: &str) -> Result<(), SaveFault> {
        let key = self.key(CURRENT, &token.id);
        match self.store.get(&key)? {
            Some(text) if text == token.last => self.keep_previous(token, &text)?,
            Some(text) => match Envelope::read(&text) {
                Ok(envelope) if envelope.rev != token.rev => {
                    return Err(SaveFault::Conflict { stored: envelope.rev, opened: token.rev });
                }
                Ok(_) => self.keep_previous(token, &text)?,
                Err(DraftFault::Newer(schema)) => return Err(SaveFault::Newer(schema)),
                // Damaged since it was opened: kept for whoever can read it, and written anew.
                Err(_) => self.put_aside(&token.id, &text, now)?,
            },
            None => {}
        }
        self.write(token, dossier, holes, now)
    }

    /// Keeps the text from before this session, once.
    fn keep_previous(&self, token: &mut Token, text: &str) -> Result<(), StoreFault> {
        if token.kept_previous {
            return Ok(());
        }
        // Room for a second copy may be lacking where room for the draft is not: then the draft goes first.
        match self.store.set(&self.key(PREVIOUS, &token.id), text) {
            Ok(()) | Err(StoreFault::Full) => {
                token.kept_previous = true;
                Ok(())
            }
            Err(fault) => Err(fault),
        }
    }

    /// Keeps a text that cannot be read.
    fn put_aside(&self, id: &str, text: &str, now: &str) -> Result<(), StoreFault> {
        self.store.set(&format!("{}/{now}", self.key(ASIDE, id)), text)
    }

    fn write(&self, token: &mut Token, dossier: &Dossier, holes: u32, now: &str) -> Result<(), SaveFault> {
        let key = self.key(CURRENT, &token.id);
        let text = super::envelope::write(token.rev + 1, now, holes, dossier);
        self.store.set(&key, &text)?;
        if self.store.get(&key)?.as_deref() != Some(&text) {
            return Err(SaveFault::NotReadBack);
        }
        token.rev += 1;
        token.last = text;
        Ok(())
    }

    /// The copy of a draft that was kept when it was last opened and changed, where there is one that can be read.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn previous(&self, id: &str) -> Result<Option<Envelope>, StoreFault> {
        Ok(self.store.get(&self.key(PREVIOUS, id))?.and_then(|text| Envelope::read(&text).ok()))
    }

    /// A draft as it is stored, to be looked at: nothing is put aside, and nothing can be saved over it. None where it
    /// cannot be read.
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

    /// Takes a draft off the shelf; what is returned can be put back.
    ///
    /// # Errors
    /// If the store is refused.
    pub fn remove(&self, id: &str) -> Result<Removed, StoreFault> {
        let mut texts = Vec::new();
        for kind in [CURRENT, PREVIOUS, SCREEN] {
            let key = self.key(kind, id);
            if let Some(text) = self.store.get(&key)? {
                self.store.remove(&key)?;
                texts.push((kind, text));
            }
        }
        Ok(Removed { id: id.to_owned(), texts })
    }

    /// Puts a removed draft back; under another identity where its own was taken since.
    ///
    /// # Errors
    /// If the store does not take it.
    pub fn put_back(&self, removed: &Removed) -> Result<(), StoreFault> {
        let free = self.free_id(&removed.id)?;
        for (kind, text) in &removed.texts {
            self.store.set(&self.key(kind, &free), text)?;
        }
        Ok(())
    }

    /// The identity, with a number behind it where it is taken: a draft never overwrites another.
    fn free_id(&self, id: &str) -> Result<String, StoreFault> {
        let mut free = id.to_owned();
        let mut number = 1;
        while self.store.get(&self.key(CURRENT, &free))?.is_some() {
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
        let root = self.key(OWN, "");
        let ids: Vec<String> =
            self.store.keys()?.iter().filter_map(|key| key.strip_prefix(&root).map(str::to_owned)).collect();
        let mut texts = Vec::new();
        for id in ids {
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

    /// How much of the store this product's texts take, in UTF-16 units.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn size(&self) -> Result<usize, StoreFault> {
        let mut size = 0;
        for key in self.store.keys()?.iter().filter(|key| key.starts_with("doi-thoai/")) {
            size += key.len() + self.store.get(key)?.map_or(0, |text| text.encode_utf16().count());
        }
        Ok(size)
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
