//! Two drafts side by side, or a draft and its copy from before: what they say otherwise, and the paper with marks.
//!
//! A mark is an element of its own with words that are read out; colour alone says nothing.

mod facts;
mod marked;
mod screen;

pub use marked::marked;
pub use screen::{Both, CompareScreen, Result};
