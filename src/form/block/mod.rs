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

use super::{FormItem, KindInfo, Press, UNDER};
use crate::document::Run;

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

/// The runs of a row of a table whose rows are all alike: one under another keeps the dash that it was typed with.
fn plain_row(press: &Press<'_>, row: &FormItem) -> Vec<Run> {
    let dash = row.sub.then(|| Run::plain(UNDER));
    dash.into_iter().chain(press.item(row)).collect()
}
