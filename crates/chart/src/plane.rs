//! A plane with values on both axes and a title at the end of each.

use crate::axis::{FONT, LINE, Values, label};
use crate::{Anchor, Format, Node, Scale, Size};

/// Where the points of a plane stand, and its axes.
pub(crate) struct Plane {
    /// The scale across.
    pub x: Scale,
    /// The scale up.
    pub y: Scale,
    /// Left, top, right and bottom of the field.
    pub plot: [f64; 4],
    /// The axes.
    pub nodes: Vec<Node>,
}

impl Plane {
    /// A plane for values of these ranges, across and up; so are the `titles`.
    pub(crate) fn new(ranges: [(f64, f64); 2], titles: (&str, &str), size: Size, format: &dyn Format) -> Self {
        let Size { width, height } = size;
        let across = Values::cover(ranges[0], ((width - 80.0) / 80.0).clamp(2.0, 10.0) as usize, format);
        let up = Values::cover(ranges[1], ((height - 80.0) / 60.0).clamp(2.0, 8.0) as usize, format);
        let left = (up.width() + 16.0).min(width / 3.0);
        let plot = [left, LINE + 10.0, width - 20.0, height - 2.0 * LINE - 12.0];
        let x = Scale::new(across.domain(), (plot[0], plot[2]));
        let y = Scale::new(up.domain(), (plot[3], plot[1]));
        let nodes = vec![
            up.draw_left(&y, plot),
            across.draw_below(&x, plot),
            label(0.0, FONT, Anchor::Start, titles.1.to_owned()),
            label(plot[2], height - 8.0, Anchor::End, titles.0.to_owned()),
        ];
        Self { x, y, plot, nodes }
    }
}
