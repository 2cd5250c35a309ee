//! The timeline as a paper: what it says of days that contradict each other, where its entries lead, and how it is drawn.

use std::collections::BTreeSet;

use doi_thoai::document::{Block, Document, Drawing, Line, Mark};
use doi_thoai::dossier::Dossier;
use doi_thoai::organ::System;
use doi_thoai::paper::{OwnPaper, PaperKind};
use doi_thoai::papers::{Place, compose};
use doi_thoai::plan::{Assignment, Conference, Deadline, Limit, LimitKind, Stage, Task};
use doi_thoai::render;
use doi_thoai::text::Text;
use doi_thoai::words::When;

use crate::support::{SAMPLES, commune, day, sample, saved_on};

fn when(text: &str) -> When {
    When::parse(text, 2026).expect("a time")
}

/// A plan with one dialogue, a limit of each kind, and tasks of an agency that prepares it.
fn dossier(limits: &[(LimitKind, &str)], tasks: &[(&str, &str)]) -> Dossier {
    let mut dossier = commune(System::State);
    let id = dossier.new_id();
    dossier.plan.conferences.push(Conference { id, when: when("sáng 25/9/2026"), ..Conference::default() });
    for (kind, text) in limits {
        let id = dossier.new_id();
        dossier.plan.limits.push(Limit { id, kind: *kind, when: when(text) });
    }
    let tasks = tasks.iter().map(|(words, text)| {
        let [id, deadline] = [dossier.new_id(), dossier.new_id()];
        let deadlines = vec![Deadline { id: deadline, when: when(text) }];
        Task { id, text: Text::words(*words), deadlines }
    });
    let tasks = tasks.collect();
    let id = dossier.new_id();
    let agency = Text::words("Phòng Kinh tế");
    let stage = Stage::Preparation;
    dossier.plan.assignments.push(Assignment { id, agency, stage, tasks, ..Assignment::default() });
    dossier
}

fn paper(dossier: &Dossier) -> Document {
    compose(dossier, PaperKind::Timeline, day(2026, 8, 1))
}

fn drawings(document: &Document) -> Vec<&Drawing> {
    let tables = document.blocks.iter().filter_map(|block| match &**block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let lines = tables.flat_map(|table| table.cells()).flat_map(|cell| &cell.lines);
    lines.filter_map(|line| if let Line::Drawing(drawing) = line { Some(drawing) } else { None }).collect()
}

fn told(dossier: &Dossier) -> Vec<String> {
    drawings(&paper(dossier)).into_iter().flat_map(Drawing::told).map(|told| told.text()).collect()
}

#[test]
fn days_that_contradict_say_so() {
    use LimitKind::{Announce, Answer, Publish};
    let mut dossier = dossier(
        &[
            (Announce, "trước hội nghị 5 ngày"),
            (Publish, "trong vòng 15 ngày sau hội nghị"),
            (Answer, "trong vòng 30 ngày sau hội nghị"),
        ],
        &[("in tài liệu.", "trước ngày 30/9/2026"), ("kê bàn ghế", "24/9/2026"), ("soạn báo cáo;", "10/9/2026")],
    );
    dossier.plan.collecting.return_by = when("chậm nhất ngày 12/9/2026");
    dossier.plan.collecting.merge_by = when("chậm nhất ngày 11/9/2026");
    assert_eq!(
        told(&dossier),
        [
            "Thời gian và công việc",
            "Buổi sáng, ngày 25/9/2026: Hội nghị đối thoại",
            "Chậm nhất ngày 11/9/2026: Tổng hợp ý kiến xong",
            "Chậm nhất ngày 12/9/2026: Nộp lại phiếu lấy ý kiến (sau hạn tổng hợp 01 ngày)",
            "Trước hội nghị 05 ngày (chậm nhất ngày 20/9/2026): Thông báo thời gian, địa điểm, nội dung hội nghị \
             (chỉ trước 05 ngày, phải đủ 07 ngày)",
            "Chậm nhất 15 ngày sau hội nghị (chậm nhất ngày 10/10/2026): Công khai kết quả hội nghị \
             (sau hội nghị 15 ngày, phải trong 10 ngày)",
            "Chậm nhất 30 ngày sau hội nghị (chậm nhất ngày 25/10/2026): Trả lời ý kiến, kiến nghị",
            "Ngày 10/9/2026: Soạn báo cáo",
            "Ngày 24/9/2026: Kê bàn ghế (chỉ còn 01 ngày đến hội nghị)",
            "Trước ngày 30/9/2026: In tài liệu (sau hội nghị 04 ngày)",
        ]
    );
}

/// Each limit of a task is in the picture or in the list below it, and leads to its own question.
#[test]
fn entries_lead_to_their_questions() {
    for name in SAMPLES {
        let envelope = sample(name);
        let dossier = &envelope.dossier;
        let document = compose(dossier, PaperKind::Timeline, saved_on(&envelope));
        let mut shown: BTreeSet<Mark> = BTreeSet::new();
        document.paragraphs(|paragraph| shown.extend(paragraph.mark));
        let tasks = dossier.plan.assignments.iter().flat_map(|one| &one.tasks);
        for deadline in tasks.flat_map(|task| &task.deadlines) {
            assert!(shown.contains(&Place::Thing(deadline.id).mark()), "{name}: {:?}", deadline.when);
        }
        for conference in &dossier.plan.conferences {
            assert!(shown.contains(&Place::Thing(conference.id).mark()), "{name}");
        }
    }
}

/// On a turned page, months above each page, a row for each agency; a strict policy has nothing to forbid.
#[test]
fn it_is_a_turned_page_of_drawings() {
    let dossier = dossier(&[], &[("in tài liệu", "10/9/2026")]);
    let document = paper(&dossier);
    assert!(document.format.page.width > document.format.page.height);
    let headed = document.blocks.iter().any(|block| matches!(&**block, Block::Table(table) if table.head.len() == 1));
    assert!(headed, "months stand above every page");
    let html = render::html::file(&document);
    let svg: String = html.split("<svg").skip(1).filter_map(|part| part.split("</svg>").next()).collect();
    assert!(svg.contains("Tháng 9/2026") && !svg.contains("style="), "{svg}");
    let width = document.format.page.text_width();
    for drawing in drawings(&document) {
        assert!(drawing.width_mm <= width && drawing.height_mm <= document.format.page.text_height() / 2.0);
    }
}

/// However much one agency has to do, no row of it is higher than half a page; nothing is left out.
#[test]
fn much_to_do_is_several_rows() {
    let tasks: Vec<(&str, &str)> = (0..60).map(|_| ("tổng hợp ý kiến của các thôn", "10/9/2026")).collect();
    let dossier = dossier(&[], &tasks);
    let document = paper(&dossier);
    let most = document.format.page.text_height() / 2.0;
    assert!(drawings(&document).iter().all(|drawing| drawing.height_mm <= most));
    assert_eq!(told(&dossier).iter().filter(|words| words.contains("Tổng hợp ý kiến của các thôn")).count(), 60);
    assert!(render::text::text(&document).contains("Phòng Kinh tế (tiếp)"));
}

#[test]
fn a_plan_without_days_says_so_and_lists_what_is_open() {
    let mut dossier = dossier(&[(LimitKind::Announce, "trước hội nghị 7 ngày")], &[]);
    dossier.plan.conferences[0].when = When::Announced;
    let text = render::text::text(&paper(&dossier));
    assert!(text.contains("Kế hoạch chưa định ngày nào nên chưa lập được lịch công việc."), "{text}");
    assert!(text.contains("Hội nghị\tHội nghị đối thoại\tThông báo sau\n"), "{text}");
    assert!(drawings(&paper(&dossier)).is_empty());
}

#[test]
fn it_can_be_enclosed_with_the_plan() {
    let mut dossier = dossier(&[], &[("in tài liệu", "10/9/2026")]);
    let own = OwnPaper { enclosed: vec![PaperKind::Timeline], ..OwnPaper::default() };
    dossier.papers.insert(PaperKind::Plan, own);
    let plan = compose(&dossier, PaperKind::Plan, day(2026, 8, 1));
    let enclosed = &plan.enclosures[0];
    assert!(render::text::text(enclosed).starts_with("Phụ lục\nLỊCH CÔNG VIỆC\n"));
    assert!(enclosed.format.page.width > enclosed.format.page.height);
}
