//! What two dossiers say otherwise, fact by fact, as papers word it.
//!
//! Things of lists are paired by their words, for two drafts number them each in its own way; then by their numbers. One
//! that only moved within its list is no change.

use chrono::NaiveDate;

use super::pairs::pairs;
use crate::document::{HOLE, Mark};
use crate::dossier::Dossier;
use crate::id::Id;
use crate::papers::{Place, plan, signature_lines, words_of, words_without_quota};
use crate::plan::{Circle, LimitKind, Task};
use crate::text::{ConferenceFact, Fact, Form, Text};
use crate::words::{self, When, Wording};

/// What a changed fact is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FactKind {
    /// An organ that issues.
    Organ,
    /// Number and symbol.
    Number,
    /// The date of issue.
    Issued,
    /// The year of the plan.
    Year,
    /// The title.
    Title,
    /// The name of the event.
    Event,
    /// A legal basis.
    Citation,
    /// What the dialogue is about.
    Subject,
    /// How it is held.
    Method,
    /// A conference or a round, and with whom.
    Conference,
    /// When one is held.
    Time,
    /// Where one is held.
    Venue,
    /// A circle of participants.
    Circle,
    /// Who takes part.
    Participant,
    /// How many of them.
    Quota,
    /// How many in all.
    Total,
    /// When the agenda begins.
    AgendaStart,
    /// A step of the agenda.
    AgendaStep,
    /// How long one takes.
    Minutes,
    /// By when forms are back.
    ReturnBy,
    /// By when they are merged.
    MergeBy,
    /// A limit of the whole plan.
    Limit(LimitKind),
    /// Who has tasks.
    Agency,
    /// A task.
    Task,
    /// Whose a task is.
    TaskOf,
    /// By when it is done.
    Deadline,
    /// Who receives the plan.
    Recipient,
    /// Where it is filed.
    Filed,
    /// Who signs, and how.
    Signature,
    /// Who signs, by name.
    Signer,
}

/// A fact that two dossiers say otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactChange {
    /// What it is of.
    pub kind: FactKind,
    /// The question of the later dossier that sets it; none where it has none any more.
    pub place: Option<Mark>,
    /// The thing that it is said of, in its words; empty where the kind says it.
    pub about: String,
    /// What the earlier says; empty where it says nothing.
    pub before: String,
    /// What the later says; empty where it says nothing.
    pub after: String,
}

/// Everything that two dossiers say otherwise, in the order of a plan. `today` decides on formats of papers without date.
pub fn facts(before: &Dossier, after: &Dossier, today: NaiveDate) -> Vec<FactChange> {
    let mut found = Vec::new();
    let sides = [before, after];
    let mut single = |kind: FactKind, place: Place, say: &dyn Fn(&Dossier) -> String| {
        let [before, after] = sides.map(say);
        if before != after {
            found.push(FactChange { kind, place: Some(place.mark()), about: String::new(), before, after });
        }
    };
    single(FactKind::Number, Place::Number, &|dossier| number(dossier, today));
    single(FactKind::Issued, Place::Issued, &|dossier| {
        dossier.plan.registration.issued.map(words::short_date).unwrap_or_default()
    });
    single(FactKind::Year, Place::Year, &|dossier| dossier.settings.year.to_string());
    single(FactKind::Title, Place::Title, &|dossier| words_of(dossier, &dossier.plan.title));
    single(FactKind::Event, Place::Event, &|dossier| words_of(dossier, &dossier.plan.event));
    single(FactKind::Total, Place::Total, &|dossier| said(dossier, Fact::Total));
    single(FactKind::AgendaStart, Place::Agenda, &|dossier| {
        let start = dossier.plan.agenda.start;
        start.map(|at| format!("{} giờ {} phút", words::padded(at.hour), words::padded(at.minute))).unwrap_or_default()
    });
    single(FactKind::ReturnBy, Place::Collecting, &|dossier| when(&dossier.plan.collecting.return_by));
    single(FactKind::MergeBy, Place::Collecting, &|dossier| when(&dossier.plan.collecting.merge_by));
    single(FactKind::Filed, Place::Filed, &|dossier| dossier.plan.recipients.filed.trim().to_owned());
    for (kind, list) in LISTS {
        let [before, after] = sides.map(|dossier| list(dossier, today));
        compare(kind, &before, &after, &mut found);
    }
    for limit in LIMITS {
        let [before, after] = sides.map(|dossier| limits(dossier, limit));
        compare(FactKind::Limit(limit), &before, &after, &mut found);
    }
    found
}

const LIMITS: [LimitKind; 5] =
    [LimitKind::Announce, LimitKind::Publish, LimitKind::Answer, LimitKind::Report, LimitKind::Other];

/// Something of a list.
struct Thing {
    id: Id,
    /// What it is called, by which it is known again.
    name: String,
    /// What is said of it: the same kinds in the same order in all things of a list.
    says: Vec<(FactKind, String)>,
}

impl Thing {
    fn new(id: Id, name: String) -> Self {
        Self { id, name, says: Vec::new() }
    }

    fn saying(mut self, kind: FactKind, words: String) -> Self {
        self.says.push((kind, words));
        self
    }

    /// All of it, for one that came or went.
    fn whole(&self) -> String {
        let says: Vec<&str> =
            self.says.iter().map(|(_, words)| words.as_str()).filter(|words| !words.is_empty()).collect();
        match (self.name.is_empty(), says.is_empty()) {
            (_, true) => self.name.clone(),
            (true, false) => says.join("; "),
            (false, false) => format!("{} ({})", self.name, says.join("; ")),
        }
    }
}

type List = fn(&Dossier, NaiveDate) -> Vec<Thing>;

const LISTS: [(FactKind, List); 12] = [
    (FactKind::Organ, |dossier, _| things(&dossier.plan.organs, |organ| Thing::new(organ.id, organ.full_name()))),
    (FactKind::Citation, |dossier, _| {
        things(&dossier.plan.citations, |citation| Thing::new(citation.id, citation.full(dossier.system())))
    }),
    (FactKind::Subject, |dossier, _| {
        things(&dossier.plan.subjects, |one| Thing::new(one.id, words_of(dossier, &one.text)))
    }),
    (FactKind::Method, |dossier, _| {
        things(&dossier.plan.methods, |one| Thing::new(one.id, words_of(dossier, &one.text)))
    }),
    (FactKind::Conference, conferences),
    (FactKind::Circle, |dossier, _| {
        things(&dossier.plan.circles, |circle| {
            let name = Thing::new(circle.id, words_without_quota(dossier, &circle.heading));
            name.saying(FactKind::Quota, said(dossier, Fact::Quota(circle.id)))
        })
    }),
    (FactKind::Participant, |dossier, _| {
        let lines: Vec<_> = dossier.plan.circles.iter().flat_map(|Circle { participants, .. }| participants).collect();
        things(&lines, |line| {
            let name = Thing::new(line.id, words_without_quota(dossier, &line.who));
            name.saying(FactKind::Quota, said(dossier, Fact::Quota(line.id)))
        })
    }),
    (FactKind::AgendaStep, |dossier, _| {
        things(&dossier.plan.agenda.items, |item| {
            let minutes = item.minutes.map(|minutes| format!("{minutes} phút")).unwrap_or_default();
            Thing::new(item.id, words_of(dossier, &item.text)).saying(FactKind::Minutes, minutes)
        })
    }),
    (FactKind::Agency, |dossier, _| {
        things(&dossier.plan.assignments, |one| Thing::new(one.id, words_of(dossier, &one.agency)))
    }),
    (FactKind::Task, tasks),
    (FactKind::Recipient, |dossier, _| {
        things(&dossier.plan.recipients.lines, |line| {
            let purpose = line.purpose.trim();
            let lead = if purpose.is_empty() { "" } else { ": " };
            Thing::new(line.id, format!("{}{lead}{purpose}", line.who.trim()))
        })
    }),
    (FactKind::Signature, signatures),
];

fn things<T>(list: &[T], thing: impl Fn(&T) -> Thing) -> Vec<Thing> {
    list.iter().map(thing).collect()
}

fn conferences(dossier: &Dossier, _: NaiveDate) -> Vec<Thing> {
    things(&dossier.plan.conferences, |conference| {
        let named = if conference.name.is_blank() { &conference.audience } else { &conference.name };
        Thing::new(conference.id, words_of(dossier, named))
            .saying(FactKind::Time, when(&conference.when))
            .saying(FactKind::Venue, said(dossier, Fact::Conference(conference.id, ConferenceFact::Venue)))
    })
}

fn tasks(dossier: &Dossier, _: NaiveDate) -> Vec<Thing> {
    let of = dossier.plan.assignments.iter().flat_map(|assignment| {
        let agency = words_of(dossier, &assignment.agency);
        assignment.tasks.iter().map(move |task| (task, agency.clone()))
    });
    let thing = |(task, agency): (&Task, String)| {
        let deadlines: Vec<String> = task.deadlines.iter().map(|deadline| when(&deadline.when)).collect();
        Thing::new(task.id, words_of(dossier, &task.text))
            .saying(FactKind::TaskOf, agency)
            .saying(FactKind::Deadline, deadlines.join("; "))
    };
    of.map(thing).collect()
}

fn signatures(dossier: &Dossier, today: NaiveDate) -> Vec<Thing> {
    let format = dossier.format(today).format();
    things(&dossier.plan.signatories, |signatory| {
        let lines: Vec<String> = signature_lines(signatory, &format).into_iter().map(|(_, line)| line).collect();
        Thing::new(signatory.id, lines.join(" ")).saying(FactKind::Signer, signatory.signer.trim().to_owned())
    })
}

fn limits(dossier: &Dossier, kind: LimitKind) -> Vec<Thing> {
    let limits = dossier.plan.limits.iter().filter(|limit| limit.kind == kind);
    limits.map(|limit| Thing::new(limit.id, when(&limit.when))).collect()
}

/// "07/KH-UBND"; nothing without a number, for a symbol follows from the organ.
fn number(dossier: &Dossier, today: NaiveDate) -> String {
    let format = dossier.format(today).format();
    let number = dossier.plan.registration.number.map(words::padded);
    number.map(|number| number + format.marks.number_kind + &plan::symbol(dossier, &format)).unwrap_or_default()
}

fn when(when: &When) -> String {
    if when.is_set() { when.wording(Wording::Full) } else { String::new() }
}

/// What a slot prints; nothing for a hole.
fn said(dossier: &Dossier, fact: Fact) -> String {
    let mut text = Text::default();
    text.push_slot(fact, Form::Plain);
    let words = words_of(dossier, &text);
    if words == HOLE { String::new() } else { words }
}

/// Tells what became of the things of a list.
fn compare(kind: FactKind, before: &[Thing], after: &[Thing], found: &mut Vec<FactChange>) {
    let mark = |thing: &Thing| Some(Place::Thing(thing.id).mark());
    for pair in matched(before, after) {
        let (place, about, before, after) = match pair {
            (Some(old), Some(new)) => {
                for ((kind, before), (_, after)) in old.says.iter().zip(&new.says).filter(|(old, new)| old != new) {
                    let (before, after) = (before.clone(), after.clone());
                    found.push(FactChange { kind: *kind, place: mark(new), about: new.name.clone(), before, after });
                }
                (mark(new), String::new(), old.name.clone(), new.name.clone())
            }
            (Some(old), None) => (None, String::new(), old.whole(), String::new()),
            (None, Some(new)) => (mark(new), String::new(), String::new(), new.whole()),
            (None, None) => continue,
        };
        if before != after {
            found.push(FactChange { kind, place, about, before, after });
        }
    }
}

type Pair<'a> = (Option<&'a Thing>, Option<&'a Thing>);

/// The things of two lists in pairs: by their words in order, then wherever they stand, then by identity, then the only
/// ones that are left.
fn matched<'a>(before: &'a [Thing], after: &'a [Thing]) -> Vec<Pair<'a>> {
    let names = |things: &'a [Thing]| things.iter().map(|thing| thing.name.as_str()).collect::<Vec<_>>();
    let in_order = pairs(&names(before), &names(after)).into_iter();
    let mut all: Vec<Pair<'a>> =
        in_order.map(|(old, new)| (old.map(|at| &before[at]), new.map(|at| &after[at]))).collect();
    let same: [fn(&Thing, &Thing) -> bool; 2] = [|old, new| old.name == new.name, |old, new| old.id == new.id];
    for is_same in same {
        let gone: Vec<usize> = (0..all.len()).filter(|at| all[*at].1.is_none()).collect();
        for at in gone {
            let came = all.iter().position(|(old, new)| {
                old.is_none() && all[at].0.zip(*new).is_some_and(|(old, new)| is_same(old, new))
            });
            if let Some(came) = came {
                all[came].0 = all[at].0.take();
            }
        }
        all.retain(|(old, new)| old.is_some() || new.is_some());
    }
    let alone: Vec<usize> = (0..all.len()).filter(|at| all[*at].0.is_some() != all[*at].1.is_some()).collect();
    if let [one, other] = alone[..]
        && all[one].0.is_some() != all[other].0.is_some()
    {
        let (old, new) = (all[one].0.or(all[other].0), all[one].1.or(all[other].1));
        all[other] = (old, new);
        all.remove(one);
    }
    all
}
