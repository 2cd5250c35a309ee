//! The contract's policy as a header, which the page's own meta tag cannot loosen.

use super::super::check;
use super::{Allows, works};
use crate::Result;
use crate::case::Case;

/// A tag, a placeholder that is there from the start, and one that comes later.
pub fn run(case: &Case) -> Result<()> {
    case.open_strict(
        "<!doctype html><html lang='vi'><head><meta charset='utf-8'><title>strict</title>\
         <script src='/doi-thoai.js?ver=7' defer></script></head><body><doi-thoai height='400'></doi-thoai>\
         <div class='doi-thoai' data-view='form' data-height='300'>old content</div></body></html>",
    )?;
    case.ready(2)?;
    let late = "(() => { const outer = document.createElement('section'), late = document.createElement('div'); \
        late.className = 'doi-thoai'; outer.append(late); document.body.append(outer); return 1; })()";
    case.wait_for(late)?;
    case.ready(3)?;

    let heights: Vec<f64> =
        case.eval("[...document.querySelectorAll('doi-thoai[height]')].map((it) => it.offsetHeight)")?;
    check!(heights == [400.0, 300.0], "heights: {heights:?}");
    // One start for all: the module was asked for once.
    let modules = case.server.requests().iter().filter(|path| path.ends_with(".wasm")).count();
    check!(modules == 1, "the module was fetched {modules} times");

    works(case, Allows::Storage)?;
    case.picture("plan")?;
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    let violations = case.violations()?;
    check!(violations.is_empty(), "blocked: {violations:?}");
    Ok(())
}
