//! Cards dragged by their grip, by the mouse and by a finger.

use serde_json::{Value, json};

use super::check;
use crate::Result;
use crate::browser::Kind;
use crate::case::Case;
use crate::screen::UBND;

/// What tells the items of the template's agenda apart, on the cards and on the sheet.
const ITEMS: [&str; 7] = [
    "tuyên bố lý do, giới thiệu đại biểu",
    "báo cáo tóm tắt tình hình địa phương",
    "báo cáo tổng hợp ý kiến từ các cuộc họp",
    "Nhân dân phát biểu ý kiến, kiến nghị",
    "trả lời theo lĩnh vực được giao",
    "tiếp thu, trả lời và kết luận",
    "Thư ký đọc lại danh mục",
];

/// Their order in the template.
const TEMPLATE: [usize; 7] = [0, 1, 2, 3, 4, 5, 6];

/// The cards, as an expression.
const CARDS: &str = "[...probe.one('.questions > .cards').children]";

/// The agenda's cards: put elsewhere, put back where they were, let go outside, and left when the browser takes the
/// finger away.
pub fn run(case: &Case) -> Result<()> {
    case.open_home()?;
    // All cards are in sight.
    case.size(1280, 1900)?;
    case.start_plan(UBND)?;
    case.step("Chương trình")?;
    in_order(case, TEMPLATE, "the template")?;
    untouched(case, "the template")?;
    for pointer in ["mouse", "touch"] {
        drags(case, pointer)?;
    }
    cancelled(case)?;
    case.saved()?;
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}

fn drags(case: &Case, pointer: &str) -> Result<()> {
    let when = |what: &str| format!("{what} by {pointer}");
    // Down: the line that shows the place stands below the card that would be passed last.
    let seen = drag(case, pointer, 0, &[(2, 0.75, 0), (2, 0.25, 0), (2, 0.75, 0)])?;
    showed(&seen, &["0 dragged, 2 below", "0 dragged, 1 below", "0 dragged, 2 below", ""], &when("dragged down"))?;
    in_order(case, [1, 2, 0, 3, 4, 5, 6], &when("dragged down"))?;
    undone(case, &when("dragged down"))?;

    // Up, and the pointer leaves the list sideways: it stays with the card all the same.
    let seen = drag(case, pointer, 4, &[(1, 0.25, 700)])?;
    showed(&seen, &["1 above, 4 dragged", ""], &when("dragged up"))?;
    in_order(case, [0, 4, 1, 2, 3, 5, 6], &when("dragged up"))?;
    undone(case, &when("dragged up"))?;

    // There and back again is no change.
    let seen = drag(case, pointer, 1, &[(3, 0.75, 0), (1, 0.5, 0)])?;
    showed(&seen, &["1 dragged, 3 below", "1 dragged", ""], &when("put back"))?;
    untouched(case, &when("put back"))?;
    in_order(case, TEMPLATE, &when("put back"))
}

/// The browser takes the finger for something else: the card stays. Only Chromium can be asked for that.
fn cancelled(case: &Case) -> Result<()> {
    if case.kind() != Kind::Chromium {
        return Ok(());
    }
    let (x, y) = grip_at(case, 0)?;
    let touch = |kind: &str, points: Value| {
        case.cdp("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points }))
    };
    watch(case)?;
    touch("touchStart", json!([{ "x": x, "y": y }]))?;
    touch("touchMove", json!([{ "x": x, "y": height_in(case, 2, 0.75)? }]))?;
    case.wait_for("marks.at(-1) === '0 dragged, 2 below'")?;
    case.picture("held")?;
    touch("touchCancel", json!([]))?;
    watched(case)?;
    untouched(case, "cancelled")?;
    in_order(case, TEMPLATE, "cancelled")
}

/// Presses on the grip of a card, goes to places (a card, a part of its height, so far to the right of its grip), rests
/// at each, and lets go. Gives what the cards showed meanwhile. All is one command: between two, Chromium's driver takes
/// the pointer away from the grip.
fn drag(case: &Case, pointer: &str, card: usize, places: &[(usize, f64, i64)]) -> Result<Vec<String>> {
    let (x, y) = grip_at(case, card)?;
    let mut actions =
        vec![json!({ "type": "pointerMove", "x": x, "y": y }), json!({ "type": "pointerDown", "button": 0 })];
    for (over, part, beside) in places {
        let y = height_in(case, *over, *part)?;
        actions.push(json!({ "type": "pointerMove", "x": x + beside, "y": y, "duration": 0 }));
        actions.push(json!({ "type": "pause", "duration": 250 }));
    }
    actions.push(json!({ "type": "pointerUp", "button": 0 }));
    watch(case)?;
    case.eval::<Value>("(() => { addEventListener('pointerdown', (event) => { window.pressed = event.pointerType; }, { once: true, capture: true }); return null; })()",
    )?;
    case.pointer(pointer, &actions)?;
    let pressed: String = case.eval("window.pressed")?;
    check!(pressed == pointer, "the driver pressed by {pressed}, not by {pointer}");
    watched(case)
}

/// Notes from now on what the cards show: which is held, and where the line is that shows its new place.
fn watch(case: &Case) -> Result<()> {
    case.eval(&format!(
        "(() => {{ const marks = window.marks = []; const look = () => {{ \
           if (window.marks !== marks) return; \
           const now = {CARDS}.flatMap((card, at) => ['dragged', 'above', 'below'].filter((name) => card.classList.contains(name)).map((name) => `${{at}} ${{name}}`)).join(', '); \
           if (marks.at(-1) !== now) marks.push(now); \
           requestAnimationFrame(look); }}; look(); return null; }})()"
    ))
}

/// Waits until no card is held any more, and gives what was noted.
fn watched(case: &Case) -> Result<Vec<String>> {
    case.wait_for("marks.length > 1 && marks.at(-1) === ''")
        .map_err(|error| format!("no card was held, or one still is: {error}"))?;
    case.eval("marks")
}

/// These were shown, in this order; a moment between two of them may show more.
fn showed(seen: &[String], expected: &[&str], when: &str) -> Result<()> {
    let mut rest = seen.iter();
    let all = expected.iter().all(|mark| rest.any(|seen| seen == mark));
    check!(all && rest.next().is_none(), "{when}: the cards showed {seen:?}, not {expected:?}");
    Ok(())
}

fn grip_at(case: &Case, card: usize) -> Result<(i64, i64)> {
    let (x, y): (f64, f64) = case.eval(&format!(
        "(() => {{ const box = {CARDS}[{card}].querySelector('.grip').getBoundingClientRect(); \
         return [(box.left + box.right) / 2, (box.top + box.bottom) / 2]; }})()"
    ))?;
    Ok((x.round() as i64, y.round() as i64))
}

/// A part of a card's height, in the window.
fn height_in(case: &Case, card: usize, part: f64) -> Result<i64> {
    let (top, high): (f64, f64) = case.eval(&format!(
        "(() => {{ const box = {CARDS}[{card}].getBoundingClientRect(); return [box.top, box.height]; }})()"
    ))?;
    Ok((top + high * part).round() as i64)
}

/// The cards stand in this order, and the paper says their words in the same order.
fn in_order(case: &Case, order: [usize; 7], when: &str) -> Result<()> {
    let expected: Vec<&str> = order.iter().map(|at| ITEMS[*at]).collect();
    let titles: Vec<String> = (1..=7).map(|n| format!("Mục {n}")).collect();
    let items = json!(ITEMS);
    let cards = format!(
        "{CARDS}.map((card) => {items}.find((item) => card.querySelector('textarea, input').value.includes(item)))"
    );
    let sheet = format!("probe.sheet().split('\\n').flatMap((line) => {items}.filter((item) => line.includes(item)))");
    // The paper follows a frame later.
    let _ = case.wait_for(&format!("JSON.stringify({sheet}) === JSON.stringify({})", json!(expected)));
    let (cards, sheet, numbers): (Vec<String>, Vec<String>, Vec<String>) =
        case.eval(&format!("[{cards}, {sheet}, {CARDS}.map((card) => probe.words(card.querySelector('h4')))]"))?;
    check!(cards == expected, "{when}: the cards say {cards:#?}\n        and not {expected:#?}");
    check!(sheet == expected, "{when}: the paper says {sheet:#?}\n        and not {expected:#?}");
    check!(numbers == titles, "{when}: the cards are called {numbers:?}");
    Ok(())
}

/// One step takes the change back.
fn undone(case: &Case, when: &str) -> Result<()> {
    case.press("Hoàn tác")?;
    in_order(case, TEMPLATE, &format!("{when}, taken back"))?;
    untouched(case, &format!("{when}, taken back"))
}

/// There is nothing to take back.
fn untouched(case: &Case, when: &str) -> Result<()> {
    check!(case.eval("probe.button('Hoàn tác').disabled")?, "{when}: there is something to take back");
    Ok(())
}
