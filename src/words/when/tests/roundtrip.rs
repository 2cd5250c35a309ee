//! Every wording of every value is read back as that value, and no text can break the reader.

use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;

use crate::words;
use crate::words::when::{Bound, Clock, Interval, MonthPart, Side, Sitting, TimeOfDay, When, Wording};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0u64..62_457).prop_map(|offset| day(1930, 1, 1) + Days::new(offset))
}

fn any_clock() -> impl Strategy<Value = Clock> {
    (0u32..24, 0u32..60).prop_map(|(hour, minute)| Clock { hour, minute })
}

fn any_moment() -> impl Strategy<Value = TimeOfDay> {
    prop_oneof![
        Just(TimeOfDay::Morning),
        Just(TimeOfDay::Afternoon),
        Just(TimeOfDay::Evening),
        any_clock().prop_map(TimeOfDay::At),
    ]
}

fn any_time() -> impl Strategy<Value = TimeOfDay> {
    let sitting = prop_oneof![
        Just(Sitting::HalfDay),
        Just(Sitting::Morning),
        Just(Sitting::Afternoon),
        Just(Sitting::Evening),
        Just(Sitting::Day),
    ];
    prop_oneof![
        any_moment(),
        Just(TimeOfDay::WholeDay),
        (any_clock(), any_clock())
            .prop_filter("an end after the start", |(from, to)| from < to)
            .prop_map(|(from, to)| TimeOfDay::Hours { from, to }),
        (1u32..1000, sitting).prop_map(|(count, sitting)| TimeOfDay::Sittings { count, sitting }),
    ]
}

fn any_when() -> impl Strategy<Value = When> {
    use prop::option::of;
    let part = prop_oneof![
        Just(MonthPart::Whole),
        Just(MonthPart::Start),
        Just(MonthPart::Middle),
        Just(MonthPart::End),
        Just(MonthPart::FirstTen),
        Just(MonthPart::MiddleTen),
        Just(MonthPart::LastTen),
    ];
    let every = prop_oneof![
        Just(Interval::Week),
        Just(Interval::Month),
        Just(Interval::Quarter),
        Just(Interval::HalfYear),
        Just(Interval::Year),
    ];
    let side = prop_oneof![Just(Side::Before), Just(Side::After)];
    let bound = prop_oneof![Just(Bound::AtLeast), Just(Bound::Exactly), Just(Bound::AtMost)];
    prop_oneof![
        Just(When::Unset),
        Just(When::Announced),
        (any_day(), of(any_time())).prop_map(|(day, time)| When::Day { day, time }),
        (any_day(), 0u64..800, of(any_time())).prop_map(|(from, length, time)| {
            let to = (from + Days::new(length)).min(day(2100, 12, 31)).max(from);
            When::Span { from, to, time }
        }),
        (1930i32..=2100, 1u32..=12, part, of(any_time()))
            .prop_map(|(year, month, part, time)| { When::MonthPart { year, month, part, time } }),
        (1930i32..=2100, 1u32..=4).prop_map(|(year, quarter)| When::Quarter { year, quarter }),
        (any_day(), of(any_moment())).prop_map(|(day, time)| When::Before { day, time }),
        (any_day(), of(any_moment())).prop_map(|(day, time)| When::By { day, time }),
        (side, 1u32..1000, bound, any::<bool>())
            .prop_map(|(side, days, bound, working)| { When::Relative { side, days, bound, working } }),
        (every, 1u32..1000).prop_map(|(every, times)| When::Recurring { every, times }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn every_wording_is_read_back(when in any_when(), year in 1900i32..2200) {
        prop_assert_eq!(when.validate(), Ok(()));
        for wording in Wording::ALL {
            let text = when.wording(wording);
            prop_assert_eq!(When::parse(&text, year), Ok(when.clone()), "{:?}: {}", wording, text);
            let bare = words::strip_marks(&text).to_uppercase();
            prop_assert_eq!(When::parse(&bare, year), Ok(when.clone()), "{:?}: {}", wording, bare);
            prop_assert_eq!(words::nfc(&text), text);
        }
    }

    #[test]
    fn a_year_left_out_is_the_one_passed_in(from in any_day(), length in 0u64..60) {
        let to = from + Days::new(length);
        let short = words::day_month(from);
        prop_assert_eq!(When::parse(&short, from.year()), Ok(When::Day { day: from, time: None }), "{}", short);
        let span = [&short, "-", &words::day_month(to)].concat();
        if to.year() <= 2100 {
            prop_assert_eq!(When::parse(&span, from.year()), Ok(When::Span { from, to, time: None }), "{}", span);
        }
    }

    #[test]
    fn earliest_is_never_after_latest(when in any_when(), first in any_day(), length in 0u64..30) {
        let last = first + Days::new(length);
        if let (Some(earliest), Some(latest)) = (when.earliest(), when.latest()) {
            prop_assert!(earliest <= latest);
            prop_assert!((1929..=2101).contains(&latest.year()));
        }
        if let (Some(earliest), Some(latest)) = (when.earliest_from(first, last), when.latest_from(first, last)) {
            prop_assert!(earliest <= latest);
        }
    }

    #[test]
    fn reading_never_panics(text in any::<String>(), year: i32) {
        let _ = When::parse(&text, year);
    }

    #[test]
    fn what_is_read_is_valid_and_can_be_written(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "từ", "đến", "ngày", "tháng", "năm", "quý", "trước", "sau", "chậm nhất", "hội nghị", "sáng", "buổi",
                "giờ", "h", "lần", "mỗi", "hằng", "giữa", "trong vòng", "thứ", "5", "9", "30", "2026", "0", "/", "-",
                ".", ",", ":", "5/9", "29/9/2026", "4294967295", "II",
            ]), 0..9),
        year: i32,
    ) {
        let text = words.join(" ");
        if let Ok(when) = When::parse(&text, year) {
            prop_assert_eq!(when.validate(), Ok(()), "{}", text);
            for wording in Wording::ALL {
                prop_assert_eq!(When::parse(&when.wording(wording), year), Ok(when.clone()), "{}", text);
            }
        }
    }
}
