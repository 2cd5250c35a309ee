//! What a field is about: what it asks, what it shows, and whom it tells.

use std::sync::Arc;

use leptos::prelude::*;

/// What a field asks, and what helps to answer it.
#[derive(Clone, Default)]
pub struct Ask {
    pub(super) label: String,
    pub(super) label_hidden: bool,
    pub(super) hint: Signal<String>,
    pub(super) error: Signal<String>,
    pub(super) mark: Option<u32>,
    pub(super) suggestions: &'static [&'static str],
    pub(super) lines: bool,
}

impl Ask {
    /// A question by its label.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), ..Self::default() }
    }

    /// The label is only read out.
    pub fn unlabelled(self) -> Self {
        Self { label_hidden: true, ..self }
    }

    /// What helps to answer.
    pub fn hint(self, hint: impl Into<Signal<String>>) -> Self {
        Self { hint: hint.into(), ..self }
    }

    /// What is wrong with the answer.
    pub fn error(self, error: impl Into<Signal<String>>) -> Self {
        Self { error: error.into(), ..self }
    }

    /// The mark of the place on the paper that it sets.
    pub fn mark(self, mark: u32) -> Self {
        Self { mark: Some(mark), ..self }
    }

    /// The mark, unless it has one.
    pub fn mark_or(self, mark: u32) -> Self {
        Self { mark: self.mark.or(Some(mark)), ..self }
    }

    /// Texts to choose from.
    pub fn suggest(self, suggestions: &'static [&'static str]) -> Self {
        Self { suggestions, ..self }
    }

    /// The answer may have several lines.
    pub fn lines(self) -> Self {
        Self { lines: true, ..self }
    }
}

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

impl Typed {
    /// What is said all at once: chosen from a list, picked in a calendar.
    pub fn whole(text: String) -> Self {
        Self { text, word_ends: true, done: true }
    }
}

/// How a fact is written: its value, and what was typed.
type Write<V> = dyn Fn(V, &Typed) + Send + Sync;

/// One fact as a field sees it: read like a signal, written with what was typed. It knows where the fact is kept, so
/// that a field need not.
pub struct Fact<V> {
    /// A name for it that no other fact of the draft has.
    pub name: String,
    read: Arc<dyn Fn() -> V + Send + Sync>,
    write: Arc<Write<V>>,
}

impl<V> Clone for Fact<V> {
    fn clone(&self) -> Self {
        Self { name: self.name.clone(), read: Arc::clone(&self.read), write: Arc::clone(&self.write) }
    }
}

impl<V> Fact<V> {
    /// A fact by how it is read and written.
    pub fn new(
        name: impl Into<String>,
        read: impl Fn() -> V + Send + Sync + 'static,
        write: impl Fn(V, &Typed) + Send + Sync + 'static,
    ) -> Self {
        Self { name: name.into(), read: Arc::new(read), write: Arc::new(write) }
    }

    /// Its value, tracked.
    pub fn get(&self) -> V {
        (self.read)()
    }

    /// Sets it to what was typed.
    pub fn set(&self, value: V, typed: &Typed) {
        (self.write)(value, typed);
    }
}
