//! Purposes and requirements: the parts that hold words alone.

use doi_thoai::edit::BlockList;
use doi_thoai::id::Id;
use doi_thoai::papers::words_of;
use leptos::prelude::*;

use super::blocks::Blocks;
use super::step::purpose_parts;
use crate::desk::{use_desk, use_session};
use crate::kit::{Row, rows};
use crate::locales::fill;

/// The step.
#[component]
pub fn PurposeStep() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    // Each part and sub-part in reading order.
    let parts = session.memo(|dossier| {
        let mut parts: Vec<Id> = Vec::new();
        for part in purpose_parts(&dossier.plan) {
            part.walk(&mut |part| parts.push(part.id));
        }
        parts
    });
    let part = move |id: Id| {
        let heading = session.memo(move |dossier| {
            dossier.plan.part(id).map(|part| words_of(dossier, &part.heading)).unwrap_or_default()
        });
        view! {
            <h3>{move || heading.with(|heading| fill(messages.part_words, &[("part", heading)]))}</h3>
            <Blocks list=BlockList::Part(id)/>
        }
    };
    view! {
        <p class="lead">{messages.purpose_hint}</p>
        <p class:gone=move || !parts.with(Vec::is_empty)>{messages.no_purpose}</p>
        {rows(move || parts.get().into_iter().map(|id| Row::new(id, move || part(id).into_any())).collect())}
    }
}
