//! The opinion form of a plan: made from it, changed in its properties, following it.

use serde_json::Value;
use thirtyfour::Key;

use super::check;
use crate::Result;
use crate::case::Case;
use crate::screen::UBND;

/// Makes the form, changes it in every way, and sees that plan and form say the same.
pub fn run(case: &Case) -> Result<()> {
    case.open_home()?;
    case.start_plan(UBND)?;
    case.fill("Tên địa bàn", 0, "Tân Bình")?;
    case.step("Lấy ý kiến")?;
    case.fill("Tên phiếu", 0, "Phiếu hỏi ý Nhân dân")?;
    case.fill("Thu lại", 0, "15/9/2026")?;
    case.press("Soạn phiếu này")?;
    case.wait_for("probe.one('.page .group')")?;
    let sheet = case.sheet()?;
    check!(sheet.contains("15/9/2026"), "the form does not say when it goes back:\n{sheet}");
    check!(sheet.contains("Phiếu hỏi ý Nhân dân"), "the form is not called as in the plan:\n{sheet}");
    check!(sheet.contains("Kèm theo Kế hoạch số"), "the form does not say what it goes with:\n{sheet}");

    // A question of one's own: its kind, its words, its options as a pasted list.
    case.step("Câu hỏi")?;
    let groups: usize = case.eval("probe.all('.page .group').length")?;
    case.press("Chọn một")?;
    case.wait_for(&format!("probe.all('.page .group').length === {}", groups + 1))?;
    case.wait_for("probe.focused()?.matches('.in-place')")?;
    case.press_keys("Ông bà biết tin qua đâu?")?;
    case.sheet_says("Ông bà biết tin qua đâu?")?;
    case.eval::<Value>(
        "(() => { const box = probe.field('Các phương án'); box.focus(); box.value = ''; \
         document.execCommand('insertText', false, 'Loa\\nTổ dân phố\\nMạng'); return null; })()",
    )?;
    case.sheet_says("Tổ dân phố")?;
    let boxes = "probe.all('.page .group').find((it) => it.textContent.includes('biết tin qua đâu')).querySelectorAll('.tick').length";
    check!(case.eval::<usize>(boxes)? == 3, "the pasted list has {} boxes", case.eval::<usize>(boxes)?);

    // Another kind keeps what fits, and gives it back.
    let kind = |case: &Case, code: &str| -> Result<()> {
        case.eval::<Value>(&format!(
            "(() => {{ const it = probe.field('Loại'); it.focus(); it.value = '{code}'; it.dispatchEvent(new Event('change', {{ bubbles: true }})); return null; }})()"
        ))?;
        Ok(())
    };
    kind(case, "open")?;
    case.wait_for(&format!("({boxes}) === 0"))?;
    kind(case, "multiple")?;
    case.wait_for(&format!("({boxes}) === 3"))?;
    case.chord(&[Key::Control], 'z')?;
    case.wait_for(&format!("({boxes}) === 0"))?;
    case.chord(&[Key::Control], 'z')?;
    case.wait_for(&format!("({boxes}) === 3"))?;

    // A press on the paper leads to its words.
    let stretch = case.pick("probe.all('.page .question').find((it) => it.textContent.includes('môi trường'))")?;
    case.click(&stretch)?;
    case.wait_for("probe.focused()?.value?.includes('môi trường')")?;

    // What the plan says changes the form.
    case.press("Về kế hoạch")?;
    case.step("Lấy ý kiến")?;
    case.fill("Thu lại", 0, "20/9/2026")?;
    case.press("Soạn phiếu này")?;
    case.wait_for("probe.one('.page .group')")?;
    let sheet = case.sheet()?;
    check!(sheet.contains("20/9/2026") && !sheet.contains("15/9/2026"), "the form does not follow:\n{sheet}");
    check!(sheet.contains("biết tin qua đâu"), "the form is another one");
    case.saved()?;
    let forms: usize = case.eval("probe.element().draft.data.forms.length")?;
    check!(forms == 1, "{forms} forms");
    let text = case.eval::<String>("probe.element().exportFile('form', 'text').then((it) => it.text())")?;
    check!(text.contains("☐ Tổ dân phố"), "the file says:\n{text}");
    case.picture("form")?;
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}
