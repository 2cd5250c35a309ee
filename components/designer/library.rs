//! The officer's own blocks: kept in this browser beside the drafts, each as a small form file, so that older ones are
//! read as old forms are.

use doi_thoai::draft::{read_form, write_form};
use doi_thoai::form::{Form, FormBlock};
use doi_thoai::id::Id;
use doi_thoai::text::Text;
use doi_thoai::words::compare;

use leptos::prelude::*;

use crate::browser::clock;
use crate::desk::Desk;
use crate::locales::save_fault;

/// Blocks that were kept together.
#[derive(Clone, PartialEq)]
pub struct Own {
    /// Its name among the kept.
    pub id: String,
    /// What the palette calls it.
    pub name: String,
    /// The blocks; their identities are of no dossier.
    pub blocks: Vec<FormBlock>,
}

/// All that is kept, by name. What cannot be read is left alone.
pub fn all(desk: Desk) -> Vec<Own> {
    let texts = desk.with_shelf(|shelf| shelf.own_blocks().unwrap_or_default());
    let read = |(id, text): (String, String)| {
        let form = read_form(&text).ok()?;
        let name = doi_thoai::papers::words_of(&doi_thoai::dossier::Dossier::empty(0), &form.title);
        Some(Own { id, name, blocks: form.blocks })
    };
    let mut all: Vec<Own> = texts.into_iter().filter_map(read).collect();
    all.sort_by(|a, b| compare(&a.name, &b.name));
    all
}

/// Keeps blocks under a name; `id` is one that none of them has.
pub fn keep(desk: Desk, id: Id, name: &str, blocks: Vec<FormBlock>) {
    let form = Form { id, title: Text::words(name), blocks, ..Form::default() };
    match desk.with_shelf(|shelf| shelf.keep_own_block(&clock::new_draft_id(), &write_form(&form))) {
        Ok(()) => desk.tell(desk.messages().own_kept),
        Err(fault) => desk.tell(save_fault(desk.messages(), &fault.into())),
    }
    desk.own_blocks.set(all(desk));
}

/// Forgets what was kept under an identity; the sentence that says so takes it back.
pub fn remove(desk: Desk, id: &str) {
    let before = desk.with_shelf(|shelf| shelf.own_blocks().unwrap_or_default());
    let Some((id, text)) = before.into_iter().find(|(one, _)| one == id) else { return };
    if let Err(fault) = desk.with_shelf(|shelf| shelf.remove_own_block(&id)) {
        return desk.tell(save_fault(desk.messages(), &fault.into()));
    }
    desk.own_blocks.set(all(desk));
    desk.tell_with_undo(desk.messages().own_removed, move || {
        // The store had room for it a moment ago.
        let _ = desk.with_shelf(|shelf| shelf.keep_own_block(&id, &text));
        desk.own_blocks.set(all(desk));
    });
}
