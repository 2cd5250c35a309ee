//! A zip archive, written entry by entry: the packet of a Word or Excel file, and of several papers in one file.
//!
//! It knows names and bytes, no paper. It has no clock: every entry is dated 1980-01-01, the first day that the format
//! knows, so that the same entries make the same bytes.

use std::collections::HashSet;

use miniz_oxide::deflate::compress_to_vec;

use super::crc::crc32;

/// How hard the compression tries, of 10: above it a paper takes twice the time to become a hundredth smaller.
pub(super) const LEVEL: u8 = 6;

/// The version of the format that whoever unpacks has to know: 2.0, the first with deflate.
const VERSION: u16 = 20;

/// The one flag that is set: names are UTF-8.
const UTF8: u16 = 1 << 11;

/// 1980-01-01 as DOS writes a day: years from 1980, month and day from the highest bits down.
const DAY: u16 = 1 << 5 | 1;

/// An archive in the making.
///
/// It has no Zip64, hence at most 65,535 entries, names of at most 65,535 bytes and 4 GB in all. More cannot come: a
/// name is that of a paper or of a part of one, a dossier makes some dozens of papers, and the memory of a wasm module,
/// in which the archive is made, ends at 4 GB itself.
#[derive(Debug, Default)]
pub struct Zip {
    out: Vec<u8>,
    /// What stands at the end and lists the entries.
    directory: Vec<u8>,
    entries: u16,
    /// The names so far, in small letters: where archives are unpacked, "A.txt" often is the file "a.txt".
    taken: HashSet<String>,
}

impl Zip {
    /// An archive without entries.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an entry; folders in its name are parted by "/". Where there is one of that name already, whatever its
    /// capitals, " (2)" and so on stands before the ending of the new one.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        let name = self.free_name(name);
        let packed = compress_to_vec(bytes, LEVEL);
        // What was packed before, such as a picture, would only grow.
        let (method, stored): (u16, &[u8]) = if packed.len() < bytes.len() { (8, &packed) } else { (0, bytes) };
        // What stands before the bytes of the entry and in the directory alike.
        let mut about = Vec::new();
        for field in [VERSION, UTF8, method, 0, DAY] {
            about.extend(field.to_le_bytes());
        }
        for field in [crc32(bytes), stored.len() as u32, bytes.len() as u32] {
            about.extend(field.to_le_bytes());
        }
        about.extend((name.len() as u16).to_le_bytes());
        // No extra fields.
        about.extend([0; 2]);
        let start = self.out.len() as u32;
        self.out.extend(b"PK\x03\x04");
        self.out.extend(&about);
        self.out.extend(name.as_bytes());
        self.out.extend(stored);
        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(VERSION.to_le_bytes());
        self.directory.extend(&about);
        // No comment, the first disk, no attributes.
        self.directory.extend([0; 10]);
        self.directory.extend(start.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.entries += 1;
    }

    /// The finished archive.
    pub fn finish(mut self) -> Vec<u8> {
        let start = self.out.len() as u32;
        self.out.append(&mut self.directory);
        let length = self.out.len() as u32 - start;
        self.out.extend(b"PK\x05\x06");
        // One disk, on which all of it stands.
        self.out.extend([0; 4]);
        self.out.extend(self.entries.to_le_bytes());
        self.out.extend(self.entries.to_le_bytes());
        self.out.extend(length.to_le_bytes());
        self.out.extend(start.to_le_bytes());
        // No comment.
        self.out.extend([0; 2]);
        self.out
    }

    /// The name, or one like it that is not taken; takes it.
    fn free_name(&mut self, name: &str) -> String {
        // The ending begins at the last point; a point that the file's name begins with begins none.
        let file = name.rfind('/').map_or(0, |slash| slash + 1);
        let ending = name[file..].rfind('.').filter(|point| *point > 0).map_or(name.len(), |point| file + point);
        let mut free = name.to_owned();
        let mut number = 2;
        while !self.taken.insert(free.to_lowercase()) {
            free = format!("{} ({number}){}", &name[..ending], &name[ending..]);
            number += 1;
        }
        free
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use proptest::prelude::*;
    use zip::ZipArchive;

    use super::*;

    fn packed(entries: &[(String, Vec<u8>)]) -> Vec<u8> {
        let mut zip = Zip::new();
        for (name, bytes) in entries {
            zip.add(name, bytes);
        }
        zip.finish()
    }

    /// What another reader finds, which also holds the check sums.
    fn unpacked(archive: &[u8]) -> Vec<(String, Vec<u8>)> {
        let mut archive = ZipArchive::new(Cursor::new(archive)).expect("an archive");
        (0..archive.len())
            .map(|at| {
                let mut entry = archive.by_index(at).expect("an entry");
                let mut bytes = Vec::new();
                entry.read_to_end(&mut bytes).expect("its bytes");
                (entry.name().expect("letters").into_owned(), bytes)
            })
            .collect()
    }

    fn names(names: &[&str]) -> Vec<String> {
        let entries: Vec<_> = names.iter().map(|name| ((*name).to_owned(), Vec::new())).collect();
        unpacked(&packed(&entries)).into_iter().map(|(name, _)| name).collect()
    }

    /// Bytes that no compression makes fewer.
    fn noise(length: usize) -> Vec<u8> {
        let mut state: u64 = 0x2545_F491_4F6C_DD1D;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 32) as u8
        };
        (0..length).map(|_| next()).collect()
    }

    #[test]
    fn an_archive_without_entries_is_one() {
        assert_eq!(unpacked(&Zip::new().finish()), []);
    }

    #[test]
    fn what_was_put_in_comes_out() {
        let entries = vec![
            ("Kế hoạch đối thoại.txt".to_owned(), "Ủy ban nhân dân xã".as_bytes().to_vec()),
            ("trống".to_owned(), Vec::new()),
            ("xl/worksheets/sheet1.xml".to_owned(), b"<row/>".repeat(10_000)),
            ("ảnh.png".to_owned(), noise(1_000_000)),
        ];
        let archive = packed(&entries);
        assert_eq!(unpacked(&archive), entries);
        let mut found = ZipArchive::new(Cursor::new(&archive)).expect("an archive");
        let mut size = |name: &str| found.by_name(name).expect("an entry").compressed_size();
        assert!(size("xl/worksheets/sheet1.xml") < 1000, "deflated");
        assert_eq!(size("ảnh.png"), 1_000_000, "stored");
    }

    #[test]
    fn no_clock_shows() {
        let entries = vec![("a".to_owned(), b"b".to_vec())];
        let archive = packed(&entries);
        assert_eq!(archive, packed(&entries));
        let mut found = ZipArchive::new(Cursor::new(archive)).expect("an archive");
        let day = found.by_index(0).expect("an entry").last_modified().expect("a day");
        assert_eq!((day.year(), day.month(), day.day(), day.hour()), (1980, 1, 1, 0));
    }

    #[test]
    fn two_entries_of_one_name_are_two_files() {
        assert_eq!(
            names(&["Phiếu.docx", "Phiếu.docx", "phiếu.DOCX", "Phiếu.docx", "Phiếu (2).docx"]),
            ["Phiếu.docx", "Phiếu (2).docx", "phiếu (3).DOCX", "Phiếu (4).docx", "Phiếu (2) (2).docx"]
        );
        assert_eq!(names(&["v1.2/a", "v1.2/a", ".rels", ".rels"]), ["v1.2/a", "v1.2/a (2)", ".rels", ".rels (2)"]);
    }

    proptest! {
        #[test]
        fn any_entries_come_out(entries in prop::collection::vec(
            ("[a-zàảãạđêô .(2)/]{1,12}", prop::collection::vec(any::<u8>(), 0..2000)), 0..8,
        )) {
            let found = unpacked(&packed(&entries));
            prop_assert_eq!(found.len(), entries.len());
            let unlike: HashSet<_> = found.iter().map(|(name, _)| name.to_lowercase()).collect();
            prop_assert_eq!(unlike.len(), entries.len());
            for ((_, put), (_, got)) in entries.iter().zip(&found) {
                prop_assert_eq!(put, got);
            }
        }
    }
}
