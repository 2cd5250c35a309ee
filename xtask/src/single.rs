//! The page in one file: it opens from `file://`, where a browser lets a page fetch nothing.

use std::fs;
use std::io::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use crate::Result;
use crate::pack::{Element, page, replace_once};

/// The name of that file.
pub const FILE: &str = "doi-thoai.html";

/// Builds it out of the page: everything that the page names is put inside, and its policy then allows no request at all.
pub fn html(element: &Element) -> Result<String> {
    let public = crate::root().join("public");
    let style = fs::read_to_string(public.join("page.css"))?;
    let icon = BASE64.encode(fs::read(public.join("icon.svg"))?);
    // An HTML parser ends or misreads a script at these, even inside a string.
    for forbidden in ["</script", "<!--", "<script"] {
        if element.script.contains(forbidden) {
            return Err(format!("the script contains {forbidden}, so it cannot stand inside a page").into());
        }
    }

    // Data blocks come before the script, which reads them while it runs.
    let mut blocks = block("wasm", &gzip(&element.wasm)?);
    for face in ["regular", "bold", "italic", "bolditalic"] {
        blocks += &block(&format!("font-{face}"), &fs::read(public.join(format!("fonts/tinos-{face}.woff2")))?);
    }
    let body_end = format!("{blocks}<script data-page>{}</script>\n</body>", element.script);

    let mut html = page()?;
    for (from, to) in [
        ("script-src 'self' 'wasm-unsafe-eval'", format!("script-src '{}' 'wasm-unsafe-eval'", hash(&element.script))),
        ("style-src 'self'", format!("style-src '{}'", hash(&style))),
        (" connect-src 'self';", String::new()),
        ("font-src 'self' data:", "font-src data:".into()),
        ("img-src 'self' data: blob:", "img-src data: blob:".into()),
        (
            "<link rel=\"icon\" href=\"icon.svg\"",
            format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\""),
        ),
        ("<link rel=\"stylesheet\" href=\"page.css\">", format!("<style>{style}</style>")),
        ("<script src=\"doi-thoai.js\" data-page defer></script>\n", String::new()),
        ("</body>", body_end),
    ] {
        html = replace_once(&html, from, &to)?;
    }
    Ok(html)
}

/// One piece of data, as text that no browser runs.
fn block(name: &str, bytes: &[u8]) -> String {
    format!("<script type=\"text/plain\" id=\"doi-thoai-{name}\">{}</script>\n", BASE64.encode(bytes))
}

fn hash(inline: &str) -> String {
    format!("sha256-{}", BASE64.encode(Sha256::digest(inline)))
}

/// Compressed as well as gzip can.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}
