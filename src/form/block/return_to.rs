//! To whom and by when the form goes back.

use super::statement;
use crate::form::{Family, Kind, KindInfo, Property};

/// What this kind declares of itself. Its text has slots for the receiver and the day where the form belongs to a plan.
pub const INFO: KindInfo = KindInfo {
    icon: "M20 6v7H5M9 9l-4 4 4 4",
    uses: &[Property::Title],
    title: "Đề nghị gửi lại phiếu này cho …… trước ngày ……",
    compose: statement::INFO.compose,
    ..KindInfo::new(Kind::Return, "return", Family::Frame)
};
