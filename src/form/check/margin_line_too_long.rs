//! A line in the top or bottom margin that does not fit beside what else stands there.

use super::{Check, reading};
use crate::document::{MARGIN_LINE_PT, Mark};
use crate::finding::{Finding, Severity};
use crate::form::Form;
use crate::style::text_width_mm;
use crate::text::Text;

/// A margin has room for one line: what is longer is cut off on every page. What a slot prints is not known here, so a
/// line may be cut off that trips nothing.
pub const HEADER: Check = Check {
    code: "header-too-long",
    run: |form, _| found(HEADER.code, form, &form.header, form.header_room_mm()),
    fix: None,
    #[cfg(test)]
    trips: tests::header_trips,
    #[cfg(test)]
    passes: tests::header_passes,
};

/// The same below.
pub const FOOTER: Check = Check {
    code: "footer-too-long",
    run: |form, _| found(FOOTER.code, form, &form.footer, form.footer_room_mm()),
    fix: None,
    #[cfg(test)]
    trips: tests::footer_trips,
    #[cfg(test)]
    passes: tests::footer_passes,
};

fn found(code: &'static str, form: &Form, line: &Text, has_mm: f32) -> Vec<Finding> {
    let needs_mm = text_width_mm(&reading::shown(line), MARGIN_LINE_PT, false);
    let finding = || {
        Finding::new(code, Severity::Warning)
            .at(Mark(form.id.0))
            .with("has", format!("{has_mm:.0}"))
            .with("needs", format!("{:.0}", needs_mm.ceil()))
    };
    (needs_mm > has_mm).then(finding).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Case, facts, form, lots};
    use super::*;
    use crate::form::{Copies, FormPaper};

    /// About 160 mm: between the line of an A4 page and what is left of it beside a code or a number.
    const LINE: &str = "Ủy ban nhân dân xã Cẩm Bình, tỉnh Hà Tĩnh – Phiếu lấy ý kiến phục vụ hội nghị đối thoại \
                        với Nhân dân năm 2026";

    pub fn header_trips() -> Case {
        (Form { header: LINE.into(), ..lots(&[("Thôn 1", 3)]) }, facts())
    }

    pub fn header_passes() -> Case {
        let (form, facts) = header_trips();
        (Form { copies: Copies::default(), ..form }, facts)
    }

    pub fn footer_trips() -> Case {
        let paper = FormPaper { counted: true, ..FormPaper::default() };
        (Form { footer: LINE.into(), paper, ..form(Vec::new()) }, facts())
    }

    pub fn footer_passes() -> Case {
        (Form { footer: LINE.into(), ..form(Vec::new()) }, facts())
    }
}
