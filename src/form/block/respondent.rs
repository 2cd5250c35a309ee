//! Who answers: fields with a line behind each.

use crate::document::Run;
use crate::form::{Family, Kind, KindInfo, Property};
use crate::style::Role;

/// What this kind declares of itself. Its options are the fields.
pub const INFO: KindInfo = KindInfo {
    uses: &[Property::Title, Property::Help, Property::Options, Property::Columns],
    title: "Người cho ý kiến",
    help: "(Có thể không ghi)",
    options: &["Họ và tên", "Địa chỉ (thôn, tổ dân phố)", "Số điện thoại"],
    compose: |block, press| {
        if !block.title.is_blank() {
            press.question(block);
        }
        // Side by side each field has a line as long as its share; one under the other the line goes to the edge.
        let columns = block.columns.max(1);
        let length = if columns == 1 { 0 } else { (press.width_mm / columns as f32 * 0.5) as u16 };
        let fields: Vec<Vec<Run>> = block
            .options
            .iter()
            .map(|option| {
                let mut runs = press.item(option);
                runs.extend([Run::plain(": "), Run::leader(length)]);
                runs
            })
            .collect();
        if columns == 1 {
            for runs in fields {
                press.paragraph(Role::Fill, runs);
            }
        } else {
            press.in_columns(fields, columns);
        }
    },
    ..KindInfo::new(Kind::Respondent, "respondent", Family::Frame)
};
