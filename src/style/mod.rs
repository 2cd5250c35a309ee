//! Official format as dated parameter sets: sizes, margins, marks and labels, each with its source.
//!
//! A set is data. It knows no paper and no plan; papers ask it how a role is set and which mark a system uses.

mod hd05;
mod hd36;
mod metrics;
mod nd30;
mod role;

pub use metrics::text_width_mm;
pub use role::Role;

use chrono::NaiveDate;

use crate::organ::System;

/// How sure we are of a set's figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// Read in the primary text, or several independent sources agree.
    High,
    /// One good secondary source; the screen says so.
    Medium,
}

/// Names one parameter set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FormatCode {
    /// Nghị định 30/2020/NĐ-CP: State, and by custom the Front.
    Nd30,
    /// Hướng dẫn 36-HD/VPTW: Party, papers up to 26/5/2026.
    Hd36,
    /// Hướng dẫn 05-HD/VPTW: Party, papers from 27/5/2026.
    Hd05,
}

impl FormatCode {
    /// All sets.
    pub const ALL: [Self; 3] = [Self::Nd30, Self::Hd36, Self::Hd05];

    /// The set in force for a system on a day.
    pub fn in_force(system: System, day: NaiveDate) -> Self {
        match system {
            System::State | System::Front => Self::Nd30,
            System::Party if NaiveDate::from_ymd_opt(2026, 5, 27).is_some_and(|start| day >= start) => Self::Hd05,
            System::Party => Self::Hd36,
        }
    }

    /// The code as drafts and locales write it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Nd30 => "nd30",
            Self::Hd36 => "hd36",
            Self::Hd05 => "hd05",
        }
    }

    /// Reads [`FormatCode::code`] back.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.code() == code)
    }

    /// The parameter set.
    pub fn format(self) -> Format {
        match self {
            Self::Nd30 => nd30::format(),
            Self::Hd36 => hd36::format(),
            Self::Hd05 => hd05::format(),
        }
    }
}

/// Horizontal alignment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Left.
    Left,
    /// Centred.
    Center,
    /// Right.
    Right,
    /// Justified.
    #[default]
    Justify,
}

/// Line pitch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LineSpacing {
    /// A multiple of the font's own line height (single = 1).
    Multiple(f32),
    /// Exactly so many pt.
    Exactly(f32),
}

/// How a role of text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RoleFormat {
    /// Font size in pt.
    pub size_pt: f32,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Underlined.
    pub underline: bool,
    /// Set in capitals.
    pub caps: bool,
    /// Alignment.
    pub align: Align,
    /// Indent of all lines in mm.
    pub left_mm: f32,
    /// Indent of the first line in mm, against the others; negative where it hangs.
    pub first_line_mm: f32,
    /// Space before in pt.
    pub before_pt: f32,
    /// Space after in pt.
    pub after_pt: f32,
    /// Line pitch.
    pub line: LineSpacing,
    /// Kept on the page of what follows.
    pub keep_next: bool,
}

/// Paper size and margins in mm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageSetup {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// Top margin.
    pub top: f32,
    /// Bottom margin.
    pub bottom: f32,
    /// Left margin of a front page.
    pub left: f32,
    /// Right margin of a front page.
    pub right: f32,
    /// From the top edge to the top of the page number.
    pub number_top: f32,
    /// Whether left and right change places on the back of a sheet.
    pub mirrored: bool,
}

impl PageSetup {
    /// The page of official papers, legal in all systems: NĐ 30/2020, Phụ lục I, mục I.2 (top and bottom 20 to 25, left
    /// 30 to 35, right 15 to 20) and HD 36 (20, 20, 30, 15). The number stands 10 mm from the top edge in the decree's
    /// model files and in HD 36.
    pub const A4: Self = Self {
        width: 210.0,
        height: 297.0,
        top: 20.0,
        bottom: 20.0,
        left: 30.0,
        right: 15.0,
        number_top: 10.0,
        mirrored: false,
    };

    /// Below this width a page is a small one: an A5 page that stands.
    pub const SMALL_MM: f32 = 150.0;

    /// The width of a line of text in mm.
    pub fn text_width(&self) -> f32 {
        self.width - self.left - self.right
    }

    /// The height for text in mm.
    pub fn text_height(&self) -> f32 {
        self.height - self.top - self.bottom
    }
}

/// Words and marks that a system sets in its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    /// Before the number: "Số:" or "Số".
    pub number_label: &'static str,
    /// Between number and kind: "/" or "-".
    pub number_kind: &'static str,
    /// Between kind and organ: "-" or "/".
    pub kind_organ: &'static str,
    /// Before a collective: "TM." or "T/M".
    pub on_behalf: &'static str,
    /// Before the office stood in for: "KT." or "K/T".
    pub in_place: &'static str,
    /// Before who gave the order: "TL." or "T/L".
    pub by_order: &'static str,
    /// Before who authorised: "TUQ.".
    pub by_authorisation: &'static str,
    /// Before an acting office: "Q.".
    pub acting: &'static str,
    /// At the end of the text.
    pub end_of_text: &'static str,
    /// After a line of the recipients.
    pub recipient_end: &'static str,
    /// Before where the paper is filed: "Lưu: " or "Lưu ".
    pub filed_label: &'static str,
    /// Whether a legal basis that stands on its own line begins with a dash.
    pub basis_dash: bool,
}

/// A parameter set: everything in which one system's official papers differ from another's.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Its name.
    pub code: FormatCode,
    /// How sure its figures are.
    pub confidence: Confidence,
    /// The page.
    pub page: PageSetup,
    /// Its words and marks.
    pub marks: Marks,
    /// Whether the head is the Party's (asterisk, Party heading) or the State's (national heading, motto, rules).
    pub party_head: bool,
    /// Whether a deputy signs for the collective directly, without a line "in place of" the head.
    pub deputy_signs_directly: bool,
    /// Empty lines between office and name, for the signature.
    pub signature_gap_lines: u32,
    /// How each role is set.
    roles: fn(Role) -> RoleFormat,
}

impl Format {
    /// How a role is set.
    pub fn role(&self, role: Role) -> RoleFormat {
        let set = (self.roles)(role);
        if self.page.width < PageSetup::SMALL_MM { small(role, set) } else { set }
    }

    /// The same set for printing on both sides, where its rule has mirrored margins (HD 36-HD/VPTW, confidence M;
    /// NĐ 30/2020 says nothing of it).
    #[must_use]
    pub fn two_sided(mut self, two_sided: bool) -> Self {
        self.page.mirrored = two_sided && self.party_head;
        self
    }
}

/// The height of a single line of Times New Roman as a multiple of its size: ascent 0.891, descent 0.216, gap 0.042.
pub const SINGLE_LINE: f32 = 1.149;

/// Body text of a size, the start of most roles.
const fn text(size_pt: f32) -> RoleFormat {
    RoleFormat {
        size_pt,
        bold: false,
        italic: false,
        underline: false,
        caps: false,
        align: Align::Justify,
        left_mm: 0.0,
        first_line_mm: 0.0,
        before_pt: 0.0,
        after_pt: 0.0,
        line: LineSpacing::Multiple(1.0),
        keep_next: false,
    }
}

/// Tables and forms, in every set alike: NĐ 30/2020 and the Party's rules set official papers, not what is filled in by
/// hand. 13 pt and single lines are practice (M).
const fn pen(role: Role) -> RoleFormat {
    match role {
        Role::TableHead => RoleFormat { bold: true, ..centred(13.0) },
        Role::TableMiddle => centred(13.0),
        // Nine columns on a turned page leave room for 11 pt (M).
        Role::NarrowHead => RoleFormat { bold: true, ..centred(11.0) },
        Role::NarrowMiddle => centred(11.0),
        Role::NarrowCell => RoleFormat { align: Align::Left, ..text(11.0) },
        // Read from the back of a hall once it is enlarged: the proportion is what counts (practice, M).
        Role::BannerLine => RoleFormat { caps: true, bold: true, before_pt: 10.0, ..centred(26.0) },
        Role::BannerTitle => RoleFormat { caps: true, bold: true, before_pt: 16.0, ..centred(44.0) },
        Role::FormCode => RoleFormat { bold: true, align: Align::Right, after_pt: 2.0, ..text(12.0) },
        Role::FormText => RoleFormat { before_pt: 4.0, first_line_mm: 8.0, ..text(13.0) },
        Role::FormSection => {
            RoleFormat { bold: true, before_pt: 6.0, keep_next: true, align: Align::Left, ..text(13.0) }
        }
        Role::Question => RoleFormat { bold: true, keep_next: true, align: Align::Left, ..text(13.0) },
        Role::Help => RoleFormat { italic: true, keep_next: true, align: Align::Left, ..text(12.0) },
        // Boxes of one choice stand one under the other, their words beside them: 6 mm is a box and its space.
        Role::Answer => {
            RoleFormat { align: Align::Left, left_mm: 6.0, first_line_mm: -6.0, before_pt: 3.0, ..text(13.0) }
        }
        // Room above for a hand that writes on the line.
        Role::Fill => RoleFormat { align: Align::Left, before_pt: 7.0, ..text(13.0) },
        Role::FormNote => RoleFormat { italic: true, ..centred(13.0) },
        Role::StubTitle => RoleFormat { bold: true, ..centred(13.0) },
        // Room above for a signature.
        Role::StubFill => RoleFormat { align: Align::Left, before_pt: 24.0, ..text(13.0) },
        // Cells of a table; no other role comes here: each set names the roles of official papers itself.
        _ => RoleFormat { align: Align::Left, ..text(13.0) },
    }
}

/// A role of an official paper on a small page. NĐ 30/2020 knows A4 alone; A5 for invitations and slips came from
/// Thông tư 01/2011/TT-BNV and lives on in practice (M): sizes in proportion, so that the headings have the lines that
/// they have on A4. What is filled in by hand keeps its size.
fn small(role: Role, set: RoleFormat) -> RoleFormat {
    let factor = match role {
        Role::HeadSuperior
        | Role::HeadOwn
        | Role::HeadNation
        | Role::HeadMotto
        | Role::HeadAsterisk
        | Role::Number
        | Role::PlaceDate
        | Role::DraftMark
        | Role::Subject => 0.8,
        Role::Kind
        | Role::Title
        | Role::TitleDashes
        | Role::Basis
        | Role::Body
        | Role::Addressee
        | Role::AddresseeItem
        | Role::RecipientsLabel
        | Role::Recipient
        | Role::Authority
        | Role::Office
        | Role::Signer => 0.86,
        _ => return set,
    };
    // Word sets letters in half points.
    let half = |pt: f32| (pt * factor * 2.0).round() / 2.0;
    let line = match set.line {
        LineSpacing::Exactly(pt) => LineSpacing::Exactly(half(pt)),
        single => single,
    };
    let first_line_mm = set.first_line_mm * factor;
    RoleFormat { size_pt: half(set.size_pt), before_pt: half(set.before_pt), line, first_line_mm, ..set }
}

/// A centred line of a size.
const fn centred(size_pt: f32) -> RoleFormat {
    RoleFormat { align: Align::Center, ..text(size_pt) }
}

#[cfg(test)]
mod tests;
