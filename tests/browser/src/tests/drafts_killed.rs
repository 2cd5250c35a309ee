//! The process that shows the page dies in the midst of typing, at moments that nobody chooses. What `doi-thoai-saved` said
//! is there when the browser is opened again.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::check;
use crate::Result;
use crate::browser::Driver;
use crate::case::Case;
use crate::screen::UBND;

const NAME: &str = "Tên địa bàn";

/// Types a number every few milliseconds, and tells the server what each save was of: once the task that saved is over,
/// as an officer sees it.
const TYPE: &str = "(() => { const it = probe.field('Tên địa bàn'); it.focus(); let typed = Number(it.value) || 0; \
    document.addEventListener('doi-thoai-saved', () => { const saved = probe.element().draft.data.plan.organs[0].unit.name; \
    setTimeout(() => { const tell = new XMLHttpRequest(); tell.open('GET', `/saved/${saved}`, false); tell.send(); }, 0); }); \
    setInterval(() => { typed += 1; it.value = String(typed); it.dispatchEvent(new Event('input', { bubbles: true })); \
    if (Math.random() < .1) probe.element().flush(); }, 8); return null; })()";

/// How often: the issue asks for two hundred in `--full`, half of them in each browser.
fn rounds() -> u64 {
    if std::env::var_os("DOI_THOAI_FULL").is_some() { 100 } else { 3 }
}

/// A folder for a profile that nobody has used.
fn new_profile(case: &Case) -> Result<PathBuf> {
    let folder = crate::root().join(format!("target/browser-tests/killed-{}", case.kind().name()));
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    Ok(folder.canonicalize()?)
}

/// Kills, opens again, looks.
pub fn run(case: &Case) -> Result<()> {
    let profile = new_profile(case)?;
    let driver = Driver::start(case.kind())?;
    let first = case.over(&driver, &profile)?;
    let started = start(&first);
    let closed = first.close();
    started.and(closed)?;
    gone(&driver, &profile)?;
    let mut least = 0;
    for round in 0..rounds() {
        least = kill(case, &profile, round, least).map_err(|error| format!("round {round}: {error}"))?;
    }
    check!(least > 0, "nothing was saved in all");
    let last = case.over(&driver, &profile)?;
    let opened = open(&last, least);
    let closed = last.close();
    opened.and(closed)?;
    gone(&driver, &profile)
}

fn start(window: &Case) -> Result<()> {
    window.open_home()?;
    window.start_plan(UBND)?;
    window.fill(NAME, 0, "0")?;
    window.saved()
}

/// Opens the draft: it must say what was saved last, or what was typed later.
fn open(window: &Case, least: u64) -> Result<()> {
    window.open_home()?;
    window.press("Ủy ban nhân dân xã, phường 2026")?;
    window.wait_for("probe.one('.wizard') && probe.one('.page')")?;
    let value = window.value(NAME, 0)?;
    check!(value.parse::<u64>().is_ok_and(|value| value >= least), "{least} was saved, and {value:?} is there");
    let errors = window.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}

/// Types until the process is killed; gives what was said to be saved.
fn kill(case: &Case, profile: &Path, round: u64, least: u64) -> Result<u64> {
    // A driver for each: one that has lost its browser takes its time over it.
    let driver = Driver::start(case.kind())?;
    let window = case.over(&driver, profile)?;
    let died = open(&window, least).and_then(|()| die(&driver, &window, profile, round));
    let closed = window.close();
    died.and(closed)?;
    gone(&driver, profile)?;
    let told = case.server.requests();
    let saved = told.iter().filter_map(|path| path.strip_prefix("/saved/")?.parse().ok());
    Ok(saved.max().unwrap_or(0).max(least))
}

/// Types until the process that shows the page is killed.
fn die(driver: &Driver, window: &Case, profile: &Path, round: u64) -> Result<()> {
    window.eval::<Value>(TYPE)?;
    // Moments without a pattern, between a fifth of a second and two.
    std::thread::sleep(Duration::from_millis(200 + (1000 + round * 7919) % 1900));
    let renderers = driver.renderers(profile);
    check!(!renderers.is_empty(), "no process shows the page");
    for process in renderers {
        Command::new("kill").args(["-9", &process.to_string()]).status()?;
    }
    Ok(())
}

/// Waits until no browser holds the profile any more.
fn gone(driver: &Driver, profile: &Path) -> Result<()> {
    let begin = Instant::now();
    while !driver.browsers(profile).is_empty() {
        check!(begin.elapsed() < Duration::from_secs(30), "the browser does not end");
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}
