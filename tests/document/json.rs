//! JSON against `serde_json`: the same texts are JSON, and the same text is written of each.

use doi_thoai::json::{Json, laid_out, quote};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::read;

/// What is read of a text is what `serde_json` reads of it, or neither reads it.
fn agrees(text: &str) -> Result<(), TestCaseError> {
    match (Json::read(text), serde_json::from_str::<Value>(text)) {
        (Ok(ours), Ok(theirs)) => {
            let written = ours.write();
            prop_assert_eq!(&written, &theirs.to_string(), "{}", text);
            prop_assert_eq!(Json::read(&written), Ok(ours));
            prop_assert_eq!(laid_out(&written), serde_json::to_string_pretty(&theirs).expect("a text"));
        }
        (ours, theirs) => prop_assert!(ours.is_err() && theirs.is_err(), "{text}: {ours:?}, {theirs:?}"),
    }
    Ok(())
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "[\\x00-\\x7f]{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map("[a-c\"\\\\é]{0,3}", inner, 0..5)
                .prop_map(|map| map.into_iter().collect::<Value>()),
        ]
    })
}

/// Whether all numbers in it are whole ones of 64 bits.
fn is_whole(value: &Value) -> bool {
    match value {
        Value::Number(number) => !number.is_f64(),
        Value::Array(items) => items.iter().all(is_whole),
        Value::Object(map) => map.values().all(is_whole),
        Value::Null | Value::Bool(_) | Value::String(_) => true,
    }
}

#[test]
fn what_is_json_and_what_is_not() {
    #[rustfmt::skip]
    let texts = [
        "", " ", "null", "nul", "nulll", "true ", "\u{feff}null", "\u{a0}null", "\n\t\r null",
        // Numbers.
        "0", "01", "-", "+1", "1.", ".5", "1.e1", "1e", "1e+", "18446744073709551615", "-9223372036854775808",
        // Brackets.
        "[]", "[1,]", "[,1]", "[1 2]", "[1", "{}", "{\"a\":1,}", "{\"a\"}", "{\"a\" : 1 }", "{a:1}", "{1:1}", "[}", "]", "[]]",
        "{\"a\":1,\"b\":2,\"a\":3}", "{\"b\":1,\"a\":[{\"\":{}}]}",
        // Texts.
        "\"", "\"a", "\"\\\"", "\"\\\"\"", "\"\\x\"", "\"\\/\\b\\f\\n\\r\\t\\\\\"", "\"a\nb\"", "\"\u{7f}\"", "\"\0\"",
        "\"\\u00e9\\u1EBF\"", "\"\\u12\"", "\"\\u+123\"", "\"\\u12é\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\"\\ud83dx\"",
        "\"\\ud83d\\u0041\"", "\"\\ude00\"", "\"\\ud83d\\ud83d\"", "\"\\u0000\"", "\"\u{2028}😀\"", "'a'",
    ];
    for text in texts {
        agrees(text).unwrap_or_else(|fault| panic!("{text:?}: {fault}"));
    }
    for number in ["-0", "1.5", "1e3", "1e-999", "0.10", "1E-7", "123456789012345678901234567890"] {
        // A number is kept as it is written.
        assert_eq!(Json::read(number), Ok(Json::Number(number)));
        assert!(serde_json::from_str::<Value>(number).is_ok(), "{number}");
    }
}

#[test]
fn nesting_ends_where_it_ends_elsewhere() {
    for depth in [1, 126, 127, 128, 129, 100_000] {
        agrees(&format!("{}{}", "[".repeat(depth), "]".repeat(depth))).expect("the same");
        agrees(&format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth))).expect("the same");
        agrees(&"[{\"\":".repeat(depth)).expect("the same");
    }
    // Depth is of what is open, not of what was.
    agrees(&format!("[{}[]]", "[],".repeat(1000))).expect("the same");
}

#[test]
fn a_fault_says_where() {
    assert_eq!(Json::read("{\"a\": tru}").map_err(|fault| fault.to_string()), Err("at byte 6".into()));
    assert_eq!(Json::read("[1] x").map_err(|fault| fault.at), Err(4));
}

#[test]
fn values_are_asked_for_what_they_are() {
    let mut value = Json::read(r#"{"text":"a\tb","count":7,"less":-1,"part":1.0,"most":4294967296}"#).expect("JSON");
    assert_eq!(value.get("text").and_then(Json::text), Some("a\tb"));
    assert_eq!(value.get("count").and_then(Json::count), Some(7));
    for name in ["text", "less", "part", "most", "other"] {
        assert_eq!(value.get(name).and_then(Json::count), None, "{name}");
    }
    assert_eq!(value.take("count"), Some(Json::Number("7")));
    assert_eq!(value.take("other"), None);
    assert_eq!(Json::Null.take("count"), None);
}

#[test]
fn fixtures_are_read_as_elsewhere() {
    for version in 1..=4 {
        agrees(&read(format!("tests/fixtures/draft-v{version}.json"))).expect("the same");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_value_is_read_and_written_as_elsewhere(value in any_value()) {
        agrees(&value.to_string())?;
        agrees(&serde_json::to_string_pretty(&value).expect("a text"))?;
    }

    #[test]
    fn every_text_is_quoted_as_elsewhere(text in any::<String>()) {
        let mut quoted = String::new();
        quote(&text, &mut quoted);
        prop_assert_eq!(quoted, serde_json::to_string(&text).expect("a text"));
    }

    // No "e": a number out of the range of a float is JSON here, and none there.
    #[test]
    fn a_text_changed_anywhere_is_json_or_not_as_elsewhere(
        value in any_value(), at in any::<prop::sample::Index>(), more in "[\\[\\]{}\",:\\\\u0-9 a-df\n-]{0,3}", cut in 0usize..3
    ) {
        let mut text: Vec<char> = value.to_string().chars().collect();
        let at = at.index(text.len());
        text.splice(at..(at + cut).min(text.len()), more.chars());
        let text: String = text.into_iter().collect();
        // What is no whole number of 64 bits is kept as it is written, and so written otherwise.
        match serde_json::from_str::<Value>(&text) {
            Ok(value) if !is_whole(&value) => prop_assert!(Json::read(&text).is_ok(), "{}", text),
            _ => agrees(&text)?,
        }
    }

    #[test]
    fn no_text_breaks_the_reader_of_json(text in any::<String>()) {
        agrees(&text)?;
    }
}
