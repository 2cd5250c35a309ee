//! The papers before and at the conference: their text for a dossier of each system and for an empty one, and what each of
//! them computes.

use std::collections::HashSet;

use doi_thoai::document::{Block, Document, HOLE, Line};
use doi_thoai::dossier::Dossier;
use doi_thoai::form::Form;
use doi_thoai::organ::{Capacity, Organ, OrganKind, Signatory, System};
use doi_thoai::paper::{OwnPaper, PaperKind};
use doi_thoai::papers::{Place, compose, composed, copies};
use doi_thoai::plan::{
    Agenda, AgendaItem, Amount, Assignment, Circle, Conference, ConferenceKind, Deadline, Limit, Participant, Quota,
    Recipients, Role as Part, Subject, Task, Venue,
};
use doi_thoai::proceedings::Invitee;
use doi_thoai::render;
use doi_thoai::style::{LineSpacing, Role, SINGLE_LINE, text_width_mm};
use doi_thoai::templates::{TEMPLATES, Template};
use doi_thoai::text::{Fact, Text};
use doi_thoai::words::{Bound, Clock, Interval, Side, TimeOfDay, When};

use crate::support::{SAMPLES, commune, day, of_role, sample, saved_on, slot, unit};

/// The papers of this file.
const PAPERS: [PaperKind; 11] = [
    PaperKind::Letter,
    PaperKind::Invitation,
    PaperKind::Notice,
    PaperKind::Broadcast,
    PaperKind::Agenda,
    PaperKind::Guests,
    PaperKind::Rules,
    PaperKind::Banner,
    PaperKind::Speaker,
    PaperKind::Timetable,
    PaperKind::Timeline,
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

/// Every dossier that is at hand: samples, templates, an empty one.
fn all() -> Vec<(String, Dossier)> {
    let samples = SAMPLES.iter().map(|name| ((*name).to_owned(), sample(name).dossier));
    let templates = TEMPLATES
        .iter()
        .map(|template| (template.code.to_owned(), template.dossier(2026, None).expect("a template that opens")));
    samples.chain(templates).chain([("empty".to_owned(), Dossier::empty(2026))]).collect()
}

fn own(dossier: &mut Dossier, kind: PaperKind) -> &mut OwnPaper {
    dossier.papers.entry(kind).or_default()
}

/// A dossier of a commune with one conference, on a day.
fn with_conference(system: System) -> Dossier {
    let mut dossier = commune(system);
    dossier.plan.event = Text::words("hội nghị đối thoại với Nhân dân năm 2026");
    add_conference(&mut dossier, "", "Hội trường Ủy ban nhân dân xã");
    dossier
}

fn add_conference(dossier: &mut Dossier, name: &str, venue: &str) {
    let id = dossier.new_id();
    dossier.plan.conferences.push(Conference {
        id,
        name: Text::words(name),
        when: When::Day { day: day(2026, 9, 25), time: Some(TimeOfDay::Morning) },
        venue: Venue::At(Text::words(venue)),
        ..Conference::default()
    });
}

#[test]
fn each_paper_reads_as_it_did() {
    let state = sample("cam-quang-2021");
    let party = sample("thach-that-2023");
    let front = Template::by_code("mttq-xa").expect("the template").dossier(2026, None).expect("it opens");
    let dossiers = [
        ("State", &state.dossier, saved_on(&state)),
        ("Party", &party.dossier, saved_on(&party)),
        ("Front", &front, today()),
        ("empty", &Dossier::empty(2026), today()),
    ];
    for kind in PAPERS {
        let mut whole = String::new();
        for (name, dossier, today) in &dossiers {
            whole.push_str(&format!("=== {name}\n{}\n", render::text::text(&compose(dossier, kind, *today))));
        }
        insta::assert_snapshot!(kind.code(), whole);
    }
}

#[test]
fn every_paper_of_every_dossier_has_a_question_for_each_hole_and_a_key_for_each_passage() {
    for (name, dossier) in all() {
        for kind in PAPERS {
            let composed = composed(&dossier, kind, today());
            let document = &composed.document;
            let context = format!("{name}, {}", kind.code());
            let mut keys = HashSet::new();
            for passage in &composed.passages {
                assert!(keys.insert(&passage.key), "{context}: {} twice", passage.key);
            }
            document.paragraphs(|paragraph| {
                for run in paragraph.runs.iter().filter(|run| run.hole) {
                    assert!(
                        run.mark.or(paragraph.mark).and_then(Place::of).is_some(),
                        "{context}: {}",
                        paragraph.text()
                    );
                }
                let text = paragraph.text();
                assert!(!text.contains(['{', '}']), "{context}: a name that no fact has in {text}");
                let leader = text.contains("....");
                let faults = [".;", "..", " .", " ;"];
                assert!(leader || faults.iter().all(|fault| !text.contains(fault)), "{context}: {text}");
            });
        }
    }
}

/// A passage that the officer words is printed so, with its facts; all others stay.
#[test]
fn each_passage_may_be_worded() {
    let dossier = sample("thach-that-2023").dossier;
    for kind in PAPERS {
        for passage in composed(&dossier, kind, today()).passages {
            let mut worded = dossier.clone();
            own(&mut worded, kind).set_passage(&passage.key, Some(Text::words("Lời riêng của cơ quan")));
            let printed = text(&worded, kind).to_lowercase();
            assert!(printed.contains("lời riêng") && printed.contains("cơ quan"), "{}: {}", kind.code(), passage.key);
        }
    }
}

fn letter_number(dossier: &mut Dossier) -> String {
    own(dossier, PaperKind::Letter).registration.number = Some(5);
    of_role(&paper(dossier, PaperKind::Letter), Role::Number).concat()
}

#[test]
fn letters_bear_the_symbol_of_their_system() {
    assert_eq!(letter_number(&mut commune(System::State)), "Số: 05/UBND-VP");
    assert_eq!(letter_number(&mut commune(System::Party)), "Số 05-CV/ĐU");
    assert_eq!(letter_number(&mut commune(System::Front)), "Số: 05/MTTQ-BTT");
    let mut dossier = commune(System::State);
    own(&mut dossier, PaperKind::Letter).registration.symbol = "UBND-KT".into();
    assert_eq!(letter_number(&mut dossier), "Số: 05/UBND-KT");
}

#[test]
fn a_letter_says_what_it_is_about_in_the_form_of_its_system() {
    for (system, lead, italic) in
        [(System::State, "V/v ", false), (System::Party, "về việc ", true), (System::Front, "V/v ", false)]
    {
        let document = paper(&with_conference(system), PaperKind::Letter);
        let [subject] = &of_role(&document, Role::Subject)[..] else { panic!("{system:?}: one subject") };
        assert!(subject.starts_with(lead), "{subject}");
        assert_eq!(document.format.role(Role::Subject).italic, italic);
        // The label is italic of the Party alone, who is addressed is not.
        document.paragraphs(|paragraph| {
            if paragraph.text().starts_with("Kính gửi:") {
                assert_eq!(paragraph.runs[0].italic, system == System::Party);
            }
        });
    }
}

fn add_assignment(dossier: &mut Dossier, agency: &str, tasks: &[(&str, &[When])]) {
    let id = dossier.new_id();
    let mut set = Vec::new();
    for (words, limits) in tasks {
        let deadlines = limits.iter().map(|when| Deadline { id: dossier.new_id(), when: when.clone() }).collect();
        set.push(Task { id: dossier.new_id(), text: Text::words(*words), deadlines });
    }
    dossier.plan.assignments.push(Assignment { id, agency: Text::words(agency), tasks: set, ..Assignment::default() });
}

#[test]
fn a_letter_addresses_one_on_the_line_and_several_below_each_other() {
    let mut dossier = with_conference(System::State);
    add_assignment(&mut dossier, "Trưởng các thôn.", &[]);
    add_assignment(&mut dossier, "trưởng các thôn", &[]);
    let document = paper(&dossier, PaperKind::Letter);
    assert_eq!(of_role(&document, Role::Addressee), ["Kính gửi: Trưởng các thôn"]);
    assert!(of_role(&document, Role::AddresseeItem).is_empty());
    add_assignment(&mut dossier, "Công an; Ban Chỉ huy Quân sự", &[]);
    let document = paper(&dossier, PaperKind::Letter);
    assert!(of_role(&document, Role::Addressee).is_empty());
    let lines = ["Kính gửi:", "- Trưởng các thôn;", "- Công an;", "- Ban Chỉ huy Quân sự."];
    assert_eq!(of_role(&document, Role::AddresseeItem), lines);
}

/// The letter of a commune that passes on the plan of its province: two systems in one dossier.
#[test]
fn another_organ_passes_on_a_copy() {
    let mut dossier = sample("thai-nguyen-2022").dossier;
    let organ =
        Organ { unit: unit("xã", "Cổ Lũng"), superior: unit("tỉnh", "Thái Nguyên"), ..Organ::default() };
    own(&mut dossier, PaperKind::Letter).organ = Some(organ);
    let text = text(&dossier, PaperKind::Letter);
    assert!(text.starts_with("ỦY BAN NHÂN DÂN\nXÃ CỔ LŨNG\nCỘNG HÒA"), "{text}");
    assert!(text.contains("/UBND-VP") && text.contains("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"), "{text}");
    assert!(text.contains("Ủy ban nhân dân xã Cổ Lũng sao gửi Kế hoạch số"), "{text}");
    assert!(text.contains("của Tỉnh ủy Thái Nguyên"), "{text}");
    // Those who have tasks of the province are not the commune's to address.
    assert!(text.contains("- Trưởng các thôn, tổ dân phố.") && !text.contains("Kính gửi:\t- Thường trực"), "{text}");
    assert!(text.contains("- Như trên;\n- Lưu: VT, VP."), "{text}");
}

#[test]
fn each_guest_has_an_invitation_that_the_officer_words_once() {
    let mut dossier = with_conference(System::State);
    for (name, office) in [("Ông Nguyễn Văn A", "Trưởng thôn 3"), ("Bà Trần Thị B", "")] {
        let id = dossier.new_id();
        dossier.proceedings.invitees.push(Invitee {
            id,
            name: name.into(),
            office: office.into(),
            ..Invitee::default()
        });
    }
    own(&mut dossier, PaperKind::Invitation).each = true;
    own(&mut dossier, PaperKind::Invitation).set_passage("invites", Some(Text::words("Trân trọng kính mời:")));
    let printed: Vec<String> =
        copies(&dossier, PaperKind::Invitation, today()).iter().map(render::text::text).collect();
    assert_eq!(printed.len(), 2);
    assert!(printed[0].contains("Trân trọng kính mời: Ông Nguyễn Văn A, Trưởng thôn 3.\n"), "{}", printed[0]);
    assert!(printed[1].contains("Trân trọng kính mời: Bà Trần Thị B.\n"), "{}", printed[1]);
}

#[test]
fn nobody_is_called_by_a_bare_name() {
    for (system, invited, introduced) in [
        (System::State, "kính mời: Ông (bà) Nguyễn Văn A.", "- Ông (bà) Nguyễn Văn A."),
        (System::Party, "kính mời: đồng chí Nguyễn Văn A.", "- Đồng chí Nguyễn Văn A."),
    ] {
        let mut dossier = with_conference(system);
        let id = dossier.new_id();
        dossier.proceedings.invitees.push(Invitee { id, name: "Nguyễn Văn A".into(), ..Invitee::default() });
        own(&mut dossier, PaperKind::Invitation).each = true;
        let invitation = text(&dossier, PaperKind::Invitation);
        assert!(invitation.contains(invited), "{invitation}");
        let guests = text(&dossier, PaperKind::Guests);
        assert!(guests.contains(introduced), "{guests}");
    }
}

/// A letter does not promise a form that the dossier does not have.
#[test]
fn a_letter_encloses_the_form_that_there_is() {
    let mut dossier = with_conference(System::State);
    dossier.plan.collecting.form_title = Text::words("Phiếu lấy ý kiến");
    assert!(!text(&dossier, PaperKind::Letter).contains("(mẫu gửi kèm)"));
    let id = dossier.new_id();
    dossier.forms.push(Form { id, ..Form::default() });
    assert!(text(&dossier, PaperKind::Letter).contains("Phát Phiếu lấy ý kiến (mẫu gửi kèm) đến"));
}

#[test]
fn an_invitation_names_who_chairs() {
    let mut dossier = with_conference(System::State);
    let chair = |dossier: &Dossier| {
        let text = text(dossier, PaperKind::Invitation);
        text.lines().find(|line| line.starts_with("Chủ trì")).map(str::to_owned)
    };
    assert_eq!(chair(&dossier), Some(format!("Chủ trì: {HOLE}")));
    let id = dossier.new_id();
    let (name, office) = ("Ông Lê Văn C".into(), "Chủ tịch".into());
    dossier.proceedings.invitees.push(Invitee { id, name, office, role: Part::Chair });
    assert_eq!(chair(&dossier).as_deref(), Some("Chủ trì: Ông Lê Văn C, Chủ tịch."));
    add_circle(&mut dossier, Part::Chair, "Chủ trì", &["Chủ tịch Ủy ban nhân dân xã;"]);
    assert_eq!(chair(&dossier).as_deref(), Some("Chủ trì: Chủ tịch Ủy ban nhân dân xã."));
}

#[test]
fn an_invitation_says_the_hour_that_the_agenda_begins_at() {
    let mut dossier = with_conference(System::State);
    dossier.plan.agenda.start = Some(Clock { hour: 8, minute: 0 });
    assert!(text(&dossier, PaperKind::Invitation).contains("\nKhai mạc lúc 08 giờ 00 phút.\n"));
    let time = Some(TimeOfDay::At(Clock { hour: 7, minute: 30 }));
    dossier.plan.conferences[0].when = When::Day { day: day(2026, 9, 25), time };
    let text = text(&dossier, PaperKind::Invitation);
    assert!(text.contains("Thời gian: 07 giờ 30 phút, ngày 25/9/2026.") && !text.contains("Khai mạc"), "{text}");
}

/// Half a sheet is small: its headings are set so that they do not break.
#[test]
fn two_invitations_stand_on_one_sheet() {
    for (name, mut dossier) in all() {
        own(&mut dossier, PaperKind::Invitation).two_up = true;
        let document = paper(&dossier, PaperKind::Invitation);
        assert!(document.two_up, "{name}");
        assert!(height_mm(&document) < document.format.page.text_height(), "{name}: {}", height_mm(&document));
        own(&mut dossier, PaperKind::Invitation).two_up = false;
        assert!(!paper(&dossier, PaperKind::Invitation).two_up, "{name}");
    }
}

#[test]
fn slips_and_banners_fit_on_their_page() {
    for (name, dossier) in all() {
        for kind in [PaperKind::Speaker, PaperKind::Banner, PaperKind::Broadcast, PaperKind::Rules] {
            let document = paper(&dossier, kind);
            let height = height_mm(&document);
            assert!(height < document.format.page.text_height(), "{name}, {}: {height}", kind.code());
        }
    }
}

/// About how high a paper is: lines as wide as their words, with what roles and tables put between them.
fn height_mm(document: &Document) -> f32 {
    let mm = |pt: f32| pt * 25.4 / 72.0;
    let lines_of = |lines: &[Line], width: f32| -> f32 {
        let line = |line: &Line| match line {
            Line::Text(paragraph) | Line::Boxed(paragraph) => {
                let set = document.format.role(paragraph.role);
                // A leader takes what is left of a line, its stops in plain text are none of its width.
                let words: String =
                    paragraph.runs.iter().map(|run| run.text.as_str()).filter(|text| !text.starts_with("..")).collect();
                let words = if set.caps { words.to_uppercase() } else { words };
                let count = (text_width_mm(&words, set.size_pt, set.bold) * 1.03 / width).ceil().max(1.0);
                let pitch = match set.line {
                    LineSpacing::Multiple(times) => set.size_pt * SINGLE_LINE * times,
                    LineSpacing::Exactly(pt) => pt,
                };
                mm(count * pitch + set.before_pt + set.after_pt)
            }
            Line::Gap(role, count) => mm(*count as f32 * document.format.role(*role).size_pt * SINGLE_LINE),
            Line::Rule(_) => mm(6.0),
            Line::Drawing(drawing) => drawing.height_mm,
        };
        lines.iter().map(line).sum()
    };
    let whole = document.format.page.text_width();
    document.blocks.iter().map(|block| block_mm(block, whole, &lines_of)).sum()
}

/// About how high one block is.
fn block_mm(block: &Block, whole: f32, lines_of: &dyn Fn(&[Line], f32) -> f32) -> f32 {
    match block {
        Block::Paragraph(paragraph) => lines_of(&[Line::Text(paragraph.clone())], whole),
        Block::Rule(_) => 2.2,
        Block::Columns(columns) => {
            let sides = columns.columns.iter().zip(&columns.widths_mm);
            4.3 + sides.map(|(lines, width)| lines_of(lines, *width)).fold(0.0, f32::max)
        }
        Block::Table(table) => {
            let row = |row: &doi_thoai::document::Row| {
                let cells = row.cells.iter().zip(&table.widths_mm);
                let text = cells.map(|(cell, width)| lines_of(&cell.lines, *width - 3.0)).fold(0.0, f32::max);
                row.least_mm.max(text + if table.bare { 0.0 } else { 1.5 })
            };
            (if table.bare { 0.0 } else { 2.2 }) + table.head.iter().chain(&table.rows).map(row).sum::<f32>()
        }
        Block::Lines(lines) => lines.count as f32 * lines.pitch_mm,
        Block::Group(group) => 2.5 + group.blocks.iter().map(|inner| block_mm(inner, whole, lines_of)).sum::<f32>(),
        Block::PageBreak(_) => 0.0,
    }
}

#[test]
fn several_conferences_stand_on_a_line_each() {
    let mut dossier = with_conference(System::State);
    dossier.plan.conferences.clear();
    add_conference(&mut dossier, "kỳ 1", "hội trường xã");
    add_conference(&mut dossier, "kỳ 2", "nhà văn hóa thôn 2");
    for kind in [PaperKind::Invitation, PaperKind::Notice, PaperKind::Broadcast] {
        let text = text(&dossier, kind);
        assert!(text.contains("- Kỳ 1: buổi sáng, ngày 25") && text.contains("địa điểm: hội trường xã;\n"), "{text}");
        assert!(text.contains("- Kỳ 2: ") && text.contains("địa điểm: nhà văn hóa thôn 2."), "{text}");
    }
    let agenda = text(&dossier, PaperKind::Agenda);
    assert!(agenda.contains("Kỳ 1: buổi sáng, ngày 25/9/2026; địa điểm: hội trường xã\n"), "{agenda}");
}

/// Meetings in villages before the conference are public too: the notice names them, the invitation does not.
#[test]
fn a_notice_names_the_round_before() {
    let mut dossier = with_conference(System::State);
    add_conference(&mut dossier, "họp thôn", "nhà văn hóa các thôn");
    dossier.plan.conferences[1].kind = ConferenceKind::Round;
    let notice = text(&dossier, PaperKind::Notice);
    assert!(notice.contains("- Họp thôn: ") && notice.contains("nhà văn hóa các thôn."), "{notice}");
    let invitation = text(&dossier, PaperKind::Invitation);
    assert!(!invitation.contains("ọp thôn") && invitation.contains("Địa điểm: Hội trường"), "{invitation}");
}

#[test]
fn the_law_is_named_where_it_obliges() {
    let law = "Điều 43 Luật Tổ chức chính quyền địa phương";
    for (system, year, named) in [
        (System::State, 2026, true),
        (System::State, 2024, false),
        (System::Party, 2026, false),
        (System::Front, 2026, false),
    ] {
        let mut dossier = with_conference(system);
        dossier.settings.year = year;
        assert_eq!(text(&dossier, PaperKind::Notice).contains(law), named, "{system:?} {year}");
    }
}

#[test]
fn a_notice_prints_the_limit_of_the_plan() {
    let mut dossier = with_conference(System::State);
    assert!(text(&dossier, PaperKind::Notice).contains("trước hội nghị ít nhất 07 ngày để Nhân dân biết"));
    let id = dossier.new_id();
    let when = When::By { day: day(2026, 9, 10), time: None };
    dossier.plan.limits.push(Limit { id, when, ..Limit::default() });
    let notice = text(&dossier, PaperKind::Notice);
    assert!(notice.contains("truyền thanh xã chậm nhất ngày 10/9/2026 để Nhân dân biết"), "{notice}");
    // What is read out has its dates in words, the note beside it too.
    let broadcast = text(&dossier, PaperKind::Broadcast);
    assert!(broadcast.contains("(Phát lần đầu chậm nhất ngày 10 tháng 9 năm 2026;"), "{broadcast}");
}

/// An announcer reads what stands there.
#[test]
fn a_broadcast_has_neither_abbreviations_nor_slashes() {
    for (name, dossier) in all() {
        let document = paper(&dossier, PaperKind::Broadcast);
        document.paragraphs(|paragraph| {
            if matches!(paragraph.role, Role::Body | Role::Title) {
                let text = paragraph.text();
                for short in ["UBND", "HĐND", "MTTQ", "/"] {
                    assert!(!text.contains(short), "{name}: {text}");
                }
            }
        });
        assert!(document.blocks.iter().all(|block| !matches!(&**block, Block::Table(_))), "{name}");
    }
}

#[test]
fn agenda_steps_say_from_when_to_when() {
    let mut dossier = with_conference(System::State);
    let items: Vec<AgendaItem> =
        [("khai mạc", Some(15)), ("phát biểu", Some(60)), ("kết luận", None), ("bế mạc", Some(5))]
            .into_iter()
            .map(|(words, minutes)| AgendaItem { id: dossier.new_id(), text: Text::words(words), minutes })
            .collect();
    dossier.plan.agenda = Agenda { start: Some(Clock { hour: 8, minute: 0 }), items };
    let rows = |dossier: &Dossier| -> Vec<String> {
        text(dossier, PaperKind::Agenda).lines().filter(|line| line.contains('\t')).skip(1).map(str::to_owned).collect()
    };
    assert_eq!(
        rows(&dossier),
        [
            "08 giờ 00 - 08 giờ 15\tKhai mạc\t15 phút",
            "08 giờ 15 - 09 giờ 15\tPhát biểu\t60 phút",
            &format!("Từ 09 giờ 15\tKết luận\t{HOLE}"),
            "\tBế mạc\t05 phút",
        ]
    );
    // Without a beginning it is asked for, once.
    dossier.plan.agenda.start = None;
    assert_eq!(rows(&dossier)[0], format!("{HOLE}\tKhai mạc\t15 phút"));
    let gaps = paper(&dossier, PaperKind::Agenda).gaps().iter().map(|(mark, _)| Place::of(*mark)).collect::<Vec<_>>();
    assert_eq!(gaps.iter().filter(|place| **place == Some(Place::Agenda)).count(), 1);
}

fn add_circle(dossier: &mut Dossier, role: Part, heading: &str, lines: &[&str]) {
    let id = dossier.new_id();
    let participants =
        lines.iter().map(|who| Participant { id: dossier.new_id(), who: Text::words(*who), quota: None }).collect();
    dossier.plan.circles.push(Circle { id, role, heading: Text::words(heading), participants, quota: None });
}

#[test]
fn guests_are_introduced_by_rank() {
    let mut dossier = with_conference(System::State);
    add_circle(&mut dossier, Part::Attend, "Dự", &["lãnh đạo các phòng"]);
    add_circle(&mut dossier, Part::Dialogue, "Nhân dân", &["người dân các thôn"]);
    dossier.plan.circles[1].participants[0].quota =
        Some(Quota { amount: Amount::Exact(5), noun: "người".into(), per: "thôn".into(), units: None });
    add_circle(&mut dossier, Part::Chair, "Chủ trì", &["Chủ tịch"]);
    add_circle(&mut dossier, Part::Guest, "Khách mời cấp tỉnh", &[]);
    let lines = |dossier: &Dossier| -> Vec<String> {
        text(dossier, PaperKind::Guests).lines().filter(|line| line.starts_with("- ")).map(str::to_owned).collect()
    };
    assert_eq!(
        lines(&dossier),
        ["- Khách mời cấp tỉnh.", "- Chủ tịch.", "- Người dân các thôn (mỗi thôn 05 người).", "- Lãnh đạo các phòng."]
    );
    // Who is invited by name is introduced by name, in the order of the list within a part.
    for (name, role) in [("Bà B", Part::Attend), ("Ông A", Part::Chair), ("Ông C", Part::Attend)] {
        let id = dossier.new_id();
        let office = "Trưởng phòng".to_owned();
        dossier.proceedings.invitees.push(Invitee { id, name: name.into(), office, role });
    }
    assert_eq!(lines(&dossier), ["- Ông A, Trưởng phòng.", "- Bà B, Trưởng phòng;", "- Ông C, Trưởng phòng."]);
}

#[test]
fn guests_that_nobody_knows_are_asked_for() {
    let gaps = paper(&with_conference(System::State), PaperKind::Guests);
    assert!(gaps.gaps().iter().any(|(mark, _)| Place::of(*mark) == Some(Place::Invitees)));
}

fn timetable(dossier: &Dossier) -> Vec<String> {
    let text = text(dossier, PaperKind::Timetable);
    let rows = text.lines().filter(|line| line.contains('\t')).skip(1);
    rows.map(|row| row.split('\t').collect::<Vec<_>>()[1..4].join("|")).collect()
}

fn relative(side: Side, days: u32) -> When {
    let bound = if side == Side::Before { Bound::AtLeast } else { Bound::AtMost };
    When::Relative { side, days, bound, working: false }
}

#[test]
fn tasks_stand_in_the_order_of_their_days() {
    let mut dossier = with_conference(System::State);
    add_assignment(
        &mut dossier,
        "văn phòng",
        &[
            ("báo cáo.", &[When::Recurring { every: Interval::Quarter, times: 1 }]),
            ("đón tiếp", &[]),
            ("công bố", &[relative(Side::After, 10)]),
            (
                "gửi hai lần",
                &[When::By { day: day(2026, 9, 30), time: None }, When::By { day: day(2026, 9, 1), time: None }],
            ),
            ("hẹn sau", &[When::Announced]),
        ],
    );
    add_assignment(
        &mut dossier,
        "Trưởng các thôn",
        &[
            ("gửi phiếu", &[relative(Side::Before, 10)]),
            ("chuẩn bị", &[When::Before { day: day(2026, 9, 15), time: None }]),
        ],
    );
    assert_eq!(
        timetable(&dossier),
        [
            "Gửi hai lần|Văn phòng|Chậm nhất ngày 01/9/2026",
            "Chuẩn bị|Trưởng các thôn|Trước ngày 15/9/2026",
            "Gửi phiếu|Trưởng các thôn|Trước hội nghị ít nhất 10 ngày (chậm nhất ngày 15/9/2026)",
            "Gửi hai lần|Văn phòng|Chậm nhất ngày 30/9/2026",
            "Công bố|Văn phòng|Chậm nhất 10 ngày sau hội nghị (chậm nhất ngày 05/10/2026)",
            "Báo cáo|Văn phòng|Hằng quý",
            "Hẹn sau|Văn phòng|Thông báo sau",
            "Đón tiếp|Văn phòng|",
        ]
    );
    // A conference without a day: distances stand behind the days, in their own order.
    dossier.plan.conferences[0].when = When::Announced;
    let order: Vec<String> =
        timetable(&dossier).iter().map(|row| row.split('|').next().unwrap_or_default().to_owned()).collect();
    let sorted = ["Gửi hai lần", "Chuẩn bị", "Gửi hai lần", "Gửi phiếu", "Công bố", "Báo cáo", "Hẹn sau", "Đón tiếp"];
    assert_eq!(order, sorted);
}

#[test]
fn a_row_of_the_timetable_leads_to_its_task() {
    let dossier = sample("thach-that-2023").dossier;
    let document = paper(&dossier, PaperKind::Timetable);
    let rows = document.blocks.iter().find_map(|block| match &**block {
        Block::Table(table) => Some(table.rows.clone()),
        _ => None,
    });
    let tasks: HashSet<u32> =
        dossier.plan.assignments.iter().flat_map(|one| &one.tasks).map(|task| task.id.0).collect();
    let led: HashSet<u32> = rows.iter().flatten().filter_map(|row| row.mark).map(|mark| mark.0).collect();
    assert_eq!(led, tasks);
}

#[test]
fn a_banner_says_the_day_in_words_and_of_a_span_the_month() {
    let mut dossier = with_conference(System::State);
    let last = |dossier: &Dossier| text(dossier, PaperKind::Banner).lines().last().map(str::to_owned);
    assert_eq!(last(&dossier).as_deref(), Some("AN BÌNH, NGÀY 25 THÁNG 9 NĂM 2026"));
    dossier.plan.conferences[0].when = When::Span { from: day(2026, 9, 5), to: day(2026, 9, 10), time: None };
    assert_eq!(last(&dossier).as_deref(), Some("AN BÌNH, THÁNG 9 NĂM 2026"));
    dossier.plan.conferences[0].when = When::Quarter { year: 2026, quarter: 3 };
    assert_eq!(last(&dossier).as_deref(), Some("AN BÌNH"));
    dossier.plan.conferences[0].when = When::Unset;
    assert_eq!(last(&dossier), Some(format!("AN BÌNH, {HOLE}")));
}

#[test]
fn a_speaker_chooses_among_the_fields_of_the_plan() {
    let mut dossier = with_conference(System::State);
    let boxes = |dossier: &Dossier| of_role(&paper(dossier, PaperKind::Speaker), Role::Answer);
    assert_eq!(boxes(&dossier).len(), 7, "the usual fields and another");
    let id = dossier.new_id();
    let fields = vec![Text::words("đất đai: cấp giấy chứng nhận"), Text::words("Giao thông; thủy lợi")];
    dossier.plan.subjects.push(Subject { id, fields, ..Subject::default() });
    let found = boxes(&dossier);
    assert_eq!(found[..2], ["☐ Đất đai", "☐ Giao thông"]);
    assert!(found[2].starts_with("☐ Khác: ") && found.len() == 3);
}

/// As an enclosure it says what of, and asks for less, so that it stays on half a sheet.
#[test]
fn an_enclosed_form_for_speakers_has_fewer_lines() {
    for (name, mut dossier) in all() {
        let lines = |paper: &Document| {
            let mut count = 0;
            for block in paper.blocks.iter() {
                if let Block::Group(group) = &**block {
                    for block in &group.blocks {
                        if let Block::Lines(lines) = block {
                            count += lines.count;
                        }
                    }
                }
            }
            count as usize
        };
        let asked = |paper: &Document| lines(paper) + of_role(paper, Role::Answer).len();
        let alone = paper(&dossier, PaperKind::Speaker);
        own(&mut dossier, PaperKind::Plan).enclosed = vec![PaperKind::Speaker];
        let plan = paper(&dossier, PaperKind::Plan);
        let enclosed = &plan.enclosures[0];
        assert!(asked(enclosed) < asked(&alone), "{name}");
        assert!(lines(enclosed) >= 2, "{name}");
    }
}

/// What a passage prints of the dossier follows it: date, venue, organ, receiver, form.
#[test]
fn papers_follow_what_changes() {
    let base = sample("thach-that-2023").dossier;
    let mut changed = base.clone();
    changed.plan.conferences[0].when = When::Day { day: day(2023, 10, 12), time: None };
    changed.plan.conferences[0].venue = Venue::At(Text::words("Nhà văn hóa trung tâm"));
    changed.plan.organs[0].unit = unit("huyện", "Quốc Oai");
    changed.plan.collecting.return_by = When::Before { day: day(2023, 9, 20), time: None };
    changed.plan.collecting.form_title = Text::words("Phiếu xin ý kiến");
    for kind in PAPERS {
        let text = text(&changed, kind).to_lowercase();
        for old in ["29/9/2023", "29 tháng 9", "thạch thất", "phiếu góp ý, đăng ký"] {
            assert!(!text.contains(old), "{}: {old}", kind.code());
        }
        // The plan's tasks name the hall in words of their own.
        if !matches!(kind, PaperKind::Timetable | PaperKind::Timeline) {
            assert!(!text.contains("hội trường ubnd huyện"), "{}", kind.code());
        }
    }
}

/// What the officer set for one paper wins over what is usual.
#[test]
fn own_recipients_and_signatories_win() {
    let mut dossier = with_conference(System::State);
    let signer = Signatory {
        signer: "Lê Văn C".into(),
        ..Signatory::usual(dossier.new_id(), &dossier.plan.organs[0].clone(), Capacity::Deputy)
    };
    for kind in [PaperKind::Letter, PaperKind::Invitation, PaperKind::Notice] {
        let own = own(&mut dossier, kind);
        own.recipients = Some(Recipients { lines: Vec::new(), filed: "VT, TH".into() });
        own.signatories = vec![signer.clone()];
        let text = text(&dossier, kind);
        assert!(text.contains("Nơi nhận:\n- Lưu: VT, TH.\n"), "{text}");
        assert!(text.ends_with("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Văn C\n\n"), "{text}");
    }
}

/// A fact that a passage names and that is unknown is asked for where it is set.
#[test]
fn a_missing_fact_leads_to_its_question() {
    let mut dossier = with_conference(System::State);
    let id = dossier.plan.conferences[0].id;
    dossier.plan.conferences[0].venue = Venue::Unset;
    for kind in [PaperKind::Invitation, PaperKind::Notice, PaperKind::Broadcast, PaperKind::Agenda] {
        let document = paper(&dossier, kind);
        let gaps = document.gaps();
        assert!(gaps.iter().any(|(mark, _)| Place::of(*mark) == Some(Place::Thing(id))), "{}", kind.code());
        assert!(gaps.iter().all(|(_, paragraph)| !paragraph.text().contains(&format!("{HOLE}."))), "{}", kind.code());
    }
    dossier.plan.collecting.merged_by = slot(Fact::Organ);
    let document = paper(&dossier, PaperKind::Letter);
    assert!(document.gaps().iter().any(|(mark, _)| Place::of(*mark) == Some(Place::Collecting)));
}

/// A temporary body has no office that drafts for it.
#[test]
fn a_temporary_body_writes_under_its_own_symbol() {
    let mut dossier = commune(System::State);
    let organ = &mut dossier.plan.organs[0];
    organ.kind = OrganKind::Other;
    organ.names.full = "Ban Chỉ đạo đối thoại xã An Bình".into();
    organ.names.symbol = "BCĐ".into();
    assert_eq!(letter_number(&mut dossier), "Số: 05/BCĐ");
}
