//! The screen: which draft with which, the changed facts, the marked paper.

use std::sync::Arc;

use doi_thoai::compare::{self, Compared, FactChange};
use doi_thoai::dossier::Dossier;
use doi_thoai::draft::{Condition, Envelope};
use doi_thoai::papers::{PaperKind, compose};
use doi_thoai::style::Role;
use leptos::prelude::*;

use super::facts::name;
use super::marked::marked;
use crate::desk::{Desk, View, use_desk};
use crate::drafts::saved_words;
use crate::kit::{Action, Ask, Choice, Choices, Fact, Options, Shape, Switch, memo};
use crate::locales::{Messages, fill};

/// Stands before the key of one of the draft's own copies; no draft is called so.
const COPY: &str = "/";

/// What is laid side by side.
pub struct Both {
    /// What it is compared with.
    pub before: Dossier,
    /// The draft.
    pub after: Dossier,
}

/// The screen.
#[component]
pub fn CompareScreen() -> impl IntoView {
    let desk = use_desk();
    let messages = desk.messages();
    let id = desk.compared.get_value();
    let after = desk.with_shelf(|shelf| shelf.open(&id, &desk.tab())).ok().map(|opened| opened.envelope);
    let title = after.as_ref().map(|envelope| envelope.dossier.name.clone()).unwrap_or_default();
    let title = if title.trim().is_empty() { messages.untitled.to_owned() } else { title };
    let choices = others(desk, messages, &id);
    let other = RwSignal::new(choices.first().map(|choice| choice.value.clone()));
    let both = Memo::new_with_compare(
        move |_| {
            let other = other.get()?;
            let before = earlier(desk, &id, &other)?.dossier;
            let after = after.as_ref()?.dossier.clone();
            Some(Arc::new(Both { before, after }))
        },
        |_, _| true,
    );
    let none = choices.is_empty();
    let options = Options::read(move || choices.clone());
    let with = Fact::new("compared", move || other.get().unwrap_or_default(), move |chosen, _| other.set(Some(chosen)));
    let draw = move || {
        let result = |both: Arc<Both>| view! { <Result both/> }.into_any();
        both.get().map(result).into_any()
    };
    view! {
        <main class="home comparing">
            <header class="home-head">
                <Action label=messages.back icon=Shape::Back on_press=Callback::new(move |()| desk.view.set(View::Home))/>
                <h2 tabindex="-1">{fill(messages.compare_title, &[("name", &title)])}</h2>
            </header>
            {none.then(|| view! { <p class="empty">{messages.compare_nothing}</p> })}
            {(!none).then(|| view! { <Choices ask=Ask::new(messages.compare_with) options fact=with/> })}
            {move || draw()}
        </main>
    }
}

/// What a draft can be compared with: its own copies from before, and the other drafts.
fn others(desk: Desk, messages: &'static Messages, id: &str) -> Vec<Choice> {
    desk.with_shelf(|shelf| {
        let copies = shelf.versions(id).unwrap_or_default().into_iter().map(|version| {
            let saved = saved_words(&version.saved_at);
            let words = fill(messages.compare_previous, &[("time", &saved)]);
            let words = if version.name.is_empty() { words } else { format!("{words}: {}", version.name) };
            Choice::new(format!("{COPY}{}", version.key), words)
        });
        let listed = shelf.list().unwrap_or_default().into_iter().filter(|entry| entry.id != id);
        let named = listed.filter(|entry| entry.condition != Condition::Lost).map(|entry| {
            let name = if entry.name.trim().is_empty() { messages.untitled.into() } else { entry.name };
            Choice::new(entry.id, format!("{name} ({})", saved_words(&entry.saved_at)))
        });
        copies.chain(named).collect()
    })
}

fn earlier(desk: Desk, id: &str, other: &str) -> Option<Envelope> {
    desk.with_shelf(|shelf| match other.strip_prefix(COPY) {
        Some(key) => Some(shelf.version(id, key).ok()??.1),
        None => shelf.open(other, &desk.tab()).ok().map(|opened| opened.envelope),
    })
}

/// What came out.
#[component]
pub fn Result(
    /// The two drafts.
    both: Arc<Both>,
) -> impl IntoView {
    let desk = use_desk();
    let messages = desk.messages();
    let Both { before, after } = &*both;
    let kind = if before.is_form_alone() && after.is_form_alone() { PaperKind::Form } else { PaperKind::Plan };
    let facts = compare::facts(before, after, desk.today);
    let text = compare::papers(&compose(before, kind, desk.today), &compose(after, kind, desk.today));
    let changed = text.iter().filter(|paragraph| paragraph.is_changed()).count();
    let only = RwSignal::new(false);
    let fact = Fact::new("only", move || only.get(), move |on, _| only.set(on));
    let only = memo(move || only.get());
    let count = facts.len().to_string();
    let fact_row = move |change: FactChange| {
        let words = marked(messages, compare::stretches(&change.before, &change.after));
        view! {
            <li class="change">
                <span>
                    <strong>{name(messages, change.kind)}</strong>
                    {(!change.about.is_empty()).then(|| view! { <span class="about">{change.about}</span> })}
                    <span class="marked">{words}</span>
                </span>
            </li>
        }
    };
    let paragraph = move |one: Compared| {
        let same = !one.is_changed();
        let heading = matches!(one.role, Role::Kind | Role::Title);
        view! { <p class:same=same class:middle=heading>{marked(messages, one.stretches)}</p> }
    };
    view! {
        <section class="stage">
            <h3>{messages.compare_facts}" ("{count}")"</h3>
            {facts.is_empty().then(|| view! { <p class="empty">{messages.compare_facts_none}</p> })}
            <ul class="changes">{facts.into_iter().map(fact_row).collect_view()}</ul>
        </section>
        <section class="stage">
            <h3>{messages.compare_text}" ("{changed.to_string()}")"</h3>
            <p class="hint">{if changed == 0 { messages.compare_same } else { messages.compare_legend }}</p>
            <Switch label=messages.compare_only fact/>
            <div class="marked paper-text" class:only=move || only.get()>{text.into_iter().map(paragraph).collect_view()}</div>
        </section>
    }
}
