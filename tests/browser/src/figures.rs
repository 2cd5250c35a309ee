//! The browser's figures of `MEASUREMENTS.md`: how soon the page can be used, and what a key costs.
//!
//! Wall-clock figures are those of this machine on this day; the processor time of the main thread is hardly disturbed
//! by what else runs.

use serde_json::json;

use crate::Result;
use crate::browser::{Driver, Kind};
use crate::case::Case;

/// Starts of each kind that are timed; every one has a new profile.
const STARTS: usize = 7;
/// Keys that are timed in each field.
const KEYS: usize = 40;

/// Prints the tables.
pub fn print(dist: &std::path::Path) -> Result<()> {
    println!("| start, ms, median of {STARTS} (fastest) | Chromium | Firefox |");
    println!("| --- | ---: | ---: |");
    let mut home = Vec::new();
    let mut sheet = Vec::new();
    for kind in [Kind::Chromium, Kind::Firefox] {
        let driver = Driver::start(kind)?;
        let mut times = (Vec::new(), Vec::new());
        for _ in 0..STARTS {
            let case = Case::open("start figures", &driver, dist)?;
            let (usable, paper) = start(&case)?;
            case.run(|_| Ok(()))?;
            times.0.push(usable);
            times.1.push(paper);
        }
        home.push(times.0);
        sheet.push(times.1);
    }
    row("navigation to a usable home", &mut home);
    row("template chosen to first sheet", &mut sheet);
    println!();
    println!(
        "| key to sheet, Chromium, {KEYS} keys | pages | wall p50, ms | wall p95, ms | main thread a key, ms | changed by the first paint |"
    );
    println!("| --- | ---: | ---: | ---: | ---: | ---: |");
    let driver = Driver::start(Kind::Chromium)?;
    for (assignments, label) in
        [(24, "Nội dung việc"), (24, "Tên hội nghị"), (165, "Nội dung việc"), (165, "Tên hội nghị")]
    {
        let case = Case::open("key figures", &driver, dist)?;
        keys(&case, assignments, label)?;
        case.run(|_| Ok(()))?;
    }
    Ok(())
}

/// Milliseconds from the navigation to `ready`, and from a template's button to its first sheet.
fn start(case: &Case) -> Result<(f64, f64)> {
    case.open_path("/")?;
    case.ready(1)?;
    let usable: f64 = case.eval("probe.events.find((event) => event.name === 'ready').at")?;
    case.press("Soạn kế hoạch")?;
    case.wait_for("probe.button('Dùng mẫu này')")?;
    let paper: f64 = case.eval(
        "new Promise((done) => { const from = performance.now(); probe.button('Dùng mẫu này').click(); \
         const look = () => probe.one('.wizard .page .content p') ? done(performance.now() - from) : requestAnimationFrame(look); look(); })",
    )?;
    Ok((usable, paper))
}

/// Types into a field of a plan that has been made long, and prints the row.
fn keys(case: &Case, assignments: usize, label: &str) -> Result<()> {
    case.open_home()?;
    let make = format!(
        "fetch('samples/thach-that-2023.json').then((it) => it.json()).then((it) => {{ \
           const plan = it.data.plan; const models = [...plan.assignments]; let id = 100000; \
           for (let at = 0; at < {assignments}; at += 1) {{ \
             const copy = JSON.parse(JSON.stringify(models[at % models.length])); copy.id = id += 1; \
             for (const task of copy.tasks) {{ task.id = id += 1; task.text = task.text.replace(/\\{{[^}}]*\\}}/g, '01'); delete task.deadlines; }} \
             plan.assignments.push(copy); }} \
           it.data.next_id = id + 1; probe.element().draft = it; return null; }})"
    );
    case.eval::<serde_json::Value>(&make)?;
    case.wait_for("probe.one('.wizard') && probe.all('.page').length > 5")?;
    case.step(if label == "Nội dung việc" { "Phân công" } else { "Cơ quan, số, tiêu đề" })?;
    let field = case.pick(&format!("probe.field({}, 0)", json!(label)))?;
    case.click(&field)?;
    // First the processor time alone, with nothing of ours listening.
    case.cdp("Performance.enable", json!({ "timeDomain": "threadTicks" }))?;
    let before = busy(case)?;
    type_keys(case)?;
    let cost = (busy(case)? - before) / KEYS as f64;
    // Then the time to the frame that shows the change, and whether it was the first frame after the key.
    case.eval::<serde_json::Value>(
        "(() => { window.figures = []; let text = probe.sheet(); probe.focused().addEventListener('input', (event) => { \
           const key = { at: event.timeStamp }; window.figures.push(key); \
           requestAnimationFrame(() => { const channel = new MessageChannel(); \
             channel.port1.onmessage = () => { key.done = performance.now(); }; channel.port2.postMessage(0); \
             const now = probe.sheet(); key.changed = now !== text; text = now; }); }); return null; })()",
    )?;
    type_keys(case)?;
    let mut walls: Vec<f64> = case.eval("figures.map((key) => key.done - key.at)")?;
    let changed: usize = case.eval("figures.filter((key) => key.changed).length")?;
    let typed = walls.len();
    let pages: usize = case.eval("probe.all('.page').length")?;
    walls.sort_by(f64::total_cmp);
    let at = |share: f64| walls.get(((walls.len() as f64 - 1.0) * share) as usize).copied().unwrap_or(f64::NAN);
    println!("| {label} | {pages} | {:.1} | {:.1} | {cost:.1} | {changed} of {typed} |", at(0.5), at(0.95));
    Ok(())
}

/// Presses letters and spaces one at a time, each after the page has come to rest.
fn type_keys(case: &Case) -> Result<()> {
    for letter in "a b c d e f g h i k l m n o p q r s t u ".chars().cycle().take(KEYS) {
        case.press_keys(&letter.to_string())?;
        std::thread::sleep(std::time::Duration::from_millis(120));
    }
    Ok(())
}

/// Processor time that the main thread has spent in tasks, in ms. The page's autosave after a pause is part of it.
fn busy(case: &Case) -> Result<f64> {
    let metrics = case.cdp("Performance.getMetrics", json!({}))?;
    let all = metrics["metrics"].as_array().cloned().unwrap_or_default();
    let task = all.iter().find(|metric| metric["name"] == "TaskDuration");
    Ok(task.and_then(|metric| metric["value"].as_f64()).ok_or("no TaskDuration")? * 1000.0)
}

fn row(name: &str, columns: &mut [Vec<f64>]) {
    print!("| {name} |");
    for column in columns {
        column.sort_by(f64::total_cmp);
        print!(" {:.0} ({:.0}) |", column[column.len() / 2], column[0]);
    }
    println!();
}
