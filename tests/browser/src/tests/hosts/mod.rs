//! Hosts that make it hard: each page of the table, and what the element can do in it.

mod comes_back;
mod faults;
mod frames;
mod guide;
mod own_page;
mod pages;
mod portal;
mod stopped;
mod strict_policy;

use serde_json::{Value, json};

use super::check;
use crate::Result;
use crate::case::Case;
use crate::screen::UBND;

pub use comes_back::run as comes_back;
pub use faults::run as faults;
pub use frames::{framed, measured, sandboxed};
pub use guide::run as guide;
pub use own_page::run as own_page;
pub use portal::run as portal;
pub use stopped::run as stopped;
pub use strict_policy::run as strict_policy;

/// What a host lets the element do, beside starting, editing, printing and exporting.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Allows {
    /// Drafts stay in the browser.
    Storage,
    /// The browser refuses storage there: drafts live as long as the page, and that is said.
    SessionOnly,
    /// A frame without an origin: as before, and no frame of its own can be filled, so printing fails, and that is said.
    Locked,
}

/// A page with the element in it.
struct Host {
    name: &'static str,
    /// Its head, with the script's tag.
    head: &'static str,
    body: &'static str,
    allows: Allows,
    /// What the server does for it.
    prepare: fn(&Case, path: &str) -> Result<()>,
    /// What else is seen of it, while a plan is shown.
    look: fn(&Case) -> Result<()>,
}

/// Every page of the table.
pub fn all(case: &Case) -> Result<()> {
    let own = own_style(case)?;
    for host in pages::HOSTS {
        // Each has its own scope, since all are of one origin.
        let path = format!("/{}.html", host.name);
        let body = host.body.replace("STORE", host.name);
        case.server.page(
            &path,
            &format!(
                "<!doctype html><html lang='vi'><head><title>{}</title>{}</head><body>{body}</body></html>",
                host.name, host.head
            ),
        );
        let told = |error| format!("{}: {error}", host.name);
        (host.prepare)(case, &path).map_err(told)?;
        let url = if host.name == pages::PLAIN_HTTP { case.server.named_url(&path) } else { case.server.url(&path) };
        case.open_url(&url)?;
        case.ready(1).map_err(told)?;
        let style = style(case)?;
        check!(style == own, "{}: letters and boxes inside are\n{style}\nand not\n{own}", host.name);
        check!(
            case.eval("probe.all('.home a').some((it) => probe.words(it) === 'Mở trong cửa sổ riêng')")?,
            "{}: no way to the own page at home",
            host.name
        );
        works(case, host.allows).map_err(told)?;
        let link: String = case.eval(
            "(() => { const it = probe.all('a').find((it) => [probe.words(it), it.ariaLabel].includes('Mở trong cửa sổ riêng') && probe.seen(it)); \
             return it && it.target === '_blank' && it.rel === 'noopener' ? it.href : ''; })()",
        )?;
        let page = format!("/index.html?store={}", host.name);
        check!(link.contains(&page), "{}: the way to the own page is {link:?}", host.name);
        (host.look)(case).map_err(told)?;
        let errors = case.errors().map_err(told)?;
        check!(errors.is_empty(), "{}: errors: {errors:?}", host.name);
    }
    Ok(())
}

/// How the home is set on the element's own page.
fn own_style(case: &Case) -> Result<Value> {
    case.open_home()?;
    style(case)
}

fn style(case: &Case) -> Result<Value> {
    case.wait_for("probe.one('.door')")?;
    case.eval(
        "['h1', 'h2', '.door', '.door strong', '.door span', '.home', '.app'].map((css) => { \
         const it = getComputedStyle(probe.one(css)); return [css, ...['color', 'backgroundColor', 'fontFamily', 'fontSize', \
         'fontWeight', 'lineHeight', 'letterSpacing', 'textTransform', 'textAlign', 'display', 'boxSizing', 'marginTop', \
         'marginBottom', 'paddingLeft', 'borderTopWidth', 'overflowY', 'visibility'].map((name) => it[name])].join(' '); })",
    )
}

/// From the home of a first element that is ready: starts a plan, types into it, sees it on the sheet and saved, has it
/// printed and exported, and finds it again when the page is loaded again.
pub fn works(case: &Case, allows: Allows) -> Result<()> {
    case.start_plan(UBND)?;
    case.fill("Tên địa bàn", 0, "Nghĩa Thuận Đường")?;
    case.sheet_says("NGHĨA THUẬN ĐƯỜNG")?;
    match allows {
        Allows::Storage => case.saved()?,
        _ => case.wait_for("probe.status().includes('phiên này')").map(|_| ())?,
    }
    let [size, p, k]: [u32; 3] = case.eval(
        "probe.element().exportFile('plan', 'docx').then((it) => it.arrayBuffer())\
         .then((it) => [it.byteLength, ...new Uint8Array(it, 0, 2)])",
    )?;
    check!(size > 5_000 && (p, k) == (b'P'.into(), b'K'.into()), "the Word file has {size} bytes and begins {p} {k}");
    case.press("In")?;
    case.wait_for(if allows == Allows::Locked {
        "probe.events.some((event) => event.name === 'error' && event.code === 'print') \
         && probe.words(probe.one('.notice p')).startsWith('Không in được')"
    } else {
        "document.querySelector('iframe.doi-thoai-print')?.contentDocument?.querySelector('.page')\
         ?.textContent.includes('NGHĨA THUẬN ĐƯỜNG')"
    })?;
    case.reload()?;
    if allows != Allows::Storage {
        // Nothing was promised, and nothing is pretended.
        case.wait_for("probe.one('.door') && !probe.one('.draft')")?;
        return case.start_plan(UBND);
    }
    case.wait_for("probe.one('.wizard')")?;
    case.at_step("Cơ quan, số, tiêu đề")?;
    let name = case.value("Tên địa bàn", 0)?;
    check!(name == "Nghĩa Thuận Đường", "after a reload the unit is {name:?}");
    Ok(())
}

/// What the first element says when it cannot start: the sentence, and where its link leads.
pub fn told(case: &Case, code: &str) -> Result<Value> {
    let event = case.wait_for("probe.events.findLast((event) => event.name === 'error')")?;
    check!(event["code"] == code, "{code} was expected: {event}");
    check!(event["hint"].as_str().is_some_and(|hint| hint.contains('[')), "no hint: {event}");
    let shown: Value = case.eval(
        "(() => { const box = probe.one('.failed[role=alert]'), link = box?.querySelector('a'); \
         return { text: box?.querySelector('p').textContent, words: link?.textContent ?? null, link: link?.href ?? null }; })()",
    )?;
    check!(shown["text"] == event["message"], "{code}: the element shows {shown}");
    Ok(json!({ "words": shown["words"], "link": shown["link"] }))
}
