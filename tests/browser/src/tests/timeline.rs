//! The timeline: there with its entries, under the strict policy; a press on one leads to its question; printed turned.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::blank_forms::print;
use super::check;
use crate::Result;
use crate::case::Case;

/// The entries that the pages show, the hidden column for measuring left out.
const ENTRIES: &str = "probe.all('.pages .page g[data-mark]')";

/// Goes from the step to the picture and back, and prints it.
pub fn run(case: &Case) -> Result<()> {
    case.open_strict(
        "<!doctype html><html lang='vi'><head><meta charset='utf-8'><title>timeline</title>\
         <script src='/doi-thoai.js' defer></script></head><body><doi-thoai height='800'></doi-thoai></body></html>",
    )?;
    case.ready(1)?;
    let draft = draft();
    case.eval::<Value>(&format!("(() => {{ probe.element().draft = {draft}; return null; }})()"))?;
    case.wait_for("probe.one('.wizard')")?;
    case.step("Phân công")?;
    // By keys alone.
    case.wait_for("probe.button('Xem lịch công việc')")?;
    case.eval::<Value>("(() => { probe.button('Xem lịch công việc').focus(); return null; })()")?;
    case.press_keys(&char::from(Key::Enter).to_string())?;
    case.wait_for(&format!("{ENTRIES}.length === 4"))?;
    check!(
        case.eval::<bool>(&format!("{ENTRIES}.every((it) => it.namespaceURI === 'http://www.w3.org/2000/svg')"))?,
        "the picture is no drawing"
    );
    // It is seen, and heard.
    let places: Vec<f64> = case.eval(&format!("{ENTRIES}.map((it) => it.getBoundingClientRect().width)"))?;
    check!(places.iter().all(|width| *width > 10.0), "entries are {places:?} px wide");
    let heard: Vec<String> =
        case.eval("probe.all('.pages svg[role=img]').map((it) => it.getAttribute('aria-label'))")?;
    let late = "Trước ngày 30/9/2026: In tài liệu (sau hội nghị 04 ngày)";
    check!(heard.iter().any(|words| words.contains(late)), "heard: {heard:?}");
    case.picture("picture")?;

    let pdf = print(case, "In")?;
    let pages = pdf.pages()?;
    let turned = pages.iter().all(|(width, height)| (width - 297.0).abs() < 1.0 && (height - 210.0).abs() < 1.0);
    check!(!pages.is_empty() && turned, "the pages are {pages:?} mm");
    let text = pdf.text()?;
    for words in ["LỊCH CÔNG VIỆC", "Tháng 9/2026", "Công an xã", "In tài liệu", "sau hội nghị 04 ngày"]
    {
        check!(text.contains(words), "{words} was not printed");
    }
    pdf.picture(1)?;

    // A press on the words of an entry leads to its question.
    let press = "find((it) => it.textContent.includes('In tài liệu')).querySelector('text')";
    case.click(&case.pick(&format!("{ENTRIES}.{press}"))?)?;
    case.at_step("Phân công")?;
    case.wait_for("probe.focusedLabel() === 'Hạn' && probe.focused().value.includes('30/9/2026')")?;
    let violations = case.violations()?;
    check!(violations.is_empty(), "the policy has blocked {violations:?}");
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}

/// A plan with a conference and a task that comes after it.
fn draft() -> Value {
    let task = |id: u32, words: &str, when: &str| json!({ "id": id, "text": words, "deadlines": [{ "id": id + 1, "when": when }] });
    let plan = json!({
        "conferences": [{ "id": 10, "when": "2026-09-25 @morning" }],
        "limits": [{ "id": 11, "when": "conference-7d" }],
        "assignments": [
            { "id": 20, "agency": "Văn phòng", "stage": "preparation", "tasks": [task(21, "In tài liệu", "<2026-09-30")] },
            { "id": 30, "agency": "Công an xã", "tasks": [task(31, "Bảo đảm trật tự", "2026-09-25")] },
        ],
    });
    json!({ "app": "doi-thoai", "kind": "draft", "schema": 4,
        "data": { "name": "Lịch", "year": 2026, "plan": plan, "next_id": 100 } })
}
