//! The print button: what its frame holds is what the page of the paper holds.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use serde_json::Value;
use thirtyfour::Key;

use super::check;
use super::print_page::{become_paper, sized, whole};
use crate::Result;
use crate::browser::{self, Kind};
use crate::case::Case;
use crate::pdf::Pdf;

/// What a document that is printed consists of.
const CONTENT: &str = "const content = (page) => ({ body: page.body.innerHTML, mode: page.compatMode, title: page.title, \
    faces: [...page.fonts].map((it) => `${it.family} ${it.weight} ${it.style} ${it.status}`).sort(), \
    rules: [...page.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)) });";

/// Looks into the frame at the moment of printing, then, in Firefox, at what comes out.
pub fn run(case: &Case) -> Result<()> {
    let draft = case.open_sample("thai-nguyen-2022")?;
    case.eval::<Value>("probe.element().flush() ?? null")?;
    let text = case.export("text")?;
    let boxes: usize = case.eval("probe.all('.pages .page').length")?;

    if case.kind() == Kind::Firefox {
        let file = browser::printed()?;
        let _ = std::fs::remove_file(&file);
        case.press("In")?;
        case.wait_for("document.querySelector('iframe.doi-thoai-print')")?;
        let pdf = printed(&file)?;
        sized(&pdf, 210.0, 297.0)?;
        whole(&pdf, boxes, &text)?;
    }

    // The frame's window is there before its `load` reaches the element, which fills it then.
    case.eval::<Value>(&format!(
        "(() => {{ {CONTENT} document.addEventListener('load', (event) => {{ const frame = event.target; \
         if (frame.matches?.('iframe.doi-thoai-print')) Object.defineProperty(frame.contentWindow, 'print', \
         {{ value: () => {{ window.printed = content(frame.contentDocument); }} }}); }}, true); return null; }})()"
    ))?;
    case.press("In")?;
    let framed = case.wait_for("window.printed")?;
    let frames: usize = case.eval("document.querySelectorAll('iframe').length")?;
    check!(frames == 1, "{frames} frames");
    let hidden: bool = case.eval(
        "(() => { const it = document.querySelector('iframe.doi-thoai-print'), box = it.getBoundingClientRect(); \
         return box.right <= 0 && it.ariaHidden === 'true' && it.tabIndex === -1 \
         && document.documentElement.scrollWidth <= innerWidth; })()",
    )?;
    check!(hidden, "the frame can be seen or reached");
    check!(framed["mode"] == "CSS1Compat", "the frame is in quirks mode");

    // The key does the same, also after a press on nothing.
    case.eval::<Value>("(window.printed = null)")?;
    case.click(&case.pick("probe.one('.bar .status')")?)?;
    case.chord(&[Key::Control], 'p')?;
    case.wait_for("window.printed")?;

    become_paper(case, &draft)?;
    let page: Value = case.eval(&format!("(() => {{ {CONTENT} return content(document); }})()"))?;
    for part in ["body", "rules", "title"] {
        check!(
            framed[part] == page[part],
            "the {part} of the frame and of the page differ:\n{}\n{}",
            framed[part],
            page[part]
        );
    }
    // The page has the faces of the screen as well.
    let faces = framed["faces"].as_array().map_or(0, Vec::len);
    let loaded = framed["faces"]
        .as_array()
        .is_some_and(|faces| faces.iter().all(|face| face.as_str().is_some_and(|face| face.ends_with(" loaded"))));
    check!(faces == 4 && loaded, "the frame has the faces {}", framed["faces"]);
    let violations = case.violations()?;
    check!(violations.is_empty(), "blocked: {violations:?}");
    Ok(())
}

/// Waits for the file of Firefox's silent printer, until it is whole.
pub(super) fn printed(file: &PathBuf) -> Result<Pdf> {
    let begin = Instant::now();
    while begin.elapsed() < Duration::from_secs(60) {
        std::thread::sleep(Duration::from_millis(100));
        if std::fs::read(file).is_ok_and(|bytes| bytes.trim_ascii_end().ends_with(b"%%EOF")) {
            return Ok(Pdf(file.clone()));
        }
    }
    Err(format!("{} was not printed", file.display()).into())
}
