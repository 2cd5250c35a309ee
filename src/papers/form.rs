//! The opinion form as a paper: head, title, blocks.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Place, head, slots, stub};
use crate::document::{Block, Document, Numbering, Paragraph, Run, Strip, runs_with_holes};
use crate::dossier::{Dossier, Settings};
use crate::form::{Copies, Copy, Form, FormBlock, Kind, Press, Spot};
use crate::plan::Plan;
use crate::style::{Format, Role};
use crate::text::{Piece, Text};
use crate::words;

/// Composes a form of the dossier.
pub fn compose(dossier: &Dossier, form: &Form, today: NaiveDate) -> Document {
    Composer::default().compose(dossier, form, today)
}

/// Composes a form again and again while it is worked on: a block that did not change is handed on as it was set, so
/// that a key in one of a thousand questions costs one.
#[derive(Default)]
pub struct Composer {
    /// What all blocks were set from.
    around: Option<Around>,
    set: Vec<SetBlock>,
}

/// What the setting of every block depends on.
struct Around {
    plan: Plan,
    settings: Settings,
    secret: bool,
    width_mm: f32,
}

/// A block, and what it was set as.
struct SetBlock {
    block: FormBlock,
    number: Option<u32>,
    set: Vec<Arc<Block>>,
}

impl Composer {
    /// Composes a form of the dossier.
    pub fn compose(&mut self, dossier: &Dossier, form: &Form, today: NaiveDate) -> Document {
        let mut format = dossier.format(today).format();
        format.page = form.page();
        self.set_around(dossier, form, format.page.text_width());
        let mut blocks: Vec<_> = opening(dossier, form, &format).into_iter().map(Arc::new).collect();
        let words = |text: &Text| slots::runs(dossier, text);
        let mut before: Vec<Option<SetBlock>> = std::mem::take(&mut self.set).into_iter().map(Some).collect();
        let (mut next, mut count) = (0, 0);
        for block in &form.blocks {
            let asks = form.numbered && block.kind.info().asks() && !block.unnumbered;
            count += u32::from(asks);
            let number = asks.then_some(count);
            // Blocks keep their order as a rule: the one that is looked for is the next.
            let is_it = |at: &usize| before[*at].as_ref().is_some_and(|set| set.block.id == block.id);
            let found = (next..before.len()).chain(0..next).find(is_it);
            let known = found.and_then(|at| {
                next = at + 1;
                before[at].take()
            });
            let set = known.filter(|set| set.number == number && set.block == *block).unwrap_or_else(|| {
                let set = composed(block, form.secret, &format, &words, number);
                SetBlock { block: block.clone(), number, set: set.into_iter().map(Arc::new).collect() }
            });
            blocks.extend(set.set.iter().cloned());
            self.set.push(set);
        }
        paper(dossier, form, format, blocks)
    }

    /// Forgets what was set from something else.
    fn set_around(&mut self, dossier: &Dossier, form: &Form, width_mm: f32) {
        let same = self.around.as_ref().is_some_and(|around| {
            around.plan == dossier.plan
                && around.settings == dossier.settings
                && around.secret == form.secret
                && around.width_mm == width_mm
        });
        if !same {
            let (plan, settings) = (dossier.plan.clone(), dossier.settings.clone());
            self.around = Some(Around { plan, settings, secret: form.secret, width_mm });
            self.set.clear();
        }
    }
}

/// The paper around what was set.
fn paper(dossier: &Dossier, form: &Form, format: Format, blocks: Vec<Arc<Block>>) -> Document {
    let numbering = if form.paper.counted { Numbering::Counted } else { Numbering::None };
    let strip = if form.copies.are_told_apart() { form.copies(0, 1).first().map(strip) } else { None };
    Document {
        name: name(dossier, form),
        format,
        numbering,
        header: margin_line(dossier, &form.header),
        footer: margin_line(dossier, &form.footer),
        strip,
        stub: form.copies.stub,
        corner_marks: form.paper.corner_marks,
        two_up: form.paper.two_up && form.paper.can_be_two_up(),
        blocks,
        enclosures: Vec::new(),
    }
}

/// A form as it leaves its dossier, for a file of its own: what a slot prints of one thing of this plan becomes words,
/// since no other dossier has that thing; slots of what every plan has stay. Who gets copies stays here.
pub fn detached(dossier: &Dossier, form: &Form) -> Form {
    let mut form = form.clone();
    form.copies = Copies::default();
    form.change_texts(|text| {
        let mut whole = Text::default();
        for piece in text.pieces() {
            match piece {
                Piece::Slot(slot) if slot.fact.thing().is_some() => {
                    let mut alone = Text::default();
                    alone.push_slot(slot.fact, slot.form);
                    whole.push_words(&slots::words_of(dossier, &alone));
                }
                Piece::Slot(slot) => whole.push_slot(slot.fact, slot.form),
                Piece::Words(words) => whole.push_words(words),
            }
        }
        *text = whole;
    });
    form
}

/// What tells a copy from others.
pub fn strip(copy: &Copy) -> Strip {
    // Four digits at least, so that a stack sorts by eye.
    let right = copy.serial.map(|serial| format!("Số phiếu: {serial:04}")).unwrap_or_default();
    let (right, on_stub) = if copy.stub { (String::new(), right) } else { (right, String::new()) };
    Strip { left: copy.lot.clone(), right, on_stub, code: copy.code.clone() }
}

/// A text that stands in a margin, as one line.
fn margin_line(dossier: &Dossier, text: &Text) -> String {
    slots::words_of(dossier, text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands above the first block.
fn opening(dossier: &Dossier, form: &Form, format: &Format) -> Vec<Block> {
    let mark = Some(crate::document::Mark(form.id.0));
    let mut blocks = Vec::new();
    if form.copies.stub {
        blocks.push(stub::block(dossier, form, format));
    }
    let mut paragraph = |role, runs, mark| blocks.push(Block::Paragraph(Paragraph::new(role, runs, mark)));
    if !form.model.trim().is_empty() {
        paragraph(Role::FormCode, vec![Run::plain(form.model.trim())], mark);
    }
    let runs = |text: &Text, spot: Spot| {
        let own = Some(spot.mark(form.id));
        if text.is_blank() {
            return vec![Run::hole(own)];
        }
        let runs = slots::runs(dossier, text).into_iter();
        runs.map(|run| Run { mark: run.mark.or(own), ..run }).collect()
    };
    let mut titles = vec![(Role::Kind, runs(&form.title, Spot::FormTitle))];
    if !form.subtitle.is_blank() {
        titles.push((Role::Title, runs(&form.subtitle, Spot::FormSubtitle)));
    }
    if form.headed {
        blocks.push(head::form_head(head::Issue::of_plan(dossier), format, form.sealed));
    }
    blocks.extend(titles.into_iter().map(|(role, runs)| Block::Paragraph(Paragraph::new(role, runs, mark))));
    if form.enclosed {
        let mark = Some(Place::Number.mark());
        // NĐ 30/2020, Phụ lục I, mục III.1: an enclosure names what it is enclosed with.
        let words = format!("(Kèm theo {})", super::plan::named(dossier));
        let runs = runs_with_holes(&words, None, mark);
        blocks.push(Block::Paragraph(Paragraph::new(Role::FormNote, runs, mark)));
    }
    blocks
}

/// One block as it is set.
fn composed(
    block: &FormBlock,
    secret: bool,
    format: &Format,
    words: &dyn Fn(&Text) -> Vec<Run>,
    number: Option<u32>,
) -> Vec<Block> {
    let mut press = Press::new(words, format.page.text_width(), secret, block.mark());
    press.number = number;
    (block.kind.info().compose)(block, &mut press);
    // The end of a page belongs to no group: it would end inside it.
    if block.kind == Kind::PageBreak { press.finish_bare() } else { vec![press.finish(block.split)] }
}

/// "Phieu lay y kien": letters that every file system and mail program keeps.
fn name(dossier: &Dossier, form: &Form) -> String {
    let title = slots::words_of(dossier, &form.title);
    let plain: String = words::strip_marks(&title)
        .chars()
        .filter(|letter| letter.is_ascii_alphanumeric() || *letter == ' ')
        .take(60)
        .collect();
    if plain.trim().is_empty() { "Phieu".into() } else { plain.trim().to_owned() }
}
