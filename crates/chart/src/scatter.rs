//! Points in a plane, told apart by colour and shape.

use sanpo_api::{Label, LabelCode, ScatterChart};

use crate::path::Path;
use crate::plane::Plane;
use crate::scale::{drawable, extent};
use crate::{Format, Node, Scene, Size, Spot};

/// Groups with a colour of their own; the rest is grey and told apart by shape.
pub const MAX_COLOURS: usize = 4;

/// Classes of the groups.
const CLASSES: [&str; MAX_COLOURS + 1] = [
    "chart-group chart-group-1",
    "chart-group chart-group-2",
    "chart-group chart-group-3",
    "chart-group chart-group-4",
    "chart-group chart-group-rest",
];

/// The scene of a scatter chart; `x_label` and `y_label` are its axis titles in words. A group is one path of all its markers.
pub fn scatter(chart: &ScatterChart, titles: (&str, &str), size: Size, format: &dyn Format) -> Scene {
    let size = Size { width: size.width.max(160.0), height: size.height.max(160.0) };
    let points = points(chart);
    let range = |pick: fn(&Point) -> f64| extent(&points.iter().map(pick).collect::<Vec<_>>()).unwrap_or((0.0, 1.0));
    let ranges = [range(|p| p.x), range(|p| p.y)];
    let Plane { x, y, plot, mut nodes } = Plane::new(ranges, titles, size, format);
    for node in &mut nodes {
        if let (true, Node::Group { children, .. }) = (is_map(chart), node) {
            children.retain(|part| !matches!(part, Node::Text { .. }));
        }
    }
    let place = |p: &Point| Some((x.pixel(p.x)?, y.pixel(p.y)?));
    let groups = chart.groups.len().max(1);
    for group in 0..groups {
        let own: Vec<(f64, f64)> =
            points.iter().filter(|p| p.group.min(groups - 1) == group).filter_map(place).collect();
        nodes.push(Node::Path { class: CLASSES[group.min(MAX_COLOURS)], d: markers(&own, group) });
    }
    let spots = points.iter().filter_map(|p| place(p).map(|(x, y)| Spot { x, y, index: p.index, at: 0.0 })).collect();
    Scene { size, nodes, spots, plot, crowded: false }
}

/// Whether the directions are mixtures of columns: their numbers mean nothing, only how near points are.
pub fn is_map(chart: &ScatterChart) -> bool {
    matches!(chart.x_label, Label::Code(LabelCode::Mostly(_)))
}

struct Point {
    index: usize,
    x: f64,
    y: f64,
    group: usize,
}

/// The points that can be drawn.
fn points(chart: &ScatterChart) -> Vec<Point> {
    let pairs = chart.x.iter().zip(&chart.y).enumerate();
    let point = |(index, (x, y)): (usize, (&f64, &f64))| Point {
        index,
        x: *x,
        y: *y,
        group: chart.group.get(index).map_or(0, |g| *g as usize),
    };
    pairs.map(point).filter(|p| drawable(p.x) && drawable(p.y)).collect()
}

/// The class and the path of a group's marker around a position, for a legend.
pub fn marker(group: usize, x: f64, y: f64) -> Node {
    Node::Path { class: CLASSES[group.min(MAX_COLOURS)], d: markers(&[(x, y)], group) }
}

/// Circle, square, triangle, diamond, and again.
fn markers(points: &[(f64, f64)], group: usize) -> String {
    let mut path = Path::new();
    for (x, y) in points {
        let corners: &[(f64, f64)] = match group % 4 {
            0 => {
                path.circle(*x, *y, 4.0);
                continue;
            }
            1 => &[(-3.5, -3.5), (3.5, -3.5), (3.5, 3.5), (-3.5, 3.5)],
            2 => &[(0.0, -4.5), (4.5, 3.5), (-4.5, 3.5)],
            _ => &[(0.0, -5.0), (4.5, 0.0), (0.0, 5.0), (-4.5, 0.0)],
        };
        let corners: Vec<_> = corners.iter().map(|(dx, dy)| (x + dx, y + dy)).collect();
        path.lines(&corners).close();
    }
    path.finish()
}
