//! The legal bases, as their parts.

use doi_thoai::id::Id;
use doi_thoai::plan::Citation;
use leptos::prelude::*;

use super::fields::{DateField, PlainField};
use crate::desk::{use_desk, use_session};
use crate::kit::{Ask, Cards, numbered};
use crate::locales::fill;
use crate::session::{CITATIONS, fact};

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
    let actions = session.actions(CITATIONS, |id| Citation { id, ..Citation::default() });
    view! {
        <p class="lead">{messages.bases_hint}</p>
        <Cards ids=session.ids(CITATIONS) actions messages add_label=messages.add_citation
            title=numbered(messages.citation_n)
            render=Callback::new(move |id| view! { <CitationFields id/> }.into_any())/>
    }
}

#[component]
fn CitationFields(id: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let citation = session.item(CITATIONS, id);
    let system = session.memo(|dossier| dossier.system());
    let shown = citation.clone();
    let preview = move || {
        shown.with(|citation| {
            if citation.is_blank() {
                String::new()
            } else {
                fill(messages.citation_preview, &[("text", &citation.full(system.get()))])
            }
        })
    };
    view! {
        <div class="row">
            <PlainField ask=Ask::new(messages.citation_kind).suggest(&KINDS) fact=fact!(citation, kind)/>
            <PlainField ask=Ask::new(messages.citation_number).mark(id.0) fact=fact!(citation, number)/>
            <DateField ask=Ask::new(messages.citation_date) fact=fact!(citation, date)/>
        </div>
        <PlainField ask=Ask::new(messages.citation_issuer) fact=fact!(citation, issuer)/>
        <PlainField ask=Ask::new(messages.citation_about).lines() fact=fact!(citation, about)/>
        <p class="preview">{move || preview()}</p>
    }
}
