//! The own page takes from its address what an element takes from its attributes; no other page does.

use serde_json::Value;

use super::super::check;
use crate::Result;
use crate::case::Case;

/// Addresses, and a portal's page with the same.
pub fn run(case: &Case) -> Result<()> {
    case.open_path("/index.html?view=form&lang=en&store=hai&height=300")?;
    case.ready(1)?;
    let said: Value =
        case.eval("Object.fromEntries([...probe.element().attributes].map((it) => [it.name, it.value]))")?;
    check!(said == serde_json::json!({ "view": "form", "lang": "en", "store": "hai" }), "the element says {said}");
    case.wait_for("probe.all('.template').length === 9")?;

    // A template makes one draft, however often the page is loaded again.
    case.open_path("/index.html?template=ubnd-xa&store=ba&organ=x%C3%A3+C%E1%BA%A9m+B%C3%ACnh&place=t%E1%BB%89nh+H%C3%A0+T%C4%A9nh&system=state")?;
    case.ready(1)?;
    case.sheet_says("CẨM BÌNH")?;
    case.reload()?;
    case.sheet_says("CẨM BÌNH")?;
    let id = case.draft_id()?;
    let address: String = case.eval("location.search")?;
    check!(!address.contains("template") && address.contains("store=ba"), "the address is now {address}");

    // Who stands here needs no way here.
    let ways: u32 = case.eval("probe.all('a').filter((it) => it.href.includes('index.html')).length")?;
    check!(ways == 0, "the own page leads to itself");

    // What was made is read by its identity, and cannot be changed.
    case.open_path(&format!("/index.html?store=ba&draft={id}&readonly"))?;
    case.ready(1)?;
    case.sheet_says("CẨM BÌNH")?;
    check!(case.eval("probe.one('.questions').inert")?, "a draft that is only read can be typed in");

    case.server.page(
        "/portal.html",
        "<!doctype html><html lang='vi'><head><meta charset='utf-8'><title>portal</title>\
         <script src='/doi-thoai.js' defer></script></head><body><doi-thoai></doi-thoai></body></html>",
    );
    case.open_path("/portal.html?view=form&lang=en&store=hai&template=ubnd-xa")?;
    case.ready(1)?;
    let said: usize = case.eval("probe.element().attributes.length")?;
    check!(said == 0, "the portal's address has reached the element");

    // A value that is none of the list is told once, and harms nothing.
    let warned: Vec<String> = case.eval(
        "(async () => { const lines = [], warn = console.warn; console.warn = (line) => lines.push(line); const it = document.createElement('doi-thoai'); \
         for (const [name, value] of [['view', 'house'], ['lang', 'fr'], ['system', 'army'], ['height', 'tall'], ['lang', 'en-GB'], ['height', '50%'], \
         ['colour', 'red']]) it.setAttribute(name, value); document.body.append(it); await new Promise((then) => it.addEventListener('doi-thoai-ready', then)); \
         console.warn = warn; return lines; })()",
    )?;
    check!(
        warned.len() == 4 && ["house", "fr", "army", "tall"].iter().zip(&warned).all(|(it, line)| line.contains(it)),
        "told: {warned:?}"
    );
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}
