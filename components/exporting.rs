//! Papers of a draft as files: Word, a spreadsheet, a page, plain text; all of them in one archive.

use doi_thoai::id::Id;
use doi_thoai::papers::{self, PaperKind};
use doi_thoai::render;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{clock, files, frame};
use crate::desk::Desk;
use crate::drafts::{backup_text, file_name};
use crate::host;
use crate::printing::Building;
use crate::session::Session;

/// What a paper is saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A Word file that holds the paper and nothing else.
    Word,
    /// A Word file that carries the draft as well.
    WordWithDraft,
    /// The tables of the paper as a spreadsheet.
    Workbook,
    /// One page of HTML.
    Html,
    /// Plain text.
    Text,
    /// The backup of the draft.
    Draft,
}

impl Format {
    /// The format of a file name's ending; none for one that is not made here.
    pub fn from_ending(ending: &str) -> Option<Self> {
        [Self::Word, Self::Workbook, Self::Html, Self::Text, Self::Draft]
            .into_iter()
            .find(|format| format.ending() == ending || (*format == Self::Text && ending == "text"))
    }

    fn ending(self) -> &'static str {
        match self {
            Self::Word | Self::WordWithDraft => "docx",
            Self::Workbook => "xlsx",
            Self::Html => "html",
            Self::Text => "txt",
            Self::Draft => "json",
        }
    }

    fn mime(self) -> &'static str {
        match self {
            Self::Word | Self::WordWithDraft => render::docx::MIME,
            Self::Workbook => render::xlsx::MIME,
            Self::Html => "text/html",
            Self::Text => "text/plain",
            Self::Draft => "application/json",
        }
    }
}

/// A file to be saved.
pub struct Saved {
    /// Its name, with its ending.
    pub name: String,
    /// Its type.
    pub mime: &'static str,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// A paper as a file; none where a spreadsheet is asked of a paper that has no table.
pub fn file(session: Session, kind: PaperKind, format: Format) -> Option<Saved> {
    let dossier = session.dossier_now();
    let document = papers::compose(&dossier, kind, session.today);
    let bytes = match format {
        Format::Word => render::docx::files(&papers::copies(&dossier, kind, session.today)),
        Format::WordWithDraft => render::docx::with_draft(&document, &backup_text(session)),
        Format::Workbook => render::xlsx::workbook(&document)?,
        Format::Html => render::html::file(&document).into_bytes(),
        Format::Text => render::text::text(&document).into_bytes(),
        Format::Draft => backup_text(session).into_bytes(),
    };
    Some(Saved { name: format!("{}.{}", document.name, format.ending()), mime: format.mime(), bytes })
}

/// Saves a paper as a file. What is unsaved is saved first.
pub fn save(desk: Desk, session: Session, kind: PaperKind, format: Format) {
    session.flush();
    let Some(saved) = file(session, kind, format) else { return desk.tell(desk.messages().no_table) };
    if hand_over(desk, kind.code(), format.ending(), &saved) && matches!(format, Format::Draft | Format::WordWithDraft)
    {
        session.note_backup();
    }
}

/// Saves a form as a Word file.
pub fn save_form(desk: Desk, session: Session, form: Id) {
    session.flush();
    let dossier = session.dossier_now();
    let Some(form) = dossier.form(form) else { return };
    let document = papers::form::compose(&dossier, form, session.today);
    let name = format!("{}.docx", document.name);
    let bytes = render::docx::file(&document);
    hand_over(desk, PaperKind::Form.code(), Format::Word.ending(), &Saved { name, mime: render::docx::MIME, bytes });
}

fn hand_over(desk: Desk, paper: &str, ending: &str, saved: &Saved) -> bool {
    let done = give(desk, saved);
    if done {
        host::emit(desk, "exported", &[("paper", paper), ("format", ending), ("name", &saved.name)]);
    }
    done
}

/// Gives a file to the officer; says so where the browser refuses.
pub fn give(desk: Desk, saved: &Saved) -> bool {
    let done = files::download(&saved.name, saved.mime, &saved.bytes).is_ok();
    if !done {
        desk.tell(desk.messages().file_error);
        host::emit(desk, "error", &[("code", "download"), ("hint", &saved.name)]);
    }
    done
}

/// Saves papers as Word files, and lists as spreadsheets too, in one archive; tells how far it is, and stops where it is
/// told to.
pub fn save_all(desk: Desk, session: Session, kinds: Vec<PaperKind>) {
    session.flush();
    if desk.building.get_untracked().is_some() {
        return;
    }
    let words = desk.messages().building_papers;
    let begun = clock::millis();
    let total = kinds.len();
    desk.building.set(Some(Building { done: 0, total, shown: false, words }));
    spawn_local(async move {
        let mut zip = render::zip::Zip::new();
        for (at, kind) in kinds.into_iter().enumerate() {
            for format in [Format::Word, Format::Workbook] {
                if format == Format::Workbook && !papers::info(kind).table {
                    continue;
                }
                if let Some(saved) = file(session, kind, format) {
                    // In the order in which an office needs them, whatever a file manager sorts by.
                    zip.add(&format!("{:02} {}", at + 1, saved.name), &saved.bytes);
                }
            }
            let shown = clock::millis() - begun > crate::printing::SILENT_MS;
            let turned = frame::turn().await.is_ok();
            // The element may be gone by now, or show another draft.
            if session.is_gone() {
                desk.building.try_set(None);
            }
            if !turned || !matches!(desk.building.try_get_untracked(), Some(Some(_))) {
                return;
            }
            desk.building.try_set(Some(Building { done: at + 1, total, shown, words }));
        }
        desk.building.try_set(None);
        let name = format!("{}.zip", file_name(&session.dossier_now().name));
        hand_over(desk, "all", "zip", &Saved { name, mime: "application/zip", bytes: zip.finish() });
    });
}
