//! The browser's own calendar beside a field for a day.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::check;
use crate::Result;
use crate::browser::Kind;
use crate::case::Case;
use crate::screen::{STEPS, UBND};

/// What the calendar is called.
const NAME: &str = "Chọn trên lịch";

/// Fields with a calendar: step, label, which of these fields.
const FIELDS: [(&str, &str, usize); 2] = [(STEPS[0], "Ngày ban hành", 0), (STEPS[4], "Thời gian", 1)];

/// Opens each calendar, closes it without a day, and picks days: into the empty field, once more after that was taken
/// back, over a day, and over what cannot be read.
pub fn run(case: &Case) -> Result<()> {
    case.open_home()?;
    case.start_plan(UBND)?;
    check!(case.eval(&format!("!{}", calendar("Số", 0)))?, "a field that takes no day has a calendar");
    for (step, label, at) in FIELDS {
        case.step(step)?;
        picks(case, label, at)?;
    }
    case.saved()?;
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}

fn picks(case: &Case, label: &str, at: usize) -> Result<()> {
    there(case, label, at)?;
    let empty = steps(case)?;
    open(case, label, at)?;
    case.picture("open")?;
    close(case, label, at)?;
    holds(case, label, at, "", "closed without a day")?;
    check!(steps(case)? == empty, "{label}: closing the calendar is a change");

    let (text, line) = pick(case, label, at)?;
    holds(case, label, at, &text, "picked")?;
    case.sheet_says(&line)?;
    let told: String =
        case.eval(&format!("probe.words({}.closest('.field').querySelector('.hint'))", field(label, at)))?;
    check!(told.starts_with("→ "), "{label}: after a pick the field says {told:?}");
    case.picture("picked")?;

    // One step takes it back, and the same day can be picked again.
    case.press("Hoàn tác")?;
    holds(case, label, at, "", "taken back")?;
    case.wait_for(&format!("!probe.sheet().includes({})", json!(line)))?;
    check!(steps(case)? == empty, "{label}: a day was picked in more than one step");
    let (again, _) = pick(case, label, at)?;
    check!(again == text, "{label}: the calendar stands at {again:?}, not at {text:?}");
    holds(case, label, at, &text, "picked again")?;
    case.sheet_says(&line)?;

    // Over a day that was typed: the pick is a step of its own.
    case.fill(label, at, "21/10/2027")?;
    case.wait_for(&format!("!probe.sheet().includes({})", json!(line)))?;
    pick(case, label, at)?;
    holds(case, label, at, &text, "picked over a day")?;
    case.press("Hoàn tác")?;
    let typed = if label == "Thời gian" { in_words("21/10/2027") } else { "21/10/2027".into() };
    holds(case, label, at, &typed, "the pick over a day taken back")?;

    // Over what cannot be read: the complaint goes.
    case.fill(label, at, "31/02/2026")?;
    let complaint = format!("probe.words({}.closest('.field').querySelector('.error'))", field(label, at));
    case.wait_for(&complaint)?;
    pick(case, label, at)?;
    holds(case, label, at, &text, "picked over a fault")?;
    case.wait_for(&format!("{complaint} === '' && !{}.hasAttribute('aria-invalid')", field(label, at)))?;
    case.sheet_says(&line)
}

fn field(label: &str, at: usize) -> String {
    format!("probe.field({}, {at})", json!(label))
}

fn calendar(label: &str, at: usize) -> String {
    format!("{}.closest('.parsed')?.querySelector('.calendar')", field(label, at))
}

/// The calendar has a name, can be reached, is large enough, and lies uncovered inside its field.
fn there(case: &Case, label: &str, at: usize) -> Result<()> {
    let (kind, name, tab, large, within, free): (String, String, i32, bool, bool, bool) = case.eval(&format!(
        "(() => {{ const it = {}, field = {}; field.scrollIntoView({{ block: 'center' }}); \
         const box = it.getBoundingClientRect(), around = field.getBoundingClientRect(); \
         return [it.type, it.getAttribute('aria-label'), it.tabIndex, box.width >= 24 && box.height >= 24, \
         box.left >= around.left && box.right <= around.right && box.top >= around.top && box.bottom <= around.bottom, \
         it === it.getRootNode().elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2)]; }})()",
        calendar(label, at),
        field(label, at)
    ))?;
    check!(kind == "date", "{label}: the calendar is a {kind}");
    check!(name == NAME, "{label}: the calendar is called {name:?}");
    check!(tab == 0, "{label}: the calendar cannot be reached by Tab");
    check!(large, "{label}: the calendar is too small");
    check!(within, "{label}: the calendar is not inside its field");
    check!(free, "{label}: the calendar is covered");
    Ok(())
}

/// Presses the calendar; the browser's own popup opens.
fn open(case: &Case, label: &str, at: usize) -> Result<()> {
    let it = calendar(label, at);
    case.click(&case.pick(&it)?)?;
    case.wait_for(&format!("{it}.matches(':open')"))
        .map_err(|error| format!("{label}: pressing the calendar opens nothing\n        {error}"))?;
    Ok(())
}

fn close(case: &Case, label: &str, at: usize) -> Result<()> {
    case.press_keys(&char::from(Key::Escape).to_string())?;
    case.wait_for(&format!("!{}.matches(':open')", calendar(label, at)))?;
    Ok(())
}

/// Picks the day at which the calendar opens while it holds none, today. Gives it as the field and the sheet say it.
///
/// In Chromium by Enter in the popup. Firefox draws its popup outside the page, where its driver does not type; there
/// the driver gives the day to the calendar, with the events of a pick.
fn pick(case: &Case, label: &str, at: usize) -> Result<(String, String)> {
    open(case, label, at)?;
    let (iso, day, line): (String, String, String) = case.eval(
        "(() => { const now = new Date(), two = (n) => String(n).padStart(2, '0'), [d, m, y] = [now.getDate(), now.getMonth() + 1, now.getFullYear()]; \
         return [`${y}-${two(m)}-${two(d)}`, `${two(d)}/${m < 3 ? two(m) : m}/${y}`, `ngày ${two(d)} tháng ${m < 3 ? two(m) : m} năm ${y}`]; })()",
    )?;
    if case.kind() == Kind::Chromium {
        case.press_keys(&char::from(Key::Enter).to_string())?;
        case.wait_for(&format!("!{}.matches(':open')", calendar(label, at)))?;
    } else {
        close(case, label, at)?;
        case.keys(&case.pick(&calendar(label, at))?, &iso)?;
    }
    Ok(if label == "Thời gian" { (in_words(&day), in_words(&day)) } else { (day, line) })
}

/// A day as a field for times says it.
fn in_words(day: &str) -> String {
    format!("ngày {day}")
}

fn holds(case: &Case, label: &str, at: usize, text: &str, when: &str) -> Result<()> {
    case.wait_for(&format!("{}.value === {}", field(label, at), json!(text))).map_err(|error| {
        let now = case.value(label, at).unwrap_or_default();
        format!("{label}, {when}: the field holds {now:?}, not {text:?}\n        {error}")
    })?;
    Ok(())
}

/// What the draft says, to tell whether a step was taken back whole, and whether there is one to take back.
fn steps(case: &Case) -> Result<(Value, bool)> {
    Ok((case.draft()?["data"]["plan"].clone(), case.eval("probe.button('Hoàn tác').disabled")?))
}
