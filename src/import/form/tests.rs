use super::*;
use crate::import::source::plain;

const OLD: &str = "ỦY BAN NHÂN DÂN\nXÃ BÌNH MINH\n\nPHIẾU LẤY Ý KIẾN\n(Phục vụ hội nghị đối thoại năm 2024)\n\nĐể chuẩn bị hội nghị, đề nghị ông (bà) cho ý kiến.\n\
    I. THÔNG TIN CHUNG\nHọ và tên: ............................ Năm sinh: ..............\nĐịa chỉ: ……………………………………\n\
    II. NỘI DUNG\n1. Ông (bà) có ý kiến gì về đường giao thông?\n..............................................\n..............................................\n\
    2. Ông (bà) đánh giá thái độ phục vụ thế nào?\n□ Tốt    □ Khá    □ Chưa tốt\n3. Ông (bà) quan tâm lĩnh vực nào? (chọn nhiều ô)\n☐ Đất đai\n☐ Môi trường\n☐ Ý kiến khác: .................\n\
    Câu 4: Ông (bà) có đồng ý với phương án thu gom rác không?\n[ ] Đồng ý\n[ ] Không đồng ý\n\
    Bình Minh, ngày ... tháng ... năm 2024\nNGƯỜI CHO Ý KIẾN\n(Ký, ghi rõ họ tên)";

fn old() -> Form {
    read(&plain(OLD).lines).expect("a form")
}

#[test]
fn an_old_form_is_read() {
    let form = old();
    assert_eq!(words_of(&form.title), "Phiếu lấy ý kiến");
    assert_eq!(words_of(&form.subtitle), "Phục vụ hội nghị đối thoại năm 2024");
    assert!(form.headed && form.numbered);
    let kinds: Vec<Kind> = form.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(
        kinds,
        [
            Kind::Statement,
            Kind::Respondent,
            Kind::Section,
            Kind::Open,
            Kind::Single,
            Kind::Multiple,
            Kind::Agree,
            Kind::Signature
        ]
    );
    let fields: Vec<String> = form.blocks[1].options.iter().map(|item| words_of(&item.text)).collect();
    assert_eq!(fields, ["Họ và tên", "Năm sinh", "Địa chỉ"]);
    assert_eq!(form.blocks[3].lines, 2);
    assert_eq!((form.blocks[4].options.len(), form.blocks[4].columns), (3, 3));
    assert!(form.blocks[5].other && form.blocks[5].options.len() == 2);
    assert_eq!(words_of(&form.blocks[7].options[0].text), "Người cho ý kiến");
}

#[test]
fn a_table_has_columns_named_rows_and_free_ones() {
    let row = |cells: &[&str]| Line { cells: cells.iter().map(|cell| (*cell).to_owned()).collect(), ..Line::default() };
    let title = Line { text: "PHIẾU GÓP Ý".into(), ..Line::default() };
    let lines = [title, row(&["TT", "Nội dung", "Ý kiến"]), row(&["1", "Đất đai", ""]), row(&["2", "", ""])];
    let form = read(&lines).expect("a form");
    let table = &form.blocks[0];
    assert_eq!((table.kind, table.options.len(), table.rows.len(), table.lines), (Kind::Table, 2, 1, 1));
}
