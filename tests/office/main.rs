//! Papers in the hands of other programs: Microsoft's validator, python-docx, LibreOffice.
//!
//! These need programs that a developer's machine may lack, so they are ignored by `cargo test` and run by
//! `cargo xtask test`, which installs them and says where they are. A handful of papers as a rule; with
//! `DOI_THOAI_FULL` every paper of every sample and template.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use chrono::NaiveDate;
use doi_thoai::document::{Block, Document};
use doi_thoai::dossier::Dossier;
use doi_thoai::draft::read_backup;
use doi_thoai::import;
use doi_thoai::papers::{PaperKind, compose};
use doi_thoai::proceedings::Invitee;
use doi_thoai::render;
use doi_thoai::style::{Align, Role};
use doi_thoai::templates::TEMPLATES;
use serde_json::Value;

/// The day on which papers without a date are composed.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

fn sample(name: &str) -> Dossier {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("public/samples/{name}.json"));
    let text = fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
    read_backup(&text).unwrap_or_else(|fault| panic!("{name}: {fault}")).dossier
}

const SAMPLES: [&str; 5] = ["cam-quang-2021", "dien-chau-2026", "tan-yen-2024", "thach-that-2023", "thai-nguyen-2022"];

/// The papers that are looked at, each with a name for its file.
fn papers() -> Vec<(String, Document)> {
    let full = std::env::var_os("DOI_THOAI_FULL").is_some();
    let mut dossiers: Vec<(String, Dossier)> = SAMPLES.iter().map(|name| ((*name).to_owned(), sample(name))).collect();
    for template in TEMPLATES {
        dossiers.push((template.code.to_owned(), template.dossier(2026, None).expect("a template")));
    }
    // One that encloses everything that can be enclosed.
    let mut enclosing = sample("cam-quang-2021");
    enclosing.papers.entry(PaperKind::Plan).or_default().enclosed = PaperKind::ALL.into();
    dossiers.push(("enclosing".into(), enclosing));
    let mut found = Vec::new();
    for (name, dossier) in &dossiers {
        for kind in PaperKind::ALL {
            // Without asking for all: one system's every paper, the plan of each sample, and the Front's letters.
            let few = match name.as_str() {
                "dien-chau-2026" => true,
                "mttq-xa" => matches!(kind, PaperKind::Plan | PaperKind::Letter | PaperKind::Minutes),
                "thach-that-2023" => matches!(kind, PaperKind::Plan | PaperKind::Letter | PaperKind::Conclusion),
                _ => kind == PaperKind::Plan && (SAMPLES.contains(&name.as_str()) || name == "enclosing"),
            };
            if full || few {
                found.push((format!("{name}-{}", kind.code()), compose(dossier, kind, today())));
            }
        }
    }
    found
}

/// A folder of its own below `target/office`, empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/office").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("an old folder to go");
    }
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn write(folder: &Path, name: &str, ending: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(format!("{name}.{ending}"));
    fs::write(&path, bytes).expect("a file");
    path
}

/// Where a program is, as the developer command says it.
fn program(variable: &str) -> String {
    std::env::var(variable).unwrap_or_else(|_| panic!("{variable} is not set: run cargo xtask test --only office"))
}

fn run(command: &mut Command) -> Output {
    command.output().unwrap_or_else(|fault| panic!("{command:?}: {fault}"))
}

/// What Microsoft's OpenXmlValidator finds wrong with a file.
fn validate(path: &Path) -> Vec<String> {
    let output = run(Command::new(program("DOI_THOAI_VALIDATOR")).arg(path));
    let report: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{}: {}", path.display(), String::from_utf8_lossy(&output.stderr)));
    report["errors"].as_array().expect("a list").iter().map(ToString::to_string).collect()
}

#[test]
#[ignore = "needs the office programs: cargo xtask test --only office"]
fn the_validator_finds_nothing() {
    let folder = folder("validator");
    for (name, paper) in papers() {
        let path = write(&folder, &name, "docx", &render::docx::file(&paper));
        assert_eq!(validate(&path), [""; 0], "{name}");
        if let Some(bytes) = render::xlsx::workbook(&paper) {
            let path = write(&folder, &name, "xlsx", &bytes);
            assert_eq!(validate(&path), [""; 0], "{name}.xlsx");
        }
    }
    let plan = compose(&sample("cam-quang-2021"), PaperKind::Plan, today());
    let path = write(&folder, "with-draft", "docx", &render::docx::with_draft(&plan, "{\"a\":\"<&>\"}"));
    assert_eq!(validate(&path), [""; 0], "a copy with its draft");
    let path = write(&folder, "several", "docx", &render::docx::files(&[plan.clone(), plan]));
    assert_eq!(validate(&path), [""; 0], "several papers in a file");
}

#[test]
#[ignore = "needs the office programs: cargo xtask test --only office"]
fn python_docx_reads_what_the_official_format_says() {
    let folder = folder("python");
    let papers = papers();
    let paths: Vec<PathBuf> =
        papers.iter().map(|(name, paper)| write(&folder, name, "docx", &render::docx::file(paper))).collect();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/office/read.py");
    let output = run(Command::new(program("DOI_THOAI_PYTHON")).arg(script).args(&paths));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let read: Vec<Value> = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(read.len(), papers.len());
    for ((name, paper), read) in papers.iter().zip(&read) {
        assert_eq!(read["family"], "Times New Roman", "{name}");
        let sections = read["sections"].as_array().expect("sections");
        assert_eq!(sections.len(), paper.parts().count(), "{name}");
        for (section, part) in sections.iter().zip(paper.parts()) {
            let page = part.format.page;
            let (width, height) = if part.two_up { (297.0, 210.0) } else { (page.width, page.height) };
            for (at, length) in [width, height, page.top, page.right, page.bottom, page.left].into_iter().enumerate() {
                let found = section[at].as_f64().expect("a length");
                assert!((found - f64::from(length)).abs() < 0.15, "{name}: {found} mm and not {length}");
            }
        }
        for role in Role::ALL {
            let set = paper.format.role(role);
            // python-docx calls Word's own headings by their English names.
            let title = match role {
                Role::Heading1 => "Heading 1",
                Role::Heading2 => "Heading 2",
                Role::Heading3 => "Heading 3",
                Role::Heading4 => "Heading 4",
                _ => role.title(),
            };
            let style = &read["styles"][title];
            assert_eq!(style["size"].as_f64(), Some(f64::from(set.size_pt)), "{name}: {title}");
            assert_eq!((&style["bold"], &style["italic"]), (&set.bold.into(), &set.italic.into()), "{name}: {title}");
            let align = match set.align {
                Align::Left => "left",
                Align::Center => "center",
                Align::Right => "right",
                Align::Justify => "justify",
            };
            assert_eq!(style["align"], align, "{name}: {title}");
        }
    }
}

/// Letters alone: what is set in lines differs in white space, and dots to write on are as long as there is room.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '.' | '…' | '\u{a0}')).collect()
}

/// Where two texts begin to differ, with some letters around.
fn difference(a: &str, b: &str) -> Option<String> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let at = (0..a.len().max(b.len())).find(|at| a.get(*at) != b.get(*at))?;
    let around = |text: &[char]| text.iter().skip(at.saturating_sub(30)).take(70).collect::<String>();
    Some(format!("at letter {at}: {:?} and {:?}", around(&a), around(&b)))
}

/// The files of a folder as PDF, by LibreOffice with a profile of its own; it must not warn of anything.
fn convert(folder: &Path, paths: &[PathBuf]) {
    // One run of the program leaves some of several hundred files undone, without a word.
    paths.chunks(50).for_each(|paths| convert_some(folder, paths));
}

fn convert_some(folder: &Path, paths: &[PathBuf]) {
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let output = run(Command::new(program("DOI_THOAI_OFFICE"))
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder)
        .args(paths));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8_lossy(&output.stderr);
    // A machine without Java is no matter of our files.
    let warned: Vec<&str> = said.lines().filter(|line| line.contains("warn") && !line.contains("java")).collect();
    assert!(warned.is_empty(), "{warned:?}");
}

/// The words of each page of a PDF, without the number above them.
fn pages(pdf: &Path) -> Vec<String> {
    let output = run(Command::new("pdftotext").arg("-raw").arg(pdf).arg("-"));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
    pages.pop();
    pages
}

#[test]
#[ignore = "needs the office programs: cargo xtask test --only office"]
fn libreoffice_prints_the_words_of_the_paper_in_their_order() {
    let folder = folder("libreoffice");
    // Columns and tables come out of a PDF line by line: the plan and what is set like it is compared letter by letter,
    // all others by the letters that they have.
    let papers = papers();
    let paths: Vec<PathBuf> =
        papers.iter().map(|(name, paper)| write(&folder, name, "docx", &render::docx::file(paper))).collect();
    convert(&folder, &paths);
    for (name, paper) in &papers {
        let mut said = String::new();
        for page in pages(&folder.join(format!("{name}.pdf"))) {
            let mut lines = page.lines();
            let first = lines.clone().next().unwrap_or_default();
            if first.trim().parse::<u32>().is_ok() {
                lines.next();
            }
            // A form's number stands below.
            let number = |line: &str| {
                line.trim().strip_prefix("Trang ").is_some_and(|rest| rest.contains('/') && rest.len() < 8)
            };
            said.extend(lines.filter(|line| !number(line)));
        }
        let (said, expected) = (letters(&said), letters(&render::text::text(paper)));
        if name.ends_with("-plan") && !name.starts_with("enclosing") {
            assert_eq!(difference(&said, &expected), None, "{name}");
        }
        // The head of a table stands again on every page that it goes on to.
        let heads: Vec<String> = heads(paper);
        let again = |times: usize| sorted(&(expected.clone() + &heads.concat().repeat(times)));
        let said = sorted(&said);
        let whole =
            if heads.len() > 1 { holds(&said, &sorted(&expected)) } else { (0..10).any(|times| again(times) == said) };
        assert!(
            whole,
            "{name}: {:?}; with its heads again {:?}",
            difference(&said, &again(0)),
            difference(&said, &again(1))
        );
    }
}

/// The letters of a text in order, for what comes out of a PDF line by line.
fn sorted(text: &str) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}

/// Whether sorted letters hold others, each as often.
fn holds(all: &str, some: &str) -> bool {
    let mut all = all.chars();
    some.chars().all(|letter| all.by_ref().any(|other| other == letter))
}

/// The letters of the heads of a paper's tables.
fn heads(paper: &Document) -> Vec<String> {
    fn look(block: &Block, found: &mut Vec<String>) {
        match block {
            Block::Group(group) => group.blocks.iter().for_each(|block| look(block, found)),
            Block::Table(table) if !table.head.is_empty() => {
                let mut head = String::new();
                for cell in table.head.iter().flat_map(|row| &row.cells) {
                    for line in &cell.lines {
                        line.paragraph(&mut |paragraph| head.push_str(&paragraph.text()));
                    }
                }
                found.push(letters(&head));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    paper.parts().flat_map(|part| &part.blocks).for_each(|block| look(block, &mut found));
    found
}

#[test]
#[ignore = "needs the office programs: cargo xtask test --only office"]
fn libreoffice_puts_each_copy_on_its_page_and_two_small_ones_on_a_sheet() {
    let folder = folder("copies");
    let mut dossier = sample("cam-quang-2021");
    for at in 1..=5 {
        let id = dossier.new_id();
        dossier.proceedings.invitees.push(Invitee { id, name: format!("Ông Khách {at}"), ..Invitee::default() });
    }
    for (two_up, sheets) in [(false, 5), (true, 3)] {
        let own = dossier.papers.entry(PaperKind::Invitation).or_default();
        (own.each, own.two_up) = (true, two_up);
        let copies = doi_thoai::papers::copies(&dossier, PaperKind::Invitation, today());
        let path = write(&folder, &format!("invitations-{sheets}"), "docx", &render::docx::files(&copies));
        convert(&folder, std::slice::from_ref(&path));
        let pages = pages(&path.with_extension("pdf"));
        assert_eq!(pages.len(), sheets);
        let per_sheet = if two_up { 2 } else { 1 };
        for (at, page) in pages.iter().enumerate() {
            // What has no other beside it stands there twice.
            let guests = (1..=5).filter(|guest| (guest - 1) / per_sheet == at);
            guests.for_each(|guest| assert!(letters(page).contains(&format!("ÔngKhách{guest}")), "sheet {at}: {page}"));
            assert_eq!(page.matches("GIẤY MỜI").count(), per_sheet, "sheet {at}: {page}");
        }
    }
}

#[test]
#[ignore = "needs the office programs: cargo xtask test --only office"]
fn libreoffice_opens_every_workbook() {
    let folder = folder("workbooks");
    let books: Vec<(String, PathBuf)> = papers()
        .into_iter()
        .filter_map(|(name, paper)| {
            Some((name.clone(), write(&folder, &name, "xlsx", &render::xlsx::workbook(&paper)?)))
        })
        .collect();
    assert!(!books.is_empty());
    convert(&folder, &books.iter().map(|(_, path)| path.clone()).collect::<Vec<_>>());
    for (name, _) in books {
        let text = pages(&folder.join(format!("{name}.pdf"))).concat();
        assert!(!text.trim().is_empty(), "{name}: an empty sheet");
    }
}

/// The old papers that come in: the project's own, and the seeds where they are given.
fn old_papers() -> Vec<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/old");
    let given = std::env::var_os("DOI_THOAI_SEEDS").map(PathBuf::from);
    let texts = |folder: PathBuf| {
        let entries = fs::read_dir(&folder).unwrap_or_else(|fault| panic!("{}: {fault}", folder.display()));
        entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
    };
    let mut found: Vec<PathBuf> = std::iter::once(own).chain(given).flat_map(texts).collect();
    found.sort();
    found
}

/// The facts of an old paper. Its text and what is wrong with it follow from the others, but for the marks of lists.
fn facts_of(path: &Path) -> Value {
    let bytes = fs::read(path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
    let source = import::file(&bytes).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
    let import = import::read(&source, &import::NO_CORRECTIONS, 2026);
    doi_thoai::facts::of_import(&import, today())
}

#[test]
#[ignore = "needs the office programs: cargo xtask test --only office"]
fn old_papers_come_in_from_word_files_as_from_text() {
    let folder = folder("old");
    let mut texts = Vec::new();
    for path in old_papers() {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let copy = write(&folder, &name, "txt", &fs::read(&path).expect("a text"));
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/office/old.py");
        let typed = folder.join(format!("{name}.typed.docx"));
        let output = run(Command::new(program("DOI_THOAI_PYTHON")).arg(script).arg(&path).arg(&typed));
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        texts.push((name, copy, typed));
    }
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let copies: Vec<&PathBuf> = texts.iter().map(|(_, copy, _)| copy).collect();
    let output = run(Command::new(program("DOI_THOAI_OFFICE"))
        .args([&profile, "--headless", "--infilter=Text (encoded):UTF8", "--convert-to", "docx", "--outdir"])
        .arg(&folder)
        .args(copies));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for (name, copy, typed) in &texts {
        let want = facts_of(copy);
        assert_eq!(facts_of(&folder.join(format!("{name}.docx"))), want, "{name}, as LibreOffice wrote it");
        assert_eq!(facts_of(typed), want, "{name}, as an office types it");
    }
}
