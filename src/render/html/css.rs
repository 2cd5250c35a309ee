//! The style sheet of a paper, made from its parameter set.

use std::fmt::Write;

use super::decimal;
use crate::style::{Align, Format, LineSpacing, PageSetup, Role, SINGLE_LINE};

/// The family that papers are set in. The page registers it from Times New Roman or from the bundled Tinos.
pub const FAMILY: &str = "\"Doi Thoai Serif\",\"Times New Roman\",Tinos,\"Liberation Serif\",serif";

/// The space above a table in pt.
pub const TABLE_BEFORE_PT: f32 = 6.0;

/// The space above a group in pt.
pub const GROUP_BEFORE_PT: f32 = 7.0;
/// The side of a box to tick in mm: 4 to 5 with a thin line, so that a cross fits and shows.
const TICK_MM: f32 = 4.5;

/// The rules for the text of a paper: `scope` is the selector of the box that holds its blocks.
///
/// Lengths are absolute, so a paper looks the same on the screen, in a frame and in print, whatever the host page
/// sets on its root.
pub fn css(format: &Format, scope: &str) -> String {
    let mut css = String::new();
    let body = format.role(Role::Body);
    let _ = write!(
        css,
        "{scope}{{width:{}mm;font:{}pt/{} {FAMILY};color:#000;text-align:left;overflow-wrap:break-word;\
         font-kerning:none;font-variant-ligatures:none;hyphens:manual;text-rendering:geometricPrecision}}",
        decimal(format.page.text_width()),
        decimal(body.size_pt),
        line_height(body.line, body.size_pt)
    );
    let _ = write!(
        css,
        "{scope} p{{margin:0;padding:0;white-space:pre-wrap;font-weight:400;font-style:normal}}\
         {scope} .columns{{display:flex;justify-content:space-between}}{scope} .column{{flex:none}}\
         {scope} .rule{{height:0;margin:2.5pt auto 2.5pt;border-top:.75pt solid #000}}\
         {scope} .table{{padding:{}pt .75pt 0 0}}\
         {scope} table{{width:100%;border-collapse:collapse;table-layout:fixed;font:inherit;color:inherit}}\
         {scope} th,{scope} td{{padding:2pt 4pt;border:.5pt solid #000;vertical-align:middle}}{scope} tr{{break-inside:avoid}}\
         {scope} .bare{{padding:0}}{scope} .bare td{{padding:0;border:0;vertical-align:top}}{scope} .bare .table-middle{{padding-top:3pt}}\
         {scope} .pictured{{padding:0}}{scope} .drawing{{display:block;font-weight:400}}\
         {scope} .group{{box-sizing:content-box;padding-top:{}pt}}{scope} .whole{{break-inside:avoid}}{scope} .page-break{{break-after:page}}\
         {scope} .line{{box-sizing:border-box;border-bottom:.75pt dotted #000}}\
         {scope} .tick{{display:inline-block;box-sizing:border-box;width:{tick}mm;height:{tick}mm;margin-right:1.5mm;border:.5pt solid #000;vertical-align:-.7mm}}{scope} .table-middle .tick{{margin-right:0}}\
         {scope} .filled{{overflow:hidden}}{scope} .leader{{display:inline-block;height:1em;border-bottom:.75pt dotted #000;vertical-align:baseline}}\
         {scope} .to-end{{position:relative;width:0;border:0}}\
         {scope} .to-end::after{{content:\"\";position:absolute;left:0;bottom:0;width:300mm;border-bottom:.75pt dotted #000}}\
         {scope} .boxed{{width:max-content;margin:4pt auto 0;padding:1pt 6pt;border:.75pt solid #000}}\
         {scope} .head-number{{padding-top:3pt}}{scope} .foot{{padding-top:12pt;break-inside:avoid}}{scope} .b{{font-weight:700}}{scope} .i{{font-style:italic}}",
        decimal(TABLE_BEFORE_PT),
        decimal(GROUP_BEFORE_PT),
        tick = decimal(TICK_MM)
    );
    for role in Role::ALL {
        push_role(format, role, scope, &mut css);
    }
    // A fragment that goes on from the page before, and one that goes on to the next.
    let _ = write!(
        css,
        "{scope} .goes-on{{text-align-last:justify}}{scope} .continued{{text-indent:0;padding-top:0}}{scope}>.first{{padding-top:0}}"
    );
    css
}

fn push_role(format: &Format, role: Role, scope: &str, css: &mut String) {
    let set = format.role(role);
    let _ = write!(
        css,
        "{scope} .{}{{font-size:{}pt;line-height:{}",
        role.name(),
        decimal(set.size_pt),
        line_height(set.line, set.size_pt)
    );
    let align = match set.align {
        Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
        Align::Justify => "justify",
    };
    let _ = write!(css, ";text-align:{align}");
    for (on, rule) in [
        (set.bold, ";font-weight:700"),
        (set.italic, ";font-style:italic"),
        (set.underline, ";text-decoration:underline"),
        (set.caps, ";text-transform:uppercase"),
    ] {
        if on {
            css.push_str(rule);
        }
    }
    // For a file whose pages the browser makes; on our own page boxes the paginator keeps it.
    if set.keep_next {
        css.push_str(";break-after:avoid");
    }
    if set.left_mm > 0.0 {
        let _ = write!(css, ";padding-left:{}mm", decimal(set.left_mm));
    }
    if set.first_line_mm != 0.0 {
        let _ = write!(css, ";text-indent:{}mm", decimal(set.first_line_mm));
    }
    // Space above is padding, so that a block's measured height has it and margins cannot collapse.
    if set.before_pt > 0.0 {
        let _ = write!(css, ";padding-top:{}pt", decimal(set.before_pt));
    }
    if set.after_pt > 0.0 {
        let _ = write!(css, ";padding-bottom:{}pt", decimal(set.after_pt));
    }
    css.push('}');
}

/// The line height in pt: one rule for the screen, print and Word's "multiple".
fn line_height(line: LineSpacing, size_pt: f32) -> String {
    match line {
        LineSpacing::Multiple(times) => format!("{}pt", decimal(size_pt * SINGLE_LINE * times)),
        LineSpacing::Exactly(pitch) => format!("{}pt", decimal(pitch)),
    }
}

/// The rule for the printer: its pages have no margin, since every page box brings its own.
pub fn page_css(page: &PageSetup, named: &str) -> String {
    format!("@page {named}{{size:{}mm {}mm;margin:0}}", decimal(page.width), decimal(page.height))
}
