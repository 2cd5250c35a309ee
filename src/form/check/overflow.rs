//! A page for a line or two.
//!
//! No check of [`super::CHECKS`]: how many lines stand on the last page only the measured pages say, so the screen asks.

use crate::finding::{Finding, Severity};

/// So few lines on a page of their own are worth a shorter help or a line less to write on (M).
const FEW: usize = 2;

/// What is found where the last of several pages holds a line or two of text: every copy costs a page for it.
pub fn nearly_empty_last_page(lines_on_last: usize, pages: usize) -> Option<Finding> {
    (pages > 1 && (1..=FEW).contains(&lines_on_last))
        .then(|| Finding::new("overflow-by-a-line", Severity::Advice).with("lines", lines_on_last).with("pages", pages))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_line_or_two_on_the_last_of_several_pages() {
        assert!(nearly_empty_last_page(1, 2).is_some());
        assert!(nearly_empty_last_page(2, 3).is_some());
        for (lines, pages) in [(0, 2), (3, 2), (1, 1), (1, 0)] {
            assert!(nearly_empty_last_page(lines, pages).is_none(), "{lines} lines of {pages} pages");
        }
    }
}
