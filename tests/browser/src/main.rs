//! Drives whole browsers over a release: what a portal, a strict policy, a USB stick or a printer sees.
//!
//! `cargo run -p browser-tests -- --dist dist` runs every test of `tests/mod.rs` in Chromium and in Firefox side by side; each test has
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
    let wanted: &[&tests::Test] = &tests::TESTS
        .iter()
        .filter(|test| options.only.is_empty() || options.only.iter().any(|part| test.name.contains(part.as_str())))
        .filter(|test| !test.bench || options.bench.is_some())
        .collect::<Vec<_>>();
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
    // Browsers mostly wait: side by side they take little longer than one of them.
    let kinds = [Kind::Chromium, Kind::Firefox];
    let wanted_kind = |kind: &Kind| options.browser.as_ref().is_none_or(|name| name == kind.name());
    let outcomes: Vec<_> = std::thread::scope(|scope| {
        let start = |kind: Kind| scope.spawn(move || run_in(kind, options, wanted).map_err(|error| error.to_string()));
        let running: Vec<_> = kinds.into_iter().filter(wanted_kind).map(start).collect();
        running.into_iter().map(|one| one.join().unwrap_or_else(|_| Err("a test panicked".into()))).collect()
    });
    let (mut passed, mut failed) = (0, 0);
    for outcome in outcomes {
        let (good, bad) = outcome?;
        passed += good;
        failed += bad;
    }
    println!("{passed} passed, {failed} failed");
    Ok(failed == 0)
}

/// Runs the tests that are for a browser in it: how many passed, how many failed.
fn run_in(kind: Kind, options: &Options, wanted: &[&tests::Test]) -> Result<(u32, u32)> {
    let (mut passed, mut failed) = (0, 0);
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
    Ok((passed, failed))
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
