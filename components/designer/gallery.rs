//! The gallery of forms: each a draft of its own at one press, ready to be printed blank.

use chrono::Datelike;
use doi_thoai::dossier::Dossier;
use doi_thoai::edit::Command;
use doi_thoai::form::{Form, Lot};
use doi_thoai::organ::Organ;
use doi_thoai::papers;
use doi_thoai::templates::{FORM_TEMPLATES, FormTemplate};
use doi_thoai::text::{Fact, Form as Wording};
use leptos::prelude::*;

use crate::desk::{Desk, View, use_desk};
use crate::drafts::Miniature;
use crate::kit::{Action, Look, Shape};
use crate::locales::Messages;
use crate::session::{Session, Shown};

/// The name and the description of a template.
fn words(messages: &Messages, code: &str) -> (&'static str, &'static str) {
    match code {
        "y-kien" => (messages.form_y_kien, messages.form_y_kien_hint),
        "gop-y" => (messages.form_gop_y, messages.form_gop_y_hint),
        "dang-ky-phat-bieu" => (messages.form_phat_bieu, messages.form_phat_bieu_hint),
        "ho-gia-dinh" => (messages.form_ho, messages.form_ho_hint),
        "cu-tri" => (messages.form_cu_tri, messages.form_cu_tri_hint),
        "tin-nhiem-danh-dau" => (messages.form_danh_dau, messages.form_danh_dau_hint),
        "tin-nhiem-gach-ten" => (messages.form_gach_ten, messages.form_gach_ten_hint),
        "hai-long" => (messages.form_hai_long, messages.form_hai_long_hint),
        _ => (messages.form_trong, messages.form_trong_hint),
    }
}

/// A dossier that is a form alone, of the office that was typed before.
fn dossier_of(desk: Desk, form: Form) -> Dossier {
    let mut dossier = Dossier::empty(desk.today.year());
    let office = desk.office().unwrap_or_default();
    let id = dossier.new_id();
    dossier.plan.organs.push(Organ { id, ..office.organ });
    let mut form = dossier.adopted(form);
    // The copies go to the office's villages; nobody types them twice.
    for village in office.villages {
        let id = dossier.new_id();
        form.copies.lots.push(Lot { id, name: village.name, head: village.head, copies: village.copies });
    }
    // Nothing encloses a form that stands alone.
    form.enclosed = false;
    dossier.forms.push(form);
    dossier
}

/// Makes a draft that is a form alone, and opens it.
fn open_as(desk: Desk, form: Form, name: &str) {
    let mut dossier = dossier_of(desk, form);
    dossier.name = format!("{name} {}", dossier.settings.year);
    open_new(desk, &dossier);
}

fn open_new(desk: Desk, dossier: &Dossier) {
    let holes = papers::compose(dossier, papers::PaperKind::Form, desk.today).holes() as u32;
    desk.open_new(dossier, holes);
}

/// Opens a form with the identities that it has: a bench knows its questions by them.
#[cfg(feature = "bench")]
pub fn open_form_as_it_is(desk: Desk, form: Form) {
    let mut dossier = Dossier::empty(desk.today.year());
    dossier.plan.organs.push(Organ { id: doi_thoai::id::Id(1), ..Organ::default() });
    dossier.forms.push(form);
    dossier.next_id = 1_000_000;
    open_new(desk, &dossier);
}

/// Opens a form that came in as a file.
pub fn open_form(desk: Desk, form: Form) {
    let name = papers::words_of(&Dossier::empty(desk.today.year()), &form.title);
    open_as(desk, form, &name);
}

/// Shows the form that goes with the plan of a draft; makes one where there is none yet.
pub fn plan_form(session: Session) {
    let dossier = session.dossier_now();
    let mut collecting = dossier.plan.collecting.clone();
    if let Some(bound) = collecting.form.filter(|id| dossier.form(*id).is_some()) {
        return session.show(Shown::Form(bound));
    }
    // A template's own data is read by its test.
    let Some(Ok(mut form)) = FormTemplate::by_code("y-kien").map(|template| template.form()) else { return };
    // A handle that is still held would have the whole dossier copied.
    drop(dossier);
    form.renumber(|| session.new_id());
    let id = form.id;
    collecting.form = Some(id);
    // The title is the plan's: said there once, printed in both.
    let title = std::mem::take(&mut form.title);
    form.title.push_slot(Fact::FormTitle, Wording::Plain);
    if collecting.form_title.is_blank() {
        collecting.form_title = title;
    }
    session.add_form(form, Command::SetCollecting(collecting));
    session.show(Shown::Form(id));
}

/// The gallery.
#[component]
pub fn FormGallery() -> impl IntoView {
    let desk = use_desk();
    let messages = desk.messages();
    let entry = |template: FormTemplate| {
        let (name, hint) = words(messages, template.code);
        let paper = move || {
            let dossier = dossier_of(desk, template.form().ok()?);
            Some(papers::compose(&dossier, papers::PaperKind::Form, desk.today))
        };
        view! {
            <li class="template">
                <Miniature code=template.code paper=Box::new(paper)/>
                <h3>{name}</h3>
                <p>{hint}</p>
                <Action label=messages.use_form look=Look::Main on_press=Callback::new(move |()| if let Ok(form) = template.form() { open_as(desk, form, name) })/>
            </li>
        }
    };
    view! {
        <main class="home">
            <header class="home-head">
                <Action label=messages.back icon=Shape::Back on_press=Callback::new(move |()| desk.view.set(View::Home))/>
                <h2 tabindex="-1">{messages.choose_form}</h2>
            </header>
            <p class="lead">{messages.choose_form_hint}</p>
            <ul class="gallery">{FORM_TEMPLATES.into_iter().map(entry).collect_view()}</ul>
        </main>
    }
}
