//! The parts that every screen is made of: fields, buttons, cards. They know neither a dossier nor a paper.

mod button;
mod cards;
mod fact;
mod field;
mod icon;
mod parsed;
mod rows;
#[cfg(test)]
mod tests;
mod typing;

pub use button::{Action, Look};
pub use cards::{CardActions, Cards, numbered, scroll_along};
pub use fact::{Ask, Fact, Typed};
pub use field::{Choice, Choices, Options, Switch, TextField};
pub use icon::{Icon, Shape};
pub use parsed::{Parsed, Reading};
pub use rows::{Row, memo, rows, shown_if, watch};
pub use typing::{Around, TypedBox, Typing, insert_at_caret};

use std::sync::atomic::{AtomicU32, Ordering};

/// A name for an element that no other in any instance has.
pub fn unique(prefix: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!("{prefix}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}
