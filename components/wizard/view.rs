//! The screen of a draft: steps, questions, paper, and the bar below them.

use doi_thoai::document::Mark;
use doi_thoai::papers::PaperKind;
use leptos::html::{Div, H2};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, KeyboardEvent};

use super::agenda::AgendaStep;
use super::assignments::AssignmentsStep;
use super::bases::BasesStep;
use super::check::CheckStep;
use super::collecting::CollectingStep;
use super::conferences::ConferencesStep;
use super::content::ContentStep;
use super::faults::{FaultSummary, Faults};
use super::fields::provide_names;
use super::frame::{Bar, Tabs, follow_sought, place_of, save_when_leaving, shortcut};
use super::organ::OrganStep;
use super::outline::OutlineStep;
use super::participants::ParticipantsStep;
use super::purpose::PurposeStep;
use super::recipients::RecipientsStep;
use super::step::Step;
use crate::browser::focus;
use crate::desk::use_desk;
use crate::exporting::{self, Format};
use crate::kit::{Action, Look, Shape, memo, watch};
use crate::locales::{Messages, fill};
use crate::printing;
use crate::session::{Session, Shown};
use crate::sheet::Sheet;

/// The step that is shown, and the way to a place in it.
#[derive(Clone, Copy)]
pub struct Way {
    step: RwSignal<Step>,
    /// The place to give focus to once its step is shown.
    sought: RwSignal<Option<u32>>,
    /// The faults of the fields shown, once they are told.
    faults: Faults,
    /// On a narrow screen: whether the paper is shown instead of the questions.
    paper: RwSignal<bool>,
}

impl Way {
    /// Shows a step.
    pub fn to_step(self, step: Step) {
        self.paper.set(false);
        self.faults.forget();
        self.step.set(step);
    }

    /// Shows the question of a place on the paper, and gives it focus.
    pub fn to_place(self, session: Session, mark: u32) {
        self.to_step(Step::of(&session.dossier_now().plan, Mark(mark)));
        self.sought.set(Some(mark));
    }
}

/// The screen of a draft.
#[component]
pub fn Wizard(
    /// The draft.
    session: Session,
) -> impl IntoView {
    let desk = use_desk();
    let messages = desk.messages();
    provide_context(session);
    provide_context(session.around_fields());
    provide_names(session);
    let questions = NodeRef::<Div>::new();
    let kept = desk
        .with_shelf(|shelf| shelf.screen(&session.id()))
        .and_then(|kept| Step::ALL.get(kept.split_whitespace().next()?.parse::<usize>().ok()?).copied());
    let way = Way {
        step: RwSignal::new(kept.unwrap_or(Step::Organ)),
        sought: RwSignal::new(None),
        faults: Faults::new(questions),
        paper: RwSignal::new(false),
    };
    provide_context(way);
    // Whoever came from another paper looks for the question of what they pressed there.
    if let Some(mark) = session.take_sought() {
        way.to_place(session, mark);
    }
    let paper = session.paper();
    let holes = memo(move || Step::holes(&session.dossier_now().plan, &paper.get()));
    let edited = RwSignal::new(None::<u32>);
    let heading = NodeRef::<H2>::new();

    // What the step shown asks for first, so that the paper turns to it; a step of the whole paper leaves it alone.
    let first_place = memo(move || {
        let step = way.step.get();
        if matches!(step, Step::Outline | Step::Check) {
            return None;
        }
        let plan = &session.dossier_now().plan;
        let mut first = None;
        paper.with_untracked(|paper| {
            paper.paragraphs(|paragraph| {
                let asked = paragraph.mark.filter(|mark| first.is_none() && Step::of(plan, *mark) == step);
                first = first.or(asked.map(|mark| mark.0));
            });
        });
        first
    });

    let on_focus = move |event: FocusEvent| {
        let place =
            event.target().and_then(|target| target.dyn_into::<Element>().ok()).and_then(|element| place_of(&element));
        edited.set(place);
    };
    // A step that was gone to by name takes focus at its heading, one that was gone to for a place at that place.
    let mut before = way.step.get_untracked();
    watch(move |_| {
        let step = way.step.get();
        if std::mem::replace(&mut before, step) != step {
            session.flush();
            desk.with_shelf(|shelf| shelf.keep_screen(&session.id(), &step.index().to_string()));
            request_animation_frame(move || {
                if way.sought.try_get_untracked() == Some(None)
                    && let Some(heading) = heading.try_get_untracked().flatten()
                {
                    if let Some(questions) = questions.try_get_untracked().flatten() {
                        questions.set_scroll_top(0);
                    }
                    focus(&heading);
                }
            });
        }
    });
    follow_sought(way.sought, edited, questions);
    save_when_leaving(session);
    let on_key = move |event: KeyboardEvent| shortcut(session, &event, &|| printing::print_plan(desk, session));
    let title = memo(move || way.step.get().title(messages).to_owned());
    let step_view = move || match way.step.get() {
        Step::Organ => view! { <OrganStep/> }.into_any(),
        Step::Bases => view! { <BasesStep/> }.into_any(),
        Step::Purpose => view! { <PurposeStep/> }.into_any(),
        Step::Content => view! { <ContentStep/> }.into_any(),
        Step::Conferences => view! { <ConferencesStep/> }.into_any(),
        Step::Participants => view! { <ParticipantsStep/> }.into_any(),
        Step::Agenda => view! { <AgendaStep/> }.into_any(),
        Step::Collecting => view! { <CollectingStep/> }.into_any(),
        Step::Assignments => view! { <AssignmentsStep/> }.into_any(),
        Step::Recipients => view! { <RecipientsStep/> }.into_any(),
        Step::Outline => view! { <OutlineStep/> }.into_any(),
        Step::Check => view! { <CheckStep/> }.into_any(),
    };
    view! {
        <div class="wizard" tabindex="-1" class:show-paper=move || way.paper.get() on:keydown=on_key>
            <Steps way holes messages/>
            <div class="questions" tabindex="-1" role="region" inert=move || desk.is_readonly() aria-label=move || title.get() node_ref=questions on:focusin=on_focus>
                <h2 tabindex="-1" node_ref=heading>{move || title.get()}</h2>
                <FaultSummary faults=way.faults messages/>
                {move || step_view()}
            </div>
            <Sheet paper edited=Signal::derive(move || edited.get().into_iter().collect::<Vec<u32>>()) sought=first_place messages on_pick=Callback::new(move |mark| way.to_place(session, mark))/>
            <PlanBar session way messages/>
        </div>
    }
}

/// The list of steps, each with one of three states: being answered, something missing, nothing missing.
#[component]
fn Steps(way: Way, holes: Memo<[usize; 12]>, messages: &'static Messages) -> impl IntoView {
    let entry = move |step: Step| {
        let missing = move || holes.with(|holes| holes[step.index()]);
        let all = move || holes.with(|holes| holes.iter().sum::<usize>());
        let here = move || way.step.get() == step;
        let lacks = move || {
            if step == Step::Check { all() } else { missing() }
        };
        let state = move || match lacks() {
            0 => messages.step_done.to_owned(),
            n => fill(messages.step_lacks, &[("n", &n.to_string())]),
        };
        view! {
            <li>
                <button type="button" class="step" class:here=move || here() class:lacks=move || { lacks() > 0 } aria-current=move || here().then(|| "step".to_owned()) on:click=move |_| way.to_step(step)>
                    <span class="number" aria-hidden="true">{step.index() + 1}</span>
                    <span class="name">{step.title(messages)}</span>
                    <span class="state">{move || state()}</span>
                </button>
            </li>
        }
    };
    let options = move || {
        Step::ALL.into_iter().map(|step| view! { <option value=step.index().to_string() prop:selected=move || way.step.get() == step>{format!("{}. {}", step.index() + 1, step.title(messages))}</option> }).collect_view().into_any()
    };
    let chosen = move |event| {
        if let Some(step) = event_target_value(&event).parse::<usize>().ok().and_then(|at| Step::ALL.get(at)) {
            way.to_step(*step);
        }
    };
    view! {
        <nav class="steps" tabindex="-1" aria-label=messages.steps>
            <ol>{Step::ALL.into_iter().map(entry).collect_view()}</ol>
            <div class="narrow-only">
                <select aria-label=messages.steps on:change=chosen>
                    {move || options()}
                </select>
                <Tabs paper=way.paper/>
            </div>
        </nav>
    }
}

/// The bar at the foot: what is saved, undo and redo, on and back, print.
#[component]
fn PlanBar(session: Session, way: Way, messages: &'static Messages) -> impl IntoView {
    let desk = use_desk();
    let go = move |by: isize| {
        // Faults are told once, with the way to each; who presses again goes on.
        if by > 0 && way.faults.tell() {
            return;
        }
        if let Some(step) = way.step.get_untracked().further(by) {
            way.to_step(step);
        }
    };
    view! {
        <Bar session back=None>
            <Action label=messages.previous disabled=Signal::derive(move || way.step.get().further(-1).is_none()) on_press=Callback::new(move |()| go(-1))/>
            <Action label=messages.next disabled=Signal::derive(move || way.step.get().further(1).is_none()) on_press=Callback::new(move |()| go(1))/>
            <Action label=messages.papers_open on_press=Callback::new(move |()| session.show(Shown::Papers))/>
            <Action label="Word" icon=Shape::Save on_press=Callback::new(move |()| exporting::save(desk, session, PaperKind::Plan, Format::Word))/>
            <Action label=messages.print icon=Shape::Print look=Look::Main on_press=Callback::new(move |()| printing::print_plan(desk, session))/>
        </Bar>
    }
}
