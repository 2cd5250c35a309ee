//! Undo and redo. Typing in one field joins into a step a word; anything else is a step of its own.

use std::collections::VecDeque;

use super::{Command, Refused};
use crate::dossier::Dossier;

/// The most steps that are kept; far more than anyone takes back one by one.
const MOST: usize = 300;

/// What was done in one step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The code of its name, which the locale words ("conference.add").
    pub name: &'static str,
    reverse: Command,
    /// The field whose typing it holds, as long as it may still grow.
    typing: Option<String>,
}

/// The steps that can be taken back, and those that were.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: VecDeque<Step>,
    undone: Vec<Step>,
}

impl History {
    /// Carries out a command as a step of its own.
    ///
    /// # Errors
    /// See [`Command::apply`].
    pub fn apply(&mut self, dossier: &mut Dossier, name: &'static str, command: Command) -> Result<(), Refused> {
        let reverse = command.apply(dossier)?;
        self.push(Step { name, reverse, typing: None });
        Ok(())
    }

    /// Carries out a command that comes from typing in `field`. It joins the step before as long as that is typing
    /// in the same field and no word has ended; `word_ends` says that one ends with this command.
    ///
    /// # Errors
    /// See [`Command::apply`].
    pub fn type_in(
        &mut self,
        dossier: &mut Dossier,
        name: &'static str,
        field: &str,
        word_ends: bool,
        command: Command,
    ) -> Result<(), Refused> {
        let reverse = command.apply(dossier)?;
        let goes_on = (!word_ends).then(|| field.to_owned());
        match self.done.back_mut() {
            // The older reverse restores the field from before the whole word.
            Some(last) if self.undone.is_empty() && last.typing.as_deref() == Some(field) => last.typing = goes_on,
            _ => self.push(Step { name, reverse, typing: goes_on }),
        }
        Ok(())
    }

    /// Ends the word being typed: what follows is a new step.
    pub fn end_word(&mut self) {
        if let Some(last) = self.done.back_mut() {
            last.typing = None;
        }
    }

    fn push(&mut self, step: Step) {
        self.undone.clear();
        self.done.push_back(step);
        if self.done.len() > MOST {
            self.done.pop_front();
        }
    }

    /// Takes the last step back; its name, if there was one.
    pub fn undo(&mut self, dossier: &mut Dossier) -> Option<&'static str> {
        let step = self.done.pop_back()?;
        let name = step.name;
        // A step's reverse fits the dossier that the step left: nothing else changes a dossier.
        if let Ok(reverse) = step.reverse.apply(dossier) {
            self.undone.push(Step { name, reverse, typing: None });
        }
        Some(name)
    }

    /// Does the last undone step again; its name, if there was one.
    pub fn redo(&mut self, dossier: &mut Dossier) -> Option<&'static str> {
        let step = self.undone.pop()?;
        let name = step.name;
        if let Ok(reverse) = step.reverse.apply(dossier) {
            self.done.push_back(Step { name, reverse, typing: None });
        }
        Some(name)
    }

    /// What the dossier was before each of the last steps, the newest first; for keeping across a reload.
    pub fn trail(&self, dossier: &Dossier, most: usize) -> Vec<(&'static str, Dossier)> {
        let mut copy = (self.clone(), dossier.clone());
        let mut trail = Vec::new();
        while trail.len() < most {
            let Some(name) = copy.0.undo(&mut copy.1) else { break };
            trail.push((name, copy.1.clone()));
        }
        trail
    }

    /// What the dossier would be after each step that can be done again, the next first.
    pub fn trail_ahead(&self, dossier: &Dossier, most: usize) -> Vec<(&'static str, Dossier)> {
        let mut copy = (self.clone(), dossier.clone());
        let mut trail = Vec::new();
        while trail.len() < most {
            let Some(name) = copy.0.redo(&mut copy.1) else { break };
            trail.push((name, copy.1.clone()));
        }
        trail
    }

    /// A history whose steps lead back along one trail and ahead along another.
    pub fn of_trails(back: Vec<(&'static str, Dossier)>, ahead: Vec<(&'static str, Dossier)>) -> Self {
        let step = |(name, state)| Step { name, reverse: Command::Replace(Box::new(state)), typing: None };
        Self { done: back.into_iter().rev().map(step).collect(), undone: ahead.into_iter().rev().map(step).collect() }
    }

    /// The name of the step that [`History::undo`] would take back.
    pub fn can_undo(&self) -> Option<&'static str> {
        self.done.back().map(|step| step.name)
    }

    /// The name of the step that [`History::redo`] would do again.
    pub fn can_redo(&self) -> Option<&'static str> {
        self.undone.last().map(|step| step.name)
    }
}
