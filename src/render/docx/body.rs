//! The blocks of a paper as paragraphs and tables of a Word file.

use std::fmt::Write;

use super::draft::Print;
use super::numbering::Numbering;
use super::styles::{self, FAMILY, half_points, style_id};
use super::table::Stay;
use super::{points, table, twips};
use crate::document::{
    AnswerLines, Block, Columns, ColumnsKind, Document, Group, Ink, Label, Line, Paragraph, Rule, Run, Table,
};
use crate::render::html::{GROUP_BEFORE_PT, TABLE_BEFORE_PT};
use crate::render::xml::escape;
use crate::style::{Format, Role, text_width_mm};
use crate::words;

/// The width of a full stop in ems, of which a dotted line inside a line is typed.
const STOP_EM: f32 = 0.25;

/// The body of a file while it is written.
pub(super) struct Body<'a> {
    /// What is written so far.
    pub out: String,
    /// Whether what is written stands in a table with lines.
    pub in_table: bool,
    format: &'a Format,
    numbering: &'a mut Numbering,
    /// How many boxes there are; each has a number of its own.
    boxes: &'a mut u32,
    /// What the words come to.
    print: &'a mut Print,
    /// Whether a table was the last: two tables without a paragraph between are one to Word, and none may be the last.
    after_table: bool,
    /// What the next paragraph begins with.
    break_before: Option<Break>,
}

/// What ends before a paragraph.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Break {
    Page,
    /// The half of a sheet with two pages.
    Column,
}

/// How one paragraph is set, beyond its role.
#[derive(Clone, Copy, Default)]
struct Around {
    /// The width in mm that it has.
    width_mm: f32,
    /// Whether it stays on the page of the next.
    keep: bool,
    /// So many pt more above it than its role has.
    more_pt: f32,
    /// Whether it stands in a frame as wide as its words.
    boxed: bool,
}

impl<'a> Body<'a> {
    /// An empty body, set by a parameter set.
    pub(super) fn new(
        format: &'a Format,
        numbering: &'a mut Numbering,
        boxes: &'a mut u32,
        print: &'a mut Print,
    ) -> Self {
        Self {
            out: String::new(),
            in_table: false,
            format,
            numbering,
            boxes,
            print,
            after_table: false,
            break_before: None,
        }
    }

    /// Writes the blocks of one part; of one with two copies on a sheet those of the other copy too, which are the same
    /// where there is no other.
    pub(super) fn part(&mut self, part: &Document, beside: Option<&Document>, first: bool) {
        // A section that begins with a table begins on the page before to LibreOffice.
        if !first && !matches!(part.blocks.first().map(|block| &**block), Some(Block::Paragraph(_))) {
            self.space(1.0);
        }
        self.blocks_of(part);
        if part.two_up {
            self.break_before = Some(Break::Column);
            self.blocks_of(beside.unwrap_or(part));
        }
        self.settle();
    }

    fn blocks_of(&mut self, part: &Document) {
        let mut blocks = part.blocks.as_slice();
        // The words of a stub stand in the header of the first page; what follows begins where it does on the sheet: below
        // the stub's room, which begins at the upper margin.
        if part.stub {
            blocks = blocks.get(1..).unwrap_or_default();
            self.space(part.format.page.top * 72.0 / 25.4);
        }
        let mut at = 0;
        while let Some(block) = blocks.get(at) {
            // The row of number and date stands under the head: one table.
            if let (Block::Columns(head), Some(Block::Columns(number))) =
                (&**block, blocks.get(at + 1).map(|next| &**next))
                && (head.kind, number.kind) == (ColumnsKind::Head, ColumnsKind::Number)
            {
                self.columns(&[head, number]);
                at += 2;
                continue;
            }
            // A foot never stands alone on a page.
            let foot = matches!(blocks.get(at + 1).map(|next| &**next), Some(Block::Columns(next)) if next.kind == ColumnsKind::Foot);
            match &**block {
                // A table may go over between any two rows: only its last one stays with the foot.
                Block::Table(found) if foot => self.table(found, Stay::Last, 0.0),
                block => self.block(block, foot, 0.0),
            }
            at += 1;
        }
    }

    /// Whatever is open: a break that nothing follows, a table that no paragraph follows.
    fn settle(&mut self) {
        if self.after_table || self.break_before.is_some() {
            self.space(1.0);
        }
    }

    fn width_mm(&self) -> f32 {
        self.format.page.text_width()
    }

    fn block(&mut self, block: &Block, keep: bool, more_pt: f32) {
        let around = Around { width_mm: self.width_mm(), keep, more_pt, boxed: false };
        match block {
            Block::Paragraph(paragraph) => self.paragraph(paragraph, around),
            // A drawn line belongs to what is above it and stays with what follows.
            Block::Rule(rule) => self.rule(*rule, self.width_mm(), true),
            Block::Columns(columns) => self.columns(&[columns]),
            Block::Table(found) => self.table(found, if keep { Stay::All } else { Stay::None }, more_pt),
            Block::Lines(lines) => self.lines(*lines, keep, more_pt),
            Block::Group(group) => self.group(group, keep),
            Block::PageBreak(_) => self.break_before = Some(Break::Page),
        }
    }

    fn table(&mut self, found: &Table, stay: Stay, more_pt: f32) {
        self.before_table(more_pt + if found.bare { 0.0 } else { TABLE_BEFORE_PT });
        table::table(self, found, stay);
    }

    fn group(&mut self, group: &Group, keep: bool) {
        let last = group.blocks.len().saturating_sub(1);
        for (at, block) in group.blocks.iter().enumerate() {
            let stays = if at == last { keep } else { !group.split };
            self.block(block, stays, if at == 0 { GROUP_BEFORE_PT } else { 0.0 });
        }
    }

    fn columns(&mut self, rows: &[&Columns]) {
        self.before_table(0.0);
        table::columns(self, rows);
    }

    /// The room above a table, which Word does not have, and a paragraph between two of them.
    fn before_table(&mut self, room_pt: f32) {
        if room_pt > 0.0 || self.after_table || self.break_before.is_some() {
            self.space(room_pt.max(1.0));
        }
    }

    /// Says that a table has ended.
    pub(super) fn end_table(&mut self) {
        self.out.push_str("</w:tbl>");
        self.after_table = true;
    }

    /// An empty paragraph so many pt high.
    pub(super) fn space(&mut self, pt: f32) {
        self.out.push_str("<w:p><w:pPr><w:keepNext/>");
        let begins = self.begin_break();
        let _ = write!(
            self.out,
            "<w:spacing w:line=\"{}\" w:lineRule=\"exact\"/><w:rPr><w:sz w:val=\"2\"/><w:szCs w:val=\"2\"/></w:rPr></w:pPr>{begins}</w:p>",
            points(pt)
        );
        self.after_table = false;
    }

    /// What a paragraph begins with where something ends before it: a property, or the run that is given back.
    fn begin_break(&mut self) -> &'static str {
        match self.break_before.take() {
            None => "",
            Some(Break::Page) => {
                self.out.push_str("<w:pageBreakBefore/>");
                ""
            }
            Some(Break::Column) => "<w:r><w:br w:type=\"column\"/></w:r>",
        }
    }

    fn rule(&mut self, rule: Rule, width_mm: f32, keep: bool) {
        // As on the sheet: 2.5 pt above the line and below it.
        let beside = twips((width_mm - rule.width_mm).max(0.0) / 2.0);
        self.out.push_str("<w:p><w:pPr>");
        if keep {
            self.out.push_str("<w:keepNext/>");
        }
        let begins = self.begin_break();
        let _ = write!(
            self.out,
            "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"auto\"/></w:pBdr>\
             <w:spacing w:after=\"50\" w:line=\"50\" w:lineRule=\"exact\"/><w:ind w:left=\"{beside}\" w:right=\"{beside}\"/>\
             <w:rPr><w:sz w:val=\"2\"/><w:szCs w:val=\"2\"/></w:rPr></w:pPr>{begins}</w:p>"
        );
        self.after_table = false;
    }

    /// Lines to write on: a dotted tab to the edge each, so that all end together.
    fn lines(&mut self, lines: AnswerLines, keep: bool, more_pt: f32) {
        let style = style_id(Role::Fill);
        let edge = twips(self.width_mm());
        for at in 0..lines.count {
            let _ = write!(self.out, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>");
            if keep || at + 1 < lines.count {
                self.out.push_str("<w:keepNext/>");
            }
            let begins = self.begin_break();
            let above = if at == 0 { points(more_pt) } else { 0 };
            let _ = write!(
                self.out,
                "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"{edge}\"/></w:tabs>\
                 <w:spacing w:before=\"{above}\" w:line=\"{}\" w:lineRule=\"exact\"/></w:pPr>{begins}<w:r><w:tab/></w:r></w:p>",
                twips(lines.pitch_mm)
            );
            self.after_table = false;
        }
    }

    /// The lines of a cell; there is always a paragraph, for Word refuses a cell without one.
    pub(super) fn cell_lines(&mut self, lines: &[Line], width_mm: f32, empty: Role, keep: bool) {
        for line in lines {
            let around = Around { width_mm, keep, ..Around::default() };
            match line {
                Line::Text(paragraph) => {
                    let more_pt = table::bare_middle_pt(paragraph, self.in_table);
                    self.paragraph(paragraph, Around { more_pt, ..around });
                }
                Line::Boxed(paragraph) => self.paragraph(paragraph, Around { boxed: true, more_pt: 4.0, ..around }),
                Line::Rule(rule) => self.rule(*rule, width_mm, keep),
                // A picture in its words: they can be searched and edited there.
                Line::Drawing(drawing) => drawing.told().for_each(|told| self.paragraph(told, around)),
                Line::Gap(role, count) => {
                    for _ in 0..*count {
                        self.paragraph(&Paragraph::new(*role, Vec::new(), None), around);
                    }
                }
            }
        }
        let wordless = |line: &Line| matches!(line, Line::Drawing(drawing) if drawing.told().next().is_none());
        if lines.iter().all(wordless) {
            self.paragraph(&Paragraph::new(empty, Vec::new(), None), Around { width_mm, keep, ..Around::default() });
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph, around: Around) {
        let set = self.format.role(paragraph.role);
        let _ = write!(self.out, "<w:p><w:pPr><w:pStyle w:val=\"{}\"/>", style_id(paragraph.role));
        if (paragraph.keep_next || around.keep) && !set.keep_next {
            self.out.push_str("<w:keepNext/>");
        }
        let begins = self.begin_break();
        let listed = self.numbering.place(&paragraph.label);
        if let Some(place) = listed {
            let _ = write!(
                self.out,
                "<w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"{}\"/></w:numPr>",
                place.level, place.list
            );
        }
        if around.boxed {
            self.out.push_str("<w:pBdr>");
            for side in ["top", "left", "bottom", "right"] {
                let _ = write!(self.out, "<w:{side} w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"auto\"/>");
            }
            self.out.push_str("</w:pBdr>");
        }
        if paragraph.runs.iter().any(|run| run.ink == Ink::Leader(0)) {
            let edge = twips(around.width_mm);
            let _ = write!(self.out, "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"{edge}\"/></w:tabs>");
        }
        if around.more_pt > 0.0 {
            styles::spacing(&set, around.more_pt, &mut self.out);
        }
        if around.boxed {
            // The frame is as wide as its words, with 6 pt beside them.
            let words = text_width_mm(&self.printed(paragraph), set.size_pt, set.bold) + 12.0 * 25.4 / 72.0;
            let beside = twips((around.width_mm - words).max(0.0) / 2.0);
            let _ = write!(self.out, "<w:ind w:left=\"{beside}\" w:right=\"{beside}\"/>");
        } else if listed.is_some() {
            // A list has an indent of its own, which the role's shall win over.
            let first = styles::first_line(set.first_line_mm);
            let _ = write!(self.out, "<w:ind w:left=\"{}\" {first}/>", twips(set.left_mm));
        }
        let weight = paragraph.label_weight;
        if listed.is_some() && (weight.bold || weight.italic) {
            self.out.push_str("<w:rPr>");
            self.weight(weight.bold, weight.italic);
            self.out.push_str("</w:rPr>");
        }
        let _ = write!(self.out, "</w:pPr>{begins}");
        if listed.is_none() && paragraph.label != Label::None {
            let label = Run { bold: weight.bold, italic: weight.italic, ..Run::plain(paragraph.label.printed()) };
            self.run(&label, paragraph.role);
        }
        for run in &paragraph.runs {
            self.run(run, paragraph.role);
        }
        self.out.push_str("</w:p>");
        self.after_table = false;
    }

    fn printed(&self, paragraph: &Paragraph) -> String {
        let text = paragraph.text();
        if self.format.role(paragraph.role).caps { words::upper(&text) } else { text }
    }

    fn weight(&mut self, bold: bool, italic: bool) {
        if bold {
            self.out.push_str("<w:b/><w:bCs/>");
        }
        if italic {
            self.out.push_str("<w:i/><w:iCs/>");
        }
    }

    fn run(&mut self, run: &Run, role: Role) {
        match run.ink {
            Ink::Box => return self.tick_box(role),
            Ink::Letters | Ink::Leader(_) => {}
        }
        self.out.push_str("<w:r>");
        if run.bold || run.italic {
            self.out.push_str("<w:rPr>");
            self.weight(run.bold, run.italic);
            self.out.push_str("</w:rPr>");
        }
        let set = self.format.role(role);
        match run.ink {
            Ink::Leader(0) => self.out.push_str("<w:tab/>"),
            Ink::Leader(mm) => {
                let stop_mm = STOP_EM * set.size_pt * 25.4 / 72.0;
                self.text(&".".repeat((f32::from(mm) / stop_mm) as usize));
            }
            Ink::Letters | Ink::Box if set.caps => self.text(&words::upper(&run.text)),
            Ink::Letters | Ink::Box => self.text(&run.text),
        }
        self.out.push_str("</w:r>");
    }

    /// Characters; the end of a line and a tab are elements.
    fn text(&mut self, text: &str) {
        self.print.add(text);
        for (line, part) in text.split('\n').enumerate() {
            if line > 0 {
                self.out.push_str("<w:br/>");
            }
            for (stop, words) in part.split('\t').enumerate() {
                if stop > 0 {
                    self.out.push_str("<w:tab/>");
                }
                if !words.is_empty() {
                    self.out.push_str("<w:t xml:space=\"preserve\">");
                    escape(words, &mut self.out);
                    self.out.push_str("</w:t>");
                }
            }
        }
    }

    /// A box that a click ticks. The papers' family has no boxes; Word's own are of MS Gothic.
    fn tick_box(&mut self, role: Role) {
        *self.boxes += 1;
        self.print.add("☐");
        let _ = write!(
            self.out,
            "<w:sdt><w:sdtPr><w:id w:val=\"{}\"/><w14:checkbox><w14:checked w14:val=\"0\"/><w14:checkedState w14:val=\"2612\" w14:font=\"MS Gothic\"/>\
             <w14:uncheckedState w14:val=\"2610\" w14:font=\"MS Gothic\"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr>\
             <w:rFonts w:ascii=\"MS Gothic\" w:eastAsia=\"MS Gothic\" w:hAnsi=\"MS Gothic\" w:hint=\"eastAsia\"/></w:rPr><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>",
            self.boxes
        );
        // In the cell of a table it stands alone.
        if role != Role::TableMiddle {
            let size = half_points(self.format.role(role).size_pt);
            let _ = write!(
                self.out,
                "<w:r><w:rPr><w:rFonts w:ascii=\"{FAMILY}\" w:hAnsi=\"{FAMILY}\"/><w:sz w:val=\"{size}\"/></w:rPr><w:t xml:space=\"preserve\"> </w:t></w:r>"
            );
        }
    }
}
