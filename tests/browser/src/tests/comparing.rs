//! Two drafts side by side, and a draft beside its copy from before.

use super::check;
use super::narrow::fits;
use crate::Result;
use crate::browser::Kind;
use crate::case::Case;
use crate::screen::UBND;

/// What the draft can be compared with.
const CHOICES: &str = "[...probe.one('.comparing select').options].map(probe.words)";

/// A draft, its copy with another name of the commune, and its own copy from before.
pub fn run(case: &Case) -> Result<()> {
    case.open_home()?;
    case.start_plan(UBND)?;
    case.fill("Tên địa bàn", 0, "Hồng Phong")?;
    case.saved()?;
    case.press("Về danh sách")?;
    case.press("Nhân đôi")?;
    case.wait_for("probe.all('.draft').length === 2")?;
    // A copy that was never opened has none from before.
    let copy = "probe.all('.draft').findIndex((it) => probe.words(it).includes('bản sao'))";
    case.press_nth("So sánh", case.eval(copy)?)?;
    case.wait_for("probe.one('.comparing select')")?;
    let choices: Vec<String> = case.eval(CHOICES)?;
    check!(choices.len() == 1, "to choose from: {choices:?}");
    check!(case.eval("probe.one('.comparing .empty') && !probe.one('.changes li')")?, "a copy is told to be another");
    case.press("Về danh sách")?;
    case.press_nth("Mở", case.eval(copy)?)?;
    case.wait_for("probe.one('.wizard')")?;
    case.fill("Tên địa bàn", 0, "Hồng Hà")?;
    case.saved()?;
    case.press("Về danh sách")?;
    case.wait_for("probe.all('.draft').length === 2")?;

    // Its own copy comes first.
    case.press_nth("So sánh", case.eval(copy)?)?;
    case.wait_for("probe.one('.comparing .changes li')")?;
    check!(case.eval("probe.focused()?.matches('h2')")?, "the heading has no focus");
    let choices: Vec<String> = case.eval(CHOICES)?;
    check!(choices.len() == 2 && choices[0].starts_with("Chính hồ sơ này"), "to choose from: {choices:?}");
    facts(case)?;
    case.picture("previous")?;
    // The other draft says the same as the copy from before.
    case.eval::<()>(
        "(() => { const it = probe.one('.comparing select'); it.selectedIndex = 1; it.dispatchEvent(new Event('change', { bubbles: true })); return null; })()",
    )?;
    facts(case)?;
    // Struck through and underlined, each with words of its own.
    let decoration = "(css) => getComputedStyle(probe.one('.paper-text ' + css)).textDecorationLine";
    check!(
        case.eval::<String>(&format!("({decoration})('del')"))? == "line-through",
        "what went is not struck through"
    );
    check!(case.eval::<String>(&format!("({decoration})('ins')"))? == "underline", "what came is not underlined");
    check!(
        case.eval("probe.all('.paper-text del, .paper-text ins').every((it) => it.querySelector('.unseen'))")?,
        "a mark has no words"
    );
    // Only what changed.
    let shown = "probe.all('.paper-text p').filter(probe.seen).length";
    let all: u32 = case.eval(shown)?;
    case.eval::<()>("(() => { probe.one('.switch input').click(); return null; })()")?;
    case.wait_for(&format!("{shown} > 0 && {shown} < {all}"))?;
    case.picture("changed")?;
    if case.kind() == Kind::Chromium {
        case.size(390, 844)?;
        let wrong = fits(case, "comparing")?;
        check!(wrong.is_empty(), "{}", wrong.join("\n        "));
        case.picture("narrow")?;
    }
    case.press("Về danh sách")?;
    case.wait_for("probe.all('.draft').length === 2")?;
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}

/// The name of the organ is told as changed.
fn facts(case: &Case) -> Result<()> {
    case.wait_for(
        "probe.all('.changes li').some((it) => /Cơ quan ban hành.*\\[bỏ: Phong\\]\\[thêm: Hà\\]/.test(probe.words(it)))",
    )?;
    Ok(())
}
