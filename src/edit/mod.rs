//! Changes to a dossier as named, reversible commands, and the history they make.
//!
//! Views never write fields: they issue a [`Command`], which yields the command that takes it back.

mod command;
mod history;
mod list;

pub use command::{BlockList, Command, Refused};
pub use history::{History, Step};
pub use list::ListEdit;

#[cfg(test)]
mod tests;
