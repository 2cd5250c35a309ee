//! A portal in the manner of Bootstrap 3.

use serde_json::Value;

use super::super::check;
use crate::Result;
use crate::case::Case;

const HOST: &str = "<!doctype html><html lang='vi'><head><meta charset='iso-8859-1'><title>portal</title>\
    <link rel='stylesheet' href='/portal.css'><script src='/theme/all.js?v=3' data-base='/' defer></script>\
    <script src='/doi-thoai.js?copy' defer></script></head>\
    <body><p id='own'>own</p><input id='field'><doi-thoai></doi-thoai></body></html>";

const STYLE: &str = "html { font-size: 10px } *, *::before, *::after { box-sizing: border-box }\
    * { color: rgb(255, 0, 0); line-height: 3; letter-spacing: 4px; text-transform: uppercase }\
    div { display: inline !important; font-size: 40px !important; background: rgb(0, 0, 255) !important }";

/// Neither side's rules reach the other; a second copy of the script and a wrong charset do no harm.
pub fn run(case: &Case) -> Result<()> {
    case.server.answer("/portal.css", 200, "text/css", STYLE.as_bytes());
    // A theme that keeps scripts in a folder of its own says where the rest is.
    let script = std::fs::read(case.dist.join("doi-thoai.js"))?;
    case.server.answer("/theme/all.js", 200, "text/javascript", &script);
    case.server.page("/portal.html", HOST);
    case.open_path("/portal.html")?;
    let own = "(() => { const s = getComputedStyle(document.getElementById('own')); \
        return [s.fontFamily, s.fontSize, s.color, s.margin, document.documentElement.className].join('|'); })()";
    let before: String = case.eval(own)?;
    case.ready(1)?;

    let style: Value = case.eval(
        "(() => { const s = getComputedStyle(document.querySelector('doi-thoai').shadowRoot.firstElementChild); return \
         { size: s.fontSize, color: s.color, spacing: s.letterSpacing, transform: s.textTransform, display: s.display, \
         line: s.lineHeight, background: s.backgroundColor }; })()",
    )?;
    let expected = [
        ("size", "16px"),
        ("color", "rgb(0, 0, 0)"),
        ("spacing", "normal"),
        ("transform", "none"),
        ("display", "block"),
        ("line", "normal"),
        ("background", "rgba(0, 0, 0, 0)"),
    ];
    for (name, value) in expected {
        check!(style[name] == value, "{name} of the element's root is {}, not {value}", style[name]);
    }
    let after: String = case.eval(own)?;
    check!(before == after, "the host's page changed from {before} to {after}");

    // Keys of the host stay the host's.
    let field = case.find("#field")?;
    case.click(&field)?;
    case.keys(&field, "xã")?;
    let typed: String = case.eval("document.getElementById('field').value")?;
    check!(typed == "xã", "the host's field has {typed:?}");

    let inside = case.find_inside("doi-thoai", ".root")?;
    case.click(&inside)?;
    case.picture("host")?;

    case.write_a_plan()?;
    case.picture("plan")?;
    // What is shown is set as in the element's own page: neither the portal's size of letters nor its capitals.
    let style: Value = case.eval(
        "(() => { const s = (css) => getComputedStyle(probe.one(css)); return [s('.step').fontSize, s('.step').textTransform, \
         s('.bar .button').fontSize, s('.bar .button').letterSpacing, s('.content .body').fontSize, s('.content .body').letterSpacing]; })()",
    )?;
    let expected = ["15px", "none", "15px", "normal", "18.6667px", "normal"];
    check!(style == serde_json::json!(expected), "letters inside: {style}, not {expected:?}");
    let still: String = case.eval(own)?;
    check!(before == still, "the host's page changed from {before} to {still}");
    let globals: Vec<String> = case.eval("['wasm_bindgen', 'DoiThoai', 'TAG'].filter((name) => name in window)")?;
    check!(globals.is_empty(), "names in the host's window: {globals:?}");
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}
