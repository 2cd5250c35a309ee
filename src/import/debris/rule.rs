//! Lines that are drawn with signs, and lone marks without a word.

use super::{Debris, LeftOut, Row, take_lines};

pub(super) fn take(rows: &mut Vec<Row>, out: &mut Vec<LeftOut>, kept: &dyn Fn(usize) -> bool) {
    take_lines(rows, out, kept, Debris::Rule, |at, rows| {
        let line = &rows[at].line;
        // A row of full stops is an answer line.
        let is_dots = line.text.contains("..") || line.text.contains('…');
        !line.text.chars().any(char::is_alphanumeric) && !is_dots && !line.text.contains('☐') && line.label.is_empty()
    });
}

#[cfg(test)]
mod tests {
    use super::super::tests::cleared;

    #[test]
    fn drawn_lines_go_and_answer_lines_stay() {
        let (rows, out) = cleared("Nội dung\n-----\n_______\n* * *\n}\n.............\n- a");
        assert_eq!(rows, ["Nội dung", ".............", "- a"]);
        assert_eq!(out.len(), 3);
    }
}
