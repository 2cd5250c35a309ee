//! The only room that names the browser's interfaces for storage, locks, time, printing, files and style sheets.

pub mod clock;
pub mod files;
pub mod frame;
pub mod locks;
pub mod sheets;
pub mod storage;
#[cfg(test)]
mod tests;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Window};

/// The window, which is there wherever this code runs.
#[expect(clippy::expect_used, reason = "without a window there is no page to run in")]
pub fn window() -> Window {
    web_sys::window().expect("a window")
}

/// The host page's document.
#[expect(clippy::expect_used, reason = "a window of a page has a document")]
pub fn document() -> Document {
    window().document().expect("a document")
}

/// The element with focus in the tree that `inside` belongs to: a shadow root hides it from the document.
pub fn active_element(inside: &Element) -> Option<Element> {
    match inside.get_root_node().dyn_into::<web_sys::ShadowRoot>() {
        Ok(root) => js_sys::Reflect::get(&root, &"activeElement".into()).ok()?.dyn_into().ok(),
        Err(_) => inside.owner_document()?.active_element(),
    }
}

/// Whether something around an element has focus, and neither the element nor what it stands in.
pub fn has_focus_elsewhere(host: &HtmlElement) -> bool {
    let is_elsewhere = |active: Element| !active.contains(Some(host)) && active.local_name() != "body";
    active_element(host).is_some_and(is_elsewhere)
}

/// Whether the browser makes a text box as high as its text (`field-sizing`), as newer ones do.
pub fn sizes_fields() -> bool {
    thread_local! {
        static DOES: bool = web_sys::css::supports_with_value("field-sizing", "content").unwrap_or(false);
    }
    DOES.with(|does| *does)
}

/// Whether the browser prints all pages of a job on the paper of its first one, as Firefox does: pages of another size
/// are cut or shrunk there.
pub fn prints_one_size() -> bool {
    web_sys::css::supports_with_value("-moz-appearance", "none").unwrap_or(false)
}

/// How the browser sets an element.
pub fn computed_style(element: &Element) -> Option<web_sys::CssStyleDeclaration> {
    window().get_computed_style(element).ok().flatten()
}

/// Whether the page is not seen, as in a tab behind another.
pub fn is_hidden() -> bool {
    document().visibility_state() == web_sys::VisibilityState::Hidden
}

/// Whether the page has the focus, and not another window.
pub fn page_has_focus() -> bool {
    document().has_focus().unwrap_or(true)
}

/// All that a selector finds in an element, in the order of the document.
pub fn all(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    // Unchecked: an element of a frame belongs to another realm, where a checked cast fails.
    (0..found.length()).filter_map(|at| Some(found.item(at)?.unchecked_into())).collect()
}

/// Gives focus to an element, if it takes it.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // An element that cannot take focus is left alone.
        let _ = element.focus();
    }
}
