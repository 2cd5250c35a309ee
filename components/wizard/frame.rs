//! What the screens of a plan and of a form share: the way from the paper to a question, the keys, saving when the page
//! goes away, and the parts of their bars.

use doi_thoai::papers::PaperKind;
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::{Element, KeyboardEvent};

use crate::browser::{focus, is_hidden};
use crate::desk::{use_desk, use_session};
use crate::drafts::{OwnPage, StatusLine, save_backup};
use crate::kit::{Action, Look, Shape, watch};
use crate::papers;
use crate::session::{Session, Shown};

/// Gives focus to a sought place once it is shown, and marks it as the one that is worked on.
pub fn follow_sought(sought: RwSignal<Option<u32>>, edited: RwSignal<Option<u32>>, questions: NodeRef<Div>) {
    watch(move |_| {
        let Some(mark) = sought.get() else { return };
        request_animation_frame(move || {
            if let Some(questions) = questions.try_get_untracked().flatten() {
                seek(&questions, mark);
            }
            edited.set(Some(mark));
            sought.set(None);
        });
    });
}

/// Saves what is unsaved when the page goes away, as long as the current owner lives.
pub fn save_when_leaving(session: Session) {
    // A page that goes away says so in one of these ways, and not always in the other.
    let leaving = window_event_listener_untyped("pagehide", move |_| session.leave());
    let hiding = window_event_listener_untyped("visibilitychange", move |_| {
        if is_hidden() {
            session.leave();
        } else {
            session.check();
        }
    });
    // Asked only where something is nowhere but on the screen.
    let closing = window_event_listener_untyped("beforeunload", move |event| {
        session.flush();
        if !session.put_by() {
            event.prevent_default();
        }
    });
    let blurring = window_event_listener_untyped("blur", move |_| session.flush());
    on_cleanup(move || [leaving, hiding, closing, blurring].into_iter().for_each(|listener| listener.remove()));
}

/// The place on the paper that the question around an element sets.
pub fn place_of(element: &Element) -> Option<u32> {
    // A field without a place of its own belongs to its card.
    let mut around = element.closest("[data-place]").ok().flatten();
    while let Some(found) = around {
        match found.get_attribute("data-place").and_then(|place| place.parse().ok()) {
            Some(u32::MAX) | None => {
                around = found.parent_element().and_then(|parent| parent.closest("[data-place]").ok().flatten())
            }
            place => return place,
        }
    }
    None
}

/// Gives focus to the question of a place, or to the first box of its card.
fn seek(questions: &Element, mark: u32) {
    let found = questions.query_selector(&format!(".field[data-place=\"{mark}\"]")).ok().flatten();
    let Some(found) = found.or_else(|| questions.query_selector(&format!("[data-place=\"{mark}\"]")).ok().flatten())
    else {
        return;
    };
    // What is folded away takes no focus.
    if let Ok(Some(folded)) = found.closest("details") {
        let _ = folded.set_attribute("open", "");
    }
    if let Ok(Some(field)) = found.query_selector("input,textarea,select") {
        focus(&field);
        field.scroll_into_view_with_bool(false);
    }
}

/// What keys do on the screen of a draft, wherever the focus is.
pub fn shortcut(session: Session, event: &KeyboardEvent, print: &dyn Fn()) {
    if event.is_composing() || !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return;
    }
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => session.undo(),
        ("y", false) | ("z", true) => session.redo(),
        ("s", false) => session.flush(),
        ("p", false) => print(),
        _ => return,
    }
    event.prevent_default();
}

/// The two views of a narrow screen: questions, paper.
#[component]
pub fn Tabs(
    /// Whether the paper is shown.
    paper: RwSignal<bool>,
) -> impl IntoView {
    let messages = use_desk().messages();
    view! {
        <div class="tabs">
            <button type="button" aria-pressed=move || (!paper.get()).to_string() on:click=move |_| paper.set(false)>{messages.question_tab}</button>
            <button type="button" aria-pressed=move || paper.get().to_string() on:click=move |_| paper.set(true)>{messages.sheet_tab}</button>
        </div>
    }
}

/// The way from a step that asks for days to all of them in one picture, from which the way back leads here.
#[component]
pub fn ToTimeline() -> impl IntoView {
    let session = use_session();
    let show = move |()| {
        session.show(Shown::Paper(PaperKind::Timeline));
        session.came_from(Shown::Plan);
    };
    view! { <p><Action label=use_desk().messages().timeline_open on_press=Callback::new(show)/></p> }
}

/// The bar below every screen of a draft: the way back, whether it is saved, back and forth through the changes, the
/// backup, and what the screen adds.
#[component]
pub fn Bar(
    /// The draft.
    session: Session,
    /// Where the way back leads; none to the list of drafts.
    back: Option<Shown>,
    /// What the screen adds.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let desk = use_desk();
    let messages = desk.messages();
    let label = match back {
        None => messages.back,
        Some(Shown::Papers) => messages.back_to_papers,
        Some(Shown::Form(_)) => messages.back_to_form,
        Some(Shown::Paper(kind)) => papers::name(messages, kind),
        Some(_) => messages.back_to_plan,
    };
    let go = move |()| match back {
        None => desk.close(),
        Some(shown) => session.show(shown),
    };
    view! {
        <footer class="bar">
            <Action label icon=Shape::Back on_press=Callback::new(go)/>
            <StatusLine session/>
            <OwnPage small=true/>
            <span class="grow"></span>
            <Action label=messages.undo icon=Shape::Undo look=Look::Quiet disabled=Signal::derive(move || session.can_undo_redo().0.is_none()) on_press=Callback::new(move |()| session.undo())/>
            <Action label=messages.redo icon=Shape::Redo look=Look::Quiet disabled=Signal::derive(move || session.can_undo_redo().1.is_none()) on_press=Callback::new(move |()| session.redo())/>
            <Action label=messages.backup on_press=Callback::new(move |()| save_backup(desk, session))/>
            {children.map(|children| children())}
        </footer>
    }
}
