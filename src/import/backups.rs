//! Several backup files in one archive: what "save everything" writes.

use super::FileFault;
use super::zip::{LARGEST, Zip};

/// The texts of the files of an archive that may be backups, by their names in it. What they hold is not looked at.
///
/// # Errors
/// Where it is no archive, cannot be read, unpacks to too much, or has no such file.
pub fn backups(bytes: &[u8]) -> Result<Vec<(String, String)>, FileFault> {
    backups_within(bytes, LARGEST)
}

fn backups_within(bytes: &[u8], most: usize) -> Result<Vec<(String, String)>, FileFault> {
    let zip = Zip::open(bytes)?;
    let names: Vec<&str> = zip.names().filter(|name| name.ends_with(".json")).collect();
    let mut texts = Vec::new();
    let mut size = 0;
    for name in names {
        let file = zip.file(name)?.unwrap_or_default();
        size += file.len();
        if size > most {
            return Err(FileFault::TooLarge);
        }
        if let Ok(text) = String::from_utf8(file) {
            texts.push((name.to_owned(), text));
        }
    }
    if texts.is_empty() { Err(FileFault::Other) } else { Ok(texts) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::zip::Zip as Writer;

    #[test]
    fn an_archive_gives_its_texts_and_another_file_says_what_it_is() {
        let mut zip = Writer::new();
        for (name, text) in [("a.json", "{}"), ("b/c.json", "[]"), ("d.txt", "x")] {
            zip.add(name, text.as_bytes());
        }
        zip.add("e.json", &[0xff]);
        let texts = backups(&zip.finish()).expect("an archive");
        assert_eq!(texts, [("a.json".into(), "{}".into()), ("b/c.json".into(), "[]".into())]);
        assert_eq!(backups(b"{}"), Err(FileFault::Other));
        assert_eq!(backups(&Writer::new().finish()), Err(FileFault::Other));
        let mut bomb = Writer::new();
        for name in ["a.json", "b.json", "c.json"] {
            bomb.add(name, &[b' '; 500]);
        }
        assert_eq!(backups_within(&bomb.finish(), 1400), Err(FileFault::TooLarge));
    }
}
