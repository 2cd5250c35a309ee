//! No mouse: Tab, Enter, arrows and letters.

use serde_json::json;
use thirtyfour::Key;

use super::check;
use crate::Result;
use crate::case::Case;

/// The most Tab presses that any place may take.
const FAR: usize = 60;

/// From the page's first moment to the printer.
pub fn run(case: &Case) -> Result<()> {
    case.open_home()?;
    tab_to(case, "probe.focusedLabel() === 'Soạn kế hoạch'", "the door")?;
    seen(case, "the door")?;
    key(case, Key::Enter)?;
    case.wait_for("probe.all('.template').length === 8")?;
    // Faults that leave another way are collected.
    let mut wrong = Vec::new();
    let template =
        "probe.words(probe.focused()?.closest('.template')?.querySelector('h3')) === 'Ủy ban nhân dân xã, phường'";
    reach(case, template, "the template", &mut wrong)?;
    key(case, Key::Enter)?;
    case.wait_for("probe.one('.wizard')")?;
    // The new screen's heading has the focus, and the list of steps stands before it.
    case.wait_for("probe.focused()?.localName === 'h2'")?;
    back_to(case, "probe.focusedLabel() === 'Hội nghị'", "the step")?;
    seen(case, "the step")?;
    key(case, Key::Enter)?;
    case.at_step("Hội nghị")?;
    // The heading has the focus: the questions come next, not the list of steps again.
    case.wait_for("probe.focused()?.localName === 'h2'")?;
    tab_to(case, "probe.focusedLabel() === 'Thời gian'", "the field")?;
    seen(case, "the field")?;
    case.press_keys("25/9/2026")?;
    case.sheet_says("25/9/2026")?;

    let titles = "probe.all('.questions > .cards')[0].querySelectorAll(':scope > .card > header h4')";
    let order: Vec<String> = case.eval(&format!("[...{titles}].map(probe.words)"))?;
    check!(order == ["Đợt họp 1", "Hội nghị 1"], "the cards are {order:?}");
    // Back to the card's own buttons.
    back_to(case, "probe.focusedLabel() === 'Đưa xuống'", "the button that moves")?;
    key(case, Key::Enter)?;
    case.wait_for(&format!("[...{titles}].map(probe.words).join() === 'Hội nghị 1,Đợt họp 1'"))?;
    // The focus follows a frame later.
    let _ = case.wait_for("probe.focused()?.closest('.card')");
    let at: String =
        case.eval("probe.focused() ? probe.words(probe.focused().closest('.card')?.querySelector('h4')) : ''")?;
    if at != "Đợt họp 1" {
        wrong.push(format!("after moving its card the focus is in {at:?}, not in the card that was moved"));
        back_to(case, "probe.focusedLabel() === 'Hội nghị'", "the step")?;
        key(case, Key::Enter)?;
    }

    // A choice by arrow keys.
    tab_to(case, "probe.focusedLabel() === 'Địa điểm đã biết chưa'", "the choice")?;
    key(case, Key::Down)?;
    case.sheet_says("thông báo sau")?;
    case.chord(&[Key::Control], 'p')?;
    case.wait_for("document.querySelector('iframe.doi-thoai-print')")?;
    case.saved()?;
    check!(wrong.is_empty(), "{}", wrong.join("\n        "));
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}

fn key(case: &Case, key: Key) -> Result<()> {
    case.press_keys(&char::from(key).to_string())
}

/// Presses Tab until something holds of the focus.
fn tab_to(case: &Case, condition: &str, what: &str) -> Result<()> {
    move_to(case, condition, what, &[])
}

/// Presses Tab until something holds of the focus; where that never comes, notes it and goes the other way.
fn reach(case: &Case, condition: &str, what: &str, wrong: &mut Vec<String>) -> Result<()> {
    if let Err(error) = tab_to(case, condition, what) {
        wrong.push(error.to_string());
        back_to(case, condition, what)?;
    }
    Ok(())
}

/// Presses Shift+Tab until something holds of the focus.
fn back_to(case: &Case, condition: &str, what: &str) -> Result<()> {
    move_to(case, condition, what, &[Key::Shift])
}

fn move_to(case: &Case, condition: &str, what: &str, held: &[Key]) -> Result<()> {
    let mut passed: Vec<String> = Vec::new();
    for _ in 0..FAR {
        case.chord(held, Key::Tab)?;
        let (there, at): (bool, String) =
            case.eval(&format!("[Boolean({condition}), probe.focusedLabel() || document.activeElement.localName]"))?;
        if there {
            return Ok(());
        }
        if passed.len() < 12 {
            passed.push(at);
        }
    }
    Err(format!("{what} is not reached by the keyboard; it passes {} …", json!(passed)).into())
}

/// What has the focus shows it, and is not covered.
fn seen(case: &Case, what: &str) -> Result<()> {
    let (outline, shown): (String, bool) = case.eval(
        "(() => { const it = probe.focused(), style = getComputedStyle(it), box = it.getBoundingClientRect(); \
         const top = it.getRootNode().elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2); \
         return [`${style.outlineStyle} ${style.outlineWidth}`, it.contains(top)]; })()",
    )?;
    check!(outline == "solid 3px", "{what} shows its focus by {outline:?}");
    check!(shown, "{what} has the focus and is covered or out of sight");
    Ok(())
}
