//! What the papers before a conference say alike: what they call it, when and where it is held, which office to turn to,
//! who receives them.

use super::composition::Composition;
use super::slots;
use crate::document::{Block, HOLE, Label, Mark, Paragraph, Run};
use crate::id::Id;
use crate::organ::{OrganKind, Tier};
use crate::plan::{Bound, Conference, Recipient, Recipients};
use crate::style::Role;
use crate::text::Text;
use crate::words::{self, When};

impl<'a> Composition<'a> {
    /// The sort of the territory of who issues this paper ("xã"), in the words of a passage.
    pub(super) fn unit(&self) -> String {
        match &self.own.organ {
            None => "{unit-short}".to_owned(),
            Some(organ) => organ.unit.sort.clone(),
        }
    }

    /// The office that serves who issues this paper, in the words of a passage.
    pub(super) fn office(&self) -> String {
        let unit = self.unit();
        match self.issue().organs.first().map(|organ| (organ.kind, organ.tier)) {
            Some((OrganKind::PeoplesCommittee, Tier::Province)) => format!("Văn phòng UBND {unit}"),
            Some((OrganKind::PeoplesCommittee, _)) => {
                format!("Văn phòng HĐND và UBND {unit}")
            }
            Some((OrganKind::PartyCommittee, Tier::Commune)) => "Văn phòng Đảng ủy".to_owned(),
            Some((OrganKind::PartyCommittee, _)) => "Văn phòng {issuer-short}".to_owned(),
            Some((OrganKind::Front, _)) => "Cơ quan {issuer-short}".to_owned(),
            Some((OrganKind::Other, _)) | None => "{issuer}".to_owned(),
        }
    }

    /// Who issues this paper, in the words of a passage that has just named the plan: in short, since the plan's number ends
    /// with its name, unless it is another's plan.
    pub(super) fn issuer_again(&self) -> &'static str {
        if self.own.organ.is_none() { "{issuer-short}" } else { "{issuer}" }
    }

    /// A list of things of the dossier, a paragraph each, closed by semicolons and a full stop in place of what closes
    /// them in the plan.
    pub(super) fn list(&mut self, label: &Label, items: &[(Text, Mark)]) {
        for (at, (text, mark)) in items.iter().enumerate() {
            let runs = self.item(text, *mark, if at + 1 == items.len() { "." } else { ";" });
            let paragraph = Paragraph { label: label.clone(), ..Paragraph::new(Role::Body, runs, Some(*mark)) };
            self.blocks.push(Block::Paragraph(paragraph));
        }
    }

    /// The runs of something of the dossier as an item of a list: with a capital, and closed by `end` in place of what
    /// closes it in the plan. What closes a hole is not known until it is filled.
    pub(super) fn item(&self, text: &Text, mark: Mark, end: &str) -> Vec<Run> {
        if text.is_blank() {
            return vec![Run::hole(Some(mark))];
        }
        let mut runs = slots::runs(self.dossier, text);
        if let Some(first) = runs.first_mut() {
            first.text = words::sentence_start(&first.text);
        }
        if let Some(last) = runs.last_mut().filter(|last| !last.hole) {
            let kept = last.text.trim_end().trim_end_matches(['.', ';', ',', ':']).len();
            last.text.truncate(kept);
            last.text.push_str(end);
        }
        runs
    }

    /// When and where: a passage each for one conference; for several a line each, announced by a passage where
    /// `announced`. The keys of the passages begin with `key`.
    pub(super) fn when_and_where(&mut self, key: &str, label: &Label, announced: bool) {
        let conferences = self.conferences();
        if conferences.len() < 2 {
            for (part, words) in [("time", "Thời gian: {when}."), ("place", "Địa điểm: {where}.")] {
                let text = self.text(words, &[]);
                self.passage_text(&format!("{key}{part}"), Role::Body, label.clone(), text);
            }
            return;
        }
        if announced {
            self.passage(&format!("{key}times"), Role::Body, "Thời gian, địa điểm:");
        }
        let lines = self.conference_lines(&conferences);
        self.list(&Label::Dash, &lines);
    }

    /// When the conference is, in the words of a passage: the day that it is known to be held on, else when it is planned
    /// with its hour; dots for a time that was only to be announced.
    pub(super) fn held_or_planned(&self) -> &'static str {
        let announced = || self.conference().is_some_and(|conference| conference.when == When::Announced);
        match self.dossier.proceedings.held {
            Some(_) => "{held}",
            None if announced() => HOLE,
            None => "{when}",
        }
    }

    /// What the plan says of when and where each of several conferences is held.
    pub(super) fn conference_lines(&self, conferences: &[&Conference]) -> Vec<(Text, Mark)> {
        let line = |conference: &&Conference| {
            let text = super::plan::default_wording(Bound::ConferenceTimesAndVenues, conference, conferences.len());
            (text, Mark(conference.id.0))
        };
        conferences.iter().map(line).collect()
    }

    /// Who usually receives a paper, each with what for.
    pub(super) fn recipients(&self, lines: Vec<(String, &str)>) -> Recipients {
        let line = |(who, purpose): (String, &str)| Recipient { id: Id::default(), who, purpose: purpose.to_owned() };
        Recipients { lines: lines.into_iter().map(line).collect(), filed: self.filed() }
    }

    /// Those of the plan's recipients who get it as a report.
    pub(super) fn reported_to(&self) -> Vec<(String, &'a str)> {
        let lines = self.dossier.plan.recipients.lines.iter();
        lines.filter(|line| is_report(line)).map(|line| (line.who.clone(), line.purpose.as_str())).collect()
    }

    /// Where it is filed: as the plan, without its number of copies; else as its system files.
    pub(super) fn filed(&self) -> String {
        let plan = self.dossier.plan.recipients.filed.trim();
        if self.own.organ.is_none() && !plan.is_empty() {
            return plan.split(" (").next().unwrap_or(plan).to_owned();
        }
        match self.issue().organs.first() {
            Some(organ) if organ.kind == OrganKind::PartyCommittee && organ.tier == Tier::Commune => {
                "Văn phòng Đảng ủy".to_owned()
            }
            Some(organ) if organ.kind == OrganKind::PartyCommittee => format!("Văn phòng {}", organ.short_name()),
            Some(organ) if organ.kind == OrganKind::PeoplesCommittee => "VT, VP".to_owned(),
            Some(_) => "VT".to_owned(),
            None => String::new(),
        }
    }
}

/// Whether somebody receives a paper as a report.
pub(super) fn is_report(line: &Recipient) -> bool {
    let purpose = words::fold(&line.purpose);
    purpose.contains("b/c") || purpose.contains("báo cáo")
}
