//! Axes with their grid lines and what is written beside them.

use sanpo_api::{Grain, Moment};

use crate::calendar::date_ticks;
use crate::measure::text_width;
use crate::{Anchor, Format, Node, Scale, number_ticks};

/// Size of the text beside the axes; the style sheet of the page says the same.
pub(crate) const FONT: f64 = 14.0;
/// Height of a line of text.
pub(crate) const LINE: f64 = 20.0;

/// A value axis before it has a place: its marks and their words.
pub(crate) struct Values {
    ticks: Vec<(f64, String)>,
}

impl Values {
    /// Round values that cover the range.
    pub(crate) fn cover(range: (f64, f64), count: usize, format: &dyn Format) -> Self {
        let (low, high) = Scale::new(range, (0.0, 1.0)).domain();
        let (ticks, step) = number_ticks(low, high, count);
        Self { ticks: ticks.into_iter().map(|v| (v, format.number(v, step))).collect() }
    }

    /// The first and the last mark.
    pub(crate) fn domain(&self) -> (f64, f64) {
        match (self.ticks.first(), self.ticks.last()) {
            (Some(first), Some(last)) => (first.0, last.0),
            _ => (0.0, 1.0),
        }
    }

    /// Room for the widest of the words.
    pub(crate) fn width(&self) -> f64 {
        self.ticks.iter().map(|(_, text)| text_width(text, FONT)).fold(0.0, f64::max)
    }

    /// Lines across the plot with the words left of it.
    pub(crate) fn draw_left(&self, scale: &Scale, plot: [f64; 4]) -> Node {
        let [left, _, right, _] = plot;
        let mut children = Vec::new();
        for (value, text) in &self.ticks {
            let Some(y) = scale.pixel(*value) else { continue };
            let class = if *value == 0.0 { "chart-zero" } else { "chart-grid" };
            children.push(Node::Line { class, from: (left, y), to: (right, y) });
            children.push(label(left - 8.0, y + 5.0, Anchor::End, text.clone()));
        }
        Node::Group { class: "chart-axis", children }
    }

    /// Lines up the plot with the words below it.
    pub(crate) fn draw_below(&self, scale: &Scale, plot: [f64; 4]) -> Node {
        let [_, top, _, bottom] = plot;
        let mut children = Vec::new();
        let mut free = f64::NEG_INFINITY;
        for (value, text) in &self.ticks {
            let Some(x) = scale.pixel(*value) else { continue };
            let class = if *value == 0.0 { "chart-zero" } else { "chart-grid" };
            children.push(Node::Line { class, from: (x, top), to: (x, bottom) });
            let half = text_width(text, FONT) / 2.0;
            if x - half >= free {
                children.push(label(x, bottom + LINE, Anchor::Middle, text.clone()));
                free = x + half + 8.0;
            }
        }
        Node::Group { class: "chart-axis", children }
    }
}

/// A time axis below the plot: dates, and below them the year or the day that several of them have in common.
pub(crate) fn dates_below(scale: &Scale, plot: [f64; 4], grain: Grain, format: &dyn Format) -> Node {
    let [left, top, right, bottom] = plot;
    let (from, to) = scale.domain();
    let widest = sample_width(from, to, grain, format);
    let most = ((right - left) / (widest + 24.0)).clamp(2.0, 12.0) as usize;
    let mut children = Vec::new();
    let (mut free, mut common) = (f64::NEG_INFINITY, None);
    for tick in date_ticks(from, to, most, grain) {
        let Some(x) = scale.pixel(tick.at.0 as f64) else { continue };
        children.push(Node::Line { class: "chart-tick", from: (x, bottom), to: (x, bottom + 5.0) });
        children.push(Node::Line { class: "chart-grid", from: (x, top), to: (x, bottom) });
        let date = format.date(tick.at, tick.unit);
        // The last date stays within the picture.
        let middle = x.min(right + 8.0 - text_width(&date, FONT) / 2.0);
        children.push(label(middle, bottom + LINE, Anchor::Middle, date));
        let context = format.context(tick.at, tick.unit);
        if context != common {
            common = context;
            let text = common.clone().unwrap_or_default();
            let half = text_width(&text, FONT) / 2.0;
            if x - half >= free {
                free = x + half + 8.0;
                children.push(label(x, bottom + 2.0 * LINE, Anchor::Middle, text));
            }
        }
    }
    children.push(Node::Line { class: "chart-base", from: (left, bottom), to: (right, bottom) });
    Node::Group { class: "chart-axis", children }
}

/// Width of a usual date on this axis.
fn sample_width(from: f64, to: f64, grain: Grain, format: &dyn Format) -> f64 {
    let unit = date_ticks(from, to, 8, grain).first().map_or(grain, |t| t.unit);
    text_width(&format.date(Moment(to.clamp(-1e14, 1e14) as i64), unit), FONT)
}

/// A text beside an axis.
pub(crate) fn label(x: f64, y: f64, anchor: Anchor, text: String) -> Node {
    Node::Text { class: "chart-text", x, y, anchor, text }
}
