//! The summary of faults: told when one would go on, it takes focus and leads to each field.

use leptos::html::Div;
use leptos::prelude::*;
use web_sys::Element;

use crate::browser::{all, focus};
use crate::kit::watch;
use crate::locales::Messages;

/// The faults of the fields that are shown.
#[derive(Clone, Copy)]
pub struct Faults {
    questions: NodeRef<Div>,
    /// Box, label and complaint of each field, as they were when they were told; none while untold.
    told: RwSignal<Vec<(String, String, String)>>,
}

impl Faults {
    /// The faults of the fields below an element.
    pub fn new(questions: NodeRef<Div>) -> Self {
        Self { questions, told: RwSignal::new(Vec::new()) }
    }

    /// Tells the faults, unless there are none or they were told already; whether it did.
    pub fn tell(&self) -> bool {
        let faults: Vec<(String, String, String)> = self
            .boxes()
            .into_iter()
            .map(|found| {
                let field = found.closest(".field").ok().flatten();
                let text = |selector| field.as_ref()?.query_selector(selector).ok()??.text_content();
                (found.id(), text("label").unwrap_or_default(), text(".error").unwrap_or_default())
            })
            .collect();
        let news = !faults.is_empty() && self.told.with_untracked(|told| *told != faults);
        self.told.set(faults);
        news
    }

    /// Forgets what was told.
    pub fn forget(&self) {
        self.told.set(Vec::new());
    }

    /// The boxes with a complaint, in order.
    fn boxes(&self) -> Vec<Element> {
        self.questions.get_untracked().map(|questions| all(&questions, "[aria-invalid]")).unwrap_or_default()
    }

    /// Gives focus to a box, whether or not its fault is still there: others may have been made right meanwhile.
    fn go(&self, id: &str) {
        let questions = self.questions.get_untracked();
        if let Some(Ok(Some(input))) = questions.map(|questions| questions.query_selector(&format!("#{id}"))) {
            focus(&input);
        }
    }
}

/// The summary.
#[component]
pub fn FaultSummary(
    /// The faults.
    faults: Faults,
    /// The words of the screen.
    messages: &'static Messages,
) -> impl IntoView {
    let node = NodeRef::<Div>::new();
    watch(move |_| {
        if !faults.told.with(Vec::is_empty)
            && let Some(node) = node.get()
        {
            focus(&node);
        }
    });
    let lines = move || {
        let line = |(id, label, fault): (String, String, String)| {
            view! { <li><button type="button" class="link" on:click=move |_| faults.go(&id)>{label}": "{fault}</button></li> }
        };
        faults.told.get().into_iter().map(line).collect_view().into_any()
    };
    view! {
        <div class="fault-summary" role="alert" tabindex="-1" class:gone=move || faults.told.with(Vec::is_empty) node_ref=node>
            <h3>{messages.faults_title}</h3>
            <ul>{move || lines()}</ul>
        </div>
    }
}
