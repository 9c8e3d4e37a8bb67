//! Data to draw, and what holds of every scene.

use sanpo_api::{DAY_SECS, Grain, Line, LineRole, Moment, Panel};
use sanpo_chart::*;

pub struct Plain;

impl Format for Plain {
    fn number(&self, value: f64, _step: f64) -> String {
        format!("{value}")
    }
    fn date(&self, at: Moment, _unit: Grain) -> String {
        format!("{}", at.0 / DAY_SECS)
    }
    fn context(&self, at: Moment, _unit: Grain) -> Option<String> {
        Some(at.civil().year.to_string())
    }
}

pub const SIZE: Size = Size { width: 720.0, height: 360.0 };
pub const DAY: f64 = DAY_SECS as f64;

pub fn panel(role: LineRole, y: &[f64]) -> Panel {
    let x = (0..y.len()).map(|i| 19_800.0 * DAY + i as f64 * DAY).collect();
    let line = Line { role, x, y: y.to_vec() };
    Panel { name: String::new(), phrases: vec![], lines: vec![line], bands: vec![], marks: vec![] }
}

pub fn draw(panel: &Panel) -> Scene {
    let scene = line(panel, Grain::Day, SIZE, &Plain);
    check(&scene);
    scene
}

/// Every path starts with a move and holds numbers only.
pub fn check(scene: &Scene) {
    fn node(it: &Node, size: Size) {
        match it {
            Node::Group { children, .. } => children.iter().for_each(|child| node(child, size)),
            Node::Path { d, .. } => {
                assert!(d.is_empty() || d.starts_with('M'));
                assert!(!d.contains("NaN") && !d.contains("inf"), "{d}");
            }
            Node::Line { from, to, .. } => {
                assert!([from.0, from.1, to.0, to.1].iter().all(|v| (-1.0..2_000.0).contains(v)), "{it:?}");
            }
            Node::Rect { x, y, width, height, .. } => {
                assert!(*x >= 0.0 && *y >= 0.0 && x + width <= size.width && y + height <= size.height, "{it:?}");
            }
            Node::Text { x, y, .. } => assert!(x.is_finite() && y.is_finite()),
        }
    }
    scene.nodes.iter().for_each(|it| node(it, scene.size));
    for spot in &scene.spots {
        assert!((0.0..=scene.size.width).contains(&spot.x) && (0.0..=scene.size.height).contains(&spot.y), "{spot:?}");
    }
}

/// All nodes of a class, groups opened.
fn paths<'a>(nodes: &'a [Node], wanted: &str, out: &mut Vec<&'a str>) {
    for node in nodes {
        match node {
            Node::Group { children, .. } => paths(children, wanted, out),
            Node::Path { class, d } if class.contains(wanted) => out.push(d),
            Node::Path { .. } | Node::Line { .. } | Node::Rect { .. } | Node::Text { .. } => {}
        }
    }
}

pub fn found<'a>(scene: &'a Scene, class: &str) -> Vec<&'a str> {
    let mut out = Vec::new();
    paths(&scene.nodes, class, &mut out);
    out
}
