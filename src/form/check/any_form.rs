//! Any form at all: what holds of its findings and of their repairs.

use std::collections::HashSet;

use proptest::prelude::*;

use super::tests::{day, ids};
use super::*;
use crate::finding::Severity;
use crate::form::{Copies, FormBlock, FormItem, FormPaper, KINDS, Lot, Size};
use crate::text::{Fact, Form as Wording, Text};

fn any_text() -> impl Strategy<Value = Text> {
    let known = prop::sample::select(vec![
        "",
        "  ",
        "……",
        " ... ",
        "Đồng ý",
        "đồng  ý",
        "Uỷ ban",
        "ủy ban",
        "Họ và tên",
        "Địa chỉ: ……",
        "Số điện thoại",
        "Không ghi họ tên",
        "Đất đai",
        "Môi trường",
        "An ninh",
        "Y tế",
        "Khác",
        "hộ gia đình",
        "CCCD",
    ]);
    prop_oneof![
        6 => known.prop_map(Text::words),
        2 => "[a-zđạủ ]{0,12}".prop_map(Text::words),
        1 => any::<String>().prop_map(Text::words),
        1 => (1_usize..40).prop_map(|times| Text::words("khoảng".repeat(times))),
        1 => (299_usize..302).prop_map(|times| Text::words("ạ".repeat(times))),
        1 => any::<bool>().prop_map(|short| {
            let mut text = Text::words("năm ");
            text.push_slot(Fact::Year, if short { Wording::Short } else { Wording::Plain });
            text
        }),
    ]
}

fn any_items() -> impl Strategy<Value = Vec<FormItem>> {
    let item = || (any_text(), 0_u32..40, any::<bool>()).prop_map(|(text, id, sub)| FormItem { id: Id(id), text, sub });
    prop_oneof![4 => prop::collection::vec(item(), 0..6), 1 => prop::collection::vec(item(), 6..14)]
}

fn any_number() -> impl Strategy<Value = u32> {
    prop_oneof![4 => 0_u32..14, 1 => any::<u32>()]
}

fn any_block() -> impl Strategy<Value = FormBlock> {
    let kind = prop::sample::select(KINDS.map(|info| info.kind).to_vec());
    let texts = (any_text(), any_text());
    let lists = (any_items(), any_items());
    (0_u32..40, kind, texts, lists, any_number(), any_number(), any::<bool>()).prop_map(
        |(id, kind, (title, help), (options, rows), lines, columns, other)| FormBlock {
            id: Id(id),
            kind,
            title,
            help,
            options,
            rows,
            lines,
            columns,
            other,
            ..FormBlock::default()
        },
    )
}

/// A form in which identities may stand twice, as in a file that somebody wrote by hand.
/// A form of any shape, of the sizes that a file may have.
pub(crate) fn any_form() -> impl Strategy<Value = Form> {
    let name = prop::sample::select(vec!["", "Thôn 1", "thôn  1", "Thôn Hoà", "thôn hòa", "Tổ 2"]);
    let lot = (0_u32..40, name, any::<bool>(), prop_oneof![0_u32..3, 9_999_u32..10_002, any::<u32>()]).prop_map(
        |(id, name, headed, copies)| Lot {
            id: Id(id),
            name: name.into(),
            head: if headed { "Ông An".into() } else { String::new() },
            copies,
        },
    );
    let paper = (any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(small, landscape, two_up)| FormPaper {
        size: if small { Size::A5 } else { Size::A4 },
        landscape,
        two_up,
        ..FormPaper::default()
    });
    let copies = (prop::collection::vec(lot, 0..5), prop::option::of(any::<u32>()), any::<bool>());
    let margins = (any_text(), any_text());
    (any_text(), any_text(), margins, prop::collection::vec(any_block(), 0..7), paper, copies, any::<bool>()).prop_map(
        |(title, subtitle, (header, footer), blocks, paper, (lots, first, stub), secret)| Form {
            id: Id(7),
            title,
            subtitle,
            header,
            footer,
            blocks,
            paper,
            secret,
            copies: Copies { lots, first, stub },
            ..Form::default()
        },
    )
}

/// The form with an identity of its own for every thing, which a dossier holds to.
fn identified(mut form: Form) -> Form {
    let mut new_id = ids(0);
    form.id = new_id();
    for block in &mut form.blocks {
        block.id = new_id();
        block.options.iter_mut().chain(&mut block.rows).for_each(|item| item.id = new_id());
    }
    form.copies.lots.iter_mut().for_each(|lot| lot.id = new_id());
    form
}

fn any_facts() -> impl Strategy<Value = Facts> {
    let any_day = || prop::option::of((1_u32..29).prop_map(|number| day(number).unwrap()));
    (any_day(), any_day(), any_day()).prop_map(|(conference, issued, return_by)| Facts {
        conference,
        issued,
        return_by,
    })
}

proptest! {
    #[test]
    fn every_repair_removes_its_finding(form in any_form().prop_map(identified), facts in any_facts()) {
        // A day that is over is the plan's matter, and shows as soon as the form says when it goes back.
        let errors = |form: &Form| {
            check(form, &Facts::default()).iter().filter(|other| other.severity == Severity::Error).count()
        };
        let errors_before = errors(&form);
        for finding in check(&form, &facts) {
            let fixed = fix(&form, &finding, &mut ids(10_000));
            prop_assert_eq!(fixed.is_some(), finding.fixable, "{:?}", finding);
            let Some(fixed) = fixed else { continue };
            let left = check(&fixed, &facts);
            let same = left.iter().find(|other| (other.code, other.place) == (finding.code, finding.place));
            prop_assert!(same.is_none(), "{:?} is still there", finding);
            prop_assert!(errors(&fixed) <= errors_before, "repairing {:?} made an error", finding);
        }
    }

    #[test]
    fn code_and_place_tell_findings_apart(form in any_form().prop_map(identified), facts in any_facts()) {
        let findings = check(&form, &facts);
        let places: HashSet<_> = findings.iter().map(|finding| (finding.code, finding.place)).collect();
        prop_assert_eq!(places.len(), findings.len());
    }

    #[test]
    fn no_form_breaks_a_check_or_a_repair(form in any_form(), facts in any_facts()) {
        for finding in check(&form, &facts) {
            fix(&form, &finding, &mut ids(20));
        }
    }
}
