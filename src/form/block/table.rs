//! A table to fill in: columns, rows that are named, and free ones.

use super::plain_row;
use crate::document::{Cell, Run};
use crate::form::{Family, Kind, KindInfo, Property};

/// What this kind declares of itself. Its options are the columns; a named row says what stands in the first.
pub const INFO: KindInfo = KindInfo {
    icon: "M3 5h18v14H3zM3 10h18M12 5v14",
    uses: &[
        Property::Title,
        Property::Help,
        Property::Options,
        Property::Rows,
        Property::Lines,
        Property::Split,
        Property::Unnumbered,
    ],
    options: &["Nội dung", "Địa điểm, vụ việc", "Đề nghị giải quyết"],
    lines: 4,
    compose: |block, press| {
        press.question(block);
        // One row alone needs no number.
        let numbered = block.rows.len() + block.set_lines() as usize > 1;
        let number = if numbered { 10.0 } else { 0.0 };
        let columns = block.options.len().max(1);
        let mut widths_mm = vec![(press.width_mm - number) / columns as f32; columns];
        let mut head: Vec<Cell> = block.options.iter().map(|option| press.head_cell(press.item(option))).collect();
        head.resize(columns, press.head_cell(Vec::new()));
        if numbered {
            widths_mm.insert(0, number);
            head.insert(0, press.head_cell(vec![Run::plain("TT")]));
        }
        let named = block.rows.iter().map(|row| press.cell(plain_row(press, row)));
        let free = (0..block.set_lines()).map(|_| press.empty_cell());
        let rows = named
            .chain(free)
            .enumerate()
            .map(|(at, first)| {
                let mut cells = vec![first];
                cells.resize(columns, press.empty_cell());
                if numbered {
                    cells.insert(0, press.middle(vec![Run::plain((at + 1).to_string())]));
                }
                cells
            })
            .collect();
        press.table(widths_mm, vec![head], rows);
    },
    ..KindInfo::new(Kind::Table, "table", Family::Ballot)
};
