//! Fields of the wizard that know the dossier: texts with slots, times, dates, counts.

use std::sync::Arc;

use chrono::NaiveDate;
use doi_thoai::papers::SlotNames;
use doi_thoai::text::Text;
use doi_thoai::words::{self, When, Wording};
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::desk::{use_desk, use_session};
use crate::kit::{Parsed, Reading, TextField, Typed, insert_at_caret};
use crate::locales::{count_fault, date_fault, when_fault};
use crate::session::Session;

/// The names of facts, one reading for all fields of a draft.
#[derive(Clone, Copy)]
pub struct Names(pub RwSignal<Arc<SlotNames>>);

/// The names of facts of a draft, as a signal that every text field shares. It is set only when a name changes: a memo
/// would have every field of a long plan ask at every key whether it did.
pub fn provide_names(session: Session) {
    let names = RwSignal::new(Arc::new(SlotNames::of(&session.dossier_now())));
    Effect::new(move |before: Option<()>| {
        let dossier = session.dossier();
        if before.is_some() {
            let now = SlotNames::of(&dossier);
            if names.with_untracked(|names| **names != now) {
                names.set(Arc::new(now));
            }
        }
    });
    provide_context(Names(names));
}

/// How long a text may be before the field says that it is too long, in letters.
const LONG_TEXT: usize = 4000;

/// A field for plain words.
#[component]
pub fn PlainField(
    /// Its label.
    #[prop(into)]
    label: String,
    /// What the dossier says.
    #[prop(into)]
    value: Signal<String>,
    /// Told when it is typed in.
    on_typed: Callback<Typed>,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<String>,
    /// The mark of the place on the paper that it sets.
    #[prop(optional)]
    mark: Option<u32>,
    /// Texts to choose from.
    #[prop(optional)]
    suggestions: Vec<String>,
    /// Several lines.
    #[prop(optional)]
    lines: bool,
) -> impl IntoView {
    let session = use_session();
    view! {
        <TextField label value on_typed hint error suggestions lines mark=mark.unwrap_or(u32::MAX)
            forced=Signal::derive(move || session.forced()) on_compose=Callback::new(move |on| session.compose(on))/>
    }
}

/// A field for a text with slots.
#[component]
pub fn WordsField(
    /// Its label.
    #[prop(into)]
    label: String,
    /// What the dossier says.
    #[prop(into)]
    value: Signal<Text>,
    /// Told when it is typed in.
    on_typed: Callback<(Text, Typed)>,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: String,
    /// The mark of the place on the paper that it sets.
    #[prop(optional)]
    mark: Option<u32>,
    /// One line only.
    #[prop(optional)]
    line: bool,
    /// Texts to choose from.
    #[prop(optional)]
    suggestions: Vec<String>,
    /// Whether facts can be inserted.
    #[prop(optional)]
    facts: bool,
) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let names = use_context::<Names>();
    let read = move || names.map(|names| names.0.get()).unwrap_or_default();
    let source = Memo::new(move |_| read().source(&value.get()));
    let node = NodeRef::<Div>::new();
    let typed = move |typed: Typed| {
        let names = names.map(|names| names.0.get_untracked()).unwrap_or_default();
        on_typed.run((names.text(&typed.text), typed));
    };
    let error = Memo::new(move |_| {
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
        opened.get().then(|| read().iter().map(|(name, _)| option(name.to_owned())).collect_view())
    };
    view! {
        <div class="words">
            <TextField label value=source on_typed=Callback::new(typed) hint=Signal::stored(hint) error lines=!line suggestions node mark=mark.unwrap_or(u32::MAX)
                forced=Signal::derive(move || session.forced()) on_compose=Callback::new(move |on| session.compose(on))/>
            {facts.then(|| view! {
                <select class="insert" aria-label=messages.insert_fact title=messages.insert_fact on:change=insert
                    on:focus=move |_| opened.set(true) on:pointerenter=move |_| opened.set(true)>
                    <option value="">{messages.insert}</option>
                    {options}
                </select>
            })}
        </div>
    }
}

/// What a field for a value needs beside its value.
struct ValueField {
    label: String,
    /// A name for it that no other field of the draft has.
    field: String,
    hint: String,
    mark: Option<u32>,
    /// What the calendar beside it is called; none where it takes no day.
    calendar: Option<&'static str>,
}

/// A field whose text is read as a value. `parse` gives the value and what it was understood as, or a complaint; an
/// empty field is `none`, and so is one that cannot be read: the paper then has a hole, and the field keeps the text.
fn value_field<T: Clone + Send + Sync + 'static>(
    about: ValueField,
    shown: Memo<String>,
    none: T,
    parse: impl Fn(&str) -> Result<(T, String), String> + Send + Sync + 'static,
    on_typed: Callback<(T, Typed)>,
) -> impl IntoView {
    let session = use_session();
    let ValueField { label, field, hint, mark, calendar } = about;
    let unread = session.unread(&field).and_then(|text| parse(&text).err().map(|fault| (text, fault)));
    let read = move |typed: Typed| {
        let parsed = if typed.text.trim().is_empty() { Ok((none.clone(), String::new())) } else { parse(&typed.text) };
        session.keep_unread(&field, parsed.is_err().then(|| typed.text.clone()));
        match parsed {
            Ok((value, says)) => {
                on_typed.run((value, typed));
                Reading::Read(says)
            }
            Err(fault) => {
                on_typed.run((none.clone(), typed));
                Reading::Fault(fault)
            }
        }
    };
    view! {
        <Parsed label value=shown calendar read=Callback::new(read) unread=unread hint mark=mark.unwrap_or(u32::MAX)
            forced=Signal::derive(move || session.forced()) on_compose=Callback::new(move |on| session.compose(on))/>
    }
}

/// A field for a time of a plan.
#[component]
pub fn WhenField(
    /// Its label.
    #[prop(into)]
    label: String,
    /// A name for it that no other field of the draft has.
    #[prop(into)]
    field: String,
    /// What the dossier says.
    #[prop(into)]
    value: Signal<When>,
    /// Told when it is typed in.
    on_typed: Callback<(When, Typed)>,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: String,
    /// The mark of the place on the paper that it sets.
    #[prop(optional)]
    mark: Option<u32>,
) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let in_words = |when: &When| {
        if when.is_set() { when.wording(Wording::Full) } else { String::new() }
    };
    let shown = Memo::new(move |_| value.with(in_words));
    let parse = move |text: &str| {
        let year = session.dossier_now().settings.year;
        When::parse(text, year).map(|when| (when.clone(), in_words(&when))).map_err(|fault| when_fault(messages, fault))
    };
    value_field(
        ValueField { label, field, hint, mark, calendar: Some(messages.show_calendar) },
        shown,
        When::Unset,
        parse,
        on_typed,
    )
}

/// A field for a date.
#[component]
pub fn DateField(
    /// Its label.
    #[prop(into)]
    label: String,
    /// A name for it that no other field of the draft has.
    #[prop(into)]
    field: String,
    /// What the dossier says.
    #[prop(into)]
    value: Signal<Option<NaiveDate>>,
    /// Told when it is typed in.
    on_typed: Callback<(Option<NaiveDate>, Typed)>,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: String,
    /// The mark of the place on the paper that it sets.
    #[prop(optional)]
    mark: Option<u32>,
) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let shown = Memo::new(move |_| value.get().map(words::short_date).unwrap_or_default());
    let parse = move |text: &str| {
        let year = session.dossier_now().settings.year;
        let says = |day| format!("{}, {}", words::weekday(day), words::long_date(day));
        words::parse_date(text, year).map(|day| (Some(day), says(day))).map_err(|fault| date_fault(messages, fault))
    };
    value_field(
        ValueField { label, field, hint, mark, calendar: Some(messages.show_calendar) },
        shown,
        None,
        parse,
        on_typed,
    )
}

/// A field for the year of the plan.
#[component]
pub fn YearField(
    /// Its label.
    #[prop(into)]
    label: String,
    /// What the dossier says.
    #[prop(into)]
    value: Signal<i32>,
    /// Told when a whole year stands in it.
    on_typed: Callback<(i32, Typed)>,
    /// What helps to fill it in.
    #[prop(into)]
    hint: String,
    /// The mark of the place on the paper that it sets.
    mark: u32,
) -> impl IntoView {
    let messages = use_desk().messages();
    let shown = Memo::new(move |_| value.get().to_string());
    let parse = move |text: &str| match text.trim().parse::<i32>() {
        Ok(year) if (words::date::FIRST_YEAR..=words::date::LAST_YEAR).contains(&year) => {
            Ok((Some(year), String::new()))
        }
        _ => Err(messages.fault_year.to_owned()),
    };
    // A plan always has a year: one that cannot be read leaves the last one that could.
    let taken = move |(year, typed): (Option<i32>, Typed)| {
        if let Some(year) = year {
            on_typed.run((year, typed));
        }
    };
    let about = ValueField { label, field: "year".into(), hint, mark: Some(mark), calendar: None };
    value_field(about, shown, None, parse, Callback::new(taken))
}

/// A field for a count.
#[component]
pub fn CountField(
    /// Its label.
    #[prop(into)]
    label: String,
    /// A name for it that no other field of the draft has.
    #[prop(into)]
    field: String,
    /// What the dossier says.
    #[prop(into)]
    value: Signal<Option<u32>>,
    /// The most that makes sense.
    max: u32,
    /// Told when it is typed in.
    on_typed: Callback<(Option<u32>, Typed)>,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: String,
    /// The mark of the place on the paper that it sets.
    #[prop(optional)]
    mark: Option<u32>,
) -> impl IntoView {
    let messages = use_desk().messages();
    let shown = Memo::new(move |_| value.get().map(|count| count.to_string()).unwrap_or_default());
    let parse = move |text: &str| {
        words::parse_count(text, max)
            .map(|count| (Some(count), String::new()))
            .map_err(|fault| count_fault(messages, fault))
    };
    value_field(ValueField { label, field, hint, mark, calendar: None }, shown, None, parse, on_typed)
}
