//! What was raised, and what became of it.

use doi_thoai::edit::{Command, ListEdit};
use doi_thoai::id::Id;
use doi_thoai::import::{self, Rows};
use doi_thoai::papers::Place;
use doi_thoai::proceedings::{Level, Opinion, Outcome};
use leptos::prelude::*;

use super::paste::PasteRows;
use crate::desk::{use_desk, use_session};
use crate::kit::{Ask, Cards, Choices, Options, numbered};
use crate::session::{OPINIONS, fact};
use crate::wizard::{CountField, PlainField, WhenField, number_of, numbered_as};

const LEVELS: [Level; 3] = [Level::Commune, Level::Province, Level::Centre];
const OUTCOMES: [Outcome; 4] = [Outcome::Open, Outcome::Answered, Outcome::Assigned, Outcome::PassedOn];

/// The list.
#[component]
pub fn Opinions() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let actions = session.actions(OPINIONS, |id| Opinion { id, ..Opinion::default() });
    let take = move |rows: Rows| {
        let year = session.dossier_now().settings.year;
        let opinions = import::opinions(&rows, year, || session.new_id());
        let insert = |item| Command::Opinions(ListEdit::Insert { at: usize::MAX, item });
        session.add_all(OPINIONS.name, opinions.into_iter().map(insert).collect());
    };
    view! {
        <section data-place=Place::Opinions.mark().0>
            <h3>{messages.opinions}</h3>
            <Cards ids=session.ids(OPINIONS) actions messages add_label=messages.add_opinion title=numbered(messages.opinion_n)
                render=Callback::new(move |id| view! { <OpinionFields id/> }.into_any())/>
            <PasteRows hint=messages.paste_opinions take=Callback::new(take)/>
        </section>
    }
}

#[component]
fn OpinionFields(id: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let opinion = session.item(OPINIONS, id);
    let level = opinion.fact(
        "level",
        |opinion| number_of(&LEVELS, &opinion.level),
        |opinion, at| opinion.level = numbered_as(&LEVELS, &at).unwrap_or(opinion.level),
    );
    let outcome = opinion.fact(
        "outcome",
        |opinion| number_of(&OUTCOMES, &opinion.outcome),
        |opinion, at| opinion.outcome = numbered_as(&OUTCOMES, &at).unwrap_or(opinion.outcome),
    );
    let repeated = opinion.fact(
        "repeated",
        |opinion| (opinion.repeated > 0).then_some(opinion.repeated),
        |opinion, count| opinion.repeated = count.unwrap_or(0),
    );
    let levels = Options::numbered(&[messages.level_commune, messages.level_province, messages.level_centre]);
    let outcomes = Options::numbered(&[
        messages.outcome_open,
        messages.outcome_answered,
        messages.outcome_assigned,
        messages.outcome_passed_on,
    ]);
    view! {
        <PlainField ask=Ask::new(messages.opinion_text).lines().mark(id.0) fact=fact!(opinion, text)/>
        <div class="row">
            <PlainField ask=Ask::new(messages.opinion_by) fact=fact!(opinion, by)/>
            <PlainField ask=Ask::new(messages.opinion_from) fact=fact!(opinion, from)/>
        </div>
        <div class="row">
            <PlainField ask=Ask::new(messages.opinion_field) fact=fact!(opinion, field)/>
            <CountField ask=Ask::new(messages.opinion_repeated) max=100_000 fact=repeated/>
        </div>
        <div class="row">
            <Choices ask=Ask::new(messages.opinion_level) options=levels fact=level/>
            <Choices ask=Ask::new(messages.opinion_outcome) options=outcomes fact=outcome/>
        </div>
        <div class="row">
            <PlainField ask=Ask::new(messages.opinion_answered_by) fact=fact!(opinion, answered_by)/>
            <WhenField ask=Ask::new(messages.deadline) fact=fact!(opinion, deadline)/>
        </div>
        <PlainField ask=Ask::new(messages.opinion_result).lines() fact=fact!(opinion, result)/>
    }
}
