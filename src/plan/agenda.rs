//! The agenda (chương trình): steps with durations, which yield clock times.

use crate::id::{Id, keyed};
use crate::text::Text;
use crate::words::{Clock, TimeOfDay, When};

/// So many minutes later on the same day; none past midnight.
fn later(clock: Clock, minutes: u32) -> Option<Clock> {
    let at = minutes.checked_add(clock.hour * 60 + clock.minute)?;
    (at < 24 * 60).then_some(Clock { hour: at / 60, minute: at % 60 })
}

/// One step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgendaItem {
    /// Identity within the dossier.
    pub id: Id,
    /// What is done, with who does it.
    pub text: Text,
    /// How long it takes, in minutes; none where the plan leaves it open.
    pub minutes: Option<u32>,
}

keyed!(AgendaItem);

/// The agenda of the conference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    /// When it begins; without it no clock times are printed.
    pub start: Option<Clock>,
    /// The steps.
    pub items: Vec<AgendaItem>,
}

impl Agenda {
    /// The clock time at which each step begins: known as long as the start and all durations before it are.
    pub fn clock_times(&self) -> Vec<Option<Clock>> {
        let mut at = self.start;
        self.items
            .iter()
            .map(|item| {
                let begins = at;
                at = at.zip(item.minutes).and_then(|(time, minutes)| later(time, minutes));
                begins
            })
            .collect()
    }

    /// The clock time of a conference, where the agenda begins at another.
    pub fn clashes_with(&self, when: &When) -> Option<Clock> {
        match when {
            When::Day { time: Some(TimeOfDay::At(clock)), .. } => {
                Some(*clock).filter(|clock| self.start.is_some_and(|start| start != *clock))
            }
            _ => None,
        }
    }

    /// The sum of all durations in minutes, and how many steps have none.
    pub fn duration(&self) -> (u32, usize) {
        let open = self.items.iter().filter(|item| item.minutes.is_none()).count();
        (self.items.iter().filter_map(|item| item.minutes).fold(0, u32::saturating_add), open)
    }
}
