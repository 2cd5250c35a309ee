//! The one diagnostic: what is noticed about a dossier, where, and how grave it is.
//!
//! A finding is a code; its words, and what to do about it, stand in the locales under that code.

use crate::document::Mark;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Wrong: the paper should not go out like this.
    Wrong,
    /// Still missing.
    Missing,
    /// Worth a look.
    Note,
}

/// Something noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its code.
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// The question that it is about.
    pub at: Option<Mark>,
}
