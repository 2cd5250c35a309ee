//! Hướng dẫn 36-HD/VPTW of 03/4/2018: Party papers up to 26/5/2026. Confidence H unless said.

use super::{
    Align, Confidence, Format, FormatCode, LineSpacing, Marks, PageSetup, Role, RoleFormat, centred, pen, text,
};

/// The set.
pub(super) fn format() -> Format {
    Format {
        code: FormatCode::Hd36,
        confidence: Confidence::High,
        page: PageSetup::A4,
        marks: marks(),
        party_head: true,
        deputy_signs_directly: true,
        // Four blank lines in the digest of HD 36 (M).
        signature_gap_lines: 4,
        roles: role,
    }
}

/// The Party's words and marks, which HD 05 keeps.
pub(super) fn marks() -> Marks {
    Marks {
        number_label: "Số",
        number_kind: "-",
        kind_organ: "/",
        on_behalf: "T/M",
        in_place: "K/T",
        by_order: "T/L",
        // The Party has no authorisation (TUQ); T/L is its form.
        by_authorisation: "T/L",
        acting: "Q.",
        // The rule is a full stop, though "./." is often seen.
        end_of_text: ".",
        recipient_end: ",",
        filed_label: "Lưu ",
        basis_dash: true,
    }
}

/// The roles of HD 36.
pub(super) fn role(role: Role) -> RoleFormat {
    // Body 14 to 15, "Exactly" at least 18 pt, first line about 10 mm, at least 6 pt between paragraphs.
    let body = RoleFormat { first_line_mm: 10.0, before_pt: 6.0, line: LineSpacing::Exactly(18.0), ..text(14.0) };
    match role {
        Role::HeadSuperior => RoleFormat { caps: true, ..centred(14.0) },
        Role::HeadOwn => RoleFormat { caps: true, bold: true, ..centred(14.0) },
        Role::HeadNation => RoleFormat { caps: true, bold: true, ..centred(15.0) },
        Role::HeadMotto => centred(14.0),
        Role::HeadAsterisk => RoleFormat { bold: true, ..centred(14.0) },
        Role::Number => centred(14.0),
        Role::PlaceDate => RoleFormat { italic: true, ..centred(14.0) },
        // "Dự thảo lần 2", 14 italic (M).
        Role::DraftMark => RoleFormat { italic: true, ..centred(14.0) },
        // Kind 15 to 16 bold capitals; title 14 to 15 bold; five hyphens under it.
        Role::Kind => RoleFormat { caps: true, bold: true, before_pt: 12.0, keep_next: true, ..centred(16.0) },
        Role::Title => RoleFormat { bold: true, keep_next: true, ..centred(15.0) },
        Role::TitleDashes => RoleFormat { keep_next: true, ..centred(14.0) },
        // Upright, each line begins with a dash.
        Role::Basis | Role::Body => body,
        Role::Heading1 => RoleFormat { caps: true, bold: true, keep_next: true, ..body },
        Role::Heading2 => RoleFormat { bold: true, keep_next: true, ..body },
        Role::Heading3 => RoleFormat { bold: true, italic: true, keep_next: true, ..body },
        Role::Heading4 => RoleFormat { italic: true, keep_next: true, ..body },
        // Label 14 underlined, not bold; lines 12.
        Role::RecipientsLabel => RoleFormat { underline: true, align: Align::Left, ..text(14.0) },
        Role::Recipient => RoleFormat { align: Align::Left, ..text(12.0) },
        // Power bold; office not bold; name bold.
        Role::Authority => RoleFormat { caps: true, bold: true, ..centred(14.0) },
        Role::Office => RoleFormat { caps: true, ..centred(14.0) },
        Role::Signer => RoleFormat { bold: true, ..centred(14.0) },
        // 12 italic under the number of a letter (M).
        Role::Subject => RoleFormat { italic: true, ..centred(12.0) },
        // The label is 14 italic, who is addressed upright.
        Role::Addressee => RoleFormat { align: Align::Center, before_pt: 12.0, after_pt: 6.0, ..text(14.0) },
        // As for the State (M).
        Role::AddresseeItem => {
            RoleFormat { align: Align::Left, left_mm: 3.0, first_line_mm: -3.0, before_pt: 3.0, ..text(14.0) }
        }
        Role::Annex => RoleFormat { bold: true, keep_next: true, ..centred(14.0) },
        Role::PageNumber => centred(14.0),
        // Tables and what is filled in by hand are no matter of this rule.
        _ => pen(role),
    }
}
