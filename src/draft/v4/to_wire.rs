//! The model to schema 4.

use super::codes::{self, Code, text};
use super::form;
use super::paper;
use super::proceedings;
use super::types as wire;
use super::when::{clock, date, when};
use crate::dossier::Dossier;
use crate::office::OfficeProfile;
use crate::organ::{Organ, Power, Signatory, Unit};
use crate::plan::{
    Assignment, Block, BlockContent, Circle, Citation, Conference, Part, Plan, Quota, Recipient, Subject, Venue,
};

pub(super) fn dossier(dossier: &Dossier) -> wire::Dossier {
    wire::Dossier {
        name: dossier.name.clone(),
        year: dossier.settings.year,
        format: dossier.settings.format.map(|format| format.code().to_owned()),
        two_sided: dossier.settings.two_sided,
        next_id: dossier.next_id,
        plan: plan(&dossier.plan),
        forms: dossier.forms.iter().map(form::write).collect(),
        proceedings: proceedings::write(&dossier.proceedings),
        papers: paper::write(&dossier.papers),
    }
}

pub(super) fn office(office: &OfficeProfile) -> wire::Office {
    wire::Office {
        schema: 1,
        organ: organ(&office.organ),
        place: office.place.clone(),
        signatories: office.signatories.iter().map(signatory).collect(),
        recipients: office.recipients.iter().map(recipient).collect(),
        villages: office
            .villages
            .iter()
            .map(|village| wire::Village {
                id: village.id.0,
                name: village.name.clone(),
                head: village.head.clone(),
                copies: village.copies,
            })
            .collect(),
    }
}

fn plan(plan: &Plan) -> wire::Plan {
    let registration = &plan.registration;
    let collecting = &plan.collecting;
    wire::Plan {
        organs: plan.organs.iter().map(organ).collect(),
        number: registration.number,
        symbol: registration.symbol.clone(),
        place: registration.place.clone(),
        issued: registration.issued.map(date).unwrap_or_default(),
        draft_round: registration.draft_round,
        title: text(&plan.title),
        event: text(&plan.event),
        citations: plan.citations.iter().map(citation).collect(),
        preamble: blocks(&plan.preamble),
        outline: plan.outline.iter().map(part).collect(),
        closing: blocks(&plan.closing),
        subjects: plan.subjects.iter().map(subject).collect(),
        methods: plan.methods.iter().map(subject).collect(),
        conferences: plan.conferences.iter().map(conference).collect(),
        circles: plan.circles.iter().map(circle).collect(),
        agenda: wire::Agenda {
            start: plan.agenda.start.map(clock).unwrap_or_default(),
            items: plan
                .agenda
                .items
                .iter()
                .map(|item| wire::AgendaItem { id: item.id.0, text: text(&item.text), minutes: item.minutes })
                .collect(),
        },
        collecting: wire::Collecting {
            form_title: text(&collecting.form_title),
            form: collecting.form.map(|id| id.0),
            handed_out_by: text(&collecting.handed_out_by),
            handed_out_to: text(&collecting.handed_out_to),
            merged_by: text(&collecting.merged_by),
            return_by: when(&collecting.return_by),
            merge_by: when(&collecting.merge_by),
        },
        limits: plan
            .limits
            .iter()
            .map(|limit| wire::Limit { id: limit.id.0, kind: limit.kind.code().into(), when: when(&limit.when) })
            .collect(),
        assignments: plan.assignments.iter().map(assignment).collect(),
        recipients: plan.recipients.lines.iter().map(recipient).collect(),
        filed: plan.recipients.filed.clone(),
        signatories: plan.signatories.iter().map(signatory).collect(),
    }
}

fn unit(unit: &Unit) -> wire::Unit {
    wire::Unit { sort: unit.sort.clone(), name: unit.name.clone() }
}

pub(super) fn organ(organ: &Organ) -> wire::Organ {
    let names = &organ.names;
    wire::Organ {
        id: organ.id.0,
        system: organ.system.code().into(),
        tier: organ.tier.code().into(),
        kind: organ.kind.code().into(),
        unit: unit(&organ.unit),
        superior: unit(&organ.superior),
        names: wire::Names {
            full: names.full.clone(),
            short: names.short.clone(),
            head_superior: names.head_superior.clone(),
            head_own: names.head_own.clone(),
            symbol: names.symbol.clone(),
            collective: names.collective.clone(),
        },
    }
}

fn citation(citation: &Citation) -> wire::Citation {
    wire::Citation {
        id: citation.id.0,
        kind: citation.kind.clone(),
        number: citation.number.clone(),
        date: citation.date.map(date).unwrap_or_default(),
        issuer: citation.issuer.clone(),
        about: citation.about.clone(),
    }
}

fn blocks(blocks: &[Block]) -> Vec<wire::Block> {
    blocks.iter().map(block).collect()
}

fn block(block: &Block) -> wire::Block {
    let mut wire = wire::Block { id: block.id.0, marker: block.marker.code().into(), ..wire::Block::default() };
    match &block.content {
        BlockContent::Words(words) => wire.words = Some(text(words)),
        BlockContent::Bound { bound, layout, wordings } => {
            wire.list = Some(codes::bound(*bound));
            wire.layout = layout.code().into();
            wire.wordings = wordings.iter().map(|(id, words)| (id.0, text(words))).collect();
        }
    }
    wire
}

fn part(of: &Part) -> wire::Part {
    wire::Part {
        id: of.id.0,
        heading: text(&of.heading),
        run_in: of.run_in,
        blocks: blocks(&of.blocks),
        parts: of.parts.iter().map(part).collect(),
        after: blocks(&of.after),
    }
}

fn subject(subject: &Subject) -> wire::Subject {
    wire::Subject {
        id: subject.id.0,
        text: text(&subject.text),
        fields: subject.fields.iter().map(text).collect(),
        conference: subject.conference.map(|id| id.0),
    }
}

fn conference(conference: &Conference) -> wire::Conference {
    wire::Conference {
        id: conference.id.0,
        kind: conference.kind.code().into(),
        name: text(&conference.name),
        audience: text(&conference.audience),
        when: when(&conference.when),
        venue: match &conference.venue {
            Venue::Unset => None,
            Venue::Announced => Some("tba".into()),
            // The "=" keeps a hall that is called "tba" apart from one that is to be announced.
            Venue::At(venue) => Some(format!("={}", text(venue))),
        },
    }
}

fn quota(quota: &Quota) -> wire::Quota {
    wire::Quota {
        count: codes::amount(quota.amount),
        noun: quota.noun.clone(),
        per: quota.per.clone(),
        units: quota.units,
    }
}

fn circle(circle: &Circle) -> wire::Circle {
    wire::Circle {
        id: circle.id.0,
        role: circle.role.code().into(),
        heading: text(&circle.heading),
        quota: circle.quota.as_ref().map(quota),
        participants: circle
            .participants
            .iter()
            .map(|line| wire::Participant {
                id: line.id.0,
                who: text(&line.who),
                quota: line.quota.as_ref().map(quota),
            })
            .collect(),
    }
}

fn assignment(assignment: &Assignment) -> wire::Assignment {
    wire::Assignment {
        id: assignment.id.0,
        agency: text(&assignment.agency),
        stage: assignment.stage.code().into(),
        layout: assignment.layout.code().into(),
        tasks: assignment
            .tasks
            .iter()
            .map(|task| wire::Task {
                id: task.id.0,
                text: text(&task.text),
                deadlines: task
                    .deadlines
                    .iter()
                    .map(|deadline| wire::Deadline { id: deadline.id.0, when: when(&deadline.when) })
                    .collect(),
            })
            .collect(),
    }
}

pub(super) fn recipient(recipient: &Recipient) -> wire::Recipient {
    wire::Recipient { id: recipient.id.0, who: recipient.who.clone(), purpose: recipient.purpose.clone() }
}

pub(super) fn signatory(signatory: &Signatory) -> wire::Signatory {
    let (power, of, head) = match &signatory.power {
        Power::Collective { body } => ("collective", body.as_str(), ""),
        Power::CollectiveDeputy { body, head } => ("collective-deputy", body.as_str(), head.as_str()),
        Power::Own => ("own", "", ""),
        Power::OwnDeputy { head } => ("own-deputy", "", head.as_str()),
        Power::ByOrder { of } => ("by-order", of.as_str(), ""),
        Power::ByAuthorisation { of } => ("by-authorisation", of.as_str(), ""),
        Power::Acting => ("acting", "", ""),
    };
    wire::Signatory {
        id: signatory.id.0,
        power: power.into(),
        of: of.into(),
        head: head.into(),
        position: signatory.position.clone(),
        signer: signatory.signer.clone(),
        standing_office: signatory.standing_office.clone(),
    }
}
