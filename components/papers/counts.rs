//! What was counted, village by village.

use doi_thoai::edit::{Command, ListEdit};
use doi_thoai::id::Id;
use doi_thoai::import::{self, Rows};
use doi_thoai::papers::Place;
use doi_thoai::proceedings::{Contradiction, VillageCount};
use leptos::prelude::*;

use super::paste::PasteRows;
use crate::desk::{use_desk, use_session};
use crate::kit::{Action, Ask, Cards, Shape, memo, numbered, shown_if};
use crate::session::{COUNTS, fact};
use crate::wizard::{CountField, PlainField, WordsField};

/// More households than any village has.
const MOST: u32 = 100_000;

/// The list.
#[component]
pub fn Counts() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let course = session.proceedings();
    let actions = session.actions(COUNTS, |id| VillageCount { id, ..VillageCount::default() });
    let insert = |item| Command::Counts(ListEdit::Insert { at: usize::MAX, item });
    let take = move |rows: Rows| {
        let counts = import::counts(&rows, || session.new_id());
        session.add_all(COUNTS.name, counts.into_iter().map(insert).collect());
    };
    // The villages that forms were handed out to, with how many.
    let villages = move || {
        let dossier = session.dossier_now();
        let lots = dossier.forms.iter().map(|form| &form.copies.lots).find(|lots| !lots.is_empty());
        lots.map(|lots| lots.iter().map(|lot| (lot.name.clone(), lot.copies)).collect::<Vec<_>>()).unwrap_or_default()
    };
    let fill_in = move |()| {
        let count = |(village, copies): (String, u32)| {
            insert(VillageCount { id: session.new_id(), village, issued: Some(copies), ..VillageCount::default() })
        };
        session.apply(COUNTS.name, Command::Batch(villages().into_iter().map(count).collect()));
    };
    let ids = session.ids(COUNTS);
    view! {
        <section data-place=Place::Counts.mark().0>
            <h3>{messages.counts}</h3>
            <WordsField ask=Ask::new(messages.counts_matter).lines() facts=true fact=fact!(course, matter)/>
            {shown_if(move || ids.with(Vec::is_empty), move || {
                (!villages().is_empty())
                    .then(|| view! { <Action label=messages.counts_from_lots icon=Shape::Add on_press=Callback::new(fill_in)/> })
                    .into_any()
            })}
            <Cards ids actions messages add_label=messages.add_count title=numbered(messages.count_n)
                render=Callback::new(move |id| view! { <CountFields id/> }.into_any())/>
            <PasteRows hint=messages.paste_counts take=Callback::new(take)/>
        </section>
    }
}

#[component]
fn CountFields(id: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let count = session.item(COUNTS, id);
    let checked = count.clone();
    let wrong = memo(move || {
        let said = |contradiction: Contradiction| match contradiction {
            Contradiction::MoreReturnedThanIssued => messages.count_returned_more,
            Contradiction::ValidityIsNotWhatCameBack => messages.count_validity,
            Contradiction::AnswersAreNotTheValid => messages.count_answers,
            Contradiction::MoreAgreeThanHouseholds => messages.count_agree_more,
        };
        checked.with(|count| count.contradictions().into_iter().map(said).collect::<Vec<_>>().join(" "))
    });
    view! {
        <div class="row">
            <PlainField ask=Ask::new(messages.lot_name).mark(id.0) fact=fact!(count, village)/>
            <CountField ask=Ask::new(messages.count_households) max=MOST fact=fact!(count, households)/>
        </div>
        <div class="row">
            <CountField ask=Ask::new(messages.count_issued) max=MOST fact=fact!(count, issued)/>
            <CountField ask=Ask::new(messages.count_returned) max=MOST fact=fact!(count, returned)/>
            <CountField ask=Ask::new(messages.count_valid) max=MOST fact=fact!(count, valid)/>
            <CountField ask=Ask::new(messages.count_invalid) max=MOST fact=fact!(count, invalid)/>
        </div>
        <div class="row">
            <CountField ask=Ask::new(messages.count_agree) max=MOST fact=fact!(count, agree)/>
            <CountField ask=Ask::new(messages.count_disagree) max=MOST fact=fact!(count, disagree)/>
            <CountField ask=Ask::new(messages.count_other) max=MOST fact=fact!(count, other)/>
        </div>
        <p class="error" role="status">{move || wrong.get()}</p>
    }
}
