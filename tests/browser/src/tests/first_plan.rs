//! An officer's first plan, and what is left of it after a reload.

use super::check;
use crate::Result;
use crate::case::Case;
use crate::screen::{STEPS, UBND};

const VENUE: &str = "Nhà văn hóa xã Hồng Phong";

/// From the first visit to a saved draft, and back to it.
pub fn run(case: &Case) -> Result<()> {
    case.open_home()?;
    case.size(1366, 900)?;
    case.picture("home")?;
    case.press("Soạn kế hoạch")?;
    case.wait_for("probe.all('.template').length === 8")?;
    case.picture("gallery")?;
    case.use_template(UBND)?;

    for (at, step) in STEPS.iter().enumerate() {
        case.step(step)?;
        case.picture(&format!("step-{:02}", at + 1))?;
    }
    case.step(STEPS[0])?;
    for step in &STEPS[1..] {
        case.press("Tiếp")?;
        case.at_step(step)?;
    }
    check!(case.eval("probe.button('Tiếp').disabled")?, "there is a step after the last");
    case.step(STEPS[0])?;
    check!(case.eval("probe.button('Trước').disabled")?, "there is a step before the first");

    case.fill("Tên địa bàn", 0, "Hồng Phong")?;
    case.step("Hội nghị")?;
    // The first is the round of village meetings.
    case.fill("Thời gian", 1, "25/9 đến 29/9/2026")?;
    case.fill("Địa điểm", 1, VENUE)?;
    case.sheet_says(VENUE)?;
    let sheet = case.sheet()?;
    check!(
        sheet.contains("ỦY BAN NHÂN DÂN\nXÃ HỒNG PHONG") || sheet.to_uppercase().contains("XÃ HỒNG PHONG"),
        "the sheet does not name the unit:\n{sheet}"
    );
    check!(sheet.contains("25/9") && sheet.contains("29/9/2026"), "the sheet does not say when:\n{sheet}");
    case.saved()?;
    case.picture("filled")?;
    let before = case.draft()?["data"].clone();

    case.reload()?;
    // The tab goes on where it was; the list is a press away.
    case.wait_for("probe.one('.wizard')")?;
    case.sheet_says(VENUE)?;
    case.press("Về danh sách")?;
    case.wait_for("probe.one('.draft')")?;
    let names: Vec<String> = case.eval("probe.all('.draft-name').map(probe.words)")?;
    check!(names.len() == 1, "drafts at home: {names:?}");
    case.picture("home-again")?;
    case.press(&names[0])?;
    case.step(STEPS[0])?;
    let name = case.value("Tên địa bàn", 0)?;
    check!(name == "Hồng Phong", "the unit's name came back as {name:?}");
    case.step("Hội nghị")?;
    let when = case.value("Thời gian", 1)?;
    check!(when.contains("25/9") && when.contains("29/9/2026"), "the time came back as {when:?}");
    let venue = case.value("Địa điểm", 1)?;
    check!(venue == VENUE, "the venue came back as {venue:?}");
    let after = case.draft()?["data"].clone();
    check!(before == after, "the draft came back as another");
    // A host page that counts its errors counts these too, so here not even a resize observer may complain.
    let errors: Vec<String> = case.eval("probe.errors")?;
    check!(errors.is_empty(), "errors: {errors:?}");
    let violations = case.violations()?;
    check!(violations.is_empty(), "blocked: {violations:?}");
    Ok(())
}
