//! The paper of a part: its page, and what stands in its margins.

use std::fmt::Write;

use super::image::Image;
use super::package::Parts;
use super::styles::{half_points, style_id};
use super::{points, twips};
use crate::document::{Document, MARGIN_LINE_PT, Numbering, STUB_MM};
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
        let between = 297.0 - page.left - page.right - 2.0 * page.text_width();
        let _ = write!(out, "<w:cols w:num=\"2\" w:sep=\"1\" w:space=\"{}\"/>", twips(between));
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
    } else {
        if !part.header.is_empty() {
            line(&part.header, "", part, MARGIN_LINE_PT, 0.0, &mut out);
        }
        let mut drawings = String::new();
        if let Some(strip) = &part.strip {
            let cut = if part.stub && first { STUB_MM } else { 0.0 };
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
            let above = if part.header.is_empty() { 0.0 } else { 5.0 };
            strip_line(&strip.left, right, part, above, &drawings, &mut out);
        }
    }
    if out.is_empty() {
        out.push_str("<w:p/>");
    }
    parts.header(&out, images)
}

fn footer(part: &Document, alone: bool, parts: &mut Parts) -> String {
    let mut out = String::new();
    if part.numbering == Numbering::Counted {
        let size = half_points(COUNTED_PT);
        let run = format!("<w:rPr><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr>");
        let beside = !part.footer.is_empty();
        out.push_str("<w:p><w:pPr>");
        if beside {
            let edge = twips(part.format.page.text_width());
            let _ = write!(out, "<w:tabs><w:tab w:val=\"right\" w:pos=\"{edge}\"/></w:tabs></w:pPr>");
            words(&part.footer, MARGIN_LINE_PT, &mut out);
            out.push_str("<w:r><w:tab/></w:r>");
        } else {
            out.push_str("<w:jc w:val=\"center\"/></w:pPr>");
        }
        words("Trang ", COUNTED_PT, &mut out);
        field("PAGE", &run, &mut out);
        words("/", COUNTED_PT, &mut out);
        field(if alone { "NUMPAGES" } else { "SECTIONPAGES" }, &run, &mut out);
        out.push_str("</w:p>");
    } else if !part.footer.is_empty() {
        line(&part.footer, "", part, MARGIN_LINE_PT, 0.0, &mut out);
    }
    if out.is_empty() {
        out.push_str("<w:p/>");
    }
    parts.footer(&out)
}

/// A line with words at the left and at the right.
fn line(left: &str, right: &str, part: &Document, size_pt: f32, above_pt: f32, out: &mut String) {
    let edge = twips(part.format.page.text_width());
    let _ = write!(
        out,
        "<w:p><w:pPr><w:tabs><w:tab w:val=\"right\" w:pos=\"{edge}\"/></w:tabs><w:spacing w:before=\"{}\"/></w:pPr>",
        points(above_pt)
    );
    words(left, size_pt, out);
    if !right.is_empty() {
        out.push_str("<w:r><w:tab/></w:r>");
        words(right, size_pt, out);
    }
    out.push_str("</w:p>");
}

/// What tells the copy: its words end before its code.
fn strip_line(left: &str, right: &str, part: &Document, above_pt: f32, drawings: &str, out: &mut String) {
    let edge = twips(part.format.page.text_width() - crate::document::CODE_ROOM_MM);
    let _ = write!(
        out,
        "<w:p><w:pPr><w:tabs><w:tab w:val=\"right\" w:pos=\"{edge}\"/></w:tabs><w:spacing w:before=\"{}\"/></w:pPr>{drawings}",
        points(above_pt)
    );
    words(left, STRIP_PT, out);
    out.push_str("<w:r><w:tab/></w:r>");
    words(right, STRIP_PT, out);
    out.push_str("</w:p>");
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
