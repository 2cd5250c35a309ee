//! The screen half of Đối Thoại: one element, mounted into a shadow root by the loader.
//!
//! What the loader may call stands here; the loader knows an instance by its handle alone.

mod app;
#[cfg(feature = "bench")]
mod bench;
mod browser;
mod comparing;
mod designer;
mod desk;
mod drafts;
mod exporting;
mod host;
mod importing;
mod instances;
mod kit;
mod locales;
mod papers;
mod printing;
mod renewing;
mod session;
mod sheet;
mod wizard;

pub use instances::*;

#[cfg(test)]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
