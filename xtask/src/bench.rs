//! The figures of `MEASUREMENTS.md`. Each part prints one table; figures from browsers join as further parts.

use std::fs;
use std::path::Path;

use crate::dist::{Flavour, dist};
use crate::pack::{SCRIPT, WASM};
use crate::process::run;
use crate::{Result, single, test};

/// Builds a release and prints every table.
pub fn bench() -> Result<()> {
    let folder = dist(Flavour::Release)?;
    println!();
    bytes(&folder)?;
    println!();
    run(test::browser_tests()?.arg("--figures"))
}

/// What goes over the line (or onto the stick).
fn bytes(folder: &Path) -> Result<()> {
    println!("| bytes | raw | gzip -9 | brotli -11 |");
    println!("| --- | ---: | ---: | ---: |");
    let mut element = [0; 3];
    for file in [WASM, SCRIPT, "index.html", "page.css", "icon.svg"] {
        let sizes = sizes(&fs::read(folder.join(file))?)?;
        row(file, sizes);
        add(&mut element, sizes);
    }
    row("the page, all of the above", element);
    let mut fonts = [0; 3];
    for entry in fs::read_dir(folder.join("fonts"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "woff2") {
            // Compressed already.
            add(&mut fonts, [fs::metadata(path)?.len(); 3]);
        }
    }
    row("fonts (only where Times New Roman is missing)", fonts);
    add(&mut element, fonts);
    row("the page with its fonts", element);
    row(&format!("{} (everything in one file)", single::FILE), sizes(&fs::read(folder.join(single::FILE))?)?);
    Ok(())
}

fn row(name: &str, [raw, gzip, brotli]: [u64; 3]) {
    println!("| {name} | {raw} | {gzip} | {brotli} |");
}

fn add(sum: &mut [u64; 3], sizes: [u64; 3]) {
    sum.iter_mut().zip(sizes).for_each(|(sum, size)| *sum += size);
}

/// Raw, gzip, brotli.
fn sizes(bytes: &[u8]) -> Result<[u64; 3]> {
    let mut brotli = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut brotli, &parameters)?;
    Ok([bytes.len() as u64, single::gzip(bytes)?.len() as u64, brotli.len() as u64])
}
