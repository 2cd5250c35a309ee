//! A form of signature that the signer's office cannot use.

use super::typed::thing_of;
use super::{Context, Rule, Source};
use crate::edit::{Command, ListEdit};
use crate::finding::{Finding, Severity};
use crate::id::Id;
use crate::organ::{Capacity, Organ, Power, Signatory, System};
use crate::papers::Place;
use crate::style::Confidence;
use crate::words;

/// A deputy of the State signs for the collective in place of its head (TM., KT.), one of the Party for the collective
/// itself; the Party has no authorisation; a secretary's office is printed without the committee's name; a collective of
/// one system never stands above an office of the other.
pub const RULE: Rule = Rule {
    code: "signature-unfit",
    source: Source::law(
        "Nghị định 30/2020/NĐ-CP, Điều 13; Hướng dẫn số 36-HD/VPTW, từ 27/5/2026 là số 05-HD/VPTW",
        Confidence::High,
    ),
    severity: Severity::Error,
    run,
    fix: Some(fix),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

/// Names of Party committees in an office's title, folded.
const COMMITTEES: [&str; 6] = ["tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "thị ủy", "đảng ủy"];

/// Who each signs for: with two organs the inviting one's signature is the last.
fn signing<'a>(context: &Context<'a>) -> impl Iterator<Item = (&'a Signatory, &'a Organ)> {
    let plan = &context.dossier.plan;
    let (organs, count) = (&plan.organs, plan.signatories.len());
    plan.signatories.iter().enumerate().filter_map(move |(at, signatory)| {
        let organ = if organs.len() == count { organs.get(count - 1 - at) } else { organs.first() };
        Some((signatory, organ?))
    })
}

fn run(context: &Context<'_>) -> Vec<Finding> {
    let wrong = signing(context).filter(|(signatory, organ)| righted(signatory, organ).is_some());
    wrong
        .map(|(signatory, organ)| {
            let finding = RULE.finding().at(Place::Thing(signatory.id).mark());
            finding.with("position", signatory.position.trim()).with("organ", organ.full_name()).fixable(true)
        })
        .collect()
}

/// The signature as this office signs, where it is another than given.
fn righted(signatory: &Signatory, organ: &Organ) -> Option<Signatory> {
    let party = organ.system == System::Party;
    let mut right = signatory.clone();
    let position = words::fold(&signatory.position);
    if party && (position.starts_with("bí thư") || position.starts_with("phó bí thư")) {
        let folded = COMMITTEES.iter().filter_map(|name| position.find(name)).min();
        // Folding keeps the count of letters here: capitals and tones alone differ.
        if let Some(letters) = folded.map(|at| position[..at].trim_end().chars().count()) {
            right.position = signatory.position.chars().take(letters).collect();
        }
    }
    let deputy = position.starts_with("phó");
    let head = || organ.office(Capacity::Head).to_owned();
    let collective = |body: &str| {
        let folded = words::fold(body);
        let of_party =
            COMMITTEES.contains(&folded.as_str()) || ["ban thường vụ", "ban chấp hành"].contains(&folded.as_str());
        let of_state = ["ủy ban nhân dân", "ubnd"].contains(&folded.as_str());
        let foreign = if party { of_state } else { of_party };
        if foreign && !organ.collective().is_empty() { organ.collective() } else { body.to_owned() }
    };
    right.power = match &signatory.power {
        Power::ByAuthorisation { of } if party => Power::ByOrder { of: of.clone() },
        Power::Collective { body } if deputy && !party => {
            Power::CollectiveDeputy { body: collective(body), head: head() }
        }
        Power::CollectiveDeputy { body, .. } if !deputy && !position.is_empty() => {
            Power::Collective { body: collective(body) }
        }
        Power::Collective { body } => Power::Collective { body: collective(body) },
        Power::CollectiveDeputy { body, head } => {
            Power::CollectiveDeputy { body: collective(body), head: head.clone() }
        }
        Power::OwnDeputy { .. } if !deputy && !position.is_empty() => Power::Own,
        power if !power.fits(organ.system, organ.kind) => {
            Signatory::usual(signatory.id, organ, if deputy { Capacity::Deputy } else { Capacity::Head }).power
        }
        power => power.clone(),
    };
    (right != *signatory).then_some(right)
}

fn fix(context: &Context<'_>, finding: &Finding, _: &mut dyn FnMut() -> Id) -> Option<Command> {
    let id = thing_of(finding)?;
    let (signatory, organ) = signing(context).find(|(signatory, _)| signatory.id == id)?;
    Some(Command::Signatories(ListEdit::Set { item: righted(signatory, organ)? }))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{on, party, with};
    use super::*;
    use crate::dossier::Dossier;

    pub fn trips() -> Dossier {
        // A deputy who signs as if the head did.
        with(|dossier| dossier.plan.signatories[0].position = "PHÓ CHỦ TỊCH".into())
    }

    pub fn passes() -> Dossier {
        with(|dossier| {
            let organ = dossier.plan.organs[0].clone();
            dossier.plan.signatories[0] = Signatory::usual(Id(52), &organ, Capacity::Deputy);
        })
    }

    #[test]
    fn the_party_signs_in_its_own_way() {
        let mut dossier = party();
        let found = |dossier: &Dossier| run(&Context::of(dossier, on(2026, 9, 1))).len();
        assert_eq!(found(&dossier), 0);
        dossier.plan.signatories[0].position = "PHÓ BÍ THƯ ĐẢNG ỦY".into();
        assert_eq!(found(&dossier), 1);
        let right = righted(&dossier.plan.signatories[0], &dossier.plan.organs[0]).unwrap();
        assert_eq!(right.position, "PHÓ BÍ THƯ");
        dossier.plan.signatories[0].position = "CHÁNH VĂN PHÒNG".into();
        dossier.plan.signatories[0].power = Power::ByAuthorisation { of: "BAN THƯỜNG VỤ".into() };
        assert_eq!(found(&dossier), 1);
    }
}
