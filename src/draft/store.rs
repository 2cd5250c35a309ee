//! Where drafts are kept, as a trait, with its in-memory twin.

use std::cell::RefCell;
use std::collections::BTreeMap;

use thiserror::Error;

/// Why a store did not do what it was asked. A code; the locale words it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StoreFault {
    /// It is full.
    #[error("the store is full")]
    Full,
    /// The browser refuses it (private window, sandboxed frame, policy) or it is broken.
    #[error("the store is refused: {0}")]
    Refused(String),
}

/// A place that keeps texts by key. A failed `set` leaves the old text intact.
pub trait Store {
    /// The text under a key.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault>;
    /// Keeps a text under a key.
    ///
    /// # Errors
    /// If the store is full or refused; the old text is still there.
    fn set(&self, key: &str, text: &str) -> Result<(), StoreFault>;
    /// Forgets a key.
    ///
    /// # Errors
    /// If the store is refused.
    fn remove(&self, key: &str) -> Result<(), StoreFault>;
    /// All keys.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn keys(&self) -> Result<Vec<String>, StoreFault>;
}

/// A store in memory: for a session whose browser refuses storage, and for tests.
#[derive(Debug, Default)]
pub struct MemoryStore {
    texts: RefCell<BTreeMap<String, String>>,
    /// The most bytes it holds; none for no limit.
    pub limit: Option<usize>,
}

impl Store for MemoryStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreFault> {
        let mut texts = self.texts.borrow_mut();
        let others: usize =
            texts.iter().filter(|(name, _)| *name != key).map(|(name, text)| name.len() + text.len()).sum();
        if self.limit.is_some_and(|limit| others + key.len() + text.len() > limit) {
            return Err(StoreFault::Full);
        }
        texts.insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreFault> {
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreFault> {
        Ok(self.texts.borrow().keys().cloned().collect())
    }
}
