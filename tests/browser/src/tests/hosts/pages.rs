//! The table of hosts.

use thirtyfour::Key;

use super::super::check;
use super::{Allows, Host};
use crate::Result;
use crate::case::Case;

/// The host that is not asked for as 127.0.0.1, which browsers trust without encryption.
pub const PLAIN_HTTP: &str = "plain-http";

const LOADER: &str = "<meta charset='utf-8'><script src='/doi-thoai.js' defer></script>";
const TAG: &str = "<doi-thoai store='STORE' height='640'></doi-thoai>";

/// A usual one, for what the others differ in.
const USUAL: Host =
    Host { name: "", head: LOADER, body: TAG, allows: Allows::Storage, prepare: |_, _| Ok(()), look: |_| Ok(()) };

/// All.
pub const HOSTS: &[Host] = &[
    Host {
        name: "bootstrap",
        head: "<meta charset='utf-8'><base href='/somewhere/else/'><link rel='stylesheet' href='/bootstrap.css'>\
               <script src='/doi-thoai.js' defer></script>",
        body: "<div class='container'><form><legend>Cổng</legend><label>Tìm <input></label>\
               <doi-thoai store='STORE' height='640'></doi-thoai></form></div>",
        prepare: |case, _| {
            case.server.answer("/bootstrap.css", 200, "text/css", BOOTSTRAP.as_bytes());
            Ok(())
        },
        look: |case| size(case, 640),
        ..USUAL
    },
    Host {
        name: "loud",
        head: "<meta charset='utf-8'><style>* { all: revert } button { color: red !important; display: none !important } \
               html { font-size: 10px } div, p, input { font: 900 50px/9 cursive !important; letter-spacing: 1em !important } \
               iframe { max-width: 100%; filter: invert(1) }</style><script src='/doi-thoai.js' defer></script>",
        look: |case| size(case, 640),
        ..USUAL
    },
    Host {
        name: "placeholder",
        head: "<meta charset='utf-8'><script src='/doi-thoai.js?v=123' async></script>",
        body: "<article><div class='doi-thoai' data-store='STORE' data-height='640'>Đang mở…</div></article>",
        look: |case| size(case, 640),
        ..USUAL
    },
    Host {
        name: "twice",
        head: "<meta charset='utf-8'><script src='/doi-thoai.js' defer></script><script src='/copy/doi-thoai.js' defer></script>\
               <script src='/doi-thoai.js?v=2' defer></script>",
        prepare: |case, _| {
            let script = std::fs::read(case.dist.join("doi-thoai.js"))?;
            case.server.answer("/copy/doi-thoai.js", 200, "text/javascript", &script);
            Ok(())
        },
        ..USUAL
    },
    Host {
        name: "two-elements",
        body: "<doi-thoai store='STORE' height='640'></doi-thoai><doi-thoai id='same' store='STORE' height='640'></doi-thoai>\
               <doi-thoai id='other' store='STORE/other' height='640'></doi-thoai>",
        look: two_elements,
        ..USUAL
    },
    Host {
        name: "moved",
        body: "<section id='a'><doi-thoai store='STORE' height='640'></doi-thoai></section><section id='b'></section>",
        look: moved,
        ..USUAL
    },
    Host {
        name: "charset",
        head: "<meta http-equiv='Content-Type' content='text/html; charset=windows-1258'><script src='/doi-thoai.js' defer></script>",
        look: |case| {
            let charset: String = case.eval("document.characterSet")?;
            check!(charset == "windows-1258", "the page is of {charset}");
            Ok(())
        },
        ..USUAL
    },
    Host {
        name: "wrong-mime",
        prepare: |case, _| {
            // The script asks for the module of its own folder.
            for (file, mime) in [("doi-thoai.wasm", "application/octet-stream"), ("doi-thoai.js", "text/javascript")] {
                case.server.answer(&format!("/mime/{file}"), 200, mime, &std::fs::read(case.dist.join(file))?);
            }
            for face in ["regular", "bold", "italic", "bolditalic"] {
                let file = format!("fonts/tinos-{face}.woff2");
                case.server.answer(&format!("/mime/{file}"), 200, "text/plain", &std::fs::read(case.dist.join(&file))?);
            }
            Ok(())
        },
        head: "<meta charset='utf-8'><script src='/mime/doi-thoai.js' defer></script>",
        ..USUAL
    },
    Host {
        name: "no-storage",
        head: "<meta charset='utf-8'><script>for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, \
               { get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } })</script>\
               <script src='/doi-thoai.js' defer></script>",
        allows: Allows::SessionOnly,
        ..USUAL
    },
    Host {
        name: "prototypes",
        // As Prototype and MooTools left them.
        head: "<meta charset='utf-8'><script>Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']'; };\
               Object.prototype.extend = function () { return this; };\
               Array.from = (list) => { const all = []; for (let at = 0; at < list.length; at++) all.push(list[at]); return all; };\
               Array.prototype.remove = Array.prototype.contains = String.prototype.contains = function () { return false; };\
               Function.prototype.bind = function (self, ...first) { const it = this; return function (...rest) { return it.apply(self, first.concat(rest)); }; };\
               Element.prototype.remove = function () { this.parentNode.removeChild(this); return this; };</script>\
               <script src='/doi-thoai.js' defer></script>",
        look: prototypes,
        ..USUAL
    },
    Host {
        name: "greedy",
        // What scripts of portals do with keys and copying, by what they take for a field.
        head: "<meta charset='utf-8'><script>const field = (event) => /^(INPUT|TEXTAREA)$/.test(event.target.tagName);\
               addEventListener('keypress', (event) => { if (event.key === 'Enter' && !field(event)) { event.preventDefault(); location = '/sent.html'; } });\
               document.onkeydown = (event) => { if (event.key === 'Backspace' && !field(event)) return false;\
               if (event.key === '/' && !field(event)) { document.getElementById('search').focus(); return false; } };\
               document.oncontextmenu = document.onselectstart = document.oncopy = document.onpaste = document.onmousedown = () => false;</script>\
               <script src='/doi-thoai.js' defer></script>",
        body: "<input id='search'><doi-thoai store='STORE' height='640'></doi-thoai>",
        look: greedy,
        ..USUAL
    },
    Host {
        name: "column",
        head: "<meta charset='utf-8'><style>body { display: flex } article { width: 700px } aside { flex: 1 }</style>\
               <script src='/doi-thoai.js' defer></script>",
        body: "<article><doi-thoai store='STORE' height='640'></doi-thoai></article><aside>Tin tức</aside>",
        look: |case| {
            // The window is wide; what counts is the column.
            check!(
                case.eval("innerWidth > 1100 && probe.all('.tabs').some(probe.seen)")?,
                "a narrow column shows no tabs"
            );
            width(case, 700.0)
        },
        ..USUAL
    },
    Host {
        name: "shrinking",
        head: "<meta charset='utf-8'><style>article { float: left }</style><script src='/doi-thoai.js' defer></script>",
        body: "<article><doi-thoai store='STORE' height='640'></doi-thoai></article>",
        look: |case| width(case, 1100.0),
        ..USUAL
    },
    Host {
        name: PLAIN_HTTP,
        look: |case| {
            let secure: bool = case.eval("isSecureContext")?;
            check!(!secure, "this page is a secure context");
            Ok(())
        },
        ..USUAL
    },
];

fn size(case: &Case, height: u32) -> Result<()> {
    let is: f64 = case.eval("probe.one('.root').getBoundingClientRect().height")?;
    check!(is == f64::from(height), "the element is {is} px high, not {height}");
    Ok(())
}

fn width(case: &Case, width: f64) -> Result<()> {
    let is: f64 = case.eval("probe.one('.app').getBoundingClientRect().width")?;
    check!(is == width, "the element is {is} px wide, not {width}");
    check!(case.eval("document.documentElement.scrollWidth <= innerWidth")?, "the page scrolls sideways");
    Ok(())
}

/// Letters that come by Backspace, as UniKey sends them; a slash; a line.
fn greedy(case: &Case) -> Result<()> {
    case.enter("Tên địa bàn", 0, "12/Xa")?;
    case.press_keys(&format!("{0}{0}", char::from(Key::Backspace)))?;
    case.press_keys("Xã")?;
    check!(case.value("Tên địa bàn", 0)? == "12/Xã", "typed: {:?}", case.value("Tên địa bàn", 0)?);
    case.fill("Trích yếu", 0, &format!("Một{}Hai", char::from(Key::Enter)))?;
    check!(case.value("Trích yếu", 0)?.contains('\n'), "no line: {:?}", case.value("Trích yếu", 0)?);
    check!(case.eval("location.pathname === '/greedy.html'")?, "the host has sent its form");
    Ok(())
}

/// The same scope is the same list; another scope is another.
fn two_elements(case: &Case) -> Result<()> {
    case.press("Về danh sách")?;
    case.reload()?;
    case.ready(3)?;
    let names = |id: &str| {
        format!("[...document.querySelector({id}).shadowRoot.querySelectorAll('.draft-name')].map(probe.words)")
    };
    let same: Vec<String> = case.eval(&names("'#same'"))?;
    let other: Vec<String> = case.eval(&names("'#other'"))?;
    check!(same.len() == 1 && other.is_empty(), "drafts of the same scope: {same:?}, of another: {other:?}");
    Ok(())
}

/// In the middle of writing: moved in one turn, then taken out and put back later.
fn moved(case: &Case) -> Result<()> {
    case.enter("Tên địa bàn", 0, "Hòa Bình")?;
    let same: bool = case.eval(
        "(() => { const it = probe.element(), root = it.shadowRoot.firstElementChild; \
         document.getElementById('b').append(it); return it.shadowRoot.firstElementChild === root; })()",
    )?;
    check!(same, "a moved element started anew");
    case.sheet_says("HÒA BÌNH")?;
    case.fill("Tên địa bàn", 0, "Hòa Bình Đông")?;
    case.sheet_says("HÒA BÌNH ĐÔNG")?;
    case.eval::<serde_json::Value>(
        "(async () => { const it = probe.element(); it.remove(); await new Promise((then) => setTimeout(then, 50)); \
         window.emptied = it.shadowRoot.childElementCount === 0; document.getElementById('a').append(it); return null; })()",
    )?;
    case.ready(2)?;
    check!(case.eval("window.emptied")?, "an element that was taken out is still mounted");
    case.sheet_says("HÒA BÌNH ĐÔNG")?;
    // It was saved on its way out, and came back as the same draft.
    let stored: Vec<String> =
        case.eval("Object.entries(probe.stored()).filter(([key]) => key.includes('/moved/')).map(([, text]) => text)")?;
    let kept = matches!(&stored[..], [text] if text.contains("Hòa Bình Đông"));
    check!(kept, "stored after the moves: {stored:?}");
    Ok(())
}

/// What a script of the host hands over arrives as it is.
fn prototypes(case: &Case) -> Result<()> {
    let same: bool = case.eval(
        "fetch('/samples/tan-yen-2024.json').then((it) => it.json()).then((it) => { const name = it.data.name; \
         probe.element().draft = it; return probe.element().draft.data.name === name; })",
    )?;
    // The driver reads answers with the page's own arrays.
    case.eval::<serde_json::Value>("(delete window.Array.prototype.toJSON, null)")?;
    check!(same, "a draft that was set is another");
    case.wait_for("probe.all('.page').length > 2")?;
    Ok(())
}

/// The rules of Bootstrap 3 that reach what stands in an article, from its `normalize`, `scaffolding`, `type`, `forms` and
/// `print`.
const BOOTSTRAP: &str = "html{font-family:sans-serif;font-size:10px;-webkit-text-size-adjust:100%}\
*,*:before,*:after{box-sizing:border-box}\
body{margin:0;font-family:\"Helvetica Neue\",Helvetica,Arial,sans-serif;font-size:14px;line-height:1.42857143;color:#333;background-color:#fff}\
button,input,optgroup,select,textarea{margin:0;font:inherit;color:inherit}\
button{overflow:visible}button,select{text-transform:none}\
input,button,select,textarea{font-family:inherit;font-size:inherit;line-height:inherit}\
a{color:#337ab7;text-decoration:none}img{vertical-align:middle}\
hr{height:0;margin-top:20px;margin-bottom:20px;border:0;border-top:1px solid #eee}\
h1,h2,h3,h4,h5,h6{font-family:inherit;font-weight:500;line-height:1.1;color:inherit}\
h1,h2,h3{margin-top:20px;margin-bottom:10px}h1{font-size:36px}h2{font-size:30px}h3{font-size:24px}h4{font-size:18px}\
p{margin:0 0 10px}ul,ol{margin-top:0;margin-bottom:10px}dt{font-weight:700}dd{margin-left:0}\
table{background-color:transparent;border-collapse:collapse;border-spacing:0}td,th{padding:0}th{text-align:left}\
fieldset{min-width:0;padding:0;margin:0;border:0}\
legend{display:block;width:100%;padding:0;margin-bottom:20px;font-size:21px;line-height:inherit;color:#333;border:0;border-bottom:1px solid #e5e5e5}\
label{display:inline-block;max-width:100%;margin-bottom:5px;font-weight:700}\
input[type=radio],input[type=checkbox]{margin:4px 0 0;line-height:normal}\
.btn{display:inline-block;padding:6px 12px;font-size:14px;border:1px solid transparent;border-radius:4px}\
.row{margin-right:-15px;margin-left:-15px}.container{padding:0 15px;margin:0 auto;width:970px}\
.hidden{display:none!important}.fade{opacity:0}\
@media print{*,*:before,*:after{color:#000!important;text-shadow:none!important;background:transparent!important;box-shadow:none!important}\
a[href]:after{content:\" (\" attr(href) \")\"}}";
