use super::numbering::{InList, Numbering};
use crate::document::Label;

#[test]
fn a_list_goes_on_as_long_as_word_would_count_the_same() {
    let mut numbering = Numbering::default();
    let mut place = |path: &[u32]| numbering.place(&Label::Number(path.to_vec()));
    let list = |list, level| Some(InList { list, level });
    assert_eq!(place(&[1]), list(1, 0));
    assert_eq!(place(&[1, 1]), list(1, 1));
    assert_eq!(place(&[1, 2]), list(1, 1));
    assert_eq!(place(&[1, 2, 1]), list(1, 2));
    assert_eq!(place(&[2]), list(1, 0));
    // Below a new part the second level begins anew, which Word does by itself.
    assert_eq!(place(&[2, 1]), list(1, 1));
    // A number that is left out, or that comes again, is another list.
    assert_eq!(place(&[4]), list(2, 0));
    assert_eq!(place(&[4]), list(3, 0));
    assert_eq!(place(&[4, 1]), list(3, 1));
    // Letters are typed.
    assert_eq!(place(&[4, 1, 1, 1]), None);
}

#[test]
fn marks_share_a_list_and_counts_begin_anew() {
    let mut numbering = Numbering::default();
    let mut place = |label: Label| numbering.place(&label).map(|place| place.list);
    assert_eq!([place(Label::Dash), place(Label::Plus), place(Label::Dash)], [Some(1), Some(2), Some(1)]);
    assert_eq!([1, 2, 3, 1, 2].map(|number| place(Label::Paren(number))), [3, 3, 3, 4, 4].map(Some));
    assert_eq!(place(Label::Letter(0)), None);
}
