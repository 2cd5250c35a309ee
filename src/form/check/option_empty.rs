//! An option that says nothing.

use super::{Check, Facts, choice_without_options, reading, rows_missing};
use crate::finding::{Finding, Severity};
use crate::form::{Form, FormBlock, FormItem, Kind, Property};

/// A box without words cannot be ticked and counted: on paper a row of dots stands behind it. Where no option says
/// anything, that is found once, not for each. It can be taken away where its place says nothing: the ends of a scale,
/// the unit of a number and the explanations of numbered blanks are what they are by their place. (M)
pub const CHECK: Check = Check {
    code: "option-empty",
    run,
    fix: Some(|form, finding, _| reading::without_item(form, finding)),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

fn run(form: &Form, _: &Facts) -> Vec<Finding> {
    form.blocks.iter().flat_map(|block| options(block).into_iter().chain(rows(block))).collect()
}

fn options(block: &FormBlock) -> Vec<Finding> {
    if !block.kind.info().has(Property::Options) || choice_without_options::trips_on(block) {
        return Vec::new();
    }
    let printed = match block.kind {
        Kind::Number => 1,
        Kind::Scale => 2,
        _ => usize::MAX,
    };
    let by_place = matches!(block.kind, Kind::Number | Kind::Scale | Kind::Key);
    let options = &block.options[..block.options.len().min(printed)];
    blanks(block, "options", options, !by_place)
}

fn rows(block: &FormBlock) -> Vec<Finding> {
    if !block.kind.info().has(Property::Rows) || rows_missing::trips_on(block) {
        return Vec::new();
    }
    blanks(block, "rows", &block.rows, true)
}

/// The blank ones of a list. The last of it is left, so that its block does not lose its sense with it.
fn blanks(block: &FormBlock, list: &'static str, items: &[FormItem], removable: bool) -> Vec<Finding> {
    let fixable = removable && reading::any_usable(items);
    let blank = items.iter().enumerate().filter(|(_, item)| item.text.is_blank());
    blank
        .map(|(at, item)| {
            Finding::new(CHECK.code, Severity::Warning)
                .at(reading::mark_of(item))
                .with("title", reading::shown(&block.title))
                .with("list", list)
                .with("number", at + 1)
                .fixable(fixable)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Case, block, facts, form};
    use super::*;

    pub fn trips() -> Case {
        (form(vec![block(1, Kind::Single, "Chọn", &["Có", " ", ""])]), facts())
    }

    pub fn passes() -> Case {
        // What a kind does not print is no matter, and dots are meant.
        let number = block(1, Kind::Number, "Số nhân khẩu", &["người", ""]);
        (form(vec![number, block(9, Kind::Single, "Chọn", &["Có", "……"])]), facts())
    }

    #[test]
    fn what_stands_by_its_place_is_not_taken_away() {
        let form = form(vec![block(1, Kind::Scale, "Mức độ", &["", "Hài lòng"])]);
        assert!(run(&form, &facts()).iter().all(|finding| !finding.fixable));
    }
}
