//! The tables of a paper as a workbook (.xlsx) of one sheet, for who goes on with them in Excel: sorts, adds up, fills in.
//!
//! It knows tables, kinds and titles; of the rest of a paper nothing goes in. It never writes a formula: what was typed
//! stands as letters, whatever it begins with.

mod content;
mod sheet;

use sheet::Sheet;

use super::html::decimal;
use super::zip::Zip;
use crate::document::{Block, Document, Paragraph, Table};
use crate::style::Role;

/// The name of the one sheet.
const SHEET: &str = "Bảng";

/// The width of a digit of the workbook's own font, Times New Roman of 12 pt, in mm; a workbook counts the width of its
/// columns in it. A digit is half an em, 6 pt, which is 8 px of 1/96 inch each, and Excel reckons with whole px. (At
/// 11 pt it would be 1.9 mm.)
const DIGIT_MM: f32 = 8.0 * 25.4 / 96.0;

/// The widest that a column may be, in digits.
const WIDEST: f32 = 255.0;

const CONTENT_TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
    <Override PartName=\"/xl/workbook.xml\" \
    ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>\
    <Override PartName=\"/xl/worksheets/sheet1.xml\" \
    ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>\
    <Override PartName=\"/xl/styles.xml\" \
    ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>";

const RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
    Target=\"xl/workbook.xml\"/></Relationships>";

const WORKBOOK_RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
    Target=\"worksheets/sheet1.xml\"/>\
    <Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" \
    Target=\"styles.xml\"/></Relationships>";

/// What the file is called among types of media.
pub const MIME: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The workbook of a paper; none where no table with lines stands on it. Its rows and columns are those of the tables, one
/// table under the other, each under the kinds and titles that stand between it and the table before; Excel's limits of
/// 1,048,576 rows and 16,384 columns are far from any paper.
pub fn workbook(document: &Document) -> Option<Vec<u8>> {
    let mut found = Found::default();
    for block in &document.blocks {
        found.collect(block);
    }
    if found.tables.is_empty() {
        return None;
    }
    let mut sheet = Sheet::new(column_widths(&found.tables));
    for (titles, table) in &found.tables {
        sheet.push_table(titles, table, &document.format);
    }
    let mut zip = Zip::new();
    let mut add = |name: &str, xml: &str| {
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        zip.add(name, [head, xml].concat().as_bytes());
    };
    add("[Content_Types].xml", CONTENT_TYPES);
    add("_rels/.rels", RELATIONS);
    add("xl/workbook.xml", &workbook_part(&sheet));
    add("xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS);
    add("xl/styles.xml", &styles_part());
    add("xl/worksheets/sheet1.xml", &sheet_part(&sheet, landscape(document)));
    Some(zip.finish())
}

/// What of a paper goes into its workbook.
#[derive(Default)]
struct Found<'a> {
    /// Kinds and titles that no table followed yet.
    titles: Vec<&'a Paragraph>,
    tables: Vec<(Vec<&'a Paragraph>, &'a Table)>,
}

impl<'a> Found<'a> {
    fn collect(&mut self, block: &'a Block) {
        match block {
            Block::Table(table) if !table.bare && table.cells().next().is_some() => {
                self.tables.push((std::mem::take(&mut self.titles), table));
            }
            Block::Group(group) => group.blocks.iter().for_each(|block| self.collect(block)),
            _ => block.paragraphs(&mut |paragraph| {
                if matches!(paragraph.role, Role::Kind | Role::Title) {
                    self.titles.push(paragraph);
                }
            }),
        }
    }
}

/// Whether its pages are wider than high.
fn landscape(document: &Document) -> bool {
    document.format.page.width > document.format.page.height
}

/// The width of each column in mm: what the table that needs most there asks, as one sheet serves them all.
fn column_widths(tables: &[(Vec<&Paragraph>, &Table)]) -> Vec<f32> {
    let mut widths: Vec<f32> = Vec::new();
    for (_, table) in tables {
        for (at, width) in table.widths_mm.iter().enumerate() {
            match widths.get_mut(at) {
                Some(known) => *known = known.max(*width),
                None => widths.push(*width),
            }
        }
    }
    widths
}

fn workbook_part(sheet: &Sheet) -> String {
    // On paper the head stands again on every page. The sheet can name one head: with several tables it would stand over
    // the others as well.
    let titles = match sheet.only_head() {
        Some((first, last)) => format!(
            "<definedNames><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'{SHEET}'!${first}:${last}\
             </definedName></definedNames>"
        ),
        None => String::new(),
    };
    format!(
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
         <bookViews><workbookView/></bookViews>\
         <sheets><sheet name=\"{SHEET}\" sheetId=\"1\" r:id=\"rId1\"/></sheets>{titles}</workbook>"
    )
}

fn sheet_part(sheet: &Sheet, landscape: bool) -> String {
    // Whoever scrolls down sees the head of the one table still.
    let pane = match sheet.only_head() {
        Some((_, last)) => format!(
            "<pane ySplit=\"{last}\" topLeftCell=\"A{}\" activePane=\"bottomLeft\" state=\"frozen\"/>\
             <selection pane=\"bottomLeft\"/>",
            last + 1
        ),
        None => String::new(),
    };
    let mut columns = String::new();
    for (at, width) in sheet.widths_mm().iter().enumerate() {
        columns.push_str(&format!(
            "<col min=\"{0}\" max=\"{0}\" width=\"{1}\" customWidth=\"1\"/>",
            at + 1,
            decimal((width / DIGIT_MM).min(WIDEST))
        ));
    }
    if !columns.is_empty() {
        columns = format!("<cols>{columns}</cols>");
    }
    let orientation = if landscape { "landscape" } else { "portrait" };
    format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
         <sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>\
         <sheetViews><sheetView workbookViewId=\"0\">{pane}</sheetView></sheetViews>\
         <sheetFormatPr defaultRowHeight=\"{}\"/>{columns}<sheetData>{}</sheetData>{}\
         <pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>\
         <pageSetup paperSize=\"9\" fitToWidth=\"1\" fitToHeight=\"0\" orientation=\"{orientation}\"/></worksheet>",
        decimal(sheet::LINE_PT),
        sheet.rows(),
        sheet.merges(),
    )
}

/// The styles, in the order of [`content::Style`]'s numbers.
fn styles_part() -> String {
    let font =
        |bold: &str| format!("<font>{bold}<sz val=\"12\"/><name val=\"Times New Roman\"/><family val=\"1\"/></font>");
    let mut sides = String::new();
    for side in ["left", "right", "top", "bottom"] {
        sides.push_str(&format!("<{side} style=\"thin\"><color auto=\"1\"/></{side}>"));
    }
    let mut cells = String::from("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>");
    let mut push = |format: u32, font: u32, border: u32, quoted: bool, alignment: &str| {
        cells.push_str(&format!(
            "<xf numFmtId=\"{format}\" fontId=\"{font}\" fillId=\"0\" borderId=\"{border}\" xfId=\"0\"{} \
             applyNumberFormat=\"1\" applyFont=\"1\" applyBorder=\"1\" applyAlignment=\"1\">\
             <alignment {alignment} wrapText=\"1\"/></xf>",
            // Who opens such a cell and leaves it again has not made a formula or a date of it.
            if quoted { " quotePrefix=\"1\"" } else { "" },
        ));
    };
    let middle = "horizontal=\"center\" vertical=\"center\"";
    push(0, 1, 0, false, middle);
    push(0, 1, 1, false, middle);
    // General; a whole number with points between thousands; one without.
    for (format, quoted) in [(0, false), (0, true), (3, false), (1, false)] {
        push(format, 0, 1, quoted, "vertical=\"top\"");
        push(format, 0, 1, quoted, "horizontal=\"center\" vertical=\"top\"");
    }
    format!(
        "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
         <fonts count=\"2\">{}{}</fonts>\
         <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>\
         <fill><patternFill patternType=\"gray125\"/></fill></fills>\
         <borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>\
         <border>{sides}<diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"{}\">{cells}</cellXfs>\
         <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>",
        font(""),
        font("<b/>"),
        content::STYLES,
    )
}

#[cfg(test)]
mod tests;
