//! Any of several answers. On paper it differs from one answer by what it asks for alone.

use super::single;
use crate::form::{Family, Kind, KindInfo};

/// What this kind declares of itself.
pub const INFO: KindInfo = KindInfo {
    uses: single::INFO.uses,
    help: "(Có thể đánh dấu x vào nhiều ô)",
    options: &["", ""],
    compose: single::INFO.compose,
    ..KindInfo::new(Kind::Multiple, "multiple", Family::Question)
};
