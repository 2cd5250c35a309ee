//! The conferences and village rounds: with whom, when, where; and the limits around them.

use doi_thoai::id::Id;
use doi_thoai::plan::{Conference, ConferenceKind, Limit, LimitKind, Venue};
use doi_thoai::text::Text;
use doi_thoai::words::When;
use leptos::prelude::*;

use super::fields::{WhenField, WordsField};
use crate::desk::{use_desk, use_session};
use crate::kit::{Action, CardActions, Cards, Choice, Choices, Shape, Typed};
use crate::locales::fill;
use crate::session::{CONFERENCES, LIMITS};

/// The step.
#[component]
pub fn ConferencesStep() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let add =
        move |kind| session.add(CONFERENCES, Conference { id: session.new_id(), kind, ..Conference::default() }, None);
    let actions = CardActions {
        add: Callback::new(move |()| add(ConferenceKind::Main)),
        duplicate: Some(Callback::new(move |id| {
            if let Some(one) = session.dossier_now().plan.conferences.iter().find(|one| one.id == id).cloned() {
                session.add(CONFERENCES, Conference { id: session.new_id(), ..one }, Some(id));
            }
        })),
        move_to: Callback::new(move |(id, to)| session.move_to(CONFERENCES, id, to)),
        remove: session.telling(move |id| session.remove(CONFERENCES, id)),
    };
    let kinds =
        session.memo(|dossier| dossier.plan.conferences.iter().map(|conference| conference.kind).collect::<Vec<_>>());
    let title = move |n: usize| {
        let round = kinds.with(|kinds| kinds.get(n - 1) == Some(&ConferenceKind::Round));
        let number =
            kinds.with(|kinds| kinds.iter().take(n).filter(|kind| (**kind == ConferenceKind::Round) == round).count());
        fill(if round { messages.round_n } else { messages.conference_n }, &[("n", &number.to_string())])
    };
    let limit_actions = CardActions {
        add: Callback::new(move |()| session.add(LIMITS, Limit { id: session.new_id(), ..Limit::default() }, None)),
        duplicate: None,
        move_to: Callback::new(move |(id, to)| session.move_to(LIMITS, id, to)),
        remove: session.telling(move |id| session.remove(LIMITS, id)),
    };
    view! {
        <Cards ids=session.ids(CONFERENCES) actions messages add_label=messages.add_conference title=Callback::new(title)
            render=Callback::new(move |id| view! { <ConferenceFields id/> }.into_any())/>
        <Action label=messages.add_round icon=Shape::Add on_press=Callback::new(move |()| add(ConferenceKind::Round))/>
        <h3>{messages.limits}</h3>
        <Cards ids=session.ids(LIMITS) actions=limit_actions messages add_label=messages.add_limit
            title=Callback::new(move |n: usize| fill(messages.limit_n, &[("n", &n.to_string())]))
            render=Callback::new(move |id| view! { <LimitFields id/> }.into_any())/>
    }
}

#[component]
fn ConferenceFields(id: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let conference = session.item(CONFERENCES, id);
    let venue_text = Signal::derive(move || {
        conference.with(|conference| match &conference.venue {
            Venue::At(text) => text.clone(),
            Venue::Unset | Venue::Announced => Text::default(),
        })
    });
    let venue_state = Signal::derive(move || {
        conference.with(|conference| if conference.venue == Venue::Announced { "announced" } else { "at" }.to_owned())
    });
    view! {
        <div class="row">
            <Choices label=messages.conference_kind
                value=Signal::derive(move || conference.with(|conference| if conference.kind == ConferenceKind::Round { "round" } else { "main" }.to_owned()))
                choices=Signal::stored(vec![Choice::new("main", messages.kind_main), Choice::new("round", messages.kind_round)])
                on_choose=Callback::new(move |value: String| session.set_item(CONFERENCES, id, |conference| {
                    conference.kind = if value == "round" { ConferenceKind::Round } else { ConferenceKind::Main };
                }))/>
            <WordsField label=messages.conference_name hint=messages.conference_name_hint line=true
                value=Signal::derive(move || conference.with(|conference| conference.name.clone()))
                on_typed=Callback::new(move |(text, typed): (Text, Typed)| session.type_item(CONFERENCES, id, "name", &typed, |conference| conference.name = text))/>
        </div>
        <WordsField label=messages.audience hint=messages.audience_hint facts=true
            value=Signal::derive(move || conference.with(|conference| conference.audience.clone()))
            on_typed=Callback::new(move |(text, typed): (Text, Typed)| session.type_item(CONFERENCES, id, "audience", &typed, |conference| conference.audience = text))/>
        <WhenField label=messages.when hint=messages.when_hint field=format!("{id}.when") mark=id.0
            value=Signal::derive(move || conference.with(|conference| conference.when.clone()))
            on_typed=Callback::new(move |(when, typed): (When, Typed)| session.type_item(CONFERENCES, id, "when", &typed, |conference| conference.when = when))/>
        <div class="row">
            <Choices label=messages.venue_state value=venue_state
                choices=Signal::stored(vec![Choice::new("at", messages.venue_at), Choice::new("announced", messages.venue_announced)])
                on_choose=Callback::new(move |value: String| session.set_item(CONFERENCES, id, |conference| {
                    conference.venue = if value == "announced" { Venue::Announced } else { Venue::Unset };
                }))/>
            <div class="wide" class:gone=move || venue_state.get() == "announced">
                <WordsField label=messages.venue value=venue_text line=true mark=id.0
                    on_typed=Callback::new(move |(text, typed): (Text, Typed)| session.type_item(CONFERENCES, id, "venue", &typed, |conference| {
                        conference.venue = if text.is_blank() { Venue::Unset } else { Venue::At(text) };
                    }))/>
            </div>
        </div>
    }
}

const LIMIT_KINDS: [LimitKind; 5] =
    [LimitKind::Announce, LimitKind::Publish, LimitKind::Answer, LimitKind::Report, LimitKind::Other];

#[component]
fn LimitFields(id: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let limit = session.item(LIMITS, id);
    let words = [
        messages.limit_announce,
        messages.limit_publish,
        messages.limit_answer,
        messages.limit_report,
        messages.limit_other,
    ];
    view! {
        <div class="row">
            <Choices label=messages.limit_kind
                value=Signal::derive(move || limit.with(|limit| LIMIT_KINDS.iter().position(|kind| *kind == limit.kind).unwrap_or(0).to_string()))
                choices=Signal::stored(words.iter().enumerate().map(|(at, words)| Choice::new(at.to_string(), *words)).collect::<Vec<_>>())
                on_choose=Callback::new(move |value: String| if let Some(kind) = value.parse().ok().and_then(|at: usize| LIMIT_KINDS.get(at)) {
                    session.set_item(LIMITS, id, |limit| limit.kind = *kind);
                })/>
            <WhenField label=messages.limit_when hint=messages.limit_hint field=format!("{id}.when") mark=id.0
                value=Signal::derive(move || limit.with(|limit| limit.when.clone()))
                on_typed=Callback::new(move |(when, typed): (When, Typed)| session.type_item(LIMITS, id, "when", &typed, |limit| limit.when = when))/>
        </div>
    }
}
