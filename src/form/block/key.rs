//! The key to numbered blanks: what is to be written at (1), (2) and so on.

use crate::document::Run;
use crate::form::{Family, Kind, KindInfo, Property};
use crate::style::Role;

/// What this kind declares of itself. Its options explain the blanks in their order.
pub const INFO: KindInfo = KindInfo {
    icon: "M4 7l2-1v5M4 15h3l-3 4h3M11 8h9M11 17h9",
    uses: &[Property::Title, Property::Options],
    title: "Ghi chú:",
    options: &["", ""],
    compose: |block, press| {
        if !block.title.is_blank() {
            let runs = press.runs(&block.title, block.mark());
            press.paragraph(Role::Help, runs);
        }
        for (at, option) in block.options.iter().enumerate() {
            let mut runs = vec![Run::plain(format!("({}) ", at + 1))];
            runs.extend(press.item(option));
            press.paragraph(Role::Help, runs);
        }
    },
    ..KindInfo::new(Kind::Key, "key", Family::Frame)
};
