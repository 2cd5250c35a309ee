//! The element's life before it is shown. What a host does to one that is shown stands in `hosts`.

use super::check;
use crate::Result;
use crate::case::Case;

const HOST: &str = "<!doctype html><html lang='vi'><head><meta charset='utf-8'><title>life</title>\
    <script src='/doi-thoai.js' defer></script></head><body><doi-thoai></doi-thoai></body></html>";

/// Early values, and one that leaves before it is there.
pub fn run(case: &Case) -> Result<()> {
    case.server.page("/life.html", HOST);
    case.open_path("/life.html")?;
    case.ready(1)?;

    // Before it is shown, an element keeps the draft that it was given.
    let kept: i64 = case.eval("(() => { const it = document.createElement('doi-thoai'); it.draft = { version: 7 }; return it.draft.version; })()")?;
    check!(kept == 7, "the waiting draft is {kept}");
    let refused: bool =
        case.eval("(() => { try { probe.element().draft = 'text'; } catch { return true; } return false; })()")?;
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
