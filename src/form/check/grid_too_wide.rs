//! A table whose words do not fit its columns.

use super::{Check, Facts, reading};
use crate::finding::{Finding, Severity};
use crate::form::{Form, FormBlock, FormPaper, Kind, Size};
use crate::style::{FormatCode, Role, text_width_mm};

/// What a cell keeps free at its two sides together, in mm: 4 pt each, as the style sheet of papers has it.
const PADDING_MM: f32 = 2.0 * 4.0 * 25.4 / 72.0;
/// The least width of a column to tick in mm: a box of 5 mm and a finger's room beside it (ABS and queXML have boxes of 4
/// to 5 mm in rows of 9; 12 is practice, M).
const LEAST_MM: f32 = 12.0;

/// A word that is wider than its column is cut, or runs into the next. The widths are those that the block itself
/// computes for the paper's width; wider paper is tried for the repair. What a slot prints is not known here and not
/// measured.
pub const CHECK: Check = Check {
    code: "grid-too-wide",
    run,
    fix: Some(|form, finding, _| {
        let block = form.blocks.iter().find(|block| Some(block.mark()) == finding.place)?;
        Some(Form { paper: wide_enough(block, form.paper)?, ..form.clone() })
    }),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

fn run(form: &Form, _: &Facts) -> Vec<Finding> {
    let tables = form.blocks.iter().filter(|block| matches!(block.kind, Kind::Grid | Kind::Table | Kind::Persons));
    tables
        .filter_map(|block| {
            let (column, has_mm, needs_mm) = narrowest(block, form.paper)?;
            Some(
                Finding::new(CHECK.code, Severity::Warning)
                    .at(block.mark())
                    .with("column", column)
                    .with("has", format!("{:.1}", (has_mm * 10.0).floor() / 10.0))
                    .with("needs", format!("{:.1}", (needs_mm * 10.0).ceil() / 10.0))
                    .fixable(wide_enough(block, form.paper).is_some()),
            )
        })
        .collect()
}

/// The column that lacks most: its head, the width that it has and the one that it needs, in mm; none where all fit.
fn narrowest(block: &FormBlock, paper: FormPaper) -> Option<(String, f32, f32)> {
    let table = reading::table_of(block, paper.page().text_width())?;
    // Tables that are filled in are set alike in every parameter set.
    let set = FormatCode::Nd30.format().role(Role::TableHead);
    // The columns that are listed stand at the right: before them are the number, and what is asked or who.
    let lead = table.widths_mm.len().saturating_sub(block.options.len());
    let columns = block.options.iter().zip(&table.widths_mm[lead..]);
    columns
        .map(|(option, has_mm)| {
            let head = reading::shown(&option.text);
            // A line is not broken at a no-break space.
            let words = head.split(|letter: char| letter.is_whitespace() && letter != '\u{a0}');
            let widths = words.map(|word| text_width_mm(word, set.size_pt, set.bold) + PADDING_MM);
            let needs_mm = widths.fold(LEAST_MM, f32::max);
            (head, *has_mm, needs_mm)
        })
        .filter(|(_, has_mm, needs_mm)| has_mm < needs_mm)
        .max_by(|(_, has, needs), (_, other_has, other_needs)| (needs - has).total_cmp(&(other_needs - other_has)))
}

/// The first wider paper on which all columns fit: A4 for A5, then A4 with its long side lying.
fn wide_enough(block: &FormBlock, paper: FormPaper) -> Option<FormPaper> {
    let wider = [(Size::A4, false), (Size::A4, true)].map(|(size, landscape)| {
        let other = FormPaper { size, landscape, ..paper };
        FormPaper { two_up: other.two_up && other.can_be_two_up(), ..other }
    });
    let width = |paper: &FormPaper| paper.page().text_width();
    wider.into_iter().find(|other| width(other) > width(&paper) && narrowest(block, *other).is_none())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Case, block, facts, form};
    use super::*;

    const LEVELS: [&str; 5] = ["Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng", "Rất không hài lòng"];

    fn on(size: Size, options: &[&str]) -> Form {
        let paper = FormPaper { size, two_up: size == Size::A5, ..FormPaper::default() };
        Form { paper, ..form(vec![block(1, Kind::Grid, "Mức độ hài lòng", options)]) }
    }

    pub fn trips() -> Case {
        (on(Size::A5, &LEVELS), facts())
    }

    pub fn passes() -> Case {
        (on(Size::A4, &LEVELS), facts())
    }

    #[test]
    fn a5_becomes_a4_and_a4_is_laid() {
        let paper =
            |form: &Form| (CHECK.fix.unwrap())(form, &run(form, &facts())[0], &mut || unreachable!()).unwrap().paper;
        assert_eq!(paper(&on(Size::A5, &LEVELS)), FormPaper::default());
        let nine = ["Một"; 9];
        assert_eq!(paper(&on(Size::A4, &nine)), FormPaper { landscape: true, ..FormPaper::default() });
    }

    #[test]
    fn what_no_paper_holds_is_not_repaired() {
        let found = run(&on(Size::A4, &["ng".repeat(60).as_str()]), &facts());
        assert!(!found[0].fixable);
    }
}
