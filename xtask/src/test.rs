//! `cargo xtask test`: everything that must pass before a change goes in, cheap things first, stopping at the first failure.

use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use crate::dist::{Flavour, dist};
use crate::process::{cargo, follow, on_path};
use crate::{Result, system, tools};

/// What the developer asked for.
pub struct Options {
    /// The sizes that the issues name, and the office validators.
    pub full: bool,
    /// A folder of real plans that are not part of the project.
    pub seeds: Option<PathBuf>,
    /// Steps by name; none means all.
    pub only: Vec<String>,
}

/// How many checks passed and failed.
#[derive(Clone, Copy, Default)]
struct Tally {
    passed: u64,
    failed: u64,
}

/// One named part of the test.
struct Step {
    name: &'static str,
    run: fn(&Options) -> Result<Tally>,
}

const WASM: [&str; 4] = ["--package", "doi-thoai-components", "--target", "wasm32-unknown-unknown"];
const HOST: [&str; 6] = ["--package", "doi-thoai", "--package", "xtask", "--package", "browser-tests"];

const STEPS: &[Step] = &[
    Step { name: "tools", run: |_| install() },
    Step { name: "format", run: |_| counted(cargo().args(["fmt", "--all", "--check"])) },
    Step { name: "lint", run: |_| counted(clippy().args(HOST).args(["--", "-D", "warnings"])) },
    Step {
        name: "lint-screen",
        run: |_| counted(clippy().args(WASM).args(["--all-features", "--", "-D", "warnings"])),
    },
    Step { name: "doc", run: |_| counted(doc().args(["--package", "doi-thoai"])) },
    Step { name: "doc-screen", run: |_| counted(doc().args(WASM)) },
    Step { name: "native", run: native },
    Step { name: "office", run: office },
    Step { name: "screen-chromium", run: |options| screen(options, "CHROMEDRIVER", chromedriver()?) },
    Step { name: "screen-firefox", run: |options| screen(options, "GECKODRIVER", tools::geckodriver()?) },
    Step { name: "dist", run: |_| dist(Flavour::Release).map(|_| Tally { passed: 1, failed: 0 }) },
    Step { name: "browsers", run: browsers },
];

/// Runs the steps; says whether all passed.
pub fn test(options: &Options) -> Result<bool> {
    if let Some(name) = options.only.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        let names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        return Err(format!("there is no step {name}; there are {}", names.join(", ")).into());
    }
    let begin = Instant::now();
    let mut sum = Tally::default();
    for step in STEPS.iter().filter(|step| options.only.is_empty() || options.only.iter().any(|name| name == step.name))
    {
        println!("== {}", step.name);
        let start = Instant::now();
        let tally = (step.run)(options).unwrap_or_else(|error| {
            eprintln!("{error}");
            Tally { passed: 0, failed: 1 }
        });
        println!(
            "== {}: {} passed, {} failed, {:.1} s",
            step.name,
            tally.passed,
            tally.failed,
            start.elapsed().as_secs_f64()
        );
        sum.passed += tally.passed;
        sum.failed += tally.failed;
        if tally.failed > 0 {
            break;
        }
    }
    println!("== all: {:.0} s", begin.elapsed().as_secs_f64());
    println!("{} passed, {} failed", sum.passed, sum.failed);
    Ok(sum.failed == 0)
}

/// Everything that is missing, before the first step that would stop halfway.
fn install() -> Result<Tally> {
    tools::wasm_target()?;
    system::need(system::BROWSERS)?;
    tools::wasm_bindgen()?;
    tools::wasm_opt()?;
    tools::geckodriver()?;
    system::need(system::OFFICE)?;
    tools::office_validator()?;
    Ok(Tally { passed: 1, failed: 0 })
}

fn clippy() -> Command {
    let mut command = cargo();
    command.args(["clippy", "--quiet", "--all-targets", "--no-deps"]);
    command
}

fn doc() -> Command {
    let mut command = cargo();
    command.args(["doc", "--quiet", "--no-deps", "--document-private-items"]).env("RUSTDOCFLAGS", "-D warnings");
    command
}

/// The document half and these commands, on this machine.
fn native(options: &Options) -> Result<Tally> {
    let mut command = cargo();
    command.args(["test", "--quiet", "--package", "doi-thoai", "--package", "xtask"]);
    counted(sized(&mut command, options))
}

/// Word files and workbooks in the hands of other programs.
fn office(options: &Options) -> Result<Tally> {
    let office = on_path("soffice").ok_or("soffice is missing")?;
    let python = system::python().ok_or("python-docx is missing")?;
    let mut command = cargo();
    command
        .args(["test", "--quiet", "--package", "doi-thoai", "--test", "office", "--", "--ignored"])
        .env("DOI_THOAI_VALIDATOR", tools::office_validator()?)
        .env("DOI_THOAI_PYTHON", python)
        .env("DOI_THOAI_OFFICE", office);
    counted(sized(&mut command, options))
}

/// The tests of `components`, inside a browser.
fn screen(options: &Options, variable: &str, driver: PathBuf) -> Result<Tally> {
    let runner = tools::wasm_bindgen()?.join("wasm-bindgen-test-runner");
    let mut command = cargo();
    command
        .args(["test", "--lib"]) // not quiet: the runner does not know that word
        .args(WASM)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", crate::root().join("webdriver.json"))
        // The runner takes the first driver that is named: exactly one may be.
        .env_remove("CHROMEDRIVER")
        .env_remove("GECKODRIVER")
        .env(variable, driver);
    counted(sized(&mut command, options))
}

/// Whole pages in whole browsers, on the release that `dist` has written.
fn browsers(options: &Options) -> Result<Tally> {
    let mut command = browser_tests()?;
    if options.full {
        dist(Flavour::Bench)?;
        command.args(["--bench", "target/bench"]);
    }
    counted(sized(&mut command, options))
}

/// The call of the browser tests on `dist/`, with the drivers and axe.
pub fn browser_tests() -> Result<Command> {
    let mut command = cargo();
    command
        .args(["run", "--quiet", "--package", "browser-tests", "--", "--dist", "dist"])
        .env("CHROMEDRIVER", chromedriver()?)
        .env("GECKODRIVER", tools::geckodriver()?)
        .env("DOI_THOAI_AXE", tools::axe()?);
    Ok(command)
}

fn chromedriver() -> Result<PathBuf> {
    on_path("chromedriver").ok_or_else(|| "chromedriver is missing".into())
}

/// Tells the tests what they may use.
fn sized<'a>(command: &'a mut Command, options: &Options) -> &'a mut Command {
    if options.full {
        command.env("DOI_THOAI_FULL", "1");
    }
    if let Some(seeds) = &options.seeds {
        command.env("DOI_THOAI_SEEDS", seeds);
    }
    command
}

/// Runs a command and adds up the tests that it reports; a command that reports none is one check.
fn counted(command: &mut Command) -> Result<Tally> {
    let mut sum = Tally::default();
    let mut reported = false;
    let succeeded = follow(command, |line| {
        if let Some(tally) = tally(line) {
            reported = true;
            sum.passed += tally.passed;
            sum.failed += tally.failed;
        }
    })?;
    if !reported {
        sum.passed = u64::from(succeeded);
    }
    // A command may also fail outside its tests.
    if !succeeded && sum.failed == 0 {
        sum.failed = 1;
    }
    Ok(sum)
}

/// Reads "12 passed; 0 failed" (Rust's own tests, also in a browser) and "12 passed, 0 failed" (`tests/browser`).
fn tally(line: &str) -> Option<Tally> {
    let words: Vec<_> = line.split([' ', ';', ',']).filter(|word| !word.is_empty()).collect();
    let before = |name: &str| words[words.iter().position(|word| *word == name)?.checked_sub(1)?].parse().ok();
    Some(Tally { passed: before("passed")?, failed: before("failed")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds_of_report_are_read() {
        for line in ["test result: ok. 12 passed; 3 failed; 0 ignored", "12 passed, 3 failed"] {
            let tally = tally(line).unwrap();
            assert_eq!((tally.passed, tally.failed), (12, 3));
        }
        assert!(tally("passed").is_none());
        assert!(tally("all tests passed, none failed").is_none());
    }
}
