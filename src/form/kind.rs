//! The kinds of block, and what each declares of itself.

use super::{FormBlock, KINDS, Press};

/// A kind of block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    /// An open question with lines to write on.
    #[default]
    Open,
    /// One of several answers.
    Single,
    /// Any of several answers.
    Multiple,
    /// For, against, another opinion.
    Agree,
    /// A level on a scale.
    Scale,
    /// The same answers for each of several rows.
    Grid,
    /// An order of several things.
    Ranking,
    /// A number.
    Number,
    /// A date.
    Date,
    /// A table to fill in.
    Table,
    /// A row for each person, who each answer the question above the columns.
    Persons,
    /// Names of which some are struck out.
    StrikeOut,
    /// Text to read.
    Statement,
    /// Who answers.
    Respondent,
    /// A sentence to agree to.
    Consent,
    /// Where and who signs.
    Signature,
    /// The key to numbered blanks.
    Key,
    /// To whom and by when it goes back.
    Return,
    /// When a ballot is valid.
    Validity,
    /// A headed section.
    Section,
    /// The end of a page.
    PageBreak,
}

/// Where a kind stands in the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// Questions.
    Question,
    /// Tables and ballots.
    Ballot,
    /// Who answers, and what frames the questions.
    Frame,
    /// Sections and pages.
    Layout,
}

/// A value of a block that its kind uses, in the order in which it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Property {
    /// The question, heading or text.
    Title,
    /// What helps to answer.
    Help,
    /// The list of options, columns, fields or signers.
    Options,
    /// The rows of a table.
    Rows,
    /// Lines to write on, or free rows.
    Lines,
    /// Columns of options.
    Columns,
    /// Whether a last option is open.
    Other,
    /// Whether it may go on on the next page.
    Split,
    /// Whether it goes without a number.
    Unnumbered,
}

/// What a kind declares of itself: palette, properties, checks and paper all read it here.
pub struct KindInfo {
    /// The kind.
    pub kind: Kind,
    /// Its name in files and in the locales.
    pub code: &'static str,
    /// Its drawing for the palette: the path of a line in a square of 24 by 24.
    pub icon: &'static str,
    /// Where it stands in the palette.
    pub family: Family,
    /// What of a block it uses.
    pub uses: &'static [Property],
    /// The title of a new one.
    pub title: &'static str,
    /// The help of a new one.
    pub help: &'static str,
    /// The options of a new one.
    pub options: &'static [&'static str],
    /// How many options it sets at most.
    pub most_options: usize,
    /// The rows of a new one.
    pub rows: &'static [&'static str],
    /// The lines of a new one.
    pub lines: u32,
    /// The columns of a new one.
    pub columns: u32,
    /// How it is set on paper.
    pub compose: fn(&FormBlock, &mut Press<'_>),
}

impl KindInfo {
    /// What most kinds start from.
    pub(super) const fn new(kind: Kind, code: &'static str, family: Family) -> Self {
        Self {
            kind,
            code,
            icon: "",
            family,
            uses: &[Property::Title],
            title: "",
            help: "",
            options: &[],
            most_options: usize::MAX,
            rows: &[],
            lines: 0,
            columns: 1,
            compose: |_, _| {},
        }
    }

    /// Whether it uses a property.
    pub fn has(&self, property: Property) -> bool {
        self.uses.contains(&property)
    }

    /// Whether it asks something, and so has a number.
    pub fn asks(&self) -> bool {
        matches!(self.family, Family::Question | Family::Ballot)
    }
}

impl Kind {
    /// What it declares of itself.
    pub fn info(self) -> &'static KindInfo {
        // Every kind is in the list, which a test holds; the first stands for none.
        KINDS.iter().find(|info| info.kind == self).copied().unwrap_or(KINDS[0])
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        KINDS.iter().find(|info| info.code == code).map(|info| info.kind)
    }
}
