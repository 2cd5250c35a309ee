//! Last year's plan comes in: pasted, seen beside its source, corrected, made a draft; and what is none is told what it is.

use serde_json::{Value, json};

use super::check;
use crate::Result;
use crate::browser::Kind;
use crate::case::Case;

/// A plan as a portal shows it: menus around it, a page number before a heading, initials behind the last sentence.
pub const OLD: &str = include_str!("../../../fixtures/old/xa-cong-thong-tin.txt");

/// Pastes, corrects, makes a draft; then files that are none, and the element's own way in.
pub fn run(case: &Case) -> Result<()> {
    pasted(case)?;
    corrected(case)?;
    made(case)?;
    refused(case)?;
    by_the_element(case)?;
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}

/// As the clipboard of a browser gives it.
fn pasted(case: &Case) -> Result<()> {
    case.open_home()?;
    case.press("Mở kế hoạch cũ")?;
    if case.kind() == Kind::Chromium {
        case.eval::<Value>(&format!(
            "(() => {{ const data = new DataTransfer(); data.setData('text/plain', {}); const init = {{ clipboardData: data, \
             bubbles: true, cancelable: true }}; probe.one('.import-pick textarea').dispatchEvent(new ClipboardEvent('paste', init)); \
             return null; }})()",
            json!(OLD)
        ))?;
    } else {
        // Firefox lets no script fill a clipboard's event.
        case.eval::<Value>(&format!(
            "(() => {{ probe.one('.import-pick textarea').value = {}; return null; }})()",
            json!(OLD)
        ))?;
        case.press("Đọc nội dung đã nhập")?;
    }
    case.wait_for("probe.all('.source-line').length > 40")?;
    let told: String = case.eval("probe.words(probe.one('.import-told'))")?;
    for fact in [
        "Ủy ban nhân dân xã Bình Minh",
        "27/KH-UBND",
        "ngày 28 tháng 02 năm 2025",
        "Hội trường Ủy ban nhân dân xã",
        "4 bước",
        "Công an xã: 1 việc",
    ] {
        check!(told.contains(fact), "{fact:?} is not told:\n{told}");
    }
    let out: Vec<String> = case.eval("probe.all('.source-line.out').map((it) => probe.words(it))")?;
    check!(out.iter().any(|line| line.contains("Lượt xem")), "the portal's counter is not left out: {out:?}");
    check!(told.contains("Số trang"), "the page number is not told:\n{told}");
    case.picture("import")
}

/// A heading is said to be none of the paper, and then is one again.
fn corrected(case: &Case) -> Result<()> {
    let line = "probe.all('.source-line').find((it) => probe.words(it).includes('Bế mạc') || probe.words(it).includes('bế mạc'))";
    let choose = |value: &str| {
        format!(
            "(() => {{ const it = {line}.querySelector('select'); it.value = [...it.options].find((one) => one.text === {}).value; \
                 it.dispatchEvent(new Event('change', {{ bubbles: true }})); return null; }})()",
            json!(value)
        )
    };
    case.eval::<Value>(&choose("→ Bỏ ra"))?;
    case.wait_for("probe.words(probe.one('.import-told')).includes('3 bước')")?;
    case.wait_for(&format!("{line}.matches('.out.corrected')"))?;
    case.eval::<Value>(&choose("→ Bước chương trình"))?;
    case.wait_for("probe.words(probe.one('.import-told')).includes('4 bước')")?;
    Ok(())
}

/// The draft opens in the wizard with what was read.
fn made(case: &Case) -> Result<()> {
    case.press("Lập hồ sơ từ văn bản này")?;
    case.wait_for("probe.one('.wizard') && probe.one('.page')")?;
    case.sheet_says("Bình Minh, ngày 28 tháng 02 năm 2025")?;
    let plan: Value = case.eval("probe.element().draft.data.plan")?;
    check!(plan["conferences"].as_array().map(Vec::len) == Some(2), "conferences: {}", plan["conferences"]);
    check!(plan["assignments"].as_array().map(Vec::len) == Some(3), "assignments: {}", plan["assignments"]);
    // What is wrong with last year's plan is offered to be put right.
    case.wait_for("probe.words(probe.one('.wizard')).includes('Chuyển sang năm')")?;
    Ok(())
}

/// What cannot be read is told in a sentence, and nothing is lost.
fn refused(case: &Case) -> Result<()> {
    let refused = |bytes: &str, name: &str| {
        format!(
            "probe.element().importFile(new File([{bytes}], '{name}')).then(() => 'taken', (error) => String(error))"
        )
    };
    let tcvn3 = "Uint8Array.from([...'ñy ban nh©n d©n x· kÕ ho¹ch ®èi tho¹i'].map((it) => it.codePointAt(0)))";
    for (bytes, name, sentence) in [
        (tcvn3, "cu.txt", "TCVN3"),
        ("new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 0])", "anh.txt", "không phải văn bản"),
        ("''", "trong.txt", "Không có chữ nào"),
        ("'%PDF-1.7'", "a.docx", "PDF"),
        ("new Uint8Array(50_000_000)", "lon.txt", "quá lớn"),
    ] {
        let told: String = case.eval(&refused(bytes, name))?;
        check!(told.to_lowercase().contains(&sentence.to_lowercase()), "{name}: {told}");
    }
    let title: String = case.eval("probe.element().draft.data.name")?;
    check!(title.contains("Đối thoại giữa Chủ tịch"), "the opened draft is {title:?}");
    Ok(())
}

/// A host page's script takes the same way without the screen.
fn by_the_element(case: &Case) -> Result<()> {
    let name: String = case.eval(&format!(
        "probe.element().importText({}).then(() => probe.element().draft.data.plan.number).then(String)",
        json!(OLD.replace("Số: 27", "Số: 31"))
    ))?;
    check!(name == "31", "the number is {name}");
    let name: String = case.eval(&format!(
        "probe.element().importFile(new File([{}], 'cu.txt')).then(() => probe.element().draft.data.plan.number).then(String)",
        json!(OLD.replace("Số: 27", "Số: 32"))
    ))?;
    check!(name == "32", "the number is {name}");
    Ok(())
}
