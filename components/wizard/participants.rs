//! Who takes part, in circles, and how many.

use doi_thoai::id::{Id, Keyed};
use doi_thoai::plan::{Amount, Circle, Participant, Quota, Role};
use doi_thoai::text::Text;
use doi_thoai::words;
use leptos::prelude::*;

use super::fields::{CountField, PlainField, WordsField};
use crate::desk::{use_desk, use_session};
use crate::kit::{CardActions, Cards, Choice, Choices, Typed};
use crate::locales::fill;
use crate::session::CIRCLES;

/// More people than any hall holds: a slip of the keyboard.
const MOST_PEOPLE: u32 = 100_000;

/// The step.
#[component]
pub fn ParticipantsStep() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let actions = CardActions {
        add: Callback::new(move |()| session.add(CIRCLES, Circle { id: session.new_id(), ..Circle::default() }, None)),
        duplicate: None,
        move_to: Callback::new(move |(id, to)| session.move_to(CIRCLES, id, to)),
        remove: session.telling(move |id| session.remove(CIRCLES, id)),
    };
    let total =
        session.memo(|dossier| {
            (
                dossier.plan.participants_total(),
                dossier.plan.circles.iter().any(|circle| {
                    circle.quota.is_some() || circle.participants.iter().any(|line| line.quota.is_some())
                }),
            )
        });
    view! {
        <Cards ids=session.ids(CIRCLES) actions messages add_label=messages.add_circle
            title=Callback::new(move |n: usize| fill(messages.circle_n, &[("n", &n.to_string())]))
            render=Callback::new(move |id| view! { <CircleFields id/> }.into_any())/>
        <p class="preview">{move || match total.get() {
            (Some((count, _)), _) => fill(messages.total_is, &[("n", &words::thousands(u64::from(count)))]),
            (None, true) => messages.total_unknown.into(),
            (None, false) => String::new(),
        }}</p>
    }
}

const ROLES: [Role; 4] = [Role::Chair, Role::Dialogue, Role::Attend, Role::Guest];

#[component]
fn CircleFields(id: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let circle = session.item(CIRCLES, id);
    let roles = [messages.role_chair, messages.role_dialogue, messages.role_attend, messages.role_guest];
    let lines = Memo::new(move |_| circle.with(|circle| circle.participants.iter().map(Keyed::id).collect::<Vec<_>>()));
    let position = |circle: &Circle, line: Id| circle.participants.iter().position(|other| other.id == line);
    let actions = CardActions {
        add: Callback::new(move |()| {
            let line = Participant { id: session.new_id(), ..Participant::default() };
            session.set_item(CIRCLES, id, |circle| circle.participants.push(line));
        }),
        duplicate: None,
        move_to: Callback::new(move |(line, to): (Id, usize)| {
            session.set_item(CIRCLES, id, |circle| {
                if let Some(from) = position(circle, line) {
                    let moved = circle.participants.remove(from);
                    circle.participants.insert(to.min(circle.participants.len()), moved);
                }
            })
        }),
        remove: session.telling(move |line| {
            session.set_item(CIRCLES, id, |circle| circle.participants.retain(|other| other.id != line))
        }),
    };
    view! {
        <div class="row">
            <Choices label=messages.circle_role value=Signal::derive(move || circle.with(|circle| ROLES.iter().position(|role| *role == circle.role).unwrap_or(0).to_string()))
                choices=Signal::stored(roles.iter().enumerate().map(|(at, words)| Choice::new(at.to_string(), *words)).collect::<Vec<_>>())
                on_choose=Callback::new(move |value: String| if let Some(role) = value.parse().ok().and_then(|at: usize| ROLES.get(at)) {
                    session.set_item(CIRCLES, id, |circle| circle.role = *role);
                })/>
            <WordsField label=messages.circle_heading line=true mark=id.0 value=Signal::derive(move || circle.with(|circle| circle.heading.clone()))
                on_typed=Callback::new(move |(text, typed): (Text, Typed)| session.type_item(CIRCLES, id, "heading", &typed, |circle| circle.heading = text))/>
        </div>
        <QuotaFields circle=id line=None/>
        <Cards ids=lines actions messages add_label=messages.add_participant
            title=Callback::new(move |n: usize| fill(messages.participant_n, &[("n", &n.to_string())]))
            render=Callback::new(move |line| view! { <ParticipantFields circle=id line/> }.into_any())/>
    }
}

#[component]
fn ParticipantFields(circle: Id, line: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let item = session.item(CIRCLES, circle);
    let who = Signal::derive(move || {
        item.with(|circle| {
            circle.participants.iter().find(|other| other.id == line).map(|line| line.who.clone()).unwrap_or_default()
        })
    });
    view! {
        <WordsField label=messages.who facts=true mark=line.0 value=who
            on_typed=Callback::new(move |(text, typed): (Text, Typed)| session.type_item(CIRCLES, circle, &format!("{line}.who"), &typed, |circle| {
                if let Some(line) = circle.participants.iter_mut().find(|other| other.id == line) {
                    line.who = text;
                }
            }))/>
        <QuotaFields circle line=Some(line)/>
    }
}

/// The quota of a circle, or of one of its lines.
fn quota_mut(circle: &mut Circle, line: Option<Id>) -> Option<&mut Option<Quota>> {
    match line {
        None => Some(&mut circle.quota),
        Some(line) => circle.participants.iter_mut().find(|other| other.id == line).map(|line| &mut line.quota),
    }
}

#[component]
fn QuotaFields(circle: Id, line: Option<Id>) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let item = session.item(CIRCLES, circle);
    let key = line.unwrap_or(circle);
    let quota = Memo::new(move |_| {
        let mut circle = item.get();
        quota_mut(&mut circle, line).and_then(Option::take)
    });
    let kind = Signal::derive(move || {
        match quota.get().map(|quota| quota.amount) {
            None => "",
            Some(Amount::Exact(_)) => "exact",
            Some(Amount::About(_)) => "about",
            Some(Amount::Share(_)) => "share",
            Some(Amount::All) => "all",
        }
        .to_owned()
    });
    let count_of = |amount: Amount| match amount {
        Amount::Exact(count) | Amount::About(count) | Amount::Share(count) => Some(count),
        Amount::All => None,
    };
    let with_count = |kind: &str, count: u32| match kind {
        "exact" => Amount::Exact(count),
        "about" => Amount::About(count),
        "share" => Amount::Share(count.min(100)),
        _ => Amount::All,
    };
    let choose = move |value: String| {
        session.set_item(CIRCLES, circle, |circle| {
            if let Some(quota) = quota_mut(circle, line) {
                *quota = if value.is_empty() {
                    None
                } else {
                    let before = quota.take();
                    let count = before.as_ref().and_then(|quota| count_of(quota.amount)).unwrap_or(1);
                    let amount = with_count(&value, count);
                    Some(before.map_or_else(
                        || Quota { amount, noun: "đại biểu".into(), per: String::new(), units: None },
                        |quota| Quota { amount, ..quota },
                    ))
                };
            }
        });
    };
    let typed = move |field: &'static str, typed: &Typed, change: &dyn Fn(&mut Quota)| {
        session.type_item(CIRCLES, circle, &format!("{key}.{field}"), typed, |circle| {
            if let Some(Some(quota)) = quota_mut(circle, line) {
                change(quota);
            }
        });
    };
    let text = move |read: fn(&Quota) -> &String| {
        Signal::derive(move || quota.with(|quota| quota.as_ref().map(|quota| read(quota).clone()).unwrap_or_default()))
    };
    let choices = vec![
        Choice::new("", messages.quota_none),
        Choice::new("exact", messages.quota_exact),
        Choice::new("about", messages.quota_about),
        Choice::new("share", messages.quota_share),
        Choice::new("all", messages.quota_all),
    ];
    view! {
        <div class="row">
            <Choices label=messages.quota value=kind choices=Signal::stored(choices) on_choose=Callback::new(choose)/>
            <Show when=move || !matches!(kind.get().as_str(), "" | "all")>
                <CountField label=messages.quota_count field=format!("{key}.count") max=MOST_PEOPLE
                    value=Signal::derive(move || quota.with(|quota| quota.as_ref().and_then(|quota| count_of(quota.amount))))
                    on_typed=Callback::new(move |(count, how): (Option<u32>, Typed)| {
                        let kind = kind.get_untracked();
                        typed("count", &how, &|quota| quota.amount = with_count(&kind, count.unwrap_or(0)));
                    })/>
            </Show>
            <Show when=move || !kind.get().is_empty()>
                <PlainField label=messages.quota_noun value=text(|quota| &quota.noun) suggestions=vec!["đại biểu".into(), "người".into(), "đồng chí".into(), "hộ".into()]
                    on_typed=Callback::new(move |how: Typed| typed("noun", &how, &|quota| quota.noun.clone_from(&how.text)))/>
                <PlainField label=messages.quota_per hint=messages.quota_per_hint value=text(|quota| &quota.per) suggestions=vec!["thôn".into(), "xóm".into(), "tổ dân phố".into(), "chi bộ".into(), "xã".into()]
                    on_typed=Callback::new(move |how: Typed| typed("per", &how, &|quota| quota.per.clone_from(&how.text)))/>
            </Show>
            <Show when=move || quota.with(|quota| quota.as_ref().is_some_and(|quota| !quota.per.is_empty()))>
                <CountField label=messages.quota_units field=format!("{key}.units") max=10_000
                    value=Signal::derive(move || quota.with(|quota| quota.as_ref().and_then(|quota| quota.units)))
                    on_typed=Callback::new(move |(units, how): (Option<u32>, Typed)| typed("units", &how, &|quota| quota.units = units))/>
            </Show>
        </div>
    }
}
