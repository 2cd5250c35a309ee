//! Schema 4 to the model: every code is checked, every identity is used once.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::codes::{self, Code, read_amount, read_text};
use super::form;
use super::paper;
use super::proceedings;
use super::types as wire;
use super::when::{read_clock, read_date, read_when};
use crate::dossier::{Dossier, Settings};
use crate::draft::DraftFault;
use crate::id::Id;
use crate::office::{OfficeProfile, Village};
use crate::organ::{Organ, OrganNames, Power, Signatory, Unit};
use crate::plan::{
    Agenda, AgendaItem, Assignment, Block, BlockContent, Circle, Citation, Collecting, Conference, Deadline, Limit,
    Part, Participant, Plan, Quota, Recipient, Recipients, Registration, Subject, Task, Venue,
};
use crate::style::FormatCode;
use crate::words::{Clock, When};

/// Parts nest at most this deep; a deeper file is damaged or hostile.
const DEEPEST_PART: usize = 8;

pub(super) type Read<T> = Result<T, DraftFault>;

pub(super) fn fault(at: &str, what: impl std::fmt::Display) -> DraftFault {
    DraftFault::Value { at: at.to_owned(), what: what.to_string() }
}

pub(super) fn coded<T: Code>(at: &str, code: &str) -> Read<T> {
    T::from_code(code).ok_or_else(|| fault(at, code))
}

pub(super) fn when(at: &str, code: &str) -> Read<When> {
    read_when(code).ok_or_else(|| fault(at, code))
}

/// A date that need not be there.
pub(super) fn date(at: &str, code: &str) -> Read<Option<NaiveDate>> {
    given(at, code, read_date)
}

/// A clock time that need not be there.
pub(super) fn clock(at: &str, code: &str) -> Read<Option<Clock>> {
    given(at, code, read_clock)
}

fn given<T>(at: &str, code: &str, read: impl FnOnce(&str) -> Option<T>) -> Read<Option<T>> {
    if code.is_empty() {
        return Ok(None);
    }
    read(code).map(Some).ok_or_else(|| fault(at, code))
}

pub(super) fn each<W, T>(wires: Vec<W>, read: impl FnMut(W) -> Read<T>) -> Read<Vec<T>> {
    wires.into_iter().map(read).collect()
}

/// Identities met so far.
#[derive(Default)]
pub(super) struct Ids {
    met: HashSet<u32>,
    largest: u32,
}

impl Ids {
    pub(super) fn take(&mut self, id: u32) -> Read<Id> {
        // The top of the range stands for questions of which there is only one.
        if id == 0 || id > u32::MAX / 2 || !self.met.insert(id) {
            return Err(fault("id", id));
        }
        self.largest = self.largest.max(id);
        Ok(Id(id))
    }
}

pub(super) fn dossier(wire: wire::Dossier) -> Read<Dossier> {
    if !(1930..=2100).contains(&wire.year) {
        return Err(fault("year", wire.year));
    }
    let format = match wire.format {
        None => None,
        Some(code) => Some(FormatCode::from_code(&code).ok_or_else(|| fault("format", code))?),
    };
    let mut ids = Ids::default();
    let plan = plan(wire.plan, &mut ids)?;
    let forms = each(wire.forms, |wire| form::read(wire, &mut ids))?;
    let proceedings = proceedings::read(wire.proceedings, &mut ids)?;
    let papers = paper::read(wire.papers, &mut ids)?;
    Ok(Dossier {
        name: wire.name,
        settings: Settings { year: wire.year, format, two_sided: wire.two_sided },
        plan,
        forms,
        proceedings,
        papers,
        next_id: codes::next_id(wire.next_id.min(u32::MAX / 2), ids.largest),
    })
}

pub(super) fn office(wire: wire::Office) -> Read<OfficeProfile> {
    if wire.schema > 1 {
        return Err(DraftFault::Newer(wire.schema));
    }
    let mut ids = Ids::default();
    Ok(OfficeProfile {
        organ: organ(wire.organ, &mut ids)?,
        place: wire.place,
        signatories: each(wire.signatories, |wire| signatory(wire, &mut ids))?,
        recipients: each(wire.recipients, |wire| recipient(wire, &mut ids))?,
        villages: each(wire.villages, |wire| {
            Ok(Village { id: ids.take(wire.id)?, name: wire.name, head: wire.head, copies: wire.copies })
        })?,
    })
}

fn plan(wire: wire::Plan, ids: &mut Ids) -> Read<Plan> {
    Ok(Plan {
        organs: each(wire.organs, |wire| organ(wire, ids))?,
        registration: Registration {
            number: wire.number,
            symbol: wire.symbol,
            place: wire.place,
            issued: date("issued", &wire.issued)?,
            draft_round: wire.draft_round,
        },
        title: read_text(&wire.title),
        event: read_text(&wire.event),
        citations: each(wire.citations, |wire| citation(wire, ids))?,
        preamble: each(wire.preamble, |wire| block(wire, ids))?,
        outline: each(wire.outline, |wire| part(wire, ids, 1))?,
        closing: each(wire.closing, |wire| block(wire, ids))?,
        subjects: each(wire.subjects, |wire| subject(wire, ids))?,
        methods: each(wire.methods, |wire| subject(wire, ids))?,
        conferences: each(wire.conferences, |wire| conference(wire, ids))?,
        circles: each(wire.circles, |wire| circle(wire, ids))?,
        agenda: agenda(wire.agenda, ids)?,
        collecting: Collecting {
            form_title: read_text(&wire.collecting.form_title),
            form: wire.collecting.form.map(Id),
            handed_out_by: read_text(&wire.collecting.handed_out_by),
            handed_out_to: read_text(&wire.collecting.handed_out_to),
            merged_by: read_text(&wire.collecting.merged_by),
            return_by: when("return_by", &wire.collecting.return_by)?,
            merge_by: when("merge_by", &wire.collecting.merge_by)?,
        },
        limits: each(wire.limits, |wire| {
            Ok(Limit { id: ids.take(wire.id)?, kind: coded("limit", &wire.kind)?, when: when("limit", &wire.when)? })
        })?,
        assignments: each(wire.assignments, |wire| assignment(wire, ids))?,
        recipients: Recipients { lines: each(wire.recipients, |wire| recipient(wire, ids))?, filed: wire.filed },
        signatories: each(wire.signatories, |wire| signatory(wire, ids))?,
    })
}

fn unit(wire: wire::Unit) -> Unit {
    Unit { sort: wire.sort, name: wire.name }
}

pub(super) fn organ(wire: wire::Organ, ids: &mut Ids) -> Read<Organ> {
    let names = wire.names;
    Ok(Organ {
        id: ids.take(wire.id)?,
        system: coded("system", &wire.system)?,
        tier: coded("tier", &wire.tier)?,
        kind: coded("kind", &wire.kind)?,
        unit: unit(wire.unit),
        superior: unit(wire.superior),
        names: OrganNames {
            full: names.full,
            short: names.short,
            head_superior: names.head_superior,
            head_own: names.head_own,
            symbol: names.symbol,
            collective: names.collective,
        },
    })
}

fn citation(wire: wire::Citation, ids: &mut Ids) -> Read<Citation> {
    Ok(Citation {
        id: ids.take(wire.id)?,
        kind: wire.kind,
        number: wire.number,
        date: date("citation date", &wire.date)?,
        issuer: wire.issuer,
        about: wire.about,
    })
}

fn block(wire: wire::Block, ids: &mut Ids) -> Read<Block> {
    let content = match (wire.words, wire.list) {
        (Some(words), None) => BlockContent::Words(read_text(&words)),
        (None, Some(list)) => BlockContent::Bound {
            bound: codes::read_bound(&list).ok_or_else(|| fault("list", &list))?,
            layout: coded("layout", &wire.layout)?,
            wordings: wire.wordings.into_iter().map(|(id, words)| (Id(id), read_text(&words))).collect(),
        },
        _ => return Err(fault("block", wire.id)),
    };
    Ok(Block { id: ids.take(wire.id)?, marker: coded("marker", &wire.marker)?, content })
}

fn part(wire: wire::Part, ids: &mut Ids, depth: usize) -> Read<Part> {
    if depth > DEEPEST_PART {
        return Err(fault("part", wire.id));
    }
    Ok(Part {
        id: ids.take(wire.id)?,
        heading: read_text(&wire.heading),
        run_in: wire.run_in,
        blocks: each(wire.blocks, |wire| block(wire, ids))?,
        parts: each(wire.parts, |wire| part(wire, ids, depth + 1))?,
        after: each(wire.after, |wire| block(wire, ids))?,
    })
}

fn subject(wire: wire::Subject, ids: &mut Ids) -> Read<Subject> {
    Ok(Subject {
        id: ids.take(wire.id)?,
        text: read_text(&wire.text),
        fields: wire.fields.iter().map(|field| read_text(field)).collect(),
        conference: wire.conference.map(Id),
    })
}

fn conference(wire: wire::Conference, ids: &mut Ids) -> Read<Conference> {
    Ok(Conference {
        id: ids.take(wire.id)?,
        kind: coded("conference", &wire.kind)?,
        name: read_text(&wire.name),
        audience: read_text(&wire.audience),
        when: when("conference", &wire.when)?,
        venue: match wire.venue.as_deref() {
            None => Venue::Unset,
            Some("tba") => Venue::Announced,
            Some(venue) => Venue::At(read_text(venue.strip_prefix('=').ok_or_else(|| fault("venue", venue))?)),
        },
    })
}

fn quota(wire: wire::Quota) -> Read<Quota> {
    let amount = read_amount(&wire.count).ok_or_else(|| fault("quota", &wire.count))?;
    Ok(Quota { amount, noun: wire.noun, per: wire.per, units: wire.units })
}

fn circle(wire: wire::Circle, ids: &mut Ids) -> Read<Circle> {
    Ok(Circle {
        id: ids.take(wire.id)?,
        role: coded("role", &wire.role)?,
        heading: read_text(&wire.heading),
        quota: wire.quota.map(quota).transpose()?,
        participants: each(wire.participants, |wire| {
            Ok(Participant {
                id: ids.take(wire.id)?,
                who: read_text(&wire.who),
                quota: wire.quota.map(quota).transpose()?,
            })
        })?,
    })
}

fn agenda(wire: wire::Agenda, ids: &mut Ids) -> Read<Agenda> {
    let start = clock("agenda", &wire.start)?;
    let items = each(wire.items, |wire| {
        Ok(AgendaItem { id: ids.take(wire.id)?, text: read_text(&wire.text), minutes: wire.minutes })
    })?;
    Ok(Agenda { start, items })
}

fn assignment(wire: wire::Assignment, ids: &mut Ids) -> Read<Assignment> {
    Ok(Assignment {
        id: ids.take(wire.id)?,
        agency: read_text(&wire.agency),
        stage: coded("stage", &wire.stage)?,
        layout: coded("layout", &wire.layout)?,
        tasks: each(wire.tasks, |wire| {
            Ok(Task {
                id: ids.take(wire.id)?,
                text: read_text(&wire.text),
                deadlines: each(wire.deadlines, |wire| {
                    Ok(Deadline { id: ids.take(wire.id)?, when: when("deadline", &wire.when)? })
                })?,
            })
        })?,
    })
}

pub(super) fn recipient(wire: wire::Recipient, ids: &mut Ids) -> Read<Recipient> {
    Ok(Recipient { id: ids.take(wire.id)?, who: wire.who, purpose: wire.purpose })
}

pub(super) fn signatory(wire: wire::Signatory, ids: &mut Ids) -> Read<Signatory> {
    let power = match wire.power.as_str() {
        "collective" => Power::Collective { body: wire.of },
        "collective-deputy" => Power::CollectiveDeputy { body: wire.of, head: wire.head },
        "own" => Power::Own,
        "own-deputy" => Power::OwnDeputy { head: wire.head },
        "by-order" => Power::ByOrder { of: wire.of },
        "by-authorisation" => Power::ByAuthorisation { of: wire.of },
        "acting" => Power::Acting,
        other => return Err(fault("power", other)),
    };
    Ok(Signatory {
        id: ids.take(wire.id)?,
        power,
        position: wire.position,
        signer: wire.signer,
        standing_office: wire.standing_office,
    })
}
