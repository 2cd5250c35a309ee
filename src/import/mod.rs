//! What comes in from elsewhere: files of other programs, read without trust. Never a panic, and never more memory than a
//! document of an office can need.

mod rows;
mod word;
mod zip;

pub use rows::{Rows, assignments, counts, invitees, opinions};
pub use word::{Carried, carried};

use thiserror::Error;

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum FileFault {
    /// It is no Word file at all, whatever its name says.
    #[error("no Word file")]
    Other,
    /// A PDF.
    #[error("a PDF")]
    Pdf,
    /// A Word file of before 2007 (.doc), or one that opens with a password: both are the same kind of file outside.
    #[error("an old or encrypted Word file")]
    OldOrEncrypted,
    /// It is cut off, or its parts do not fit together.
    #[error("a damaged file")]
    Damaged,
    /// What is packed in it is larger than any document of an office.
    #[error("too large")]
    TooLarge,
    /// A Word file that carries no draft.
    #[error("a Word file without a draft")]
    NoDraft,
}
