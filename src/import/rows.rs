//! Rows pasted from a spreadsheet, and what becomes known around the conference out of them.
//!
//! The columns are those of the product's own lists as spreadsheets, so that what was saved, filled in and copied comes
//! back; a number in front that counts the rows, and a head, are left out.

use crate::id::Id;
use crate::proceedings::{Invitee, Level, Opinion, VillageCount};
use crate::words::{self, When};

/// The rows of a pasted text, cell by cell: apart by tabs, or by semicolons or bars where a text has no tab. A cell in
/// quotation marks may hold line breaks, as spreadsheets write it. Blank rows are left out.
pub fn pasted_rows(text: &str) -> Vec<Vec<String>> {
    let tabs = text.contains('\t');
    let parts = |letter: char| if tabs { letter == '\t' } else { matches!(letter, ';' | '|') };
    let mut rows = vec![vec![String::new()]];
    let mut letters = text.chars().peekable();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        let Some(row) = rows.last_mut() else { break };
        let begins = row.last().is_some_and(String::is_empty);
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                push(row, '"');
            }
            '"' if quoted => quoted = false,
            // Only a spreadsheet quotes cells; in a typed text a quotation mark is a letter.
            '"' if begins && tabs => quoted = true,
            '\r' if !quoted => {}
            '\n' if !quoted => rows.push(vec![String::new()]),
            _ if !quoted && parts(letter) => row.push(String::new()),
            _ => push(row, letter),
        }
    }
    for row in &mut rows {
        row.iter_mut().for_each(|cell| *cell = cell.trim().to_owned());
        let counts = row.first().is_some_and(|cell| cell.trim_end_matches('.').parse::<u32>().is_ok());
        if row.len() > 1 && counts {
            row.remove(0);
        }
    }
    rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    // The head of a list that was saved as a spreadsheet.
    if rows.first().is_some_and(|row| matches!(words::fold(&row[0]).as_str(), "tt" | "stt" | "số tt")) {
        rows.remove(0);
    }
    rows
}

fn push(row: &mut [String], letter: char) {
    if let Some(cell) = row.last_mut() {
        cell.push(letter);
    }
}

fn cell(row: &[String], at: usize) -> String {
    row.get(at).cloned().unwrap_or_default()
}

fn count(row: &[String], at: usize) -> Option<u32> {
    row.get(at)?.replace(['.', ' ', '\u{a0}'], "").parse().ok()
}

/// Those who are invited: name; office and unit.
pub fn invitees(rows: &[Vec<String>], mut new_id: impl FnMut() -> Id) -> Vec<Invitee> {
    let invitee =
        |row: &Vec<String>| Invitee { id: new_id(), name: cell(row, 0), office: cell(row, 1), ..Invitee::default() };
    rows.iter().map(invitee).collect()
}

/// Opinions: what; by whom; field; how many others; who can settle it; who answers; the answer; by when, read in `year`
/// where it says none.
pub fn opinions(rows: &[Vec<String>], year: i32, mut new_id: impl FnMut() -> Id) -> Vec<Opinion> {
    let level = |words: String| match words::fold(&words).as_str() {
        "tỉnh" | "cấp tỉnh" | "thành phố" => Level::Province,
        "trung ương" | "tw" => Level::Centre,
        _ => Level::Commune,
    };
    let opinion = |row: &Vec<String>| Opinion {
        id: new_id(),
        text: cell(row, 0),
        by: cell(row, 1),
        field: cell(row, 2),
        repeated: count(row, 3).unwrap_or_default(),
        level: level(cell(row, 4)),
        answered_by: cell(row, 5),
        result: cell(row, 6),
        deadline: When::parse(&cell(row, 7), year).unwrap_or_default(),
        ..Opinion::default()
    };
    rows.iter().map(opinion).collect()
}

/// Counts: the village; households; handed out, returned, valid, invalid; for, against, other.
pub fn counts(rows: &[Vec<String>], mut new_id: impl FnMut() -> Id) -> Vec<VillageCount> {
    let village = |row: &Vec<String>| VillageCount {
        id: new_id(),
        village: cell(row, 0),
        households: count(row, 1),
        issued: count(row, 2),
        returned: count(row, 3),
        valid: count(row, 4),
        invalid: count(row, 5),
        agree: count(row, 6),
        disagree: count(row, 7),
        other: count(row, 8),
    };
    rows.iter().map(village).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spreadsheet_quotes_what_has_line_breaks() {
        let text =
            "TT\tHọ và tên\tChức vụ\r\n1\tÔng A\t\"Trưởng thôn 1,\nBí thư \"\"chi bộ\"\"\"\r\n\r\n2.\tBà B\t\r\n";
        let rows = pasted_rows(text);
        assert_eq!(rows, [vec!["Ông A", "Trưởng thôn 1,\nBí thư \"chi bộ\""], vec!["Bà B", ""]]);
    }

    #[test]
    fn a_typed_list_is_one_too() {
        assert_eq!(pasted_rows("Ông A; Trưởng \"thôn\"\nBà B"), [vec!["Ông A", "Trưởng \"thôn\""], vec!["Bà B"]]);
        assert!(pasted_rows(" \n\n").is_empty());
    }

    #[test]
    fn rows_become_what_they_say() {
        let mut next = 0;
        let mut id = || {
            next += 1;
            Id(next)
        };
        let rows = pasted_rows("Thôn 1\t1.250\t1.250\t1.200\t1.190\t10\t1.000\t100\t90\nThôn 2\t\tx");
        let counts = counts(&rows, &mut id);
        assert_eq!((counts[0].households, counts[0].agree, counts[0].other), (Some(1250), Some(1000), Some(90)));
        assert_eq!((counts[1].id, counts[1].households, counts[1].issued), (Id(2), None, None));
        let rows = pasted_rows("Đường hỏng\tÔng A, Thôn 1\tGiao thông\t3\tcấp tỉnh\tPhòng Kinh tế\tĐã sửa\t05/9/2026");
        let opinion = &opinions(&rows, 2026, &mut id)[0];
        assert_eq!((opinion.repeated, opinion.level, opinion.result.as_str()), (3, Level::Province, "Đã sửa"));
        assert!(opinion.deadline.is_set());
        assert_eq!(invitees(&pasted_rows("Bà B\tBí thư"), &mut id)[0].office, "Bí thư");
    }
}
