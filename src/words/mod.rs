//! Vietnamese of offices: dates, spans of time, counts, list letters, spelling, sorting, capitals.
//!
//! Takes values, returns words, and reads words back. Knows no organ, no plan, no paper and no locale: a fault
//! is a code that the screen words. Everything it prints is NFC, with the tone on the first letter of an open
//! pair ("hòa", "ủy").
//!
//! In reading order:
//!
//! 1. `compose` -- Latin letters and their marks, put together and taken apart
//! 2. [`spelling`] -- one form for each text: committed, compared, searched
//! 3. [`name`] -- capitals
//! 4. [`count`] -- numbers as offices write and type them
//! 5. [`letters`] -- the marks of numbered lists
//! 6. [`sort`] -- the order of the Vietnamese alphabet
//! 7. `token` -- what the readers of dates and times see of a text
//! 8. [`date`] -- one day, written and read
//! 9. [`when`] -- time in plans, written and read
//! 10. `spoken` -- what is read out aloud

mod compose;
pub mod count;
pub mod date;
pub mod letters;
pub mod name;
pub mod sort;
pub mod spelling;
mod spoken;
mod token;
pub mod when;

pub use count::{CountFault, padded, parse_count, percent, thousands};
pub use date::{
    DateFault, blank_long_date, checked_date, day_month, long_date, month_year, parse_date, short_date, weekday,
};
pub use letters::{list_letter, roman};
pub use name::{lower_start, sentence_start, upper};
pub use sort::compare;
pub use spelling::{clean, fold, nfc, old_tone_place, strip_marks};
pub use spoken::spoken;
pub use when::{Bound, Clock, Found, Interval, MonthPart, Side, Sitting, TimeOfDay, When, WhenFault, Wording};
