//! Drives whole browsers over a release: what a portal, a strict policy, a USB stick or a printer sees.
//!
//! `cargo run -p browser-tests -- --dist dist` runs every test of `tests/mod.rs` in Chromium, then in Firefox; each test has
//! a session (with a fresh profile) and a server of its own. `cargo xtask test` calls this and names the drivers in
//! `CHROMEDRIVER` and `GECKODRIVER`.

mod browser;
mod case;
mod figures;
mod pdf;
mod screen;
mod server;
mod tests;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use browser::{Driver, Kind};
use case::Case;

/// What a test gives back; its error is one message for the developer.
pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

const USAGE: &str = "\
cargo run -p browser-tests -- --dist DIR [--bench DIR] [--browser chromium|firefox] [--only PART-OF-A-NAME] [--list] [--figures]";

/// What the developer asked for.
#[derive(Default)]
struct Options {
    /// The release.
    dist: PathBuf,
    /// A build with the bench hooks; tests that need one are left out where there is none.
    bench: Option<PathBuf>,
    browser: Option<String>,
    only: Vec<String>,
    list: bool,
    /// Prints figures and tests nothing.
    figures: bool,
}

/// The project's folder.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn options() -> Result<Options> {
    let mut options = Options::default();
    let mut given = std::env::args().skip(1);
    while let Some(name) = given.next() {
        let mut value = || given.next().ok_or_else(|| format!("{name} needs a value"));
        match name.as_str() {
            "--dist" => options.dist = PathBuf::from(value()?).canonicalize()?,
            "--bench" => options.bench = Some(PathBuf::from(value()?).canonicalize()?),
            "--browser" => options.browser = Some(value()?),
            "--only" => options.only.push(value()?),
            "--list" => options.list = true,
            "--figures" => options.figures = true,
            _ => return Err(format!("unknown argument {name}\n{USAGE}").into()),
        }
    }
    Ok(options)
}

fn run(options: &Options) -> Result<bool> {
    let wanted: Vec<_> = tests::TESTS
        .iter()
        .filter(|test| options.only.is_empty() || options.only.iter().any(|part| test.name.contains(part.as_str())))
        .filter(|test| !test.bench || options.bench.is_some())
        .collect();
    if options.list {
        wanted.iter().for_each(|test| println!("{}: {}", test.name, test.what));
        return Ok(true);
    }
    if !options.dist.is_dir() {
        return Err(USAGE.into());
    }
    if options.figures {
        return figures::print(&options.dist).map(|()| true);
    }
    let (mut passed, mut failed) = (0, 0);
    for kind in [Kind::Chromium, Kind::Firefox] {
        if options.browser.as_ref().is_some_and(|name| name != kind.name()) {
            continue;
        }
        let driver = Driver::start(kind)?;
        for test in wanted.iter().filter(|test| test.browsers.contains(&kind)) {
            let begin = Instant::now();
            let dist = if test.bench { options.bench.as_deref().unwrap_or(&options.dist) } else { &options.dist };
            let outcome = Case::open(test.name, &driver, dist).and_then(|case| case.run(test.run));
            let seconds = begin.elapsed().as_secs_f64();
            match outcome {
                Ok(()) => {
                    passed += 1;
                    println!("ok      {:8} {} ({seconds:.1} s)", kind.name(), test.name);
                }
                Err(error) => {
                    failed += 1;
                    println!(
                        "FAILED  {:8} {} ({seconds:.1} s)\n        {}\n        {error}",
                        kind.name(),
                        test.name,
                        test.what
                    );
                }
            }
        }
    }
    println!("{passed} passed, {failed} failed");
    Ok(failed == 0)
}

fn main() -> ExitCode {
    match options().and_then(|options| run(&options)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
