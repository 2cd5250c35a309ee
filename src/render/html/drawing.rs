//! A picture as a drawing within the page (SVG). Only presentation attributes: a strict policy parses no style attribute.

use super::{Sink, decimal};
use crate::document::{Anchor, Drawing, Figure, Fill, Lettering, Point, Shape, Sign};

/// Units in a mm. Browsers keep letters from becoming smaller than some of their px, which are units here.
const UNITS: f32 = 10.0;

/// From one slanted line to the next in mm.
const HATCH_MM: f32 = 1.1;

/// A length in mm in units.
fn units(mm: f32) -> String {
    decimal((mm * UNITS).round())
}

/// Draws a picture. Who cannot see it hears what its figures say; a pointer that rests on one is told as well.
pub(super) fn draw(drawing: &Drawing, sink: &mut dyn Sink) {
    sink.open("svg", "drawing");
    let mm = |length: f32| format!("{}mm", decimal(length));
    sink.attribute("width", &mm(drawing.width_mm));
    sink.attribute("height", &mm(drawing.height_mm));
    sink.attribute("viewBox", &format!("0 0 {} {}", units(drawing.width_mm), units(drawing.height_mm)));
    let told: Vec<String> = drawing.told().map(|paragraph| paragraph.text()).collect();
    if told.is_empty() {
        sink.attribute("aria-hidden", "true");
    } else {
        sink.attribute("role", "img");
        sink.attribute("aria-label", &told.join("; "));
    }
    drawing.figures.iter().for_each(|figure| draw_figure(figure, sink));
    sink.close();
}

fn draw_figure(figure: &Figure, sink: &mut dyn Sink) {
    sink.open("g", "");
    if let Some(mark) = figure.mark() {
        sink.mark(mark.0);
    }
    if let Some(told) = &figure.told {
        sink.open("title", "");
        sink.text(&told.text());
        sink.close();
    }
    figure.shapes.iter().for_each(|shape| draw_shape(shape, sink));
    sink.close();
}

fn draw_shape(shape: &Shape, sink: &mut dyn Sink) {
    match shape {
        Shape::Line { from, to, thick, dashed } => {
            sink.open("path", "");
            sink.attribute("d", &format!("M{}L{}", point(*from), point(*to)));
            stroke(*thick, sink);
            if *dashed {
                sink.attribute("stroke-dasharray", "4 6");
            }
            sink.close();
        }
        Shape::Area { at, size, fill, framed } => {
            sink.open("rect", "");
            for (name, length) in [("x", at.x), ("y", at.y), ("width", size.x), ("height", size.y)] {
                sink.attribute(name, &units(length));
            }
            sink.attribute(
                "fill",
                match fill {
                    Fill::Blank | Fill::Hatch => "#fff",
                    Fill::Light => "#e4e4e4",
                },
            );
            if *framed {
                stroke(0.25, sink);
            }
            sink.close();
            if *fill == Fill::Hatch {
                sink.open("path", "");
                sink.attribute("d", &hatch(*at, *size));
                stroke(0.25, sink);
                sink.close();
            }
        }
        Shape::Letters(letters) => draw_letters(letters, sink),
        Shape::Sign { at, sign, size, filled } => {
            sink.open("path", "");
            sink.attribute("d", &outline(*at, *sign, size / 2.0));
            sink.attribute("fill", if *filled { "#000" } else { "#fff" });
            stroke(if *sign == Sign::Stroke { 0.6 } else { 0.35 }, sink);
            sink.close();
        }
    }
}

fn stroke(thick: f32, sink: &mut dyn Sink) {
    sink.attribute("stroke", "#000");
    sink.attribute("stroke-width", &units(thick));
}

fn draw_letters(letters: &Lettering, sink: &mut dyn Sink) {
    sink.open("text", "");
    sink.attribute("x", &units(letters.at.x));
    sink.attribute("y", &units(letters.at.y));
    sink.attribute("font-size", &decimal(letters.size_pt * 25.4 / 72.0 * UNITS));
    for (set, name, value) in [
        (letters.bold, "font-weight", "700"),
        (letters.italic, "font-style", "italic"),
        (letters.anchor == Anchor::Middle, "text-anchor", "middle"),
    ] {
        if set {
            sink.attribute(name, value);
        }
    }
    sink.text(&letters.words);
    sink.close();
}

fn point(at: Point) -> String {
    format!("{} {}", units(at.x), units(at.y))
}

/// The outline of a sign around a point; `half` is from its middle to its side.
fn outline(at: Point, sign: Sign, half: f32) -> String {
    let corner = |x: f32, y: f32| point(Point::new(at.x + x * half, at.y + y * half));
    match sign {
        Sign::Diamond => {
            format!("M{}L{}L{}L{}z", corner(0.0, -1.0), corner(1.0, 0.0), corner(0.0, 1.0), corner(-1.0, 0.0))
        }
        Sign::Down => format!("M{}L{}L{}z", corner(-1.0, -0.8), corner(1.0, -0.8), corner(0.0, 0.9)),
        Sign::Right => format!("M{}L{}L{}z", corner(-0.8, -1.0), corner(0.9, 0.0), corner(-0.8, 1.0)),
        Sign::Stroke => format!("M{}L{}", corner(0.0, -1.0), corner(0.0, 1.0)),
        Sign::Disc => {
            // Half circles by whole units from one end to the other: rounded ends would make less than half of one.
            let radius = (half * 0.85 * UNITS).round();
            let arc = |to: f32| format!("a{0} {0} 0 0 1 {1} 0", decimal(radius), decimal(to));
            let left = format!("{} {}", decimal((at.x * UNITS).round() - radius), units(at.y));
            format!("M{left}{}{}z", arc(2.0 * radius), arc(-2.0 * radius))
        }
    }
}

/// Slanted lines across a box, each cut off at its sides.
fn hatch(at: Point, size: Point) -> String {
    let mut path = String::new();
    // A line begins so far to the right of the lower left corner and rises to the right, as far as the box is high.
    let mut start = HATCH_MM - size.y;
    while start < size.x {
        let (from, to) = (start.max(0.0), (start + size.y).min(size.x));
        let end = |x: f32| point(Point::new(at.x + x, at.y + size.y - (x - start)));
        path.push_str(&format!("M{}L{}", end(from), end(to)));
        start += HATCH_MM;
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Mark, Paragraph, Run};
    use crate::render::html::Markup;
    use crate::style::Role;

    fn drawn(figures: Vec<Figure>) -> String {
        let mut sink = Markup::default();
        draw(&Drawing { width_mm: 80.0, height_mm: 12.5, figures }, &mut sink);
        sink.finish()
    }

    #[test]
    fn a_figure_says_what_it_shows_and_where_it_came_from() {
        let told = Paragraph::new(Role::TableCell, vec![Run::plain("05/9: A & B")], Some(Mark(7)));
        let letters = Lettering {
            at: Point::new(3.0, 4.0),
            words: "A & B".into(),
            size_pt: 9.0,
            bold: true,
            italic: false,
            anchor: Anchor::Start,
        };
        let figure = Figure { told: Some(told), shapes: vec![Shape::Letters(letters)] };
        assert_eq!(
            drawn(vec![figure]),
            "<svg class=\"drawing\" width=\"80mm\" height=\"12.50mm\" viewBox=\"0 0 800 125\" role=\"img\" aria-label=\"05/9: A &amp; B\">\
             <g><title>05/9: A &amp; B</title><text x=\"30\" y=\"40\" font-size=\"31.75\" font-weight=\"700\">A &amp; B</text></g></svg>"
        );
    }

    #[test]
    fn what_only_helps_to_read_is_not_read_out() {
        let line = Shape::Line { from: Point::new(1.0, 0.0), to: Point::new(1.0, 9.0), thick: 0.1, dashed: true };
        let markup = drawn(vec![Figure { told: None, shapes: vec![line] }]);
        assert!(markup.contains("aria-hidden=\"true\"") && !markup.contains("<title>"), "{markup}");
        assert!(!markup.contains("style="), "{markup}");
    }

    /// Slanted lines stay in their box, however flat or narrow it is.
    #[test]
    fn a_hatch_stays_in_its_box() {
        for (wide, high) in [(20.0, 3.0), (1.0, 6.0), (0.2, 0.2)] {
            let path = hatch(Point::new(5.0, 5.0), Point::new(wide, high));
            let numbers: Vec<f32> = path.split(['M', 'L', ' ']).filter_map(|number| number.parse().ok()).collect();
            for pair in numbers.chunks(2) {
                assert!((49.0..=51.0 + wide * 10.0).contains(&pair[0]), "{path}");
                assert!((49.0..=51.0 + high * 10.0).contains(&pair[1]), "{path}");
            }
        }
    }
}
