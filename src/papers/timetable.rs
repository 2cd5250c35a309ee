//! The assignment timetable (bảng phân công nhiệm vụ), by date.

use chrono::{Datelike, NaiveDate};

use super::composition::{Composed, Composition, Opening};
use crate::document::{Cell, Line, Mark, Paragraph, Row, Run};
use crate::dossier::Dossier;
use crate::paper::PaperKind;
use crate::plan::{Assignment, Deadline, Task};
use crate::style::Role;
use crate::text::{Fact, Form, Text};
use crate::words::{self, Side, When};

/// One row: a task, and one of its limits.
struct Duty<'a> {
    assignment: &'a Assignment,
    task: &'a Task,
    deadline: Option<&'a Deadline>,
}

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Timetable, opening, today);
    paper.landscape();
    paper.plain_head();
    paper.title("BẢNG PHÂN CÔNG NHIỆM VỤ", "title", "Thực hiện Kế hoạch tổ chức {meeting}");
    let days = days(&paper);
    let mut duties = duties(dossier);
    // Those alike stay in the order of the plan.
    duties.sort_by_key(|duty| order(duty.deadline.map(|deadline| &deadline.when), days));
    let mut rows: Vec<Row> = (1..).zip(&duties).map(|(number, duty)| row(&paper, number, duty)).collect();
    if rows.is_empty() {
        let (runs, mark) = paper.passage_runs("none", Text::default());
        let empty = || Cell::text(Role::TableCell, Vec::new(), Some(mark));
        let cells = vec![empty(), Cell::text(Role::TableCell, runs, Some(mark)), empty(), empty(), empty()];
        rows.push(Row { cells, ..Row::default() });
    }
    paper.table(
        &[
            ("TT", 12.0),
            ("Nội dung công việc", 115.0),
            ("Đơn vị thực hiện", 57.0),
            ("Thời hạn", 48.0),
            ("Ghi chú", 25.0),
        ],
        rows,
    );
    paper.finish("Bang phan cong nhiem vu")
}

/// Every task with each of its limits; one without a limit once.
fn duties(dossier: &Dossier) -> Vec<Duty<'_>> {
    let mut duties = Vec::new();
    for assignment in &dossier.plan.assignments {
        for task in &assignment.tasks {
            if task.deadlines.is_empty() {
                duties.push(Duty { assignment, task, deadline: None });
            }
            duties.extend(task.deadlines.iter().map(|deadline| Duty { assignment, task, deadline: Some(deadline) }));
        }
    }
    duties
}

/// The first and the last day that the first conference may be held on, where both are known.
fn days(paper: &Composition<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let when = &paper.conference()?.when;
    when.earliest().zip(when.latest())
}

/// What a limit is sorted by: first the days, then distances from a conference whose day is not known, then what comes
/// again, what is open, and last what has no limit.
fn order(when: Option<&When>, days: Option<(NaiveDate, NaiveDate)>) -> (u32, i64) {
    let Some(when) = when else { return (4, 0) };
    let day = match days {
        Some((first, last)) => when.latest_from(first, last).or(when.earliest_from(first, last)),
        None => when.latest().or(when.earliest()),
    };
    match (day, when) {
        (Some(day), _) => (0, i64::from(day.num_days_from_ce())),
        (None, When::Relative { side: Side::Before, days, .. }) => (1, -i64::from(*days)),
        (None, When::Relative { side: Side::After, days, .. }) => (1, i64::from(*days)),
        (None, When::Recurring { .. }) => (2, 0),
        (None, _) => (3, 0),
    }
}

fn row(paper: &Composition<'_>, number: u32, duty: &Duty<'_>) -> Row {
    let of_task = Mark(duty.task.id.0);
    let of_agency = Mark(duty.assignment.id.0);
    let slot = |fact| {
        let mut text = Text::default();
        text.push_slot(fact, Form::Plain);
        text
    };
    let cell = |text: &Text, mark: Mark| Cell::text(Role::TableCell, paper.item(text, mark, ""), Some(mark));
    let limit = match duty.deadline {
        Some(deadline) => {
            let mark = Mark(deadline.id.0);
            let line = |runs| Line::Text(Paragraph::new(Role::TableCell, runs, Some(mark)));
            let mut lines = vec![line(paper.item(&slot(Fact::Deadline(deadline.id)), mark, ""))];
            if let Some(day) = resolved(paper, &deadline.when) {
                lines.push(line(vec![Run { italic: true, ..Run::plain(format!("({day})")) }]));
            }
            Cell::new(lines)
        }
        None => Cell::text(Role::TableCell, Vec::new(), Some(of_task)),
    };
    let cells = vec![
        Cell::text(Role::TableMiddle, vec![Run::plain(number.to_string())], Some(of_task)),
        cell(&duty.task.text, of_task),
        cell(&slot(Fact::Agency(duty.assignment.id)), of_agency),
        limit,
        Cell::text(Role::TableCell, Vec::new(), Some(of_task)),
    ];
    Row { cells, mark: Some(of_task), ..Row::default() }
}

/// The day that a distance from the conference comes to, where the plan has one conference, on one day.
fn resolved(paper: &Composition<'_>, when: &When) -> Option<String> {
    let When::Relative { .. } = when else { return None };
    let [conference] = paper.conferences()[..] else { return None };
    let When::Day { day, .. } = conference.when else { return None };
    match when.latest_from(day, day) {
        Some(last) => Some(format!("chậm nhất ngày {}", words::short_date(last))),
        None => Some(format!("từ ngày {}", words::short_date(when.earliest_from(day, day)?))),
    }
}
