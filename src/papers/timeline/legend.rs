//! What the signs of the picture mean: those that it has.

use super::label::{SIZE_PT, width};
use super::picture::{Item, Look, SIGN_MM, STRETCH_MM};
use crate::document::{Anchor, Drawing, Figure, Fill, Lettering, Point, Shape, Sign};
use crate::timeline::{OnDays, State, TIGHT_DAYS};
use crate::words;

/// The height of a line of it in mm.
const LINE_MM: f32 = 5.0;
/// The room from a sign to its words, and from words to the next sign.
const BESIDE_MM: f32 = 1.6;
const APART_MM: f32 = 6.0;
/// How wide a stretch of days is shown.
const LONG_MM: f32 = 6.0;

/// What the legend explains, in its order.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Dialogue,
    DialogueDays,
    Round,
    On,
    Until,
    From,
    Often,
    Stretch,
    Tight,
    Late,
}

impl Meaning {
    const ALL: [Self; 10] = [
        Self::Dialogue,
        Self::DialogueDays,
        Self::Round,
        Self::On,
        Self::Until,
        Self::From,
        Self::Often,
        Self::Stretch,
        Self::Tight,
        Self::Late,
    ];

    fn words(self) -> String {
        let words = match self {
            Self::Dialogue => "hội nghị đối thoại",
            Self::DialogueDays => "ngày hội nghị",
            Self::Round => "đợt họp trước hội nghị",
            Self::On => "đúng ngày",
            Self::Until => "chậm nhất",
            Self::From => "từ ngày",
            Self::Often => "định kỳ",
            Self::Stretch => "trong khoảng ngày",
            Self::Tight => return format!("chỉ còn dưới {} ngày đến hội nghị", words::padded(TIGHT_DAYS as u32)),
            Self::Late => "trái hạn, cần xem lại",
        };
        words.to_owned()
    }

    /// How it is drawn with its left end at a point, and how wide that is.
    fn drawn(self, left: Point) -> (Shape, f32) {
        let (sign, filled) = match self {
            Self::DialogueDays => return stretch(left, 4.0, Fill::Light),
            Self::Stretch => return stretch(left, STRETCH_MM, Fill::Blank),
            Self::Late => return stretch(left, STRETCH_MM, Fill::Hatch),
            Self::Dialogue => (Sign::Diamond, true),
            Self::Round => (Sign::Diamond, false),
            Self::On => (Sign::Disc, true),
            Self::Until => (Sign::Down, true),
            Self::From => (Sign::Right, true),
            Self::Often => (Sign::Stroke, true),
            Self::Tight => (Sign::Down, false),
        };
        let at = Point::new(left.x + SIGN_MM / 2.0, left.y);
        (Shape::Sign { at, sign, size: SIGN_MM, filled }, SIGN_MM)
    }
}

/// A stretch of days; what is only a ground has no frame.
fn stretch(left: Point, high: f32, fill: Fill) -> (Shape, f32) {
    let at = Point::new(left.x, left.y - high / 2.0);
    let size = Point::new(LONG_MM, high);
    (Shape::Area { at, size, fill, framed: fill != Fill::Light }, LONG_MM)
}

/// What is to be explained.
#[derive(Default)]
pub(super) struct Legend(Vec<Meaning>);

impl Legend {
    /// Takes note of what an item is drawn with.
    pub(super) fn take(&mut self, item: &Item) {
        match item.state {
            State::Calm => {}
            State::Tight(_) => self.0.push(Meaning::Tight),
            State::Conflict(..) => self.0.push(Meaning::Late),
        }
        if item.look == Look::Dialogue {
            self.0.push(Meaning::DialogueDays);
        }
        self.0.push(match (&item.days, item.look) {
            (OnDays::Until(_), _) => Meaning::Until,
            (OnDays::From(_), _) => Meaning::From,
            (OnDays::Often(_), _) => Meaning::Often,
            (OnDays::On(..), Look::Dialogue) => Meaning::Dialogue,
            (OnDays::On(..), Look::Round) => Meaning::Round,
            (OnDays::On(from, to), Look::Other) if from == to => Meaning::On,
            (OnDays::On(..), Look::Other) => Meaning::Stretch,
        });
    }

    /// The legend, as wide as this in mm.
    pub(super) fn drawing(&self, width_mm: f32) -> Drawing {
        let mut shapes = Vec::new();
        let (mut x, mut line) = (0.0, 0.0);
        for meaning in Meaning::ALL.into_iter().filter(|meaning| self.0.contains(meaning)) {
            let words = meaning.words();
            let long = width(&words, false);
            let (_, wide) = meaning.drawn(Point::default());
            if x > 0.0 && x + wide + BESIDE_MM + long > width_mm {
                (x, line) = (0.0, line + 1.0);
            }
            let middle = line * LINE_MM + LINE_MM / 2.0;
            shapes.push(meaning.drawn(Point::new(x, middle)).0);
            x += wide + BESIDE_MM;
            shapes.push(Shape::Letters(Lettering {
                at: Point::new(x, middle + 1.1),
                words,
                size_pt: SIZE_PT,
                bold: false,
                italic: false,
                anchor: Anchor::Start,
            }));
            x += long + APART_MM;
        }
        Drawing { width_mm, height_mm: (line + 1.0) * LINE_MM + 1.0, figures: vec![Figure { told: None, shapes }] }
    }
}
