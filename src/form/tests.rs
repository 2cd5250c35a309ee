use super::*;

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
