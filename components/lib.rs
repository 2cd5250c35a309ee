//! The screen half of Đối Thoại.

use wasm_bindgen::prelude::*;

/// Mounts one instance into `root`, a div inside the shadow root of `host`.
#[wasm_bindgen]
pub fn mount(root: web_sys::HtmlElement, _host: web_sys::HtmlElement, _options: &str, _fonts: js_sys::Array) -> u32 {
    root.set_text_content(Some("Đối Thoại"));
    1
}

/// Removes an instance.
#[wasm_bindgen]
pub fn unmount(_handle: u32) {}
