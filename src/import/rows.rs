//! Rows pasted from a spreadsheet, and what becomes known around the conference out of them.
//!
//! A head says which column is what; without one the columns stand in the order of the product's own lists, so that what
//! was saved as a spreadsheet, filled in and copied comes back.

use crate::id::Id;
use crate::plan::{Assignment, Deadline, Task};
use crate::proceedings::{Invitee, Level, Opinion, Outcome, VillageCount};
use crate::text::Text;
use crate::words::{self, When};

/// Rows of cells, and the titles of their columns where they have a head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    titles: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Rows {
    /// The rows of a pasted text, cell by cell: apart by tabs, or by semicolons or bars where a text has no tab. A cell in
    /// quotation marks may hold line breaks, as spreadsheets write it. Blank rows, a head, a first column that only counts
    /// the rows, and a last row of sums are left out.
    pub fn pasted(text: &str) -> Self {
        let mut rows = cells(text);
        let titles = if rows.first().is_some_and(|row| is_head(row)) {
            rows.remove(0).iter().map(|title| words::fold(title)).collect()
        } else {
            Vec::new()
        };
        rows.retain(|row| !row.iter().any(|cell| is_sum(cell)));
        let mut found = Self { titles, rows };
        if found.first_counts() {
            // A row of words in that column is a heading over those below it.
            let counts = |row: &&mut Vec<String>| row.len() > 1 && !row[0].chars().any(char::is_alphabetic);
            found.rows.iter_mut().filter(counts).for_each(|row| drop(row.remove(0)));
            if !found.titles.is_empty() {
                found.titles.remove(0);
            }
        }
        found
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Whether the first column does nothing but count the rows: its head says so, or it counts up by one beside words.
    /// Villages that are called "1", "2", "3" stand beside numbers.
    fn first_counts(&self) -> bool {
        if let Some(title) = self.titles.first() {
            return matches!(title.as_str(), "tt" | "stt" | "số tt" | "số thứ tự");
        }
        let number = |row: &Vec<String>| row.first()?.trim_end_matches('.').parse::<u32>().ok();
        let counted: Vec<u32> = self.rows.iter().filter_map(number).collect();
        let beside_words = self
            .rows
            .iter()
            .all(|row| number(row).is_none() || row.get(1).is_some_and(|cell| cell.chars().any(char::is_alphabetic)));
        !counted.is_empty() && counted.windows(2).all(|two| two[0].checked_add(1) == Some(two[1])) && beside_words
    }

    /// Which column holds something: the one whose title has one of these words, else the one at `usual`.
    fn column(&self, names: &[&str], usual: usize) -> Option<usize> {
        if self.titles.is_empty() {
            return Some(usual);
        }
        names.iter().find_map(|name| self.titles.iter().position(|title| title.contains(name)))
    }
}

/// Words that heads of such lists have.
const TITLES: [&str; 24] = [
    "tt",
    "stt",
    "số tt",
    "số thứ tự",
    "họ và tên",
    "họ tên",
    "tên",
    "chức vụ",
    "đơn vị",
    "nội dung",
    "người nêu",
    "lĩnh vực",
    "thẩm quyền",
    "cơ quan trả lời",
    "thời hạn",
    "ghi chú",
    "thôn",
    "tổ dân phố",
    "số hộ",
    "phát ra",
    "thu về",
    "hợp lệ",
    "đồng ý",
    "tình trạng",
];

/// Whether a row is a head: two of its cells, or the only one, are titles, and none is a number.
fn is_head(row: &[String]) -> bool {
    let title = |cell: &&String| {
        let folded = words::fold(cell);
        TITLES.iter().any(|title| folded == *title || folded.starts_with(&format!("{title},")))
            || (folded.contains("họ và tên") || folded.contains("chức vụ") || folded.contains("số hộ"))
    };
    let filled: Vec<&String> = row.iter().filter(|cell| !cell.is_empty()).collect();
    let titles = filled.iter().filter(|cell| title(cell)).count();
    let numbers = filled.iter().any(|cell| cell.chars().any(|letter| letter.is_ascii_digit()));
    !numbers && titles >= filled.len().min(2) && titles > 0
}

/// Whether a cell begins a row of sums.
fn is_sum(cell: &str) -> bool {
    matches!(words::fold(cell).trim_end_matches([':', '.']), "tổng" | "tổng cộng" | "cộng" | "tổng số")
}

fn cells(text: &str) -> Vec<Vec<String>> {
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
    for cell in rows.iter_mut().flatten() {
        *cell = cell.trim().to_owned();
    }
    rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    rows
}

fn push(row: &mut [String], letter: char) {
    if let Some(cell) = row.last_mut() {
        cell.push(letter);
    }
}

fn cell(row: &[String], at: Option<usize>) -> String {
    at.and_then(|at| row.get(at)).cloned().unwrap_or_default()
}

fn count(row: &[String], at: Option<usize>) -> Option<u32> {
    row.get(at?)?.replace(['.', ' ', '\u{a0}'], "").parse().ok()
}

/// Those who are invited: name; office and unit, in one column or several.
pub fn invitees(rows: &Rows, mut new_id: impl FnMut() -> Id) -> Vec<Invitee> {
    let name = rows.column(&["họ và tên", "họ tên", "tên"], 0);
    let beside = |at: &usize| {
        Some(*at) != name
            && rows
                .titles
                .get(*at)
                .is_none_or(|title| title.contains("chức") || title.contains("đơn vị") || title.contains("thôn"))
    };
    let invitee = |row: &Vec<String>| {
        let office = (0..row.len()).filter(beside).map(|at| row[at].as_str()).filter(|cell| !cell.is_empty());
        let office = office.collect::<Vec<_>>().join(", ");
        Invitee { id: new_id(), name: cell(row, name), office, ..Invitee::default() }
    };
    rows.rows.iter().map(invitee).collect()
}

/// Assignments: what is to be done; who does it; by when, read in `year` where it says none. A row that names nobody goes on
/// with whom the row above names; an agency that is named again gets the task as well.
pub fn assignments(rows: &Rows, year: i32, mut new_id: impl FnMut() -> Id) -> Vec<Assignment> {
    let text = rows.column(&["nội dung", "công việc", "nhiệm vụ"], 0);
    let agency = rows.column(&["đơn vị", "cơ quan", "người thực hiện"], 1).filter(|at| Some(*at) != text);
    let deadline = rows.column(&["thời hạn", "hạn", "thời gian"], 2);
    let mut found: Vec<Assignment> = Vec::new();
    for row in &rows.rows {
        let (who, what) = (cell(row, agency), cell(row, text));
        let known = match who.is_empty() {
            true => found.len().checked_sub(1),
            false => found.iter().position(|one| one.agency == Text::words(who.as_str())),
        };
        let at = known.unwrap_or_else(|| {
            found.push(Assignment { id: new_id(), agency: Text::words(who), ..Assignment::default() });
            found.len() - 1
        });
        if what.is_empty() {
            continue;
        }
        let when = When::parse(&cell(row, deadline), year).unwrap_or_default();
        let deadlines = if when.is_set() { vec![Deadline { id: new_id(), when }] } else { Vec::new() };
        found[at].tasks.push(Task { id: new_id(), text: Text::words(what), deadlines });
    }
    found
}

/// Opinions: what; by whom; field; how many others; who can settle it; who answers; the answer; by when, read in `year`
/// where it says none; what became of it. A row of one cell that names what became of those below it, as in the digest,
/// says so for them.
pub fn opinions(rows: &Rows, year: i32, mut new_id: impl FnMut() -> Id) -> Vec<Opinion> {
    let result = rows.column(&["nội dung trả lời", "kết quả"], 6);
    let answered_by = rows.column(&["cơ quan trả lời", "đơn vị trả lời"], 5);
    let text = rows.column(&["nội dung ý kiến", "ý kiến, kiến nghị", "nội dung"], 0);
    let by = rows.column(&["người nêu", "họ và tên"], 1);
    let from = rows.column(&["thôn", "nguồn"], 9).filter(|at| Some(*at) != by);
    let [field, repeated, level] =
        [rows.column(&["lĩnh vực"], 2), rows.column(&["trùng"], 3), rows.column(&["thẩm quyền"], 4)];
    let [deadline, state] = [rows.column(&["thời hạn", "hạn"], 7), rows.column(&["tình trạng"], 8)];
    let mut group = None;
    let mut found = Vec::new();
    for row in &rows.rows {
        if row.iter().filter(|cell| !cell.is_empty()).count() == 1
            && let Some(outcome) = row.iter().find_map(|cell| outcome(cell))
        {
            group = Some(outcome);
            continue;
        }
        let result = cell(row, result);
        // An answer that is written down was given.
        let answered = if result.is_empty() { Outcome::Open } else { Outcome::Answered };
        found.push(Opinion {
            id: new_id(),
            text: cell(row, text),
            by: cell(row, by),
            from: cell(row, from),
            field: cell(row, field),
            repeated: count(row, repeated).unwrap_or_default(),
            level: self::level(&cell(row, level)),
            answered_by: cell(row, answered_by),
            outcome: outcome(&cell(row, state)).or(group).unwrap_or(answered),
            result,
            deadline: When::parse(&cell(row, deadline), year).unwrap_or_default(),
        });
    }
    found
}

fn level(cell: &str) -> Level {
    match words::fold(cell).as_str() {
        "tỉnh" | "cấp tỉnh" | "thành phố" | "cấp thành phố" => Level::Province,
        "trung ương" | "tw" | "cấp trung ương" => Level::Centre,
        _ => Level::Commune,
    }
}

/// What a cell says became of an opinion.
fn outcome(cell: &str) -> Option<Outcome> {
    let folded = words::fold(cell);
    [
        ("đã trả lời", Outcome::Answered),
        ("giao giải quyết", Outcome::Assigned),
        ("chuyển cấp", Outcome::PassedOn),
        ("vượt thẩm quyền", Outcome::PassedOn),
        ("chưa xử lý", Outcome::Open),
    ]
    .into_iter()
    .find_map(|(words, outcome)| folded.contains(words).then_some(outcome))
}

/// Counts: the village; households; handed out, returned, valid, invalid; for, against, other.
pub fn counts(rows: &Rows, mut new_id: impl FnMut() -> Id) -> Vec<VillageCount> {
    let column = |name: &str, usual: usize| {
        // "Hợp lệ" stands in "Không hợp lệ" as well, and "Đồng ý" in "Không đồng ý".
        let exact = rows.titles.iter().position(|title| title.starts_with(name));
        if rows.titles.is_empty() { Some(usual) } else { exact.or_else(|| rows.column(&[name], usual)) }
    };
    let village = column("thôn", 0).or(Some(0));
    let numbers =
        [("phát ra", 2), ("thu về", 3), ("hợp lệ", 4), ("không hợp lệ", 5), ("đồng ý", 6), ("không đồng ý", 7)];
    let [issued, returned, valid, invalid, agree, disagree] = numbers.map(|(name, usual)| column(name, usual));
    let (households, other) = (rows.column(&["số hộ"], 1), rows.column(&["ý kiến khác", "khác"], 8));
    let village_count = |row: &Vec<String>| VillageCount {
        id: new_id(),
        village: cell(row, village),
        households: count(row, households),
        issued: count(row, issued),
        returned: count(row, returned),
        valid: count(row, valid),
        invalid: count(row, invalid),
        agree: count(row, agree),
        disagree: count(row, disagree),
        other: count(row, other),
    };
    rows.rows.iter().map(village_count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids() -> impl FnMut() -> Id {
        let mut next = 0;
        move || {
            next += 1;
            Id(next)
        }
    }

    #[test]
    fn a_spreadsheet_quotes_what_has_line_breaks() {
        let text =
            "TT\tHọ và tên\tChức vụ\r\n1\tÔng A\t\"Trưởng thôn 1,\nBí thư \"\"chi bộ\"\"\"\r\n\r\n2.\tBà B\t\r\n";
        let rows = Rows::pasted(text).rows;
        assert_eq!(rows, [vec!["Ông A", "Trưởng thôn 1,\nBí thư \"chi bộ\""], vec!["Bà B", ""]]);
    }

    #[test]
    fn a_typed_list_is_one_too() {
        let rows = Rows::pasted("Ông A; Trưởng \"thôn\"\nBà B").rows;
        assert_eq!(rows, [vec!["Ông A", "Trưởng \"thôn\""], vec!["Bà B"]]);
        assert!(Rows::pasted(" \n\n").is_empty());
    }

    #[test]
    fn heads_say_which_column_is_what() {
        for text in [
            "STT\tHọ và tên\tChức vụ\tĐơn vị\n1\tBà B\tTrưởng thôn\tThôn 6\n2\tÔng C\t\tThôn 7",
            "Chức vụ\tĐơn vị\tHọ và tên\nTrưởng thôn\tThôn 6\tBà B\n\tThôn 7\tÔng C",
            "Bà B\tTrưởng thôn\tThôn 6\nÔng C\t\tThôn 7",
        ] {
            let found = invitees(&Rows::pasted(text), ids());
            let said: Vec<_> = found.iter().map(|one| (one.name.as_str(), one.office.as_str())).collect();
            assert_eq!(said, [("Bà B", "Trưởng thôn, Thôn 6"), ("Ông C", "Thôn 7")], "{text}");
        }
    }

    #[test]
    fn villages_may_be_called_by_numbers_and_sums_are_no_village() {
        let found = counts(&Rows::pasted("1\t120\t118\n2\t90\t90"), ids());
        assert_eq!((found[0].village.as_str(), found[0].households, found[1].issued), ("1", Some(120), Some(90)));
        let text = "Thôn\tTổng số hộ\tPhát ra\tThu về\tHợp lệ\tKhông hợp lệ\tĐồng ý\tKhông đồng ý\tÝ kiến khác\n\
                    Thôn 1\t1.250\t1.250\t1.200\t1.190\t10\t1.000\t100\t90\nThôn 2\t\tx\nTổng cộng\t1.250";
        let found = counts(&Rows::pasted(text), ids());
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].households, found[0].invalid, found[0].disagree), (Some(1250), Some(10), Some(100)));
        assert_eq!((found[0].valid, found[0].agree, found[0].other), (Some(1190), Some(1000), Some(90)));
        assert_eq!((found[1].id, found[1].households, found[1].issued), (Id(2), None, None));
    }

    #[test]
    fn tasks_come_by_agency() {
        let text = "TT\tNội dung công việc\tĐơn vị thực hiện\tThời hạn\tGhi chú\n1\tIn phiếu\tVăn phòng\t05/9/2026\t\n\
                    2\tTổng hợp\tMặt trận\t\t\n3\tPhát phiếu\tVăn phòng\t\t";
        let found = assignments(&Rows::pasted(text), 2026, ids());
        let said: Vec<_> = found.iter().map(|one| (one.agency.clone(), one.tasks.len())).collect();
        assert_eq!(said, [(Text::words("Văn phòng"), 2), (Text::words("Mặt trận"), 1)]);
        assert_eq!(found[0].tasks[0].deadlines.len(), 1);
        assert!(found[0].tasks[1].deadlines.is_empty());
    }

    #[test]
    fn the_digest_comes_back() {
        let text = "Đường hỏng\tÔng A, Thôn 1\tGiao thông\t3\tcấp tỉnh\tPhòng Kinh tế\tĐã sửa\t05/9/2026";
        let opinion = &opinions(&Rows::pasted(text), 2026, ids())[0];
        assert_eq!((opinion.repeated, opinion.level, opinion.outcome), (3, Level::Province, Outcome::Answered));
        assert!(opinion.deadline.is_set());
        let text = "TT\tNội dung ý kiến, kiến nghị\tNgười nêu, nguồn\tLĩnh vực\tNội dung trả lời, kết quả\n\
                    I. Giao giải quyết: 01 ý kiến\t\t\t\t\n1\tĐường hỏng\tÔng A\tGiao thông\tĐang làm\n\
                    II. Chưa xử lý: 01 ý kiến\t\t\t\t\n2\tLoa hỏng\tBà B\t\t";
        let found = opinions(&Rows::pasted(text), 2026, ids());
        let said: Vec<_> = found.iter().map(|one| (one.text.as_str(), one.by.as_str(), one.outcome)).collect();
        assert_eq!(said, [("Đường hỏng", "Ông A", Outcome::Assigned), ("Loa hỏng", "Bà B", Outcome::Open)]);
        assert_eq!(found[0].result, "Đang làm");
    }
}
