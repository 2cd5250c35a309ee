//! The wizard: steps at the left, the questions of one step in the middle, the paper at the right.

mod agenda;
mod assignments;
mod bases;
mod blocks;
mod check;
mod collecting;
mod conferences;
mod content;
mod faults;
mod fields;
mod finding;
mod frame;
mod organ;
mod outline;
mod participants;
mod purpose;
mod recipients;
mod rules;
mod step;
mod view;

pub use fields::{
    ClockField, CountField, DateField, Names, PlainField, WhenField, WordsField, number_of, numbered_as, provide_names,
};
pub use finding::{Ways, finding_rows};
pub use frame::{Bar, Tabs, follow_sought, place_of, save_when_leaving, shortcut};
pub use organ::{OrganFields, RegistrationFields};
pub use recipients::{RecipientFields, SignatoryFields};
pub use view::Wizard;
