//! Where it is signed, by one or by several.

use crate::document::{Block, Cell, Line, Paragraph, Row, Run, Table};
use crate::form::{Family, Kind, KindInfo, Property};
use crate::style::Role;

/// Empty lines for a signature.
const ROOM: u32 = 3;

/// The width of place and date with room to write, in mm.
const DATE_MM: f32 = 84.0;

/// What this kind declares of itself. Its options are those who sign, its help stands under each.
pub const INFO: KindInfo = KindInfo {
    icon: "M3 16c4-8 7-12 8-9s-4 9-1 9 4-5 6-5 0 5 5 4M3 21h18",
    uses: &[Property::Title, Property::Options, Property::Help],
    title: "…………, ngày …… tháng …… năm ………",
    help: "(Ký, ghi rõ họ tên)",
    options: &["Người cho ý kiến"],
    compose: |block, press| {
        let mark = Some(block.mark());
        let several = block.options.len() > 1;
        // One signs at the right, as on every Vietnamese paper; several share the width.
        let columns = block.options.len().max(2);
        let mut widths_mm = vec![press.width_mm / columns as f32; columns];
        if !several {
            // On A5 a half is too narrow for place and date.
            let own = (press.width_mm / 2.0).max(DATE_MM.min(press.width_mm));
            widths_mm = vec![press.width_mm - own, own];
        }
        let line = |role, runs| Line::Text(Paragraph::new(role, runs, mark));
        let mut cells: Vec<Cell> = block
            .options
            .iter()
            .enumerate()
            .map(|(at, option)| {
                let mut lines = Vec::new();
                // The place and date stand above the last, which is the one at the right.
                if !block.title.is_blank() {
                    let last = at + 1 == block.options.len();
                    let runs = if last { press.runs_by_hand(&block.title) } else { vec![Run::plain("\u{a0}")] };
                    lines.push(line(Role::FormNote, runs));
                }
                lines.push(line(Role::TableHead, press.item(option)));
                if !block.help.is_blank() {
                    lines.push(line(Role::FormNote, press.runs(&block.help, block.help_mark())));
                }
                lines.push(Line::Gap(Role::TableHead, ROOM));
                Cell::new(lines)
            })
            .collect();
        if !several {
            cells.insert(0, Cell::new(Vec::new()));
        }
        cells.resize(columns, Cell::new(Vec::new()));
        let rows = vec![Row { cells, ..Row::default() }];
        press.push(Block::Table(Table { widths_mm, rows, bare: true, ..Table::default() }));
    },
    ..KindInfo::new(Kind::Signature, "signature", Family::Frame)
};
