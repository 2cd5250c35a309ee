//! Many village rounds as a table: its head stands on every page, and no row is lost or split.

use serde_json::{Value, json};

use super::{check, pages};
use crate::Result;
use crate::case::Case;

const ROUNDS: usize = 70;

/// Sets a long list of rounds as a table, by the switch, and reads the rows off the pages.
pub fn run(case: &Case) -> Result<()> {
    case.open_sample("cam-quang-2021")?;
    let plan = with_rounds(&case.draft()?);
    case.eval::<Value>(&format!("(() => {{ probe.element().draft = {plan}; return null; }})()"))?;
    case.sheet_says(&format!("Thôn {ROUNDS}"))?;
    check!(case.eval("probe.all('.pages table').length === 0")?, "a table stands there before it is asked for");
    case.step("Bố cục, lời văn")?;
    case.eval::<Value>(
        "(() => { probe.all('.questions details').forEach((it) => { it.open = true; }); return null; })()",
    )?;
    let switch = case
        .pick("probe.all('.field.switch').find((it) => probe.words(it) === 'Lập thành bảng').querySelector('input')")?;
    case.click(&switch)?;
    case.wait_for("probe.all('.pages table').length > 1")?;
    let tables: Vec<(String, Vec<String>)> = case.eval(
        "probe.all('.pages table').map((it) => [[...it.querySelectorAll('th')].map(probe.words).join('|'), \
         [...it.querySelectorAll('tbody tr')].map((row) => probe.words(row.cells[0]))])",
    )?;
    check!(
        tables.iter().all(|(head, rows)| head == "TT|Hội nghị|Thời gian|Địa điểm" && !rows.is_empty()),
        "a page's table has another head, or no row: {tables:?}"
    );
    let numbers: Vec<String> = tables.into_iter().flat_map(|(_, rows)| rows).collect();
    let all: usize = case.eval("probe.element().draft.data.plan.conferences.length")?;
    check!(
        numbers == (1..=all).map(|number| number.to_string()).collect::<Vec<_>>(),
        "the rows of {all} conferences are {numbers:?}"
    );
    pages::breaks(case)?;
    case.picture("table")?;
    // What is printed is the same table.
    let sheet: usize = case.eval("probe.all('.pages .page').length")?;
    let html = case.export("html")?;
    check!(html.matches("<tr").count() == all + 1, "the file has {} rows", html.matches("<tr").count());
    check!(sheet > 3, "only {sheet} pages");
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}

/// The plan with many rounds more.
fn with_rounds(plan: &Value) -> Value {
    let mut plan = plan.clone();
    if let Some(envelope) = plan.as_object_mut() {
        envelope.remove("checksum");
    }
    let first = plan["data"]["next_id"].as_u64().unwrap_or(1000);
    if let Some(conferences) = plan["data"]["plan"]["conferences"].as_array_mut() {
        for number in 1..=ROUNDS {
            let mut round = conferences[0].clone();
            round["id"] = json!(first + number as u64);
            round["name"] = json!(format!("Thôn {number}"));
            conferences.push(round);
        }
    }
    plan["data"]["next_id"] = json!(first + ROUNDS as u64 + 1);
    plan
}
