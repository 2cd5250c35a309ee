//! The paper on the screen and in the printer's frame: blocks drawn once, measured, and laid onto page boxes.
//!
//! One builder serves both, so that the page on the screen is the page from the printer. Knows the document tree and
//! the DOM; knows no plan and no signal.

mod margins;
mod nodes;
mod pages;
mod parts;
mod split;
mod view;

pub use margins::Copier;
pub use nodes::MARK;
pub use parts::{Parts, Stretch};
pub use split::text_nodes;
pub use view::{Canvas, Sheet, px, scaled};
