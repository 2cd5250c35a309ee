use super::*;
use crate::document::{Block, Document, Paragraph, Run};
use crate::render::docx;
use crate::render::zip::Zip as Writer;
use crate::style::{FormatCode, Role};

fn paper(words: &str) -> Document {
    let paragraph = Paragraph::new(Role::Body, vec![Run::plain(words), Run::tick_box()], None);
    Document::new("x", FormatCode::Nd30.format(), vec![Block::Paragraph(paragraph)])
}

#[test]
fn a_copy_gives_its_draft_back() {
    for draft in ["{\"a\":\"<b> & 'c' \\\"d\\\" ộ\"}", "{\"bell\":\"\u{7}\u{fffe}\"}", "]]>&#65;"] {
        let bytes = docx::with_draft(&paper("Lời <văn> & \u{1}chữ"), draft);
        let found = carried(&bytes).expect("a draft");
        // What XML forbids comes back in the way in which JSON writes it.
        assert_eq!(found.draft, draft.replace('\u{7}', "\\u0007").replace('\u{fffe}', "\\ufffe"));
        assert!(!found.edited);
    }
}

#[test]
fn a_plain_file_carries_none() {
    assert_eq!(carried(&docx::file(&paper("Lời văn"))), Err(FileFault::NoDraft));
}

#[test]
fn what_was_written_in_since_is_noticed() {
    let bytes = docx::with_draft(&paper("Lời văn"), "{}");
    let zip = Zip::open(&bytes).expect("a zip");
    let mut again = Writer::new();
    for name in zip.names() {
        let part = zip.file(name).expect("readable").expect("there");
        let text = String::from_utf8(part).expect("text");
        // Word cuts runs as it likes, which is no change; other words are one.
        let cut = text.replace("Lời văn", "Lời</w:t></w:r><w:r><w:t xml:space=\"preserve\"> văn");
        again.add(name, cut.as_bytes());
    }
    assert_eq!(carried(&again.finish()).map(|found| found.edited), Ok(false));
    let mut other = Writer::new();
    for name in zip.names() {
        let part = zip.file(name).expect("readable").expect("there");
        other.add(name, String::from_utf8(part).expect("text").replace("văn", "khác").as_bytes());
    }
    assert_eq!(carried(&other.finish()).map(|found| found.edited), Ok(true));
}

#[test]
fn other_files_are_told_apart() {
    assert_eq!(carried(b"%PDF-1.7 ..."), Err(FileFault::Pdf));
    assert_eq!(carried(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]), Err(FileFault::OldOrEncrypted));
    assert_eq!(carried(b""), Err(FileFault::Other));
    assert_eq!(carried(b"PK\x03\x04 cut off"), Err(FileFault::Damaged));
    let mut zip = Writer::new();
    zip.add("readme.txt", b"no Word file");
    assert_eq!(carried(&zip.finish()), Err(FileFault::Other));
}

#[test]
fn a_bomb_is_not_unpacked() {
    let mut zip = Writer::new();
    zip.add("word/document.xml", &vec![b' '; super::super::zip::LARGEST + 1]);
    let mut bytes = zip.finish();
    assert_eq!(carried(&bytes), Err(FileFault::TooLarge));
    // One that says that it is small is stopped while it grows.
    let end = bytes.len() - 22;
    let directory = u32::from_le_bytes(bytes[end + 16..end + 20].try_into().expect("four bytes")) as usize;
    bytes[directory + 24..directory + 28].copy_from_slice(&100_u32.to_le_bytes());
    assert_eq!(carried(&bytes), Err(FileFault::TooLarge));
}

proptest::proptest! {
    #[test]
    fn no_file_makes_it_panic(at in 0_usize..4000, byte: u8, cut in 0_usize..4000) {
        let mut bytes = docx::with_draft(&paper("Lời văn"), "{\"a\":1}");
        let length = bytes.len();
        bytes[at % length] = byte;
        bytes.truncate(length - cut % length);
        let _ = carried(&bytes);
    }
}
