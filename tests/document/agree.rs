//! One fact, one place: whatever is changed in the dossier is changed on every paper that prints it.

use doi_thoai::dossier::Dossier;
use doi_thoai::edit::{Command, ListEdit};
use doi_thoai::papers::{PaperKind, compose};
use doi_thoai::plan::Venue;
use doi_thoai::render;
use doi_thoai::text::Text;
use doi_thoai::words::When;

use crate::support::{SAMPLES, day, sample};

/// The papers of a dossier as text.
fn papers(dossier: &Dossier) -> Vec<(PaperKind, String)> {
    PaperKind::ALL
        .into_iter()
        .map(|kind| (kind, render::text::text(&compose(dossier, kind, day(2026, 11, 22)))))
        .collect()
}

/// Changes a fact from one value to another; every paper that printed the one prints the other, and none both.
fn follows(name: &str, dossier: &mut Dossier, old: &str, new: &str, mut set: impl FnMut(&Dossier, bool) -> Command) {
    let apply = |dossier: &mut Dossier, command: Command| {
        command.apply(dossier).unwrap_or_else(|fault| panic!("{name}: {fault}"));
    };
    let command = set(dossier, false);
    apply(dossier, command);
    let before = papers(dossier);
    let command = set(dossier, true);
    apply(dossier, command);
    let mut printed = 0;
    for ((kind, before), (_, after)) in before.iter().zip(papers(dossier)) {
        // Heads and titles stand in capitals.
        let [before, after] = [before.to_lowercase(), after.to_lowercase()];
        let [old, new] = [old.to_lowercase(), new.to_lowercase()];
        assert!(!after.contains(&old), "{name}, {}: still prints “{old}”", kind.code());
        assert_eq!(before.matches(&old).count(), after.matches(&new).count(), "{name}, {}", kind.code());
        printed += usize::from(before.contains(&old));
    }
    assert!(printed > 0, "{name}: no paper prints “{old}”");
}

#[test]
fn every_paper_follows_the_conference() {
    for name in SAMPLES {
        let mut dossier = sample(name).dossier;
        let conference = |dossier: &Dossier| dossier.plan.conferences[0].clone();
        follows(
            &format!("{name}: venue"),
            &mut dossier,
            "Nhà Cũ Thôn Sáu",
            "Hội Trường Mới",
            |dossier, new| {
                let mut item = conference(dossier);
                item.venue = Venue::At(Text::words(if new { "Hội Trường Mới" } else { "Nhà Cũ Thôn Sáu" }));
                Command::Conferences(ListEdit::Set { item })
            },
        );
        follows(&format!("{name}: date"), &mut dossier, "17/11/2031", "18/12/2032", |dossier, new| {
            let mut item = conference(dossier);
            let day = if new { day(2032, 12, 18) } else { day(2031, 11, 17) };
            item.when = When::Day { day, time: None };
            Command::Conferences(ListEdit::Set { item })
        });
    }
}

#[test]
fn every_paper_follows_the_organ() {
    for name in SAMPLES {
        let mut dossier = sample(name).dossier;
        follows(&format!("{name}: organ"), &mut dossier, "Cổ Lâm Hạ", "Tân Sơn Thượng", |dossier, new| {
            let mut item = dossier.plan.organs[0].clone();
            item.unit.name = if new { "Tân Sơn Thượng" } else { "Cổ Lâm Hạ" }.into();
            item.names = Default::default();
            Command::Organs(ListEdit::Set { item })
        });
    }
}

#[test]
fn every_paper_follows_deadlines_and_events() {
    for name in SAMPLES {
        let mut dossier = sample(name).dossier;
        let with_deadline = |dossier: &Dossier| {
            let mut all = dossier.plan.assignments.iter();
            all.find(|one| one.tasks.iter().any(|task| !task.deadlines.is_empty())).cloned()
        };
        if with_deadline(&dossier).is_some() {
            follows(&format!("{name}: deadline"), &mut dossier, "03/11/2031", "04/12/2032", |dossier, new| {
                let mut item = with_deadline(dossier).expect("an assignment");
                let task = item.tasks.iter_mut().find(|task| !task.deadlines.is_empty()).expect("a task");
                let day = if new { day(2032, 12, 4) } else { day(2031, 11, 3) };
                task.deadlines[0].when = When::By { day, time: None };
                Command::Assignments(ListEdit::Set { item })
            });
        }
        follows(
            &format!("{name}: event"),
            &mut dossier,
            "buổi gặp cũ xưa",
            "hội nghị rất mới",
            |_, new| {
                Command::SetEvent(Text::words(if new { "hội nghị rất mới" } else { "buổi gặp cũ xưa" }))
            },
        );
        follows(&format!("{name}: return"), &mut dossier, "05/11/2031", "06/12/2032", |dossier, new| {
            let mut collecting = dossier.plan.collecting.clone();
            let day = if new { day(2032, 12, 6) } else { day(2031, 11, 5) };
            collecting.return_by = When::By { day, time: None };
            Command::SetCollecting(collecting)
        });
    }
}
