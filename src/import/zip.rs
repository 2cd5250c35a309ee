//! A reader of zip archives, as office files are packed: found by the directory at the end, unpacked with a limit.

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

use super::FileFault;

/// The most that one file of an archive may unpack to, in bytes: the text of a thousand pages is a tenth of it.
pub(super) const LARGEST: usize = 64 * 1024 * 1024;

/// The most files of an archive that are looked at.
const MOST_FILES: usize = 4096;

/// An archive. Nothing is unpacked until it is asked for.
pub(super) struct Zip<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry>,
}

/// A file of an archive.
struct Entry {
    name: String,
    /// Whether it is encrypted.
    secret: bool,
    /// 0 stored, 8 deflated.
    method: u16,
    packed: usize,
    unpacked: usize,
    /// Where its own head begins.
    at: usize,
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
    usize::try_from(u32::from_le_bytes(four)).ok()
}

impl<'a> Zip<'a> {
    /// The archive in these bytes.
    ///
    /// # Errors
    /// Where they are another kind of file, or a cut off one.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, FileFault> {
        if bytes.starts_with(b"%PDF") {
            return Err(FileFault::Pdf);
        }
        // The container of Word 97 to 2003, which a file with a password is wrapped in as well.
        if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
            return Err(FileFault::OldOrEncrypted);
        }
        if !bytes.starts_with(b"PK") {
            return Err(FileFault::Other);
        }
        let entries = directory(bytes).ok_or(FileFault::Damaged)?;
        Ok(Self { bytes, entries })
    }

    /// The names of its files.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// A file of it, unpacked; none where it has no such file.
    ///
    /// # Errors
    /// Where it is encrypted, damaged, or too large unpacked.
    pub(super) fn file(&self, name: &str) -> Result<Option<Vec<u8>>, FileFault> {
        let Some(entry) = self.entries.iter().find(|entry| entry.name == name) else { return Ok(None) };
        if entry.secret {
            return Err(FileFault::OldOrEncrypted);
        }
        if entry.unpacked > LARGEST {
            return Err(FileFault::TooLarge);
        }
        let packed = self.packed(entry).ok_or(FileFault::Damaged)?;
        match entry.method {
            0 => Ok(Some(packed.to_vec())),
            // What the directory says of its size is not trusted: a bomb says little.
            8 => match decompress_to_vec_with_limit(packed, LARGEST) {
                Ok(bytes) => Ok(Some(bytes)),
                Err(fault) if fault.status == TINFLStatus::HasMoreOutput => Err(FileFault::TooLarge),
                Err(_) => Err(FileFault::Damaged),
            },
            _ => Err(FileFault::Damaged),
        }
    }

    fn packed(&self, entry: &Entry) -> Option<&'a [u8]> {
        // The local head: 30 bytes, then name and extra field of lengths of their own.
        let head = self.bytes.get(entry.at..entry.at.checked_add(30)?)?;
        if !head.starts_with(b"PK\x03\x04") {
            return None;
        }
        let skip = usize::from(u16_at(head, 26)?) + usize::from(u16_at(head, 28)?);
        let from = entry.at.checked_add(30)?.checked_add(skip)?;
        self.bytes.get(from..from.checked_add(entry.packed)?)
    }
}

/// The files that the directory at the end names.
fn directory(bytes: &[u8]) -> Option<Vec<Entry>> {
    // Its end is 22 bytes, behind which stands a comment of at most 64 kB.
    let last = bytes.len().checked_sub(22)?;
    let end = (last.saturating_sub(0xffff)..=last).rev().find(|at| bytes[*at..].starts_with(b"PK\x05\x06"))?;
    let count = usize::from(u16_at(bytes, end + 10)?).min(MOST_FILES);
    let mut at = u32_at(bytes, end + 16)?;
    let mut entries = Vec::new();
    for _ in 0..count {
        let head = bytes.get(at..at.checked_add(46)?)?;
        if !head.starts_with(b"PK\x01\x02") {
            return None;
        }
        let [name, extra, comment] = [28, 30, 32].map(|field| u16_at(head, field).map_or(0, usize::from));
        let name_at = at.checked_add(46)?;
        let bytes_of_name = bytes.get(name_at..name_at.checked_add(name)?)?;
        entries.push(Entry {
            name: String::from_utf8_lossy(bytes_of_name).replace('\\', "/"),
            secret: u16_at(head, 8)? & 1 == 1,
            method: u16_at(head, 10)?,
            packed: u32_at(head, 20)?,
            unpacked: u32_at(head, 24)?,
            at: u32_at(head, 42)?,
        });
        at = name_at.checked_add(name)?.checked_add(extra)?.checked_add(comment)?;
    }
    Some(entries)
}
