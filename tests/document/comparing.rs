//! Two versions side by side: both papers can be read out of the marked one, and each changed fact is told once.

use doi_thoai::compare::{Compared, FactKind, Fate, facts, papers};
use doi_thoai::document::Document;
use doi_thoai::dossier::Dossier;
use doi_thoai::organ::System;
use doi_thoai::papers::{PaperKind, compose};
use doi_thoai::plan::{Agenda, AgendaItem, Assignment, Conference, Deadline, Recipient, Task, Venue};
use doi_thoai::text::Text;
use doi_thoai::words::When;
use proptest::prelude::*;

use crate::any::{any_papers, any_proceedings, any_text, give_identities};
use crate::support::{SAMPLES, close_with, commune, day, plan, sample};

/// The characters of a paper as they are printed, and those of a comparison without one fate.
fn letters(text: impl IntoIterator<Item = String>) -> String {
    text.into_iter()
        .flat_map(|part| part.chars().collect::<Vec<_>>())
        .filter(|letter| !letter.is_whitespace())
        .collect()
}

fn printed(document: &Document) -> String {
    let mut lines = Vec::new();
    for part in document.parts() {
        for block in &part.blocks {
            block.paragraphs(&mut |paragraph| {
                let caps = part.format.role(paragraph.role).caps;
                lines.push(if caps { doi_thoai::words::upper(&paragraph.text()) } else { paragraph.text() });
            });
        }
    }
    letters(lines)
}

fn without(fate: Fate, all: &[Compared]) -> String {
    let stretches = all.iter().flat_map(|one| &one.stretches).filter(|stretch| stretch.fate != fate);
    letters(stretches.map(|stretch| stretch.text.clone()))
}

/// What is told of two dossiers: kind, what it is about, before, after.
fn told(before: &Dossier, after: &Dossier) -> Vec<(FactKind, String, String, String)> {
    let all = facts(before, after, day(2026, 11, 22)).into_iter();
    all.map(|change| (change.kind, change.about, change.before, change.after)).collect()
}

fn row(kind: FactKind, about: &str, before: &str, after: &str) -> (FactKind, String, String, String) {
    (kind, about.to_owned(), before.to_owned(), after.to_owned())
}

/// A plan with one conference, a step, a task with a deadline, and two recipients.
fn small() -> Dossier {
    let mut dossier = commune(System::State);
    dossier.plan.title = Text::words("tổ chức hội nghị đối thoại");
    let conference = Conference {
        id: dossier.new_id(),
        audience: Text::words("hộ kinh doanh"),
        when: When::Day { day: day(2026, 9, 10), time: None },
        venue: Venue::At(Text::words("nhà văn hóa thôn Đoài")),
        ..Conference::default()
    };
    let item = AgendaItem { id: dossier.new_id(), text: Text::words("Khai mạc"), minutes: Some(15) };
    let deadline = Deadline { id: dossier.new_id(), when: When::By { day: day(2026, 9, 1), time: None } };
    let task =
        Task { id: dossier.new_id(), text: Text::words("Chuẩn bị hội trường"), deadlines: vec![deadline] };
    let assignment = Assignment {
        id: dossier.new_id(),
        agency: Text::words("Văn phòng"),
        tasks: vec![task],
        ..Assignment::default()
    };
    for who in ["Như trên", "Các thôn"] {
        let line = Recipient { id: dossier.new_id(), who: who.into(), purpose: String::new() };
        dossier.plan.recipients.lines.push(line);
    }
    let plan = &mut dossier.plan;
    plan.conferences.push(conference);
    plan.agenda = Agenda { items: vec![item], ..Agenda::default() };
    plan.assignments.push(assignment);
    close_with(&mut dossier, "Yêu cầu các cơ quan thực hiện nghiêm túc.");
    close_with(&mut dossier, "Có vướng mắc thì báo về Văn phòng.");
    dossier
}

#[test]
fn a_paper_is_the_same_as_itself() {
    for name in SAMPLES {
        let dossier = sample(name).dossier;
        for kind in PaperKind::ALL {
            let paper = compose(&dossier, kind, day(2026, 11, 22));
            let all = papers(&paper, &paper);
            assert!(all.iter().all(|one| !one.is_changed()), "{name}, {}", kind.code());
            assert_eq!(without(Fate::Inserted, &all), printed(&paper), "{name}, {}", kind.code());
        }
        assert!(told(&dossier, &dossier).is_empty(), "{name}");
    }
}

#[test]
fn both_papers_can_be_read_out_of_their_comparison() {
    for (one, other) in SAMPLES.into_iter().zip(SAMPLES.into_iter().skip(1)) {
        let [before, after] = [one, other].map(|name| plan(&sample(name).dossier));
        let all = papers(&before, &after);
        assert_eq!(without(Fate::Inserted, &all), printed(&before), "{one}");
        assert_eq!(without(Fate::Deleted, &all), printed(&after), "{other}");
    }
}

#[test]
fn a_changed_word_is_marked_in_its_paragraph_alone() {
    let before = small();
    let mut after = before.clone();
    after.plan.closing[0].content =
        doi_thoai::plan::BlockContent::Words("Yêu cầu các thôn thực hiện nghiêm túc.".into());
    let all = papers(&plan(&before), &plan(&after));
    let changed: Vec<&Compared> = all.iter().filter(|one| one.is_changed()).collect();
    assert_eq!(changed.len(), 1);
    let stretches: Vec<(Fate, &str)> =
        changed[0].stretches.iter().map(|stretch| (stretch.fate, stretch.text.as_str())).collect();
    assert_eq!(
        stretches,
        [
            (Fate::Kept, "Yêu cầu các "),
            (Fate::Deleted, "cơ quan"),
            (Fate::Inserted, "thôn"),
            (Fate::Kept, " thực hiện nghiêm túc.")
        ]
    );
    assert!(changed[0].mark.is_some());
}

#[test]
fn each_changed_fact_is_told_once() {
    let before = small();
    let mut after = before.clone();
    let plan = &mut after.plan;
    plan.conferences[0].when = When::Day { day: day(2026, 9, 17), time: None };
    plan.conferences[0].venue = Venue::Announced;
    plan.agenda.items[0].minutes = Some(10);
    plan.assignments[0].tasks[0].deadlines[0].when = When::Before { day: day(2026, 9, 3), time: None };
    plan.recipients.lines.swap(0, 1);
    plan.recipients.lines[0].who = "Các thôn, tổ dân phố".into();
    plan.registration.number = Some(7);
    assert_eq!(
        told(&before, &after),
        [
            row(FactKind::Number, "", "", "07/KH-UBND"),
            row(FactKind::Time, "hộ kinh doanh", "ngày 10/9/2026", "ngày 17/9/2026"),
            row(FactKind::Venue, "hộ kinh doanh", "nhà văn hóa thôn Đoài", "sẽ thông báo sau"),
            row(FactKind::Minutes, "Khai mạc", "15 phút", "10 phút"),
            row(FactKind::Deadline, "Chuẩn bị hội trường", "chậm nhất ngày 01/9/2026", "trước ngày 03/9/2026"),
            row(FactKind::Recipient, "", "Các thôn", "Các thôn, tổ dân phố"),
        ]
    );
}

#[test]
fn what_came_and_went_is_told_with_all_that_it_says() {
    let before = small();
    let mut after = before.clone();
    let task = Task { id: after.new_id(), text: Text::words("Đưa tin trên loa"), deadlines: Vec::new() };
    after.plan.assignments[0].tasks.push(task);
    assert_eq!(told(&before, &after), [row(FactKind::Task, "", "", "Đưa tin trên loa (Văn phòng)")]);
    assert_eq!(told(&after, &before), [row(FactKind::Task, "", "Đưa tin trên loa (Văn phòng)", "")]);
}

#[test]
fn a_thing_of_another_draft_is_known_by_its_words() {
    let before = small();
    let mut after = before.clone();
    // Another draft numbers its things in another way.
    for (at, line) in after.plan.recipients.lines.iter_mut().enumerate() {
        line.id = doi_thoai::id::Id(900 + at as u32);
    }
    assert!(told(&before, &after).is_empty());
}

#[test]
fn a_paper_of_a_thousand_paragraphs_is_compared_at_once() {
    let mut before = small();
    for at in 0..1000 {
        close_with(&mut before, format!("Việc thứ {at}: các thôn thực hiện theo phân công số {}.", at * 7).as_str());
    }
    let mut after = before.clone();
    after.plan.closing.reverse();
    let all = papers(&plan(&before), &plan(&after));
    assert_eq!(without(Fate::Deleted, &all), printed(&plan(&after)));
    assert_eq!(without(Fate::Inserted, &all), printed(&plan(&before)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_two_dossiers_are_compared(
        texts in prop::collection::vec((any_text(), any_text()), 1..4),
        (proceedings, papers_before) in (any_proceedings(), any_papers()),
    ) {
        let mut before = Dossier { proceedings, papers: papers_before, ..small() };
        give_identities(&mut before);
        let mut after = small();
        for (old, new) in texts {
            close_with(&mut before, old);
            close_with(&mut after, new);
        }
        let _ = told(&before, &after);
        for kind in PaperKind::ALL {
            let [old, new] = [&before, &after].map(|dossier| compose(dossier, kind, day(2026, 11, 22)));
            let all = papers(&old, &new);
            prop_assert_eq!(without(Fate::Inserted, &all), printed(&old));
            prop_assert_eq!(without(Fate::Deleted, &all), printed(&new));
        }
    }
}
