//! The host element's side: events that bubble out of the shadow root.

use js_sys::{Object, Reflect};
use web_sys::{CustomEvent, CustomEventInit};

use crate::desk::Desk;

/// Dispatches `doi-thoai-NAME` on the element, with a detail of texts.
pub fn emit(desk: Desk, name: &str, detail: &[(&str, &str)]) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    let object = Object::new();
    for (key, value) in detail {
        let _ = Reflect::set(&object, &(*key).into(), &(*value).into());
    }
    init.set_detail(&object);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(&format!("doi-thoai-{name}"), &init) {
        desk.with_host(|host| {
            // A listener of the host page that throws is the host page's matter.
            let _ = host.dispatch_event(&event);
        });
    }
}
