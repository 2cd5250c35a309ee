//! An old paper as a dossier: what it says, put where the product keeps it, and every word that it could not place left
//! standing as free text.
//!
//! In reading order: `split` tells papers apart, `head` and `foot` read what stands around a text, `outline` its paragraphs
//! and headings, `meaning` what a part is about; `cite`, `times`, `participants`, `agenda`, `assignments` read the facts of
//! a part, and `frame` and `build` put all of it into a dossier. Every step asks the ledger first what the user said of a line.

mod agenda;
mod assignments;
mod build;
mod capitals;
mod circles;
mod cite;
mod foot;
mod frame;
mod head;
mod letter;
mod meaning;
mod merge;
mod named;
mod organ;
mod outline;
mod participants;
mod split;
mod tables;
mod times;

pub use named::organ_named;

use std::collections::BTreeMap;

use super::debris::{Debris, LeftOut, Row, clear};
use super::source::Source;
use crate::dossier::Dossier;
use crate::finding::Finding;

/// What a line of a source was read as, or is to be read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum As {
    /// Not part of the paper.
    LeftOut,
    /// Organ, motto, number, place and date, kind.
    Head,
    /// The title, or what a letter is about.
    Title,
    /// Who is addressed.
    Addressee,
    /// A heading.
    Heading,
    /// Free text.
    Body,
    /// The end of the paragraph above, which a page or a line broke.
    Joined,
    /// A legal basis.
    Basis,
    /// When or where a conference is.
    Conference,
    /// Who takes part.
    Participant,
    /// A step of the agenda.
    AgendaStep,
    /// What somebody has to do.
    Task,
    /// Who receives the paper.
    Recipient,
    /// Who signs.
    Signature,
    /// Only said by the user: a line of the paper, whatever it is, of which nothing is debris.
    Kept,
}

impl As {
    /// What a user can say that a line is, beside what was read.
    pub const CHOICES: [Self; 10] = [
        Self::Kept,
        Self::LeftOut,
        Self::Title,
        Self::Heading,
        Self::Body,
        Self::Joined,
        Self::Participant,
        Self::AgendaStep,
        Self::Task,
        Self::Recipient,
    ];
}

/// What the user says of lines, by their number from 0.
pub type Corrections = BTreeMap<usize, As>;

/// No corrections.
pub const NO_CORRECTIONS: Corrections = BTreeMap::new();

/// Words of the source that the product prints in its own wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reworded {
    /// The line of the source, from 0.
    pub line: usize,
    /// As the source has it.
    pub before: String,
    /// As it is printed.
    pub after: String,
}

/// One paper of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The line of the source that it begins with.
    pub line: usize,
    /// Its kind as its head names it, "Kế hoạch"; "Công văn" for a letter.
    pub kind: String,
    /// What it says, in the shape of a plan whatever its kind is.
    pub dossier: Dossier,
    /// Whom a letter addresses.
    pub addressees: Vec<String>,
    /// What is wrong with the source itself: it is numbered otherwise in the draft.
    pub findings: Vec<Finding>,
}

impl Reading {
    /// Whether it is an opinion form.
    pub fn is_form(&self) -> bool {
        self.kind == FORM
    }

    /// Whether it is a letter.
    pub fn is_letter(&self) -> bool {
        self.kind == LETTER
    }
}

/// The name of an opinion form's kind.
const FORM: &str = "Phiếu";

/// The name of a plan's kind.
const PLAN: &str = "Kế hoạch";

/// The name of a letter's kind.
const LETTER: &str = "Công văn";

/// All that was read from a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// The papers found, in order.
    pub readings: Vec<Reading>,
    /// What was left out, in the order of the source.
    pub left_out: Vec<LeftOut>,
    /// What the product words otherwise.
    pub reworded: Vec<Reworded>,
    /// What each line of the source was read as.
    pub lines: Vec<As>,
}

/// Reads a source. `year` is where dates fall that have none and nothing around them tells.
pub fn read(source: &Source, corrections: &Corrections, year: i32) -> Import {
    let mut ledger = Ledger::new(corrections, year);
    ledger.lines = vec![As::Body; source.lines.len()];
    let kept = |at: usize| corrections.get(&at).is_some_and(|chosen| *chosen != As::LeftOut);
    let (mut rows, out) = clear(&source.lines, &kept);
    rows.retain(|row| {
        let chosen = ledger.chosen(row.at) == Some(As::LeftOut);
        if chosen {
            ledger.left_out.push(LeftOut { line: row.at, words: row.line.text.clone(), why: Debris::Chosen });
            ledger.read(row.at, As::LeftOut);
        }
        !chosen
    });
    for out in &out {
        // A line of which words are left is read as what they are.
        if rows.binary_search_by_key(&out.line, |row| row.at).is_err() {
            ledger.read(out.line, As::LeftOut);
        }
    }
    ledger.left_out.extend(out);
    let papers = split::papers(&rows, &mut ledger);
    let readings = papers.into_iter().map(|paper| build::reading(paper, &mut ledger)).collect();
    let mut import = Import { readings, left_out: ledger.left_out, reworded: ledger.reworded, lines: ledger.lines };
    for line in import.unused(source.lines.len()).into_iter().flatten() {
        if import.lines[line] != As::LeftOut {
            import.left_out.push(LeftOut { line, words: source.lines[line].text.clone(), why: Debris::OtherPaper });
        }
    }
    import.left_out.sort_by_key(|out| out.line);
    import.reworded.sort_by_key(|reworded| reworded.line);
    import
}

/// What is written down while a source is read.
pub(super) struct Ledger<'a> {
    corrections: &'a Corrections,
    /// The year of dates without one.
    year: i32,
    left_out: Vec<LeftOut>,
    reworded: Vec<Reworded>,
    lines: Vec<As>,
}

impl<'a> Ledger<'a> {
    fn new(corrections: &'a Corrections, year: i32) -> Self {
        Self { corrections, year, left_out: Vec::new(), reworded: Vec::new(), lines: Vec::new() }
    }

    /// What the user says that a line is.
    fn chosen(&self, line: usize) -> Option<As> {
        self.corrections.get(&line).copied().filter(|chosen| *chosen != As::Kept)
    }

    /// Leaves out what is left of a line.
    fn leave_out(&mut self, row: &Row, why: Debris) {
        self.left_out.push(LeftOut { line: row.at, words: row.line.text.clone(), why });
        self.read(row.at, As::LeftOut);
    }

    /// Whether the user says that a line belongs to the paper, as whatever it is.
    fn keeps(&self, line: usize) -> bool {
        self.corrections.get(&line).is_some_and(|chosen| *chosen != As::LeftOut)
    }

    /// Writes down what a line is read as.
    fn read(&mut self, line: usize, read: As) {
        if let Some(known) = self.lines.get_mut(line) {
            *known = read;
        }
    }
}
