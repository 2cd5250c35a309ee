//! Who answers: fields with a line behind each.

use crate::document::Run;
use crate::form::{Family, Kind, KindInfo, Property};
use crate::style::Role;

/// What this kind declares of itself. Its options are the fields.
pub const INFO: KindInfo = KindInfo {
    icon: "M12 8m-4 0a4 4 0 108 0 4 4 0 10-8 0M4 20c0-7 16-7 16 0",
    uses: &[Property::Title, Property::Help, Property::Options, Property::Columns],
    title: "Người cho ý kiến",
    help: "(Có thể không ghi)",
    options: &["Họ và tên", "Địa chỉ (thôn, tổ dân phố)", "Số điện thoại"],
    compose: |block, press| {
        if !block.title.is_blank() {
            press.question(block);
        }
        let fields = block.options.iter().map(|option| {
            let mut runs = press.item(option);
            runs.extend([Run::plain(": "), Run::leader(0)]);
            runs
        });
        let fields: Vec<Vec<Run>> = fields.collect();
        if block.set_columns() > 1 {
            return press.fields(fields, block.set_columns());
        }
        for runs in fields {
            press.paragraph(Role::Fill, runs);
        }
    },
    ..KindInfo::new(Kind::Respondent, "respondent", Family::Frame)
};
