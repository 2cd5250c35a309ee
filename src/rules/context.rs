//! What rules read: the dossier, the composed words of its paragraphs, what was typed, and its days.

use chrono::NaiveDate;

use super::Calendar;
use super::typed::{self, Typed};
use crate::dossier::Dossier;
use crate::id::Id;
use crate::organ::{System, Tier, cited};
use crate::papers::plan::{Item, flow};
use crate::papers::{Place, words_of};
use crate::plan::{Conference, ConferenceKind, Limit, LimitKind};
use crate::style::Format;
use crate::words::{self, Found, When, when};

/// A heading or paragraph of the plan with the words that it prints.
pub struct Line {
    /// What it is.
    pub item: Item,
    /// Its words, slots spelled out.
    pub words: String,
}

/// By when a task is due: a deadline of its own, or what its words say.
pub struct Due {
    /// The task.
    pub task: Id,
    /// Its words, folded.
    pub words: String,
    /// The deadline, or the task whose words say it.
    pub id: Id,
    /// By when.
    pub when: When,
    /// Whether words say it, so that no field sets it.
    pub said: bool,
}

/// What rules read, made ready once for all of them.
pub struct Context<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// The format of the plan.
    pub format: Format,
    /// The day on which the plan is issued; today as long as it has none.
    pub day: NaiveDate,
    /// Its headings and paragraphs in reading order.
    pub lines: Vec<Line>,
    /// What was typed.
    pub typed: Vec<Typed>,
    /// By when tasks are due.
    pub due: Vec<Due>,
    /// Which days are off.
    pub calendar: Calendar<'a>,
}

impl<'a> Context<'a> {
    /// Reads a dossier.
    pub fn of(dossier: &'a Dossier, today: NaiveDate) -> Self {
        let line = |item: Item| Line { words: words_of(dossier, &item.text), item };
        let typed = typed::read(dossier);
        Self {
            dossier,
            due: due(dossier, &typed),
            format: dossier.format(today).format(),
            day: dossier.plan.registration.issued.unwrap_or(today),
            lines: flow(dossier).into_iter().map(line).collect(),
            typed,
            calendar: Calendar::new(&dossier.settings.calendar),
        }
    }

    /// The system that issues the plan.
    pub fn system(&self) -> System {
        self.dossier.system()
    }

    /// The dialogue conferences, without the rounds before them.
    pub fn dialogues(&self) -> impl Iterator<Item = &'a Conference> {
        self.dossier.plan.conferences.iter().filter(|conference| conference.kind == ConferenceKind::Main)
    }

    /// The first and the last day that all dialogues allow together; none where one has no day yet.
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let mut days: Option<(NaiveDate, NaiveDate)> = None;
        for conference in self.dialogues() {
            let (from, to) = (conference.when.earliest()?, conference.when.latest()?);
            days = Some(days.map_or((from, to), |(first, last)| (first.min(from), last.max(to))));
        }
        days
    }

    /// The limits of a kind.
    pub fn limits(&self, kind: LimitKind) -> impl Iterator<Item = &'a Limit> {
        self.dossier.plan.limits.iter().filter(move |limit| limit.kind == kind)
    }

    /// Whether the law on local government binds the plan to days: a commune's dialogue since the law is in force.
    pub fn is_bound_by_law(&self) -> bool {
        let commune = self.dossier.plan.organs.first().is_some_and(|organ| organ.tier == Tier::Commune);
        commune && NaiveDate::from_ymd_opt(2025, 7, 1).is_some_and(|start| self.day >= start)
    }
}

fn due(dossier: &Dossier, typed: &[Typed]) -> Vec<Due> {
    let mut all = Vec::new();
    for task in dossier.plan.assignments.iter().flat_map(|assignment| &assignment.tasks) {
        let folded = words::fold(&words_of(dossier, &task.text));
        let due = |id, when, said| Due { task: task.id, words: folded.clone(), id, when, said };
        all.extend(task.deadlines.iter().map(|deadline| due(deadline.id, deadline.when.clone(), false)));
        let own = typed.iter().filter(|typed| typed.spot.place == Place::Thing(task.id));
        let limits = own.flat_map(|typed| limits_in(&typed.words, dossier.settings.year));
        all.extend(limits.map(|found| due(task.id, found.when, true)));
    }
    all
}

/// The limits that words set; a day alone ("hội nghị ngày 15/10") may be anything, and that of a document is its own.
pub fn limits_in(text: &str, year: i32) -> Vec<Found> {
    dates_in(text, year, |when| matches!(when, When::Before { .. } | When::By { .. } | When::Relative { .. }))
}

/// The times of a sort that words say, without those of documents.
pub fn dates_in(text: &str, year: i32, meant: fn(&When) -> bool) -> Vec<Found> {
    // Most sentences have no number, and nothing to be looked for.
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let mut found = when::find(text, year);
    found.retain(|found| meant(&found.when));
    if !found.is_empty() {
        let papers = cited(text);
        found.retain(|found| papers.iter().all(|paper| !paper.contains(&found.range.start)));
    }
    found
}
