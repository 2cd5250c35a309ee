//! A list of answers that may lack the one that somebody has.

use super::{Check, Facts, reading};
use crate::finding::{Finding, Severity};
use crate::form::{Form, FormBlock, Kind};

/// Fewer answers are a question of one thing or another, not a list.
const LIST: usize = 4;

/// How the answers of a closed question begin: yes or no, for or against, a level, a share, a sex. Nobody has another.
const CLOSED: [&str; 24] = [
    "có",
    "không",
    "chưa",
    "đã",
    "đồng ý",
    "nhất trí",
    "tán thành",
    "ủng hộ",
    "rất",
    "hoàn toàn",
    "hài lòng",
    "tốt",
    "khá",
    "đạt",
    "bình thường",
    "trung bình",
    "thường xuyên",
    "nam",
    "nữ",
    "dưới",
    "trên",
    "từ",
    "ít",
    "nhiều",
];

/// A list of subjects, places or wishes is never whole; who finds nothing in it writes beside the boxes, or nothing at
/// all. An option that says "khác" itself will do. (M; "missing other line" is asked for in
/// `reference/designers-and-paper.md`, 1d.)
pub const CHECK: Check = Check {
    code: "no-other-line",
    run,
    fix: Some(|form, finding, _| reading::with_block(form, finding, |block| block.other = true)),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

fn run(form: &Form, _: &Facts) -> Vec<Finding> {
    let asks = |block: &&FormBlock| matches!(block.kind, Kind::Single | Kind::Multiple) && !block.other;
    let open = form.blocks.iter().filter(asks).filter(|block| is_open(block));
    open.map(|block| Finding::new(CHECK.code, Severity::Advice).at(block.mark()).fixable(true)).collect()
}

/// Whether the answers are a list that another could be added to.
fn is_open(block: &FormBlock) -> bool {
    let answers: Vec<String> = block
        .options
        .iter()
        .filter(|option| !option.text.is_blank())
        .map(|option| reading::folded(&option.text))
        .collect();
    let closed = |answer: &String| {
        reading::has_words(answer, "khác")
            || answer.contains(|letter: char| letter.is_ascii_digit())
            || CLOSED.iter().any(|start| reading::places_of(answer, start).any(|(from, _)| from == 0))
    };
    answers.len() >= LIST && !answers.iter().any(closed)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Case, block, facts, form};
    use super::*;

    const SUBJECTS: [&str; 4] = ["Đất đai", "Môi trường", "An ninh trật tự", "Cải cách hành chính"];

    pub fn trips() -> Case {
        (form(vec![block(1, Kind::Multiple, "Quan tâm lĩnh vực nào", &SUBJECTS)]), facts())
    }

    pub fn passes() -> Case {
        let closed = block(1, Kind::Single, "Mức độ", &["Rất tốt", "Tốt", "Trung bình", "Kém"]);
        let mut named = block(10, Kind::Multiple, "Lĩnh vực", &SUBJECTS);
        named.options.extend(block(20, Kind::Multiple, "", &["Lĩnh vực khác"]).options);
        (form(vec![closed, named, block(30, Kind::Single, "Ai", &SUBJECTS[..3])]), facts())
    }
}
