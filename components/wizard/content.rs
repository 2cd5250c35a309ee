//! What the dialogue is about, and how it is held.

use doi_thoai::id::Id;
use doi_thoai::papers::words_of;
use doi_thoai::plan::Subject;
use doi_thoai::text::Text;
use leptos::prelude::*;

use super::fields::{Names, PlainField, WordsField};
use crate::desk::{use_desk, use_session};
use crate::kit::{CardActions, Cards, Choice, Choices, Typed};
use crate::locales::fill;
use crate::session::{ListOf, METHODS, SUBJECTS, Session};

fn actions(session: Session, list: ListOf<Subject>) -> CardActions {
    CardActions {
        add: Callback::new(move |()| session.add(list, Subject { id: session.new_id(), ..Subject::default() }, None)),
        duplicate: None,
        move_to: Callback::new(move |(id, to)| session.move_to(list, id, to)),
        remove: session.telling(move |id| session.remove(list, id)),
    }
}

/// The step.
#[component]
pub fn ContentStep() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    view! {
        <h3>{messages.subjects}</h3>
        <Cards ids=session.ids(SUBJECTS) actions=actions(session, SUBJECTS) messages add_label=messages.add_subject
            title=Callback::new(move |n: usize| fill(messages.subject_n, &[("n", &n.to_string())]))
            render=Callback::new(move |id| view! { <SubjectFields id/> }.into_any())/>
        <h3>{messages.methods}</h3>
        <Cards ids=session.ids(METHODS) actions=actions(session, METHODS) messages add_label=messages.add_method
            title=Callback::new(move |n: usize| fill(messages.method_n, &[("n", &n.to_string())]))
            render=Callback::new(move |id| view! { <Sentence list=METHODS id/> }.into_any())/>
    }
}

/// The sentence of a subject or method.
#[component]
fn Sentence(list: ListOf<Subject>, id: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let subject = session.item(list, id);
    view! {
        <WordsField label=messages.subject_text facts=true mark=id.0 value=Signal::derive(move || subject.with(|subject| subject.text.clone()))
            on_typed=Callback::new(move |(text, typed): (Text, Typed)| session.type_item(list, id, "text", &typed, |subject| subject.text = text))/>
    }
}

#[component]
fn SubjectFields(id: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let subject = session.item(SUBJECTS, id);
    let names = use_context::<Names>();
    let read_names = move || names.map(|names| names.0.get()).unwrap_or_default();
    let fields = Memo::new(move |_| {
        let names = read_names();
        subject.with(|subject| subject.fields.iter().map(|field| names.source(field)).collect::<Vec<_>>().join("\n"))
    });
    let type_fields = move |typed: Typed| {
        let names = names.map(|names| names.0.get_untracked()).unwrap_or_default();
        // A line that is still empty is a field about to be typed: it stays until the box is left.
        let lines = typed
            .text
            .lines()
            .filter(|line| !typed.done || !line.trim().is_empty())
            .map(|line| names.text(line))
            .collect::<Vec<_>>();
        session.type_item(SUBJECTS, id, "fields", &typed, |subject| subject.fields = lines);
    };
    let several = session.memo(|dossier| {
        dossier
            .plan
            .conferences
            .iter()
            .enumerate()
            .map(|(at, conference)| {
                let name =
                    words_of(dossier, if conference.name.is_blank() { &conference.audience } else { &conference.name });
                (conference.id.to_string(), format!("{}. {name}", at + 1))
            })
            .collect::<Vec<_>>()
    });
    let choices = Signal::derive(move || {
        std::iter::once(Choice::new("", messages.all_conferences))
            .chain(several.get().into_iter().map(|(id, name)| Choice::new(id, name)))
            .collect::<Vec<_>>()
    });
    view! {
        <Sentence list=SUBJECTS id/>
        <PlainField label=messages.subject_fields hint=messages.subject_fields_hint lines=true value=fields on_typed=Callback::new(type_fields)/>
        <div class:gone=move || several.with(Vec::len) < 2>
            <Choices label=messages.subject_conference choices value=Signal::derive(move || subject.with(|subject| subject.conference.map(|id| id.to_string()).unwrap_or_default()))
                on_choose=Callback::new(move |value: String| session.set_item(SUBJECTS, id, |subject| subject.conference = value.parse().ok().map(Id)))/>
        </div>
    }
}
