//! The papers of a dossier: all of them on one page, and each on a screen of its own with what it has of its own.

mod counts;
mod invitees;
mod names;
mod opinions;
mod page;
mod paste;
mod resolutions;
mod screen;

pub use names::name;
pub use page::PapersScreen;
pub use paste::PasteRows;
pub use screen::PaperScreen;
