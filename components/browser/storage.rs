//! The browser's local storage as a [`Store`], probed before it is trusted.

use std::rc::Rc;

use doi_thoai::draft::{MemoryStore, Store, StoreFault};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

use super::window;

/// Where drafts are kept in this session.
pub enum BrowserStore {
    /// In the browser, until somebody clears it.
    Local(Storage),
    /// In memory, because the browser refuses storage: gone with the page.
    Session(Rc<MemoryStore>),
}

thread_local! {
    /// One for all elements of the page, and for those that come back to it.
    static MEMORY: Rc<MemoryStore> = Rc::default();
}

impl BrowserStore {
    /// Local storage if it can be written and read back, else memory. Reading `localStorage` itself may throw
    /// (sandboxed frames, policies, a broken profile).
    pub fn open() -> Self {
        let probe = || -> Option<Storage> {
            let storage = window().local_storage().ok()??;
            let key = "doi-thoai/probe";
            // A full store refuses the probe though it can be read and freed: that is no reason to hide its drafts.
            if storage.set_item(key, "1").is_ok() {
                storage.remove_item(key).ok()?;
            } else {
                storage.length().ok()?;
            }
            Some(storage)
        };
        probe().map_or_else(|| Self::Session(MEMORY.with(Rc::clone)), Self::Local)
    }

    /// Whether what is saved outlives the page.
    pub fn is_lasting(&self) -> bool {
        matches!(self, Self::Local(_))
    }
}

/// The most that browsers keep for an origin, in UTF-16 units (measured in Chromium and Firefox).
pub const QUOTA: usize = 5_242_880;

fn refused(fault: JsValue) -> StoreFault {
    let name = fault.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default();
    if name == "QuotaExceededError" || name == "NS_ERROR_DOM_QUOTA_REACHED" {
        StoreFault::Full
    } else {
        StoreFault::Refused(name)
    }
}

impl Store for BrowserStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
        match self {
            Self::Local(storage) => storage.get_item(key).map_err(refused),
            Self::Session(store) => store.get(key),
        }
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreFault> {
        match self {
            Self::Local(storage) => storage.set_item(key, text).map_err(refused),
            Self::Session(store) => store.set(key, text),
        }
    }

    fn remove(&self, key: &str) -> Result<(), StoreFault> {
        match self {
            Self::Local(storage) => storage.remove_item(key).map_err(refused),
            Self::Session(store) => store.remove(key),
        }
    }

    fn keys(&self) -> Result<Vec<String>, StoreFault> {
        match self {
            Self::Local(storage) => {
                let count = storage.length().map_err(refused)?;
                (0..count).filter_map(|at| storage.key(at).map_err(refused).transpose()).collect()
            }
            Self::Session(store) => store.keys(),
        }
    }
}

/// Whether the page was opened as a file.
pub fn is_file() -> bool {
    window().location().protocol().is_ok_and(|protocol| protocol == "file:")
}

/// Whether a page at an address has the same storage as this one: it is of the same origin, and so is all around here, since
/// browsers divide the storage of frames by the site around them.
pub fn shares_store(address: &str) -> bool {
    let same = || {
        let here = window().location().origin().ok()?;
        let top = window().top().ok()??.location().origin().ok()?;
        Some(web_sys::Url::new(address).ok()?.origin() == here && top == here)
    };
    same().unwrap_or(false)
}

/// Asks the browser not to clear this site's storage by itself. It may say no, and it promises nothing.
pub fn ask_to_persist() {
    // No such interface outside of secure contexts.
    let manager = js_sys::Reflect::get(&window().navigator(), &"storage".into());
    if let Some(manager) = manager.ok().and_then(|it| it.dyn_into::<web_sys::StorageManager>().ok()) {
        let _ = manager.persist();
    }
}

/// Forgets all texts of this product that live as long as the tab.
pub fn forget_tab_texts() {
    let Ok(Some(storage)) = window().session_storage() else { return };
    let keys: Vec<String> =
        (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok().flatten()).collect();
    for key in keys.iter().filter(|key| key.starts_with("doi-thoai/")) {
        let _ = storage.remove_item(key);
    }
}

/// A text that lives as long as the tab: undo steps, for a reload.
pub fn tab_text(key: &str) -> Option<String> {
    window().session_storage().ok()??.get_item(key).ok()?
}

/// Keeps such a text; its loss is no loss.
pub fn keep_tab_text(key: &str, text: Option<&str>) {
    if let Ok(Some(storage)) = window().session_storage() {
        let _ = match text {
            Some(text) => storage.set_item(key, text),
            None => storage.remove_item(key),
        };
    }
}
