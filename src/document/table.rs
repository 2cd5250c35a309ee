//! A table whose head stands again on every page that it goes on to.

use super::{Line, Mark, Paragraph, Run};
use crate::style::Role;

/// A table. It may go on on the next page between any two of its rows, never inside one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The width of each column in mm; they add up to the width of the text.
    pub widths_mm: Vec<f32>,
    /// The rows that stand at its top on every page.
    pub head: Vec<Row>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Whether it has no lines: things set side by side.
    pub bare: bool,
    /// How many rows stand together at either end, so that its sums never stand alone on a page: one as a rule, which 0
    /// says as well.
    pub fewest: u32,
}

impl Table {
    /// Its cells, row by row, the head first.
    pub fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.head.iter().chain(&self.rows).flat_map(|row| &row.cells)
    }

    /// Whether a page must not end behind this one of its rows, the head not counted: behind the last one it may.
    pub fn stays(&self, row: usize) -> bool {
        let (count, fewest) = (self.rows.len(), self.fewest.max(1) as usize);
        let at_an_end = row + 1 < fewest || row + fewest >= count;
        row + 1 < count && (at_an_end || self.rows.get(row).is_some_and(|row| row.keep_next))
    }
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Its cells from left to right; a place that a cell of a row above reaches down to has none.
    pub cells: Vec<Cell>,
    /// Its least height in mm, where something is written into it by hand; 0 for what its text takes.
    pub least_mm: f32,
    /// Where it came from.
    pub mark: Option<Mark>,
    /// Whether it stays on the page of the next row, which it heads.
    pub keep_next: bool,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What stands in it.
    pub lines: Vec<Line>,
    /// How many columns it takes; 1 as a rule.
    pub columns: u32,
    /// How many rows it takes; 1 as a rule.
    pub rows: u32,
}

impl Cell {
    /// A cell of one column and one row.
    pub fn new(lines: Vec<Line>) -> Self {
        Self { lines, columns: 1, rows: 1 }
    }

    /// A cell that holds one paragraph.
    pub fn text(role: Role, runs: Vec<Run>, mark: Option<Mark>) -> Self {
        Self::new(vec![Line::Text(Paragraph::new(role, runs, mark))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_stay_at_either_end_and_behind_a_heading() {
        let stays = |fewest, headings: [usize; 1]| {
            let row = |at| Row { keep_next: headings.contains(&at), ..Row::default() };
            let table = Table { rows: (0..5).map(row).collect(), fewest, ..Table::default() };
            (0..6).map(|row| table.stays(row)).collect::<Vec<_>>()
        };
        assert_eq!(stays(0, [9]), [false; 6]);
        assert_eq!(stays(1, [2]), [false, false, true, false, false, false]);
        assert_eq!(stays(2, [4]), [true, false, false, true, false, false]);
    }
}
