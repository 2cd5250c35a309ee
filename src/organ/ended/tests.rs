use super::*;

/// What is found, and the successors in a xã.
fn found(text: &str) -> Vec<(&str, String)> {
    find(text).into_iter().map(|mention| (&text[mention.range], mention.body.successor("xã"))).collect()
}

fn names(text: &str) -> Vec<&str> {
    find(text).into_iter().map(|mention| &text[mention.range]).collect()
}

#[test]
fn what_ended_is_found_with_its_successor() {
    for (text, name, successor) in [
        ("báo cáo UBND huyện Tân Lâm.", "UBND huyện Tân Lâm", "UBND xã"),
        ("ỦY BAN NHÂN DÂN HUYỆN", "ỦY BAN NHÂN DÂN HUYỆN", "Ủy ban nhân dân xã"),
        ("Uỷ ban nhân dân quận 7", "Uỷ ban nhân dân quận 7", "Ủy ban nhân dân xã"),
        ("Ban Thường vụ Huyện uỷ Tân Lâm,", "Huyện uỷ Tân Lâm", "Đảng ủy xã"),
        ("Thành ủy Vinh", "Thành ủy Vinh", "Đảng ủy xã"),
        ("UBND thành phố Vinh", "UBND thành phố Vinh", "UBND xã"),
        ("người dân thị trấn Kim Sơn", "thị trấn Kim Sơn", "xã"),
        ("các cơ quan cấp huyện", "cấp huyện", "cấp xã"),
        ("Phòng TN&MT", "Phòng TN&MT", "Phòng Kinh tế"),
        ("Phòng Tài chính – Kế hoạch huyện", "Phòng Tài chính – Kế hoạch huyện", "Phòng Kinh tế xã"),
        ("Phòng Lao động, Thương binh và Xã hội", "Phòng Lao động, Thương binh và Xã hội", "Phòng Văn hóa - Xã hội"),
        ("Phòng Y tế huyện", "Phòng Y tế huyện", "Phòng Kinh tế xã"),
        ("Ban Dân vận Tỉnh ủy", "Ban Dân vận Tỉnh ủy", "Ban Tuyên giáo và Dân vận Tỉnh ủy"),
        ("Ban Dân vận Thành ủy Hà Nội", "Ban Dân vận Thành ủy", "Ban Tuyên giáo và Dân vận Thành ủy"),
        ("cấp phó của Ban Dân vận", "Ban Dân vận", "Ban Tuyên giáo và Dân vận"),
        ("các xã, thị trấn có dự án", "xã, thị trấn", "xã, phường"),
        ("các xã, phường, thị trấn", "xã, phường, thị trấn", "xã, phường, đặc khu"),
        ("tình hình Huyện 9 tháng đầu năm", "Huyện", "xã"),
        ("Văn phòng HĐND - UBND huyện", "UBND huyện", "UBND xã"),
        ("các phòng, ban chuyên môn của huyện", "huyện", "xã"),
        ("Trưởng phòng, thủ trưởng các đơn vị thuộc UBND huyện", "UBND huyện", "UBND xã"),
        ("Liên đoàn Lao động huyện", "Liên đoàn Lao động huyện", "Công đoàn xã"),
        ("Đảng ủy Khối doanh nghiệp huyện", "Đảng ủy Khối doanh nghiệp huyện", "Đảng ủy xã"),
        ("Ban Dân vận Huyện ủy", "Ban Dân vận Huyện ủy", "Ban Xây dựng Đảng Đảng ủy xã"),
        ("Sở Kế hoạch và Đầu tư", "Sở Kế hoạch và Đầu tư", "Sở Tài chính"),
        ("Sở LĐ-TB&XH", "Sở LĐ-TB&XH", "Sở Nội vụ"),
        ("Công an huyện", "Công an huyện", "Công an xã"),
        ("TAND huyện Tân Lâm", "TAND huyện Tân Lâm", "Tòa án nhân dân khu vực"),
    ] {
        assert_eq!(found(text), [(name, successor.to_owned())], "{text}");
    }
    assert_eq!(find("UBND huyện")[0].body.successor("phường"), "UBND phường");
}

#[test]
fn what_stands_is_left_alone() {
    for text in [
        "Ban Tuyên giáo và Dân vận Tỉnh ủy",
        "Thành ủy Hà Nội",
        "UBND thành phố",
        "UBND thành phố Hải Phòng",
        "thành phố Huế",
        "ông Nguyễn Văn Quận",
        "Sở Nông nghiệp và Môi trường",
        "Sở Tài chính",
        "Phòng Văn hóa - Xã hội",
        "UBND xã, phường, đặc khu",
        "huyệnđường và quân đội",
        "",
    ] {
        assert!(names(text).is_empty(), "{text}: {:?}", names(text));
    }
}

#[test]
fn several_are_found_from_left_to_right() {
    let text = "Thường trực Huyện ủy, HĐND huyện, UBND huyện; Ban Tuyên giáo, Ban Dân vận; thị xã Nghĩa Sơn";
    assert_eq!(
        names(text),
        ["Huyện ủy", "HĐND huyện", "UBND huyện", "Ban Tuyên giáo", "Ban Dân vận", "thị xã Nghĩa Sơn"]
    );
}

#[test]
fn the_mention_of_a_paper_keeps_old_names() {
    let text =
        "Thực hiện Kế hoạch số 20-KH/HU, ngày 02/4/2024 của Ban Thường vụ Huyện ủy, Công an huyện bảo đảm an ninh";
    let now: Vec<&str> = find_now(text).into_iter().map(|mention| &text[mention.range]).collect();
    assert_eq!(now, ["Công an huyện"]);
    assert_eq!(names(text), ["Huyện ủy", "Công an huyện"]);
}

#[test]
fn every_row_can_be_found_and_is_dated() {
    for body in table::ENDED {
        assert!(body.since() >= NaiveDate::from_ymd_opt(2025, 1, 1).unwrap(), "{}", body.code);
        assert!(!body.source.is_empty());
        for wording in body.wordings {
            let text = wording
                .replace("{D}", "huyện Tân Lâm")
                .replace("{N}", "Tân Lâm")
                .replace("{C}", "Vinh")
                .replace("{*}", "Y tế");
            let found = find(&text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!((found[0].range.clone(), found[0].body.code), (0..text.len(), body.code), "{text}");
            assert_eq!(found[0].body.successor, body.successor, "{text}");
            // A successor stands.
            assert!(find(&body.successor("xã")).is_empty(), "{}", body.successor);
            let plain =
                |text: &str| text.split(' ').filter(|part| !part.starts_with('{')).collect::<Vec<_>>().join(" ");
            assert_eq!(words::fold(&plain(wording)), plain(wording), "as it is compared");
        }
    }
}
