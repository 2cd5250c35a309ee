//! The same option twice.

use std::collections::HashSet;

use super::{Check, Facts, reading};
use crate::document::HOLE;
use crate::finding::{Finding, Severity};
use crate::form::{Form, FormBlock, FormItem, Kind};

/// Who ticks one of two like answers is counted half, and a name that stands twice is voted on twice. Case, spaces and
/// the place of tones ("ủy", "uỷ") make no other answer. Two may sign alike ("Thành viên"), one explanation may serve
/// two blanks, and the rows of a table to fill in may start alike: those are not looked at. Two persons of one name
/// need something that tells them apart. (M; the linter of SurveyJS does not find it.)
pub const CHECK: Check = Check {
    code: "option-twice",
    run,
    fix: Some(|form, finding, _| reading::without_item(form, finding)),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

fn run(form: &Form, _: &Facts) -> Vec<Finding> {
    form.blocks.iter().flat_map(of_block).collect()
}

fn of_block(block: &FormBlock) -> Vec<Finding> {
    let (options, rows) = match block.kind {
        Kind::Single
        | Kind::Multiple
        | Kind::Agree
        | Kind::Ranking
        | Kind::StrikeOut
        | Kind::Table
        | Kind::Respondent
        | Kind::Validity => (true, false),
        Kind::Grid | Kind::Persons => (true, true),
        _ => (false, false),
    };
    let lists = [(options, &block.options), (rows, &block.rows)];
    lists.into_iter().filter(|(looked_at, _)| *looked_at).flat_map(|(_, items)| twice(items)).collect()
}

/// Those of a list that stand there before.
fn twice(items: &[FormItem]) -> Vec<Finding> {
    let mut met = HashSet::new();
    // What still has dots in it is not worded yet: "Ông ……" twice is two men.
    let says = |item: &&FormItem| !item.text.is_blank() && !reading::shown(&item.text).contains(HOLE);
    let later = items.iter().filter(says).filter(|item| !met.insert(reading::sameness(&item.text)));
    later
        .map(|item| {
            Finding::new(CHECK.code, Severity::Warning)
                .at(reading::mark_of(item))
                .with("option", reading::shown(&item.text))
                .fixable(true)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Case, block, facts, form};
    use super::*;

    pub fn trips() -> Case {
        (form(vec![block(1, Kind::Single, "Gửi ai", &["Ủy ban", "Mặt trận", "uỷ  BAN "])]), facts())
    }

    pub fn passes() -> Case {
        let single = block(1, Kind::Single, "Gửi ai", &["Ủy ban", "……", "……", "Ông ……", "Ông ……"]);
        (form(vec![single, block(9, Kind::Signature, "", &["Thành viên", "Thành viên"])]), facts())
    }

    #[test]
    fn the_later_goes() {
        let (form, facts) = trips();
        let found = run(&form, &facts);
        let left = reading::without_item(&form, &found[0]).unwrap();
        assert_eq!(left.blocks[0].options, form.blocks[0].options[..2]);
    }
}
