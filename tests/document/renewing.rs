//! An old plan moved to another year: what is listed changes and nothing else, all of it can be taken back, and the papers
//! then say the new year.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use doi_thoai::dossier::Dossier;
use doi_thoai::edit::{Command, ListEdit};
use doi_thoai::organ::{System, Tier, cited};
use doi_thoai::paper::{OwnPaper, PaperKind};
use doi_thoai::plan::{Conference, Recipient};
use doi_thoai::proceedings::Opinion;
use doi_thoai::renew::{Change, Kind, changes, command};
use doi_thoai::style::FormatCode;
use doi_thoai::text::Text;
use doi_thoai::words::When;
use proptest::prelude::*;

use crate::any::{any_papers, any_proceedings, any_text, give_identities};
use crate::support::{SAMPLES, any_when, close_with, commune, day, sample, text};

fn today() -> NaiveDate {
    day(2026, 11, 22)
}

fn keys<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Vec<String> {
    changes.into_iter().map(|change| change.key.clone()).collect()
}

/// A dossier moved to a year, with the changes of which `choose` says so.
fn renewed(dossier: &Dossier, year: i32, choose: impl Fn(&Change) -> bool) -> Dossier {
    let all = changes(dossier, year, today());
    let chosen = keys(all.iter().filter(|change| choose(change)));
    let mut after = dossier.clone();
    command(dossier, year, today(), &chosen).apply(&mut after).expect("a change of the whole dossier");
    after
}

fn of_kind(dossier: &Dossier, year: i32, kind: Kind) -> Vec<Change> {
    changes(dossier, year, today()).into_iter().filter(|change| change.kind == kind).collect()
}

/// A plan of 2024 with something of everything that moves.
fn last_years() -> Dossier {
    let mut dossier = commune(System::Party);
    dossier.settings.year = 2024;
    dossier.settings.format = Some(FormatCode::Hd36);
    let plan = &mut dossier.plan;
    plan.title = Text::words("tổ chức hội nghị đối thoại năm 2024");
    plan.registration.number = Some(7);
    plan.registration.issued = Some(day(2024, 4, 2));
    let when = When::Day { day: day(2024, 9, 12), time: None };
    let conference = Conference { id: dossier.new_id(), when, ..Conference::default() };
    dossier.plan.conferences.push(conference);
    let id = dossier.new_id();
    dossier
        .plan
        .recipients
        .lines
        .push(Recipient { id, who: "Ban Dân vận Huyện ủy".into(), purpose: "báo cáo".into() });
    dossier.plan.recipients.filed = "VP".into();
    let opinion = Opinion { id: dossier.new_id(), text: "Đường xuống cấp".into(), ..Opinion::default() };
    dossier.proceedings.opinions.push(opinion);
    dossier.proceedings.matter = Text::words("việc làm đường thôn năm 2024");
    close_with(
        &mut dossier,
        "Kết quả năm 2023 và nhiệm vụ năm 2024 theo Kế hoạch số 3-KH/TU, ngày 05/01/2024 của Tỉnh ủy.",
    );
    let letter = OwnPaper { registration: dossier.plan.registration.clone(), ..OwnPaper::default() };
    dossier.papers.insert(PaperKind::Letter, letter);
    dossier
}

#[test]
fn everything_of_last_year_is_listed() {
    let dossier = last_years();
    let listed: Vec<(Kind, String, String, bool)> = changes(&dossier, 2026, today())
        .into_iter()
        .map(|change| (change.kind, change.before, change.after, change.advised))
        .collect();
    let row =
        |kind: Kind, before: &str, after: &str, advised: bool| (kind, before.to_owned(), after.to_owned(), advised);
    assert_eq!(
        listed,
        [
            row(Kind::Year, "2024", "2026", true),
            row(Kind::Conference, "ngày 12/9/2024", "ngày 10/9/2026", true),
            row(Kind::YearInWords, "tổ chức hội nghị đối thoại năm 2024", "tổ chức hội nghị đối thoại năm 2026", true),
            row(
                Kind::YearInWords,
                "Kết quả năm 2023 và nhiệm vụ năm 2024 theo Kế hoạch…",
                "Kết quả năm 2025 và nhiệm vụ năm 2024 theo Kế hoạch…",
                true
            ),
            row(
                Kind::YearInWords,
                "Kết quả năm 2023 và nhiệm vụ năm 2024 theo Kế hoạch số 3-KH/TU, ngày…",
                "Kết quả năm 2023 và nhiệm vụ năm 2026 theo Kế hoạch số 3-KH/TU, ngày…",
                true
            ),
            row(Kind::YearInWords, "việc làm đường thôn năm 2024", "việc làm đường thôn năm 2026", true),
            row(Kind::Number, "07", "", true),
            row(Kind::Number, "07", "", true),
            row(Kind::Issued, "02/4/2024", "", true),
            row(Kind::Issued, "02/4/2024", "", true),
            row(Kind::Format, "hd36", "hd05", true),
            row(Kind::Proceedings, "1", "", true),
            row(Kind::Ended, "Ban Dân vận Huyện ủy", "Ban Xây dựng Đảng Đảng ủy xã", false),
        ]
    );
}

#[test]
fn what_is_advised_makes_this_years_plan() {
    let after = renewed(&last_years(), 2026, |change| change.advised);
    assert_eq!(after.settings.year, 2026);
    assert_eq!(after.settings.format, None);
    assert_eq!(after.plan.conferences[0].when, When::Day { day: day(2026, 9, 10), time: None });
    assert_eq!((after.plan.registration.number, after.plan.registration.issued), (None, None));
    assert_eq!(after.papers[&PaperKind::Letter].registration.number, None);
    assert!(after.proceedings.opinions.is_empty());
    assert_eq!(after.plan.recipients.lines[0].who, "Ban Dân vận Huyện ủy", "a guess waits for the officer");
    let paper = text(&after);
    assert!(
        paper.contains("Kết quả năm 2025 và nhiệm vụ năm 2026 theo Kế hoạch số 3-KH/TU, ngày 05/01/2024"),
        "{paper}"
    );
}

#[test]
fn of_one_text_any_can_be_chosen() {
    let dossier = last_years();
    let all = of_kind(&dossier, 2026, Kind::YearInWords);
    for (chosen, words) in [(1, "năm 2025 và nhiệm vụ năm 2024"), (2, "năm 2023 và nhiệm vụ năm 2026")] {
        let after = renewed(&dossier, 2026, |change| change.key == all[chosen].key);
        assert!(text(&after).contains(words));
    }
}

#[test]
fn the_samples_say_the_new_year_and_come_back() {
    for name in SAMPLES {
        let dossier = sample(name).dossier;
        let (old, new) = (dossier.settings.year, dossier.settings.year + 5);
        let all = changes(&dossier, new, today());
        assert_eq!(keys(&all).into_iter().collect::<BTreeSet<_>>().len(), all.len(), "{name}: each key once");
        let mut after = dossier.clone();
        let back = command(&dossier, new, today(), &keys(&all)).apply(&mut after).expect("it is carried out");
        for line in text(&after).lines() {
            let bases = after.plan.citations.iter().map(|citation| citation.full(after.system()));
            let mut line = bases.fold(line.to_owned(), |line, basis| line.replace(&basis, ""));
            for range in cited(&line).into_iter().rev() {
                line.replace_range(range, "");
            }
            assert!(!line.contains(&old.to_string()), "{name}: {line}");
        }
        for (before, after) in dossier.plan.conferences.iter().zip(&after.plan.conferences) {
            if let (When::Day { day: before, .. }, When::Day { day: after, .. }) = (&before.when, &after.when) {
                assert_eq!(before.weekday(), after.weekday(), "{name}");
            }
        }
        let notes = |change: &&Change| !change.kind.is_note();
        assert_eq!(changes(&after, new, today()).iter().find(notes), None, "{name}: once is enough");
        back.apply(&mut after).expect("it is taken back");
        assert_eq!(after, dossier, "{name}");
    }
}

#[test]
fn nothing_but_what_was_chosen_changes() {
    for name in SAMPLES {
        let dossier = sample(name).dossier;
        let new = dossier.settings.year + 5;
        assert_eq!(renewed(&dossier, new, |_| false), dossier, "{name}");
        let all = changes(&dossier, new, today());
        for change in all.iter().filter(|change| change.kind != Kind::Year).step_by(9) {
            let after = renewed(&dossier, new, |other| other.key == change.key);
            assert_eq!(after == dossier, change.kind.is_note(), "{name}: {}", change.key);
            let left = changes(&after, new, today()).len();
            assert_eq!(left + usize::from(!change.kind.is_note()), all.len(), "{name}: {}", change.key);
        }
    }
}

#[test]
fn in_its_own_year_only_what_ended_is_listed() {
    for name in SAMPLES {
        let dossier = sample(name).dossier;
        let ended = |change: &Change| matches!(change.kind, Kind::Ended | Kind::EndedOrgan);
        assert!(changes(&dossier, dossier.settings.year, today()).iter().all(ended), "{name}");
    }
}

#[test]
fn an_organ_of_a_district_becomes_one_of_a_commune() {
    let mut dossier = last_years();
    dossier.plan.organs[0].tier = Tier::District;
    dossier.plan.organs[0].unit.sort = "huyện".into();
    let listed = of_kind(&dossier, 2026, Kind::EndedOrgan);
    assert_eq!((listed[0].after.as_str(), listed[0].advised), ("xã An Bình", false));
    let after = renewed(&dossier, 2026, |change| change.kind == Kind::EndedOrgan);
    assert_eq!((after.plan.organs[0].tier, after.plan.organs[0].unit.sort.as_str()), (Tier::Commune, "xã"));
}

#[test]
fn who_signs_and_last_years_plan_are_to_be_looked_at() {
    let mut dossier = last_years();
    let signatory = doi_thoai::organ::Signatory {
        id: dossier.new_id(),
        signer: "Lò Thị Mây".into(),
        ..sample(SAMPLES[0]).dossier.plan.signatories[0].clone()
    };
    let citation = doi_thoai::plan::Citation {
        id: dossier.new_id(),
        kind: "Kế hoạch".into(),
        number: "3-KH/TU".into(),
        date: Some(day(2024, 1, 5)),
        issuer: "Tỉnh ủy".into(),
        about: "về đối thoại".into(),
    };
    for step in [
        Command::Signatories(ListEdit::Insert { at: 0, item: signatory }),
        Command::Citations(ListEdit::Insert { at: 0, item: citation }),
    ] {
        step.apply(&mut dossier).expect("something new");
    }
    let notes: Vec<_> = changes(&dossier, 2026, today()).into_iter().filter(|change| change.kind.is_note()).collect();
    assert_eq!(notes.iter().map(|note| note.kind).collect::<Vec<_>>(), [Kind::Citation, Kind::Signer]);
    assert!(notes.iter().all(|note| !note.advised && note.place.is_some()));
}

proptest! {
    #[test]
    fn any_dossier_moves_and_comes_back(
        (title, venue, passage) in (any_text(), any_text(), any_text()),
        whens in prop::collection::vec(any_when(), 0..4),
        (proceedings, papers) in (any_proceedings(), any_papers()),
        (from, to) in (1990i32..2090, 1990i32..2090),
    ) {
        let mut dossier = Dossier { proceedings, papers, ..commune(System::Party) };
        give_identities(&mut dossier);
        dossier.settings.year = from;
        dossier.plan.title = title;
        close_with(&mut dossier, venue);
        close_with(&mut dossier, passage);
        for when in whens {
            let conference = Conference { id: dossier.new_id(), when, ..Conference::default() };
            dossier.plan.conferences.push(conference);
        }
        prop_assert_eq!(&renewed(&dossier, to, |_| false), &dossier);
        let all = changes(&dossier, to, today());
        prop_assert_eq!(keys(&all).into_iter().collect::<BTreeSet<_>>().len(), all.len());
        let mut after = dossier.clone();
        let back = command(&dossier, to, today(), &keys(&all)).apply(&mut after).expect("it is carried out");
        prop_assert_eq!(after.settings.year, to);
        back.apply(&mut after).expect("it is taken back");
        prop_assert_eq!(after, dossier);
    }
}
