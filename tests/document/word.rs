//! Papers as Word files: what Word will count, what stands in every part, and that nothing else goes out.

use std::io::{Cursor, Read};

use doi_thoai::document::{Block, Cell, Document, Ink, Label, Line, Paragraph, Row, Run, Table};
use doi_thoai::draft::{backup, read_backup};
use doi_thoai::id::Id;
use doi_thoai::import::carried;
use doi_thoai::papers::{PaperKind, compose};
use doi_thoai::plan::Role as Part;
use doi_thoai::proceedings::{Invitee, Opinion};
use doi_thoai::render::docx;
use doi_thoai::style::{Align, LineSpacing, Role};
use doi_thoai::templates::TEMPLATES;
use doi_thoai::words;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::support::{SAMPLES, day, sample, saved_on};

/// Every paper of every sample, with a name to tell it by.
fn every_paper() -> Vec<(String, Document)> {
    let mut papers = Vec::new();
    for name in SAMPLES {
        let envelope = sample(name);
        for kind in PaperKind::ALL {
            let paper = compose(&envelope.dossier, kind, saved_on(&envelope));
            papers.push((format!("{name} {}", kind.code()), paper));
        }
    }
    for template in TEMPLATES {
        let dossier = template.dossier(2026, None).expect("a template");
        for kind in PaperKind::ALL {
            papers.push((format!("{} {}", template.code, kind.code()), compose(&dossier, kind, day(2026, 11, 22))));
        }
    }
    papers
}

/// The parts of a file, by their names.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut found = Vec::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).expect("a part");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("readable");
        found.push((file.name().expect("a name").into_owned(), String::from_utf8_lossy(&bytes).into_owned()));
    }
    found
}

fn part(bytes: &[u8], name: &str) -> String {
    let found = parts(bytes).into_iter().find(|(part, _)| part == name);
    found.unwrap_or_else(|| panic!("no {name}")).1
}

fn value(element: &BytesStart<'_>, name: &str) -> Option<String> {
    element.try_get_attribute(name).ok().flatten().map(|found| found.value.as_ref().to_owned())
}

fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    value(element, name)?.parse().ok()
}

/// One paragraph of a Word file: its style, its list and level, its characters.
#[derive(Debug, Default)]
struct Read1 {
    list: Option<(u32, u32)>,
    text: String,
}

fn paragraphs(xml: &str) -> Vec<Read1> {
    let mut reader = Reader::from_str(xml);
    let mut found: Vec<Read1> = Vec::new();
    let (mut level, mut inside) = (0, false);
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Eof => return found,
            Event::Start(start) | Event::Empty(start) if start.name().as_ref() == "w:p" => found.push(Read1::default()),
            Event::Empty(element) => match element.name().as_ref() {
                "w:ilvl" => level = number(&element, "w:val").expect("a level"),
                "w:numId" => {
                    if let Some(last) = found.last_mut() {
                        last.list = number(&element, "w:val").map(|list| (list, level));
                    }
                }
                "w:br" => push(&mut found, "\n"),
                _ => {}
            },
            Event::Start(start) => inside = start.name().as_ref() == "w:t",
            Event::End(_) => inside = false,
            Event::Text(text) if inside => push(&mut found, &text),
            Event::GeneralRef(name) if inside => push(
                &mut found,
                match &*name {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    other => panic!("&{other};"),
                },
            ),
            _ => {}
        }
    }
}

fn push(found: &mut [Read1], text: &str) {
    if let Some(last) = found.last_mut() {
        last.text.push_str(text);
    }
}

/// The lists of a Word file: the kind of each, and the numbers that its levels begin with.
fn lists(xml: &str) -> Vec<(u32, Vec<Option<u32>>)> {
    let mut reader = Reader::from_str(xml);
    let mut found: Vec<(u32, Vec<Option<u32>>)> = Vec::new();
    let mut level = 0;
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Eof => return found,
            Event::Start(start) if start.name().as_ref() == "w:num" => found.push((0, vec![None; 3])),
            Event::Start(start) if start.name().as_ref() == "w:lvlOverride" => {
                level = number(&start, "w:ilvl").expect("a level") as usize;
            }
            Event::Empty(element) => match (element.name().as_ref(), found.last_mut()) {
                ("w:abstractNumId", Some(list)) => list.0 = number(&element, "w:val").expect("a kind"),
                ("w:startOverride", Some(list)) => list.1[level] = number(&element, "w:val"),
                _ => {}
            },
            _ => {}
        }
    }
}

/// Counts as Word counts (ISO/IEC 29500-1, 17.9): paragraphs of one kind of list share their numbers, a deeper level
/// begins anew below each number above it, and a list that says where it begins does so where it is first met.
#[derive(Default)]
struct Counter {
    counts: [[u32; 3]; 5],
    met: Vec<u32>,
}

impl Counter {
    fn next(&mut self, list: u32, level: u32, lists: &[(u32, Vec<Option<u32>>)]) -> String {
        let (kind, starts) = &lists[list as usize - 1];
        let counts = &mut self.counts[*kind as usize];
        let level = level as usize;
        if !self.met.contains(&list) {
            self.met.push(list);
            for (at, start) in starts.iter().enumerate() {
                if let Some(start) = start {
                    counts[at] = if at == level { start - 1 } else { *start };
                }
            }
        }
        counts[level] += 1;
        counts[level + 1..].fill(0);
        match (kind, level) {
            (0, 0) => format!("{}. ", words::roman(counts[0])),
            (0, 1) => format!("{}. ", counts[1]),
            (0, _) => format!("{}.{}. ", counts[1], counts[2]),
            (1, _) => "- ".into(),
            (2, _) => "+ ".into(),
            (3, _) => format!("({}) ", counts[0]),
            _ => format!("{}. ", counts[0]),
        }
    }
}

/// The words of a paragraph, without dots to write on: those are as long as there is room.
fn plain(text: &str) -> Vec<String> {
    let text = text.replace("..", " ");
    text.split_whitespace().filter(|word| !word.chars().all(|letter| letter == '.')).map(str::to_owned).collect()
}

/// What a paper prints, paragraph by paragraph, those without a word left out.
fn printed(document: &Document) -> Vec<(String, Vec<String>)> {
    let mut found = Vec::new();
    let mut copies = |part: &Document| {
        for block in &part.blocks {
            block.paragraphs(&mut |paragraph: &Paragraph| {
                let set = part.format.role(paragraph.role);
                let mut text = String::new();
                for run in &paragraph.runs {
                    match run.ink {
                        Ink::Box => text.push('☐'),
                        Ink::Letters => text.push_str(&run.text),
                        Ink::Leader(_) => text.push(' '),
                    }
                }
                let text = if set.caps { words::upper(&text) } else { text };
                let label = paragraph.label.printed();
                if !plain(&text).is_empty() || !label.is_empty() {
                    found.push((label, plain(&text)));
                }
            });
        }
    };
    for part in document.parts() {
        copies(part);
        // Two copies of it stand on one sheet.
        if part.two_up {
            copies(part);
        }
    }
    found
}

#[test]
fn word_counts_what_is_printed_and_says_the_same_words_in_the_same_order() {
    for (name, paper) in every_paper() {
        let bytes = docx::file(&paper);
        let lists = lists(&part(&bytes, "word/numbering.xml"));
        let mut counter = Counter::default();
        let mut read = Vec::new();
        for paragraph in paragraphs(&part(&bytes, "word/document.xml")) {
            let number = paragraph.list.map(|(list, level)| counter.next(list, level, &lists));
            let words = plain(&paragraph.text.replace('☐', "☐ "));
            if !words.is_empty() || number.is_some() {
                read.push((number.unwrap_or_default(), words));
            }
        }
        let mut expected = printed(&paper);
        for ((number, words), (label, said)) in read.iter().zip(&mut expected) {
            // A letter is typed, since Word does not know their Vietnamese order.
            if number.is_empty() && !label.is_empty() {
                let mut typed = plain(label);
                typed.append(said);
                *said = typed;
                label.clear();
            }
            let boxes: Vec<String> = said.iter().flat_map(|word| plain(&word.replace('☐', "☐ "))).collect();
            assert_eq!((number, words), (&*label, &boxes), "{name}");
        }
        assert_eq!(read.len(), expected.len(), "{name}");
    }
}

/// The same words in the same order in text and in HTML; with the test above, in Word as well.
#[test]
fn text_and_html_say_the_same_words() {
    let letters = |text: &str| -> String {
        text.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '.' | '☐' | '\u{a0}')).collect()
    };
    for (name, paper) in every_paper() {
        let html = doi_thoai::render::html::file(&paper);
        let body = html.split_once("<body").and_then(|(_, body)| body.split_once('>')).map(|(_, body)| body);
        let mut said = String::new();
        // What a picture shows it says in full as well.
        for part in body.unwrap_or_default().split('<').filter(|part| !part.starts_with("text ")) {
            said.push_str(part.split_once('>').map_or(part, |(_, text)| text));
        }
        for (written, letter) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
            said = said.replace(written, letter);
        }
        // Capitals are the style sheet's matter.
        let [said, text] = [&said, &doi_thoai::render::text::text(&paper)].map(|text| letters(text).to_lowercase());
        assert!(said == text, "{name}:\n{said}\n{text}");
    }
}

/// What must not be the last row of a page says so to Word: heads, headings of groups, the row before the sums.
#[test]
fn rows_that_stay_with_the_next_say_so() {
    let row = |words: &str, keep_next| {
        let cells = vec![Cell::text(Role::TableCell, vec![Run::plain(words)], None)];
        Row { cells, keep_next, ..Row::default() }
    };
    let rows = vec![row("một", false), row("hai", true), row("ba", false), row("bốn", false), row("cộng", false)];
    let widths_mm = vec![160.0];
    let table = Table { widths_mm, head: vec![row("đầu", false)], rows, fewest: 2, ..Table::default() };
    let paper = Document::new("Bang", doi_thoai::style::FormatCode::Nd30.format(), vec![Block::Table(table)]);
    let xml = part(&docx::file(&paper), "word/document.xml");
    let rows = xml.split("</w:tr>").take(6).map(|row| row.contains("<w:keepNext/>"));
    assert_eq!(rows.collect::<Vec<_>>(), [true, true, true, false, true, false]);
}

/// Word refuses a cell without one, and no validator notices.
#[test]
fn every_cell_ends_with_a_paragraph() {
    for (name, paper) in every_paper() {
        let xml = part(&docx::file(&paper), "word/document.xml");
        let mut reader = Reader::from_str(&xml);
        let mut last = String::new();
        let mut cells = 0;
        loop {
            match reader.read_event().expect("well-formed") {
                Event::Eof => break,
                Event::End(end) => {
                    let closed = end.name().as_ref().to_owned();
                    if closed == "w:tc" {
                        cells += 1;
                        assert_eq!(last, "w:p", "{name}: a cell ends with {last}");
                    }
                    last = closed;
                }
                Event::Empty(element) => last = element.name().as_ref().to_owned(),
                _ => {}
            }
        }
        assert_eq!(cells, xml.matches("<w:tc>").count(), "{name}");
        // Neither is a table the last thing of a file or of a section.
        assert!(!xml.contains("</w:tbl><w:sectPr>"), "{name}");
        assert!(!xml.contains("</w:tbl><w:tbl>"), "{name}: two tables run into one");
    }
}

#[test]
fn sizes_and_margins_are_those_of_the_official_format() {
    for (name, paper) in every_paper() {
        let bytes = docx::file(&paper);
        let styles = part(&bytes, "word/styles.xml");
        for role in Role::ALL {
            let set = paper.format.role(role);
            let style = styles
                .split("<w:style ")
                .find(|style| style.contains(&format!("w:val=\"{}\"", title(role))))
                .unwrap_or_else(|| panic!("{name}: no style for {role:?}"));
            let has = |text: &str| style.contains(text);
            assert!(has(&format!("<w:sz w:val=\"{}\"/>", (set.size_pt * 2.0) as u32)), "{name} {role:?}: size");
            assert_eq!((has("<w:b/>"), has("<w:i/>"), has("<w:u ")), (set.bold, set.italic, set.underline), "{role:?}");
            assert_eq!(has("<w:keepNext/>"), set.keep_next, "{name} {role:?}");
            let align = match set.align {
                Align::Left => "left",
                Align::Center => "center",
                Align::Right => "right",
                Align::Justify => "both",
            };
            assert!(has(&format!("<w:jc w:val=\"{align}\"/>")), "{name} {role:?}: alignment");
            let (line, rule) = match set.line {
                LineSpacing::Multiple(times) => ((times * 240.0).round() as u32, "auto"),
                LineSpacing::Exactly(pt) => ((pt * 20.0) as u32, "exact"),
            };
            assert!(has(&format!("w:line=\"{line}\" w:lineRule=\"{rule}\"")), "{name} {role:?}: pitch");
            assert!(has(&format!("w:before=\"{}\"", (set.before_pt * 20.0) as u32)), "{name} {role:?}: room above");
        }
        let xml = part(&bytes, "word/document.xml");
        let twips = |mm: f32| (mm * 1440.0 / 25.4).round() as u32;
        let sections: Vec<&str> = xml.match_indices("<w:sectPr>").map(|(at, _)| &xml[at..]).collect();
        assert_eq!(sections.len(), paper.parts().count(), "{name}");
        for (section, part) in sections.iter().zip(paper.parts()) {
            let page = part.format.page;
            let margins = format!(
                "<w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" w:left=\"{}\"",
                twips(page.top),
                twips(page.right),
                twips(page.bottom),
                twips(page.left)
            );
            assert!(section.contains(&margins), "{name}: {margins}");
        }
    }
}

/// The name of a role's style: Word's own for headings.
fn title(role: Role) -> String {
    match role {
        Role::Heading1 => "heading 1".into(),
        Role::Heading2 => "heading 2".into(),
        Role::Heading3 => "heading 3".into(),
        Role::Heading4 => "heading 4".into(),
        _ => role.title().to_owned(),
    }
}

#[test]
fn a_copy_with_its_draft_is_the_draft_again() {
    for name in SAMPLES {
        let envelope = sample(name);
        let paper = compose(&envelope.dossier, PaperKind::Plan, saved_on(&envelope));
        let bytes = docx::with_draft(&paper, &backup(&envelope));
        let found = carried(&bytes).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        assert!(!found.edited, "{name}");
        assert_eq!(read_backup(&found.draft), Ok(envelope), "{name}");
        assert!(carried(&docx::file(&paper)).is_err(), "{name}: a plain file carries nothing");
    }
}

#[test]
fn a_plain_file_holds_no_word_that_is_not_printed() {
    let mut envelope = sample("cam-quang-2021");
    let dossier = &mut envelope.dossier;
    let secret = "Hoàng Bí Mật";
    dossier.name = secret.into();
    let id = dossier.new_id();
    dossier.proceedings.invitees.push(Invitee { id, name: secret.into(), office: secret.into(), role: Part::Guest });
    let id = dossier.new_id();
    dossier.proceedings.opinions.push(Opinion { id, text: secret.into(), by: secret.into(), ..Opinion::default() });
    dossier.forms[0].copies.lots.iter_mut().for_each(|lot| lot.head = secret.into());
    dossier.plan.limits.push(doi_thoai::plan::Limit { id: Id(90_000), ..Default::default() });
    for kind in PaperKind::ALL {
        let paper = compose(dossier, kind, day(2021, 7, 10));
        let said = doi_thoai::render::text::text(&paper).contains(secret);
        for (part, content) in parts(&docx::file(&paper)) {
            assert!(said || !content.contains(secret), "{}: {part} tells what the paper does not print", kind.code());
            assert!(!content.contains("doi-thoai"), "{}: {part} tells what made it", kind.code());
        }
    }
    // Beside the body, two papers differ only in how they are set.
    let plan = parts(&docx::file(&compose(dossier, PaperKind::Plan, day(2021, 7, 10))));
    dossier.plan.title = doi_thoai::text::Text::words("Khác hẳn");
    let other = parts(&docx::file(&compose(dossier, PaperKind::Plan, day(2021, 7, 10))));
    for ((part, content), (_, changed)) in plan.iter().zip(&other) {
        assert_eq!(content == changed, part != "word/document.xml", "{part}");
    }
}

/// What cannot be typed does not reach the file, and nothing that can is lost.
#[test]
fn odd_letters_leave_the_file_readable() {
    let mut envelope = sample("cam-quang-2021");
    let odd = "a\u{1}b\u{b}c\u{fffe}d & <e> \"f\" 😀 ]]> \u{301}";
    envelope.dossier.plan.title = doi_thoai::text::Text::words(odd.repeat(2_000));
    let paper = compose(&envelope.dossier, PaperKind::Plan, day(2021, 7, 10));
    let text: String = paragraphs(&part(&docx::file(&paper), "word/document.xml"))
        .into_iter()
        .map(|paragraph| paragraph.text)
        .collect();
    assert_eq!(text.matches("abcd & <e> \"f\" 😀 ]]> \u{301}").count(), 2_000);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(
        if std::env::var_os("DOI_THOAI_FULL").is_some() { 300 } else { 12 }
    ))]

    /// Whatever was typed around the conference: every paper composes, and its file can be read.
    #[test]
    fn any_dossier_makes_every_paper(
        papers in crate::any::any_papers(),
        proceedings in crate::any::any_proceedings(),
        title in crate::any::any_text(),
    ) {
        let mut dossier = sample("dien-chau-2026").dossier;
        dossier.plan.title = title;
        dossier.papers = papers;
        dossier.proceedings = proceedings;
        crate::any::give_identities(&mut dossier);
        for kind in PaperKind::ALL {
            for paper in doi_thoai::papers::copies(&dossier, kind, day(2026, 11, 22)) {
                paragraphs(&part(&docx::file(&paper), "word/document.xml"));
                doi_thoai::render::xlsx::workbook(&paper);
            }
        }
    }
}

#[test]
fn a_line_of_a_column_is_never_lost() {
    // What a column holds beside text: rules, gaps, frames.
    let envelope = sample("cam-quang-2021");
    let paper = compose(&envelope.dossier, PaperKind::Plan, day(2021, 7, 10));
    let mut rules = 0;
    for block in &paper.blocks {
        rules += match &**block {
            Block::Rule(_) => 1,
            Block::Columns(columns) => {
                columns.columns.iter().flatten().filter(|line| matches!(line, Line::Rule(_))).count()
            }
            _ => 0,
        };
    }
    let xml = part(&docx::file(&paper), "word/document.xml");
    assert_eq!(xml.matches("<w:pBdr><w:bottom ").count(), rules);
    assert_eq!(Label::Dash.printed(), "- ");
}
