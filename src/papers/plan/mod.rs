//! The plan as a paper: head, title, preamble, parts, closing, foot.

mod flow;
mod wording;

pub(super) use flow::participant_text;
pub use flow::{Item, flow};
pub use wording::{default_wording, wordings};

use chrono::NaiveDate;

use super::{Place, foot, head, slots};
use crate::document::{Block, Cell, Document, HOLE, Label, Paragraph, Row, Run, Table, Weight, runs_with_holes};
use crate::dossier::Dossier;
use crate::organ::Organ;
use crate::style::{Format, Role};
use crate::text::Text;
use crate::words;

/// The kind as it stands in the symbol.
const KIND: &str = "KH";

/// Composes the plan.
pub fn compose(dossier: &Dossier, today: NaiveDate) -> Document {
    let format = dossier.format(today).format().two_sided(dossier.settings.two_sided);
    let issue = head::Issue::of_plan(dossier);
    let mut blocks = head::head(issue, &format, &head::HeadParts { kind: KIND, ..head::HeadParts::default() }).to_vec();
    let mark = Some(Place::Title.mark());
    let title = &dossier.plan.title;
    let runs = if title.is_blank() { vec![Run::hole(mark)] } else { slots::runs(dossier, title) };
    blocks.extend(head::title(&format, "KẾ HOẠCH", runs, mark));
    let mut body = body(dossier, &format);
    end_text(&mut body, format.marks.end_of_text);
    blocks.extend(body);
    blocks.push(foot::foot(&dossier.plan.recipients, &dossier.plan.signatories, &format));
    Document::new(name(dossier, &format), format, blocks)
}

/// The symbol of the plan: "KH-UBND", "KH/HU".
pub fn symbol(dossier: &Dossier, format: &Format) -> String {
    head::symbol(head::Issue::of_plan(dossier), format, KIND)
}

/// The plan as another paper names it: "Kế hoạch số 163/KH-UBND ngày 10 tháng 7 năm 2021 của Ủy ban nhân dân xã …". What
/// is not known yet are dots.
pub(super) fn named(dossier: &Dossier) -> String {
    let format = dossier.format(dossier.plan.registration.issued.unwrap_or_default()).format();
    let registration = &dossier.plan.registration;
    let number = registration.number.map_or_else(|| HOLE.to_owned(), words::padded);
    let date =
        registration.issued.map_or_else(|| words::blank_long_date(Some(dossier.settings.year)), words::long_date);
    let organs: Vec<String> = dossier.plan.organs.iter().map(Organ::full_name).collect();
    let organs = if organs.is_empty() { HOLE.to_owned() } else { organs.join(" và ") };
    // The Party sets a comma before "ngày", the State none (HD 05-HD/VPTW, confidence M); see `Citation::full`.
    let comma = if format.party_head { "," } else { "" };
    let symbol = symbol(dossier, &format);
    format!("Kế hoạch số {number}{}{symbol}{comma} {date} của {organs}", format.marks.number_kind)
}

/// "Ke hoach 163-KH-UBND": letters that every file system and mail program keeps.
fn name(dossier: &Dossier, format: &Format) -> String {
    let registration = &dossier.plan.registration;
    let number = registration.number.map(|number| format!("{}-", words::padded(number))).unwrap_or_default();
    let symbol = symbol(dossier, format);
    let tail: String = words::strip_marks(&format!("{number}{symbol}"))
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' })
        .collect();
    format!("Ke hoach {}", tail.trim_matches('-'))
}

fn body(dossier: &Dossier, format: &Format) -> Vec<Block> {
    let items = flow(dossier);
    let mut blocks: Vec<Block> = Vec::new();
    let mut items = items.iter().peekable();
    while let Some(item) = items.next() {
        if !item.cells.is_empty() {
            let mut rows = vec![item];
            while let Some(next) = items.next_if(|next| !next.cells.is_empty()) {
                rows.push(next);
            }
            blocks.push(Block::Table(schedule(dossier, format, &rows)));
            continue;
        }
        let mut paragraph = paragraph(dossier, format, item);
        // A heading that its first paragraph runs on from takes that paragraph's runs into its own.
        if item.run_in
            && let Some(first) = items.next_if(|next| !next.is_heading() && next.can_run_on())
        {
            let on = self::paragraph(dossier, format, first);
            paragraph = run_on(paragraph, on, format);
        }
        blocks.push(Block::Paragraph(paragraph));
    }
    blocks
}

/// The table of conferences: number, with whom, when, where.
fn schedule(dossier: &Dossier, format: &Format, items: &[&Item]) -> Table {
    let head = ["TT", "Hội nghị", "Thời gian", "Địa điểm"];
    // The number's column holds three digits; the others share what is left, times being the shortest.
    let whole = format.page.text_width();
    let number = 12.0;
    let widths_mm = vec![number, (whole - number) * 0.36, (whole - number) * 0.28, (whole - number) * 0.36];
    let head = head.map(|words| Cell::text(Role::TableHead, vec![Run::plain(words)], None)).into();
    let row = |(at, item): (usize, &&Item)| {
        let mark = Some(item.place.mark());
        let cell = |text: &Text| {
            let mut runs = slots::runs(dossier, text);
            if let Some(first) = runs.first_mut() {
                first.text = words::sentence_start(&first.text);
            }
            Cell::text(Role::TableCell, runs, mark)
        };
        let number = Cell::text(Role::TableMiddle, vec![Run::plain((at + 1).to_string())], mark);
        Row { cells: std::iter::once(number).chain(item.cells.iter().map(cell)).collect(), mark, ..Row::default() }
    };
    Table {
        widths_mm,
        head: vec![Row { cells: head, ..Row::default() }],
        rows: items.iter().enumerate().map(row).collect(),
        bare: false,
        ..Table::default()
    }
}

/// Joins a heading and the paragraph that runs on from it: the heading's words keep their weight.
fn run_on(heading: Paragraph, on: Paragraph, format: &Format) -> Paragraph {
    let set = format.role(heading.role);
    let mut runs: Vec<Run> = Vec::new();
    for mut run in heading.runs {
        run.bold |= set.bold;
        run.italic |= set.italic;
        run.mark = run.mark.or(heading.mark);
        runs.push(run);
    }
    runs.push(Run { bold: set.bold, italic: set.italic, ..Run::plain(" ") });
    for mut run in on.runs {
        run.mark = run.mark.or(on.mark);
        runs.push(run);
    }
    let label_weight = Weight { bold: set.bold, italic: set.italic };
    Paragraph { label: heading.label, label_weight, ..Paragraph::new(Role::Body, runs, heading.mark) }
}

fn paragraph(dossier: &Dossier, format: &Format, item: &Item) -> Paragraph {
    let mut runs =
        if item.text.is_blank() { vec![Run::hole(Some(item.place.mark()))] } else { slots::runs(dossier, &item.text) };
    if item.capital
        && let Some(first) = runs.first_mut()
    {
        first.text = words::sentence_start(&first.text);
    }
    runs.extend(runs_with_holes(&item.suffix, None, Some(item.place.mark())));
    // What closes a hole is not known until it is filled: its dots stand alone.
    let last = runs.iter().rev().find(|run| !run.text.trim().is_empty());
    let open = last.is_some_and(|run| run.hole);
    let closed = last.is_some_and(|run| run.text.trim_end().ends_with(['.', ';', ':', ',', '!', '?', '…', '/']));
    if !closed && !open && !item.end.is_empty() {
        runs.push(Run::plain(item.end));
    }
    if item.is_heading() && item.run_in && !closed {
        runs.push(Run::plain(":"));
    }
    let role = role(item);
    let label = match (&item.label, item.basis) {
        (_, true) if format.marks.basis_dash => Label::Dash,
        (_, true) => Label::None,
        (label, false) => label.clone(),
    };
    // The first words of a list stay with the sentence that announces them.
    let announces = runs.last().is_some_and(|run| run.text.trim_end().ends_with(':'));
    Paragraph { label, keep_next: announces, ..Paragraph::new(role, runs, Some(item.place.mark())) }
}

fn role(item: &Item) -> Role {
    match item.heading {
        _ if item.basis => Role::Basis,
        None => Role::Body,
        Some(1) => Role::Heading1,
        Some(2) => Role::Heading2,
        Some(3) => Role::Heading3,
        Some(_) => Role::Heading4,
    }
}

/// Closes the text with the system's mark, in place of the last full stop. A text that ends in a table has none.
pub(super) fn end_text(blocks: &mut [Block], end: &str) {
    // A heading that nothing follows yet is no end of a text.
    let heading = |role| matches!(role, Role::Heading1 | Role::Heading2 | Role::Heading3 | Role::Heading4);
    let Some(Block::Paragraph(last)) = blocks.last_mut() else { return };
    if heading(last.role) {
        return;
    }
    if let Some(run) = last.runs.iter_mut().rev().find(|run| !run.text.trim().is_empty())
        && !run.hole
    {
        let kept = run.text.trim_end().trim_end_matches("./.").trim_end_matches(['.', ';', ',']).len();
        run.text.truncate(kept);
        run.text.push_str(end);
        return;
    }
    last.runs.push(Run::plain(end));
}

/// The numbers of all parts, as references print them, in reading order: one walk for however many parts.
pub(super) fn part_numbers(dossier: &Dossier) -> Vec<(Place, String)> {
    flow(dossier)
        .into_iter()
        .filter(Item::is_heading)
        .filter_map(|item| Some((item.place, reference(&item.label)?)))
        .collect()
}

/// A number as a reference prints it: "II", "II.1", "II.3.1".
pub fn reference(label: &Label) -> Option<String> {
    let Label::Number(path) = label else { return None };
    let level = |(level, at): (usize, &u32)| if level == 0 { words::roman(*at) } else { at.to_string() };
    Some(path.iter().enumerate().map(level).collect::<Vec<_>>().join("."))
}

/// The number that a reference to a part prints: "II", "II.1", "II.3.1".
pub(super) fn part_number(dossier: &Dossier, id: crate::id::Id) -> Option<String> {
    let item = flow(dossier).into_iter().find(|item| item.is_heading() && item.place == Place::Thing(id))?;
    reference(&item.label)
}
