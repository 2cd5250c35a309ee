//! The kinds of block, one a file.

mod agree;
mod consent;
mod date;
mod grid;
mod key;
mod multiple;
mod number;
mod open;
mod page_break;
mod persons;
mod ranking;
mod respondent;
mod return_to;
mod scale;
mod section;
mod signature;
mod single;
mod statement;
mod strike_out;
mod table;
mod validity;

use super::KindInfo;

/// All kinds, in the order of the palette.
pub const ALL: [&KindInfo; 21] = [
    &open::INFO,
    &single::INFO,
    &multiple::INFO,
    &agree::INFO,
    &scale::INFO,
    &grid::INFO,
    &ranking::INFO,
    &number::INFO,
    &date::INFO,
    &persons::INFO,
    &strike_out::INFO,
    &table::INFO,
    &respondent::INFO,
    &statement::INFO,
    &consent::INFO,
    &key::INFO,
    &return_to::INFO,
    &validity::INFO,
    &signature::INFO,
    &section::INFO,
    &page_break::INFO,
];
