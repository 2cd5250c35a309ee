//! A phone held upright.

use serde_json::Value;

use super::check;
use crate::Result;
use crate::browser::Kind;
use crate::case::Case;
use crate::screen::{FORM_STEPS, STEPS, UBND};

/// Every screen at 390 × 844.
pub fn run(case: &Case) -> Result<()> {
    if case.kind() == Kind::Firefox {
        // Firefox has no window as narrow as that; the page stands in a frame of this size.
        case.server.page(
            "/phone.html",
            "<!doctype html><html><head><title>phone</title><style>body { margin: 0 } iframe { display: block; border: 0; \
             width: 390px; height: 844px }</style></head><body><iframe src='/'></iframe></body></html>",
        );
        case.open_path("/phone.html")?;
        case.enter_frame(0)?;
        case.ready(1)?;
        check!(case.eval("innerWidth === 390 && innerHeight === 844")?, "the frame has another size");
    } else {
        case.size(390, 844)?;
        case.open_home()?;
    }
    let mut wrong = fits(case, "home")?;
    case.picture("home")?;
    case.press("Soạn kế hoạch")?;
    case.wait_for("probe.all('.template').length === 8")?;
    wrong.extend(fits(case, "gallery")?);
    case.picture("gallery")?;
    case.use_template(UBND)?;
    case.wait_for("probe.one('.wizard')")?;
    for (at, step) in STEPS.iter().enumerate() {
        // The list of steps is a box to choose from here.
        case.eval::<Value>(&format!(
            "(() => {{ const it = probe.one('.steps select'); it.value = '{at}'; \
             it.dispatchEvent(new Event('change', {{ bubbles: true }})); return null; }})()"
        ))?;
        case.at_step(step)?;
        wrong.extend(fits(case, step)?);
        case.picture(&format!("step-{:02}", at + 1))?;
    }
    case.eval::<Value>(
        "(() => { const it = probe.one('.steps select'); it.value = '0'; it.dispatchEvent(new Event('change', { bubbles: true })); return null; })()",
    )?;
    case.at_step(STEPS[0])?;
    case.fill("Tên địa bàn", 0, "Hồng Phong")?;
    let name = case.value("Tên địa bàn", 0)?;
    check!(name == "Hồng Phong", "the field holds {name:?}");

    check!(!case.eval::<bool>("probe.seen(probe.one('.sheet'))")?, "the paper is shown beside the questions");
    case.press("Tờ giấy")?;
    check!(
        case.eval("probe.seen(probe.one('.sheet')) && !probe.seen(probe.one('.questions'))")?,
        "the tab does not show the paper alone"
    );
    case.sheet_says("Hồng Phong")?;
    wrong.extend(fits(case, "the paper")?);
    let wide: f64 = case.eval("probe.one('.page').getBoundingClientRect().width")?;
    check!(wide > 300.0 && wide <= 390.0, "the paper is {wide} px wide");
    case.picture("paper")?;
    // A stretch of the paper leads to its question.
    let stretch = case.pick("probe.all('.content [data-mark]').find((it) => it.textContent.includes('Hồng Phong'))")?;
    case.click(&stretch)?;
    case.wait_for("probe.seen(probe.one('.questions'))")?;
    case.press("Tờ giấy")?;
    case.press("Câu hỏi")?;
    check!(case.eval("probe.seen(probe.one('.questions'))")?, "the tab does not lead back");
    case.saved()?;
    // All papers, and one of them.
    case.press("Bộ văn bản")?;
    case.wait_for("probe.all('.paper-row').length > 15")?;
    wrong.extend(fits(case, "papers")?);
    case.picture("papers")?;
    case.press("Giấy mời")?;
    case.wait_for("probe.one('.of-paper')")?;
    case.press("Thêm khách mời")?;
    wrong.extend(fits(case, "invitation")?);
    case.picture("invitation")?;
    case.press("Tờ giấy")?;
    wrong.extend(fits(case, "invitation, paper")?);
    case.press("Câu hỏi")?;
    case.press("Bộ văn bản")?;
    case.press("Về kế hoạch")?;
    // A form: its steps fit, and its paper is as wide as the screen.
    case.press("Về danh sách")?;
    case.press("In phiếu trắng")?;
    case.use_template("Phiếu góp ý")?;
    case.wait_for("probe.one('.wizard')")?;
    // By script: the frame is higher than Firefox's window, so what is above may be out of a pointer's reach.
    let to_step = |step: &str| -> Result<()> {
        case.eval::<Value>(&format!(
            "(() => {{ probe.all('.step').find((it) => probe.words(it.querySelector('.name')) === '{step}').click(); return null; }})()"
        ))?;
        case.at_step(step)
    };
    for step in FORM_STEPS {
        to_step(step)?;
        wrong.extend(fits(case, step)?);
    }
    // The designer shows the sheet and what is chosen on it one above the other.
    to_step(FORM_STEPS[1])?;
    check!(
        case.eval("probe.seen(probe.one('.sheet')) && probe.seen(probe.one('.questions'))")?,
        "the designer hides a part of itself"
    );
    case.eval::<Value>("(() => { probe.one('.page .group .tick, .page .group .line').click(); return null; })()")?;
    case.wait_for("probe.one('.chosen:not(.away)')")?;
    wrong.extend(fits(case, "the designer")?);
    case.picture("form")?;
    to_step(FORM_STEPS[0])?;
    case.press("Tờ giấy")?;
    wrong.extend(fits(case, "the form's paper")?);
    let wide: f64 = case.eval("probe.one('.page').getBoundingClientRect().width")?;
    check!(wide > 300.0 && wide <= 390.0, "the form is {wide} px wide");
    case.picture("form-paper")?;
    check!(wrong.is_empty(), "{}", wrong.join("\n        "));
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    Ok(())
}

/// Nothing is wider than the screen, and everything to press or type into is large enough and not covered.
pub(super) fn fits(case: &Case, screen: &str) -> Result<Vec<String>> {
    let mut wrong = Vec::new();
    let wide: Vec<String> = case.eval(
        "[document.scrollingElement, ...probe.all('.app, .home, .questions, .bar, .steps, .wizard')] \
         .filter((it) => it.scrollWidth > it.clientWidth + 1 || it.clientWidth > 390) \
         .map((it) => `${it.localName}.${it.className}: ${it.scrollWidth} in ${it.clientWidth}`)",
    )?;
    if !wide.is_empty() {
        wrong.push(format!("{screen}: wider than the screen: {} ({} in all)", wide[0], wide.len()));
    }
    let small: Vec<String> = case.eval(
        "probe.all('button, summary, input, select, textarea').filter((it) => probe.seen(it) && !it.matches('.unseen')) \
         .map((it) => [it, it.getBoundingClientRect()]).filter(([, box]) => box.width < 24 || box.height < 23.9) \
         .filter(([it]) => !(it.type === 'checkbox' && it.parentElement.getBoundingClientRect().height >= 24)) \
         .map(([it, box]) => `${it.localName}.${it.className} ${probe.words(it).slice(0, 30)}: ${box.width} × ${box.height}`)",
    )?;
    if !small.is_empty() {
        wrong.push(format!("{screen}: too small to press: {} ({} in all)", small[0], small.len()));
    }
    let out: Vec<String> = case.eval(
        "probe.all('button, summary, input, select, textarea').filter((it) => probe.seen(it) && !it.matches('.unseen')) \
         .map((it) => [it, it.getBoundingClientRect()]).filter(([, box]) => box.left < -1 || box.right > 391) \
         .map(([it, box]) => `${it.localName}.${it.className} ${probe.words(it).slice(0, 30)}: ${box.left} to ${box.right}`)",
    )?;
    if !out.is_empty() {
        wrong.push(format!("{screen}: beside the screen: {} ({} in all)", out[0], out.len()));
    }
    Ok(wrong)
}
