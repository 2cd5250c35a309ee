//! The opinion form of a commune's dialogue, designed on its sheet from nothing: by the mouse, by keys alone, by a finger.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::blank_forms::print;
use super::check;
use crate::Result;
use crate::case::Case;

/// The fields on which opinions are asked.
const FIELDS: [&str; 4] = [
    "Xây dựng Đảng, hệ thống chính trị",
    "Phát triển kinh tế, ngân sách",
    "Đất đai, xây dựng, môi trường",
    "Y tế, giáo dục, an sinh xã hội",
];
const TITLE: &str = "Phiếu ghi ý kiến, kiến nghị";
const ABOUT: &str = "Ông (bà) là";
const WHO: [&str; 3] = ["Cán bộ, công chức", "Hội viên, đoàn viên", "Người dân"];
const SECTION: &str = "Nội dung ý kiến, kiến nghị";

/// What the finished form holds: kinds and titles, as its draft has them.
fn expected() -> Vec<(&'static str, &'static str)> {
    let mut blocks = vec![("respondent", "Người cho ý kiến"), ("multiple", ABOUT), ("section", SECTION)];
    blocks.extend(FIELDS.map(|field| ("open", field)));
    blocks.push(("signature", "…………, ngày …… tháng …… năm ………"));
    blocks
}

fn blocks(case: &Case) -> Result<Vec<(String, String)>> {
    case.eval("probe.element().draft.data.forms[0].blocks.map((it) => [it.kind, it.title ?? ''])")
}

fn empty_form(case: &Case) -> Result<()> {
    case.open_home()?;
    case.press("In phiếu trắng")?;
    case.use_template("Phiếu trống")?;
    case.wait_for("probe.one('.page .group')")?;
    case.step("Câu hỏi")
}

/// The box of something in the window (left, top, width, height in CSS px), once it has come to rest: the sheet takes its
/// width a frame after the step that it is shown in.
fn at_rest(case: &Case, of: &str) -> Result<(f64, f64, f64, f64)> {
    case.wait_for(&format!("Boolean({of})"))?;
    case.eval(&format!(
        "(async () => {{ let last = ''; for (let same = 0; same < 4;) {{ await new Promise(requestAnimationFrame); \
         const now = JSON.stringify({of}?.getBoundingClientRect()); same = now === last ? same + 1 : 0; last = now; }} \
         const box = JSON.parse(last); return [box.left, box.top, box.width, box.height]; }})()"
    ))
}

/// The middle of something in the window, in CSS px.
fn middle(case: &Case, of: &str) -> Result<(f64, f64)> {
    case.wait_for(&format!("Boolean({of})"))?;
    case.eval::<Value>(&format!("(() => {{ {of}.scrollIntoView({{ block: 'nearest' }}); return null; }})()"))?;
    let (left, top, width, height) = at_rest(case, of)?;
    Ok((left + width / 2.0, top + height / 2.0))
}

/// Words on the sheet, as an expression.
fn words(text: &str) -> String {
    format!("probe.all('.page .group span[data-mark]').find((it) => it.textContent.includes({}))", json!(text))
}

/// A kind in the palette.
fn kind(name: &str) -> String {
    format!("probe.all('.palette-kind').find((it) => probe.words(it) === {})", json!(name))
}

/// Where a block of the sheet stands, so far down its height.
fn place(case: &Case, group: usize, part: f64) -> Result<(f64, f64)> {
    let (left, top, _, height) = at_rest(case, &format!("probe.all('.page .group')[{group}]"))?;
    Ok((left + 60.0, top + height * part))
}

fn press_at(case: &Case, pointer: &str, (x, y): (f64, f64)) -> Result<()> {
    case.pointer(
        pointer,
        &[
            json!({ "type": "pointerMove", "x": x.round() as i64, "y": y.round() as i64 }),
            json!({ "type": "pointerDown", "button": 0 }),
            json!({ "type": "pause", "duration": 30 }),
            json!({ "type": "pointerUp", "button": 0 }),
        ],
    )
}

fn drag(case: &Case, pointer: &str, (x, y): (f64, f64), (to_x, to_y): (f64, f64)) -> Result<()> {
    let at =
        |x: f64, y: f64| json!({ "type": "pointerMove", "x": x.round() as i64, "y": y.round() as i64, "duration": 60 });
    case.pointer(
        pointer,
        &[
            at(x, y),
            json!({ "type": "pointerDown", "button": 0 }),
            at((x + to_x) / 2.0, (y + to_y) / 2.0),
            at(to_x, to_y),
            json!({ "type": "pause", "duration": 200 }),
            json!({ "type": "pointerUp", "button": 0 }),
        ],
    )
}

fn typing(case: &Case) -> Result<()> {
    case.wait_for("probe.focused()?.matches('.in-place')")?;
    Ok(())
}

fn key(case: &Case, key: Key) -> Result<()> {
    case.press_keys(&char::from(key).to_string())
}

/// Types the title and the questions, each from the one before, and the answers of one of them. The caret is in the first
/// question; `add` puts a block of a kind behind the last.
fn write(case: &Case, add: impl Fn(&str) -> Result<()>) -> Result<()> {
    typing(case)?;
    for (at, field) in FIELDS.iter().enumerate() {
        if at > 0 {
            case.chord(&[Key::Control], Key::Enter)?;
            case.wait_for(&format!("probe.all('.page .group').length === {}", at + 1))?;
            typing(case)?;
        }
        case.press_keys(field)?;
        case.sheet_says(field)?;
    }
    add("Chỗ ký")?;
    add("Người cho ý kiến")?;
    add("Chọn nhiều")?;
    typing(case)?;
    case.press_keys(ABOUT)?;
    for option in WHO {
        key(case, Key::Enter)?;
        case.press_keys(option)?;
    }
    // Enter in an empty option ends the list, and what new blocks have ready goes with it.
    key(case, Key::Enter)?;
    key(case, Key::Enter)?;
    case.wait_for("probe.focused()?.matches('.chosen')")?;
    let options: Vec<String> =
        case.eval("probe.element().draft.data.forms[0].blocks.at(-1).options.map((it) => it.text)")?;
    check!(options == WHO, "the options are {options:?}");
    Ok(())
}

/// The form is as it should be; all of it can be taken back and done again; it prints as it is shown.
fn finish(case: &Case) -> Result<()> {
    let made = blocks(case)?;
    let made: Vec<(&str, &str)> = made.iter().map(|(kind, title)| (kind.as_str(), title.as_str())).collect();
    check!(made == expected(), "the form holds {made:#?}");
    let title: String = case.eval("probe.element().draft.data.forms[0].title")?;
    check!(title == TITLE, "the form is called {title:?}");
    let lines: u32 = case.eval("probe.element().draft.data.forms[0].blocks[3].lines")?;
    check!(lines == 6, "the first question has {lines} lines");
    case.picture("done")?;

    let end: Value = case.eval("probe.element().draft.data")?;
    let to_the_end = |button: &str| -> Result<u32> {
        case.eval(&format!(
            "(async () => {{ let steps = 0; while (!probe.button('{button}').disabled && steps < 400) {{ \
             probe.button('{button}').click(); steps += 1; await new Promise(requestAnimationFrame); }} return steps; }})()"
        ))
    };
    let undone = to_the_end("Hoàn tác")?;
    let start = blocks(case)?;
    check!(start.len() == 1 && start[0].1.is_empty(), "all undone, the form holds {start:?}");
    let redone = to_the_end("Làm lại")?;
    check!(undone == redone && undone < 400, "{undone} steps back, {redone} ahead");
    let again: Value = case.eval("probe.element().draft.data")?;
    check!(again == end, "done again, the form is another");

    let pages: usize = case.eval("probe.all('.pages .page').length")?;
    case.saved()?;
    let pdf = print(case, "In")?;
    let sheets = pdf.page_texts()?;
    check!(sheets.len() == pages, "{pages} pages on the screen, {} from the printer", sheets.len());
    check!(sheets.concat().contains(FIELDS[3]), "the printer lost a question");
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}

/// By the mouse, with the keyboard for words alone.
pub fn by_mouse(case: &Case) -> Result<()> {
    by_pointer(case, "mouse")
}

/// By a finger.
pub fn by_touch(case: &Case) -> Result<()> {
    by_pointer(case, "touch")
}

fn by_pointer(case: &Case, pointer: &str) -> Result<()> {
    // All of the sheet is in sight.
    case.size(1366, 1500)?;
    empty_form(case)?;
    press_at(case, pointer, middle(case, "probe.one('.page p.kind .hole')")?)?;
    typing(case)?;
    case.press_keys(TITLE)?;
    case.sheet_says(TITLE)?;
    // A finger chooses first; the second tap types.
    press_at(case, pointer, middle(case, "probe.one('.page .group .hole')")?)?;
    if pointer == "touch" {
        case.wait_for("probe.focused()?.matches('.chosen')")?;
        press_at(case, pointer, middle(case, "probe.one('.page .group .hole')")?)?;
    }
    write(case, |name| {
        let groups: usize = case.eval("probe.all('.page .group').length")?;
        press_at(case, pointer, middle(case, &kind(name))?)?;
        case.wait_for(&format!("probe.all('.page .group').length === {}", groups + 1))?;
        Ok(())
    })?;

    // The last two go to the top, one by one.
    for from in [5, 6] {
        let to = from - 5;
        press_at(case, pointer, place(case, from, 0.5)?)?;
        case.wait_for("probe.one('.chosen:not(.away)')")?;
        drag(case, pointer, middle(case, "probe.one('.chosen .grip')")?, place(case, to, 0.2)?)?;
        case.wait_for(&format!(
            "probe.element().draft.data.forms[0].blocks[{to}].kind !== 'open' && probe.one('.drop-line.gone')"
        ))?;
    }
    case.picture("dragged")?;
    // The questions come under a heading.
    press_at(case, pointer, middle(case, &words(FIELDS[0]))?)?;
    key(case, Key::Escape)?;
    case.wait_for("probe.focused()?.matches('.chosen')")?;
    case.eval::<Value>(&format!(
        "(() => {{ {}.dispatchEvent(new MouseEvent('click', {{ bubbles: true, composed: true, shiftKey: true }})); return null; }})()",
        words(FIELDS[3])
    ))?;
    case.wait_for("probe.all('.page .content > .edited').length === 4")?;
    case.picture("chosen")?;
    press_at(case, pointer, middle(case, "probe.button('Gộp thành mục')")?)?;
    typing(case)?;
    case.press_keys(SECTION)?;
    case.sheet_says(SECTION)?;
    // The lower edge of a question makes more room to write.
    press_at(case, pointer, place(case, 3, 0.6)?)?;
    case.wait_for("probe.one('.edge:not(.gone)')")?;
    let (x, y) = middle(case, "probe.one('.edge')")?;
    let pitch: f64 = case.eval("probe.one('.page .line').getBoundingClientRect().height")?;
    drag(case, pointer, (x, y), (x, y + 2.0 * pitch))?;
    case.wait_for("probe.element().draft.data.forms[0].blocks[3].lines === 6")?;
    finish(case)
}

/// By keys alone: from the step's button on, no pointer.
pub fn by_keys(case: &Case) -> Result<()> {
    empty_form(case)?;
    let tab_to = |target: &str| -> Result<()> {
        for _ in 0..120 {
            if case.eval::<bool>(&format!("Boolean(probe.focused()?.matches({}))", json!(target)))? {
                return Ok(());
            }
            key(case, Key::Tab)?;
        }
        Err(format!("Tab does not lead to {target}").into())
    };
    tab_to(".chosen")?;
    // Down chooses the first block, Enter goes into its words, up into the title of the form.
    key(case, Key::Down)?;
    key(case, Key::Enter)?;
    typing(case)?;
    key(case, Key::Up)?;
    case.press_keys(TITLE)?;
    case.sheet_says(TITLE)?;
    key(case, Key::Down)?;
    write(case, |name| {
        key(case, Key::Escape)?;
        key(case, Key::Insert)?;
        for _ in 0..30 {
            if case.eval::<bool>(&format!("probe.words(probe.focused()) === {}", json!(name)))? {
                break;
            }
            key(case, Key::Down)?;
        }
        let groups: usize = case.eval("probe.all('.page .group').length")?;
        key(case, Key::Enter)?;
        case.wait_for(&format!("probe.all('.page .group').length === {}", groups + 1))?;
        Ok(())
    })?;
    // The last two go to the top, both at once.
    case.chord(&[Key::Shift], Key::Up)?;
    for _ in 0..5 {
        case.chord(&[Key::Alt], Key::Up)?;
    }
    // Four questions under a heading.
    key(case, Key::Down)?;
    key(case, Key::Down)?;
    for _ in 0..3 {
        case.chord(&[Key::Shift], Key::Down)?;
    }
    case.wait_for("probe.all('.page .content > .edited').length === 4")?;
    case.chord(&[Key::Control], 'g')?;
    typing(case)?;
    case.press_keys(SECTION)?;
    key(case, Key::Escape)?;
    // More lines by the edge, which is a slider to keys.
    key(case, Key::Down)?;
    tab_to(".edge")?;
    key(case, Key::Down)?;
    key(case, Key::Down)?;
    case.wait_for("probe.element().draft.data.forms[0].blocks[3].lines === 6")?;
    finish(case)
}

/// What else the sheet is worked on with: the palette dragged, lists pasted, kinds changed, blocks kept for other forms.
pub fn more(case: &Case) -> Result<()> {
    case.size(1366, 1500)?;
    empty_form(case)?;
    // From the palette to a place: above what is there.
    drag(case, "mouse", middle(case, &kind("Chọn một"))?, place(case, 0, 0.1)?)?;
    typing(case)?;
    let made = blocks(case)?;
    check!(made.len() == 2 && made[0].0 == "single", "dropped at the top, the form holds {made:?}");
    // A question with its answers, as it stands in another paper.
    case.eval::<Value>(
        "(() => { const words = 'Ông bà hay nghe tin ở đâu?\\n1. Loa\\n2) Họp thôn\\n- Mạng'; \
         const data = new DataTransfer(); data.setData('text/plain', words); \
         const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data, data: words, dataType: 'text/plain' }); \
         probe.one('.in-place').dispatchEvent(event); return null; })()",
    )?;
    case.sheet_says("Họp thôn")?;
    let options = "probe.element().draft.data.forms[0].blocks[0].options.map((it) => it.text)";
    let pasted: Vec<String> = case.eval(options)?;
    check!(pasted == ["Loa", "Họp thôn", "Mạng"], "the pasted list became {pasted:?}");
    // The caret stands behind the last; Backspace at its beginning joins it to the one before, and undo takes it back.
    key(case, Key::Home)?;
    key(case, Key::Backspace)?;
    let joined: Vec<String> = case.eval(options)?;
    check!(joined == ["Loa", "Họp thônMạng"], "Backspace made {joined:?}");
    case.chord(&[Key::Control], 'z')?;
    check!(case.eval::<Vec<String>>(options)? == pasted, "undo does not part what was joined");

    // Another kind keeps what fits; a copy; both kept for other forms.
    key(case, Key::Escape)?;
    press_at(case, "mouse", middle(case, &words("nghe tin"))?)?;
    key(case, Key::Escape)?;
    case.eval::<Value>(
        "(() => { const it = probe.field('Loại'); it.value = 'ranking'; it.dispatchEvent(new Event('change', { bubbles: true })); return null; })()",
    )?;
    case.wait_for("probe.element().draft.data.forms[0].blocks[0].kind === 'ranking'")?;
    case.eval::<Value>("(() => { probe.one('.chosen').focus(); return null; })()")?;
    case.chord(&[Key::Control], 'd')?;
    case.wait_for("probe.all('.page .group').length === 3")?;
    case.chord(&[Key::Control], 'a')?;
    case.wait_for("probe.all('.page .content > .edited').length === 3")?;
    case.press("Cất vào kho riêng")?;
    case.wait_for("probe.one('.own')")?;
    case.eval::<Value>("(() => { probe.one('.chosen').focus(); return null; })()")?;
    key(case, Key::Delete)?;
    case.wait_for("probe.all('.page .group').length === 0")?;
    case.saved()?;

    // In another form of this browser, after a reload, as often as is wanted.
    case.reload()?;
    case.wait_for("probe.one('.wizard')")?;
    case.step("Câu hỏi")?;
    for times in 1..=2 {
        press_at(case, "mouse", middle(case, "probe.one('.own .palette-kind')")?)?;
        case.wait_for(&format!("probe.all('.page .group').length === {}", 3 * times))?;
    }
    let kept = blocks(case)?;
    check!(kept[0].0 == "ranking" && kept[3].0 == "ranking", "the own blocks came as {kept:?}");
    case.press("Bỏ khỏi kho riêng")?;
    case.wait_for("!probe.one('.own')")?;
    case.eval::<Value>("(() => { [...probe.all('.notice button')].find((it) => probe.words(it) === 'Hoàn tác').click(); return null; })()")?;
    case.wait_for("probe.one('.own')")?;
    case.picture("own")?;
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}

/// What a hand does without thinking costs nobody their words.
pub fn slips(case: &Case) -> Result<()> {
    empty_form(case)?;
    let block = |at: usize, what: &str| format!("probe.element().draft.data.forms[0].blocks[{at}].{what}");
    press_at(case, "mouse", middle(case, &kind("Chọn một"))?)?;
    typing(case)?;
    case.press_keys("Có đồng ý không?")?;
    for option in ["Có", "Không"] {
        key(case, Key::Enter)?;
        case.press_keys(option)?;
    }
    key(case, Key::Enter)?;
    key(case, Key::Enter)?;
    case.wait_for("probe.focused()?.matches('.chosen')")?;
    // Backspace after a list was ended goes back into it, and removes no question.
    key(case, Key::Backspace)?;
    typing(case)?;
    check!(case.eval::<String>("probe.focused().value")? == "Không", "Backspace went elsewhere");
    check!(blocks(case)?.len() == 2, "Backspace took a question away");
    // An option that undo takes away leaves the keys where undo can go on.
    key(case, Key::Enter)?;
    case.press_keys("abc")?;
    for _ in 0..2 {
        case.chord(&[Key::Control], 'z')?;
    }
    case.wait_for("probe.focused()?.matches('.chosen')")?;
    check!(case.eval::<usize>(&format!("{}.length", block(1, "options")))? == 2, "undo left an option");
    // The way back that is told of leads back from the removal, and is gone with the next change.
    key(case, Key::Delete)?;
    case.wait_for("!probe.one('.notice').matches('.gone')")?;
    case.chord(&[Key::Control], 'z')?;
    case.wait_for("probe.one('.notice').matches('.gone')")?;
    check!(blocks(case)?.len() == 2, "undo did not bring the question back");

    // A scale has two ends: no third is made that nobody would see.
    press_at(case, "mouse", middle(case, &kind("Thang điểm"))?)?;
    typing(case)?;
    case.press_keys("Mức hài lòng")?;
    key(case, Key::Enter)?;
    case.press_keys("Kém")?;
    key(case, Key::Enter)?;
    case.press_keys("Tốt")?;
    key(case, Key::Enter)?;
    case.wait_for("probe.focused()?.matches('.chosen')")?;
    let scale =
        "probe.element().draft.data.forms[0].blocks.find((it) => it.kind === 'scale').options.map((it) => it.text)";
    let ends: Vec<String> = case.eval(scale)?;
    check!(ends == ["Kém", "Tốt"], "the ends of the scale are {ends:?}");
    // Another kind says how it is to be answered, and not how the old one was.
    case.eval::<Value>(
        "(() => { const it = probe.field('Loại'); it.value = 'multiple'; it.dispatchEvent(new Event('change', { bubbles: true })); \
         it.value = 'single'; it.dispatchEvent(new Event('change', { bubbles: true })); return null; })()",
    )?;
    case.wait_for(
        "probe.element().draft.data.forms[0].blocks.some((it) => it.kind === 'single' && it.title === 'Mức hài lòng')",
    )?;
    check!(!case.sheet()?.contains("nhiều ô"), "the help is that of another kind:\n{}", case.sheet()?);
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}

/// What a bench drives the designer by.
pub fn bench_hooks(case: &Case) -> Result<()> {
    case.open_path("/?bench=200")?;
    case.ready(1)?;
    let title = "probe.one('[data-bench=\"q200\"] [data-bench-title]')";
    case.wait_for(&format!("probe.words({title}).startsWith('Question 200: ')"))?;
    check!(case.eval("window.__wasmMemory.buffer.byteLength > 0")?, "the memory is not shown");
    case.click(&case.pick("probe.one('[data-bench=\"q1\"] [data-bench-title]')")?)?;
    typing(case)?;
    key(case, Key::End)?;
    case.press_keys("!")?;
    case.sheet_says("this service of the commune?!")
}
