//! Hostile drafts, backups, forms and profiles: whatever a file says, it is refused in words, or it is a dossier of which
//! every paper can be made, without one letter of the user's becoming markup.

use std::collections::BTreeSet;

use doi_thoai::draft::{DraftFault, backup, read_backup, read_form, read_office, write_form, write_office};
use doi_thoai::papers::{PaperKind, copies};
use doi_thoai::{facts, render, rules, timeline};
use serde_json::{Value, json};

use crate::support::{Dice, day, read};

/// Files to spoil, each with every kind of value of its schema.
const DRAFTS: [&str; 6] = [
    "tests/fixtures/draft-v4.json",
    "tests/fixtures/draft-v3.json",
    "tests/fixtures/draft-v2.json",
    "tests/fixtures/draft-v1.json",
    "public/samples/dien-chau-2026.json",
    "public/samples/thach-that-2023.json",
];

/// Texts that would do something if a paper, a page or a file took them for more than words.
const TEXTS: [&str; 22] = [
    "<script>window.broken=1</script>",
    "<img src=x onerror=\"window.broken=1\">",
    "\"><svg/onload=window.broken=1>",
    "' onmouseover='window.broken=1",
    "</style><script>window.broken=1</script>",
    "</p></div></body></html><iframe srcdoc='<script>parent.broken=1</script>'>",
    "javascript:window.broken=1",
    "]]></w:t><w:instrText>INCLUDETEXT \"file:///etc/passwd\"</w:instrText>",
    "=cmd|'/c calc'!A1",
    "&lt;b&gt; &#60;b&#62; &amp;",
    "<!-- --> <![CDATA[ ]]> <?xml?> <!DOCTYPE x>",
    "\u{202e}đảo\u{202c}\u{2066}\u{200f}",
    "\u{0}\u{1}\u{7}\u{1b}[31m\u{7f}\u{85}\u{feff}\u{fffe}\u{ffff}",
    "{year}{organ}{{}}{c1.when}{p1}{form}{d4294967295}{",
    "a\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "\n\r\t\u{b}\u{c}\u{2028}\u{2029}",
    "Ｄ👨‍👩‍👧🇻🇳\u{10ffff}",
    "9999-12-31",
    "0000-00-00..",
    "-5",
    "2026-02-30",
    "__proto__",
];

/// How many spoilt drafts: `--full` asks for two thousand in all.
fn rounds() -> usize {
    if std::env::var_os("DOI_THOAI_FULL").is_some() { 2_000 } else { 40 }
}

/// Reads a draft, and if it is one, makes all of it that can be made.
fn endure(text: &str) -> Result<(), DraftFault> {
    let envelope = read_backup(text)?;
    let kept = read_backup(&backup(&envelope)).expect("what was read can be saved and read again");
    assert_eq!(kept, envelope);
    let dossier = &envelope.dossier;
    let today = day(2026, 11, 22);
    rules::check(dossier, today);
    facts::facts(dossier, today);
    timeline::timeline(dossier);
    for kind in PaperKind::ALL {
        // A letter to each of many is one letter many times.
        for paper in copies(dossier, kind, today).iter().take(2) {
            only_our_markup(&render::html::file(paper));
            render::text::text(paper);
            render::docx::with_draft(paper, text);
            render::xlsx::workbook(paper);
        }
    }
    Ok(())
}

/// Elements that our renderer writes into a file of HTML.
const ELEMENTS: [&str; 23] = [
    "html", "head", "meta", "title", "style", "body", "div", "p", "span", "br", "table", "colgroup", "col", "thead",
    "tbody", "tr", "th", "td", "svg", "g", "path", "rect", "text",
];

/// The attributes that it gives them.
const ATTRIBUTES: [&str; 24] = [
    "lang",
    "charset",
    "class",
    "style",
    "colspan",
    "rowspan",
    "role",
    "aria-label",
    "aria-hidden",
    "width",
    "height",
    "viewBox",
    "d",
    "x",
    "y",
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "font-size",
    "font-weight",
    "font-style",
    "text-anchor",
    "transform",
];

/// Takes a file of HTML apart and looks at all that is not text. Our renderer writes `<` for its own elements alone.
fn only_our_markup(html: &str) {
    let (head, body) = html.split_once("</style>").expect("a style sheet");
    let (head, style) = head.split_once("<style>").expect("a style sheet");
    assert!(!style.contains('<') && !style.contains("url(") && !style.contains("@import"), "{style}");
    let head = head.strip_prefix("<!doctype html>\n").expect("a document");
    for piece in head.split('<').skip(1).chain(body.split('<').skip(1)) {
        // Attributes are in quotation marks, in which a ">" may stand.
        let mut rest = piece.strip_prefix('/').unwrap_or(piece);
        let end = rest.find([' ', '>']).unwrap_or_else(|| panic!("no element: <{piece}"));
        let name = &rest[..end];
        assert!(ELEMENTS.contains(&name), "an element of nobody's: <{piece}");
        rest = &rest[end..];
        while let Some(attribute) = rest.strip_prefix(' ') {
            let (name, value) = attribute.split_once("=\"").unwrap_or_else(|| panic!("no attribute: <{piece}"));
            let (value, after) = value.split_once('"').unwrap_or_else(|| panic!("no value: <{piece}"));
            assert!(ATTRIBUTES.contains(&name), "an attribute of nobody's: {name} in <{piece}");
            let is_plain = |letter: char| letter.is_ascii_alphanumeric() || " -_:;.,%#()".contains(letter);
            assert!(name == "aria-label" || value.chars().all(is_plain), "a value of nobody's: {value} in <{piece}");
            assert!(!value.contains("url(") && !value.contains("expression("), "{value}");
            rest = after;
        }
        assert!(rest.starts_with('>') || rest.starts_with("/>"), "no end: <{piece}");
    }
}

/// A file without its checksum, which whoever means harm computes as well.
fn unsealed(file: &str) -> Value {
    let mut value: Value = serde_json::from_str(&read(file)).expect("JSON");
    value.as_object_mut().expect("an envelope").remove("checksum");
    value
}

/// The paths of all values within a value, as JSON pointers.
fn paths(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_owned());
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(number, item)| paths(item, &format!("{at}/{number}"), all));
        }
        Value::Object(fields) => {
            for (name, item) in fields {
                paths(item, &format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), all);
            }
        }
        _ => {}
    }
}

fn data_paths(value: &Value) -> Vec<String> {
    let mut all = Vec::new();
    paths(&value["data"], "/data", &mut all);
    all
}

/// Values that are of the wrong kind, too large, or otherwise not what a field expects.
fn odd(dice: &mut Dice) -> Value {
    let deep = |depth: usize| (0..depth).fold(json!("tận đáy"), |inner, _| json!([inner]));
    match dice.roll(24) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(-1),
        3 => json!(u32::MAX),
        4 => json!(u32::MAX / 2),
        5 => json!(i64::MIN),
        6 => json!(1e308),
        7 => json!(0.5),
        8 => json!([]),
        9 => json!({}),
        10 => deep(100),
        11 => json!({ "id": 1, "text": TEXTS[0] }),
        12 => json!([1, "hai", null, [], {}]),
        13 => json!("Nhân dân ".repeat(1 + dice.roll(4_000))),
        14 => json!("x".repeat(1 + dice.roll(40_000))),
        15 => json!(dice.roll(400)),
        _ => json!(TEXTS[dice.roll(TEXTS.len())]),
    }
}

/// Spoils a draft in one to six places.
fn spoil(draft: &mut Value, dice: &mut Dice) {
    for _ in 0..1 + dice.roll(6) {
        let all = data_paths(draft);
        let mut pick = || all[dice.roll(all.len())].clone();
        let (one, other) = (pick(), pick());
        let copied = draft.pointer(&other).cloned().unwrap_or_default();
        match dice.roll(8) {
            // A value of another place: identities twice or of nothing, parts within themselves.
            0 | 1 => {
                if let Some(place) = draft.pointer_mut(&one) {
                    *place = copied;
                }
            }
            2 => {
                if let Some(Value::Array(items)) = draft.pointer_mut(&one) {
                    items.push(copied);
                }
            }
            3 => {
                if let Some(Value::Array(items)) = draft.pointer_mut(&one) {
                    // Many of one kind, with identities that are new.
                    let first = items.first().cloned().unwrap_or_default();
                    for number in 0..dice.roll(300) {
                        let mut item = first.clone();
                        if let Some(id) = item.get_mut("id") {
                            *id = json!(1_000_000 + number);
                        }
                        items.push(item);
                    }
                }
            }
            4 => {
                if let Some((parent, name)) = one.rsplit_once('/')
                    && let Some(Value::Object(fields)) = draft.pointer_mut(parent)
                {
                    fields.remove(name);
                }
            }
            _ => {
                let value = odd(dice);
                if let Some(place) = draft.pointer_mut(&one) {
                    *place = value;
                }
            }
        }
    }
}

#[test]
fn a_spoilt_draft_is_refused_or_is_a_dossier() {
    let mut dice = Dice(0x5eed);
    let (mut refused, mut taken) = (0, 0);
    for round in 0..rounds() {
        let mut draft = unsealed(DRAFTS[round % DRAFTS.len()]);
        spoil(&mut draft, &mut dice);
        match endure(&draft.to_string()) {
            Ok(()) => taken += 1,
            Err(fault) => {
                assert!(!matches!(fault, DraftFault::NotJson(_) | DraftFault::Newer(_)), "{fault}");
                // It is told in a sentence, however long the value is.
                assert!(fault.to_string().chars().count() < 200, "{fault}");
                refused += 1;
            }
        }
    }
    // Spoiling neither ruins all of them nor none.
    assert!(refused > rounds() / 10 && taken > rounds() / 10, "{refused} refused, {taken} taken");
}

#[test]
fn a_draft_with_spoilt_letters_is_refused_or_is_a_dossier() {
    let mut dice = Dice(0xbad);
    for round in 0..rounds() * 4 {
        let mut bytes = read(DRAFTS[round % DRAFTS.len()]).into_bytes();
        for _ in 0..1 + dice.roll(4) {
            let at = dice.roll(bytes.len());
            match dice.roll(5) {
                0 => bytes.truncate(at),
                1 => bytes[at] = b"{}[]\",:\\0-n"[dice.roll(11)],
                2 => bytes[at] ^= 1 << dice.roll(8),
                3 => drop(bytes.splice(at..at, br"\ud800".iter().copied())),
                _ => drop(bytes.drain(at..(at + dice.roll(40)).min(bytes.len()))),
            }
            if bytes.is_empty() {
                break;
            }
        }
        // Whole or not: the checksum tells, or the text is not JSON any more, or nothing that counts was hit.
        let _ = read_backup(&String::from_utf8_lossy(&bytes));
    }
    for (what, lone) in
        [("a first half alone", r"\ud800"), ("halves turned round", r"\udc00\ud800"), ("a cut half", r"\ud8")]
    {
        let text = read(DRAFTS[4]).replacen("\"name\": \"", &format!("\"name\": \"{lone}"), 1);
        assert!(matches!(read_backup(&text), Err(DraftFault::NotJson(_))), "{what}");
    }
}

/// Every text that a draft lets anyone write is a script, in turn and all at once.
#[test]
fn a_script_in_every_field_stays_text() {
    for file in ["tests/fixtures/draft-v4.json", "public/samples/dien-chau-2026.json"] {
        let clean = unsealed(file);
        let texts: Vec<String> =
            data_paths(&clean).into_iter().filter(|path| clean.pointer(path).is_some_and(Value::is_string)).collect();
        let free: Vec<&String> = texts
            .iter()
            .filter(|path| {
                let mut draft = clean.clone();
                *draft.pointer_mut(path).expect("a text") = json!(TEXTS[0]);
                read_backup(&draft.to_string()).is_ok()
            })
            .collect();
        assert!(free.len() > 40, "{file}: only {} texts are free", free.len());
        for payload in TEXTS.iter().take(13) {
            let mut draft = clean.clone();
            for path in &free {
                *draft.pointer_mut(path).expect("a text") = json!(payload);
            }
            endure(&draft.to_string()).unwrap_or_else(|fault| panic!("{file} {payload}: {fault}"));
        }
        // And it is seen: what was written is what is read on the paper.
        let mut draft = clean.clone();
        *draft.pointer_mut("/data/plan/title").expect("a title") = json!(TEXTS[0]);
        let dossier = read_backup(&draft.to_string()).expect("a draft").dossier;
        let html = render::html::file(&doi_thoai::papers::compose(&dossier, PaperKind::Plan, day(2026, 11, 22)));
        assert!(html.contains("&lt;script&gt;window.broken=1&lt;/script&gt;"), "{file}");
    }
}

#[test]
fn what_nests_deeply_is_refused() {
    for open in ["[", "{\"a\":", "{\"data\":{\"plan\":{\"outline\":[{\"parts\":["] {
        let fault = read_backup(&open.repeat(100_000));
        assert!(matches!(fault, Err(DraftFault::NotJson(_))), "{open}");
    }
    let mut draft = unsealed(DRAFTS[4]);
    let mut part = json!({ "id": 900_000, "heading": "tận đáy" });
    for depth in 0..20 {
        part = json!({ "id": 900_001 + depth, "heading": "sâu", "parts": [part] });
    }
    draft["data"]["plan"]["outline"] = json!([part]);
    assert!(matches!(endure(&draft.to_string()), Err(DraftFault::Value { .. })));
}

/// Long texts and long lists: what is linear ends, what is not would never end here.
#[test]
fn what_is_very_long_is_borne() {
    let full = std::env::var_os("DOI_THOAI_FULL").is_some();
    let clean = unsealed(DRAFTS[4]);
    let size = if full { 10_000_000 } else { 100_000 };
    let unbroken = "đ".repeat(size / 2);
    for (path, text) in [
        ("/data/name", "<b>Nhân dân</b> ".repeat(size / 20)),
        ("/data/plan/title", unbroken),
        ("/data/plan/closing", "{year} {{{organ} ".repeat(size / 20)),
    ] {
        let mut draft = clean.clone();
        if path.ends_with("closing") {
            draft["data"]["plan"]["closing"] = json!([{ "id": 900_000, "words": text }]);
        } else {
            draft.pointer_mut(path).map(|place| *place = json!(text)).expect("a place");
        }
        endure(&draft.to_string()).unwrap_or_else(|fault| panic!("{path}: {fault}"));
    }
    let many = if full { 5_000 } else { 500 };
    let ids = |item: &dyn Fn(usize) -> Value| -> Value {
        (0..many)
            .map(|number| {
                let mut item = item(number);
                item["id"] = json!(1_000_000 + number);
                item
            })
            .collect()
    };
    let mut lists = BTreeSet::new();
    for (path, items) in [
        ("/data/plan/citations", ids(&|number| json!({ "kind": "Luật", "number": number.to_string() }))),
        ("/data/plan/recipients", ids(&|_| json!({ "who": "Như trên" }))),
        ("/data/plan/subjects", ids(&|_| json!({ "text": "{year} đường sá" }))),
        ("/data/plan/closing", ids(&|number| json!({ "words": format!("{{k{}}}", 1_000_000 + number) }))),
        ("/data/plan/assignments", ids(&|_| json!({ "agency": "Phòng" }))),
        ("/data/plan/agenda", json!({ "items": ids(&|_| json!({ "minutes": 5, "text": "Phát biểu" })) })),
        ("/data/plan/conferences", ids(&|_| json!({ "name": "Cụm", "when": "" }))),
        ("/data/proceedings/invitees", ids(&|_| json!({ "name": "Bà Ba" }))),
        ("/data/proceedings/opinions", ids(&|_| json!({ "text": "Ngập", "field": "Đường" }))),
        ("/data/proceedings/counts", ids(&|_| json!({ "village": "Thôn", "households": 4_000_000_000_u32 }))),
        (
            "/data/forms",
            json!([{ "id": 900_000, "title": "Phiếu", "blocks": ids(&|_| json!({ "kind": "open", "title": "Gì?" })) }]),
        ),
    ] {
        let mut draft = clean.clone();
        let (parent, name) = path.rsplit_once('/').expect("a path");
        if draft.pointer(parent).is_none() {
            draft["data"]["proceedings"] = json!({});
        }
        draft.pointer_mut(parent).expect("a parent")[name] = items;
        let taken = endure(&draft.to_string());
        assert!(matches!(taken, Ok(()) | Err(DraftFault::Value { .. })), "{path}: {taken:?}");
        lists.extend(taken.is_ok().then_some(path));
    }
    assert!(lists.len() > 7, "only {lists:?} were taken");
}

#[test]
fn a_spoilt_form_or_profile_is_refused_or_can_be_kept() {
    let mut dice = Dice(0xf0f0);
    let forms = ["public/forms/y-kien.json", "public/forms/ho-gia-dinh.json", "public/forms/tin-nhiem-gach-ten.json"];
    let office: Value = serde_json::from_str(&read("tests/fixtures/office-v1.json")).expect("JSON");
    let mut taken = [0, 0];
    for round in 0..rounds() {
        let mut file = unsealed(forms[round % forms.len()]);
        spoil(&mut file, &mut dice);
        if let Ok(form) = read_form(&file.to_string()) {
            assert_eq!(read_form(&write_form(&form)).as_ref(), Ok(&form));
            taken[0] += 1;
        }
        let mut profile = json!({ "data": office });
        spoil(&mut profile, &mut dice);
        if let Ok(office) = read_office(&profile["data"].to_string()) {
            assert_eq!(read_office(&write_office(&office)).as_ref(), Ok(&office));
            taken[1] += 1;
        }
    }
    assert!(taken.iter().all(|taken| *taken > 0), "{taken:?} were taken");
}
