//! Vietnamese as keyboards send it: UniKey's letters and backspaces, and composition.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::check;
use crate::Result;
use crate::browser::Kind;
use crate::case::Case;
use crate::screen::UBND;

/// The box of a plan's title.
const BOX: &str = "probe.field('Trích yếu')";
/// The box that lies over the words of a form.
const IN_PLACE: &str = "probe.one('.in-place')";
/// What UniKey sends for "ddeer " in Telex: a backspace takes the letter back that a mark is put on.
const TELEX: [(char, &str); 9] = [
    ('d', "d"),
    ('\u{8}', ""),
    ('đ', "đ"),
    ('e', "đe"),
    ('\u{8}', "đ"),
    ('ê', "đê"),
    ('\u{8}', "đ"),
    ('ể', "để"),
    (' ', "để "),
];

/// Both ways, in the middle of a text that is there.
pub fn run(case: &Case) -> Result<()> {
    case.open_home()?;
    case.start_plan(UBND)?;
    case.paste("Trích yếu", 0, "Tổ chức hội nghị đối thoại")?;
    case.press_keys(&char::from(Key::Tab).to_string())?;
    case.sheet_says("Tổ chức hội nghị đối thoại")?;
    case.saved()?;
    telex(case, BOX)?;
    compose(case, BOX)?;
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}

/// Both ways on the sheet of a form.
pub fn run_in_place(case: &Case) -> Result<()> {
    case.open_home()?;
    case.press("In phiếu trắng")?;
    case.use_template("Phiếu trống")?;
    case.wait_for("probe.one('.page .group')")?;
    case.step("Câu hỏi")?;
    case.click(&case.pick("probe.one('.page .group .hole')")?)?;
    case.wait_for(&format!("probe.focused() === {IN_PLACE}"))?;
    case.eval::<Value>(
        "(() => { document.execCommand('insertText', false, 'Tổ chức hội nghị đối thoại'); return null; })()",
    )?;
    case.sheet_says("Tổ chức hội nghị đối thoại")?;
    case.saved()?;
    telex(case, IN_PLACE)?;
    compose(case, IN_PLACE)?;
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}

/// Puts the caret behind "Tổ chức ".
fn to_the_middle(case: &Case, it: &str) -> Result<()> {
    case.click(&case.pick(it)?)?;
    case.chord(&[Key::Control], Key::Home)?;
    case.press_keys(&char::from(Key::Right).to_string().repeat(8))?;
    let caret: usize = case.eval(&format!("{it}.selectionStart"))?;
    check!(caret == 8, "the caret is at {caret}, not behind the eighth letter");
    Ok(())
}

fn expect(case: &Case, it: &str, text: &str, caret: usize, when: &str) -> Result<()> {
    let (value, start, end): (String, usize, usize) =
        case.eval(&format!("[{it}.value, {it}.selectionStart, {it}.selectionEnd]"))?;
    check!(value == text, "{when}: the field holds {value:?}, not {text:?}");
    check!((start, end) == (caret, caret), "{when}: the caret is at {start} to {end}, not at {caret}, in {value:?}");
    check!(case.eval(&format!("probe.focused() === {it}"))?, "{when}: the field has lost the focus");
    Ok(())
}

fn telex(case: &Case, it: &str) -> Result<()> {
    to_the_middle(case, it)?;
    for (key, typed) in TELEX {
        case.press_keys(&match key {
            '\u{8}' => char::from(Key::Backspace).to_string(),
            key => key.to_string(),
        })?;
        let caret = 8 + typed.chars().count();
        let text = format!("Tổ chức {typed}hội nghị đối thoại");
        expect(case, it, &text, caret, &format!("after {key:?}"))?;
    }
    case.sheet_says("Tổ chức để hội nghị đối thoại")?;
    // A pause: what is saved is not written back under the caret.
    case.saved()?;
    expect(case, it, "Tổ chức để hội nghị đối thoại", 11, "after saving")?;
    case.press_keys("nghe ")?;
    case.sheet_says("Tổ chức để nghe hội nghị")?;

    case.chord(&[Key::Control], 'z')?;
    case.sheet_says("Tổ chức để hội nghị")?;
    expect_undone(case, it, "Tổ chức để hội nghị đối thoại", "the second word undone")?;
    case.chord(&[Key::Control], 'z')?;
    case.sheet_says("Tổ chức hội nghị")?;
    expect_undone(case, it, "Tổ chức hội nghị đối thoại", "the first word undone")?;
    case.chord(&[Key::Control], 'y')?;
    case.sheet_says("Tổ chức để hội nghị")?;
    expect_undone(case, it, "Tổ chức để hội nghị đối thoại", "the first word done again")?;
    case.chord(&[Key::Control], 'z')?;
    case.sheet_says("Tổ chức hội nghị")
}

fn expect_undone(case: &Case, it: &str, text: &str, when: &str) -> Result<()> {
    let value: String = case.eval(&format!("{it}.value"))?;
    check!(value == text, "{when}: the field holds {value:?}, not {text:?}");
    check!(case.eval(&format!("probe.focused() === {it}"))?, "{when}: the field has lost the focus");
    Ok(())
}

fn compose(case: &Case, it: &str) -> Result<()> {
    to_the_middle(case, it)?;
    let stored: String = case.eval("Object.values(probe.stored())[0]")?;
    let before = "Tổ chức hội nghị đối thoại";
    for (at, typed) in ["đ", "đê", "để"].into_iter().enumerate() {
        if case.kind() == Kind::Chromium {
            let caret = typed.chars().count();
            case.cdp(
                "Input.imeSetComposition",
                json!({ "text": typed, "selectionStart": caret, "selectionEnd": caret }),
            )?;
        } else {
            let earlier = ["", "đ", "đê"][at];
            case.eval::<Value>(&format!(
                "(() => {{ const it = {it}, typed = {}, earlier = {}; \
                 if (!earlier) it.dispatchEvent(new CompositionEvent('compositionstart', {{ bubbles: true, composed: true, data: '' }})); \
                 it.setRangeText(typed, 8, 8 + earlier.length, 'end'); \
                 it.dispatchEvent(new CompositionEvent('compositionupdate', {{ bubbles: true, composed: true, data: typed }})); \
                 it.dispatchEvent(new InputEvent('input', {{ bubbles: true, composed: true, data: typed, isComposing: true, inputType: 'insertCompositionText' }})); \
                 return null; }})()",
                json!(typed),
                json!(earlier)
            ))?;
        }
        let text = format!("Tổ chức {typed}hội nghị đối thoại");
        expect(case, it, &text, 8 + typed.chars().count(), &format!("composing {typed:?}"))?;
        std::thread::sleep(std::time::Duration::from_millis(100));
        let sheet = case.sheet()?;
        check!(sheet.contains(before), "composing {typed:?} is on the paper already:\n{sheet}");
    }
    // Enter ends a composition and must do nothing else.
    let heading: String = case.eval("probe.words(probe.one('.questions > h2'))")?;
    case.eval::<Value>(&format!(
        "(() => {{ for (const name of ['keydown', 'keyup']) {it}.dispatchEvent(new KeyboardEvent(name, \
         {{ key: 'Enter', code: 'Enter', keyCode: 229, isComposing: true, bubbles: true, composed: true, cancelable: true }})); return null; }})()"
    ))?;
    expect(case, it, "Tổ chức đểhội nghị đối thoại", 10, "after Enter")?;
    // Longer than the pause after which is saved.
    std::thread::sleep(std::time::Duration::from_millis(900));
    let now: String = case.eval("Object.values(probe.stored())[0]")?;
    check!(stored == now, "a half syllable was saved");
    check!(heading == case.eval::<String>("probe.words(probe.one('.questions > h2'))")?, "Enter left the step");

    if case.kind() == Kind::Chromium {
        case.cdp("Input.insertText", json!({ "text": "để" }))?;
    } else {
        case.eval::<Value>(&format!(
            "(() => {{ const it = {it}; \
             it.dispatchEvent(new CompositionEvent('compositionend', {{ bubbles: true, composed: true, data: 'để' }})); \
             it.dispatchEvent(new InputEvent('input', {{ bubbles: true, composed: true, data: 'để', inputType: 'insertCompositionText' }})); \
             return null; }})()"
        ))?;
    }
    case.sheet_says("Tổ chức đểhội nghị")?;
    expect(case, it, "Tổ chức đểhội nghị đối thoại", 10, "composed")?;
    case.press_keys(" ")?;
    case.sheet_says("Tổ chức để hội nghị")?;
    case.saved()?;
    case.chord(&[Key::Control], 'z')?;
    case.sheet_says("Tổ chức hội nghị")?;
    expect_undone(case, it, before, "the composed word undone")
}
