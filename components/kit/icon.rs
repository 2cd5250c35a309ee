//! Icons: few, drawn as lines, always beside a word.

use leptos::prelude::*;

/// What an icon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Up.
    Up,
    /// Down.
    Down,
    /// A bin.
    Remove,
    /// Two sheets.
    Copy,
    /// A plus.
    Add,
    /// A minus.
    Less,
    /// A bent arrow to the left.
    Undo,
    /// A bent arrow to the right.
    Redo,
    /// A printer.
    Print,
    /// An arrow into a tray.
    Save,
    /// Six dots to grip.
    Grip,
    /// An arrow to the left.
    Back,
    /// Any line in a square of 24 by 24.
    Drawn(&'static str),
}

/// An icon. It is decoration: the word beside it is what is read out.
#[component]
pub fn Icon(shape: Shape) -> impl IntoView {
    let path = match shape {
        Shape::Up => "M12 19V5M5 12l7-7 7 7",
        Shape::Down => "M12 5v14M5 12l7 7 7-7",
        Shape::Remove => "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13",
        Shape::Copy => "M8 8h12v12H8zM4 16V4h12",
        Shape::Add => "M12 5v14M5 12h14",
        Shape::Less => "M5 12h14",
        Shape::Undo => "M9 14L4 9l5-5M4 9h11a5 5 0 010 10h-4",
        Shape::Redo => "M15 14l5-5-5-5M20 9H9a5 5 0 000 10h4",
        Shape::Save => "M12 4v11M7 10l5 5 5-5M4 20h16",
        Shape::Print => "M7 9V3h10v6M7 18H4v-8h16v8h-3M7 14h10v7H7z",
        Shape::Grip => "M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01",
        Shape::Back => "M19 12H5M12 19l-7-7 7-7",
        Shape::Drawn(path) => path,
    };
    view! {
        <svg class="icon" viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false">
            <path d=path fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"></path>
        </svg>
    }
}
