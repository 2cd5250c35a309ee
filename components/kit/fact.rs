//! What a field is about: what it asks, what it shows, and whom it tells.

use std::sync::Arc;

use leptos::prelude::*;

/// What a field asks, and what helps to answer it. Boxed, since it is handed on from field to field.
pub struct Ask(Box<Asked>);

/// What a question is made of.
#[derive(Default)]
pub(super) struct Asked {
    pub label: String,
    pub label_hidden: bool,
    pub hint: Signal<String>,
    pub error: Signal<String>,
    pub mark: Option<u32>,
    pub suggestions: &'static [&'static str],
    pub lines: bool,
}

impl Ask {
    /// A question by its label.
    pub fn new(label: impl Into<String>) -> Self {
        Self(Box::new(Asked { label: label.into(), ..Asked::default() }))
    }

    /// The label is only read out.
    pub fn unlabelled(mut self) -> Self {
        self.0.label_hidden = true;
        self
    }

    /// What helps to answer.
    pub fn hint(mut self, hint: impl Into<Signal<String>>) -> Self {
        self.0.hint = hint.into();
        self
    }

    /// What is wrong with the answer.
    pub fn error(mut self, error: impl Into<Signal<String>>) -> Self {
        self.0.error = error.into();
        self
    }

    /// The mark of the place on the paper that it sets.
    pub fn mark(mut self, mark: u32) -> Self {
        self.0.mark = Some(mark);
        self
    }

    /// The mark, unless it has one.
    pub fn mark_or(mut self, mark: u32) -> Self {
        self.0.mark.get_or_insert(mark);
        self
    }

    /// Texts to choose from.
    pub fn suggest(mut self, suggestions: &'static [&'static str]) -> Self {
        self.0.suggestions = suggestions;
        self
    }

    /// The answer may have several lines.
    pub fn lines(mut self) -> Self {
        self.0.lines = true;
        self
    }

    /// What helps to answer it.
    pub(super) fn hinted(&self) -> Signal<String> {
        self.0.hint
    }

    /// Its parts, for the field that shows them.
    pub(super) fn into_parts(self) -> Asked {
        *self.0
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

/// One fact as a field sees it: read like a signal, written with what was typed. It knows where the fact is kept, so
/// that a field need not.
pub struct Fact<V>(Arc<dyn Kept<V> + Send + Sync>);

/// How a fact is read and written.
trait Kept<V> {
    fn name(&self) -> &str;
    fn read(&self) -> V;
    fn write(&self, value: V, typed: &Typed);
}

/// A name with two closures.
struct By<R, W>(String, R, W);

impl<V, R: Fn() -> V, W: Fn(V, &Typed)> Kept<V> for By<R, W> {
    fn name(&self) -> &str {
        &self.0
    }

    fn read(&self) -> V {
        (self.1)()
    }

    fn write(&self, value: V, typed: &Typed) {
        (self.2)(value, typed);
    }
}

impl<V> Clone for Fact<V> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<V: 'static> Fact<V> {
    /// A fact by how it is read and written.
    pub fn new(
        name: impl Into<String>,
        read: impl Fn() -> V + Send + Sync + 'static,
        write: impl Fn(V, &Typed) + Send + Sync + 'static,
    ) -> Self {
        Self(Arc::new(By(name.into(), read, write)))
    }

    /// A name for it that no other fact of the draft has.
    pub fn name(&self) -> &str {
        self.0.name()
    }

    /// Its value, tracked.
    pub fn get(&self) -> V {
        self.0.read()
    }

    /// Sets it to what was typed.
    pub fn set(&self, value: V, typed: &Typed) {
        self.0.write(value, typed);
    }

    /// The same fact as something else shows it. `write` gives the value to be kept, or none to leave it as it is.
    pub fn through<U: 'static>(
        &self,
        read: impl Fn(V) -> U + Send + Sync + 'static,
        write: impl Fn(U, &Typed) -> Option<V> + Send + Sync + 'static,
    ) -> Fact<U> {
        let (shown, kept) = (self.clone(), self.clone());
        Fact::new(
            self.name(),
            move || read(shown.get()),
            move |value, typed| {
                if let Some(value) = write(value, typed) {
                    kept.set(value, typed);
                }
            },
        )
    }
}
