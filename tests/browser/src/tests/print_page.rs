//! A page that becomes the paper, and what the printer makes of it.

use serde_json::Value;

use super::check;
use crate::Result;
use crate::browser::Kind;
use crate::case::Case;
use crate::pdf::Pdf;
use crate::screen::{difference, letters};

/// Prints a sample's plan from a page with `view="print"`.
pub fn run(case: &Case) -> Result<()> {
    let draft = case.open_sample("dien-chau-2026")?;
    case.eval::<Value>("probe.element().flush() ?? null")?;
    let text = case.export("text")?;
    let boxes: usize = case.eval("probe.all('.pages .page').length")?;
    become_paper(case, &draft)?;
    let shown: usize = case.eval("document.querySelectorAll('.page').length")?;
    check!(shown == boxes, "{shown} pages to print, {boxes} on the screen");
    let alone: bool = case.eval(
        "document.body.children.length === 1 && [...document.querySelectorAll('.part > *')].every((it) => it.matches('.page')) \
         && document.body.innerText.trim().length > 0 && !document.querySelector('doi-thoai')",
    )?;
    check!(
        alone,
        "there is more than pages in the body: {}",
        case.eval::<String>("document.body.innerHTML.slice(0, 400)")?
    );

    let pdf = case.print("paper")?;
    whole(&pdf, boxes, &text)?;
    sized(&pdf, 210.0, 297.0)?;
    pdf.picture(2)?;

    if case.kind() == Kind::Firefox {
        // Nothing said about paper and margins: the page's own word counts, as in the dialog.
        let plain = case.print_plain("plain")?;
        sized(&plain, 210.0, 297.0)?;
        whole(&plain, boxes, &text)?;
    } else {
        // The proof that it is the page rule that makes the size.
        let gone: usize = case.eval(
            "(() => { let gone = 0; for (const sheet of document.adoptedStyleSheets) \
             for (let at = sheet.cssRules.length - 1; at >= 0; at--) \
             if (sheet.cssRules[at] instanceof CSSPageRule) { sheet.deleteRule(at); gone++; } return gone; })()",
        )?;
        check!(gone == 1, "{gone} page rules");
        let letter = case.print("without-page-rule")?;
        sized(&letter, 215.9, 279.4)?;
        check!(sized(&letter, 210.0, 297.0).is_err(), "the size is A4 without a page rule");
    }
    let violations = case.violations()?;
    check!(violations.is_empty(), "blocked: {violations:?}");
    Ok(())
}

/// Opens a page with nothing but the element, under the contract's policy, and waits for its pages.
pub fn become_paper(case: &Case, draft: &str) -> Result<()> {
    case.open_strict(&format!(
        "<!doctype html><html lang='vi'><head><meta charset='utf-8'><title>print</title>\
         <script src='/doi-thoai.js' defer></script></head>\
         <body><doi-thoai view='print' draft='{draft}'></doi-thoai></body></html>"
    ))?;
    case.wait_for("document.querySelectorAll('body .page').length")?;
    Ok(())
}

/// As many pages as boxes, in the paper's font alone, numbered from the second on, with every word in order.
pub fn whole(pdf: &Pdf, boxes: usize, text: &str) -> Result<()> {
    let pages = pdf.pages()?.len();
    check!(pages == boxes, "{pages} pages came out of {boxes} boxes");
    let mut said = String::new();
    for (at, page) in pdf.page_texts()?.iter().enumerate() {
        let page = page.trim();
        let number = (at + 1).to_string();
        let body = match page.split_once(char::is_whitespace) {
            Some((first, rest)) if at > 0 && first == number => rest,
            _ if at == 0 => page,
            _ => {
                return Err(format!(
                    "page {number} does not begin with its number: {:?}",
                    page.chars().take(60).collect::<String>()
                )
                .into());
            }
        };
        said.push_str(&letters(body));
    }
    if let Some(difference) = difference(&said, &letters(text)) {
        return Err(format!("the printed and the exported words differ {difference}").into());
    }
    let fonts = pdf.fonts()?;
    check!(fonts.iter().all(|font| font.starts_with("Tinos") || font.starts_with("Times")), "printed with {fonts:?}");
    Ok(())
}

/// Every page is of this paper, within 2 pt.
pub fn sized(pdf: &Pdf, width: f64, height: f64) -> Result<()> {
    const WITHIN: f64 = 2.0 / 72.0 * 25.4;
    for (wide, high) in pdf.pages()? {
        check!(
            (wide - width).abs() < WITHIN && (high - height).abs() < WITHIN,
            "the paper is {wide:.1} × {high:.1} mm, not {width} × {height}"
        );
    }
    Ok(())
}
