//! Widths of text in Times New Roman, for rules that are as long as a line and columns that fit a name.
//!
//! Only base letters are listed: a Vietnamese letter is as wide as the letter under its marks. Widths are the font's
//! advances in 1/1000 em (Times-metric fonts agree on them).

use crate::words;

/// Advances of U+0020 to U+007E, regular.
const REGULAR: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
    722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500,
    444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480,
    200, 480, 541,
];

/// Advances of U+0020 to U+007E, bold.
const BOLD: [u16; 95] = [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944,
    722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556,
    444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394,
    220, 394, 520,
];

/// The width of a line in mm at a size in pt.
pub fn text_width_mm(text: &str, size_pt: f32, bold: bool) -> f32 {
    let table = if bold { &BOLD } else { &REGULAR };
    let units: u32 = words::strip_marks(text)
        .chars()
        .map(|letter| {
            let index = (letter as usize).wrapping_sub(0x20);
            // Anything else (dashes, quotes) is about half an em.
            u32::from(table.get(index).copied().unwrap_or(500))
        })
        .sum();
    units as f32 / 1000.0 * size_pt * 25.4 / 72.0
}
