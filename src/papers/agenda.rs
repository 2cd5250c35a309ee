//! The agenda with clock times (chương trình chi tiết).

use chrono::NaiveDate;

use super::Place;
use super::composition::{Composed, Composition, Opening};
use crate::document::{Block, Cell, Mark, Paragraph, Row, Run};
use crate::dossier::Dossier;
use crate::paper::PaperKind;
use crate::plan::AgendaItem;
use crate::style::Role;
use crate::words::{self, Clock};

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Agenda, opening, today);
    paper.plain_head();
    paper.title("CHƯƠNG TRÌNH", "title", "{Meeting}");
    when_and_where(&mut paper);
    let agenda = &dossier.plan.agenda;
    let times = agenda.clock_times();
    let mut rows: Vec<Row> = agenda.items.iter().zip(&times).map(|(item, begins)| row(&paper, item, *begins)).collect();
    // Without a beginning nothing has a time: it is asked for once, where the first would stand.
    if agenda.start.is_none()
        && let Some(first) = rows.first_mut().and_then(|row| row.cells.first_mut())
    {
        *first = missing(Place::Agenda.mark());
    }
    if rows.is_empty() {
        let mark = Place::Agenda.mark();
        rows.push(Row { cells: vec![missing(mark), missing(mark), missing(mark)], ..Row::default() });
    }
    paper.table(&[("Thời gian", 46.0), ("Nội dung", 93.0), ("Thời lượng", 26.0)], rows);
    paper.finish("Chuong trinh")
}

/// When and where, under the title.
fn when_and_where(paper: &mut Composition<'_>) {
    let conferences = paper.conferences();
    if conferences.len() < 2 {
        paper.passage("time", Role::FormNote, "Thời gian: {when}");
        paper.passage("place", Role::FormNote, "Địa điểm: {where}");
        return;
    }
    for (text, mark) in paper.conference_lines(&conferences) {
        let runs = paper.item(&text, mark, "");
        paper.blocks.push(Block::Paragraph(Paragraph::new(Role::FormNote, runs, Some(mark))));
    }
}

fn missing(mark: Mark) -> Cell {
    Cell::text(Role::TableMiddle, vec![Run::hole(Some(mark))], Some(mark))
}

/// One step: from when to when, what, how long.
fn row(paper: &Composition<'_>, item: &AgendaItem, begins: Option<Clock>) -> Row {
    let mark = Mark(item.id.0);
    let clock = |at: Clock| format!("{:02} giờ {:02}", at.hour, at.minute);
    let ends = begins.zip(item.minutes).and_then(|(begins, minutes)| later(begins, minutes));
    let time = match (begins, ends) {
        (Some(begins), Some(ends)) => format!("{} - {}", clock(begins), clock(ends)),
        (Some(begins), None) => format!("Từ {}", clock(begins)),
        (None, _) => String::new(),
    };
    let middle = |runs| Cell::text(Role::TableMiddle, runs, Some(mark));
    let length = item.minutes.map(|minutes| format!("{} phút", words::padded(minutes))).unwrap_or_default();
    let cells = vec![
        middle(if time.is_empty() { Vec::new() } else { vec![Run::plain(time)] }),
        Cell::text(Role::TableCell, paper.item(&item.text, mark, ""), Some(mark)),
        middle(Composition::or_hole(&length, Some(mark))),
    ];
    Row { cells, least_mm: 9.0, mark: Some(mark), ..Row::default() }
}

/// So many minutes later on the same day.
fn later(clock: Clock, minutes: u32) -> Option<Clock> {
    let at = (clock.hour * 60 + clock.minute).checked_add(minutes)?;
    (at < 24 * 60).then_some(Clock { hour: at / 60, minute: at % 60 })
}
