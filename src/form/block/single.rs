//! One of several answers.

use crate::form::{Family, Kind, KindInfo, Property};

/// What this kind declares of itself.
pub const INFO: KindInfo = KindInfo {
    icon: "M6 7m-2.5 0a2.5 2.5 0 105 0 2.5 2.5 0 10-5 0M12 7h8M6 17m-2.5 0a2.5 2.5 0 105 0 2.5 2.5 0 10-5 0M12 17h8",
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
