//! What stands in the margins of pages, beside the tree: the words that tell one copy from another, a line of the paper's
//! own above and below, a stub to tear off; and the measures by which they keep clear of each other.
//!
//! No rule sets any of it; the figures are practice (M), for printers that leave 4 to 5 mm of an edge blank.

/// The size in pt of the line in the top margin and of the one in the bottom margin.
pub const MARGIN_LINE_PT: f32 = 10.0;

/// What the code of a copy takes of the line beside it, with the space before it, in mm.
pub const CODE_ROOM_MM: f32 = 17.0;

/// What the number of a page takes of the line beside it ("Trang 10/12"), with the space before it, in mm.
pub const NUMBER_ROOM_MM: f32 = 24.0;

/// The height of a stub in mm, from the edge of the page to where it is torn off: what tells the copy, what it is the
/// stub of, and a line to sign on.
pub const STUB_MM: f32 = 38.0;

/// From the edge of the page to the first of a stub's own words in mm: below what tells the copy.
pub const STUB_WORDS_MM: f32 = 15.0;

/// What stands in the top margin of every page of one copy, and tells it from other copies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strip {
    /// At the left: who gets the copy.
    pub left: String,
    /// At the right: its serial number.
    pub right: String,
    /// At the right of its stub, where it has one.
    pub on_stub: String,
    /// What the code beside it says to a reader; empty for none.
    pub code: String,
}
