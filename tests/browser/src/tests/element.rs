//! The element's life in a host that moves things about.

use super::check;
use crate::Result;
use crate::case::Case;

const HOST: &str = "<!doctype html><html lang='vi'><head><meta charset='utf-8'><title>life</title>\
    <script src='/doi-thoai.js' defer></script></head>\
    <body><section id='a'><doi-thoai id='one'></doi-thoai></section><section id='b'></section></body></html>";

/// Moves, removals and early values.
pub fn run(case: &Case) -> Result<()> {
    case.server.page("/life.html", HOST);
    case.open_path("/life.html")?;
    case.ready(1)?;

    // Moved within one turn: the same instance, no second start.
    let same: bool = case.eval(
        "(async () => { const one = document.getElementById('one'), root = one.shadowRoot.firstElementChild; \
         document.getElementById('b').append(one); await new Promise((r) => setTimeout(r, 100)); \
         return one.shadowRoot.firstElementChild === root; })()",
    )?;
    check!(same, "a moved element started anew");
    let ready: usize = case.eval("probe.events.filter((event) => event.name === 'ready').length")?;
    check!(ready == 1, "ready came {ready} times");

    // Taken out for good, then put back.
    let emptied: bool = case.eval(
        "(async () => { window.one = document.getElementById('one'); one.remove(); \
         await new Promise((r) => setTimeout(r, 50)); return one.shadowRoot.childElementCount === 0; })()",
    )?;
    check!(emptied, "an element that was taken out is still mounted");
    case.wait_for("document.body.append(window.one) || 1")?;
    case.ready(2)?;
    check!(!case.text_inside("#one")?.is_empty(), "an element that came back is empty");

    // Before it is shown, an element keeps the draft that it was given.
    let kept: i64 = case.eval("(() => { const it = document.createElement('doi-thoai'); it.draft = { version: 7 }; return it.draft.version; })()")?;
    check!(kept == 7, "the waiting draft is {kept}");
    let refused: bool =
        case.eval("(() => { try { window.one.draft = 'text'; } catch { return true; } return false; })()")?;
    check!(refused, "a draft that is no object was taken");

    // Removed while it loads: nothing is mounted, nothing breaks.
    let gone: bool = case.eval(
        "(async () => { const it = document.createElement('doi-thoai'); document.body.append(it); it.remove(); \
         await new Promise((r) => setTimeout(r, 200)); return it.shadowRoot.childElementCount === 0; })()",
    )?;
    check!(gone, "an element that left at once was mounted");
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}
