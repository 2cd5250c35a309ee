//! Drafts: the wire format of a dossier, its envelope, and the rules of storing it without loss.
//!
//! The wire has its own names and shapes, in tables apart from the model, because a file that people keep is a promise and a
//! model is not.
//! Knows storage only as the [`Store`] trait and the time only as it is passed in.

mod backup;
mod envelope;
mod form_file;
mod migrate;
mod shelf;
mod store;
mod v4;

pub use backup::{backup, read_backup};
pub use envelope::{Envelope, SCHEMA};
pub use form_file::{read_form, write_form};
pub use shelf::{Condition, Entry, OpenFault, Opened, Removed, SaveFault, Shelf, Stored, Token, Usage, Version};
pub use store::{MemoryStore, Store, StoreFault};
pub use v4::{read_office, write_office};

use thiserror::Error;

/// Why a text is not a draft that can be opened. A code; the locale words it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DraftFault {
    /// Not JSON at all, or cut off.
    #[error("not JSON: {0}")]
    NotJson(String),
    /// JSON, but not a file of this product.
    #[error("not a draft")]
    NotADraft,
    /// Written by a newer version: it must not be changed.
    #[error("schema {0} is newer than this version")]
    Newer(u32),
    /// The checksum does not fit: the text was damaged.
    #[error("damaged")]
    Damaged,
    /// A value in it cannot be; says where.
    #[error("{at}: {what}")]
    Value {
        /// Where, as a path of names.
        at: String,
        /// What it says there.
        what: String,
    },
}
