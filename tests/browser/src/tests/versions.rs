//! Copies of a draft, one file with everything, and everything taken away.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::check;
use super::drafts::{download_by, notice, pick};
use super::narrow::fits;
use crate::Result;
use crate::browser::Kind;
use crate::case::Case;
use crate::screen::UBND;

const NAME: &str = "Tên địa bàn";

/// A copy with a name, back to it and forth; then everything out, away, and in again.
pub fn run(case: &Case) -> Result<()> {
    case.open_home()?;
    case.start_plan(UBND)?;
    case.fill(NAME, 0, "Hồng Phong")?;
    case.saved()?;
    case.press("Các bản trước")?;
    // As it was before it was first changed.
    case.wait_for("probe.all('.version-name').map(probe.words).join() === 'Tự động giữ'")?;
    case.enter("Giữ bản hiện nay với tên", 0, "Trình <b>lần 1</b>")?;
    case.press_keys(&char::from(Key::Enter).to_string())?;
    case.wait_for("probe.words(probe.one('.version-name')) === 'Trình <b>lần 1</b>'")?;
    case.press("Về kế hoạch")?;
    case.fill(NAME, 0, "Hồng Hà")?;
    case.saved()?;
    case.press("Các bản trước")?;
    case.press("Xem chỗ khác nhau")?;
    case.wait_for("probe.words(probe.one('.difference')).includes('Hà')")?;
    case.picture("versions")?;
    if case.kind() == Kind::Chromium {
        case.size(390, 844)?;
        let wrong = fits(case, "versions")?;
        check!(wrong.is_empty(), "{}", wrong.join("\n        "));
        case.picture("narrow")?;
        case.size(1366, 900)?;
    }
    case.press("Lấy lại bản này")?;
    // What was on the screen is kept by the name of what came in its place.
    case.wait_for("probe.all('.version-name').some((it) => probe.words(it).startsWith('Trước khi lấy lại'))")?;
    case.press("Về kế hoạch")?;
    check!(case.value(NAME, 0)? == "Hồng Phong", "back at {:?}", case.value(NAME, 0)?);
    case.press("Hoàn tác")?;
    check!(case.value(NAME, 0)? == "Hồng Hà", "undone to {:?}", case.value(NAME, 0)?);
    case.saved()?;

    // A copy that is let go comes back, also when its row is gone.
    case.press("Các bản trước")?;
    let copies: usize = case.eval("probe.all('.version-name').length")?;
    case.press("Xóa")?;
    case.wait_for(&format!("probe.all('.version-name').length === {}", copies - 1))?;
    // The notice stands behind the bar, which has one too.
    case.press_nth("Hoàn tác", 1)?;
    case.wait_for(&format!("probe.all('.version-name').length === {copies}"))?;
    // What the notice offers is of the draft, and goes with it.
    case.press("Xóa")?;
    case.press("Về kế hoạch")?;

    // The bar says when it was saved as a file.
    let day: String = case.eval("(() => { const now = new Date(); return `${String(now.getDate()).padStart(2, '0')}/${now.getMonth() + 1}/${now.getFullYear()}`; })()")?;
    case.press("Sao lưu ra tệp")?;
    case.wait_for(&format!("probe.words(probe.one('.status.of-file')) === 'Tệp sao lưu: {day}'"))?;

    // Another draft, and everything in one file.
    case.press("Về danh sách")?;
    case.press("Nhân đôi")?;
    case.wait_for("probe.all('.draft').length === 2")?;
    let today: String = case.eval("new Date().toLocaleDateString('sv')")?;
    let file = download_by(case, "Sao lưu tất cả", &format!("doi-thoai-{today}.zip"))?;
    case.press("Xóa tất cả khỏi máy này…")?;
    case.picture("sure")?;
    case.press("Hủy")?;
    case.press("Xóa tất cả khỏi máy này…")?;
    case.press("Xóa tất cả")?;
    case.wait_for("probe.all('.draft').length === 0")?;
    let left: Vec<String> = case.eval(
        "[localStorage, sessionStorage].flatMap((store) => Object.entries(store).map(([key, text]) => `${key} ${text}`)).filter((it) => !/^doi-thoai\\/1\\/-\\/t\\/\\w+ 1$/.test(it))",
    )?;
    check!(left.is_empty(), "left behind: {left:?}");
    pick(case, &file)?;
    case.wait_for("probe.all('.draft').length === 2")?;
    let told = notice(case)?;
    check!(told.starts_with("Đã mở 2 hồ sơ"), "told: {told:?}");
    let names: Value = case.eval("probe.all('.draft-name').map(probe.words).sort()")?;
    check!(names == json!([format!("{UBND} 2026"), format!("{UBND} 2026 (bản sao)")]), "names: {names}");
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}
