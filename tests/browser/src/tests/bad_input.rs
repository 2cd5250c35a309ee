//! What no officer means to type, and what nobody expects.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::check;
use crate::Result;
use crate::case::Case;
use crate::screen::{STEPS, UBND, letters};

/// Values that cannot be read, then texts that are strange.
pub fn run(case: &Case) -> Result<()> {
    case.open_home()?;
    case.start_plan(UBND)?;
    let mut wrong = values(case)?;
    wrong.extend(texts(case)?);
    check!(wrong.is_empty(), "{}", wrong.join("\n        "));
    let errors = case.errors()?;
    check!(errors.is_empty(), "errors: {errors:?}");
    let violations = case.violations()?;
    check!(violations.is_empty(), "blocked: {violations:?}");
    Ok(())
}

/// Step, field, which of these fields, what is typed, what is told.
const VALUES: [(&str, &str, usize, &str, &str); 12] = [
    (STEPS[0], "Ngày ban hành", 0, "31/2", "Ngày 31/02/2026 không có trong lịch."),
    (STEPS[0], "Ngày ban hành", 0, "29/2/2026", "Ngày 29/02/2026 không có trong lịch."),
    (STEPS[0], "Ngày ban hành", 0, "5/13/2026", "Tháng phải từ 1 đến 12."),
    (STEPS[0], "Ngày ban hành", 0, "5/9/0000", "Năm phải từ 1930 đến 2100."),
    (STEPS[0], "Ngày ban hành", 0, "abc", "Không hiểu ngày này."),
    (STEPS[0], "Số", 0, "-1", "Con số không được âm."),
    (STEPS[0], "Số", 0, "10000000", "Con số lớn quá"),
    (STEPS[0], "Năm của kế hoạch", 0, "0", "Năm phải từ 1930 đến 2100."),
    (STEPS[4], "Thời gian", 1, "29/9 đến 25/9/2026", "Ngày kết thúc đứng trước ngày bắt đầu."),
    (STEPS[4], "Thời gian", 1, "25 giờ ngày 5/9", "Giờ phải từ 0 đến 23"),
    (STEPS[5], "Bao nhiêu", 0, "10.000.000", "Con số lớn quá"),
    (STEPS[6], "Số phút", 0, "1,5 giờ", "Cần một con số."),
];

fn values(case: &Case) -> Result<Vec<String>> {
    let mut wrong = Vec::new();
    let mut seen = HashSet::new();
    for (step, label, at, typed, told) in VALUES {
        case.step(step)?;
        case.fill(label, at, typed)?;
        let mut look = |when: &str| -> Result<()> {
            let (text, error, invalid): (String, String, String) = case.eval(&format!(
                "(() => {{ const it = probe.field({}, {at}); return [it.value, probe.words(it.closest('.field').querySelector('.error')), \
                 it.getAttribute('aria-invalid') ?? '']; }})()",
                json!(label)
            ))?;
            if text != typed {
                wrong.push(format!("{label} {typed:?} {when}: holds {text:?}"));
            }
            if !error.starts_with(told) || invalid != "true" {
                wrong
                    .push(format!("{label} {typed:?} {when}: told {error:?} (aria-invalid {invalid:?}), not {told:?}"));
            }
            Ok(())
        };
        look("on leaving the field")?;
        // Going away and coming back is the same for every fault of a field: once each.
        if !seen.insert((label, at)) {
            continue;
        }
        case.step(STEPS[1])?;
        case.step(step)?;
        case.pick(&format!("probe.field({}, {at})", json!(label)))?;
        look("on coming back to the step")?;
    }
    // A count that cannot be read is a hole on the paper, not a nought.
    let line: String = case.eval("probe.sheet().split('\\n').find((line) => line.includes('Chủ trì (')) ?? ''")?;
    if !line.contains("(…… đồng chí)") {
        wrong.push(format!("a count that cannot be read is printed as {line:?}"));
    }
    Ok(wrong)
}

fn texts(case: &Case) -> Result<Vec<String>> {
    case.step(STEPS[0])?;
    let mut wrong = Vec::new();
    let long: String = "Nghị quyết ".repeat(455).chars().take(5000).collect();
    let texts = [
        ("a script", "<script>window.broken = 1</script><img src=x onerror=\"window.broken = 1\">".to_owned(), None),
        ("markup", "</p></div><b>đậm</b> &amp; &lt; \"'`".to_owned(), None),
        ("emoji", "Hội nghị 👨‍👩‍👧 đối thoại 😀".to_owned(), None),
        ("right to left", "مرحبا שלום đối thoại".to_owned(), None),
        ("turned round", "đối \u{202e}thoại\u{202c}".to_owned(), Some("đối thoại")),
        ("controls", "a\u{1}b\u{7}c\u{1b}d\u{200b}e\u{feff}f\u{7f}g".to_owned(), Some("abcdefg")),
        ("decomposed", "đo\u{302}\u{301}i thoa\u{323}i".to_owned(), Some("đối thoại")),
        ("braces", "{không có} {".to_owned(), None),
        ("5,000 letters", long, None),
    ];
    for (what, text, kept) in texts {
        let kept = kept.unwrap_or(&text).trim_end();
        case.paste("Trích yếu", 0, &text)?;
        case.press_keys("\u{e004}")?;
        let value = case.value("Trích yếu", 0)?;
        if value.trim_end() != kept {
            wrong.push(format!("{what}: the field holds {:?}", value.chars().take(80).collect::<String>()));
        }
        let sheet = case.sheet()?;
        // A long text goes on over the page's end.
        if !letters(&sheet).contains(&letters(kept)) {
            let line = sheet.lines().skip_while(|line| *line != "KẾ HOẠCH").nth(1);
            wrong.push(format!("{what}: the sheet does not say it but {line:?}"));
        }
        let odd: usize =
            case.eval("probe.all('.pages script, .pages img, .pages b').length + (window.broken ? 1 : 0)")?;
        if odd > 0 {
            wrong.push(format!("{what}: text became markup"));
        }
        let html = case.export("html")?;
        let parsed: Value = case.eval(&format!(
            // Its own styles are taken out first: parsed here, they would fall under this page's policy.
            "(() => {{ const page = new DOMParser().parseFromString({}.replace(/<style>.*?<.style>| style=\"[^\"]*\"/gs, ''), 'text/html'); \
             return {{ odd: page.querySelectorAll('body script, body img, body b').length, says: page.body.textContent.includes({}) }}; }})()",
            json!(html),
            json!(kept)
        ))?;
        if parsed != json!({ "odd": 0, "says": true }) {
            wrong.push(format!("{what}: the exported HTML: {parsed}"));
        }
        let over: Vec<f64> = case.eval(
            "probe.all('.pages .content').map((it) => [...it.children].map((part) => part.getBoundingClientRect().right - it.getBoundingClientRect().right)).flat().filter((by) => by > 2)",
        )?;
        if !over.is_empty() {
            wrong.push(format!("{what}: beside the page: {over:?}"));
        }
    }
    let told: String = case.eval("probe.words(probe.field('Trích yếu').closest('.field').querySelector('.error'))")?;
    if !told.contains("5.000") {
        wrong.push(format!("5,000 letters: told {told:?}"));
    }
    case.picture("long")?;
    case.step(STEPS[1])?;
    case.step(STEPS[0])?;
    if case.value("Trích yếu", 0)?.chars().count() < 4990 {
        wrong.push("5,000 letters: cut on coming back".into());
    }
    case.saved()?;
    Ok(wrong)
}
