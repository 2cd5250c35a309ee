//! An order: a box before each thing, for its number.

use crate::form::{Family, Kind, KindInfo, Property};

/// What this kind declares of itself.
pub const INFO: KindInfo = KindInfo {
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
