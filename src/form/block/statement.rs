//! Text to read.

use crate::form::{Family, Kind, KindInfo, Property};
use crate::style::Role;

/// What this kind declares of itself.
pub const INFO: KindInfo = KindInfo {
    icon: "M5 5h14M12 5v14M9 19h6",
    uses: &[Property::Title, Property::Split],
    compose: |block, press| {
        let runs = press.runs(&block.title, block.mark());
        press.paragraph(Role::FormText, runs);
    },
    ..KindInfo::new(Kind::Statement, "statement", Family::Frame)
};
