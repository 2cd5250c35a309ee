//! What keeps the program from starting.

use serde_json::Value;

use super::check;
use crate::Result;
use crate::case::{Case, POLICY};
use crate::server::Server;

const WASM: &str = "/doi-thoai.wasm";

/// Prepares a server so that the program cannot start.
type Spoil = fn(&Server);

/// Each fault with its code. A wrong type alone is none: the bytes decide.
pub fn run(case: &Case) -> Result<()> {
    let faults: [(&str, Spoil); 4] = [
        ("missing", |server| server.answer(WASM, 404, "text/html", b"<h1>404</h1>")),
        ("mime", |server| server.answer(WASM, 200, "text/html", b"<!doctype html><p>welcome")),
        ("old-browser", |server| server.answer(WASM, 200, "application/wasm", b"\0asm\x01\0\0\0\xff\x01\0")),
        ("csp", |server| {
            server.header("/host.html", "Content-Security-Policy", &POLICY.replace("'wasm-unsafe-eval'", ""));
        }),
    ];
    for (code, spoil) in faults {
        let server = Server::start(&case.dist)?;
        spoil(&server);
        expect(case, &server, code)?;
    }
    let server = Server::start(&case.dist)?;
    server.header("/host.html", "Content-Security-Policy", &POLICY.replace("connect-src 'self'", "connect-src 'none'"));
    expect(case, &server, "csp")?;

    let server = Server::start(&case.dist)?;
    server.answer(WASM, 200, "application/octet-stream", &std::fs::read(case.dist.join(&WASM[1..]))?);
    open(case, &server)?;
    case.ready(1)
}

fn open(case: &Case, server: &Server) -> Result<()> {
    server.page(
        "/host.html",
        "<!doctype html><html lang='vi'><head><title>fault</title><script src='/doi-thoai.js' defer></script></head>\
         <body><doi-thoai></doi-thoai></body></html>",
    );
    case.open_url(&server.url("/host.html"))
}

fn expect(case: &Case, server: &Server, code: &str) -> Result<()> {
    open(case, server)?;
    // Under a policy that lets no font be fetched, the font is told first; the fault is the one that is shown.
    let event = case.wait_for("probe.events.findLast((event) => event.name === 'error')")?;
    check!(event["code"] == code, "{code} was expected: {event}");
    check!(event["hint"].as_str().is_some_and(|hint| hint.contains('[')), "no hint: {event}");
    let told: Value = case
        .eval("document.querySelector('doi-thoai').shadowRoot.querySelector('.failed[role=alert] p')?.textContent")?;
    check!(told == event["message"], "{code}: the element shows {told}");
    case.picture(code)
}
