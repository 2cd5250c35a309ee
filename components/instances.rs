//! The table of mounted instances, and what the loader asks of them.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use doi_thoai::draft::read_backup;
use doi_thoai::import::{self, carried};
use doi_thoai::json::Json;
use doi_thoai::papers::{PaperKind, compose};
use doi_thoai::templates::Template;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::app::App;
use crate::browser::frame::{self, Job};
use crate::browser::{sheets, window};
use crate::desk::{Desk, Preset, View};
use crate::drafts::{backup_text, start_from};
use crate::exporting::{self, Format};
use crate::locales::{Lang, draft_fault, fill};
use crate::session::Session;
use crate::{host, importing, printing};

struct Instance {
    desk: Desk,
    /// Dropping it clears the DOM.
    _mounted: Box<dyn std::any::Any>,
}

thread_local! {
    static INSTANCES: RefCell<BTreeMap<u32, Instance>> = const { RefCell::new(BTreeMap::new()) };
}

const WIDGET: &str =
    concat!(include_str!("styles/tokens.css"), include_str!("styles/widget.css"), include_str!("styles/sheet.css"));

/// Mounts an instance into `root`, a div inside the shadow root of `host`. `options` is JSON of the element's
/// attributes; `fonts` holds the paper's faces, in memory.
///
/// # Errors
/// If the browser refuses the style sheets.
#[wasm_bindgen]
pub fn mount(root: HtmlElement, host: HtmlElement, options: &str, fonts: js_sys::Array) -> Result<u32, JsValue> {
    let options = Json::read(options).unwrap_or_default();
    let option = |name: &str| options.get(name).and_then(Json::text).unwrap_or_default().to_owned();
    sheets::adopt(&window(), &root.get_root_node(), WIDGET)?;
    let scope = option("store");
    let lang = option("lang");
    let page = Some(option("page")).filter(|page| !page.is_empty());
    let made = Rc::new(Cell::new(None));
    let desk_made = Rc::clone(&made);
    let mounted = mount_to(root, move || {
        let desk = Desk::new(host, fonts, &scope, Lang::from_code(&lang));
        desk.page.set_value(page);
        if lang.is_empty()
            && let Some(kept) = desk.with_shelf(|shelf| shelf.screen("lang"))
        {
            desk.lang.set(Lang::from_code(&kept));
        }
        desk_made.set(Some(desk));
        view! { <App desk/> }
    });
    let desk = made.get().ok_or("not mounted")?;
    let handle = INSTANCES.with_borrow_mut(|instances| {
        let handle = instances.last_key_value().map_or(1, |(last, _)| last + 1);
        instances.insert(handle, Instance { desk, _mounted: Box::new(mounted) });
        handle
    });
    apply_options(desk, &options);
    if !desk.with_shelf(|shelf| shelf.store().is_lasting()) {
        host::emit(desk, "error", &[("code", "storage"), ("hint", desk.messages().saved_session)]);
    }
    #[cfg(feature = "bench")]
    crate::bench::show(desk);
    show(desk, &option);
    Ok(handle)
}

/// Applies the attributes that may change while an instance lives.
fn apply_options(desk: Desk, options: &Json<'_>) {
    let option = |name: &str| options.get(name).and_then(Json::text);
    // Who only looks or prints leaves the draft to others.
    let readonly = option("readonly").is_some_and(|value| value != "false") || option("view") == Some("print");
    if desk.readonly.get_untracked() != readonly {
        desk.readonly.set(readonly);
        if let Some(session) = desk.session.get_untracked() {
            if readonly {
                session.flush();
                session.let_go();
            } else {
                session.hold();
            }
        }
    }
    if let Some(lang) = option("lang") {
        let lang = Lang::from_code(lang);
        if desk.lang.get_untracked() != lang {
            desk.lang.set(lang);
        }
    }
    desk.preset.set_value(Preset {
        system: option("system").map(str::to_owned),
        organ: option("organ").map(str::to_owned),
        place: option("place").map(str::to_owned),
    });
}

/// The element's attributes have changed.
///
/// # Errors
/// If there is no such instance.
#[wasm_bindgen]
pub fn set_options(handle: u32, options: &str) -> Result<(), JsValue> {
    apply_options(desk(handle)?, &Json::read(options).unwrap_or_default());
    Ok(())
}

/// Shows what the element's attributes ask for. With `again` it comes back: what was open is asked for as `draft`, or none
/// was.
fn show(desk: Desk, option: &impl Fn(&str) -> String) {
    let view = option("view");
    let draft = option("draft");
    if !draft.is_empty() {
        desk.open(&draft);
    } else if let Some(template) = Template::by_code(&option("template")) {
        start_from(desk, template);
    } else if view == "plan" {
        desk.view.set(View::Templates);
    } else if view == "form" {
        desk.view.set(View::Forms);
    } else if view != "print" && option("again").is_empty() {
        // Two elements of one page must not write the same draft.
        let taken = INSTANCES.with_borrow(|instances| {
            let open = |instance: &Instance| Some(instance.desk.session.get_untracked()?.id());
            instances.values().filter_map(open).collect::<Vec<_>>()
        });
        desk.reopen(&taken);
    }
    if view == "print"
        && let Some(session) = desk.session.get_untracked()
    {
        let kind = PaperKind::from_code(&option("paper")).unwrap_or(PaperKind::Plan);
        let paper = compose(&session.dossier_now(), kind, session.today);
        let fonts = desk.fonts();
        spawn_local(async move {
            if let Err(fault) = frame::become_paper(&Job::once(paper), &fonts).await {
                host::emit(desk, "error", &[("code", "print"), ("hint", &format!("{fault:?}"))]);
            }
        });
    }
}

fn desk(handle: u32) -> Result<Desk, JsValue> {
    INSTANCES
        .with_borrow(|instances| instances.get(&handle).map(|instance| instance.desk))
        .ok_or_else(|| "no such instance".into())
}

/// Removes an instance; what is unsaved is saved first, and undo steps are kept. Gives the identity of the draft that was
/// open, whether what was written in it could be stored nowhere, and what the officer is to be told when it comes back:
/// that it is stored as a version alone.
#[wasm_bindgen]
pub fn unmount(handle: u32) -> js_sys::Array {
    let left = js_sys::Array::new();
    if let Ok(desk) = desk(handle) {
        // A batch for the printer has nobody to wait for it.
        desk.building.set(None);
        if let Some(session) = desk.session.get_untracked() {
            session.leave();
            let is_late = session.is_unsaved();
            let is_stored = desk.leave();
            session.let_go();
            // What is handed over is not tried again from here.
            session.forget_unsaved();
            left.push(&session.id().into());
            left.push(&(!is_stored).into());
            left.push(&(is_late && is_stored).then_some(desk.messages().mine_is_kept).into());
        }
    }
    let (gone, is_last) = INSTANCES.with_borrow_mut(|instances| (instances.remove(&handle), instances.is_empty()));
    if let Some(gone) = gone {
        let desk = gone.desk;
        drop(gone);
        desk.end();
    }
    if is_last {
        // Papers bear names: they stay no longer in the host page than who made them.
        frame::forget();
    }
    left
}

/// Saves what is unsaved.
///
/// # Errors
/// If there is no such instance.
#[wasm_bindgen]
pub fn flush(handle: u32) -> Result<(), JsValue> {
    if let Some(session) = desk(handle)?.session.get_untracked() {
        session.flush();
    }
    Ok(())
}

/// The backup of the opened draft as JSON; nothing where none is open.
///
/// # Errors
/// If there is no such instance.
#[wasm_bindgen]
pub fn draft(handle: u32) -> Result<Option<String>, JsValue> {
    Ok(desk(handle)?.session.get_untracked().map(backup_text))
}

/// Opens a draft that the host page gives. It becomes a new one on the shelf: what is there is never written over.
///
/// # Errors
/// If the text is no backup.
#[wasm_bindgen]
pub fn set_draft(handle: u32, json: &str) -> Result<(), JsValue> {
    let desk = desk(handle)?;
    let envelope = read_backup(json).map_err(|fault| draft_fault(desk.messages(), &fault))?;
    // A host page that hands back what it was given asks for nothing.
    let open = desk.session.get_untracked();
    if open.is_some_and(|session| *session.dossier_now() == envelope.dossier) {
        return Ok(());
    }
    let made = desk.put_new(&envelope.dossier, envelope.holes);
    let id = made.map_err(|fault| crate::locales::save_fault(desk.messages(), &fault))?;
    desk.open(&id);
    Ok(())
}

/// Tells the officer a sentence: of the loader's, or what [`unmount`] has left to be told.
///
/// # Errors
/// If there is no such instance.
#[wasm_bindgen]
pub fn tell(handle: u32, sentence: &str) -> Result<(), JsValue> {
    desk(handle)?.tell(sentence);
    Ok(())
}

/// Goes on with what an element was left with that comes back, and that could be stored nowhere: on the draft that it was
/// written in, as what is unsaved; where that cannot be written, as a new one.
///
/// # Errors
/// See [`set_draft`].
#[wasm_bindgen]
pub fn go_on(handle: u32, open: &str, json: &str) -> Result<(), JsValue> {
    let desk = desk(handle)?;
    let is_it = |session: &Session| session.id() == open && !untrack(|| desk.is_readonly());
    match desk.session.get_untracked().filter(is_it) {
        Some(session) => {
            let envelope = read_backup(json).map_err(|fault| draft_fault(desk.messages(), &fault))?;
            session.go_on_with(envelope.dossier);
            Ok(())
        }
        None => set_draft(handle, json),
    }
}

/// Opens the draft that a Word file carries, as [`set_draft`] does; of another file, makes a draft of the paper in it.
///
/// # Errors
/// If the file cannot be read; says why.
#[wasm_bindgen]
pub fn import_file(handle: u32, _name: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let desk = desk(handle)?;
    match carried(bytes) {
        Ok(found) => {
            set_draft(handle, &found.draft)?;
            if found.edited {
                let session = desk.session.get_untracked();
                let name = session.map(|session| session.dossier_now().name.clone()).unwrap_or_default();
                desk.tell(fill(desk.messages().opened_edited, &[("name", &name)]));
            }
            Ok(())
        }
        Err(_) => {
            flush(handle)?;
            Ok(importing::make_of(desk, import::file(bytes))?)
        }
    }
}

/// Makes a draft of the paper that a text is, and opens it.
///
/// # Errors
/// If there is no Vietnamese text; says why.
#[wasm_bindgen]
pub fn import_text(handle: u32, text: &str) -> Result<(), JsValue> {
    let desk = desk(handle)?;
    flush(handle)?;
    Ok(importing::make_of(desk, import::pasted(text, Some(text)))?)
}

/// A paper of the opened draft as a file: `{name, mime, bytes}`.
///
/// # Errors
/// If nothing is open, or there is no such paper or format.
#[wasm_bindgen]
pub fn export_file(handle: u32, paper: &str, format: &str) -> Result<js_sys::Object, JsValue> {
    let desk = desk(handle)?;
    let session = desk.session.get_untracked().ok_or("no draft is open")?;
    let kind = PaperKind::from_code(paper).ok_or("no such paper")?;
    let format = Format::from_ending(format).ok_or("no such format")?;
    let saved = exporting::file(session, kind, format).ok_or("the paper has no table")?;
    let file = js_sys::Object::new();
    let set = |name: &str, value: &JsValue| js_sys::Reflect::set(&file, &name.into(), value);
    set("name", &saved.name.into())?;
    set("mime", &saved.mime.into())?;
    set("bytes", &js_sys::Uint8Array::from(saved.bytes.as_slice()).into())?;
    Ok(file)
}

/// Prints a paper of the opened draft.
///
/// # Errors
/// If nothing is open, or there is no such paper.
#[wasm_bindgen]
pub fn print(handle: u32, paper: &str) -> Result<(), JsValue> {
    let desk = desk(handle)?;
    let session = desk.session.get_untracked().ok_or("no draft is open")?;
    match PaperKind::from_code(paper).ok_or("no such paper")? {
        PaperKind::Form => {
            let form = session.dossier_now().forms.first().map(|form| form.id).ok_or("the draft has no form")?;
            printing::print_form(desk, session, form, 0);
        }
        kind => printing::print_paper(desk, session, kind),
    }
    Ok(())
}
