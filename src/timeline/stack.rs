//! What stands on one line without lying on each other.

use super::order::insert;

/// The room that something takes: from left to right on the line, and how high it is, in mm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// Where it begins.
    pub left: f32,
    /// Where it ends.
    pub right: f32,
    /// How high it is.
    pub height: f32,
}

/// How far each stands below the top, in mm: as high as it can without touching one before it in the list. `beside` and
/// `below` is the room that stays free between two.
pub fn stack(extents: &[Extent], beside: f32, below: f32) -> Vec<f32> {
    let mut tops: Vec<f32> = Vec::with_capacity(extents.len());
    for (at, extent) in extents.iter().enumerate() {
        // Those that it would touch if they were as high as it: only below one of them, or at the top, is there room.
        let mut others: Vec<(f32, f32)> = Vec::new();
        for (other, top) in extents[..at].iter().zip(&tops) {
            if other.left < extent.right + beside && extent.left < other.right + beside {
                // The bits of numbers that are not negative have their order.
                insert(&mut others, (*top, top + other.height + below), |(top, _)| top.to_bits());
            }
        }
        let mut top = 0.0_f32;
        for (from, to) in others {
            if top + extent.height + below <= from {
                break;
            }
            top = top.max(to);
        }
        tops.push(top);
    }
    tops
}
