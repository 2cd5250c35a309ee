//! Values at random for tests of what must hold for any: texts, settings, what papers have of their own, what became
//! known around a conference. Things have no identities yet: [`give_identities`] gives each its own.

use std::collections::BTreeMap;

use doi_thoai::dossier::{DayChange, Dossier, Settings};
use doi_thoai::id::Id;
use doi_thoai::organ::{Organ, OrganKind, OrganNames, Power, Signatory, System, Tier, Unit};
use doi_thoai::paper::{OwnPaper, PaperKind};
use doi_thoai::plan::{Recipient, Recipients, Registration, Role};
use doi_thoai::proceedings::{Invitee, Level, Opinion, Outcome, Proceedings, Resolution, VillageCount};
use doi_thoai::style::FormatCode;
use doi_thoai::text::{ConferenceFact, Fact, Form, Text};
use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::{any_clock, any_day, any_when};

fn any_slot() -> impl Strategy<Value = (Fact, Form)> {
    let id = (0u32..50).prop_map(Id);
    let part = prop::sample::select(vec![
        ConferenceFact::When,
        ConferenceFact::Venue,
        ConferenceFact::Audience,
        ConferenceFact::Name,
    ]);
    let single = prop::sample::select(vec![
        Fact::Organ,
        Fact::Body,
        Fact::Unit,
        Fact::Superior,
        Fact::Year,
        Fact::Event,
        Fact::FormTitle,
        Fact::Total,
    ]);
    let numbered = (0usize..6, id.clone()).prop_map(|(kind, id)| {
        [Fact::Deadline, Fact::Limit, Fact::Agency, Fact::Quota, Fact::Citation, Fact::Part][kind](id)
    });
    let fact = prop_oneof![single, numbered, (id, part).prop_map(|(id, part)| Fact::Conference(id, part)),];
    (fact, prop::sample::select(vec![Form::Plain, Form::Short, Form::Capital]))
}

/// Every text: words that look like slots and braces among them.
pub fn any_text() -> impl Strategy<Value = Text> {
    vec((".{0,6}|[{}a:]{0,6}|\\{year\\}", of(any_slot())), 0..5).prop_map(|pieces| {
        let mut text = Text::default();
        for (words, slot) in pieces {
            text.push_words(&words);
            if let Some((fact, form)) = slot {
                text.push_slot(fact, form);
            }
        }
        text
    })
}

fn any_words() -> impl Strategy<Value = String> {
    ".{0,6}|[{}a:]{0,4}|\n"
}

fn any_count() -> impl Strategy<Value = Option<u32>> {
    of(prop_oneof![Just(0), 1u32..1000, any::<u32>()])
}

fn any_organ() -> impl Strategy<Value = Organ> {
    let unit = || (any_words(), any_words()).prop_map(|(sort, name)| Unit { sort, name });
    (
        select(vec![System::Party, System::State, System::Front]),
        select(vec![Tier::Province, Tier::District, Tier::Commune]),
        select(vec![OrganKind::PeoplesCommittee, OrganKind::PartyCommittee, OrganKind::Front, OrganKind::Other]),
        (unit(), unit()),
        (any_words(), any_words()),
    )
        .prop_map(|(system, tier, kind, (unit, superior), (full, symbol))| Organ {
            id: Id::default(),
            system,
            tier,
            kind,
            unit,
            superior,
            names: OrganNames { full, symbol, ..OrganNames::default() },
        })
}

fn any_signatory() -> impl Strategy<Value = Signatory> {
    let power = (0usize..7, any_words(), any_words()).prop_map(|(power, of, head)| match power {
        0 => Power::Collective { body: of },
        1 => Power::CollectiveDeputy { body: of, head },
        2 => Power::Own,
        3 => Power::OwnDeputy { head },
        4 => Power::ByOrder { of },
        5 => Power::ByAuthorisation { of },
        _ => Power::Acting,
    });
    (power, any_words(), any_words(), any_words()).prop_map(|(power, position, signer, standing_office)| Signatory {
        id: Id::default(),
        power,
        position,
        signer,
        standing_office,
    })
}

fn any_recipients() -> impl Strategy<Value = Recipients> {
    let line = (any_words(), any_words()).prop_map(|(who, purpose)| Recipient { id: Id::default(), who, purpose });
    (vec(line, 0..3), any_words()).prop_map(|(lines, filed)| Recipients { lines, filed })
}

fn any_own_paper() -> impl Strategy<Value = OwnPaper> {
    let registration = (any_count(), any_words(), any_words(), of(any_day()), any_count()).prop_map(
        |(number, symbol, place, issued, draft_round)| Registration { number, symbol, place, issued, draft_round },
    );
    // In any order, each key once.
    let passages = btree_map(any_words(), any_text(), 0..3)
        .prop_map(|passages| passages.into_iter().collect::<Vec<_>>())
        .prop_shuffle();
    let own =
        (
            of(any_organ()),
            registration,
            vec(any_signatory(), 0..3),
            of(any_recipients()),
            passages,
            any::<(bool, bool)>(),
            vec(select(PaperKind::ALL.to_vec()), 0..4),
        )
            .prop_map(|(organ, registration, signatories, recipients, passages, (each, two_up), enclosed)| {
                OwnPaper { organ, registration, signatories, recipients, passages, each, two_up, enclosed }
            });
    prop_oneof![4 => own, 1 => Just(OwnPaper::default())]
}

/// What papers have of their own; now and then one that has nothing.
pub fn any_papers() -> impl Strategy<Value = BTreeMap<PaperKind, OwnPaper>> {
    btree_map(select(PaperKind::ALL.to_vec()), any_own_paper(), 0..5)
}

fn any_invitee() -> impl Strategy<Value = Invitee> {
    let role = select(vec![Role::Chair, Role::Dialogue, Role::Attend, Role::Guest]);
    (any_words(), any_words(), role).prop_map(|(name, office, role)| Invitee { id: Id::default(), name, office, role })
}

fn any_opinion() -> impl Strategy<Value = Opinion> {
    (
        (any_words(), any_words(), any_words(), any_words()),
        (any_words(), any_words()),
        any::<u32>(),
        select(vec![Level::Commune, Level::Province, Level::Centre]),
        select(vec![Outcome::Open, Outcome::Answered, Outcome::Assigned, Outcome::PassedOn]),
        any_when(),
    )
        .prop_map(|((text, by, from, field), (answered_by, result), repeated, level, outcome, deadline)| Opinion {
            id: Id::default(),
            text,
            by,
            from,
            field,
            repeated,
            level,
            answered_by,
            result,
            outcome,
            deadline,
        })
}

fn any_village_count() -> impl Strategy<Value = VillageCount> {
    let counts = || (any_count(), any_count(), any_count(), any_count());
    (any_words(), counts(), counts()).prop_map(
        |(village, (households, issued, returned, valid), (invalid, agree, disagree, other))| VillageCount {
            id: Id::default(),
            village,
            households,
            issued,
            returned,
            valid,
            invalid,
            agree,
            disagree,
            other,
        },
    )
}

fn any_resolution() -> impl Strategy<Value = Resolution> {
    (any_text(), any_words(), any_when()).prop_map(|(text, agency, deadline)| Resolution {
        id: Id::default(),
        text,
        agency,
        deadline,
    })
}

/// What the papers of a dossier share.
pub fn any_settings() -> impl Strategy<Value = Settings> {
    let change = (any_day(), any::<bool>()).prop_map(|(day, off)| DayChange { day, off });
    let format = of(select(FormatCode::ALL.to_vec()));
    (1930i32..=2100, format, any::<bool>(), vec(change, 0..4), vec(any_words(), 0..3)).prop_map(
        |(year, format, two_sided, calendar, rules_off)| Settings { year, format, two_sided, calendar, rules_off },
    )
}

/// What became known around a conference.
pub fn any_proceedings() -> impl Strategy<Value = Proceedings> {
    (
        vec(any_invitee(), 0..3),
        vec(any_opinion(), 0..3),
        vec(any_village_count(), 0..3),
        any_text(),
        vec(any_resolution(), 0..3),
        (any_words(), any_words()),
        any_count(),
        of(any_day()),
        (of(any_clock()), of(any_clock())),
    )
        .prop_map(
            |(invitees, opinions, counts, matter, resolutions, (chair, secretary), attended, held, (began, ended))| {
                Proceedings {
                    invitees,
                    opinions,
                    counts,
                    matter,
                    resolutions,
                    chair,
                    secretary,
                    attended,
                    held,
                    began,
                    ended,
                }
            },
        )
}

/// Gives each thing of the papers and of what became known an identity that nothing else of the dossier has.
pub fn give_identities(dossier: &mut Dossier) {
    let Dossier { proceedings, papers, next_id, .. } = dossier;
    let mut give = |id: &mut Id| {
        *id = Id(*next_id);
        *next_id += 1;
    };
    proceedings.invitees.iter_mut().for_each(|invitee| give(&mut invitee.id));
    proceedings.opinions.iter_mut().for_each(|opinion| give(&mut opinion.id));
    proceedings.counts.iter_mut().for_each(|count| give(&mut count.id));
    proceedings.resolutions.iter_mut().for_each(|resolution| give(&mut resolution.id));
    for own in papers.values_mut() {
        own.organ.iter_mut().for_each(|organ| give(&mut organ.id));
        own.signatories.iter_mut().for_each(|signatory| give(&mut signatory.id));
        own.recipients.iter_mut().flat_map(|all| &mut all.lines).for_each(|line| give(&mut line.id));
    }
}
