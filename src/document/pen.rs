//! What is filled in by hand: boxes, leaders, lines to write on, and the question that they belong to.

use super::{Block, Mark, Run};

/// What a run is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ink {
    /// Letters.
    #[default]
    Letters,
    /// A box to tick.
    Box,
    /// A dotted line to write on; so many mm long, 0 for all that is left of the line.
    Leader(u16),
}

impl Run {
    /// A box to tick.
    pub fn tick_box() -> Self {
        Self { ink: Ink::Box, ..Self::plain("☐ ") }
    }

    /// A dotted line, so many mm long; 0 for all that is left of the line. Plain text shows it as a row of full stops.
    pub fn leader(mm: u16) -> Self {
        // A hand-written letter takes about 4 mm, a full stop less than 2; never fewer than 20, so that it reads as a line.
        let stops = if mm == 0 { 40 } else { usize::from(mm / 2).max(20) };
        Self { ink: Ink::Leader(mm), ..Self::plain(".".repeat(stops)) }
    }
}

/// Lines to write on by hand, one under the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AnswerLines {
    /// How many.
    pub count: u32,
    /// From one to the next in mm: 7 to 8 for handwriting.
    pub pitch_mm: f32,
    /// Where they came from.
    pub mark: Option<Mark>,
}

/// Blocks that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// Its blocks in order.
    pub blocks: Vec<Block>,
    /// Where it came from.
    pub mark: Option<Mark>,
    /// Whether it may go on on the next page even where it would fit on one.
    pub split: bool,
}
