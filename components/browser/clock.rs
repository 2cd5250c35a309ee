//! Today, and the time of saving, as the clerk's machine has them.

use chrono::NaiveDate;
use js_sys::Date;

/// Today by the local clock; a clock before 1970 or broken gives the first day of 2026.
pub fn today() -> NaiveDate {
    let now = Date::new_0();
    NaiveDate::from_ymd_opt(now.get_full_year() as i32, now.get_month() + 1, now.get_date())
        .or_else(|| NaiveDate::from_ymd_opt(2026, 1, 1))
        .unwrap_or_default()
}

/// Now by the local clock, RFC 3339 with its offset.
pub fn now() -> String {
    let now = Date::new_0();
    // The browser counts minutes from local time to UTC, RFC 3339 the other way.
    let offset = -(now.get_timezone_offset() as i32);
    let sign = if offset < 0 { '-' } else { '+' };
    let minutes = offset.unsigned_abs();
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{sign}{:02}:{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date(),
        now.get_hours(),
        now.get_minutes(),
        now.get_seconds(),
        minutes / 60,
        minutes % 60
    )
}

/// Milliseconds by the local clock, for measuring a pause.
pub fn millis() -> f64 {
    Date::now()
}

/// A new name for a draft: the time and some chance, in letters and digits.
pub fn new_draft_id() -> String {
    let chance = (js_sys::Math::random() * f64::from(u32::MAX)) as u64;
    let mut number = (Date::now() as u64).wrapping_mul(1 << 20) ^ chance;
    let mut id = String::new();
    while number > 0 {
        let digit = (number % 36) as u32;
        id.extend(char::from_digit(digit, 36));
        number /= 36;
    }
    id
}
