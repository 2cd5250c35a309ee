//! When a ballot is valid.

use crate::document::Run;
use crate::form::{Family, Kind, KindInfo, Property};
use crate::style::Role;

/// What this kind declares of itself. Its options are the cases in which a ballot does not count (forms of NĐ 54/2018 and
/// of household ballots: no mark, or both boxes).
pub const INFO: KindInfo = KindInfo {
    icon: "M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6zM9 12l2 2 4-4",
    uses: &[Property::Title, Property::Options],
    title: "Phiếu không hợp lệ là phiếu:",
    options: &["Không đánh dấu vào ô nào", "Đánh dấu vào cả hai ô", "Không theo mẫu do cơ quan tổ chức phát ra"],
    compose: |block, press| {
        let runs = press.runs(&block.title, block.mark());
        press.paragraph(Role::Help, runs);
        let last = block.options.len();
        for (at, option) in block.options.iter().enumerate() {
            let mut runs = vec![Run::plain("- ")];
            runs.extend(press.item(option));
            runs.push(Run::plain(if at + 1 == last { "." } else { ";" }));
            press.paragraph(Role::Help, runs);
        }
    },
    ..KindInfo::new(Kind::Validity, "validity", Family::Frame)
};
