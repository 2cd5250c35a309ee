//! What must be true of a release as files, whatever was built: a look before the browsers get it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Result;
use crate::pack::{Element, FRAME, SCRIPT, WASM};
use crate::single;

/// Checks a folder that was just written.
pub fn folder(folder: &Path, element: &Element) -> Result<()> {
    let files = files(folder)?;

    let modules: Vec<_> = files.iter().filter(|file| file.extension().is_some_and(|it| it == "wasm")).collect();
    expect(modules == [&folder.join(WASM)], || format!("one module, {WASM}, was expected: {modules:?}"))?;
    expect(element.wasm.starts_with(b"\0asm"), || format!("{WASM} is no module"))?;
    expect(element.script.is_ascii(), || format!("{SCRIPT} has letters beyond ASCII"))?;
    // Webmasters are told so.
    expect(element.frame.is_ascii() && element.frame.len() <= 1024, || {
        format!("{FRAME} has {} bytes, or letters beyond ASCII", element.frame.len())
    })?;
    expect(files.contains(&folder.join("demo/index.html")), || "the demo page is missing".into())?;

    for file in &files {
        let bytes = fs::read(file)?;
        let name = file.strip_prefix(folder).unwrap_or(file).display().to_string();
        // A release tells nothing of the machine that built it.
        for place in private_places() {
            expect(!bytes.windows(place.len()).any(|window| window == place.as_bytes()), || {
                format!("{name} names a folder of this machine")
            })?;
        }
        let extension = file.extension().and_then(|it| it.to_str()).unwrap_or_default();
        if !["html", "css", "js"].contains(&extension) {
            continue;
        }
        let text = String::from_utf8(bytes)?;
        for elsewhere in ["http://", "https://", "src=\"/", "href=\"/", "url("] {
            expect(!text.contains(elsewhere), || {
                format!("{name} has {elsewhere}: only relative addresses work anywhere")
            })?;
        }
        if extension == "html" {
            for inline in [" style=\"", " onclick=", " onload=", " onerror="] {
                expect(!text.contains(inline), || format!("{name} has {inline}, which the policy blocks"))?;
            }
            let inline_scripts = text.matches("<script>").count() + text.matches("<script data-page>").count();
            let allowed = usize::from(name == single::FILE);
            expect(inline_scripts == allowed, || format!("{name} has {inline_scripts} inline scripts, not {allowed}"))?;
        }
    }
    Ok(())
}

/// Folders that only this machine has.
fn private_places() -> Vec<String> {
    let mut places = vec![crate::root().to_string_lossy().into_owned()];
    for home in ["CARGO_HOME", "RUSTUP_HOME"] {
        places.extend(std::env::var(home).ok());
    }
    places.extend(std::env::home_dir().map(|home| home.join(".").to_string_lossy().into_owned()));
    places
}

/// All files of a folder.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    list(folder, &mut files)?;
    Ok(files)
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { list(&path, files)? } else { files.push(path) }
    }
    Ok(())
}

fn expect(holds: bool, otherwise: impl FnOnce() -> String) -> Result<()> {
    if holds { Ok(()) } else { Err(otherwise().into()) }
}
