//! Schema 4 of the wire. Once released it never changes but by a new schema, with a step from this one in `migrate`.

mod codes;
mod form;
mod organ;
mod paper;
mod plan;
mod proceedings;
mod when;
mod wire;

use self::wire::{Out, Reader, record};
use super::DraftFault;
use crate::dossier::{DayChange, Dossier, Settings};
use crate::form::Form;
use crate::json::Json;
use crate::office::OfficeProfile;

record!(Dossier: Dossier {
    name, settings: Settings { year, format, two_sided, calendar, rules_off }, plan, forms, proceedings, papers, next_id,
} => calendar, format, forms, name, next_id, papers, plan, proceedings, rules_off, two_sided, year;
    blank Dossier::empty(0); then check);
record!(DayChange { day, off });

fn check(dossier: &mut Dossier, reader: &mut Reader) {
    let year = dossier.settings.year;
    if !(1930..=2100).contains(&year) {
        reader.fault_in("year", year);
    }
    // A new identity never meets one in use, whatever the file says.
    dossier.next_id = dossier.next_id.min(u32::MAX / 2).max(reader.largest.saturating_add(1));
}

/// A dossier as the text of an envelope's `data`.
pub(super) fn write(dossier: &Dossier) -> String {
    Out::text_of(dossier)
}

/// Reads an envelope's `data`.
pub(super) fn read(data: Json<'_>) -> Result<Dossier, DraftFault> {
    Reader::read(Dossier::empty(0), "data", data)
}

/// A form as the text of an envelope's `data`.
pub(super) fn write_form(form: &Form) -> String {
    Out::text_of(form)
}

/// Reads a form from an envelope's `data`.
pub(super) fn read_form(data: Json<'_>) -> Result<Form, DraftFault> {
    Reader::read(Form::default(), "data", data)
}

/// The office profile as stored text.
pub fn write_office(office: &OfficeProfile) -> String {
    Out::text_of(office)
}

/// Reads the office profile.
///
/// # Errors
/// Where the text is no office profile of this schema.
pub fn read_office(text: &str) -> Result<OfficeProfile, DraftFault> {
    let office = Json::read(text).map_err(|fault| DraftFault::NotJson(fault.to_string()))?;
    Reader::read(OfficeProfile::default(), "office", office)
}
