//! What the rules find in a plan: listed, explained, led to, repaired, switched off.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::check;
use crate::Result;
use crate::case::Case;
use crate::screen::STEPS;

const NUMBER: &str = "Số thứ tự “I” bị lặp.";
const TONE: &str = "Bỏ dấu hai kiểu";
const HOLIDAY: &str = "ngày nghỉ bù của cơ quan";

/// Opens a sample with two faults put in, and works through them as an officer does.
pub fn run(case: &Case) -> Result<()> {
    case.open_home()?;
    case.eval::<Value>(
        "fetch('samples/dien-chau-2026.json').then((it) => it.json()).then((it) => { \
         it.data.plan.outline[0].heading = 'I. Mục đích, yêu cầu của cấp uỷ'; \
         it.data.plan.conferences[0].when = '2026-09-15'; \
         probe.element().draft = it; return null; })",
    )?;
    case.wait_for("probe.one('.wizard') && probe.one('.page')")?;
    case.step(STEPS[11])?;
    told(case, NUMBER)?;
    told(case, TONE)?;

    // Why, and what it rests on.
    press_in(case, NUMBER, "Vì sao?")?;
    let why = case.eval::<String>(&format!("probe.words({})", line(NUMBER)))?;
    check!(why.contains("Căn cứ: Nghị định 30/2020/NĐ-CP"), "it rests on nothing: {why}");
    check!(!why.contains("Không nhắc quy tắc này nữa"), "what is demanded can be switched off: {why}");
    case.picture("rules")?;

    // Repaired, taken back, and repaired again: one step each.
    press_in(case, NUMBER, "Sửa giúp")?;
    gone(case, NUMBER)?;
    check!(heading(case)? == "Mục đích, yêu cầu của cấp uỷ", "the heading is {}", heading(case)?);
    case.chord(&[Key::Control], 'z')?;
    told(case, NUMBER)?;
    check!(heading(case)? == "I. Mục đích, yêu cầu của cấp uỷ", "the heading is {}", heading(case)?);

    // The way to its place.
    press_in(case, NUMBER, "Đến chỗ này")?;
    case.wait_for("probe.focused()?.value === 'I. Mục đích, yêu cầu của cấp uỷ'")?;
    case.step(STEPS[11])?;

    // Custom can be switched off, is kept so, and heard of again.
    press_in(case, TONE, "Vì sao?")?;
    press_in(case, TONE, "Không nhắc quy tắc này nữa")?;
    gone(case, TONE)?;
    let off = case.draft()?["data"]["rules_off"].clone();
    check!(off == json!(["tone-mixed"]), "switched off are {off}");
    case.press("Quy tắc đã tắt")?;
    case.press("Nhắc lại")?;
    told(case, TONE)?;

    // A day off in lieu is the office's to enter.
    case.press("Ngày nghỉ bù, ngày làm bù")?;
    case.fill("Ngày", 0, "15/9/2026")?;
    case.press("Thêm ngày nghỉ")?;
    told(case, HOLIDAY)?;
    let days = case.draft()?["data"]["calendar"].clone();
    check!(days == json!([{ "day": "2026-09-15", "off": true }]), "the days are {days}");
    case.press("Bỏ")?;
    gone(case, HOLIDAY)?;
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}

/// The line of a finding, by some of its words.
fn line(words: &str) -> String {
    format!("probe.all('li.missing').find((it) => it.textContent.includes({}))", json!(words))
}

fn told(case: &Case, words: &str) -> Result<()> {
    case.wait_for(&format!("!!{}", line(words))).map_err(|error| format!("{words} is not told: {error}"))?;
    Ok(())
}

fn gone(case: &Case, words: &str) -> Result<()> {
    case.wait_for(&format!("!{}", line(words))).map_err(|error| format!("{words} is still told: {error}"))?;
    Ok(())
}

/// Presses a button of a finding's line.
fn press_in(case: &Case, finding: &str, button: &str) -> Result<()> {
    let of_line = format!(
        "[...{}.querySelectorAll('button, summary')].find((it) => probe.words(it) === {})",
        line(finding),
        json!(button)
    );
    case.click(&case.pick(&of_line)?).map_err(|error| format!("pressing {button}: {error}").into())
}

/// The first heading of the outline.
fn heading(case: &Case) -> Result<String> {
    Ok(case.draft()?["data"]["plan"]["outline"][0]["heading"].as_str().unwrap_or_default().to_owned())
}
