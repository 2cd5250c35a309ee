//! A row for each person: the question stands above the columns of its answers.
//!
//! So are the ballots of voters and of households on boundaries and on the matters that people decide (NĐ 54/2018, NĐ
//! 59/2023 practice, M): the first row is the head of the household, the others are free.

use super::plain_row;
use crate::document::{Cell, Run};
use crate::form::{Family, Kind, KindInfo, Property};

/// What this kind declares of itself. Its rows are named persons, its lines free rows, its options the answers.
pub const INFO: KindInfo = KindInfo {
    icon: "M8 8m-3 0a3 3 0 106 0 3 3 0 10-6 0M3 19c0-5 10-5 10 0M16 7h5M16 12h5M16 17h5",
    uses: &[
        Property::Title,
        Property::Help,
        Property::Options,
        Property::Rows,
        Property::Lines,
        Property::Split,
        Property::Unnumbered,
    ],
    help: "(Đánh dấu x vào một ô trong dòng của từng người)",
    options: &["Đồng ý", "Không đồng ý"],
    lines: 4,
    compose: |block, press| {
        press.help(block);
        let answers = block.options.len().max(1);
        let number = 10.0;
        let answer = (press.width_mm * 0.5 / answers as f32).min(32.0);
        let mut widths_mm = vec![number, press.width_mm - number - answer * answers as f32];
        widths_mm.extend(std::iter::repeat_n(answer, answers));
        let tall = |words: &str| Cell { rows: 2, ..press.head_cell(vec![Run::plain(words)]) };
        let mut asked = press.runs(&block.title, block.mark());
        if let Some(number) = press.number {
            asked.insert(0, Run::plain(format!("{number}. ")));
        }
        let question = Cell { columns: answers as u32, ..press.head_cell(asked) };
        let mut below: Vec<Cell> = block.options.iter().map(|option| press.head_cell(press.item(option))).collect();
        below.resize(answers, press.head_cell(Vec::new()));
        let head = vec![vec![tall("TT"), tall("Họ và tên"), question], below];
        let named = block.rows.iter().map(|row| press.cell(plain_row(press, row)));
        let free = (0..block.set_lines()).map(|_| press.empty_cell());
        let rows = named
            .chain(free)
            .enumerate()
            .map(|(at, name)| {
                let mut cells = vec![press.middle(vec![Run::plain((at + 1).to_string())]), name];
                cells.extend((0..answers).map(|_| press.middle(vec![Run::tick_box()])));
                cells
            })
            .collect();
        press.table(widths_mm, head, rows);
    },
    ..KindInfo::new(Kind::Persons, "persons", Family::Ballot)
};
