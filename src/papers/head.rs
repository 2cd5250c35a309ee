//! The head of a paper: organ and number at the left, national or Party heading with place and date at the right.

use super::Place;
use crate::document::{Block, Columns, ColumnsKind, HOLE, Line, Mark, Paragraph, Rule, Run, runs_with_holes};
use crate::dossier::Dossier;
use crate::organ::{Organ, OrganKind};
use crate::plan::Registration;
use crate::style::{Format, Role, text_width_mm};
use crate::words;

/// Who issues a paper, and how it is registered.
#[derive(Clone, Copy)]
pub(super) struct Issue<'a> {
    /// Who issues it.
    pub organs: &'a [Organ],
    /// Its number, place and date.
    pub registration: &'a Registration,
    /// The year in which it is issued, as long as it has no date.
    pub year: i32,
}

impl<'a> Issue<'a> {
    /// The plan of a dossier.
    pub fn of_plan(dossier: &'a Dossier) -> Self {
        let plan = &dossier.plan;
        Self { organs: &plan.organs, registration: &plan.registration, year: dossier.settings.year }
    }
}

/// What a kind of paper has in its head.
#[derive(Clone, Copy, Default)]
pub(super) struct HeadParts<'a> {
    /// The kind in the symbol, such as "KH"; empty for a letter of the State, which has none.
    pub kind: &'a str,
    /// The unit that drafted it, which a letter of the State names in its symbol instead: "VP"; empty for none.
    pub unit: &'a str,
    /// The lines under the number: what a letter is about.
    pub subject: &'a [Paragraph],
    /// Whether it has no place and date in its head: minutes, whose text says when and where.
    pub undated: bool,
}

/// The head of a paper: names and headings, and under them, level with each other, the number and the place and date
/// (NĐ 30/2020, Phụ lục I: on one row).
pub(super) fn head(issue: Issue<'_>, format: &Format, parts: &HeadParts<'_>) -> [Block; 2] {
    let names = [organs(issue, format), headings(format)];
    let mut left = number_lines(issue, format, parts);
    left.extend(parts.subject.iter().cloned().map(Line::Text));
    let right = if parts.undated { Vec::new() } else { vec![Line::Text(place_date(issue))] };
    let registration = [left, right];
    let widths_mm = widths([&names[0], &registration[0]], [&names[1], &registration[1]], format);
    let columns = |columns: [Vec<Line>; 2], kind| {
        Block::Columns(Columns { widths_mm: widths_mm.clone(), columns: columns.into(), kind })
    };
    [columns(names, ColumnsKind::Head), columns(registration, ColumnsKind::Number)]
}

/// The head of a form: organ and headings, without number and date; room for a seal under the organ where it bears one.
pub(super) fn form_head(issue: Issue<'_>, format: &Format, sealed: bool) -> Block {
    let mut organs = organs(issue, format);
    if sealed {
        organs.push(Line::Text(Paragraph::new(Role::FormNote, vec![Run::plain("(Đóng dấu treo)")], None)));
        organs.push(Line::Gap(Role::FormNote, 2));
    }
    let headings = headings(format);
    let widths_mm = widths([&organs, &[]], [&headings, &[]], format);
    Block::Columns(Columns { widths_mm, columns: vec![organs, headings], kind: ColumnsKind::Head })
}

fn organs(issue: Issue<'_>, format: &Format) -> Vec<Line> {
    let mut lines = Vec::new();
    for organ in issue.organs {
        organ_lines(organ, format, &mut lines);
    }
    if issue.organs.is_empty() {
        let mark = Some(Place::Organ.mark());
        lines.push(Line::Text(Paragraph::new(Role::HeadOwn, vec![Run::hole(mark)], mark)));
    }
    lines
}

fn number_lines(issue: Issue<'_>, format: &Format, parts: &HeadParts<'_>) -> Vec<Line> {
    let mut lines = vec![Line::Text(number(issue, format, parts))];
    if let Some(round) = issue.registration.draft_round {
        let mark = Some(Place::DraftRound.mark());
        let words = if round > 0 { format!("Dự thảo lần {round}") } else { "Dự thảo".into() };
        lines.push(if format.party_head {
            Line::Text(Paragraph::new(Role::DraftMark, vec![Run::plain(words)], mark))
        } else {
            Line::Boxed(Paragraph::new(Role::DraftMark, vec![Run::plain(words::upper(&words))], mark))
        });
    }
    lines
}

/// The lines of one organ, with the asterisk or the line under them.
fn organ_lines(organ: &Organ, format: &Format, lines: &mut Vec<Line>) {
    let mark = Some(Place::Thing(organ.id).mark());
    let names = organ.head_names();
    if !names.superior.is_empty() {
        let mut runs = vec![Run::plain(names.superior)];
        if organ.names.head_superior.is_empty() && organ.superior.is_unnamed() {
            runs.push(Run::plain(" "));
            runs.push(Run::hole(mark));
        }
        lines.push(Line::Text(Paragraph::new(Role::HeadSuperior, runs, mark)));
    }
    let given = !organ.names.head_own.is_empty() || (organ.kind == OrganKind::Other && !organ.names.full.is_empty());
    let unnamed = !given && organ.unit.is_unnamed();
    let count = names.own.len();
    let mut last = String::new();
    for (at, line) in names.own.into_iter().enumerate() {
        last.clone_from(&line);
        let mut runs = vec![Run::plain(line)];
        // The territory's name stands at the end of the line that names the unit.
        if unnamed && at == count.saturating_sub(1).min(1) {
            runs.push(Run::plain(" "));
            runs.push(Run::hole(mark));
        }
        lines.push(Line::Text(Paragraph::new(Role::HeadOwn, runs, mark)));
    }
    if count == 0 {
        lines.push(Line::Text(Paragraph::new(Role::HeadOwn, vec![Run::hole(mark)], mark)));
    }
    if format.party_head {
        lines.push(Line::Text(Paragraph::new(Role::HeadAsterisk, vec![Run::plain("*")], mark)));
    } else {
        // NĐ 30/2020, Phụ lục I: a third to a half of the line.
        let role = format.role(Role::HeadOwn);
        let width = text_width_mm(&last, role.size_pt, role.bold);
        lines.push(Line::Rule(Rule { width_mm: (width * 0.45).clamp(12.0, 30.0) }));
    }
}

/// Number and symbol: `Số: 163/KH-UBND`, `Số 146-KH/HU`. A blank number keeps its gap.
fn number(issue: Issue<'_>, format: &Format, parts: &HeadParts<'_>) -> Paragraph {
    let marks = format.marks;
    let number = issue.registration.number.map_or_else(|| "\u{a0}".repeat(6), words::padded);
    let mut symbol = symbol(issue, format, parts.kind);
    // A letter has no kind: "Số: 135/UBND-VP". What the officer gave is the whole symbol.
    if !parts.unit.is_empty() && issue.registration.symbol.trim().is_empty() {
        symbol = format!("{symbol}-{}", parts.unit);
    }
    let words = format!("{} {number}{}{symbol}", marks.number_label, marks.number_kind);
    let mark = Some(Place::Number.mark());
    Paragraph::new(Role::Number, runs_with_holes(&words, None, mark), mark)
}

/// The symbol: kind and organs, `KH-UBND`, `KH/HU`; with two organs both.
pub(super) fn symbol(issue: Issue<'_>, format: &Format, kind: &str) -> String {
    let given = issue.registration.symbol.trim();
    if !given.is_empty() {
        return given.to_owned();
    }
    let organs: Vec<String> = issue.organs.iter().map(Organ::symbol).filter(|symbol| !symbol.is_empty()).collect();
    let organs = if organs.is_empty() { HOLE.to_owned() } else { organs.join("-") };
    if kind.is_empty() { organs } else { format!("{kind}{}{organs}", format.marks.kind_organ) }
}

fn headings(format: &Format) -> Vec<Line> {
    let mut lines = Vec::new();
    let nation = format.role(Role::HeadNation);
    if format.party_head {
        let heading = "ĐẢNG CỘNG SẢN VIỆT NAM";
        lines.push(Line::Text(Paragraph::new(Role::HeadNation, vec![Run::plain(heading)], None)));
        // HD 36: the line is as long as the heading.
        lines.push(Line::Rule(Rule { width_mm: text_width_mm(heading, nation.size_pt, nation.bold) }));
    } else {
        let motto = "Độc lập - Tự do - Hạnh phúc";
        let set = format.role(Role::HeadMotto);
        lines.push(Line::Text(Paragraph::new(
            Role::HeadNation,
            vec![Run::plain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")],
            None,
        )));
        lines.push(Line::Text(Paragraph::new(Role::HeadMotto, vec![Run::plain(motto)], None)));
        // NĐ 30/2020, Phụ lục I: the line is as long as the motto.
        lines.push(Line::Rule(Rule { width_mm: text_width_mm(motto, set.size_pt, set.bold) }));
    }
    lines
}

/// The place and date of a paper; what is not known yet is left free.
pub(super) fn place_date(issue: Issue<'_>) -> Paragraph {
    let registration = issue.registration;
    let mark = Some(Place::Issued.mark());
    let given = registration.place.trim();
    let place =
        if given.is_empty() { issue.organs.first().map(Organ::place).unwrap_or_default() } else { given.to_owned() };
    let date = registration.issued.map_or_else(|| words::blank_long_date(Some(issue.year)), words::long_date);
    let mut runs = Vec::new();
    if place.trim().is_empty() {
        runs.push(Run::hole(mark));
    } else {
        runs.push(Run::plain(place));
    }
    runs.push(Run::plain(format!(", {date}")));
    Paragraph::new(Role::PlaceDate, runs, mark)
}

/// Column widths that fit the longest line of each column if both fit, else shared in the system's usual proportion.
fn widths(left: [&[Line]; 2], right: [&[Line]; 2], format: &Format) -> Vec<f32> {
    let whole = format.page.text_width();
    let longest = |lines: [&[Line]; 2]| {
        lines
            .into_iter()
            .flatten()
            .filter_map(|line| match line {
                Line::Text(paragraph) => {
                    let set = format.role(paragraph.role);
                    let text = paragraph.text();
                    let text = if set.caps { words::upper(&text) } else { text };
                    Some(text_width_mm(&text, set.size_pt, set.bold))
                }
                _ => None,
            })
            .fold(0.0_f32, f32::max)
    };
    // A little air, so that a rounding of the font's widths never breaks a heading.
    let air = 1.5;
    let (left, right) = (longest(left) + air, longest(right) + air);
    if left + right <= whole {
        // What is left over goes to both sides alike.
        let spare = (whole - left - right) / 2.0;
        return vec![left + spare, right + spare];
    }
    // The right column's heading must not break (its line is as long as the text); long organ names wrap.
    vec![whole - right, right]
}

/// The title block: kind and title with what stands under them.
pub(super) fn title(format: &Format, kind: &str, runs: Vec<Run>, mark: Option<Mark>) -> Vec<Block> {
    let set = format.role(Role::Title);
    let width = text_width_mm(&runs.iter().map(|run| run.text.as_str()).collect::<String>(), set.size_pt, set.bold);
    let mut blocks = vec![
        Block::Paragraph(Paragraph::new(Role::Kind, vec![Run::plain(kind)], None)),
        Block::Paragraph(Paragraph::new(Role::Title, runs, mark)),
    ];
    blocks.push(if format.party_head {
        Block::Paragraph(Paragraph::new(Role::TitleDashes, vec![Run::plain("-----")], None))
    } else {
        // A third to a half of the line, which is at most as long as the text is wide.
        let line = width.min(format.page.text_width());
        Block::Rule(Rule { width_mm: (line * 0.4).clamp(20.0, 60.0) })
    });
    blocks
}
