//! What a document says, as JSON: `cargo run --quiet --example facts -- FILE [--today YYYY-MM-DD]`.
//!
//! `FILE` is the backup of a draft (`.json`), or an old paper that is imported (`.txt`, `.html`, `.docx`).

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run(|arguments| {
        if let Some((import, today)) = cli::old_paper(arguments)? {
            return Ok(format!("{:#}\n", doi_thoai::facts::of_import(&import, today)).into_bytes());
        }
        let (dossier, today) = cli::draft(arguments)?;
        Ok(format!("{:#}\n", doi_thoai::facts::facts(&dossier, today)).into_bytes())
    })
}
