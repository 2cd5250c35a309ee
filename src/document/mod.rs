//! The tree that every paper is composed into, before anything draws it.
//!
//! Blocks in reading order, each with a role; sizes come from `style/`, pages from [`pages`].
//! Knows no plan and no form: where a stretch came from is an opaque [`Mark`].

mod drawing;
mod label;
mod margins;
pub mod pages;
mod pen;
mod table;

pub use drawing::{Anchor, Drawing, Figure, Fill, Lettering, Point, Shape, Sign};
pub use label::Label;
pub use margins::{CODE_ROOM_MM, MARGIN_LINE_PT, NUMBER_ROOM_MM, STUB_MM, STUB_WORDS_MM, Strip};
pub use pen::{AnswerLines, Group, Ink};
pub use table::{Cell, Row, Table};

use std::collections::HashSet;
use std::sync::Arc;

use crate::style::{Format, Role};

/// Where a stretch of a paper came from. Papers hand marks out; whoever shows the paper hands them back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Mark(pub u32);

/// A stretch of characters set alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The characters.
    pub text: String,
    /// Bold, against its role.
    pub bold: bool,
    /// Italic, against its role.
    pub italic: bool,
    /// Whether something is still missing here; shown on the screen, printed as dots.
    pub hole: bool,
    /// The fact that it prints.
    pub mark: Option<Mark>,
    /// Letters, or something to write into by hand.
    pub ink: Ink,
}

impl Run {
    /// Plain characters.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A hole, printed as dots.
    pub fn hole(mark: Option<Mark>) -> Self {
        Self { text: HOLE.into(), hole: true, mark, ..Self::default() }
    }
}

/// The runs of words in which a row of dots stands for what is missing, whoever wrote the dots. A run of words takes
/// `mark`, a hole takes `gap`.
pub fn runs_with_holes(words: &str, mark: Option<Mark>, gap: Option<Mark>) -> Vec<Run> {
    let mut runs = Vec::new();
    for (at, part) in words.split(HOLE).enumerate() {
        if at > 0 {
            runs.push(Run::hole(gap));
        }
        if !part.is_empty() {
            runs.push(Run { mark, ..Run::plain(part) });
        }
    }
    runs
}

/// What a hole prints.
pub const HOLE: &str = "……";

/// How letters are set against their role.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// What it is.
    pub role: Role,
    /// The number or mark in front.
    pub label: Label,
    /// Whether the label is bold or italic against the paragraph's role: a heading that its text runs on from is set so.
    pub label_weight: Weight,
    /// The text.
    pub runs: Vec<Run>,
    /// Whether it stays on the page of what follows, beyond what its role asks.
    pub keep_next: bool,
    /// Where it came from.
    pub mark: Option<Mark>,
}

impl Paragraph {
    /// A paragraph without a label.
    pub fn new(role: Role, runs: Vec<Run>, mark: Option<Mark>) -> Self {
        Self { role, label: Label::None, label_weight: Weight::default(), runs, keep_next: false, mark }
    }

    /// Its characters, the label first.
    pub fn text(&self) -> String {
        let mut text = self.label.printed();
        for run in &self.runs {
            text.push_str(&run.text);
        }
        text
    }
}

/// A drawn line, centred.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// Its length in mm.
    pub width_mm: f32,
}

/// A line of a column or a block: a paragraph, or a drawn line.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// Text.
    Text(Paragraph),
    /// A drawn line.
    Rule(Rule),
    /// Room for something drawn by hand, such as a signature: so many empty lines of the role.
    Gap(Role, u32),
    /// Text in a frame, such as the mark of a draft.
    Boxed(Paragraph),
    /// A picture. Where there are none, such as in plain text, its words stand for it.
    Drawing(Drawing),
}

impl Line {
    /// Visits its paragraph, if it is one; of a picture what it says in words.
    pub fn paragraph<'a>(&'a self, visit: &mut impl FnMut(&'a Paragraph)) {
        match self {
            Self::Text(paragraph) | Self::Boxed(paragraph) => visit(paragraph),
            Self::Drawing(drawing) => drawing.told().for_each(visit),
            Self::Rule(_) | Self::Gap(..) => {}
        }
    }
}

/// Two columns side by side, without borders: the head of a paper, or its foot.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    /// The width of each column in mm; they add up to the width of the text.
    pub widths_mm: Vec<f32>,
    /// The lines of each column.
    pub columns: Vec<Vec<Line>>,
    /// Whether the columns are rows of a grid: the first line of one stands level with the first of the other.
    pub kind: ColumnsKind,
}

/// What columns are, so that a renderer names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnsKind {
    /// The head: organ at the left, heading at the right.
    Head,
    /// The row under it: number at the left, place and date at the right.
    Number,
    /// The foot: recipients at the left, signature at the right. Never split.
    Foot,
}

/// A block of a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A centred drawn line.
    Rule(Rule),
    /// Columns.
    Columns(Columns),
    /// A table.
    Table(Table),
    /// Lines to write on by hand.
    Lines(AnswerLines),
    /// Blocks that belong together, such as a question and its answers.
    Group(Group),
    /// The end of a page, and where it came from.
    PageBreak(Option<Mark>),
}

impl Block {
    /// Where it came from, for a paragraph and for what belongs together.
    pub fn mark(&self) -> Option<Mark> {
        match self {
            Self::Paragraph(paragraph) => paragraph.mark,
            Self::Group(group) => group.mark,
            Self::PageBreak(mark) => *mark,
            Self::Rule(_) | Self::Columns(_) | Self::Table(_) | Self::Lines(_) => None,
        }
    }

    /// Visits every line in reading order: columns from left to right, tables row by row.
    pub fn paragraphs<'a>(&'a self, visit: &mut impl FnMut(&'a Paragraph)) {
        match self {
            Self::Paragraph(paragraph) => visit(paragraph),
            Self::Rule(_) | Self::Lines(_) | Self::PageBreak(_) => {}
            Self::Group(group) => group.blocks.iter().for_each(|block| block.paragraphs(visit)),
            Self::Columns(columns) => columns.columns.iter().flatten().for_each(|line| line.paragraph(visit)),
            Self::Table(table) => table.cells().flat_map(|cell| &cell.lines).for_each(|line| line.paragraph(visit)),
        }
    }
}

/// How the pages of a paper are numbered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Numbering {
    /// From the second on, in the top margin: official papers.
    #[default]
    FromSecond,
    /// Each says which of how many it is, in the bottom margin: forms.
    Counted,
    /// Not at all.
    None,
}

/// A paper: a run of pages with one setup and one numbering.
#[derive(Clone, Debug)]
pub struct Document {
    /// The name of the file that it is saved or printed as, without an ending.
    pub name: String,
    /// How it is set, its page included.
    pub format: Format,
    /// How its pages are numbered.
    pub numbering: Numbering,
    /// The line in the top margin of every page; empty for none.
    pub header: String,
    /// The line in the bottom margin of every page; empty for none.
    pub footer: String,
    /// What tells this copy from others; none where copies are alike.
    pub strip: Option<Strip>,
    /// Whether its first page begins with a stub to tear off. The stub's words are the first block, which keeps its room.
    pub stub: bool,
    /// Whether each page has marks in its corners, by which a scan finds the page.
    pub corner_marks: bool,
    /// Whether two A5 pages of it stand side by side on an A4 sheet, with a line to cut along.
    pub two_up: bool,
    /// Its blocks in order. Shared, so that who composes a paper again can hand on what did not change, and who draws it
    /// need not compare that.
    pub blocks: Vec<Arc<Block>>,
    /// The papers that are enclosed with it (phụ lục): printed and saved behind it, each with pages of its own.
    pub enclosures: Vec<Document>,
}

impl Document {
    /// An official paper of these blocks, numbered from its second page on, with nothing in its margins.
    pub fn new(name: impl Into<String>, format: Format, blocks: Vec<Block>) -> Self {
        Self {
            name: name.into(),
            format,
            numbering: Numbering::FromSecond,
            header: String::new(),
            footer: String::new(),
            strip: None,
            stub: false,
            corner_marks: false,
            two_up: false,
            blocks: blocks.into_iter().map(Arc::new).collect(),
            enclosures: Vec::new(),
        }
    }

    /// Itself, and behind it what is enclosed with it.
    pub fn parts(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(&self.enclosures)
    }

    /// Visits every paragraph in reading order, those of enclosures last.
    pub fn paragraphs<'a>(&'a self, mut visit: impl FnMut(&'a Paragraph)) {
        for block in self.parts().flat_map(|part| &part.blocks) {
            block.paragraphs(&mut visit);
        }
    }

    /// What is still missing: each question once, in reading order, with the paragraph that first shows it.
    pub fn gaps(&self) -> Vec<(Mark, &Paragraph)> {
        let mut met = HashSet::new();
        let mut gaps = Vec::new();
        self.paragraphs(|paragraph| {
            for run in paragraph.runs.iter().filter(|run| run.hole) {
                if let Some(mark) = run.mark.or(paragraph.mark)
                    && met.insert(mark)
                {
                    gaps.push((mark, paragraph));
                }
            }
        });
        gaps
    }

    /// How many questions are still open.
    pub fn holes(&self) -> usize {
        self.gaps().len()
    }
}
