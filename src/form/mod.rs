//! The opinion form (phiếu lấy ý kiến): what is asked, in blocks, and the paper that it is printed on.
//!
//! Texts may hold slots, so a form that belongs to a plan says what the plan says. Each kind of block has its file
//! under `block/`, with its name, its properties, how it is set and what can be wrong with it. Knows no dossier: who
//! prints a form passes in what a text prints ([`Press`]).

mod block;
pub mod check;
mod kind;
mod paper;
mod press;

pub use block::ALL as KINDS;
pub use kind::{Family, Kind, KindInfo, Property};
pub use paper::{FormPaper, Size};
pub use press::Press;

use crate::document::Mark;
use crate::id::{Id, keyed};
use crate::text::Text;

/// An option, a row, a field, a name: whatever a block lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormItem {
    /// Identity within the dossier.
    pub id: Id,
    /// What it says.
    pub text: Text,
}

keyed!(FormItem);

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
            texts.iter().map(|text| FormItem { id: new_id(), text: Text::words(*text) }).collect()
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

    /// The mark of its stretch of the paper.
    pub fn mark(&self) -> Mark {
        Mark(self.id.0)
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
    /// Its blocks.
    pub blocks: Vec<FormBlock>,
    /// Who gets how many copies.
    pub copies: Copies,
}

keyed!(Form);

impl Form {
    /// Visits its texts.
    pub fn texts<'a>(&'a self, visit: &mut impl FnMut(&'a Text)) {
        visit(&self.title);
        visit(&self.subtitle);
        self.blocks.iter().for_each(|block| block.texts(visit));
    }
}

/// A village, or whoever else gets copies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lot {
    /// Identity within the dossier.
    pub id: Id,
    /// Its name with its sort, such as "Thôn 3".
    pub name: String,
    /// Who hands the copies out and collects them.
    pub head: String,
    /// How many.
    pub copies: u32,
}

keyed!(Lot);

/// The distribution list (danh sách phát phiếu).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copies {
    /// Who gets how many; empty where copies are not told apart.
    pub lots: Vec<Lot>,
    /// The serial number of the first copy; none where copies bear none. A secret form never bears one.
    pub first: Option<u32>,
}

#[cfg(test)]
mod tests;
