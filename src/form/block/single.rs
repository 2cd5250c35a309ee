//! One of several answers.

use crate::form::{Family, Kind, KindInfo, Property};

/// What this kind declares of itself.
pub const INFO: KindInfo = KindInfo {
    uses: &[
        Property::Title,
        Property::Help,
        Property::Options,
        Property::Other,
        Property::Columns,
        Property::Split,
        Property::Unnumbered,
    ],
    help: "(Đánh dấu x vào một ô)",
    options: &["", ""],
    compose: |block, press| {
        press.question(block);
        press.choices(block);
    },
    ..KindInfo::new(Kind::Single, "single", Family::Question)
};
