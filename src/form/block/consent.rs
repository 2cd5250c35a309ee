//! A sentence to agree to, with a box before it.

use crate::document::Run;
use crate::form::{Family, Kind, KindInfo, Property};
use crate::style::Role;

/// What this kind declares of itself. The sentence follows the Law on personal data protection of 2025 (M): it says
/// what the data are for, and that they are for nothing else.
pub const INFO: KindInfo = KindInfo {
    icon: "M4 4h16v16H4zM8 12l3 3 5-6",
    uses: &[Property::Title],
    title: "Tôi đồng ý để cơ quan tổ chức sử dụng thông tin ghi trong phiếu này vào việc tổng hợp, trả lời ý kiến; \
            không dùng vào việc khác.",
    compose: |block, press| {
        let mut runs = vec![Run::tick_box()];
        runs.extend(press.runs(&block.title, block.mark()));
        press.paragraph(Role::Answer, runs);
    },
    ..KindInfo::new(Kind::Consent, "consent", Family::Frame)
};
