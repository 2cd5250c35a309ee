//! What keeps the program from starting: told in the element, with the way out, and by an event.

use super::super::check;
use super::{Allows, told, works};
use crate::Result;
use crate::case::{Case, POLICY};
use crate::server::Server;

const WASM: &str = "/doi-thoai.wasm";

/// Prepares a server so that the program cannot start.
type Spoil = fn(&Server, &[u8]);

/// Each fault with its code. A wrong type alone is none: the bytes decide.
const FAULTS: [(&str, Spoil); 9] = [
    ("missing", |server, _| server.answer(WASM, 404, "text/html", b"<h1>404</h1>")),
    ("mime", |server, _| server.answer(WASM, 200, "text/html", b"<!doctype html><p>welcome")),
    ("mime", |server, _| server.answer(WASM, 200, "application/wasm", b"\0asm\x01\0\0\0\xff\x01\0")),
    ("mime", |server, wasm| server.answer(WASM, 200, "application/wasm", &wasm[..wasm.len() / 2])),
    ("mime", |server, _| server.answer(WASM, 200, "application/wasm", b"")),
    // A cache has kept the module of another build, which differs in its last bytes, the name of the build.
    ("stale", |server, wasm| {
        let kept = wasm.len() - 12;
        server.answer(WASM, 200, "application/wasm", &[&wasm[..kept], b"0123456789ab"].concat());
    }),
    // So old that it had no such section.
    ("stale", |server, wasm| server.answer(WASM, 200, "application/wasm", &wasm[..wasm.len() - 24])),
    ("csp", |server, _| {
        server.header("/host.html", "Content-Security-Policy", &POLICY.replace("'wasm-unsafe-eval'", ""));
    }),
    ("csp", |server, _| {
        let closed = POLICY.replace("connect-src 'self'", "connect-src 'none'");
        server.header("/host.html", "Content-Security-Policy", &closed);
    }),
];

/// All of them, then a server that is another than the page's.
pub fn run(case: &Case) -> Result<()> {
    let wasm = std::fs::read(case.dist.join(&WASM[1..]))?;
    for (code, spoil) in FAULTS {
        let server = Server::start(&case.dist)?;
        spoil(&server, &wasm);
        server.page("/host.html", &page("", ""));
        case.open_url(&server.url("/host.html"))?;
        let way = told(case, code)?;
        check!(way["words"] == "Mở trong cửa sổ riêng", "{code}: the link is {way}");
        check!(way["link"] == server.url("/index.html?store=van-phong"), "{code}: the link leads to {way}");
        case.picture(code)?;
    }
    old_browser(case)?;
    other_server(case)
}

/// A page with the element, its script from `origin`.
fn page(origin: &str, attributes: &str) -> String {
    format!(
        "<!doctype html><html lang='vi'><head><meta charset='utf-8'><title>fault</title>\
         <script src='{origin}/doi-thoai.js' {attributes} defer></script></head>\
         <body><doi-thoai store='van-phong'></doi-thoai></body></html>"
    )
}

/// A browser that reads the script but lacks what the program needs.
fn old_browser(case: &Case) -> Result<()> {
    let old = page("", "").replace("<title>", "<script>delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets</script><title>");
    case.server.page("/old.html", &old);
    case.open_path("/old.html")?;
    told(case, "old-browser")?;
    // It has all but what the module is made of.
    let server = Server::start(&case.dist)?;
    server.answer(WASM, 200, "application/wasm", b"\0asm\x01\0\0\0\xff\x01\0");
    server.page(
        "/host.html",
        &page("", "").replace("<title>", "<script>WebAssembly.validate = () => false</script><title>"),
    );
    case.open_url(&server.url("/host.html"))?;
    told(case, "old-browser").map(|_| ())
}

/// The script of another server: that one must allow it.
fn other_server(case: &Case) -> Result<()> {
    let other = Server::start(&case.dist)?;
    case.server.page("/host.html", &page(&other.url(""), "crossorigin"));
    case.server.page("/plain.html", &page(&other.url(""), ""));
    case.open_path("/plain.html")?;
    let way = told(case, "cors")?;
    check!(way["link"] == other.url("/index.html?store=van-phong"), "the link leads to {way}");
    other.header("/", "Access-Control-Allow-Origin", "*");
    case.open_path("/host.html")?;
    case.ready(1)?;
    works(case, Allows::Storage)
}
