//! What stands on a plan, in each system's form (reference: NĐ 30/2020/NĐ-CP, HD 36 and HD 05-HD/VPTW).

use doi_thoai::document::{HOLE, Line};
use doi_thoai::dossier::Dossier;
use doi_thoai::edit::{Command, ListEdit};
use doi_thoai::id::Id;
use doi_thoai::organ::{Organ, OrganKind, OrganNames, Power, Signatory, System, Tier};
use doi_thoai::plan::{
    AgendaItem, Amount, Assignment, AssignmentLayout, Block, Bound, Circle, Citation, Conference, Deadline, Layout,
    Marker, Part, Participant, Quota, Recipient, Stage, Task, Venue,
};
use doi_thoai::style::Role;
use doi_thoai::text::{ConferenceFact, Fact, Form, Text};
use doi_thoai::words::{Bound as Limit, Side, When};

use crate::support::{
    around, close_with, column_lines, commune, day, holes, html, list, of_role, plan, slot, text, unit,
};

/// The one line that gives number and symbol.
fn number_line(dossier: &Dossier) -> String {
    of_role(&plan(dossier), Role::Number).join("|")
}

/// The lines of the paper, empty ones left out.
fn lines(dossier: &Dossier) -> Vec<String> {
    text(dossier).lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The line of the paper that holds these words.
fn line_with(dossier: &Dossier, words: &str) -> String {
    let found: Vec<String> = lines(dossier).into_iter().filter(|line| line.contains(words)).collect();
    assert_eq!(found.len(), 1, "{words}: {found:?}");
    found.concat()
}

#[test]
fn the_state_heads_its_papers_by_decree_30() {
    let mut dossier = commune(System::State);
    dossier.plan.registration.number = Some(5);
    dossier.plan.registration.issued = Some(day(2026, 2, 9));
    assert_eq!(number_line(&dossier), "Số: 05/KH-UBND");
    assert_eq!(
        lines(&dossier)[..6],
        [
            "ỦY BAN NHÂN DÂN",
            "XÃ AN BÌNH",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Số: 05/KH-UBND",
            "An Bình, ngày 09 tháng 02 năm 2026",
        ]
    );
    // One line under the organ, one under the motto; no asterisk.
    let paper = plan(&dossier);
    let rules = column_lines(&paper).into_iter().filter(|line| matches!(line, Line::Rule(_)));
    assert_eq!(rules.count(), 2);
    assert!(of_role(&paper, Role::HeadAsterisk).is_empty());
}

#[test]
fn the_party_heads_its_papers_by_its_guide() {
    let mut dossier = commune(System::Party);
    let organ = &mut dossier.plan.organs[0];
    organ.tier = Tier::District;
    organ.unit = unit("huyện", "Thạch Thất");
    organ.superior = unit("thành phố", "Hà Nội");
    dossier.plan.registration.number = Some(146);
    dossier.plan.registration.issued = Some(day(2023, 8, 11));
    assert_eq!(number_line(&dossier), "Số 146-KH/HU");
    assert_eq!(
        lines(&dossier)[..6],
        [
            "ĐẢNG BỘ THÀNH PHỐ HÀ NỘI",
            "HUYỆN ỦY THẠCH THẤT",
            "*",
            "ĐẢNG CỘNG SẢN VIỆT NAM",
            "Số 146-KH/HU",
            "Thạch Thất, ngày 11 tháng 8 năm 2023",
        ]
    );
}

#[test]
fn the_front_has_three_lines_of_name() {
    let mut dossier = commune(System::Front);
    dossier.plan.registration.number = Some(12);
    assert_eq!(number_line(&dossier), "Số: 12/KH-MTTQ-BTT");
    assert_eq!(lines(&dossier)[..3], ["ỦY BAN MTTQ VIỆT NAM", "XÃ AN BÌNH", "BAN THƯỜNG TRỰC"]);
}

/// The clerk writes the number in by hand.
#[test]
fn a_blank_number_keeps_its_gap() {
    let gap = "\u{a0}".repeat(6);
    assert_eq!(number_line(&commune(System::State)), format!("Số: {gap}/KH-UBND"));
    assert_eq!(number_line(&commune(System::Party)), format!("Số {gap}-KH/ĐU"));
}

#[test]
fn two_organs_give_both_names_and_both_symbols() {
    let mut dossier = commune(System::State);
    let union = Organ {
        id: dossier.new_id(),
        kind: OrganKind::Other,
        names: OrganNames {
            full: "Hội Nông dân xã An Bình".into(), symbol: "HNDT".into(), ..OrganNames::default()
        },
        ..Organ::default()
    };
    dossier.plan.organs.push(union);
    dossier.plan.registration.number = Some(573);
    assert_eq!(number_line(&dossier), "Số: 573/KH-UBND-HNDT");
    assert!(lines(&dossier).contains(&"HỘI NÔNG DÂN XÃ AN BÌNH".into()));
    close_with(&mut dossier, slot(Fact::Organ));
    line_with(&dossier, "Ủy ban nhân dân xã An Bình và Hội Nông dân xã An Bình");
}

#[test]
fn a_draft_is_marked_in_a_box_by_the_state_and_in_italics_by_the_party() {
    for (system, round, words) in [
        (System::State, 0, "DỰ THẢO"),
        (System::State, 2, "DỰ THẢO LẦN 2"),
        (System::Front, 2, "DỰ THẢO LẦN 2"),
        (System::Party, 0, "Dự thảo"),
        (System::Party, 2, "Dự thảo lần 2"),
    ] {
        let mut dossier = commune(system);
        dossier.plan.registration.draft_round = Some(round);
        let paper = plan(&dossier);
        assert_eq!(of_role(&paper, Role::DraftMark), [words]);
        let boxed = column_lines(&paper).into_iter().any(|line| matches!(line, Line::Boxed(_)));
        assert_eq!(boxed, system != System::Party, "{system:?}");
        assert_eq!(paper.format.role(Role::DraftMark).italic, system == System::Party, "{system:?}");
    }
    assert!(of_role(&plan(&commune(System::State)), Role::DraftMark).is_empty());
}

/// The lines above the gap for the signature.
fn signature(system: System, power: Power, position: &str) -> Vec<String> {
    let mut dossier = commune(system);
    let id = dossier.new_id();
    dossier.plan.signatories.push(Signatory {
        id,
        power,
        position: position.into(),
        signer: "Người ký".into(),
        standing_office: String::new(),
    });
    let paper = plan(&dossier);
    [of_role(&paper, Role::Authority), of_role(&paper, Role::Office)].concat()
}

/// The signing forms of both systems (reference 2.4).
#[test]
fn every_power_signs_in_the_form_of_its_system() {
    let (board, committee) = ("BAN THƯỜNG VỤ".to_owned(), "ỦY BAN NHÂN DÂN".to_owned());
    let (head, secretary) = ("CHỦ TỊCH".to_owned(), "BÍ THƯ".to_owned());
    let (chief, deputy) = ("CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG");
    let state = |power, position| signature(System::State, power, position);
    let party = |power, position| signature(System::Party, power, position);

    let collective = |body: &String| Power::Collective { body: body.clone() };
    assert_eq!(state(collective(&committee), "CHỦ TỊCH"), ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]);
    assert_eq!(party(collective(&board), "BÍ THƯ"), ["T/M BAN THƯỜNG VỤ", "BÍ THƯ"]);

    let deputy_for = |body: String, head| Power::CollectiveDeputy { body, head };
    assert_eq!(
        state(deputy_for(committee, head.clone()), "PHÓ CHỦ TỊCH"),
        ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    );
    // Never K/T for a committee of the Party.
    assert_eq!(party(deputy_for(board.clone(), secretary), "PHÓ BÍ THƯ"), ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"]);

    assert_eq!(state(Power::Own, "CHỦ TỊCH"), ["CHỦ TỊCH"]);
    assert_eq!(party(Power::Own, chief), [chief]);

    let in_place = |head: &str| Power::OwnDeputy { head: head.into() };
    assert_eq!(state(in_place("CHỦ TỊCH"), "PHÓ CHỦ TỊCH"), ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]);
    assert_eq!(party(in_place(chief), deputy), ["K/T CHÁNH VĂN PHÒNG", deputy]);

    assert_eq!(state(Power::ByOrder { of: head.clone() }, chief), ["TL. CHỦ TỊCH", chief]);
    assert_eq!(party(Power::ByOrder { of: board.clone() }, chief), ["T/L BAN THƯỜNG VỤ", chief]);

    assert_eq!(state(Power::ByAuthorisation { of: head }, deputy), ["TUQ. CHỦ TỊCH", deputy]);
    // The Party has no authorisation; a dossier that changed its system prints the Party's form.
    assert_eq!(party(Power::ByAuthorisation { of: board }, chief), ["T/L BAN THƯỜNG VỤ", chief]);

    assert_eq!(state(Power::Acting, "CHỦ TỊCH"), ["Q. CHỦ TỊCH"]);
    assert_eq!(party(Power::Acting, chief), ["Q. CHÁNH VĂN PHÒNG"]);
}

/// "TM. " alone would go out unnoticed.
#[test]
fn a_power_without_its_body_or_office_has_a_hole() {
    for power in [
        Power::Collective { body: String::new() },
        Power::OwnDeputy { head: String::new() },
        Power::ByOrder { of: String::new() },
        Power::Acting,
    ] {
        let first = signature(System::State, power.clone(), "").remove(0);
        assert!(first.contains(HOLE), "{power:?}: {first:?}");
    }
}

#[test]
fn the_text_ends_with_the_mark_of_its_system() {
    for (written, state, party) in [
        ("Trên đây là Kế hoạch", "Trên đây là Kế hoạch./.", "Trên đây là Kế hoạch."),
        ("Trên đây là Kế hoạch.", "Trên đây là Kế hoạch./.", "Trên đây là Kế hoạch."),
        ("Trên đây là Kế hoạch./.", "Trên đây là Kế hoạch./.", "Trên đây là Kế hoạch."),
        ("Trên đây là Kế hoạch; ", "Trên đây là Kế hoạch./.", "Trên đây là Kế hoạch."),
    ] {
        for (system, printed) in [(System::State, state), (System::Front, state), (System::Party, party)] {
            let mut dossier = commune(system);
            close_with(&mut dossier, written);
            assert_eq!(line_with(&dossier, "Trên đây"), printed, "{system:?}");
        }
    }
}

fn agenda_of(dossier: &mut Dossier, count: usize, marker: Marker) {
    for number in 0..count {
        let item = AgendaItem { id: dossier.new_id(), text: Text::words(format!("bước {number}")), minutes: None };
        dossier.plan.agenda.items.push(item);
    }
    list(dossier, "Chương trình", Bound::Agenda, marker);
}

#[test]
fn letters_of_a_list_run_in_vietnamese_order() {
    let mut dossier = commune(System::State);
    agenda_of(&mut dossier, 25, Marker::Letter);
    let steps: Vec<String> = lines(&dossier).into_iter().filter(|line| line.contains(") Bước")).collect();
    let letters: Vec<&str> = steps.iter().filter_map(|line| line.split(')').next()).collect();
    assert_eq!(letters.join(" "), "a b c d đ e g h i k l m n o p q r s t u v x y aa ab");
    // Each ends with a semicolon; the last ends the text.
    assert!(steps[0].ends_with("Bước 0;") && steps[24].ends_with("Bước 24./."), "{steps:?}");
}

/// Each free paragraph is a block of its own, but a list to whoever reads it.
#[test]
fn letters_of_free_paragraphs_go_on() {
    let mut dossier = commune(System::State);
    let blocks = ["một", "hai", "ba"].map(|words| Block::words(dossier.new_id(), Marker::Letter, words.into()));
    dossier.plan.closing.extend(blocks);
    let found: Vec<String> = lines(&dossier).into_iter().filter(|line| line.contains(") ")).collect();
    assert_eq!(found, ["a) một", "b) hai", "c) ba./."]);
}

fn task(dossier: &mut Dossier, words: &str, whens: &[When]) -> Task {
    let deadlines = whens.iter().map(|when| Deadline { id: dossier.new_id(), when: when.clone() }).collect();
    Task { id: dossier.new_id(), text: words.into(), deadlines }
}

fn assign(dossier: &mut Dossier, agency: &str, tasks: Vec<Task>) {
    let assignment = Assignment {
        id: dossier.new_id(),
        agency: agency.into(),
        stage: Stage::Execution,
        layout: AssignmentLayout::Headed,
        tasks,
    };
    dossier.plan.assignments.push(assignment);
}

const BY: When = When::Relative { side: Side::Before, days: 7, bound: Limit::AtLeast, working: false };

#[test]
fn a_deadline_that_no_sentence_prints_follows_in_brackets() {
    let mut dossier = commune(System::State);
    let bare = task(&mut dossier, "niêm yết lịch tiếp dân.", std::slice::from_ref(&BY));
    let two = task(&mut dossier, "gửi báo cáo", &[BY, When::Announced]);
    let mut worded = task(&mut dossier, "", &[BY]);
    worded.text = around("nộp danh sách ", Fact::Deadline(worded.deadlines[0].id), " cho Văn phòng");
    let open = task(&mut dossier, "chuẩn bị hội trường", &[When::Unset]);
    assign(&mut dossier, "Văn phòng", vec![bare, two, worded, open]);
    list(&mut dossier, "Tổ chức", Bound::Assignments(Stage::Execution), Marker::Dash);
    let words = BY.wording(doi_thoai::words::Wording::Full);
    assert_eq!(line_with(&dossier, "iêm yết").to_lowercase(), format!("- niêm yết lịch tiếp dân ({words});"));
    let open_words = When::Announced.wording(doi_thoai::words::Wording::Full);
    assert!(line_with(&dossier, "báo cáo").ends_with(&format!("({words}; {open_words});")));
    assert!(line_with(&dossier, "danh sách").ends_with(&format!("{words} cho Văn phòng;")));
    assert!(line_with(&dossier, "hội trường").ends_with(&format!("({HOLE})./.")));
}

fn quota(amount: Amount, per: &str, units: Option<u32>) -> Option<Quota> {
    Some(Quota { amount, noun: "đại biểu".into(), per: per.into(), units })
}

#[test]
fn quotas_are_printed_with_their_lines_and_added_up() {
    let mut dossier = commune(System::State);
    let mut line = |who: &str, quota| Participant { id: dossier.new_id(), who: who.into(), quota };
    let villages = line("đại diện hộ dân", quota(Amount::Exact(5), "thôn", Some(12)));
    let mut guests = line("", quota(Amount::About(30), "", None));
    guests.who = around("khách mời ", Fact::Quota(guests.id), " của tỉnh");
    let uncounted = line("lãnh đạo xã", None);
    let circle = Circle {
        id: dossier.new_id(),
        heading: "Đại biểu".into(),
        participants: vec![villages, guests, uncounted],
        ..Circle::default()
    };
    let own = Circle {
        id: dossier.new_id(),
        heading: "Chủ trì".into(),
        quota: quota(Amount::Exact(2), "", None),
        ..Circle::default()
    };
    dossier.plan.circles.extend([circle, own]);
    list(&mut dossier, "Thành phần", Bound::Circles, Marker::Dash);
    list(&mut dossier, "Tổng số", Bound::Total, Marker::None);
    assert_eq!(line_with(&dossier, "hộ dân"), "+ Đại diện hộ dân (mỗi thôn 05 đại biểu);");
    assert_eq!(line_with(&dossier, "của tỉnh"), "+ Khách mời khoảng 30 đại biểu của tỉnh;");
    assert_eq!(line_with(&dossier, "ãnh đạo xã").to_lowercase(), "+ lãnh đạo xã.");
    assert_eq!(line_with(&dossier, "Chủ trì"), "- Chủ trì (02 đại biểu).");
    assert!(line_with(&dossier, "Tổng số đại biểu").contains("khoảng 92 người"));
    // A share of somebody cannot be added: the total is open, and never a wrong number.
    dossier.plan.circles[1].quota = quota(Amount::Share(50), "", None);
    assert!(line_with(&dossier, "Tổng số đại biểu").contains(HOLE));
}

/// What was removed leaves a hole, never a number of something else.
#[test]
fn slots_that_point_to_nothing_are_holes() {
    let gone = Id(999);
    let facts = [
        Fact::Conference(gone, ConferenceFact::When),
        Fact::Conference(gone, ConferenceFact::Venue),
        Fact::Conference(gone, ConferenceFact::Audience),
        Fact::Conference(gone, ConferenceFact::Name),
        Fact::Deadline(gone),
        Fact::Limit(gone),
        Fact::Agency(gone),
        Fact::Quota(gone),
        Fact::Total,
        Fact::Citation(gone),
        Fact::Part(gone),
        Fact::Event,
        Fact::FormTitle,
    ];
    for fact in facts {
        let mut dossier = commune(System::State);
        let before = holes(&plan(&dossier)).len();
        close_with(&mut dossier, around("trước ", fact, " sau."));
        assert_eq!(line_with(&dossier, "trước"), format!("trước {HOLE} sau./."), "{fact:?}");
        assert_eq!(holes(&plan(&dossier)).len(), before + 1, "{fact:?}");
    }
}

/// The title names the event, the event the commune: dots must be found whichever sentence prints them.
#[test]
fn a_hole_in_a_text_that_another_text_prints_is_a_hole_there_too() {
    let mut dossier = commune(System::State);
    dossier.plan.organs[0].unit.name.clear();
    dossier.plan.event = around("đối thoại tại ", Fact::Unit, "");
    dossier.plan.title = around("Tổ chức ", Fact::Event, "");
    let dots = text(&dossier).matches(HOLE).count();
    assert_eq!(holes(&plan(&dossier)).len(), dots);
}

/// An organ without a symbol, or none at all: the dots in the number must be found as well.
#[test]
fn every_row_of_dots_of_an_empty_dossier_is_a_hole() {
    let dossier = Dossier::empty(2026);
    assert_eq!(holes(&plan(&dossier)).len(), text(&dossier).matches(HOLE).count());
}

#[test]
fn collecting_half_described_has_holes() {
    let mut dossier = commune(System::State);
    dossier.plan.collecting.handed_out_by = "Trưởng thôn".into();
    list(&mut dossier, "Lấy ý kiến", Bound::Collecting, Marker::Dash);
    let dots = text(&dossier).matches(HOLE).count();
    assert_eq!(holes(&plan(&dossier)).len(), dots);
}

#[test]
fn a_text_that_names_itself_ends() {
    let mut dossier = commune(System::State);
    dossier.plan.event = around("đối thoại ", Fact::Event, "!");
    dossier.plan.collecting.form_title = slot(Fact::Event);
    dossier.plan.title = slot(Fact::Event);
    let agency = dossier.new_id();
    dossier.plan.assignments.push(Assignment {
        id: agency,
        agency: around("đơn vị ", Fact::Agency(agency), ""),
        ..Assignment::default()
    });
    let own = dossier.new_id();
    dossier.plan.conferences.push(Conference {
        id: own,
        venue: Venue::At(slot(Fact::Conference(own, ConferenceFact::Venue))),
        ..Conference::default()
    });
    list(&mut dossier, "Tổ chức", Bound::Assignments(Stage::Execution), Marker::Dash);
    list(&mut dossier, "Địa điểm", Bound::ConferenceVenues, Marker::Dash);
    // A fact that is being printed is a hole where it names itself.
    assert!(text(&dossier).contains("đối thoại ……!"));
}

/// A draft from elsewhere must not stop the page: with every level of depth the dots would be multiplied by six.
#[test]
fn a_text_that_names_itself_many_times_does_not_grow_without_measure() {
    let mut dossier = commune(System::State);
    for _ in 0..6 {
        dossier.plan.event.push_slot(Fact::Event, Form::Plain);
    }
    dossier.plan.title = slot(Fact::Event);
    let dots = of_role(&plan(&dossier), Role::Title).concat().matches(HOLE).count();
    assert!(dots <= 36, "{dots} rows of dots in one title");
}

/// A dossier with an assignment, a numbered paragraph and a sub-part in one part, and another part after it.
fn two_parts() -> (Dossier, Id, Id) {
    let mut dossier = commune(System::State);
    let todo = task(&mut dossier, "làm việc", &[]);
    assign(&mut dossier, "Văn phòng", vec![todo]);
    assign(&mut dossier, "Công an xã", Vec::new());
    let first = list(&mut dossier, "Tổ chức", Bound::Assignments(Stage::Execution), Marker::Dash);
    let numbered = Block::words(dossier.new_id(), Marker::Number, "các thôn phối hợp".into());
    let sub = Part { id: dossier.new_id(), heading: "Kinh phí".into(), ..Part::default() };
    let after = Block::words(dossier.new_id(), Marker::Number, "chế độ báo cáo".into());
    let part = &mut dossier.plan.outline[0];
    let sub_id = sub.id;
    part.blocks.push(numbered);
    part.parts.push(sub);
    part.after.push(after);
    let second = dossier.new_id();
    dossier.plan.outline.push(Part { id: second, heading: "Mục đích".into(), ..Part::default() });
    assert_eq!(dossier.plan.outline[0].id, first);
    (dossier, second, sub_id)
}

#[test]
fn assignments_paragraphs_and_parts_share_one_numbering() {
    let (dossier, ..) = two_parts();
    let paper = lines(&dossier);
    let numbers: Vec<&String> = paper.iter().filter(|line| line.contains(". ")).collect();
    assert_eq!(
        numbers,
        [
            "I. TỔ CHỨC",
            "1. Văn phòng",
            "2. Công an xã",
            "3. các thôn phối hợp",
            "4. Kinh phí",
            "5. chế độ báo cáo",
            "II. MỤC ĐÍCH",
        ]
    );
}

#[test]
fn a_reference_to_a_part_follows_it() {
    let (mut dossier, second, sub) = two_parts();
    let mut words = around("xem mục ", Fact::Part(second), " và mục ");
    words.push(&slot(Fact::Part(sub)));
    close_with(&mut dossier, words);
    assert_eq!(line_with(&dossier, "xem"), "xem mục II và mục I.4./.");
    let reorder = Command::Parts(None, ListEdit::Move { id: second, to: 0 });
    let back = reorder.apply(&mut dossier).expect("both parts are there");
    assert_eq!(line_with(&dossier, "xem"), "xem mục I và mục II.4./.");
    back.apply(&mut dossier).expect("both parts are there");
    assert_eq!(line_with(&dossier, "xem"), "xem mục II và mục I.4./.");
}

#[test]
fn a_dossier_with_nothing_in_it_composes() {
    let dossier = Dossier::empty(2026);
    let paper = plan(&dossier);
    assert!(holes(&paper).len() >= 4, "organ, title, filing, signature");
    assert!(text(&dossier).contains("KẾ HOẠCH"));
    assert!(html(&dossier).starts_with("<!doctype html>"));
}

/// A dossier that says `words` wherever an officer can type.
fn saying(words: &str) -> Dossier {
    let mut dossier = commune(System::State);
    dossier.name = words.into();
    let organ = &mut dossier.plan.organs[0];
    organ.unit.name = words.into();
    organ.names.head_own = words.into();
    organ.names.symbol = words.into();
    let registration = &mut dossier.plan.registration;
    registration.place = words.into();
    dossier.plan.title = words.into();
    dossier.plan.event = words.into();
    let id = dossier.new_id();
    dossier.plan.citations.push(Citation {
        id,
        kind: words.into(),
        number: words.into(),
        issuer: words.into(),
        about: words.into(),
        ..Citation::default()
    });
    list(&mut dossier, words, Bound::LegalBases, Marker::None);
    let todo = task(&mut dossier, words, &[]);
    assign(&mut dossier, words, vec![todo]);
    list(&mut dossier, words, Bound::Assignments(Stage::Execution), Marker::Dash);
    let id = dossier.new_id();
    dossier.plan.recipients.lines.push(Recipient { id, who: words.into(), purpose: words.into() });
    dossier.plan.recipients.filed = words.into();
    let id = dossier.new_id();
    dossier.plan.signatories.push(Signatory {
        id,
        power: Power::Collective { body: words.into() },
        position: words.into(),
        signer: words.into(),
        standing_office: words.into(),
    });
    close_with(&mut dossier, words);
    dossier
}

#[test]
fn whatever_is_typed_appears_as_text() {
    for typed in [
        "<script>alert(1)</script>",
        "</p></body><img src=x onerror=alert(1)>",
        "\"><b>&amp;&lt;",
        "</style></title>",
        "họp 🙂 👩‍👩‍👧",
        "\u{202e}ngược\u{202c} עברית",
        "\u{0}\u{7}\u{1b}[31m",
    ] {
        let dossier = saying(typed);
        let plain = text(&dossier);
        let times = plain.to_lowercase().matches(&typed.to_lowercase()).count();
        assert!(times >= 15, "{typed:?}: {times} times");
        let page = html(&dossier);
        let (marks, tame) = (page.matches('<').count(), html(&saying("thường")).matches('<').count());
        assert_eq!(marks, tame, "{typed:?}: a tag more or less than words make");
        let lower = page.to_lowercase();
        assert!(!lower.contains("<script") && !lower.contains("<img"), "{typed:?}");
    }
}

/// Quotes in text are harmless, but a class or a title may hold them too.
#[test]
fn ampersands_are_escaped_once() {
    let page = html(&saying("A & B \"C\""));
    assert!(page.contains("A &amp; B &quot;C&quot;"));
    assert!(!page.contains("&amp;amp;"));
}

#[test]
fn three_hundred_assignments_compose() {
    let mut dossier = commune(System::Party);
    for number in 0..300 {
        let todo = task(&mut dossier, "thực hiện nhiệm vụ được giao", std::slice::from_ref(&BY));
        assign(&mut dossier, &format!("đơn vị số {number}"), vec![todo]);
    }
    list(&mut dossier, "Tổ chức", Bound::Assignments(Stage::Execution), Marker::Dash);
    let paper = plan(&dossier);
    assert_eq!(of_role(&paper, Role::Heading2).len(), 300);
    assert_eq!(of_role(&paper, Role::Heading2)[299], "300. đơn vị số 299");
}

/// HD 36: the back of a sheet has its wide margin at the right. The decree says nothing of it.
#[test]
fn margins_are_mirrored_for_the_party_on_two_sides() {
    for (system, two_sided, mirrored) in [
        (System::Party, true, true),
        (System::Party, false, false),
        (System::State, true, false),
        (System::Front, true, false),
    ] {
        let mut dossier = commune(system);
        dossier.settings.two_sided = two_sided;
        assert_eq!(plan(&dossier).format.page.mirrored, mirrored, "{system:?}");
    }
}

/// A list laid out as headings takes its place among the numbers of its part.
#[test]
fn circles_as_headings_are_numbered() {
    let mut dossier = commune(System::State);
    let id = dossier.new_id();
    dossier.plan.circles.push(Circle {
        id,
        heading: "Chủ trì".into(),
        quota: quota(Amount::All, "", None),
        ..Circle::default()
    });
    let block = Block::bound(dossier.new_id(), Marker::Dash, Bound::Circles, Layout::Headings);
    let part =
        Part { id: dossier.new_id(), heading: Text::words("Thành phần"), blocks: vec![block], ..Part::default() };
    dossier.plan.outline.push(part);
    assert_eq!(line_with(&dossier, "Chủ trì"), "1. Chủ trì (toàn thể đại biểu)");
}

#[test]
fn conferences_stand_in_a_table_with_a_row_each() {
    let mut dossier = commune(System::State);
    for number in 1..=3 {
        let id = dossier.new_id();
        dossier.plan.conferences.push(Conference {
            id,
            name: format!("thôn {number}").as_str().into(),
            when: When::parse(&format!("{number}/10/2026"), 2026).expect("a day"),
            ..Conference::default()
        });
    }
    let block = Block::bound(dossier.new_id(), Marker::None, Bound::ConferenceTimesAndVenues, Layout::Table);
    dossier.plan.closing.push(block);
    let rows: Vec<String> = text(&dossier).lines().filter(|line| line.contains('\t')).map(str::to_owned).collect();
    assert_eq!(
        rows,
        [
            "TT\tHội nghị\tThời gian\tĐịa điểm".to_owned(),
            format!("1\tThôn 1\tNgày 01/10/2026\t{HOLE}"),
            format!("2\tThôn 2\tNgày 02/10/2026\t{HOLE}"),
            format!("3\tThôn 3\tNgày 03/10/2026\t{HOLE}"),
        ]
    );
    // The place that is still open leads to its conference, once.
    let conferences: Vec<Id> = dossier.plan.conferences.iter().map(|conference| conference.id).collect();
    let open: Vec<Id> = holes(&plan(&dossier))
        .into_iter()
        .filter_map(|(_, place)| match place {
            doi_thoai::papers::Place::Thing(id) if conferences.contains(&id) => Some(id),
            _ => None,
        })
        .collect();
    assert_eq!(open, conferences);
}
