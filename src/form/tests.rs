use super::*;
use crate::text::{Fact, Form as Wording};

fn numbers() -> impl FnMut() -> Id {
    let mut last = 0;
    move || {
        last += 1;
        Id(last)
    }
}

#[test]
fn every_kind_is_in_the_palette_once_and_has_its_code() {
    for info in KINDS {
        assert_eq!(info.kind.info().code, info.code, "{:?}", info.kind);
        assert_eq!(Kind::from_code(info.code), Some(info.kind));
    }
    assert_eq!(Kind::from_code("none such"), None);
}

#[test]
fn a_new_block_is_as_its_kind_starts_it() {
    let block = FormBlock::new(Kind::Grid, numbers());
    assert_eq!(block.options.len(), 5);
    assert_eq!(block.rows.len(), 2);
    let mut ids: Vec<Id> = block.options.iter().chain(&block.rows).map(|item| item.id).collect();
    ids.push(block.id);
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 8, "every thing has its own identity");
}

#[test]
fn the_paper_of_a_form_is_a4_or_a5() {
    let page = |size, landscape| FormPaper { size, landscape, ..FormPaper::default() }.page();
    assert_eq!((page(Size::A4, false).width, page(Size::A4, false).height), (210.0, 297.0));
    assert_eq!((page(Size::A5, true).width, page(Size::A5, true).height), (210.0, 148.0));
    assert!(FormPaper { size: Size::A5, ..FormPaper::default() }.can_be_two_up());
    assert!(!FormPaper::default().can_be_two_up());
}

fn item(id: u32, text: &str) -> FormItem {
    FormItem { id: Id(id), text: text.into(), ..FormItem::default() }
}

fn lot(name: &str, copies: u32) -> Lot {
    Lot { name: name.into(), copies, ..Lot::default() }
}

#[test]
fn serials_run_on_from_lot_to_lot_and_from_batch_to_batch() {
    let mut form = Form { title: "Phiếu".into(), ..Form::default() };
    form.copies = Copies {
        lots: vec![lot("Thôn 1", 3), lot("Thôn 2", 0), lot("Thôn 3", 4)],
        first: Some(101),
        ..Copies::default()
    };
    assert_eq!(form.copies.total(), 7);
    let mut all = form.copies(0, 4);
    all.extend(form.copies(4, 4));
    let told: Vec<(String, Option<u32>)> = all.iter().map(|copy| (copy.lot.clone(), copy.serial)).collect();
    assert_eq!(
        told,
        [
            ("Thôn 1".into(), Some(101)),
            ("Thôn 1".into(), Some(102)),
            ("Thôn 1".into(), Some(103)),
            ("Thôn 3".into(), Some(104)),
            ("Thôn 3".into(), Some(105)),
            ("Thôn 3".into(), Some(106)),
            ("Thôn 3".into(), Some(107)),
        ]
    );
    let codes: std::collections::HashSet<&str> = all.iter().map(|copy| copy.code.as_str()).collect();
    assert_eq!(codes.len(), 7);
}

#[test]
fn nothing_tells_one_secret_ballot_from_another_of_its_lot() {
    let mut form = Form { secret: true, ..Form::default() };
    form.copies = Copies { lots: vec![lot("Thôn 1", 3)], first: Some(1), ..Copies::default() };
    let all = form.copies(0, 10);
    assert_eq!(all.len(), 3);
    assert!(all.iter().all(|copy| copy == &all[0] && copy.serial.is_none()));
}

#[test]
fn a_serial_on_the_stub_stands_on_nothing_else() {
    for secret in [false, true] {
        let mut form = Form { secret, ..Form::default() };
        form.copies = Copies { lots: vec![lot("Thôn 1", 2), lot("Thôn 2", 1)], first: Some(7), stub: true };
        let all = form.copies(0, 10);
        let told: Vec<(Option<u32>, bool)> = all.iter().map(|copy| (copy.serial, copy.stub)).collect();
        assert_eq!(told, [(Some(7), true), (Some(8), true), (Some(9), true)]);
        assert_eq!(all[0].code, all[1].code, "the codes of one village are alike");
        assert_ne!(all[1].code, all[2].code);
    }
}

#[test]
fn a_form_without_a_list_is_one_copy_without_a_mark() {
    let form = Form::default();
    assert_eq!(form.copies(0, 500), [Copy::default()]);
    assert!(form.copies(1, 500).is_empty());
}

#[test]
fn a_changed_question_changes_the_fingerprint() {
    let mut form = Form { title: "Phiếu".into(), ..Form::default() };
    let before = form.fingerprint();
    (form.header, form.footer) = ("Đầu trang".into(), "Cuối trang".into());
    assert_eq!(form.fingerprint(), before, "the margins ask nothing");
    form.blocks.push(FormBlock { title: "Một câu".into(), ..FormBlock::default() });
    assert_ne!(form.fingerprint(), before);
}

#[test]
fn lines_keep_the_identity_of_what_stood_in_their_place() {
    let mut items = vec![item(5, "Có"), item(6, "Không")];
    let mut next = numbers();
    let mut text = as_lines(&items);
    assert_eq!(text, "Có\nKhông".into());
    text.push_words(" rõ\nKhác");
    set_lines(&mut items, &text, &mut next);
    let told: Vec<(u32, Text)> = items.iter().map(|item| (item.id.0, item.text.clone())).collect();
    assert_eq!(told, [(5, "Có".into()), (6, "Không rõ".into()), (1, "Khác".into())]);
    set_lines(&mut items, &Text::default(), &mut next);
    assert!(items.is_empty());
}

#[test]
fn a_row_that_begins_with_a_dash_stands_under_the_one_above() {
    let mut rows = vec![item(5, "Đón tiếp")];
    let mut next = numbers();
    let mut typed = Text::words("Đón tiếp\n- Nơi chờ\n-thái độ\n- ");
    typed.push_slot(Fact::Event, Wording::Plain);
    typed.push_words("\n- ");
    set_rows(&mut rows, &typed, &mut next);
    let told: Vec<(u32, bool)> = rows.iter().map(|row| (row.id.0, row.sub)).collect();
    assert_eq!(told, [(5, false), (1, true), (2, false), (3, true), (4, true)]);
    assert_eq!((&rows[1].text, &rows[2].text), (&"Nơi chờ".into(), &"-thái độ".into()));
    assert_eq!(as_lines(&rows), typed, "what is typed stands in its box as it was typed");
    set_rows(&mut rows, &"Đón tiếp\nNơi chờ".into(), &mut next);
    assert!(rows.iter().all(|row| !row.sub));
    // In a list of options a dash is a word.
    let mut options = Vec::new();
    set_lines(&mut options, &"- Có".into(), &mut next);
    assert_eq!((&options[0].text, options[0].sub), (&"- Có".into(), false));
}

#[test]
fn a_distribution_list_is_read_as_it_is_pasted() {
    let pasted =
        "TT\tThôn\tTrưởng thôn\tSố phiếu\n1\tThôn Đông\tÔng A\t120\n2.\tThôn Tây\t\t1.050\n\nThôn Nam; 40\nThôn Bắc";
    assert_eq!(
        read_lots(pasted),
        [
            ("Thôn Đông".to_owned(), "Ông A".to_owned(), 120),
            ("Thôn Tây".to_owned(), String::new(), 1050),
            ("Thôn Nam".to_owned(), String::new(), 40),
            ("Thôn Bắc".to_owned(), String::new(), 0),
        ]
    );
}
