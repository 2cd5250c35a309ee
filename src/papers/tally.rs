//! The tally of returned forms (bảng tổng hợp kết quả phiếu).

use chrono::NaiveDate;

use super::cells::cell;
use super::composition::{Composed, Composition, Opening};
use super::foot::{Signing, signatures};
use super::{Place, head};
use crate::document::{Cell, HOLE, Row, Run};
use crate::dossier::Dossier;
use crate::paper::PaperKind;
use crate::proceedings::{Proceedings, VillageCount};
use crate::style::Role;
use crate::words;

/// The parts of the width that the columns have: as narrow as their heads let them be, so that the page stands upright.
const PARTS: [f32; 11] = [10.0, 31.0, 13.0, 13.0, 13.0, 13.0, 14.5, 13.0, 14.5, 13.0, 17.0];

/// Rows to write into, where no village is known.
const ROWS: usize = 10;

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Tally, opening, today);
    paper.plain_head();
    let title = format!("Kết quả lấy ý kiến hộ gia đình {}", paper.about_matter());
    paper.title("BẢNG TỔNG HỢP", "title", &title);
    let told = counted(dossier);
    table(&mut paper, &told);
    let note = "Tỷ lệ đồng ý tính trên tổng số hộ gia đình, kể cả hộ không gửi lại phiếu.";
    paper.passage("note", Role::FormText, note);
    let dated = head::place_date(paper.issue());
    let signing = [Signing::by_hand("Người tổng hợp"), Signing::by_hand("Tổ trưởng tổ kiểm phiếu")];
    paper.blocks.push(signatures(&signing, Some(dated), "", &paper.format));
    paper.finish("Bang tong hop ket qua phieu")
}

/// What was counted; where nothing is yet, who got how many forms.
pub(super) fn counted(dossier: &Dossier) -> Proceedings {
    let told = &dossier.proceedings;
    let mut counts = told.counts.clone();
    if counts.is_empty() {
        let lots = dossier.forms.first().map(|form| form.copies.lots.as_slice()).unwrap_or_default();
        counts = lots
            .iter()
            .map(|lot| VillageCount {
                id: lot.id,
                village: lot.name.clone(),
                issued: (lot.copies > 0).then_some(lot.copies),
                ..VillageCount::default()
            })
            .collect();
    }
    Proceedings { counts, ..Proceedings::default() }
}

/// The table of what was counted, with its sums.
pub(super) fn table(paper: &mut Composition<'_>, told: &Proceedings) {
    let mut rows: Vec<Row> = told
        .counts
        .iter()
        .enumerate()
        .map(|(at, count)| {
            let mark = Some(Place::Thing(count.id).mark());
            let village = Composition::or_hole(&count.village, mark);
            let mut cells = vec![
                cell(Role::NarrowMiddle, &(at + 1).to_string(), mark),
                Cell::text(Role::NarrowCell, village, mark),
            ];
            cells.extend(numbers(count).map(|words| cell(Role::NarrowMiddle, &words, mark)));
            Row { cells, least_mm: 8.0, mark, ..Row::default() }
        })
        .collect();
    let mark = Some(Place::Counts.mark());
    if rows.is_empty() {
        rows = (1..=ROWS)
            .map(|at| super::cells::blank_row([Role::NarrowMiddle, Role::NarrowCell], at, PARTS.len(), 8.0, mark))
            .collect();
        if let Some(village) = rows.first_mut().and_then(|row| row.cells.get_mut(1)) {
            *village = cell(Role::NarrowCell, HOLE, mark);
        }
    }
    let bold = |words: String| vec![Run { bold: true, ..Run::plain(words) }];
    let mut sums = vec![Cell { columns: 2, ..Cell::text(Role::NarrowMiddle, bold("Tổng cộng".into()), mark) }];
    sums.extend(numbers(&told.counted()).map(|words| {
        let runs = if words.is_empty() { Vec::new() } else { bold(words) };
        Cell::text(Role::NarrowMiddle, runs, mark)
    }));
    rows.push(Row { cells: sums, least_mm: 8.0, mark, ..Row::default() });
    // The sums stay with the last village.
    paper.grid(&PARTS, heads(), rows, 2);
}

/// The heads: what belongs together stands under one.
fn heads() -> Vec<Row> {
    let head = |words: &str| Cell::text(Role::NarrowHead, vec![Run::plain(words)], None);
    let tall = |words: &str| Cell { rows: 2, ..head(words) };
    let wide = |words: &str, columns| Cell { columns, ..head(words) };
    let first = vec![
        tall("TT"),
        tall("Thôn, tổ dân phố"),
        tall("Số hộ"),
        wide("Số phiếu", 4),
        wide("Kết quả", 3),
        tall("Tỷ lệ đồng ý"),
    ];
    let second = ["Phát ra", "Thu về", "Hợp lệ", "Không hợp lệ", "Đồng ý", "Không đồng ý", "Ý kiến khác"];
    let row = |cells| Row { cells, ..Row::default() };
    vec![row(first), row(second.map(head).into())]
}

/// The numbers of a row and the share, empty where they are not known.
fn numbers(count: &VillageCount) -> impl Iterator<Item = String> {
    let number = |count: Option<u32>| count.map(|count| words::thousands(u64::from(count))).unwrap_or_default();
    count.numbers().map(number).into_iter().chain([count.share().unwrap_or_default()])
}
