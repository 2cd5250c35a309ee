//! Fields of the wizard that know the dossier: texts with slots, times, dates, counts.

use std::sync::Arc;

use chrono::NaiveDate;
use doi_thoai::papers::SlotNames;
use doi_thoai::text::Text;
use doi_thoai::words::{self, Clock, TimeOfDay, When, Wording};
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::desk::{use_desk, use_session};
use crate::kit::{Ask, Fact, Parsed, Reading, TextField, Typed, insert_at_caret, memo, watch};
use crate::locales::{count_fault, date_fault, when_fault};
use crate::session::Session;

/// The names of facts, one reading for all fields of a draft.
#[derive(Clone, Copy)]
pub struct Names(pub RwSignal<Arc<SlotNames>>);

/// The names of facts of a draft, as a signal that every text field shares. It is set only when a name changes: a memo
/// would have every field of a long plan ask at every key whether it did.
pub fn provide_names(session: Session) -> Names {
    let names = RwSignal::new(Arc::new(SlotNames::of(&session.dossier_now())));
    watch(move |first| {
        let dossier = session.dossier();
        if !first {
            let now = SlotNames::of(&dossier);
            if names.with_untracked(|names| **names != now) {
                names.set(Arc::new(now));
            }
        }
    });
    provide_context(Names(names));
    Names(names)
}

/// How long a text may be before the field says that it is too long, in letters.
const LONG_TEXT: usize = 4000;

/// The mark of a field that sets no place of its own: the paper then shows the place of its card.
const NOWHERE: u32 = u32::MAX;

/// A field for plain words.
#[component]
pub fn PlainField(
    /// What it asks.
    ask: Ask,
    /// What it shows and sets.
    fact: Fact<String>,
) -> impl IntoView {
    let shown = fact.clone();
    let value = memo(move || shown.get());
    let typed = move |typed: Typed| fact.set(typed.text.clone(), &typed);
    view! { <TextField ask=ask.mark_or(NOWHERE) value on_typed=Callback::new(typed)/> }
}

/// A field for a text with slots.
#[component]
pub fn WordsField(
    /// What it asks.
    ask: Ask,
    /// What it shows and sets.
    fact: Fact<Text>,
    /// Whether facts can be inserted.
    #[prop(optional)]
    facts: bool,
) -> impl IntoView {
    let messages = use_desk().messages();
    let names = use_context::<Names>();
    let read = move || names.map(|names| names.0.get()).unwrap_or_default();
    let shown = fact.clone();
    let source = memo(move || read().source(&shown.get()));
    let node = NodeRef::<Div>::new();
    let typed = move |typed: Typed| {
        let names = names.map(|names| names.0.get_untracked()).unwrap_or_default();
        fact.set(names.text(&typed.text), &typed);
    };
    let error = memo(move || {
        let long = source.with(|source| source.chars().count());
        if long > LONG_TEXT {
            crate::locales::fill(messages.text_long, &[("n", &words::thousands(long as u64))])
        } else {
            String::new()
        }
    });
    let insert = move |event: leptos::ev::Event| {
        let chosen = event_target_value(&event);
        if let Some(select) = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlSelectElement>().ok()) {
            select.set_selected_index(0);
        }
        if let (false, Some(field)) = (chosen.is_empty(), node.get_untracked()) {
            insert_at_caret(field.unchecked_ref::<HtmlElement>(), &format!("{{{chosen}}}"));
        }
    };
    // The list is made when it is about to be opened: hundreds of fields with a hundred names each would weigh more
    // than all the rest of the page.
    let opened = RwSignal::new(false);
    let options = move || {
        let option = |name: String| view! { <option value=name.clone()>{name.clone()}</option> };
        let all = || read().iter().map(|(name, _)| option(name.to_owned())).collect_view().into_any();
        opened.get().then(all).into_any()
    };
    view! {
        <div class="words">
            <TextField ask=ask.mark_or(NOWHERE).error(error) value=source on_typed=Callback::new(typed) node/>
            {facts.then(|| view! {
                <select class="insert" aria-label=messages.insert_fact title=messages.insert_fact on:change=insert
                    on:focus=move |_| opened.set(true) on:pointerenter=move |_| opened.set(true)>
                    <option value="">{messages.insert}</option>
                    {move || options()}
                </select>
            })}
        </div>
    }
}

/// A field whose text is read as a value. `parse` gives the value and what it was understood as, or a complaint; an
/// empty field is the default, and so is one that cannot be read: the paper then has a hole, and the field keeps the
/// text.
fn value_field<T: Default + 'static>(
    ask: Ask,
    fact: Fact<T>,
    calendar: Option<&'static str>,
    in_words: fn(T) -> String,
    parse: impl Fn(&str) -> Result<(T, String), String> + Send + Sync + 'static,
) -> AnyView {
    let session = use_session();
    let unread = session.unread(fact.name()).and_then(|text| parse(&text).err().map(|fault| (text, fault)));
    let shown = fact.clone();
    let value = memo(move || in_words(shown.get()));
    let read = move |typed: Typed| {
        let empty = typed.text.trim().is_empty();
        let parsed = if empty { Ok((T::default(), String::new())) } else { parse(&typed.text) };
        session.keep_unread(fact.name(), parsed.is_err().then(|| typed.text.clone()));
        let (value, reading) = match parsed {
            Ok((value, says)) => (value, Reading::Read(says)),
            Err(fault) => (T::default(), Reading::Fault(fault)),
        };
        fact.set(value, &typed);
        reading
    };
    view! { <Parsed ask=ask.mark_or(NOWHERE) value read=Callback::new(read) unread calendar/> }.into_any()
}

/// A field for a time of a plan.
#[component]
pub fn WhenField(
    /// What it asks.
    ask: Ask,
    /// What it shows and sets.
    fact: Fact<When>,
) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let in_words = |when: When| {
        if when.is_set() { when.wording(Wording::Full) } else { String::new() }
    };
    value_field(ask, fact, Some(messages.show_calendar), in_words, move |text| {
        let year = session.dossier_now().settings.year;
        When::parse(text, year).map(|when| (when.clone(), in_words(when))).map_err(|fault| when_fault(messages, fault))
    })
}

/// A field for a date.
#[component]
pub fn DateField(
    /// What it asks.
    ask: Ask,
    /// What it shows and sets.
    fact: Fact<Option<NaiveDate>>,
) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let in_words = |day: Option<NaiveDate>| day.map(words::short_date).unwrap_or_default();
    value_field(ask, fact, Some(messages.show_calendar), in_words, move |text| {
        let year = session.dossier_now().settings.year;
        let says = |day| format!("{}, {}", words::weekday(day), words::long_date(day));
        words::parse_date(text, year).map(|day| (Some(day), says(day))).map_err(|fault| date_fault(messages, fault))
    })
}

/// A field for a clock time. It is read by the reader of times, with any day behind it.
#[component]
pub fn ClockField(
    /// What it asks.
    ask: Ask,
    /// What it shows and sets.
    fact: Fact<Option<Clock>>,
) -> impl IntoView {
    let messages = use_desk().messages();
    let in_words =
        |clock: Option<Clock>| clock.map(|clock| format!("{:02}h{:02}", clock.hour, clock.minute)).unwrap_or_default();
    value_field(ask, fact, None, in_words, move |text| {
        match When::parse(&format!("{} ngày 01/01/2026", text.trim()), 2026) {
            Ok(When::Day { time: Some(TimeOfDay::At(clock)), .. }) => Ok((Some(clock), String::new())),
            _ => Err(messages.fault_time.to_owned()),
        }
    })
}

/// A field for the year of the plan.
#[component]
pub fn YearField(
    /// What it asks.
    ask: Ask,
    /// What it shows and sets; none while no year can be read.
    fact: Fact<Option<u32>>,
) -> impl IntoView {
    let messages = use_desk().messages();
    value_field(ask, fact, None, number, move |text| match text.trim().parse::<i32>() {
        Ok(year) if (words::date::FIRST_YEAR..=words::date::LAST_YEAR).contains(&year) => {
            Ok((u32::try_from(year).ok(), String::new()))
        }
        _ => Err(messages.fault_year.to_owned()),
    })
}

/// A field for a count.
#[component]
pub fn CountField(
    /// What it asks.
    ask: Ask,
    /// What it shows and sets.
    fact: Fact<Option<u32>>,
    /// The most that makes sense.
    max: u32,
) -> impl IntoView {
    let messages = use_desk().messages();
    value_field(ask, fact, None, number, move |text| {
        let parsed = words::parse_count(text, max);
        parsed.map(|count| (Some(count), String::new())).map_err(|fault| count_fault(messages, fault))
    })
}

fn number(count: Option<u32>) -> String {
    count.map(|count| count.to_string()).unwrap_or_default()
}

/// The place of a value among all, as the choice of that number.
pub fn number_of<T: PartialEq>(all: &[T], value: &T) -> String {
    all.iter().position(|one| one == value).unwrap_or(0).to_string()
}

/// The value that a numbered choice stands for.
pub fn numbered_as<T: Copy>(all: &[T], number: &str) -> Option<T> {
    all.get(number.parse::<usize>().ok()?).copied()
}
