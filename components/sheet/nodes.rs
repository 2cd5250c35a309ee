//! A [`Sink`] that draws into live nodes: text as text nodes, properties through the style object, so that no markup
//! and no style attribute is ever parsed.

use doi_thoai::document::Block;
use doi_thoai::render::html::{Sink, draw};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

/// The attribute that holds the mark of a stretch.
pub const MARK: &str = "data-mark";

/// The namespace of drawings.
pub(super) const SVG: &str = "http://www.w3.org/2000/svg";

struct Nodes<'a> {
    document: &'a Document,
    /// The open elements, outermost first; the first is a box that is thrown away.
    open: Vec<Element>,
}

impl Nodes<'_> {
    fn top(&self) -> Option<&Element> {
        self.open.last()
    }

    /// Whether an element to be opened is part of a drawing: then it is of a namespace of its own, and else only unknown.
    fn draws(&self, tag: &str) -> bool {
        tag == "svg" || self.top().is_some_and(|top| top.namespace_uri().as_deref() == Some(SVG))
    }
}

impl Sink for Nodes<'_> {
    fn open(&mut self, tag: &'static str, class: &str) {
        // A tag of our own is always a valid name.
        let created = if self.draws(tag) {
            self.document.create_element_ns(Some(SVG), tag)
        } else {
            self.document.create_element(tag)
        };
        let Ok(element) = created else {
            return;
        };
        if !class.is_empty() {
            // The class name of a drawing's element is no string.
            let _ = element.set_attribute("class", class);
        }
        if let Some(top) = self.top() {
            let _ = top.append_child(&element);
        }
        self.open.push(element);
    }

    fn property(&mut self, name: &'static str, value: &str) {
        if let Some(top) = self.top() {
            // An element of a frame belongs to another realm, where a checked cast fails though the interface is there.
            let _ = top.unchecked_ref::<HtmlElement>().style().set_property(name, value);
        }
    }

    fn attribute(&mut self, name: &'static str, value: &str) {
        if let Some(top) = self.top() {
            let _ = top.set_attribute(name, value);
        }
    }

    fn mark(&mut self, mark: u32) {
        if let Some(top) = self.top() {
            let _ = top.set_attribute(MARK, &mark.to_string());
            #[cfg(feature = "bench")]
            crate::bench::label(top, mark);
        }
    }

    fn span(&mut self, columns: u32, rows: u32) {
        if let Some(top) = self.top() {
            let _ = top.set_attribute("colspan", &columns.to_string());
            let _ = top.set_attribute("rowspan", &rows.to_string());
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(top) = self.top() {
            let _ = top.append_child(&self.document.create_text_node(text));
        }
    }

    fn close(&mut self) {
        if self.open.len() > 1 {
            self.open.pop();
        }
    }
}

/// Draws a block as an element of this document.
pub fn block_element(document: &Document, block: &Block) -> Option<Element> {
    let holder = document.create_element("div").ok()?;
    let mut nodes = Nodes { document, open: vec![holder.clone()] };
    draw(block, &mut nodes);
    holder.first_element_child()
}
