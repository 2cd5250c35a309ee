//! Style sheets made by script and adopted: the way that a strict policy allows, in a shadow root and in a frame.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Makes a sheet in the realm of `window` and has `root` (a document or shadow root of that window) adopt it beside
/// those it has. A document refuses sheets that another window made.
pub fn adopt(window: &JsValue, root: &JsValue, css: &str) -> Result<web_sys::CssStyleSheet, JsValue> {
    let constructor: Function = Reflect::get(window, &"CSSStyleSheet".into())?.dyn_into()?;
    let sheet = Reflect::construct(&constructor, &Array::new())?;
    replace(&sheet, css)?;
    let key = "adoptedStyleSheets".into();
    let sheets = Array::from(&Reflect::get(root, &key)?);
    sheets.push(&sheet);
    Reflect::set(root, &key, &sheets)?;
    Ok(sheet.unchecked_into())
}

/// Takes a sheet away from a root that adopted it.
pub fn abandon(root: &JsValue, sheet: &JsValue) -> Result<(), JsValue> {
    let key = "adoptedStyleSheets".into();
    let sheets = Array::from(&Reflect::get(root, &key)?);
    let kept = sheets.filter(&mut |other, _, _| !js_sys::Object::is(&other, sheet));
    Reflect::set(root, &key, &kept).map(|_| ())
}

/// Replaces the rules of a sheet.
pub fn replace(sheet: &JsValue, css: &str) -> Result<(), JsValue> {
    let replace: Function = Reflect::get(sheet, &"replaceSync".into())?.dyn_into()?;
    replace.call1(sheet, &css.into())?;
    Ok(())
}
