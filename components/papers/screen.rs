//! One paper: what it has of its own beside what the dossier says, and the sheet.

use doi_thoai::document::Mark;
use doi_thoai::id::Id;
use doi_thoai::organ::{Capacity, Organ, Signatory};
use doi_thoai::paper::OwnPaper;
use doi_thoai::papers::{self, Circumstance, PaperKind, Passage, Place, composed, words_of};
use doi_thoai::plan::{Recipient, Recipients};
use doi_thoai::words::Clock;
use leptos::html::{Div, H2};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent};

use super::counts::Counts;
use super::invitees::Invitees;
use super::names::name;
use super::opinions::Opinions;
use super::page::{kinds, open};
use super::resolutions::Resolutions;
use crate::desk::{use_desk, use_session};
use crate::exporting::{self, Format};
use crate::kit::{Action, Ask, Cards, Fact, Look, Row, Shape, Switch, Typed, memo, numbered, rows, shown_if};
use crate::locales::fill;
use crate::printing;
use crate::session::{Session, Shown, Thing, fact};
use crate::sheet::Sheet;
use crate::wizard::{
    Bar, ClockField, CountField, DateField, OrganFields, PlainField, RecipientFields, RegistrationFields,
    SignatoryFields, Tabs, WordsField, follow_sought, place_of, provide_names, save_when_leaving, shortcut,
};

/// The screen of a paper.
#[component]
pub fn PaperScreen(
    /// The draft.
    session: Session,
    /// Which paper.
    kind: PaperKind,
) -> impl IntoView {
    let desk = use_desk();
    let messages = desk.messages();
    provide_context(session);
    provide_context(session.around_fields());
    provide_names(session);
    let questions = NodeRef::<Div>::new();
    let heading = NodeRef::<H2>::new();
    let edited = RwSignal::new(None::<u32>);
    let sought = RwSignal::new(None::<u32>);
    let paper = RwSignal::new(false);
    let own = session.own_paper(kind);
    let info = papers::info(kind);
    let title = name(messages, kind);
    let on_focus = move |event: FocusEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        edited.set(target.and_then(|element| place_of(&element)));
    };
    follow_sought(sought, edited, questions);
    save_when_leaving(session);
    request_animation_frame(move || {
        if let Some(heading) = heading.try_get_untracked().flatten() {
            crate::browser::focus(&heading);
            // The list of papers is longer than the screen.
            let root = heading.closest(".wizard").ok().flatten();
            let here = root.and_then(|root| root.query_selector(".step.here").ok().flatten());
            if let Some(here) = here {
                here.scroll_into_view_with_bool(false);
            }
        }
    });
    // What is asked here is asked here; all else is a question of the plan.
    let pick = move |mark: u32| {
        let here = questions.get_untracked().is_some_and(|questions| {
            questions.query_selector(&format!("[data-place=\"{mark}\"]")).is_ok_and(|found| found.is_some())
        });
        paper.set(false);
        if here {
            sought.set(Some(mark));
        } else if !matches!(Place::of(Mark(mark)), Some(Place::Passage(_))) {
            session.show_plan_at(mark);
        }
    };
    let back = session.way_back(Shown::Papers);
    let print = move || printing::print_paper(desk, session, kind);
    let chosen = move |event| {
        if let Some(kind) = PaperKind::from_code(&event_target_value(&event)) {
            open(session, kind);
        }
    };
    let entry = move |other: PaperKind| {
        let here = other == kind;
        view! {
            <li>
                <button type="button" class="step" class:here=here aria-current=here.then_some("step") on:click=move |_| open(session, other)>
                    <span class="name">{name(messages, other)}</span>
                </button>
            </li>
        }
    };
    let all = kinds(&session.dossier_now());
    let options = all
        .iter()
        .map(|other| {
            let here = *other == kind;
            view! { <option value=other.code() prop:selected=here>{name(messages, *other)}</option> }
        })
        .collect_view();
    let prints = |circumstance| info.prints.contains(&circumstance);
    let (official, signed) = (own.clone(), own.clone());
    view! {
        <div class="wizard of-paper" tabindex="-1" class:of-picture=kind == PaperKind::Timeline class:show-paper=move || paper.get() on:keydown=move |event| shortcut(session, &event, &print)>
            <nav class="steps" tabindex="-1" aria-label=messages.papers>
                <ol>{all.iter().map(|kind| entry(*kind)).collect_view()}</ol>
                <div class="narrow-only">
                    <select aria-label=messages.papers on:change=chosen>{options}</select>
                    <Tabs paper/>
                </div>
            </nav>
            <div class="questions" tabindex="-1" role="region" inert=move || desk.is_readonly() aria-label=title node_ref=questions on:focusin=on_focus>
                <h2 tabindex="-1" node_ref=heading>{title}</h2>
                {(kind == PaperKind::Timeline).then(|| view! { <p class="hint">{messages.timeline_hint}</p> })}
                {info.registered.then(|| {
                    let registration = official.part("registration", |own| Some(&own.registration), |own| Some(&mut own.registration));
                    view! { <RegistrationFields registration dated=info.dated/> }
                })}
                {(info.each || info.two_up).then(|| view! { <CopiesFields own=own.clone() kind/> })}
                {prints(Circumstance::Course).then(|| view! { <Course/> })}
                {(prints(Circumstance::Day) && !prints(Circumstance::Course)).then(|| view! { <Day/> })}
                {prints(Circumstance::Invitees).then(|| view! { <Invitees/> })}
                {prints(Circumstance::Counts).then(|| view! { <Counts/> })}
                {prints(Circumstance::Opinions).then(|| view! { <Opinions/> })}
                {prints(Circumstance::Resolutions).then(|| view! { <Resolutions/> })}
                <Passages session kind/>
                {info.signed.then(|| view! { <Foot own=signed kind/> })}
            </div>
            <Sheet paper=session.paper() edited=Signal::derive(move || edited.get().into_iter().collect::<Vec<u32>>()) sought=Signal::stored(None) messages on_pick=Callback::new(pick)/>
            <Bar session back=Some(back)>
                {info.table.then(|| view! { <Action label="Excel" icon=Shape::Save on_press=Callback::new(move |()| exporting::save(desk, session, kind, Format::Workbook))/> })}
                <Action label="Word" icon=Shape::Save on_press=Callback::new(move |()| exporting::save(desk, session, kind, Format::Word))/>
                <Action label=messages.print icon=Shape::Print look=Look::Main on_press=Callback::new(move |()| print())/>
            </Bar>
        </div>
    }
}

/// How often it is printed: one for each who is invited, two on a sheet.
#[component]
fn CopiesFields(own: Thing<OwnPaper>, kind: PaperKind) -> impl IntoView {
    let messages = use_desk().messages();
    let info = papers::info(kind);
    view! {
        {info.each.then(|| view! { <Switch label=messages.paper_each fact=fact!(own, each)/> })}
        {info.two_up.then(|| view! { <Switch label=messages.paper_two_up fact=fact!(own, two_up)/> })}
    }
}

/// The day on which it was held, for a paper that prints nothing else of its course.
#[component]
fn Day() -> impl IntoView {
    let messages = use_desk().messages();
    let course = use_session().proceedings();
    let ask = Ask::new(messages.course_held).hint(messages.course_held_hint);
    view! { <DateField ask=ask.mark(Place::Proceedings.mark().0) fact=fact!(course, held)/> }
}

/// How the conference went.
#[component]
fn Course() -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let course = session.proceedings();
    let mark = Place::Proceedings.mark().0;
    let checked = course.clone();
    let backwards = memo(move || {
        let minutes = |clock: Clock| clock.hour * 60 + clock.minute;
        checked.with(|course| course.began.zip(course.ended).is_some_and(|(from, to)| minutes(to) < minutes(from)))
    });
    view! {
        <h3>{messages.course}</h3>
        <div class="row">
            <PlainField ask=Ask::new(messages.course_chair).mark(mark) fact=fact!(course, chair)/>
            <PlainField ask=Ask::new(messages.course_secretary).mark(mark) fact=fact!(course, secretary)/>
        </div>
        <div class="row">
            <DateField ask=Ask::new(messages.course_held).hint(messages.course_held_hint).mark(mark) fact=fact!(course, held)/>
            <CountField ask=Ask::new(messages.course_attended).mark(mark) max=100_000 fact=fact!(course, attended)/>
        </div>
        <div class="row">
            <ClockField ask=Ask::new(messages.course_began).mark(mark) fact=fact!(course, began)/>
            <ClockField ask=Ask::new(messages.course_ended).mark(mark) fact=fact!(course, ended)/>
        </div>
        <p class="error" role="status">{move || if backwards.get() { messages.course_backwards } else { "" }}</p>
    }
}

/// The passages of a paper, each in a box; the usual words stand in it until the officer words it.
#[component]
fn Passages(session: Session, kind: PaperKind) -> impl IntoView {
    let messages = use_desk().messages();
    let own = session.own_paper(kind);
    let passages = session.passages(kind);
    let keys = memo(move || {
        passages.with(|all| all.iter().map(|passage| (passage.key.clone(), passage.place.mark().0)).collect::<Vec<_>>())
    });
    let boxes = move || {
        let row = |(at, (key, mark)): (usize, (String, u32))| {
            let own = own.clone();
            Row::new(format!("{key} {mark}"), move || {
                view! { <PassageField own key passages number=at + 1 mark/> }.into_any()
            })
        };
        keys.get().into_iter().enumerate().map(row).collect()
    };
    let any = memo(move || keys.with(|keys| !keys.is_empty()));
    view! {
        <div class:gone=move || !any.get()>
            <h3>{messages.passages}</h3>
            <p class="hint">{messages.passages_hint}</p>
        </div>
        {rows(boxes)}
    }
}

#[component]
fn PassageField(
    own: Thing<OwnPaper>,
    key: String,
    passages: Memo<Vec<Passage>>,
    number: usize,
    mark: u32,
) -> impl IntoView {
    let messages = use_desk().messages();
    let key = StoredValue::new(key);
    let find = move |passages: &Vec<Passage>| {
        key.with_value(|key| passages.iter().find(|passage| passage.key == *key).cloned())
    };
    let text = Fact::new(
        key.with_value(|key| format!("{}.{key}", own.name())),
        move || passages.with(find).map(|passage| passage.text).unwrap_or_default(),
        {
            let own = own.clone();
            move |text, typed: &Typed| {
                let field = key.get_value();
                let mut text = Some(text);
                own.type_in(&field, typed, |own| own.set_passage(&field, text.take()));
            }
        },
    );
    let is_own = memo(move || passages.with(find).is_some_and(|passage| passage.own));
    // Its first words tell one from another.
    let dossier = use_session().dossier_now();
    let begins = untrack(|| passages.with(find)).map(|passage| words_of(&dossier, &passage.text)).unwrap_or_default();
    let begins = begins.split_whitespace().take(5).collect::<Vec<_>>().join(" ");
    let label = fill(messages.passage_n, &[("n", &number.to_string())]);
    let label = if begins.is_empty() { label } else { format!("{label} · {begins} …") };
    view! {
        <div class="passage">
            <WordsField ask=Ask::new(label).lines().mark(mark) facts=true fact=text/>
            {shown_if(move || is_own.get(), move || {
                let own = own.clone();
                let back = Callback::new(move |()| own.set(|own| key.with_value(|key| own.set_passage(key, None))));
                view! { <Action label=messages.passage_usual icon=Shape::Undo on_press=back/> }.into_any()
            })}
        </div>
    }
}

/// Who receives it, who signs it, and who issues it, where that is another than for the plan.
#[component]
fn Foot(own: Thing<OwnPaper>, kind: PaperKind) -> impl IntoView {
    let session = use_session();
    let messages = use_desk().messages();
    let issued = papers::info(kind).issued;
    let organ_thing = own.clone();
    let (shown, changed) = (own.clone(), own.clone());
    let other_organ = Fact::new(
        "other-organ",
        move || shown.with(|own| own.organ.is_some()),
        move |on: bool, _: &Typed| {
            let organ = on.then(|| {
                let of_plan = session.dossier_now().plan.organs.first().cloned().unwrap_or_default();
                Organ { id: session.new_id(), ..of_plan }
            });
            changed.set(|own| own.organ.clone_from(&organ));
        },
    );
    let (shown, changed) = (own.clone(), own.clone());
    let own_recipients = Fact::new(
        "own-recipients",
        move || shown.with(|own| own.recipients.is_some()),
        move |on: bool, _: &Typed| {
            // Begins with those that the paper has.
            let recipients = on.then(|| {
                let usual = composed(&session.dossier_now(), kind, session.today).recipients;
                let lines = usual.lines.into_iter().map(|line| Recipient { id: session.new_id(), ..line }).collect();
                Recipients { lines, filed: usual.filed }
            });
            changed.set(|own| own.recipients.clone_from(&recipients));
        },
    );
    let has_organ = own.clone();
    let has_recipients = own.clone();
    let recipients_of = own.clone();
    let signatory_ids = own.ids(|own| &own.signatories);
    let organ_of = own.clone();
    let signing_organ = Callback::new(move |()| {
        let other = organ_of.with(|own| own.organ.clone());
        other.or_else(|| session.dossier().plan.organs.first().cloned()).unwrap_or_default()
    });
    let adding = own.clone();
    let mut actions =
        own.actions(session, |own| &mut own.signatories, |id| Signatory::usual(id, &Organ::default(), Capacity::Head));
    actions.add = Callback::new(move |()| {
        let one = Signatory::usual(session.new_id(), &untrack(|| signing_organ.run(())), Capacity::Head);
        adding.set(|own| own.signatories.push(one.clone()));
    });
    let signatories = own.clone();
    let signatory = move |id: Id| {
        let signatory = signatories.item(id, |own| &own.signatories, |own| &mut own.signatories);
        view! { <SignatoryFields signatory id organ=signing_organ/> }.into_any()
    };
    view! {
        <h3>{messages.paper_foot}</h3>
        {issued.then(|| view! {
            <Switch label=messages.paper_other_organ fact=other_organ/>
            {shown_if(move || has_organ.with(|own| own.organ.is_some()), move || {
                let organ = organ_thing.part("organ", |own| own.organ.as_ref(), |own| own.organ.as_mut());
                let mark = untrack(|| organ_thing.with(|own| own.organ.as_ref().map(|organ| organ.id.0).unwrap_or_default()));
                view! { <div class="card"><OrganFields organ mark/></div> }.into_any()
            })}
        })}
        <Switch label=messages.paper_own_recipients fact=own_recipients/>
        {shown_if(move || has_recipients.with(|own| own.recipients.is_some()), move || {
            let own = recipients_of.clone();
            let recipients = own.part("recipients", |own| own.recipients.as_ref(), |own| own.recipients.as_mut());
            let actions = recipients.actions(session, |recipients| &mut recipients.lines, |id| Recipient { id, ..Recipient::default() });
            let ids = recipients.ids(|recipients| &recipients.lines);
            let filed = fact!(recipients, filed);
            let line = move |id: Id| {
                let recipient = recipients.item(id, |recipients| &recipients.lines, |recipients| &mut recipients.lines);
                view! { <RecipientFields recipient mark=id.0/> }.into_any()
            };
            view! {
                <Cards ids actions messages add_label=messages.add_recipient title=numbered(messages.recipient_n) render=Callback::new(line)/>
                <PlainField ask=Ask::new(messages.filed).hint(messages.filed_hint).mark(Place::Filed.mark().0) fact=filed/>
            }.into_any()
        })}
        <p class="hint">{messages.paper_signatories_hint}</p>
        <Cards ids=signatory_ids actions messages add_label=messages.add_signatory title=numbered(messages.signatory_n) render=Callback::new(signatory)/>
    }
}
