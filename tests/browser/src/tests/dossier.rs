//! The dossier page: all papers with what each lacks; one worked on, saved, printed; all of them in one archive and one job.

use std::path::Path;

use serde_json::{Value, json};

use super::blank_forms::print;
use super::check;
use super::drafts::{download_by, notice, pick};
use crate::Result;
use crate::browser::Kind;
use crate::case::Case;

/// How many kinds of paper a dossier with a form has.
const PAPERS: usize = 22;

/// Works on the papers of a sample as an officer does.
pub fn run(case: &Case) -> Result<()> {
    case.open_sample("cam-quang-2021")?;
    case.press("Bộ văn bản")?;
    case.wait_for(&format!("probe.all('.paper-row').length === {PAPERS}"))?;
    case.picture("page")?;

    // One paper: what it has of its own, its words, its place in the plan.
    case.press("Giấy mời")?;
    case.wait_for("probe.one('.of-paper') && probe.words(probe.one('.page .kind')) === 'GIẤY MỜI'")?;
    case.fill("Số", 0, "9")?;
    case.sheet_says("Số: 09/GM-UBND")?;
    case.fill("Đoạn 1 · Dự hội nghị đối thoại …", 0, "Dự đối thoại với Nhân dân năm {năm}")?;
    case.sheet_says("Dự đối thoại với Nhân dân năm 2021")?;
    case.press("Trả về lời mẫu")?;
    case.wait_for("!probe.sheet().includes('Dự đối thoại với Nhân dân')")?;
    case.press("Hoàn tác")?;
    case.sheet_says("Dự đối thoại với Nhân dân năm 2021")?;
    // What is the plan's own is asked there.
    case.eval::<Value>(
        "(() => { probe.all('.pages span[data-mark]').find((it) => it.textContent.includes('Hội trường UBND')).click(); return null; })()",
    )?;
    case.wait_for("probe.one('.step.here .name') && probe.words(probe.one('.step.here .name')) === 'Hội nghị'")?;
    case.press("Bộ văn bản")?;
    case.press("Giấy mời")?;
    case.wait_for("probe.one('.of-paper')")?;

    // A page that is loaded again shows the paper again.
    case.saved()?;
    case.reload()?;
    case.wait_for("probe.one('.of-paper') && probe.words(probe.one('.page .kind')) === 'GIẤY MỜI'")?;

    // Guests out of a spreadsheet, an invitation for each.
    case.press("Dán danh sách từ bảng tính")?;
    let guests: Vec<String> = (1..=40).map(|at| format!("{at}\tÔng Khách {at}\tTrưởng thôn {at}")).collect();
    case.eval::<Value>(&format!(
        "(() => {{ probe.one('details[open] textarea').value = {}; return null; }})()",
        json!(format!("TT\tHọ và tên\tChức vụ\n{}", guests.join("\n")))
    ))?;
    case.press("Thêm vào danh sách")?;
    case.wait_for("probe.all('.card').length === 40")?;
    case.eval::<Value>("(() => { probe.all('.switch input')[0].click(); return null; })()")?;
    case.sheet_says("Ông Khách 1")?;
    case.picture("invitation")?;
    let pdf = print(case, "In")?;
    let flat = |page: &String| page.split_whitespace().collect::<Vec<_>>().join(" ");
    let pages: Vec<String> = pdf.page_texts()?.iter().map(flat).collect();
    check!(pages.len() == 40, "{} invitations", pages.len());
    for (at, page) in pages.iter().enumerate() {
        check!(page.contains(&format!("Ông Khách {}", at + 1)), "invitation {}: {page}", at + 1);
    }
    let file = download_by(case, "Word", "Giay moi.docx")?;
    check!(entries(&file)?.iter().any(|name| name == "word/document.xml"), "the invitation is no Word file");

    // Two on a sheet.
    case.eval::<Value>("(() => { probe.all('.switch input')[1].click(); return null; })()")?;
    case.wait_for("probe.one('.page').offsetWidth < 600")?;
    let sheets = print(case, "In")?;
    let texts: Vec<String> = sheets.page_texts()?.iter().map(flat).collect();
    check!(texts.len() == 20, "{} sheets of two invitations", texts.len());
    for (at, sheet) in texts.iter().enumerate() {
        let [first, second] = [2 * at + 1, 2 * at + 2].map(|guest| format!("Ông Khách {guest}"));
        check!(sheet.contains(&first) && sheet.contains(&second), "sheet {}: {sheet}", at + 1);
    }
    sheets.picture(1)?;

    everything(case)?;
    enclosed(case)?;
    with_draft(case)?;
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}

/// All papers in one archive, and in one job of the printer.
fn everything(case: &Case) -> Result<()> {
    case.press("Bộ văn bản")?;
    case.wait_for(&format!("probe.all('.paper-row').length === {PAPERS}"))?;
    // What comes after the conference is left out until something is known of it.
    let words = "Đang chọn 16 văn bản:";
    case.wait_for(&format!("probe.words(probe.one('.chosen-count')) === {}", json!(words)))?;
    case.press("Chọn tất cả")?;
    // Forty invitations are no matter of this part.
    case.eval::<Value>("(() => { probe.one('[data-paper=invitation] input').click(); return null; })()")?;
    let words = format!("Đang chọn {} văn bản:", PAPERS - 1);
    case.wait_for(&format!("probe.words(probe.one('.chosen-count')) === {}", json!(words)))?;
    let name = "xa-cam-quang-chu-tich-ubnd-doi-thoai-nam-2021.zip";
    let archive = download_by(case, "Tải các bản Word (.zip)", name)?;
    let listed = entries(&archive)?;
    let of = |ending: &str| listed.iter().filter(|name| name.ends_with(ending)).count();
    check!(of(".docx") == PAPERS - 1 && of(".xlsx") >= 5, "the archive holds {listed:?}");
    check!(!listed.iter().any(|name| name.contains("Giay moi")), "what was left out is in the archive");
    // Firefox takes the paper of the first page for all of a job: there is a job for each size.
    let button =
        if case.kind() == Kind::Firefox { "In các văn bản khổ A4" } else { "In các văn bản đã chọn" };
    let pdf = print(case, button)?;
    let papers = pdf.pages()?;
    check!(papers.len() >= PAPERS, "{} pages of all papers", papers.len());
    let turned = papers.iter().filter(|(width, height)| width > height).count();
    check!(turned >= 2, "{turned} landscape pages");
    let text = pdf.page_texts()?.join("\n");
    for title in ["KẾ HOẠCH", "NỘI QUY", "BIÊN BẢN", "BÁO CÁO", "CHƯƠNG TRÌNH"] {
        check!(text.contains(title), "{title} was not printed");
    }
    for page in [1, 4, papers.len() as u32] {
        pdf.picture(page)?;
    }
    Ok(())
}

/// A paper that is enclosed with the plan stands behind it, with pages of its own.
fn enclosed(case: &Case) -> Result<()> {
    case.eval::<Value>("(() => { for (const kind of ['agenda', 'timetable']) probe.one(`[data-paper=${kind}] .enclose input`).click(); return null; })()")?;
    case.press("Về kế hoạch")?;
    case.wait_for("probe.all('.pages .part').length === 3")?;
    case.sheet_says("Phụ lục I")?;
    case.sheet_says("Phụ lục II")?;
    let numbers: Vec<String> = case.eval(
        "probe.all('.pages .part').map((it) => [...it.querySelectorAll('.page-number')].map(probe.words).join(' '))",
    )?;
    check!(numbers[0].starts_with('2') && !numbers[1].starts_with('1'), "the pages are numbered {numbers:?}");
    case.eval::<Value>("(() => { probe.one('.pages .part:last-child').scrollIntoView(); return null; })()")?;
    case.picture("enclosed")?;
    let shown: usize = case.eval("probe.all('.pages .page').length")?;
    let pdf = print(case, "In")?;
    check!(pdf.pages()?.len() == shown, "{shown} pages on the screen, {} printed", pdf.pages()?.len());
    Ok(())
}

/// The copy that carries its draft comes back as the draft, and says so when somebody wrote in it; other files say what
/// they are.
fn with_draft(case: &Case) -> Result<()> {
    case.press("Bộ văn bản")?;
    let file = download_by(case, "Tải kế hoạch Word kèm bản nháp", "Ke hoach 163-KH-UBND.docx")?;
    let draft = case.draft()?["data"].clone();
    case.press("Về kế hoạch")?;
    case.press("Về danh sách")?;
    case.wait_for("probe.all('.draft').length === 1")?;
    pick(case, &file)?;
    case.wait_for("probe.all('.draft').length === 2")?;
    check!(notice(case)?.starts_with("Đã mở tệp sao lưu thành hồ sơ mới"), "told: {:?}", notice(case)?);
    case.eval::<Value>("(() => { probe.all('.draft-name')[0].click(); return null; })()")?;
    case.wait_for("probe.one('.wizard')")?;
    check!(case.draft()?["data"] == draft, "the draft out of the Word file is another");
    case.press("Về danh sách")?;
    let bytes = std::fs::read(&file)?;
    let cut = &bytes[..bytes.len() / 2];
    let bad: [(&str, &[u8], &str); 5] = [
        ("renamed.docx", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "Đây là tệp PDF"),
        ("secret.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "Tệp Word này có mật khẩu hoặc là loại cũ"),
        ("cut.docx", cut, "Tệp này bị hỏng"),
        ("picture.docx", b"\x89PNG\r\n\x1a\n", "Đây không phải tệp sao lưu hay tệp Word"),
        ("empty.docx", b"", "Tệp bị cắt cụt"),
    ];
    for (name, bytes, sentence) in bad {
        let spoilt = file.with_file_name(name);
        std::fs::write(&spoilt, bytes)?;
        case.eval::<Value>("(() => { probe.button('Đóng')?.click(); return null; })()")?;
        pick(case, &spoilt)?;
        case.wait_for("!probe.one('.notice').matches('.gone')")?;
        let told = notice(case)?;
        check!(told.starts_with(sentence), "{name}: told {told:?}");
        check!(case.eval::<usize>("probe.all('.draft').length")? == 2, "{name} has changed the drafts");
    }
    Ok(())
}

/// The files of an archive; each can be read.
fn entries(file: &Path) -> Result<Vec<String>> {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(file)?)?;
    let mut names = Vec::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at)?;
        std::io::copy(&mut entry, &mut std::io::sink())?;
        names.push(entry.name()?.into_owned());
    }
    Ok(names)
}
