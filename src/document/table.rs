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
}

impl Table {
    /// Its cells, row by row, the head first.
    pub fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.head.iter().chain(&self.rows).flat_map(|row| &row.cells)
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
