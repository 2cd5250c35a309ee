//! What comes and goes: rows of a list, parts shown only sometimes, and what is done when something changed.
//!
//! Each is compiled once and not once for every list of the screen: what differs is boxed. That is most of what a
//! generic `<For>`, `<Show>`, `Effect` or `Memo` weighs.

use leptos::prelude::*;

/// A row of a list.
pub struct Row {
    key: String,
    draw: Box<dyn FnOnce() -> AnyView + Send>,
}

impl Row {
    /// A row; it is drawn when a row of its key was not there before.
    pub fn new(key: impl ToString, draw: impl FnOnce() -> AnyView + Send + 'static) -> Self {
        Self { key: key.to_string(), draw: Box::new(draw) }
    }
}

/// Rows that keep their nodes as long as their keys stay.
pub fn rows(each: impl Fn() -> Vec<Row> + Send + 'static) -> AnyView {
    let each: Box<dyn Fn() -> Vec<Row> + Send> = Box::new(each);
    view! { <For each key=|row| row.key.clone() children=|row| (row.draw)()/> }.into_any()
}

/// A part that is shown only while something holds.
pub fn shown_if(
    holds: impl Fn() -> bool + Send + Sync + 'static,
    draw: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let holds = memo(holds);
    view! { {move || holds.get().then(&draw).into_any()} }.into_any()
}

/// Does something soon, and again whenever what it reads has changed. It is told whether this is the first time.
pub fn watch(run: impl FnMut(bool) + 'static) {
    let mut run: Box<dyn FnMut(bool)> = Box::new(run);
    Effect::new(move |before: Option<()>| run(before.is_none()));
}

/// A signal that follows what is read and changes only when that does.
pub fn memo<T: PartialEq + Send + Sync + 'static>(read: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    follow(Box::new(read))
}

fn follow<T: PartialEq + Send + Sync + 'static>(read: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
    Memo::new(move |_| read())
}
