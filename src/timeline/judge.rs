//! How a day stands to the conference and to other days of the plan.

use chrono::{Days, NaiveDate};

use super::{Conflict, Held, OnDays, Row, State, What};
use crate::plan::{ANNOUNCE_DAYS, LimitKind, PUBLISH_DAYS};

/// What is due fewer days than this before a conference leaves no day to mend what went wrong (custom of offices).
pub const TIGHT_DAYS: i64 = 3;

/// How something stands to the conferences, which are in the order of their days. `base` is the one that it is counted
/// from; `prepares` says that it prepares one.
pub(super) fn state(what: What, days: &OnDays, prepares: bool, base: Option<Held>, held: &[Held]) -> State {
    let last = match days {
        OnDays::On(_, last) | OnDays::Until(last) | OnDays::From(last) => *last,
        OnDays::Often(_) => return State::Calm,
    };
    match what {
        What::Conference(..) | What::Issue => State::Calm,
        What::Limit(_, LimitKind::Publish) => published(last, base, held),
        What::Limit(_, LimitKind::Announce) => announced(last, base, held),
        What::Limit(..) => State::Calm,
        What::Return | What::Merge | What::Task { .. } => prepared(last, days, prepares, base, held),
    }
}

fn between(from: NaiveDate, to: NaiveDate) -> i64 {
    (to - from).num_days()
}

/// Those that a day is held against: the one that it is counted from, else all.
fn meant<'a>(base: &'a Option<Held>, held: &'a [Held]) -> &'a [Held] {
    if base.is_some() { base.as_slice() } else { held }
}

/// The first that has not begun by then.
fn next(day: NaiveDate, held: &[Held]) -> Option<Held> {
    held.iter().find(|one| one.first >= day).copied()
}

fn prepared(day: NaiveDate, days: &OnDays, prepares: bool, base: Option<Held>, held: &[Held]) -> State {
    let held = meant(&base, held);
    // From a day on, or a stretch of days, is no limit that would be short.
    let due = matches!(days, OnDays::Until(_)) || matches!(days, OnDays::On(from, to) if from == to);
    if let Some(next) = next(day, held) {
        let slack = between(day, next.first);
        let least = i64::from(!prepares);
        return if due && (least..TIGHT_DAYS).contains(&slack) { State::Tight(slack) } else { State::Calm };
    }
    // Nothing that prepares a conference can be due after the last of them. One whose day is not fixed yet may still come
    // after it, as long as its days are not over.
    match held.iter().map(|one| one.last).max() {
        Some(last) if prepares && day > last => State::Conflict(Conflict::AfterConference(between(last, day)), last),
        Some(_) if prepares && due => State::Tight(0),
        _ => State::Calm,
    }
}

fn announced(day: NaiveDate, base: Option<Held>, held: &[Held]) -> State {
    let Some(next) = next(day, meant(&base, held)) else {
        return prepared(day, &OnDays::Until(day), true, base, held);
    };
    let ahead = between(day, next.first);
    match next.first.checked_sub_days(Days::new(ANNOUNCE_DAYS.into())) {
        Some(since) if ahead < ANNOUNCE_DAYS.into() => State::Conflict(Conflict::AnnouncedLate(ahead), since),
        _ => State::Calm,
    }
}

fn published(day: NaiveDate, base: Option<Held>, held: &[Held]) -> State {
    // The latest conference that is over by then is the one whose result is meant.
    let over = base.or_else(|| held.iter().rev().find(|one| one.last <= day).copied());
    let Some(over) = over else { return State::Calm };
    let after = between(over.last, day);
    match over.last.checked_add_days(Days::new(PUBLISH_DAYS.into())) {
        Some(since) if after > PUBLISH_DAYS.into() => State::Conflict(Conflict::PublishedLate(after), since),
        _ => State::Calm,
    }
}

/// Forms that are back only after the digest of them is due. A distance from several conferences is held against that
/// of the same one.
pub(super) fn hold_return_against_digest(rows: &mut [Row]) {
    for row in rows {
        let digests: Vec<_> = row.entries.iter().filter(|entry| entry.what == What::Merge).cloned().collect();
        for entry in row.entries.iter_mut().filter(|entry| entry.what == What::Return) {
            let same = |digest: &&super::Entry| digest.of == entry.of || digest.of.is_none() || entry.of.is_none();
            let due = digests.iter().filter(same).filter_map(|digest| digest.days.ends()).map(|(_, last)| last).max();
            let back = entry.days.ends().map(|(_, last)| last);
            if let (Some(due), Some(back)) = (due, back)
                && back > due
                && !matches!(entry.state, State::Conflict(..))
            {
                entry.state = State::Conflict(Conflict::ReturnedAfterDigest(between(due, back)), due);
            }
        }
    }
}
