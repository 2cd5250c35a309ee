//! The screen: the changes in groups, each with a box, and what is done with those that are ticked.

use doi_thoai::compare::stretches;
use doi_thoai::papers::{PaperKind, compose};
use doi_thoai::renew::{Change, Kind};
use leptos::prelude::*;

use super::names::{about, heading, hint, sides};
use crate::comparing::marked;
use crate::desk::use_desk;
use crate::kit::{Action, Ask, Choice, Choices, Fact, Look, Options, Row, Shape, memo, rows, watch};
use crate::locales::fill;
use crate::session::{Session, Shown};
use crate::wizard::{Bar, save_when_leaving, shortcut};

/// Above so many changes a group has buttons for all of them.
const MANY: usize = 3;

/// The sentence above a plan whose year is over, with the way to this screen.
#[component]
pub fn RenewHint(
    /// The draft.
    session: Session,
) -> impl IntoView {
    let desk = use_desk();
    let messages = desk.messages();
    let old = session.old_year();
    move || {
        let draw = |old: i32| {
            let (old, year) = (old.to_string(), desk.year().to_string());
            view! {
                <div class="renew-hint">
                    <p>{fill(messages.renew_hint, &[("old", &old), ("year", &year)])}</p>
                    <Action label=fill(messages.renew_to, &[("year", &year)]) on_press=Callback::new(move |()| session.show(Shown::Renewing))/>
                </div>
            }
        };
        old.get().map(draw).into_any()
    }
}

/// The screen.
#[component]
pub fn RenewScreen(
    /// The draft.
    session: Session,
) -> impl IntoView {
    let desk = use_desk();
    let messages = desk.messages();
    let year = RwSignal::new(desk.year());
    let changes = session.renewal(year);
    // Those that are ticked otherwise than is advised.
    let other = RwSignal::new(Vec::<String>::new());
    let first_of =
        move || (year.get(), changes.with(|all| all.iter().map(|change| change.key.clone()).collect::<Vec<_>>()));
    let listed = memo(first_of);
    watch(move |first| {
        listed.track();
        if !first {
            other.set(Vec::new());
        }
    });
    let chosen = memo(move || {
        let ticked = |change: &&Change| {
            !change.kind.is_note() && change.advised != other.with(|other| other.contains(&change.key))
        };
        changes.with(|all| all.iter().filter(ticked).map(|change| change.key.clone()).collect::<Vec<String>>())
    });
    let groups = move || {
        let group = |kind: Kind| {
            let of_kind: Vec<Change> =
                changes.with(|all| all.iter().filter(|change| change.kind == kind).cloned().collect());
            let said = of_kind.iter().map(|change| format!("{} {}", change.key, change.after)).collect::<String>();
            let key = format!("{} {said}", kind.code());
            (!of_kind.is_empty())
                .then(|| Row::new(key, move || view! { <Group kind changes=of_kind chosen other/> }.into_any()))
        };
        Kind::ALL.into_iter().filter_map(group).collect()
    };
    let years = Options::read(move || {
        [desk.year(), desk.year() + 1].map(|year| Choice::new(year.to_string(), year.to_string())).into()
    });
    let to = Fact::new(
        "renew-year",
        move || year.get().to_string(),
        move |text: String, _| year.set(text.parse().unwrap_or(desk.year())),
    );
    let count = memo(move || chosen.with(Vec::len));
    let idle = Signal::derive(move || count.get() == 0 || desk.is_readonly());
    let copy = move |()| {
        let dossier = session.renewed(year.get_untracked(), &chosen.get_untracked());
        let holes = compose(&dossier, PaperKind::Plan, session.today).holes() as u32;
        session.flush();
        desk.open_new(&dossier, holes);
    };
    // Whoever pressed a button to come here goes on from the heading.
    desk.focus_heading();
    save_when_leaving(session);
    let on_key = move |event| shortcut(session, &event, &|| {});
    view! {
        <div class="wizard of-papers" tabindex="-1" on:keydown=on_key>
            <main class="questions papers-page renewing" tabindex="-1">
                <h2 tabindex="-1">{messages.renew_title}</h2>
                <p class="lead">{messages.renew_lead}</p>
                <Choices ask=Ask::new(messages.renew_year) options=years fact=to/>
                <p class="empty" class:gone=move || changes.with(|all| !all.is_empty())>{messages.renew_none}</p>
                {rows(groups)}
                <div class="papers-all">
                    {move || {
                        let label = fill(messages.renew_apply, &[("n", &count.get().to_string())]);
                        view! { <Action label look=Look::Main disabled=idle on_press=Callback::new(move |()| session.renew(year.get_untracked(), &chosen.get_untracked()))/> }
                    }}
                    <Action label=messages.renew_copy icon=Shape::Copy disabled=idle on_press=Callback::new(copy)/>
                </div>
            </main>
            <Bar session back=Some(Shown::Plan)/>
        </div>
    }
}

/// Puts a key among others, or takes it away.
fn set(keys: &mut Vec<String>, key: String, on: bool) {
    keys.retain(|other| *other != key);
    if on {
        keys.push(key);
    }
}

/// The changes of one kind.
#[component]
fn Group(kind: Kind, changes: Vec<Change>, chosen: Memo<Vec<String>>, other: RwSignal<Vec<String>>) -> impl IntoView {
    let messages = use_desk().messages();
    let entry = move |change: Change| {
        let (before, after) = sides(messages, &change);
        let words = if kind.is_note() { before.into_any() } else { marked(messages, stretches(&before, &after)) };
        let about = about(messages, &change);
        let key = StoredValue::new(change.key);
        let ticked = memo(move || chosen.with(|chosen| key.with_value(|key| chosen.contains(key))));
        let tick = move |_| {
            other.update(|other| {
                let key = key.get_value();
                let otherwise = !other.contains(&key);
                set(other, key, otherwise);
            });
        };
        let body = view! {
            <span>
                {(!about.is_empty()).then(|| view! { <span class="about">{about}</span> })}
                <span class="marked">{words}</span>
            </span>
        };
        if kind.is_note() {
            return view! { <li class="change">{body}</li> }.into_any();
        }
        view! {
            <li>
                <label class="change">
                    <input type="checkbox" prop:checked=move || ticked.get() on:change=tick/>
                    {body}
                </label>
            </li>
        }
        .into_any()
    };
    // Those of a long group are ticked together.
    let many = (changes.len() > MANY && !kind.is_note()).then(|| {
        let all: Vec<(String, bool)> = changes.iter().map(|change| (change.key.clone(), change.advised)).collect();
        let all = StoredValue::new(all);
        let tick_all = move |on: bool| {
            other.update(|other| {
                all.with_value(|all| {
                    for (key, advised) in all {
                        set(other, key.clone(), *advised != on);
                    }
                });
            });
        };
        view! {
            <div class="papers-all">
                <Action label=messages.choose_all on_press=Callback::new(move |()| tick_all(true))/>
                <Action label=messages.choose_none on_press=Callback::new(move |()| tick_all(false))/>
            </div>
        }
    });
    view! {
        <section class="stage">
            <h3>{heading(messages, kind)}</h3>
            {hint(messages, kind).map(|words| view! { <p class="hint">{words}</p> })}
            {many}
            <ul class="changes" data-kind=kind.code()>{changes.into_iter().map(entry).collect_view()}</ul>
        </section>
    }
}
