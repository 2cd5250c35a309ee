//! The envelope around every stored or saved dossier: whose it is, which schema, which revision, and a checksum.

use serde_json::{Map, Value};

use super::{DraftFault, migrate, v4};
use crate::dossier::Dossier;

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
        let field = |name: &str| value.get(name).unwrap_or(&Value::Null);
        Ok(Self {
            rev: field("rev").as_u64().and_then(|rev| u32::try_from(rev).ok()).unwrap_or(0),
            saved_at: field("saved_at").as_str().unwrap_or_default().to_owned(),
            holes: field("holes").as_u64().and_then(|holes| u32::try_from(holes).ok()).unwrap_or(0),
            dossier: v4::read(migrate::to_newest(schema, field("data").clone()))?,
        })
    }
}

/// Opens an envelope of a kind: its schema, and itself. Whatever is wrong with it is told before its data are looked at.
pub(super) fn open(text: &str, kind: &str) -> Result<(u32, Value), DraftFault> {
    let value: Value = serde_json::from_str(text).map_err(|fault| DraftFault::NotJson(fault.to_string()))?;
    let field = |name: &str| value.get(name).unwrap_or(&Value::Null);
    if field("app") != APP || field("kind") != kind {
        return Err(DraftFault::NotADraft);
    }
    let schema = field("schema").as_u64().and_then(|schema| u32::try_from(schema).ok()).ok_or(DraftFault::NotADraft)?;
    if schema == 0 {
        return Err(DraftFault::NotADraft);
    }
    if schema > SCHEMA {
        return Err(DraftFault::Newer(schema));
    }
    // A sample or a file written by hand has no checksum; one that is there must fit.
    if let Some(given) = field("checksum").as_str()
        && given != checksum(&field("data").to_string())
    {
        return Err(DraftFault::Damaged);
    }
    Ok((schema, value))
}

/// The part of an envelope that every kind has.
pub(super) fn seal(kind: &str, data: Value) -> Map<String, Value> {
    let mut map = Map::new();
    map.insert("app".into(), APP.into());
    map.insert("kind".into(), kind.into());
    map.insert("schema".into(), SCHEMA.into());
    map.insert("checksum".into(), checksum(&data.to_string()).into());
    map.insert("data".into(), data);
    map
}

/// The text of an envelope, of a dossier that need not be given away for it. The data, which are most of it, are written
/// once, for the checksum and for the text.
pub(super) fn write(rev: u32, saved_at: &str, holes: u32, dossier: &Dossier) -> String {
    let data = v4::write(dossier).to_string();
    let saved_at = Value::from(saved_at);
    let sum = checksum(&data);
    format!(
        "{{\"app\":\"{APP}\",\"checksum\":\"{sum}\",\"data\":{data},\"holes\":{holes},\"kind\":\"{KIND}\",\"rev\":{rev},\
         \"saved_at\":{saved_at},\"schema\":{SCHEMA}}}"
    )
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
