//! Marked-up text, drawn through a [`Sink`], so that one traversal serves a file and a live page.
//!
//! Text goes out as text, never as markup; sizes go out as classes of the style sheet that [`css()`] makes, and the few
//! measures that differ from paper to paper (widths of columns and rules) as properties.

mod css;
mod drawing;
mod file;

pub use css::{FAMILY, GROUP_BEFORE_PT, TABLE_BEFORE_PT, css, page_css};
pub use file::file;

use super::xml::escape;
use crate::document::{
    AnswerLines, Block, Columns, ColumnsKind, Group, Ink, Label, Line, Paragraph, Row, Rule, Run, Table, Weight,
};

/// What markup is written to: a string of HTML, or the nodes of a live document.
pub trait Sink {
    /// Opens an element with a class.
    fn open(&mut self, tag: &'static str, class: &str);
    /// Sets a style property of the element just opened.
    fn property(&mut self, name: &'static str, value: &str);
    /// Gives the element just opened an attribute.
    fn attribute(&mut self, name: &'static str, value: &str);
    /// Names where the element just opened came from.
    fn mark(&mut self, mark: u32);
    /// Says how many columns and rows the cell just opened takes.
    fn span(&mut self, columns: u32, rows: u32);
    /// Adds text to the open element.
    fn text(&mut self, text: &str);
    /// Closes the open element.
    fn close(&mut self);
}

/// Draws a block.
pub fn draw(block: &Block, sink: &mut impl Sink) {
    match block {
        Block::Paragraph(paragraph) => draw_paragraph(paragraph, "", sink),
        Block::Rule(rule) => draw_rule(*rule, sink),
        Block::Columns(columns) => draw_columns(columns, sink),
        Block::Table(table) => draw_table(table, sink),
        Block::Lines(lines) => draw_lines(*lines, sink),
        Block::Group(group) => draw_group(group, sink),
        Block::PageBreak(mark) => {
            sink.open("div", "page-break");
            if let Some(mark) = mark {
                sink.mark(mark.0);
            }
            sink.close();
        }
    }
}

fn draw_group(group: &Group, sink: &mut impl Sink) {
    sink.open("div", if group.split { "group" } else { "group whole" });
    if let Some(mark) = group.mark {
        sink.mark(mark.0);
    }
    group.blocks.iter().for_each(|block| draw(block, sink));
    sink.close();
}

fn draw_lines(lines: AnswerLines, sink: &mut impl Sink) {
    sink.open("div", "lines");
    if let Some(mark) = lines.mark {
        sink.mark(mark.0);
    }
    for _ in 0..lines.count {
        sink.open("div", "line");
        sink.property("height", &mm(lines.pitch_mm));
        sink.close();
    }
    sink.close();
}

fn draw_paragraph(paragraph: &Paragraph, extra: &str, sink: &mut impl Sink) {
    // A dotted line to the end of its line is as long as a page, and cut off where the paragraph ends.
    let filled = if paragraph.runs.iter().any(|run| run.ink == Ink::Leader(0)) { " filled" } else { "" };
    sink.open("p", &format!("{}{extra}{filled}", paragraph.role.name()));
    if let Some(mark) = paragraph.mark {
        sink.mark(mark.0);
    }
    if paragraph.label != Label::None {
        let Weight { bold, italic } = paragraph.label_weight;
        draw_run(&Run { bold, italic, ..Run::plain(paragraph.label.printed()) }, sink);
    }
    for run in &paragraph.runs {
        draw_run(run, sink);
    }
    sink.close();
}

fn draw_run(run: &Run, sink: &mut impl Sink) {
    let mut class = String::new();
    for (set, name) in [(run.bold, "b "), (run.italic, "i "), (run.hole, "hole ")] {
        if set {
            class.push_str(name);
        }
    }
    let drawn = match run.ink {
        Ink::Letters => "",
        Ink::Box => "tick",
        Ink::Leader(0) => "leader to-end",
        Ink::Leader(_) => "leader",
    };
    class.push_str(drawn);
    if class.is_empty() && run.mark.is_none() {
        return sink.text(&run.text);
    }
    sink.open("span", class.trim_end());
    if let Some(mark) = run.mark {
        sink.mark(mark.0);
    }
    match run.ink {
        Ink::Letters => sink.text(&run.text),
        Ink::Leader(length) if length > 0 => sink.property("width", &mm(f32::from(length))),
        // Drawn by the style sheet: no letter stands for a box or a line, so none depends on a font.
        Ink::Box | Ink::Leader(_) => {}
    }
    sink.close();
}

fn draw_rule(rule: Rule, sink: &mut impl Sink) {
    sink.open("div", "rule");
    sink.property("width", &mm(rule.width_mm));
    sink.close();
}

fn draw_columns(columns: &Columns, sink: &mut impl Sink) {
    sink.open(
        "div",
        match columns.kind {
            ColumnsKind::Head => "columns head",
            ColumnsKind::Number => "columns head-number",
            ColumnsKind::Foot => "columns foot",
        },
    );
    for (width, lines) in columns.widths_mm.iter().zip(&columns.columns) {
        sink.open("div", "column");
        sink.property("width", &mm(*width));
        for line in lines {
            draw_line(line, sink);
        }
        sink.close();
    }
    sink.close();
}

fn draw_table(table: &Table, sink: &mut impl Sink) {
    // The space above belongs to the box: a table's own height has no padding.
    sink.open("div", if table.bare { "table bare" } else { "table" });
    sink.open("table", "");
    sink.open("colgroup", "");
    for width in &table.widths_mm {
        sink.open("col", "");
        sink.property("width", &mm(*width));
        sink.close();
    }
    sink.close();
    for (tag, cell, rows) in [("thead", "th", &table.head), ("tbody", "td", &table.rows)] {
        sink.open(tag, "");
        rows.iter().for_each(|row| draw_row(row, cell, sink));
        sink.close();
    }
    sink.close();
    sink.close();
}

fn draw_row(row: &Row, tag: &'static str, sink: &mut impl Sink) {
    sink.open("tr", "");
    if row.least_mm > 0.0 {
        sink.property("height", &mm(row.least_mm));
    }
    if let Some(mark) = row.mark {
        sink.mark(mark.0);
    }
    for cell in &row.cells {
        // A picture reaches from line to line, so that one goes on from that of the row above.
        let pictured = matches!(cell.lines.as_slice(), [Line::Drawing(_)]);
        sink.open(tag, if pictured { "pictured" } else { "" });
        if (cell.columns, cell.rows) != (1, 1) {
            sink.span(cell.columns, cell.rows);
        }
        cell.lines.iter().for_each(|line| draw_line(line, sink));
        sink.close();
    }
    sink.close();
}

fn draw_line(line: &Line, sink: &mut impl Sink) {
    match line {
        Line::Text(paragraph) => draw_paragraph(paragraph, "", sink),
        Line::Boxed(paragraph) => draw_paragraph(paragraph, " boxed", sink),
        Line::Rule(rule) => draw_rule(*rule, sink),
        Line::Drawing(drawing) => drawing::draw(drawing, sink),
        Line::Gap(role, lines) => {
            for _ in 0..*lines {
                sink.open("p", role.name());
                // A no-break space gives the empty line its height.
                sink.text("\u{a0}");
                sink.close();
            }
        }
    }
}

/// A length in mm as CSS writes it.
fn mm(length: f32) -> String {
    format!("{}mm", decimal(length))
}

/// A length with at most two decimals. The standard library's printing of floating numbers would weigh more in the
/// module than all of this file.
pub fn decimal(length: f32) -> String {
    let hundredths = (length * 100.0).round() as i32;
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest:02}") }
}

/// A string of HTML as a sink.
#[derive(Default)]
pub struct Markup {
    out: String,
    open: Vec<&'static str>,
    /// The start tag that still takes attributes.
    pending: Option<Pending>,
}

#[derive(Default)]
struct Pending {
    class: String,
    style: String,
    attributes: Vec<(&'static str, String)>,
    span: Option<(u32, u32)>,
}

impl Markup {
    /// The finished string.
    pub fn finish(mut self) -> String {
        self.settle();
        self.out
    }

    fn settle(&mut self) {
        let Some(pending) = self.pending.take() else {
            return;
        };
        if !pending.class.is_empty() {
            self.write_attribute("class", &pending.class);
        }
        if !pending.style.is_empty() {
            self.write_attribute("style", &pending.style);
        }
        for (name, value) in &pending.attributes {
            self.write_attribute(name, value);
        }
        if let Some((columns, rows)) = pending.span {
            self.write_attribute("colspan", &columns.to_string());
            self.write_attribute("rowspan", &rows.to_string());
        }
        self.out.push('>');
    }

    fn write_attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape(value, &mut self.out);
        self.out.push('"');
    }
}

impl Sink for Markup {
    fn open(&mut self, tag: &'static str, class: &str) {
        self.settle();
        self.out.push('<');
        self.out.push_str(tag);
        self.open.push(tag);
        self.pending = Some(Pending { class: class.to_owned(), ..Pending::default() });
    }

    fn property(&mut self, name: &'static str, value: &str) {
        if let Some(pending) = &mut self.pending {
            pending.style.push_str(name);
            pending.style.push(':');
            pending.style.push_str(value);
            pending.style.push(';');
        }
    }

    fn attribute(&mut self, name: &'static str, value: &str) {
        if let Some(pending) = &mut self.pending {
            pending.attributes.push((name, value.to_owned()));
        }
    }

    /// A file carries what is printed, and no number of the draft's own.
    fn mark(&mut self, _: u32) {}

    fn span(&mut self, columns: u32, rows: u32) {
        if let Some(pending) = &mut self.pending {
            pending.span = Some((columns, rows));
        }
    }

    fn text(&mut self, text: &str) {
        self.settle();
        escape(text, &mut self.out);
    }

    fn close(&mut self) {
        self.settle();
        if let Some(tag) = self.open.pop() {
            self.out.push_str("</");
            self.out.push_str(tag);
            self.out.push('>');
        }
    }
}
