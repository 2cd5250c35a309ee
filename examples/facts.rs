//! What a document says, as JSON: `cargo run --quiet --example facts -- FILE [--today YYYY-MM-DD]`.
//!
//! `FILE` is the backup of a draft (`.json`).

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run(|arguments| {
        let (dossier, today) = cli::draft(arguments)?;
        Ok(format!("{:#}\n", doi_thoai::facts::facts(&dossier, today)).into_bytes())
    })
}
