//! An element that a portal takes out and puts back goes on where it was, and no load of a page takes the focus.

use serde_json::Value;

use super::super::check;
use crate::Result;
use crate::case::Case;
use crate::screen::UBND;

const NAME: &str = "Tên địa bàn";

/// Takes an element out and puts it back; it must have been emptied between.
const OUT_AND_IN: &str = "(async () => { const it = window.moved, around = it.parentNode; it.remove(); \
    await new Promise((then) => setTimeout(then, 100)); window.emptied = it.shadowRoot.childElementCount === 0; \
    around.append(it); return null; })()";

fn page(body: &str) -> String {
    format!(
        "<!doctype html><html lang='vi'><head><meta charset='utf-8'><title>portal</title>\
         <script src='/doi-thoai.js' defer></script></head><body>{body}</body></html>"
    )
}

fn out_and_in(case: &Case, element: &str, ready: usize) -> Result<()> {
    case.eval::<Value>(&format!("(window.moved = document.querySelector('{element}'), null)"))?;
    case.eval::<Value>(OUT_AND_IN)?;
    check!(case.eval("window.emptied")?, "an element that was taken out is still mounted");
    case.ready(ready)
}

/// With a full store, with two of one scope, with a draft asked for; then the page's own focus and early properties.
pub fn run(case: &Case) -> Result<()> {
    full_store(case)?;
    no_copies(case)?;
    gallery(case)?;
    focus_stays(case)?;
    early(case)?;
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}

/// What could be stored nowhere is on the screen again, told as unsaved, and saved once there is room.
fn full_store(case: &Case) -> Result<()> {
    case.server.page("/full.html", &page("<doi-thoai store='day'></doi-thoai>"));
    case.open_path("/full.html")?;
    case.ready(1)?;
    let height: f64 = case.eval("probe.one('.root').getBoundingClientRect().height")?;
    check!(height == case.eval::<f64>("Math.min(800, innerHeight)")?, "without a height it is {height} px high");
    case.start_plan(UBND)?;
    case.fill(NAME, 0, "Hồng Phong")?;
    case.saved()?;
    case.eval::<Value>(crate::tests::drafts_full::FILL)?;
    let long = "Hồng Hà ".repeat(8_000);
    case.paste(NAME, 0, long.trim_end())?;
    case.wait_for("probe.one('.status.failed')")?;
    out_and_in(case, "doi-thoai", 2)?;
    case.wait_for("probe.one('.wizard') && probe.one('.page')")?;
    check!(case.value(NAME, 0)?.starts_with("Hồng Hà"), "what could not be stored is gone: {:?}", case.value(NAME, 0)?);
    case.wait_for("probe.one('.status.failed')")?;
    case.eval::<Value>("localStorage.removeItem('another') ?? null")?;
    case.fill(NAME, 0, "Hồng Bàng")?;
    case.saved()?;
    case.draft_id()?;
    Ok(())
}

/// No way out and in makes another draft, whatever the element was asked to open at first.
fn no_copies(case: &Case) -> Result<()> {
    case.server.page(
        "/two.html",
        &page(
            "<main><doi-thoai id='one' store='hai' height='640'></doi-thoai></main>\
               <aside><doi-thoai id='two' store='hai' height='640'></doi-thoai></aside>",
        ),
    );
    case.open_path("/two.html")?;
    case.ready(2)?;
    let give = "fetch('/samples/tan-yen-2024.json').then((it) => it.json()).then((it) => { \
        for (const id of ['one', 'two']) { it.data.name = id; document.getElementById(id).draft = it; } return null; })";
    case.eval::<Value>(give)?;
    case.saved()?;
    let of_scope = "Object.keys(probe.stored()).filter((key) => key.includes('/hai/')).length";
    check!(case.eval::<u32>(of_scope)? == 2, "two drafts were expected");
    out_and_in(case, "#one", 3)?;
    check!(case.eval::<String>("document.getElementById('one').draft.data.name")? == "one", "another draft came back");
    // Asked for one, gone on to another, and back.
    case.eval::<Value>(
        "(document.getElementById('one').setAttribute('draft', Object.keys(probe.stored()).find((key) => key.includes('/hai/')).split('/').pop()), null)",
    )?;
    out_and_in(case, "#two", 4)?;
    out_and_in(case, "#one", 5)?;
    out_and_in(case, "#one", 6)?;
    check!(case.eval::<u32>(of_scope)? == 2, "moving has made copies");
    // What was taken out listens no more: it would find that another had saved.
    case.fill(NAME, 0, "Hồng Phong")?;
    case.saved()?;
    out_and_in(case, "#one", 7)?;
    case.wait_for("probe.one('.wizard') && probe.one('.page')")?;
    case.fill(NAME, 0, "Hồng Hà")?;
    case.saved()?;
    case.eval::<Value>("(document.dispatchEvent(new Event('visibilitychange')), null)")?;
    let of_tabs: Vec<String> = case.eval("Object.keys(localStorage).filter((key) => /\\/v\\/.*-/.test(key))")?;
    check!(of_tabs.is_empty(), "kept of windows that are none: {of_tabs:?}");
    Ok(())
}

/// What was asked for and not begun is asked for again.
fn gallery(case: &Case) -> Result<()> {
    case.server.page("/gallery.html", &page("<doi-thoai store='mau' view='plan' height='640'></doi-thoai>"));
    case.open_path("/gallery.html")?;
    case.ready(1)?;
    case.wait_for("probe.all('.template').length === 8")?;
    out_and_in(case, "doi-thoai", 2)?;
    case.wait_for("probe.all('.template').length === 8")?;
    Ok(())
}

/// A page that is loaded with an open draft keeps its own focus, and stays where it was scrolled to.
fn focus_stays(case: &Case) -> Result<()> {
    case.server.page(
        "/search.html",
        &page("<input id='search' autofocus><p style='height:2000px'>Tin tức</p><doi-thoai store='day' height='640'></doi-thoai>"),
    );
    case.open_path("/search.html")?;
    case.ready(1)?;
    // The draft of this tab is opened by itself.
    case.wait_for("probe.one('.wizard') && probe.one('.page')")?;
    case.wait_for("new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(() => then(true))))")?;
    let active: String = case.eval("document.activeElement.id")?;
    check!(active == "search", "the focus is on {active:?}");
    Ok(())
}

/// Frameworks set properties before the tag is known, and set what they have not got yet.
fn early(case: &Case) -> Result<()> {
    for value in ["null", "undefined", "'text'"] {
        let body = format!(
            "<doi-thoai store='som' height='640'></doi-thoai><script>document.querySelector('doi-thoai').draft = {value}</script>"
        );
        case.server.page("/early.html", &page(&body));
        case.open_path("/early.html")?;
        case.ready(1).map_err(|error| format!("draft = {value}: {error}"))?;
        case.wait_for("probe.one('.door')")?;
    }
    check!(case.eval("probe.events.some((event) => event.code === 'draft')")?, "a text for a draft is not told");
    Ok(())
}
