//! A form to schema 4 and back.

use super::codes::{Code, read_text, text};
use super::from_wire::{Ids, Read, coded, each, fault};
use super::types as wire;
use crate::form::{Copies, Form, FormBlock, FormItem, FormPaper, Kind, Lot, MOST_LINES};

pub(super) fn write(form: &Form) -> wire::Form {
    let paper = form.paper;
    wire::Form {
        id: form.id.0,
        title: text(&form.title),
        subtitle: text(&form.subtitle),
        model: form.model.clone(),
        headed: form.headed,
        sealed: form.sealed,
        enclosed: form.enclosed,
        secret: form.secret,
        numbered: form.numbered,
        size: paper.size.code().into(),
        landscape: paper.landscape,
        two_up: paper.two_up,
        two_sided: paper.two_sided,
        counted: paper.counted,
        corner_marks: paper.corner_marks,
        header: text(&form.header),
        footer: text(&form.footer),
        blocks: form.blocks.iter().map(block).collect(),
        lots: form.copies.lots.iter().map(lot).collect(),
        first: form.copies.first,
        stub: form.copies.stub,
    }
}

fn block(block: &FormBlock) -> wire::FormBlock {
    let items = |items: &[FormItem]| {
        items.iter().map(|item| wire::FormItem { id: item.id.0, text: text(&item.text), sub: item.sub }).collect()
    };
    wire::FormBlock {
        id: block.id.0,
        kind: block.kind.info().code.into(),
        title: text(&block.title),
        help: text(&block.help),
        options: items(&block.options),
        rows: items(&block.rows),
        lines: block.lines,
        columns: block.columns,
        other: block.other,
        split: block.split,
        unnumbered: block.unnumbered,
    }
}

fn lot(lot: &Lot) -> wire::Village {
    wire::Village { id: lot.id.0, name: lot.name.clone(), head: lot.head.clone(), copies: lot.copies }
}

pub(super) fn read(wire: wire::Form, ids: &mut Ids) -> Read<Form> {
    Ok(Form {
        id: ids.take(wire.id)?,
        title: read_text(&wire.title),
        subtitle: read_text(&wire.subtitle),
        model: wire.model,
        headed: wire.headed,
        sealed: wire.sealed,
        enclosed: wire.enclosed,
        secret: wire.secret,
        numbered: wire.numbered,
        paper: FormPaper {
            size: coded("size", &wire.size)?,
            landscape: wire.landscape,
            two_up: wire.two_up,
            two_sided: wire.two_sided,
            counted: wire.counted,
            corner_marks: wire.corner_marks,
        },
        header: read_text(&wire.header),
        footer: read_text(&wire.footer),
        blocks: each(wire.blocks, |wire| read_block(wire, ids))?,
        copies: Copies {
            lots: each(wire.lots, |wire| {
                Ok(Lot { id: ids.take(wire.id)?, name: wire.name, head: wire.head, copies: wire.copies })
            })?,
            first: wire.first,
            stub: wire.stub,
        },
    })
}

fn read_block(wire: wire::FormBlock, ids: &mut Ids) -> Read<FormBlock> {
    let mut items = |wires: Vec<wire::FormItem>| {
        each(wires, |wire| Ok(FormItem { id: ids.take(wire.id)?, text: read_text(&wire.text), sub: wire.sub }))
    };
    let (options, rows) = (items(wire.options)?, items(wire.rows)?);
    let counted = |at: &str, count: u32| if count > MOST_LINES { Err(fault(at, count)) } else { Ok(count) };
    Ok(FormBlock {
        id: ids.take(wire.id)?,
        kind: Kind::from_code(&wire.kind).ok_or_else(|| fault("kind", &wire.kind))?,
        title: read_text(&wire.title),
        help: read_text(&wire.help),
        options,
        rows,
        lines: counted("lines", wire.lines)?,
        columns: counted("columns", wire.columns)?,
        other: wire.other,
        split: wire.split,
        unnumbered: wire.unnumbered,
    })
}
