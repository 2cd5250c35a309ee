//! Any of several answers. On paper it differs from one answer by what it asks for alone.

use super::single;
use crate::form::{Family, Kind, KindInfo};

/// What this kind declares of itself.
pub const INFO: KindInfo = KindInfo {
    icon: "M3 4h6v6H3zM4.5 7l1.5 1.5L8.5 5M12 7h8M3 14h6v6H3zM12 17h8",
    uses: single::INFO.uses,
    help: "(Có thể đánh dấu x vào nhiều ô)",
    options: &["", ""],
    compose: single::INFO.compose,
    ..KindInfo::new(Kind::Multiple, "multiple", Family::Question)
};
