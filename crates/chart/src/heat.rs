//! Cells in rows and columns, the darker the larger.

use crate::axis::{FONT, label};
use crate::measure::text_width;
use crate::scale::extent;
use crate::{Anchor, Node, Scene, Size, Spot};

/// Classes of the cells, from the smallest values to the largest.
const CLASSES: [&str; 5] = [
    "chart-heat chart-heat-1",
    "chart-heat chart-heat-2",
    "chart-heat chart-heat-3",
    "chart-heat chart-heat-4",
    "chart-heat chart-heat-5",
];
/// Height of a row.
const ROW: f64 = 30.0;

/// The scene of values row by row with the names beside and below them; what is not a number is an empty cell. A spot's index is
/// that of its value.
pub fn heat(rows: &[String], columns: &[String], values: &[f64], width: f64) -> Scene {
    let width = width.max(160.0);
    let widest = |names: &[String]| names.iter().map(|n| text_width(n, FONT)).fold(0.0, f64::max);
    let left = (widest(rows) + 10.0).min(width / 3.0);
    let plot = [left, 2.0, width - 2.0, 2.0 + ROW * rows.len() as f64];
    let cell = (plot[2] - plot[0]) / columns.len().max(1) as f64;
    let every = ((widest(columns) + 10.0) / cell).ceil().max(1.0) as usize;
    let (low, high) = extent(values).unwrap_or((0.0, 1.0));
    let mut nodes = Vec::new();
    let mut spots = Vec::new();
    for (r, name) in rows.iter().enumerate() {
        let top = plot[1] + ROW * r as f64;
        nodes.push(label(left - 8.0, top + ROW / 2.0 + 5.0, Anchor::End, name.clone()));
        for c in 0..columns.len() {
            let index = r * columns.len() + c;
            let Some(value) = values.get(index).filter(|v| v.is_finite()) else { continue };
            let share = if high > low { (value - low) / (high - low) } else { 0.5 };
            let class = CLASSES[((share * 5.0).clamp(0.0, 4.0)) as usize];
            let x = plot[0] + cell * c as f64;
            nodes.push(Node::Rect { class, x, y: top, width: (cell - 1.0).max(1.0), height: ROW - 1.0 });
            spots.push(Spot { x: x + cell / 2.0, y: top + ROW / 2.0, index, at: 0.0 });
        }
    }
    for (c, name) in columns.iter().enumerate().step_by(every) {
        let x = plot[0] + cell * (c as f64 + 0.5);
        nodes.push(label(x, plot[3] + 18.0, Anchor::Middle, name.clone()));
    }
    Scene { size: Size { width, height: plot[3] + 26.0 }, nodes, spots, plot, crowded: false }
}
