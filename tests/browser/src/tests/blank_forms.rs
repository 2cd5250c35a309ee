//! The village head's job: blank forms for every village, numbered, two on a sheet, from the home page alone.

use serde_json::{Value, json};

use super::check;
use super::print_button::printed;
use super::print_page::sized;
use crate::Result;
use crate::browser::{self, Kind};
use crate::case::Case;
use crate::pdf::Pdf;

/// Villages and how many copies each gets; together a full batch.
const VILLAGES: [(&str, u32); 3] = [("Thôn Đông", 120), ("Thôn Tây", 79), ("Tổ dân phố 3", 301)];
/// The serial number of the first copy.
const FIRST: u32 = 101;
/// Copies in all.
const COPIES: u32 = 500;

/// Chooses a form, pastes the villages, prints, and reads what came out.
pub fn run(case: &Case) -> Result<()> {
    prepare(case)?;
    printed_whole(case)
}

/// A form two on a sheet, to be printed in 500 numbered copies.
pub fn prepare(case: &Case) -> Result<()> {
    case.open_home()?;
    case.press("In phiếu trắng")?;
    case.use_template("Phiếu góp ý")?;
    case.wait_for("probe.one('.wizard') && probe.one('.page .group')")?;
    case.fill("Địa bàn", 0, "xã Hồng Phong")?;
    case.step("Phân phát")?;
    case.press("Dán danh sách từ bảng tính")?;
    let pasted: Vec<String> = VILLAGES.iter().map(|(name, copies)| format!("{name}\t\t{copies}")).collect();
    let pasted = format!("Thôn\tTrưởng thôn\tSố phiếu\n{}", pasted.join("\n"));
    case.eval::<Value>(&format!(
        "(() => {{ probe.one('details textarea').value = {}; return null; }})()",
        json!(pasted)
    ))?;
    case.press("Thêm vào danh sách")?;
    case.wait_for(&format!("probe.all('.card').length === {}", VILLAGES.len()))?;
    case.fill("Số của phiếu đầu tiên", 0, &FIRST.to_string())?;
    case.wait_for("probe.words(probe.one('.page .strip.right')) === 'Số phiếu: 0101'")?;
    check!(case.eval("probe.words(probe.one('.page .strip.left')) === 'Thôn Đông'")?, "the first copy is another's");
    case.wait_for("probe.all('.preview').some((it) => probe.words(it) === '500 bản, cần 250 tờ giấy.')")?;
    case.picture("lots")
}

/// Prints, and reads what came out.
fn printed_whole(case: &Case) -> Result<()> {
    let pdf = print(case, "In các phiếu")?;
    sized(&pdf, 297.0, 210.0)?;
    let pages = pdf.page_texts()?;
    check!(pages.len() == 250, "{} sheets", pages.len());
    let mut serial = FIRST;
    for (village, copies) in VILLAGES {
        for _ in 0..copies {
            let at = (serial - FIRST) as usize;
            let (page, told) = (&pages[at / 2], format!("Số phiếu: {serial:04}"));
            check!(page.matches(&told).count() == 1, "sheet {} does not bear {told} once:\n{page}", at / 2 + 1);
            check!(page.contains(village), "sheet {} does not name {village}", at / 2 + 1);
            check!(page.matches("PHIẾU GÓP Ý").count() == 2, "sheet {} does not hold two whole forms", at / 2 + 1);
            serial += 1;
        }
    }
    check!(serial == FIRST + COPIES, "the serials end at {serial}");
    // The codes say what stands beside them.
    for page in [1, 60, 100, 250] {
        let codes = pdf.codes(page)?;
        let mut serials: Vec<u32> =
            codes.iter().filter_map(|code| code.rsplit('-').next().and_then(|serial| serial.parse().ok())).collect();
        serials.sort_unstable();
        let first = FIRST + (page - 1) * 2;
        check!(serials == [first, first + 1], "the codes of sheet {page} are {codes:?}");
    }
    pdf.picture(60)?;

    // A secret form bears nothing that tells a copy from another of its village.
    let boxes: usize = case.eval("probe.all('.field.switch input').length")?;
    case.click(&case.pick(&format!("probe.all('.field.switch input')[{}]", boxes - 1))?)?;
    case.wait_for("probe.words(probe.one('.page .strip.right')) === ''")?;
    case.step("Kiểm tra")?;
    case.wait_for("probe.all('.missing').some((it) => it.textContent.includes('Phiếu kín không được đánh số phiếu'))")?;
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}

/// Presses a button that prints, and gives what was printed. Chromium prints its own page alone: there what the frame holds is
/// put into a page.
pub(super) fn print(case: &Case, button: &str) -> Result<Pdf> {
    if case.kind() == Kind::Firefox {
        let file = browser::printed()?;
        let _ = std::fs::remove_file(&file);
        case.press(button)?;
        return printed(&file);
    }
    case.eval::<Value>(CATCH)?;
    case.press(button)?;
    let html = case.wait_for("window.printed")?;
    let file = case.print_html("copies", html.as_str().unwrap_or_default())?;
    Ok(file)
}

/// Takes what a frame would print, as a page of its own, and notes when.
pub const CATCH: &str = "(() => { document.addEventListener('load', (event) => { const frame = event.target; \
         if (frame.matches?.('iframe.doi-thoai-print')) Object.defineProperty(frame.contentWindow, 'print', { value: () => { \
         window.printedAt = performance.now(); const page = frame.contentDocument; window.printed = '<!doctype html><meta charset=utf-8><style>' + \
         [...page.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('') \
         + '</style>' + page.body.innerHTML; } }); }, true); return null; })()";
