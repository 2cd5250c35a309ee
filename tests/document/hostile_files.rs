//! Hostile Word files: bombs, broken archives, parts that name others, markup that no office writes, drafts that are none.
//! Each is refused in words, or is read like any other paper.

use std::io::{Cursor, Write};

use doi_thoai::draft::{DraftFault, read_backup};
use doi_thoai::import::{self, FileFault, NO_CORRECTIONS};
use doi_thoai::papers::{PaperKind, compose};
use doi_thoai::render;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::support::{Dice, day, plan, sample};

const HEAD: &str = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
const END: &str = "</w:body></w:document>";

fn full() -> bool {
    std::env::var_os("DOI_THOAI_FULL").is_some()
}

/// An archive of these files.
fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        zip.start_file(*name, options).expect("a file");
        zip.write_all(content).expect("room");
    }
    zip.finish().expect("an archive").into_inner()
}

/// A Word file with this body.
fn word(body: &str) -> Vec<u8> {
    archive(&[("word/document.xml", format!("{HEAD}{body}{END}").as_bytes())])
}

/// Reads a file as an old paper and as one that carries a draft, and makes a paper of what comes of it.
fn endure(bytes: &[u8]) -> Result<(), FileFault> {
    if let Ok(carried) = import::carried(bytes)
        && let Ok(envelope) = read_backup(&carried.draft)
    {
        render::html::file(&plan(&envelope.dossier));
    }
    let source = import::file(bytes)?;
    let read = import::read(&source, &NO_CORRECTIONS, 2026);
    import::form(&source, &read);
    if let Some(dossier) = import::draft(&source, &read) {
        let paper = compose(&dossier, PaperKind::Plan, day(2026, 11, 22));
        render::html::file(&paper);
        render::docx::file(&paper);
    }
    Ok(())
}

/// A paragraph of a text.
fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A paper that is read.
fn paper() -> String {
    let text = render::text::text(&plan(&sample("cam-quang-2021").dossier));
    text.lines().map(|line| paragraph(&line.replace('&', "&amp;").replace('<', "&lt;"))).collect()
}

#[test]
fn a_bomb_is_not_unpacked() {
    const TOO_LARGE: usize = 65 * 1024 * 1024;
    let bomb = archive(&[("word/document.xml", &vec![b' '; TOO_LARGE])]);
    assert!(bomb.len() < 100_000);
    assert_eq!(endure(&bomb), Err(FileFault::TooLarge));
    // One that says of itself that it is small.
    let mut liar = bomb.clone();
    let size = u32::try_from(TOO_LARGE).expect("a size").to_le_bytes();
    while let Some(at) = liar.windows(4).position(|bytes| bytes == size) {
        liar[at..at + 4].copy_from_slice(&[9, 0, 0, 0]);
    }
    assert_ne!(liar, bomb);
    assert_eq!(endure(&liar), Err(FileFault::TooLarge));
    // In the part that carries a draft, and in one that nobody asks for.
    let item = archive(&[("customXml/item1.xml", &vec![b' '; TOO_LARGE]), ("word/document.xml", b"")]);
    assert_eq!(import::carried(&item), Err(FileFault::TooLarge));
    let aside = archive(&[
        ("word/media/image1.png", &vec![0; TOO_LARGE]),
        ("word/document.xml", format!("{HEAD}{}{END}", paper()).as_bytes()),
    ]);
    assert_eq!(endure(&aside), Ok(()));
}

#[test]
fn an_archive_that_does_not_fit_together_is_refused() {
    let good = word(&paper());
    assert_eq!(endure(&good), Ok(()));
    for cut in [1, 4, 21, 22, 23, 60, good.len() / 2, good.len() - 30] {
        assert!(endure(&good[..good.len() - cut]).is_err(), "{cut} bytes cut off");
    }
    let found = |sign: &[u8]| good.windows(4).rposition(|bytes| bytes == sign).expect("a sign");
    let (directory, end) = (found(b"PK\x01\x02"), found(b"PK\x05\x06"));
    for (what, at, bytes) in [
        ("the directory is elsewhere", end + 16, [0xff; 4]),
        ("the directory is the file", end + 16, [0, 0, 0, 0]),
        ("the file is elsewhere", directory + 42, [0xff, 0xff, 0xff, 0x7f]),
        ("the file is longer than all", directory + 20, [0xff; 4]),
        ("another way of packing", directory + 10, [99, 0, 0, 0]),
    ] {
        let mut bad = good.clone();
        bad[at..at + 4].copy_from_slice(&bytes);
        assert!(matches!(endure(&bad), Err(FileFault::Damaged | FileFault::TooLarge)), "{what}");
    }
    // Ten thousand files that are the same one: as many are looked at as an office file has.
    let mut many = good[..directory].to_vec();
    let entry = &good[directory..end];
    (0..10_000).for_each(|_| many.extend_from_slice(entry));
    let mut tail = good[end..].to_vec();
    tail[8..12].copy_from_slice(&[0x10, 0x27, 0x10, 0x27]);
    many.extend(tail);
    assert_eq!(endure(&many), Ok(()));
}

#[test]
fn names_of_an_archive_lead_nowhere() {
    let body = format!("{HEAD}{}{END}", paper());
    for name in [
        "../word/document.xml",
        "/word/document.xml",
        "word/../word/document.xml",
        "word/document.xml/",
        "C:\\word\\document.xml",
        "",
    ] {
        assert!(endure(&archive(&[(name, body.as_bytes())])).is_err(), "{name}");
    }
    for missing in [&[][..], &[("[Content_Types].xml", &b"<Types/>"[..])], &[("word/document.xml", b"")]] {
        assert!(endure(&archive(missing)).is_err(), "{missing:?}");
    }
}

#[test]
fn markup_that_no_office_writes_is_borne() {
    let laughs: String = (1..10).fold("<!ENTITY a0 \"ha\">".to_owned(), |all, number| {
        format!("{all}<!ENTITY a{number} \"{}\">", format!("&a{};", number - 1).repeat(10))
    });
    let depth = 100_000;
    let cells = "<w:tc><w:p><w:r><w:t>ô</w:t></w:r></w:p></w:tc>".repeat(if full() { 1_000 } else { 100 });
    let rows = format!("<w:tr>{cells}</w:tr>").repeat(if full() { 100 } else { 20 });
    let spans = |span: &str| {
        format!(
            "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"{span}\"/><w:vMerge/></w:tcPr>{}</w:tc></w:tr></w:tbl>",
            paragraph("ô")
        )
    };
    for (what, body) in [
        (
            "the definition of entities",
            format!("<!DOCTYPE w [{laughs}]><w:p><w:r><w:t>&a9;</w:t></w:r></w:p>{}", paper()),
        ),
        (
            "an entity of a file",
            "<!DOCTYPE w [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><w:p><w:r><w:t>&f;</w:t></w:r></w:p>".into(),
        ),
        ("paragraphs within each other", "<w:p>".repeat(depth)),
        ("tables within each other", format!("{}{}", "<w:tbl><w:tr><w:tc>".repeat(depth), paragraph("đáy"))),
        ("boxes within each other", format!("<w:p>{}", "<w:r><w:txbxContent><w:p>".repeat(depth))),
        ("ends without beginnings", "</w:p></w:tbl></w:tc></w:r>".repeat(depth / 10)),
        ("a table of many cells", format!("<w:tbl>{rows}</w:tbl>")),
        ("a cell over four thousand million columns", spans("4294967295")),
        ("a cell over less than no column", spans("-1")),
        ("a cell over no number", spans("nhiều")),
        ("attributes without end", format!("<w:p {}/>", "a=\"b\" ".repeat(depth))),
        ("an attribute twice", "<w:p w:a=\"1\" w:a=\"2\"><w:r w:b=></w:r></w:p>".into()),
        ("a number of no letter", paragraph("&#0;&#xD800;&#x110000;&#99999999999;")),
        ("a section of letters that never ends", "<w:p><w:r><w:t><![CDATA[".into()),
        ("a remark that never ends", "<w:p><!-- ".into()),
        (
            "tabs and breaks",
            format!("<w:p><w:r>{}</w:r></w:p>", "<w:tab/><w:br/><w:cr/><w:noBreakHyphen/>".repeat(depth / 10)),
        ),
        (
            "a numbering that counts to the end",
            format!(
                "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"4000000000\"/><w:numId w:val=\"-7\"/></w:numPr></w:pPr></w:p>{}",
                paper()
            ),
        ),
    ] {
        // Read or refused: what is asked is that it ends, and breaks nothing.
        let _ = (what, endure(&word(&body)));
    }
    // Not one entity was unfolded: a file with them is read as if they were not there, or not at all.
    let bytes = word(&format!("<!DOCTYPE w [{laughs}]><w:p><w:r><w:t>&a9;</w:t></w:r></w:p>{}", paper()));
    if let Ok(source) = import::file(&bytes) {
        assert!(source.lines.iter().all(|line| !line.text.contains("haha")));
    }
    let body = if full() { 4_000_000 } else { 100_000 };
    let _ = endure(&word(&"<w:p/>".repeat(body)));
}

#[test]
fn a_numbering_of_hostile_levels_is_borne() {
    let levels: String = (0..20).map(|level| format!("<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"4294967295\"/><w:numFmt w:val=\"lowerRoman\"/><w:lvlText w:val=\"%1%2%99{}\"/></w:lvl>", "%1".repeat(1_000))).collect();
    let numbering = format!(
        "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:abstractNum w:abstractNumId=\"1\">{levels}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num></w:numbering>"
    );
    let numbered = |list: u32| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>Việc</w:t></w:r></w:p>"
        )
    };
    let body = format!("{HEAD}{}{}{}{END}", numbered(1).repeat(50), numbered(2), paper());
    let bytes = archive(&[("word/document.xml", body.as_bytes()), ("word/numbering.xml", numbering.as_bytes())]);
    assert_eq!(endure(&bytes), Ok(()));
}

#[test]
fn a_draft_in_a_word_file_is_trusted_no_more_than_any() {
    let envelope = sample("cam-quang-2021");
    let paper = plan(&envelope.dossier);
    for draft in [
        String::new(),
        "[".repeat(100_000),
        "{\"app\":\"doi-thoai\",\"kind\":\"draft\",\"schema\":4,\"data\":null}".to_owned(),
        envelope.write().replace("\"schema\":4", "\"schema\":5"),
        envelope.write().replacen("\"id\":", "\"id\":0,\"di\":", 1),
        envelope.write().replace("Cẩm Quang", "Cẩm Quảng"),
        "]]></draft><draft>&amp;lt;script>".to_owned(),
    ] {
        let carried = import::carried(&render::docx::with_draft(&paper, &draft)).expect("what was put in");
        assert_eq!(carried.draft, draft);
        assert!(!carried.edited);
        let fault = read_backup(&carried.draft).expect_err("a draft that is none");
        assert_eq!(matches!(fault, DraftFault::Newer(5)), draft.contains("\"schema\":5"), "{fault}");
    }
}

#[test]
fn a_word_file_with_spoilt_bytes_is_read_or_refused() {
    let envelope = sample("dien-chau-2026");
    let good = render::docx::with_draft(&plan(&envelope.dossier), &envelope.write());
    // Packed, a spoilt byte is met by the unpacker; stored, by all that stands behind it.
    let stored = {
        let mut from = zip::ZipArchive::new(Cursor::new(&good)).expect("an archive");
        let mut to = ZipWriter::new(Cursor::new(Vec::new()));
        for at in 0..from.len() {
            let mut file = from.by_index(at).expect("a file");
            let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
            to.start_file(file.name().expect("a name").into_owned(), options).expect("a file");
            std::io::copy(&mut file, &mut to).expect("room");
        }
        to.finish().expect("an archive").into_inner()
    };
    let mut dice = Dice(0xd0c);
    for round in 0..if full() { 2_000 } else { 40 } {
        let mut bytes = if round % 2 == 0 { good.clone() } else { stored.clone() };
        for _ in 0..1 + dice.roll(8) {
            let at = dice.roll(bytes.len());
            match dice.roll(6) {
                0 => bytes[at] = u8::try_from(dice.roll(256)).expect("a byte"),
                1 => bytes[at] ^= 1 << dice.roll(8),
                2 => drop(bytes.drain(at..(at + dice.roll(200)).min(bytes.len()))),
                3 => bytes[at] = b"<>&/\"'w: "[dice.roll(9)],
                // Its end holds the directory, where a byte says most.
                _ => {
                    let near = bytes.len() - 1 - dice.roll(400).min(bytes.len() - 1);
                    bytes[near] = u8::try_from(dice.roll(256)).expect("a byte");
                }
            }
        }
        let _ = endure(&bytes);
    }
}
