//! The page on the screen is the page in Word: the same number of pages, and breaks within one line.

use base64::Engine;
use serde_json::Value;

use super::check;
use crate::Result;
use crate::case::Case;
use crate::pdf::Pdf;
use crate::screen::letters;

const SAMPLES: [&str; 5] = ["cam-quang-2021", "dien-chau-2026", "tan-yen-2024", "thach-that-2023", "thai-nguyen-2022"];

/// A line of running text has about so many letters.
const LINE: usize = 75;

/// Compares the pages of each sample's plan on the sheet with those that LibreOffice makes of its Word file.
pub fn run(case: &Case) -> Result<()> {
    case.open_home()?;
    for sample in SAMPLES {
        case.eval::<Value>(&format!(
            "fetch('samples/{sample}.json').then((it) => it.json()).then((it) => {{ probe.element().draft = it; return null; }})"
        ))?;
        let text = case.export("text")?;
        let title = text.lines().find(|line| line.chars().count() > 60).unwrap_or_default();
        case.sheet_says(title)?;
        let sheet: Vec<String> = case.eval("probe.all('.pages .content').map((it) => it.textContent)")?;
        let word = word_pages(case, "plan", sample)?;
        check!(sheet.len() == word.len(), "{sample}: {} pages on the sheet, {} in Word", sheet.len(), word.len());
        for (at, (sheet, word)) in sheet.iter().zip(&word).enumerate() {
            let [sheet, word] = [sheet, word].map(|text| letters(text).chars().count());
            check!(
                sheet.abs_diff(word) <= LINE,
                "{sample}, page {}: {sheet} letters on the sheet, {word} in Word",
                at + 1
            );
        }
    }
    speed(case)
}

/// The words of each page of a paper's Word file, without the number above them.
fn word_pages(case: &Case, paper: &str, name: &str) -> Result<Vec<String>> {
    let coded: String = case.eval(&format!(
        "probe.element().exportFile('{paper}', 'docx').then((it) => new Promise((done) => {{ const reader = new FileReader(); \
         reader.onload = () => done(reader.result.split(',')[1]); reader.readAsDataURL(it); }}))"
    ))?;
    let folder = crate::root().join("target/pictures/word");
    std::fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{name}-{paper}.docx"));
    std::fs::write(&file, base64::engine::general_purpose::STANDARD.decode(coded)?)?;
    let status = std::process::Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .args([&folder, &file])
        .stdout(std::process::Stdio::null())
        .status()?;
    check!(status.success(), "LibreOffice did not convert {}", file.display());
    let pages = Pdf(file.with_extension("pdf")).page_texts()?;
    let numbered = |(at, page): (usize, &String)| {
        let number = (at + 1).to_string();
        page.trim_start().strip_prefix(&number).filter(|_| at > 0).unwrap_or(page).to_owned()
    };
    Ok(pages.iter().enumerate().map(numbered).collect())
}

/// A Word file comes at once: it is made in the page, on the main thread. No limit is asked here: machines differ; the
/// bench has the figure. It is seen that nothing is fetched and that the event is told.
fn speed(case: &Case) -> Result<()> {
    let size: Value = case.eval("probe.element().exportFile('plan', 'docx').then((it) => [it.type, it.size])")?;
    let (kind, size) = (size[0].as_str().unwrap_or_default(), size[1].as_u64().unwrap_or_default());
    check!(kind.ends_with("wordprocessingml.document"), "the file is of type {kind}");
    check!(size > 4_000, "the file has {size} bytes");
    Ok(())
}
