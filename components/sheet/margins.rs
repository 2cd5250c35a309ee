//! What stands in the margins of a page: its number, the paper's own lines, and what tells a copy from others.

use doi_thoai::document::{Document, Numbering, Strip};
use doi_thoai::render::qr;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::nodes::SVG;
use super::split;

/// What stands in the margins of a page.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Margins {
    /// The number of the page; empty for none.
    number: String,
    /// The lines at the top and at the bottom; empty for none.
    header: String,
    footer: String,
    /// What tells the copy from others.
    strip: Option<Strip>,
    /// Whether there are marks in the corners.
    corners: bool,
    /// Whether the page begins with a stub.
    stub: bool,
}

impl Margins {
    /// Those of a page of a paper, counted from 0, of so many.
    pub(super) fn of(paper: &Document, at: usize, count: usize) -> Self {
        Self {
            number: match paper.numbering {
                Numbering::FromSecond if at > 0 => (at + 1).to_string(),
                Numbering::Counted => format!("Trang {}/{count}", at + 1),
                Numbering::FromSecond | Numbering::None => String::new(),
            },
            header: paper.header.clone(),
            footer: paper.footer.clone(),
            strip: paper.strip.clone(),
            corners: paper.corner_marks,
            stub: paper.stub && at == 0,
        }
    }

    /// The lines of words, each with its class.
    fn lines(&self) -> Vec<(&'static str, &str)> {
        let mut lines = Vec::new();
        if !self.number.is_empty() {
            lines
                .push((if self.footer.is_empty() { "page-number" } else { "page-number aside" }, self.number.as_str()));
        }
        // What tells the copy makes room for the line above it.
        let (header, [left, right]) = match (self.header.is_empty(), &self.strip) {
            (false, Some(_)) => ("page-header high", ["strip left low", "strip right low"]),
            _ => ("page-header", ["strip left", "strip right"]),
        };
        if !self.header.is_empty() {
            lines.push((header, self.header.as_str()));
        }
        if !self.footer.is_empty() {
            lines.push(("page-footer", self.footer.as_str()));
        }
        if let Some(strip) = &self.strip {
            lines.extend([(left, strip.left.as_str()), (right, &strip.right)]);
            if self.stub {
                lines.extend([("strip on-stub left", strip.left.as_str()), ("strip on-stub right", &strip.on_stub)]);
            }
        }
        lines
    }
}

/// Puts into the margins of a page what stands there.
pub(super) fn furnish(document: &web_sys::Document, page: &Element, margins: &Margins) -> Option<()> {
    for old in split::elements(page) {
        if !old.class_list().contains("content") {
            old.remove();
        }
    }
    let put = |element: &Element| page.insert_before(element, page.first_child().as_ref()).ok();
    let drawn = |class: &str| -> Option<()> {
        let element = document.create_element("div").ok()?;
        element.set_class_name(class);
        put(&element).map(|_| ())
    };
    for (class, words) in margins.lines() {
        let line = document.create_element("p").ok()?;
        line.set_class_name(class);
        line.set_text_content(Some(words));
        put(&line)?;
    }
    if margins.corners {
        for class in ["corner top left", "corner top right", "corner bottom left", "corner bottom right"] {
            drawn(class)?;
        }
    }
    // All that stands at the top of the page begins below the line along which its stub is torn off.
    page.class_list().toggle_with_force("stubbed", margins.stub).ok()?;
    if margins.stub {
        drawn("cut")?;
    }
    if let Some(code) = margins.strip.as_ref().and_then(|strip| qr::code(&strip.code)) {
        put(&drawing(document, &code)?)?;
    }
    Some(())
}

/// A code as a drawing, with its quiet border.
fn drawing(document: &web_sys::Document, code: &qr::Code) -> Option<Element> {
    let svg = document.create_element_ns(Some(SVG), "svg").ok()?;
    svg.set_attribute("class", "code").ok()?;
    svg.set_attribute("viewBox", &format!("0 0 {0} {0}", code.side)).ok()?;
    svg.set_attribute("aria-hidden", "true").ok()?;
    let path = document.create_element_ns(Some(SVG), "path").ok()?;
    path.set_attribute("d", &code.path).ok()?;
    svg.append_child(&path).ok()?;
    Some(svg)
}

/// The pages of one copy of a paper, made the pages of others: all that differs stands in their margins.
pub struct Copier<'a> {
    document: &'a web_sys::Document,
    pages: &'a [Element],
    margins: Vec<Margins>,
}

impl<'a> Copier<'a> {
    /// Of a paper and its pages, as they are in a document.
    pub fn new(document: &'a web_sys::Document, paper: &Document, pages: &'a [Element]) -> Self {
        let margins = (0..pages.len()).map(|at| Margins::of(paper, at, pages.len())).collect();
        Self { document, pages, margins }
    }

    /// A page, counted from 0, of the copy that bears a strip; an empty one stands for none.
    pub fn page(&self, at: usize, strip: &Strip) -> Option<Element> {
        let strip = (*strip != Strip::default()).then(|| strip.clone());
        let margins = Margins { strip, ..self.margins.get(at)?.clone() };
        let page: Element = self.pages[at].clone_node_with_deep(true).ok()?.unchecked_into();
        furnish(self.document, &page, &margins)?;
        Some(page)
    }
}
