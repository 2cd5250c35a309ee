//! The element's files, out of its parts: for releases (`dist.rs`) and, by Trunk's hook, for the development server.

use std::fs;
use std::path::Path;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::Result;
use crate::build::Parts;

/// The element's script.
pub const SCRIPT: &str = "doi-thoai.js";
/// The element's module; there is no other `.wasm`.
pub const WASM: &str = "doi-thoai.wasm";
/// The optional script of a portal's page that has the page in a frame.
pub const FRAME: &str = "doi-thoai-frame.js";

/// The loader's files in their order, under `public/loader/`.
const LOADER: [&str; 4] = ["start.js", "stopped.js", "element.js", "page.js"];
/// The module's section that holds the build; the loader looks for it by the tag's name.
const SECTION: &str = "doi-thoai";

/// The element, ready to be written.
pub struct Element {
    /// Glue and loader as one classic script, in ASCII.
    pub script: String,
    /// The frame script, in ASCII.
    pub frame: String,
    /// The module.
    pub wasm: Vec<u8>,
    /// Names this build: the script asks for the wasm by it, and refuses a wasm that says another of itself, since a cache
    /// may serve an older one all the same.
    pub build: String,
}

impl Element {
    /// Joins glue and loader. One function around both keeps the glue's name out of the page: a portal that includes the
    /// script twice would otherwise stop at "already declared".
    pub fn new(parts: Parts) -> Result<Element> {
        let build: String = Sha256::digest(&parts.wasm).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        let public = crate::root().join("public");
        let mut loader = loader()?;
        for (place, value) in [
            ("\"%WORDS%\"", words()?.to_string()),
            ("%BUILD%", build.clone()),
            ("%VERSION%", env!("CARGO_PKG_VERSION").to_owned()),
        ] {
            loader = replace_once(&loader, place, &value)?;
        }
        // The module is out of the glue's reach once it has trapped: whatever calls it then calls nothing.
        let end = "return Object.assign(__wbg_init,";
        let halt = "exports.halt = () => { wasm = new Proxy({}, { get: () => () => {} }); };";
        let glue = replace_once(&parts.glue, end, &format!("{halt}\n{end}"))?;
        let version = env!("CARGO_PKG_VERSION");
        let script = format!(
            "/*! Doi Thoai {version}, build {build}. MIT OR Apache-2.0. */\n(function () {{\n{}\n(function () {{\n{loader}}})();\n}})();\n",
            glue.trim_end()
        );
        let frame = without_comment_lines(&fs::read_to_string(public.join("frame.js"))?);
        let mut wasm = parts.wasm;
        wasm.extend(section(SECTION, build.as_bytes()));
        Ok(Element { script: ascii(&without_comment_lines(&script)), frame, wasm, build })
    }

    /// Writes the page, the element and all that stands beside them into `folder`.
    pub fn write(&self, folder: &Path) -> Result<()> {
        let public = crate::root().join("public");
        fs::create_dir_all(folder)?;
        fs::write(folder.join(SCRIPT), &self.script)?;
        fs::write(folder.join(FRAME), &self.frame)?;
        fs::write(folder.join(WASM), &self.wasm)?;
        fs::write(folder.join("index.html"), page()?)?;
        for file in ["page.css", "icon.svg"] {
            fs::copy(public.join(file), folder.join(file))?;
        }
        for part in ["fonts", "demo", "samples"].into_iter().filter(|part| public.join(part).is_dir()) {
            copy_folder(&public.join(part), &folder.join(part))?;
        }
        Ok(())
    }
}

/// The words of the loader. Through serde: a mistake in them shows here, and line breaks go.
pub fn words() -> Result<Value> {
    Ok(serde_json::from_str(&fs::read_to_string(crate::root().join("public/loader/words.json"))?)?)
}

/// A custom section of a module: no engine runs it, and a page can read it of the compiled module.
fn section(name: &str, content: &[u8]) -> Vec<u8> {
    let (named, size) = (name.len(), 1 + name.len() + content.len());
    // Each length is one byte as long as it is below 128.
    assert!(size < 128, "a section of {size} bytes needs longer lengths");
    let lengths = [0, size as u8, named as u8];
    [&lengths, name.as_bytes(), content].concat()
}

/// The loader's files as one, their blanks not filled in yet.
pub fn loader() -> Result<String> {
    let folder = crate::root().join("public/loader");
    let parts: std::io::Result<Vec<String>> = LOADER.iter().map(|part| fs::read_to_string(folder.join(part))).collect();
    Ok(parts?.concat())
}

/// The page as it is published: without the lines that speak to Trunk.
pub fn page() -> Result<String> {
    let source = fs::read_to_string(crate::root().join("public/index.html"))?;
    Ok(source.lines().filter(|line| !line.contains("data-trunk")).map(|line| format!("{line}\n")).collect())
}

/// Replaces something that must stand in the text exactly once.
pub fn replace_once(text: &str, from: &str, to: &str) -> Result<String> {
    match text.matches(from).count() {
        1 => Ok(text.replacen(from, to, 1)),
        count => Err(format!("{from:?} stands {count} times where once was expected").into()),
    }
}

/// The script without the lines that are only comment (a third of it), and without indentation. Neither stands inside a
/// string here: a template string over several lines may lose its indentation, which only a style sheet has.
fn without_comment_lines(script: &str) -> String {
    let mut text = String::with_capacity(script.len());
    let mut inside = false;
    for line in script.lines().map(str::trim) {
        inside |= line.starts_with("/**");
        if !(inside || line.is_empty() || line.starts_with("//")) {
            text.push_str(line);
            text.push('\n');
        }
        inside &= !line.ends_with("*/");
    }
    text
}

/// The script with every other letter as an escape: it then means the same in a page of any charset.
fn ascii(script: &str) -> String {
    let mut text = String::with_capacity(script.len());
    for letter in script.chars() {
        if letter.is_ascii() {
            text.push(letter);
        } else {
            let mut units = [0; 2];
            text.extend(letter.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    text
}

/// Copies a folder of `public/`; notes for developers stay behind.
fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else if entry.path().extension().is_none_or(|extension| extension != "md") {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_keep_the_words() {
        assert_eq!(ascii("let a = \"Đối\u{1f600}\";"), "let a = \"\\u0110\\u1ed1i\\ud83d\\ude00\";");
    }

    #[test]
    fn a_section_has_its_lengths() {
        assert_eq!(section("ab", b"cde"), b"\x00\x06\x02abcde");
    }

    #[test]
    fn only_whole_lines_of_comment_go() {
        let script =
            "/*! kept */\nlet a = 1; // kept\n  /**\n   * gone\n   */\n  // gone\n  /** gone */\n  let b = 2;\n";
        assert_eq!(without_comment_lines(script), "/*! kept */\nlet a = 1; // kept\nlet b = 2;\n");
    }

    #[test]
    fn what_stands_twice_is_not_replaced() {
        assert_eq!(replace_once("a b", "a", "c").unwrap(), "c b");
        assert!(replace_once("a a", "a", "c").is_err());
        assert!(replace_once("b", "a", "c").is_err());
    }
}
