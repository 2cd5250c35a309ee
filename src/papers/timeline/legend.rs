//! What the signs of the picture mean: those that it has.

use super::label::{SIZE_PT, width};
use super::picture::{Item, Look, SIGN_MM, sign};
use crate::document::{Anchor, Drawing, Figure, Fill, Lettering, Point, Shape};
use crate::timeline::{OnDays, State, TIGHT_DAYS};
use crate::words;

/// The height of a line of it in mm.
const LINE_MM: f32 = 5.0;
/// The room from a sign to its words, and from words to the next sign.
const BESIDE_MM: f32 = 1.6;
const APART_MM: f32 = 6.0;
/// How wide a stretch of days is shown.
const STRETCH_MM: f32 = 6.0;

/// The meanings, each with how it is drawn from a point on; the order is that in which they stand.
#[derive(Default)]
pub(super) struct Legend {
    dialogue: bool,
    round: bool,
    on: bool,
    stretch: bool,
    until: bool,
    from: bool,
    often: bool,
    tight: bool,
    conflict: bool,
}

impl Legend {
    /// Takes note of what an item is drawn with.
    pub(super) fn take(&mut self, item: &Item) {
        match item.state {
            State::Calm => {}
            State::Tight(_) => self.tight = true,
            State::Conflict(..) => self.conflict = true,
        }
        match (&item.days, item.look) {
            (_, Look::Dialogue) => self.dialogue = true,
            (_, Look::Round) => self.round = true,
            (OnDays::On(from, to), _) if from == to => self.on = true,
            (OnDays::On(..), _) => {}
            (OnDays::Until(_), _) => self.until = true,
            (OnDays::From(_), _) => self.from = true,
            (OnDays::Often(_), _) => self.often = true,
        }
        self.stretch |= matches!(&item.days, OnDays::On(from, to) if from != to);
    }

    /// The legend, as wide as this in mm.
    pub(super) fn drawing(&self, width_mm: f32) -> Drawing {
        let mut figures = Vec::new();
        let (mut x, mut line) = (0.0, 0.0);
        for (shapes, wide, words) in self.meanings() {
            let whole = wide + BESIDE_MM + width(&words, false);
            if x > 0.0 && x + whole > width_mm {
                (x, line) = (0.0, line + 1.0);
            }
            let middle = line * LINE_MM + LINE_MM / 2.0;
            let mut shapes = shapes(x, middle);
            shapes.push(Shape::Letters(Lettering {
                at: Point::new(x + wide + BESIDE_MM, middle + 1.1),
                words,
                size_pt: SIZE_PT,
                bold: false,
                italic: false,
                anchor: Anchor::Start,
            }));
            figures.push(Figure { told: None, shapes });
            x += whole + APART_MM;
        }
        Drawing { width_mm, height_mm: (line + 1.0) * LINE_MM + 1.0, figures }
    }

    /// Those that the picture has: how it is drawn with its left end and its middle at a point, how wide, and what it says.
    fn meanings(&self) -> Vec<(Drawn, f32, String)> {
        let of = |look, days: OnDays, state| -> Drawn {
            Box::new(move |x, y| vec![sign(look, &days, state, Point::new(x + SIGN_MM / 2.0, y))])
        };
        let area = |fill, high: f32, framed| -> Drawn {
            Box::new(move |x, y| {
                let (at, size) = (Point::new(x, y - high / 2.0), Point::new(STRETCH_MM, high));
                vec![Shape::Area { at, size, fill, framed }]
            })
        };
        let day = chrono::NaiveDate::default();
        let (on, until) = (OnDays::On(day, day), OnDays::Until(day));
        let tight = format!("chỉ còn dưới {} ngày đến hội nghị", words::padded(TIGHT_DAYS as u32));
        let all: [(bool, Drawn, f32, &str); 10] = [
            (self.dialogue, of(Look::Dialogue, on.clone(), State::Calm), SIGN_MM, "hội nghị đối thoại"),
            (self.dialogue, area(Fill::Light, 4.0, false), STRETCH_MM, "ngày hội nghị"),
            (self.round, of(Look::Round, on.clone(), State::Calm), SIGN_MM, "đợt họp trước hội nghị"),
            (self.on, of(Look::Other, on, State::Calm), SIGN_MM, "đúng ngày"),
            (self.until, of(Look::Other, until.clone(), State::Calm), SIGN_MM, "chậm nhất"),
            (self.from, of(Look::Other, OnDays::From(day), State::Calm), SIGN_MM, "từ ngày"),
            (self.often, of(Look::Other, OnDays::Often(Vec::new()), State::Calm), SIGN_MM, "định kỳ"),
            (self.stretch, area(Fill::Blank, 2.4, true), STRETCH_MM, "trong khoảng ngày"),
            (self.tight, of(Look::Other, until, State::Tight(1)), SIGN_MM, &tight),
            (self.conflict, area(Fill::Hatch, 2.4, true), STRETCH_MM, "trái hạn, cần xem lại"),
        ];
        let there = all.into_iter().filter(|(there, ..)| *there);
        there.map(|(_, drawn, wide, words)| (drawn, wide, words.to_owned())).collect()
    }
}

/// Draws something from a point on.
type Drawn = Box<dyn Fn(f32, f32) -> Vec<Shape>>;
