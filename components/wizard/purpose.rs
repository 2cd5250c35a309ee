//! Purposes and requirements: the parts that hold words alone.

use doi_thoai::edit::BlockList;
use doi_thoai::id::Id;
use doi_thoai::papers::words_of;
use leptos::prelude::*;

use super::blocks::Blocks;
use super::step::purpose_parts;
use crate::desk::{use_desk, use_session};
use crate::locales::fill;

/// The step.
#[component]
pub fn PurposeStep() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    // Each part and sub-part with its heading, in reading order.
    let parts = session.memo(|dossier| {
        let mut parts: Vec<(Id, String)> = Vec::new();
        for part in purpose_parts(&dossier.plan) {
            part.walk(&mut |part| parts.push((part.id, words_of(dossier, &part.heading))));
        }
        parts
    });
    view! {
        <p class="lead">{messages.purpose_hint}</p>
        <p class:gone=move || !parts.with(Vec::is_empty)>{messages.no_purpose}</p>
        <For each=move || parts.get() key=|part| part.clone() children=move |(id, heading)| view! {
            <h3>{fill(messages.part_words, &[("part", &heading)])}</h3>
            <Blocks list=BlockList::Part(id)/>
        }/>
    }
}
