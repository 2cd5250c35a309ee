//! The store of the site is full to the last letter: what cannot be saved is told and stays on the screen, what was saved
//! stays stored, and as soon as there is room it is written.

use serde_json::Value;

use super::check;
use crate::Result;
use crate::case::Case;
use crate::screen::UBND;

const NAME: &str = "Tên địa bàn";

/// Another script of the site takes all the room that there is.
pub const FILL: &str = "(() => { let part = 'x'.repeat(1 << 20), text = ''; while (part) { \
    try { localStorage.setItem('another', text + part); text += part; } catch { part = part.slice(0, part.length >> 1); } } \
    try { localStorage.setItem('y', ''); return false; } catch { return text.length; } })()";

/// Fills, types, loads anew, frees, types.
pub fn run(case: &Case) -> Result<()> {
    case.open_home()?;
    case.start_plan(UBND)?;
    case.fill(NAME, 0, "Hồng Phong")?;
    case.saved()?;
    let filled: Value = case.eval(FILL)?;
    check!(filled.as_u64().is_some_and(|length| length > 4_000_000), "the store is not full: {filled}");
    let stored: Value = case.eval("probe.stored()")?;

    // Longer than all that could go by itself.
    let long = "Hồng Hà ".repeat(8_000);
    case.paste(NAME, 0, long.trim_end())?;
    case.wait_for("probe.one('.status.failed')")?;
    check!(case.eval::<Value>("probe.stored()")? == stored, "a save that failed has changed what is stored");
    case.picture("told")?;
    let told: Vec<Value> = case.eval("probe.events.filter((event) => event.name === 'error')")?;
    check!(!told.is_empty(), "no event tells of it");
    check!(case.value(NAME, 0)?.starts_with("Hồng Hà"), "what could not be saved is gone from the screen");

    // Loaded anew in the midst of it: the last save is there.
    case.reload()?;
    case.wait_for("probe.one('.wizard') && probe.one('.page')")?;
    check!(case.value(NAME, 0)? == "Hồng Phong", "after a reload: {:?}", case.value(NAME, 0)?);

    // What fits is saved in a full store; what does not, once there is room: without a word of the officer's.
    case.fill(NAME, 0, "Hồng Lam")?;
    case.saved()?;
    case.eval::<Value>(FILL)?;
    case.paste(NAME, 0, long.trim_end())?;
    case.wait_for("probe.one('.status.failed')")?;
    case.eval::<Value>("localStorage.removeItem('another') ?? null")?;
    case.fill(NAME, 0, "Hồng Bàng")?;
    case.saved()?;
    check!(case.eval("!probe.one('.status.failed')")?, "the failure is told still");
    case.reload()?;
    case.wait_for("probe.one('.wizard') && probe.one('.page')")?;
    check!(case.value(NAME, 0)? == "Hồng Bàng", "after room was made: {:?}", case.value(NAME, 0)?);
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}
