//! What a chart is made of.

/// Width and height in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// A chart, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Its view box starts at 0, 0.
    pub size: Size,
    /// What to draw, in this order.
    pub nodes: Vec<Node>,
    /// Places that can be pointed at or stepped through with the keys, in reading order.
    pub spots: Vec<Spot>,
    /// The part inside the axes: left, top, right, bottom.
    pub plot: [f64; 4],
    /// Whether a line has more points than pixels: a nearer look shows more.
    pub crowded: bool,
}

/// An SVG element.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Elements that belong together.
    Group {
        /// CSS class.
        class: &'static str,
        /// The elements.
        children: Vec<Node>,
    },
    /// A path.
    Path {
        /// CSS class.
        class: &'static str,
        /// Its commands.
        d: String,
    },
    /// A straight line.
    Line {
        /// CSS class.
        class: &'static str,
        /// From.
        from: (f64, f64),
        /// To.
        to: (f64, f64),
    },
    /// A rectangle.
    Rect {
        /// CSS class.
        class: &'static str,
        /// Left edge.
        x: f64,
        /// Upper edge.
        y: f64,
        /// Width, not negative.
        width: f64,
        /// Height, not negative.
        height: f64,
    },
    /// A text.
    Text {
        /// CSS class.
        class: &'static str,
        /// Position of the anchor.
        x: f64,
        /// Base line.
        y: f64,
        /// Which part of the text stands at `x`.
        anchor: Anchor,
        /// The text.
        text: String,
    },
}

/// Which part of a text stands at its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The start.
    Start,
    /// The middle.
    Middle,
    /// The end.
    End,
}

impl Anchor {
    /// The value of the SVG attribute `text-anchor`.
    pub fn attribute(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A place that stands for a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Position.
    pub x: f64,
    /// Position.
    pub y: f64,
    /// Number of the bar or point; 0 for lines.
    pub index: usize,
    /// For lines: the moment in seconds.
    pub at: f64,
}

/// Pixels to each side within which a pointer means the same place.
const SAME_COLUMN: f64 = 1.5;

impl Scene {
    /// The spot next to a position. Along the horizontal axis for lines, where the height decides between spots that a pointer
    /// cannot tell apart; in the plane otherwise. `None` without spots.
    pub fn nearest(&self, x: f64, y: f64, along_x: bool) -> Option<usize> {
        let far = |s: &Spot| {
            let (dx, dy) = ((s.x - x).abs(), (s.y - y).abs());
            if along_x { (dx.max(SAME_COLUMN), dy) } else { (dx * dx + dy * dy, 0.0) }
        };
        let mut best = None;
        for (i, spot) in self.spots.iter().enumerate() {
            let distance = far(spot);
            if best.is_none_or(|(_, least)| distance < least) {
                best = Some((i, distance));
            }
        }
        best.map(|(i, _)| i)
    }
}
