//! Numbers as offices write and type them.
//!
//! Knows no unit: "đại biểu" or "phiếu" is the caller's word. No floating point: shares are computed from whole
//! counts, so that a tally prints the same everywhere (and float printing stays out of the wasm).

use super::spelling::is_dash;

/// Why a text is not a count. A code; the locale words it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountFault {
    /// Empty, letters, a decimal comma, or a point that does not part thousands.
    NotANumber,
    /// A number below zero.
    Negative,
    /// Above the largest count that the field takes.
    TooLarge {
        /// That largest count.
        max: u32,
    },
}

/// A count in running text, under ten with a zero: "05", "12" (custom of plans: "03 đại biểu").
pub fn padded(number: u32) -> String {
    let mut text = String::new();
    push_padded(&mut text, number);
    text
}

/// As [`padded`], at the end of `text`.
pub(super) fn push_padded(text: &mut String, number: u32) {
    if number < 10 {
        text.push('0');
    }
    text.push_str(&number.to_string());
}

/// A number with points between thousands: "1.250".
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

/// `part` of `whole` in per cent, one decimal after a comma, half rounded up: "98,6%".
///
/// None of it and all of it are "0%" and "100%", so that "100,0%" never passes for every household.
/// `None` where `whole` is 0: there is no share of nothing.
pub fn percent(part: u32, whole: u32) -> Option<String> {
    if whole == 0 {
        return None;
    }
    if part == 0 || part == whole {
        return Some(if part == 0 { "0%" } else { "100%" }.to_owned());
    }
    let (part, whole) = (u64::from(part), u64::from(whole));
    let tenths = (part * 2000 + whole) / (whole * 2);
    let mut text = thousands(tenths / 10);
    text.push(',');
    text.push_str(&(tenths % 10).to_string());
    text.push('%');
    Some(text)
}

/// Reads a count that an officer typed: "5", "05", "1.250", "1 250".
///
/// # Errors
/// [`CountFault`]; a point or a space is taken only where it parts groups of three digits.
pub fn parse_count(text: &str, max: u32) -> Result<u32, CountFault> {
    let text = text.trim();
    let Some(below_zero) = text.strip_prefix(is_dash) else {
        return match magnitude(text)? {
            Some(number) if number <= max => Ok(number),
            _ => Err(CountFault::TooLarge { max }),
        };
    };
    match magnitude(below_zero.trim_start())? {
        Some(0) => Ok(0),
        _ => Err(CountFault::Negative),
    }
}

/// The number without its sign; `None` where it is larger than any count.
fn magnitude(text: &str) -> Result<Option<u32>, CountFault> {
    let mut groups = text.split(['.', ' ', '\u{a0}', '\u{202f}']);
    let first = groups.next().unwrap_or_default();
    let mut digits = String::from(first);
    let mut grouped = false;
    for group in groups {
        if group.len() != 3 {
            return Err(CountFault::NotANumber);
        }
        digits.push_str(group);
        grouped = true;
    }
    let well_grouped = !grouped || (1..=3).contains(&first.len());
    if digits.is_empty() || !well_grouped || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(CountFault::NotANumber);
    }
    // Only an overflow can fail here: the text is digits.
    Ok(digits.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn counts_under_ten_have_a_zero() {
        let row: Vec<String> = [0, 1, 5, 9, 10, 12, 120].into_iter().map(padded).collect();
        assert_eq!(row.join(" "), "00 01 05 09 10 12 120");
    }

    #[test]
    fn thousands_are_parted_by_points() {
        assert_eq!(thousands(0), "0");
        assert_eq!(thousands(999), "999");
        assert_eq!(thousands(1250), "1.250");
        assert_eq!(thousands(1_234_567), "1.234.567");
    }

    #[test]
    fn shares_have_one_decimal_after_a_comma() {
        assert_eq!(percent(986, 1000).unwrap(), "98,6%");
        assert_eq!(percent(1, 2).unwrap(), "50,0%");
        assert_eq!(percent(2, 3).unwrap(), "66,7%");
        assert_eq!(percent(1, 8).unwrap(), "12,5%");
        assert_eq!(percent(1, 16).unwrap(), "6,3%");
        assert_eq!(percent(0, 7).unwrap(), "0%");
        assert_eq!(percent(7, 7).unwrap(), "100%");
        assert_eq!(percent(9999, 10000).unwrap(), "100,0%");
        assert_eq!(percent(u32::MAX, 1).unwrap(), "429.496.729.500,0%");
        assert_eq!(percent(1, 0), None);
    }

    #[test]
    fn counts_are_read_as_typed() {
        for (text, number) in
            [("5", 5), ("05", 5), (" 12 ", 12), ("1.250", 1250), ("1 250", 1250), ("1250", 1250), ("-0", 0)]
        {
            assert_eq!(parse_count(text, 10_000), Ok(number), "{text}");
        }
    }

    #[test]
    fn what_is_no_count_is_named() {
        for text in ["", " ", "abc", "5a", "1,5", "1.25", "1.2500", "1250.000", ".250", "٥", "--5", "5-6"] {
            assert_eq!(parse_count(text, 10_000), Err(CountFault::NotANumber), "{text}");
        }
        assert_eq!(parse_count("-3", 100), Err(CountFault::Negative));
        assert_eq!(parse_count("−99999999999", 100), Err(CountFault::Negative));
        assert_eq!(parse_count("101", 100), Err(CountFault::TooLarge { max: 100 }));
        assert_eq!(parse_count("99999999999", 100), Err(CountFault::TooLarge { max: 100 }));
    }

    proptest! {
        #[test]
        fn a_count_written_is_read_back(number: u32) {
            prop_assert_eq!(parse_count(&thousands(number.into()), u32::MAX), Ok(number));
            prop_assert_eq!(parse_count(&padded(number), u32::MAX), Ok(number));
        }

        #[test]
        fn reading_a_count_never_panics(text in any::<String>(), max: u32) {
            if let Ok(number) = parse_count(&text, max) {
                prop_assert!(number <= max);
            }
        }
    }
}
