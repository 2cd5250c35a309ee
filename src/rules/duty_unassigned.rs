//! No one is assigned to announce the conference, to collect opinions, or to answer them.

use super::{Context, Rule, Source, seek};
use crate::finding::{Finding, Severity};
use crate::papers::Place;
use crate::plan::{Block, BlockContent, Part};
use crate::style::Confidence;
use crate::words;

const LAW: &str = "Luật số 72/2025/QH15 (Tổ chức chính quyền địa phương), Điều 43";

/// The law has time, place and content announced at least 7 days before; an office that does so must be named. Holds for
/// communes since 01/7/2025. (The duty H, the number of its article M.)
pub const ANNOUNCE: Rule = Rule {
    code: "nobody-announces",
    source: Source::law(LAW, Confidence::Medium),
    severity: Severity::Warning,
    run: |context| run(context, &ANNOUNCE, context.is_bound_by_law(), ANNOUNCES),
    fix: None,
    #[cfg(test)]
    trips: tests::nobody_announces,
    #[cfg(test)]
    passes: super::tests::sound,
};

/// Opinions that nobody collects are not told at the conference.
pub const COLLECT: Rule = Rule {
    code: "nobody-collects",
    source: Source::CUSTOM,
    severity: Severity::Advice,
    run: |context| {
        let merged = !context.dossier.plan.collecting.merged_by.is_blank();
        run(context, &COLLECT, !merged, COLLECTS)
    },
    fix: None,
    #[cfg(test)]
    trips: tests::nobody_collects,
    #[cfg(test)]
    passes: super::tests::sound,
};

/// The law wants answers, and the result public within 10 days. Holds for communes since 01/7/2025. (M as above.)
pub const ANSWER: Rule = Rule {
    code: "nobody-answers",
    source: Source::law(LAW, Confidence::Medium),
    severity: Severity::Warning,
    run: |context| run(context, &ANSWER, context.is_bound_by_law(), ANSWERS),
    fix: None,
    #[cfg(test)]
    trips: tests::nobody_answers,
    #[cfg(test)]
    passes: super::tests::sound,
};

/// How tasks name each, folded.
const ANNOUNCES: &[&str] = &[
    "thông báo",
    "thông tin",
    "tuyên truyền",
    "niêm yết",
    "đưa tin",
    "loa truyền thanh",
    "phát thanh",
    "truyền thanh",
    "giấy mời",
    "công khai",
];
const COLLECTS: &[&str] = &[
    "tổng hợp",
    "thu phiếu",
    "phát phiếu",
    "lấy ý kiến",
    "thu thập",
    "tập hợp",
    "tiếp nhận ý kiến",
    "nắm tình hình",
    "thu nhận",
    "phản ánh",
];
const ANSWERS: &[&str] =
    &["trả lời", "giải trình", "giải quyết", "giải đáp", "tiếp thu", "kết luận", "phúc đáp", "tham mưu nội dung"];

fn run(context: &Context<'_>, rule: &Rule, asked: bool, told: &[&str]) -> Vec<Finding> {
    let plan = &context.dossier.plan;
    // As long as nothing is assigned at all, that is what is missing.
    let Some(first) = plan.assignments.first().filter(|_| asked) else { return Vec::new() };
    let tasks: Vec<&str> = tasks(context);
    if tasks.is_empty() || tasks.iter().any(|words| seek::any(&words::fold(words), told)) {
        return Vec::new();
    }
    vec![rule.finding().at(Place::Thing(first.id).mark())]
}

/// The words of all tasks, and of the paragraphs that stand beside them.
fn tasks<'c>(context: &'c Context<'_>) -> Vec<&'c str> {
    let plan = &context.dossier.plan;
    let mut places: Vec<Place> = Vec::new();
    for assignment in &plan.assignments {
        places.push(Place::Thing(assignment.id));
        places.extend(assignment.tasks.iter().map(|task| Place::Thing(task.id)));
    }
    let assigns =
        |block: &Block| matches!(block.content, BlockContent::Bound { bound: crate::plan::Bound::Assignments(_), .. });
    for top in &plan.outline {
        let mut parts: Vec<&Part> = Vec::new();
        top.walk(&mut |part| parts.push(part));
        if parts.iter().any(|part| part.own_blocks().any(assigns)) {
            places.extend(parts.iter().flat_map(|part| part.own_blocks()).map(|block| Place::Thing(block.id)));
        }
    }
    let here = context.lines.iter().filter(|line| places.contains(&line.item.place));
    here.map(|line| line.words.as_str()).filter(|words| !words.trim().is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::with;
    use crate::dossier::Dossier;

    /// A plan with this one task.
    fn only(task: &str) -> Dossier {
        with(|dossier| {
            dossier.plan.assignments.truncate(1);
            dossier.plan.assignments[0].tasks.truncate(1);
            dossier.plan.assignments[0].tasks[0].text = task.into();
            dossier.plan.collecting = Default::default();
        })
    }

    pub fn nobody_announces() -> Dossier {
        only("Tổng hợp ý kiến, chuẩn bị nội dung trả lời")
    }

    pub fn nobody_collects() -> Dossier {
        only("Thông báo thời gian hội nghị, chuẩn bị nội dung trả lời")
    }

    pub fn nobody_answers() -> Dossier {
        only("Thông báo thời gian hội nghị, tổng hợp ý kiến")
    }
}
