//! The frame of a form's screen: its steps, their questions, the sheet, and the bar below.

use doi_thoai::document::Mark;
use doi_thoai::id::Id;
use leptos::html::{Div, H2};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, KeyboardEvent};

use super::canvas::{Over, press};
use super::check::CheckStep;
use super::design::Design;
use super::geometry::bring_into_view;
use super::library;
use super::lots::LotsStep;
use super::palette::Palette;
use super::properties::Properties;
use super::settings::SettingsStep;
use crate::browser::{active_element, focus};
use crate::desk::use_desk;
use crate::exporting;
use crate::kit::{Action, Look, Shape, watch};
use crate::locales::Messages;
use crate::printing;
use crate::session::{Session, Shown};
use crate::sheet::{Canvas, Sheet};
use crate::wizard::{Bar, Tabs, follow_sought, place_of, provide_names, save_when_leaving, shortcut};

/// A step of a form's screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormStep {
    /// What the form is, and its paper.
    Settings,
    /// What it asks.
    Blocks,
    /// Who gets how many copies.
    Lots,
    /// What is wrong with it.
    Check,
}

impl FormStep {
    const ALL: [Self; 4] = [Self::Settings, Self::Blocks, Self::Lots, Self::Check];

    fn title(self, messages: &Messages) -> &'static str {
        match self {
            Self::Settings => messages.form_step_settings,
            Self::Blocks => messages.form_step_blocks,
            Self::Lots => messages.form_step_lots,
            Self::Check => messages.form_step_check,
        }
    }
}

/// Where one is in a form's screen.
#[derive(Clone, Copy)]
pub struct Here {
    /// The form.
    pub form: Id,
    /// The mark of the question that is being worked on.
    pub edited: RwSignal<Option<u32>>,
    /// The place to give focus to once it is shown.
    pub sought: RwSignal<Option<u32>>,
    /// How many pages one copy has, and how many lines stand on the last.
    pub pages: RwSignal<(usize, usize)>,
    step: RwSignal<FormStep>,
    /// The designer, once there is one.
    designer: StoredValue<Option<Design>>,
    /// On a narrow screen: whether the paper is shown instead of the questions.
    paper: RwSignal<bool>,
}

impl Here {
    fn to_step(self, step: FormStep) {
        self.paper.set(false);
        self.step.set(step);
    }

    /// Shows the question of a place on the paper, and gives it focus.
    pub fn to_place(self, session: Session, mark: u32) {
        let dossier = session.dossier_now();
        let form = dossier.form(self.form);
        let block = form.and_then(|form| form.block_of(Mark(mark))).map(|block| block.id);
        let lot = form.and_then(|form| form.copies.lots.iter().find(|lot| lot.id.0 == mark)).map(|lot| lot.id.0);
        self.to_step(match (block, lot) {
            (Some(_), _) => FormStep::Blocks,
            (None, Some(_)) => FormStep::Lots,
            (None, None) => FormStep::Settings,
        });
        if let (Some(block), Some(design)) = (block, self.designer.get_value()) {
            design.choose(Some(block));
            // The step is shown first.
            return request_animation_frame(move || {
                bring_into_view(design);
                design.focus_frame();
            });
        }
        // What a form alone asks of an occasion has its own fields in the first step.
        self.sought.set(Some(lot.unwrap_or(mark)));
    }
}

/// The screen of a form.
#[component]
pub fn FormScreen(
    /// The draft that it belongs to.
    session: Session,
    /// The form.
    form: Id,
) -> impl IntoView {
    let desk = use_desk();
    let messages = desk.messages();
    provide_context(session);
    provide_context(session.around_fields());
    let names = provide_names(session);
    let here = Here {
        form,
        edited: RwSignal::new(None),
        sought: RwSignal::new(None),
        pages: RwSignal::new((1, 1)),
        // A bench build is there to measure the designer.
        step: RwSignal::new(if cfg!(feature = "bench") { FormStep::Blocks } else { FormStep::Settings }),
        designer: StoredValue::new(None),
        paper: RwSignal::new(false),
    };
    provide_context(here);
    desk.own_blocks.set(library::all(desk));
    let canvas = Canvas {
        pages: NodeRef::new(),
        desk: NodeRef::new(),
        drawn: RwSignal::new(0),
        scale: RwSignal::new(1.0),
        on: Signal::derive(move || here.step.get() == FormStep::Blocks && !desk.is_readonly()),
        on_press: Callback::new(move |event| {
            if let Some(design) = here.designer.get_value() {
                press(design, here, &event);
            }
        }),
    };
    let design = Design::new(session, form, names, canvas);
    here.designer.set_value(Some(design));
    // In the designer what is chosen is marked, elsewhere what the question in hand sets.
    let edited = Signal::derive(move || match here.step.get() {
        FormStep::Blocks => design.chosen.with(|chosen| chosen.iter().map(|id| id.0).collect()),
        _ => here.edited.get().into_iter().collect::<Vec<u32>>(),
    });
    let questions = NodeRef::<Div>::new();
    let heading = NodeRef::<H2>::new();
    let on_focus = move |event: FocusEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        here.edited.set(target.and_then(|element| place_of(&element)));
    };
    watch(move |first| {
        here.step.track();
        if !first {
            request_animation_frame(move || {
                if here.sought.try_get_untracked().flatten().is_none()
                    && let Some(heading) = heading.try_get_untracked().flatten()
                {
                    focus(&heading);
                }
            });
        }
    });
    follow_sought(here.sought, here.edited, questions);
    save_when_leaving(session);
    let print = move || printing::print_form(desk, session, form, 0);
    // From the sheet to what is chosen on it and back, without the way through the palette.
    let cross = move || {
        let Some(questions) = questions.get_untracked() else { return };
        let over = design.frame.get_untracked().and_then(|frame| frame.parent_element());
        let on_sheet =
            over.is_some_and(|over| active_element(&over).is_some_and(|active| over.contains(Some(&active))));
        match questions.query_selector("select,input,textarea,button") {
            Ok(Some(first)) if on_sheet => focus(&first),
            _ => design.focus_frame(),
        }
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "F6" && canvas.on.get_untracked() {
            event.prevent_default();
            return cross();
        }
        shortcut(session, &event, &print);
    };
    let step_view = move || match here.step.get() {
        FormStep::Settings => view! { <SettingsStep/> }.into_any(),
        FormStep::Blocks => view! { <Properties design/> }.into_any(),
        FormStep::Lots => view! { <LotsStep/> }.into_any(),
        FormStep::Check => view! { <CheckStep/> }.into_any(),
    };
    let entry = move |step: FormStep| {
        let is_here = move || here.step.get() == step;
        view! {
            <li>
                <button type="button" class="step" class:here=move || is_here() aria-current=move || is_here().then(|| "step".to_owned()) on:click=move |_| here.to_step(step)>
                    <span class="number" aria-hidden="true">{FormStep::ALL.iter().position(|one| *one == step).unwrap_or(0) + 1}</span>
                    <span class="name">{step.title(messages)}</span>
                </button>
            </li>
        }
    };
    let with_plan = !session.dossier_now().is_form_alone();
    view! {
        <div class="wizard of-form" tabindex="-1" class:designing=move || canvas.on.get() class:show-paper=move || here.paper.get() on:keydown=on_key>
            <nav class="steps" tabindex="-1" aria-label=messages.steps>
                <ol class="always">{FormStep::ALL.into_iter().map(entry).collect_view()}</ol>
                <div class="narrow-only">
                    <Tabs paper=here.paper/>
                </div>
            </nav>
            <div class="questions" tabindex="-1" role="region" inert=move || desk.is_readonly() aria-label=move || here.step.get().title(messages) node_ref=questions on:focusin=on_focus>
                <h2 tabindex="-1" node_ref=heading>{move || here.step.get().title(messages)}</h2>
                {step_view}
            </div>
            <Palette design/>
            <Sheet paper=session.paper() edited sought=Signal::stored(None) pages=here.pages messages on_pick=Callback::new(move |mark| here.to_place(session, mark)) canvas over=view! { <Over design/> }.into_any()/>
            <Bar session back=with_plan.then(|| session.way_back(Shown::Plan))>
                <Action label="Word" icon=Shape::Save on_press=Callback::new(move |()| exporting::save_form(desk, session, form))/>
                <Action label=messages.print icon=Shape::Print look=Look::Main on_press=Callback::new(move |()| print())/>
            </Bar>
        </div>
    }
}
