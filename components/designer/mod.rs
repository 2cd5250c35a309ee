//! The screen of a form: what it is, what it asks, who gets it; and beside it the sheet that is printed.

mod blocks;
mod canvas;
mod check;
mod design;
mod drag;
mod gallery;
mod geometry;
mod in_place;
mod library;
mod lots;
mod palette;
mod properties;
mod settings;
mod view;

#[cfg(feature = "bench")]
pub use gallery::open_form_as_it_is;
pub use gallery::{FormGallery, open_form, plan_form};
pub use library::Own;
pub use view::FormScreen;
