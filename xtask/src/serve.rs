//! The development server: Trunk watches, builds and serves; the hook that it calls lays out the files as a release has them.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::Result;
use crate::build::Parts;
use crate::pack::Element;
use crate::process::run;
use crate::tools;

/// Installs what is missing, builds, and serves until it is stopped.
pub fn serve(port: u16) -> Result<()> {
    tools::wasm_target()?;
    let trunk = tools::trunk()?;
    let bindgen = tools::wasm_bindgen()?;
    // The development build is not optimised: without npm it is served all the same.
    if let Err(error) = tools::wasm_opt() {
        eprintln!("{error}\n(only `cargo xtask dist` needs wasm-opt; going on)");
    }
    // Trunk finds wasm-bindgen on PATH; offline, or it would look for it on a site of its own.
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(std::iter::once(bindgen).chain(std::env::split_paths(&path)))?;
    run(Command::new(trunk)
        .current_dir(crate::root())
        .env("PATH", path)
        .args(["serve", "--offline", "true", "--skip-version-check"])
        // Its reload script is inline, which the page's policy forbids: reload by hand.
        .args(["--no-autoreload", "true", "--address", "127.0.0.1", "--port", &port.to_string()]))
}

/// Trunk's `post_build` hook: makes the element out of what Trunk has built, in the folder that Trunk then publishes.
pub fn hook() -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").ok_or("this is called by Trunk")?;
    let staging = PathBuf::from(staging);
    let (glue, wasm) = (staging.join("doi-thoai-app.js"), staging.join("doi-thoai-app_bg.wasm"));
    let parts = Parts { glue: fs::read_to_string(&glue)?, wasm: fs::read(&wasm)? };
    Element::new(parts)?.write(&staging)?;
    fs::remove_file(glue)?;
    fs::remove_file(wasm)?;
    Ok(())
}
