//! The end of a page.

use crate::document::Block;
use crate::form::{Family, Kind, KindInfo};

/// What this kind declares of itself.
pub const INFO: KindInfo = KindInfo {
    uses: &[],
    compose: |_, press| press.push(Block::PageBreak),
    ..KindInfo::new(Kind::PageBreak, "page-break", Family::Layout)
};
