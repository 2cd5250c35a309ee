//! What comes in from elsewhere: files of other programs, read without trust. Never a panic, and never more memory than a
//! document of an office can need.

mod backups;
mod debris;
mod form;
mod label;
mod reading;
mod rows;
mod scan;
mod source;
mod word;
mod zip;

pub use backups::backups;
pub use debris::{Debris, LeftOut};
pub use form::{draft, form};
pub use reading::{As, Corrections, Import, NO_CORRECTIONS, Reading, Reworded, organ_named, read};
pub use rows::{Rows, assignments, counts, invitees, opinions};
pub use source::{Line, Source, decoded, file, html, pasted, plain, word};
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
    /// Nothing stands in it.
    #[error("empty")]
    Empty,
    /// No text: a picture, a program, anything else under the name of a text.
    #[error("no text")]
    Binary,
    /// Text of WordPad (.rtf).
    #[error("rich text")]
    RichText,
    /// A Word file that has pictures and no words, as a scanner makes it.
    #[error("pictures alone")]
    Pictures,
    /// Vietnamese in TCVN3 (ABC), the letters of before Unicode.
    #[error("TCVN3")]
    Tcvn3,
    /// Vietnamese in VNI, the letters of before Unicode.
    #[error("VNI")]
    Vni,
    /// Text that is saved in none of Unicode's ways.
    #[error("not Unicode")]
    Encoding,
    /// Text of another language.
    #[error("not Vietnamese")]
    OtherLanguage,
}
