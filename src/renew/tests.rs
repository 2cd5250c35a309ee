//! Days and words on their own; whole dossiers stand in `tests/document/renewing.rs`.

use chrono::{Datelike, NaiveDate};

use super::day::Shift;
use super::prose::edits;

const YEAR: Shift = Shift { from: 2024, to: 2026 };

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// A text with all that moves in it moved, and how many of its changes are not advised.
fn moved(text: &str, shift: Shift) -> (String, usize) {
    let edits = edits(text, shift, "xã");
    let mut new = text.to_owned();
    for edit in edits.iter().rev() {
        new.replace_range(edit.range.clone(), &edit.new);
    }
    (new, edits.iter().filter(|edit| !edit.advised).count())
}

#[test]
fn a_day_keeps_its_weekday_and_its_year() {
    for shift in [YEAR, Shift { from: 2024, to: 2025 }, Shift { from: 2023, to: 2024 }, Shift { from: 2026, to: 2024 }]
    {
        for offset in 0..3 {
            let year = shift.from - 1 + offset;
            for before in day(year, 1, 1).iter_days().take_while(|day| day.year() == year) {
                let after = shift.day(before).unwrap();
                assert_eq!(after.weekday(), before.weekday(), "{before}");
                assert_eq!(after.year() - before.year(), shift.to - shift.from, "{before} → {after}");
                let same = before.with_year(after.year()).unwrap_or(day(after.year(), 2, 28));
                let far = (after - same).num_days().abs();
                // At the ends of a year the nearest may lie in another.
                assert!(far <= 3 || far <= 6 && [1, 12].contains(&before.month()), "{before} → {after}");
            }
        }
        assert_eq!(shift.day(day(shift.from + 2, 5, 5)), None, "beyond the plan's time");
    }
    assert_eq!(Shift { from: 2024, to: 2024 }.day(day(2024, 5, 5)), None);
}

#[test]
fn dates_in_words_keep_their_form() {
    for (before, after) in [
        ("trước ngày 20/8/2024", "trước ngày 18/8/2026"),
        ("trước ngày 05/9.", "trước ngày 03/9."),
        (
            "gửi về Văn phòng trước 16 giờ 30 phút ngày 20/8/2024",
            "gửi về Văn phòng trước 16 giờ 30 phút ngày 18/8/2026",
        ),
        ("xong trong quý II năm 2024", "xong trong quý II năm 2026"),
        ("vào ngày 12 tháng 9 năm 2024 tại", "vào ngày 10 tháng 9 năm 2026 tại"),
        ("cuối tháng 10/2024", "cuối tháng 10/2026"),
        ("từ ngày 01/8/2024 đến ngày 15/8/2024", "từ ngày 30/7/2026 đến ngày 13/8/2026"),
    ] {
        assert_eq!(moved(before, YEAR), (after.to_owned(), 0), "{before}");
    }
}

#[test]
fn years_in_words_move() {
    for (before, after) in [
        ("đối thoại năm 2024", "đối thoại năm 2026"),
        ("kết quả năm 2023, nhiệm vụ năm 2024", "kết quả năm 2025, nhiệm vụ năm 2026"),
        ("6 tháng đầu năm 2024", "6 tháng đầu năm 2026"),
        ("ĐỐI THOẠI NĂM 2024", "ĐỐI THOẠI NĂM 2026"),
        ("vụ Đông Xuân 2023 - 2024", "vụ Đông Xuân 2025 - 2026"),
        ("năm học 2024-2025", "năm học 2026-2027"),
        ("giai đoạn 2024 - 2025", "giai đoạn 2024 - 2025"),
        ("giai đoạn 2021 – 2025", "giai đoạn 2021 – 2025"),
        ("từ năm 2021 đến năm 2025", "từ năm 2021 đến năm 2025"),
        ("2024 m2 đất; 2.024 đồng; số 2024/UBND", "2026 m2 đất; 2.024 đồng; số 2024/UBND"),
        ("Luật Đất đai năm 2024", "Luật Đất đai năm 2024"),
        (
            "theo Kế hoạch số 12-KH/ĐU, ngày 05/3/2024 của Đảng ủy",
            "theo Kế hoạch số 12-KH/ĐU, ngày 05/3/2024 của Đảng ủy",
        ),
        ("năm 2019", "năm 2019"),
    ] {
        assert_eq!(moved(before, YEAR).0, after, "{before}");
    }
}

#[test]
fn what_may_be_something_else_is_not_advised() {
    for text in [
        "2024 m2 đất",
        "đến năm 2025 đạt",
        "vụ Đông Xuân 2023 - 2024",
        "chào mừng kỷ niệm Quốc khánh 02/9/2024",
        "hoạt động từ ngày 01/7/2024",
        "UBND huyện Tân Lâm",
    ] {
        assert_eq!(moved(text, YEAR).1, 1, "{text}");
    }
}

#[test]
fn in_its_own_year_only_what_ended_is_found() {
    let text = "Hội nghị ngày 12/9/2024, năm 2024: Sở Kế hoạch và Đầu tư, UBND HUYỆN";
    let here = Shift { from: 2024, to: 2024 };
    assert_eq!(moved(text, here).0, "Hội nghị ngày 12/9/2024, năm 2024: Sở Tài chính, UBND XÃ");
}
