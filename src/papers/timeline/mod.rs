//! The timeline (lịch công việc): the days of the plan as a picture, a row for each agency, on pages that are turned.
//!
//! `words` says what an entry is called, `picture` puts it onto the line. Which days there are and what contradicts what
//! is said by [`crate::timeline`], not here.

mod label;
mod legend;
mod picture;
mod words;

use chrono::NaiveDate;

use super::composition::{Composed, Composition, Opening};
use crate::document::{Block, Cell, Drawing, Label, Line, Row, Run, Table};
use crate::dossier::Dossier;
use crate::paper::PaperKind;
use crate::style::Role;
use crate::text::Text;
use crate::timeline::{Axis, Open, Timeline, timeline};
use picture::Board;

/// The width of the column that says who, in mm.
const WHO_MM: f32 = 40.0;

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Timeline, opening, today);
    paper.landscape();
    paper.plain_head();
    paper.title("LỊCH CÔNG VIỆC", "title", "Thực hiện Kế hoạch tổ chức {meeting}");
    let timeline = timeline(dossier);
    let width = paper.format.page.text_width() - WHO_MM;
    match Axis::new(timeline.spans(), width) {
        Some(axis) => picture(&mut paper, &timeline, axis, width),
        None => {
            let words = "Kế hoạch chưa định ngày nào nên chưa lập được lịch công việc.";
            paper.passage_text("none", Role::FormNote, Label::None, Text::words(words));
        }
    }
    if !timeline.open.is_empty() {
        let rows = timeline.open.iter().map(|open| open_row(&paper, *open)).collect();
        let heads = [("Đơn vị", 55.0), ("Việc chưa có ngày cụ thể", 137.0), ("Thời gian theo kế hoạch", 65.0)];
        paper.narrow_table(&heads, rows);
    }
    paper.finish("Lich cong viec")
}

/// The legend, and the picture as a table, so that it goes on on the next page between two agencies, under its months.
fn picture(paper: &mut Composition<'_>, timeline: &Timeline, axis: Axis, width: f32) {
    let board = Board::new(axis, timeline.dialogues(), width);
    // A row that is higher than half a page would leave the page before it half empty.
    let most = paper.format.page.text_height() * 0.45;
    let mut rows = Vec::new();
    let mut legend = legend::Legend::default();
    for row in &timeline.rows {
        let (who, mark) = words::who(paper, row.who);
        let items: Vec<picture::Item> = row.entries.iter().map(|entry| words::item(paper, entry)).collect();
        items.iter().for_each(|item| legend.take(item));
        let who = |at: usize| {
            let mut runs: Vec<Run> = who.iter().map(|run| Run { bold: true, ..run.clone() }).collect();
            if at > 0 {
                runs.push(Run { italic: true, ..Run::plain(" (tiếp)") });
            }
            runs
        };
        let least = |at: usize| {
            let words: String = who(at).into_iter().map(|run| run.text).collect();
            label::height(&words, WHO_MM, &paper.format)
        };
        for (at, drawing) in board.rows(&items, most, least).into_iter().enumerate() {
            let cells = vec![Cell::text(Role::NarrowCell, who(at), mark), pictured(drawing)];
            rows.push(Row { cells, mark, ..Row::default() });
        }
    }
    let head = vec![Cell::text(Role::NarrowHead, vec![Run::plain("Đơn vị")], None), pictured(board.head())];
    let whole = paper.format.page.text_width();
    let legend = Row { cells: vec![pictured(legend.drawing(whole))], ..Row::default() };
    paper.blocks.push(Block::Table(Table {
        widths_mm: vec![whole],
        rows: vec![legend],
        bare: true,
        ..Table::default()
    }));
    paper.grid(&[WHO_MM, width], vec![Row { cells: head, ..Row::default() }], rows, 1);
}

fn pictured(drawing: Drawing) -> Cell {
    Cell::new(vec![Line::Drawing(drawing)])
}

/// What has no day, as the plan words its time.
fn open_row(paper: &Composition<'_>, open: Open) -> Row {
    let (who, agency) = words::who(paper, open.who);
    let mark = words::place(open.what).mark();
    let cells = vec![
        Cell::text(Role::NarrowCell, who, agency),
        Cell::text(Role::NarrowCell, words::name(paper, open.what), Some(mark)),
        Cell::text(Role::NarrowCell, words::when_runs(paper, open.what), Some(mark)),
    ];
    Row { cells, mark: Some(mark), ..Row::default() }
}
