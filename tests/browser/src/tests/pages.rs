//! A long plan on its pages.

use serde_json::{Value, json};

use super::check;
use crate::Result;
use crate::case::Case;
use crate::screen::{difference, letters};

const TASKS: [&str; 3] = [
    "Chủ trì, phối hợp với các cơ quan, đơn vị liên quan chuẩn bị nội dung, tài liệu và cơ sở vật chất phục vụ hội nghị đối thoại; \
     tổng hợp ý kiến, kiến nghị của Nhân dân gửi đến trước hội nghị và phân loại theo lĩnh vực.",
    "Cử đại diện dự hội nghị.",
    "Theo dõi, đôn đốc việc giải quyết các kiến nghị sau hội nghị, báo cáo kết quả bằng văn bản.",
];

/// Fills the plan until it has many pages, and looks at where the pages break, at several lengths.
pub fn run(case: &Case) -> Result<()> {
    case.open_sample("tan-yen-2024")?;
    let plan = case.draft()?;
    let mut pages_before = 0;
    for count in [60, 61, 62, 63, 64] {
        case.eval::<Value>(&format!("(() => {{ probe.element().draft = {}; return null; }})()", long(&plan, count)))?;
        case.sheet_says(&format!("Đơn vị thứ {count}"))?;
        let pages: usize = case.eval("probe.all('.pages .page').length")?;
        check!(pages >= 8 && pages >= pages_before, "{pages} pages with {count} assignments, {pages_before} before");
        pages_before = pages;
        breaks(case).map_err(|error| format!("with {count} assignments: {error}"))?;
    }
    let text = letters(&case.export("text")?).to_uppercase();
    let sheet = letters(&case.sheet()?).to_uppercase();
    if let Some(difference) = difference(&sheet, &text) {
        return Err(format!("the words on the pages and of the plan differ {difference}").into());
    }
    case.picture("long")?;
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}

/// The plan with this many assignments more.
fn long(plan: &Value, count: u64) -> Value {
    let mut plan = plan.clone();
    if let Some(envelope) = plan.as_object_mut() {
        envelope.remove("checksum");
    }
    let mut id = plan["data"]["next_id"].as_u64().unwrap_or(1000);
    let mut next = || {
        id += 1;
        id
    };
    let mut more = Vec::new();
    for number in 1..=count {
        let tasks: Vec<Value> =
            TASKS.iter().take(1 + number as usize % 3).map(|text| json!({ "id": next(), "text": text })).collect();
        more.push(json!({ "id": next(), "agency": format!("Đơn vị thứ {number}"), "tasks": tasks }));
    }
    plan["data"]["next_id"] = json!(next());
    if let Some(all) = plan["data"]["plan"]["assignments"].as_array_mut() {
        all.extend(more);
    }
    plan
}

/// What must hold of every page, whatever is on it.
pub(super) fn breaks(case: &Case) -> Result<()> {
    let pages: Vec<Value> = case.eval(
        "probe.all('.pages .page').map((page) => { \
         const content = page.querySelector('.content'), blocks = [...content.children]; \
         const scale = content.getBoundingClientRect().height / content.offsetHeight; \
         const label = page.querySelector('.page-number'), range = document.createRange(), sheet = content.getBoundingClientRect(); \
         if (label) range.selectNodeContents(label); const box = range.getBoundingClientRect(); \
         return { aside: label ? (box.left + box.right - sheet.left - sheet.right) / 2 / scale : 0, \
         font: label ? getComputedStyle(label).fontFamily : '', number: page.querySelector('.page-number')?.textContent ?? null, \
         blocks: blocks.map((it) => it.className), last: blocks.at(-1)?.textContent.slice(0, 60), \
         lines: blocks.map((it) => it.textContent.trim().length), \
         over: (blocks.at(-1).getBoundingClientRect().bottom - content.getBoundingClientRect().bottom) / scale }; })",
    )?;
    let mut feet = 0;
    for (at, page) in pages.iter().enumerate() {
        let number = at + 1;
        let expected = if at == 0 { Value::Null } else { json!(number.to_string()) };
        check!(page["number"] == expected, "page {number} says it is {}", page["number"]);
        check!(
            page["aside"].as_f64().is_some_and(|aside| aside.abs() < 4.0),
            "the number of page {number} stands {} px beside the middle",
            page["aside"]
        );
        check!(
            at == 0 || page["font"].as_str().is_some_and(|font| font.contains("Doi Thoai Serif")),
            "the number of page {number} is set in {}",
            page["font"]
        );
        let blocks: Vec<&str> =
            page["blocks"].as_array().map(|all| all.iter().filter_map(Value::as_str).collect()).unwrap_or_default();
        check!(!blocks.is_empty(), "page {number} is empty");
        let last = blocks.last().copied().unwrap_or_default();
        check!(
            !last.split(' ').any(|class| class.starts_with("heading-")),
            "page {number} ends with a heading: {}",
            page["last"]
        );
        check!(
            page["over"].as_f64().is_some_and(|over| over < 1.5),
            "page {number} is {} px over its end, at {}",
            page["over"],
            page["last"]
        );
        if blocks.iter().any(|classes| classes.split(' ').any(|class| class == "foot")) {
            feet += 1;
            check!(blocks.len() > 1, "the signature stands alone on page {number}");
        }
    }
    check!(feet == 1, "{feet} pages with signatures");
    Ok(())
}
