//! For or against, and room for another opinion.

use crate::document::Run;
use crate::form::{Family, Kind, KindInfo, Property};
use crate::style::Role;

/// What this kind declares of itself.
pub const INFO: KindInfo = KindInfo {
    icon: "M3 12l4 4 6-8M16 8l5 6M21 8l-5 6",
    uses: &[
        Property::Title,
        Property::Help,
        Property::Options,
        Property::Columns,
        Property::Other,
        Property::Lines,
        Property::Split,
        Property::Unnumbered,
    ],
    options: &["Đồng ý", "Không đồng ý"],
    columns: 2,
    compose: |block, press| {
        press.question(block);
        let answers = block
            .options
            .iter()
            .map(|option| std::iter::once(Run::tick_box()).chain(press.item(option)).collect())
            .collect();
        press.in_columns(answers, block.set_columns());
        if block.other {
            press.paragraph(Role::Answer, vec![Run::tick_box(), Run::plain("Ý kiến khác: "), Run::leader(0)]);
        }
        press.lines(block.set_lines());
    },
    ..KindInfo::new(Kind::Agree, "agree", Family::Question)
};
