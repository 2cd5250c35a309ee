//! Hostile drafts and files in a whole browser: no script of theirs runs, each is told in a sentence, the page goes on.

use std::io::Write;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::check;
use super::drafts::{notice, pick};
use crate::Result;
use crate::browser::downloads;
use crate::case::Case;
use crate::screen::UBND;

/// A draft with every kind of value.
const DRAFT: &str = include_str!("../../../fixtures/draft-v4.json");

/// What each would do, if it were more than words: `broken` would be there.
const PAYLOADS: [&str; 4] = [
    "<script>parent.broken=window.broken=1</script><img src=x onerror=\"parent.broken=window.broken=1\">",
    "\"'><svg/onload=window.broken=1><iframe srcdoc=\"<script>parent.broken=1</script>\"></iframe>",
    "</style></textarea></title><script>window.broken=1</script><a href=\"javascript:window.broken=1\" autofocus onfocus=window.broken=1>",
    "javascript:window.broken=1//\u{202e}${window.broken=1}{{constructor.constructor('window.broken=1')()}}",
];

/// Fields that officers write words into.
const WORDS: [&str; 26] = [
    "name",
    "title",
    "heading",
    "text",
    "words",
    "who",
    "purpose",
    "agency",
    "noun",
    "help",
    "village",
    "head",
    "office",
    "by",
    "from",
    "field",
    "answered_by",
    "result",
    "signer",
    "position",
    "audience",
    "event",
    "about",
    "issuer",
    "place",
    "subtitle",
];

/// As the element's property, as a file, in the store; and after all that the page works as ever.
pub fn run(case: &Case) -> Result<()> {
    case.open_home()?;
    let asked = case.server.requests();
    for payload in PAYLOADS {
        by_property(case, payload)?;
    }
    by_file(case)?;
    let mut since = case.server.requests().split_off(asked.len());
    // The papers as files are pages of this test.
    since.retain(|path| path != "/printed.html");
    check!(since.is_empty(), "asked for: {since:?}");
    planted(case)?;
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    let violations = case.violations()?;
    check!(violations.is_empty(), "blocked: {violations:?}");
    Ok(())
}

/// The draft with a text in every field of words.
fn draft_of(payload: &str) -> Result<Value> {
    fn write(value: &mut Value, payload: &str) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(|item| write(item, payload)),
            Value::Object(fields) => {
                for (name, value) in fields {
                    if value.is_string() && WORDS.contains(&name.as_str()) {
                        *value = payload.into();
                    } else {
                        write(value, payload);
                    }
                }
            }
            _ => {}
        }
    }
    let mut draft: Value = serde_json::from_str(DRAFT)?;
    if let Some(envelope) = draft.as_object_mut() {
        envelope.remove("checksum");
    }
    write(&mut draft["data"], payload);
    Ok(draft)
}

/// Fails if a script ran, or a text has become markup.
fn unbroken(case: &Case, what: &str) -> Result<()> {
    let broken: Value = case.eval("window.broken ?? null")?;
    check!(broken.is_null(), "{what}: a script of the draft has run");
    let odd: usize = case.eval(
        "probe.all('script, img, iframe, object, embed, link, [onload], [onerror], [onfocus], a[href^=\"javascript\"]').length",
    )?;
    check!(odd == 0, "{what}: {odd} elements of the draft's own are in the page");
    Ok(())
}

fn by_property(case: &Case, payload: &str) -> Result<()> {
    let draft = draft_of(payload)?;
    case.eval::<Value>(&format!("(() => {{ probe.element().draft = {draft}; return null; }})()"))?;
    case.wait_for("probe.one('.wizard') && probe.one('.page')")?;
    unbroken(case, payload)?;
    let says: bool =
        case.eval(&format!("probe.sheet().includes({})", json!(payload.chars().take(20).collect::<String>())))?;
    check!(says, "{payload}: the sheet does not say it");
    // Every paper as a file, opened as a page of no policy at all.
    let files: Vec<(String, String)> = case.eval(
        "(async () => { const files = []; for (const paper of ['plan', 'form', 'invitation', 'notice', 'minutes', 'timeline', 'register']) \
         files.push([paper, await (await probe.element().exportFile(paper, 'html')).text()]); return files; })()",
    )?;
    for (paper, html) in files {
        let broken: Value = case.beside(&html, || case.eval("window.broken ?? document.scripts.length - 1"))?;
        check!(broken == json!(0), "{paper} as a file: {payload} came to {broken}");
    }
    case.picture("property")?;
    case.press("Về danh sách")?;
    case.wait_for("probe.one('.drafts')")?;
    unbroken(case, payload)
}

fn by_file(case: &Case) -> Result<()> {
    let bomb = {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        zip.start_file("word/document.xml", zip::write::SimpleFileOptions::default())?;
        (0..65).try_for_each(|_| zip.write_all(&vec![b' '; 1024 * 1024]))?;
        zip.finish()?.into_inner()
    };
    let plain = |data: Value| {
        json!({ "app": "doi-thoai", "kind": "draft", "schema": 4, "data": data }).to_string().into_bytes()
    };
    let files: [(&str, Vec<u8>, &str); 9] = [
        ("script.json", draft_of(PAYLOADS[0])?.to_string().into_bytes(), "Đã mở tệp sao lưu thành hồ sơ mới"),
        ("deep.json", "[".repeat(100_000).into_bytes(), "Tệp bị cắt cụt hoặc không phải"),
        ("deeper.json", "{\"data\":".repeat(100_000).into_bytes(), "Tệp bị cắt cụt hoặc không phải"),
        ("lone.json", b"{\"app\":\"\\ud800\"}".to_vec(), "Tệp bị cắt cụt hoặc không phải"),
        ("kinds.json", plain(json!({ "name": { "toString": 1 }, "year": [], "plan": 5 })), "Tệp có chỗ không hợp lệ"),
        ("long.json", plain(json!({ "year": "<script>".repeat(1_000_000) })), "Tệp có chỗ không hợp lệ"),
        ("large.json", plain(json!({ "year": 2026, "name": "đ".repeat(10_000_000) })), "Không lưu được"),
        ("bomb.docx", bomb, "Tệp này quá lớn"),
        ("cut.docx", b"PK\x03\x04\x14\0\0\0".to_vec(), "Tệp này bị hỏng"),
    ];
    for (name, bytes, sentence) in files {
        let file: PathBuf = downloads(case.kind())?.join(name);
        std::fs::write(&file, bytes)?;
        case.eval::<Value>("(() => { probe.button('Đóng')?.click(); return null; })()")?;
        pick(case, &file)?;
        case.wait_for("!probe.one('.notice').matches('.gone')")?;
        let told = notice(case)?;
        std::fs::remove_file(&file)?;
        check!(told.starts_with(sentence), "{name}: told {:?}", told.chars().take(200).collect::<String>());
        check!(told.chars().count() < 400, "{name}: the sentence has {} letters", told.chars().count());
        unbroken(case, name)?;
    }
    case.picture("files")
}

/// Another script of the site has written into the store.
fn planted(case: &Case) -> Result<()> {
    let count: usize = case.eval("Object.keys(probe.stored()).length")?;
    let texts = [
        draft_of(PAYLOADS[2])?.to_string(),
        "<script>window.broken=1</script>".into(),
        "{\"a\":".repeat(100_000),
        String::new(),
        "null".into(),
        json!({ "app": "doi-thoai", "kind": "draft", "schema": 4, "data": { "plan": { "outline": "<img onerror>" } } })
            .to_string(),
        json!({ "app": "doi-thoai", "kind": "draft", "schema": 4, "rev": -1, "saved_at": PAYLOADS[1], "holes": 1e99,
            "data": { "name": PAYLOADS[1], "year": 2026 } })
        .to_string(),
    ];
    case.eval::<Value>(&format!(
        "(() => {{ {}.forEach((text, at) => localStorage.setItem(`doi-thoai/1/-/d/planted${{at}}\"><b>`, text)); \
         localStorage.setItem('doi-thoai/1/-/office', '{{\"organ\":7}}'); localStorage.setItem('doi-thoai/1/-/own/<b>', '<b>'); \
         localStorage.setItem('doi-thoai/1/-/u/lang', '<script>'); return null; }})()",
        json!(texts)
    ))?;
    case.reload()?;
    case.wait_for(&format!("probe.all('.draft').length === {}", count + texts.len()))?;
    unbroken(case, "planted")?;
    let unread: usize = case.eval("probe.all('.draft.unread').length")?;
    check!(unread == 5, "{unread} planted drafts are told to be unreadable, not 5");
    case.picture("planted")?;
    // The readable ones open, and a new one is started, written and saved as ever.
    for name in [PAYLOADS[2], PAYLOADS[1]] {
        case.press(&name.split_whitespace().collect::<Vec<_>>().join(" "))?;
        case.wait_for("probe.one('.page')")?;
        unbroken(case, "opened")?;
        case.press("Về danh sách")?;
        case.wait_for("probe.one('.drafts')")?;
    }
    case.start_plan(UBND)?;
    case.fill("Tên địa bàn", 0, "Hồng Phong")?;
    case.sheet_says("HỒNG PHONG")?;
    case.saved()
}
