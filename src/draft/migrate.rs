//! Older schemas to the newest, one step at a time. Each schema that was ever released has a frozen fixture.

use super::SCHEMA;
use crate::json::Json;

/// The step from each schema to the next, schema 1 first.
const STEPS: [fn(Json<'_>) -> Json<'_>; SCHEMA as usize - 1] = [to_2, to_3, to_4];

/// The data of an envelope of an older schema as the newest writes it.
pub(super) fn to_newest(schema: u32, data: Json<'_>) -> Json<'_> {
    STEPS.iter().skip(schema.saturating_sub(1) as usize).fold(data, |data, step| step(data))
}

/// Schema 2 has forms beside the plan, and slots for what forms say of it. A draft without them is as it was: what is
/// empty is left out of a file.
fn to_2(data: Json<'_>) -> Json<'_> {
    data
}

/// Schema 3 has lines in the margins of a form, stubs to tear off, and rows under rows. A form without them is as it was.
fn to_3(data: Json<'_>) -> Json<'_> {
    data
}

/// Schema 4 has what papers have of their own, and what became known around the conference. A draft without them is as
/// it was.
fn to_4(data: Json<'_>) -> Json<'_> {
    data
}
