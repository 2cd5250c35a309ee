//! Days on a line of so many mm, with a break where nothing happens for long.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::order::insert;

/// What is empty for more days than this is left out.
const EMPTY_DAYS: i64 = 60;
/// So many days stand free at either end of a stretch, so that nothing sticks to an edge.
const FREE_DAYS: u64 = 2;
/// The fewest days that a line shows: one day alone would fill it.
const LEAST_DAYS: i64 = 28;
/// The room of a break in mm, where there is enough.
pub const BREAK_MM: f32 = 7.0;
/// Lines nearer to each other than this in mm are no help.
const NEAREST_MM: f32 = 3.5;

/// Days without a break.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Where the first day begins, in mm.
    pub left: f32,
    /// Where the last day ends.
    pub right: f32,
}

/// A line of days.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Its stretches in order.
    pub stretches: Vec<Stretch>,
    /// The width of a day in mm.
    pub day_mm: f32,
}

impl Axis {
    /// A line so many mm long on which all these days are, each a first and a last one; none where there are none.
    pub fn new(spans: impl IntoIterator<Item = (NaiveDate, NaiveDate)>, width_mm: f32) -> Option<Self> {
        let mut ordered: Vec<(NaiveDate, NaiveDate)> = Vec::new();
        spans.into_iter().for_each(|span| insert(&mut ordered, span, |span| *span));
        let mut joined: Vec<(NaiveDate, NaiveDate)> = Vec::new();
        for (from, to) in ordered {
            match joined.last_mut() {
                Some((_, last)) if (from - *last).num_days() <= EMPTY_DAYS => *last = to.max(*last),
                _ => joined.push((from, to)),
            }
        }
        for (from, to) in &mut joined {
            *from = from.checked_sub_days(Days::new(FREE_DAYS)).unwrap_or(*from);
            *to = to.checked_add_days(Days::new(FREE_DAYS)).unwrap_or(*to);
        }
        let count = |(from, to): &(NaiveDate, NaiveDate)| (*to - *from).num_days() + 1;
        let lacks = LEAST_DAYS - joined.iter().map(count).sum::<i64>();
        if let (Some((_, to)), true) = (joined.last_mut(), lacks > 0) {
            *to = to.checked_add_days(Days::new(lacks.unsigned_abs())).unwrap_or(*to);
        }
        let days: i64 = joined.iter().map(count).sum();
        let breaks = joined.len().checked_sub(1)? as f32;
        // A line of many breaks still is one of days.
        let gap = if breaks > 0.0 { BREAK_MM.min(width_mm * 0.3 / breaks) } else { 0.0 };
        let day_mm = (width_mm - breaks * gap) / days as f32;
        let mut left = 0.0;
        let stretches = joined
            .iter()
            .map(|span| {
                let right = left + count(span) as f32 * day_mm;
                let stretch = Stretch { from: span.0, to: span.1, left, right };
                left = right + gap;
                stretch
            })
            .collect();
        Some(Self { stretches, day_mm })
    }

    /// Where a day begins, in mm. A day in a break stands at the end of the stretch before it.
    pub fn left(&self, day: NaiveDate) -> f32 {
        let Some(stretch) = self.stretches.iter().rev().find(|stretch| stretch.from <= day) else { return 0.0 };
        (stretch.left + (day - stretch.from).num_days() as f32 * self.day_mm).min(stretch.right)
    }

    /// Where a day ends.
    pub fn right(&self, day: NaiveDate) -> f32 {
        self.left(day) + self.day_mm
    }

    /// The middle of a day.
    pub fn middle(&self, day: NaiveDate) -> f32 {
        self.left(day) + self.day_mm / 2.0
    }

    /// The breaks, from where to where in mm.
    pub fn breaks(&self) -> impl Iterator<Item = (f32, f32)> + '_ {
        self.stretches.windows(2).map(|pair| (pair[0].right, pair[1].left))
    }

    /// Whether months are too narrow to be told apart.
    pub fn is_of_years(&self) -> bool {
        self.day_mm * 30.0 < NEAREST_MM
    }

    /// The months of the line, each with its first day here and from where to where it goes; years where the line is of
    /// years.
    pub fn months(&self) -> Vec<(NaiveDate, f32, f32)> {
        let step = if self.is_of_years() { 12 } else { 1 };
        let mut months = Vec::new();
        for stretch in &self.stretches {
            let mut day = stretch.from;
            while day <= stretch.to && self.day_mm * 365.0 >= NEAREST_MM {
                let first = if step == 12 { day.with_ordinal(1) } else { day.with_day(1) };
                let next = first.and_then(|first| first.checked_add_months(Months::new(step)));
                let end = next.filter(|next| *next <= stretch.to);
                months.push((day, self.left(day), end.map_or(stretch.right, |next| self.left(next))));
                let Some(next) = end else { break };
                day = next;
            }
        }
        months
    }

    /// The Mondays of the line, and where each begins; none where weeks would be too narrow to be told apart.
    pub fn weeks(&self) -> Vec<(NaiveDate, f32)> {
        let mut weeks = Vec::new();
        if self.day_mm * 7.0 < NEAREST_MM {
            return weeks;
        }
        for stretch in &self.stretches {
            let mut day = Some(stretch.from);
            while let Some(at) = day.filter(|day| *day <= stretch.to) {
                let monday = at.weekday() == Weekday::Mon;
                if monday {
                    weeks.push((at, self.left(at)));
                }
                day = at.checked_add_days(Days::new(if monday { 7 } else { 1 }));
            }
        }
        weeks
    }
}
