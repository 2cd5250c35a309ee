//! Which days are off: weekends, public holidays and Tết as data, and what the officer changed.
//!
//! Public holidays: Bộ luật Lao động 2019, Điều 112. Days by the moon are worked out for Hanoi's time and listed, for no
//! program should reckon with the moon at a desk. Days off in lieu are decreed each year: the officer enters them.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::dossier::DayChange;

/// Why a day is off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOff {
    /// Saturday or Sunday.
    Weekend,
    /// A public holiday, by its code.
    Holiday(&'static str),
    /// Tết and the days around it on which offices are closed.
    NewYear,
    /// A day that the officer entered.
    Entered,
}

/// Each year's first day of Tết and its Giỗ Tổ (10/3 of the moon's calendar), as month and day.
const MOON: [(i32, [u32; 2], [u32; 2]); 13] = [
    (2020, [1, 25], [4, 2]),
    (2021, [2, 12], [4, 21]),
    (2022, [2, 1], [4, 10]),
    (2023, [1, 22], [4, 29]),
    (2024, [2, 10], [4, 18]),
    (2025, [1, 29], [4, 7]),
    (2026, [2, 17], [4, 26]),
    (2027, [2, 6], [4, 16]),
    (2028, [1, 26], [4, 4]),
    (2029, [2, 13], [4, 23]),
    (2030, [2, 2], [4, 12]),
    (2031, [1, 23], [4, 1]),
    (2032, [2, 11], [4, 19]),
];

/// Holidays of the sun's calendar: month, day, code.
const FIXED: [(u32, u32, &str); 4] =
    [(1, 1, "new-year"), (4, 30, "reunification"), (5, 1, "labour"), (9, 2, "national-day")];

/// The day beside 2/9 that is off as well, where it is known: 1 or 3 September.
const BESIDE_NATIONAL_DAY: [(i32, u32); 6] = [(2021, 3), (2022, 1), (2023, 1), (2024, 3), (2025, 1), (2026, 1)];

/// Tết is five days; whether one or two of them lie before its first day is decreed each year, so all that can be are off.
const TET_BEFORE: u64 = 2;
const TET_AFTER: u64 = 3;

/// The days of an office: the usual ones, and what its officer changed.
#[derive(Clone, Copy)]
pub struct Calendar<'a> {
    changes: &'a [DayChange],
}

impl<'a> Calendar<'a> {
    /// The calendar with these changes.
    pub fn new(changes: &'a [DayChange]) -> Self {
        Self { changes }
    }

    /// Why a day is off; none for a working day. What the officer entered counts before all else.
    pub fn off(&self, day: NaiveDate) -> Option<DayOff> {
        // The last word counts.
        if let Some(change) = self.changes.iter().rev().find(|change| change.day == day) {
            return change.off.then(|| usual(day).unwrap_or(DayOff::Entered));
        }
        usual(day)
    }

    /// The first working day from this one on; none where there is none within a month.
    pub fn working_from(&self, day: NaiveDate) -> Option<NaiveDate> {
        day.iter_days().take(31).find(|day| self.off(*day).is_none())
    }
}

/// Why a day is off in any office.
fn usual(day: NaiveDate) -> Option<DayOff> {
    let (month, of_month) = (day.month(), day.day());
    if let Some((_, tet, hung)) = MOON.iter().find(|(year, ..)| *year == day.year()) {
        let first = NaiveDate::from_ymd_opt(day.year(), tet[0], tet[1]);
        let from = first.and_then(|first| first.checked_sub_days(Days::new(TET_BEFORE)));
        let to = first.and_then(|first| first.checked_add_days(Days::new(TET_AFTER)));
        if from.zip(to).is_some_and(|(from, to)| (from..=to).contains(&day)) {
            return Some(DayOff::NewYear);
        }
        if [month, of_month] == *hung {
            return Some(DayOff::Holiday("hung-kings"));
        }
    }
    if let Some((.., code)) = FIXED.iter().find(|(of, on, _)| (*of, *on) == (month, of_month)) {
        return Some(DayOff::Holiday(code));
    }
    if month == 9 && BESIDE_NATIONAL_DAY.contains(&(day.year(), of_month)) {
        return Some(DayOff::Holiday("national-day"));
    }
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun).then_some(DayOff::Weekend)
}

#[cfg(test)]
mod tests {
    use super::super::tests::on;
    use super::*;

    #[test]
    fn days_off_are_known() {
        let calendar = Calendar::new(&[]);
        assert_eq!(calendar.off(on(2026, 2, 17)), Some(DayOff::NewYear));
        assert_eq!(calendar.off(on(2026, 2, 21)), Some(DayOff::Weekend));
        assert_eq!(calendar.off(on(2026, 4, 26)), Some(DayOff::Holiday("hung-kings")));
        assert_eq!(calendar.off(on(2026, 4, 30)), Some(DayOff::Holiday("reunification")));
        assert_eq!(calendar.off(on(2026, 9, 1)), Some(DayOff::Holiday("national-day")));
        assert_eq!(calendar.off(on(2026, 9, 3)), None);
        assert_eq!(calendar.working_from(on(2026, 4, 30)), Some(on(2026, 5, 4)));
    }

    #[test]
    fn the_officers_changes_count_first() {
        let changes = [DayChange { day: on(2026, 8, 31), off: true }, DayChange { day: on(2026, 8, 22), off: false }];
        let calendar = Calendar::new(&changes);
        assert_eq!(calendar.off(on(2026, 8, 31)), Some(DayOff::Entered));
        assert_eq!(calendar.off(on(2026, 8, 22)), None);
    }

    /// Mùng 1 and Giỗ Tổ are 68 to 70 days apart, 98 to 99 where a leap month lies between.
    #[test]
    fn the_table_of_the_moon_is_sound() {
        for (at, (year, tet, hung)) in MOON.iter().enumerate() {
            assert_eq!(*year, 2020 + at as i32);
            let apart = (on(*year, hung[0], hung[1]) - on(*year, tet[0], tet[1])).num_days();
            assert!((66..=70).contains(&apart) || (96..=99).contains(&apart), "{year}: {apart}");
        }
    }
}
