//! Who takes part, in circles, and how many.

use doi_thoai::id::Id;
use doi_thoai::plan::{Amount, Circle, Participant, Quota, Role};
use doi_thoai::words;
use leptos::prelude::*;

use super::fields::{CountField, PlainField, WordsField, number_of, numbered_as};
use crate::desk::{use_desk, use_session};
use crate::kit::{Ask, Cards, Choices, Options, numbered, shown_if};
use crate::locales::fill;
use crate::session::{CIRCLES, Thing, fact};

/// More people than any hall holds: a slip of the keyboard.
const MOST_PEOPLE: u32 = 100_000;

/// The step.
#[component]
pub fn ParticipantsStep() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let total = session.memo(move |dossier| {
        let plan = &dossier.plan;
        let counts =
            |circle: &Circle| circle.quota.is_some() || circle.participants.iter().any(|line| line.quota.is_some());
        match plan.participants_total() {
            Some((count, _)) => fill(messages.total_is, &[("n", &words::thousands(u64::from(count)))]),
            None if plan.circles.iter().any(counts) => messages.total_unknown.into(),
            None => String::new(),
        }
    });
    view! {
        <Cards ids=session.ids(CIRCLES) actions=session.actions(CIRCLES, |id| Circle { id, ..Circle::default() }) messages add_label=messages.add_circle
            title=numbered(messages.circle_n)
            render=Callback::new(move |id| view! { <CircleFields id/> }.into_any())/>
        <p class="preview">{move || total.get()}</p>
    }
}

const ROLES: [Role; 4] = [Role::Chair, Role::Dialogue, Role::Attend, Role::Guest];

#[component]
fn CircleFields(id: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let circle = session.item(CIRCLES, id);
    let role = circle.fact(
        "role",
        |circle| number_of(&ROLES, &circle.role),
        |circle, at| circle.role = numbered_as(&ROLES, &at).unwrap_or(circle.role),
    );
    let roles =
        Options::numbered(&[messages.role_chair, messages.role_dialogue, messages.role_attend, messages.role_guest]);
    let actions =
        circle.actions(session, |circle| &mut circle.participants, |id| Participant { id, ..Participant::default() });
    let quota = circle.part(id.to_string(), |circle| Some(&circle.quota), |circle| Some(&mut circle.quota));
    view! {
        <div class="row">
            <Choices ask=Ask::new(messages.circle_role) options=roles fact=role/>
            <WordsField ask=Ask::new(messages.circle_heading).mark(id.0) fact=fact!(circle, heading)/>
        </div>
        <QuotaFields quota/>
        <Cards ids=circle.ids(|circle| &circle.participants) actions messages add_label=messages.add_participant
            title=numbered(messages.participant_n)
            render=Callback::new(move |line| view! { <ParticipantFields circle=id line/> }.into_any())/>
    }
}

#[component]
fn ParticipantFields(circle: Id, line: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let circle = session.item(CIRCLES, circle);
    let item = circle.item(line, |circle| &circle.participants, |circle| &mut circle.participants);
    let quota = item.part(line.to_string(), |line| Some(&line.quota), |line| Some(&mut line.quota));
    view! {
        <WordsField ask=Ask::new(messages.who).lines().mark(line.0) facts=true fact=fact!(item, who)/>
        <QuotaFields quota/>
    }
}

fn count_of(amount: Amount) -> Option<u32> {
    match amount {
        Amount::Exact(count) | Amount::About(count) | Amount::Share(count) => Some(count),
        Amount::All => None,
    }
}

fn kind_of(amount: Amount) -> &'static str {
    match amount {
        Amount::Exact(_) => "exact",
        Amount::About(_) => "about",
        Amount::Share(_) => "share",
        Amount::All => "all",
    }
}

fn amount_of(kind: &str, count: u32) -> Amount {
    match kind {
        "exact" => Amount::Exact(count),
        "about" => Amount::About(count),
        "share" => Amount::Share(count.min(100)),
        _ => Amount::All,
    }
}

/// How many of a circle, or of one of its lines.
#[component]
fn QuotaFields(quota: Thing<Option<Quota>>) -> impl IntoView {
    let messages = use_desk().messages();
    let kind = quota.fact(
        "kind",
        |quota| quota.as_ref().map_or("", |quota| kind_of(quota.amount)).to_owned(),
        |quota, kind| {
            let before = quota.take().filter(|_| !kind.is_empty());
            let count = before.as_ref().and_then(|quota| count_of(quota.amount)).unwrap_or(1);
            let amount = amount_of(&kind, count);
            let usual = || Quota { amount, noun: "đại biểu".into(), per: String::new(), units: None };
            *quota = (!kind.is_empty()).then(|| before.map_or_else(usual, |quota| Quota { amount, ..quota }));
        },
    );
    let kinds = Options::of(&[
        ("", messages.quota_none),
        ("exact", messages.quota_exact),
        ("about", messages.quota_about),
        ("share", messages.quota_share),
        ("all", messages.quota_all),
    ]);
    let given = quota.part(quota.name(), Option::as_ref, Option::as_mut);
    let (counted, named, each, one, words, units) =
        (quota.clone(), quota.clone(), quota, given.clone(), given.clone(), given);
    let counted = move || counted.with(|quota| quota.as_ref().is_some_and(|quota| count_of(quota.amount).is_some()));
    let named = move || named.with(Option::is_some);
    let each = move || each.with(|quota| quota.as_ref().is_some_and(|quota| !quota.per.is_empty()));
    let count_field = move || {
        let count = one.fact(
            "count",
            |quota| count_of(quota.amount),
            |quota, count| quota.amount = amount_of(kind_of(quota.amount), count.unwrap_or(0)),
        );
        view! { <CountField ask=Ask::new(messages.quota_count) max=MOST_PEOPLE fact=count/> }.into_any()
    };
    let noun_fields = move || {
        let noun = Ask::new(messages.quota_noun).suggest(&["đại biểu", "người", "đồng chí", "hộ"]);
        let per = Ask::new(messages.quota_per).hint(messages.quota_per_hint);
        let per = per.suggest(&["thôn", "xóm", "tổ dân phố", "chi bộ", "xã"]);
        view! {
            <PlainField ask=noun fact=fact!(words, noun)/>
            <PlainField ask=per fact=fact!(words, per)/>
        }
        .into_any()
    };
    let units_field = move || {
        view! { <CountField ask=Ask::new(messages.quota_units) max=10_000 fact=fact!(units, units)/> }.into_any()
    };
    view! {
        <div class="row">
            <Choices ask=Ask::new(messages.quota) options=kinds fact=kind/>
            {shown_if(counted, count_field)}
            {shown_if(named, noun_fields)}
            {shown_if(each, units_field)}
        </div>
    }
}
