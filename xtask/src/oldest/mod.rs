//! The oldest browsers that a release must run in: what it uses is held against what they have.
//!
//! Knows no browser itself: what came when stands in two tables, taken from MDN's browser-compat-data, and in the list of
//! proposals in `wasm.rs`. A name that stands in no table fails, so whoever brings in something new looks it up once.

mod css;
mod script;
mod table;
mod wasm;

use std::fs;
use std::path::Path;

use crate::Result;
use crate::pack::{SCRIPT, WASM};

/// The last Chrome (also Edge and Cốc Cốc) for Windows 7.
pub const CHROME: u32 = 109;
/// The last Firefox for Windows 7.
pub const FIREFOX: u32 = 115;

/// Checks a release that was just written: its module, its script and its style sheets.
pub fn folder(folder: &Path) -> Result<()> {
    let module = fs::read(folder.join(WASM))?;
    let mut unfit = wasm::unfit(&module);
    unfit.extend(script::unfit(&fs::read_to_string(folder.join(SCRIPT))?));
    for sheet in ["page.css", "demo/demo.css"] {
        unfit.extend(css::unfit(&fs::read_to_string(folder.join(sheet))?));
    }
    // Rust writes style sheets as well: they stand among the texts of the module.
    unfit.extend(css::unfit_names(&String::from_utf8_lossy(&module)));
    if unfit.is_empty() {
        return Ok(());
    }
    Err(format!(
        "not in Chrome {CHROME} and Firefox {FIREFOX}, as far as the tables in xtask/src/oldest know:\n  {}",
        unfit.join("\n  ")
    )
    .into())
}
