//! The sentence above a draft that this tab may not simply write, with the ways out of it.

use std::sync::Arc;

use doi_thoai::draft::SaveFault;
use leptos::prelude::*;

use super::backup::save_raw;
use crate::comparing::{Both, Result};
use crate::desk::Desk;
use crate::kit::{Action, Look};
use crate::locales::{fill, save_fault};
use crate::session::{Session, Standing};

/// The sentence and its buttons; nothing where the draft is this tab's.
#[component]
pub fn StandingBanner(
    /// The instance.
    desk: Desk,
) -> impl IntoView {
    let draw = move |session: Session| match session.standing().get() {
        Standing::Mine => ().into_any(),
        Standing::Newer => newer(desk, session).into_any(),
        Standing::Elsewhere => elsewhere(desk, session).into_any(),
        Standing::Apart(SaveFault::Removed) => removed(desk, session).into_any(),
        Standing::Apart(_) => view! { <Conflict session/> }.into_any(),
    };
    move || {
        desk.lang.track();
        desk.session.get().map(draw)
    }
}

fn newer(desk: Desk, session: Session) -> impl IntoView {
    let messages = desk.messages();
    view! {
        <div class="banner">
            <p role="alert">{messages.newer_shown}</p>
            <Action label=messages.raw_file on_press=Callback::new(move |()| save_raw(desk, &session.id()))/>
        </div>
    }
}

fn elsewhere(desk: Desk, session: Session) -> impl IntoView {
    let messages = desk.messages();
    let take = move |()| {
        desk.tell_briefly(messages.taking_over);
        desk.focus_heading();
        session.take_over();
    };
    view! {
        <div class="banner">
            <p role="alert">{messages.open_elsewhere}</p>
            {(!desk.readonly.get()).then(|| view! { <Action label=messages.take_over look=Look::Main on_press=Callback::new(take)/> })}
        </div>
    }
}

fn removed(desk: Desk, session: Session) -> impl IntoView {
    let messages = desk.messages();
    view! {
        <div class="banner wrong">
            <p role="alert">{messages.removed_elsewhere}</p>
            <Action label=messages.save_again look=Look::Main on_press=Callback::new(move |()| save_as_new(desk, session, false))/>
            <Action label=messages.back on_press=Callback::new(move |()| desk.close())/>
        </div>
    }
}

/// Makes a draft of its own of what is on the screen, and opens it; a copy beside the other is called one.
fn save_as_new(desk: Desk, session: Session, beside: bool) {
    let mut dossier = (*session.dossier_now()).clone();
    if beside {
        dossier.name = fill(desk.messages().copy_of_window, &[("name", &dossier.name)]);
    }
    match desk.put_new(&dossier, session.holes()) {
        Ok(id) => {
            // What is unsaved here is in the new draft.
            session.forget_unsaved();
            desk.open(&id);
            desk.focus_heading();
        }
        Err(fault) => desk.tell(save_fault(desk.messages(), &fault)),
    }
}

/// Two tabs have saved: nothing is merged or chosen without the officer.
#[component]
fn Conflict(session: Session) -> impl IntoView {
    let desk = session.desk();
    let messages = desk.messages();
    let comparing = RwSignal::new(false);
    // What a newer version has written may say what this one does not know.
    let is_newer =
        session.standing().with_untracked(|standing| matches!(standing, Standing::Apart(SaveFault::Newer(_))));
    let difference = move || {
        let stored = desk.with_shelf(|shelf| shelf.read(&session.id())).ok().flatten()?;
        let both = Both { before: stored.dossier, after: (*session.dossier_now()).clone() };
        Some(view! { <div class="difference"><Result both=Arc::new(both)/></div> }.into_any())
    };
    let take_theirs = move |()| {
        if !session.take_theirs() {
            return desk.tell(messages.mine_is_not_kept);
        }
        desk.focus_heading();
    };
    let compare = move || {
        let label = if comparing.get() { messages.hide_difference } else { messages.see_difference };
        let turn = Callback::new(move |()| comparing.update(|on| *on = !*on));
        (!is_newer).then(|| view! { <Action label on_press=turn/> })
    };
    view! {
        <div class="banner wrong">
            <p role="alert">{if is_newer { messages.newer_elsewhere } else { messages.conflict }}</p>
            <Action label=messages.take_theirs look=Look::Main on_press=Callback::new(take_theirs)/>
            <Action label=messages.keep_as_new on_press=Callback::new(move |()| save_as_new(desk, session, true))/>
            {compare}
            {move || if comparing.get() { difference() } else { None }}
        </div>
    }
}
