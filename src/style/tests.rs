use super::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn the_date_picks_the_party_set() {
    assert_eq!(FormatCode::in_force(System::Party, day(2026, 5, 26)), FormatCode::Hd36);
    assert_eq!(FormatCode::in_force(System::Party, day(2026, 5, 27)), FormatCode::Hd05);
    assert_eq!(FormatCode::in_force(System::State, day(2026, 5, 27)), FormatCode::Nd30);
    assert_eq!(FormatCode::in_force(System::Front, day(2021, 1, 1)), FormatCode::Nd30);
}

#[test]
fn margins_are_legal_and_mirror_for_the_party_alone() {
    for code in FormatCode::ALL {
        let page = code.format().page;
        assert_eq!((page.top, page.bottom, page.left, page.right), (20.0, 20.0, 30.0, 15.0));
        assert_eq!(page.text_width(), 165.0);
        assert_eq!(code.format().two_sided(true).page.mirrored, code != FormatCode::Nd30);
    }
}

#[test]
fn office_is_bold_for_the_state_alone() {
    assert!(FormatCode::Nd30.format().role(Role::Office).bold);
    assert!(!FormatCode::Hd36.format().role(Role::Office).bold);
    assert!(!FormatCode::Hd05.format().role(Role::Office).bold);
}

#[test]
fn widths_agree_with_the_measured_ones() {
    // Measured in a Times-metric font.
    for (line, size, width) in [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12.0, 88.3),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13.0, 95.7),
        ("Độc lập - Tự do - Hạnh phúc", 14.0, 60.5),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", 15.0, 72.9),
        ("ỦY BAN NHÂN DÂN", 13.0, 43.2),
    ] {
        let got = text_width_mm(line, size, true);
        assert!((got - width).abs() < 1.0, "{line} at {size}: {got}, measured {width}");
    }
}
