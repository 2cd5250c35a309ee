//! The papers at and after a conference: lists, digest, tally, minutes, conclusion, report.

use std::collections::HashSet;

use doi_thoai::document::{Block, Cell, Document, HOLE, Paragraph, Table};
use doi_thoai::dossier::Dossier;
use doi_thoai::form::{Form, Lot};
use doi_thoai::id::Id;
use doi_thoai::organ::System;
use doi_thoai::papers::{Circumstance, PaperKind, Place, compose, composed, info};
use doi_thoai::plan::{Amount, Circle, Limit, LimitKind, Quota, Role as Part, Venue};
use doi_thoai::proceedings::{Invitee, Level, Opinion, Outcome, Proceedings, Resolution, VillageCount};
use doi_thoai::render;
use doi_thoai::style::Role;
use doi_thoai::templates::TEMPLATES;
use doi_thoai::text::{Fact, Text};
use doi_thoai::words::{Clock, TimeOfDay, When};
use proptest::prelude::*;

use crate::any::{any_proceedings, give_identities};
use crate::support::{SAMPLES, around, commune, day, holes, of_role, sample, saved_on, slot};
use crate::templates::{is_spelled_one_way, names_no_ended_unit};

/// The papers of this file.
const PAPERS: [PaperKind; 8] = [
    PaperKind::Register,
    PaperKind::SignIn,
    PaperKind::Digest,
    PaperKind::Tally,
    PaperKind::Count,
    PaperKind::Minutes,
    PaperKind::Conclusion,
    PaperKind::Report,
];

fn today() -> chrono::NaiveDate {
    day(2026, 11, 22)
}

fn paper(dossier: &Dossier, kind: PaperKind) -> Document {
    compose(dossier, kind, today())
}

fn text(dossier: &Dossier, kind: PaperKind) -> String {
    render::text::text(&paper(dossier, kind))
}

fn template(code: &str) -> Dossier {
    let template = TEMPLATES.iter().find(|template| template.code == code).expect("a template");
    template.dossier(2026, None).expect("a dossier")
}

fn when(text: &str) -> When {
    When::parse(text, 2021).expect("a time")
}

/// Everything that can become known, with invented persons.
fn tell_everything(dossier: &mut Dossier) {
    let mut told = std::mem::take(&mut dossier.proceedings);
    for (name, office, role) in [
        ("Ông Nguyễn Văn A", "Chủ tịch UBND xã", Part::Chair),
        ("Bà Trần Thị B", "Công chức Văn phòng - Thống kê", Part::Attend),
        ("Ông Lê Văn C", "Người dân thôn 3", Part::Dialogue),
    ] {
        told.invitees.push(Invitee { id: dossier.new_id(), name: name.into(), office: office.into(), role });
    }
    let mut raise = |text: &str, by: &str, from: &str, field: &str| Opinion {
        id: dossier.new_id(),
        text: text.into(),
        by: by.into(),
        from: from.into(),
        field: field.into(),
        ..Opinion::default()
    };
    let road = raise("Đường trục thôn 3 hư hỏng nặng, đề nghị nâng cấp", "Ông Lê Văn C", "Thôn 3", "Giao thông");
    let hours = raise("Đề nghị niêm yết lịch tiếp công dân ở các thôn.", "Bà Phạm Thị D", "Thôn 1", "Hành chính");
    let deeds = raise("Đề nghị sớm cấp giấy chứng nhận quyền sử dụng đất.", "", "Hòm thư góp ý", "Đất đai");
    let radio = raise("Loa truyền thanh thôn 5 hỏng đã lâu.", "Ông Hoàng Văn E", "", "");
    told.opinions = vec![
        Opinion {
            outcome: Outcome::Assigned,
            repeated: 4,
            answered_by: "UBND xã".into(),
            deadline: when("trước ngày 31/12/2021"),
            result: "đã có trong kế hoạch đầu tư".into(),
            ..road
        },
        Opinion {
            outcome: Outcome::Answered,
            answered_by: "Văn phòng UBND xã".into(),
            result: "Lịch được gửi các thôn trong tuần này.".into(),
            ..hours
        },
        Opinion { outcome: Outcome::PassedOn, level: Level::Province, repeated: 7, ..deeds },
        radio,
    ];
    for (village, numbers) in
        [("Thôn 1", [120, 120, 118, 116, 2, 110, 4, 2]), ("Thôn 2", [980, 980, 970, 968, 2, 960, 8, 0])]
    {
        let [households, issued, returned, valid, invalid, agree, disagree, other] = numbers.map(Some);
        let (id, village) = (dossier.new_id(), village.into());
        told.counts.push(VillageCount {
            id,
            village,
            households,
            issued,
            returned,
            valid,
            invalid,
            agree,
            disagree,
            other,
        });
    }
    told.matter = "việc đóng góp làm đường trục thôn".into();
    for (text, agency, deadline) in [
        ("Nâng cấp đường trục thôn 3.", "UBND xã", "trước ngày 31/12/2021"),
        ("Sửa chữa loa truyền thanh các thôn", "Đài phát thanh xã", "cuối tháng 10/2021"),
    ] {
        let id = dossier.new_id();
        told.resolutions.push(Resolution { id, text: text.into(), agency: agency.into(), deadline: when(deadline) });
    }
    told.chair = "Ông Nguyễn Văn A, Chủ tịch UBND xã".into();
    told.secretary = "Bà Trần Thị B, công chức Văn phòng - Thống kê".into();
    told.attended = Some(95);
    told.held = Some(day(2021, 9, 7));
    told.began = Some(Clock { hour: 7, minute: 30 });
    told.ended = Some(Clock { hour: 11, minute: 15 });
    dossier.proceedings = told;
}

fn everything() -> Dossier {
    let mut dossier = sample("cam-quang-2021").dossier;
    tell_everything(&mut dossier);
    dossier
}

/// The first table of a paper.
fn table(document: &Document) -> &Table {
    let found = document.blocks.iter().find_map(|block| match &**block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    found.expect("a table")
}

fn words(cell: &Cell) -> String {
    let mut words = Vec::new();
    cell.lines.iter().for_each(|line| line.paragraph(&mut |paragraph| words.push(paragraph.text())));
    words.join("|")
}

#[test]
fn each_paper_composes_as_it_did() {
    let state = sample("cam-quang-2021");
    let party = sample("thach-that-2023");
    let dossiers = [
        ("State", state.dossier.clone(), saved_on(&state)),
        ("Party", party.dossier.clone(), saved_on(&party)),
        ("Front", template("mttq-xa"), today()),
        ("nothing", Dossier::empty(2026), today()),
        ("everything", everything(), saved_on(&state)),
    ];
    for kind in PAPERS {
        let papers: Vec<String> = dossiers
            .iter()
            .map(|(name, dossier, today)| {
                format!("=== {name}\n{}", render::text::text(&compose(dossier, kind, *today)))
            })
            .collect();
        insta::assert_snapshot!(format!("after.{}", kind.code()), papers.join("\n"));
    }
}

/// What is missing can be seen and clicked, dots are holes, and no text is kept under two keys.
#[test]
fn every_dossier_has_every_paper() {
    let mut dossiers: Vec<Dossier> = SAMPLES.iter().map(|name| sample(name).dossier).collect();
    dossiers.extend(TEMPLATES.iter().map(|template| template.dossier(2026, None).expect("a dossier")));
    dossiers.extend([System::State, System::Party, System::Front].map(commune));
    for told in [false, true] {
        for dossier in &mut dossiers {
            if told {
                tell_everything(dossier);
            }
            for kind in PAPERS {
                let composed = composed(dossier, kind, today());
                let text = render::text::text(&composed.document);
                assert_eq!(text.matches(HOLE).count(), holes(&composed.document).len(), "{kind:?}: {text}");
                let keys: HashSet<&str> = composed.passages.iter().map(|passage| passage.key.as_str()).collect();
                assert_eq!(keys.len(), composed.passages.len(), "{kind:?}: a key twice");
                assert!(!text.contains('{') && !text.replace(&".".repeat(20), "").contains(".."), "{kind:?}: {text}");
            }
        }
    }
}

/// Their own words are today's, spelled one way: no template brings others.
#[test]
fn their_words_are_todays() {
    for template in TEMPLATES {
        let mut dossier = template.dossier(2026, None).expect("a dossier");
        for told in [false, true] {
            if told {
                tell_everything(&mut dossier);
            }
            for kind in PAPERS {
                let text = text(&dossier, kind);
                is_spelled_one_way(kind.code(), &text);
                names_no_ended_unit(kind.code(), &text);
            }
        }
    }
}

/// A change of the fact changes the paper, whatever the officer worded meanwhile.
#[test]
fn facts_are_printed_and_never_copied() {
    let mut dossier = everything();
    for kind in PAPERS {
        for passage in composed(&dossier, kind, today()).passages {
            dossier.papers.entry(kind).or_default().set_passage(&passage.key, Some(passage.text));
        }
    }
    dossier.plan.event = "hội nghị Nhân dân hỏi, chính quyền trả lời".into();
    dossier.plan.organs[0].unit.name = "Tân Lập".into();
    dossier.proceedings.held = Some(day(2021, 10, 1));
    dossier.proceedings.matter = "việc xây nhà văn hóa".into();
    for conference in &mut dossier.plan.conferences {
        conference.venue = Venue::At("đình làng".into());
    }
    for kind in PAPERS {
        let text = text(&dossier, kind);
        for old in ["đối thoại giữa", "Cẩm Quang", "CẨM QUANG", "07/9/2021", "Hội trường", "đường trục thôn\n"]
        {
            assert!(!text.contains(old), "{kind:?}: {old} in {text}");
        }
    }
    let minutes = text(&dossier, PaperKind::Minutes);
    for new in ["Nhân dân hỏi", "01/10/2021", "Địa điểm: đình làng."] {
        assert!(minutes.contains(new), "{new} in {minutes}");
    }
    // As long as nobody tells the day, it is the one that was planned.
    dossier.proceedings.held = None;
    assert!(text(&dossier, PaperKind::Minutes).contains("từ ngày 05/9 đến ngày 10/9/2021"));
}

/// "Đối thoại giữa …" is no meeting by itself, "hội nghị đối thoại …" is one.
#[test]
fn a_meeting_is_called_one_once() {
    let mut dossier = everything();
    assert_eq!(
        of_role(&paper(&dossier, PaperKind::SignIn), Role::Title),
        ["Đại biểu dự hội nghị đối thoại giữa Chủ tịch UBND xã với nhân dân năm 2021"]
    );
    dossier.plan.event = "Hội nghị đối thoại".into();
    assert_eq!(of_role(&paper(&dossier, PaperKind::SignIn), Role::Title), ["Đại biểu dự Hội nghị đối thoại"]);
    dossier.proceedings.matter = "Về việc làm đường".into();
    assert_eq!(
        of_role(&paper(&dossier, PaperKind::Tally), Role::Title),
        ["Kết quả lấy ý kiến hộ gia đình Về việc làm đường"]
    );
}

#[test]
fn four_hundred_sign_in_under_what_they_do() {
    let mut dossier = everything();
    let person = dossier.proceedings.invitees[2].clone();
    for number in 0..400 {
        let name = format!("Ông Nguyễn Văn A {number}");
        dossier.proceedings.invitees.push(Invitee { id: Id(5000 + number), name, ..person.clone() });
    }
    let paper = paper(&dossier, PaperKind::SignIn);
    let rows = &table(&paper).rows;
    let headings: Vec<String> =
        rows.iter().filter(|row| row.cells.len() == 1).map(|row| words(&row.cells[0])).collect();
    assert_eq!(headings, ["I. Chủ trì hội nghị", "II. Đại biểu tham dự", "III. Đại biểu tham gia đối thoại"]);
    // Those who are listed, and a few rows for who comes unlisted.
    assert_eq!(rows.len(), 403 + 5 + 3);
    assert_eq!(words(&rows[rows.len() - 6].cells[1]), "Ông Nguyễn Văn A 399");
    assert_eq!(words(&rows[rows.len() - 1].cells[0]), "408");
}

#[test]
fn where_nobody_is_listed_there_are_rows_for_each_circle() {
    let mut dossier = commune(System::State);
    let rows = |dossier: &Dossier| table(&paper(dossier, PaperKind::SignIn)).rows.len();
    assert_eq!(rows(&dossier), 40);
    let quota = |count| Quota { amount: Amount::Exact(count), noun: String::new(), per: String::new(), units: None };
    for count in [Some(2), None, Some(7)] {
        let id = dossier.new_id();
        let heading = Text::words("Đại biểu");
        dossier.plan.circles.push(Circle { id, heading, quota: count.map(quota), ..Circle::default() });
    }
    assert_eq!(rows(&dossier), 3 + 2 + 8 + 7);
    // A slip of the keyboard is no reason for a hundred thousand pages.
    dossier.plan.circles[0].quota = Some(quota(4_000_000));
    assert_eq!(rows(&dossier), 3 + 400);
}

#[test]
fn the_digest_groups_opinions_by_what_became_of_them() {
    let dossier = everything();
    let paper = paper(&dossier, PaperKind::Digest);
    let rows = &table(&paper).rows;
    let first: Vec<String> = rows.iter().map(|row| words(&row.cells[0])).collect();
    assert_eq!(
        first,
        [
            "I. Đã trả lời tại hội nghị: 01 ý kiến",
            "1",
            "II. Giao giải quyết: 01 ý kiến",
            "2",
            "III. Chuyển cơ quan có thẩm quyền: 01 ý kiến",
            "3",
            "IV. Chưa xử lý: 01 ý kiến",
            "4",
        ]
    );
    let cells: Vec<String> = rows[3].cells.iter().map(words).collect();
    assert_eq!(
        cells[2..],
        [
            "Ông Lê Văn C|Thôn 3",
            "Giao thông",
            "4",
            "Cấp xã",
            "UBND xã",
            "Đã có trong kế hoạch đầu tư",
            "Trước 31/12/2021",
            ""
        ]
    );
    // Who is to answer what was passed on is asked for.
    assert_eq!(words(&rows[5].cells[6]), HOLE);
    assert!(paper.format.page.width > paper.format.page.height);
}

/// A row is never cut, so a long opinion goes on in the next.
#[test]
fn an_opinion_of_twenty_thousand_characters_fits() {
    let mut dossier = everything();
    let long = "Đề nghị xem xét việc này cho kỹ. ".repeat(620);
    dossier.proceedings.opinions[1].text = long.clone();
    dossier.proceedings.opinions[1].result = "ơ".repeat(3000);
    let paper = paper(&dossier, PaperKind::Digest);
    let mark = Some(Place::Thing(dossier.proceedings.opinions[1].id).mark());
    let rows: Vec<_> = table(&paper).rows.iter().filter(|row| row.mark == mark).collect();
    assert!(rows.len() > 5, "{} rows", rows.len());
    assert!(rows.iter().all(|row| row.cells.len() == 10));
    let joined: Vec<String> = rows.iter().map(|row| words(&row.cells[1])).filter(|words| !words.is_empty()).collect();
    assert_eq!(joined.join(" "), long.trim());
    assert_eq!(rows.iter().filter(|row| !words(&row.cells[0]).is_empty()).count(), 1);
    // In running text it is one paragraph, which pages may cut.
    assert!(text(&dossier, PaperKind::Minutes).contains(long.trim()));
}

#[test]
fn the_tally_sums_what_is_known() {
    let mut dossier = everything();
    let last = |dossier: &Dossier| {
        let paper = paper(dossier, PaperKind::Tally);
        let row = table(&paper).rows.last().expect("a row of sums").clone();
        row.cells.iter().map(words).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(last(&dossier), "Tổng cộng 1.100 1.100 1.088 1.084 4 1.070 12 2 97,3%");
    dossier.proceedings.counts[0].households = None;
    dossier.proceedings.counts[1].other = None;
    assert_eq!(last(&dossier), "Tổng cộng  1.100 1.088 1.084 4 1.070 12  ");
    // Before anything is counted, the list of who got how many is there.
    dossier.proceedings.counts.clear();
    let id = dossier.new_id();
    dossier.forms = vec![Form { id, ..Form::default() }];
    for (name, copies) in [("Thôn Đông", 40), ("Thôn Tây", 1200)] {
        let id = dossier.new_id();
        dossier.forms[0].copies.lots.push(Lot { id, name: name.into(), copies, ..Lot::default() });
    }
    assert_eq!(last(&dossier), "Tổng cộng  1.240       ");
    assert!(text(&dossier, PaperKind::Tally).contains("2\tThôn Tây\t\t1.200\t"));
}

#[test]
fn the_count_concludes_only_from_numbers_that_agree() {
    let mut dossier = everything();
    let found = |dossier: &Dossier, words: &str| text(dossier, PaperKind::Count).contains(words);
    assert!(found(&dossier, "Có 1.070/1.100 hộ gia đình đồng ý, đạt 97,3%, trên 50% tổng số hộ gia đình."));
    assert!(found(&dossier, "đạt tỷ lệ tán thành để thông qua."));
    dossier.proceedings.counts[1].households = Some(9000);
    assert!(found(&dossier, "không quá 50% tổng số hộ gia đình. Nội dung lấy ý kiến không đạt"));
    // Fewer came back than are valid.
    dossier.proceedings.counts[1].returned = Some(900);
    assert!(found(&dossier, &format!("Nội dung lấy ý kiến {HOLE} tỷ lệ tán thành trên 50%")));
    let paper = paper(&dossier, PaperKind::Count);
    let open = |(paragraph, _): &(&Paragraph, Place)| paragraph.text().contains("tỷ lệ tán thành");
    assert_eq!(holes(&paper).into_iter().find(open).map(|(_, place)| place), Some(Place::Counts));
    let village = dossier.proceedings.counts[0].clone();
    dossier.proceedings.counts = (0..30).map(|at| VillageCount { id: Id(7000 + at), ..village.clone() }).collect();
    assert!(found(&dossier, "theo bảng tổng hợp kèm theo biên bản này"));
}

#[test]
fn minutes_have_no_date_in_their_head_and_two_signatures() {
    for (system, left, right, filed) in [
        (System::State, "Thư ký", "Chủ tọa", true),
        (System::Front, "Thư ký", "Chủ tọa", true),
        (System::Party, "Người ghi biên bản", "Chủ trì hội nghị", false),
    ] {
        let mut dossier = commune(system);
        tell_everything(&mut dossier);
        let paper = paper(&dossier, PaperKind::Minutes);
        assert!(of_role(&paper, Role::PlaceDate).is_empty(), "{system:?}");
        assert_eq!(of_role(&paper, Role::Authority), [left, right]);
        assert_eq!(of_role(&paper, Role::Signer), ["Trần Thị B", "Nguyễn Văn A"]);
        assert_eq!(of_role(&paper, Role::Recipient).len(), usize::from(filed));
        let end = if system == System::Party { "07/9/2021." } else { "07/9/2021./." };
        assert!(of_role(&paper, Role::Body).last().is_some_and(|last| last.ends_with(end)), "{system:?}");
    }
}

#[test]
fn the_conclusion_prints_the_limits_of_the_plan_and_sends_it_to_who_has_to_act() {
    let mut dossier = everything();
    let lines = |dossier: &Dossier| of_role(&paper(dossier, PaperKind::Conclusion), Role::Recipient);
    assert!(lines(&dossier).contains(&"- Đài phát thanh xã (để t/h);".to_owned()));
    assert!(text(&dossier, PaperKind::Conclusion).contains("các tổ dân phố theo quy định."));
    let id = dossier.new_id();
    let when = when("chậm nhất 10 ngày sau hội nghị");
    dossier.plan.limits.push(Limit { id, kind: LimitKind::Publish, when });
    assert!(text(&dossier, PaperKind::Conclusion).contains("các tổ dân phố chậm nhất 10 ngày sau hội nghị."));
}

/// When the conference was planned to begin stands beside no clock that says when it did.
#[test]
fn a_paper_tells_the_hour_once() {
    let mut dossier = everything();
    let time = Some(TimeOfDay::At(Clock { hour: 8, minute: 0 }));
    for conference in &mut dossier.plan.conferences {
        conference.when = When::Day { day: day(2026, 12, 15), time };
    }
    dossier.proceedings.held = None;
    dossier.proceedings.began = Some(Clock { hour: 8, minute: 5 });
    let minutes = text(&dossier, PaperKind::Minutes);
    assert!(minutes.contains("Thời gian bắt đầu: 08 giờ 05 phút, ngày 15/12/2026."), "{minutes}");
    assert!(minutes.contains("vào hồi 11 giờ 15 phút, ngày 15/12/2026"), "{minutes}");
    assert!(text(&dossier, PaperKind::Conclusion).contains("\nNgày 15/12/2026, tại Hội trường"));
    // Who signs in has no other clock.
    assert!(text(&dossier, PaperKind::SignIn).contains("(Thời gian: 08 giờ 00 phút, ngày 15/12/2026;"));
}

/// What a screen asks of the conference for a paper is what the paper prints.
#[test]
fn papers_print_the_circumstances_that_they_list() {
    type Change = fn(&mut Proceedings);
    let mut dossier = everything();
    let id = dossier.new_id();
    dossier.forms = vec![Form { id, ..Form::default() }];
    dossier.papers.entry(PaperKind::Invitation).or_default().each = true;
    let changes: [(Circumstance, Change); 6] = [
        (Circumstance::Day, |told| told.held = Some(day(2021, 9, 30))),
        (Circumstance::Invitees, |told| told.invitees.iter_mut().for_each(|one| one.name.push_str(" Khác"))),
        (Circumstance::Opinions, |told| {
            let more = Opinion { id: Id(9000), text: "Khác".into(), ..Opinion::default() };
            told.opinions.push(more);
        }),
        (Circumstance::Counts, |told| {
            told.counts[0].agree = Some(1);
            told.matter = "việc khác".into();
        }),
        (Circumstance::Resolutions, |told| told.resolutions[0].text = "Khác".into()),
        (Circumstance::Course, |told| {
            told.chair = "Ông Khác".into();
            told.secretary = "Bà Khác".into();
            told.attended = Some(7);
            told.began = Some(Clock { hour: 1, minute: 1 });
            told.ended = Some(Clock { hour: 2, minute: 2 });
        }),
    ];
    for (circumstance, change) in changes {
        let mut changed = dossier.clone();
        change(&mut changed.proceedings);
        for kind in PaperKind::ALL {
            let prints = text(&dossier, kind) != text(&changed, kind);
            assert_eq!(prints, info(kind).prints.contains(&circumstance), "{kind:?}: {circumstance:?}");
        }
    }
}

/// A paper has in its head what its screen asks for.
#[test]
fn papers_have_the_number_and_the_date_that_they_list() {
    let dossier = everything();
    for kind in PaperKind::ALL.into_iter().filter(|kind| *kind != PaperKind::Plan) {
        let mut changed = dossier.clone();
        let own = &mut changed.papers.entry(kind).or_default().registration;
        own.number = Some(123);
        let number = text(&dossier, kind) != text(&changed, kind);
        assert_eq!(number, info(kind).registered, "{kind:?}");
        if number {
            let own = &mut changed.papers.entry(kind).or_default().registration;
            own.issued = Some(day(2021, 9, 30));
            let dated = text(&changed, kind).contains("ngày 30 tháng 9 năm 2021");
            assert_eq!(dated, info(kind).dated, "{kind:?}");
        }
    }
}

/// The forms on which households vote are other ones than those that collect opinions before the conference.
#[test]
fn a_report_tells_the_vote_apart_from_the_opinions_that_were_collected() {
    let mut dossier = everything();
    let text = |dossier: &Dossier| text(dossier, PaperKind::Report);
    let report = text(&dossier);
    let (before, after) = report.split_once("Kết quả lấy ý kiến bằng phiếu").expect("a heading");
    assert!(before.contains(&format!("Số phiếu phát ra: {HOLE} phiếu; số phiếu thu về: {HOLE} phiếu.")), "{before}");
    assert!(after.contains("1.070/1.100 hộ") && after.contains("Số phiếu phát ra: 1.100 phiếu"), "{after}");
    dossier.proceedings.matter = Text::default();
    assert!(text(&dossier).contains("Kết quả lấy ý kiến bằng phiếu"));
    dossier.proceedings.counts.clear();
    assert!(!text(&dossier).contains("Kết quả lấy ý kiến bằng phiếu"));
}

/// What is passed on within the commune asks nothing of those above.
#[test]
fn a_report_asks_those_above_for_what_only_they_can_settle() {
    let mut dossier = everything();
    let asked = |dossier: &Dossier| text(dossier, PaperKind::Report).contains("Đề nghị cấp có thẩm quyền");
    assert!(asked(&dossier));
    dossier.proceedings.opinions[2].level = Level::Commune;
    assert!(!asked(&dossier));
}

#[test]
fn a_report_goes_first_to_whom_it_is_for() {
    let dossier = template("ubnd-xa");
    let lines = of_role(&paper(&dossier, PaperKind::Report), Role::Recipient);
    assert_eq!(lines[0], "- Thường trực Đảng ủy (để b/c);");
    assert_eq!(lines[2], "- Ban Thường trực Ủy ban MTTQ Việt Nam;");
    assert!(lines.iter().all(|line| !line.contains("để t/h")), "{lines:?}");
}

#[test]
fn slots_print_the_day_and_the_matter() {
    let mut dossier = everything();
    let note = around("", Fact::Held, "");
    let printed = |dossier: &Dossier, text: &Text| doi_thoai::papers::words_of(dossier, text);
    assert_eq!(printed(&dossier, &note), "ngày 07/9/2021");
    assert_eq!(printed(&dossier, &slot(Fact::Matter)), "việc đóng góp làm đường trục thôn");
    dossier.proceedings.held = None;
    assert_eq!(printed(&dossier, &note), "từ ngày 05/9 đến ngày 10/9/2021");
    dossier.plan.conferences.iter_mut().for_each(|conference| conference.when = When::Announced);
    assert_eq!(printed(&dossier, &note), HOLE, "what is past is not to be announced");
    dossier.proceedings.matter = slot(Fact::Matter);
    assert_eq!(printed(&dossier, &slot(Fact::Matter)), HOLE);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever became known, every paper is there, and the same each time.
    #[test]
    fn any_proceedings_make_every_paper(told in any_proceedings()) {
        let mut dossier = sample("dien-chau-2026").dossier;
        dossier.proceedings = told;
        give_identities(&mut dossier);
        for kind in PAPERS {
            let paper = text(&dossier, kind);
            prop_assert_eq!(paper, text(&dossier, kind));
        }
    }
}
