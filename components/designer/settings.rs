//! What a form is: its title, its organ, its paper.

use doi_thoai::edit::Command;
use doi_thoai::form::{Form, Size};
use doi_thoai::organ::{Organ, OrganKind, System, Unit};
use doi_thoai::papers::Place;
use leptos::prelude::*;

use super::view::Here;
use crate::desk::{use_desk, use_session};
use crate::drafts::save_form;
use crate::kit::{Action, Ask, Choices, Fact, Options, Switch, memo, shown_if};
use crate::session::{ORGANS, Session, Thing, fact};
use crate::wizard::{PlainField, WhenField, WordsField};

/// The step.
#[component]
pub fn SettingsStep() -> impl IntoView {
    let desk = use_desk();
    let session = use_session();
    let messages = desk.messages();
    let Some(Here { form: id, .. }) = use_context::<Here>() else { return ().into_any() };
    let form = session.form(id);
    let alone = session.dossier_now().is_form_alone();
    let size = form.fact(
        "size",
        |form| {
            match (form.paper.size, form.paper.two_up) {
                (Size::A4, _) => "a4",
                (Size::A5, false) => "a5",
                (Size::A5, true) => "a5-two",
            }
            .to_owned()
        },
        |form, size| {
            form.paper.size = if size == "a4" { Size::A4 } else { Size::A5 };
            form.paper.two_up = size == "a5-two";
            form.paper.landscape &= !form.paper.two_up;
        },
    );
    let sizes = [("a4", messages.paper_a4), ("a5", messages.paper_a5), ("a5-two", messages.paper_a5_two)];
    let two_up = {
        let form = form.clone();
        memo(move || form.with(|form| form.paper.two_up))
    };
    let landscape = fact!(form, paper.landscape);
    view! {
        {alone.then(|| view! { <Office session/> <Occasion session/> })}
        <WordsField ask=Ask::new(messages.form_name).mark(id.0) facts=true fact=fact!(form, title)/>
        <WordsField ask=Ask::new(messages.form_subtitle).hint(messages.form_subtitle_hint.to_owned()).lines() facts=true fact=fact!(form, subtitle)/>
        <div class="row">
            <Choices ask=Ask::new(messages.paper_size) options=Options::of(&sizes) fact=size/>
            <PlainField ask=Ask::new(messages.form_model).hint(messages.form_model_hint.to_owned()) fact=fact!(form, model)/>
        </div>
        <WordsField ask=Ask::new(messages.form_header).hint(messages.form_header_hint.to_owned()) facts=true fact=fact!(form, header)/>
        <WordsField ask=Ask::new(messages.form_footer).hint(messages.form_footer_hint.to_owned()) facts=true fact=fact!(form, footer)/>
        {shown_if(move || !two_up.get(), move || view! { <Switch label=messages.paper_landscape fact=landscape.clone()/> }.into_any())}
        <Switches form alone/>
        <Action label=messages.save_form on_press=Callback::new(move |()| save_form(desk, session, id))/>
    }
    .into_any()
}

/// What is on or off.
#[component]
fn Switches(form: Thing<Form>, alone: bool) -> impl IntoView {
    let messages = use_desk().messages();
    let sealed = fact!(form, sealed);
    let headed = {
        let form = form.clone();
        memo(move || form.with(|form| form.headed))
    };
    view! {
        <Switch label=messages.form_numbered fact=fact!(form, numbered)/>
        <Switch label=messages.form_secret fact=fact!(form, secret)/>
        <Switch label=messages.form_headed fact=fact!(form, headed)/>
        {shown_if(move || headed.get(), move || view! { <Switch label=messages.form_sealed fact=sealed.clone()/> }.into_any())}
        {(!alone).then(|| view! { <Switch label=messages.form_enclosed fact=fact!(form, enclosed)/> })}
        <Switch label=messages.form_two_sided fact=fact!(form, paper.two_sided)/>
        <Switch label=messages.form_counted fact=fact!(form, paper.counted)/>
        <Switch label=messages.form_corners fact=fact!(form, paper.corner_marks)/>
    }
}

/// What a form that stands alone is for: the facts that its texts ask of a plan.
#[component]
fn Occasion(session: Session) -> impl IntoView {
    let messages = use_desk().messages();
    let event = session.single("event", |dossier| &dossier.plan.event, Command::SetEvent);
    let event = event.fact("event", |event| event.clone(), |event, text| *event = text);
    let collecting = session.single("collecting", |dossier| &dossier.plan.collecting, Command::SetCollecting);
    let mark = Place::Collecting.mark().0;
    view! {
        <WordsField ask=Ask::new(messages.event_field).hint(messages.event_hint.to_owned()).mark(Place::Event.mark().0) fact=event/>
        <div class="row">
            <WordsField ask=Ask::new(messages.merged_by).mark(mark) fact=fact!(collecting, merged_by)/>
            <WhenField ask=Ask::new(messages.return_by).mark(mark) fact=fact!(collecting, return_by)/>
        </div>
    }
}

/// The office of a form that stands alone: what its head and its texts say.
#[component]
fn Office(session: Session) -> impl IntoView {
    let messages = use_desk().messages();
    let Some(id) = session.dossier_now().plan.organs.first().map(|organ| organ.id) else {
        return ().into_any();
    };
    let organ = session.item(ORGANS, id);
    let kind = organ.fact(
        "kind",
        |organ: &Organ| {
            match organ.kind {
                OrganKind::PartyCommittee => "party",
                OrganKind::Front => "front",
                _ => "state",
            }
            .to_owned()
        },
        |organ, kind| {
            (organ.system, organ.kind) = match kind.as_str() {
                "party" => (System::Party, OrganKind::PartyCommittee),
                "front" => (System::Front, OrganKind::Front),
                _ => (System::State, OrganKind::PeoplesCommittee),
            };
        },
    );
    let unit = |name: &str, get: fn(&Organ) -> &Unit, get_mut: fn(&mut Organ) -> &mut Unit| -> Fact<String> {
        let (read, write, field) = (organ.clone(), organ.clone(), format!("{id}.{name}"));
        Fact::new(
            field.clone(),
            move || {
                read.with(|organ| {
                    let unit = get(organ);
                    if unit.is_unnamed() { String::new() } else { unit.full() }
                })
            },
            move |text: String, typed| write.type_in(&field, typed, |organ| *get_mut(organ) = Unit::parse(&text)),
        )
    };
    let kinds = [("state", messages.kind_ubnd), ("party", messages.kind_party), ("front", messages.kind_front)];
    let own = unit("unit", |organ| &organ.unit, |organ| &mut organ.unit);
    let superior = unit("superior", |organ| &organ.superior, |organ| &mut organ.superior);
    view! {
        <Choices ask=Ask::new(messages.kind).mark(id.0) options=Options::of(&kinds) fact=kind/>
        <div class="row">
            <PlainField ask=Ask::new(messages.form_unit).hint(messages.form_unit_hint.to_owned()) fact=own/>
            <PlainField ask=Ask::new(messages.form_superior).hint(messages.form_superior_hint.to_owned()) fact=superior/>
        </div>
    }
    .into_any()
}
