//! A form as a file of its own, in an envelope like a draft's, so that one office can hand its form to another.

use super::{DraftFault, envelope, v4};
use crate::form::Form;
use crate::json;

/// What its envelope is called among those of the product.
const KIND: &str = "form";

/// The text of a form file, laid out to be read by people too.
pub fn write_form(form: &Form) -> String {
    json::laid_out(&envelope::seal(KIND, &v4::write_form(form), "", ""))
}

/// Reads a form file. Its identities are its own: whoever takes it into a dossier gives it new ones.
///
/// # Errors
/// Every way in which the text is not a form of this or an older version.
pub fn read_form(text: &str) -> Result<Form, DraftFault> {
    let (_, mut value) = envelope::open(text.trim_start_matches('\u{feff}'), KIND)?;
    v4::read_form(value.take("data").unwrap_or_default())
}
