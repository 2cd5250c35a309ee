//! What people type.

use chrono::NaiveDate;

use crate::words::when::{Bound, Clock, Interval, MonthPart, Side, Sitting, TimeOfDay, When};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn at(hour: u32, minute: u32) -> TimeOfDay {
    TimeOfDay::At(Clock { hour, minute })
}

/// Each text is read as `when`, in 2026.
fn all_read(when: When, texts: &[&str]) {
    for text in texts {
        assert_eq!(When::parse(text, 2026), Ok(when.clone()), "{text}");
    }
}

#[test]
fn holes_and_open_times() {
    all_read(When::Unset, &["", "  ", "……", "...", "…", "____", "\u{A0}"]);
    all_read(
        When::Announced,
        &["thông báo sau", "Có thông báo sau", "(sẽ thông báo sau)", "thong bao sau.", "Thời gian: thông báo sau"],
    );
}

#[test]
fn days_and_times() {
    let on = |time| When::Day { day: day(2026, 9, 5), time };
    all_read(
        on(None),
        &[
            "5/9",
            "ngày 5/9/2026",
            "vào ngày 05/9/2026.",
            "Dự kiến: ngày 05 tháng 9 năm 2026",
            "2026-09-05",
            "5-9",
            "ngày mùng 5/9",
            "05/9/2026 - thứ Bảy",
            "(05/9/2026)./.",
            "thứ Bảy, ngày 05/9/2026",
            "Thứ 7 - 05/09/2026",
            "05/9/2026 (thứ Bảy)",
            "tổ chức vào ngày 5/9",
        ],
    );
    all_read(When::Day { day: day(2026, 10, 12), time: None }, &["12/10", "12-10", "12.10", "12/10/26"]);
    all_read(
        on(Some(TimeOfDay::Morning)),
        &["sáng 5/9", "sang 5/9", "buổi sáng, ngày 5/9/2026", "ngày 5/9 (buổi sáng)", "sáng thứ Bảy, ngày 5/9"],
    );
    all_read(
        on(Some(at(8, 30))),
        &[
            "8h30 ngày 5/9/2026",
            "8 giờ 30 ngày 5/9/2026",
            "08 giờ 30 phút, ngày 05/9/2026",
            "8:30 5/9",
            "8g30, 5/9",
            "5/9/2026, lúc 8h30",
            "ngày 5/9 vào hồi 8 giờ 30 phút",
            "8 giờ rưỡi sáng 5/9",
            "8h30' ngày 5/9",
            "8h30 - 5/9/2026",
            "8h30p 5/9",
            "8h30’, 5/9",
            "Từ 8h30 ngày 5/9/2026",
            "8h30, thứ Bảy, ngày 05 tháng 9 năm 2026",
        ],
    );
    all_read(on(Some(at(8, 0))), &["8h 5/9", "8h, 5/9/2026", "8 giờ 5/9", "8 giờ, 05-09-2026", "8h 5 tháng 9"]);
    all_read(on(Some(at(14, 0))), &["2h chiều 5/9", "14h, chiều 5/9", "14 giờ 00 phút ngày 5/9", "chiều 5/9, 14h"]);
    all_read(on(Some(at(19, 30))), &["7h30 tối 5/9", "19:30 ngày 5/9"]);
    all_read(on(Some(TimeOfDay::WholeDay)), &["cả ngày 5/9", "ca ngay 05/9/2026", "cả ngày, ngày 5/9"]);
    let (from, to) = (Clock { hour: 8, minute: 0 }, Clock { hour: 11, minute: 30 });
    all_read(
        on(Some(TimeOfDay::Hours { from, to })),
        &[
            "8h00-11h30 ngày 5/9",
            "từ 8h đến 11h30, 5/9",
            "từ 08 giờ 00 phút đến 11 giờ 30 phút ngày 05/9/2026",
            "ngày 5/9, 8:00 - 11:30",
            "8 giờ 00 - 11 giờ 30 ngày 5/9",
            "8h tới 11h30 sáng 5/9",
        ],
    );
}

#[test]
fn spans() {
    let span = |time| When::Span { from: day(2026, 9, 25), to: day(2026, 9, 29), time };
    all_read(
        span(None),
        &[
            "từ ngày 25/9 đến ngày 29/9/2026",
            "25/9 den 29/9",
            "25-29/9/2026",
            "25 – 29/9",
            "25/9 - 29/9/2026",
            "từ ngày 25/9/2026 đến 29/9/2026",
            "từ 25 đến 29/9",
            "từ ngày 25 đến ngày 29 tháng 9 năm 2026",
            "25-29 tháng 9",
            "25/9 tới 29/9",
            "25/9/2026 - 29/9",
            "dự kiến từ ngày 25/9 đến hết ngày 29/9/2026",
            "25.9-29.9.2026",
            "từ thứ Sáu, ngày 25/9 đến thứ Ba, ngày 29/9/2026",
            "2026-09-25 - 2026-09-29",
        ],
    );
    all_read(
        span(Some(TimeOfDay::Sittings { count: 1, sitting: Sitting::Morning })),
        &[
            "01 buổi sáng, dự kiến từ ngày 25/9 đến ngày 29/9/2026",
            "một buổi sáng 25-29/9",
            "1 buổi (sáng), 25-29/9",
            "trong 01 buổi sáng, từ 25/9 đến 29/9",
        ],
    );
    all_read(
        span(Some(TimeOfDay::Sittings { count: 2, sitting: Sitting::Day })),
        &["02 ngày, từ ngày 25/9 đến ngày 29/9/2026", "trong 2 ngày, dự kiến 25-29/9"],
    );
    let half_day = TimeOfDay::Sittings { count: 1, sitting: Sitting::HalfDay };
    all_read(
        span(Some(half_day)),
        &["½ ngày, 25-29/9", "1/2 ngày, từ 25/9 đến 29/9", "nửa ngày 25-29/9", "01 buổi, 25-29/9"],
    );
    all_read(
        When::Span { from: day(2026, 9, 5), to: day(2026, 9, 6), time: None },
        &["ngày 05 và 06/9/2026", "5/9 và 6/9", "kể từ ngày 5/9 đến ngày 6/9"],
    );
    let winter = When::Span { from: day(2026, 12, 28), to: day(2027, 1, 3), time: None };
    all_read(winter, &["28/12 - 03/01/2027", "28/12/2026 đến 3/1", "28/12 - 3/1"]);
}

#[test]
fn months_and_quarters() {
    let part = |month, part| When::MonthPart { year: 2026, month, part, time: None };
    all_read(part(10, MonthPart::Middle), &["giữa tháng 10/2026", "giua thang 10", "vào giữa tháng Mười năm 2026"]);
    all_read(part(8, MonthPart::End), &["dự kiến tổ chức vào cuối tháng 8/2026", "cuối tháng 08-2026"]);
    all_read(part(4, MonthPart::MiddleTen), &["trung tuần tháng 4", "Trung tuần tháng 4/ 2026"]);
    all_read(part(9, MonthPart::Whole), &["tháng 9", "trong tháng 9/2026", "9/2026", "tháng 9, 2026"]);
    all_read(part(5, MonthPart::Whole), &["tháng năm năm 2026"]);
    all_read(
        When::Quarter { year: 2026, quarter: 2 },
        &["quý II/2026", "quy 2/2026", "trong quý II năm 2026", "Quý 2", "(quý II/2026)", "quý hai", "Q2/2026"],
    );
}

#[test]
fn limits() {
    let before = |time| When::Before { day: day(2026, 9, 5), time };
    let by = |time| When::By { day: day(2026, 9, 5), time };
    all_read(before(None), &["trước ngày 05/9/2026", "truoc 5/9", "chậm nhất trước ngày 5/9", "trước ngày 5-9-2026"]);
    all_read(
        before(Some(at(17, 0))),
        &["trước 17 giờ 00 phút ngày 5/9", "trước 17h, ngày 5/9", "trước 5 giờ chiều 5/9"],
    );
    all_read(
        by(None),
        &[
            "chậm nhất ngày 05/9/2026",
            "chậm nhất là 5/9",
            "đến hết ngày 5/9",
            "muộn nhất đến ngày 5/9/2026",
            "hết ngày 5/9",
            "từ nay đến hết ngày 5/9",
            "không quá ngày 5/9",
            "hoàn thành chậm nhất ngày 5/9",
        ],
    );
    all_read(by(Some(TimeOfDay::Afternoon)), &["chậm nhất chiều 5/9", "chậm nhất buổi chiều ngày 05/9/2026"]);
}

#[test]
fn distances() {
    let relative = |side, days, bound| When::Relative { side, days, bound, working: false };
    all_read(
        relative(Side::Before, 7, Bound::Exactly),
        &[
            "trước 7 ngày",
            "trước 07 ngày",
            "trước hội nghị 7 ngày",
            "trước ngày tổ chức hội nghị 7 ngày",
            "7 ngày trước hội nghị",
            "trước khi tổ chức tiếp xúc, đối thoại 01 tuần",
        ],
    );
    all_read(
        relative(Side::Before, 7, Bound::AtLeast),
        &[
            "trước hội nghị ít nhất 07 ngày",
            "chậm nhất 07 ngày trước ngày tiếp xúc, đối thoại",
            "tối thiểu 7 ngày trước hội nghị",
            "trước hội nghị chậm nhất 7 ngày",
        ],
    );
    all_read(
        relative(Side::After, 10, Bound::AtMost),
        &[
            "trong vòng 10 ngày sau hội nghị",
            "sau hội nghị chậm nhất 10 ngày",
            "trong 10 ngày sau hội nghị",
            "tối đa 10 ngày kể từ ngày kết thúc hội nghị",
            "trong thời hạn 10 ngày, kể từ ngày kết thúc hội nghị",
            "sau khi kết thúc đối thoại chậm nhất không quá 10 ngày",
            "trong thời gian 10 ngày sau đối thoại",
        ],
    );
    all_read(
        When::Relative { side: Side::After, days: 5, bound: Bound::AtMost, working: true },
        &["trong vòng 05 ngày làm việc sau hội nghị", "cham nhat 5 ngay lam viec sau hoi nghi"],
    );
}

#[test]
fn rhythms() {
    let recurring = |every, times| When::Recurring { every, times };
    all_read(
        recurring(Interval::Quarter, 1),
        &[
            "hằng quý",
            "hàng quý",
            "hang quy",
            "01 quý/lần",
            "định kỳ 01 quý/lần",
            "mỗi quý một lần",
            "03 tháng/lần",
            "định kỳ hàng quý",
        ],
    );
    all_read(
        recurring(Interval::Year, 2),
        &["02 lần/năm", "mỗi năm 02 kỳ", "mỗi năm 2 lần", "2 lần mỗi năm", "một năm hai lần", "2 lần/01 năm"],
    );
    all_read(recurring(Interval::HalfYear, 1), &["06 tháng/lần", "định kỳ 6 tháng", "nửa năm một lần"]);
    all_read(recurring(Interval::Year, 1), &["hằng năm", "mỗi năm"]);
    all_read(recurring(Interval::Month, 1), &["hằng tháng", "định kỳ tháng", "1 tháng 1 lần"]);
}
