//! Who issues the plan, its number and date, its title and format.

use doi_thoai::edit::Command;
use doi_thoai::organ::{Organ, OrganKind, System, Tier};
use doi_thoai::papers::Place;
use doi_thoai::plan::Registration;
use doi_thoai::style::{Confidence, FormatCode};
use doi_thoai::text::Text;
use doi_thoai::words;
use leptos::prelude::*;

use super::fields::{CountField, DateField, PlainField, WordsField, YearField, number_of, numbered_as};
use crate::desk::{use_desk, use_session};
use crate::kit::{Ask, CardActions, Cards, Choice, Choices, Options, Switch, numbered};
use crate::locales::fill;
use crate::renewing::RenewHint;
use crate::session::{ORGANS, Thing, fact};

/// The step.
#[component]
pub fn OrganStep() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let add = move |()| {
        let first = session.dossier_now().plan.organs.first().cloned().unwrap_or_default();
        session.add(ORGANS, Organ { id: session.new_id(), names: Default::default(), ..first }, None);
    };
    let actions =
        CardActions { add: Callback::new(add), ..session.actions(ORGANS, |id| Organ { id, ..Organ::default() }) };
    let registration = session.single("registration", |dossier| &dossier.plan.registration, Command::SetRegistration);
    view! {
        <RenewHint session/>
        <Cards ids=session.ids(ORGANS) actions messages add_label=messages.add_organ
            title=numbered(messages.organ_n)
            render=Callback::new(move |id| view! { <OrganFields organ=session.item(ORGANS, id) mark=id.0/> }.into_any())/>
        <TitleFields/>
        <RegistrationFields registration dated=true/>
        <FormatFields/>
    }
}

const SYSTEMS: [System; 3] = [System::State, System::Party, System::Front];
const TIERS: [Tier; 3] = [Tier::Commune, Tier::Province, Tier::District];

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

/// What is said of an organ.
#[component]
pub fn OrganFields(
    /// The organ.
    organ: Thing<Organ>,
    /// Its mark on the paper.
    mark: u32,
) -> impl IntoView {
    let messages = use_desk().messages();
    let system = organ.fact(
        "system",
        |organ| number_of(&SYSTEMS, &organ.system),
        |organ, at| {
            if let Some(system) = numbered_as(&SYSTEMS, &at) {
                organ.system = system;
                organ.kind = kinds(system)[0];
            }
        },
    );
    let tier = organ.fact(
        "tier",
        |organ| number_of(&TIERS, &organ.tier),
        |organ, at| {
            if let Some(tier) = numbered_as(&TIERS, &at) {
                let (own, above) = sorts(tier);
                organ.tier = tier;
                organ.unit.sort = own[0].to_owned();
                organ.superior.sort = above.first().copied().unwrap_or_default().to_owned();
            }
        },
    );
    let kind = organ.fact(
        "kind",
        |organ| number_of(kinds(organ.system), &organ.kind),
        |organ, at| organ.kind = numbered_as(kinds(organ.system), &at).unwrap_or(organ.kind),
    );
    let collective = organ.fact(
        "collective",
        |organ| organ.names.collective.clone(),
        |organ, text| organ.names.collective = words::upper(&text),
    );
    let kind_name = move |kind: OrganKind| match kind {
        OrganKind::PeoplesCommittee => messages.kind_ubnd,
        OrganKind::PartyCommittee => messages.kind_party,
        OrganKind::Front => messages.kind_front,
        OrganKind::Other => messages.kind_other,
    };
    let shown = organ.clone();
    let kind_options = Options::read(move || {
        let kinds = kinds(shown.with(|organ| organ.system));
        kinds.iter().enumerate().map(|(at, kind)| Choice::new(at.to_string(), kind_name(*kind))).collect()
    });
    let systems = Options::numbered(&[messages.system_state, messages.system_party, messages.system_front]);
    let tiers = Options::numbered(&[messages.tier_commune, messages.tier_province, messages.tier_district]);
    let (sorts_own, sorts_above) = sorts(untrack(|| organ.with(|organ| organ.tier)));
    let (above, more) = (organ.clone(), organ.clone());
    view! {
        <div class="row">
            <Choices ask=Ask::new(messages.system) options=systems fact=system/>
            <Choices ask=Ask::new(messages.tier) options=tiers fact=tier/>
            <Choices ask=Ask::new(messages.kind) options=kind_options fact=kind/>
        </div>
        <div class="row">
            <PlainField ask=Ask::new(messages.unit_sort).suggest(sorts_own) fact=fact!(organ, unit.sort)/>
            <PlainField ask=Ask::new(messages.unit_name).mark(mark) fact=fact!(organ, unit.name)/>
        </div>
        <div class="row" class:gone=move || above.with(|organ| organ.tier == Tier::Province)>
            <PlainField ask=Ask::new(messages.superior_sort).suggest(sorts_above) fact=fact!(organ, superior.sort)/>
            <PlainField ask=Ask::new(messages.superior_name) fact=fact!(organ, superior.name)/>
        </div>
        <details prop:open=move || more.with(|organ| organ.kind == OrganKind::Other)>
            <summary>{messages.more_names}</summary>
            <PlainField ask=Ask::new(messages.full_name).hint(messages.full_name_hint) fact=fact!(organ, names.full)/>
            <PlainField ask=Ask::new(messages.head_superior) fact=fact!(organ, names.head_superior)/>
            <PlainField ask=Ask::new(messages.head_own).hint(messages.head_own_hint).lines() fact=fact!(organ, names.head_own)/>
            <div class="row">
                <PlainField ask=Ask::new(messages.symbol).hint(messages.symbol_hint) fact=fact!(organ, names.symbol)/>
                <PlainField ask=Ask::new(messages.collective) fact=collective/>
            </div>
        </details>
    }
}

#[component]
fn TitleFields() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let title = session.single("title", |dossier| &dossier.plan.title, Command::SetTitle);
    let event = session.single("event", |dossier| &dossier.plan.event, Command::SetEvent);
    let title_ask = Ask::new(messages.title_field).hint(messages.title_hint).mark(Place::Title.mark().0);
    let event_ask = Ask::new(messages.event_field).hint(messages.event_hint).mark(Place::Event.mark().0);
    view! {
        <WordsField ask=title_ask.lines() facts=true fact=title.fact("text", Text::clone, |title, text| *title = text)/>
        <WordsField ask=event_ask.lines() facts=true fact=event.fact("text", Text::clone, |event, text| *event = text)/>
    }
}

/// Number, place, date, mark of a draft.
#[component]
pub fn RegistrationFields(
    /// Those of which paper.
    registration: Thing<Registration>,
    /// Whether its head has a place and a date.
    dated: bool,
) -> impl IntoView {
    let messages = use_desk().messages();
    let round = registration.fact(
        "round",
        |registration| registration.draft_round.map_or(String::new(), |round| round.to_string()),
        |registration, round| registration.draft_round = round.parse().ok(),
    );
    let rounds = Options::read(move || {
        let round = |n: u32| Choice::new(n.to_string(), fill(messages.draft_mark_round, &[("n", &n.to_string())]));
        [Choice::new("", messages.draft_mark_none), Choice::new("0", messages.draft_mark_plain)]
            .into_iter()
            .chain((1..=9).map(round))
            .collect()
    });
    let number = Ask::new(messages.number).hint(messages.number_hint).mark(Place::Number.mark().0);
    let issued = Ask::new(messages.issued).hint(messages.issued_hint).mark(Place::Issued.mark().0);
    view! {
        <div class="row">
            <CountField ask=number max=99_999 fact=fact!(registration, number)/>
            <PlainField ask=Ask::new(messages.symbol).hint(messages.symbol_hint) fact=fact!(registration, symbol)/>
        </div>
        <div class="row" class:gone=!dated>
            <PlainField ask=Ask::new(messages.place).hint(messages.place_hint) fact=fact!(registration, place)/>
            <DateField ask=issued fact=fact!(registration, issued)/>
        </div>
        <Choices ask=Ask::new(messages.draft_mark).mark(Place::DraftRound.mark().0) options=rounds fact=round/>
    }
}

#[component]
fn FormatFields() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let settings = session.single("settings", |dossier| &dossier.settings, Command::SetSettings);
    let today = session.today;
    let name = move |code: FormatCode| match code {
        FormatCode::Nd30 => messages.format_nd30,
        FormatCode::Hd36 => messages.format_hd36,
        FormatCode::Hd05 => messages.format_hd05,
    };
    let note = session.memo(move |dossier| {
        let code = dossier.format(today);
        let mut note = fill(messages.format_note, &[("format", name(code))]);
        if code.format().confidence == Confidence::Medium {
            note.push_str(". ");
            note.push_str(messages.format_medium);
        }
        note
    });
    let format = settings.fact(
        "format",
        |settings| settings.format.map_or("", FormatCode::code).to_owned(),
        |settings, code| settings.format = FormatCode::from_code(&code),
    );
    let formats = Options::read(move || {
        let choice = |code: FormatCode| Choice::new(code.code(), name(code));
        std::iter::once(Choice::new("", messages.format_auto)).chain(FormatCode::ALL.into_iter().map(choice)).collect()
    });
    // A plan always has a year: one that cannot be read leaves the last one that could.
    let year = fact!(settings, year).through(
        |year| u32::try_from(year).ok(),
        |year: Option<u32>, _| year.and_then(|year| i32::try_from(year).ok()),
    );
    let year_ask = Ask::new(messages.year).hint(messages.year_hint).mark(Place::Year.mark().0);
    view! {
        <div class="row">
            <YearField ask=year_ask fact=year/>
            <Choices ask=Ask::new(messages.format).hint(note) options=formats fact=format/>
        </div>
        <Switch label=messages.two_sided fact=fact!(settings, two_sided)/>
    }
}
