//! An old plan moved to another year: every change that it takes, for approval, and the one step that makes the chosen.

mod names;
mod screen;

pub use screen::{RenewHint, RenewScreen};
