//! What became known around the conference, to schema 4 and back.

use super::codes::{Code, read_text, text};
use super::from_wire::{self, Ids, Read, coded, each};
use super::types as wire;
use super::when::{clock, date, when};
use crate::proceedings::{Invitee, Opinion, Proceedings, Resolution, VillageCount};

pub(super) fn write(of: &Proceedings) -> wire::Proceedings {
    wire::Proceedings {
        invitees: of.invitees.iter().map(invitee).collect(),
        opinions: of.opinions.iter().map(opinion).collect(),
        counts: of.counts.iter().map(count).collect(),
        matter: text(&of.matter),
        resolutions: of.resolutions.iter().map(resolution).collect(),
        chair: of.chair.clone(),
        secretary: of.secretary.clone(),
        attended: of.attended,
        held: of.held.map(date).unwrap_or_default(),
        began: of.began.map(clock).unwrap_or_default(),
        ended: of.ended.map(clock).unwrap_or_default(),
    }
}

fn invitee(invitee: &Invitee) -> wire::Invitee {
    wire::Invitee {
        id: invitee.id.0,
        name: invitee.name.clone(),
        office: invitee.office.clone(),
        role: invitee.role.code().into(),
    }
}

fn opinion(opinion: &Opinion) -> wire::Opinion {
    wire::Opinion {
        id: opinion.id.0,
        text: opinion.text.clone(),
        by: opinion.by.clone(),
        from: opinion.from.clone(),
        field: opinion.field.clone(),
        repeated: opinion.repeated,
        level: opinion.level.code().into(),
        answered_by: opinion.answered_by.clone(),
        result: opinion.result.clone(),
        outcome: opinion.outcome.code().into(),
        deadline: when(&opinion.deadline),
    }
}

fn count(count: &VillageCount) -> wire::VillageCount {
    wire::VillageCount {
        id: count.id.0,
        village: count.village.clone(),
        households: count.households,
        issued: count.issued,
        returned: count.returned,
        valid: count.valid,
        invalid: count.invalid,
        agree: count.agree,
        disagree: count.disagree,
        other: count.other,
    }
}

fn resolution(resolution: &Resolution) -> wire::Resolution {
    wire::Resolution {
        id: resolution.id.0,
        text: text(&resolution.text),
        agency: resolution.agency.clone(),
        deadline: when(&resolution.deadline),
    }
}

pub(super) fn read(wire: wire::Proceedings, ids: &mut Ids) -> Read<Proceedings> {
    Ok(Proceedings {
        invitees: each(wire.invitees, |wire| {
            Ok(Invitee {
                id: ids.take(wire.id)?,
                name: wire.name,
                office: wire.office,
                role: coded("role", &wire.role)?,
            })
        })?,
        opinions: each(wire.opinions, |wire| read_opinion(wire, ids))?,
        counts: each(wire.counts, |wire| read_count(wire, ids))?,
        matter: read_text(&wire.matter),
        resolutions: each(wire.resolutions, |wire| {
            Ok(Resolution {
                id: ids.take(wire.id)?,
                text: read_text(&wire.text),
                agency: wire.agency,
                deadline: from_wire::when("deadline", &wire.deadline)?,
            })
        })?,
        chair: wire.chair,
        secretary: wire.secretary,
        attended: wire.attended,
        held: from_wire::date("held", &wire.held)?,
        began: from_wire::clock("began", &wire.began)?,
        ended: from_wire::clock("ended", &wire.ended)?,
    })
}

fn read_opinion(wire: wire::Opinion, ids: &mut Ids) -> Read<Opinion> {
    Ok(Opinion {
        id: ids.take(wire.id)?,
        text: wire.text,
        by: wire.by,
        from: wire.from,
        field: wire.field,
        repeated: wire.repeated,
        level: coded("level", &wire.level)?,
        answered_by: wire.answered_by,
        result: wire.result,
        outcome: coded("outcome", &wire.outcome)?,
        deadline: from_wire::when("deadline", &wire.deadline)?,
    })
}

fn read_count(wire: wire::VillageCount, ids: &mut Ids) -> Read<VillageCount> {
    Ok(VillageCount {
        id: ids.take(wire.id)?,
        village: wire.village,
        households: wire.households,
        issued: wire.issued,
        returned: wire.returned,
        valid: wire.valid,
        invalid: wire.invalid,
        agree: wire.agree,
        disagree: wire.disagree,
        other: wire.other,
    })
}
