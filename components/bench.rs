//! Hooks of a bench build: `?bench=N` shows the designer with N questions, whose elements say which they are. Not part of
//! a release.

use doi_thoai::form::{Form, FormBlock, FormItem, Kind};
use doi_thoai::id::Id;
use doi_thoai::text::Text;
use web_sys::Element;

use crate::browser::window;
use crate::designer::open_form_as_it_is;
use crate::desk::Desk;

/// The mark of question 1 is one more; the questions' marks follow each other.
const FIRST: u32 = 1000;
const MOST: u32 = 10_000;

/// How many questions the page's address asks for.
fn asked() -> Option<u32> {
    let search = window().location().search().ok()?;
    let count = search.trim_start_matches('?').split('&').find_map(|part| part.strip_prefix("bench="))?;
    Some(count.parse::<u32>().ok()?.min(MOST))
}

/// Shows the designer, where the page's address asks for it.
pub fn show(desk: Desk) {
    let Some(count) = asked() else { return };
    let _ = js_sys::Reflect::set(&window(), &"__wasmMemory".into(), &wasm_bindgen::memory());
    let mut next = FIRST + MOST;
    let mut option = |text: &str| {
        next += 1;
        FormItem { id: Id(next), text: Text::words(text), ..FormItem::default() }
    };
    let block = |number: u32| {
        let (kind, lines) = match number % 5 {
            1 => (Kind::Single, 0),
            2 => (Kind::Multiple, 0),
            3 => (Kind::Open, 1),
            4 => (Kind::Open, 4),
            _ => (Kind::Number, 0),
        };
        let options: &[&str] = match kind {
            Kind::Single | Kind::Multiple => &["Very good", "Good", "Average", "Poor", "Very poor"],
            _ => &[],
        };
        let title = format!("Question {number}: how do you rate this service of the commune?");
        let options = options.iter().map(|text| option(text)).collect();
        FormBlock { id: Id(FIRST + number), kind, title: Text::words(title), options, lines, ..FormBlock::default() }
    };
    let blocks = (1..=count).map(block).collect();
    open_form_as_it_is(desk, Form { id: Id(2), title: Text::words("Bench"), blocks, ..Form::default() });
}

/// Says of an element which question it is, or that it is its title.
pub fn label(element: &Element, mark: u32) {
    let Some(number) = mark.checked_sub(FIRST).filter(|number| (1..=MOST).contains(number)) else { return };
    let class = element.class_name();
    let (name, value) = match element.tag_name().as_str() {
        "DIV" if class.contains("group") => ("data-bench", format!("q{number}")),
        "SPAN" => ("data-bench-title", String::new()),
        _ => return,
    };
    let _ = element.set_attribute(name, &value);
}
