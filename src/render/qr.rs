//! Codes for readers (QR), as the path of one drawing.

use qrcodegen::{QrCode, QrCodeEcc};

/// A code as squares of side 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// How many squares a side has, the quiet border of four around it not counted.
    pub side: u32,
    /// The dark squares as a path: runs of a row drawn as one.
    pub path: String,
}

/// The code of a text; none where the text is too long for one, which no text of ours is.
pub fn code(text: &str) -> Option<Code> {
    let drawn = drawn(text)?;
    let mut path = String::new();
    for y in 0..drawn.size() {
        let mut x = 0;
        while x < drawn.size() {
            let from = x;
            while drawn.get_module(x, y) {
                x += 1;
            }
            if x > from {
                path.push_str(&format!("M{from} {y}h{0}v1h-{0}z", x - from));
            }
            x += 1;
        }
    }
    Some(Code { side: drawn.size().unsigned_abs(), path })
}

/// The squares of a code, for every shape that it is put into.
pub(super) fn drawn(text: &str) -> Option<QrCode> {
    // A quarter of it may be soiled or torn: it lies on tables and in pockets.
    QrCode::encode_text(text, QrCodeEcc::Quartile).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dark_squares_are_those_of_the_code() {
        let text = "DT1-0123abcd-12-10250";
        let code = code(text).expect("a code");
        let drawn = QrCode::encode_text(text, QrCodeEcc::Quartile).expect("a code");
        let mut dark = std::collections::HashSet::new();
        for run in code.path.split('M').skip(1) {
            let numbers: Vec<i32> =
                run.split(|letter: char| !letter.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
            dark.extend((numbers[0]..numbers[0] + numbers[2]).map(|x| (x, numbers[1])));
        }
        for y in 0..drawn.size() {
            for x in 0..drawn.size() {
                assert_eq!(dark.contains(&(x, y)), drawn.get_module(x, y), "{x} {y}");
            }
        }
    }
}
