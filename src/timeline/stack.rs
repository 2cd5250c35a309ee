//! What stands on one line without lying on each other.

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
        let mut others: Vec<(f32, f32)> = extents[..at]
            .iter()
            .zip(&tops)
            .filter(|(other, _)| other.left < extent.right + beside && extent.left < other.right + beside)
            .map(|(other, top)| (*top, top + other.height + below))
            .collect();
        others.sort_by(|one, other| one.0.total_cmp(&other.0));
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
