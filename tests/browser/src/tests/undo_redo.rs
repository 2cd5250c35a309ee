//! Back and forth through changes of every kind.

use serde_json::Value;
use thirtyfour::Key;

use super::check;
use crate::Result;
use crate::case::Case;
use crate::screen::UBND;

/// Makes changes of every kind, takes all back, does all again, and compares the drafts at each stand.
pub fn run(case: &Case) -> Result<()> {
    case.open_home()?;
    case.start_plan(UBND)?;
    check!(
        case.eval("probe.button('Hoàn tác').disabled && probe.button('Làm lại').disabled")?,
        "a new plan has something to take back"
    );
    let mut stands = vec![data(case)?];
    let mut note = |case: &Case, what: &str| -> Result<()> {
        let now = data(case)?;
        check!(stands.last() != Some(&now), "{what}: nothing has changed");
        stands.push(now);
        Ok(())
    };
    case.fill("Tên địa bàn", 0, "Tân")?;
    note(case, "typed a word")?;
    case.fill("Ngày ban hành", 0, "15/9/2026")?;
    note(case, "typed a date")?;
    choose(case, "Dấu dự thảo", "0")?;
    note(case, "chose")?;
    case.click(&case.pick("probe.all('.field.switch input')[0]")?)?;
    note(case, "ticked")?;
    case.step("Hội nghị")?;
    case.press("Thêm hội nghị")?;
    note(case, "added a card")?;
    case.press_nth("Đưa xuống", 0)?;
    note(case, "moved a card")?;
    case.press_nth("Nhân đôi", 0)?;
    note(case, "doubled a card")?;
    case.press_nth("Bỏ", 0)?;
    note(case, "removed a card")?;

    let end = stands.len() - 1;
    for at in (0..end).rev() {
        case.press("Hoàn tác")?;
        same(case, &stands[at], &format!("taken back to stand {at}"))?;
    }
    check!(case.eval("probe.button('Hoàn tác').disabled")?, "more can be taken back than was done");
    for (at, stand) in stands.iter().enumerate().skip(1) {
        case.press("Làm lại")?;
        same(case, stand, &format!("done again to stand {at}"))?;
    }
    check!(case.eval("probe.button('Làm lại').disabled")?, "more can be done again than was taken back");

    // The page loaded again in the same tab: the steps lead on in both directions.
    case.press("Hoàn tác")?;
    case.press("Hoàn tác")?;
    case.saved()?;
    case.reload()?;
    case.wait_for("probe.one('.wizard') && probe.one('.page')")?;
    same(case, &stands[end - 2], "loaded again")?;
    case.press("Hoàn tác")?;
    same(case, &stands[end - 3], "taken back after loading again")?;
    for (at, stand) in stands.iter().enumerate().skip(end - 2) {
        case.press("Làm lại")?;
        same(case, stand, &format!("done again after loading again, to stand {at}"))?;
    }
    check!(case.eval("probe.button('Làm lại').disabled")?, "more can be done again after loading again");

    // By keys, from inside a field; the focus may be anywhere.
    case.click(&case.pick("probe.field('Thời gian')")?)?;
    case.chord(&[Key::Control], 'z')?;
    same(case, &stands[end - 1], "Ctrl+Z")?;
    case.chord(&[Key::Control, Key::Shift], 'z')?;
    same(case, &stands[end], "Ctrl+Shift+Z")?;
    case.chord(&[Key::Control], 'z')?;
    case.chord(&[Key::Control], 'y')?;
    same(case, &stands[end], "Ctrl+Y")?;

    // Something new forgets what was taken back, and the fields show what is in force.
    case.step("Cơ quan, số, tiêu đề")?;
    case.fill("Tên địa bàn", 0, "Bình")?;
    case.press("Hoàn tác")?;
    let name = case.value("Tên địa bàn", 0)?;
    check!(name == "Tân", "the field holds {name:?} after undo");
    case.fill("Tên địa bàn", 0, "An")?;
    check!(case.eval("probe.button('Làm lại').disabled")?, "what was taken back outlives a new change");

    // A field that goes away with what was typed into it, while the caret is still there.
    case.step("Hội nghị")?;
    let cards: usize = case.eval("probe.all('.card').length")?;
    case.press("Thêm hội nghị")?;
    case.click(&case.pick("probe.all('.card textarea').at(-1)")?)?;
    case.press_keys("ab ")?;
    while case.eval::<usize>("probe.all('.card').length")? > cards {
        case.chord(&[Key::Control], 'z')?;
    }
    case.saved()?;
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}

/// What the draft says, without the counter of identities, which never goes back.
fn data(case: &Case) -> Result<Value> {
    let mut data = case.draft()?["data"].clone();
    if let Some(data) = data.as_object_mut() {
        data.remove("next_id");
    }
    Ok(data)
}

fn same(case: &Case, stand: &Value, when: &str) -> Result<()> {
    let now = data(case)?;
    check!(now == *stand, "{when}: the draft is another");
    Ok(())
}

/// Chooses from a list as an officer does.
fn choose(case: &Case, label: &str, value: &str) -> Result<()> {
    let option = case.pick(&format!("probe.field('{label}').querySelector('option[value=\"{value}\"]')"))?;
    case.click(&option)
}
