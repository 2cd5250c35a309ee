//! What the checks read of a form, and where they put what is missing.

use crate::document::{Block, Mark, Run, Table};
use crate::finding::Finding;
use crate::form::{Form, FormBlock, FormItem, Kind, Press};
use crate::id::Id;
use crate::text::{Piece, Text};
use crate::words;

/// What a slot shows in the arguments of a finding.
const SLOT: char = '…';

/// Whether a text is dots alone: a hole that was meant, to be filled in by hand or by whoever takes the form over.
pub fn is_dots(text: &Text) -> bool {
    let dots = |letter: char| letter.is_whitespace() || matches!(letter, '.' | '…' | '_');
    !text.is_blank()
        && text.pieces().iter().all(|piece| matches!(piece, Piece::Words(words) if words.chars().all(dots)))
}

/// Whether any of a list says something; dots do.
pub fn any_usable(items: &[FormItem]) -> bool {
    items.iter().any(|item| !item.text.is_blank())
}

/// The words of a text as the arguments of a finding show them, three dots for a slot.
pub fn shown(text: &Text) -> String {
    let mut shown = String::new();
    for piece in text.pieces() {
        match piece {
            Piece::Words(words) => shown.push_str(words),
            Piece::Slot(_) => shown.push(SLOT),
        }
    }
    shown.trim().to_owned()
}

/// The words of a text for comparison, nothing for a slot.
pub fn folded(text: &Text) -> String {
    let only = text.pieces().iter().filter_map(|piece| match piece {
        Piece::Words(words) => Some(words.as_str()),
        Piece::Slot(_) => None,
    });
    words::fold(&only.collect::<Vec<_>>().join(" "))
}

/// By what two items are the same: their words but for case, spaces and the place of tones, and their slots.
pub fn sameness(text: &Text) -> String {
    let mut key = String::new();
    for piece in text.pieces() {
        match piece {
            Piece::Words(words) => key.push_str(words),
            Piece::Slot(slot) => key.push_str(&format!("\u{0}{slot:?}\u{0}")),
        }
    }
    words::fold(&key)
}

/// Whether folded words hold some words as whole words.
pub fn has_words(folded: &str, wanted: &str) -> bool {
    places_of(folded, wanted).next().is_some()
}

/// Where words end that stand as whole words in folded words, and where they begin.
pub fn places_of<'a>(folded: &'a str, wanted: &'a str) -> impl Iterator<Item = (usize, usize)> + 'a {
    folded.match_indices(wanted).map(move |(at, _)| (at, at + wanted.len())).filter(|(from, to)| {
        !folded[..*from].ends_with(char::is_alphanumeric) && !folded[*to..].starts_with(char::is_alphanumeric)
    })
}

/// The first table that a block is set as, with the columns that the block itself computes. Its rows are left out:
/// their number is the user's, and without bound.
pub fn table_of(block: &FormBlock, width_mm: f32) -> Option<Table> {
    let lean = FormBlock { rows: Vec::new(), lines: 0, ..block.clone() };
    let words = |text: &Text| vec![Run::plain(shown(text))];
    let mut press = Press::new(&words, width_mm, false, block.mark());
    (lean.kind.info().compose)(&lean, &mut press);
    press.finish_bare().into_iter().find_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

/// Whether a form has a block of a kind.
pub fn has(form: &Form, kind: Kind) -> bool {
    form.blocks.iter().any(|block| block.kind == kind)
}

/// The form with a block more: behind the questions, before where it is signed or sent back.
pub fn with_before_end(form: &Form, kind: Kind, new_id: &mut dyn FnMut() -> Id) -> Form {
    let mut form = form.clone();
    let asked = form.blocks.iter().rposition(|block| block.kind.info().asks()).map_or(0, |at| at + 1);
    let ends = |block: &FormBlock| matches!(block.kind, Kind::Signature | Kind::Return);
    let at = form.blocks[asked..].iter().position(ends).map_or(form.blocks.len(), |at| asked + at);
    form.blocks.insert(at, FormBlock::new(kind, new_id));
    form
}

/// The form with the block that a finding is about changed.
pub fn with_block(form: &Form, finding: &Finding, change: impl FnOnce(&mut FormBlock)) -> Option<Form> {
    let mut form = form.clone();
    let block = form.blocks.iter_mut().find(|block| Some(block.mark()) == finding.place)?;
    change(block);
    Some(form)
}

/// The form without the block that a finding is about.
pub fn without_block(form: &Form, finding: &Finding) -> Option<Form> {
    let at = form.blocks.iter().position(|block| Some(block.mark()) == finding.place)?;
    let mut form = form.clone();
    form.blocks.remove(at);
    Some(form)
}

/// The form without the option or row that a finding is about.
pub fn without_item(form: &Form, finding: &Finding) -> Option<Form> {
    let is_it = |item: &FormItem| Some(mark_of(item)) == finding.place;
    let block = form.blocks.iter().position(|block| block.options.iter().chain(&block.rows).any(is_it))?;
    let mut form = form.clone();
    let FormBlock { options, rows, .. } = &mut form.blocks[block];
    let items = if options.iter().any(is_it) { options } else { rows };
    let at = items.iter().position(is_it)?;
    items.remove(at);
    Some(form)
}

/// The mark of an item.
pub fn mark_of(item: &FormItem) -> Mark {
    Mark(item.id.0)
}
