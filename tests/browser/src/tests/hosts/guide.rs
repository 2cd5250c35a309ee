//! The guide for webmasters: it reads well, what it says to paste works, and its sums are those of the files.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use super::super::check;
use crate::Result;
use crate::browser::Kind;
use crate::case::{Case, POLICY};
use crate::server::REPORTS;

/// The page, what is pasted from it, and the sums.
pub fn run(case: &Case) -> Result<()> {
    let snippets = read(case)?;
    pasted(case, &snippets)?;
    sums(case)
}

/// Under the contract's policy, on wide and narrow screens; gives what it says to paste, by its id.
fn read(case: &Case) -> Result<BTreeMap<String, String>> {
    case.server.header("/embed.html", "Content-Security-Policy", &format!("{POLICY}; report-uri {REPORTS}"));
    case.open_path("/embed.html")?;
    // Firefox has no narrower window.
    let narrow = if case.kind() == Kind::Firefox { 500 } else { 390 };
    for (width, height) in [(1366, 900), (narrow, 800)] {
        case.size(width, height)?;
        let wide: Vec<String> = case.eval(
            "[...document.querySelectorAll('body *')].filter((it) => it.getBoundingClientRect().right > innerWidth + 1).map((it) => it.outerHTML.slice(0, 80))",
        )?;
        check!(wide.is_empty(), "at {width} px these are wider than the page: {wide:?}");
        case.picture(&format!("{width}"))?;
        case.eval::<Value>("(document.querySelector('.errors').scrollIntoView(), null)")?;
        case.picture(&format!("{width}-errors"))?;
        case.eval::<Value>("(scrollTo(0, 0), null)")?;
    }
    let words: Value = serde_json::from_str(&std::fs::read_to_string(crate::root().join("public/loader/words.json"))?)?;
    for (at, language) in ["vi", "en"].iter().enumerate() {
        let rows: Vec<(String, String)> = case.eval(&format!(
            "[...document.querySelectorAll('.errors')[{at}].querySelectorAll('tbody tr')].map((it) => [it.cells[0].textContent, it.cells[1].textContent])"
        ))?;
        for (code, fault) in words[language]["faults"].as_object().ok_or("no faults")? {
            let told = rows.iter().any(|(name, text)| name == code && fault["text"] == *text);
            check!(told, "{language}: {code} is not told in the guide");
        }
    }
    let violations = case.violations()?;
    // The probe is the test's own.
    check!(violations.iter().all(|it| it.contains("probe.js")), "blocked: {violations:?}");
    case.eval("Object.fromEntries([...document.querySelectorAll('pre')].map((it) => [it.id, it.textContent]))")
}

/// Each thing to paste does what the guide says; the release stands at the server's root here.
fn pasted(case: &Case, snippets: &BTreeMap<String, String>) -> Result<()> {
    for language in ["vi", "en"] {
        let snippet = |name: &str| -> Result<String> {
            let text = snippets.get(&format!("{language}-{name}")).ok_or_else(|| format!("no {language}-{name}"))?;
            Ok(text.replace("\"/doi-thoai/", "\"/"))
        };
        let policy = format!("default-src 'none'; {}; report-uri {REPORTS}", snippet("csp")?);
        for (name, script) in [("div", "script"), ("tag", "script"), ("frame", "frame-script"), ("link", "script")] {
            let path = format!("/{language}-{name}.html");
            case.server.header(&path, "Content-Security-Policy", &policy);
            case.server.page(&path, &format!(
                "<!doctype html><html lang='vi'><head><meta charset='utf-8'><title>{name}</title>{}</head><body>{}</body></html>",
                snippet(script)?, snippet(name)?
            ));
            case.open_path(&path)?;
            match name {
                "frame" => {
                    case.enter_frame(0)?;
                    // It is loaded when it is seen.
                    case.wait_for("Boolean(window.probe)")?;
                    case.ready(1)?;
                    case.leave_frame()?;
                    // Its script is at work: the home wants another height than the frame was given.
                    case.wait_for("document.querySelector('iframe').offsetHeight !== 800")?;
                }
                "link" => {
                    let link: String = case.eval("document.querySelector('a').href")?;
                    case.open_url(&link)?;
                    case.ready(1)?;
                }
                _ => {
                    case.ready(1)?;
                    let said: (String, f64) =
                        case.eval("[probe.element().getAttribute('store'), probe.element().offsetHeight]")?;
                    check!(said == ("van-phong".into(), 800.0), "{language} {name}: {said:?}");
                }
            }
            let violations = case.violations()?;
            check!(violations.is_empty(), "{language} {name}: blocked: {violations:?}");
        }
        let ancestors = snippet("ancestors")?;
        check!(ancestors.starts_with("Content-Security-Policy: frame-ancestors 'self' https://"), "{ancestors}");
    }
    Ok(())
}

/// Every file of the release has its line, and the sums are right; by the browser's own arithmetic.
fn sums(case: &Case) -> Result<()> {
    let list = std::fs::read_to_string(case.dist.join("SHA256SUMS"))?;
    let lines: BTreeMap<&str, &str> =
        list.lines().filter_map(|line| line.split_once("  ").map(|(sum, name)| (name, sum))).collect();
    let mut files = Vec::new();
    names(&case.dist, &case.dist, &mut files)?;
    files.retain(|name| name != "SHA256SUMS");
    files.sort();
    check!(lines.len() == list.lines().count(), "not every line is a sum, two spaces and a name:\n{list}");
    check!(lines.keys().eq(files.iter()), "the sums are of {:?}, the files are {files:?}", lines.keys());

    case.server.page("/sums.html", "<!doctype html><html><body></body></html>");
    case.open_path("/sums.html")?;
    for (name, sum) in &lines {
        // As a file of bytes: the server puts the probe into pages.
        case.server.answer("/file", 200, "application/octet-stream", &std::fs::read(case.dist.join(name))?);
        let is: String = case.eval(
            "fetch('/file', { cache: 'no-store' }).then((it) => it.arrayBuffer()).then((it) => crypto.subtle.digest('SHA-256', it))\
             .then((it) => [...new Uint8Array(it)].map((byte) => byte.toString(16).padStart(2, '0')).join(''))",
        )?;
        check!(is == *sum, "{name}: the sum is {is}, listed is {sum}");
    }
    let guide = std::fs::read_to_string(case.dist.join("embed.html"))?;
    for name in ["doi-thoai.js", "doi-thoai.wasm", "doi-thoai.html"] {
        let told = guide.matches(&format!("<li>{name}<br><code>{}</code></li>", lines[name])).count();
        check!(told == 2, "the guide tells the sum of {name} {told} times");
    }
    Ok(())
}

fn names(top: &Path, folder: &Path, all: &mut Vec<String>) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            names(top, &path, all)?;
        } else {
            all.push(path.strip_prefix(top)?.to_string_lossy().into_owned());
        }
    }
    Ok(())
}
