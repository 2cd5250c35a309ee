//! Hướng dẫn 05-HD/VPTW of 2026: Party papers from 27/5/2026.
//!
//! Its full text was not read: figures come from drafting digests and implementations, so confidence is M and the
//! screen says so. Where no digest names a change, HD 36 is kept.

use super::{Confidence, Format, FormatCode, LineSpacing, Marks, Role, RoleFormat, hd36};

/// The set.
pub(super) fn format() -> Format {
    Format {
        code: FormatCode::Hd05,
        confidence: Confidence::Medium,
        // Recipients' lines end with a semicolon in three implementations (M).
        marks: Marks { recipient_end: ";", ..hd36::marks() },
        roles: role,
        ..hd36::format()
    }
}

fn role(role: Role) -> RoleFormat {
    let before = hd36::role(role);
    match role {
        // Kind 15 or 16, title 14 (implementations differ; the smaller fits both).
        Role::Kind => RoleFormat { size_pt: 15.0, ..before },
        Role::Title => RoleFormat { size_pt: 14.0, ..before },
        // "Exactly" 18 to 22 pt; implementations use 18, 19, 20.
        Role::Body | Role::Basis | Role::Heading1 | Role::Heading2 | Role::Heading3 | Role::Heading4 => {
            RoleFormat { line: LineSpacing::Exactly(19.0), ..before }
        }
        _ => before,
    }
}
