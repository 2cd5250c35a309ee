//! The printer's frame: a document of its own with the pages in light DOM, since page rules in a shadow root are
//! ignored and a printed host page would print the portal.
//!
//! A frame whose content begins with a doctype, since `about:blank` is in quirks mode; off the screen rather than
//! hidden, since Firefox measures nothing in a hidden frame.

use doi_thoai::document::Document;
use doi_thoai::render::html::{css, page_css};
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, HtmlIFrameElement};

use super::{document, sheets, window};
use crate::sheet::{Pages, page_boxes_css};

/// The class of the frame, for those who look for it.
const CLASS: &str = "doi-thoai-print";

/// The fonts that the loader holds in memory: `{weight, style, source}` each.
pub type Fonts = Array;

/// Fills `body` of a document with the pages of a paper, styled by sheets of that document's own window.
pub async fn fill(view: &JsValue, page: &web_sys::Document, paper: &Document, fonts: &Fonts) -> Result<usize, JsValue> {
    let format = &paper.format;
    let rules = format!(
        "html,body{{margin:0;padding:0;background:#fff}}{}{}{}",
        page_css(&format.page),
        css(format, ".paper"),
        page_boxes_css(format, "body")
    );
    sheets::adopt(view, page, &rules)?;
    register_fonts(view, page, fonts).await?;
    page.set_title(&paper.name);
    let body: HtmlElement = page.body().ok_or("no body")?;
    let holder = page.create_element("div")?;
    body.append_child(&holder)?;
    let mut pages = Pages::new(&holder).ok_or("no pages")?;
    pages.show(paper);
    Ok(pages.count())
}

/// Registers the faces in a document and waits until they are there.
async fn register_fonts(view: &JsValue, page: &web_sys::Document, fonts: &Fonts) -> Result<(), JsValue> {
    let constructor: Function = Reflect::get(view, &"FontFace".into())?.dyn_into()?;
    let set = Reflect::get(page, &"fonts".into())?;
    let add: Function = Reflect::get(&set, &"add".into())?.dyn_into()?;
    let loads = Array::new();
    for font in fonts.iter() {
        let get = |name: &str| Reflect::get(&font, &name.into());
        let descriptors = js_sys::Object::new();
        Reflect::set(&descriptors, &"weight".into(), &get("weight")?)?;
        Reflect::set(&descriptors, &"style".into(), &get("style")?)?;
        let face =
            Reflect::construct(&constructor, &Array::of3(&"Doi Thoai Serif".into(), &get("source")?, &descriptors))?;
        let load: Function = Reflect::get(&face, &"load".into())?.dyn_into()?;
        loads.push(&load.call0(&face)?);
        add.call1(&set, &face)?;
    }
    // A face that fails leaves the paper in the next family of its list.
    JsFuture::from(js_sys::Promise::all_settled(&loads)).await?;
    Ok(())
}

/// Prints a paper from a frame of its own. The frame stays until the next print, since no browser says reliably when
/// its dialog is done with it.
pub async fn print(paper: &Document, fonts: &Fonts) -> Result<(), JsValue> {
    let host = document();
    if let Some(old) = host.query_selector(&format!("iframe.{CLASS}"))? {
        old.remove();
    }
    let frame: HtmlIFrameElement = host.create_element("iframe")?.unchecked_into();
    frame.set_class_name(CLASS);
    frame.set_attribute("aria-hidden", "true")?;
    frame.set_attribute("tabindex", "-1")?;
    frame.set_srcdoc("<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\"></head><body></body></html>");
    let style = frame.style();
    for (name, value) in [
        ("position", "fixed"),
        ("left", "-10000px"),
        ("top", "0"),
        ("width", "210mm"),
        ("height", "297mm"),
        ("border", "0"),
    ] {
        style.set_property(name, value)?;
    }
    let loaded = js_sys::Promise::new(&mut |resolve, _| {
        let done = Closure::once_into_js(move || resolve.call0(&JsValue::NULL));
        frame.set_onload(Some(done.unchecked_ref()));
    });
    host.body().ok_or("no body")?.append_child(&frame)?;
    JsFuture::from(loaded).await?;
    let view = frame.content_window().ok_or("no frame window")?;
    let page = frame.content_document().ok_or("no frame document")?;
    fill(&view, &page, paper, fonts).await?;
    view.focus()?;
    view.print()
}

/// Turns the host page into the paper: for a page that holds nothing but one element with `view="print"`.
pub async fn become_paper(paper: &Document, fonts: &Fonts) -> Result<usize, JsValue> {
    let page = document();
    page.body().ok_or("no body")?.set_text_content(None);
    fill(&window(), &page, paper, fonts).await
}
