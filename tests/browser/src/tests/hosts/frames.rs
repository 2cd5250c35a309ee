//! The page in a frame of a portal on another server.

use serde_json::{Value, json};

use super::super::check;
use super::{Allows, told, works};
use crate::Result;
use crate::case::Case;
use crate::server::Server;

/// What the guide recommends, but for the address and the height.
const SANDBOX: &str = "sandbox='allow-scripts allow-same-origin allow-downloads allow-modals allow-popups allow-forms' \
    allow='clipboard-write' title='Đối Thoại'";
/// How high the recommended frame is where no script follows it.
const HEIGHT: u32 = 800;

/// A portal's page, of another origin than the frames in it.
fn portal(case: &Case, body: &str) -> Result<()> {
    case.server.page(
        "/portal.html",
        &format!(
            "<!doctype html><html lang='vi'><head><meta charset='utf-8'><title>portal</title>\
             <style>iframe {{ width: 100%; height: {HEIGHT}px; border: 0 }}</style></head><body>{body}</body></html>"
        ),
    );
    case.open_url(&case.server.named_url("/portal.html"))
}

/// A frame of a fixed height: everything works, with the page's own scroll.
pub fn framed(case: &Case) -> Result<()> {
    let own = case.server.url("/index.html?embed=1&store=khung");
    portal(case, &format!("<iframe {SANDBOX} src='{own}'></iframe>"))?;
    case.enter_frame(0)?;
    case.ready(1)?;
    works(case, Allows::Storage)?;
    case.step("Thành phần")?;
    let inside: Value = case.eval(
        "({ height: innerHeight, app: probe.one('.app').offsetHeight, page: document.documentElement.scrollHeight, \
         scrolls: probe.one('.questions').scrollHeight > probe.one('.questions').clientHeight })",
    )?;
    check!(
        inside == json!({ "height": HEIGHT, "app": HEIGHT, "page": HEIGHT, "scrolls": true }),
        "in the frame: {inside}"
    );
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    case.leave_frame()?;
    case.picture("fixed")
}

/// What the portal's script has made of the frames' heights.
fn heights(case: &Case) -> Result<Vec<f64>> {
    case.eval("[...document.querySelectorAll('iframe')].map((it) => it.getBoundingClientRect().height)")
}

/// Leaves the frame and waits until the first one has this height.
fn grows_to(case: &Case, height: f64) -> Result<()> {
    case.leave_frame()?;
    case.wait_for(&format!("document.querySelector('iframe').getBoundingClientRect().height === {height}"))?;
    Ok(())
}

/// With the portal's script: frames follow what their own pages want, and nothing else moves them.
pub fn measured(case: &Case) -> Result<()> {
    let other = Server::start(&case.dist)?;
    other.page("/away.html", "<!doctype html><html><head><title>away</title></head><body></body></html>");
    let own = case.server.url("/index.html?embed=1&store=khung");
    portal(
        case,
        &format!(
            "<script src='/doi-thoai-frame.js'></script><script>window.heard = []; \
             addEventListener('message', (event) => heard.push(event.data))</script><iframe {SANDBOX} src='{own}'></iframe>\
             <iframe src='{own}' hidden></iframe><iframe src='{}'></iframe><iframe src='{}?embed=1'></iframe>",
            case.server.url("/demo/demo.css"),
            case.server.url("/demo/demo.css"),
        ),
    )?;

    // The home is as high as what it holds: nothing is left to scroll in it.
    case.enter_frame(0)?;
    case.ready(1)?;
    let home: f64 = case.wait_for(
        "(() => { const it = probe.one('.home'); return innerHeight !== 800 && it.scrollHeight <= it.clientHeight && innerHeight; })()",
    )?.as_f64().ok_or("no height")?;
    check!((480.0..800.0).contains(&home), "the home is {home} px high");
    grows_to(case, home)?;
    case.picture("home")?;

    // Narrower it is higher, and a wizard is as high as it is made for.
    case.enter_frame(0)?;
    case.press("Soạn kế hoạch")?;
    case.wait_for("probe.all('.template').length === 8")?;
    case.wait_for(
        "(() => { const it = probe.one('.home'); return innerHeight > 900 && it.scrollHeight <= it.clientHeight; })()",
    )?;
    case.use_template(crate::screen::UBND)?;
    grows_to(case, 900.0)?;
    case.picture("plan")?;
    // The frame's height does not drive what is asked for.
    // One that listens late is told again; what counts is another height.
    let others = "heard.filter((it, at) => it.height !== (heard[at - 1] || {}).height).length";
    let before: usize = case.eval(others)?;
    case.eval::<Value>("(async () => { for (const height of ['500px', '1500px', '900px']) { document.querySelector('iframe').style.height = height; \
        await new Promise((then) => setTimeout(then, 150)); } return null; })()")?;
    let after: usize = case.eval(others)?;
    check!(before == after, "heights were asked for {before} times, then {after}");

    // Forged: from the page itself, from frames that are another page or have become one, and absurd.
    let at_rest = heights(case)?;
    let forge = |target: &str, height: &str| {
        format!(
            "(async () => {{ {target}.postMessage({{ type: 'doi-thoai-height', height: {height} }}, '*'); \
            await new Promise((then) => setTimeout(then, 100)); return null; }})()"
        )
    };
    case.eval::<Value>(&forge("window", "3000"))?;
    case.enter_frame(2)?;
    case.eval::<Value>(&forge("parent", "3000"))?;
    case.leave_frame()?;
    case.eval::<Value>(&format!(
        "(async () => {{ const it = document.querySelectorAll('iframe')[3]; const away = new Promise((then) => it.onload = then); \
         it.contentWindow.location = {}; await away; return null; }})()",
        json!(other.url("/away.html"))
    ))?;
    case.enter_frame(3)?;
    case.eval::<Value>(&forge("parent", "3000"))?;
    case.leave_frame()?;
    check!(heights(case)? == at_rest, "forged messages have changed {at_rest:?} to {:?}", heights(case)?);

    // Until the frame has told its height for the last time.
    case.enter_frame(0)?;
    case.wait_for("performance.now() > 11000")?;
    case.leave_frame()?;
    for (height, becomes) in [
        ("NaN", 900.0),
        ("'3000'", 900.0),
        ("{}", 900.0),
        ("1e300", 4000.0),
        ("-5", 480.0),
        ("Infinity", 480.0),
        ("1000", 1000.0),
    ] {
        case.enter_frame(0)?;
        case.eval::<Value>(&forge("parent", height))?;
        case.leave_frame()?;
        let now = heights(case)?;
        check!(now[0] == becomes && now[1..] == at_rest[1..], "{height} makes the frames {now:?}, before {at_rest:?}");
    }
    let globals: Vec<String> = case.eval("['address', 'frame'].filter((name) => name in window)")?;
    check!(globals.is_empty(), "names in the portal's window: {globals:?}");
    Ok(())
}

/// A locked frame: with no origin of its own it may fetch nothing, says so, and shows the way out. A server that allows
/// everybody lets it run, without storage.
pub fn sandboxed(case: &Case) -> Result<()> {
    let own = case.server.url("/index.html?embed=1&store=khung");
    let locked = format!("<iframe sandbox='allow-scripts allow-popups' src='{own}'></iframe>");
    portal(case, &locked)?;
    case.enter_frame(0)?;
    let way = told(case, "sandbox")?;
    check!(way["words"] == "Mở trong cửa sổ riêng", "the link: {way}");
    check!(way["link"] == case.server.url("/index.html?store=khung"), "the link leads to {way}");
    case.leave_frame()?;
    case.picture("locked")?;

    case.server.header("/", "Access-Control-Allow-Origin", "*");
    portal(case, &locked)?;
    case.enter_frame(0)?;
    case.ready(1)?;
    works(case, Allows::Locked)
}
