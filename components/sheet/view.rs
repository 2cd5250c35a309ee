//! The paper beside the questions: zoom, page x of y, the way from a paragraph to its question and back.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use doi_thoai::document::Document;
use doi_thoai::render::html::decimal;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, Element, HtmlElement, MouseEvent, Node};

use super::nodes::MARK;
use super::{Parts, Stretch};
use crate::browser::{all, sheets, window};
use crate::kit::{Action, Look, Shape, memo, watch};
use crate::locales::{Messages, fill};

/// Steps of zoom in percent.
const ZOOMS: [u32; 8] = [40, 50, 67, 80, 100, 125, 150, 200];
/// CSS px in a mm.
const PX_PER_MM: f64 = 96.0 / 25.4;
/// The gap below a page in CSS px, as the style sheet has it.
const GAP_PX: f64 = 16.0;

/// A sheet that is worked on itself: what lies over its pages, and who is told of them.
#[derive(Clone, Copy)]
pub struct Canvas {
    /// Holds the pages, scaled.
    pub pages: NodeRef<Div>,
    /// Scrolls.
    pub desk: NodeRef<Div>,
    /// Changes when pages were drawn or scaled anew.
    pub drawn: RwSignal<u32>,
    /// The scale of the pages.
    pub scale: RwSignal<f64>,
    /// Whether it is worked on now; else a press leads to a question.
    pub on: Signal<bool>,
    /// Told when a page is pressed.
    pub on_press: Callback<MouseEvent>,
}

/// The live parts of one sheet.
struct Live {
    pages: Parts,
    rules: CssStyleSheet,
    /// What has adopted the rules.
    root: Node,
}

/// The paper.
#[component]
pub fn Sheet(
    /// The composed paper.
    #[prop(into)]
    paper: Signal<Arc<Document>>,
    /// The marks of what is worked on: of the question that is being answered, of what is chosen on the sheet.
    #[prop(into)]
    edited: Signal<Vec<u32>>,
    /// A place to bring into view without marking it: the first that the step shown asks for.
    #[prop(into)]
    sought: Signal<Option<u32>>,
    /// Told how many pages there are, and how many lines stand on the last.
    #[prop(optional)]
    pages: Option<RwSignal<(usize, usize)>>,
    /// Told when a stretch of the paper is pressed.
    on_pick: Callback<u32>,
    /// Where the sheet itself is worked on: by whom.
    #[prop(optional)]
    canvas: Option<Canvas>,
    /// What lies over the pages, not scaled with them.
    #[prop(optional)]
    over: Option<AnyView>,
    /// The words of the screen.
    messages: &'static Messages,
) -> impl IntoView {
    let desk = canvas.map_or_else(NodeRef::<Div>::new, |canvas| canvas.desk);
    let holder = canvas.map_or_else(NodeRef::<Div>::new, |canvas| canvas.pages);
    let is_worked_on = move || canvas.is_some_and(|canvas| canvas.on.get_untracked());
    let live: Rc<RefCell<Option<Live>>> = Rc::default();
    // In percent; none is as wide as there is room.
    let zoom = RwSignal::new(None::<u32>);
    let width = RwSignal::new(0_u32);
    let stretches = RwSignal::new(Vec::<Stretch>::new());
    let count = memo(move || stretches.with(|all| all.iter().map(|stretch| stretch.pages).sum::<usize>() as u32));
    let current = RwSignal::new(1_u32);
    // The paper's own page in CSS px at 100 %: what is enclosed is shown at the same scale.
    let page = memo(move || paper.with(|paper| paper.format.page));
    let page_width = move || f64::from(page.get().width) * PX_PER_MM;

    // In whole percents, so that the scale that is drawn is the one that is told.
    let percent = memo(move || {
        let fitting = || ((f64::from(width.get()) - 32.0) / page_width() * 100.0).floor().clamp(30.0, 130.0) as u32;
        zoom.get().unwrap_or_else(fitting)
    });

    // The desk's width decides what fits; it changes with the window and with the host page.
    watch(move |_| {
        let Some(desk) = desk.get() else { return };
        width.set(width_of(&desk));
        let watched = desk.clone();
        let told = Closure::<dyn FnMut()>::new(move || {
            let now = width_of(&watched);
            if width.try_get_untracked().is_some_and(|before| before != now) {
                // Not inside the observer: what is laid out anew there would be reported as a loop to the host page.
                request_animation_frame(move || {
                    width.try_set(now);
                });
            }
        });
        if let Ok(observer) = web_sys::ResizeObserver::new(told.as_ref().unchecked_ref()) {
            observer.observe(&desk);
            let kept = StoredValue::new_local((observer, told));
            on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
        }
    });

    // Another paper's rules must not reach into the next one that is shown here.
    let ended = StoredValue::new_local(Rc::clone(&live));
    on_cleanup(move || {
        if let Some(live) = ended.try_with_value(|live| live.borrow_mut().take()).flatten() {
            // A browser that refuses leaves rules that nothing bears.
            let _ = sheets::abandon(&live.root, &live.rules);
        }
    });
    let drawing = Rc::clone(&live);
    watch(move |_| {
        let Some(holder) = holder.get() else { return };
        let paper = paper.get();
        let mut live = drawing.borrow_mut();
        if live.is_none() {
            *live = start(&holder);
        }
        if let Some(live) = live.as_mut() {
            let changed = draw(live, &paper);
            let now = live.pages.stretches();
            stretches.maybe_update(|told| {
                *told != now && {
                    *told = now;
                    true
                }
            });
            if let Some(pages) = pages {
                let now = (live.pages.count(), live.pages.lines_on_last());
                pages.maybe_update(|told| std::mem::replace(told, now) != now);
            }
            edited.with_untracked(|marks| {
                if !marks.is_empty() {
                    let changed = live.pages.elements().enumerate().filter(|(number, _)| changed.contains(number));
                    changed.for_each(|(_, page)| add_marks(page, marks));
                }
            });
            if let Some(canvas) = canvas {
                canvas.drawn.update(|count| *count = count.wrapping_add(1));
            }
        }
    });
    watch(move |_| {
        let marks = edited.get();
        if let Some(holder) = holder.get() {
            highlight(&holder, &marks);
            // Who works on the sheet itself has what is worked on before them.
            if let (Some(desk), false) = (desk.get_untracked(), is_worked_on()) {
                bring_into_view(&desk, &holder, marks.first().copied());
            }
        }
    });
    watch(move |_| {
        if let (Some(mark), Some(holder), Some(desk)) = (sought.get(), holder.get(), desk.get()) {
            bring_into_view(&desk, &holder, Some(mark));
        }
    });
    // The scaled box keeps the room of its unscaled size unless told otherwise.
    watch(move |_| {
        let (Some(holder), percent) = (holder.get(), percent.get()) else { return };
        let scale = f64::from(percent) / 100.0;
        let style = HtmlElement::style(&holder);
        let _ = style.set_property("transform", &scaled(scale));
        let (mut width, mut height) = (page_width(), 0.0);
        stretches.with(|all| {
            for stretch in all {
                width = f64::max(width, f64::from(stretch.page.width) * PX_PER_MM);
                height += page_height(stretch) * stretch.pages as f64;
            }
        });
        if let Some(frame) = holder.parent_element().and_then(|frame| frame.dyn_into::<HtmlElement>().ok()) {
            let style = HtmlElement::style(&frame);
            let _ = style.set_property("width", &px(width * scale));
            let _ = style.set_property("height", &px(height * scale));
        }
        if let Some(canvas) = canvas {
            canvas.scale.set(scale);
            canvas.drawn.update(|count| *count = count.wrapping_add(1));
        }
    });

    let on_click = move |event: MouseEvent| {
        if let (Some(canvas), true) = (canvas, is_worked_on()) {
            return canvas.on_press.run(event);
        }
        let mark = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|element| element.closest("[data-mark]").ok().flatten())
            .and_then(|element| element.get_attribute(MARK)?.parse().ok());
        if let Some(mark) = mark {
            on_pick.run(mark);
        }
    };
    let on_scroll = move |_| {
        if let Some(desk) = desk.get_untracked() {
            let mut left = f64::from(desk.scroll_top()) + f64::from(desk.client_height()) / 3.0;
            let mut at = 0.0;
            stretches.with_untracked(|all| {
                for stretch in all {
                    let page = page_height(stretch) * f64::from(percent.get_untracked()) / 100.0;
                    let passed = (left / page).clamp(0.0, stretch.pages as f64);
                    at += passed;
                    left -= passed * page;
                }
            });
            current.set((at as u32 + 1).min(count.get_untracked()));
        }
    };
    let step = move |up: bool| {
        let now = percent.get_untracked();
        let next =
            if up { ZOOMS.iter().find(|zoom| **zoom > now) } else { ZOOMS.iter().rev().find(|zoom| **zoom < now) };
        if let Some(next) = next {
            zoom.set(Some(*next));
        }
    };
    view! {
        <div class="sheet" role="region" aria-label=messages.paper_label>
            <div class="desk" node_ref=desk tabindex="0" aria-label=messages.paper_label on:scroll=on_scroll>
                <div class="frame">
                    <div class="pages" node_ref=holder on:click=on_click></div>
                    {over}
                </div>
            </div>
            <div class="sheet-bar">
                <span aria-live="off">{move || fill(messages.page_of, &[("n", &current.get().min(count.get()).to_string()), ("all", &count.get().to_string())])}</span>
                <Action label=messages.zoom_out look=Look::Quiet icon=Shape::Less on_press=Callback::new(move |()| step(false))/>
                <span class="zoom">{move || format!("{} %", percent.get())}</span>
                <Action label=messages.zoom_in look=Look::Quiet icon=Shape::Add on_press=Callback::new(move |()| step(true))/>
                <Action label=messages.fit_width on_press=Callback::new(move |()| zoom.set(None))/>
            </div>
        </div>
    }
}

/// A length in CSS px as a style property says it.
pub fn px(length: f64) -> String {
    format!("{}px", decimal(length as f32))
}

/// A scale as a style property says it.
pub fn scaled(scale: f64) -> String {
    format!("scale({})", decimal(scale as f32))
}

fn width_of(desk: &Element) -> u32 {
    u32::try_from(desk.client_width()).unwrap_or(0)
}

/// The height of a page in CSS px at 100 %, with the gap below it.
fn page_height(stretch: &Stretch) -> f64 {
    f64::from(stretch.page.height) * PX_PER_MM + GAP_PX
}

fn start(holder: &Element) -> Option<Live> {
    let pages = Parts::new(holder, &holder.parent_element()?, "p");
    let root = holder.get_root_node();
    let rules = sheets::adopt(&window(), &root, "").ok()?;
    Some(Live { pages, rules, root })
}

/// Draws a paper; the numbers of the page boxes (from 0) that changed.
fn draw(live: &mut Live, paper: &Document) -> Vec<usize> {
    if let Some(rules) = live.pages.rules(std::iter::once(paper)) {
        // A browser that refuses a sheet of rules shows the paper in its own.
        let _ = sheets::replace(&live.rules, &rules);
    }
    live.pages.show(std::iter::once(paper))
}

/// Marks the stretches that are worked on, and no others.
fn highlight(holder: &Element, marks: &[u32]) {
    for element in all(holder, ".edited") {
        let _ = element.class_list().remove_1("edited");
    }
    add_marks(holder, marks);
}

fn add_marks(within: &Element, marks: &[u32]) {
    // One look at everything is cheaper than a search for each of many.
    let found = match marks {
        [] => return,
        [mark] => all(within, &format!("[{MARK}=\"{mark}\"]")),
        _ => all(within, &format!(".group[{MARK}]")),
    };
    for element in found {
        let mark = element.get_attribute(MARK).and_then(|mark| mark.parse().ok());
        if mark.is_some_and(|mark| marks.contains(&mark)) {
            let _ = element.class_list().add_1("edited");
        }
    }
}

/// Scrolls the desk, and nothing else, so that the first marked stretch can be seen.
fn bring_into_view(desk: &Element, holder: &Element, mark: Option<u32>) {
    let Some(found) = mark.and_then(|mark| holder.query_selector(&format!("[{MARK}=\"{mark}\"]")).ok().flatten())
    else {
        return;
    };
    let (seen, target) = (desk.get_bounding_client_rect(), found.get_bounding_client_rect());
    if target.top() < seen.top() || target.bottom() > seen.bottom() {
        let by = target.top() - seen.top() - seen.height() / 3.0;
        desk.set_scroll_top(desk.scroll_top() + by as i32);
    }
}
