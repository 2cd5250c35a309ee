//! The legal bases, as their parts.

use doi_thoai::id::Id;
use doi_thoai::plan::Citation;
use leptos::prelude::*;

use super::fields::{DateField, PlainField};
use crate::desk::{use_desk, use_session};
use crate::kit::{CardActions, Cards, Typed};
use crate::locales::fill;
use crate::session::CITATIONS;

/// Kinds of document that are cited.
const KINDS: [&str; 13] = [
    "Luật",
    "Nghị quyết",
    "Nghị định",
    "Quyết định",
    "Quy định",
    "Quy chế",
    "Chỉ thị",
    "Kết luận",
    "Hướng dẫn",
    "Kế hoạch",
    "Chương trình",
    "Đề án",
    "Công văn",
];

/// The step.
#[component]
pub fn BasesStep() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let actions = CardActions {
        add: Callback::new(move |()| {
            session.add(CITATIONS, Citation { id: session.new_id(), ..Citation::default() }, None)
        }),
        duplicate: None,
        move_to: Callback::new(move |(id, to)| session.move_to(CITATIONS, id, to)),
        remove: session.telling(move |id| session.remove(CITATIONS, id)),
    };
    view! {
        <p class="lead">{messages.bases_hint}</p>
        <Cards ids=session.ids(CITATIONS) actions messages add_label=messages.add_citation
            title=Callback::new(move |n: usize| fill(messages.citation_n, &[("n", &n.to_string())]))
            render=Callback::new(move |id| view! { <CitationFields id/> }.into_any())/>
    }
}

#[component]
fn CitationFields(id: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let citation = session.item(CITATIONS, id);
    let system = session.memo(|dossier| dossier.system());
    let text =
        move |read: fn(&Citation) -> &String| Signal::derive(move || citation.with(|citation| read(citation).clone()));
    let typed = move |field: &'static str, write: fn(&mut Citation, String)| {
        Callback::new(move |typed: Typed| {
            session.type_item(CITATIONS, id, field, &typed, |citation| write(citation, typed.text.clone()))
        })
    };
    let preview = move || {
        citation.with(|citation| {
            if citation.is_blank() {
                String::new()
            } else {
                fill(messages.citation_preview, &[("text", &citation.full(system.get()))])
            }
        })
    };
    view! {
        <div class="row">
            <PlainField label=messages.citation_kind value=text(|citation| &citation.kind) suggestions=KINDS.map(str::to_owned).to_vec() on_typed=typed("kind", |citation, text| citation.kind = text)/>
            <PlainField label=messages.citation_number mark=id.0 value=text(|citation| &citation.number) on_typed=typed("number", |citation, text| citation.number = text)/>
            <DateField label=messages.citation_date field=format!("{id}.date") value=Signal::derive(move || citation.with(|citation| citation.date))
                on_typed=Callback::new(move |(date, typed): (Option<chrono::NaiveDate>, Typed)| session.type_item(CITATIONS, id, "date", &typed, |citation| citation.date = date))/>
        </div>
        <PlainField label=messages.citation_issuer value=text(|citation| &citation.issuer) on_typed=typed("issuer", |citation, text| citation.issuer = text)/>
        <PlainField label=messages.citation_about lines=true value=text(|citation| &citation.about) on_typed=typed("about", |citation, text| citation.about = text)/>
        <p class="preview">{preview}</p>
    }
}
