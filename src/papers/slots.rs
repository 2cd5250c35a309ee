//! What a slot prints: the facts of a dossier in the wording that a sentence asks for.

use super::Place;
use crate::document::Run;
use crate::dossier::Dossier;
use crate::id::Id;
use crate::plan::{Amount, Conference, Quota, Venue};
use crate::text::{ConferenceFact, Fact, Form, Piece, Slot, Text};
use crate::words::{self, When, Wording};

/// The words of a fact, and where it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotValue {
    /// The words; none for a hole.
    pub words: Option<String>,
    /// The question that sets them.
    pub place: Place,
}

/// The runs of a text: its words, and the facts in its slots.
pub(super) fn runs(dossier: &Dossier, text: &Text) -> Vec<Run> {
    text.pieces()
        .iter()
        .map(|piece| match piece {
            Piece::Words(words) => Run::plain(words.clone()),
            Piece::Slot(slot) => {
                let value = value(dossier, *slot, 0);
                let mark = Some(value.place.mark());
                match value.words {
                    Some(words) => Run {
                        mark,
                        ..Run::plain(words)
                    },
                    None => Run::hole(mark),
                }
            }
        })
        .collect()
}

/// The characters that a text prints, holes as dots.
pub fn words_of(dossier: &Dossier, text: &Text) -> String {
    runs(dossier, text)
        .into_iter()
        .map(|run| run.text)
        .collect()
}

/// Texts can name facts that are texts themselves (the event names the unit); deeper than this they are holes, so
/// that a text which names itself ends.
const DEEPEST: u32 = 4;

/// What a slot prints.
pub(super) fn value(dossier: &Dossier, slot: Slot, depth: u32) -> SlotValue {
    let plan = &dossier.plan;
    let short = slot.form == Form::Short;
    let organ = plan.organs.first();
    let organ_place = organ.map_or(Place::Organ, |organ| Place::Thing(organ.id));
    let (words, place) = match slot.fact {
        Fact::Organ => {
            let names: Vec<String> = plan
                .organs
                .iter()
                .map(|organ| {
                    if short {
                        organ.short_name()
                    } else {
                        organ.full_name()
                    }
                })
                .collect();
            let unnamed = plan.organs.is_empty()
                || (!short
                    && plan
                        .organs
                        .iter()
                        .any(|organ| organ.names.full.is_empty() && organ.unit.is_unnamed()));
            ((!unnamed).then(|| names.join(" và ")), organ_place)
        }
        Fact::Body => (organ.map(crate::organ::Organ::body_name), organ_place),
        Fact::Unit => (
            organ
                .filter(|organ| short || !organ.unit.is_unnamed())
                .map(|organ| {
                    if short {
                        organ.unit.sort.clone()
                    } else {
                        organ.unit.full()
                    }
                }),
            organ_place,
        ),
        Fact::Superior => (
            organ
                .filter(|organ| short || !organ.superior.is_unnamed())
                .map(|organ| {
                    if short {
                        organ.superior.sort.clone()
                    } else {
                        organ.superior.full()
                    }
                }),
            organ_place,
        ),
        Fact::Year => (Some(dossier.settings.year.to_string()), Place::Year),
        Fact::Event => (nested(dossier, &plan.event, depth), Place::Event),
        Fact::FormTitle => (
            nested(dossier, &plan.collecting.form_title, depth),
            Place::Collecting,
        ),
        Fact::Conference(id, fact) => (
            plan.conferences
                .iter()
                .find(|conference| conference.id == id)
                .and_then(|conference| conference_words(dossier, conference, fact, short, depth)),
            Place::Thing(id),
        ),
        Fact::Deadline(id) => {
            let deadline = plan
                .assignments
                .iter()
                .flat_map(|assignment| &assignment.tasks)
                .flat_map(|task| &task.deadlines)
                .find(|deadline| deadline.id == id);
            (
                deadline.and_then(|deadline| when_words(&deadline.when, short)),
                Place::Thing(id),
            )
        }
        Fact::Limit(id) => (
            plan.limits
                .iter()
                .find(|limit| limit.id == id)
                .and_then(|limit| when_words(&limit.when, short)),
            Place::Thing(id),
        ),
        Fact::Agency(id) => (
            plan.assignments
                .iter()
                .find(|assignment| assignment.id == id)
                .and_then(|assignment| nested(dossier, &assignment.agency, depth)),
            Place::Thing(id),
        ),
        Fact::Quota(id) => (
            quota(dossier, id).map(|quota| quota_words(quota, short)),
            Place::Thing(id),
        ),
        Fact::Total => (
            plan.participants_total().map(|(count, about)| {
                format!(
                    "{}{}",
                    if about && !short { "khoảng " } else { "" },
                    words::padded(count)
                )
            }),
            Place::Total,
        ),
        Fact::Citation(id) => (
            plan.citations
                .iter()
                .find(|citation| citation.id == id && !citation.is_blank())
                .map(|citation| {
                    if short {
                        citation.short()
                    } else {
                        citation.full(dossier.system())
                    }
                }),
            Place::Thing(id),
        ),
        Fact::Part(id) => (super::plan::part_number(dossier, id), Place::Thing(id)),
    };
    let words = words.filter(|words| !words.trim().is_empty());
    let words = if slot.form == Form::Capital {
        words.map(|words| words::sentence_start(&words))
    } else {
        words
    };
    SlotValue { words, place }
}

fn nested(dossier: &Dossier, text: &Text, depth: u32) -> Option<String> {
    if text.is_blank() || depth >= DEEPEST {
        return None;
    }
    let mut out = String::new();
    for piece in text.pieces() {
        match piece {
            Piece::Words(words) => out.push_str(words),
            Piece::Slot(slot) => out.push_str(
                value(dossier, *slot, depth + 1)
                    .words
                    .as_deref()
                    .unwrap_or(crate::document::HOLE),
            ),
        }
    }
    Some(out)
}

fn conference_words(
    dossier: &Dossier,
    conference: &Conference,
    fact: ConferenceFact,
    short: bool,
    depth: u32,
) -> Option<String> {
    match fact {
        ConferenceFact::When => when_words(&conference.when, short),
        ConferenceFact::Venue => match &conference.venue {
            Venue::Unset => None,
            Venue::Announced => Some("sẽ thông báo sau".into()),
            Venue::At(venue) => nested(dossier, venue, depth),
        },
        ConferenceFact::Audience => nested(dossier, &conference.audience, depth),
        ConferenceFact::Name => nested(dossier, &conference.name, depth),
    }
}

fn when_words(when: &When, short: bool) -> Option<String> {
    when.is_set()
        .then(|| when.wording(if short { Wording::Bare } else { Wording::Full }))
}

/// The quota of a circle or of a participant.
fn quota(dossier: &Dossier, id: Id) -> Option<&Quota> {
    dossier.plan.circles.iter().find_map(|circle| {
        if circle.id == id {
            return circle.quota.as_ref();
        }
        circle
            .participants
            .iter()
            .find(|participant| participant.id == id)?
            .quota
            .as_ref()
    })
}

/// A quota in words: "khoảng 30 đại biểu", "mỗi thôn 05 đại biểu"; short: the number and what is counted alone.
pub(super) fn quota_words(quota: &Quota, short: bool) -> String {
    let noun = if quota.noun.trim().is_empty() {
        "đại biểu"
    } else {
        quota.noun.trim()
    };
    let count = match quota.amount {
        Amount::Exact(count) => format!("{} {noun}", words::padded(count)),
        Amount::About(count) => format!("khoảng {} {noun}", words::padded(count)),
        Amount::Share(percent) => format!("{percent}% {noun}"),
        Amount::All => format!("toàn thể {noun}"),
    };
    let per = quota.per.trim();
    if short || per.is_empty() {
        count
    } else {
        format!("mỗi {per} {count}")
    }
}
