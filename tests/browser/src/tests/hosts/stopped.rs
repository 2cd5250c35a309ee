//! A panic: every element stops and says so; nothing more is saved; what is saved can be had as a file.

use serde_json::Value;

use super::super::check;
use super::super::drafts::{download_by, pick};
use crate::Result;
use crate::case::Case;

/// Modules that trap when they are called: what a browser says of a panic in a handler. Loaded before the element is ready.
const HOST: &str = "<!doctype html><html lang='vi'><head><meta charset='utf-8'><title>stopped</title><script>\
    const traps = Object.fromEntries(['/game.wasm', '/trap/doi-thoai.wasm'].map((it) => [it, WebAssembly.instantiateStreaming(fetch(it))]));\
    window.trap = (it) => traps[it].then(({ instance }) => new Promise((done) => { addEventListener('error', () => setTimeout(done), { once: true }); \
    setTimeout(instance.exports.f); })).then(() => null);</script>\
    <script src='/doi-thoai.js' defer></script></head><body><doi-thoai store='a/b-c%' height='640'></doi-thoai>\
    <doi-thoai id='second' store='none' height='500'></doi-thoai></body></html>";

/// `(module (func (export "f") unreachable))`.
const TRAP: &[u8] = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x07\x05\x01\x01f\0\0\x0a\x05\x01\x03\0\0\x0b";

/// Two elements on a page, one with a draft.
pub fn run(case: &Case) -> Result<()> {
    case.server.page("/stopped.html", HOST);
    case.server.answer("/trap/doi-thoai.wasm", 200, "application/wasm", TRAP);
    // With an empty section: Chromium gives modules of the same bytes the same name.
    case.server.answer("/game.wasm", 200, "application/wasm", &[TRAP, b"\0\x02\x01a"].concat());
    case.open_path("/stopped.html")?;
    case.ready(2)?;
    case.write_a_plan()?;
    let stored: Value = case.eval("probe.stored()")?;

    case.eval::<Value>("trap('/game.wasm')")?;
    let stopped = "[...document.querySelectorAll('doi-thoai')].filter((it) => it.shadowRoot.querySelector('.stopped[role=alert]')).length";
    check!(case.eval::<u32>(stopped)? == 0, "the trap of another module has stopped ours");

    case.step("Cơ quan, số, tiêu đề")?;
    // What is typed now would be saved after a pause.
    case.enter("Tên địa bàn", 0, "Hồng Phong Hạ")?;
    case.eval::<Value>("trap('/trap/doi-thoai.wasm')")?;
    check!(case.eval::<u32>(stopped)? == 2, "not both elements say so");
    let told = case.eval::<String>("probe.events.filter((it) => it.name === 'error').map((it) => it.code).join()")?;
    check!(told == "stopped,stopped", "told: {told}");
    check!(case.eval("probe.one('.app').inert")?, "what is shown still answers");
    case.picture("banner")?;

    // The draft as a file, as it is stored: the very text.
    let file = download_by(case, "Lưu các hồ sơ đã lưu ra tệp", "doi-thoai.json")?;
    let text = std::fs::read_to_string(&file)?;
    let kept = stored.as_object().and_then(|all| all.values().next()).and_then(Value::as_str).unwrap_or_default();
    check!(!kept.is_empty() && text == kept, "the file holds {text}");
    // Where nothing is stored, it says so.
    let said: String = case.eval(
        "(() => { const box = document.getElementById('second').shadowRoot.querySelector('.stopped'); \
         box.querySelectorAll('button')[1].click(); return box.querySelector('p').textContent; })()",
    )?;
    check!(said.contains("chưa lưu hồ sơ nào"), "said: {said}");

    // No new element, no call, nothing saved.
    case.eval::<Value>("(() => { probe.element().flush(); const it = document.createElement('doi-thoai'); it.id = 'late'; document.body.append(it); return null; })()")?;
    case.wait_for("document.getElementById('late').shadowRoot.querySelector('.stopped')")?;
    let refused: bool = case.eval("probe.element().exportFile('plan', 'text').then(() => false, () => true)")?;
    check!(refused, "a stopped program has made a file");
    case.eval::<Value>(
        "(async () => { probe.element().remove(); await new Promise((then) => setTimeout(then, 50)); return null; })()",
    )?;
    std::thread::sleep(std::time::Duration::from_millis(1500));
    let now: Value = case.eval("probe.stored()")?;
    check!(now == stored, "something was saved: {now}\nbefore: {stored}");

    // Several drafts are an archive, which the program opens again.
    case.reload()?;
    case.eval::<Value>("(() => { const [key, text] = Object.entries(probe.stored())[0]; localStorage.setItem(key + '2', text); return null; })()")?;
    case.eval::<Value>("trap('/trap/doi-thoai.wasm')")?;
    let file = download_by(case, "Lưu các hồ sơ đã lưu ra tệp", "doi-thoai.zip")?;
    let mut archive = zip::ZipArchive::new(std::fs::File::open(&file)?)?;
    check!(archive.len() == 2, "the archive has {} files", archive.len());
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at)?;
        let (name, mut text) = (entry.name()?.into_owned(), String::new());
        std::io::Read::read_to_string(&mut entry, &mut text)?;
        check!(name.ends_with(".json") && text == kept, "{name} holds {text}");
    }
    case.press("Tải lại trang")?;
    case.wait_for("!probe.one('.stopped') && probe.one('.wizard')")?;
    case.press("Về danh sách")?;
    case.wait_for("probe.all('.draft').length === 2")?;
    pick(case, &file)?;
    case.wait_for("probe.all('.draft').length === 4")?;
    Ok(())
}
