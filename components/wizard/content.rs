//! What the dialogue is about, and how it is held.

use doi_thoai::id::Id;
use doi_thoai::papers::words_of;
use doi_thoai::plan::{Conference, Subject};
use doi_thoai::text::Text;
use leptos::prelude::*;

use super::fields::{Names, PlainField, WordsField};
use crate::desk::{use_desk, use_session};
use crate::kit::{Ask, Cards, Choice, Choices, Options, numbered};
use crate::session::{ListOf, METHODS, SUBJECTS, fact};

fn subject(id: Id) -> Subject {
    Subject { id, ..Subject::default() }
}

/// The step.
#[component]
pub fn ContentStep() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    view! {
        <h3>{messages.subjects}</h3>
        <Cards ids=session.ids(SUBJECTS) actions=session.actions(SUBJECTS, subject) messages add_label=messages.add_subject
            title=numbered(messages.subject_n)
            render=Callback::new(move |id| view! { <SubjectFields id/> }.into_any())/>
        <h3>{messages.methods}</h3>
        <Cards ids=session.ids(METHODS) actions=session.actions(METHODS, subject) messages add_label=messages.add_method
            title=numbered(messages.method_n)
            render=Callback::new(move |id| view! { <Sentence list=METHODS id/> }.into_any())/>
    }
}

/// The sentence of a subject or method.
#[component]
fn Sentence(list: ListOf<Subject>, id: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let ask = Ask::new(messages.subject_text).lines().mark(id.0);
    view! { <WordsField ask facts=true fact=fact!(session.item(list, id), text)/> }
}

#[component]
fn SubjectFields(id: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let subject = session.item(SUBJECTS, id);
    let names = use_context::<Names>();
    let fields = fact!(subject, fields).through(
        move |fields: Vec<Text>| {
            let names = names.map(|names| names.0.get()).unwrap_or_default();
            fields.iter().map(|field| names.source(field)).collect::<Vec<_>>().join("\n")
        },
        move |text: String, typed| {
            let names = names.map(|names| names.0.get_untracked()).unwrap_or_default();
            // A line that is still empty is a field about to be typed: it stays until the box is left.
            let kept = text.lines().filter(|line| !typed.done || !line.trim().is_empty());
            Some(kept.map(|line| names.text(line)).collect())
        },
    );
    let conference = subject.fact(
        "conference",
        |subject| subject.conference.map(|id| id.to_string()).unwrap_or_default(),
        |subject, value| subject.conference = value.parse().ok().map(Id),
    );
    let options = Options::read(move || {
        let dossier = session.dossier();
        let name = |(at, conference): (usize, &Conference)| {
            let name = if conference.name.is_blank() { &conference.audience } else { &conference.name };
            Choice::new(conference.id.to_string(), format!("{}. {}", at + 1, words_of(&dossier, name)))
        };
        let each = dossier.plan.conferences.iter().enumerate().map(name);
        std::iter::once(Choice::new("", messages.all_conferences)).chain(each).collect()
    });
    let one = session.memo(|dossier| dossier.plan.conferences.len() < 2);
    view! {
        <Sentence list=SUBJECTS id/>
        <PlainField ask=Ask::new(messages.subject_fields).hint(messages.subject_fields_hint).lines() fact=fields/>
        <div class:gone=move || one.get()>
            <Choices ask=Ask::new(messages.subject_conference) options fact=conference/>
        </div>
    }
}
