//! What papers have of their own, to schema 4 and back: a value for each paper, under its code.

use std::collections::BTreeMap;

use super::codes::{read_text, text};
use super::from_wire::{Ids, Read, date, each, fault, organ, recipient, signatory};
use super::{to_wire, types as wire, when};
use crate::paper::{OwnPaper, PaperKind};
use crate::plan::{Recipients, Registration};

/// One that has nothing of its own is left out: to whoever reads, it is as one that is not there.
pub(super) fn write(papers: &BTreeMap<PaperKind, OwnPaper>) -> BTreeMap<String, wire::OwnPaper> {
    let papers = papers.iter().filter(|(_, own)| **own != OwnPaper::default());
    papers.map(|(kind, own)| (kind.code().to_owned(), write_own(own))).collect()
}

fn write_own(own: &OwnPaper) -> wire::OwnPaper {
    let registration = &own.registration;
    wire::OwnPaper {
        organ: own.organ.as_ref().map(to_wire::organ),
        number: registration.number,
        symbol: registration.symbol.clone(),
        place: registration.place.clone(),
        issued: registration.issued.map(when::date).unwrap_or_default(),
        draft_round: registration.draft_round,
        signatories: own.signatories.iter().map(to_wire::signatory).collect(),
        recipients: own.recipients.as_ref().map(|recipients| wire::Recipients {
            lines: recipients.lines.iter().map(to_wire::recipient).collect(),
            filed: recipients.filed.clone(),
        }),
        passages: own
            .passages
            .iter()
            .map(|(key, words)| wire::Passage { key: key.clone(), text: text(words) })
            .collect(),
        each: own.each,
        two_up: own.two_up,
        enclosed: own.enclosed.iter().map(|kind| kind.code().to_owned()).collect(),
    }
}

/// Reads them back. A paper that a file written by hand names without saying anything of it is left out too.
pub(super) fn read(wires: BTreeMap<String, wire::OwnPaper>, ids: &mut Ids) -> Read<BTreeMap<PaperKind, OwnPaper>> {
    let mut papers = BTreeMap::new();
    for (code, wire) in wires {
        let own = read_own(wire, ids)?;
        let kind = kind("papers", &code)?;
        if own != OwnPaper::default() {
            papers.insert(kind, own);
        }
    }
    Ok(papers)
}

fn kind(at: &str, code: &str) -> Read<PaperKind> {
    PaperKind::from_code(code).ok_or_else(|| fault(at, code))
}

fn read_own(wire: wire::OwnPaper, ids: &mut Ids) -> Read<OwnPaper> {
    let mut own = OwnPaper {
        organ: wire.organ.map(|wire| organ(wire, ids)).transpose()?,
        registration: Registration {
            number: wire.number,
            symbol: wire.symbol,
            place: wire.place,
            issued: date("issued", &wire.issued)?,
            draft_round: wire.draft_round,
        },
        signatories: each(wire.signatories, |wire| signatory(wire, ids))?,
        recipients: match wire.recipients {
            None => None,
            Some(wire) => Some(Recipients { lines: each(wire.lines, |wire| recipient(wire, ids))?, filed: wire.filed }),
        },
        passages: Vec::new(),
        each: wire.each,
        two_up: wire.two_up,
        enclosed: each(wire.enclosed, |code| kind("enclosed", &code))?,
    };
    for passage in wire.passages {
        // A key that is there twice has the words that stand last, as a name in JSON has.
        own.set_passage(&passage.key, Some(read_text(&passage.text)));
    }
    Ok(own)
}
