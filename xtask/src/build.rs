//! From Rust to the two things that an element is made of: the wasm, and wasm-bindgen's glue for it.
//!
//! Releases and tests build here and not through Trunk: one Cargo call, one wasm-bindgen call and one wasm-opt call are
//! all that is wanted, Trunk would take minutes to install on a fresh machine, and it chooses wasm-opt's flags by itself.
//! From the glue on, both ways run through the same code in `pack.rs`.

use std::process::Command;

use crate::Result;
use crate::process::{cargo, output, run};
use crate::tools;

/// What an element is made of.
pub struct Parts {
    /// wasm-bindgen's JavaScript, of the target `no-modules`: it declares `wasm_bindgen`.
    pub glue: String,
    /// The module.
    pub wasm: Vec<u8>,
}

/// What every browser from Chrome 109 and Firefox 115 on understands, and no more: wasm-opt may then neither refuse what
/// rustc emits nor bring in something newer.
const FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What makes the module small, in this order.
const PASSES: [&str; 4] = [
    // Functions made from one source stand side by side, so that servers compress them better.
    "--reorder-functions-by-name",
    "-Oz",
    // Only the end of the stack lies below address 1024, so an offset may go into the instruction that loads or stores.
    "--low-memory-unused",
    // Hints that no browser heeds.
    "--dealign",
];

/// Builds the optimised element with these Cargo features of `components`.
pub fn release(features: &[&str]) -> Result<Parts> {
    tools::wasm_target()?;
    let bindgen = tools::wasm_bindgen()?.join("wasm-bindgen");
    let wasm_opt = tools::wasm_opt()?;

    run(cargo()
        .args(["build", "--quiet", "--release", "--package", "doi-thoai-components", "--bin", "doi-thoai-app"])
        .args(["--target", "wasm32-unknown-unknown", "--features", &features.join(",")])
        .env("CARGO_ENCODED_RUSTFLAGS", remapped_paths()))?;

    // Where cargo was told to build, else beside the sources.
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| crate::root().join("target"), std::path::PathBuf::from);
    let folder = target.join("xtask");
    run(Command::new(bindgen)
        .args(["--target", "no-modules", "--no-typescript", "--remove-producers-section", "--out-name", "element"])
        .arg("--out-dir")
        .arg(&folder)
        .arg(target.join("wasm32-unknown-unknown/release/doi-thoai-app.wasm")))?;
    let optimised = folder.join("optimised.wasm");
    run(Command::new(wasm_opt)
        .args(FEATURES)
        .args(PASSES)
        .arg(folder.join("element_bg.wasm"))
        .arg("-o")
        .arg(&optimised))?;
    let (glue, wasm) = (std::fs::read_to_string(folder.join("element.js"))?, std::fs::read(optimised)?);
    Ok(numbered(Parts { glue, wasm }))
}

/// Glue and module call each other by names that end in a hash of 16 digits, which nothing can compress: numbers of the
/// same length stand in their place. A hash that the module does not know is left alone.
fn numbered(parts: Parts) -> Parts {
    const DIGITS: usize = 16;
    let Parts { mut glue, mut wasm } = parts;
    let is_digit = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    let mut hashes: Vec<String> = Vec::new();
    for word in glue.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_') {
        let Some(hash) = word.len().checked_sub(DIGITS).and_then(|at| word.get(at..)) else { continue };
        let is_name = word.starts_with("__wbg_") || word.starts_with("wasm_bindgen__");
        if is_name && hash.bytes().all(|byte| is_digit(&byte)) && !hashes.iter().any(|known| known == hash) {
            hashes.push(hash.to_owned());
        }
    }
    for (number, hash) in hashes.iter().enumerate() {
        let number = format!("{number:0DIGITS$}");
        let mut at = 0;
        let mut found = false;
        while let Some(next) = wasm[at..].windows(DIGITS).position(|window| window == hash.as_bytes()) {
            wasm[at + next..at + next + DIGITS].copy_from_slice(number.as_bytes());
            at += next + DIGITS;
            found = true;
        }
        if found {
            glue = glue.replace(hash, &number);
        }
    }
    Parts { glue, wasm }
}

/// Panic messages carry the paths of sources. A release names no folder of the machine that built it, so the same sources
/// also give the same bytes everywhere.
fn remapped_paths() -> String {
    let home = |variable: &str, folder: &str| {
        std::env::var(variable).ok().or_else(|| Some(std::env::home_dir()?.join(folder).to_string_lossy().into_owned()))
    };
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"])).map(|path| path.trim().to_owned());
    let mut flags = Vec::new();
    for (from, to) in [
        (home("RUSTUP_HOME", ".rustup"), "rustup"),
        (sysroot, "rust"),
        (home("CARGO_HOME", ".cargo"), "cargo"),
        (Some(crate::root().to_string_lossy().into_owned()), "doi-thoai"),
    ] {
        flags.extend(from.map(|from| format!("--remap-path-prefix={from}={to}")));
    }
    // Leptos then boxes each component's view instead of naming its type in the one around it.
    flags.push("--cfg=erase_components".into());
    flags.join("\u{1f}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_become_numbers_in_both() {
        let (glue, wasm) = (
            "{__wbg_add_cf82c8d153d93ae1: f, __wbg_ptr: 0, kept_0123456789abcdef: 1}",
            b"..__wbg_add_cf82c8d153d93ae1..",
        );
        let parts = numbered(Parts { glue: glue.into(), wasm: wasm.to_vec() });
        assert_eq!(parts.glue, "{__wbg_add_0000000000000000: f, __wbg_ptr: 0, kept_0123456789abcdef: 1}");
        assert_eq!(parts.wasm, b"..__wbg_add_0000000000000000..");
    }
}
