use std::collections::HashSet;

use super::*;
use crate::finding::Severity;
use crate::form::{Copies, FormBlock, FormItem, Kind, Lot, Size};

/// A form and what the plan says.
pub type Case = (Form, Facts);

/// A form with a title, and these blocks.
pub fn form(blocks: Vec<FormBlock>) -> Form {
    Form { id: Id(1000), title: "Phiếu lấy ý kiến".into(), blocks, ..Form::default() }
}

/// A block with these options, its identity and theirs from `id` on, and a row of its own for a grid.
pub fn block(id: u32, kind: Kind, title: &str, options: &[&str]) -> FormBlock {
    let item = |(id, text): (u32, &str)| FormItem { id: Id(id), text: text.into(), ..FormItem::default() };
    let rows = if matches!(kind, Kind::Grid | Kind::Persons) {
        vec![item((id + 500, "Ông Nguyễn Văn An"))]
    } else {
        Vec::new()
    };
    let options = (id + 1..).zip(options.iter().copied()).map(item).collect();
    FormBlock { id: Id(id), kind, title: title.into(), options, rows, columns: 1, ..FormBlock::default() }
}

/// A form that says where it goes.
pub fn returned() -> Form {
    form(vec![block(1, Kind::Return, "Đề nghị gửi lại phiếu", &[])])
}

/// A form for these villages.
pub fn lots(lots: &[(&str, u32)]) -> Form {
    let lot = |(id, (name, copies)): (u32, &(&str, u32))| Lot {
        id: Id(id),
        name: (*name).into(),
        copies: *copies,
        ..Lot::default()
    };
    Form { copies: Copies { lots: (1..).zip(lots).map(lot).collect(), ..Copies::default() }, ..form(Vec::new()) }
}

/// A plan that says nothing.
pub fn facts() -> Facts {
    Facts::default()
}

/// A day of October 2026.
pub fn day(day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2026, 10, day)
}

/// New identities above a number.
pub fn ids(from: u32) -> impl FnMut() -> Id {
    let mut next = from;
    move || {
        next += 1;
        Id(next)
    }
}

fn of_code(findings: Vec<Finding>, code: &str) -> Vec<Finding> {
    findings.into_iter().filter(|finding| finding.code == code).collect()
}

#[test]
fn codes_are_names_of_their_own() {
    let codes: HashSet<&str> = CHECKS.iter().map(|check| check.code).collect();
    assert_eq!(codes.len(), CHECKS.len());
    for code in codes {
        assert!(
            code.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-'),
            "{code}"
        );
    }
}

#[test]
fn each_check_trips_and_passes() {
    for known in &CHECKS {
        let (form, facts) = (known.trips)();
        let found = of_code(check(&form, &facts), known.code);
        assert!(!found.is_empty(), "{} does not trip", known.code);
        assert_eq!(found.iter().any(|finding| finding.fixable), known.fix.is_some(), "{}", known.code);
        let (form, facts) = (known.passes)();
        assert_eq!(of_code(check(&form, &facts), known.code), [], "{} trips on what is well", known.code);
    }
}

#[test]
fn each_repair_leaves_it_clean() {
    for known in CHECKS.iter().filter(|known| known.fix.is_some()) {
        let (mut form, facts) = (known.trips)();
        let mut new_id = ids(5000);
        while let Some(finding) = of_code(check(&form, &facts), known.code).first() {
            form = fix(&form, finding, &mut new_id).unwrap_or_else(|| panic!("{finding:?} is not repaired"));
        }
    }
}

#[test]
fn a_finding_of_another_form_repairs_nothing() {
    let finding = |code| Finding::new(code, Severity::Warning).at(crate::document::Mark(77)).fixable(true);
    let none = form(Vec::new());
    for code in ["option-twice", "page-break-twice", "grid-too-wide", "lot-twice", "two-up-needs-a5", "none-such"] {
        assert_eq!(fix(&none, &finding(code), &mut ids(1)), None, "{code}");
    }
    let unfixable = Finding::new("two-up-needs-a5", Severity::Warning);
    assert_eq!(fix(&(two_up_needs_a5::CHECK.trips)().0, &unfixable, &mut ids(1)), None);
}

/// The two forms that offices make most, as they would be made.
#[test]
fn a_form_that_is_well_is_left_alone() {
    let mut new_id = ids(1);
    let mut made = |kind, title: &str| {
        let mut block = FormBlock::new(kind, &mut new_id);
        if block.title.is_blank() {
            block.title = title.into();
        }
        block
    };
    let opinion = form(vec![
        made(Kind::Statement, "Để chuẩn bị hội nghị đối thoại, đề nghị ông (bà) cho ý kiến."),
        made(Kind::Respondent, ""),
        made(Kind::Open, "Ý kiến về đất đai"),
        made(Kind::Table, "Kiến nghị cụ thể"),
        made(Kind::Scale, "Mức độ hài lòng"),
        made(Kind::Number, "Số nhân khẩu trong hộ"),
        made(Kind::Consent, ""),
        made(Kind::Signature, ""),
        made(Kind::Return, ""),
    ]);
    assert_eq!(check(&opinion, &facts()), []);
    let mut household = form(vec![
        made(Kind::Persons, "Đồng ý với phương án sắp xếp"),
        made(Kind::Agree, "Về mức đóng góp"),
        made(Kind::Validity, ""),
        made(Kind::Signature, ""),
        made(Kind::Return, ""),
    ]);
    household.title = "Phiếu lấy ý kiến của hộ gia đình".into();
    household.paper.size = Size::A5;
    assert_eq!(check(&household, &facts()), []);
}
