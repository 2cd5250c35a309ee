//! The way from a portal's page to the product's own, where printing, storage and the clipboard are all there.

use leptos::prelude::*;

use crate::browser::storage::shares_store;
use crate::desk::use_desk;
use crate::kit::{Icon, Shape};

/// A window with an arrow out of it.
const OUT: Shape = Shape::Drawn("M11 5H5v14h14v-6M14 4h6v6M20 4l-9 9");

/// The link; nothing where this is the own page. From a draft it leads to that draft, which is closed here.
#[component]
pub fn OwnPage(
    /// Whether there is room for a sign only, whose words are read out and shown on hovering.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    let desk = use_desk();
    let messages = desk.messages();
    let page = desk.page.get_value()?;
    let open = desk.session.get_untracked().map(|session| session.id());
    // A draft that is kept nowhere cannot be found there.
    let is_there = desk.with_shelf(|shelf| shelf.store().is_lasting()) && shares_store(&page);
    let open = open.filter(|_| is_there);
    let address = match &open {
        Some(id) => format!("{page}{}draft={id}", if page.contains('?') { '&' } else { '?' }),
        None => page,
    };
    let address = if desk.readonly.get_untracked() {
        format!("{address}{}readonly", if address.contains('?') { '&' } else { '?' })
    } else {
        address
    };
    // Two windows must not write one draft.
    let leave = move |_| {
        if open.is_some() {
            let close = move || {
                if !desk.is_gone() {
                    desk.close();
                }
            };
            set_timeout(close, std::time::Duration::ZERO);
        }
    };
    let words = messages.own_page;
    let class = if small { "button quiet" } else { "button" };
    Some(view! {
        <a class=class href=address target="_blank" rel="noopener" title=small.then_some(words) aria-label=small.then_some(words) on:click=leave>
            {if small { view! { <Icon shape=OUT/> }.into_any() } else { words.into_any() }}
        </a>
    })
}
