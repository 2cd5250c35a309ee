//! The end of a page.

use crate::document::Block;
use crate::form::{Family, Kind, KindInfo};

/// What this kind declares of itself.
pub const INFO: KindInfo = KindInfo {
    icon: "M6 3v6h12V3M3 12h4M10 12h4M17 12h4M6 21v-6h12v6",
    uses: &[],
    compose: |block, press| press.push(Block::PageBreak(Some(block.mark()))),
    ..KindInfo::new(Kind::PageBreak, "page-break", Family::Layout)
};
