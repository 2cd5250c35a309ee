//! Rows of tables as the sentences that a plan would have in their place: who does what by when, what happens when, who
//! comes, where each conference is.

use super::Ledger;
use crate::import::debris::{Debris, LeftOut, Row};
use crate::import::scan::Scanned;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Number,
    Agency,
    Task,
    When,
    Venue,
    Who,
    Amount,
    Other,
}

/// The words of heads of columns, the more telling first.
const HEADS: [(&str, Column); 24] = [
    ("stt", Column::Number),
    ("tt", Column::Number),
    ("so tt", Column::Number),
    ("don vi thuc hien", Column::Agency),
    ("don vi chu tri", Column::Agency),
    ("co quan chu tri", Column::Agency),
    ("nguoi thuc hien", Column::Agency),
    ("phan cong", Column::Agency),
    ("chu tri", Column::Agency),
    ("bo phan", Column::Agency),
    ("co quan", Column::Agency),
    ("don vi", Column::Agency),
    ("thoi gian", Column::When),
    ("thoi han", Column::When),
    ("hoan thanh", Column::When),
    ("tien do", Column::When),
    ("dia diem", Column::Venue),
    ("so luong", Column::Amount),
    ("thanh phan", Column::Who),
    ("dai bieu", Column::Who),
    ("noi dung", Column::Task),
    ("nhiem vu", Column::Task),
    ("cong viec", Column::Task),
    ("hoi nghi", Column::Task),
];

fn columns(cells: &[String]) -> Vec<Column> {
    cells
        .iter()
        .map(|cell| {
            let head = Scanned::new(cell.as_str());
            HEADS
                .iter()
                .find(|(words, _)| head.begins(words) || (head.words.len() <= 6 && head.has(words)))
                .map_or(Column::Other, |(_, column)| *column)
        })
        .collect()
}

/// A row as a line of text, with the label before it.
struct Sentence {
    label: String,
    text: String,
}

/// The rows with tables in them told in sentences. The head of a table that is understood goes with it: its words say only
/// what the columns are.
pub(super) fn told(rows: &[Row], ledger: &mut Ledger<'_>) -> Vec<Row> {
    let mut out = Vec::with_capacity(rows.len());
    let mut at = 0;
    while at < rows.len() {
        let width = rows[at].line.cells.len();
        if width < 2 {
            out.push(rows[at].clone());
            at += 1;
            continue;
        }
        let end = at + rows[at..].iter().take_while(|row| row.line.cells.len() == width).count();
        table(&rows[at..end], &mut out, ledger);
        at = end;
    }
    out
}

fn table(rows: &[Row], out: &mut Vec<Row>, ledger: &mut Ledger<'_>) {
    let columns = columns(&rows[0].line.cells);
    let has = |column| columns.contains(&column);
    let known = columns.iter().filter(|column| **column != Column::Other).count() >= 2
        && (has(Column::Task) || has(Column::Who));
    let body = if known { &rows[1..] } else { rows };
    let mut number = 0;
    for row in body {
        let sentence = if known { sentence(&columns, &row.line.cells, &mut number) } else { plain(&row.line.cells) };
        let mut row = row.clone();
        row.line.cells = Vec::new();
        row.line.label = sentence.label;
        row.line.text = sentence.text;
        row.line.slanted_end = None;
        out.push(row);
    }
    if known {
        ledger.left_out.push(LeftOut { line: rows[0].at, words: rows[0].line.text.clone(), why: Debris::Frame });
    }
}

/// A row of a table that says nothing of its columns: its cells one after the other.
fn plain(cells: &[String]) -> Sentence {
    let filled: Vec<&str> = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    let numbered = filled.len() > 1 && is_number(filled[0]);
    let (label, rest) = if numbered {
        (format!("{}.", filled[0].trim_end_matches('.')), &filled[1..])
    } else {
        (String::new(), &filled[..])
    };
    Sentence { label, text: rest.join("; ") }
}

fn is_number(text: &str) -> bool {
    let bare = text.trim_end_matches('.');
    !bare.is_empty() && bare.len() <= 2 && bare.bytes().all(|byte| byte.is_ascii_digit())
}

fn sentence(columns: &[Column], cells: &[String], number: &mut u32) -> Sentence {
    let of = |wanted: Column| -> Vec<&str> {
        let cells = columns.iter().zip(cells).filter(|(column, _)| **column == wanted);
        cells.map(|(_, cell)| cell.trim()).filter(|cell| !cell.is_empty()).collect()
    };
    let (agency, task, when, venue) = (of(Column::Agency), of(Column::Task), of(Column::When), of(Column::Venue));
    let named = of(Column::Number).into_iter().filter(|cell| cell.chars().any(char::is_alphabetic));
    let (who, amount, other) =
        (of(Column::Who), of(Column::Amount), of(Column::Other).into_iter().chain(named).collect::<Vec<_>>());
    let rest = |text: &mut String, parts: &[&str]| {
        for part in parts {
            text.push_str(&format!(" ({part})"));
        }
    };
    let bare = |text: &str| text.trim_end_matches(['.', ';', ',']).to_owned();
    let mut text;
    let mut label = "-".to_owned();
    if !columns.contains(&Column::Task) {
        // Who comes, and how many.
        text = bare(&who.join(", "));
        rest(
            &mut text,
            &amount
                .iter()
                .map(|amount| with_noun(amount))
                .collect::<Vec<_>>()
                .iter()
                .map(String::as_str)
                .collect::<Vec<_>>(),
        );
        rest(&mut text, &[agency, when, venue, other].concat());
    } else if columns.contains(&Column::Venue)
        || (columns.contains(&Column::When) && !columns.contains(&Column::Agency)) && !starts_with_clock(&when)
    {
        // A conference, when and where.
        text = bare(&task.join(", "));
        if !when.is_empty() {
            text.push_str(&format!(": thời gian {}", when.join(", ")));
        }
        if !venue.is_empty() {
            text.push_str(&format!("; địa điểm: {}", venue.join(", ")));
        }
        rest(&mut text, &[who, agency, amount, other].concat());
    } else if starts_with_clock(&when) {
        // A step of an agenda.
        text = format!("{}: {}", when.join(", "), bare(&task.join(", ")));
        rest(&mut text, &[agency, who, amount, other].concat());
    } else {
        // Who does what by when. An agency that is not said again goes on.
        text = bare(&task.join("; "));
        if !when.is_empty() {
            let limit = when.join(", ");
            text.push_str(&if says_limit(&limit) {
                format!(", {}", crate::words::lower_start(&limit))
            } else {
                format!(", chậm nhất {limit}")
            });
        }
        rest(&mut text, &[who, amount, other].concat());
        if !agency.is_empty() {
            *number += 1;
            label = format!("{number}.");
            text = format!("{}: {}", bare(&agency.join(", ")), crate::words::sentence_start(&text));
        }
    }
    text.push('.');
    Sentence { label, text }
}

fn with_noun(amount: &str) -> String {
    if amount.chars().any(char::is_alphabetic) { amount.to_owned() } else { format!("{amount} đại biểu") }
}

fn starts_with_clock(when: &[&str]) -> bool {
    let Some(first) = when.first() else { return false };
    let digits = first.bytes().take_while(u8::is_ascii_digit).count();
    let rest = first[digits..].trim_start();
    (1..=2).contains(&digits) && (rest.starts_with(['h', ':', 'g']) || rest.starts_with("giờ"))
}

/// Whether a time says itself that it is a limit or a span.
fn says_limit(text: &str) -> bool {
    let head = Scanned::head(text);
    head.begins_any(&[
        "truoc",
        "cham nhat",
        "tu",
        "trong",
        "sau",
        "thang",
        "quy",
        "tuan",
        "ngay sau",
        "hang",
        "dau",
        "giua",
        "cuoi",
        "khi",
        "theo",
        "thuong xuyen",
        "xong",
    ])
    .is_some()
        || !text.chars().any(|letter| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::source::Line;

    fn read(rows: &[&[&str]]) -> Vec<String> {
        let rows: Vec<Row> = rows
            .iter()
            .enumerate()
            .map(|(at, cells)| Row {
                at,
                line: Line { cells: cells.iter().map(|cell| (*cell).to_owned()).collect(), ..Line::default() },
            })
            .collect();
        let none = super::super::NO_CORRECTIONS;
        told(&rows, &mut Ledger::new(&none, 2026))
            .into_iter()
            .map(|row| format!("{} {}", row.line.label, row.line.text).trim().to_owned())
            .collect()
    }

    #[test]
    fn tables_are_told_in_sentences() {
        assert_eq!(
            read(&[
                &["TT", "Nội dung công việc", "Đơn vị thực hiện", "Thời gian hoàn thành"],
                &["1", "Gửi giấy mời.", "Văn phòng", "15/8/2026"],
                &["2", "Bảo vệ hội nghị", "Công an xã", "Trong ngày hội nghị"],
                &["3", "Trực y tế", "", ""]
            ]),
            [
                "1. Văn phòng: Gửi giấy mời, chậm nhất 15/8/2026.",
                "2. Công an xã: Bảo vệ hội nghị, trong ngày hội nghị.",
                "- Trực y tế."
            ]
        );
        assert_eq!(
            read(&[&["Thời gian", "Nội dung", "Thực hiện"], &["7h30", "Đón tiếp đại biểu", "Văn phòng"]]),
            ["- 7h30: Đón tiếp đại biểu (Văn phòng)."]
        );
        assert_eq!(
            read(&[&["STT", "Thành phần", "Số lượng"], &["1", "Trưởng thôn", "12"]]),
            ["- Trưởng thôn (12 đại biểu)."]
        );
        assert_eq!(
            read(&[&["TT", "Hội nghị", "Thời gian", "Địa điểm"], &["1", "Đợt 1", "sáng 05/9/2026", "Hội trường xã"]]),
            ["- Đợt 1: thời gian sáng 05/9/2026; địa điểm: Hội trường xã."]
        );
        assert_eq!(read(&[&["1", "Đất đai"], &["2", "Môi trường"]]), ["1. Đất đai", "2. Môi trường"]);
    }
}
