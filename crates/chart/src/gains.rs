//! How many are found by looking at a part of the rows: a curve over the line of chance.

use crate::path::Path;
use crate::plane::Plane;
use crate::scale::drawable;
use crate::{Format, Node, Scene, Size, Spot};

/// The scene of a curve of percentages; `titles` are those of the axes, across and up.
pub fn gains(points: &[(f64, f64)], titles: (&str, &str), width: f64, format: &dyn Format) -> Scene {
    let width = width.max(160.0);
    let height = (width * 0.6).clamp(240.0, 420.0);
    let size = Size { width, height };
    let Plane { x, y, plot, mut nodes } = Plane::new([(0.0, 100.0); 2], titles, size, format);
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
    nodes.extend([
        Node::Group { class: "chart-line chart-past", children: vec![stroke(chance)] },
        Node::Group {
            class: "chart-line chart-what-if",
            children: vec![stroke(curve), Node::Path { class: "chart-dots", d: dots.finish() }],
        },
    ]);
    let spots = places.iter().map(|(index, (x, y))| Spot { x: *x, y: *y, index: *index, at: 0.0 }).collect();
    Scene { size, nodes, spots, plot, crowded: false }
}
