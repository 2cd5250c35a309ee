//! The gallery of templates: small first pages, each a draft at one press.

use chrono::Datelike;
use doi_thoai::document::Document;
use doi_thoai::papers::{PaperKind, compose};
use doi_thoai::templates::{TEMPLATES, Template};
use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::{sheets, window};
use crate::desk::{Desk, View, use_desk};
use crate::kit::{Action, Look, Shape, watch};
use crate::locales::Messages;
use crate::sheet::Parts;

/// The name and the description of a template.
fn words(messages: &Messages, code: &str) -> (&'static str, &'static str) {
    match code {
        "dang-uy-xa" => (messages.template_dang_uy, messages.template_dang_uy_hint),
        "ubnd-xa" => (messages.template_ubnd, messages.template_ubnd_hint),
        "mttq-xa" => (messages.template_mttq, messages.template_mttq_hint),
        "ubnd-dang-uy" => (messages.template_chung, messages.template_chung_hint),
        "bi-thu-tinh-uy" => (messages.template_bi_thu, messages.template_bi_thu_hint),
        "nhieu-doi-tuong" => (messages.template_doi_tuong, messages.template_doi_tuong_hint),
        "thanh-nien" => (messages.template_thanh_nien, messages.template_thanh_nien_hint),
        _ => (messages.template_trong, messages.template_trong_hint),
    }
}

/// Makes a draft from a template and opens it. It is named after the office, the kind and the year.
pub fn start_from(desk: Desk, template: Template) {
    let messages = desk.messages();
    let office = desk.office();
    // A template's own data is read by its test.
    let Ok(mut dossier) = template.dossier(desk.today.year(), office.as_ref()) else {
        return;
    };
    let (name, _) = words(messages, template.code);
    let place = dossier.plan.organs.first().map(|organ| organ.unit.name.clone()).filter(|name| !name.is_empty());
    dossier.name = match place {
        Some(place) => format!("{name} {place} {}", dossier.settings.year),
        None => format!("{name} {}", dossier.settings.year),
    };
    let holes = compose(&dossier, PaperKind::Plan, desk.today).holes() as u32;
    desk.open_new(&dossier, holes);
}

/// The gallery.
#[component]
pub fn TemplateGallery() -> impl IntoView {
    let desk = use_desk();
    let messages = desk.messages();
    view! {
        <main class="home">
            <header class="home-head">
                <Action label=messages.back icon=Shape::Back on_press=Callback::new(move |()| desk.view.set(View::Home))/>
                <h2 tabindex="-1">{messages.choose_template}</h2>
            </header>
            <p class="lead">{messages.choose_template_hint}</p>
            <ul class="gallery">
                {TEMPLATES.into_iter().map(|template| {
                    let (name, hint) = words(messages, template.code);
                    view! {
                        <li class="template">
                            <Miniature code=template.code paper=Box::new(move || Some(compose(&template.dossier(desk.today.year(), None).ok()?, PaperKind::Plan, desk.today)))/>
                            <h3>{name}</h3>
                            <p>{hint}</p>
                            <Action label=messages.use_template look=Look::Main on_press=Callback::new(move |()| start_from(desk, template))/>
                        </li>
                    }
                }).collect_view()}
            </ul>
        </main>
    }
}

/// The first page of a paper, small.
#[component]
pub fn Miniature(
    /// A name for it that no other in the gallery has.
    code: &'static str,
    /// The paper; none where it cannot be made.
    paper: Box<dyn Fn() -> Option<Document>>,
) -> impl IntoView {
    let holder = NodeRef::<Div>::new();
    watch(move |_| {
        let Some(holder) = holder.get() else { return };
        let Some(paper) = paper() else { return };
        let Some(around) = holder.parent_element() else { return };
        let mut parts = Parts::new(&holder, &around, &format!("mini-{code}-"));
        let rules = parts.rules(std::iter::once(&paper)).unwrap_or_default();
        let root = holder.get_root_node();
        if sheets::adopt(&window(), &root, &rules).is_ok() {
            parts.show(std::iter::once(&paper));
            // A gallery shows first pages.
            for page in parts.elements().skip(1) {
                page.remove();
            }
        }
    });
    view! {
        <div class="miniature" aria-hidden="true">
            <div node_ref=holder></div>
        </div>
    }
}
