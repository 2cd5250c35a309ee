//! Lines in another script: the stamp of a library, the name of a font.

use super::{Debris, LeftOut, Row, take_lines};

pub(super) fn take(rows: &mut Vec<Row>, out: &mut Vec<LeftOut>, kept: &dyn Fn(usize) -> bool) {
    take_lines(rows, out, kept, Debris::Foreign, |at, rows| {
        let letters = || rows[at].line.text.chars().filter(|letter| letter.is_alphabetic());
        // Latin letters with all their marks stand below 0x250, and those of Vietnamese from 0x1e00 to 0x1eff.
        let foreign = letters().filter(|letter| !matches!(u32::from(*letter), 0..0x300 | 0x1e00..0x1f00)).count();
        foreign > 1 && foreign * 2 > letters().count()
    });
}

#[cfg(test)]
mod tests {
    use super::super::Debris;
    use super::super::tests::cleared;

    #[test]
    fn another_script_goes() {
        let (rows, out) = cleared("Nội dung đối thoại\nБИБЛИОТЕКА\n図書館");
        assert_eq!(rows, ["Nội dung đối thoại"]);
        assert_eq!(out[0], ("БИБЛИОТЕКА".into(), Debris::Foreign));
    }
}
