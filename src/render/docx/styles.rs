//! The styles of a Word file: one for each role, from the parameter set, so that a clerk changes a role in one place.

use std::fmt::Write;

use super::{points, twips};
use crate::render::html::decimal;
use crate::style::{Align, Format, LineSpacing, Role, RoleFormat};

/// The family of all papers (NĐ 30/2020, Phụ lục I; HD 36: Times New Roman).
pub(super) const FAMILY: &str = "Times New Roman";

/// The level of a heading, from 0; none for what is no heading.
pub(super) fn heading_level(role: Role) -> Option<u32> {
    match role {
        Role::Heading1 => Some(0),
        Role::Heading2 => Some(1),
        Role::Heading3 => Some(2),
        Role::Heading4 => Some(3),
        _ => None,
    }
}

/// The identity of a role's style.
pub(super) fn style_id(role: Role) -> String {
    role.name().split('-').fold(String::new(), |mut id, word| {
        let (first, rest) = word.split_at(1);
        id.push_str(&first.to_ascii_uppercase());
        id.push_str(rest);
        id
    })
}

/// The part `word/styles.xml`.
pub(super) fn part(format: &Format) -> String {
    let mut out = String::from(super::package::HEAD);
    let body = format.role(Role::Body);
    let size = half_points(body.size_pt);
    let _ = write!(
        out,
        "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"{FAMILY}\" w:eastAsia=\"{FAMILY}\" w:hAnsi=\"{FAMILY}\" w:cs=\"{FAMILY}\"/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>\
         <w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>\
         <w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/>\
         <w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/>\
         <w:left w:w=\"0\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
    );
    for role in Role::ALL {
        style(format, role, &mut out);
    }
    out.push_str("</w:styles>");
    out
}

fn style(format: &Format, role: Role, out: &mut String) {
    let set = format.role(role);
    let level = heading_level(role);
    // Word shows the names of its own headings in the language of its user, and finds them by these.
    let name = level.map_or_else(|| role.title().to_owned(), |level| format!("heading {}", level + 1));
    let id = style_id(role);
    let _ = write!(
        out,
        "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"{}><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>",
        if level.is_some() { "" } else { " w:customStyle=\"1\"" }
    );
    if level.is_some() {
        let _ = write!(out, "<w:next w:val=\"{}\"/>", style_id(Role::Body));
    }
    out.push_str("<w:qFormat/><w:pPr>");
    if set.keep_next {
        out.push_str("<w:keepNext/>");
    }
    spacing(&set, 0.0, out);
    let _ = write!(out, "<w:ind w:left=\"{}\" {}/>", twips(set.left_mm), first_line(set.first_line_mm));
    let _ = write!(out, "<w:jc w:val=\"{}\"/>", align(set.align));
    if let Some(level) = level {
        let _ = write!(out, "<w:outlineLvl w:val=\"{level}\"/>");
    }
    out.push_str("</w:pPr><w:rPr>");
    if set.bold {
        out.push_str("<w:b/><w:bCs/>");
    }
    if set.italic {
        out.push_str("<w:i/><w:iCs/>");
    }
    let size = half_points(set.size_pt);
    let _ = write!(out, "<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>");
    if set.underline {
        out.push_str("<w:u w:val=\"single\"/>");
    }
    out.push_str("</w:rPr></w:style>");
}

/// The spacing of a role, with so many pt more above it.
pub(super) fn spacing(set: &RoleFormat, more_pt: f32, out: &mut String) {
    let (line, rule) = match set.line {
        // 240 is a single line.
        LineSpacing::Multiple(times) => ((times * 240.0).round() as i32, "auto"),
        LineSpacing::Exactly(pt) => (points(pt), "exact"),
    };
    let _ = write!(
        out,
        "<w:spacing w:before=\"{}\" w:after=\"{}\" w:line=\"{line}\" w:lineRule=\"{rule}\"/>",
        points(set.before_pt + more_pt),
        points(set.after_pt)
    );
}

/// The attribute of a first line that is indented, or hangs.
pub(super) fn first_line(mm: f32) -> String {
    let (name, length) = if mm < 0.0 { ("hanging", -mm) } else { ("firstLine", mm) };
    format!("w:{name}=\"{}\"", twips(length))
}

pub(super) fn align(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
        Align::Justify => "both",
    }
}

/// A size in pt in half-points, in which Word sets letters.
pub(super) fn half_points(pt: f32) -> String {
    decimal((pt * 2.0).round())
}
