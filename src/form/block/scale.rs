//! A level on a scale: boxes in a row between two ends.

use crate::document::{Block, Row, Run, Table};
use crate::form::{Family, Kind, KindInfo, Property};
use crate::style::text_width_mm;

/// The fewest and the most levels that a line holds and a reader tells apart.
const LEVELS: std::ops::RangeInclusive<u32> = 2..=10;

/// The least width of a level in mm: a figure, a box, and space around them.
const LEVEL_MM: f32 = 14.0;

/// What this kind declares of itself. Its two options are the ends; its columns the levels between them.
pub const INFO: KindInfo = KindInfo {
    icon: "M3 12h18M5 8v8M12 8v8M19 8v8",
    uses: &[Property::Title, Property::Help, Property::Options, Property::Columns, Property::Unnumbered],
    options: &["Rất không hài lòng", "Rất hài lòng"],
    most_options: 2,
    columns: 5,
    compose: |block, press| {
        press.question(block);
        let levels = block.set_columns().clamp(*LEVELS.start(), *LEVELS.end());
        // The words of an end stand on one line where the levels leave room for it.
        let longest = block.options.iter().take(2).map(|option| {
            let words: String = press.item(option).into_iter().map(|run| run.text).collect();
            text_width_mm(&words, 13.0, false) + 2.0
        });
        let most = ((press.width_mm - LEVEL_MM * levels as f32) / 2.0).max(press.width_mm * 0.15);
        let ends = longest.fold(press.width_mm * 0.15, f32::max).min(most);
        let level = (press.width_mm - 2.0 * ends) / levels as f32;
        let widths_mm = std::iter::once(ends).chain((0..levels).map(|_| level)).chain(std::iter::once(ends)).collect();
        let end = |at: usize| {
            let runs = block.options.get(at).map(|option| press.item(option)).unwrap_or_default();
            press.middle(runs)
        };
        let boxes = (1..=levels).map(|level| press.middle(vec![Run::plain(format!("{level} ")), Run::tick_box()]));
        let cells = std::iter::once(end(0)).chain(boxes).chain(std::iter::once(end(1))).collect();
        let rows = vec![Row { cells, ..Row::default() }];
        press.push(Block::Table(Table { widths_mm, rows, bare: true, ..Table::default() }));
    },
    ..KindInfo::new(Kind::Scale, "scale", Family::Question)
};
