//! The dossier page: every paper of the conference with what it still lacks; open, print, save one or all.

use std::collections::BTreeSet;

use doi_thoai::dossier::Dossier;
use doi_thoai::papers::{self, PaperKind, Stage};
use doi_thoai::proceedings::Proceedings;
use leptos::prelude::*;

use super::names::name;
use crate::browser;
use crate::designer::plan_form;
use crate::desk::use_desk;
use crate::exporting::{self, Format};
use crate::kit::{Action, Look, Row, Shape, memo, rows};
use crate::locales::fill;
use crate::printing;
use crate::session::{Session, Shown};
use crate::wizard::{Bar, save_when_leaving, shortcut};

/// The papers that a dossier has: all kinds, but what goes with a form only where there is one.
pub fn kinds(dossier: &Dossier) -> Vec<PaperKind> {
    let with_form = !dossier.forms.is_empty();
    let mut kinds: Vec<PaperKind> =
        PaperKind::ALL.into_iter().filter(|kind| with_form || *kind != PaperKind::Handout).collect();
    kinds.sort_by_key(|kind| papers::info(*kind).stage);
    kinds
}

/// Those that are left out of what is saved and printed together until the officer says so: what nothing is known for yet.
fn left_out_at_first(dossier: &Dossier) -> BTreeSet<PaperKind> {
    // Who is invited is known before.
    let Proceedings { opinions, counts, resolutions, chair, attended, held, .. } = &dossier.proceedings;
    let nothing_yet = opinions.is_empty()
        && counts.is_empty()
        && resolutions.is_empty()
        && chair.is_empty()
        && attended.is_none()
        && held.is_none();
    let after = |kind: &PaperKind| papers::info(*kind).stage == Stage::After;
    PaperKind::ALL.into_iter().filter(|kind| nothing_yet && after(kind)).collect()
}

/// Shows a paper, where it is worked on.
pub fn open(session: Session, kind: PaperKind) {
    match kind {
        PaperKind::Plan => session.show(Shown::Plan),
        PaperKind::Form => {
            plan_form(session);
            session.came_from(Shown::Papers);
        }
        kind => session.show(Shown::Paper(kind)),
    }
}

/// What the page says of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Standing {
    kind: PaperKind,
    /// How many questions are open.
    holes: usize,
    /// Whether it is there at all: a form that was never begun is not.
    begun: bool,
    /// Its size of paper, see [`printing::paper_size`].
    size: u32,
}

/// The page.
#[component]
pub fn PapersScreen(
    /// The draft.
    session: Session,
) -> impl IntoView {
    let desk = use_desk();
    let messages = desk.messages();
    let standings = memo(move || {
        let dossier = session.dossier();
        let standing = |kind: PaperKind| {
            let paper = papers::compose(&dossier, kind, session.today);
            let begun = kind != PaperKind::Form || !dossier.forms.is_empty();
            Standing { kind, holes: paper.holes(), begun, size: printing::paper_size(&paper) }
        };
        kinds(&dossier).into_iter().map(standing).collect::<Vec<_>>()
    });
    // Those that are left out of what is saved and printed together.
    let left_out = session.left_out(|| left_out_at_first(&session.dossier_now()));
    let chosen = move || {
        let is_in = |standing: &Standing| standing.begun && left_out.with(|out| !out.contains(&standing.kind));
        standings.with(|all| all.iter().filter(|standing| is_in(standing)).copied().collect::<Vec<_>>())
    };
    let count = memo(move || chosen().len());
    let chosen_now = move || untrack(chosen).into_iter().map(|standing| standing.kind).collect::<Vec<_>>();
    // What is enclosed with a plan that is printed is printed with it.
    let printed_now = move || {
        let mut kinds = chosen_now();
        if kinds.contains(&PaperKind::Plan) {
            let dossier = session.dossier_now();
            let enclosed = dossier.papers.get(&PaperKind::Plan).map(|own| own.enclosed.clone()).unwrap_or_default();
            kinds.retain(|kind| *kind == PaperKind::Plan || !enclosed.contains(kind));
        }
        kinds
    };
    let stage = move |stage: Stage, title: &'static str| {
        let entries = move || {
            let row = |standing: Standing| {
                let key = format!("{} {} {}", standing.kind.code(), standing.holes, standing.begun);
                Row::new(key, move || view! { <Entry session standing left_out/> }.into_any())
            };
            let of_stage = |standing: &Standing| papers::info(standing.kind).stage == stage;
            standings.get().into_iter().filter(of_stage).map(row).collect()
        };
        view! {
            <section class="stage">
                <h3>{title}</h3>
                <ul class="papers">{rows(entries)}</ul>
            </section>
        }
    };
    // Firefox prints all pages of a job on the paper of its first: there, a job for each size.
    let by_size = browser::prints_one_size();
    let print_buttons = move || {
        let mut sizes: Vec<u32> = chosen().iter().map(|standing| standing.size).collect();
        sizes.sort_unstable();
        sizes.dedup();
        sizes.reverse();
        let sizes: Vec<Option<u32>> =
            if by_size && sizes.len() > 1 { sizes.into_iter().map(Some).collect() } else { vec![None] };
        let button = |size: Option<u32>| {
            let label = match size {
                Some(size) => fill(messages.print_all_of, &[("size", if size == 148 { "A5" } else { "A4" })]),
                None => messages.print_all.to_owned(),
            };
            Row::new(label.clone(), move || {
                let press = Callback::new(move |()| printing::print_all(desk, session, &printed_now(), size));
                view! { <Action label icon=Shape::Print disabled=Signal::derive(move || count.get() == 0) on_press=press/> }
                    .into_any()
            })
        };
        sizes.into_iter().map(button).collect()
    };
    save_when_leaving(session);
    let on_key = move |event| shortcut(session, &event, &|| printing::print_all(desk, session, &printed_now(), None));
    view! {
        <div class="wizard of-papers" tabindex="-1" on:keydown=on_key>
            <main class="questions papers-page" tabindex="-1">
                <h2 tabindex="-1">{messages.papers}</h2>
                <p class="lead">{messages.papers_hint}</p>
                <div class="papers-all">
                    <span class="chosen-count">{move || fill(messages.papers_chosen, &[("n", &count.get().to_string())])}</span>
                    <Action label=messages.save_all look=Look::Main icon=Shape::Save disabled=Signal::derive(move || count.get() == 0)
                        on_press=Callback::new(move |()| exporting::save_all(desk, session, chosen_now()))/>
                    {rows(print_buttons)}
                    <span class="grow"></span>
                    <Action label=messages.choose_all on_press=Callback::new(move |()| left_out.set(BTreeSet::new()))/>
                    <Action label=messages.choose_none on_press=Callback::new(move |()| left_out.set(PaperKind::ALL.into()))/>
                </div>
                {stage(Stage::Before, messages.papers_before)}
                {stage(Stage::At, messages.papers_at)}
                {stage(Stage::After, messages.papers_after)}
                <section class="stage">
                    <h3>{messages.word_with_draft}</h3>
                    <p class="hint">{messages.word_with_draft_hint}</p>
                    <Action label=messages.word_with_draft icon=Shape::Save on_press=Callback::new(move |()| exporting::save(desk, session, PaperKind::Plan, Format::WordWithDraft))/>
                </section>
            </main>
            <Bar session back=Some(Shown::Plan)/>
        </div>
    }
}

/// One paper of the page.
#[component]
fn Entry(session: Session, standing: Standing, left_out: RwSignal<BTreeSet<PaperKind>>) -> impl IntoView {
    let desk = use_desk();
    let messages = desk.messages();
    let Standing { kind, holes, begun, .. } = standing;
    let title = name(messages, kind);
    let state = match (begun, holes) {
        (false, _) => messages.paper_not_begun.to_owned(),
        (true, 0) => messages.complete.to_owned(),
        (true, n) => fill(messages.lacks, &[("n", &n.to_string())]),
    };
    let toggle = move |event| {
        let take = event_target_checked(&event);
        left_out.update(|out| {
            if take {
                out.remove(&kind);
            } else {
                out.insert(kind);
            }
        });
    };
    let named = move |action: &str| format!("{action}: {title}");
    let info = papers::info(kind);
    let plan = session.own_paper(PaperKind::Plan);
    let listed = plan.clone();
    let is_enclosed = memo(move || listed.with(|plan| plan.enclosed.contains(&kind)));
    let enclose = move |event| {
        let on = event_target_checked(&event);
        plan.set(|plan| {
            plan.enclosed.retain(|other| *other != kind);
            if on {
                plan.enclosed.push(kind);
            }
        });
    };
    view! {
        <li class="paper-row" data-paper=kind.code()>
            <input type="checkbox" aria-label=named(messages.paper_take) disabled=!begun prop:checked=move || begun && left_out.with(|out| !out.contains(&kind)) on:change=toggle/>
            <button type="button" class="draft-name" on:click=move |_| open(session, kind)>{title}</button>
            {(begun && info.enclosed).then(|| view! {
                <label class="enclose"><input type="checkbox" prop:checked=move || is_enclosed.get() on:change=enclose/>{messages.paper_enclose}</label>
            })}
            <span class="lacks" class:some=!begun || holes != 0>{state}</span>
            <span class="draft-actions">
                {begun.then(|| view! {
                    <Action label=messages.print look=Look::Quiet icon=Shape::Print on_press=Callback::new(move |()| print(session, kind))/>
                    <button type="button" class="button" aria-label=named("Word") on:click=move |_| exporting::save(desk, session, kind, Format::Word)>"Word"</button>
                })}
                {(begun && info.table).then(|| view! {
                    <button type="button" class="button" aria-label=named("Excel") on:click=move |_| exporting::save(desk, session, kind, Format::Workbook)>"Excel"</button>
                })}
            </span>
        </li>
    }
}

/// Prints a paper, a form with its first batch of copies.
fn print(session: Session, kind: PaperKind) {
    let desk = session.desk();
    match (kind, session.dossier_now().forms.first()) {
        (PaperKind::Form, Some(form)) => printing::print_form(desk, session, form.id, 0),
        _ => printing::print_paper(desk, session, kind),
    }
}
