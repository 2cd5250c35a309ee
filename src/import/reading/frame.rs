//! What stands around the text of a paper, as values: who issues it, who signs, who receives it. What head and foot say
//! beyond that is left out, and told.

use std::collections::HashMap;

use super::build::{Builder, keys};
use super::foot::{Power as Mark, Signature, unglued};
use super::organ;
use super::outline::Outline;
use super::split::Paper;
use crate::id::Id;
use crate::import::debris::{Debris, LeftOut};
use crate::import::scan::Scanned;
use crate::organ::{Capacity, Organ, OrganKind, Power, Signatory, System};
use crate::plan::{Recipient, Recipients, Registration};
use crate::style::{Format, FormatCode};
use crate::words;

impl Builder<'_, '_> {
    /// Leaves out, and says so, what head and foot have beyond what the product prints of them.
    pub(super) fn account(&mut self, paper: &Paper, kind: &str) {
        let plan = &self.dossier.plan;
        let mut printed = String::from("Số ");
        let mut add = |text: &str| {
            printed.push_str(text);
            printed.push(' ');
        };
        // Another kind is composed as a plan.
        add(if kind == "Kế hoạch" { kind } else { "" });
        add(match self.dossier.system() {
            System::Party => "Đảng Cộng sản Việt Nam",
            _ => "Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập Tự do Hạnh phúc",
        });
        for organ in &plan.organs {
            let names = organ.head_names();
            add(&names.superior);
            names.own.iter().for_each(|line| add(line));
        }
        let head = &paper.head;
        add(&head.number.map(|number| number.to_string()).unwrap_or_default());
        add(&head.symbol);
        add(&head.place);
        add(&head.issued.map_or_else(|| words::blank_long_date(Some(self.year)), words::long_date));
        add(&head.title);
        if head.is_letter() {
            add("V/v Kính gửi");
        }
        if !paper.foot.filed.is_empty() {
            add("Lưu");
        }
        if !paper.foot.recipients.is_empty() {
            add("Nơi nhận");
        }
        add(head.draft_round.map_or("", |_| "Dự thảo lần"));
        head.addressees.iter().for_each(|name| add(name));
        for to in &paper.foot.recipients {
            add(&to.who);
            add(&to.purpose);
        }
        add(&paper.foot.filed);
        for signatory in &plan.signatories {
            add("TM KT K/T TL T/L TUQ T/UQ T/M Q");
            add(signatory.power.named());
            // A deputy of the Party signs for the collective, and whose deputy is not said.
            if let Power::CollectiveDeputy { head, .. } = &signatory.power
                && self.dossier.system() != System::Party
            {
                add(head);
            }
            add(&signatory.position);
            add(&signatory.signer);
        }
        let mut have: HashMap<String, usize> = HashMap::new();
        for key in keys(&printed) {
            *have.entry(key).or_default() += 1;
        }
        for row in &paper.frame {
            let text = row.line.text.as_str();
            let (office, signer) = if super::foot::opens(text) { unglued(text) } else { (text, "") };
            let scanned = Scanned::new(format!("{office} {signer}"));
            let missing: Vec<&str> = scanned
                .words
                .iter()
                .filter(|word| match have.get_mut(&word.key) {
                    Some(count) if *count > 0 => {
                        *count -= 1;
                        false
                    }
                    _ => true,
                })
                .map(|word| &scanned.text[word.range.clone()])
                .collect();
            if !missing.is_empty() {
                self.ledger.left_out.push(LeftOut { line: row.at, words: missing.join(" "), why: Debris::Frame });
            }
        }
    }

    pub(super) fn issuer(&mut self, paper: &Paper, outline: &Outline) {
        let head = &paper.head;
        let slash = paper.foot.signatures.iter().any(|signature| {
            signature.powers.iter().any(|(_, of)| of.contains("BAN THƯỜNG VỤ") || of.contains("BAN CHẤP HÀNH"))
        });
        let party = head.motto == Some(System::Party) || slash;
        let opening: String = outline.preamble.iter().map(|para| para.text.text.as_str()).collect::<Vec<_>>().join(" ");
        let whole = format!("{opening} {}", head.title);
        let found = organ::of_head(&head.organ).or_else(|| organ::of_text(&head.symbol, &head.place, &whole, party));
        let system = match (party, &found) {
            (true, _) => System::Party,
            (false, Some(organ)) => organ.system,
            (false, None) => head.motto.unwrap_or_default(),
        };
        let mut organ = found.unwrap_or_default();
        if party && organ.system == System::State {
            organ.system = System::Party;
            if organ.kind == OrganKind::PeoplesCommittee {
                organ.kind = OrganKind::PartyCommittee;
            }
        }
        organ.system = system;
        let all: String = outline
            .preamble
            .iter()
            .chain(outline.parts.iter().flat_map(|part| super::agenda::leaves(part)))
            .map(|para| para.text.text.as_str())
            .take(40)
            .collect::<Vec<_>>()
            .join(" ");
        organ::name_units(&mut organ, &Scanned::new(format!("{whole} {all}")));
        organ.id = self.dossier.new_id();
        let place = if head.place == organ.place() { String::new() } else { head.place.clone() };
        self.dossier.plan.organs = vec![organ];
        self.dossier.plan.registration = Registration {
            number: head.number,
            symbol: String::new(),
            place,
            issued: head.issued,
            draft_round: head.draft_round,
        };
        let format = self.format();
        let derived = crate::papers::plan::symbol(&self.dossier, &format);
        if !head.symbol.is_empty() && head.symbol != derived && !head.is_letter() {
            self.dossier.plan.registration.symbol.clone_from(&head.symbol);
        }
        if head.is_letter() {
            self.dossier.plan.registration.symbol.clone_from(&head.symbol);
        }
    }

    fn format(&self) -> Format {
        let day = self
            .dossier
            .plan
            .registration
            .issued
            .or_else(|| chrono::NaiveDate::from_ymd_opt(self.year, 7, 1))
            .unwrap_or_default();
        FormatCode::in_force(self.dossier.system(), day).format()
    }

    pub(super) fn signatories(&mut self, signatures: &[Signature]) {
        for signature in signatures {
            let id = self.dossier.new_id();
            let organ = self.dossier.plan.organs.first().cloned().unwrap_or_default();
            self.dossier.plan.signatories.push(signatory(id, signature, &organ));
        }
    }

    pub(super) fn recipients(&mut self, paper: &Paper) {
        let lines = paper
            .foot
            .recipients
            .iter()
            .map(|to| Recipient { id: self.dossier.new_id(), who: to.who.clone(), purpose: to.purpose.clone() })
            .collect();
        self.dossier.plan.recipients = Recipients { lines, filed: paper.foot.filed.clone() };
    }
}

/// A signature as a power.
fn signatory(id: Id, signature: &Signature, organ: &Organ) -> Signatory {
    let position = signature.position.clone();
    let of = |mark: Mark| signature.powers.iter().find(|(power, _)| *power == Some(mark)).map(|(_, of)| of.clone());
    let body = of(Mark::OnBehalf);
    let power = if let Some(of) = of(Mark::ByOrder) {
        Power::ByOrder { of }
    } else if let Some(of) = of(Mark::ByAuthorisation) {
        Power::ByAuthorisation { of }
    } else if of(Mark::Acting).is_some() {
        Power::Acting
    } else if let Some(body) = body {
        match of(Mark::InPlace) {
            Some(head) => Power::CollectiveDeputy { body, head },
            // A deputy of the Party signs for the collective itself.
            None if position.starts_with("PHÓ") => {
                Power::CollectiveDeputy { body, head: organ.office(Capacity::Head).into() }
            }
            None => Power::Collective { body },
        }
    } else if let Some(head) = of(Mark::InPlace) {
        Power::OwnDeputy { head }
    } else {
        Power::Own
    };
    // "Q. CHỦ TỊCH": the office stands behind the mark.
    let position = if position.is_empty() { of(Mark::Acting).unwrap_or_default() } else { position };
    Signatory { id, power, position, signer: signature.signer.clone(), standing_office: String::new() }
}
