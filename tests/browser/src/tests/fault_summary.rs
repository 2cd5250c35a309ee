//! What is told of unreadable fields when one would go on.

use serde_json::json;

use super::check;
use crate::Result;
use crate::case::Case;
use crate::screen::{STEPS, UBND};

/// Two fields of the first step: label, what is typed, what is told, what is right.
const DATE: (&str, &str, &str, &str) =
    ("Ngày ban hành", "31/02/2026", "Ngày 31/02/2026 không có trong lịch.", "15/9/2026");
const NUMBER: (&str, &str, &str, &str) = ("Số", "-1", "Con số không được âm.", "12");

/// Goes on with two faults, with one, and with none; then past a fault that was told.
pub fn run(case: &Case) -> Result<()> {
    case.open_home()?;
    case.start_plan(UBND)?;
    next(case)?;
    case.at_step(STEPS[1])?;
    case.press("Trước")?;
    case.at_step(STEPS[0])?;
    check!(!shown(case)?, "faults are told where there are none");

    // The way from the field to the button leaves the field; nobody presses Tab before.
    case.fill(NUMBER.0, 0, NUMBER.1)?;
    case.enter(DATE.0, 0, DATE.1)?;
    check!(!shown(case)?, "faults are told before one goes on");
    next(case)?;
    told(case, &[NUMBER, DATE], "two faults")?;
    case.picture("two")?;
    leads(case, 1, &DATE)?;
    leads(case, 0, &NUMBER)?;

    // The first is made right. What is left of the summary still leads to its field.
    case.enter(NUMBER.0, 0, NUMBER.3)?;
    leads_by_words(case, &DATE)?;
    next(case)?;
    told(case, &[DATE], "one fault")?;
    leads(case, 0, &DATE)?;
    case.enter(DATE.0, 0, DATE.3)?;
    next(case)?;
    case.at_step(STEPS[1])?;
    check!(!shown(case)?, "the summary goes on with the officer");
    case.sheet_says("12/KH-UBND")?;
    case.sheet_says("ngày 15 tháng 9 năm 2026")?;

    // Who presses again goes on; what was typed stays, and is told anew on coming back.
    case.step(STEPS[0])?;
    case.enter(DATE.0, 0, DATE.1)?;
    next(case)?;
    told(case, &[DATE], "a fault once more")?;
    next(case)?;
    case.at_step(STEPS[1])?;
    check!(!shown(case)?, "the summary is shown on the step after");
    case.press("Trước")?;
    case.at_step(STEPS[0])?;
    let kept = case.value(DATE.0, 0)?;
    check!(kept == DATE.1, "the field holds {kept:?} on coming back");
    next(case)?;
    told(case, &[DATE], "on coming back")?;
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}

/// Presses the button that goes on as a hand does, which leaves the field before it lets go. The driver's own click does
/// both in one breath, in Firefox before the page has taken note of the first.
fn next(case: &Case) -> Result<()> {
    let (x, y): (f64, f64) = case.eval(
        "(() => { const box = probe.button('Tiếp').getBoundingClientRect(); return [(box.left + box.right) / 2, (box.top + box.bottom) / 2]; })()",
    )?;
    case.pointer(
        "mouse",
        &[
            json!({ "type": "pointerMove", "x": x.round(), "y": y.round() }),
            json!({ "type": "pointerDown", "button": 0 }),
            json!({ "type": "pause", "duration": 60 }),
            json!({ "type": "pointerUp", "button": 0 }),
        ],
    )
}

fn shown(case: &Case) -> Result<bool> {
    case.eval("probe.seen(probe.one('.fault-summary'))")
}

/// The summary says these faults, has the focus, and the step has stayed.
fn told(case: &Case, faults: &[(&str, &str, &str, &str)], when: &str) -> Result<()> {
    case.wait_for("probe.seen(probe.one('.fault-summary'))").map_err(|error| format!("{when}: {error}"))?;
    let lines: Vec<String> = case.eval("probe.all('.fault-summary li').map(probe.words)")?;
    let expected: Vec<String> = faults.iter().map(|(label, _, told, _)| format!("{label}: {told}")).collect();
    check!(lines == expected, "{when}: the summary says {lines:?}, not {expected:?}");
    case.wait_for("probe.focused() === probe.one('.fault-summary')")
        .map_err(|error| format!("{when}: the summary has no focus\n        {error}"))?;
    let (role, title, inside): (String, String, bool) = case.eval(
        "(() => { const it = probe.one('.fault-summary'), box = it.getBoundingClientRect(), around = probe.one('.questions').getBoundingClientRect(); \
         return [it.getAttribute('role'), probe.words(it.querySelector('h3')), box.top >= around.top && box.bottom <= around.bottom]; })()",
    )?;
    check!(role == "alert", "{when}: the summary's role is {role:?}");
    check!(title == "Có chỗ cần xem lại", "{when}: the summary's title is {title:?}");
    check!(inside, "{when}: the summary is out of sight");
    case.at_step(STEPS[0])
}

/// A line of the summary gives focus to the field that it names.
fn leads(case: &Case, line: usize, fault: &(&str, &str, &str, &str)) -> Result<()> {
    case.click(&case.pick(&format!("probe.all('.fault-summary li button')[{line}]"))?)?;
    at_field(case, fault.0)
}

fn leads_by_words(case: &Case, fault: &(&str, &str, &str, &str)) -> Result<()> {
    let words = json!(format!("{}: {}", fault.0, fault.2));
    case.click(
        &case.pick(&format!("probe.all('.fault-summary li button').find((it) => probe.words(it) === {words})"))?,
    )?;
    at_field(case, fault.0)
}

fn at_field(case: &Case, label: &str) -> Result<()> {
    case.wait_for(&format!("probe.focused() === probe.field({}, 0)", json!(label))).map_err(|_| {
        let at: String = case.eval("probe.focusedLabel()").unwrap_or_default();
        format!("the line of {label:?} leads to {at:?}")
    })?;
    Ok(())
}
