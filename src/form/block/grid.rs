//! The same answers for each of several rows: a table of boxes. A row may be a part, with rows under it: then the whole
//! of it is judged, and each thing in it.

use crate::document::{Cell, Run};
use crate::form::{Family, FormBlock, FormItem, Kind, KindInfo, Property};
use crate::text::Piece;
use crate::words::roman;

/// What this kind declares of itself.
pub const INFO: KindInfo = KindInfo {
    icon: "M3 4h18v16H3zM3 10h18M10 4v16M15.5 4v16",
    uses: &[Property::Title, Property::Help, Property::Rows, Property::Options, Property::Split, Property::Unnumbered],
    help: "(Mỗi dòng đánh dấu x vào một ô)",
    options: &["Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng", "Rất không hài lòng"],
    rows: &["", ""],
    compose: |block, press| {
        press.question(block);
        let answers = block.options.len().max(1) as f32;
        // The number's column, what is asked, and what is left for the answers, all alike.
        let number = 10.0;
        let asked = ((press.width_mm - number) * 0.36).max(press.width_mm - number - answers * 24.0);
        let answer = (press.width_mm - number - asked) / answers;
        let mut widths_mm = vec![number, asked];
        widths_mm.extend(block.options.iter().map(|_| answer));
        let asked_of = if names_people(block) { "Họ và tên" } else { "Nội dung" };
        let head = [vec![Run::plain("TT")], vec![Run::plain(asked_of)]]
            .into_iter()
            .chain(block.options.iter().map(|option| press.item(option)))
            .map(|runs| press.head_cell(runs))
            .collect();
        let row = |(row, rank): (&FormItem, Rank)| -> Vec<Cell> {
            let bold = |run: Run| Run { bold: rank.part, ..run };
            let asked = press.item(row).into_iter().map(bold).collect();
            let lead = [press.middle(vec![bold(Run::plain(rank.number))]), press.cell(asked)];
            lead.into_iter().chain(block.options.iter().map(|_| press.middle(vec![Run::tick_box()]))).collect()
        };
        let rows = block.rows.iter().zip(ranks(&block.rows)).map(row).collect();
        press.table(widths_mm, vec![head], rows);
    },
    ..KindInfo::new(Kind::Grid, "grid", Family::Ballot)
};

/// Where a row stands among the others.
#[derive(Debug, PartialEq, Eq)]
struct Rank {
    /// What stands in the column of numbers.
    number: String,
    /// Whether others stand under it.
    part: bool,
}

/// The rank of each row: parts I, II, … with 1, 2, … in each as in official papers; 1, 2, … where no row is under another.
fn ranks(rows: &[FormItem]) -> Vec<Rank> {
    let two_deep = rows.iter().any(|row| row.sub);
    let (mut above, mut under) = (0, 0);
    let ranked = rows.iter().enumerate().map(|(at, row)| {
        let number = if row.sub {
            under += 1;
            under.to_string()
        } else {
            (above, under) = (above + 1, 0);
            if two_deep { roman(above) } else { above.to_string() }
        };
        Rank { number, part: !row.sub && rows.get(at + 1).is_some_and(|next| next.sub) }
    });
    ranked.collect()
}

/// Whether its rows are people, as on a confidence ballot: each is addressed as one, but for the heads of parts.
fn names_people(block: &FormBlock) -> bool {
    let person = |row: &FormItem| {
        let Some(Piece::Words(words)) = row.text.pieces().first() else {
            return false;
        };
        ["Ông ", "Bà ", "Đồng chí "].iter().any(|address| words.starts_with(address))
    };
    let asked = || block.rows.iter().zip(ranks(&block.rows)).filter(|(_, rank)| !rank.part).map(|(row, _)| row);
    asked().next().is_some() && asked().all(person)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows by their texts; those that begin with a dash stand under the one above.
    fn rows(texts: &[&str]) -> Vec<FormItem> {
        let row = |text: &&str| match text.strip_prefix("- ") {
            Some(text) => FormItem { text: text.into(), sub: true, ..FormItem::default() },
            None => FormItem { text: (*text).into(), ..FormItem::default() },
        };
        texts.iter().map(row).collect()
    }

    fn numbers(texts: &[&str]) -> Vec<(String, bool)> {
        ranks(&rows(texts)).into_iter().map(|rank| (rank.number, rank.part)).collect()
    }

    #[test]
    fn parts_are_numbered_apart_from_what_stands_in_them() {
        let told = |number: &str, part| (number.to_owned(), part);
        assert_eq!(numbers(&["Một", "Hai"]), [told("1", false), told("2", false)]);
        assert_eq!(
            numbers(&["Đón tiếp", "- Nơi chờ", "- Thái độ", "Chung", "Trả lời", "- Đúng hạn"]),
            [
                told("I", true),
                told("1", false),
                told("2", false),
                told("II", false),
                told("III", true),
                told("1", false)
            ]
        );
        assert_eq!(numbers(&["- Không có phần"]), [told("1", false)]);
    }

    #[test]
    fn people_in_parts_are_people() {
        let people = |texts: &[&str]| names_people(&FormBlock { rows: rows(texts), ..FormBlock::default() });
        assert!(people(&["Khối Đảng", "- Ông A", "- Bà B"]));
        assert!(!people(&["Ông A", "Trụ sở"]));
        assert!(!people(&[]));
    }
}
