use std::io::{Cursor, Read};

use ::zip::ZipArchive;
use calamine::{Data, Dimensions, Range, Reader, Xlsx};
use proptest::prelude::*;

use super::*;
use crate::document::{Cell, Group, Line, Row, Run};
use crate::style::FormatCode;

fn paper(blocks: Vec<Block>) -> Document {
    Document::new("", FormatCode::Nd30.format(), blocks)
}

fn paragraph(role: Role, text: &str) -> Block {
    Block::Paragraph(Paragraph::new(role, vec![Run::plain(text)], None))
}

fn cell(text: &str) -> Cell {
    Cell::text(Role::TableCell, vec![Run::plain(text)], None)
}

fn spanning(text: &str, columns: u32, rows: u32) -> Cell {
    Cell { columns, rows, ..cell(text) }
}

fn row(cells: Vec<Cell>) -> Row {
    Row { cells, ..Row::default() }
}

fn table(head: Vec<Vec<Cell>>, rows: Vec<Vec<Cell>>) -> Table {
    Table {
        widths_mm: vec![40.0; 3],
        head: head.into_iter().map(row).collect(),
        rows: rows.into_iter().map(row).collect(),
        bare: false,
        ..Table::default()
    }
}

/// A paper of one table without a head, of these cells under each other.
fn column(cells: Vec<Cell>) -> Document {
    let rows = cells.into_iter().map(|cell| row(vec![cell])).collect();
    paper(vec![Block::Table(Table { widths_mm: vec![160.0], rows, ..Table::default() })])
}

fn file(document: &Document) -> Vec<u8> {
    workbook(document).expect("a workbook")
}

fn cells(file: &[u8]) -> Range<Data> {
    let mut book = Xlsx::new(Cursor::new(file)).expect("a workbook");
    assert_eq!(book.sheet_names(), ["Bảng"]);
    book.worksheet_range("Bảng").expect("its sheet")
}

fn merges(file: &[u8]) -> Vec<Dimensions> {
    let mut book = Xlsx::new(Cursor::new(file)).expect("a workbook");
    book.merge_cells_by_sheet_name("Bảng").expect("its merges")
}

/// A place as "A1", its row and column counted from 0.
fn text(cells: &Range<Data>, row: u32, column: u32) -> String {
    match cells.get_value((row, column)) {
        Some(Data::String(text)) => text.clone(),
        Some(Data::Empty) | None => String::new(),
        other => panic!("{row} {column}: {other:?}"),
    }
}

fn part(file: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(file)).expect("an archive");
    let mut text = String::new();
    archive.by_name(name).expect("a part").read_to_string(&mut text).expect("letters");
    text
}

fn sheet(file: &[u8]) -> String {
    part(file, "xl/worksheets/sheet1.xml")
}

#[test]
fn a_paper_without_a_table_with_lines_has_no_workbook() {
    let bare = Table { bare: true, ..table(vec![], vec![vec![cell("a")]]) };
    assert_eq!(workbook(&paper(vec![paragraph(Role::Kind, "Phiếu"), Block::Table(bare)])), None);
    assert_eq!(workbook(&paper(vec![Block::Table(Table::default())])), None);
}

#[test]
fn kind_and_title_stand_above_the_table_and_nothing_else() {
    let head = vec![vec![cell("TT"), cell("Thôn"), cell("Số phiếu")]];
    let body = vec![vec![cell("1"), cell("Đông"), cell("1.250")], vec![cell("2"), cell("Tây"), cell("40")]];
    let group = Group { blocks: vec![Block::Table(table(head, body))], ..Group::default() };
    let document = paper(vec![
        paragraph(Role::Body, "Kính gửi"),
        paragraph(Role::Kind, "Danh sách"),
        paragraph(Role::Title, "Giao nhận phiếu"),
        Block::Group(group),
        paragraph(Role::Signer, "Nguyễn Văn A"),
    ]);
    let file = file(&document);
    let cells = cells(&file);
    assert_eq!(cells.get_size(), (5, 3));
    assert_eq!(text(&cells, 0, 0), "DANH SÁCH");
    assert_eq!(text(&cells, 1, 0), "Giao nhận phiếu");
    assert_eq!([0, 1, 2].map(|at| text(&cells, 2, at)), ["TT", "Thôn", "Số phiếu"]);
    assert_eq!(cells.get_value((3, 0)), Some(&Data::Float(1.0)));
    assert_eq!(cells.get_value((3, 2)), Some(&Data::Float(1250.0)));
    assert_eq!(text(&cells, 4, 1), "Tây");
    assert_eq!(merges(&file), [((0, 0), (0, 2)), ((1, 0), (1, 2))].map(|(start, end)| Dimensions { start, end }));
    let sheet = sheet(&file);
    assert!(sheet.contains("<pane ySplit=\"3\" topLeftCell=\"A4\" activePane=\"bottomLeft\" state=\"frozen\"/>"));
    assert!(sheet.contains("orientation=\"portrait\""));
    // 40 mm are 18.9 digits of 2.117 mm.
    assert!(sheet.contains("<col min=\"3\" max=\"3\" width=\"18.90\" customWidth=\"1\"/>"), "{sheet}");
    assert!(part(&file, "xl/workbook.xml").contains(">'Bảng'!$3:$3</definedName>"));
}

#[test]
fn a_page_that_lies_makes_a_sheet_that_lies() {
    let mut document = column(vec![cell("a")]);
    let page = &mut document.format.page;
    std::mem::swap(&mut page.width, &mut page.height);
    let sheet = sheet(&file(&document));
    assert!(
        sheet.contains("<pageSetup paperSize=\"9\" fitToWidth=\"1\" fitToHeight=\"0\" orientation=\"landscape\"/>")
    );
}

#[test]
fn of_several_tables_each_has_its_title_and_no_head_is_fixed() {
    let one = || Block::Table(table(vec![vec![cell("TT")]], vec![vec![cell("a")]]));
    let document = paper(vec![paragraph(Role::Title, "Một"), one(), paragraph(Role::Title, "Hai"), one(), one()]);
    let file = file(&document);
    let cells = cells(&file);
    let column: Vec<_> = (0..10).map(|at| text(&cells, at, 0)).collect();
    assert_eq!(column, ["Một", "TT", "a", "", "Hai", "TT", "a", "", "TT", "a"]);
    assert!(!sheet(&file).contains("<pane"));
    assert!(!part(&file, "xl/workbook.xml").contains("definedName"));
}

#[test]
fn numbers_are_whole_and_written_as_counts_are() {
    let numbers = [("0", 0.0), ("12", 12.0), ("1.250", 1250.0), ("2026", 2026.0), ("1.234.567", 1_234_567.0)];
    let words = [
        "007",
        "0912345678",
        "1.25",
        "12.50",
        "1,5",
        "-5",
        "+5",
        "1 250",
        "12/5",
        "30%",
        "1.2500",
        ".5",
        "5.",
        "1e5",
        "9999999999999999",
        "١٢",
    ];
    let all: Vec<_> = numbers.iter().map(|(text, _)| *text).chain(words).map(cell).collect();
    let cells = cells(&file(&column(all)));
    for (at, (written, number)) in (0..).zip(numbers) {
        assert_eq!(cells.get_value((at, 0)), Some(&Data::Float(number)), "{written}");
    }
    for (at, written) in (numbers.len() as u32..).zip(words) {
        assert_eq!(text(&cells, at, 0), written);
    }
}

#[test]
fn nothing_is_a_formula() {
    let words = ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://a\")", "{=1}", "\t=1"];
    let file = file(&column(words.map(cell).to_vec()));
    let cells = cells(&file);
    for (at, written) in (0..).zip(words) {
        assert_eq!(text(&cells, at, 0), written);
    }
    assert!(!sheet(&file).contains("<f"));
    // Who opens such a cell and leaves it does not make one either.
    assert_eq!(sheet(&file).matches("s=\"5\" t=\"inlineStr\"").count(), words.len());
    assert!(part(&file, "xl/styles.xml").contains("quotePrefix"));
}

#[test]
fn letters_come_back_as_they_were() {
    let words = ["Ủy ban <nhân dân> & \"xã\"", " hai  dấu cách ", "_x000D_", "_x000A_x000B_", "một\nhai", "a\u{301}😀"];
    let cells = cells(&file(&column(words.map(cell).to_vec())));
    for (at, written) in (0..).zip(words) {
        assert_eq!(text(&cells, at, 0), written);
    }
}

#[test]
fn letters_that_no_file_may_have_are_left_out() {
    let cells = cells(&file(&column(vec![cell("a\0b\u{1}\u{b}\u{1f}c\u{FFFE}d\u{FFFF}e")])));
    assert_eq!(text(&cells, 0, 0), "abcde");
}

#[test]
fn what_is_filled_in_by_hand_is_left_to_be_filled_in() {
    let runs = |runs| Cell::text(Role::TableCell, runs, None);
    let two = |first: Cell, second: Cell| Cell::new([first.lines, second.lines].concat());
    let cells = cells(&file(&column(vec![
        cell("đầu"),
        runs(vec![Run::hole(None)]),
        runs(vec![Run::plain("Số "), Run::hole(None)]),
        runs(vec![Run::tick_box()]),
        runs(vec![Run::tick_box(), Run::plain("Có "), Run::tick_box(), Run::plain("Không")]),
        runs(vec![Run::plain("Khác: "), Run::leader(0)]),
        two(cell("một"), two(runs(vec![Run::leader(40)]), cell("hai"))),
        Cell::new(vec![Line::Gap(Role::Signer, 3)]),
        cell("cuối"),
    ])));
    let column: Vec<_> = (0..9).map(|at| text(&cells, at, 0)).collect();
    assert_eq!(column, ["đầu", "", "Số ……", "☐", "☐ Có ☐ Không", "Khác: ", "một\nhai", "", "cuối"]);
}

#[test]
fn what_a_cell_cannot_hold_goes_on_below() {
    let long = "Ý kiến của người dân. ".repeat(20_000 / 22);
    let longer = "😀 Đường liên thôn bị hỏng; ".repeat(40_000 / 27);
    let unbroken = "ơ".repeat(70_000);
    let rows = vec![
        vec![cell("1"), cell(&long), spanning("hai hàng", 1, 2)],
        vec![cell("2"), cell(&longer)],
        vec![cell("3"), spanning(&unbroken, 2, 1)],
    ];
    let file = file(&paper(vec![Block::Table(table(vec![], rows))]));
    let cells = cells(&file);
    assert_eq!(text(&cells, 0, 1), long);
    assert_eq!(text(&cells, 1, 1) + &text(&cells, 2, 1), longer);
    assert_eq!(text(&cells, 2, 0), "");
    assert_eq!([3, 4, 5].map(|at| text(&cells, at, 1)).concat(), unbroken);
    assert_eq!(cells.get_size().0, 6);
    assert!(cells.used_cells().all(|(_, _, data)| data.to_string().encode_utf16().count() <= 32_767));
    let found = merges(&file).into_iter().map(|area| (area.start, area.end)).collect::<Vec<_>>();
    assert_eq!(found, [((0, 2), (2, 2)), ((3, 1), (3, 2)), ((4, 1), (4, 2)), ((5, 1), (5, 2))]);
}

#[test]
fn cells_that_span_are_merged() {
    let head = vec![vec![spanning("TT", 1, 2), spanning("Số lượng", 2, 1)], vec![cell("Nam"), cell("Nữ")]];
    let rows = vec![vec![spanning("a", 2, 3), cell("b")], vec![cell("c")]];
    let file = file(&paper(vec![Block::Table(table(head, rows))]));
    let found = merges(&file).into_iter().map(|area| (area.start, area.end)).collect::<Vec<_>>();
    assert_eq!(found, [((0, 1), (0, 2)), ((0, 0), (1, 0)), ((2, 0), (3, 1))]);
    let cells = cells(&file);
    assert_eq!([0, 1, 2].map(|at| text(&cells, 1, at)), ["", "Nam", "Nữ"]);
    assert_eq!([0, 1, 2].map(|at| text(&cells, 3, at)), ["", "", "c"]);
}

#[test]
fn rows_to_write_into_are_high_enough() {
    let rows = vec![Row { least_mm: 12.0, ..row(vec![cell("a")]) }, row(vec![cell("b")])];
    let file = file(&paper(vec![Block::Table(Table { widths_mm: vec![160.0], rows, ..Table::default() })]));
    let sheet = sheet(&file);
    assert!(sheet.contains("<row r=\"1\" ht=\"34.02\" customHeight=\"1\"><c r=\"A1\""), "{sheet}");
    assert!(sheet.contains("<row r=\"2\" ht=\"15.75\"><c r=\"A2\""), "{sheet}");
}

#[test]
fn columns_have_their_names() {
    let cells = (0..800).map(|at| cell(&at.to_string())).collect();
    let wide = Table { widths_mm: vec![10.0; 800], rows: vec![row(cells)], ..Table::default() };
    let sheet = sheet(&file(&paper(vec![Block::Table(wide)])));
    for (name, number) in [("Z1", 25), ("AA1", 26), ("AZ1", 51), ("BA1", 52), ("ZZ1", 701), ("AAA1", 702)] {
        assert!(sheet.contains(&format!("<c r=\"{name}\" s=\"7\"><v>{number}</v>")), "{name}");
    }
}

fn any_table() -> impl Strategy<Value = Table> {
    let any_cell = ("[a-c=1.]{0,3}", 0u32..5, 0u32..5).prop_map(|(text, columns, rows)| spanning(&text, columns, rows));
    let any_row = prop::collection::vec(any_cell, 0..5).prop_map(row);
    let any_rows = || prop::collection::vec(any_row.clone(), 0..6);
    (any_rows(), any_rows(), 0usize..6).prop_map(|(head, rows, columns)| Table {
        widths_mm: vec![20.0; columns],
        head,
        rows,
        bare: false,
        ..Table::default()
    })
}

proptest! {
    /// Excel opens no sheet in which two merged areas share a place, and shows of one its first place alone.
    #[test]
    fn every_cell_shows_and_no_two_share_a_place(table in any_table()) {
        let said: Vec<String> = table
            .cells()
            .map(|cell| cell.lines.iter().map(|line| match line {
                Line::Text(paragraph) => paragraph.text(),
                _ => String::new(),
            }).collect::<String>())
            .filter(|text| !text.is_empty())
            .collect();
        let Some(file) = workbook(&paper(vec![Block::Table(table)])) else {
            return Ok(());
        };
        let areas = merges(&file);
        let holds = |area: &Dimensions, at: (u32, u32)| {
            (area.start.0..=area.end.0).contains(&at.0) && (area.start.1..=area.end.1).contains(&at.1)
        };
        for (at, area) in areas.iter().enumerate() {
            for other in &areas[at + 1..] {
                let apart = area.end.0 < other.start.0 || other.end.0 < area.start.0
                    || area.end.1 < other.start.1 || other.end.1 < area.start.1;
                prop_assert!(apart, "{area:?} {other:?}");
            }
        }
        let cells = cells(&file);
        let (top, left) = cells.start().unwrap_or_default();
        let mut shown = Vec::new();
        for (row, column, data) in cells.used_cells() {
            let at = (row as u32 + top, column as u32 + left);
            prop_assert!(areas.iter().all(|area| area.start == at || !holds(area, at)), "{at:?} is hidden");
            shown.push(data.to_string());
        }
        prop_assert_eq!(shown, said);
    }
}
