//! What a slot prints: the facts of a dossier in the wording that a sentence asks for.

use super::Place;
use crate::document::{HOLE, Mark, Run, runs_with_holes};
use crate::dossier::Dossier;
use crate::id::Id;
use crate::organ::{Organ, Unit};
use crate::plan::{Amount, Quota, Venue};
use crate::text::{ConferenceFact, Fact, Form, Piece, Slot, Text};
use crate::words::{self, When, Wording};

/// The words of a fact, and the question that sets them.
struct SlotValue {
    /// None for a hole.
    words: Option<String>,
    place: Place,
}

/// The runs of a text: its words, and the facts in its slots.
pub(super) fn runs(dossier: &Dossier, text: &Text) -> Vec<Run> {
    let mut runs = Vec::new();
    push_runs(dossier, text, None, &mut Vec::new(), &mut runs);
    runs
}

/// The characters that a text prints, holes as dots.
pub fn words_of(dossier: &Dossier, text: &Text) -> String {
    runs(dossier, text).into_iter().map(|run| run.text).collect()
}

/// The characters that a line prints, without the number of people that may stand in it.
pub fn words_without_quota(dossier: &Dossier, text: &Text) -> String {
    let mut without = Text::default();
    for piece in text.pieces() {
        match piece {
            Piece::Slot(slot) if matches!(slot.fact, Fact::Quota(_)) => {}
            Piece::Slot(slot) => without.push_slot(slot.fact, slot.form),
            Piece::Words(words) => without.push_words(words),
        }
    }
    words_of(dossier, &without)
}

/// Adds the runs of a text that is printed for the fact `mark`, or for itself. A hole in it leads to the fact that is
/// missing, not to the one that names it. `inside` holds the facts that are being printed: one that names itself,
/// however many times, is a hole at once.
fn push_runs(dossier: &Dossier, text: &Text, mark: Option<Mark>, inside: &mut Vec<Fact>, out: &mut Vec<Run>) {
    for piece in text.pieces() {
        let slot = match piece {
            Piece::Words(words) => {
                out.extend(runs_with_holes(words, mark, mark));
                continue;
            }
            Piece::Slot(slot) => *slot,
        };
        let (place, found) = match inner_text(dossier, slot.fact) {
            Some((place, inner)) => {
                (place, (!inner.is_blank() && !inside.contains(&slot.fact)).then_some(Found::Text(inner)))
            }
            None => {
                let SlotValue { words, place } = value(dossier, slot);
                (place, words.map(Found::Words))
            }
        };
        let own = mark.or(Some(place.mark()));
        let from = out.len();
        match found {
            Some(Found::Text(inner)) => {
                inside.push(slot.fact);
                push_runs(dossier, inner, own, inside, out);
                inside.pop();
            }
            Some(Found::Words(words)) => out.extend(runs_with_holes(&words, own, Some(place.mark()))),
            None => out.push(Run::hole(Some(place.mark()))),
        }
        if slot.form == Form::Capital
            && let Some(first) = out.get_mut(from)
        {
            first.text = words::sentence_start(&first.text);
        }
    }
}

/// What stands for a slot.
enum Found<'a> {
    Text(&'a Text),
    Words(String),
}

/// The text of a fact that is one, and the question that sets it. A conference's venue that is no text is left to
/// [`value`].
fn inner_text(dossier: &Dossier, fact: Fact) -> Option<(Place, &Text)> {
    let plan = &dossier.plan;
    Some(match fact {
        Fact::Event => (Place::Event, &plan.event),
        Fact::FormTitle => (Place::Collecting, &plan.collecting.form_title),
        Fact::Receiver => (Place::Collecting, &plan.collecting.merged_by),
        Fact::Matter => (Place::Counts, &dossier.proceedings.matter),
        Fact::Subject(id) => (Place::Thing(id), &plan.subjects.iter().find(|subject| subject.id == id)?.text),
        Fact::Agency(id) => (Place::Thing(id), &plan.assignments.iter().find(|assignment| assignment.id == id)?.agency),
        Fact::Conference(id, fact) => {
            let conference = plan.conferences.iter().find(|conference| conference.id == id)?;
            let text = match (fact, &conference.venue) {
                (ConferenceFact::Audience, _) => &conference.audience,
                (ConferenceFact::Name, _) => &conference.name,
                (ConferenceFact::Venue, Venue::At(venue)) => venue,
                _ => return None,
            };
            (Place::Thing(id), text)
        }
        _ => return None,
    })
}

/// What a slot prints whose fact is not itself a text.
fn value(dossier: &Dossier, slot: Slot) -> SlotValue {
    let plan = &dossier.plan;
    let short = slot.form == Form::Short;
    let organ = plan.organs.first();
    let organ_place = organ.map_or(Place::Organ, |organ| Place::Thing(organ.id));
    let unit = |unit: &Unit| match short {
        true => Some(unit.sort.clone()),
        false => (!unit.is_unnamed()).then(|| unit.full()),
    };
    let (words, place) = match slot.fact {
        Fact::Organ => (organ_names(dossier, short), organ_place),
        Fact::Body => (organ.map(Organ::body_name), organ_place),
        Fact::Unit => (organ.and_then(|organ| unit(&organ.unit)), organ_place),
        Fact::Superior => (organ.and_then(|organ| unit(&organ.superior)), organ_place),
        Fact::Year => (Some(dossier.settings.year.to_string()), Place::Year),
        Fact::Conference(id, fact) => {
            let conference = plan.conferences.iter().find(|conference| conference.id == id);
            let words = conference.and_then(|conference| match (fact, &conference.venue) {
                (ConferenceFact::When, _) => when_words(&conference.when, short),
                (ConferenceFact::Venue, Venue::Announced) => Some("sẽ thông báo sau".into()),
                _ => None,
            });
            (words, Place::Thing(id))
        }
        Fact::Deadline(id) => {
            let tasks = plan.assignments.iter().flat_map(|assignment| &assignment.tasks);
            let deadline = tasks.flat_map(|task| &task.deadlines).find(|deadline| deadline.id == id);
            (deadline.and_then(|deadline| when_words(&deadline.when, short)), Place::Thing(id))
        }
        Fact::Limit(id) => {
            let limit = plan.limits.iter().find(|limit| limit.id == id);
            (limit.and_then(|limit| when_words(&limit.when, short)), Place::Thing(id))
        }
        Fact::Quota(id) => (quota(dossier, id).map(|quota| quota_words(quota, short)), Place::Thing(id)),
        Fact::Total => {
            let words = plan.participants_total().map(|(count, about)| {
                let lead = if about && !short { "khoảng " } else { "" };
                format!("{lead}{}", words::padded(count))
            });
            (words, Place::Total)
        }
        Fact::Citation(id) => {
            let citation = plan.citations.iter().find(|citation| citation.id == id && !citation.is_blank());
            let words = citation.map(|citation| if short { citation.short() } else { citation.full(dossier.system()) });
            (words, Place::Thing(id))
        }
        Fact::Part(id) => (super::plan::part_number(dossier, id), Place::Thing(id)),
        Fact::ReturnBy => (when_words(&plan.collecting.return_by, short), Place::Collecting),
        Fact::Plan => (Some(super::plan::named(dossier)), Place::Number),
        Fact::Held => held(dossier, short),
        // Facts that are texts come here only where the thing itself is gone.
        Fact::Agency(id) => (None, Place::Thing(id)),
        Fact::Event => (None, Place::Event),
        Fact::Subject(id) => (None, Place::Thing(id)),
        Fact::FormTitle | Fact::Receiver => (None, Place::Collecting),
        Fact::Matter => (None, Place::Counts),
    };
    SlotValue { words: words.filter(|words| !words.trim().is_empty()), place }
}

/// The names of the issuing organs; none as long as one of them is not named.
fn organ_names(dossier: &Dossier, short: bool) -> Option<String> {
    let organs = &dossier.plan.organs;
    let unnamed = |organ: &Organ| !short && organ.names.full.is_empty() && organ.unit.is_unnamed();
    if organs.is_empty() || organs.iter().any(unnamed) {
        return None;
    }
    let name = |organ: &Organ| if short { organ.short_name() } else { organ.full_name() };
    Some(organs.iter().map(name).collect::<Vec<_>>().join(" và "))
}

/// The day on which the conference was held, else when it is planned; "to be announced" is no day of what is past. The
/// time of that day is left out: papers say themselves when it began.
fn held(dossier: &Dossier, short: bool) -> (Option<String>, Place) {
    if let Some(day) = dossier.proceedings.held {
        return (when_words(&When::Day { day, time: None }, short), Place::Proceedings);
    }
    let planned = dossier.plan.conference();
    let words = planned.filter(|conference| conference.when != When::Announced);
    let place = planned.map_or(Place::Proceedings, |conference| Place::Thing(conference.id));
    (words.and_then(|conference| when_words(&day_alone(&conference.when), short)), place)
}

/// A day, a span of days or a part of a month, without the time of day.
fn day_alone(when: &When) -> When {
    match when.clone() {
        When::Day { day, .. } => When::Day { day, time: None },
        When::Span { from, to, .. } => When::Span { from, to, time: None },
        When::MonthPart { year, month, part, .. } => When::MonthPart { year, month, part, time: None },
        other => other,
    }
}

fn when_words(when: &When, short: bool) -> Option<String> {
    when.is_set().then(|| when.wording(if short { Wording::Bare } else { Wording::Full }))
}

/// The quota of a circle or of a participant.
fn quota(dossier: &Dossier, id: Id) -> Option<&Quota> {
    dossier.plan.circles.iter().find_map(|circle| {
        if circle.id == id {
            return circle.quota.as_ref();
        }
        circle.participants.iter().find(|participant| participant.id == id)?.quota.as_ref()
    })
}

/// A quota in words: "khoảng 30 đại biểu", "mỗi thôn 05 đại biểu"; short: the number and what is counted alone.
pub fn quota_words(quota: &Quota, short: bool) -> String {
    // None of somebody is a number that is not known yet.
    let number = |count: u32| if count == 0 { HOLE.to_owned() } else { words::padded(count) };
    let noun = if quota.noun.trim().is_empty() { "đại biểu" } else { quota.noun.trim() };
    let count = match quota.amount {
        Amount::Exact(count) => format!("{} {noun}", number(count)),
        Amount::About(count) => format!("khoảng {} {noun}", number(count)),
        Amount::Share(percent) => format!("{percent}% {noun}"),
        Amount::All => format!("toàn thể {noun}"),
    };
    let per = quota.per.trim();
    if short || per.is_empty() { count } else { format!("mỗi {per} {count}") }
}
