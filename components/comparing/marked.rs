//! Words of two versions as one: what was taken out struck through, what was put in underlined.

use doi_thoai::compare::{Fate, Stretch};
use leptos::prelude::*;

use crate::locales::Messages;

/// The stretches; what became of one is read out before it.
pub fn marked(messages: &'static Messages, stretches: Vec<Stretch>) -> AnyView {
    let words = |stretch: Stretch| match stretch.fate {
        Fate::Kept => stretch.text.into_any(),
        Fate::Deleted => view! { <del>{told(messages.mark_deleted)}{stretch.text}{told("]")}</del> }.into_any(),
        Fate::Inserted => view! { <ins>{told(messages.mark_inserted)}{stretch.text}{told("]")}</ins> }.into_any(),
    };
    stretches.into_iter().map(words).collect_view().into_any()
}

fn told(words: &'static str) -> AnyView {
    view! { <span class="unseen">{words}</span> }.into_any()
}
