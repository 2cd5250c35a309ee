//! The printer's frame: a document of its own with the pages in light DOM, since page rules in a shadow root are
//! ignored and a printed host page would print the portal.
//!
//! A frame whose content begins with a doctype, since `about:blank` is in quirks mode; off the screen rather than
//! hidden, since Firefox measures nothing in a hidden frame.

use doi_thoai::document::{Document, Strip};
use doi_thoai::render::html::page_css;
use doi_thoai::style::PageSetup;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, HtmlIFrameElement, MessageChannel};

use super::{clock, document, sheets, window};
use crate::sheet::{Copier, Parts};

/// The class of the frame, for those who look for it.
const CLASS: &str = "doi-thoai-print";

/// The fonts that the loader holds in memory: `{weight, style, source}` each.
pub type Fonts = Array;

/// What is printed: papers, one after the other; and where one is printed in copies that are told apart, what tells them.
pub struct Job {
    /// The papers; one in copies bears the strip of the first.
    pub papers: Vec<Document>,
    /// The strips of all copies of the one paper; none for papers that are printed once, as they are.
    pub copies: Vec<Strip>,
    /// Whether sheets are printed on both sides.
    pub two_sided: bool,
}

impl Job {
    /// A paper, once.
    pub fn once(paper: Document) -> Self {
        Self::all(vec![paper])
    }

    /// Papers, each once.
    pub fn all(papers: Vec<Document>) -> Self {
        Self { papers, copies: Vec::new(), two_sided: false }
    }

    fn parts(&self) -> impl Iterator<Item = &Document> {
        self.papers.iter().flat_map(Document::parts)
    }
}

/// The paper in the printer for a part.
fn sheet(part: &Document) -> PageSetup {
    let page = part.format.page;
    // Two A5 pages are a millimetre narrower than the A4 sheet that they are cut from.
    if part.two_up { PageSetup { width: 297.0, height: 210.0, ..page } } else { page }
}

/// The rules of paper: one size for all, or a name for each size. A browser without named pages takes the first.
fn paper_rules(job: &Job) -> String {
    let mut sizes: Vec<PageSetup> = Vec::new();
    let same = |one: &PageSetup, other: &PageSetup| (one.width, one.height) == (other.width, other.height);
    let mut rules = String::new();
    for (at, part) in job.parts().enumerate() {
        let page = sheet(part);
        let known = sizes.iter().position(|size| same(size, &page));
        let size = known.unwrap_or_else(|| {
            sizes.push(page);
            sizes.len() - 1
        });
        if size > 0 {
            rules.push_str(&format!(".part:nth-child({}){{page:s{size}}}", at + 1));
        }
    }
    for (at, size) in sizes.iter().enumerate() {
        let named = if at > 0 { format!("s{at}") } else { String::new() };
        rules.push_str(&page_css(size, &named));
    }
    rules
}

/// Is told how many copies of how many are made, all of them last, and says whether to go on.
pub type Told<'a> = &'a dyn Fn(usize, usize) -> bool;

/// How long copies are made without a turn for the browser, in ms: what is pressed shall be answered at once, and a frame
/// of the screen takes 16.
const SLICE_MS: f64 = 12.0;

/// How long whole papers are made without a turn, in ms: each turn has all pages laid out so far looked at again.
const PAPERS_MS: f64 = 80.0;

/// How long the screen takes to be painted, at most, in ms: three of its frames.
const PAINT_MS: i32 = 50;

/// Fills `body` of a document with the pages of a job, styled by sheets of that document's own window. False where it
/// was told to stop.
async fn fill(
    view: &JsValue,
    page: &web_sys::Document,
    job: &Job,
    fonts: &Fonts,
    told: Told<'_>,
) -> Result<bool, JsValue> {
    let body: HtmlElement = page.body().ok_or("no body")?;
    let holder = page.create_element("div")?;
    body.append_child(&holder)?;
    let mut parts = Parts::new(&holder, &body, "p");
    let rules = format!(
        "html,body{{margin:0;padding:0;background:#fff}}{SHEET_CSS}{}{}",
        paper_rules(job),
        parts.rules(job.papers.iter()).unwrap_or_default()
    );
    sheets::adopt(view, page, &rules)?;
    register_fonts(view, page, fonts).await?;
    page.set_title(job.papers.first().map(|paper| paper.name.as_str()).unwrap_or_default());
    let mut since = clock::millis();
    for (at, paper) in job.papers.iter().enumerate() {
        if clock::millis() - since > PAPERS_MS {
            if !told(at, job.papers.len()) {
                return Ok(false);
            }
            turn().await?;
            since = clock::millis();
        }
        parts.add(paper);
    }
    let held: Vec<_> = parts.held().collect();
    let mut all = job.parts().zip(&held).peekable();
    while let Some((part, (holder, pages))) = all.next() {
        if part.two_up && job.copies.is_empty() {
            // Copies of one paper that differ share a sheet; one that has no other stands on it twice.
            let other = all.next_if(|(next, _)| next.two_up && next.name == part.name);
            let beside = other.map(|(_, (_, pages))| pages.as_slice());
            side_by_side(page, holder, pages, beside)?;
            if let Some((_, (left, _))) = other {
                left.remove();
            }
        } else if !job.copies.is_empty() {
            if !impose(page, holder, pages, part, job, told).await? {
                return Ok(false);
            }
        } else if job.two_sided && pages.len() % 2 == 1 && all.peek().is_some() {
            // The next paper begins on a sheet of its own.
            let blank = page.create_element("div")?;
            blank.set_class_name("page");
            holder.append_child(&blank)?;
        }
    }
    if job.papers.len() > 1 && !told(job.papers.len(), job.papers.len()) {
        return Ok(false);
    }
    Ok(true)
}

/// Two pages on a sheet, and the line to cut along.
const SHEET_CSS: &str = ".two{position:relative;display:flex;justify-content:space-between;width:297mm;height:210mm;overflow:hidden;break-after:page}.part:last-child .two:last-child,.part.part .two .page{break-after:auto}\
                         .two:not(:empty)::after{content:\"\";position:absolute;top:0;bottom:0;left:50%;border-left:.5pt dashed #000}";

/// Puts the pages of two copies side by side, or of one twice.
fn side_by_side(
    page: &web_sys::Document,
    holder: &Element,
    left: &[Element],
    right: Option<&[Element]>,
) -> Result<(), JsValue> {
    for at in 0..left.len().max(right.map_or(0, <[Element]>::len)) {
        let sheet = page.create_element("div")?;
        sheet.set_class_name("two");
        let copy = |element: &Element| element.clone_node_with_deep(true);
        let pair = [left.get(at), right.map_or(left.get(at), |right| right.get(at))];
        for element in pair.into_iter().flatten() {
            sheet.append_child(&copy(element)?)?;
        }
        holder.append_child(&sheet)?;
    }
    left.iter().for_each(Element::remove);
    Ok(())
}

/// Puts the pages of all copies in the order of the printer: copy by copy, or two copies side by side.
async fn impose(
    page: &web_sys::Document,
    holder: &Element,
    first: &[Element],
    part: &Document,
    job: &Job,
    told: Told<'_>,
) -> Result<bool, JsValue> {
    // What is printed two-up without a list is the same form twice.
    let plain = part.strip.clone().unwrap_or_default();
    let strips = if job.copies.is_empty() { vec![plain.clone(), plain] } else { job.copies.clone() };
    let copier = Copier::new(page, part, first);
    let of = |strip: &Strip, at: usize| copier.page(at, strip).ok_or("no copy");
    let made = page.create_document_fragment();
    let per_sheet = if part.two_up { 2 } else { 1 };
    let mut since = clock::millis();
    for (sheet, copies) in strips.chunks(per_sheet).enumerate() {
        if clock::millis() - since > SLICE_MS {
            if !told(sheet * per_sheet, strips.len()) {
                return Ok(false);
            }
            turn().await?;
            since = clock::millis();
        }
        for at in 0..first.len() {
            if !part.two_up {
                let copy = of(&copies[0], at)?;
                made.append_child(&copy)?;
                continue;
            }
            let sheet = page.create_element("div")?;
            sheet.set_class_name("two");
            // On the back of a sheet the copies change places, so that each has its own back.
            let swapped = job.two_sided && at % 2 == 1;
            let mut pair: Vec<&Strip> = copies.iter().collect();
            if swapped {
                pair.reverse();
            }
            if swapped && pair.len() == 1 {
                let blank = page.create_element("div")?;
                blank.set_class_name("page");
                sheet.append_child(&blank)?;
            }
            for strip in pair {
                let copy = of(strip, at)?;
                sheet.append_child(&copy)?;
            }
            made.append_child(&sheet)?;
        }
        // An odd page leaves the back of its sheet empty: the next copy begins on a sheet of its own.
        if job.two_sided && first.len() % 2 == 1 {
            let blank = page.create_element("div")?;
            blank.set_class_name(if part.two_up { "two" } else { "page" });
            made.append_child(&blank)?;
        }
    }
    if !told(strips.len(), strips.len()) {
        return Ok(false);
    }
    holder.set_text_content(None);
    holder.append_child(&made)?;
    painted().await?;
    Ok(true)
}

/// Gives the browser a turn, to paint and to answer. By a message, since timers of a tab that nobody looks at wait for a
/// second each.
pub async fn turn() -> Result<(), JsValue> {
    let channel = MessageChannel::new()?;
    let port = channel.port1();
    let came = js_sys::Promise::new(&mut |resolve, _| port.set_onmessage(Some(&resolve)));
    channel.port2().post_message(&JsValue::NULL)?;
    JsFuture::from(came).await?;
    port.close();
    Ok(())
}

/// Waits until the screen has been painted: the printer's dialog stops it, and it shall not show a batch that is done. A
/// frame that nobody looks at is not painted, so it is a short pause and no frame of an animation that is waited for.
async fn painted() -> Result<(), JsValue> {
    let passed = js_sys::Promise::new(&mut |resolve, _| {
        // Without a timer there is no pause; printing goes on.
        if window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, PAINT_MS).is_err() {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(passed).await.map(|_| ())
}

/// Registers the faces in a document and waits until they are there.
async fn register_fonts(view: &JsValue, page: &web_sys::Document, fonts: &Fonts) -> Result<(), JsValue> {
    let constructor: Function = Reflect::get(view, &"FontFace".into())?.dyn_into()?;
    let set = Reflect::get(page, &"fonts".into())?;
    let add: Function = Reflect::get(&set, &"add".into())?.dyn_into()?;
    let mut loads = Vec::new();
    for font in fonts.iter() {
        let get = |name: &str| Reflect::get(&font, &name.into());
        let descriptors = js_sys::Object::new();
        Reflect::set(&descriptors, &"weight".into(), &get("weight")?)?;
        Reflect::set(&descriptors, &"style".into(), &get("style")?)?;
        let face =
            Reflect::construct(&constructor, &Array::of3(&"Doi Thoai Serif".into(), &get("source")?, &descriptors))?;
        let load: Function = Reflect::get(&face, &"load".into())?.dyn_into()?;
        loads.push(load.call0(&face)?.unchecked_into::<js_sys::Promise>());
        add.call1(&set, &face)?;
    }
    for load in loads {
        // A face that fails leaves the paper in the next family of its list.
        let _ = JsFuture::from(load).await;
    }
    Ok(())
}

/// Prints a paper from a frame of its own. The frame stays until the next print, since no browser says reliably when
/// its dialog is done with it. False where it was told to stop: then no frame stays, and nothing is printed.
pub async fn print(job: &Job, fonts: &Fonts, told: Told<'_>) -> Result<bool, JsValue> {
    let host = document();
    forget();
    let frame: HtmlIFrameElement = host.create_element("iframe")?.unchecked_into();
    frame.set_class_name(CLASS);
    frame.set_attribute("aria-hidden", "true")?;
    frame.set_attribute("tabindex", "-1")?;
    frame.set_srcdoc("<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\"></head><body></body></html>");
    let style = frame.style();
    for (name, value) in [
        ("display", "block"),
        ("position", "fixed"),
        ("left", "-10000px"),
        ("top", "0"),
        ("width", "210mm"),
        ("height", "297mm"),
        ("border", "0"),
    ] {
        // A frame that a rule of the host page hides or makes narrow lays out no pages.
        style.set_property_with_priority(name, value, "important")?;
    }
    let loaded = js_sys::Promise::new(&mut |resolve, _| {
        let done = Closure::once_into_js(move || resolve.call0(&JsValue::NULL));
        frame.set_onload(Some(done.unchecked_ref()));
    });
    host.body().ok_or("no body")?.append_child(&frame)?;
    JsFuture::from(loaded).await?;
    let view = frame.content_window().ok_or("no frame window")?;
    let page = frame.content_document().ok_or("no frame document")?;
    if !fill(&view, &page, job, fonts, told).await? {
        frame.remove();
        return Ok(false);
    }
    view.focus()?;
    view.print()?;
    Ok(true)
}

/// Takes the frame of the last print away.
pub fn forget() {
    if let Ok(Some(old)) = document().query_selector(&format!("iframe.{CLASS}")) {
        old.remove();
    }
}

/// Turns the host page into the paper: for a page that holds nothing but one element with `view="print"`.
pub async fn become_paper(job: &Job, fonts: &Fonts) -> Result<(), JsValue> {
    let page = document();
    page.body().ok_or("no body")?.set_text_content(None);
    fill(&window(), &page, job, fonts, &|_, _| true).await.map(|_| ())
}
