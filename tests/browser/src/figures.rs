//! The browser's figures of `MEASUREMENTS.md`: how soon the page can be used, and what a key costs.
//!
//! Wall-clock figures are those of this machine on this day; the processor time of the main thread is hardly disturbed
//! by what else runs.

use serde_json::{Value, json};

use crate::Result;
use crate::browser::{Driver, Kind};
use crate::case::Case;
use crate::tests::blank_forms;

/// Starts of each kind that are timed; every one has a new profile.
const STARTS: usize = 7;
/// Keys that are timed in each field.
const KEYS: usize = 40;
/// What Chromium records while keys are timed: its events, its painting, and the page's marks.
const TRACED: &str = "devtools.timeline,blink.user_timing";
/// The page's mark in the trace: the sheet's nodes have just changed.
const CHANGED: &str = "sheet changed";

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
        "| key to sheet, Chromium, {KEYS} keys | pages | key to paint p50, ms | key to paint p95, ms | main thread a key, ms | changed before the first paint |"
    );
    println!("| --- | ---: | ---: | ---: | ---: | ---: |");
    let driver = Driver::start(Kind::Chromium)?;
    for typed in [
        Typed::Plan(24, "Nội dung việc"),
        Typed::Plan(24, "Tên hội nghị"),
        Typed::Plan(165, "Nội dung việc"),
        Typed::Plan(165, "Tên hội nghị"),
        Typed::Form(200),
        Typed::Form(1000),
    ] {
        // The processor time alone, with nothing that listens; then the way to the paint.
        let case = Case::open("key figures", &driver, dist)?;
        let cost = cost(&case, typed)?;
        case.run(|_| Ok(()))?;
        let case = Case::traced("key figures", &driver, dist, TRACED)?;
        let paints = paints(&case, typed)?;
        case.run(|_| Ok(()))?;
        let at = |share: f64| percentile(&paints.to_paint, share);
        println!(
            "| {} | {} | {:.1} | {:.1} | {cost:.1} | {} of {} |",
            typed.name(),
            paints.pages,
            at(0.5),
            at(0.95),
            paints.in_time,
            paints.keys
        );
    }
    println!();
    word_files(&driver, dist)?;
    println!();
    imports(&driver, dist)?;
    println!();
    ballots(&driver, dist)
}

/// How long an old plan takes to be read: anew after a line was corrected, with what is shown of it; a plan alone, and its
/// text so often that it is a megabyte.
fn imports(driver: &Driver, dist: &std::path::Path) -> Result<()> {
    const ROUNDS: usize = 15;
    println!("| an old plan read and shown, Chromium | letters | read anew, ms, median of {ROUNDS} (fastest) |");
    println!("| --- | ---: | ---: |");
    for (sample, times) in
        [("cam-quang-2021", 1), ("thach-that-2023", 1), ("thach-that-2023", 10), ("thach-that-2023", 80)]
    {
        let case = Case::open("import figures", driver, dist)?;
        case.open_home()?;
        let text: String = case.eval(&format!(
            "fetch('/samples/{sample}.json').then((it) => it.json()).then(async (it) => {{ probe.element().draft = it; \
             return (await probe.element().exportFile('plan', 'text')).text(); }})"
        ))?;
        case.press("Về danh sách")?;
        case.press("Mở kế hoạch cũ")?;
        // One plan with so much text, not so many plans.
        let body = text.find("\nI. ").unwrap_or(0)..text.find("\nNơi nhận").unwrap_or(text.len());
        let long = format!("{}{}{}", &text[..body.start], text[body.clone()].repeat(times), &text[body.end..]);
        case.eval::<Value>(&format!(
            "(() => {{ probe.one('.import-pick textarea').value = {}; return null; }})()",
            json!(long)
        ))?;
        case.press("Đọc nội dung đã nhập")?;
        case.wait_for("probe.all('.source-line').length > 40")?;
        let mut read: Vec<f64> = Vec::new();
        for round in 0..ROUNDS {
            // One line among the last that are shown is free text, and then what it was.
            read.push(case.eval(&format!(
                "(async () => {{ const it = probe.all('.source-line select')[30]; it.value = {}; const from = performance.now(); \
                 it.dispatchEvent(new Event('change', {{ bubbles: true }})); await new Promise((done) => setTimeout(done)); \
                 return performance.now() - from; }})()",
                if round % 2 == 0 { "'4'" } else { "''" }
            ))?);
        }
        case.run(|_| Ok(()))?;
        read.sort_by(f64::total_cmp);
        println!(
            "| {sample}, {times} times its text | {} | {:.1} ({:.1}) |",
            long.chars().count(),
            read[ROUNDS / 2],
            read[0]
        );
    }
    Ok(())
}

/// How long a Word file of a plan takes in the page, from the call to the blob.
fn word_files(driver: &Driver, dist: &std::path::Path) -> Result<()> {
    const ROUNDS: usize = 15;
    println!("| Word file of a plan, Chromium | pages | bytes | made, ms, median of {ROUNDS} (fastest) |");
    println!("| --- | ---: | ---: | ---: |");
    for assignments in [24, 165] {
        let case = Case::open("word figures", driver, dist)?;
        enter_long(&case, assignments, "Tên hội nghị")?;
        let pages: usize = case.eval("probe.all('.pages .page').length")?;
        let (mut times, mut bytes) = (Vec::new(), 0);
        for _ in 0..ROUNDS {
            let made: (f64, usize) = case.eval(
                "(async () => { const from = performance.now(); const file = await probe.element().exportFile('plan', 'docx'); \
                 return [performance.now() - from, file.size]; })()",
            )?;
            times.push(made.0);
            bytes = made.1;
        }
        case.run(|_| Ok(()))?;
        times.sort_by(f64::total_cmp);
        println!("| Word file | {pages} | {bytes} | {:.1} ({:.1}) |", times[ROUNDS / 2], times[0]);
    }
    Ok(())
}

/// What is typed in.
#[derive(Clone, Copy)]
enum Typed {
    /// A field of a plan with so many agencies more.
    Plan(usize, &'static str),
    /// The first question of a form with so many, on the sheet.
    Form(usize),
}

impl Typed {
    fn name(self) -> String {
        match self {
            Self::Plan(_, label) => label.to_owned(),
            Self::Form(questions) => format!("on the sheet, {questions} questions"),
        }
    }

    fn enter(self, case: &Case) -> Result<()> {
        match self {
            Self::Plan(assignments, label) => enter_long(case, assignments, label),
            Self::Form(questions) => enter_form(case, questions),
        }
    }
}

/// Makes a form of many questions, and begins to type in the first.
fn enter_form(case: &Case, questions: usize) -> Result<()> {
    case.open_home()?;
    let block = |at: usize| {
        let id = 10 + at * 10;
        let kind = ["single", "multiple", "open", "open", "number"][at % 5];
        let listed = if at % 5 < 2 { 5 } else { 0 };
        let options: Vec<Value> =
            (1..=listed).map(|option| json!({ "id": id + option, "text": format!("Phương án {option}") })).collect();
        json!({ "id": id, "kind": kind, "title": format!("Câu {at}: ông bà đánh giá thế nào?"), "lines": at % 5, "options": options })
    };
    let blocks: Vec<Value> = (0..questions).map(block).collect();
    let draft = json!({ "app": "doi-thoai", "kind": "draft", "schema": 2, "data": { "name": "Dài", "year": 2026,
        "forms": [{ "id": 1, "title": "Phiếu", "blocks": blocks }], "next_id": 100_000 } });
    case.eval::<Value>(&format!("(() => {{ probe.element().draft = {draft}; return null; }})()"))?;
    case.sheet_says(&format!("Câu {}:", questions - 1))?;
    case.step("Câu hỏi")?;
    case.click(&case.pick("probe.one('.page .group span[data-mark]')")?)?;
    case.wait_for("probe.focused()?.matches('.in-place')")?;
    Ok(())
}

/// 500 forms, two on a sheet, beside a page without a script that holds the same sheets.
fn ballots(driver: &Driver, dist: &std::path::Path) -> Result<()> {
    const ROUNDS: usize = 3;
    println!("| 500 forms on 250 sheets, Chromium, ms, best of {ROUNDS} | made or loaded | printed | both |");
    println!("| --- | ---: | ---: | ---: |");
    let (mut ours, mut theirs) = ([f64::INFINITY; 2], [f64::INFINITY; 2]);
    for _ in 0..ROUNDS {
        let case = Case::open("ballot figures", driver, dist)?;
        blank_forms::prepare(&case)?;
        case.eval::<Value>(blank_forms::CATCH)?;
        case.eval::<Value>(
            "(() => { window.pressedAt = performance.now(); probe.button('In các phiếu').click(); return null; })()",
        )?;
        let html = case.wait_for("window.printed")?;
        let made: f64 = case.eval("window.printedAt - window.pressedAt")?;
        let (loaded, printed) = case.beside(html.as_str().unwrap_or_default(), || {
            let laid_out = "(() => { const from = performance.now(); document.body.getBoundingClientRect(); \
                 const [it] = performance.getEntriesByType('navigation'); return it.loadEventEnd + performance.now() - from; })()";
            let loaded: f64 = case.eval(laid_out)?;
            let begin = std::time::Instant::now();
            case.print("ballots")?;
            Ok((loaded, begin.elapsed().as_secs_f64() * 1000.0))
        })?;
        case.run(|_| Ok(()))?;
        // Both are printed by the same browser from the same boxes: only what comes before differs.
        ours = [ours[0].min(made), ours[1].min(printed)];
        theirs = [theirs[0].min(loaded), theirs[1].min(printed)];
    }
    for (name, [before, printed]) in
        [("from the press of the button", ours), ("the same sheets as a static page", theirs)]
    {
        println!("| {name} | {before:.0} | {printed:.0} | {:.0} |", before + printed);
    }
    let ratio = (ours[0] + ours[1]) / (theirs[0] + theirs[1]);
    println!("| ratio | | | {ratio:.2} |");
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

/// Makes a plan long, and puts the focus into one of its fields.
fn enter_long(case: &Case, assignments: usize, label: &str) -> Result<()> {
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
    case.eval::<Value>(&make)?;
    case.wait_for("probe.one('.wizard') && probe.all('.page').length > 5")?;
    case.step(if label == "Nội dung việc" { "Phân công" } else { "Cơ quan, số, tiêu đề" })?;
    let field = case.pick(&format!("probe.field({}, 0)", json!(label)))?;
    case.click(&field)
}

/// Processor time of the main thread a key, in ms.
fn cost(case: &Case, typed: Typed) -> Result<f64> {
    typed.enter(case)?;
    case.cdp("Performance.enable", json!({ "timeDomain": "threadTicks" }))?;
    let before = busy(case)?;
    type_keys(case)?;
    Ok((busy(case)? - before) / KEYS as f64)
}

/// What the trace says of keys.
struct Paints {
    pages: usize,
    keys: usize,
    /// Keys whose change of the sheet was there before the first paint after them.
    in_time: usize,
    /// From the key's event to the end of the paint that has the change, in ms, sorted.
    to_paint: Vec<f64>,
}

/// Types, and reads from Chromium's own trace when each key came, when it had changed the sheet, and what was painted.
fn paints(case: &Case, typed: Typed) -> Result<Paints> {
    typed.enter(case)?;
    // Told right after the script that has changed nodes of the pages, long before any paint.
    case.eval::<Value>(&format!(
        "(() => {{ new MutationObserver(() => performance.mark({})).observe(probe.one('.pages'), \
         {{ subtree: true, childList: true, characterData: true }}); return null; }})()",
        json!(CHANGED)
    ))?;
    type_keys(case)?;
    let pages = case.eval("probe.all('.page').length")?;
    read(&case.trace()?, pages)
}

fn read(trace: &[Value], pages: usize) -> Result<Paints> {
    let marked = trace.iter().find(|event| event["name"] == CHANGED).ok_or("no key has changed the sheet")?;
    // The browser's own pages and other threads have events too.
    let main: Vec<&Value> =
        trace.iter().filter(|event| event["pid"] == marked["pid"] && event["tid"] == marked["tid"]).collect();
    let starts = |name: &str, kind: Option<&str>| -> Vec<f64> {
        let is =
            |event: &&&Value| event["name"] == name && kind.is_none_or(|kind| event["args"]["data"]["type"] == kind);
        main.iter().filter(is).filter_map(|event| event["ts"].as_f64()).collect()
    };
    let (keys, inputs) = (starts("EventDispatch", Some("keydown")), starts("EventDispatch", Some("input")));
    let (changes, paints) = (starts(CHANGED, None), starts("Paint", None));
    // Painting ends with this, after which the frame goes to the compositor.
    let painted: Vec<f64> = main
        .iter()
        .filter(|event| event["name"] == "Layerize")
        .filter_map(|event| Some(event["ts"].as_f64()? + event["dur"].as_f64()?))
        .collect();
    let first = |times: &[f64], from: f64| times.iter().copied().find(|time| *time >= from).unwrap_or(f64::INFINITY);
    let mut to_paint = Vec::new();
    let mut in_time = 0;
    for (at, key) in keys.iter().enumerate() {
        let next = keys.get(at + 1).copied().unwrap_or(f64::INFINITY);
        let input = first(&inputs, *key);
        let change = first(&changes, input);
        if change >= next {
            continue;
        }
        // A paint before the letter is in its field is not the key's.
        if change < first(&paints, input) {
            in_time += 1;
        }
        to_paint.push((first(&painted, change) - key) / 1000.0);
    }
    to_paint.sort_by(f64::total_cmp);
    Ok(Paints { pages, keys: keys.len(), in_time, to_paint })
}

/// The value below which this share of sorted values lies.
fn percentile(values: &[f64], share: f64) -> f64 {
    values.get(((values.len() as f64 - 1.0) * share) as usize).copied().unwrap_or(f64::NAN)
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
