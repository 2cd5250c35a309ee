//! An old plan moved to this year: what is listed, what is chosen, one step, and a new draft beside the old one.

use serde_json::Value;
use thirtyfour::Key;

use super::check;
use super::narrow::fits;
use crate::Result;
use crate::browser::Kind;
use crate::case::Case;

/// Moves a sample as an officer does.
pub fn run(case: &Case) -> Result<()> {
    case.open_sample("tan-yen-2024")?;
    let before = case.draft()?["data"].clone();
    let year: i32 = case.eval("new Date().getFullYear()")?;
    let button = format!("Chuyển sang năm {year}");
    case.press(&button)?;
    case.wait_for("probe.one('.renewing')")?;
    case.wait_for("probe.focused()?.matches('h2')")?;
    case.picture("list")?;
    let groups: Vec<String> = case.eval("probe.all('.changes').map((it) => it.dataset.kind)")?;
    for kind in ["year", "conference", "ended", "ended-organ"] {
        check!(groups.iter().any(|group| group == kind), "no changes of {kind}: {groups:?}");
    }
    // What is sure is ticked, what is a guess is not, and each mark says what it is.
    check!(case.eval("probe.one('[data-kind=year] input').checked")?, "the year is not ticked");
    check!(!case.eval::<bool>("probe.one('[data-kind=ended-organ] input').checked")?, "a guess is ticked");
    let told: String = case.eval("probe.words(probe.one('[data-kind=year] .marked'))")?;
    check!(told == format!("[bỏ: 2024][thêm: {year}]"), "the year's change reads {told:?}");

    // By the keyboard: from the heading on, a box is ticked by the space bar.
    let count = "Number(probe.words(probe.one('.renewing .button.main')).match(/\\d+/)[0])";
    let ticked: u32 = case.eval(count)?;
    case.eval::<Value>("(() => { probe.one('[data-kind=ended-organ] input').focus(); return null; })()")?;
    case.press_keys(" ")?;
    case.wait_for(&format!("{count} === {}", ticked + 1))?;
    case.press_keys(" ")?;
    case.wait_for(&format!("{count} === {ticked}"))?;
    case.press_keys(&char::from(Key::Tab).to_string())?;
    check!(
        case.eval("probe.focused().matches('.changes input, button')")?,
        "the next box is out of the keyboard's reach"
    );

    case.press(&format!("Áp dụng {ticked} thay đổi"))?;
    case.wait_for("probe.one('.sheet')")?;
    case.sheet_says(&format!("năm {year}"))?;
    case.wait_for("probe.words(probe.one('.notice p')).startsWith('Đã chuyển kế hoạch')")?;
    check!(case.draft()?["data"]["year"] == year, "the draft has another year");
    check!(!case.eval::<bool>("Boolean(probe.one('.renew-hint'))")?, "the hint is still there");
    case.picture("moved")?;
    // One step back, and all is as it was.
    case.press("Hoàn tác")?;
    case.wait_for("probe.one('.renew-hint')")?;
    check!(case.draft()?["data"] == before, "taken back, the draft is another than before");

    // From the list: a new draft, and the old one stays.
    case.saved()?;
    case.press("Về danh sách")?;
    case.press(&button)?;
    case.wait_for("probe.one('.renewing')")?;
    if case.kind() == Kind::Chromium {
        case.size(390, 844)?;
        let wrong = fits(case, "changes")?;
        check!(wrong.is_empty(), "{}", wrong.join("\n        "));
        case.picture("narrow")?;
        case.size(1366, 900)?;
    }
    case.press("Tạo hồ sơ mới, giữ hồ sơ cũ")?;
    case.wait_for("probe.one('.sheet')")?;
    check!(case.draft()?["data"]["year"] == year, "the new draft has another year");
    case.press("Về danh sách")?;
    case.wait_for("probe.all('.draft').length === 2")?;
    check!(
        case.eval(&format!("probe.all('button').filter((it) => probe.words(it) === '{button}').length === 1"))?,
        "the new plan is offered to be moved too"
    );
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}
