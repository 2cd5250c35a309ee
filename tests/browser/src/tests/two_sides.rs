//! Copies on both sides of their sheets: none begins on the back of another.

use serde_json::{Value, json};

use super::check;
use crate::Result;
use crate::case::Case;

/// Prints copies of three pages, then two small ones on a sheet, and reads the order of the pages in the frame.
pub fn run(case: &Case) -> Result<()> {
    case.open_home()?;
    case.eval::<Value>(
        "(() => { document.addEventListener('load', (event) => { const frame = event.target; \
         if (frame.matches?.('iframe.doi-thoai-print')) Object.defineProperty(frame.contentWindow, 'print', { value: () => { \
         window.printed = [...frame.contentDocument.querySelector('.part').children].map((it) => \
         [...it.querySelectorAll('.question, .strip.left')].map((it) => it.textContent).join(' ')); } }); }, true); return null; })()",
    )?;
    let three = json!([
        { "id": 10, "kind": "open", "title": "Một", "lines": 1 }, { "id": 11, "kind": "page-break" },
        { "id": 12, "kind": "open", "title": "Hai", "lines": 1 }, { "id": 13, "kind": "page-break" },
        { "id": 14, "kind": "open", "title": "Ba", "lines": 1 },
    ]);
    let pages = order(case, json!({ "two_sided": true, "blocks": three }))?;
    check!(pages == ["A Một", "A Hai", "A Ba", "", "B Một", "B Hai", "B Ba", ""], "the pages are {pages:?}");
    let one = json!([{ "id": 10, "kind": "open", "title": "Một", "lines": 1 }]);
    let small = json!({ "size": "a5", "two_up": true, "two_sided": true, "blocks": one });
    let sheets = order(case, small)?;
    check!(sheets == ["A Một B Một", ""], "the sheets are {sheets:?}");
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}

/// The words of each page or sheet of two copies.
fn order(case: &Case, form: Value) -> Result<Vec<String>> {
    let mut form = form;
    form["id"] = json!(1);
    form["title"] = json!("Phiếu");
    form["lots"] = json!([{ "id": 20, "name": "A", "copies": 1 }, { "id": 21, "name": "B", "copies": 1 }]);
    let draft = json!({ "app": "doi-thoai", "kind": "draft", "schema": 2,
        "data": { "name": "Hai mặt", "year": 2026, "forms": [form], "next_id": 100 } });
    case.eval::<Value>(&format!(
        "(() => {{ window.printed = null; probe.element().draft = {draft}; return null; }})()"
    ))?;
    case.wait_for("probe.one('.page .group')")?;
    case.step("Phân phát")?;
    case.press("In các phiếu")?;
    Ok(serde_json::from_value(case.wait_for("window.printed")?)?)
}
