//! What a webmaster gets with a release: the sums of its files, and the guide with those of the three that matter.

use std::fs;
use std::path::Path;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::Result;
use crate::pack::{Element, SCRIPT, WASM, replace_once, words};
use crate::{check, single};

/// The guide.
const GUIDE: &str = "embed.html";
/// The sums, in the form that `sha256sum -c` reads.
pub const SUMS: &str = "SHA256SUMS";

/// Writes both into a release that has all other files.
pub fn write(folder: &Path, element: &Element) -> Result<()> {
    let public = crate::root().join("public");
    let mut guide = fs::read_to_string(public.join(GUIDE))?;
    let words = words()?;
    for (place, language) in [("%ERRORS-VI%", "vi"), ("%ERRORS-EN%", "en")] {
        guide = replace_once(&guide, place, &errors(&words[language]["faults"])?)?;
    }
    let mut sums = String::new();
    for file in [SCRIPT, WASM, single::FILE] {
        sums += &format!("<li>{file}<br><code>{}</code></li>\n", sum(&folder.join(file))?);
    }
    // These stand in both languages.
    guide = guide.replace("%SUMS%", &format!("<ul class=\"sums\">\n{sums}</ul>"));
    guide = guide.replace("%VERSION%", env!("CARGO_PKG_VERSION")).replace("%BUILD%", &element.build);
    fs::write(folder.join(GUIDE), guide)?;
    fs::copy(public.join("embed.css"), folder.join("embed.css"))?;

    let mut lines = Vec::new();
    for file in check::files(folder)? {
        let name = file.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        lines.push(format!("{}  {name}\n", sum(&file)?));
    }
    lines.sort_by(|a, b| a[64..].cmp(&b[64..]));
    Ok(fs::write(folder.join(SUMS), lines.concat())?)
}

/// The sum of a file, as `sha256sum` writes it.
pub fn sum(file: &Path) -> Result<String> {
    Ok(Sha256::digest(fs::read(file)?).iter().map(|byte| format!("{byte:02x}")).collect())
}

/// What the loader may say, a row each.
fn errors(faults: &Value) -> Result<String> {
    let faults = faults.as_object().ok_or("the words have no faults")?;
    let cell = |fault: &Value, name: &str| {
        fault[name].as_str().unwrap_or_default().replace('&', "&amp;").replace('<', "&lt;").replace("://", "&#58;//")
    };
    let row = |(code, fault): (&String, &Value)| {
        format!(
            "<tr><td><code>{code}</code></td><td>{}</td><td>{}</td></tr>\n",
            cell(fault, "text"),
            cell(fault, "hint")
        )
    };
    Ok(faults.iter().map(row).collect())
}
