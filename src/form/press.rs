//! What blocks are set with: runs of their texts, and the pieces that several kinds share.

use super::{FormBlock, FormItem, MOST_LINES};
use crate::document::{AnswerLines, Block, Cell, Group, Ink, Label, Mark, Paragraph, Row, Run, Table};
use crate::style::Role;
use crate::text::Text;

/// From one line of handwriting to the next in mm: 7 to 8 is practice on Vietnamese forms (M).
pub const LINE_MM: f32 = 8.0;
/// A line of a table that is written into by hand, in mm.
pub const ROW_MM: f32 = 9.0;

/// Between two fields side by side, in mm: the line of the one ends before the other begins.
const FIELD_GAP_MM: f32 = 5.0;

/// How much narrower than the text a table is, in mm: half of its right line stands outside it, and a browser that
/// prints the flowing file cuts that half off. The style sheet leaves as much room beside a table.
const EDGE_MM: f32 = 0.3;

/// Sets one block of a form.
pub struct Press<'a> {
    /// What a text prints.
    words: &'a dyn Fn(&Text) -> Vec<Run>,
    /// The width of the text in mm.
    pub width_mm: f32,
    /// The number of the question; none where it has none.
    pub number: Option<u32>,
    /// Whether the form is secret.
    pub secret: bool,
    mark: Mark,
    blocks: Vec<Block>,
}

impl<'a> Press<'a> {
    /// A press for one block.
    pub fn new(words: &'a dyn Fn(&Text) -> Vec<Run>, width_mm: f32, secret: bool, mark: Mark) -> Self {
        Self { words, width_mm, number: None, secret, mark, blocks: Vec::new() }
    }

    /// What was set, as one group that stays on a page unless it may be split. A block that sets nothing, such as a
    /// respondent without a field, is a hole: what cannot be seen cannot be mended.
    pub fn finish(mut self, split: bool) -> Block {
        if self.blocks.is_empty() {
            let hole = vec![Run::hole(Some(self.mark))];
            self.paragraph(Role::Question, hole);
        }
        Block::Group(Group { blocks: self.blocks, mark: Some(self.mark), split })
    }

    /// What was set, block by block.
    pub fn finish_bare(self) -> Vec<Block> {
        self.blocks
    }

    /// The runs of a text; one hole where it says nothing.
    pub fn runs(&self, text: &Text, mark: Mark) -> Vec<Run> {
        if text.is_blank() {
            return vec![Run::hole(Some(mark))];
        }
        let mut runs = (self.words)(text);
        for run in &mut runs {
            run.mark = run.mark.or(Some(mark));
        }
        runs
    }

    /// The runs of a text whose dots are written on by hand: they are no holes, which the officer would have to fill.
    pub fn runs_by_hand(&self, text: &Text) -> Vec<Run> {
        let mut runs = (self.words)(text);
        for run in &mut runs {
            // The hole of a slot says which fact is missing; typed dots say nothing.
            run.hole &= run.mark.is_some();
            run.mark = run.mark.or(Some(self.mark));
        }
        runs
    }

    /// The runs of an item.
    pub fn item(&self, item: &FormItem) -> Vec<Run> {
        self.runs(&item.text, Mark(item.id.0))
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, role: Role, runs: Vec<Run>) {
        self.blocks.push(Block::Paragraph(Paragraph::new(role, runs, Some(self.mark))));
    }

    /// Adds any block.
    pub fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// The question with its number.
    pub fn title(&mut self, block: &FormBlock) {
        let label = self.number.map_or(Label::None, Label::Count);
        let paragraph =
            Paragraph { label, ..Paragraph::new(Role::Question, self.runs(&block.title, self.mark), Some(self.mark)) };
        self.blocks.push(Block::Paragraph(paragraph));
    }

    /// What helps to answer, if anything does.
    pub fn help(&mut self, block: &FormBlock) {
        if !block.help.is_blank() {
            let runs = self.runs(&block.help, block.help_mark());
            self.paragraph(Role::Help, runs);
        }
    }

    /// Question and help.
    pub fn question(&mut self, block: &FormBlock) {
        self.title(block);
        self.help(block);
    }

    /// A question whose answer is written behind it, on the same line.
    pub fn question_with(&mut self, block: &FormBlock, behind: Vec<Run>) {
        self.title(block);
        if let Some(Block::Paragraph(title)) = self.blocks.last_mut() {
            title.runs.push(Run::plain(" "));
            title.runs.extend(behind);
        }
        self.help(block);
    }

    /// Lines to write on.
    pub fn lines(&mut self, count: u32) {
        if count > 0 {
            self.blocks.push(Block::Lines(AnswerLines { count, pitch_mm: LINE_MM, mark: Some(self.mark) }));
        }
    }

    /// Options with a box before each, in columns, and an open one where that is asked for.
    pub fn choices(&mut self, block: &FormBlock) {
        let mut answers: Vec<Vec<Run>> = block
            .options
            .iter()
            .map(|option| std::iter::once(Run::tick_box()).chain(self.item(option)).collect())
            .collect();
        if block.other {
            answers.push(vec![Run::tick_box(), Run::plain("Khác (ghi rõ): "), Run::leader(0)]);
        }
        self.in_columns(answers, block.set_columns());
    }

    /// Lines of answers in columns, read from left to right. One that is written on to the end of its line has a line
    /// of its own.
    pub fn in_columns(&mut self, answers: Vec<Vec<Run>>, columns: u32) {
        let columns = columns.clamp(1, MOST_LINES);
        let mark = Some(self.mark);
        let answer = |runs: Vec<Run>| Paragraph::new(Role::Answer, runs, mark);
        if columns == 1 {
            return self.blocks.extend(answers.into_iter().map(|runs| Block::Paragraph(answer(runs))));
        }
        let open = |runs: &Vec<Run>| runs.iter().any(|run| run.ink == Ink::Leader(0));
        let (own_line, beside): (Vec<_>, Vec<_>) = answers.into_iter().partition(open);
        let mut rows = Vec::new();
        let mut cells: Vec<Cell> = Vec::new();
        for runs in beside {
            cells.push(Cell::text(Role::Answer, runs, mark));
            if cells.len() == columns as usize {
                rows.push(Row { cells: std::mem::take(&mut cells), ..Row::default() });
            }
        }
        if !cells.is_empty() {
            cells.resize(columns as usize, Cell::new(Vec::new()));
            rows.push(Row { cells, ..Row::default() });
        }
        if !rows.is_empty() {
            let widths_mm = vec![self.width_mm / columns as f32; columns as usize];
            self.blocks.push(Block::Table(Table { widths_mm, rows, bare: true, ..Table::default() }));
        }
        self.blocks.extend(own_line.into_iter().map(|runs| Block::Paragraph(answer(runs))));
    }

    /// What is asked in a word or two, each with a line behind it, side by side.
    pub fn fields(&mut self, fields: Vec<Vec<Run>>, columns: u32) {
        let columns = columns.max(1) as usize;
        let width = (self.width_mm - FIELD_GAP_MM * (columns - 1) as f32) / columns as f32;
        let mut widths_mm = vec![width];
        for _ in 1..columns {
            widths_mm.extend([FIELD_GAP_MM, width]);
        }
        let mark = Some(self.mark);
        let rows = fields.chunks(columns).map(|beside| {
            let mut cells: Vec<Cell> = Vec::new();
            for runs in beside {
                if !cells.is_empty() {
                    cells.push(Cell::new(Vec::new()));
                }
                cells.push(Cell::text(Role::Fill, runs.clone(), mark));
            }
            cells.resize(widths_mm.len(), Cell::new(Vec::new()));
            Row { cells, ..Row::default() }
        });
        let rows = rows.collect();
        self.blocks.push(Block::Table(Table { widths_mm, rows, bare: true, ..Table::default() }));
    }

    /// The head of a column.
    pub fn head_cell(&self, runs: Vec<Run>) -> Cell {
        Cell::text(Role::TableHead, runs, Some(self.mark))
    }

    /// A cell of words.
    pub fn cell(&self, runs: Vec<Run>) -> Cell {
        Cell::text(Role::TableCell, runs, Some(self.mark))
    }

    /// A short cell: a number, a box.
    pub fn middle(&self, runs: Vec<Run>) -> Cell {
        Cell::text(Role::TableMiddle, runs, Some(self.mark))
    }

    /// A cell to write into.
    pub fn empty_cell(&self) -> Cell {
        self.cell(Vec::new())
    }

    /// Adds a table with lines, its rows high enough to be written into.
    pub fn table(&mut self, mut widths_mm: Vec<f32>, head: Vec<Vec<Cell>>, rows: Vec<Vec<Cell>>) {
        if let Some(last) = widths_mm.last_mut() {
            *last -= EDGE_MM;
        }
        let row = |least_mm: f32| move |cells| Row { cells, least_mm, ..Row::default() };
        self.blocks.push(Block::Table(Table {
            widths_mm,
            head: head.into_iter().map(row(0.0)).collect(),
            rows: rows.into_iter().map(row(ROW_MM)).collect(),
            bare: false,
            ..Table::default()
        }));
    }
}
