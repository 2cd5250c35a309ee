//! A date.

use crate::document::Run;
use crate::form::{Family, Kind, KindInfo, Property};

/// What this kind declares of itself.
pub const INFO: KindInfo = KindInfo {
    icon: "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4",
    uses: &[Property::Title, Property::Help, Property::Unnumbered],
    compose: |block, press| {
        let behind = vec![
            Run::plain("ngày "),
            Run::leader(12),
            Run::plain(" tháng "),
            Run::leader(12),
            Run::plain(" năm "),
            Run::leader(18),
        ];
        press.question_with(block, behind);
    },
    ..KindInfo::new(Kind::Date, "date", Family::Question)
};
