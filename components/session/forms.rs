//! The forms of a dossier as views see them.

use doi_thoai::edit::{Command, ListEdit};
use doi_thoai::form::{Form, FormBlock, Kind};
use doi_thoai::id::{Id, Keyed};
use leptos::prelude::*;

use super::{Session, Thing};
use crate::kit::memo;
use crate::locales::fill;

/// What a step about a form is called.
const NAME: &str = "form";

impl Session {
    /// What stands above the blocks of a form, and who gets it.
    pub fn form(self, id: Id) -> Thing<Form> {
        Thing::new(
            id.to_string(),
            move |see| {
                if let Some(form) = self.dossier().form(id) {
                    see(form);
                }
            },
            move |word, change| {
                let Some(mut form) = self.dossier_now().form(id).map(Form::without_blocks) else { return };
                change(&mut form);
                self.carry_out(NAME, word, Command::SetForm(Box::new(form)));
            },
        )
    }

    /// One block of a form.
    pub fn form_block(self, form: Id, id: Id) -> Thing<FormBlock> {
        let trigger = self.trigger(id);
        Thing::new(
            id.to_string(),
            move |see| {
                trigger.track();
                let dossier = self.dossier_now();
                if let Some(block) = dossier.form(form).and_then(|form| form.blocks.iter().find(|block| block.id == id))
                {
                    see(block);
                }
            },
            move |word, change| {
                let dossier = self.dossier_now();
                let found = dossier.form(form).and_then(|form| form.blocks.iter().find(|block| block.id == id));
                let Some(mut item) = found.cloned() else { return };
                // A handle that is still held would have the whole dossier copied.
                drop(dossier);
                change(&mut item);
                self.carry_out(NAME, word, Command::FormBlocks(form, ListEdit::Set { item }));
            },
        )
    }

    /// The identities of the blocks of a form, as a signal that changes with their order alone.
    pub fn form_blocks(self, form: Id) -> Memo<Vec<Id>> {
        let ids = move || {
            let dossier = self.dossier();
            dossier.form(form).map(|form| form.blocks.iter().map(Keyed::id).collect()).unwrap_or_default()
        };
        memo(ids)
    }

    /// Puts blocks into a form, the first at an index.
    pub fn insert_form_blocks(self, form: Id, blocks: Vec<FormBlock>, at: usize) {
        let insert = |(offset, item)| Command::FormBlocks(form, ListEdit::Insert { at: at + offset, item });
        self.apply_all(blocks.into_iter().enumerate().map(insert).collect());
    }

    /// Brings blocks together, before the one that stands at `gap`.
    pub fn move_form_blocks(self, form: Id, ids: &[Id], gap: usize) {
        let dossier = self.dossier_now();
        let Some(blocks) = dossier.form(form).map(|form| &form.blocks) else { return };
        let edits = ListEdit::gather(blocks, ids, gap);
        drop(dossier);
        self.apply_all(edits.into_iter().map(|edit| Command::FormBlocks(form, edit)).collect());
    }

    /// Takes blocks away, and says so.
    pub fn remove_form_blocks(self, form: Id, ids: Vec<Id>) {
        let remove = |id: &Id| Command::FormBlocks(form, ListEdit::Remove { id: *id });
        self.apply_all(ids.iter().map(remove).collect());
        let words = fill(self.desk.messages().removed_n, &[("n", &ids.len().to_string())]);
        self.desk.tell_with_undo(words, move || self.undo());
    }

    /// Puts copies of blocks behind the last of them; gives the copies.
    pub fn duplicate_form_blocks(self, form: Id, ids: &[Id]) -> Vec<Id> {
        let mut copies = self.form_blocks_now(form, ids);
        copies.iter_mut().for_each(|block| block.renumber(|| self.new_id()));
        let made = copies.iter().map(|block| block.id).collect();
        let behind = self.place_of_block(form, ids.last().copied()).map_or(usize::MAX, |at| at + 1);
        self.insert_form_blocks(form, copies, behind);
        made
    }

    /// Brings blocks together under a section; gives the section.
    pub fn group_form_blocks(self, form: Id, ids: &[Id]) -> Option<Id> {
        let dossier = self.dossier_now();
        let blocks = &dossier.form(form)?.blocks;
        let at = blocks.iter().position(|block| ids.contains(&block.id))?;
        let mut edits = ListEdit::gather(blocks, ids, at);
        drop(dossier);
        let section = FormBlock::new(Kind::Section, || self.new_id());
        let id = section.id;
        edits.push(ListEdit::Insert { at, item: section });
        self.apply_all(edits.into_iter().map(|edit| Command::FormBlocks(form, edit)).collect());
        Some(id)
    }

    /// Blocks as they are now, in the order in which they stand.
    pub fn form_blocks_now(self, form: Id, ids: &[Id]) -> Vec<FormBlock> {
        let dossier = self.dossier_now();
        let blocks = dossier.form(form).map(|form| form.blocks.as_slice()).unwrap_or_default();
        blocks.iter().filter(|block| ids.contains(&block.id)).cloned().collect()
    }

    /// At which index a block stands.
    pub fn place_of_block(self, form: Id, id: Option<Id>) -> Option<usize> {
        let id = id?;
        self.dossier_now().form(form)?.blocks.iter().position(|block| block.id == id)
    }

    fn apply_all(self, mut commands: Vec<Command>) {
        match commands.len() {
            0 => {}
            1 => self.apply(NAME, commands.remove(0)),
            _ => self.apply(NAME, Command::Batch(commands)),
        }
    }

    /// Puts a new form into the dossier, and does what goes with it in the same step.
    pub fn add_form(self, form: Form, along: Command) {
        let insert = Command::Forms(ListEdit::Insert { at: usize::MAX, item: form });
        self.apply(NAME, Command::Batch(vec![insert, along]));
    }
}
