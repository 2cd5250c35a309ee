//! The forms of a dossier as views see them.

use doi_thoai::edit::{Command, ListEdit};
use doi_thoai::form::{Form, FormBlock};
use doi_thoai::id::{Id, Keyed};
use leptos::prelude::*;

use super::{Session, Thing};
use crate::kit::{CardActions, memo};

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

    /// Puts a block behind another, or at the end.
    pub fn add_form_block(self, form: Id, block: FormBlock, behind: Option<Id>) {
        let dossier = self.dossier_now();
        let Some(blocks) = dossier.form(form).map(|form| &form.blocks) else { return };
        let at = behind.and_then(|id| blocks.iter().position(|block| block.id == id)).map_or(blocks.len(), |at| at + 1);
        drop(dossier);
        self.apply(NAME, Command::FormBlocks(form, ListEdit::Insert { at, item: block }));
    }

    /// What can be done with the blocks of a form; a new one is an open question.
    pub fn form_block_actions(self, form: Id) -> CardActions {
        let edit = move |edit| self.apply(NAME, Command::FormBlocks(form, edit));
        CardActions {
            add: Callback::new(move |()| {
                self.add_form_block(form, FormBlock::new(Default::default(), || self.new_id()), None);
            }),
            duplicate: Some(Callback::new(move |id| {
                let dossier = self.dossier_now();
                let found =
                    dossier.form(form).and_then(|form| form.blocks.iter().find(|block| block.id == id)).cloned();
                drop(dossier);
                if let Some(mut copy) = found {
                    copy.renumber(|| self.new_id());
                    self.add_form_block(form, copy, Some(id));
                }
            })),
            move_to: Callback::new(move |(id, to)| edit(ListEdit::Move { id, to })),
            remove: self.telling(move |id| edit(ListEdit::Remove { id })),
        }
    }

    /// Puts a new form into the dossier, and does what goes with it in the same step.
    pub fn add_form(self, form: Form, along: Command) {
        let insert = Command::Forms(ListEdit::Insert { at: usize::MAX, item: form });
        self.apply(NAME, Command::Batch(vec![insert, along]));
    }
}
