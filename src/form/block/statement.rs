//! Text to read.

use crate::form::{Family, Kind, KindInfo, Property};
use crate::style::Role;

/// What this kind declares of itself.
pub const INFO: KindInfo = KindInfo {
    uses: &[Property::Title, Property::Split],
    compose: |block, press| {
        let runs = press.runs(&block.title, block.mark());
        press.paragraph(Role::FormText, runs);
    },
    ..KindInfo::new(Kind::Statement, "statement", Family::Frame)
};
