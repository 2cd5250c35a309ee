//! The outline: headed parts in the officer's order, with free paragraphs and bound blocks in them.

use crate::id::{Id, keyed};
use crate::text::Text;

/// The mark in front of a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Marker {
    /// None: a paragraph with its first line indented.
    #[default]
    None,
    /// `-`
    Dash,
    /// `+`
    Plus,
    /// The next number of its part, counted together with the sub-parts: `1.`
    Number,
    /// A number in brackets, counted within its block: `(1)`
    Paren,
    /// A letter in Vietnamese order, counted within its block: `a)`
    Letter,
}

/// How a bound block lists its facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Layout {
    /// A paragraph each.
    #[default]
    Items,
    /// A numbered heading each, with what belongs to it below.
    Headings,
    /// A row of a table each; only times and venues of conferences stand in one.
    Table,
}

/// What a bound block lists, a paragraph a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// The legal bases, "Căn cứ …".
    LegalBases,
    /// The subjects of the dialogue that belong to no single conference.
    Subjects,
    /// The sentences on method.
    Methods,
    /// With whom each conference is held.
    ConferenceAudiences,
    /// The subjects of each conference.
    ConferenceSubjects,
    /// When each is held.
    ConferenceTimes,
    /// Where each is held.
    ConferenceVenues,
    /// When and where each is held.
    ConferenceTimesAndVenues,
    /// All circles of participants.
    Circles,
    /// The lines of one circle.
    Circle(Id),
    /// The total of participants.
    Total,
    /// The agenda.
    Agenda,
    /// How opinions are collected.
    Collecting,
    /// The assignments of a stage.
    Assignments(super::Stage),
}

/// What a block holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockContent {
    /// A free paragraph.
    Words(Text),
    /// A list of facts.
    Bound {
        /// Which facts.
        bound: Bound,
        /// How they are listed.
        layout: Layout,
        /// Wordings that the officer changed, by fact; the others have the default wording.
        wordings: Vec<(Id, Text)>,
    },
}

/// A paragraph of the outline, or a list of facts in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Identity within the dossier.
    pub id: Id,
    /// The mark before its paragraph, or before each of its paragraphs.
    pub marker: Marker,
    /// What it holds.
    pub content: BlockContent,
}

keyed!(Block);

impl Block {
    /// A free paragraph.
    pub fn words(id: Id, marker: Marker, text: Text) -> Self {
        Self { id, marker, content: BlockContent::Words(text) }
    }

    /// A list of facts in its default wording.
    pub fn bound(id: Id, marker: Marker, bound: Bound, layout: Layout) -> Self {
        Self { id, marker, content: BlockContent::Bound { bound, layout, wordings: Vec::new() } }
    }

    /// Which facts it lists; none for a free paragraph.
    pub fn bound_kind(&self) -> Option<Bound> {
        match &self.content {
            BlockContent::Words(_) => None,
            BlockContent::Bound { bound, .. } => Some(*bound),
        }
    }
}

/// A headed part. Parts nest up to four deep; deeper ones are set as the fourth level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Identity within the dossier.
    pub id: Id,
    /// The heading, in sentence case: the format sets it in capitals where it must be.
    pub heading: Text,
    /// Whether the first paragraph runs on from the heading, after a colon.
    pub run_in: bool,
    /// What stands in it before its sub-parts.
    pub blocks: Vec<Block>,
    /// Its sub-parts.
    pub parts: Vec<Part>,
    /// What stands after its sub-parts.
    pub after: Vec<Block>,
}

keyed!(Part);

impl Part {
    /// This part and all below it, in reading order.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Part)) {
        visit(self);
        for part in &self.parts {
            part.walk(visit);
        }
    }

    /// Its blocks in reading order, those of sub-parts left out.
    pub fn own_blocks(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().chain(&self.after)
    }
}

impl super::Plan {
    /// The part with this identity, at any depth.
    pub fn part(&self, id: Id) -> Option<&Part> {
        let mut found = None;
        for part in &self.outline {
            part.walk(&mut |part| {
                if part.id == id {
                    found = Some(part);
                }
            });
        }
        found
    }

    /// All blocks of preamble, outline and closing, in reading order.
    pub fn blocks(&self) -> Vec<&Block> {
        let mut blocks: Vec<&Block> = self.preamble.iter().collect();
        for part in &self.outline {
            collect(part, &mut blocks);
        }
        blocks.extend(&self.closing);
        blocks
    }

    /// The block that lists these facts, if the plan has one.
    pub fn block_listing(&self, bound: Bound) -> Option<&Block> {
        self.blocks().into_iter().find(|block| block.bound_kind() == Some(bound))
    }
}

fn collect<'a>(part: &'a Part, blocks: &mut Vec<&'a Block>) {
    blocks.extend(&part.blocks);
    for part in &part.parts {
        collect(part, blocks);
    }
    blocks.extend(&part.after);
}
