//! The backup file, out and in. A file that comes in is always a new draft.

use std::string::FromUtf8Error;

use doi_thoai::draft::{DraftFault, Envelope, backup, read_backup, read_form, write_form};
use doi_thoai::id::Id;
use doi_thoai::import::{Carried, FileFault, carried};
use doi_thoai::papers;
use doi_thoai::words::strip_marks;
use web_sys::File;

use crate::browser::{clock, files};
use crate::designer::open_form;
use crate::desk::Desk;
use crate::host;
use crate::importing::show_file;
use crate::locales::{draft_fault, file_fault, fill, save_fault};
use crate::session::Session;

/// The backup of a draft as text.
pub fn backup_text(session: Session) -> String {
    let dossier = session.dossier_now();
    let holes = session.holes();
    backup(&Envelope { rev: 0, saved_at: clock::now(), holes, dossier: (*dossier).clone() })
}

/// A name that every file system takes: letters without marks, digits and hyphens.
pub fn file_name(name: &str) -> String {
    let plain: String = strip_marks(name)
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' })
        .take(60)
        .collect();
    let plain = plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    if plain.is_empty() { "ke-hoach".into() } else { plain.to_lowercase() }
}

/// Saves the backup of a draft as a file.
pub fn save_backup(desk: Desk, session: Session) {
    session.flush();
    let name = format!("{}.json", file_name(&session.dossier_now().name));
    if files::download(&name, "application/json", backup_text(session).as_bytes()).is_err() {
        desk.tell(desk.messages().file_error);
        host::emit(desk, "error", &[("code", "download"), ("hint", &name)]);
    }
}

/// Opens a picked file as a new draft; says what is wrong with one that is none.
pub async fn open_backup(desk: Desk, file: File) {
    let messages = desk.messages();
    let Some(bytes) = files::read_bytes(&file).await else {
        desk.tell(messages.file_error);
        return;
    };
    // A Word file may carry its draft; whatever else is no text is told what it is.
    let (text, edited) = match String::from_utf8(bytes) {
        Ok(text) if !text.starts_with("PK") && !text.starts_with("%PDF") => (text, false),
        other => {
            let bytes = other.map_or_else(FromUtf8Error::into_bytes, String::into_bytes);
            match carried(&bytes) {
                Ok(Carried { draft, edited }) => (draft, edited),
                // A Word file without a draft is an old paper.
                Err(FileFault::NoDraft) => return show_file(desk, &bytes),
                Err(fault) => return desk.tell(file_fault(messages, fault)),
            }
        }
    };
    match read_backup(&text) {
        Ok(envelope) => {
            let dossier = envelope.dossier;
            let name = dossier.name.clone();
            match desk.with_shelf(|shelf| shelf.create(&clock::new_draft_id(), &dossier, envelope.holes, &clock::now()))
            {
                Ok(_) => {
                    let words = if edited { messages.opened_edited } else { messages.opened_backup };
                    desk.tell(fill(words, &[("name", &name)]));
                }
                Err(fault) => desk.tell(save_fault(messages, &fault)),
            }
            desk.drafts_changed();
        }
        // A form's file is no draft, and opens as one.
        Err(DraftFault::NotADraft) => match read_form(&text) {
            Ok(form) => open_form(desk, form),
            Err(fault) => desk.tell(draft_fault(messages, &fault)),
        },
        Err(fault) => desk.tell(draft_fault(messages, &fault)),
    }
}

/// Saves a form as a file of its own.
pub fn save_form(desk: Desk, session: Session, form: Id) {
    session.flush();
    let dossier = session.dossier_now();
    let Some(form) = dossier.form(form) else { return };
    let name = format!("{}.json", file_name(&papers::words_of(&dossier, &form.title)));
    let text = write_form(&papers::form::detached(&dossier, form));
    if files::download(&name, "application/json", text.as_bytes()).is_err() {
        desk.tell(desk.messages().file_error);
        host::emit(desk, "error", &[("code", "download"), ("hint", &name)]);
    }
}
