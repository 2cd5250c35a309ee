//! Printed names of which those not trusted are struck out.

use crate::document::Run;
use crate::form::{Family, Kind, KindInfo, Property};

/// What this kind declares of itself. Its options are the names.
pub const INFO: KindInfo = KindInfo {
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
        let names = block
            .options
            .iter()
            .enumerate()
            .map(|(at, option)| {
                std::iter::once(Run::plain(format!("{}. ", at + 1))).chain(press.item(option)).collect()
            })
            .collect();
        press.in_columns(names, block.columns);
    },
    ..KindInfo::new(Kind::StrikeOut, "strike-out", Family::Ballot)
};
