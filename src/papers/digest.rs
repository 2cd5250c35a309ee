//! The digest of opinions (bảng tổng hợp ý kiến).

use chrono::NaiveDate;

use super::Place;
use super::cells::{heading_row, rows};
use super::composition::{Composed, Composition, Opening, Said};
use super::foot::{Signing, signatures};
use super::told::{self, number};
use super::{cells, head};
use crate::document::{HOLE, Label, Row, Run};
use crate::dossier::Dossier;
use crate::paper::PaperKind;
use crate::proceedings::{Level, Opinion, Outcome};
use crate::style::Role;
use crate::words::{self, When, Wording};

/// The columns with their parts of the width.
const HEADS: [(&str, f32); 10] = [
    ("TT", 9.0),
    ("Nội dung ý kiến, kiến nghị", 57.0),
    ("Người nêu, nguồn", 30.0),
    ("Lĩnh vực", 20.0),
    ("Số ý kiến trùng", 14.0),
    ("Thẩm quyền", 17.0),
    ("Cơ quan trả lời", 27.0),
    ("Nội dung trả lời, kết quả", 46.0),
    ("Thời hạn", 22.0),
    ("Ghi chú", 15.0),
];

/// The groups in which opinions stand.
const GROUPS: [(Outcome, &str); 4] = [
    (Outcome::Answered, "Đã trả lời tại hội nghị"),
    (Outcome::Assigned, "Giao giải quyết"),
    (Outcome::PassedOn, "Chuyển cơ quan có thẩm quyền"),
    (Outcome::Open, "Chưa xử lý"),
];

/// Rows to write into, where nothing was raised yet.
const ROWS: usize = 5;

/// A row that is written into, in mm.
const ROW_MM: f32 = 12.0;

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Digest, opening, today);
    paper.landscape();
    paper.plain_head();
    paper.title("BẢNG TỔNG HỢP", "title", "Ý kiến, kiến nghị tại {meeting}");
    let opinions = &dossier.proceedings.opinions;
    summary(&mut paper, opinions);
    let widths = paper.widths(&HEADS.map(|(_, part)| part));
    let mut table = Vec::new();
    let mut count = 0;
    let mut group = 0;
    for (outcome, heading) in GROUPS {
        let of: Vec<&Opinion> = opinions.iter().filter(|opinion| opinion.outcome == outcome).collect();
        if of.is_empty() {
            continue;
        }
        group += 1;
        let heading = format!("{}. {heading}: {} ý kiến", words::roman(group), number(u32::try_from(of.len()).ok()));
        table.push(heading_row(Role::NarrowCell, vec![Run::plain(heading)], HEADS.len(), None));
        for opinion in of {
            count += 1;
            let mark = Some(Place::Thing(opinion.id).mark());
            table.extend(rows(&paper.format, &widths, &texts(count, opinion), mark));
        }
    }
    if opinions.is_empty() {
        table = blank();
    }
    paper.narrow_table(&HEADS, table);
    let dated = head::place_date(paper.issue());
    let signing = [Signing::by_hand("Người tổng hợp")];
    paper.blocks.push(signatures(&signing, Some(dated), "", &paper.format));
    paper.finish("Bang tong hop y kien")
}

/// How many there are, and what became of them.
fn summary(paper: &mut Composition<'_>, opinions: &[Opinion]) {
    if opinions.is_empty() {
        return paper.tell(Place::Opinions, Label::None, "Tổng số: …… ý kiến, kiến nghị.", &[]);
    }
    let voices = told::voices(opinions);
    let all = u32::try_from(opinions.len()).unwrap_or(u32::MAX);
    let repeated = if voices > all {
        format!(" ({} lượt, tính cả ý kiến trùng)", number(Some(voices)))
    } else {
        String::new()
    };
    let named = [
        ("all", Said::Words(number(Some(all)))),
        ("repeated", Said::Words(repeated)),
        ("outcomes", Said::Words(told::outcomes(opinions))),
        ("levels", Said::Words(told::levels(opinions))),
    ];
    let words = "Tổng số: {all} ý kiến, kiến nghị{repeated}. Kết quả xử lý: {outcomes}. Theo thẩm quyền: {levels}.";
    paper.tell(Place::Opinions, Label::None, words, &named);
}

/// What stands in the cells of an opinion.
fn texts(count: usize, opinion: &Opinion) -> Vec<(Role, String)> {
    let left = |words: String| (Role::NarrowCell, words);
    let middle = |words: String| (Role::NarrowMiddle, words);
    let source = [opinion.by.trim(), opinion.from.trim()];
    let source: Vec<&str> = source.into_iter().filter(|words| !words.is_empty()).collect();
    let level = match opinion.level {
        Level::Commune => "Cấp xã",
        Level::Province => "Cấp tỉnh",
        Level::Centre => "Trung ương",
    };
    let repeated = if opinion.repeated > 0 { words::thousands(u64::from(opinion.repeated)) } else { String::new() };
    // Bare, "sau không quá 30 ngày" does not say after what.
    let wording = if matches!(opinion.deadline, When::Relative { .. }) { Wording::Full } else { Wording::Bare };
    let deadline = match opinion.deadline.is_set() {
        true => words::sentence_start(&opinion.deadline.wording(wording)),
        false => String::new(),
    };
    // What is still to be told of it: an answer has its words, a task its agency and its limit.
    let (answered, given) = (opinion.outcome == Outcome::Answered, opinion.outcome == Outcome::Assigned);
    let due = |words: &str, is_due: bool| {
        if is_due && words.trim().is_empty() { HOLE.to_owned() } else { words::sentence_start(words) }
    };
    vec![
        middle(count.to_string()),
        left(due(&opinion.text, true)),
        left(source.join("\n")),
        left(opinion.field.clone()),
        middle(repeated),
        middle(level.to_owned()),
        left(due(&opinion.answered_by, given || opinion.outcome == Outcome::PassedOn)),
        left(due(&opinion.result, answered)),
        middle(due(&deadline, given)),
        left(String::new()),
    ]
}

/// Rows to write into; the first shows that nothing is told yet.
fn blank() -> Vec<Row> {
    let mark = Some(Place::Opinions.mark());
    let mut rows: Vec<Row> = (1..=ROWS)
        .map(|at| cells::blank_row([Role::NarrowMiddle, Role::NarrowCell], at, HEADS.len(), ROW_MM, mark))
        .collect();
    if let Some(cell) = rows.first_mut().and_then(|row| row.cells.get_mut(1)) {
        *cell = cells::cell(Role::NarrowCell, HOLE, mark);
    }
    rows
}
