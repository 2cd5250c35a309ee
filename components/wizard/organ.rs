//! Who issues the plan, its number and date, its title and format.

use doi_thoai::dossier::Settings;
use doi_thoai::edit::Command;
use doi_thoai::id::Id;
use doi_thoai::organ::{Organ, OrganKind, System, Tier};
use doi_thoai::papers::Place;
use doi_thoai::plan::Registration;
use doi_thoai::style::{Confidence, FormatCode};
use doi_thoai::text::Text;
use doi_thoai::words;
use leptos::prelude::*;

use super::fields::{CountField, DateField, PlainField, WordsField, YearField};
use crate::desk::{use_desk, use_session};
use crate::kit::{CardActions, Cards, Choice, Choices, Switch, Typed};
use crate::locales::fill;
use crate::session::{ORGANS, Session};

/// The step.
#[component]
pub fn OrganStep() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let actions = CardActions {
        add: Callback::new(move |()| {
            let first = session.dossier_now().plan.organs.first().cloned().unwrap_or_default();
            session.add(ORGANS, Organ { id: session.new_id(), names: Default::default(), ..first }, None);
        }),
        duplicate: None,
        move_to: Callback::new(move |(id, to)| session.move_to(ORGANS, id, to)),
        remove: session.telling(move |id| session.remove(ORGANS, id)),
    };
    view! {
        <Cards ids=session.ids(ORGANS) actions messages add_label=messages.add_organ
            title=Callback::new(move |n: usize| fill(messages.organ_n, &[("n", &n.to_string())]))
            render=Callback::new(move |id| view! { <OrganFields id/> }.into_any())/>
        <TitleFields/>
        <RegistrationFields/>
        <FormatFields/>
    }
}

const SYSTEMS: [System; 3] = [System::State, System::Party, System::Front];
const TIERS: [Tier; 3] = [Tier::Commune, Tier::Province, Tier::District];

fn index<T: PartialEq>(all: &[T], value: &T) -> String {
    all.iter().position(|one| one == value).unwrap_or(0).to_string()
}

fn at<T: Copy>(all: &[T], index: &str) -> Option<T> {
    all.get(index.parse::<usize>().ok()?).copied()
}

/// What kinds of organ a system has.
fn kinds(system: System) -> &'static [OrganKind] {
    match system {
        System::State => &[OrganKind::PeoplesCommittee, OrganKind::Other],
        System::Party => &[OrganKind::PartyCommittee, OrganKind::Other],
        System::Front => &[OrganKind::Front, OrganKind::Other],
    }
}

/// Sorts of territory of a tier, with the sorts above them.
fn sorts(tier: Tier) -> (&'static [&'static str], &'static [&'static str]) {
    match tier {
        Tier::Commune => (&["xã", "phường", "đặc khu", "thị trấn"], &["tỉnh", "thành phố", "huyện", "quận", "thị xã"]),
        Tier::Province => (&["tỉnh", "thành phố"], &[]),
        Tier::District => (&["huyện", "quận", "thị xã", "thành phố"], &["tỉnh", "thành phố"]),
    }
}

fn strings(all: &[&str]) -> Vec<String> {
    all.iter().map(|one| (*one).to_owned()).collect()
}

#[component]
fn OrganFields(id: Id) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let organ = session.item(ORGANS, id);
    let text = move |read: fn(&Organ) -> &String| Signal::derive(move || organ.with(|organ| read(organ).clone()));
    let typed = move |field: &'static str, write: fn(&mut Organ, String)| {
        Callback::new(move |typed: Typed| {
            session.type_item(ORGANS, id, field, &typed, |organ| write(organ, typed.text.clone()))
        })
    };
    let kind_name = move |kind: OrganKind| match kind {
        OrganKind::PeoplesCommittee => messages.kind_ubnd,
        OrganKind::PartyCommittee => messages.kind_party,
        OrganKind::Front => messages.kind_front,
        OrganKind::Other => messages.kind_other,
    };
    let kind_choices = Signal::derive(move || {
        let kinds = kinds(organ.with(|organ| organ.system));
        kinds.iter().enumerate().map(|(at, kind)| Choice::new(at.to_string(), kind_name(*kind))).collect::<Vec<_>>()
    });
    let (sorts_own, sorts_above) = sorts(organ.with_untracked(|organ| organ.tier));
    view! {
        <div class="row">
            <Choices label=messages.system value=Signal::derive(move || index(&SYSTEMS, &organ.with(|organ| organ.system)))
                choices=Signal::stored(vec![Choice::new("0", messages.system_state), Choice::new("1", messages.system_party), Choice::new("2", messages.system_front)])
                on_choose=Callback::new(move |value: String| if let Some(system) = at(&SYSTEMS, &value) {
                    session.set_item(ORGANS, id, |organ| { organ.system = system; organ.kind = kinds(system)[0]; });
                })/>
            <Choices label=messages.tier value=Signal::derive(move || index(&TIERS, &organ.with(|organ| organ.tier)))
                choices=Signal::stored(vec![Choice::new("0", messages.tier_commune), Choice::new("1", messages.tier_province), Choice::new("2", messages.tier_district)])
                on_choose=Callback::new(move |value: String| if let Some(tier) = at(&TIERS, &value) {
                    session.set_item(ORGANS, id, |organ| {
                        organ.tier = tier;
                        organ.unit.sort = sorts(tier).0[0].to_owned();
                        organ.superior.sort = sorts(tier).1.first().copied().unwrap_or_default().to_owned();
                    });
                })/>
            <Choices label=messages.kind value=Signal::derive(move || organ.with(|organ| index(kinds(organ.system), &organ.kind))) choices=kind_choices
                on_choose=Callback::new(move |value: String| if let Some(kind) = at(kinds(organ.with_untracked(|organ| organ.system)), &value) {
                    session.set_item(ORGANS, id, |organ| organ.kind = kind);
                })/>
        </div>
        <div class="row">
            <PlainField label=messages.unit_sort value=text(|organ| &organ.unit.sort) suggestions=strings(sorts_own) on_typed=typed("sort", |organ, text| organ.unit.sort = text)/>
            <PlainField label=messages.unit_name mark=id.0 value=text(|organ| &organ.unit.name) on_typed=typed("name", |organ, text| organ.unit.name = text)/>
        </div>
        <div class="row" class:gone=move || organ.with(|organ| organ.tier == Tier::Province)>
            <PlainField label=messages.superior_sort value=text(|organ| &organ.superior.sort) suggestions=strings(sorts_above) on_typed=typed("above-sort", |organ, text| organ.superior.sort = text)/>
            <PlainField label=messages.superior_name value=text(|organ| &organ.superior.name) on_typed=typed("above-name", |organ, text| organ.superior.name = text)/>
        </div>
        <details prop:open=move || organ.with(|organ| organ.kind == OrganKind::Other)>
            <summary>{messages.more_names}</summary>
            <PlainField label=messages.full_name hint=messages.full_name_hint value=text(|organ| &organ.names.full) on_typed=typed("full", |organ, text| organ.names.full = text)/>
            <PlainField label=messages.head_superior value=text(|organ| &organ.names.head_superior) on_typed=typed("head-superior", |organ, text| organ.names.head_superior = text)/>
            <PlainField label=messages.head_own hint=messages.head_own_hint lines=true value=text(|organ| &organ.names.head_own) on_typed=typed("head-own", |organ, text| organ.names.head_own = text)/>
            <div class="row">
                <PlainField label=messages.symbol hint=messages.symbol_hint value=text(|organ| &organ.names.symbol) on_typed=typed("symbol", |organ, text| organ.names.symbol = text)/>
                <PlainField label=messages.collective value=text(|organ| &organ.names.collective)
                    on_typed=typed("collective", |organ, text| organ.names.collective = words::upper(&text))/>
            </div>
        </details>
    }
}

#[component]
fn TitleFields() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let title = session.memo(|dossier| dossier.plan.title.clone());
    let event = session.memo(|dossier| dossier.plan.event.clone());
    view! {
        <WordsField label=messages.title_field hint=messages.title_hint mark=Place::Title.mark().0 value=title facts=true
            on_typed=Callback::new(move |(text, typed): (Text, Typed)| session.typed("title", "title", &typed, Command::SetTitle(text)))/>
        <WordsField label=messages.event_field hint=messages.event_hint mark=Place::Event.mark().0 value=event facts=true
            on_typed=Callback::new(move |(text, typed): (Text, Typed)| session.typed("event", "event", &typed, Command::SetEvent(text)))/>
    }
}

fn set_registration(session: Session, field: &str, typed: &Typed, change: impl FnOnce(&mut Registration)) {
    let mut registration = session.dossier_now().plan.registration.clone();
    change(&mut registration);
    session.typed("registration", field, typed, Command::SetRegistration(registration));
}

#[component]
fn RegistrationFields() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let registration = session.memo(|dossier| dossier.plan.registration.clone());
    let round = Signal::derive(move || {
        registration.with(|registration| registration.draft_round.map_or(String::new(), |round| round.to_string()))
    });
    let rounds: Vec<Choice> = [Choice::new("", messages.draft_mark_none), Choice::new("0", messages.draft_mark_plain)]
        .into_iter()
        .chain(
            (1..=9).map(|n: u32| Choice::new(n.to_string(), fill(messages.draft_mark_round, &[("n", &n.to_string())]))),
        )
        .collect();
    view! {
        <div class="row">
            <CountField label=messages.number hint=messages.number_hint field="number" max=99_999 mark=Place::Number.mark().0
                value=Signal::derive(move || registration.with(|registration| registration.number))
                on_typed=Callback::new(move |(number, typed): (Option<u32>, Typed)| set_registration(session, "number", &typed, |registration| registration.number = number))/>
            <PlainField label=messages.symbol hint=messages.symbol_hint value=Signal::derive(move || registration.with(|registration| registration.symbol.clone()))
                on_typed=Callback::new(move |typed: Typed| set_registration(session, "symbol", &typed, |registration| registration.symbol.clone_from(&typed.text)))/>
        </div>
        <div class="row">
            <PlainField label=messages.place hint=messages.place_hint value=Signal::derive(move || registration.with(|registration| registration.place.clone()))
                on_typed=Callback::new(move |typed: Typed| set_registration(session, "place", &typed, |registration| registration.place.clone_from(&typed.text)))/>
            <DateField label=messages.issued hint=messages.issued_hint field="issued" mark=Place::Issued.mark().0
                value=Signal::derive(move || registration.with(|registration| registration.issued))
                on_typed=Callback::new(move |(issued, typed): (Option<chrono::NaiveDate>, Typed)| set_registration(session, "issued", &typed, |registration| registration.issued = issued))/>
        </div>
        <Choices label=messages.draft_mark value=round choices=Signal::stored(rounds) mark=Place::DraftRound.mark().0
            on_choose=Callback::new(move |value: String| {
                let done = Typed { text: String::new(), word_ends: true, done: true };
                set_registration(session, "round", &done, |registration| registration.draft_round = value.parse().ok());
            })/>
    }
}

#[component]
fn FormatFields() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let settings = session.memo(|dossier| dossier.settings.clone());
    let today = session.today;
    let in_force = session.memo(move |dossier| dossier.format(today));
    let name = move |code: FormatCode| match code {
        FormatCode::Nd30 => messages.format_nd30,
        FormatCode::Hd36 => messages.format_hd36,
        FormatCode::Hd05 => messages.format_hd05,
    };
    let choices = std::iter::once(Choice::new("", messages.format_auto))
        .chain(FormatCode::ALL.into_iter().map(|code| Choice::new(code.code(), name(code))))
        .collect::<Vec<_>>();
    let note = Signal::derive(move || {
        let code = in_force.get();
        let mut note = fill(messages.format_note, &[("format", name(code))]);
        if code.format().confidence == Confidence::Medium {
            note.push_str(". ");
            note.push_str(messages.format_medium);
        }
        note
    });
    view! {
        <div class="row">
            <YearField label=messages.year hint=messages.year_hint mark=Place::Year.mark().0
                value=Signal::derive(move || settings.with(|settings| settings.year))
                on_typed=Callback::new(move |(year, typed): (i32, Typed)| {
                    let settings = Settings { year, ..session.dossier_now().settings.clone() };
                    session.typed("settings", "year", &typed, Command::SetSettings(settings));
                })/>
            <Choices label=messages.format hint=note value=Signal::derive(move || settings.with(|settings| settings.format.map_or("", FormatCode::code).to_owned()))
                choices=Signal::stored(choices) on_choose=Callback::new(move |value: String| session.set_settings(|settings| settings.format = FormatCode::from_code(&value)))/>
        </div>
        <Switch label=messages.two_sided value=Signal::derive(move || settings.with(|settings| settings.two_sided))
            on_switch=Callback::new(move |on| session.set_settings(|settings| settings.two_sided = on))/>
    }
}
