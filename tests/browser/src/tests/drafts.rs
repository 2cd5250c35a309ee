//! The list of drafts, and their backup files.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::Key;

use super::check;
use crate::Result;
use crate::browser::{self, Kind};
use crate::case::Case;
use crate::screen::UBND;

/// The box that a file is picked with.
const FILE: &str = "probe.one('input[type=file]')";

/// Every button of the list, a file out and in, and files that are none.
pub fn run(case: &Case) -> Result<()> {
    case.open_home()?;
    case.start_plan(UBND)?;
    case.fill("Tên địa bàn", 0, "Hồng Phong")?;
    case.saved()?;
    let data = case.draft()?["data"].clone();
    let file = download(case)?;
    case.press("Về danh sách")?;
    names(case, &["Ủy ban nhân dân xã, phường 2026"])?;

    case.press("Đổi tên")?;
    let field = case.pick("probe.one('.draft input')")?;
    case.click(&field)?;
    case.chord(&[Key::Control], 'a')?;
    case.press_keys("Kế hoạch <b>số 1</b>")?;
    case.press_keys(&char::from(Key::Enter).to_string())?;
    names(case, &["Kế hoạch <b>số 1</b>"])?;
    case.picture("renamed")?;
    case.press("Nhân đôi")?;
    names(case, &["Kế hoạch <b>số 1</b>", "Kế hoạch <b>số 1</b> (bản sao)"])?;

    let before = stored(case)?;
    case.press_nth("Xóa", 0)?;
    case.wait_for("probe.all('.draft').length === 1")?;
    case.picture("deleted")?;
    case.press("Hoàn tác")?;
    case.wait_for("probe.all('.draft').length === 2")?;
    check!(stored(case)? == before, "the draft that was brought back is another");

    // The file becomes a new draft, equal to the one that was saved.
    pick(case, &file)?;
    case.wait_for("probe.all('.draft').length === 3")?;
    let told = notice(case)?;
    check!(told.starts_with("Đã mở tệp sao lưu thành hồ sơ mới"), "told: {told:?}");
    case.press("Ủy ban nhân dân xã, phường 2026")?;
    case.wait_for("probe.one('.wizard')")?;
    check!(case.draft()?["data"] == data, "the draft from the file is another");
    check!(case.value("Tên địa bàn", 0)? == "Hồng Phong", "the field is another");
    case.press("Về danh sách")?;
    case.wait_for("probe.all('.draft').length === 3")?;

    // Files that are no backup: a sentence each, and nothing changes.
    let text = std::fs::read_to_string(&file)?;
    let kept = stored(case)?;
    let bad: [(&str, Vec<u8>, &str); 7] = [
        ("damaged", text.replace("Hồng Phong", "Hồng Phúc").into_bytes(), "Tệp bị hỏng"),
        ("cut", text.as_bytes()[..text.len() / 2].to_vec(), "Tệp bị cắt cụt hoặc không phải"),
        ("empty", Vec::new(), "Tệp bị cắt cụt hoặc không phải"),
        ("foreign", b"{\"app\": \"another\", \"data\": {}}".to_vec(), "Đây không phải tệp sao lưu"),
        ("bytes", vec![0xff, 0xfe, 0x00, 0xd8, 0x00], "Đây không phải tệp sao lưu hay tệp Word"),
        ("newer", text.replace("\"schema\": 4", "\"schema\": 99").into_bytes(), "Hồ sơ này do phiên bản mới hơn lưu"),
        (
            "bad-value",
            json!({ "app": "doi-thoai", "kind": "draft", "schema": 1, "data": { "name": 5, "plan": [] } })
                .to_string()
                .into_bytes(),
            "Tệp có chỗ không hợp lệ",
        ),
    ];
    for (name, bytes, sentence) in bad {
        let spoilt = file.with_file_name(format!("{name}.json"));
        std::fs::write(&spoilt, bytes)?;
        case.eval::<Value>("(() => { probe.button('Đóng')?.click(); return null; })()")?;
        pick(case, &spoilt)?;
        case.wait_for("!probe.one('.notice').matches('.gone')")?;
        let told = notice(case)?;
        check!(told.starts_with(sentence), "{name}: told {told:?}");
        check!(stored(case)? == kept, "{name}: a file that was refused has changed the drafts");
    }
    case.picture("refused")?;

    // Stored drafts that cannot be read: of one with a copy that opens, of one without the text can be had as a file.
    let torn: usize = case.eval(
        "(() => { const torn = (has) => { const key = Object.keys(probe.stored()).find((it) => has === Object.keys(localStorage).some((other) => \
         other.startsWith(it.replace('/d/', '/v/') + '/'))); localStorage.setItem(key, localStorage.getItem(key).slice(0, 99)); return 1; }; \
         return torn(true) + torn(false); })()",
    )?;
    check!(torn == 2, "{torn} drafts were torn");
    case.reload()?;
    case.wait_for("probe.all('.draft').length === 3")?;
    let state: Vec<String> = case.eval("probe.all('.draft.unread').map(probe.words)")?;
    check!(state.len() == 1, "unreadable drafts in the list: {state:?}");
    let with_copy = "probe.all('.draft').find((it) => probe.words(it).includes('bản mới nhất bị hỏng'))";
    case.click(&case.pick(&format!("{with_copy}.querySelector('.draft-name')"))?)?;
    case.wait_for("probe.one('.wizard')")?;
    let told = notice(case)?;
    check!(told.starts_with("Bản mới nhất bị hỏng"), "told: {told:?}");
    case.saved()?;
    check!(
        case.eval("Object.keys(localStorage).some((key) => key.includes('/q/'))")?,
        "the text that could not be read was not kept"
    );
    case.press("Về danh sách")?;
    case.wait_for("probe.all('.draft').length === 3 && probe.all('.draft.unread').length === 1")?;
    case.picture("unreadable")?;
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}

fn names(case: &Case, names: &[&str]) -> Result<()> {
    let mut names: Vec<&str> = names.to_vec();
    names.sort_unstable();
    case.wait_for(&format!(
        "JSON.stringify(probe.all('.draft-name').map(probe.words).sort()) === JSON.stringify({}.sort())",
        json!(names)
    ))?;
    Ok(())
}

pub(super) fn notice(case: &Case) -> Result<String> {
    case.eval("probe.words(probe.one('.notice p'))")
}

fn stored(case: &Case) -> Result<Value> {
    case.eval("probe.stored()")
}

pub(super) fn pick(case: &Case, file: &std::path::Path) -> Result<()> {
    let field = case.pick(FILE)?;
    case.keys(&field, &file.to_string_lossy())
}

/// Presses the button that saves a backup, and gives the file.
fn download(case: &Case) -> Result<PathBuf> {
    download_by(case, "Sao lưu ra tệp", "uy-ban-nhan-dan-xa-phuong-2026.json")
}

/// Whether a file has its end: the brace of a backup, the directory of an archive.
fn is_whole(bytes: &[u8]) -> bool {
    bytes.ends_with(b"}") || bytes.len().checked_sub(22).is_some_and(|end| bytes[end..].starts_with(b"PK\x05\x06"))
}

/// Presses a button that saves a file, and gives the file.
pub(super) fn download_by(case: &Case, button: &str, name: &str) -> Result<PathBuf> {
    let folder = browser::downloads(case.kind())?;
    std::fs::remove_dir_all(&folder)?;
    let folder = browser::downloads(case.kind())?;
    if case.kind() == Kind::Chromium {
        case.cdp("Browser.setDownloadBehavior", json!({ "behavior": "allow", "downloadPath": folder }))?;
    }
    case.press(button)?;
    let file = folder.join(name);
    let begin = Instant::now();
    while begin.elapsed() < Duration::from_secs(10) {
        std::thread::sleep(Duration::from_millis(100));
        if std::fs::read(&file).is_ok_and(|bytes| is_whole(&bytes)) {
            return Ok(file);
        }
    }
    let there: Vec<_> = std::fs::read_dir(&folder)?.flatten().map(|it| it.file_name()).collect();
    Err(format!("no backup came as {}; there are {there:?}", file.display()).into())
}
