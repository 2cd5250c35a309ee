//! A picture as shapes in mm, each stretch of it told in words as well: for who cannot see it, and for files without it.
//!
//! It reads in black and white: what differs, differs in shape or pattern.

use super::{Mark, Paragraph};

/// A point in mm from the upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Down.
    pub y: f32,
}

impl Point {
    /// A point.
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }
}

/// What an area is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Nothing: paper.
    Blank,
    /// A light grey that letters can stand on.
    Light,
    /// Slanted lines.
    Hatch,
}

/// A sign at a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A square on its corner.
    Diamond,
    /// A disc.
    Disc,
    /// A triangle that points down: up to here.
    Down,
    /// A triangle that points to the right: from here on.
    Right,
    /// An upright stroke.
    Stroke,
}

/// On which side of its point a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The point is where it begins.
    Start,
    /// The point is its middle.
    Middle,
}

/// Letters on one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Lettering {
    /// The point that it stands at, on its base line.
    pub at: Point,
    /// The characters.
    pub words: String,
    /// The size in pt.
    pub size_pt: f32,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// On which side of the point.
    pub anchor: Anchor,
}

/// A shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A straight line, so many mm thick.
    Line {
        /// One end.
        from: Point,
        /// The other.
        to: Point,
        /// How thick.
        thick: f32,
        /// Whether it is broken.
        dashed: bool,
    },
    /// A box.
    Area {
        /// The upper left corner.
        at: Point,
        /// How wide and how high.
        size: Point,
        /// What fills it.
        fill: Fill,
        /// Whether a line goes around it.
        framed: bool,
    },
    /// Letters.
    Letters(Lettering),
    /// A sign, so many mm from side to side.
    Sign {
        /// Its middle.
        at: Point,
        /// Which.
        sign: Sign,
        /// From side to side.
        size: f32,
        /// Whether it is filled; else only its outline is drawn.
        filled: bool,
    },
}

/// Shapes that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// The same in words, with the mark of where it came from; none for what only helps to read the rest.
    pub told: Option<Paragraph>,
    /// What it is drawn of.
    pub shapes: Vec<Shape>,
}

impl Figure {
    /// Where it came from.
    pub fn mark(&self) -> Option<Mark> {
        self.told.as_ref().and_then(|told| told.mark)
    }
}

/// A picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// Its width in mm.
    pub width_mm: f32,
    /// Its height in mm.
    pub height_mm: f32,
    /// What it is drawn of, what lies below first.
    pub figures: Vec<Figure>,
}

impl Drawing {
    /// What it says in words.
    pub fn told(&self) -> impl Iterator<Item = &Paragraph> {
        self.figures.iter().filter_map(|figure| figure.told.as_ref())
    }
}
