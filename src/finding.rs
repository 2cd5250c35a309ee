//! The one diagnostic: what a check has to say of a form, a plan or a paper.
//!
//! A finding is a code and what the code speaks of; its words, and the help to it, stand in the locales under the
//! code. Knows no plan and no form: a place is an opaque [`Mark`].

use crate::document::Mark;

/// How much a finding weighs. The order is that in which findings are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// As it stands the paper cannot be used, or does what it must not.
    Error,
    /// It can be used, but something on it is wrong.
    Warning,
    /// Nothing is wrong; it could be better.
    Advice,
}

/// What a check found, once for each place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its name in the locales, in small letters and hyphens. Code and place together tell a finding from any other.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// The thing that it is about, by the mark of its stretch of the paper; none for the whole.
    pub place: Option<Mark>,
    /// What its words name, each under the name that the locales use: the user's own words; numbers, with a full stop
    /// before decimals; lengths in mm; days as 2026-10-31; names of kinds by their codes.
    pub arguments: Vec<(&'static str, String)>,
    /// Whether whoever found it can also repair it.
    pub fixable: bool,
}

impl Finding {
    /// A finding about the whole, without arguments, that only the user can repair.
    pub fn new(code: &'static str, severity: Severity) -> Self {
        Self { code, severity, place: None, arguments: Vec::new(), fixable: false }
    }

    /// The same about one place.
    pub fn at(self, place: Mark) -> Self {
        Self { place: Some(place), ..self }
    }

    /// The same with one more argument.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.arguments.push((name, value.to_string()));
        self
    }

    /// The same, repairable or not.
    pub fn fixable(self, fixable: bool) -> Self {
        Self { fixable, ..self }
    }

    /// What it says under a name.
    pub fn argument(&self, name: &str) -> Option<&str> {
        self.arguments.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }
}
