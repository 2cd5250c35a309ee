//! The parts that every screen is made of: fields, buttons, cards. They know neither a dossier nor a paper.

mod button;
mod cards;
mod field;
mod icon;
mod parsed;
#[cfg(test)]
mod tests;

pub use button::{Action, Look};
pub use cards::{CardActions, Cards};
pub use field::{Choice, Choices, Switch, TextField, insert_at_caret};
pub use icon::{Icon, Shape};
pub use parsed::{Parsed, Reading};

use std::sync::atomic::{AtomicU32, Ordering};

/// What a field tells while it is typed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// All of its text.
    pub text: String,
    /// Whether a word ended with the last key.
    pub word_ends: bool,
    /// Whether the field was left or confirmed.
    pub done: bool,
}

/// A name for an element that no other in any instance has.
pub fn unique(prefix: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!("{prefix}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}
