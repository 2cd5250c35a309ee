//! A form on the wire.

use super::wire::{Reader, record};
use crate::form::{Copies, Form, FormBlock, FormItem, FormPaper, Lot, MOST_LINES};

record!(Form: Form {
    id, title, subtitle, model, headed, sealed, enclosed, secret, numbered,
    paper: FormPaper { size, landscape, two_up, two_sided, counted, corner_marks },
    header, footer, blocks, copies: Copies { lots, first, stub },
} => blocks, corner_marks, counted, enclosed, first, footer, headed, header, id, landscape, lots, model, numbered, sealed,
    secret, size, stub, subtitle, title, two_sided, two_up);
record!(FormBlock {
    columns, help, id, kind, lines, options, other, rows, split, title, unnumbered
}; then check_lines);
record!(FormItem { id, sub, text });
record!(Lot { copies, head, id, name });

fn check_lines(block: &mut FormBlock, reader: &mut Reader) {
    for (at, count) in [("lines", block.lines), ("columns", block.columns)] {
        if count > MOST_LINES {
            reader.fault_in(at, count);
        }
    }
}
