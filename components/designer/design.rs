//! What is chosen, typed in and dragged on the sheet of a form, and what can be done with it.

use std::sync::Arc;

use doi_thoai::form::{FormBlock, Kind, Property, Spot};
use doi_thoai::id::Id;
use doi_thoai::papers::SlotNames;
use leptos::html::{Details, Div, Textarea};
use leptos::prelude::*;
use web_sys::Element;

use super::geometry::bring_into_view;
use super::in_place::{self, Caret};
use crate::browser::focus;
use crate::kit::memo;
use crate::session::Session;
use crate::sheet::Canvas;
use crate::wizard::Names;

/// What is dragged over the sheet, and where it would go.
#[derive(Clone, PartialEq)]
pub struct Drag {
    /// What it is.
    pub what: Load,
    /// Before which block it would go, counted from 0; none while it is held outside the sheet.
    pub gap: Option<usize>,
}

/// What can be put into a form by dragging it there.
#[derive(Clone, PartialEq)]
pub enum Load {
    /// Blocks of the form.
    Chosen,
    /// A new block of a kind.
    New(Kind),
    /// Blocks from the officer's own store.
    Own(Vec<FormBlock>),
}

/// The designer of one form. A handle.
#[derive(Clone, Copy)]
pub struct Design {
    /// The draft.
    pub session: Session,
    /// The form.
    pub form: Id,
    /// The sheet.
    pub canvas: Canvas,
    /// The chosen blocks; the one that was chosen last is the last.
    pub chosen: RwSignal<Vec<Id>>,
    /// The text that is typed in.
    pub typed: RwSignal<Option<Spot>>,
    /// What is dragged.
    pub dragged: RwSignal<Option<Drag>>,
    /// What is held, and where in the window it was taken, in CSS px.
    pub held: StoredValue<Option<(Load, f64, f64)>>,
    /// Where the blocks stood when the drag began.
    pub places: StoredValue<Vec<(Id, f64, f64)>>,
    /// The frame around the block that was chosen last; it has the focus while no text is typed in.
    pub frame: NodeRef<Div>,
    /// The palette.
    pub palette: NodeRef<Details>,
    /// The box that lies over the text that is typed in.
    pub text: NodeRef<Textarea>,
    /// All blocks, in order.
    pub blocks: Memo<Vec<Id>>,
    /// The kind of the block that was chosen last.
    pub kind: Memo<Option<Kind>>,
    /// The page on which something was found last.
    pub near: StoredValue<Option<Element>, LocalStorage>,
    /// The names of facts.
    names: Names,
    /// Where a choice of several began.
    anchor: StoredValue<Option<Id>>,
}

impl Design {
    /// The designer of a form on a sheet.
    pub fn new(session: Session, form: Id, names: Names, canvas: Canvas) -> Self {
        let chosen = RwSignal::new(Vec::<Id>::new());
        let kind = memo(move || {
            let id = chosen.with(|chosen| chosen.last().copied())?;
            session.form_block(form, id).with(|block| Some(block.kind))
        });
        Self {
            kind,
            session,
            form,
            canvas,
            chosen,
            typed: RwSignal::new(None),
            dragged: RwSignal::new(None),
            held: StoredValue::new(None),
            places: StoredValue::new(Vec::new()),
            frame: NodeRef::new(),
            palette: NodeRef::new(),
            text: NodeRef::new(),
            blocks: session.form_blocks(form),
            near: StoredValue::new_local(None),
            names,
            anchor: StoredValue::new(None),
        }
    }

    /// The names of facts as they are now.
    pub fn names(self) -> Arc<SlotNames> {
        self.names.0.get_untracked()
    }

    /// The block that was chosen last, tracked.
    pub fn last(self) -> Option<Id> {
        self.chosen.with(|chosen| chosen.last().copied())
    }

    /// The same, untracked.
    pub fn last_now(self) -> Option<Id> {
        self.chosen.with_untracked(|chosen| chosen.last().copied())
    }

    fn place(self, id: Id) -> Option<usize> {
        self.blocks.with_untracked(|blocks| blocks.iter().position(|one| *one == id))
    }

    /// Chooses one block alone.
    pub fn choose(self, id: Option<Id>) {
        self.anchor.set_value(id);
        let chosen: Vec<Id> = id.into_iter().collect();
        self.chosen.maybe_update(|now| std::mem::replace(now, chosen.clone()) != chosen);
    }

    /// Chooses all from where the choice began up to a block.
    pub fn choose_up_to(self, id: Id) {
        let anchor = self.anchor.get_value().and_then(|id| self.place(id));
        let (Some(from), Some(to)) = (anchor, self.place(id)) else { return self.choose(Some(id)) };
        let chosen = self.blocks.with_untracked(|blocks| {
            let mut chosen = blocks[from.min(to)..=from.max(to)].to_vec();
            if to < from {
                chosen.reverse();
            }
            chosen
        });
        self.chosen.set(chosen);
    }

    /// Adds a block to the choice, or takes it out.
    pub fn toggle(self, id: Id) {
        self.anchor.set_value(Some(id));
        self.chosen.update(|chosen| match chosen.iter().position(|one| *one == id) {
            Some(at) => {
                chosen.remove(at);
            }
            None => chosen.push(id),
        });
    }

    /// Chooses all.
    pub fn choose_all(self) {
        self.chosen.set(self.blocks.get_untracked());
    }

    /// Chooses the block so many further on; with `extend` all up to it.
    pub fn step(self, by: isize, extend: bool) {
        let blocks = self.blocks.get_untracked();
        let Some(last) = blocks.len().checked_sub(1) else { return };
        let to = match self.last_now().and_then(|id| self.place(id)) {
            Some(at) => at.saturating_add_signed(by).min(last),
            None => 0,
        };
        if extend { self.choose_up_to(blocks[to]) } else { self.choose(Some(blocks[to])) }
    }

    /// The chosen blocks in the order in which they stand.
    pub fn chosen_in_order(self) -> Vec<Id> {
        let chosen = self.chosen.get_untracked();
        self.blocks.with_untracked(|blocks| blocks.iter().copied().filter(|id| chosen.contains(id)).collect())
    }

    /// Forgets what is gone, such as after undo.
    pub fn forget_gone(self) {
        let gone = |id: &Id| self.place(*id).is_none();
        if self.chosen.with_untracked(|chosen| chosen.iter().any(gone)) {
            self.chosen.update(|chosen| chosen.retain(|id| !gone(id)));
        }
        let typed = self.typed.get_untracked();
        let dossier = self.session.dossier_now();
        if typed.is_some_and(|spot| dossier.form(self.form).and_then(|form| form.text_at(spot)).is_none()) {
            in_place::stop(self);
            // The box is gone with the focus: keys must lead somewhere, the way back above all.
            self.focus_frame();
        }
    }

    /// Moves what is chosen one place up or down.
    pub fn shift(self, down: bool) {
        let ids = self.chosen_in_order();
        let (Some(first), Some(last)) = (ids.first(), ids.last()) else { return };
        let gap =
            if down { self.place(*last).map(|at| at + 2) } else { self.place(*first).map(|at| at.saturating_sub(1)) };
        if let Some(gap) = gap {
            self.session.move_form_blocks(self.form, &ids, gap);
        }
    }

    /// Takes what is chosen away, and chooses what stands there then.
    pub fn remove(self) {
        let ids = self.chosen_in_order();
        let Some(at) = ids.first().and_then(|id| self.place(*id)) else { return };
        in_place::stop(self);
        self.session.remove_form_blocks(self.form, ids);
        let next = self.blocks.with_untracked(|blocks| blocks.get(at).or(blocks.last()).copied());
        self.choose(next);
        self.focus_frame();
    }

    /// Puts a copy of what is chosen behind it, and chooses the copy.
    pub fn duplicate(self) {
        let copies = self.session.duplicate_form_blocks(self.form, &self.chosen_in_order());
        self.anchor.set_value(copies.first().copied());
        self.chosen.set(copies);
    }

    /// Brings what is chosen together under a section, whose heading is typed next.
    pub fn group(self) {
        let ids = self.chosen_in_order();
        if let Some(section) = self.session.group_form_blocks(self.form, &ids) {
            self.type_in_block(section);
        }
    }

    /// The last text of the block that was chosen last.
    pub fn last_spot(self) -> Option<Spot> {
        let dossier = self.session.dossier_now();
        dossier.form(self.form)?.block(self.last_now()?)?.spots().pop()
    }

    /// Chooses the section that a block stands in, or that it heads: up to the next one, or to what ends the form.
    pub fn choose_section(self) {
        let dossier = self.session.dossier_now();
        let (Some(id), Some(form)) = (self.last_now(), dossier.form(self.form)) else { return };
        let heads = |block: &FormBlock| block.kind == Kind::Section;
        let ends = |block: &FormBlock| {
            use Kind::{Consent, Key, Return, Section, Signature, Validity};
            matches!(block.kind, Section | Consent | Return | Validity | Key | Signature)
        };
        let Some(at) = form.blocks.iter().position(|block| block.id == id) else { return };
        let from = form.blocks[..=at].iter().rposition(heads).unwrap_or(0);
        let to = form.blocks[at + 1..].iter().position(ends).map_or(form.blocks.len(), |more| at + 1 + more);
        // The heading is the last to be chosen: the frame stays with it.
        self.chosen.set(form.blocks[from..to].iter().rev().map(|block| block.id).collect());
        self.focus_frame();
    }

    /// Puts copies of blocks that are kept elsewhere.
    pub fn put_copies(self, blocks: &[FormBlock], gap: Option<usize>) {
        let mut copies = blocks.to_vec();
        copies.iter_mut().for_each(|block| block.renumber(|| self.session.new_id()));
        self.put(copies, gap);
    }

    /// Puts blocks where a gap is, or behind what was chosen last; a single one is typed in next.
    pub fn put(self, blocks: Vec<FormBlock>, gap: Option<usize>) {
        let behind = self.last_now().and_then(|id| self.place(id)).map(|at| at + 1);
        let at = gap.or(behind).unwrap_or(usize::MAX);
        let ids: Vec<Id> = blocks.iter().map(|block| block.id).collect();
        // Past the end is the end: an index for each of several must be one.
        let at = at.min(self.blocks.with_untracked(Vec::len));
        self.session.insert_form_blocks(self.form, blocks, at);
        // The sheet is drawn first.
        request_animation_frame(move || bring_into_view(self));
        match ids[..] {
            [one] => self.type_in_block(one),
            _ => {
                self.anchor.set_value(ids.first().copied());
                self.chosen.set(ids);
                self.focus_frame();
            }
        }
    }

    /// Puts a new block of a kind.
    pub fn put_new(self, kind: Kind, gap: Option<usize>) {
        self.put(vec![FormBlock::new(kind, || self.session.new_id())], gap);
    }

    /// Chooses a block and begins to type in its first text; where it has none, it is only chosen.
    pub fn type_in_block(self, id: Id) {
        self.choose(Some(id));
        let dossier = self.session.dossier_now();
        let block = dossier.form(self.form).and_then(|form| form.block(id));
        let has_title = block.is_some_and(|block| block.kind.info().has(Property::Title));
        drop(dossier);
        if has_title { in_place::start(self, Spot::Title(id), Caret::End) } else { self.focus_frame() }
    }

    /// Gives focus to the frame around the block that was chosen last.
    pub fn focus_frame(self) {
        if let Some(frame) = self.frame.try_get_untracked().flatten() {
            focus(&frame);
        }
    }
}
