use std::collections::HashSet;

use super::*;
use crate::organ::{Capacity, Organ, OrganKind, Signatory, System, Unit};
use crate::plan::{
    AgendaItem, Assignment, AssignmentLayout, Block, Bound, Circle, Citation, Conference, Deadline, Layout, Limit,
    LimitKind, Marker, Part, Participant, Quota, Recipient, Role, Stage, Task, Venue,
};
use crate::text::Text;
use crate::words::{Bound as Reach, Clock, Side, TimeOfDay, When};

/// A day that exists.
pub fn on(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// On which fixtures are read.
fn today() -> NaiveDate {
    on(2026, 9, 1)
}

/// The plan of a commune's committee, in which nothing is wrong.
pub fn sound() -> Dossier {
    let mut dossier = Dossier::empty(2026);
    dossier.next_id = 2000;
    let unit = |sort: &str, name: &str| Unit { sort: sort.into(), name: name.into() };
    let organ =
        Organ {
            id: Id(1), unit: unit("xã", "Đồng Lộc"), superior: unit("tỉnh", "Hà Tĩnh"), ..Organ::default()
        };
    let plan = &mut dossier.plan;
    plan.signatories.push(Signatory::usual(Id(52), &organ, Capacity::Head));
    plan.organs.push(organ);
    plan.registration.number = Some(41);
    plan.registration.issued = Some(on(2026, 9, 1));
    plan.title = "Tổ chức hội nghị đối thoại với Nhân dân năm 2026".into();
    plan.event = "hội nghị đối thoại với Nhân dân năm 2026".into();
    plan.citations = vec![
        Citation {
            id: Id(10),
            kind: "Luật".into(),
            number: "72/2025/QH15".into(),
            date: Some(on(2025, 6, 16)),
            about: "Tổ chức chính quyền địa phương".into(),
            ..Citation::default()
        },
        Citation {
            id: Id(11),
            kind: "Nghị định".into(),
            number: "59/2023/NĐ-CP".into(),
            date: Some(on(2023, 8, 14)),
            issuer: "Chính phủ".into(),
            about: "quy định chi tiết một số điều của Luật Thực hiện dân chủ ở cơ sở".into(),
        },
    ];
    plan.preamble = vec![Block::bound(Id(12), Marker::None, Bound::LegalBases, Layout::Items)];
    let part = |id, heading: &str, blocks| Part { id: Id(id), heading: heading.into(), blocks, ..Part::default() };
    let listing = |id, bound| vec![Block::bound(Id(id), Marker::Dash, bound, Layout::Items)];
    plan.outline = vec![
        part(
            20,
            "Mục đích, yêu cầu",
            vec![Block::words(Id(21), Marker::Dash, "Lắng nghe ý kiến của Nhân dân.".into())],
        ),
        part(22, "Thời gian, địa điểm", listing(23, Bound::ConferenceTimesAndVenues)),
        part(26, "Thành phần", listing(27, Bound::Circles)),
        part(28, "Chương trình", listing(29, Bound::Agenda)),
        part(30, "Tổ chức thực hiện", listing(31, Bound::Assignments(Stage::Execution))),
    ];
    plan.closing = vec![Block::words(Id(25), Marker::None, "Yêu cầu các đơn vị thực hiện nghiêm túc.".into())];
    plan.conferences = vec![Conference {
        id: Id(35),
        when: When::Day { day: on(2026, 10, 15), time: Some(TimeOfDay::Morning) },
        venue: Venue::At("Hội trường xã".into()),
        ..Conference::default()
    }];
    let quota = |count| {
        Some(Quota {
            amount: crate::plan::Amount::Exact(count),
            noun: "đại biểu".into(),
            per: String::new(),
            units: None,
        })
    };
    let line = |id, who: &str, count| Participant { id: Id(id), who: who.into(), quota: quota(count) };
    plan.circles = vec![Circle {
        id: Id(36),
        role: Role::Dialogue,
        heading: "Đại biểu dự hội nghị".into(),
        quota: quota(60),
        participants: vec![line(37, "Đại diện các thôn", 40), line(38, "Đại diện các đoàn thể", 20)],
    }];
    plan.agenda.start = Some(Clock { hour: 8, minute: 0 });
    plan.agenda.items = vec![
        AgendaItem { id: Id(39), text: "Chủ trì kết luận hội nghị".into(), minutes: Some(30) },
        AgendaItem { id: Id(40), text: "Đối thoại".into(), minutes: Some(150) },
    ];
    plan.collecting.handed_out_by = "Trưởng các thôn".into();
    plan.collecting.merged_by = "Phòng Kinh tế".into();
    plan.collecting.return_by = When::By { day: on(2026, 9, 28), time: None };
    plan.collecting.merge_by = When::By { day: on(2026, 10, 1), time: None };
    let distance = |side, days, bound| When::Relative { side, days, bound, working: false };
    plan.limits = vec![
        Limit { id: Id(41), kind: LimitKind::Announce, when: distance(Side::Before, 7, Reach::AtLeast) },
        Limit { id: Id(42), kind: LimitKind::Publish, when: distance(Side::After, 10, Reach::AtMost) },
    ];
    let task = |id, text: &str, deadlines| Task { id: Id(id), text: text.into(), deadlines };
    plan.assignments = vec![
        Assignment {
            id: Id(43),
            agency: "Phòng Văn hóa - Xã hội".into(),
            stage: Stage::Execution,
            layout: AssignmentLayout::Headed,
            tasks: vec![
                task(
                    44,
                    "Thông báo thời gian, địa điểm hội nghị trên loa truyền thanh",
                    vec![Deadline { id: Id(45), when: When::By { day: on(2026, 10, 7), time: None } }],
                ),
                task(46, "Gửi giấy mời, trang trí hội trường", Vec::new()),
            ],
        },
        Assignment {
            id: Id(47),
            agency: "Phòng Kinh tế".into(),
            tasks: vec![task(48, "Tổng hợp ý kiến của Nhân dân, chuẩn bị nội dung trả lời", Vec::new())],
            ..Assignment::default()
        },
    ];
    let recipient = |id, who: &str| Recipient { id: Id(id), who: who.into(), purpose: String::new() };
    plan.recipients.lines =
        vec![recipient(50, "Thường trực Đảng ủy"), recipient(51, "Các phòng, đơn vị thuộc UBND xã")];
    plan.recipients.filed = "VT, VP".into();
    dossier
}

/// The same with something else.
pub fn with(change: impl FnOnce(&mut Dossier)) -> Dossier {
    let mut dossier = sound();
    change(&mut dossier);
    dossier
}

/// The same with a free paragraph more.
pub fn with_words(words: &str) -> Dossier {
    with(|dossier| {
        let block = Block::words(Id(24), Marker::Dash, Text::words(words));
        dossier.plan.outline[0].blocks.push(block);
    })
}

/// The same of a commune's Party committee.
pub fn party() -> Dossier {
    with(|dossier| {
        let organ = &mut dossier.plan.organs[0];
        organ.system = System::Party;
        organ.kind = OrganKind::PartyCommittee;
        let signatory = Signatory::usual(Id(52), organ, Capacity::Head);
        dossier.plan.signatories = vec![signatory];
    })
}

fn of_code(findings: Vec<Finding>, code: &str) -> Vec<Finding> {
    findings.into_iter().filter(|finding| finding.code == code).collect()
}

/// New identities above those of fixtures.
fn ids() -> impl FnMut() -> Id {
    let mut next = 5000;
    move || {
        next += 1;
        Id(next)
    }
}

#[test]
fn codes_are_names_of_their_own() {
    let codes: HashSet<&str> = RULES.iter().map(|rule| rule.code).collect();
    assert_eq!(codes.len(), RULES.len());
    for code in codes {
        assert!(code.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-'), "{code}");
    }
}

#[test]
fn a_law_is_named_and_only_custom_can_be_switched_off() {
    for rule in &RULES {
        assert!(rule.switchable() || !rule.source.text.is_empty(), "{}: which law?", rule.code);
    }
    let mut dossier = (on_day_off::WEEKEND.trips)();
    dossier.settings.rules_off = vec!["conference-on-weekend".into(), "issued-before-citation".into()];
    assert_eq!(check(&dossier, today()), []);
    let mut dossier = (issued_before_citation::RULE.trips)();
    dossier.settings.rules_off = vec!["issued-before-citation".into()];
    assert_eq!(check(&dossier, today()).len(), 1);
}

#[test]
fn a_plan_that_is_well_is_left_alone() {
    assert_eq!(check(&sound(), today()), []);
    assert_eq!(check(&party(), today()), []);
    assert_eq!(check(&Dossier::empty(2026), today()), []);
}

#[test]
fn each_rule_trips_and_passes() {
    for rule in &RULES {
        let found = of_code(check(&(rule.trips)(), today()), rule.code);
        assert!(!found.is_empty(), "{} does not trip", rule.code);
        assert_eq!(found.iter().any(|finding| finding.fixable), rule.fix.is_some(), "{}", rule.code);
        assert!(found.iter().all(|finding| finding.place.is_some()), "{}: nowhere to go", rule.code);
        let passes = of_code(check(&(rule.passes)(), today()), rule.code);
        assert_eq!(passes, [], "{} trips on what is well", rule.code);
    }
}

/// Each in one step, which is taken back by one.
#[test]
fn each_repair_leaves_it_clean() {
    for rule in RULES.iter().filter(|rule| rule.fix.is_some()) {
        let mut dossier = (rule.trips)();
        let mut new_id = ids();
        for _ in 0..20 {
            let found = of_code(check(&dossier, today()), rule.code);
            let Some(finding) = found.iter().find(|finding| finding.fixable) else { break };
            let before = dossier.clone();
            let command = fix(&dossier, finding, today(), &mut new_id);
            let command = command.unwrap_or_else(|| panic!("{finding:?} is not repaired"));
            let back = command.apply(&mut dossier).unwrap_or_else(|refused| panic!("{}: {refused}", rule.code));
            let mut again = dossier.clone();
            back.apply(&mut again).unwrap();
            assert_eq!(again, before, "{}", rule.code);
        }
        let left = of_code(check(&dossier, today()), rule.code);
        assert!(left.iter().all(|finding| !finding.fixable), "{left:?}");
    }
}

#[test]
fn a_finding_of_another_plan_repairs_nothing() {
    for rule in &RULES {
        let finding = Finding::new(rule.code, rule.severity).at(crate::document::Mark(77)).fixable(true);
        assert_eq!(fix(&sound(), &finding, today(), &mut ids()), None, "{}", rule.code);
        assert_eq!(fix(&(rule.trips)(), &finding.fixable(false), today(), &mut ids()), None, "{}", rule.code);
    }
}

/// What is typed is read and changed by one walk: words put everywhere are found everywhere.
#[test]
fn the_walk_over_what_was_typed_reaches_what_it_reads() {
    let dossier = sound();
    let command = typed::reword(&dossier, |_, words| Some(format!("{words}!"))).unwrap();
    let mut after = dossier.clone();
    command.apply(&mut after).unwrap();
    let typed = typed::read(&after);
    assert!(typed.len() >= typed::read(&dossier).len());
    assert!(typed.iter().all(|typed| typed.words.ends_with('!')), "{typed:?}");
}
