//! A paper of a draft without a browser:
//! `cargo run --quiet --example paper -- DRAFT.json PAPER --to html|docx|xlsx|text [--out FILE] [--today YYYY-MM-DD]`.

mod cli;

use std::process::ExitCode;

use doi_thoai::papers::{PaperKind, compose};
use doi_thoai::render;

fn main() -> ExitCode {
    cli::run(|arguments| {
        let (dossier, today) = cli::draft(arguments)?;
        let code = arguments.free.get(1).ok_or("which paper?")?;
        let paper = PaperKind::from_code(code).ok_or_else(|| format!("no paper is called {code}"))?;
        let document = compose(&dossier, paper, today);
        match arguments.option("--to").unwrap_or("text") {
            "html" => Ok(render::html::file(&document).into_bytes()),
            "text" => Ok(render::text::text(&document).into_bytes()),
            "docx" => Ok(render::docx::file(&document)),
            "xlsx" => render::xlsx::workbook(&document).ok_or_else(|| format!("{code} has no table").into()),
            other => Err(format!("no format is called {other}").into()),
        }
    })
}
