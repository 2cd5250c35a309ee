//! Schema 4 of the wire. Once released it never changes but by a new schema, with a step from this one in `migrate`.

mod codes;
mod form;
mod from_wire;
mod paper;
mod proceedings;
mod to_wire;
mod types;
mod when;

use serde_json::Value;

use super::DraftFault;
use crate::dossier::Dossier;
use crate::form::Form;
use crate::office::OfficeProfile;

/// A dossier as the value of an envelope's `data`.
pub(super) fn write(dossier: &Dossier) -> Value {
    // The wire types hold strings, numbers and lists only, which always serialise.
    serde_json::to_value(to_wire::dossier(dossier)).unwrap_or(Value::Null)
}

/// Reads an envelope's `data`.
pub(super) fn read(data: Value) -> Result<Dossier, DraftFault> {
    let wire: types::Dossier = serde_json::from_value(data)
        .map_err(|fault| DraftFault::Value { at: "data".into(), what: fault.to_string() })?;
    from_wire::dossier(wire)
}

/// A form as the value of an envelope's `data`.
pub(super) fn write_form(form: &Form) -> Value {
    serde_json::to_value(form::write(form)).unwrap_or(Value::Null)
}

/// Reads a form from an envelope's `data`.
pub(super) fn read_form(data: Value) -> Result<Form, DraftFault> {
    let wire: types::Form = serde_json::from_value(data)
        .map_err(|fault| DraftFault::Value { at: "data".into(), what: fault.to_string() })?;
    form::read(wire, &mut from_wire::Ids::default())
}

/// The office profile as stored text.
pub fn write_office(office: &OfficeProfile) -> String {
    serde_json::to_value(to_wire::office(office)).map(|value| value.to_string()).unwrap_or_default()
}

/// Reads the office profile.
///
/// # Errors
/// Where the text is no office profile of this schema.
pub fn read_office(text: &str) -> Result<OfficeProfile, DraftFault> {
    // By way of a value, as drafts are read: one reader of the wire types is enough in the module.
    let value: Value = serde_json::from_str(text).map_err(|fault| DraftFault::NotJson(fault.to_string()))?;
    let wire: types::Office = serde_json::from_value(value)
        .map_err(|fault| DraftFault::Value { at: "office".into(), what: fault.to_string() })?;
    from_wire::office(wire)
}
