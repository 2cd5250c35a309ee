use proptest::prelude::*;

use super::*;

fn block(lines: usize) -> Measured {
    Measured { before: 1.0, lines: vec![10.0; lines], ..Measured::default() }
}

fn heading() -> Measured {
    Measured { keep_next: true, ..block(1) }
}

fn at(page: &Page) -> Vec<(usize, usize, usize)> {
    page.iter().map(|fragment| (fragment.block, fragment.from, fragment.to)).collect()
}

#[test]
fn a_paragraph_is_split_by_lines() {
    let pages = paginate(&[block(8), block(8)], 100.0);
    assert_eq!(pages.len(), 2);
    // 80 px, then 1 px of space and 10 px: only one line would fit, which is an orphan, so all goes on.
    assert_eq!(at(&pages[0]), [(0, 0, 8)]);
    let pages = paginate(&[block(7), block(8)], 100.0);
    assert_eq!(at(&pages[0]), [(0, 0, 7), (1, 0, 2)]);
    assert_eq!(at(&pages[1]), [(1, 2, 8)]);
}

#[test]
fn two_lines_stay_for_the_next_page() {
    let pages = paginate(&[block(4), block(6)], 100.0);
    // Five lines would fit and leave one: four stay.
    assert_eq!(at(&pages[0]), [(0, 0, 4), (1, 0, 4)]);
    assert_eq!(at(&pages[1]), [(1, 4, 6)]);
}

#[test]
fn a_heading_goes_with_what_follows() {
    let pages = paginate(&[block(8), heading(), block(4)], 100.0);
    assert_eq!(at(&pages[0]), [(0, 0, 8)]);
    assert_eq!(at(&pages[1])[0], (1, 0, 1));
}

fn table(rows: usize) -> Measured {
    Measured { head: 15.0, fewest: 1, ..block(rows) }
}

#[test]
fn the_head_of_a_table_stands_on_every_page() {
    // 1 px of space, 15 px of head, 10 px a row: the first page holds 8 rows, as does every other.
    let pages = paginate(&[table(20)], 100.0);
    assert_eq!(pages.iter().map(at).collect::<Vec<_>>(), [[(0, 0, 8)], [(0, 8, 16)], [(0, 16, 20)]]);
}

#[test]
fn the_head_of_a_table_never_stands_alone() {
    // 80 px are taken: the space, the head and no row would fit.
    let pages = paginate(&[block(8), table(3)], 100.0);
    assert_eq!(at(&pages[0]), [(0, 0, 8)]);
    assert_eq!(at(&pages[1]), [(1, 0, 3)]);
    // One row fits, and one may stay for the next page: rows are no widows.
    let pages = paginate(&[block(7), table(2)], 100.0);
    assert_eq!(at(&pages[0]), [(0, 0, 7), (1, 0, 1)]);
    assert_eq!(at(&pages[1]), [(1, 1, 2)]);
}

#[test]
fn the_foot_takes_lines_along() {
    let foot = Measured { keep_previous: true, lines: vec![60.0], ..Measured::default() };
    let pages = paginate(&[block(3), block(5), foot.clone()], 100.0);
    assert_eq!(at(&pages[0]), [(0, 0, 3), (1, 0, 3)]);
    assert_eq!(at(&pages[1]), [(1, 3, 5), (2, 0, 1)]);
    // Too short to be split: the whole paragraph goes along.
    let pages = paginate(&[block(5), block(2), foot], 100.0);
    assert_eq!(at(&pages[0]), [(0, 0, 5)]);
    assert_eq!(at(&pages[1]), [(1, 0, 2), (2, 0, 1)]);
}

#[test]
fn a_heading_goes_along_with_what_the_foot_takes() {
    let foot = Measured { keep_previous: true, lines: vec![60.0], ..Measured::default() };
    let pages = paginate(&[block(5), heading(), block(2), foot], 100.0);
    assert_eq!(at(&pages[0]), [(0, 0, 5)]);
    assert_eq!(at(&pages[1]), [(1, 0, 1), (2, 0, 2), (3, 0, 1)]);
}

#[test]
fn what_ends_a_page_ends_it_though_it_be_held() {
    let end = Measured { lines: vec![0.0], ends_page: true, keep_next: true, ..Measured::default() };
    let pages = paginate(&[block(2), end, block(2)], 100.0);
    assert_eq!(pages.iter().map(at).collect::<Vec<_>>(), [vec![(0, 0, 2), (1, 0, 1)], vec![(2, 0, 2)]]);
}

#[test]
fn nothing_is_one_empty_page() {
    assert_eq!(paginate(&[], 100.0), [Page::new()]);
}

#[test]
fn a_row_that_heads_the_next_goes_with_it() {
    let stays = |at: usize| (0..9).map(|row| row == at).collect();
    // Eight rows fit, the eighth heads the ninth.
    let pages = paginate(&[Measured { stays: stays(7), ..table(9) }], 100.0);
    assert_eq!(pages.iter().map(at).collect::<Vec<_>>(), [[(0, 0, 7)], [(0, 7, 9)]]);
    // The table begins with a row that heads the next: not the head and that row alone.
    let pages = paginate(&[block(7), Measured { stays: stays(0), ..table(4) }], 100.0);
    assert_eq!(pages.iter().map(at).collect::<Vec<_>>(), [[(0, 0, 7)], [(1, 0, 4)]]);
    // All rows of a page stay with the next: they have to stand somewhere.
    let pages = paginate(&[Measured { stays: vec![true; 20], ..table(20) }], 100.0);
    assert_eq!(pages.iter().map(at).collect::<Vec<_>>(), [[(0, 0, 8)], [(0, 8, 16)], [(0, 16, 20)]]);
}

#[test]
fn the_sums_of_a_table_take_the_last_row_along() {
    let pages = paginate(&[Measured { fewest: 2, ..table(9) }], 100.0);
    assert_eq!(pages.iter().map(at).collect::<Vec<_>>(), [[(0, 0, 7)], [(0, 7, 9)]]);
}

prop_compose! {
    fn any_block()(lines in prop::collection::vec(1.0_f32..40.0, 1..12), before in 0.0_f32..10.0,
                   (head, fewest) in prop_oneof![Just((0.0_f32, 2_usize)), Just((25.0, 1))],
                   keep_next in prop::bool::weighted(0.2), keep_previous in prop::bool::weighted(0.1),
                   ends_page in prop::bool::weighted(0.05),
                   stays in prop::collection::vec(prop::bool::weighted(0.3), 0..12)) -> Measured {
        Measured { before, head, lines, fewest, stays, keep_next, keep_previous, ends_page }
    }
}

proptest! {
    #[test]
    fn every_line_is_on_one_page_in_order(blocks in prop::collection::vec(any_block(), 0..40)) {
        let pages = paginate(&blocks, 200.0);
        let mut expected = blocks.iter().enumerate().flat_map(|(index, block)| (0..block.lines.len()).map(move |line| (index, line)));
        for page in &pages {
            for fragment in page {
                for line in fragment.from..fragment.to {
                    prop_assert_eq!(expected.next(), Some((fragment.block, line)));
                }
            }
        }
        prop_assert_eq!(expected.next(), None);
    }

    #[test]
    fn a_page_ends_on_a_line_that_stays_only_where_it_has_to(blocks in prop::collection::vec(any_block(), 0..40)) {
        for page in paginate(&blocks, 200.0) {
            let Some(Fragment { block, from, to }) = page.last().copied() else { continue };
            let block = &blocks[block];
            let stays = |line: usize| block.stays.get(line).is_some_and(|stays| *stays);
            if to < block.lines.len() && stays(to - 1) {
                prop_assert_eq!(page.len(), 1);
                prop_assert!((from + block.fewest..to).all(|end| stays(end - 1)), "{:?} of {:?}", page, block);
            }
        }
    }

    #[test]
    fn a_page_is_over_only_by_what_cannot_be_split(blocks in prop::collection::vec(any_block(), 0..40)) {
        for page in paginate(&blocks, 200.0) {
            let height: f32 = page.iter().enumerate().map(|(at, fragment)| {
                let block = &blocks[fragment.block];
                let before = if at > 0 && fragment.from == 0 { block.before } else { 0.0 };
                before + block.height_of(fragment.from, fragment.to)
            }).sum();
            let whole = page.len() == 1;
            prop_assert!(height <= 200.5 || whole, "{} px on {:?}", height, page);
        }
    }
}
