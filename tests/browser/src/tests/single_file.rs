//! The page in one file, as it opens from a USB stick.

use serde_json::Value;

use super::check;
use super::hosts::{Allows, works};
use crate::Result;
use crate::case::Case;

/// Everything that the page of many files does: a plan, its paper as a Word file, an old paper, a form.
pub fn run(case: &Case) -> Result<()> {
    // A folder's name as an officer would choose it.
    let folder =
        crate::root().join("target/browser-tests").canonicalize()?.join(case.kind().name()).join("Đối thoại #1");
    std::fs::create_dir_all(&folder)?;
    std::fs::copy(case.dist.join("doi-thoai.html"), folder.join("doi-thoai.html"))?;
    let path = folder.join("doi-thoai.html").to_string_lossy().replace('#', "%23").replace(' ', "%20");
    case.open_url(&format!("file://{path}"))?;
    case.probe_file()?;
    case.wait_for("document.fonts.status === 'loaded' && document.fonts.size === 4")?;
    case.picture("file")?;

    works(case, Allows::Storage)?;
    let word: Vec<u8> = case.eval(
        "probe.element().exportFile('plan', 'docx').then((it) => it.arrayBuffer()).then((it) => [...new Uint8Array(it)])",
    )?;
    let old = folder.join("kế hoạch cũ.docx");
    std::fs::write(&old, word)?;
    case.press("Về danh sách")?;
    case.press("Mở kế hoạch cũ")?;
    let field = case.pick("probe.one('.import-pick input[type=file]')")?;
    case.keys(&field, &old.to_string_lossy())?;
    case.wait_for("probe.all('.source-line').length > 20")?;
    case.press("Lập hồ sơ từ văn bản này")?;
    case.sheet_says("NGHĨA THUẬN ĐƯỜNG")?;

    case.press("Về danh sách")?;
    case.press("In phiếu trắng")?;
    case.use_template("Phiếu trống")?;
    case.wait_for("probe.one('.page .group')")?;
    case.step("Câu hỏi")?;
    case.press("Chọn nhiều")?;
    case.wait_for("probe.focused()?.matches('.in-place')")?;
    case.press_keys("Ông, bà quan tâm việc gì nhất?")?;
    case.sheet_says("Ông, bà quan tâm việc gì nhất?")?;
    case.picture("form")?;
    case.press("Về danh sách")?;
    case.wait_for("probe.all('.draft').length === 3")?;

    let fetched: Vec<String> = case.eval("performance.getEntriesByType('resource').map((it) => it.name)")?;
    check!(fetched.iter().all(|name| name.starts_with("data:")), "fetched: {fetched:?}");
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    let violations = case.violations()?;
    check!(violations.is_empty(), "blocked: {violations:?}");

    // The page of many files cannot start from there; it says which file can, and leads to it.
    case.open_url(&format!("file://{}", case.dist.join("index.html").display()))?;
    case.wait_for(
        "(() => { const it = document.querySelector('doi-thoai'); const told = it.matches(':defined') \
         ? it.shadowRoot.querySelector('.failed') : it; return told?.textContent.includes('doi-thoai.html'); })()",
    )?;
    let link: Value = case.eval("document.querySelector('doi-thoai').shadowRoot?.querySelector('.failed a')?.href")?;
    check!(link.is_null() || link.as_str().is_some_and(|it| it.ends_with("/doi-thoai.html")), "the link is {link}");
    case.picture("page-of-many")
}
