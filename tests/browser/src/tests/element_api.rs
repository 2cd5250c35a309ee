//! What a host page's script does with the element.

use serde_json::{Value, json};

use super::check;
use crate::Result;
use crate::case::Case;

/// Notes events where a host page would: outside of the element, and inside a shadow root of its own.
const HOST: &str = "<!doctype html><html lang='vi'><head><meta charset='utf-8'><title>api</title>\
    <script src='/doi-thoai.js' defer></script></head><body><main><doi-thoai id='one'></doi-thoai></main></body></html>";

/// Draft in and out, files, events, a life with breaks.
pub fn run(case: &Case) -> Result<()> {
    case.server.page("/api.html", HOST);
    case.open_path("/api.html")?;
    case.ready(1)?;
    case.eval::<Value>(
        "(() => { window.heard = []; for (const name of ['change', 'saved', 'ready', 'exported', 'error']) \
         document.querySelector('main').addEventListener(`doi-thoai-${name}`, (event) => window.heard.push({ name, \
         composed: event.composed, bubbles: event.bubbles, target: event.target.id })); return null; })()",
    )?;
    check!(case.eval::<Value>("probe.element().draft ?? null")?.is_null(), "an element without a draft has one");

    for sample in ["cam-quang-2021", "dien-chau-2026", "tan-yen-2024", "thach-that-2023", "thai-nguyen-2022"] {
        let (given, got): (Value, Value) = case.eval(&format!(
            "fetch('/samples/{sample}.json').then((it) => it.json()).then((it) => {{ probe.element().draft = it; return [it, probe.element().draft]; }})"
        ))?;
        check!(got["app"] == "doi-thoai" && got["schema"] == 4, "{sample}: the envelope is {got}");
        check!(got["data"]["plan"]["title"] == given["data"]["plan"]["title"], "{sample}: another title");
        // Once more: what comes out goes in and comes out the same.
        let again: Value =
            case.eval("(() => { const it = probe.element(), once = it.draft; it.draft = once; return it.draft; })()")?;
        check!(again["data"] == got["data"], "{sample}: the second round differs");
        check!(again["checksum"] == got["checksum"], "{sample}: the second round has another checksum");
    }

    let files: Value = case.eval(
        "(async () => { const files = {}; for (const format of ['html', 'text', 'json']) { \
         const it = await probe.element().exportFile('plan', format); \
         files[format] = { name: it.name, type: it.type, text: await it.text(), blob: it instanceof Blob }; } return files; })()",
    )?;
    for (format, ending, mime) in
        [("html", ".html", "text/html"), ("text", ".txt", "text/plain"), ("json", ".json", "application/json")]
    {
        let file = &files[format];
        check!(file["blob"] == true && file["type"] == mime, "{format}: {} of type {}", file["name"], file["type"]);
        check!(file["name"].as_str().is_some_and(|name| name.ends_with(ending)), "{format}: named {}", file["name"]);
    }
    let title: String = case.eval(
        "probe.sheet().split('\\n').find((line) => line.includes('KẾ HOẠCH') || line.includes('Kế hoạch')) ?? ''",
    )?;
    check!(!title.is_empty(), "the sheet has no title");
    let html = files["html"]["text"].as_str().unwrap_or_default();
    check!(
        html.starts_with("<!doctype html>") || html.starts_with("<!DOCTYPE html>"),
        "html begins {:?}",
        html.chars().take(40).collect::<String>()
    );
    let text = files["text"]["text"].as_str().unwrap_or_default();
    check!(
        text.contains("ĐẢNG CỘNG SẢN VIỆT NAM") && text.contains("\nKẾ HOẠCH\n"),
        "the text begins {:?}",
        text.chars().take(200).collect::<String>()
    );
    let backup: Value = serde_json::from_str(files["json"]["text"].as_str().unwrap_or_default())?;
    check!(backup["data"] == case.draft()?["data"], "the backup is another draft");
    for (paper, format) in [("plan", "exe"), ("nothing", "html")] {
        let refused: bool =
            case.eval(&format!("probe.element().exportFile('{paper}', '{format}').then(() => false, () => true)"))?;
        check!(refused, "exportFile({paper}, {format}) gave a file");
    }

    // A draft that is none is refused, and nothing changes.
    let before = case.draft()?["data"].clone();
    for bad in [json!({}), json!({ "app": "doi-thoai", "kind": "draft", "schema": 99, "data": {} }), json!([])] {
        let refused: bool = case.eval(&format!(
            "(() => {{ try {{ probe.element().draft = {bad}; return false; }} catch {{ return true; }} }})()"
        ))?;
        check!(refused, "a draft was taken: {bad}");
    }
    check!(case.draft()?["data"] == before, "a refused draft has changed something");

    case.eval::<Value>("(() => { window.heard.length = 0; return null; })()")?;
    case.fill("Tên địa bàn", 0, "Mới")?;
    case.eval::<Value>("probe.element().flush() ?? null")?;
    let heard: Vec<Value> = case.eval("window.heard")?;
    for name in ["change", "saved"] {
        check!(heard.iter().any(|event| event["name"] == name), "no {name}: {heard:?}");
    }
    check!(
        heard.iter().all(|event| event["bubbles"] == true && event["composed"] == true && event["target"] == "one"),
        "events: {heard:?}"
    );

    // Out and in again: the draft comes along, and is stored once.
    let before = case.draft()?["data"].clone();
    let count: usize = case.eval("Object.keys(probe.stored()).length")?;
    case.eval::<Value>(
        "(async () => { window.one = probe.element(); window.one.remove(); await new Promise((then) => setTimeout(then, 100)); \
         document.querySelector('main').append(window.one); return null; })()",
    )?;
    case.wait_for("window.heard.some((event) => event.name === 'ready') && window.one.draft")?;
    let ready: Value = case.eval("window.heard.find((event) => event.name === 'ready')")?;
    check!(ready["bubbles"] == true && ready["composed"] == true, "ready: {ready}");
    check!(case.draft()?["data"] == before, "the draft that came back is another");
    let now: usize = case.eval("Object.keys(probe.stored()).length")?;
    check!(now == count, "{count} drafts were stored before the element was moved, {now} after");
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}
