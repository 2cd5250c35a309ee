//! The opinion form (phiếu lấy ý kiến): what is asked, in blocks, and the paper that it is printed on.
//!
//! Texts may hold slots, so a form that belongs to a plan says what the plan says. Each kind of block has its file
//! under `block/`, with its name, its properties, how it is set and what can be wrong with it. Knows no dossier: who
//! prints a form passes in what a text prints ([`Press`]).

mod block;
pub mod check;
mod copies;
mod kind;
mod paper;
mod press;
mod spot;

pub use block::ALL as KINDS;
pub use copies::{Copies, Copy, Lot, MOST_COPIES, read_lots};
pub use kind::{Family, Kind, KindInfo, Property};
pub use paper::{FormPaper, Size};
pub use press::{LINE_MM, Press};
pub use spot::{Enter, Spot, pasted_lines};

use crate::document::{CODE_ROOM_MM, Mark, NUMBER_ROOM_MM};
use crate::id::{Id, keyed};
use crate::style::PageSetup;
use crate::text::{Piece, Text};

/// The height of the strip that tells copies apart, in mm: a code of 25 modules is read by every telephone from 14 mm on.
pub const STRIP_MM: f32 = 9.0;

/// The most lines to write on, free rows or columns of one block: far more than a page holds.
pub const MOST_LINES: u32 = 200;

/// An option, a row, a field, a name: whatever a block lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormItem {
    /// Identity within the dossier.
    pub id: Id,
    /// What it says.
    pub text: Text,
    /// Of a row: whether it stands under the one above it that does not. A row with others under it is a part.
    pub sub: bool,
}

keyed!(FormItem);

/// What a row under another begins with where rows are typed, a line each.
const UNDER: &str = "- ";

/// A list as one text, a line for each item: as an officer types it, or pastes it from elsewhere.
pub fn as_lines(items: &[FormItem]) -> Text {
    let mut text = Text::default();
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            text.push_words("\n");
        }
        if item.sub {
            text.push_words(UNDER);
        }
        text.push(&item.text);
    }
    text
}

/// Takes a list from its lines. A line keeps the identity of the item that stood in its place.
pub fn set_lines(items: &mut Vec<FormItem>, text: &Text, mut new_id: impl FnMut() -> Id) {
    let mut lines = vec![Text::default()];
    for piece in text.pieces() {
        match piece {
            Piece::Words(words) => {
                for (at, part) in words.split('\n').enumerate() {
                    if at > 0 {
                        lines.push(Text::default());
                    }
                    if let Some(line) = lines.last_mut() {
                        line.push_words(part);
                    }
                }
            }
            Piece::Slot(slot) => {
                if let Some(line) = lines.last_mut() {
                    line.push_slot(slot.fact, slot.form);
                }
            }
        }
    }
    if lines.len() == 1 && lines[0].is_empty() {
        lines.clear();
    }
    items.truncate(lines.len());
    for (at, text) in lines.into_iter().enumerate() {
        match items.get_mut(at) {
            Some(item) => (item.text, item.sub) = (text, false),
            None => items.push(FormItem { id: new_id(), text, ..FormItem::default() }),
        }
    }
}

/// The same for rows: one that begins with a dash and a space stands under the one above it.
pub fn set_rows(rows: &mut Vec<FormItem>, text: &Text, new_id: impl FnMut() -> Id) {
    set_lines(rows, text, new_id);
    for row in rows {
        row.sub = row.text.take_lead(UNDER);
    }
}

/// One block of a form. Its kind says which of its values are used; the others are kept, so that a block whose kind is
/// changed and changed back is as it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormBlock {
    /// Identity within the dossier.
    pub id: Id,
    /// What it is.
    pub kind: Kind,
    /// The question, the heading or the text.
    pub title: Text,
    /// What helps to answer, in smaller letters.
    pub help: Text,
    /// Options, columns, fields, signers: what is listed.
    pub options: Vec<FormItem>,
    /// The rows of a table.
    pub rows: Vec<FormItem>,
    /// How many lines to write on, or free rows of a table.
    pub lines: u32,
    /// In how many columns the options stand; 0 and 1 are one under the other.
    pub columns: u32,
    /// Whether a last option is left open to be written in.
    pub other: bool,
    /// Whether it may go on on the next page though it would fit on one.
    pub split: bool,
    /// Whether it has no number though the form numbers its questions.
    pub unnumbered: bool,
}

keyed!(FormBlock);

impl FormBlock {
    /// A new block of a kind, as its kind starts it; `new_id` gives identities to what it lists.
    pub fn new(kind: Kind, mut new_id: impl FnMut() -> Id) -> Self {
        let info = kind.info();
        let mut items = |texts: &[&str]| -> Vec<FormItem> {
            texts
                .iter()
                .map(|text| FormItem { id: new_id(), text: Text::words(*text), ..FormItem::default() })
                .collect()
        };
        let (options, rows) = (items(info.options), items(info.rows));
        Self {
            kind,
            title: Text::words(info.title),
            help: Text::words(info.help),
            options,
            rows,
            lines: info.lines,
            columns: info.columns,
            id: new_id(),
            ..Self::default()
        }
    }

    /// Makes it another kind. What fits is kept; what the old kind began with and nobody changed is what the new one
    /// begins with.
    pub fn become_kind(&mut self, kind: Kind) {
        let (old, new) = (self.kind.info(), kind.info());
        for (text, before, now) in [(&mut self.title, old.title, new.title), (&mut self.help, old.help, new.help)] {
            if *text == Text::words(before) {
                *text = Text::words(now);
            }
        }
        if self.lines == 0 {
            self.lines = new.lines;
        }
        self.kind = kind;
    }

    /// Gives it, and all that it lists, new identities.
    pub fn renumber(&mut self, mut new_id: impl FnMut() -> Id) {
        self.id = new_id();
        self.options.iter_mut().chain(&mut self.rows).for_each(|item| item.id = new_id());
    }

    /// How many lines or free rows are set: never more than a form can need, whatever a file says.
    pub fn set_lines(&self) -> u32 {
        self.lines.min(MOST_LINES)
    }

    /// In how many columns its options are set, likewise.
    pub fn set_columns(&self) -> u32 {
        self.columns.min(MOST_LINES)
    }

    /// The mark of its stretch of the paper.
    pub fn mark(&self) -> Mark {
        Mark(self.id.0)
    }

    /// The mark of what helps to answer it.
    pub fn help_mark(&self) -> Mark {
        spot::second(self.id)
    }

    /// Visits its texts.
    pub fn texts<'a>(&'a self, visit: &mut impl FnMut(&'a Text)) {
        visit(&self.title);
        visit(&self.help);
        self.options.iter().chain(&self.rows).for_each(|item| visit(&item.text));
    }
}

/// A form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// Identity within the dossier.
    pub id: Id,
    /// Its title: "Phiếu lấy ý kiến"; the paper sets it in capitals.
    pub title: Text,
    /// The line under the title: what about, for which conference.
    pub subtitle: Text,
    /// The code of a model form, "Mẫu số 01"; none for an empty one.
    pub model: String,
    /// Whether it bears the head of the issuing organ.
    pub headed: bool,
    /// Whether it has a place for the organ's seal, top left (dấu treo).
    pub sealed: bool,
    /// Whether it says which plan it is enclosed with.
    pub enclosed: bool,
    /// Whether it is secret: no name, no signature, nothing by which a sheet could be told from another.
    pub secret: bool,
    /// Whether its questions are numbered.
    pub numbered: bool,
    /// The paper.
    pub paper: FormPaper,
    /// A line in the top margin of each page; none where it is blank.
    pub header: Text,
    /// A line in the bottom margin of each page; none where it is blank.
    pub footer: Text,
    /// Its blocks.
    pub blocks: Vec<FormBlock>,
    /// Who gets how many copies.
    pub copies: Copies,
}

keyed!(Form);

impl Form {
    /// The page in mm: that of its paper, with room at the top for what tells copies apart.
    pub fn page(&self) -> PageSetup {
        let mut page = self.paper.page();
        if self.copies.are_told_apart() {
            page.top += STRIP_MM;
        }
        page
    }

    /// How long the line in the top margin may be in mm: it ends before the code of a copy.
    pub fn header_room_mm(&self) -> f32 {
        self.page().text_width() - if self.copies.are_told_apart() { CODE_ROOM_MM } else { 0.0 }
    }

    /// How long the line in the bottom margin may be in mm: it ends before the number of the page.
    pub fn footer_room_mm(&self) -> f32 {
        self.page().text_width() - if self.paper.counted { NUMBER_ROOM_MM } else { 0.0 }
    }

    /// All of it but its blocks, which may be many: for whoever changes what stands above them.
    pub fn without_blocks(&self) -> Self {
        let Self {
            id,
            title,
            subtitle,
            model,
            headed,
            sealed,
            enclosed,
            secret,
            numbered,
            paper,
            header,
            footer,
            blocks: _,
            copies,
        } = self;
        Self {
            id: *id,
            title: title.clone(),
            subtitle: subtitle.clone(),
            model: model.clone(),
            headed: *headed,
            sealed: *sealed,
            enclosed: *enclosed,
            secret: *secret,
            numbered: *numbered,
            paper: *paper,
            header: header.clone(),
            footer: footer.clone(),
            blocks: Vec::new(),
            copies: copies.clone(),
        }
    }

    /// The block that something of the paper came from: the block itself, or one that lists it.
    pub fn block_of(&self, mark: Mark) -> Option<&FormBlock> {
        let lists = |block: &FormBlock| block.items().any(|item| item.id.0 == mark.0);
        self.blocks.iter().find(|block| block.mark() == mark || block.help_mark() == mark || lists(block))
    }

    /// Gives it, and all that is in it, new identities: for a form from elsewhere.
    pub fn renumber(&mut self, mut new_id: impl FnMut() -> Id) {
        self.id = new_id();
        self.blocks.iter_mut().for_each(|block| block.renumber(&mut new_id));
        self.copies.lots.iter_mut().for_each(|lot| lot.id = new_id());
    }

    /// Changes each of its texts.
    pub fn change_texts(&mut self, mut change: impl FnMut(&mut Text)) {
        change(&mut self.title);
        change(&mut self.subtitle);
        change(&mut self.header);
        change(&mut self.footer);
        for block in &mut self.blocks {
            change(&mut block.title);
            change(&mut block.help);
            block.options.iter_mut().chain(&mut block.rows).for_each(|item| change(&mut item.text));
        }
    }

    /// Visits its texts.
    pub fn texts<'a>(&'a self, visit: &mut impl FnMut(&'a Text)) {
        visit(&self.title);
        visit(&self.subtitle);
        visit(&self.header);
        visit(&self.footer);
        self.blocks.iter().for_each(|block| block.texts(visit));
    }
}

#[cfg(test)]
mod tests;
