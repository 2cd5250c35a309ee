//! The papers' font.

use super::check;
use crate::Result;
use crate::case::Case;

/// Words with every Vietnamese letter, as capitals too.
const WORDS: &str =
    "Quyển sổ nhỏ, ấm áp: ưỡn ngực, thuở ấy, kỳ lạ, ngõ hẻm, Ỷ lại, ĐẶC BIỆT, Nghĩa vụ – “đối thoại”… 5.000 ₫";

/// Prints a host's own paragraph in the font that the element has registered.
pub fn run(case: &Case) -> Result<()> {
    case.server.answer(
        "/paper.css",
        200,
        "text/css",
        b"@page { size: A4; margin: 20mm } doi-thoai { display: none } p { font: 14pt 'Doi Thoai Serif', monospace }\
          .b { font-weight: bold } .i { font-style: italic }",
    );
    case.open_strict(&format!(
        "<!doctype html><html lang='vi'><head><meta charset='utf-8'><title>font</title>\
         <link rel='stylesheet' href='/paper.css'><script src='/doi-thoai.js' defer></script></head>\
         <body><p>{WORDS}</p><p class='b'>{WORDS}</p><p class='i'>{WORDS}</p><p class='b i'>{WORDS}</p>\
         <doi-thoai></doi-thoai></body></html>"
    ))?;
    case.ready(1)?;
    let faces: Vec<String> = case.eval("[...document.fonts].map((it) => `${it.weight} ${it.style} ${it.status}`)")?;
    check!(faces.len() == 4 && faces.iter().all(|face| face.ends_with(" loaded")), "faces: {faces:?}");

    let paper = case.print("paper")?;
    let pages = paper.pages()?;
    check!(pages.len() == 1, "{} pages", pages.len());
    let (width, height) = pages[0];
    check!((width - 210.0).abs() < 1.0 && (height - 297.0).abs() < 1.0, "the paper is {width} × {height} mm");
    let fonts = paper.fonts()?;
    let right = fonts.len() == 4 && fonts.iter().all(|font| font.starts_with("Tinos"));
    check!(right, "printed with {fonts:?}, not with four faces of Tinos");
    let text = paper.text()?;
    let lines = text.matches("ĐẶC BIỆT").count();
    check!(lines == 4, "the words came out {lines} times, not 4:\n{text}");
    paper.picture(1)?;
    let violations = case.violations()?;
    check!(violations.is_empty(), "blocked: {violations:?}");
    Ok(())
}
