//! One draft in two windows: only one writes, and what the other has is never lost.

use serde_json::{Value, json};
use thirtyfour::{Key, WindowHandle};

use super::check;
use crate::Result;
use crate::case::Case;
use crate::screen::UBND;

const NAME: &str = "Tên địa bàn";
/// The page's own, without the browser's locks: as on a plain http site.
pub(super) const UNLOCKED: &str = "<!doctype html><html lang='vi'><head><meta charset='utf-8'><title>unlocked</title><script>\
    Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });\
    </script><script src='/doi-thoai.js' defer></script></head>\
    <body style='margin:0'><doi-thoai height='800'></doi-thoai></body></html>";

/// Waits until the sentence above the draft says something; nothing for none.
fn banner(case: &Case, words: &str) -> Result<()> {
    let found = match words {
        "" => "!probe.one('.banner')".to_owned(),
        words => format!("probe.words(probe.one('.banner p')).includes({})", json!(words)),
    };
    case.wait_for(&found).map(drop)
}

fn opened_again(case: &Case, path: &str, draft: &str) -> Result<WindowHandle> {
    let there = case.new_window()?;
    case.open_path(path)?;
    case.ready(1)?;
    case.press(draft)?;
    case.wait_for("probe.one('.wizard')")?;
    Ok(there)
}

/// With the browser's locks: the second window looks on, may take the draft over, and gets it when the first is closed.
pub fn with_locks(case: &Case) -> Result<()> {
    case.open_home()?;
    case.start_plan(UBND)?;
    case.fill(NAME, 0, "Hồng Phong")?;
    case.saved()?;
    let first = case.window()?;
    let draft: String = case.eval("probe.element().draft.data.name")?;
    let second = opened_again(case, "/", &draft)?;
    banner(case, "đang mở ở một cửa sổ khác")?;
    case.picture("elsewhere")?;
    check!(case.eval("probe.one('.questions').inert")?, "a draft that is open elsewhere can be changed");
    check!(case.value(NAME, 0)? == "Hồng Phong", "what is looked at is not what was saved");

    // What the first has unsaved is saved before the second gets it.
    case.to_window(&first)?;
    case.enter(NAME, 0, "Hồng Hà")?;
    case.to_window(&second)?;
    case.press("Chuyển sang sửa ở đây")?;
    banner(case, "")?;
    check!(case.value(NAME, 0)? == "Hồng Hà", "taken over with {:?}", case.value(NAME, 0)?);
    case.fill(NAME, 0, "Hồng Sơn")?;
    case.saved()?;

    // The first looks on, and goes on once the second is closed.
    case.to_window(&first)?;
    banner(case, "đang mở ở một cửa sổ khác")?;
    check!(case.eval("probe.one('.questions').inert")?, "both windows can change the draft");
    case.close_window(&second, &first)?;
    banner(case, "")?;
    check!(case.value(NAME, 0)? == "Hồng Sơn", "gone on from {:?}", case.value(NAME, 0)?);
    case.fill(NAME, 0, "Hồng Lĩnh")?;
    case.saved()?;

    // A reload is no second window.
    case.reload()?;
    case.wait_for("probe.one('.wizard')")?;
    let told: bool = case.eval(
        "new Promise((done) => { const banner = () => probe.one('.banner') && done(true); \
         new MutationObserver(banner).observe(probe.one('.app'), { childList: true, subtree: true }); banner(); \
         setTimeout(() => done(false), 900); })",
    )?;
    check!(!told, "a reload was taken for a second window");
    check!(
        case.eval("probe.button('Hoàn tác') && !probe.button('Hoàn tác').disabled")?,
        "a reload lost the undo steps"
    );
    check!(case.value(NAME, 0)? == "Hồng Lĩnh", "after a reload");

    // A draft that is deleted in another window is not brought back, and what is on the screen can be kept.
    let third = case.new_window()?;
    case.open_home()?;
    // Nor is it named anew there: that would be a conflict here.
    case.press("Đổi tên")?;
    let field = case.pick("probe.one('.draft input')")?;
    case.keys(&field, &format!("khác{}", char::from(Key::Enter)))?;
    case.wait_for("probe.words(probe.one('.notice')).includes('đang mở ở một cửa sổ khác')")?;
    check!(case.eval::<String>("probe.words(probe.one('.draft-name'))")? == draft, "it was named anew");
    case.press("Xóa")?;
    case.wait_for("probe.all('.draft').length === 0")?;
    case.to_window(&first)?;
    banner(case, "bị xóa ở một cửa sổ khác")?;
    case.fill(NAME, 0, "Hồng Mai")?;
    case.wait_for("probe.one('.status.failed')")?;
    // What is brought back there is saved here again, by itself.
    case.to_window(&third)?;
    case.press("Hoàn tác")?;
    case.wait_for("probe.all('.draft').length === 1")?;
    case.to_window(&first)?;
    banner(case, "")?;
    case.wait_for("Object.values(probe.stored()).some((text) => text.includes('Hồng Mai'))")?;
    case.to_window(&third)?;
    case.press_nth("Xóa", 0)?;
    case.wait_for("probe.all('.draft').length === 0")?;
    case.to_window(&first)?;
    banner(case, "bị xóa ở một cửa sổ khác")?;
    case.fill(NAME, 0, "Hồng Bàng")?;
    case.wait_for("probe.one('.status.failed')")?;
    check!(case.eval::<Value>("probe.stored()")? == json!({}), "the deleted draft is back");
    case.picture("removed")?;
    case.press("Lưu lại thành hồ sơ mới")?;
    banner(case, "")?;
    check!(case.value(NAME, 0)? == "Hồng Bàng", "kept as a new draft");
    case.draft_id()?;
    case.close_window(&third, &first)?;

    // What a newer version has written is looked at.
    case.press("Về danh sách")?;
    case.eval::<Value>(
        "(() => { const [[key, text]] = Object.entries(probe.stored()); localStorage.setItem(key, text.replace(/\"schema\":\\d+/, '\"schema\":99')); return null; })()",
    )?;
    let stored: Value = case.eval("probe.stored()")?;
    case.reload()?;
    case.wait_for("probe.words(probe.one('.draft')).includes('phiên bản mới hơn')")?;
    case.press(&draft)?;
    banner(case, "phiên bản mới hơn")?;
    check!(case.value(NAME, 0)? == "Hồng Bàng" && case.eval("probe.one('.questions').inert")?, "a newer draft");
    case.press("Về danh sách")?;
    check!(case.eval::<Value>("probe.stored()")? == stored, "a newer version's text was changed");
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}

/// Without locks: the text that is stored tells, and the officer decides.
pub fn without_locks(case: &Case) -> Result<()> {
    case.server.page("/unlocked.html", UNLOCKED);
    case.open_path("/unlocked.html")?;
    case.ready(1)?;
    check!(case.eval("!navigator.locks")?, "there are locks");
    case.start_plan(UBND)?;
    case.fill(NAME, 0, "Hồng Phong")?;
    case.saved()?;
    let first = case.window()?;
    let draft: String = case.eval("probe.element().draft.data.name")?;
    let second = opened_again(case, "/unlocked.html", &draft)?;
    case.fill(NAME, 0, "Của họ")?;
    case.saved()?;
    let stored: Value = case.eval("probe.stored()")?;

    case.to_window(&first)?;
    banner(case, "vừa được lưu ở một cửa sổ khác")?;
    case.fill(NAME, 0, "Của tôi")?;
    case.wait_for("probe.one('.status.failed')")?;
    check!(case.eval::<Value>("probe.stored()")? == stored, "another window's save was overwritten");
    case.press("Xem chỗ khác nhau")?;
    // Word for word, so that the one that both have stands by itself.
    case.wait_for("['họ', 'tôi'].every((word) => probe.words(probe.one('.difference')).includes(word))")?;
    case.picture("conflict")?;
    case.press("Dùng bản ở cửa sổ kia")?;
    banner(case, "")?;
    check!(case.value(NAME, 0)? == "Của họ", "the newer one was not opened");
    // What was changed here is among the copies, and can be had back.
    case.press("Các bản trước")?;
    case.wait_for("probe.words(probe.one('.versions')).includes('Phần chưa lưu được')")?;
    let row = "probe.all('.versions .draft').find((it) => probe.words(it).includes('Phần chưa lưu được'))";
    let take = format!("[...{row}.querySelectorAll('button')].find((it) => probe.words(it) === 'Lấy lại bản này')");
    case.click(&case.pick(&take)?)?;
    case.press("Về kế hoạch")?;
    check!(case.value(NAME, 0)? == "Của tôi", "the copy holds {:?}", case.value(NAME, 0)?);
    case.saved()?;

    // The other window is told in its turn, and keeps its own as another draft.
    case.to_window(&second)?;
    banner(case, "vừa được lưu ở một cửa sổ khác")?;
    case.press("Lưu bản này thành hồ sơ khác")?;
    banner(case, "")?;
    check!(case.value(NAME, 0)? == "Của họ", "the other draft");
    check!(case.eval::<usize>("Object.keys(probe.stored()).length")? == 2, "drafts");

    // What another script clears is saved again by the window that has it.
    case.close_window(&first, &second)?;
    let third = case.new_window()?;
    case.open_path("/unlocked.html")?;
    case.ready(1)?;
    case.eval::<Value>("(() => { localStorage.clear(); return null; })()")?;
    case.to_window(&second)?;
    case.wait_for("Object.keys(probe.stored()).length === 1")?;
    case.close_window(&third, &second)?;
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}
