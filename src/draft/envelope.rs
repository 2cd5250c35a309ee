//! The envelope around every stored or saved dossier: whose it is, which schema, which revision, and a checksum.

use super::{DraftFault, migrate, v4};
use crate::dossier::Dossier;
use crate::json::{Json, quote};

/// The newest schema, which this version writes.
pub const SCHEMA: u32 = 4;

/// Names the product in every envelope.
const APP: &str = "doi-thoai";

/// What this envelope is called among those of the product.
const KIND: &str = "draft";

/// An opened envelope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// How many times this draft was saved before; compared before each write.
    pub rev: u32,
    /// When it was saved, RFC 3339 with the clerk's offset; passed in by whoever has a clock.
    pub saved_at: String,
    /// How many holes its papers have, for the list of drafts.
    pub holes: u32,
    /// The dossier.
    pub dossier: Dossier,
}

impl Envelope {
    /// The envelope as JSON, with a checksum over its data.
    pub fn write(&self) -> String {
        write(self.rev, &self.saved_at, self.holes, &self.dossier)
    }

    /// Reads an envelope.
    ///
    /// # Errors
    /// Every way in which the text is not a draft of this or an older version.
    pub fn read(text: &str) -> Result<Self, DraftFault> {
        let (schema, value) = open(text, KIND)?;
        Self::of(schema, value)
    }

    /// Reads an envelope, to be looked at: one of a newer version too, as far as it says what this version knows. Says
    /// whether it is newer.
    ///
    /// # Errors
    /// Every way in which the text is not a draft.
    pub fn look(text: &str) -> Result<(Self, bool), DraftFault> {
        let (schema, value) = open_any(text, KIND)?;
        if schema <= SCHEMA {
            return Ok((Self::of(schema, value)?, false));
        }
        Self::of(SCHEMA, value).map(|envelope| (envelope, true)).map_err(|_| DraftFault::Newer(schema))
    }

    fn of(schema: u32, mut value: Json<'_>) -> Result<Self, DraftFault> {
        let count = |name: &str| value.get(name).and_then(Json::count).unwrap_or(0);
        Ok(Self {
            rev: count("rev"),
            saved_at: value.get("saved_at").and_then(Json::text).unwrap_or_default().to_owned(),
            holes: count("holes"),
            dossier: v4::read(migrate::to_newest(schema, value.take("data").unwrap_or_default()))?,
        })
    }
}

/// Opens an envelope of a kind: its schema, and itself. Whatever is wrong with it is told before its data are looked at.
pub(super) fn open<'a>(text: &'a str, kind: &str) -> Result<(u32, Json<'a>), DraftFault> {
    let (schema, value) = open_any(text, kind)?;
    if schema > SCHEMA { Err(DraftFault::Newer(schema)) } else { Ok((schema, value)) }
}

/// Opens an envelope of whatever version.
fn open_any<'a>(text: &'a str, kind: &str) -> Result<(u32, Json<'a>), DraftFault> {
    let value = Json::read(text).map_err(|fault| DraftFault::NotJson(fault.to_string()))?;
    let says = |name: &str| value.get(name).and_then(Json::text);
    if says("app") != Some(APP) || says("kind") != Some(kind) {
        return Err(DraftFault::NotADraft);
    }
    let schema = value.get("schema").and_then(Json::count).filter(|schema| *schema > 0).ok_or(DraftFault::NotADraft)?;
    // A sample or a file written by hand has no checksum; one that is there must fit.
    if let Some(given) = says("checksum")
        && given != checksum(&value.get("data").unwrap_or(&Json::Null).write())
    {
        // A version to come may reckon its checksum otherwise: its text is not taken for a damaged one.
        return Err(if schema > SCHEMA { DraftFault::Newer(schema) } else { DraftFault::Damaged });
    }
    Ok((schema, value))
}

/// The text of an envelope of a kind. What only this kind says stands before and after `kind`, with a comma behind it.
pub(super) fn seal(kind: &str, data: &str, before: &str, after: &str) -> String {
    let sum = checksum(data);
    format!(
        "{{\"app\":\"{APP}\",\"checksum\":\"{sum}\",\"data\":{data},{before}\"kind\":\"{kind}\",{after}\
         \"schema\":{SCHEMA}}}"
    )
}

/// The text of an envelope, of a dossier that need not be given away for it.
pub(super) fn write(rev: u32, saved_at: &str, holes: u32, dossier: &Dossier) -> String {
    let mut saved = String::new();
    quote(saved_at, &mut saved);
    let (before, after) = (format!("\"holes\":{holes},"), format!("\"rev\":{rev},\"saved_at\":{saved},"));
    seal(KIND, &v4::write(dossier), &before, &after)
}

/// FNV-1a over the canonical text of a value (names sorted), as 16 hexadecimal digits. It finds damage, not intent.
fn checksum(data: &str) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in data.bytes() {
        hash ^= u64::from(byte);
        hash = hash.wrapping_mul(0x0100_0000_01b3);
    }
    format!("{hash:016x}")
}
