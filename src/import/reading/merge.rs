//! The papers of a source as one draft: its plan, and a letter as the letter that passes the plan on.

use super::{Import, PLAN, Reading};
use crate::dossier::Dossier;
use crate::paper::{OwnPaper, PaperKind};
use crate::papers::words_of;
use crate::plan::BlockContent;
use crate::text::Text;

/// The passages of a cover letter that one from elsewhere does not have.
const ABSENT: [&str; 5] = ["tasks", "spread", "opinions", "attend", "contact"];

impl Import {
    /// The paper that becomes the plan: the first that calls itself one, else the first that is neither letter nor form.
    fn plan(&self) -> Option<&Reading> {
        let mut papers = self.readings.iter().filter(|reading| !reading.is_letter() && !reading.is_form());
        let first = papers.clone().next();
        papers.find(|reading| reading.kind == PLAN).or(first)
    }

    fn letter(&self) -> Option<&Reading> {
        self.readings.iter().find(|reading| reading.is_letter())
    }

    /// The papers that the draft has no place for, as the lines from which and to which they go.
    pub(super) fn unused(&self, lines: usize) -> Vec<std::ops::Range<usize>> {
        let form = self.readings.iter().find(|reading| reading.is_form());
        let used: Vec<usize> =
            [self.plan(), self.letter(), form].into_iter().flatten().map(|reading| reading.line).collect();
        let ends = self.readings.iter().skip(1).map(|next| next.line).chain([lines]);
        let all = self.readings.iter().zip(ends).filter(|(reading, _)| !used.contains(&reading.line));
        all.map(|(reading, end)| reading.line..end).collect()
    }

    /// The draft that the papers make; none where nothing was found. The first paper that is no letter is its plan.
    pub fn dossier(&self) -> Option<Dossier> {
        let (plan, letter) = (self.plan(), self.letter());
        let mut dossier = match (plan, letter) {
            (Some(plan), _) => plan.dossier.clone(),
            (None, Some(letter)) => {
                let mut dossier = Dossier::empty(letter.dossier.settings.year);
                dossier.next_id = letter.dossier.next_id;
                dossier.name.clone_from(&letter.dossier.name);
                dossier.plan.organs.clone_from(&letter.dossier.plan.organs);
                dossier
            }
            (None, None) => return None,
        };
        if let Some(letter) = letter {
            let own = own_paper(letter, &mut dossier, plan.is_some());
            dossier.papers.insert(PaperKind::Letter, own);
        }
        Some(dossier)
    }
}

/// A letter as what the dossier's letter has of its own. Its facts are its own, so it comes in as words.
fn own_paper(letter: &Reading, dossier: &mut Dossier, has_plan: bool) -> OwnPaper {
    let plan = &letter.dossier.plan;
    let mut own = OwnPaper { registration: plan.registration.clone(), ..OwnPaper::default() };
    own.organ = plan.organs.first().filter(|_| has_plan).cloned();
    if let Some(organ) = &mut own.organ {
        organ.id = dossier.new_id();
    }
    own.signatories = plan.signatories.clone();
    own.signatories.iter_mut().for_each(|signatory| signatory.id = dossier.new_id());
    let mut recipients = plan.recipients.clone();
    recipients.lines.iter_mut().for_each(|line| line.id = dossier.new_id());
    own.recipients = Some(recipients);
    let paragraphs: Vec<String> = plan
        .preamble
        .iter()
        .filter_map(|block| match &block.content {
            BlockContent::Words(text) => Some(words_of(&letter.dossier, text)),
            BlockContent::Bound { .. } => None,
        })
        .collect();
    let subject = words_of(&letter.dossier, &plan.title);
    if !subject.trim().is_empty() {
        own.set_passage("subject", Some(Text::words(format!("V/v {subject}"))));
    }
    if !letter.addressees.is_empty() {
        own.set_passage("addressees", Some(Text::words(letter.addressees.join("; "))));
    }
    own.set_passage("opening", Some(Text::words(paragraphs.join("\n"))));
    for key in ABSENT {
        own.set_passage(key, Some(Text::default()));
    }
    own
}
