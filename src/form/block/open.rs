//! An open question: lines to write on.

use crate::form::{Family, Kind, KindInfo, Property};

/// What this kind declares of itself.
pub const INFO: KindInfo = KindInfo {
    icon: "M4 5h9M4 11h16M4 17h16",
    uses: &[Property::Title, Property::Help, Property::Lines, Property::Split, Property::Unnumbered],
    lines: 4,
    compose: |block, press| {
        press.question(block);
        press.lines(block.set_lines().max(1));
    },
    ..KindInfo::new(Kind::Open, "open", Family::Question)
};
