//! Two windows without the browser's locks type into one draft at once. Only one can go on saving; whatever either was told
//! to be saved is stored, or something that was made of it.

use std::time::Duration;

use serde_json::Value;

use super::check;
use super::two_windows::UNLOCKED;
use crate::Result;
use crate::case::Case;
use crate::screen::UBND;

/// Types what begins with a letter, and notes what was said to be saved.
fn typing(letter: &str) -> String {
    format!(
        "(() => {{ const it = probe.field('Tên địa bàn'); let typed = 0; window.told = []; \
         document.addEventListener('doi-thoai-saved', () => window.told.push(probe.element().draft.data.plan.organs[0].unit.name)); \
         window.typing = setInterval(() => {{ typed += 1; it.value = `{letter}${{typed}}`; \
         it.dispatchEvent(new Event('input', {{ bubbles: true }})); probe.element().flush(); }}, 7); return null; }})()"
    )
}

/// Both type; then all stored texts are searched.
pub fn run(case: &Case) -> Result<()> {
    case.server.page("/unlocked.html", UNLOCKED);
    case.open_path("/unlocked.html")?;
    case.ready(1)?;
    case.start_plan(UBND)?;
    case.fill("Tên địa bàn", 0, "đầu")?;
    case.saved()?;
    let first = case.window()?;
    let second = case.new_window()?;
    case.open_path("/unlocked.html")?;
    case.ready(1)?;
    case.press("Ủy ban nhân dân xã, phường 2026")?;
    case.wait_for("probe.one('.wizard') && probe.one('.page')")?;
    case.eval::<Value>(&typing("b"))?;
    case.to_window(&first)?;
    case.eval::<Value>(&typing("a"))?;
    std::thread::sleep(Duration::from_millis(1500));
    case.to_window(&second)?;
    std::thread::sleep(Duration::from_millis(1500));
    let mut last = Vec::new();
    for window in [&first, &second] {
        case.to_window(window)?;
        let told: Vec<String> = case.eval("(clearInterval(window.typing), window.told)")?;
        last.extend(told.last().cloned());
        let errors = case.errors()?;
        check!(errors.is_empty(), "errors: {errors:?}");
    }
    check!(!last.is_empty(), "neither window saved anything");
    std::thread::sleep(Duration::from_millis(300));
    let stored: String = case.eval(
        "Object.entries(localStorage).filter(([key]) => /\\/[dv]\\//.test(key)).map(([, text]) => text).join('\\n')",
    )?;
    for name in &last {
        check!(stored.contains(&format!("\"name\":\"{name}\"")), "{name} was told to be saved, and is nowhere");
    }
    case.picture("told")
}
