//! The days of a plan in order: who has what on which day, how much slack it leaves, and what contradicts it.
//!
//! `judge` holds days against each other, `axis` puts days onto a line of so many mm, `stack` keeps what stands on that
//! line from lying on each other. It words nothing and draws nothing, and knows no paper, no clock and no holidays.

mod axis;
mod judge;
mod order;
mod stack;
#[cfg(test)]
mod tests;

pub use axis::{Axis, BREAK_MM, Stretch};
pub use judge::TIGHT_DAYS;
pub use stack::{Extent, stack};

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::dossier::Dossier;
use crate::id::Id;
use crate::plan::{Assignment, Conference, ConferenceKind, LimitKind, Stage};
use crate::words::{Interval, Side, When, fold};
use order::insert;

/// Who a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    /// The conferences and rounds themselves.
    Conferences,
    /// The whole plan: its issue, its limits, the collecting of opinions.
    Common,
    /// Who has assignments, by the first of them.
    Agency(Id),
}

/// What has a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// The issue of the plan.
    Issue,
    /// A conference, or a round of meetings before it.
    Conference(Id, ConferenceKind),
    /// A limit that holds for the whole plan.
    Limit(Id, LimitKind),
    /// The forms are back.
    Return,
    /// The digest is ready.
    Merge,
    /// A task, by one of its limits.
    Task {
        /// The task.
        task: Id,
        /// The limit.
        deadline: Id,
    },
}

/// On which days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OnDays {
    /// From a day to a day; both the same for one day.
    On(NaiveDate, NaiveDate),
    /// At the latest on this day.
    Until(NaiveDate),
    /// From this day on.
    From(NaiveDate),
    /// Again and again, at the end of each stretch of time; at least once.
    Often(Vec<NaiveDate>),
}

impl OnDays {
    /// Its first and its last day.
    pub fn ends(&self) -> Option<(NaiveDate, NaiveDate)> {
        Some(match self {
            Self::On(from, to) => (*from, *to),
            Self::Until(day) | Self::From(day) => (*day, *day),
            Self::Often(days) => (*days.first()?, *days.last()?),
        })
    }
}

/// Why a day contradicts another, and by how many days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Conflict {
    /// What prepares the conference is due so many days after it.
    AfterConference(i64),
    /// The conference is announced only so many days before it.
    AnnouncedLate(i64),
    /// The forms are back so many days after the digest is due.
    ReturnedAfterDigest(i64),
    /// The result is published only so many days after the conference.
    PublishedLate(i64),
}

/// How an entry stands to the days around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum State {
    /// Nothing to say.
    #[default]
    Calm,
    /// Due before a conference with only so many days between; 0 on its first day.
    Tight(i64),
    /// It cannot be kept, or must not: with the last day on which it still could.
    Conflict(Conflict, NaiveDate),
}

/// Something with a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub what: What,
    /// The conference that its distance is counted from, where the plan has several.
    pub of: Option<Id>,
    /// On which days.
    pub days: OnDays,
    /// How it stands to other days.
    pub state: State,
}

/// A row: what one has to do, in the order of its days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Who.
    pub who: Who,
    /// What; never nothing.
    pub entries: Vec<Entry>,
}

/// Something that has no day on the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Open {
    /// Who.
    pub who: Who,
    /// What.
    pub what: What,
}

/// All days of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// The rows: conferences, the whole plan, agencies in the order of the plan; those that have days.
    pub rows: Vec<Row>,
    /// What is open, not said yet, or comes again at times that are no days of the line.
    pub open: Vec<Open>,
}

impl Timeline {
    /// The days of the dialogues, which stand out in every row.
    pub fn dialogues(&self) -> impl Iterator<Item = (NaiveDate, NaiveDate)> + '_ {
        let entries = self.rows.iter().filter(|row| row.who == Who::Conferences).flat_map(|row| &row.entries);
        let main = entries.filter(|entry| matches!(entry.what, What::Conference(_, ConferenceKind::Main)));
        main.filter_map(|entry| entry.days.ends())
    }

    /// The first and the last day of everything on the line, in the order of rows.
    pub fn spans(&self) -> impl Iterator<Item = (NaiveDate, NaiveDate)> + '_ {
        let entries = self.rows.iter().flat_map(|row| &row.entries);
        entries.flat_map(|entry| {
            let since = match entry.state {
                State::Conflict(_, since) => Some((since, since)),
                _ => None,
            };
            let days = match &entry.days {
                OnDays::Often(days) => days.iter().map(|day| (*day, *day)).collect(),
                other => other.ends().into_iter().collect::<Vec<_>>(),
            };
            days.into_iter().chain(since)
        })
    }
}

/// A conference whose days are known.
#[derive(Clone, Copy, Debug)]
struct Held {
    id: Id,
    first: NaiveDate,
    last: NaiveDate,
}

/// The days of the plan of a dossier.
pub fn timeline(dossier: &Dossier) -> Timeline {
    let plan = &dossier.plan;
    let held = held(&plan.conferences);
    let mut lines =
        Lines { held: &held, assignments: &plan.assignments, rows: Vec::new(), open: Vec::new(), often: Vec::new() };
    for conference in &plan.conferences {
        lines.add(Who::Conferences, What::Conference(conference.id, conference.kind), &conference.when, false);
    }
    if let Some(day) = plan.registration.issued {
        lines.add(Who::Common, What::Issue, &When::Day { day, time: None }, false);
    }
    for limit in &plan.limits {
        lines.add(Who::Common, What::Limit(limit.id, limit.kind), &limit.when, limit.kind == LimitKind::Announce);
    }
    // A form that nothing is said of has no day to ask for.
    for (what, when) in [(What::Return, &plan.collecting.return_by), (What::Merge, &plan.collecting.merge_by)] {
        if when.is_set() {
            lines.add(Who::Common, what, when, true);
        }
    }
    for (assignment, first) in plan.assignments.iter().zip(firsts(&plan.assignments)) {
        let who = Who::Agency(first);
        for task in &assignment.tasks {
            for deadline in &task.deadlines {
                let what = What::Task { task: task.id, deadline: deadline.id };
                lines.add(who, what, &deadline.when, assignment.stage == Stage::Preparation);
            }
        }
    }
    lines.finish()
}

/// For each assignment the first one of the same agency: plans name one again in another stage.
fn firsts(assignments: &[Assignment]) -> Vec<Id> {
    let mut known: Vec<(String, Id)> = Vec::new();
    let first = |assignment: &Assignment| {
        let words = assignment.agency.to_source(|slot| format!("{:?}", slot.fact));
        let key = fold(words.trim().trim_end_matches(['.', ':', ';', ',']));
        match known.iter().find(|(other, _)| !key.is_empty() && *other == key) {
            Some((_, id)) => *id,
            None => {
                known.push((key, assignment.id));
                assignment.id
            }
        }
    };
    assignments.iter().map(first).collect()
}

/// The dialogues with known days, in the order of their days; where the plan has none, its other meetings.
fn held(conferences: &[Conference]) -> Vec<Held> {
    let of = |kind: ConferenceKind| conferences.iter().filter(move |conference| conference.kind == kind);
    let kind = if of(ConferenceKind::Main).next().is_some() { ConferenceKind::Main } else { ConferenceKind::Round };
    let mut held = Vec::new();
    for conference in of(kind) {
        let hangs = matches!(conference.when, When::Relative { .. });
        if let Some(last) = conference.when.latest().filter(|_| !hangs) {
            let first = conference.when.earliest().unwrap_or(last);
            insert(&mut held, Held { id: conference.id, first, last }, |one| (one.first, one.last));
        }
    }
    held
}

/// The rows while they are filled.
struct Lines<'a> {
    held: &'a [Held],
    assignments: &'a [Assignment],
    rows: Vec<Row>,
    open: Vec<Open>,
    /// What comes again, until it is known from when to when the line goes.
    often: Vec<(Who, What, Interval, u32)>,
}

impl Lines<'_> {
    /// Adds a time. `prepares` says that it prepares the conference, whatever its words.
    fn add(&mut self, who: Who, what: What, when: &When, prepares: bool) {
        if let When::Recurring { every, times } = *when {
            self.often.push((who, what, every, times));
            return;
        }
        let relative = matches!(when, When::Relative { .. });
        let prepares = prepares || matches!(when, When::Relative { side: Side::Before, .. });
        let mut found = false;
        let bases: Vec<Option<Held>> =
            if relative { self.held.iter().copied().map(Some).collect() } else { vec![None] };
        for base in bases {
            let Some(days) = days_of(when, base) else { continue };
            // Two conferences on the same days ask for a thing once.
            if self.rows.iter().flat_map(|row| &row.entries).any(|entry| entry.what == what && entry.days == days) {
                found = true;
                continue;
            }
            let state = judge::state(what, &days, prepares, base, self.held);
            let of = base.filter(|_| self.held.len() > 1).map(|base| base.id);
            self.push(who, Entry { what, of, days, state });
            found = true;
        }
        if !found {
            self.open.push(Open { who, what });
        }
    }

    fn push(&mut self, who: Who, entry: Entry) {
        match self.rows.iter_mut().find(|row| row.who == who) {
            Some(row) => insert(&mut row.entries, entry, |entry| entry.days.ends()),
            None => {
                let assignments = self.assignments;
                insert(&mut self.rows, Row { who, entries: vec![entry] }, |row| match row.who {
                    Who::Conferences => (0, None),
                    Who::Common => (1, None),
                    Who::Agency(id) => (2, assignments.iter().position(|assignment| assignment.id == id)),
                });
            }
        }
    }

    fn finish(mut self) -> Timeline {
        judge::hold_return_against_digest(&mut self.rows);
        let ends = || self.rows.iter().flat_map(|row| &row.entries).filter_map(|entry| entry.days.ends());
        let line = ends().map(|(from, _)| from).min().zip(ends().map(|(_, to)| to).max());
        for (who, what, every, times) in std::mem::take(&mut self.often) {
            let days = line.map(|(from, to)| rhythm(every, times, from, to)).unwrap_or_default();
            if days.is_empty() {
                self.open.push(Open { who, what });
            } else {
                self.push(who, Entry { what, of: None, days: OnDays::Often(days), state: State::Calm });
            }
        }
        Timeline { rows: self.rows, open: self.open }
    }
}

/// The days that a time allows, counted from a conference where it hangs on one.
fn days_of(when: &When, base: Option<Held>) -> Option<OnDays> {
    let (from, to) = match base {
        Some(base) => (when.earliest_from(base.first, base.last), when.latest_from(base.first, base.last)),
        None => (when.earliest(), when.latest()),
    };
    // Of a distance after the conference the last day counts: "trong vòng 10 ngày" is a limit.
    let limit = matches!(when, When::Relative { .. });
    match (from, to) {
        (Some(from), Some(to)) if !limit => Some(OnDays::On(from.min(to), to)),
        (_, Some(to)) => Some(OnDays::Until(to)),
        (Some(from), None) => Some(OnDays::From(from)),
        (None, None) => None,
    }
}

/// The most days on which something that comes again is shown.
const MOST_OFTEN: usize = 60;

/// The last days of the stretches of time into which a rhythm parts the days from `from` to `to`; none where it parts
/// them into no whole months or weeks, or too many.
fn rhythm(every: Interval, times: u32, from: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
    let months = match every {
        Interval::Week => {
            let first = from.week(Weekday::Mon).checked_first_day().and_then(|day| day.checked_add_days(Days::new(4)));
            return if times == 1 {
                repeated(first, from, to, |day| day.checked_add_days(Days::new(7)))
            } else {
                Vec::new()
            };
        }
        Interval::Month => 1,
        Interval::Quarter => 3,
        Interval::HalfYear => 6,
        Interval::Year => 12,
    };
    if times == 0 || months % times != 0 {
        return Vec::new();
    }
    let months = months / times;
    let begins = from.month0() / months * months + 1;
    let first_of_next = |first: NaiveDate| first.checked_add_months(Months::new(months));
    let start = NaiveDate::from_ymd_opt(from.year(), begins, 1).and_then(first_of_next);
    // Each last day by the first day after it: months differ in length.
    let after = to.succ_opt().unwrap_or(to);
    let firsts = repeated(start, from.succ_opt().unwrap_or(from), after, first_of_next);
    firsts.into_iter().filter_map(|first| first.pred_opt()).collect()
}

/// The days that `next` leads to within two days, both included.
fn repeated(
    first: Option<NaiveDate>,
    from: NaiveDate,
    to: NaiveDate,
    next: impl Fn(NaiveDate) -> Option<NaiveDate>,
) -> Vec<NaiveDate> {
    let mut days = Vec::new();
    let mut at = first;
    while let Some(day) = at.filter(|day| *day <= to) {
        if day >= from {
            days.push(day);
        }
        if days.len() > MOST_OFTEN {
            return Vec::new();
        }
        at = next(day);
    }
    days
}
