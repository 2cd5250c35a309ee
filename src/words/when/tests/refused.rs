//! What is refused, and with which code.

use chrono::NaiveDate;

use crate::words::DateFault;
use crate::words::when::{When, WhenFault};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Each text is refused with `fault`, in 2026.
fn all_refused(fault: WhenFault, texts: &[&str]) {
    for text in texts {
        assert_eq!(When::parse(text, 2026), Err(fault), "{text}");
    }
}

#[test]
fn refusals_are_precise() {
    all_refused(
        WhenFault::NotUnderstood,
        &[
            "abc",
            "sớm",
            "ngày",
            "dự kiến",
            "8h30",
            "sáng",
            "5/9 và 7/9",
            "25",
            "ngày ... tháng ... năm 2026",
            "trước",
            "trước hội nghị",
            "10 ngày",
            "2 tháng/lần",
            "hằng",
            "ít nhất không quá 7 ngày trước hội nghị",
            "sáng 5/9 đến chiều 6/9",
            "14h sáng 5/9",
            "8h, 9h ngày 5/9",
            "🙂",
            "trước sau 7 ngày",
            "////",
            "🙂 5/9",
            "¾ ngày, 5/9",
            "trong tháng 9 và tháng 10/2026",
            "- -",
        ],
    );
    all_refused(WhenFault::NotUnderstood, &[&"5/9 ".repeat(60)]);
    let date = WhenFault::Date;
    let none = DateFault::NoSuchDay { day: 31, month: 2, year: 2026 };
    all_refused(date(none), &["31/2", "sáng 31/2/2026", "trước ngày 31/2", "từ 20/2 đến 31/2", "31/2 - 5/3"]);
    all_refused(date(DateFault::MonthOutOfRange), &["5/13/2026", "giữa tháng 13", "tháng 0", "5-9/13", "9/26"]);
    all_refused(
        date(DateFault::YearOutOfRange),
        &["5/9/0", "5/9/0000", "tháng 9/3000", "quý II/1900", "25/9 - 29/9/0"],
    );
    all_refused(date(DateFault::WrongWeekday { day: day(2026, 9, 5) }), &["Chủ nhật, ngày 05/9/2026", "8h thứ 2, 5/9"]);
    all_refused(WhenFault::QuarterOutOfRange, &["quý 5", "quý 0/2026"]);
    all_refused(WhenFault::TimeOutOfRange, &["25h ngày 5/9", "8h60 ngày 5/9", "24:00 5/9"]);
    all_refused(
        WhenFault::Backwards,
        &["29/9 - 25/9/2026", "từ 5/9/2026 đến 5/9/2025", "29-25/9", "11h - 8h ngày 5/9"],
    );
    all_refused(WhenFault::CountOutOfRange, &["trước hội nghị 0 ngày", "0 lần/năm", "00 buổi, 5/9", "trước 1000 ngày"]);
    all_refused(WhenFault::TimeDoesNotFit, &["sáng quý II", "hằng quý, 8h", "chậm nhất 01 buổi, ngày 5/9"]);
    assert_eq!(When::parse("5/9", 0), Err(date(DateFault::YearOutOfRange)));
}
