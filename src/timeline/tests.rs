use std::collections::HashSet;

use proptest::prelude::*;

use super::*;
use crate::plan::{Deadline, Limit, Task};
use crate::words::Bound;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).expect("a day")
}

fn on(month: u32, date: u32) -> When {
    When::Day { day: day(month, date), time: None }
}

fn by(month: u32, date: u32) -> When {
    When::By { day: day(month, date), time: None }
}

fn relative(side: Side, days: u32, bound: Bound) -> When {
    When::Relative { side, days, bound, working: false }
}

/// A plan with one dialogue on 25 September.
fn dossier() -> Dossier {
    let mut dossier = Dossier::empty(2026);
    add_conference(&mut dossier, on(9, 25));
    dossier
}

fn add_conference(dossier: &mut Dossier, when: When) -> Id {
    let id = dossier.new_id();
    dossier.plan.conferences.push(Conference { id, when, ..Conference::default() });
    id
}

fn add_limit(dossier: &mut Dossier, kind: LimitKind, when: When) {
    let id = dossier.new_id();
    dossier.plan.limits.push(Limit { id, kind, when });
}

fn add_task(dossier: &mut Dossier, agency: &str, stage: Stage, when: When) {
    let [id, task, deadline] = [dossier.new_id(), dossier.new_id(), dossier.new_id()];
    let tasks = vec![Task { id: task, deadlines: vec![Deadline { id: deadline, when }], ..Task::default() }];
    dossier.plan.assignments.push(Assignment { id, agency: agency.into(), stage, tasks, ..Assignment::default() });
}

/// The states of all but the conferences.
fn states(dossier: &Dossier) -> Vec<State> {
    let rows = timeline(dossier).rows;
    let others = rows.iter().filter(|row| row.who != Who::Conferences);
    others.flat_map(|row| &row.entries).map(|entry| entry.state).collect()
}

fn of_limit(kind: LimitKind, when: When) -> State {
    let mut dossier = dossier();
    add_limit(&mut dossier, kind, when);
    states(&dossier)[0]
}

fn of_task(stage: Stage, when: When) -> State {
    let mut dossier = dossier();
    add_task(&mut dossier, "Văn phòng", stage, when);
    states(&dossier)[0]
}

#[test]
fn announcing_and_publishing_keep_to_the_law() {
    use LimitKind::{Announce, Publish};
    assert_eq!(of_limit(Announce, by(9, 18)), State::Calm);
    assert_eq!(of_limit(Announce, by(9, 19)), State::Conflict(Conflict::AnnouncedLate(6), day(9, 18)));
    assert_eq!(of_limit(Announce, relative(Side::Before, 7, Bound::AtLeast)), State::Calm);
    let late = State::Conflict(Conflict::AnnouncedLate(5), day(9, 18));
    assert_eq!(of_limit(Announce, relative(Side::Before, 5, Bound::AtLeast)), late);
    assert_eq!(of_limit(Announce, by(9, 27)), State::Conflict(Conflict::AfterConference(2), day(9, 25)));
    assert_eq!(of_limit(Publish, relative(Side::After, 10, Bound::AtMost)), State::Calm);
    let late = State::Conflict(Conflict::PublishedLate(15), day(10, 5));
    assert_eq!(of_limit(Publish, relative(Side::After, 15, Bound::AtMost)), late);
    assert_eq!(of_limit(Publish, by(10, 5)), State::Calm);
    assert_eq!(of_limit(LimitKind::Answer, relative(Side::After, 30, Bound::AtMost)), State::Calm);
}

#[test]
fn what_prepares_the_conference_comes_before_it() {
    use Stage::{Execution, Preparation};
    assert_eq!(of_task(Preparation, by(9, 22)), State::Calm);
    assert_eq!(of_task(Preparation, by(9, 23)), State::Tight(2));
    assert_eq!(of_task(Preparation, on(9, 25)), State::Tight(0));
    assert_eq!(of_task(Preparation, by(9, 28)), State::Conflict(Conflict::AfterConference(3), day(9, 25)));
    assert_eq!(of_task(Execution, by(9, 24)), State::Tight(1));
    assert_eq!(of_task(Execution, on(9, 25)), State::Calm, "what is done on the day itself");
    assert_eq!(of_task(Execution, by(9, 28)), State::Calm, "what is done after it");
    assert_eq!(of_task(Execution, relative(Side::Before, 1, Bound::Exactly)), State::Tight(1));
}

/// Between two conferences one still prepares the second.
#[test]
fn of_several_conferences_the_last_decides() {
    let mut dossier = dossier();
    add_conference(&mut dossier, on(10, 20));
    add_task(&mut dossier, "Văn phòng", Stage::Preparation, by(10, 1));
    add_task(&mut dossier, "Văn phòng", Stage::Preparation, by(10, 21));
    add_task(&mut dossier, "Văn phòng", Stage::Execution, relative(Side::Before, 10, Bound::AtLeast));
    let late = State::Conflict(Conflict::AfterConference(1), day(10, 20));
    assert_eq!(states(&dossier), [State::Calm, State::Calm, State::Calm, late]);
    let [_, row] = &timeline(&dossier).rows[..] else { panic!("one agency") };
    let counted: Vec<_> = row.entries.iter().filter_map(|entry| entry.of).collect();
    let ids: Vec<Id> = dossier.plan.conferences.iter().map(|conference| conference.id).collect();
    assert_eq!(counted, ids, "a distance once for each");
}

#[test]
fn forms_are_back_before_their_digest() {
    let mut dossier = dossier();
    dossier.plan.collecting.return_by = by(9, 10);
    dossier.plan.collecting.merge_by = by(9, 8);
    assert_eq!(
        states(&dossier),
        [State::Calm, State::Conflict(Conflict::ReturnedAfterDigest(2), day(9, 8))],
        "in the order of days"
    );
    dossier.plan.collecting.merge_by = by(9, 10);
    assert_eq!(states(&dossier), [State::Calm, State::Calm]);
}

#[test]
fn what_comes_again_stands_at_the_ends_of_its_stretches() {
    let ends = |every, times| rhythm(every, times, day(2, 10), day(7, 15));
    assert_eq!(ends(Interval::Quarter, 1), [day(3, 31), day(6, 30)]);
    assert_eq!(ends(Interval::Year, 2), [day(6, 30)]);
    assert_eq!(ends(Interval::Month, 1).len(), 5);
    assert_eq!(ends(Interval::Week, 1)[0], day(2, 13));
    assert!(ends(Interval::Year, 1).is_empty() && ends(Interval::Year, 5).is_empty());
}

#[test]
fn what_has_no_day_is_open() {
    let mut dossier = Dossier::empty(2026);
    add_conference(&mut dossier, When::Announced);
    add_task(&mut dossier, "Văn phòng", Stage::Execution, relative(Side::Before, 7, Bound::AtLeast));
    add_task(&mut dossier, "Văn phòng", Stage::Execution, When::Recurring { every: Interval::Quarter, times: 1 });
    let timeline = timeline(&dossier);
    assert!(timeline.rows.is_empty());
    assert_eq!(timeline.open.len(), 3);
    assert_eq!(Axis::new(timeline.spans(), 200.0), None);
}

#[test]
fn an_agency_that_the_plan_names_twice_has_one_row_in_its_place() {
    let mut dossier = dossier();
    add_task(&mut dossier, "Công an xã", Stage::Execution, When::Recurring { every: Interval::Month, times: 1 });
    add_task(&mut dossier, "Văn phòng", Stage::Preparation, by(7, 1));
    add_task(&mut dossier, "công an xã.", Stage::Execution, by(10, 30));
    dossier.plan.registration.issued = Some(day(6, 15));
    let rows = timeline(&dossier).rows;
    let ids: Vec<Id> = dossier.plan.assignments.iter().map(|assignment| assignment.id).collect();
    let who: Vec<Who> = rows.iter().map(|row| row.who).collect();
    assert_eq!(who, [Who::Conferences, Who::Common, Who::Agency(ids[0]), Who::Agency(ids[1])]);
    assert_eq!(rows[2].entries.len(), 2);
}

#[test]
fn long_empty_stretches_are_left_out() {
    let axis = Axis::new([(day(1, 10), day(1, 20)), (day(4, 10), day(4, 20)), (day(4, 25), day(5, 1))], 200.0);
    let axis = axis.expect("a line");
    assert_eq!(axis.stretches.len(), 2);
    assert_eq!(axis.breaks().count(), 1);
    assert!((axis.stretches[1].right - 200.0).abs() < 0.01);
    let names: Vec<NaiveDate> = axis.months().iter().map(|(day, ..)| *day).collect();
    assert_eq!(names, [day(1, 8), day(4, 8), day(5, 1)]);
    assert!(axis.weeks().iter().all(|(day, _)| day.weekday() == Weekday::Mon));
}

/// A day of a year and a half.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..540).prop_map(|days| day(1, 1) + Days::new(days))
}

fn any_when() -> impl Strategy<Value = When> {
    prop_oneof![
        any_day().prop_map(|day| When::Day { day, time: None }),
        any_day().prop_map(|day| When::Before { day, time: None }),
        (any_day(), 0_u64..90).prop_map(|(from, days)| When::Span { from, to: from + Days::new(days), time: None }),
        (1_u32..60, any::<bool>(), any::<bool>()).prop_map(|(days, before, most)| {
            let side = if before { Side::Before } else { Side::After };
            relative(side, days, if most { Bound::AtMost } else { Bound::AtLeast })
        }),
        Just(When::Recurring { every: Interval::Quarter, times: 1 }),
        Just(When::Announced),
        Just(When::Unset),
    ]
}

proptest! {
    /// What the plan gives a day is on the line once; a distance once for the days of each conference. All else is open,
    /// once.
    #[test]
    fn everything_is_there_once(
        conferences in prop::collection::vec(any_when(), 0..4),
        tasks in prop::collection::vec((0_usize..3, any_when()), 0..12),
    ) {
        let mut dossier = Dossier::empty(2026);
        for when in conferences {
            // No conference hangs on itself.
            let when = if matches!(when, When::Relative { .. }) { When::Unset } else { when };
            add_conference(&mut dossier, when);
        }
        for (agency, when) in tasks {
            add_task(&mut dossier, ["Công an", "Mặt trận", "Văn phòng"][agency], Stage::Execution, when);
        }
        let timeline = timeline(&dossier);
        let held = held(&dossier.plan.conferences);
        for task in dossier.plan.assignments.iter().flat_map(|assignment| &assignment.tasks) {
            let is_it = |what: What| matches!(what, What::Task { task: id, .. } if id == task.id);
            let on_line = timeline.rows.iter().flat_map(|row| &row.entries).filter(|entry| is_it(entry.what)).count();
            let open = timeline.open.iter().filter(|open| is_it(open.what)).count();
            let expected = match task.deadlines[0].when {
                When::Relative { .. } => {
                    let days = held.iter().map(|one| days_of(&task.deadlines[0].when, Some(*one)));
                    days.map(|days| format!("{days:?}")).collect::<HashSet<_>>().len()
                }
                When::Announced | When::Unset => 0,
                When::Recurring { .. } => on_line.min(1),
                _ => 1,
            };
            prop_assert_eq!((on_line, open), (expected, usize::from(expected == 0)));
        }
        for row in &timeline.rows {
            let ends: Vec<_> = row.entries.iter().map(|entry| entry.days.ends()).collect();
            prop_assert!(!ends.is_empty() && ends.is_sorted());
        }
        if let Some(axis) = Axis::new(timeline.spans(), 200.0) {
            for (from, to) in timeline.spans() {
                prop_assert!(axis.stretches.iter().any(|stretch| stretch.from <= from && to <= stretch.to));
            }
        }
    }

    /// Later days stand further right, and all of them between the ends.
    #[test]
    fn days_keep_their_order(mut days in prop::collection::vec(any_day(), 1..30), width in 50.0_f32..400.0) {
        let axis = Axis::new(days.iter().map(|day| (*day, *day)), width).expect("a line");
        days.sort_unstable();
        days.dedup();
        for pair in days.windows(2) {
            prop_assert!(axis.right(pair[0]) <= axis.left(pair[1]) + 0.01);
        }
        for day in days {
            prop_assert!(axis.left(day) >= 0.0 && axis.right(day) <= width + 0.1);
        }
    }

    #[test]
    fn nothing_lies_on_another(boxes in prop::collection::vec((0.0_f32..200.0, 1.0_f32..80.0, 2.0_f32..12.0), 0..40)) {
        let extents: Vec<Extent> =
            boxes.into_iter().map(|(left, wide, height)| Extent { left, right: left + wide, height }).collect();
        let tops = stack(&extents, 1.0, 0.5);
        for (at, (one, top)) in extents.iter().zip(&tops).enumerate() {
            for (other, below) in extents[..at].iter().zip(&tops) {
                let apart = one.right <= other.left
                    || other.right <= one.left
                    || top + one.height <= *below
                    || below + other.height <= *top;
                prop_assert!(apart, "{:?} at {} on {:?} at {}", one, top, other, below);
            }
        }
    }
}
