//! Several papers in one file, and what stands around them.

use super::foot::{Foot, foot};
use super::head::{Head, head, is_head_line, is_kind_alone, opens_strongly};
use super::{As, Ledger};
use crate::import::debris::{Debris, Row};

/// A paper of a file: its head and foot as they were read, and the rows between.
pub(super) struct Paper {
    /// Its first line of the source.
    pub line: usize,
    pub head: Head,
    pub body: Vec<Row>,
    pub foot: Foot,
    /// The rows that head and foot were read from.
    pub frame: Vec<Row>,
}

/// How many lines a head may have, with what a portal sets between.
const HEAD_LINES: usize = 30;

/// The papers among rows. What stands before, between and after them is left out.
pub(super) fn papers(rows: &[Row], ledger: &mut Ledger<'_>) -> Vec<Paper> {
    let mut papers: Vec<Paper> = Vec::new();
    // What the user keeps of what stands before the first paper.
    let mut before = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        let Some(start) = start(rows, at, papers.is_empty()) else {
            let kept = around(&rows[at..], ledger);
            papers.last_mut().map_or(&mut before, |last| &mut last.body).extend(kept);
            break;
        };
        let kept = around(&rows[at..start], ledger);
        papers.last_mut().map_or(&mut before, |last| &mut last.body).extend(kept);
        let (head, body_at) = head(rows, start, ledger);
        // A line that no head takes is text, whatever it looks like.
        let foot_at =
            (body_at.max(start + 1)..rows.len()).find(|at| ends_body(rows, *at, ledger)).unwrap_or(rows.len());
        let (foot, end) = foot(rows, foot_at, ledger);
        let frame = rows[start..body_at].iter().chain(&rows[foot_at..end]).cloned().collect();
        papers.push(Paper {
            frame,
            line: rows[start].at,
            head,
            body: before.drain(..).chain(rows[body_at..foot_at].iter().cloned()).collect(),
            foot,
        });
        // Each paper takes one line at least.
        at = end;
    }
    papers
}

/// Where the next paper begins.
fn start(rows: &[Row], from: usize, first: bool) -> Option<usize> {
    let is_kind = |at: usize| is_kind_alone(&rows[at].line.text);
    let is_strong = |at: usize| opens_strongly(&rows[at].line.text);
    let reach = if first { (from + HEAD_LINES).min(rows.len()) } else { rows.len() };
    // A text without any head is a paper from its first line; only behind one is it something else.
    let Some(found) = (from..reach).find(|at| is_kind(*at) || is_strong(*at)) else { return first.then_some(from) };
    if is_strong(found) {
        return Some(found);
    }
    // A portal sets the title of its page above the paper: the head follows, and the kind comes again below it.
    let near = |at: usize| at + 1..(at + HEAD_LINES).min(rows.len());
    let strong = near(found).find(|at| is_strong(*at));
    Some(strong.filter(|strong| near(*strong).any(is_kind)).unwrap_or(found))
}

/// Whether the text of a paper ends before this row: its foot, or another paper's head.
fn ends_body(rows: &[Row], at: usize, ledger: &Ledger<'_>) -> bool {
    match ledger.chosen(rows[at].at) {
        Some(As::Recipient | As::Signature) => return true,
        Some(As::Body | As::Heading | As::Task | As::Participant | As::AgendaStep | As::Joined) => return false,
        _ => {}
    }
    let text = &rows[at].line.text;
    super::foot::opens(text) || (is_head_line(text) && opens_strongly(text)) || is_kind_alone(text)
}

/// Leaves rows out; those that the user keeps belong to the paper beside them.
fn around(rows: &[Row], ledger: &mut Ledger<'_>) -> Vec<Row> {
    let (kept, left): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| ledger.keeps(row.at));
    left.into_iter().for_each(|row| ledger.leave_out(row, Debris::Around));
    kept.into_iter().cloned().collect()
}
