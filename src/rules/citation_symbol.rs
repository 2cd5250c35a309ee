//! A legal basis whose number does not fit its kind or its issuer.

use super::typed::thing_of;
use super::{Context, Rule, Source};
use crate::edit::{Command, ListEdit};
use crate::finding::{Finding, Severity};
use crate::id::Id;
use crate::papers::Place;
use crate::plan::Citation;
use crate::style::Confidence;
use crate::words;

/// A number bears the code of its kind, and its signs are those of its system: `12/QĐ-UBND` for the State, `12-QĐ/TU` for
/// the Party. What does not agree was copied wrong, and the document is not found under it. Only what is sure is looked
/// at: kinds with one code, and issuers that are plainly the Party's or the State's.
pub const RULE: Rule = Rule {
    code: "citation-symbol",
    source: Source::law(
        "Nghị định 30/2020/NĐ-CP, Phụ lục III; Hướng dẫn số 36-HD/VPTW, từ 27/5/2026 là số 05-HD/VPTW",
        Confidence::High,
    ),
    severity: Severity::Warning,
    run,
    fix: Some(fix),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

/// Kinds, folded, and the codes that their numbers bear.
const KINDS: [(&str, &[&str]); 14] = [
    ("nghị quyết", &["NQ"]),
    ("quyết định", &["QĐ"]),
    ("chỉ thị", &["CT"]),
    ("quy định", &["QĐ", "QyĐ", "QĐi"]),
    ("quy chế", &["QC"]),
    ("thông báo", &["TB"]),
    ("hướng dẫn", &["HD"]),
    ("chương trình", &["CTr", "CTHĐ"]),
    ("kế hoạch", &["KH"]),
    ("đề án", &["ĐA"]),
    ("kết luận", &["KL"]),
    ("báo cáo", &["BC"]),
    ("nghị định", &["NĐ"]),
    ("tờ trình", &["TTr"]),
];

/// Who is plainly of the Party, folded; "ủy ban" is not, though it ends alike.
const PARTY: [&str; 10] = [
    "bộ chính trị",
    "ban bí thư",
    "ban chấp hành",
    "ban thường vụ",
    "tỉnh ủy",
    "thành ủy",
    "huyện ủy",
    "quận ủy",
    "thị ủy",
    "đảng ủy",
];

/// Who is plainly of the State.
const STATE: [&str; 6] = ["chính phủ", "thủ tướng", "ủy ban nhân dân", "ubnd", "hội đồng nhân dân", "hđnd"];

fn run(context: &Context<'_>) -> Vec<Finding> {
    let citations = context.dossier.plan.citations.iter();
    let wrong = citations.filter(|citation| !kind_fits(citation) || turned(citation).is_some());
    wrong
        .map(|citation| {
            RULE.finding()
                .at(Place::Thing(citation.id).mark())
                .with("citation", citation.short())
                .fixable(kind_fits(citation))
        })
        .collect()
}

/// Whether the number bears a code of the kind; one without any code says nothing against it.
fn kind_fits(citation: &Citation) -> bool {
    let kind = words::fold(&citation.kind);
    let Some((_, codes)) = KINDS.iter().find(|(known, _)| *known == kind) else { return true };
    let parts: Vec<&str> = citation.number.split(['/', '-']).map(str::trim).collect();
    let of_kind = |code: &&str| parts.iter().any(|part| part == code);
    let any = parts.iter().any(|part| KINDS.iter().any(|(_, codes)| codes.contains(part)));
    !any || codes.iter().any(of_kind)
}

/// The number with the signs of its issuer's system, where it has those of the other.
fn turned(citation: &Citation) -> Option<String> {
    let issuer = words::fold(&citation.issuer);
    let party = super::seek::any(&issuer, &PARTY);
    let state = super::seek::any(&issuer, &STATE);
    let number = citation.number.trim();
    // "12/QĐ-TU" or "12-QĐ/TU": number, sign, kind, sign, organ.
    let first = number.find(['/', '-'])?;
    let (digits, rest) = number.split_at(first);
    let second = rest.get(1..)?.find(['/', '-'])? + 1;
    let (kind, organ) = (rest.get(1..second)?, rest.get(second + 1..)?);
    let coded = KINDS.iter().any(|(_, codes)| codes.contains(&kind.trim()));
    if !coded || digits.is_empty() || !digits.chars().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    match (party && !state, state && !party, rest.get(..1)?, rest.get(second..=second)?) {
        (true, _, "/", "-") => Some(format!("{digits}-{kind}/{organ}")),
        (_, true, "-", "/") => Some(format!("{digits}/{kind}-{organ}")),
        _ => None,
    }
}

fn fix(context: &Context<'_>, finding: &Finding, _: &mut dyn FnMut() -> Id) -> Option<Command> {
    let id = thing_of(finding)?;
    let mut item = context.dossier.plan.citations.iter().find(|citation| citation.id == id)?.clone();
    item.number = turned(&item)?;
    Some(Command::Citations(ListEdit::Set { item }))
}

#[cfg(test)]
mod tests {
    use super::super::tests::with;
    use super::*;
    use crate::dossier::Dossier;

    fn cited(kind: &str, number: &str, issuer: &str) -> Citation {
        Citation {
            id: Id(900),
            kind: kind.into(),
            number: number.into(),
            issuer: issuer.into(),
            about: "về đối thoại với Nhân dân".into(),
            ..Citation::default()
        }
    }

    pub fn trips() -> Dossier {
        with(|dossier| dossier.plan.citations.push(cited("Quyết định", "2200/QĐ-TU", "Ban Thường vụ Tỉnh ủy")))
    }

    pub fn passes() -> Dossier {
        with(|dossier| dossier.plan.citations.push(cited("Quyết định", "2200-QĐ/TU", "Ban Thường vụ Tỉnh ủy")))
    }

    #[test]
    fn kind_and_signs_are_held_against_each_other() {
        let state = cited("Quyết định", "12-QĐ/UBND", "Ủy ban nhân dân tỉnh");
        assert_eq!(turned(&state).as_deref(), Some("12/QĐ-UBND"));
        assert!(!kind_fits(&cited("Nghị quyết", "12-QĐ/TU", "")));
        for (kind, number) in [
            ("Luật", "72/2025/QH15"),
            ("Nghị định", "30/2020/NĐ-CP"),
            ("Quy định", "11-QĐi/TW"),
            ("Quyết định", "218-QĐ/TW"),
        ] {
            let citation = cited(kind, number, "");
            assert!(kind_fits(&citation) && turned(&citation).is_none(), "{kind} {number}");
        }
    }
}
