//! Horizontal bars.

use crate::axis::FONT;
use crate::measure::{clipped, text_width};
use crate::scale::{drawable, extent};
use crate::{Anchor, Node, Scale, Scene, Size, Spot};

/// A bar with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct BarItem {
    /// Its name.
    pub label: String,
    /// Its length; may be negative.
    pub value: f64,
    /// The value in words.
    pub text: String,
}

const GAP: f64 = 8.0;
/// Below this width a name stands above its bar.
const NARROW: f64 = 480.0;

/// The scene of bars from a common zero line; its height follows from their number. Names stand left of the bars, or above them
/// where there is little room; a value that is not a number is a name without a bar.
pub fn bars(items: &[BarItem], width: f64) -> Scene {
    let width = width.max(160.0);
    let stacked = width < NARROW;
    let (row, thick) = if stacked { (48.0, 16.0) } else { (34.0, 20.0) };
    let names = items.iter().map(|b| text_width(&b.label, FONT)).fold(0.0, f64::max);
    let left = if stacked { 0.0 } else { (names + 12.0).min(width * 0.4) };
    let plot = [left, 4.0, width - 4.0, 4.0 + row * items.len() as f64];
    let scale = bar_scale(items, plot);
    let zero = scale.pixel(0.0).unwrap_or(left);
    let mut nodes = Vec::new();
    let mut spots = Vec::new();
    for (i, item) in items.iter().enumerate() {
        let top = plot[1] + row * i as f64;
        let y = if stacked { top + 24.0 } else { top + (row - thick) / 2.0 };
        let end = if drawable(item.value) { scale.pixel(item.value).unwrap_or(zero) } else { zero };
        nodes.push(name(item, left, if stacked { top + 16.0 } else { y + thick / 2.0 + 5.0 }, stacked, width));
        nodes.push(bar(zero, end, y, thick));
        nodes.push(value(item, end, y + thick / 2.0 + 5.0, end < zero));
        spots.push(Spot { x: end, y: y + thick / 2.0, index: i, at: 0.0 });
    }
    nodes.push(Node::Line { class: "chart-zero", from: (zero, plot[1]), to: (zero, plot[3]) });
    Scene { size: Size { width, height: plot[3] + 4.0 }, nodes, spots, plot, crowded: false }
}

/// From the least to the greatest value and zero, with room for the values in words at the ends.
fn bar_scale(items: &[BarItem], plot: [f64; 4]) -> Scale {
    let values: Vec<f64> = items.iter().map(|b| b.value).collect();
    let (low, high) = extent(&values).unwrap_or((0.0, 1.0));
    let (low, high) = (low.min(0.0), high.max(0.0));
    let (low, high) = if low == high { (0.0, 1.0) } else { (low, high) };
    let widest = |side: fn(f64) -> bool| {
        let texts = items.iter().filter(|b| side(b.value)).map(|b| text_width(&b.text, FONT) + GAP + 4.0);
        texts.fold(0.0, f64::max)
    };
    let room = plot[2] - plot[0];
    let before = widest(|v| v < 0.0).min(room * 0.3);
    let after = widest(|v| v >= 0.0 || v.is_nan()).min(room * 0.4);
    Scale::new((low, high), (plot[0] + before, plot[2] - after))
}

fn name(item: &BarItem, left: f64, y: f64, stacked: bool, width: f64) -> Node {
    let room = if stacked { width - 8.0 } else { left - 8.0 };
    let text = clipped(&item.label, FONT, room);
    // Clear of the line at zero.
    let (x, anchor) = if stacked { (6.0, Anchor::Start) } else { (left - 10.0, Anchor::End) };
    Node::Text { class: "chart-text", x, y, anchor, text }
}

fn bar(zero: f64, end: f64, y: f64, height: f64) -> Node {
    let class = if end < zero { "chart-bar chart-bar-below" } else { "chart-bar" };
    Node::Rect { class, x: zero.min(end), y, width: (end - zero).abs(), height }
}

fn value(item: &BarItem, end: f64, y: f64, below: bool) -> Node {
    let (x, anchor) = if below { (end - GAP, Anchor::End) } else { (end + GAP, Anchor::Start) };
    Node::Text { class: "chart-text chart-value", x, y, anchor, text: item.text.clone() }
}
