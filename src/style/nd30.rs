//! Nghị định 30/2020/NĐ-CP, Phụ lục I (in force from 05/3/2020): State papers; the Front follows it by custom (M).
//!
//! Geometry where the decree leaves a range: its own model files (Phụ lục III). Confidence H unless said.

use super::{
    Align, Confidence, Format, FormatCode, LineSpacing, Marks, PageSetup, Role, RoleFormat, centred, pen, text,
};

/// The set.
pub(super) fn format() -> Format {
    Format {
        code: FormatCode::Nd30,
        confidence: Confidence::High,
        page: PageSetup::A4,
        marks: Marks {
            number_label: "Số:",
            number_kind: "/",
            kind_organ: "-",
            on_behalf: "TM.",
            in_place: "KT.",
            by_order: "TL.",
            by_authorisation: "TUQ.",
            acting: "Q.",
            end_of_text: "./.",
            recipient_end: ";",
            filed_label: "Lưu: ",
            basis_dash: false,
        },
        party_head: false,
        deputy_signs_directly: false,
        // Not fixed by the decree; four lines leave room for signature and seal.
        signature_gap_lines: 4,
        roles: role,
    }
}

fn role(role: Role) -> RoleFormat {
    // Mục II.5: at least 6 pt between paragraphs, first line 1 or 1.27 cm, single to 1.5 lines.
    let body = RoleFormat { first_line_mm: 10.0, before_pt: 6.0, line: LineSpacing::Multiple(1.15), ..text(14.0) };
    match role {
        // Mục II.2: superior 12 to 13 regular, organ 12 to 13 bold, capitals, centred.
        Role::HeadSuperior => RoleFormat { caps: true, ..centred(13.0) },
        Role::HeadOwn => RoleFormat { caps: true, bold: true, ..centred(13.0) },
        // Mục II.1: quốc hiệu 12 to 13 bold capitals, tiêu ngữ 13 to 14 bold.
        Role::HeadNation => RoleFormat { caps: true, bold: true, ..centred(13.0) },
        Role::HeadMotto => RoleFormat { bold: true, ..centred(14.0) },
        Role::HeadAsterisk => RoleFormat { bold: true, ..centred(13.0) },
        // Mục II.3: 13 upright.
        Role::Number => centred(13.0),
        // Mục II.4: 13 to 14 italic.
        Role::PlaceDate => RoleFormat { italic: true, ..centred(14.0) },
        // Practice, not in the decree: a boxed DỰ THẢO (M).
        Role::DraftMark => RoleFormat { bold: true, ..centred(13.0) },
        // Mục II.5: kind 13 to 14 bold capitals; title 13 to 14 bold, both centred.
        Role::Kind => RoleFormat { caps: true, bold: true, before_pt: 12.0, keep_next: true, ..centred(14.0) },
        Role::Title | Role::TitleDashes => RoleFormat { bold: true, keep_next: true, ..centred(14.0) },
        // Mục II.6: legal bases 13 to 14 italic, each a paragraph.
        Role::Basis => RoleFormat { italic: true, ..body },
        Role::Body => body,
        // Mục II.6: first level capitals bold; second bold where it has a heading.
        Role::Heading1 => RoleFormat { caps: true, bold: true, keep_next: true, ..body },
        Role::Heading2 => RoleFormat { bold: true, keep_next: true, ..body },
        // Practice: 2.1. bold italic (M).
        Role::Heading3 => RoleFormat { bold: true, italic: true, keep_next: true, ..body },
        Role::Heading4 => RoleFormat { italic: true, keep_next: true, ..body },
        // Mục II.9: label 12 bold italic, lines 11 upright.
        Role::RecipientsLabel => RoleFormat { bold: true, italic: true, align: Align::Left, ..text(12.0) },
        Role::Recipient => RoleFormat { align: Align::Left, ..text(11.0) },
        // Mục II.7: power and office 13 to 14 bold capitals, name 13 to 14 bold.
        Role::Authority | Role::Office => RoleFormat { caps: true, bold: true, ..centred(14.0) },
        Role::Signer => RoleFormat { bold: true, ..centred(14.0) },
        // Mục II.5: under the number of a letter, 12 to 13 upright, 6 pt below it.
        Role::Subject => RoleFormat { before_pt: 6.0, ..centred(13.0) },
        // Mục II.9: 13 to 14 upright.
        Role::Addressee => RoleFormat { align: Align::Center, before_pt: 12.0, after_pt: 6.0, ..text(14.0) },
        // Several: each on a line of its own, the dashes under each other.
        Role::AddresseeItem => {
            RoleFormat { align: Align::Left, left_mm: 3.0, first_line_mm: -3.0, before_pt: 3.0, ..text(14.0) }
        }
        // Mục III.1: "Phụ lục" 14 bold, centred.
        Role::Annex => RoleFormat { bold: true, keep_next: true, ..centred(14.0) },
        // Mục I.7: 13 to 14 upright.
        Role::PageNumber => centred(14.0),
        // Tables and what is filled in by hand are no matter of this rule.
        _ => pen(role),
    }
}
