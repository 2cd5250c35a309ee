//! The stored text of a draft is damaged at many places, as a broken profile or another script would: the draft's copy is
//! opened, what is damaged is kept, and nobody sees an empty form under the old name.

use serde_json::{Value, json};

use super::check;
use crate::Result;
use crate::case::Case;
use crate::screen::UBND;

const NAME: &str = "Tên địa bàn";

/// At how many places.
fn places() -> usize {
    if std::env::var_os("DOI_THOAI_FULL").is_some() { 60 } else { 6 }
}

/// Damages, opens, goes on.
pub fn run(case: &Case) -> Result<()> {
    case.open_home()?;
    case.start_plan(UBND)?;
    case.fill(NAME, 0, "Hồng Phong")?;
    case.saved()?;
    // Changed once more after it was opened again, so that a copy of what was before is kept.
    case.press("Về danh sách")?;
    case.press("Ủy ban nhân dân xã, phường 2026")?;
    case.wait_for("probe.one('.wizard')")?;
    case.fill(NAME, 0, "Hồng Hà")?;
    case.saved()?;
    case.press("Về danh sách")?;
    let whole: Value =
        case.eval("Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('doi-thoai/')))")?;
    for place in 0..places() {
        damaged(case, &whole, place).map_err(|error| format!("place {place}: {error}"))?;
    }
    Ok(())
}

fn damaged(case: &Case, whole: &Value, place: usize) -> Result<()> {
    let part = format!("{place} / {}", places());
    let text: String = case.eval(&format!(
        "(() => {{ localStorage.clear(); for (const [key, text] of Object.entries({whole})) localStorage.setItem(key, text); \
         const [key, text] = Object.entries(probe.stored())[0], at = Math.floor(text.length * {part}); \
         const spoilt = [text.slice(0, at), text.slice(0, at) + '\\u0000' + text.slice(at + 1), \
         text.slice(0, at) + text.slice(at + 9), text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1)][{place} % 4]; \
         localStorage.setItem(key, spoilt); return spoilt; }})()"
    ))?;
    case.reload()?;
    case.wait_for("probe.all('.draft').length === 1")?;
    case.press("Ủy ban nhân dân xã, phường 2026")?;
    case.wait_for("probe.one('.wizard') && probe.one('.page')")?;
    let value = case.value(NAME, 0)?;
    check!(value == "Hồng Phong", "the copy says {value:?}");
    if place == 0 {
        case.picture("copy")?;
    }
    case.fill(NAME, 0, "Hồng Sơn")?;
    case.saved()?;
    let kept: bool = case.eval(&format!("Object.values(localStorage).includes({})", json!(text)))?;
    check!(kept || text.is_empty(), "the damaged text was thrown away");
    case.press("Về danh sách")?;
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}
