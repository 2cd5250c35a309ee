//! Cells of tables, and rows of texts that may be too long for a page: no row is split over two pages, so what is longer
//! goes on in a row below.

use crate::document::{Cell, Line, Mark, Paragraph, Row, Run, runs_with_holes};
use crate::style::{Format, Role, text_width_mm};

/// The space between the text of a cell and its lines in mm, left and right together: 4 pt each.
const BESIDE_MM: f32 = 2.9;

/// A cell that holds words, a row of dots in them being a hole; an empty one where there are none.
pub(super) fn cell(role: Role, words: &str, mark: Option<Mark>) -> Cell {
    Cell::text(role, runs_with_holes(words, None, mark), mark)
}

/// An empty row to write into, counted in its first cell.
pub(super) fn blank_row(roles: [Role; 2], number: usize, columns: usize, least_mm: f32, mark: Option<Mark>) -> Row {
    let [middle, left] = roles;
    let mut cells = vec![cell(middle, &number.to_string(), mark)];
    cells.resize(columns, cell(left, "", mark));
    Row { cells, least_mm, mark, ..Row::default() }
}

/// A row that heads the rows below it, and stays on their page.
pub(super) fn heading_row(role: Role, runs: Vec<Run>, columns: usize, mark: Option<Mark>) -> Row {
    let bold = runs.into_iter().map(|run| Run { bold: true, ..run }).collect();
    let cell = Cell { columns: columns as u32, ..Cell::text(role, bold, mark) };
    Row { cells: vec![cell], mark, keep_next: true, ..Row::default() }
}

/// The rows of one entry: one as a rule; more where a text is longer than about half a page.
pub(super) fn rows(format: &Format, widths_mm: &[f32], texts: &[(Role, String)], mark: Option<Mark>) -> Vec<Row> {
    let half_mm = format.page.text_height() * 0.45;
    let pieces: Vec<Vec<Vec<String>>> = texts
        .iter()
        .zip(widths_mm)
        .map(|((role, words), width)| {
            let size_pt = format.role(*role).size_pt;
            let pitch_mm = size_pt * crate::style::SINGLE_LINE * 25.4 / 72.0;
            pieces(words, width - BESIDE_MM, size_pt, (half_mm / pitch_mm).max(1.0) as usize)
        })
        .collect();
    let count = pieces.iter().map(Vec::len).max().unwrap_or_default().max(1);
    (0..count)
        .map(|at| {
            let cells = pieces.iter().zip(texts).map(|(pieces, (role, _))| {
                let lines: Vec<Line> = pieces
                    .get(at)
                    .into_iter()
                    .flatten()
                    .map(|words| Line::Text(Paragraph::new(*role, runs_with_holes(words, None, mark), mark)))
                    .collect();
                if lines.is_empty() { cell(*role, "", mark) } else { Cell::new(lines) }
            });
            Row { cells: cells.collect(), mark, ..Row::default() }
        })
        .collect()
}

/// Words cut into pieces of at most so many lines each, a piece as its paragraphs. It cuts between words; a word that is
/// wider than a line is broken, as the line breaks it.
fn pieces(words: &str, width_mm: f32, size_pt: f32, most: usize) -> Vec<Vec<String>> {
    let width = |words: &str| text_width_mm(words, size_pt, false);
    let space = width(" ");
    let mut pieces = Vec::new();
    let mut piece: Vec<String> = Vec::new();
    let mut lines = 0;
    for paragraph in words.lines().filter(|line| !line.trim().is_empty()) {
        let mut text = String::new();
        // How far the last line is filled; none before the first word.
        let mut filled: Option<f32> = None;
        for word in paragraph.split_whitespace() {
            for (at, part) in broken(word, width_mm, &width).into_iter().enumerate() {
                let joint = if at == 0 { space } else { 0.0 };
                let wide = width(part);
                match filled {
                    Some(so_far) if so_far + joint + wide <= width_mm => filled = Some(so_far + joint + wide),
                    _ => {
                        if lines >= most {
                            piece.push(std::mem::take(&mut text));
                            piece.retain(|paragraph| !paragraph.is_empty());
                            pieces.push(std::mem::take(&mut piece));
                            lines = 0;
                        }
                        lines += 1;
                        filled = Some(wide);
                    }
                }
                if at == 0 && !text.is_empty() {
                    text.push(' ');
                }
                text.push_str(part);
            }
        }
        piece.push(text);
    }
    if !piece.is_empty() {
        pieces.push(piece);
    }
    pieces
}

/// A word in parts that fit on a line each.
fn broken<'a>(word: &'a str, width_mm: f32, width: &impl Fn(&str) -> f32) -> Vec<&'a str> {
    if width(word) <= width_mm {
        return vec![word];
    }
    let mut parts = Vec::new();
    let (mut from, mut filled) = (0, 0.0);
    for (at, letter) in word.char_indices() {
        let wide = width(letter.encode_utf8(&mut [0; 4]));
        if filled + wide > width_mm && at > from {
            parts.push(&word[from..at]);
            (from, filled) = (at, 0.0);
        }
        filled += wide;
    }
    parts.push(&word[from..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::FormatCode;

    fn text(rows: &[Row], column: usize) -> String {
        let mut words = Vec::new();
        for row in rows {
            for line in &row.cells[column].lines {
                line.paragraph(&mut |paragraph| words.push(paragraph.text()));
            }
        }
        words.retain(|words: &String| !words.is_empty());
        words.join(" ")
    }

    #[test]
    fn a_short_text_is_one_row() {
        let format = FormatCode::Nd30.format();
        let texts = [(Role::NarrowMiddle, "1".to_owned()), (Role::NarrowCell, "Đường thôn hư hỏng.".to_owned())];
        let rows = rows(&format, &[10.0, 60.0], &texts, None);
        assert_eq!(rows.len(), 1);
        assert_eq!(text(&rows, 1), "Đường thôn hư hỏng.");
    }

    /// Nothing is lost, no piece is higher than half a page, and the short cells stand in the first row alone.
    #[test]
    fn a_long_text_goes_on_in_the_rows_below() {
        let format = FormatCode::Nd30.format();
        let long = "Đề nghị sửa tuyến đường liên thôn. ".repeat(600);
        assert!(long.chars().count() > 20_000);
        let texts = [(Role::NarrowMiddle, "7".to_owned()), (Role::NarrowCell, long.clone())];
        let rows = rows(&format, &[10.0, 60.0], &texts, None);
        assert!(rows.len() > 10);
        assert_eq!(text(&rows, 0), "7");
        assert_eq!(text(&rows, 1), long.trim());
        let most = format.page.text_height() * 0.45;
        for row in &rows {
            let line_mm = 11.0 * crate::style::SINGLE_LINE * 25.4 / 72.0;
            let wide = text_width_mm(&text(std::slice::from_ref(row), 1), 11.0, false);
            assert!((wide / 57.0).ceil() * line_mm <= most, "{wide}");
        }
    }

    #[test]
    fn a_word_without_an_end_is_broken_and_paragraphs_stay_apart() {
        let word = "ơ".repeat(20_000);
        let found = pieces(&format!("Một.\n\n{word} hai"), 50.0, 11.0, 10);
        assert_eq!(found[0][0], "Một.");
        assert_eq!(found.concat().concat(), format!("Một.{word} hai"));
        assert!(found.len() > 10);
        assert!(pieces(" \n ", 50.0, 11.0, 10).is_empty());
    }
}
