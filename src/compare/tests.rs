//! Sequences and words on their own; whole papers and dossiers stand in `tests/document/comparing.rs`.

use proptest::prelude::*;

use super::align::kept;
use super::pairs::pairs;
use super::words::tokens;
use super::{Fate, Stretch, stretches};

/// As it reads: `[-taken out-]` and `{+put in+}`.
fn marked(before: &str, after: &str) -> String {
    let mark = |Stretch { fate, text }: Stretch| match fate {
        Fate::Kept => text,
        Fate::Deleted => format!("[-{text}-]"),
        Fate::Inserted => format!("{{+{text}+}}"),
    };
    stretches(before, after).into_iter().map(mark).collect()
}

/// The stretches but those of one fate.
fn without(fate: Fate, all: &[Stretch]) -> String {
    all.iter().filter(|stretch| stretch.fate != fate).map(|stretch| stretch.text.as_str()).collect()
}

#[test]
fn words_are_marked_whole() {
    for (before, after, result) in [
        ("trước ngày 12/9/2024.", "trước ngày 10/9/2026.", "trước ngày [-12/9/2024-]{+10/9/2026+}."),
        ("đối thoại với Nhân dân", "đối thoại với thanh niên", "đối thoại với [-Nhân dân-]{+thanh niên+}"),
        ("khoảng 30 đại biểu", "30 đại biểu", "[-khoảng -]30 đại biểu"),
        ("", "mới", "{+mới+}"),
        ("cũ", "", "[-cũ-]"),
        ("như nhau", "như nhau", "như nhau"),
        ("một hai ba bốn", "một năm sáu bốn", "một [-hai ba-]{+năm sáu+} bốn"),
        ("", "", ""),
    ] {
        assert_eq!(marked(before, after), result);
    }
}

#[test]
fn figures_and_symbols_are_one_word() {
    assert_eq!(tokens("số 12/KH-UBND, 7.5%"), ["số", " ", "12/KH-UBND", ",", " ", "7.5", "%"]);
}

#[test]
fn texts_are_paired_where_they_are_alike() {
    let before = ["Mục đích", "Hội nghị mở ngày 12/9 tại nhà văn hóa", "Bỏ đi", "Nơi nhận"];
    let after = ["Mục đích", "Thêm vào", "Hội nghị mở ngày 10/9 tại nhà văn hóa", "Nơi nhận"];
    assert_eq!(
        pairs(&before, &after),
        [(Some(0), Some(0)), (None, Some(1)), (Some(1), Some(2)), (Some(2), None), (Some(3), Some(3))]
    );
}

#[test]
fn a_long_text_costs_no_more_than_its_length() {
    // Nothing stands once, nothing is common, and all is common but turned around.
    let words = |word: &dyn Fn(u32) -> u32| (0..6000).map(|at| word(at).to_string()).collect::<Vec<_>>();
    let count = |before: &[String], after: &[String]| kept(&borrowed(before), &borrowed(after)).len();
    let (repeated, other) = (words(&|at| at % 3), words(&|at| 10 + at % 7));
    let (straight, turned) = (words(&|at| at), words(&|at| 6000 - at));
    let changed = words(&|at| if at % 10 == 0 { 100_000 + at } else { at });
    assert_eq!(count(&repeated, &repeated), 6000);
    assert_eq!(count(&repeated, &other), 0);
    assert_ne!(count(&straight, &turned), 0);
    assert_eq!(count(&straight, &changed), 5400);
}

fn borrowed(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

/// Few different words, so that rows repeat.
fn any_row() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[a-f]", 0..40)
}

proptest! {
    #[test]
    fn what_is_kept_ascends_and_is_equal(before in any_row(), after in any_row()) {
        let kept = kept(&borrowed(&before), &borrowed(&after));
        for (old, new) in &kept {
            prop_assert_eq!(&before[*old], &after[*new]);
        }
        for pair in kept.windows(2) {
            prop_assert!(pair[0].0 < pair[1].0 && pair[0].1 < pair[1].1);
        }
    }

    #[test]
    fn both_texts_can_be_read_out(before in "([a-c]{1,3}[ ,./-]{1,2}){0,30}|.{0,30}", after in "([a-c]{1,3}[ ,./-]{1,2}){0,30}|.{0,30}") {
        let all = stretches(&before, &after);
        prop_assert_eq!(without(Fate::Inserted, &all), before);
        prop_assert_eq!(without(Fate::Deleted, &all), after);
        prop_assert!(all.iter().all(|stretch| !stretch.text.is_empty()));
    }

    #[test]
    fn every_text_is_paired_once_and_in_order(
        before in prop::collection::vec("[ab]{1,2}( [ab]{1,2}){0,4}", 0..30),
        after in prop::collection::vec("[ab]{1,2}( [ab]{1,2}){0,4}", 0..30),
    ) {
        let pairs = pairs(&borrowed(&before), &borrowed(&after));
        let olds: Vec<usize> = pairs.iter().filter_map(|pair| pair.0).collect();
        let news: Vec<usize> = pairs.iter().filter_map(|pair| pair.1).collect();
        prop_assert_eq!(olds, (0..before.len()).collect::<Vec<_>>());
        prop_assert_eq!(news, (0..after.len()).collect::<Vec<_>>());
    }
}
