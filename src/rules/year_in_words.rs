//! Last year's year, left in the title or in a limit that words set.

use std::ops::Range;

use chrono::Datelike;

use super::context::limits_in;
use super::typed::{self, Sort, Spot};
use super::{Context, Rule, Source};
use crate::edit::Command;
use crate::finding::{Finding, Severity};
use crate::id::Id;
use crate::papers::Place;

/// Whoever opens last year's plan and changes it overlooks the year in words. The title and the event name the plan's own
/// year, or none; a limit in a year that is over binds nobody. Years of documents, and what is told of the past, stay.
/// The plan's year is the repair.
pub const RULE: Rule = Rule {
    code: "year-in-words",
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
    for typed in &context.typed {
        if let Some((_, written)) = years(context, typed.spot, &typed.words).into_iter().next() {
            let finding = RULE.finding().at(typed.spot.place.mark()).with("written", written);
            findings.push(finding.with("year", context.dossier.settings.year).fixable(true));
        }
    }
    findings
}

/// Where years stand that are not the plan's, each with what is shown of it.
fn years(context: &Context<'_>, spot: Spot, text: &str) -> Vec<(Range<usize>, String)> {
    let year = context.dossier.settings.year;
    if matches!(spot.place, Place::Title | Place::Event) {
        return year_named(text, year).map(|at| (at.clone(), text[at].to_owned())).into_iter().collect();
    }
    if !matches!(spot.sort, Sort::Paragraph | Sort::Sentence) {
        return Vec::new();
    }
    let over = |day: chrono::NaiveDate| day.year() < year && day < context.day;
    let limits = limits_in(text, year).into_iter().filter(|found| found.when.latest().is_some_and(over));
    limits
        .filter_map(|found| {
            let written = &text[found.range.clone()];
            let digits = found.when.latest()?.year().to_string();
            let at = found.range.start + written.rfind(&digits)?;
            Some((at..at + digits.len(), written.trim().to_owned()))
        })
        .collect()
}

/// The one year that words name after "năm", where it is not the plan's.
fn year_named(text: &str, year: i32) -> Option<Range<usize>> {
    let at = text.find("năm ")? + "năm ".len();
    let end = at + text[at..].find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len() - at);
    let named: i32 = text.get(at..end).filter(|digits| digits.len() == 4)?.parse().ok()?;
    // Two years are a stretch of years: what they say is meant.
    let stretch = text[end..].trim_start().starts_with(['-', '–']) || text.contains(&year.to_string());
    (named != year && !stretch).then_some(at..end)
}

fn fix(context: &Context<'_>, finding: &Finding, _: &mut dyn FnMut() -> Id) -> Option<Command> {
    let year = context.dossier.settings.year.to_string();
    typed::reword(context.dossier, |spot, text| {
        if Some(spot.place.mark()) != finding.place {
            return None;
        }
        let years = years(context, spot, text);
        let mut other = text.to_owned();
        for (range, _) in years.iter().rev() {
            other.replace_range(range.clone(), &year);
        }
        (!years.is_empty()).then_some(other)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{on, with, with_words};
    use super::*;
    use crate::dossier::Dossier;

    pub fn trips() -> Dossier {
        let mut dossier = with_words("Các thôn gửi ý kiến trước ngày 05/9/2025, báo cáo chậm nhất ngày 10/9/2025.");
        dossier.plan.title = "Tổ chức hội nghị đối thoại với Nhân dân năm 2025".into();
        dossier
    }

    pub fn passes() -> Dossier {
        with_words(
            "Phát huy kết quả hội nghị ngày 15/10/2025; thực hiện Công văn số 5/UBND-VP ngày 01/9/2025; xong trước ngày 05/9/2026.",
        )
    }

    #[test]
    fn a_stretch_of_years_is_meant() {
        let dossier = with(|dossier| dossier.plan.title = "Đối thoại năm 2025 - 2026".into());
        assert_eq!(run(&Context::of(&dossier, on(2026, 9, 1))), []);
    }
}
