//! The picture: entries on the line of days, each with its sign and its words, none on another; arithmetic in mm.

use chrono::{Datelike, NaiveDate};

use super::label::{SIZE_PT, width, wrapped};
use crate::document::{Anchor, Drawing, Figure, Fill, Lettering, Paragraph, Point, Run, Shape, Sign};
use crate::style::Role;
use crate::timeline::{Axis, Extent, OnDays, State, stack};
use crate::words;

/// How wide a sign is, in mm.
pub(super) const SIGN_MM: f32 = 2.8;
/// From one line of words to the next.
const PITCH_MM: f32 = 3.8;
/// From the top of a line of words to its base, and to the middle of the sign before it.
const BASE_MM: f32 = 2.9;
const MIDDLE_MM: f32 = 1.9;
/// The most room that words take from left to right, and how many lines of them are shown.
const WORDS_MM: f32 = 58.0;
const MOST_LINES: usize = 2;
/// The room between a sign and its words, between two entries, and to the edges of a row.
const BESIDE_MM: f32 = 0.9;
const APART_MM: f32 = 2.0;
const BELOW_MM: f32 = 0.8;
const EDGE_MM: f32 = 1.2;
/// How far the line around a row reaches into it.
const LINE_MM: f32 = 0.1;
/// How high a stretch of days is.
pub(super) const STRETCH_MM: f32 = 2.0;
/// The lines of the head: months, and the days on which weeks begin.
const MONTH_MM: f32 = 5.0;
const WEEK_MM: f32 = 4.0;
/// The size of the days on which weeks begin, in pt.
const WEEK_PT: f32 = 7.5;
const WEEK_WORDS_MM: f32 = 4.0;

/// A dialogue whose days are more than these is not shown in every row.
const LONGEST_DAYS: i64 = 31;

/// What an item is drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// A dialogue.
    Dialogue,
    /// A round of meetings before it.
    Round,
    /// Anything else.
    Other,
}

/// An entry with its words.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// What it is drawn as.
    pub look: Look,
    /// On which days.
    pub days: OnDays,
    /// How it stands to other days.
    pub state: State,
    /// The days in short.
    pub date: String,
    /// What it is.
    pub name: String,
    /// What is to be said of its day; empty for nothing.
    pub note: String,
    /// All of it in words.
    pub told: Paragraph,
}

/// A line of words beside a sign.
struct WordLine {
    /// Each stretch: how far from the left, its words, bold, italic.
    parts: Vec<(f32, String, bool, bool)>,
    width: f32,
}

/// Where an item stands in its row, from the row's left edge and from its own top.
struct Placed<'a> {
    item: &'a Item,
    lines: Vec<WordLine>,
    /// Where its words begin, and how far below its top.
    words: Point,
    extent: Extent,
}

/// The line of days, and what is the same in every row.
pub(super) struct Board {
    axis: Axis,
    dialogues: Vec<(NaiveDate, NaiveDate)>,
    width: f32,
}

impl Board {
    /// A board so many mm wide. The days of dialogues stand out in every row, but for those that may be held at any time of a
    /// quarter: they would darken all of it, and say nothing.
    pub(super) fn new(axis: Axis, dialogues: impl Iterator<Item = (NaiveDate, NaiveDate)>, width: f32) -> Self {
        let short = |(from, to): &(NaiveDate, NaiveDate)| (*to - *from).num_days() < LONGEST_DAYS;
        Self { axis, dialogues: dialogues.filter(short).collect(), width }
    }

    /// The items of a row, in as many rows as keep each from being higher than so many mm, unless one item alone is.
    /// `least` is how high the first of them is at least, and the second …
    pub(super) fn rows(&self, items: &[Item], most: f32, least: impl Fn(usize) -> f32) -> Vec<Drawing> {
        let placed: Vec<Placed<'_>> = items.iter().map(|item| self.place(item)).collect();
        let extents: Vec<Extent> = placed.iter().map(|placed| placed.extent).collect();
        let mut rows: Vec<Drawing> = Vec::new();
        let mut from = 0;
        while from < items.len() {
            let fits = |to: &usize| *to == from + 1 || stacked(&extents[from..*to]).1 <= most;
            let to = (from + 1..=items.len()).take_while(fits).last().unwrap_or(items.len());
            let (tops, height) = stacked(&extents[from..to]);
            let height_mm = height.max(least(rows.len()));
            let mut figures = vec![Figure { told: None, shapes: self.ground(height_mm) }];
            figures.extend(placed[from..to].iter().zip(tops).map(|(placed, top)| self.figure(placed, top)));
            rows.push(Drawing { width_mm: self.width, height_mm, figures });
            from = to;
        }
        rows
    }

    /// The head: months, and the days on which weeks begin.
    pub(super) fn head(&self) -> Drawing {
        let weeks = self.axis.weeks();
        let height_mm = MONTH_MM + if weeks.is_empty() { 0.0 } else { WEEK_MM };
        let mut shapes = self.breaks(height_mm);
        let letters = |x: f32, y: f32, words: String, size_pt: f32, bold: bool, anchor: Anchor| {
            Shape::Letters(Lettering { at: Point::new(x, y), words, size_pt, bold, italic: false, anchor })
        };
        for (at, (day, left, right)) in self.axis.months().into_iter().enumerate() {
            if at > 0 {
                shapes.push(upright(left, 0.0, height_mm, 0.25, false));
            }
            let fits = |words: &String| width(words, true) + 1.0 <= right - left;
            if let Some(words) = self.month_names(day).into_iter().find(fits) {
                shapes.push(letters((left + right) / 2.0, MONTH_MM - 1.4, words, SIZE_PT, true, Anchor::Middle));
            }
        }
        // A day is named where its two figures have room before the next line.
        let edges = self.axis.breaks().flat_map(|(from, to)| [from, to]).chain([self.width]);
        let months = self.axis.months().into_iter().map(|(_, left, _)| left);
        let lines: Vec<f32> = weeks.iter().map(|(_, left)| *left).chain(edges).chain(months).collect();
        for (day, left) in weeks {
            shapes.push(upright(left, MONTH_MM, height_mm, 0.12, false));
            if lines.iter().all(|line| *line <= left + 0.1 || *line >= left + WEEK_WORDS_MM) {
                let words = words::padded(day.day());
                shapes.push(letters(left + 0.6, height_mm - 1.1, words, WEEK_PT, false, Anchor::Start));
            }
        }
        for (from, to) in self.axis.breaks() {
            shapes.push(letters((from + to) / 2.0, MONTH_MM - 1.4, "…".into(), SIZE_PT, true, Anchor::Middle));
        }
        let told = Paragraph::new(Role::NarrowHead, vec![Run::plain("Thời gian và công việc")], None);
        Drawing { width_mm: self.width, height_mm, figures: vec![Figure { told: Some(told), shapes }] }
    }

    /// What a month is called, from the longest: "Tháng 9/2026", "9/2026", "9". Of a line of years the year alone.
    fn month_names(&self, day: NaiveDate) -> Vec<String> {
        if self.axis.is_of_years() {
            return vec![day.year().to_string()];
        }
        let long = words::sentence_start(&words::month_year(day.year(), day.month()));
        vec![long, format!("{}/{}", day.month(), day.year()), day.month().to_string()]
    }

    /// What lies below the items of a row: the days of the dialogues, weeks, months, breaks.
    fn ground(&self, height: f32) -> Vec<Shape> {
        let mut shapes = Vec::new();
        for (from, to) in &self.dialogues {
            let (left, right) = (self.axis.left(*from), self.axis.right(*to));
            // The lines between rows are half in the picture: they go on through it.
            let (at, size) = (Point::new(left, LINE_MM), Point::new(right - left, height - 2.0 * LINE_MM));
            shapes.push(Shape::Area { at, size, fill: Fill::Light, framed: false });
        }
        for (_, left) in self.axis.weeks() {
            shapes.push(upright(left, 0.0, height, 0.08, true));
        }
        for (_, left, _) in self.axis.months().iter().skip(1) {
            shapes.push(upright(*left, 0.0, height, 0.15, false));
        }
        shapes.extend(self.breaks(height));
        shapes
    }

    fn breaks(&self, height: f32) -> Vec<Shape> {
        let mut shapes = Vec::new();
        for (left, right) in self.axis.breaks() {
            shapes.push(upright(left, 0.0, height, 0.25, true));
            shapes.push(upright(right, 0.0, height, 0.25, true));
        }
        shapes
    }

    /// Where something stands: its words at the right of its sign, else at the left, else below it.
    fn place<'a>(&self, item: &'a Item) -> Placed<'a> {
        let lines = word_lines(item);
        let wide = lines.iter().map(|line| line.width).fold(0.0, f32::max);
        let high = lines.len() as f32 * PITCH_MM;
        let (left, right) = self.drawn(item);
        let (after, before) = (right + BESIDE_MM, left - BESIDE_MM - wide);
        let (words, extent) = if after + wide <= self.width {
            (Point::new(after, 0.0), Extent { left, right: after + wide, height: high })
        } else if before >= 0.0 {
            (Point::new(before, 0.0), Extent { left: before, right, height: high })
        } else {
            let x = left.min(self.width - wide).max(0.0);
            (Point::new(x, PITCH_MM), Extent { left: left.min(x), right: right.max(x + wide), height: high + PITCH_MM })
        };
        Placed { item, lines, words, extent }
    }

    /// From where to where the sign of an item goes, its stretches included.
    fn drawn(&self, item: &Item) -> (f32, f32) {
        let mut ends: Vec<(f32, f32)> =
            self.signs(item).iter().map(|x| (x - SIGN_MM / 2.0, x + SIGN_MM / 2.0)).collect();
        ends.extend(self.stretch(item));
        ends.extend(self.late(item));
        let left = ends.iter().map(|(left, _)| *left).fold(self.width, f32::min);
        (left, ends.iter().map(|(_, right)| *right).fold(0.0, f32::max))
    }

    /// Where the signs of an item stand: within the line, at the middle of their days.
    fn signs(&self, item: &Item) -> Vec<f32> {
        let days = match &item.days {
            OnDays::On(from, to) if from == to => vec![*from],
            // A stretch of days speaks for itself; a meeting begins with its sign.
            OnDays::On(from, _) if item.look != Look::Other => vec![*from],
            OnDays::On(..) => Vec::new(),
            OnDays::Until(day) | OnDays::From(day) => vec![*day],
            OnDays::Often(days) => days.clone(),
        };
        let half = SIGN_MM / 2.0;
        days.into_iter().map(|day| self.axis.middle(day).clamp(half, self.width - half)).collect()
    }

    /// The stretch of several days.
    fn stretch(&self, item: &Item) -> Option<(f32, f32)> {
        match item.days {
            OnDays::On(from, to) if from != to => Some((self.axis.left(from), self.axis.right(to))),
            _ => None,
        }
    }

    /// The days by which something comes too late.
    fn late(&self, item: &Item) -> Option<(f32, f32)> {
        let State::Conflict(_, since) = item.state else { return None };
        let (_, last) = item.days.ends()?;
        Some((self.axis.right(since), self.axis.middle(last).max(self.axis.right(since))))
    }

    fn figure(&self, placed: &Placed<'_>, top: f32) -> Figure {
        let item = placed.item;
        let middle = top + MIDDLE_MM;
        let mut shapes = Vec::new();
        let bar = |(left, right): (f32, f32), fill| Shape::Area {
            at: Point::new(left, middle - STRETCH_MM / 2.0),
            size: Point::new(right - left, STRETCH_MM),
            fill,
            framed: true,
        };
        shapes.extend(self.stretch(item).map(|ends| bar(ends, Fill::Blank)));
        shapes.extend(self.late(item).map(|ends| bar(ends, Fill::Hatch)));
        for x in self.signs(item) {
            shapes.push(sign(item.look, &item.days, item.state, Point::new(x, middle)));
        }
        let start = Point::new(placed.words.x, top + placed.words.y);
        for (at, line) in placed.lines.iter().enumerate() {
            let above = start.y + at as f32 * PITCH_MM;
            // Lines of weeks and months do not run through words.
            shapes.push(Shape::Area {
                at: Point::new(start.x - 0.2, above),
                size: Point::new(line.width + 0.2, PITCH_MM),
                fill: Fill::Blank,
                framed: false,
            });
            for (x, words, bold, italic) in &line.parts {
                shapes.push(Shape::Letters(Lettering {
                    at: Point::new(start.x + x, above + BASE_MM),
                    words: words.clone(),
                    size_pt: SIZE_PT,
                    bold: *bold,
                    italic: *italic,
                    anchor: Anchor::Start,
                }));
            }
        }
        Figure { told: Some(item.told.clone()), shapes }
    }
}

/// How far below the top of their row things of such extents stand, and how high the row is.
fn stacked(extents: &[Extent]) -> (Vec<f32>, f32) {
    let mut tops = stack(extents, APART_MM, BELOW_MM);
    tops.iter_mut().for_each(|top| *top += EDGE_MM);
    let ends = extents.iter().zip(&tops).map(|(extent, top)| top + extent.height);
    let height = ends.fold(EDGE_MM, f32::max) + EDGE_MM;
    (tops, height)
}

/// The words beside a sign: the day and what it is, and on lines of its own what is to be said of its day.
fn word_lines(item: &Item) -> Vec<WordLine> {
    let bold = item.look == Look::Dialogue;
    let lead = width(&item.date, true) + width(" ", false);
    let name = wrapped(&item.name, WORDS_MM - lead, WORDS_MM, MOST_LINES, |words| width(words, bold));
    let mut lines = Vec::new();
    for (at, words) in name.into_iter().enumerate() {
        let before = if at == 0 { lead } else { 0.0 };
        let whole = before + width(&words, bold);
        let mut parts = vec![(before, words, bold, false)];
        if at == 0 {
            parts.insert(0, (0.0, item.date.clone(), true, false));
        }
        lines.push(WordLine { parts, width: whole });
    }
    if !item.note.is_empty() {
        let bold = matches!(item.state, State::Conflict(..));
        let note = wrapped(&item.note, WORDS_MM, WORDS_MM, MOST_LINES, |words| width(words, bold));
        lines.extend(note.into_iter().map(|words| {
            let width = width(&words, bold);
            WordLine { parts: vec![(0.0, words, bold, true)], width }
        }));
    }
    lines
}

/// The sign of something on days, with its middle at a point.
fn sign(look: Look, days: &OnDays, state: State, at: Point) -> Shape {
    let sign = match (look, days) {
        (_, OnDays::Until(_)) => Sign::Down,
        (_, OnDays::From(_)) => Sign::Right,
        (_, OnDays::Often(_)) => Sign::Stroke,
        (Look::Dialogue | Look::Round, OnDays::On(..)) => Sign::Diamond,
        (Look::Other, OnDays::On(..)) => Sign::Disc,
    };
    let filled = look != Look::Round && !matches!(state, State::Tight(_));
    Shape::Sign { at, sign, size: SIGN_MM, filled }
}

fn upright(x: f32, from: f32, to: f32, thick: f32, dashed: bool) -> Shape {
    Shape::Line { from: Point::new(x, from), to: Point::new(x, to), thick, dashed }
}

#[cfg(test)]
mod tests {
    use chrono::Days;
    use proptest::prelude::*;

    use super::*;
    use crate::timeline::Conflict;

    const WIDTH: f32 = 200.0;

    fn day(at: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day") + Days::new(at)
    }

    fn item(days: OnDays, name: &str, late: u64) -> Item {
        let since = days.ends().map(|(_, last)| last - Days::new(late)).expect("a day");
        let state = if late > 0 { State::Conflict(Conflict::AfterConference(late as i64), since) } else { State::Calm };
        let note = if late > 0 { "sau hội nghị".to_owned() } else { String::new() };
        let told = Paragraph::new(Role::NarrowCell, vec![Run::plain(format!("{days:?}: {name}"))], None);
        Item { look: Look::Other, days, state, date: "05/9".into(), name: name.into(), note, told }
    }

    fn any_item() -> impl Strategy<Value = Item> {
        let days = (0_u8..4, 10_u64..400, 1_u64..80).prop_map(|(sort, at, more)| match sort {
            0 => OnDays::On(day(at), day(at + more)),
            1 => OnDays::Until(day(at)),
            2 => OnDays::From(day(at)),
            _ => OnDays::Often(vec![day(at), day(at + more)]),
        });
        let name = prop::collection::vec(prop::sample::select(vec!["gửi", "báo cáo", "phiếu", "Trung tâm"]), 0..20);
        (days, name, prop_oneof![3 => Just(0_u64), 1 => 1_u64..10])
            .prop_map(|(days, name, late)| item(days, &name.join(" "), late))
    }

    fn board(items: &[Item]) -> Board {
        let ends = items.iter().filter_map(|item| item.days.ends());
        Board::new(Axis::new(ends, WIDTH).expect("a line"), std::iter::empty(), WIDTH)
    }

    /// The box of a shape.
    fn box_of(shape: &Shape) -> (Point, Point) {
        match shape {
            Shape::Line { from, to, .. } => (*from, *to),
            Shape::Area { at, size, .. } => (*at, Point::new(at.x + size.x, at.y + size.y)),
            Shape::Letters(letters) => {
                let wide = width(&letters.words, letters.bold);
                (Point::new(letters.at.x, letters.at.y - 2.3), Point::new(letters.at.x + wide, letters.at.y + 0.7))
            }
            Shape::Sign { at, size, .. } => {
                (Point::new(at.x - size / 2.0, at.y - size / 2.0), Point::new(at.x + size / 2.0, at.y + size / 2.0))
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// Nothing of an entry lies on anything of another, and all of it is in the picture.
        #[test]
        fn entries_stand_apart(mut items in prop::collection::vec(any_item(), 1..25)) {
            items.sort_by_key(|item| item.days.ends());
            let rows = board(&items).rows(&items, f32::MAX, |_| 0.0);
            let [drawing] = &rows[..] else { panic!("one row") };
            let figures: Vec<Vec<(Point, Point)>> =
                drawing.figures.iter().skip(1).map(|figure| figure.shapes.iter().map(box_of).collect()).collect();
            prop_assert_eq!(figures.len(), items.len());
            for (at, figure) in figures.iter().enumerate() {
                for (from, to) in figure {
                    prop_assert!(from.x >= -0.3 && to.x <= WIDTH + 0.3, "{:?} {:?}", from, to);
                    prop_assert!(from.y >= 0.0 && to.y <= drawing.height_mm, "{:?} {:?}", from, to);
                    for (other_from, other_to) in figures[..at].iter().flatten() {
                        let apart = to.x <= other_from.x + 0.1 || other_to.x <= from.x + 0.1
                            || to.y <= other_from.y + 0.1 || other_to.y <= from.y + 0.1;
                        prop_assert!(apart, "{:?} {:?} on {:?} {:?}", from, to, other_from, other_to);
                    }
                }
            }
        }

        /// All rows of one have every entry once, in order, and none is too high unless one entry is.
        #[test]
        fn rows_are_the_whole(mut items in prop::collection::vec(any_item(), 1..40), most in 15.0_f32..60.0) {
            items.sort_by_key(|item| item.days.ends());
            let board = board(&items);
            let rows = board.rows(&items, most, |_| 0.0);
            let told: Vec<&Paragraph> = rows.iter().flat_map(Drawing::told).collect();
            prop_assert_eq!(told, items.iter().map(|item| &item.told).collect::<Vec<_>>());
            for row in rows {
                let count = row.told().count();
                prop_assert!(count == 1 || (count > 1 && row.height_mm <= most));
            }
        }
    }

    #[test]
    fn what_comes_late_is_hatched_up_to_its_sign() {
        let items = [item(OnDays::Until(day(40)), "Báo cáo", 5), item(OnDays::Until(day(10)), "Gửi phiếu", 0)];
        let board = board(&items);
        let rows = board.rows(&items[..1], f32::MAX, |_| 0.0);
        let hatched = rows[0].figures.iter().flat_map(|figure| &figure.shapes).find_map(|shape| match shape {
            Shape::Area { at, size, fill: Fill::Hatch, .. } => Some((at.x, at.x + size.x)),
            _ => None,
        });
        let (left, right) = hatched.expect("a hatched stretch");
        assert!((left - board.axis.right(day(35))).abs() < 0.01 && (right - board.axis.middle(day(40))).abs() < 0.01);
    }
}
