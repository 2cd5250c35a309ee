//! The way from a portal's page to the product's own, where printing, storage and the clipboard are all there.

use leptos::prelude::*;

use crate::desk::use_desk;

/// The link; nothing where this is the own page. From a draft it leads to that draft, which is closed here.
#[component]
pub fn OwnPage() -> impl IntoView {
    let desk = use_desk();
    let messages = desk.messages();
    let page = desk.page.get_value()?;
    let open = desk.session.get_untracked().map(|session| session.id());
    // A draft that is kept nowhere cannot be found there.
    let open = open.filter(|_| desk.with_shelf(|shelf| shelf.store().is_lasting()));
    let address = match &open {
        Some(id) => format!("{page}{}draft={id}", if page.contains('?') { '&' } else { '?' }),
        None => page,
    };
    // Two windows must not write one draft.
    let leave = move |_| {
        if open.is_some() {
            set_timeout(move || desk.close(), std::time::Duration::ZERO);
        }
    };
    Some(view! { <a class="button" href=address target="_blank" rel="noopener" on:click=leave>{messages.own_page}</a> })
}
