//! The page opens.

use super::check;
use crate::Result;
use crate::case::Case;

/// Opens the page and the demo host.
pub fn run(case: &Case) -> Result<()> {
    case.open_path("/")?;
    case.ready(1)?;
    let text = case.text_inside("doi-thoai")?;
    check!(!text.trim().is_empty(), "the element is empty");
    let version: String = case.eval("document.querySelector('doi-thoai').version")?;
    check!(version == env!("CARGO_PKG_VERSION"), "the element says it is version {version}");
    case.picture("page")?;

    case.open_path("/demo/")?;
    case.ready(2)?;
    let placed: usize = case.eval("document.querySelectorAll('div.doi-thoai > doi-thoai[view=plan]').length")?;
    check!(placed == 1, "{placed} elements in the placeholder");
    case.picture("demo")?;

    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    let violations = case.violations()?;
    check!(violations.is_empty(), "blocked: {violations:?}");
    Ok(())
}
