//! The backup file: the same envelope, laid out to be read by people too.

use serde_json::Value;

use super::{DraftFault, Envelope};

/// The text of a backup file.
pub fn backup(envelope: &Envelope) -> String {
    let text = envelope.write();
    // What was just written is JSON; should it not be, the compact text is as good a backup.
    match serde_json::from_str::<Value>(&text) {
        Ok(value) => serde_json::to_string_pretty(&value).unwrap_or(text),
        Err(_) => text,
    }
}

/// Reads a backup file; a byte order mark in front, as some editors write it, does no harm.
///
/// # Errors
/// See [`Envelope::read`].
pub fn read_backup(text: &str) -> Result<Envelope, DraftFault> {
    Envelope::read(text.trim_start_matches('\u{feff}'))
}
