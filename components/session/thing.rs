//! The things of a dossier as views see them: read where they stand, changed by a command.

use std::sync::Arc;

use doi_thoai::dossier::Dossier;
use doi_thoai::edit::{Command, ListEdit};
use doi_thoai::id::{Id, Keyed};
use leptos::prelude::*;

use super::{ListOf, Session};
use crate::kit::{CardActions, Fact, Typed, memo};

/// The word that a change belongs to: the name of the field and what was typed. None is a step of its own.
type Word<'a> = Option<(&'a str, &'a Typed)>;

/// One thing of a dossier. A handle: it holds no value, so that nothing is copied or compared until a field reads what
/// it shows.
pub struct Thing<T>(Arc<dyn Place<T> + Send + Sync>);

/// Where a thing stands. One that is gone is neither shown nor changed.
trait Place<T> {
    fn name(&self) -> &str;
    fn see(&self, see: &mut dyn FnMut(&T));
    fn change(&self, word: Word, change: &mut dyn FnMut(&mut T));
}

/// A name with two closures.
struct By<S, C>(String, S, C);

impl<T, S: Fn(&mut dyn FnMut(&T)), C: Fn(Word, &mut dyn FnMut(&mut T))> Place<T> for By<S, C> {
    fn name(&self) -> &str {
        &self.0
    }

    fn see(&self, see: &mut dyn FnMut(&T)) {
        (self.1)(see);
    }

    fn change(&self, word: Word, change: &mut dyn FnMut(&mut T)) {
        (self.2)(word, change);
    }
}

impl<T> Clone for Thing<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T: 'static> Thing<T> {
    /// A thing by how it is found and changed; one that is gone is neither shown nor changed.
    pub fn new(
        name: impl Into<String>,
        see: impl Fn(&mut dyn FnMut(&T)) + Send + Sync + 'static,
        change: impl Fn(Word, &mut dyn FnMut(&mut T)) + Send + Sync + 'static,
    ) -> Self {
        Self(Arc::new(By(name.into(), see, change)))
    }

    /// Its name: one that no other thing of the draft has.
    pub fn name(&self) -> &str {
        self.0.name()
    }

    /// What `read` makes of it, tracked; the default where it is gone, which a view may see once before it goes too.
    pub fn with<V: Default>(&self, mut read: impl FnMut(&T) -> V) -> V {
        let mut found = V::default();
        self.0.see(&mut |thing| found = read(thing));
        found
    }

    /// Changes it in a step of its own.
    pub fn set(&self, mut change: impl FnMut(&mut T)) {
        self.0.change(None, &mut change);
    }

    /// Changes it by what is typed into a field.
    pub fn type_in(&self, field: &str, typed: &Typed, mut change: impl FnMut(&mut T)) {
        self.0.change(Some((field, typed)), &mut change);
    }

    /// A fact of it that a field can show and change.
    pub fn fact<V: Default + 'static>(&self, field: &str, get: fn(&T) -> V, set: fn(&mut T, V)) -> Fact<V> {
        let name = format!("{}.{field}", self.name());
        let (read, write, word) = (self.clone(), self.clone(), name.clone());
        Fact::new(
            name,
            move || read.with(get),
            move |value, typed| {
                let mut value = Some(value);
                write.0.change(Some((&word, typed)), &mut |thing| {
                    if let Some(value) = value.take() {
                        set(thing, value);
                    }
                });
            },
        )
    }

    /// A thing inside it.
    pub fn part<U: 'static>(
        &self,
        name: impl Into<String>,
        get: impl Fn(&T) -> Option<&U> + Send + Sync + 'static,
        get_mut: impl Fn(&mut T) -> Option<&mut U> + Send + Sync + 'static,
    ) -> Thing<U> {
        let (whole, changed) = (self.clone(), self.clone());
        Thing::new(
            name,
            move |see| {
                whole.0.see(&mut |thing| {
                    if let Some(part) = get(thing) {
                        see(part);
                    }
                });
            },
            move |word, change| {
                changed.0.change(word, &mut |thing| {
                    if let Some(part) = get_mut(thing) {
                        change(part);
                    }
                });
            },
        )
    }

    /// A thing of a list inside it.
    pub fn item<U: Keyed + 'static>(
        &self,
        id: Id,
        get: fn(&T) -> &Vec<U>,
        get_mut: fn(&mut T) -> &mut Vec<U>,
    ) -> Thing<U> {
        self.part(
            id.to_string(),
            move |thing| get(thing).iter().find(|item| item.id() == id),
            move |thing| get_mut(thing).iter_mut().find(|item| item.id() == id),
        )
    }

    /// The identities of a list inside it, as a signal that changes with their order alone.
    pub fn ids<U: Keyed + 'static>(&self, get: fn(&T) -> &Vec<U>) -> Memo<Vec<Id>> {
        let thing = self.clone();
        memo(move || thing.with(|thing| get(thing).iter().map(Keyed::id).collect()))
    }

    /// What can be done with a list inside it.
    pub fn actions<U: Keyed + 'static>(
        &self,
        session: Session,
        get_mut: fn(&mut T) -> &mut Vec<U>,
        make: fn(Id) -> U,
    ) -> CardActions {
        let (adding, moving, removing) = (self.clone(), self.clone(), self.clone());
        CardActions {
            add: Callback::new(move |()| {
                let id = session.new_id();
                adding.set(|thing| get_mut(thing).push(make(id)));
            }),
            duplicate: None,
            move_to: Callback::new(move |(id, to): (Id, usize)| {
                moving.set(|thing| {
                    let items = get_mut(thing);
                    if let Some(from) = items.iter().position(|item| item.id() == id) {
                        let moved = items.remove(from);
                        items.insert(to.min(items.len()), moved);
                    }
                });
            }),
            remove: session.telling(move |id| removing.set(|thing| get_mut(thing).retain(|item| item.id() != id))),
        }
    }
}

/// A fact of a thing by its path: `fact!(citation, kind)`.
macro_rules! fact {
    ($thing:expr, $($path:ident).+) => {
        $thing.fact(stringify!($($path).+), |it| it.$($path).+.clone(), |it, value| it.$($path).+ = value)
    };
}
pub(crate) use fact;

impl Session {
    /// One thing of a list. It is woken by changes of itself and by those that may touch anything: with
    /// hundreds of cards, a key must not wake them all.
    pub fn item<T: Keyed + Clone + 'static>(self, list: ListOf<T>, id: Id) -> Thing<T> {
        let trigger = self.trigger(id);
        let find = move |dossier: &Dossier| (list.get)(dossier).iter().position(|item| item.id() == id);
        Thing::new(
            id.to_string(),
            move |see| {
                trigger.track();
                let dossier = self.dossier_now();
                if let Some(at) = find(&dossier) {
                    see(&(list.get)(&dossier)[at]);
                }
            },
            move |word, change| {
                let dossier = self.dossier_now();
                let Some(at) = find(&dossier) else { return };
                let mut item = (list.get)(&dossier)[at].clone();
                // A handle that is still held would have the whole dossier copied.
                drop(dossier);
                change(&mut item);
                self.carry_out(list.name, word, (list.command)(ListEdit::Set { item }));
            },
        )
    }

    pub(super) fn trigger(self, id: Id) -> ArcTrigger {
        self.triggers.try_update_value(|triggers| triggers.entry(id).or_default().clone()).unwrap_or_default()
    }

    /// A thing that a dossier has one of.
    pub fn single<T: Clone + 'static>(
        self,
        name: &'static str,
        get: fn(&Dossier) -> &T,
        command: fn(T) -> Command,
    ) -> Thing<T> {
        Thing::new(
            name,
            move |see| see(get(&self.dossier())),
            move |word, change| {
                let mut thing = get(&self.dossier_now()).clone();
                change(&mut thing);
                self.carry_out(name, word, command(thing));
            },
        )
    }

    /// Carries out a command that comes from typing, or else as a step of its own.
    pub fn carry_out(&self, name: &'static str, word: Word, command: Command) {
        match word {
            Some((field, typed)) => self.typed(name, field, typed, command),
            None => self.apply(name, command),
        }
    }

    /// What can be done with a list; `make` makes a new thing of it.
    pub fn actions<T: Keyed + Clone + 'static>(self, list: ListOf<T>, make: fn(Id) -> T) -> CardActions {
        CardActions {
            add: Callback::new(move |()| self.add(list, make(self.new_id()), None)),
            duplicate: None,
            move_to: Callback::new(move |(id, to)| {
                self.apply(list.name, (list.command)(ListEdit::Move { id, to }));
            }),
            remove: self.telling(move |id| self.apply(list.name, (list.command)(ListEdit::Remove { id }))),
        }
    }
}
