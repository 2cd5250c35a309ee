//! What stands in the margins of a form keeps clear of each other and of the form, whatever the paper.

use serde_json::{Value, json};

use super::check;
use crate::Result;
use crate::case::Case;

/// Tries papers with everything that a margin can hold, with and without a stub.
pub fn run(case: &Case) -> Result<()> {
    case.open_home()?;
    for (paper, size, two_up) in [("A4", "", false), ("A5", "a5", false), ("two A5", "a5", true)] {
        for stub in [false, true] {
            let name = format!("{paper}{}", if stub { " with a stub" } else { "" });
            shown(case, json!({ "title": name, "size": size, "two_up": two_up, "stub": stub }))?;
            clear(case, &name)?;
            let serials: Vec<String> = texts(case, ".strip.right")?;
            let told = serials.iter().filter(|words| !words.is_empty()).count();
            // With a stub the number stands there alone; without one, on each of the two pages.
            check!(told == if stub { 1 } else { 2 }, "{name}: numbers {serials:?}");
            check!(texts(case, ".strip.on-stub.right")?.len() == usize::from(stub), "{name}: no number on the stub");
            check!(texts(case, ".page-header")? == ["Dòng đầu 2026"; 2], "{name}: the line above");
            check!(texts(case, ".page-footer")? == ["Dòng cuối"; 2], "{name}: the line below");
        }
    }

    // The same by hand, and back by undo.
    case.fill("Dòng đầu trang", 0, "Đợt hai")?;
    case.wait_for("probe.words(probe.one('.page .page-header')) === 'Đợt hai'")?;
    case.step("Phân phát")?;
    let stub = case.pick(
        "probe.all('.field.switch').find((it) => probe.words(it).startsWith('Có cuống phiếu'))?.querySelector('input')",
    )?;
    case.click(&stub)?;
    case.wait_for("!probe.one('.page .cut')")?;
    case.press("Hoàn tác")?;
    case.wait_for("probe.one('.page .cut')")?;
    // A secret form keeps its numbers on the stub, and the check has nothing against it.
    let secret = case.pick(
        "probe.all('.field.switch').find((it) => probe.words(it).startsWith('Phiếu kín'))?.querySelector('input')",
    )?;
    case.click(&secret)?;
    case.wait_for("probe.words(probe.one('.page .on-stub.right')) === 'Số phiếu: 0101'")?;
    case.step("Kiểm tra")?;
    check!(
        case.eval(
            "!probe.all('.missing').some((it) => it.textContent.includes('Phiếu kín không được đánh số phiếu'))"
        )?,
        "the check refuses a number on a stub"
    );
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}

/// Opens a form of two pages with all that stands in margins.
fn shown(case: &Case, with: Value) -> Result<()> {
    let blocks = json!([
        { "id": 10, "kind": "open", "title": "Một", "lines": 1 }, { "id": 11, "kind": "page-break" },
        { "id": 12, "kind": "open", "title": "Hai", "lines": 1 },
    ]);
    let mut form = json!({ "id": 1, "blocks": blocks, "counted": true, "corner_marks": true,
        "header": "Dòng đầu {year}", "footer": "Dòng cuối", "first": 101, "lots": [{ "id": 20, "name": "Thôn Đông", "copies": 2 }] });
    if let (Some(form), Value::Object(with)) = (form.as_object_mut(), with) {
        form.extend(with);
    }
    let draft = json!({ "app": "doi-thoai", "kind": "draft", "schema": 3,
        "data": { "name": "Lề", "year": 2026, "forms": [form], "next_id": 100 } });
    case.eval::<Value>(&format!("(() => {{ probe.element().draft = {draft}; return null; }})()"))?;
    let title = &draft["data"]["forms"][0]["title"];
    case.wait_for(&format!("probe.all('.page').length === 2 && probe.words(probe.one('.page .kind')) === {title}"))?;
    Ok(())
}

fn texts(case: &Case, css: &str) -> Result<Vec<String>> {
    case.eval(&format!("probe.all('.pages ' + {}).map(probe.words)", json!(css)))
}

/// No two things of a page overlap, but the room of a stub and what stands in it.
fn clear(case: &Case, name: &str) -> Result<()> {
    let met: Vec<String> = case.eval(
        "probe.all('.page').flatMap((page) => { \
         const box = (it) => { const range = document.createRange(); range.selectNodeContents(it); \
           return it.matches('p') ? range.getBoundingClientRect() : it.getBoundingClientRect(); }; \
         const things = [...page.querySelectorAll('.strip, .page-number, .page-header, .page-footer, .code, .corner, .cut, .content p')] \
           .filter((it) => it.matches('.cut, .corner, .code') || it.textContent) \
           .map((it) => [it.className.baseVal ?? it.className, box(it)]); \
         const sheet = page.getBoundingClientRect(); \
         return things.flatMap(([name, a], at) => [ \
           ...(a.left < sheet.left - 1 || a.right > sheet.right + 1 || a.top < sheet.top || a.bottom > sheet.bottom ? [name + ' leaves the page'] : []), \
           ...things.slice(at + 1).filter(([, b]) => a.left < b.right - .5 && b.left < a.right - .5 && a.top < b.bottom - .5 && b.top < a.bottom - .5) \
             .map(([other]) => name + ' meets ' + other)]); })",
    )?;
    check!(met.is_empty(), "{name}: {met:?}");
    Ok(())
}
