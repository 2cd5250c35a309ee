//! The page in one file, as it opens from a USB stick.

use super::check;
use crate::Result;
use crate::case::Case;

/// No probe here: the file's own policy lets no other script in.
pub fn run(case: &Case) -> Result<()> {
    // A folder's name as an officer would choose it.
    let folder = crate::root().join("target/browser-tests").canonicalize()?.join("Đối thoại #1");
    std::fs::create_dir_all(&folder)?;
    std::fs::copy(case.dist.join("doi-thoai.html"), folder.join("doi-thoai.html"))?;
    let path = folder.join("doi-thoai.html").to_string_lossy().replace('#', "%23").replace(' ', "%20");
    case.open_url(&format!("file://{path}"))?;
    case.wait_for("document.querySelector('doi-thoai').shadowRoot?.querySelector('.root')?.textContent")?;
    case.wait_for("document.fonts.status === 'loaded' && document.fonts.size === 4")?;
    let failed: bool =
        case.eval("Boolean(document.querySelector('doi-thoai').shadowRoot.querySelector('.failed[role=alert]'))")?;
    check!(!failed, "{}", case.text_inside("doi-thoai")?);
    let fetched: Vec<String> = case.eval("performance.getEntriesByType('resource').map((it) => it.name)")?;
    check!(fetched.iter().all(|name| name.starts_with("data:")), "fetched: {fetched:?}");
    case.picture("file")?;
    let violations = case.violations()?;
    check!(violations.is_empty(), "blocked: {violations:?}");

    // The page of many files cannot start from there; it says which file can.
    case.open_url(&format!("file://{}", case.dist.join("index.html").display()))?;
    case.wait_for(
        "(() => { const it = document.querySelector('doi-thoai'); const told = it.matches(':defined') \
         ? it.shadowRoot.querySelector('.failed') : it; return told?.textContent.includes('doi-thoai.html'); })()",
    )?;
    case.picture("page-of-many")
}
