//! What stands in the margins of a page: its number, and what tells a copy from others.

use doi_thoai::document::Strip;
use doi_thoai::render::qr;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::split;

/// What stands in the margins of a page.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Margins {
    /// The number of the page; empty for none.
    pub number: String,
    /// What tells the copy from others.
    pub strip: Option<Strip>,
    /// Whether there are marks in the corners.
    pub corners: bool,
}

/// Puts into the margins of a page what stands there.
pub(super) fn furnish(document: &web_sys::Document, page: &Element, margins: &Margins) -> Option<()> {
    for old in split::elements(page) {
        if !old.class_list().contains("content") {
            old.remove();
        }
    }
    let number = (!margins.number.is_empty()).then_some(("page-number", margins.number.as_str()));
    let strip =
        margins.strip.iter().flat_map(|strip| [("strip left", strip.left.as_str()), ("strip right", &strip.right)]);
    for (class, words) in number.into_iter().chain(strip) {
        let line = document.create_element("p").ok()?;
        line.set_class_name(class);
        line.set_text_content(Some(words));
        page.insert_before(&line, page.first_child().as_ref()).ok()?;
    }
    if margins.corners {
        for class in ["corner top left", "corner top right", "corner bottom left", "corner bottom right"] {
            let corner = document.create_element("div").ok()?;
            corner.set_class_name(class);
            page.insert_before(&corner, page.first_child().as_ref()).ok()?;
        }
    }
    if let Some(code) = margins.strip.as_ref().and_then(|strip| qr::code(&strip.code)) {
        let drawing = drawing(document, &code)?;
        page.insert_before(&drawing, page.first_child().as_ref()).ok()?;
    }
    Some(())
}

/// A code as a drawing, with its quiet border.
fn drawing(document: &web_sys::Document, code: &qr::Code) -> Option<Element> {
    const SVG: &str = "http://www.w3.org/2000/svg";
    let svg = document.create_element_ns(Some(SVG), "svg").ok()?;
    svg.set_attribute("class", "code").ok()?;
    svg.set_attribute("viewBox", &format!("0 0 {0} {0}", code.side)).ok()?;
    svg.set_attribute("aria-hidden", "true").ok()?;
    let path = document.create_element_ns(Some(SVG), "path").ok()?;
    path.set_attribute("d", &code.path).ok()?;
    svg.append_child(&path).ok()?;
    Some(svg)
}

/// Pages of one copy, made the pages of another: all that differs stands in their margins.
pub fn copy_of(document: &web_sys::Document, page: &Element, strip: &Strip, number: &str) -> Option<Element> {
    let copy: Element = page.clone_node_with_deep(true).ok()?.unchecked_into();
    let corners = page.query_selector(".corner").ok().flatten().is_some();
    furnish(document, &copy, &Margins { number: number.to_owned(), strip: Some(strip.clone()), corners })?;
    Some(copy)
}
