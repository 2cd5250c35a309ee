//! The screen of a form: what it is, what it asks, who gets it; and beside it the sheet that is printed.

mod blocks;
mod check;
mod gallery;
mod lots;
mod settings;
mod view;

pub use gallery::{FormGallery, open_form, plan_form};
pub use view::FormScreen;
