//! The wire: files that people keep are a promise. Each schema has a frozen fixture that holds every kind of value; the
//! newest one's changes only where it must say more until it is released, an older one's never.

use std::collections::BTreeSet;

use doi_thoai::dossier::Dossier;
use doi_thoai::draft::{DraftFault, Envelope, SCHEMA, backup, read_backup, read_office, write_office};
use doi_thoai::paper::OwnPaper;
use doi_thoai::papers::{PaperKind, compose};
use doi_thoai::plan::{Limit, LimitKind, Recipients};
use doi_thoai::render;
use doi_thoai::text::Text;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::any::{any_papers, any_proceedings, any_settings, any_text, give_identities};
use crate::support::{any_when, day, read, rust_files};

const DRAFT: &str = "tests/fixtures/draft-v4.json";
/// Schema 1, as released: plans without forms.
const DRAFT_1: &str = "tests/fixtures/draft-v1.json";
/// Schema 2, as released: forms with bare margins, without stubs and with rows of one rank.
const DRAFT_2: &str = "tests/fixtures/draft-v2.json";
/// Schema 3, as released: nothing that a paper has of its own, nothing of what became known.
const DRAFT_3: &str = "tests/fixtures/draft-v3.json";
const OFFICE: &str = "tests/fixtures/office-v1.json";

/// Every word of schema 4 that stands for a value. The fixture must show each.
const CODES: &[&str] = &[
    // Organs.
    "party",
    "front",
    "district",
    "province",
    "party-committee",
    "other",
    // Format.
    "hd36",
    // Markers, layouts, lists.
    "-",
    "+",
    "1.",
    "(1)",
    "a)",
    "headings",
    "table",
    "legal-bases",
    "subjects",
    "methods",
    "audiences",
    "conference-subjects",
    "times",
    "venues",
    "times-and-venues",
    "circles",
    "circle:",
    "total",
    "agenda",
    "collecting",
    "assignments",
    "assignments:preparation",
    // Conferences, circles, limits, assignments.
    "round",
    "tba",
    "=tba",
    "=Hội",
    "chair",
    "attend",
    "guest",
    "publish",
    "answer",
    "report",
    "preparation",
    "run-in",
    "sentence",
    // How many.
    "~30",
    "50%",
    "all",
    "5",
    // Powers.
    "collective",
    "collective-deputy",
    "own",
    "own-deputy",
    "by-order",
    "by-authorisation",
    "acting",
    // Slots and their wordings.
    "{organ}",
    "{organ:short}",
    "{body:capital}",
    "{unit}",
    "{unit:short}",
    "{superior}",
    "{superior:capital}",
    "{year}",
    "{event}",
    "{form:short}",
    "{total}",
    ".when}",
    ".when:short}",
    ".venue}",
    ".audience}",
    ".name:capital}",
    "{c0.",
    "{d",
    "{l",
    "{a",
    "{q",
    "{k",
    "{p",
    "{{",
    "}}",
    "{s",
    "{return-by}",
    "{receiver}",
    "{plan}",
    // Forms: papers and kinds of block.
    "a5",
    "open",
    "single",
    "multiple",
    "agree",
    "scale",
    "grid",
    "ranking",
    "number",
    "date",
    "persons",
    "strike-out",
    "table",
    "respondent",
    "statement",
    "consent",
    "key",
    "return",
    "validity",
    "signature",
    "section",
    "page-break",
    // Times: days, spans, parts of months, quarters, limits, distances, rhythms.
    "2026-09-25/2026-09-29",
    "/whole",
    "/start",
    "/middle",
    "/end",
    "/first-ten",
    "/middle-ten",
    "/last-ten",
    "-Q4",
    "<2026-09-05",
    "<=2026-09-05",
    "-7d:at-least",
    "+30d:at-most",
    "-10d",
    "+5w:at-most",
    "every:1/quarter",
    "every:2/year",
    "every:1/week",
    "every:3/month",
    "every:1/half-year",
    // Times of day.
    "@08:00",
    "@07:30-11:00",
    "@day",
    "@1xhalf-day",
    "@2xmorning",
    "@3xafternoon",
    "@4xevening",
    "@12xday",
    // Who settles an opinion, and what became of it; papers are looked for among all kinds that there are.
    "centre",
    "answered",
    "assigned",
    "passed-on",
];

fn fixture() -> Envelope {
    read_backup(&read(DRAFT)).expect("the fixture opens")
}

/// What the fixture says but for what schema 4 added.
fn fixture_of_schema_3() -> Dossier {
    let mut dossier = fixture().dossier;
    (dossier.proceedings, dossier.papers) = Default::default();
    (dossier.settings.calendar, dossier.settings.rules_off) = Default::default();
    // The newest identity in use was a smaller one.
    dossier.next_id = 238;
    dossier
}

/// The fixture as JSON, without the checksum, so that a test can change it.
fn open_fixture() -> Value {
    let mut value: Value = serde_json::from_str(&read(DRAFT)).expect("JSON");
    if let Some(map) = value.as_object_mut() {
        map.remove("checksum");
    }
    value
}

/// The fault of the fixture after a change of its data.
fn changed(pointer: &str, to: Value) -> DraftFault {
    let mut value = open_fixture();
    *value.pointer_mut(pointer).unwrap_or_else(|| panic!("nothing at {pointer}")) = to;
    Envelope::read(&value.to_string()).expect_err("a fault")
}

fn envelope(dossier: Dossier) -> Envelope {
    Envelope { rev: 1, saved_at: "2026-11-22T08:00:00+07:00".into(), holes: 0, dossier }
}

/// Every string and every name of a value.
fn strings(value: &Value, visit: &mut impl FnMut(&str)) {
    match value {
        Value::String(text) => visit(text),
        Value::Array(items) => items.iter().for_each(|item| strings(item, visit)),
        Value::Object(map) => map.iter().for_each(|(name, inner)| {
            visit(name);
            strings(inner, visit);
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn the_fixture_is_written_byte_for_byte_as_it_was_read() {
    assert_eq!(backup(&fixture()), read(DRAFT).trim_end());
    let compact: Value = serde_json::from_str(&read(DRAFT)).expect("JSON");
    assert_eq!(fixture().write(), compact.to_string());
}

#[test]
fn a_draft_of_schema_1_is_read_and_written_as_the_newest() {
    let old = read_backup(&read(DRAFT_1)).expect("the fixture opens");
    assert!(old.dossier.forms.is_empty());
    // What it says is what the newest fixture says but for its forms.
    let newest = fixture();
    assert_eq!(old.dossier.plan, newest.dossier.plan);
    assert_eq!(old.dossier.settings, fixture_of_schema_3().settings);
    let written: Value = serde_json::from_str(&old.write()).expect("JSON");
    assert_eq!(written["schema"], SCHEMA);
    let mut given: Value = serde_json::from_str(&read(DRAFT_1)).expect("JSON");
    assert_eq!(written["data"], given["data"].take());
}

#[test]
fn a_draft_of_schema_2_is_read_and_written_as_the_newest() {
    let old = read_backup(&read(DRAFT_2)).expect("the fixture opens");
    // What it says is what the newest fixture says but for what schemas 3 and 4 added.
    let mut newest = fixture_of_schema_3();
    let form = &mut newest.forms[0];
    (form.header, form.footer, form.copies.stub) = Default::default();
    for block in &mut form.blocks {
        block.rows.retain(|row| !row.sub);
    }
    assert_eq!(old.dossier, newest);
    let written: Value = serde_json::from_str(&old.write()).expect("JSON");
    assert_eq!(written["schema"], SCHEMA);
    let mut given: Value = serde_json::from_str(&read(DRAFT_2)).expect("JSON");
    assert_eq!(written["data"], given["data"].take());
}

#[test]
fn a_draft_of_schema_3_is_read_and_written_as_the_newest() {
    let old = read_backup(&read(DRAFT_3)).expect("the fixture opens");
    assert_eq!(old.dossier, fixture_of_schema_3());
    let written: Value = serde_json::from_str(&old.write()).expect("JSON");
    assert_eq!(written["schema"], SCHEMA);
    let mut given: Value = serde_json::from_str(&read(DRAFT_3)).expect("JSON");
    assert_eq!(written["data"], given["data"].take());
}

#[test]
fn the_office_profile_is_written_byte_for_byte_as_it_was_read() {
    let office = read_office(&read(OFFICE)).expect("the fixture opens");
    assert_eq!(write_office(&office), read(OFFICE).trim_end());
    assert_eq!(office.villages[0].copies, 120);
    let newer = read(OFFICE).replace("\"schema\":1", "\"schema\":2");
    assert_eq!(read_office(&newer), Err(DraftFault::Newer(2)));
}

/// A code without an example here could change its meaning unseen.
#[test]
fn the_fixture_shows_every_code() {
    let value = open_fixture();
    for code in CODES.iter().copied() {
        let mut shown = false;
        strings(&value["data"], &mut |text| shown |= text.contains(code));
        assert!(shown, "{code}");
    }
}

/// As the thing of which something is said, or as one that is enclosed.
#[test]
fn the_fixture_shows_every_kind_of_paper() {
    let papers = fixture().dossier.papers;
    for kind in PaperKind::ALL {
        let enclosed = papers.values().any(|own| own.enclosed.contains(&kind));
        assert!(enclosed || papers.contains_key(&kind), "{}", kind.code());
    }
}

/// The names in the tables of the wire, and of the few records that have none.
fn names_of_the_wire() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for file in rust_files("src/draft/v4").iter().filter(|file| !file.ends_with("/wire.rs")) {
        let source = read(file);
        for table in source.split("\nrecord!(").skip(1) {
            let table = table.split_once(");\n").map_or(table, |(table, _)| table);
            let listed = match table.split_once("=>") {
                Some((_, listed)) => listed.split([';', ')']).next(),
                None => table.split(['{', '}']).nth(1),
            };
            let listed = listed.expect("names").split(',').map(|name| name.trim().to_owned());
            names.extend(listed.filter(|name| !name.is_empty()));
        }
        for call in ["out.field(\"", "out.said(\""] {
            names.extend(source.split(call).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())));
        }
    }
    names
}

#[test]
fn the_fixtures_show_every_field() {
    let (draft, office) = (read(DRAFT), read(OFFICE));
    let names = names_of_the_wire();
    for name in &names {
        let field = format!("\"{name}\":");
        assert!(draft.contains(&field) || office.contains(&field), "{field}");
    }
    assert!(names.len() > 90, "only {names:?} were found");
}

#[test]
fn the_fixture_composes() {
    let paper = compose(&fixture().dossier, PaperKind::Plan, day(2026, 11, 22));
    let text = render::text::text(&paper);
    assert!(text.contains("{year}, }lẻ{ và {2026}"), "braces that are words stay words");
    assert!(!render::html::file(&paper).contains("<script"));
}

#[test]
fn a_damaged_draft_is_told() {
    let text = read(DRAFT);
    let damaged = text.replace("Hội nghị đợt 1", "Hội nghị đợt 2");
    assert_ne!(text, damaged);
    assert_eq!(read_backup(&damaged), Err(DraftFault::Damaged));
    // The envelope around the data is not under the checksum: a listing may be corrected.
    assert!(read_backup(&text.replace("\"rev\": 3", "\"rev\": 4")).is_ok());
}

#[test]
fn a_draft_of_a_newer_schema_is_told_before_anything_else_is_looked_at() {
    for (schema, data) in [(SCHEMA + 1, json!({})), (7, json!("khác hẳn")), (u32::MAX, Value::Null)] {
        let text = json!({ "app": "doi-thoai", "kind": "draft", "schema": schema, "checksum": "x", "data": data });
        assert_eq!(Envelope::read(&text.to_string()), Err(DraftFault::Newer(schema)));
    }
}

#[test]
fn what_is_no_draft_is_told() {
    for text in [
        "null",
        "[]",
        "1",
        "\"doi-thoai\"",
        "{}",
        r#"{"app":"khác","kind":"draft","schema":1,"data":{"year":2026}}"#,
        r#"{"app":"doi-thoai","kind":"form","schema":1,"data":{"year":2026}}"#,
        r#"{"app":"doi-thoai","kind":"draft","data":{"year":2026}}"#,
        r#"{"app":"doi-thoai","kind":"draft","schema":"1","data":{"year":2026}}"#,
        r#"{"app":"doi-thoai","kind":"draft","schema":-1,"data":{"year":2026}}"#,
        r#"{"app":"doi-thoai","kind":"draft","schema":1.5,"data":{"year":2026}}"#,
        r#"{"app":"doi-thoai","kind":"draft","schema":4294967296,"data":{"year":2026}}"#,
    ] {
        assert_eq!(read_backup(text), Err(DraftFault::NotADraft), "{text}");
    }
    for text in ["", " ", "{", "Kế hoạch", "{\"app\":\"doi-thoai\"", "\u{feff}"] {
        assert!(matches!(read_backup(text), Err(DraftFault::NotJson(_))), "{text}");
    }
    assert!(read_backup(&format!("\u{feff}{}", read(DRAFT))).is_ok(), "a mark of byte order does no harm");
}

#[test]
fn there_is_no_schema_before_the_first() {
    let mut value = open_fixture();
    value["schema"] = json!(0);
    assert_eq!(Envelope::read(&value.to_string()), Err(DraftFault::NotADraft));
}

#[test]
fn values_that_cannot_be_are_told_with_their_place() {
    for (pointer, to) in [
        ("/data/year", json!(0)),
        ("/data/year", json!(1929)),
        ("/data/year", json!(2101)),
        ("/data/format", json!("nd31")),
        ("/data/calendar/0/day", json!("")),
        ("/data/calendar/1/off", json!("x")),
        ("/data/rules_off/0", json!(1)),
        ("/data/plan/issued", json!("0000-01-01")),
        ("/data/plan/issued", json!("2026-02-30")),
        ("/data/plan/issued", json!("09/02/2026")),
        ("/data/plan/citations/0/date", json!("2025-13-01")),
        ("/data/plan/agenda/start", json!("24:00")),
        ("/data/plan/organs/1/system", json!("đảng")),
        ("/data/plan/limits/0/when", json!("2026-00-00")),
        ("/data/plan/limits/0/when", json!("2026-09-29/2026-09-25")),
        ("/data/plan/limits/0/when", json!("2026-13/middle")),
        ("/data/plan/limits/0/when", json!("2026-Q5")),
        ("/data/plan/limits/0/when", json!("conference-0d")),
        ("/data/plan/limits/0/when", json!("conferenceé")),
        ("/data/plan/limits/0/when", json!("conference")),
        ("/data/plan/limits/0/when", json!("conference-")),
        ("/data/plan/limits/0/when", json!("every:0/year")),
        ("/data/plan/limits/0/when", json!("<2026-09-05 @day")),
        ("/data/plan/conferences/0/venue", json!("Hội trường")),
        ("/data/plan/circles/0/quota/count", json!("-1")),
        ("/data/plan/circles/0/quota/count", json!("~")),
        ("/data/plan/circles/0/quota/count", json!("99999999999")),
        ("/data/plan/signatories/0/power", json!("")),
        ("/data/plan/preamble/0/list", json!("circle:x")),
        ("/data/plan/outline/1/blocks/1/marker", json!("*")),
        ("/data/proceedings", json!("x")),
        ("/data/proceedings/invitees/1/role", json!("host")),
        ("/data/proceedings/opinions/1/level", json!("district")),
        ("/data/proceedings/opinions/1/outcome", json!("open")),
        ("/data/proceedings/opinions/1/deadline", json!("2026-13/end")),
        ("/data/proceedings/opinions/0/repeated", json!(-1)),
        ("/data/proceedings/counts/0/agree", json!("101")),
        ("/data/proceedings/counts/0/agree", json!(4_294_967_296_u64)),
        ("/data/proceedings/resolutions/0/deadline", json!("30 ngày")),
        ("/data/proceedings/held", json!("2026-09-31")),
        ("/data/proceedings/began", json!("8 giờ")),
        ("/data/proceedings/ended", json!("11:60")),
        ("/data/papers", json!([])),
        ("/data/papers", json!({ "poster": {} })),
        ("/data/papers", json!({ "": { "each": true } })),
        ("/data/papers/plan/enclosed/0", json!("Phiếu")),
        ("/data/papers/letter/issued", json!("03/9/2026")),
        ("/data/papers/letter/organ/system", json!("xã")),
        ("/data/papers/letter/signatories/0/power", json!("")),
        ("/data/papers/letter/recipients", json!("VT")),
        ("/data/plan", json!("x")),
        ("/data", Value::Null),
    ] {
        let told = changed(pointer, to.clone());
        assert!(matches!(told, DraftFault::Value { .. }), "{pointer} = {to}: {told:?}");
    }
}

#[test]
fn a_value_of_another_kind_is_told_with_its_path() {
    for (pointer, to, at, what) in [
        ("/data/plan", json!([]), "data.plan", "[…]"),
        ("/data/plan/agenda", Value::Null, "data.plan.agenda", "null"),
        ("/data/plan/title", json!({ "vi": "x" }), "data.plan.title", "{…}"),
        ("/data/plan/limits/0/when", json!(2026), "data.plan.limits.when", "2026"),
        ("/data/plan/limits/0/when", json!("2026-13"), "data.plan.limits.when", "2026-13"),
        ("/data/plan/circles/0/quota/count", json!(5), "data.plan.circles.quota.count", "5"),
        ("/data/proceedings/counts/0/agree", json!("101"), "data.proceedings.counts.agree", "\"101\""),
        ("/data/two_sided", json!(1), "data.two_sided", "1"),
        ("/data/year", json!(2026.0), "data.year", "2026.0"),
    ] {
        let told = DraftFault::Value { at: at.into(), what: what.into() };
        assert_eq!(changed(pointer, to), told, "{pointer}");
    }
}

#[test]
fn an_identity_is_used_once() {
    for pointer in [
        "/data/proceedings/invitees/0/id",
        "/data/proceedings/opinions/3/id",
        "/data/proceedings/counts/1/id",
        "/data/proceedings/resolutions/0/id",
        "/data/papers/letter/organ/id",
        "/data/papers/letter/recipients/lines/0/id",
        "/data/papers/minutes/signatories/1/id",
        "/data/plan/conferences/1/id",
        "/data/plan/outline/0/id",
        "/data/plan/outline/0/parts/0/parts/0/after/0/id",
        "/data/plan/assignments/1/tasks/0/id",
        "/data/plan/assignments/0/tasks/1/deadlines/0/id",
        "/data/plan/signatories/6/id",
    ] {
        let taken = open_fixture()["data"]["plan"]["organs"][0]["id"].clone();
        for id in [taken, json!(0), json!(u32::MAX)] {
            let told = changed(pointer, id.clone());
            assert!(matches!(&told, DraftFault::Value { at, .. } if at == "id"), "{pointer} = {id}: {told:?}");
        }
    }
}

/// A new thing must not take the identity of one that slots still name.
#[test]
fn new_identities_start_above_all_in_use() {
    let mut value = open_fixture();
    value["data"]["next_id"] = json!(1);
    let mut dossier = Envelope::read(&value.to_string()).expect("a draft").dossier;
    let new = dossier.new_id();
    let written = envelope(dossier).write();
    assert!(!written.contains(&format!("\"id\":{new},")) && !written.contains(&format!("\"id\":{new}}}")));
}

/// A paper with nothing of its own is one of which nothing is said; one that nobody shall receive is not.
#[test]
fn a_paper_that_says_nothing_is_left_out() {
    let mut value = open_fixture();
    value["data"]["papers"] = json!({ "letter": {}, "notice": { "recipients": {} }, "count": { "each": false } });
    let read = Envelope::read(&value.to_string()).expect("a draft");
    let nobody = OwnPaper { recipients: Some(Recipients::default()), ..OwnPaper::default() };
    assert_eq!(read.dossier.papers, [(PaperKind::Notice, nobody)].into());
    let mut said = read.clone();
    said.dossier.papers.insert(PaperKind::Letter, OwnPaper::default());
    assert_eq!(said.write(), read.write());
}

#[test]
fn a_passage_worded_twice_has_its_last_words() {
    let mut value = open_fixture();
    let passages = json!([{ "key": "a", "text": "một" }, { "key": "b" }, { "key": "a", "text": "hai" }]);
    value["data"]["papers"] = json!({ "letter": { "passages": passages } });
    let dossier = Envelope::read(&value.to_string()).expect("a draft").dossier;
    let letter = &dossier.papers[&PaperKind::Letter];
    assert_eq!(letter.passages, [("a".to_owned(), Text::words("hai")), ("b".to_owned(), Text::default())]);
}

#[test]
fn parts_nested_too_deep_are_told_and_never_break_the_reader() {
    for depth in [9, 40, 5000] {
        let open = "{\"heading\":\"x\",\"id\":1,\"parts\":[".repeat(depth);
        let close = "]}".repeat(depth);
        let text = format!(
            "{{\"app\":\"doi-thoai\",\"kind\":\"draft\",\"schema\":1,\"data\":{{\"year\":2026,\"plan\":{{\"outline\":[{open}{close}]}}}}}}"
        );
        let told = Envelope::read(&text).expect_err("too deep");
        assert!(matches!(told, DraftFault::Value { .. } | DraftFault::NotJson(_)), "{depth}: {told:?}");
    }
    let arrays = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(matches!(Envelope::read(&arrays), Err(DraftFault::NotJson(_))));
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (0u32..200).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        prop::sample::select(CODES.to_vec()).prop_map(Value::from),
    ];
    let names = prop::sample::select(vec![
        "id",
        "plan",
        "when",
        "text",
        "parts",
        "words",
        "quota",
        "papers",
        "letter",
        "proceedings",
        "counts",
        "x",
    ]);
    leaf.prop_recursive(4, 24, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(names.clone(), inner, 0..4)
                .prop_map(|map| map.into_iter().map(|(name, inner)| (name.to_owned(), inner)).collect::<Value>()),
        ]
    })
}

/// How many values there are, the outermost counted.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(map) => map.values().map(count).sum(),
        _ => 0,
    }
}

/// Puts another in the place of the value with this number, counted from the outermost as 0.
fn put(value: &mut Value, number: usize, other: Value) {
    let mut left = number;
    let mut next = vec![value];
    while let Some(value) = next.pop() {
        if left == 0 {
            *value = other;
            return;
        }
        left -= 1;
        match value {
            Value::Array(items) => next.extend(items),
            Value::Object(map) => next.extend(map.values_mut()),
            _ => {}
        }
    }
}

/// Whatever opens is composed, written and read as the same.
fn holds(text: &str) -> Result<(), TestCaseError> {
    let Ok(opened) = Envelope::read(text) else { return Ok(()) };
    let paper = compose(&opened.dossier, PaperKind::Plan, day(2026, 11, 22));
    prop_assert!(!render::text::text(&paper).is_empty());
    // Whatever it says, rules bear it.
    let _ = doi_thoai::rules::check(&opened.dossier, day(2026, 11, 22));
    // Names stand in order, as a map of JSON has them.
    let written = opened.write();
    let value: Value = serde_json::from_str(&written).expect("JSON");
    prop_assert_eq!(value.to_string(), &*written);
    prop_assert_eq!(Envelope::read(&written), Ok(opened));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_breaks_the_reader(text in any::<String>()) {
        prop_assert!(read_backup(&text).is_err());
        let _ = read_office(&text);
    }

    #[test]
    fn no_json_breaks_the_reader(value in any_json()) {
        prop_assert!(Envelope::read(&value.to_string()).is_err());
        let _ = read_office(&value.to_string());
        let inside = json!({ "app": "doi-thoai", "kind": "draft", "schema": 1, "data": value });
        holds(&inside.to_string())?;
    }

    #[test]
    fn a_fixture_changed_anywhere_opens_or_is_told(number in any::<prop::sample::Index>(), other in any_json()) {
        let mut value = open_fixture();
        let number = number.index(count(&value));
        put(&mut value, number, other);
        holds(&value.to_string())?;
    }

    #[test]
    fn a_draft_cut_off_anywhere_is_told(at in any::<prop::sample::Index>()) {
        let text = read(DRAFT);
        let mut end = at.index(text.trim_end().len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        prop_assert!(matches!(read_backup(&text[..end]), Err(DraftFault::NotJson(_))));
    }

    #[test]
    fn every_time_is_read_back(when in any_when()) {
        let mut dossier = Dossier::empty(2026);
        let limit = Limit { id: dossier.new_id(), kind: LimitKind::Other, when };
        dossier.plan.limits.push(limit);
        let envelope = envelope(dossier);
        prop_assert_eq!(Envelope::read(&envelope.write()), Ok(envelope));
    }

    #[test]
    fn every_setting_is_read_back(settings in any_settings()) {
        let dossier = Dossier { settings, ..Dossier::empty(2026) };
        let envelope = envelope(dossier);
        prop_assert_eq!(Envelope::read(&envelope.write()), Ok(envelope));
    }

    #[test]
    fn every_text_is_read_back(title in any_text()) {
        let mut dossier = Dossier::empty(2026);
        dossier.plan.title = title;
        let envelope = envelope(dossier);
        prop_assert_eq!(Envelope::read(&envelope.write()), Ok(envelope));
    }

    #[test]
    fn whatever_became_known_and_papers_say_is_read_back(proceedings in any_proceedings(), papers in any_papers()) {
        let mut dossier = Dossier { proceedings, papers, ..Dossier::empty(2026) };
        give_identities(&mut dossier);
        let written = envelope(dossier.clone()).write();
        // One of which nothing is said is as one that is not there.
        dossier.papers.retain(|_, own| *own != OwnPaper::default());
        prop_assert_eq!(Envelope::read(&written), Ok(envelope(dossier)));
    }
}
