//! The same answers for each of several rows: a table of boxes.

use crate::document::{Cell, Run};
use crate::form::{Family, FormBlock, FormItem, Kind, KindInfo, Property};
use crate::text::Piece;

/// What this kind declares of itself.
pub const INFO: KindInfo = KindInfo {
    icon: "M3 4h18v16H3zM3 10h18M10 4v16M15.5 4v16",
    uses: &[Property::Title, Property::Help, Property::Rows, Property::Options, Property::Split, Property::Unnumbered],
    help: "(Mỗi dòng đánh dấu x vào một ô)",
    options: &["Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng", "Rất không hài lòng"],
    rows: &["", ""],
    compose: |block, press| {
        press.question(block);
        let answers = block.options.len().max(1) as f32;
        // The number's column, what is asked, and what is left for the answers, all alike.
        let number = 10.0;
        let asked = ((press.width_mm - number) * 0.36).max(press.width_mm - number - answers * 24.0);
        let answer = (press.width_mm - number - asked) / answers;
        let mut widths_mm = vec![number, asked];
        widths_mm.extend(block.options.iter().map(|_| answer));
        let asked_of = if names_people(block) { "Họ và tên" } else { "Nội dung" };
        let head = [vec![Run::plain("TT")], vec![Run::plain(asked_of)]]
            .into_iter()
            .chain(block.options.iter().map(|option| press.item(option)))
            .map(|runs| press.head_cell(runs))
            .collect();
        let row = |(at, row): (usize, &FormItem)| -> Vec<Cell> {
            let lead = [press.middle(vec![Run::plain((at + 1).to_string())]), press.cell(press.item(row))];
            lead.into_iter().chain(block.options.iter().map(|_| press.middle(vec![Run::tick_box()]))).collect()
        };
        let rows = block.rows.iter().enumerate().map(row).collect();
        press.table(widths_mm, vec![head], rows);
    },
    ..KindInfo::new(Kind::Grid, "grid", Family::Ballot)
};

/// Whether its rows are people, as on a confidence ballot: each is addressed as one.
fn names_people(block: &FormBlock) -> bool {
    let person = |row: &FormItem| {
        let Some(Piece::Words(words)) = row.text.pieces().first() else {
            return false;
        };
        ["Ông ", "Bà ", "Đồng chí "].iter().any(|address| words.starts_with(address))
    };
    !block.rows.is_empty() && block.rows.iter().all(person)
}
