//! A form as a file of its own, in an envelope like a draft's, so that one office can hand its form to another.

use serde_json::Value;

use super::{DraftFault, envelope, v4};
use crate::form::Form;

/// What its envelope is called among those of the product.
const KIND: &str = "form";

/// The text of a form file, laid out to be read by people too.
pub fn write_form(form: &Form) -> String {
    let value = Value::Object(envelope::seal(KIND, v4::write_form(form)));
    // A value of strings, numbers and lists always has a text.
    serde_json::to_string_pretty(&value).unwrap_or_default()
}

/// Reads a form file. Its identities are its own: whoever takes it into a dossier gives it new ones.
///
/// # Errors
/// Every way in which the text is not a form of this or an older version.
pub fn read_form(text: &str) -> Result<Form, DraftFault> {
    let (_, value) = envelope::open(text.trim_start_matches('\u{feff}'), KIND)?;
    v4::read_form(value.get("data").cloned().unwrap_or(Value::Null))
}
