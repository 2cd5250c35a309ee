//! What a document says, as JSON: `cargo run --quiet --example facts -- FILE [--today YYYY-MM-DD]`.
//!
//! `FILE` is the backup of a draft (`.json`), or an old paper that is imported (`.txt`, `.html`, `.docx`).

mod cli;

use std::error::Error;
use std::fs;
use std::process::ExitCode;

use chrono::{Datelike, NaiveDate};
use doi_thoai::import::{self, Import};
use doi_thoai::words::parse_date;

fn main() -> ExitCode {
    cli::run(|arguments| {
        if let Some((import, today)) = old_paper(arguments)? {
            return Ok(format!("{:#}\n", doi_thoai::facts::of_import(&import, today)).into_bytes());
        }
        let (dossier, today) = cli::draft(arguments)?;
        Ok(format!("{:#}\n", doi_thoai::facts::facts(&dossier, today)).into_bytes())
    })
}

/// The old paper named first, imported; none for a draft. Without `--today`, dates without a year fall in the paper's own.
fn old_paper(arguments: &cli::Arguments) -> Result<Option<(Import, NaiveDate)>, Box<dyn Error>> {
    let file = arguments.free.first().ok_or("which file?")?;
    let extension = std::path::Path::new(file).extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let today = match arguments.option("--today") {
        Some(day) => parse_date(day, 2026).map_err(|_| "which day?")?,
        None => NaiveDate::from_ymd_opt(2026, 1, 1).ok_or("no day")?,
    };
    if extension == "json" {
        return Ok(None);
    }
    let source = import::file(&fs::read(file)?)?;
    Ok(Some((import::read(&source, &import::NO_CORRECTIONS, today.year()), today)))
}
