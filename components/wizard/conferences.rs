//! The conferences and village rounds: with whom, when, where; and the limits around them.

use doi_thoai::id::Id;
use doi_thoai::plan::{Conference, ConferenceKind, Limit, LimitKind, Venue};
use doi_thoai::text::Text;
use leptos::prelude::*;

use super::fields::{WhenField, WordsField, number_of, numbered_as};
use super::frame::ToTimeline;
use crate::desk::{use_desk, use_session};
use crate::kit::{Action, Ask, CardActions, Cards, Choices, Options, Shape, numbered};
use crate::locales::fill;
use crate::session::{CONFERENCES, LIMITS, fact};

/// The step.
#[component]
pub fn ConferencesStep() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let actions = CardActions {
        duplicate: Some(Callback::new(move |id| {
            let dossier = session.dossier_now();
            let one = dossier.plan.conferences.iter().find(|one| one.id == id).cloned();
            drop(dossier);
            if let Some(one) = one {
                session.add(CONFERENCES, Conference { id: session.new_id(), ..one }, Some(id));
            }
        })),
        ..session.actions(CONFERENCES, |id| Conference { id, ..Conference::default() })
    };
    let ids = session.ids(CONFERENCES);
    let rounds = session.memo(|dossier| {
        let rounds = dossier.plan.conferences.iter().filter(|one| one.kind == ConferenceKind::Round);
        rounds.map(|one| one.id).collect::<Vec<Id>>()
    });
    // A main conference and a village round are counted each by itself.
    let title = move |n: usize| {
        let (ids, rounds) = (ids.get(), rounds.get());
        let here = ids.get(n - 1).is_some_and(|id| rounds.contains(id));
        let number = ids.iter().take(n).filter(|id| rounds.contains(id) == here).count();
        fill(if here { messages.round_n } else { messages.conference_n }, &[("n", &number.to_string())])
    };
    let add_round = move |()| {
        let round = Conference { id: session.new_id(), kind: ConferenceKind::Round, ..Conference::default() };
        session.add(CONFERENCES, round, None);
    };
    view! {
        <Cards ids actions messages add_label=messages.add_conference title=Callback::new(title)
            render=Callback::new(move |id| view! { <ConferenceFields id/> }.into_any())/>
        <Action label=messages.add_round icon=Shape::Add on_press=Callback::new(add_round)/>
        <h3>{messages.limits}</h3>
        <Cards ids=session.ids(LIMITS) actions=session.actions(LIMITS, |id| Limit { id, ..Limit::default() }) messages add_label=messages.add_limit
            title=numbered(messages.limit_n)
            render=Callback::new(move |id| view! { <LimitFields id/> }.into_any())/>
        <ToTimeline/>
    }
}

#[component]
fn ConferenceFields(id: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let conference = session.item(CONFERENCES, id);
    let kind = conference.fact(
        "kind",
        |conference| if conference.kind == ConferenceKind::Round { "round" } else { "main" }.to_owned(),
        |conference, kind| {
            conference.kind = if kind == "round" { ConferenceKind::Round } else { ConferenceKind::Main };
        },
    );
    let venue_state = conference.fact(
        "venue-state",
        |conference| if conference.venue == Venue::Announced { "announced" } else { "at" }.to_owned(),
        |conference, state| conference.venue = if state == "announced" { Venue::Announced } else { Venue::Unset },
    );
    let venue = conference.fact(
        "venue",
        |conference| match &conference.venue {
            Venue::At(text) => text.clone(),
            Venue::Unset | Venue::Announced => Text::default(),
        },
        |conference, text| conference.venue = if text.is_blank() { Venue::Unset } else { Venue::At(text) },
    );
    let kinds = Options::of(&[("main", messages.kind_main), ("round", messages.kind_round)]);
    let states = Options::of(&[("at", messages.venue_at), ("announced", messages.venue_announced)]);
    let shown = conference.clone();
    view! {
        <div class="row">
            <Choices ask=Ask::new(messages.conference_kind) options=kinds fact=kind/>
            <WordsField ask=Ask::new(messages.conference_name).hint(messages.conference_name_hint) fact=fact!(conference, name)/>
        </div>
        <WordsField ask=Ask::new(messages.audience).hint(messages.audience_hint).lines() facts=true fact=fact!(conference, audience)/>
        <WhenField ask=Ask::new(messages.when).hint(messages.when_hint).mark(id.0) fact=fact!(conference, when)/>
        <div class="row">
            <Choices ask=Ask::new(messages.venue_state) options=states fact=venue_state/>
            <div class="wide" class:gone=move || shown.with(|conference| conference.venue == Venue::Announced)>
                <WordsField ask=Ask::new(messages.venue).mark(id.0) fact=venue/>
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
    let kind = limit.fact(
        "kind",
        |limit| number_of(&LIMIT_KINDS, &limit.kind),
        |limit, at| limit.kind = numbered_as(&LIMIT_KINDS, &at).unwrap_or(limit.kind),
    );
    let kinds = Options::numbered(&[
        messages.limit_announce,
        messages.limit_publish,
        messages.limit_answer,
        messages.limit_report,
        messages.limit_other,
    ]);
    view! {
        <div class="row">
            <Choices ask=Ask::new(messages.limit_kind) options=kinds fact=kind/>
            <WhenField ask=Ask::new(messages.limit_when).hint(messages.limit_hint).mark(id.0) fact=fact!(limit, when)/>
        </div>
    }
}
