//! A batch that takes its time says how far it is, and can be stopped.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::check;
use crate::Result;
use crate::case::Case;

/// A full batch.
const COPIES: usize = 500;
/// The pages of one copy.
const PAGES: usize = 4;

/// Stops a batch by its button, then by Escape, then lets it be printed.
pub fn run(case: &Case) -> Result<()> {
    case.open_home()?;
    case.eval::<Value>(
        "(() => { window.prints = []; document.addEventListener('load', (event) => { const frame = event.target; \
         if (frame.matches?.('iframe.doi-thoai-print')) Object.defineProperty(frame.contentWindow, 'print', { value: () => \
         window.prints.push(frame.contentDocument.querySelectorAll('.page').length) }); }, true); return null; })()",
    )?;
    // While `slow` is set, each turn that the browser gets takes so long that there is time to press something.
    case.eval::<Value>(
        "(() => { const post = MessagePort.prototype.postMessage; MessagePort.prototype.postMessage = function (...said) { \
         setTimeout(() => post.apply(this, said), window.slow ? 200 : 0); }; return null; })()",
    )?;
    let blocks: Vec<Value> = (0..PAGES)
        .flat_map(|at| {
            let rows: Vec<Value> = (0..20).map(|row| json!({ "id": 1000 + 100 * at + row, "text": "Việc" })).collect();
            let options = json!([{ "id": 1080 + 100 * at, "text": "Tốt" }, { "id": 1081 + 100 * at, "text": "Chưa tốt" }]);
            [
                json!({ "id": 1090 + 100 * at, "kind": "grid", "title": "Từng việc", "options": options, "rows": rows }),
                json!({ "id": 1091 + 100 * at, "kind": "page-break" }),
            ]
        })
        .take(2 * PAGES - 1)
        .collect();
    let form = json!({ "id": 1, "title": "Phiếu", "blocks": blocks, "first": 1,
        "lots": [{ "id": 20, "name": "Thôn Đông", "copies": COPIES }] });
    let draft = json!({ "app": "doi-thoai", "kind": "draft", "schema": 3,
        "data": { "name": "Nhiều bản", "year": 2026, "forms": [form], "next_id": 9000 } });
    case.eval::<Value>(&format!("(() => {{ probe.element().draft = {draft}; return null; }})()"))?;
    case.wait_for("probe.one('.page .group')")?;
    case.step("Phân phát")?;

    started(case)?;
    case.picture("progress")?;
    case.press("Hủy")?;
    stopped(case)?;

    started(case)?;
    case.press_keys(&char::from(Key::Escape).to_string())?;
    stopped(case)?;

    started(case)?;
    case.eval::<Value>("(() => { window.slow = false; return null; })()")?;
    case.wait_for("window.prints.length === 1")?;
    check!(case.eval::<usize>("window.prints[0]")? == COPIES * PAGES, "not all pages were printed");
    check!(case.eval("!probe.one('dialog[open]')")?, "the dialog is still there");
    let violations = case.violations()?;
    check!(violations.is_empty(), "blocked: {violations:?}");
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}

/// Begins the batch, and reads the dialog that tells of it.
fn started(case: &Case) -> Result<()> {
    case.eval::<Value>("(() => { window.slow = true; return null; })()")?;
    case.press("In các phiếu")?;
    case.wait_for("probe.one('dialog[open] [role=progressbar]')")?;
    let (now, most, words): (String, String, String) = case.eval(
        "(() => { const bar = probe.one('dialog [role=progressbar]'); \
         return [bar.getAttribute('aria-valuenow'), bar.getAttribute('aria-valuemax'), probe.words(probe.one('dialog p'))]; })()",
    )?;
    check!(now.parse::<usize>()? < COPIES && most == COPIES.to_string(), "{now} of {most}");
    check!(words == format!("Đang dựng bản in: {now}/{COPIES} phiếu"), "told {words:?} at {now}");
    check!(case.eval::<String>("probe.focusedLabel()")? == "Hủy", "the button has no focus");
    Ok(())
}

/// Nothing is left of the batch, and focus is where it was.
fn stopped(case: &Case) -> Result<()> {
    case.wait_for("!probe.one('dialog[open]') && !document.querySelector('iframe.doi-thoai-print')")?;
    case.wait_for("probe.words(probe.one('.notice p')) === 'Đã hủy: chưa in bản nào.'")?;
    check!(case.eval::<usize>("window.prints.length")? == 0, "something was printed");
    let focused: String = case.eval("probe.focusedLabel()")?;
    check!(focused == "In các phiếu", "focus is at {focused:?}");
    Ok(())
}
