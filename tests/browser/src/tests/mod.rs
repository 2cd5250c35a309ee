//! The tests, a file each.

mod accessibility;
mod bad_input;
mod batch;
pub mod blank_forms;
mod calendar;
mod card_drag;
mod comparing;
mod designer;
mod dossier;
mod drafts;
mod drafts_damaged;
mod drafts_full;
mod drafts_killed;
mod drafts_tabs;
mod element;
mod element_api;
mod fault_summary;
mod first_plan;
mod font;
mod form_file;
mod hostile;
mod hosts;
mod importing;
mod keyboard_only;
mod margins;
mod narrow;
mod pages;
mod plan_form;
mod print_button;
mod print_page;
mod quiet;
mod renewing;
mod rules;
mod schedule;
mod single_file;
mod start;
mod timeline;
mod two_sides;
mod two_windows;
mod typing;
mod undo_redo;
mod versions;
mod word_pages;

use crate::Result;
use crate::browser::Kind;
use crate::case::Case;

/// One test.
pub struct Test {
    /// Its file's name.
    pub name: &'static str,
    /// What it shows, in a sentence.
    pub what: &'static str,
    /// The browsers that it is for.
    pub browsers: &'static [Kind],
    /// Whether it wants the build with the bench hooks.
    pub bench: bool,
    /// The test.
    pub run: fn(&Case) -> Result<()>,
}

const BOTH: &[Kind] = &[Kind::Chromium, Kind::Firefox];

const fn test(name: &'static str, what: &'static str, run: fn(&Case) -> Result<()>) -> Test {
    Test { name, what, browsers: BOTH, bench: false, run }
}

/// All tests, in the order in which they run.
pub const TESTS: &[Test] = &[
    test("start", "the page opens, is ready and shows the program", start::run),
    test(
        "strict_policy",
        "an element and a placeholder run under the contract's policy without one report",
        hosts::strict_policy,
    ),
    test(
        "portal",
        "a portal with a 10 px root and loud rules does not reach into the element, nor the element out",
        hosts::portal,
    ),
    test("hosts", "in each page of the table: started, written, saved, printed, exported, found again", hosts::all),
    test("framed", "the page in a frame of fixed height on another server", hosts::framed),
    test("frame_height", "frames follow what their own pages want, and no forged message", hosts::measured),
    test("sandboxed", "a locked frame says so and shows the way out; a server may let it run", hosts::sandboxed),
    test(
        "own_page",
        "the own page takes its element's attributes from its address, a portal's page does not",
        hosts::own_page,
    ),
    test("guide", "the guide for webmasters reads well, what it says to paste works, its sums are right", hosts::guide),
    test(
        "comes_back",
        "an element that is taken out and put back goes on with its work, and a page keeps its focus",
        hosts::comes_back,
    ),
    test("stopped", "after a panic every element says so, saves nothing more, and gives what is saved", hosts::stopped),
    test(
        "single_file",
        "the page in one file, from file://: a plan, its Word file, an old paper, a form",
        single_file::run,
    ),
    test("blank_forms", "500 numbered forms, two on a sheet, from the home page", blank_forms::run),
    test("plan_form", "the opinion form of a plan is changed in its properties and follows the plan", plan_form::run),
    test("designer_mouse", "a form from nothing by the mouse, taken back and done again", designer::by_mouse),
    test("designer_keys", "the same form by keys alone", designer::by_keys),
    test("designer_touch", "the same form by a finger", designer::by_touch),
    Test {
        name: "designer_bench",
        what: "a bench build shows the designer with as many questions as its address asks for",
        browsers: BOTH,
        bench: true,
        run: designer::bench_hooks,
    },
    test("designer_more", "the palette dragged, lists pasted, kinds changed, own blocks kept", designer::more),
    test("designer_slips", "what a hand does without thinking on the sheet costs nobody their words", designer::slips),
    test("typing_in_place", "Telex and composed syllables on the sheet of a form", typing::run_in_place),
    test("form_file", "a form goes out as a file and comes in again; extremes are borne", form_file::run),
    test("margins", "what stands in the margins of a form, and its stub, keep clear of each other", margins::run),
    test("batch", "a batch that takes its time says how far it is, and can be stopped", batch::run),
    test("two_sides", "no copy begins on the back of another", two_sides::run),
    test("schedule", "a table's head stands on every page, its rows are whole and in order", schedule::run),
    test("quiet", "nothing is fetched once the element is ready", quiet::run),
    test("element", "elements may be made before they are shown, and leave before they are there", element::run),
    test(
        "faults",
        "what keeps the program from starting is told in the element, with the way out, and by an event",
        hosts::faults,
    ),
    test(
        "first_plan",
        "a first plan: every step, what is typed is on the sheet, saved, and there after a reload",
        first_plan::run,
    ),
    test(
        "typing",
        "Telex as UniKey sends it and composed syllables go into the middle of a text and out again by one undo",
        typing::run,
    ),
    test(
        "print_page",
        "a page with view=\"print\" becomes the paper, and the printer makes A4 pages of it with every word",
        print_page::run,
    ),
    test(
        "pages",
        "a long plan breaks well: no heading last, no signature alone, numbers from 2, every word there",
        pages::run,
    ),
    test("font", "the papers' font has every Vietnamese letter and comes from the release", font::run),
    test(
        "print_button",
        "the print button prints a frame that holds what the page of the paper holds",
        print_button::run,
    ),
    Test {
        browsers: &[Kind::Chromium],
        ..test("accessibility", "axe-core finds nothing on any screen", accessibility::run)
    },
    test("narrow", "on a narrow screen all is there, large enough, and nothing is wider than the screen", narrow::run),
    test("keyboard_only", "a plan is started, written, ordered and printed by the keyboard alone", keyboard_only::run),
    test(
        "card_drag",
        "a card dragged by mouse or finger moves on the screen and on the sheet, and back by one undo",
        card_drag::run,
    ),
    test(
        "fault_summary",
        "going on past unreadable fields shows a summary that has the focus and leads to each",
        fault_summary::run,
    ),
    test("calendar", "a day picked on a field's calendar is in the field and on the sheet, as one step", calendar::run),
    test("undo_redo", "every change can be taken back and done again", undo_redo::run),
    test(
        "drafts",
        "drafts are renamed, doubled, deleted and brought back, saved as files and opened again",
        drafts::run,
    ),
    test(
        "importing",
        "an old plan comes in: pasted, corrected beside its source, made a draft; what is none is told what it is",
        importing::run,
    ),
    test("renewing", "an old plan is moved to this year, in one step or as a new draft", renewing::run),
    test("comparing", "two drafts, or a draft and its copy from before, side by side", comparing::run),
    test(
        "timeline",
        "the timeline: seen, heard, printed turned; a press on an entry leads to its question",
        timeline::run,
    ),
    test("dossier", "all papers of a dossier: worked on, enclosed, printed, saved, and opened again", dossier::run),
    Test {
        browsers: &[Kind::Chromium],
        ..test("word_pages", "the pages of a Word file break where the sheet's do", word_pages::run)
    },
    test(
        "rules",
        "what is wrong in a plan is listed, explained, led to, repaired, and can be switched off",
        rules::run,
    ),
    test("bad_input", "what is wrong is told and kept, what is strange stays text", bad_input::run),
    test("drafts_killed", "what was saved is there whenever the process that shows the page dies", drafts_killed::run),
    test("drafts_tabs", "two windows type into one draft: what each was told to be saved is kept", drafts_tabs::run),
    test(
        "drafts_full",
        "a full store is told, loses nothing, and is written again once there is room",
        drafts_full::run,
    ),
    test("drafts_damaged", "a stored text damaged anywhere is told, kept, and its copy opened", drafts_damaged::run),
    test(
        "hostile",
        "no script of a draft or a file runs; what is none is told in a sentence; the page goes on",
        hostile::run,
    ),
    test(
        "two_windows",
        "one draft in two windows: one writes, the other looks on or takes over",
        two_windows::with_locks,
    ),
    test("two_unlocked", "the same without the browser's locks: told, and nothing lost", two_windows::without_locks),
    test(
        "versions",
        "copies of a draft are kept and gone back to; everything is saved as one file, removed, and opened again",
        versions::run,
    ),
    test("element_api", "a host page sets, gets, exports and hears of a draft", element_api::run),
];

/// Fails a test with a message unless something holds.
macro_rules! check {
    ($holds:expr, $($message:tt)+) => {
        if !$holds {
            return Err(format!($($message)+).into());
        }
    };
}
use check;
