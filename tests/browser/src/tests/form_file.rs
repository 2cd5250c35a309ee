//! A form as a file of its own, out and in; and what is wrong with a form that came in.

use serde_json::{Value, json};

use super::check;
use super::drafts::{download_by, notice, pick};
use crate::Result;
use crate::case::Case;

/// Saves a form, opens the file elsewhere, and tries files that are none.
pub fn run(case: &Case) -> Result<()> {
    case.open_home()?;
    case.press("In phiếu trắng")?;
    case.use_template("Phiếu khảo sát hài lòng")?;
    case.wait_for("probe.one('.page .group')")?;
    case.fill("Tên phiếu", 0, "Phiếu khảo sát chợ xã")?;
    case.sheet_says("chợ xã")?;
    let blocks: Value = case.eval("probe.element().draft.data.forms[0].blocks.map((it) => [it.kind, it.title])")?;
    let file = download_by(case, "Lưu mẫu phiếu ra tệp", "phieu-khao-sat-cho-xa.json")?;
    let text = std::fs::read_to_string(&file)?;
    case.press("Về danh sách")?;
    case.wait_for("probe.all('.draft').length === 1")?;

    pick(case, &file)?;
    case.wait_for("probe.one('.page .group')")?;
    case.sheet_says("chợ xã")?;
    let opened: Value = case.eval("probe.element().draft.data.forms[0].blocks.map((it) => [it.kind, it.title])")?;
    check!(opened == blocks, "the form from the file asks {opened}");
    case.press("Về danh sách")?;
    case.wait_for("probe.all('.draft').length === 2")?;

    let bad: [(&str, String, &str); 3] = [
        ("damaged", text.replace("chợ xã", "chợ phường"), "Tệp bị hỏng"),
        ("newer", text.replace("\"schema\": 4", "\"schema\": 99"), "Hồ sơ này do phiên bản mới hơn lưu"),
        ("neither", "{\"app\":\"doi-thoai\",\"kind\":\"letter\",\"schema\":2}".into(), "Đây không phải tệp sao lưu"),
    ];
    for (name, text, sentence) in bad {
        let spoilt = file.with_file_name(format!("{name}.json"));
        std::fs::write(&spoilt, text)?;
        case.eval::<Value>("(() => { probe.button('Đóng')?.click(); return null; })()")?;
        pick(case, &spoilt)?;
        case.wait_for("!probe.one('.notice').matches('.gone')")?;
        let told = notice(case)?;
        check!(told.starts_with(sentence), "{name}: told {told:?}");
    }

    // A form of extremes: it composes, the screen bears it, and the check says what is wrong.
    let long = "rất dài ".repeat(625);
    let options: Vec<Value> = (0..30).map(|at| json!({ "id": 100 + at, "text": format!("Cột thứ {at}") })).collect();
    let mut blocks = vec![
        json!({ "id": 10, "kind": "grid", "title": "Rộng", "options": options, "rows": [{ "id": 11, "text": "Dòng" }] }),
        json!({ "id": 12, "kind": "single", "title": "Dài", "options": [{ "id": 13, "text": long }, { "id": 14, "text": "ngắn" }] }),
    ];
    blocks.extend(
        (0..1000).map(|at| json!({ "id": 1000 + at, "kind": "open", "title": format!("Câu {at}"), "lines": 1 })),
    );
    let lots = json!([{ "id": 20, "name": "Thôn 1", "copies": 0 }, { "id": 21, "name": "thôn 1 ", "copies": 100_000 }]);
    let form = json!({ "id": 1, "title": "Phiếu", "blocks": blocks, "lots": lots, "first": 1 });
    let draft = json!({ "app": "doi-thoai", "kind": "draft", "schema": 2,
        "data": { "name": "Lớn", "year": 2026, "forms": [form], "next_id": 9000 } });
    case.eval::<Value>(&format!("(() => {{ probe.element().draft = {draft}; return null; }})()"))?;
    case.sheet_says("Câu 999")?;
    case.step("Kiểm tra")?;
    for sentence in ["Bảng có 30 cột", "hai lần trong danh sách", "Số bản (100000)", "Số bản (0)"] {
        case.wait_for(&format!("probe.all('.missing').some((it) => it.textContent.includes({}))", json!(sentence)))?;
    }
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}
