//! The dossier (hồ sơ): a plan, its forms, what became of its conference, and the settings that its papers share. It is
//! what one draft holds.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::form::Form;
use crate::id::Id;
use crate::organ::System;
use crate::paper::{OwnPaper, PaperKind};
use crate::plan::Plan;
use crate::proceedings::Proceedings;
use crate::style::FormatCode;

/// A day that is off, or worked, other than the calendar has it: a day off in lieu, a Saturday that is made up for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayChange {
    /// The day.
    pub day: NaiveDate,
    /// Whether it is off; else it is worked.
    pub off: bool,
}

/// What all papers of a dossier share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The year of the plan; dates typed without a year fall in it.
    pub year: i32,
    /// The official format, where the officer chose another than the date's.
    pub format: Option<FormatCode>,
    /// Whether papers are printed on both sides, which mirrors the Party's margins.
    pub two_sided: bool,
    /// The days on which the office's calendar differs from the usual one.
    pub calendar: Vec<DayChange>,
    /// The codes of the rules that the officer does not want to hear of.
    pub rules_off: Vec<String>,
}

/// One dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    /// What the list of drafts calls it.
    pub name: String,
    /// What its papers share.
    pub settings: Settings,
    /// The plan; an empty one where the dossier is a form alone.
    pub plan: Plan,
    /// Its forms.
    pub forms: Vec<Form>,
    /// What became known around the conference.
    pub proceedings: Proceedings,
    /// What papers have of their own; one that is not here has nothing.
    pub papers: BTreeMap<PaperKind, OwnPaper>,
    /// The number that the next new thing gets; above all in use.
    pub next_id: u32,
}

impl Dossier {
    /// An empty dossier for a year.
    pub fn empty(year: i32) -> Self {
        Self {
            name: String::new(),
            settings: Settings { year, format: None, two_sided: false, calendar: Vec::new(), rules_off: Vec::new() },
            plan: Plan::default(),
            forms: Vec::new(),
            proceedings: Proceedings::default(),
            papers: BTreeMap::new(),
            next_id: 1,
        }
    }

    /// A new identity.
    pub fn new_id(&mut self) -> Id {
        let id = Id(self.next_id);
        self.next_id = self.next_id.saturating_add(1);
        id
    }

    /// A form from elsewhere, with identities of this dossier.
    pub fn adopted(&mut self, mut form: Form) -> Form {
        form.renumber(|| self.new_id());
        form
    }

    /// The form with this identity.
    pub fn form(&self, id: Id) -> Option<&Form> {
        self.forms.iter().find(|form| form.id == id)
    }

    /// Whether it is a form alone, without a plan around it.
    pub fn is_form_alone(&self) -> bool {
        !self.forms.is_empty() && self.plan.outline.is_empty() && self.plan.title.is_blank()
    }

    /// The system of the organ that issues the plan; State where none is named yet.
    pub fn system(&self) -> System {
        self.plan.organs.first().map(|organ| organ.system).unwrap_or_default()
    }

    /// The official format of its papers: the officer's choice, else the one in force on the date of issue,
    /// else on `today`.
    pub fn format(&self, today: NaiveDate) -> FormatCode {
        self.settings
            .format
            .unwrap_or_else(|| FormatCode::in_force(self.system(), self.plan.registration.issued.unwrap_or(today)))
    }
}
