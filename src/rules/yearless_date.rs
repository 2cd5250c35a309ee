//! A date without its year that falls in another year than the plan's.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::context::dates_in;
use super::typed::{self, Sort};
use super::{Context, Rule, Source};
use crate::edit::Command;
use crate::finding::{Finding, Severity};
use crate::id::Id;
use crate::words::When;

/// A date without its year is read in the year of the plan. One that was over when the plan was issued can only mean the
/// next year, or was left in from the last: either way its year must stand there. Read are dates in free words; the next
/// year is the repair.
pub const RULE: Rule = Rule {
    code: "date-without-year",
    source: Source::CUSTOM,
    severity: Severity::Warning,
    run,
    fix: Some(fix),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

fn run(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for typed in context.typed.iter().filter(|typed| is_read(typed.spot.sort)) {
        if let Some((range, day)) = dates(context, &typed.words).into_iter().next() {
            findings.push(
                RULE.finding()
                    .at(typed.spot.place.mark())
                    .with("written", typed.words[range].trim())
                    .with("day", day)
                    .fixable(true),
            );
        }
    }
    findings
}

/// Words of the plan itself; a citation's date belongs to another paper.
fn is_read(sort: Sort) -> bool {
    matches!(sort, Sort::Paragraph | Sort::Sentence)
}

/// The dates that were over when the plan was issued, and the day that each means then.
fn dates(context: &Context<'_>, text: &str) -> Vec<(Range<usize>, NaiveDate)> {
    let year = context.dossier.settings.year;
    let Some(issued) = context.dossier.plan.registration.issued.filter(|issued| issued.year() == year) else {
        return Vec::new();
    };
    let meant = |when: &When| matches!(when, When::Day { .. } | When::Before { .. } | When::By { .. });
    let found = dates_in(text, year, meant).into_iter().filter(|found| !found.year_written);
    found
        .filter_map(|found| {
            let day = found.when.latest()?;
            // "Trước ngày" ends a day before the one that is written.
            let day = if matches!(found.when, When::Before { .. }) { day.succ_opt()? } else { day };
            (day < issued).then(|| Some((found.range, day.with_year(year + 1)?)))?
        })
        .collect()
}

fn fix(context: &Context<'_>, finding: &Finding, _: &mut dyn FnMut() -> Id) -> Option<Command> {
    typed::reword(context.dossier, |spot, text| {
        if Some(spot.place.mark()) != finding.place || !is_read(spot.sort) {
            return None;
        }
        let dates = dates(context, text);
        let mut other = text.to_owned();
        for (range, day) in dates.iter().rev() {
            let written = &text[range.clone()];
            // The day is the last of the phrase, or its number would not be found.
            let end =
                written.rfind(|letter: char| letter.is_ascii_digit()).map_or(range.end, |at| range.start + at + 1);
            let year =
                if written.contains("tháng") { format!(" năm {}", day.year()) } else { format!("/{}", day.year()) };
            other.insert_str(end, &year);
        }
        (!dates.is_empty()).then_some(other)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{on, with_words};
    use super::*;
    use crate::dossier::Dossier;

    pub fn trips() -> Dossier {
        // The plan is of 01/9/2026.
        with_words("Báo cáo kết quả trước ngày 15/01, tổng kết ngày 20 tháng 3.")
    }

    pub fn passes() -> Dossier {
        with_words("Xong trước ngày 15/12; báo cáo trước ngày 15/01/2027; theo Công văn số 12/UBND-VP ngày 05/3.")
    }

    #[test]
    fn the_next_year_is_written_out() {
        let dossier = trips();
        let context = Context::of(&dossier, on(2026, 9, 1));
        let command = fix(&context, &run(&context)[0], &mut || unreachable!()).unwrap();
        let mut after = dossier.clone();
        command.apply(&mut after).unwrap();
        let words = typed::read(&after).into_iter().find(|typed| typed.words.starts_with("Báo cáo")).unwrap().words;
        assert_eq!(words, "Báo cáo kết quả trước ngày 15/01/2027, tổng kết ngày 20 tháng 3 năm 2027.");
    }
}
