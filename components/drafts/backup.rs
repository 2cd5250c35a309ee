//! The backup file, out and in. A file that comes in is always a new draft.

use std::string::FromUtf8Error;

use doi_thoai::draft::{DraftFault, Envelope, backup, read_backup, read_form, read_office, write_form};
use doi_thoai::id::Id;
use doi_thoai::import::{Carried, FileFault, backups, carried};
use doi_thoai::papers;
use doi_thoai::render::zip::Zip;
use doi_thoai::words::strip_marks;
use leptos::prelude::*;
use web_sys::File;

use crate::browser::{clock, files, storage};
use crate::designer::open_form;
use crate::desk::Desk;
use crate::exporting::{self, Saved};
use crate::importing::show_file;
use crate::locales::{draft_fault, file_fault, fill, save_fault};
use crate::session::{Session, Standing};

/// The backup of a draft as text; of one that a newer version has written, what is stored, since this version may not know
/// all of it.
pub fn backup_text(session: Session) -> String {
    if session.standing().with_untracked(|standing| *standing == Standing::Newer) {
        let stored = session.desk().with_shelf(|shelf| shelf.raw(&session.id()));
        return stored.ok().flatten().unwrap_or_default();
    }
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
    if download(desk, &file_name(&session.dossier_now().name), &backup_text(session)) {
        session.note_backup();
        storage::ask_to_persist();
    }
}

/// Saves a text as a JSON file; says so where that is refused.
fn download(desk: Desk, name: &str, text: &str) -> bool {
    let bytes = text.as_bytes().to_vec();
    exporting::give(desk, &Saved { name: format!("{name}.json"), mime: "application/json", bytes })
}

/// Saves what is stored of a draft as it is, whatever is wrong with it.
pub fn save_raw(desk: Desk, id: &str) {
    let text = desk.with_shelf(|shelf| shelf.raw(id)).ok().flatten().unwrap_or_default();
    download(desk, "ho-so-goc", &text);
}

/// The folder of the officer's own blocks in an archive of everything, and the file of the office.
const BLOCKS: &str = "khoi-rieng/";
const OFFICE: &str = "co-quan.json";

/// Saves everything that is kept as one archive: drafts as they are stored, own blocks, the office.
pub fn save_all(desk: Desk) {
    let mut zip = Zip::new();
    let mut noted = Vec::new();
    desk.with_shelf(|shelf| {
        for (at, entry) in shelf.list().unwrap_or_default().iter().enumerate() {
            let name = format!("{:02}-{}", at + 1, file_name(&entry.name));
            if let Some(text) = shelf.raw(&entry.id).ok().flatten() {
                zip.add(&format!("{name}.json"), text.as_bytes());
            }
            match shelf.open(&entry.id, &desk.tab()) {
                // The text itself cannot be opened again.
                Ok(opened) if opened.from_copy => {
                    zip.add(&format!("{name}-ban-giu.json"), backup(&opened.envelope).as_bytes());
                }
                Ok(opened) => noted.push((entry.id.clone(), opened.envelope.rev)),
                Err(_) => {}
            }
        }
        for (id, text) in shelf.own_blocks().unwrap_or_default() {
            zip.add(&format!("{BLOCKS}{id}.json"), text.as_bytes());
        }
        if let Ok(Some(text)) = shelf.office() {
            zip.add(OFFICE, text.as_bytes());
        }
    });
    let name = format!("doi-thoai-{}.zip", desk.today);
    if exporting::give(desk, &Saved { name, mime: "application/zip", bytes: zip.finish() }) {
        for (id, rev) in noted {
            desk.with_shelf(|shelf| shelf.note_backup(&id, rev, &clock::now()));
        }
    }
}

/// Opens a picked file as a new draft; says what is wrong with one that is none.
pub async fn open_backup(desk: Desk, file: File) {
    let bytes = files::read_bytes(&file).await;
    if desk.is_gone() {
        return;
    }
    let Some(bytes) = bytes else {
        desk.tell(desk.messages().file_error);
        return;
    };
    // A Word file may carry its draft; whatever else is no text is told what it is.
    let opened = match String::from_utf8(bytes) {
        Ok(text) if !text.starts_with("PK") && !text.starts_with("%PDF") => open_text(desk, &text, false),
        other => {
            let bytes = other.map_or_else(FromUtf8Error::into_bytes, String::into_bytes);
            match carried(&bytes) {
                Ok(Carried { draft, edited }) => open_text(desk, &draft, edited),
                // A Word file without a draft is an old paper.
                Err(FileFault::NoDraft) => return show_file(desk, &bytes),
                Err(FileFault::Other) => open_all(desk, &bytes),
                Err(fault) => Err(file_fault(desk.messages(), fault).to_owned()),
            }
        }
    };
    if let Err(words) = opened {
        desk.tell(words);
    }
    desk.drafts_changed();
}

/// Makes a draft of a backup's text, and tells its name.
fn open_text(desk: Desk, text: &str, edited: bool) -> Result<(), String> {
    let messages = desk.messages();
    match read_backup(text) {
        Ok(envelope) => {
            let made = desk.put_new(&envelope.dossier, envelope.holes);
            made.map_err(|fault| save_fault(messages, &fault).to_owned())?;
            let words = if edited { messages.opened_edited } else { messages.opened_backup };
            desk.tell(fill(words, &[("name", &envelope.dossier.name)]));
            Ok(())
        }
        // A form's file is no draft, and opens as one.
        Err(DraftFault::NotADraft) => {
            open_form(desk, read_form(text).map_err(|fault| draft_fault(messages, &fault))?);
            Ok(())
        }
        Err(fault) => Err(draft_fault(messages, &fault)),
    }
}

/// Makes drafts of all backups of an archive, and takes its own blocks and its office where there are none of that kind
/// here.
fn open_all(desk: Desk, bytes: &[u8]) -> Result<(), String> {
    let messages = desk.messages();
    let texts = backups(bytes).map_err(|fault| file_fault(messages, fault).to_owned())?;
    let (mut opened, mut failed) = (0, 0);
    let mut first = None;
    let blocks = desk.with_shelf(|shelf| shelf.own_blocks().unwrap_or_default());
    for (name, text) in texts {
        if name == OFFICE {
            if desk.with_shelf(|shelf| shelf.office()) == Ok(None) && read_office(&text).is_ok() {
                let _ = desk.with_shelf(|shelf| shelf.keep_office(&text));
            }
        } else if name.starts_with(BLOCKS) {
            if read_form(&text).is_ok() && !blocks.iter().any(|(_, known)| *known == text) {
                let _ = desk.with_shelf(|shelf| shelf.keep_own_block(&clock::new_draft_id(), &text));
            }
        } else {
            let made = read_backup(&text).map_err(|fault| draft_fault(messages, &fault)).and_then(|envelope| {
                let made = desk.put_new(&envelope.dossier, envelope.holes);
                made.map_err(|fault| save_fault(messages, &fault).to_owned())
            });
            match made {
                Ok(_) => opened += 1,
                Err(words) => {
                    failed += 1;
                    first.get_or_insert(words);
                }
            }
        }
    }
    let told = fill(messages.opened_all, &[("n", &opened.to_string())]);
    match first {
        Some(fault) => {
            desk.tell(fill(messages.opened_all_but, &[("told", &told), ("n", &failed.to_string()), ("fault", &fault)]))
        }
        None => desk.tell(told),
    }
    Ok(())
}

/// Saves a form as a file of its own.
pub fn save_form(desk: Desk, session: Session, form: Id) {
    session.flush();
    let dossier = session.dossier_now();
    let Some(form) = dossier.form(form) else { return };
    let name = file_name(&papers::words_of(&dossier, &form.title));
    download(desk, &name, &write_form(&papers::form::detached(&dossier, form)));
}
