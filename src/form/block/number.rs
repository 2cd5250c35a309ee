//! A number, with its unit behind it.

use crate::document::Run;
use crate::form::{Family, Kind, KindInfo, Property};

/// What this kind declares of itself. Its option is the unit.
pub const INFO: KindInfo = KindInfo {
    icon: "M9 4L7 20M17 4l-2 16M4 9h17M3 15h17",
    uses: &[Property::Title, Property::Help, Property::Options, Property::Unnumbered],
    options: &["người"],
    most_options: 1,
    compose: |block, press| {
        let mut behind = vec![Run::leader(30)];
        if let Some(unit) = block.options.first() {
            behind.push(Run::plain(" "));
            behind.extend(press.item(unit));
        }
        press.question_with(block, behind);
    },
    ..KindInfo::new(Kind::Number, "number", Family::Question)
};
