//! The backup file: the same envelope, laid out to be read by people too.

use super::{DraftFault, Envelope};
use crate::json;

/// The text of a backup file.
pub fn backup(envelope: &Envelope) -> String {
    json::laid_out(&envelope.write())
}

/// Reads a backup file; a byte order mark in front, as some editors write it, does no harm.
///
/// # Errors
/// See [`Envelope::read`].
pub fn read_backup(text: &str) -> Result<Envelope, DraftFault> {
    Envelope::read(text.trim_start_matches('\u{feff}'))
}
