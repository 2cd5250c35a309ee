//! An order: a box before each thing, for its number.

use crate::form::{Family, Kind, KindInfo, Property};

/// What this kind declares of itself.
pub const INFO: KindInfo = KindInfo {
    icon: "M11 6h9M11 12h9M11 18h9M4 5l2-1v6M4 15h3l-3 4h3",
    uses: &[
        Property::Title,
        Property::Help,
        Property::Options,
        Property::Columns,
        Property::Split,
        Property::Unnumbered,
    ],
    help: "(Ghi số thứ tự ưu tiên vào ô: 1 là cần nhất)",
    options: &["", "", ""],
    compose: |block, press| {
        press.question(block);
        press.choices(&crate::form::FormBlock { other: false, ..block.clone() });
    },
    ..KindInfo::new(Kind::Ranking, "ranking", Family::Question)
};
