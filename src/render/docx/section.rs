//! The paper of a part: its page, and what stands in its margins.

use std::fmt::Write;

use super::image::Image;
use super::package::Parts;
use super::styles::{half_points, style_id};
use super::{points, twips};
use crate::document::{CODE_ROOM_MM, Document, Ink, MARGIN_LINE_PT, Numbering, STUB_MM};
use crate::render::html::decimal;
use crate::render::png;
use crate::render::xml::escape;
use crate::style::Role;

/// The size of the number of a form's page in pt, as on the sheet.
const COUNTED_PT: f32 = 11.0;
/// The size of what tells a copy from others in pt, as on the sheet.
const STRIP_PT: f32 = 12.0;
/// The side of a code in mm, and its distance from the edge above it, as on the sheet.
const CODE_MM: f32 = 14.0;
const CODE_TOP_MM: f32 = 4.0;

/// Adds the headers and footers of a part to the file; returns the properties of its section. `alone` is a part that is
/// the whole file: LibreOffice knows the pages of a file, and not those of a section.
pub(super) fn properties(part: &Document, alone: bool, parts: &mut Parts) -> String {
    let page = &part.format.page;
    let mut out = String::from("<w:sectPr>");
    let first = part.numbering == Numbering::FromSecond || part.stub;
    let header = header(part, false, parts);
    let _ = write!(out, "<w:headerReference w:type=\"default\" r:id=\"{header}\"/>");
    if first {
        let header = self::header(part, true, parts);
        let _ = write!(out, "<w:headerReference w:type=\"first\" r:id=\"{header}\"/>");
    }
    let footer = footer(part, alone, parts);
    let _ = write!(out, "<w:footerReference w:type=\"default\" r:id=\"{footer}\"/>");
    if first {
        let _ = write!(out, "<w:footerReference w:type=\"first\" r:id=\"{footer}\"/>");
    }
    out.push_str("<w:type w:val=\"nextPage\"/>");
    // Two A5 pages are a millimetre narrower than the A4 sheet that they are cut from.
    let (width, height) = if part.two_up { (297.0, 210.0) } else { (page.width, page.height) };
    let turned = if width > height { " w:orient=\"landscape\"" } else { "" };
    let _ = write!(out, "<w:pgSz w:w=\"{}\" w:h=\"{}\"{turned}/>", twips(width), twips(height));
    let _ = write!(
        out,
        "<w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" w:left=\"{}\" w:header=\"{}\" w:footer=\"{}\" w:gutter=\"0\"/>",
        twips(page.top),
        twips(page.right),
        twips(page.bottom),
        twips(page.left),
        twips(header_top_mm(part)),
        twips(FOOTER_MM)
    );
    // Each paper counts its own pages.
    out.push_str("<w:pgNumType w:start=\"1\"/>");
    if part.two_up {
        let between = twips(between_mm(part));
        let _ = write!(out, "<w:cols w:num=\"2\" w:sep=\"1\" w:space=\"{between}\"/>");
    }
    if first {
        out.push_str("<w:titlePg/>");
    }
    out.push_str("</w:sectPr>");
    out
}

/// From the bottom edge to what stands in the bottom margin, in mm, as on the sheet.
const FOOTER_MM: f32 = 3.7;

/// From the top edge to what stands in the top margin, in mm, as on the sheet.
fn header_top_mm(part: &Document) -> f32 {
    match (&part.strip, part.header.is_empty()) {
        (Some(_), true) => 9.0,
        (Some(_), false) => 4.5,
        (None, _) => part.format.page.number_top,
    }
}

fn header(part: &Document, first: bool, parts: &mut Parts) -> String {
    let mut out = String::new();
    let mut images = Vec::new();
    if part.numbering == Numbering::FromSecond {
        let _ = write!(out, "<w:p><w:pPr><w:pStyle w:val=\"{}\"/></w:pPr>", style_id(Role::PageNumber));
        if !first {
            field("PAGE", "", &mut out);
        }
        out.push_str("</w:p>");
        return parts.header(&out, images);
    }
    let plain = |text: &str, size_pt: f32| {
        let mut out = String::new();
        words(text, size_pt, &mut out);
        out
    };
    if !part.header.is_empty() {
        line(part, Line { left: plain(&part.header, MARGIN_LINE_PT), ..Line::default() }, &mut out);
    }
    let cut = if part.stub && first { STUB_MM } else { 0.0 };
    let mut drawings = String::new();
    if part.corner_marks {
        corner_marks(part, cut, &mut drawings);
    }
    // Two copies on a sheet would bear one number: in Word such a form bears none.
    let strip = part.strip.as_ref().filter(|_| !part.two_up);
    if let Some(strip) = strip {
        if let Some(png) = png::code(&strip.code).filter(|_| !strip.code.is_empty()) {
            let image = Image {
                left_mm: part.format.page.width - part.format.page.right - CODE_MM,
                top_mm: CODE_TOP_MM + cut,
                side_mm: CODE_MM,
            };
            image.draw(1, &mut drawings);
            images.push(png);
        }
        let right = if cut > 0.0 { &strip.on_stub } else { &strip.right };
        let strip = Line {
            left: plain(&strip.left, STRIP_PT),
            right: plain(right, STRIP_PT),
            above_pt: if part.header.is_empty() { 0.0 } else { 5.0 },
            // Its words end before its code.
            room_mm: CODE_ROOM_MM,
            drawings,
        };
        line(part, strip, &mut out);
    } else if !drawings.is_empty() {
        line(part, Line { drawings, ..Line::default() }, &mut out);
    }
    if cut > 0.0 {
        stub(part, &mut out);
    }
    if out.is_empty() {
        out.push_str("<w:p/>");
    }
    parts.header(&out, images)
}

/// The words of a stub stand above the text of the first page, down to the line along which it is torn off.
fn stub(part: &Document, out: &mut String) {
    let edge = twips(part.format.page.text_width());
    let mut lines: Vec<(Role, String, bool)> = Vec::new();
    if let Some(block) = part.blocks.first() {
        block.paragraphs(&mut |paragraph| {
            let letters = paragraph.runs.iter().filter(|run| run.ink == Ink::Letters);
            let filled = paragraph.runs.iter().any(|run| run.ink == Ink::Leader(0));
            lines.push((paragraph.role, letters.map(|run| run.text.as_str()).collect(), filled));
        });
    }
    let last = lines.len();
    for (at, (role, text, filled)) in lines.into_iter().enumerate() {
        let _ = write!(out, "<w:p><w:pPr><w:pStyle w:val=\"{}\"/>", style_id(role));
        if at + 1 == last {
            out.push_str("<w:pBdr><w:bottom w:val=\"dashed\" w:sz=\"4\" w:space=\"8\" w:color=\"auto\"/></w:pBdr>");
        }
        let _ = write!(
            out,
            "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"{edge}\"/></w:tabs></w:pPr><w:r><w:t xml:space=\"preserve\">"
        );
        escape(&text, out);
        out.push_str("</w:t>");
        if filled {
            out.push_str("<w:tab/>");
        }
        out.push_str("</w:r></w:p>");
    }
}

/// Marks in the corners, of two bars each, as on the sheet: 4 mm long, 1 mm thick, 4 mm from the edges.
fn corner_marks(part: &Document, cut_mm: f32, out: &mut String) {
    const EDGE: f32 = 4.0;
    const LONG: f32 = 4.0;
    const THICK: f32 = 1.0;
    let page = &part.format.page;
    for top in [EDGE + cut_mm, page.height - EDGE - LONG] {
        for left in [EDGE, page.width - EDGE - LONG] {
            let outer_left = if left > LONG + EDGE { left + LONG - THICK } else { left };
            let outer_top = if top > LONG + EDGE + cut_mm { top + LONG - THICK } else { top };
            for (x, y, width, height) in [(left, outer_top, LONG, THICK), (outer_left, top, THICK, LONG)] {
                let [x, y, width, height] = [x, y, width, height].map(decimal);
                let _ = write!(
                    out,
                    "<w:r><w:pict><v:rect style=\"position:absolute;margin-left:{x}mm;margin-top:{y}mm;width:{width}mm;height:{height}mm;\
                     mso-position-horizontal-relative:page;mso-position-vertical-relative:page\" fillcolor=\"black\" stroked=\"f\"/></w:pict></w:r>"
                );
            }
        }
    }
}

fn footer(part: &Document, alone: bool, parts: &mut Parts) -> String {
    let mut out = String::new();
    let mut left = String::new();
    words(&part.footer, MARGIN_LINE_PT, &mut left);
    if part.numbering == Numbering::Counted {
        let size = half_points(COUNTED_PT);
        let run = format!("<w:rPr><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr>");
        let mut number = String::new();
        words("Trang ", COUNTED_PT, &mut number);
        field("PAGE", &run, &mut number);
        words("/", COUNTED_PT, &mut number);
        field(if alone { "NUMPAGES" } else { "SECTIONPAGES" }, &run, &mut number);
        if left.is_empty() && !part.two_up {
            let _ = write!(out, "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>{number}</w:p>");
        } else {
            line(part, Line { left, right: number, ..Line::default() }, &mut out);
        }
    } else if !left.is_empty() {
        line(part, Line { left, ..Line::default() }, &mut out);
    }
    if out.is_empty() {
        out.push_str("<w:p/>");
    }
    parts.footer(&out)
}

/// A line in a margin.
#[derive(Default)]
struct Line {
    /// The runs at the left, and those at the right.
    left: String,
    right: String,
    /// What is drawn at places of the page.
    drawings: String,
    /// The room above it in pt.
    above_pt: f32,
    /// So many mm before the edge the right ends.
    room_mm: f32,
}

/// Writes a line; where two copies stand on a sheet, above or below each.
fn line(part: &Document, line: Line, out: &mut String) {
    let page = &part.format.page;
    let Line { left, right, drawings, above_pt, room_mm } = line;
    out.push_str("<w:p><w:pPr><w:tabs>");
    let other = page.text_width() + between_mm(part);
    let halves = [0.0, other];
    for begin in &halves[..if part.two_up { 2 } else { 1 }] {
        if *begin > 0.0 {
            let _ = write!(out, "<w:tab w:val=\"left\" w:pos=\"{}\"/>", twips(*begin));
        }
        let _ = write!(out, "<w:tab w:val=\"right\" w:pos=\"{}\"/>", twips(begin + page.text_width() - room_mm));
    }
    let _ = write!(out, "</w:tabs><w:spacing w:before=\"{}\"/></w:pPr>{drawings}{left}", points(above_pt));
    if !right.is_empty() || part.two_up {
        let _ = write!(out, "<w:r><w:tab/></w:r>{right}");
    }
    if part.two_up {
        let _ = write!(out, "<w:r><w:tab/></w:r>{left}<w:r><w:tab/></w:r>{right}");
    }
    out.push_str("</w:p>");
}

/// The room in mm between the texts of two copies on a sheet.
fn between_mm(part: &Document) -> f32 {
    let page = &part.format.page;
    297.0 - page.left - page.right - 2.0 * page.text_width()
}

fn words(text: &str, size_pt: f32, out: &mut String) {
    if text.is_empty() {
        return;
    }
    let size = half_points(size_pt);
    let _ = write!(
        out,
        "<w:r><w:rPr><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr><w:t xml:space=\"preserve\">"
    );
    escape(text, out);
    out.push_str("</w:t></w:r>");
}

/// A number that Word fills in.
fn field(name: &str, properties: &str, out: &mut String) {
    let _ = write!(
        out,
        "<w:r>{properties}<w:fldChar w:fldCharType=\"begin\"/></w:r><w:r>{properties}<w:instrText xml:space=\"preserve\"> {name} </w:instrText></w:r>\
         <w:r>{properties}<w:fldChar w:fldCharType=\"separate\"/></w:r><w:r>{properties}<w:t>1</w:t></w:r><w:r>{properties}<w:fldChar w:fldCharType=\"end\"/></w:r>"
    );
}
