//! Who gets how many copies, and what tells one copy from another.

use super::Form;
use crate::id::{Id, keyed};
use crate::text::{Piece, Text};

/// The most copies that one lot may have: no commune has more households.
pub const MOST_COPIES: u32 = 10_000;

/// A village, or whoever else gets copies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lot {
    /// Identity within the dossier.
    pub id: Id,
    /// Its name with its sort, such as "Thôn 3".
    pub name: String,
    /// Who hands the copies out and collects them.
    pub head: String,
    /// How many.
    pub copies: u32,
}

keyed!(Lot);

/// The distribution list (danh sách phát phiếu).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copies {
    /// Who gets how many; empty where copies are not told apart.
    pub lots: Vec<Lot>,
    /// The serial number of the first copy; none where copies bear none. What is handed in of a secret form never bears
    /// one; see [`Form::first_serial`].
    pub first: Option<u32>,
    /// Whether each copy has a stub to tear off (cuống phiếu), which alone bears its serial number: what is handed in
    /// then bears none.
    pub stub: bool,
}

impl Copies {
    /// Whether one copy differs from another at all.
    pub fn are_told_apart(&self) -> bool {
        !self.lots.is_empty() || self.first.is_some()
    }

    /// How many copies there are; one where no lot says how many.
    pub fn total(&self) -> u32 {
        if self.lots.is_empty() {
            return 1;
        }
        self.lots.iter().fold(0_u32, |sum, lot| sum.saturating_add(lot.copies.min(MOST_COPIES)))
    }
}

/// Reads a distribution list as it is pasted from a spreadsheet or typed: a line each, with the name, who hands the copies
/// out, and how many; cells apart by tabs, semicolons or bars. What has no number gets none; blank lines and a head of
/// words alone ("Thôn, Trưởng thôn, Số phiếu") are left out.
pub fn read_lots(text: &str) -> Vec<(String, String, u32)> {
    let mut lots: Vec<(String, String, u32)> = Vec::new();
    for line in text.lines() {
        let mut cells: Vec<&str> = line.split(['\t', ';', '|']).map(str::trim).collect();
        cells.retain(|cell| !cell.is_empty());
        // A number in front counts the rows.
        if cells.len() > 1 && cells[0].trim_end_matches('.').parse::<u32>().is_ok() {
            cells.remove(0);
        }
        let Some((name, rest)) = cells.split_first() else { continue };
        let number = |cell: &&&str| cell.replace(['.', ' '], "").parse::<u32>().ok();
        let copies = rest.iter().rev().find_map(|cell| number(&cell));
        let head = rest.iter().find(|cell| number(cell).is_none()).copied().unwrap_or_default();
        if copies.is_none() && lots.is_empty() && !head.is_empty() {
            continue;
        }
        lots.push(((*name).to_owned(), head.to_owned(), copies.unwrap_or_default()));
    }
    lots
}

/// One copy of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copy {
    /// Who gets it; empty where nobody is named.
    pub lot: String,
    /// Its serial number; none where copies bear none, and on a secret form without stubs.
    pub serial: Option<u32>,
    /// Whether its serial number stands on its stub alone.
    pub stub: bool,
    /// What its code says; empty where it bears none.
    pub code: String,
}

impl Form {
    /// The serial number of the first copy, where copies bear one: on a secret form only a stub may.
    pub fn first_serial(&self) -> Option<u32> {
        self.copies.first.filter(|_| !self.secret || self.copies.stub)
    }

    /// The copies from `from` (counted from 0) on, at most `most` of them, in the order of the distribution list. Serials
    /// run on from one lot to the next without a gap.
    pub fn copies(&self, from: u32, most: u32) -> Vec<Copy> {
        let mut copies = Vec::new();
        if !self.copies.are_told_apart() {
            let alike = Copy { stub: self.copies.stub, ..Copy::default() };
            return vec![alike; most.min(self.copies.total().saturating_sub(from)) as usize];
        }
        let print = self.fingerprint();
        let one = [Lot { copies: 1, ..Lot::default() }];
        let lots = if self.copies.lots.is_empty() { &one[..] } else { &self.copies.lots };
        let mut at = 0_u32;
        for (number, lot) in lots.iter().enumerate() {
            let count = lot.copies.min(MOST_COPIES);
            let (first, end) = (from.max(at), from.saturating_add(most).min(at + count));
            for index in first..end {
                let serial = self.first_serial().map(|start| start.saturating_add(index));
                // What is left when the stub is torn off is one of its village, and no more.
                let told = serial.filter(|_| !self.copies.stub).map(|serial| format!("-{serial}")).unwrap_or_default();
                copies.push(Copy {
                    lot: lot.name.trim().to_owned(),
                    serial,
                    stub: self.copies.stub,
                    code: format!("DT1-{print:08x}-{}{told}", number + 1),
                });
            }
            at += count;
        }
        copies
    }

    /// Tells this form, as it is now, from any other: FNV-1a over the words of what it asks. Two prints of the same
    /// questions have the same, whatever the facts in them say; a form whose questions were changed since has another.
    pub fn fingerprint(&self) -> u32 {
        let mut hash = 0x811c_9dc5_u32;
        let mut add = |text: &Text| {
            let words = text.pieces().iter().map(|piece| match piece {
                Piece::Words(words) => words.as_str(),
                Piece::Slot(_) => "{}",
            });
            for byte in words.flat_map(str::bytes).chain([0]) {
                hash ^= u32::from(byte);
                hash = hash.wrapping_mul(0x0100_0193);
            }
        };
        // What stands in the margins asks nothing.
        add(&self.title);
        add(&self.subtitle);
        self.blocks.iter().for_each(|block| block.texts(&mut add));
        hash
    }
}
