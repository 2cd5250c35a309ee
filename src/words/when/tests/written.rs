//! Every form of words, as it is printed.

use chrono::NaiveDate;

use crate::words::when::{Bound, Clock, Interval, MonthPart, Side, Sitting, TimeOfDay, When, Wording};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

/// Bare, Full, Clause, Long.
fn reads(when: When, forms: [&str; 4]) {
    assert_eq!(Wording::ALL.map(|wording| when.wording(wording)), forms);
}

fn at(hour: u32, minute: u32) -> TimeOfDay {
    TimeOfDay::At(Clock { hour, minute })
}

#[test]
fn holes_and_open_times() {
    reads(When::Unset, ["……"; 4]);
    reads(When::Announced, ["thông báo sau", "thông báo sau", "vào thời gian thông báo sau", "thông báo sau"]);
}

#[test]
fn days() {
    let on = |time| When::Day { day: day(9, 5), time };
    reads(on(None), ["05/9/2026", "ngày 05/9/2026", "vào ngày 05/9/2026", "ngày 05 tháng 9 năm 2026"]);
    reads(
        on(Some(TimeOfDay::Morning)),
        [
            "sáng 05/9/2026",
            "buổi sáng, ngày 05/9/2026",
            "vào sáng ngày 05/9/2026",
            "buổi sáng, ngày 05 tháng 9 năm 2026",
        ],
    );
    reads(
        on(Some(TimeOfDay::WholeDay)),
        ["cả ngày 05/9/2026", "cả ngày 05/9/2026", "trong cả ngày 05/9/2026", "cả ngày 05 tháng 9 năm 2026"],
    );
    reads(
        on(Some(at(8, 0))),
        [
            "08 giờ 00 phút, 05/9/2026",
            "08 giờ 00 phút, ngày 05/9/2026",
            "lúc 08 giờ 00 phút, ngày 05/9/2026",
            "08 giờ 00 phút, ngày 05 tháng 9 năm 2026",
        ],
    );
}

#[test]
fn spans() {
    let span = |time| When::Span { from: day(9, 25), to: day(9, 29), time };
    reads(
        span(None),
        [
            "25/9 - 29/9/2026",
            "từ ngày 25/9 đến ngày 29/9/2026",
            "từ ngày 25/9 đến ngày 29/9/2026",
            "từ ngày 25 tháng 9 đến ngày 29 tháng 9 năm 2026",
        ],
    );
    let morning = TimeOfDay::Sittings { count: 1, sitting: Sitting::Morning };
    reads(
        span(Some(morning)),
        [
            "01 buổi sáng, 25/9 - 29/9/2026",
            "01 buổi sáng, từ ngày 25/9 đến ngày 29/9/2026",
            "trong 01 buổi sáng, từ ngày 25/9 đến ngày 29/9/2026",
            "01 buổi sáng, từ ngày 25 tháng 9 đến ngày 29 tháng 9 năm 2026",
        ],
    );
    let from = NaiveDate::from_ymd_opt(2025, 12, 30).unwrap();
    let winter = When::Span { from, to: day(1, 2), time: None };
    assert_eq!(winter.wording(Wording::Full), "từ ngày 30/12/2025 đến ngày 02/01/2026");
}

#[test]
fn months_and_quarters() {
    let part = |month, part, time| When::MonthPart { year: 2026, month, part, time };
    reads(
        part(10, MonthPart::Middle, None),
        ["giữa tháng 10/2026", "giữa tháng 10/2026", "vào giữa tháng 10/2026", "giữa tháng 10 năm 2026"],
    );
    reads(
        part(1, MonthPart::Whole, None),
        ["tháng 01/2026", "tháng 01/2026", "trong tháng 01/2026", "tháng 01 năm 2026"],
    );
    let trung_tuan = part(4, MonthPart::MiddleTen, Some(TimeOfDay::Afternoon));
    assert_eq!(trung_tuan.wording(Wording::Full), "buổi chiều, trung tuần tháng 4/2026");
    assert_eq!(trung_tuan.wording(Wording::Clause), "vào buổi chiều, trung tuần tháng 4/2026");
    reads(
        When::Quarter { year: 2026, quarter: 2 },
        ["quý II/2026", "quý II/2026", "trong quý II/2026", "quý II năm 2026"],
    );
}

#[test]
fn limits() {
    reads(
        When::Before { day: day(9, 5), time: None },
        ["trước 05/9/2026", "trước ngày 05/9/2026", "trước ngày 05/9/2026", "trước ngày 05 tháng 9 năm 2026"],
    );
    reads(
        When::By { day: day(6, 16), time: Some(at(17, 0)) },
        [
            "chậm nhất 17 giờ 00 phút, 16/6/2026",
            "chậm nhất 17 giờ 00 phút ngày 16/6/2026",
            "chậm nhất 17 giờ 00 phút ngày 16/6/2026",
            "chậm nhất 17 giờ 00 phút ngày 16 tháng 6 năm 2026",
        ],
    );
}

#[test]
fn distances() {
    let relative = |side, days, bound| When::Relative { side, days, bound, working: false };
    reads(
        relative(Side::Before, 7, Bound::AtLeast),
        [
            "trước ít nhất 07 ngày",
            "trước hội nghị ít nhất 07 ngày",
            "trước hội nghị ít nhất 07 ngày",
            "ít nhất 07 ngày trước ngày tổ chức hội nghị",
        ],
    );
    reads(
        relative(Side::After, 30, Bound::AtMost),
        [
            "sau không quá 30 ngày",
            "chậm nhất 30 ngày sau hội nghị",
            "chậm nhất 30 ngày sau hội nghị",
            "trong thời hạn 30 ngày kể từ ngày kết thúc hội nghị",
        ],
    );
    let working = When::Relative { side: Side::After, days: 5, bound: Bound::Exactly, working: true };
    assert_eq!(working.wording(Wording::Full), "sau hội nghị 05 ngày làm việc");
}

#[test]
fn rhythms() {
    let recurring = |every, times| When::Recurring { every, times };
    reads(recurring(Interval::Quarter, 1), ["01 quý/lần", "hằng quý", "định kỳ hằng quý", "định kỳ 01 quý/lần"]);
    reads(recurring(Interval::Year, 2), ["02 lần/năm", "02 lần/năm", "mỗi năm 02 lần", "mỗi năm 02 lần"]);
    reads(
        recurring(Interval::HalfYear, 1),
        ["06 tháng/lần", "06 tháng/lần", "định kỳ 06 tháng/lần", "định kỳ 06 tháng/lần"],
    );
}
