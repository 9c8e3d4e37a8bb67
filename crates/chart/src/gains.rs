//! How many are found by looking at a part of the rows: a curve over the line of chance.

use crate::axis::{FONT, LINE, Values, label};
use crate::path::Path;
use crate::scale::drawable;
use crate::{Anchor, Format, Node, Scale, Scene, Size, Spot};

/// The scene of a curve of percentages; `titles` are those of the axes, across and up.
pub fn gains(points: &[(f64, f64)], titles: (&str, &str), width: f64, format: &dyn Format) -> Scene {
    let width = width.max(160.0);
    let height = (width * 0.6).clamp(240.0, 420.0);
    let across = Values::cover((0.0, 100.0), ((width - 80.0) / 60.0).clamp(2.0, 10.0) as usize, format);
    let up = Values::cover((0.0, 100.0), 5, format);
    let plot = [up.width() + 16.0, LINE + 10.0, width - 20.0, height - 2.0 * LINE - 12.0];
    let x = Scale::new((0.0, 100.0), (plot[0], plot[2]));
    let y = Scale::new((0.0, 100.0), (plot[3], plot[1]));
    let place = |(top, found): &(f64, f64)| {
        let inside = |value: f64| drawable(value).then(|| value.clamp(0.0, 100.0));
        Some((x.pixel(inside(*top)?)?, y.pixel(inside(*found)?)?))
    };
    let places: Vec<(usize, (f64, f64))> =
        points.iter().enumerate().filter_map(|(i, p)| Some((i, place(p)?))).collect();
    let (mut curve, mut dots, mut chance) = (Path::new(), Path::new(), Path::new());
    curve.lines(&places.iter().map(|(_, place)| *place).collect::<Vec<_>>());
    places.iter().for_each(|(_, (x, y))| {
        dots.circle(*x, *y, 3.0);
    });
    chance.lines(&[(plot[0], plot[3]), (plot[2], plot[1])]);
    let stroke = |path: Path| Node::Path { class: "chart-stroke", d: path.finish() };
    let nodes = vec![
        up.draw_left(&y, plot),
        across.draw_below(&x, plot),
        label(0.0, FONT, Anchor::Start, titles.1.to_owned()),
        label(plot[2], height - 8.0, Anchor::End, titles.0.to_owned()),
        Node::Group { class: "chart-line chart-past", children: vec![stroke(chance)] },
        Node::Group {
            class: "chart-line chart-what-if",
            children: vec![stroke(curve), Node::Path { class: "chart-dots", d: dots.finish() }],
        },
    ];
    let spots = places.iter().map(|(index, (x, y))| Spot { x: *x, y: *y, index: *index, at: 0.0 }).collect();
    Scene { size: Size { width, height }, nodes, spots, plot, crowded: false }
}
