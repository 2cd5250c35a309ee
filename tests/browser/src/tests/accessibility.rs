//! axe-core over every screen.

use serde_json::Value;

use thirtyfour::Key;

use super::check;
use crate::Result;
use crate::case::Case;
use crate::screen::{FORM_STEPS, STEPS, UBND};

/// Runs axe, and gives each violation in a line: rule, selectors, what it says of the first.
const AXE: &str = "axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }, resultTypes: ['violations'] }) \
    .then((found) => found.violations.map((it) => `${it.id} (${it.impact}, ${it.nodes.length}): ` \
    + it.nodes.slice(0, 3).map((node) => node.target.flat().at(-1)).join(' | ') + ': ' \
    + it.nodes[0].failureSummary.split('\\n').slice(1).join(' ').trim()))";

/// Home, galleries, every step of a plan and of a form, with a notice shown.
pub fn run(case: &Case) -> Result<()> {
    let Some(script) = std::env::var_os("DOI_THOAI_AXE") else {
        return Err("DOI_THOAI_AXE does not say where axe.min.js is; `cargo xtask test` does".into());
    };
    let script = std::fs::read_to_string(script)?;
    case.open_home()?;
    case.size(1366, 900)?;
    case.eval::<Value>(&format!("(() => {{ {script}; return null; }})()"))?;
    let mut all = Vec::new();
    let mut look = |screen: &str| -> Result<()> {
        let found: Vec<String> = case.eval(AXE)?;
        all.extend(found.into_iter().map(|line| format!("{screen}: {line}")));
        Ok(())
    };
    look("home, empty")?;
    // An old paper: where it is picked, and what was read.
    case.press("Mở kế hoạch cũ")?;
    case.wait_for("probe.one('.import-pick')")?;
    look("an old paper, empty")?;
    case.eval::<Value>(&format!(
        "(() => {{ probe.one('.import-pick textarea').value = {}; return null; }})()",
        serde_json::json!(super::importing::OLD)
    ))?;
    case.press("Đọc nội dung đã nhập")?;
    case.wait_for("probe.all('.source-line').length > 40")?;
    case.eval::<Value>("(() => { for (const it of probe.all('details')) it.open = true; return null; })()")?;
    look("an old paper, read")?;
    case.press("Về danh sách")?;
    case.press("Soạn kế hoạch")?;
    case.wait_for("probe.all('.template').length === 8")?;
    look("gallery")?;
    case.use_template(UBND)?;
    for step in STEPS {
        case.step(step)?;
        look(step)?;
    }
    // A plan of a year that is over, and what moving it takes.
    case.step(STEPS[0])?;
    case.fill("Năm của kế hoạch", 0, "2024")?;
    case.wait_for("probe.one('.renew-hint')")?;
    look("hint of an old plan")?;
    case.press(&format!("Chuyển sang năm {}", case.eval::<i32>("new Date().getFullYear()")?))?;
    case.wait_for("probe.one('.renewing')")?;
    look("changes")?;
    case.press("Về kế hoạch")?;
    // A field that complains, and a notice.
    case.step(STEPS[0])?;
    case.fill("Ngày ban hành", 0, "31/2")?;
    case.wait_for("probe.all('.error').some((it) => it.textContent)")?;
    look("a field that complains")?;
    case.press("In")?;
    case.wait_for("!probe.one('.notice').matches('.gone')")?;
    look("notice")?;
    case.press("Về danh sách")?;
    case.wait_for("probe.one('.draft')")?;
    look("home with a draft")?;
    case.press("So sánh")?;
    case.wait_for("probe.one('.comparing .changes li')")?;
    look("comparing")?;
    case.press("Về danh sách")?;
    case.wait_for("probe.one('.draft')")?;
    case.press("Đổi tên")?;
    case.wait_for("probe.one('.draft input')")?;
    look("home, renaming")?;
    case.press("Xóa")?;
    case.wait_for("probe.button('Hoàn tác')")?;
    look("home, deleted")?;
    case.press("Hoàn tác")?;
    // A form: its gallery, its steps, with a village and a list to paste.
    case.press("In phiếu trắng")?;
    case.wait_for("probe.all('.template').length === 9")?;
    look("forms")?;
    case.use_template("Phiếu khảo sát hài lòng")?;
    case.wait_for("probe.one('.wizard')")?;
    for step in FORM_STEPS {
        case.step(step)?;
        if step == "Phân phát" {
            case.press("Thêm thôn")?;
            case.press("Dán danh sách từ bảng tính")?;
        }
        look(step)?;
    }
    // The designer with a block chosen, with several, and with a text that is typed in.
    case.step("Câu hỏi")?;
    case.click(&case.pick("probe.one('.page .group span[data-mark]')")?)?;
    case.wait_for("probe.focused()?.matches('.in-place')")?;
    look("designer, typing")?;
    case.press_keys(&char::from(Key::Escape).to_string())?;
    look("designer, a block")?;
    case.chord(&[Key::Shift], Key::Down)?;
    case.wait_for("probe.all('.page .content > .edited').length === 2")?;
    look("designer, two blocks")?;
    case.step("Phiếu")?;
    case.press("Về danh sách")?;
    case.wait_for("probe.one('.draft')")?;
    // The papers of a dossier, and those that ask most.
    case.press_nth("Mở", 1)?;
    case.press("Bộ văn bản")?;
    case.wait_for("probe.all('.paper-row').length > 15")?;
    look("papers")?;
    for (paper, more) in [
        ("Lịch công việc", &[][..]),
        ("Giấy mời", &["Thêm khách mời", "Dán danh sách từ bảng tính"]),
        ("Bảng tổng hợp ý kiến", &["Thêm ý kiến"]),
        ("Biên bản kiểm phiếu", &["Thêm thôn"]),
        ("Thông báo kết luận", &["Thêm kết luận", "Thêm chữ ký"]),
    ] {
        case.press(paper)?;
        case.wait_for("probe.one('.of-paper')")?;
        more.iter().try_for_each(|button| case.press(button))?;
        look(paper)?;
        case.press("Bộ văn bản")?;
        case.wait_for("probe.all('.paper-row').length > 15")?;
    }
    case.press("Về kế hoạch")?;
    case.press("Về danh sách")?;
    case.wait_for("probe.one('.draft')")?;
    // Narrow: other parts are shown.
    case.press_nth("Mở", 1)?;
    case.size(390, 844)?;
    look("narrow, questions")?;
    case.press("Tờ giấy")?;
    look("narrow, paper")?;
    check!(all.is_empty(), "{} violations:\n        {}", all.len(), all.join("\n        "));
    Ok(())
}
