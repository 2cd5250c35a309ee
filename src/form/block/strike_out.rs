//! Printed names of which those not trusted are struck out.

use crate::document::Run;
use crate::form::{Family, Kind, KindInfo, Property};
use crate::style::Role;

/// What this kind declares of itself. Its options are the names.
pub const INFO: KindInfo = KindInfo {
    icon: "M4 6h16M4 12h16M4 18h16M3 14l18-4",
    uses: &[
        Property::Title,
        Property::Help,
        Property::Options,
        Property::Columns,
        Property::Split,
        Property::Unnumbered,
    ],
    help: "(Không tín nhiệm người nào thì gạch ngang họ và tên người đó)",
    options: &["", ""],
    compose: |block, press| {
        press.question(block);
        let names: Vec<Vec<Run>> = block
            .options
            .iter()
            .enumerate()
            .map(|(at, option)| {
                std::iter::once(Run::plain(format!("{}. ", at + 1))).chain(press.item(option)).collect()
            })
            .collect();
        if block.set_columns() > 1 {
            return press.in_columns(names, block.set_columns());
        }
        // A stroke through one name must not touch the next.
        for name in names {
            press.paragraph(Role::Fill, name);
        }
    },
    ..KindInfo::new(Kind::StrikeOut, "strike-out", Family::Ballot)
};
