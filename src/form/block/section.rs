//! A headed section.

use crate::form::{Family, Kind, KindInfo, Property};
use crate::style::Role;

/// What this kind declares of itself.
pub const INFO: KindInfo = KindInfo {
    icon: "M4 5h16v5H4zM4 15h16M4 20h11",
    uses: &[Property::Title, Property::Help],
    compose: |block, press| {
        let runs = press.runs(&block.title, block.mark());
        press.paragraph(Role::FormSection, runs);
        press.help(block);
    },
    ..KindInfo::new(Kind::Section, "section", Family::Layout)
};
