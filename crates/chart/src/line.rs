//! Lines over time with ranges and marks.

use sanpo_api::{Band, Grain, Line, LineRole, MarkKind, Panel};

use crate::axis::{FONT, LINE, Values, dates_below};
use crate::path::Path;
use crate::scale::{drawable, extent};
use crate::thin::{merge, thin, thin_by};
use crate::window::{cut, recent};
use crate::{Format, Node, Scale, Scene, Size, Spot};

/// Ranges may reach this many heights of the lines beyond them, or once their size; those that reach farther are cut off.
const FAR: f64 = 3.0;
/// With at most so many points, each gets a dot.
const DOTS: usize = 40;

/// The scene of a panel: axes, ranges (the widest first), expected values, other lines, marks. Gaps in a line stay open; a point
/// between two gaps is a dot. Ranges very far beyond the lines are cut off at the edge rather than flattening the lines.
pub fn line(panel: &Panel, grain: Grain, size: Size, format: &dyn Format) -> Scene {
    let (width, height) = (size.width.max(120.0), size.height.max(120.0));
    let values = Values::cover(value_range(panel), ((height - 60.0) / 56.0).clamp(2.0, 8.0) as usize, format);
    let left = (values.width() + 16.0).min(width / 3.0);
    let plot = [left, FONT, width - 12.0, height - 2.0 * LINE - 10.0];
    let x = Scale::new(time_range(panel), (plot[0] + 6.0, plot[2] - 6.0));
    let y = Scale::new(values.domain(), (plot[3], plot[1]));
    let place = Place { x, y, plot };
    let mut nodes = vec![values.draw_left(&y, plot), dates_below(&x, plot, grain, format)];
    nodes.extend(panel.bands.iter().enumerate().map(|(i, band)| place.band(band, i)));
    // What happened lies above what was to be expected: a dense line would hide the one that matters.
    for below in [true, false] {
        let lines = panel.lines.iter().filter(|line| (line.role == LineRole::Expected) == below);
        nodes.extend(lines.map(|line| place.line(line, lead_in(panel, line))));
    }
    nodes.push(place.marks(panel));
    let crowded = panel.lines.iter().any(|l| place.is_crowded(&l.x));
    Scene { size: Size { width, height }, nodes, spots: place.spots(panel), plot, crowded }
}

/// A panel without axes and words, to be seen beside many others: what happened lately, the forecast and its widest range.
pub fn small(panel: &Panel, size: Size) -> Vec<Node> {
    let mut seen = recent(panel).map_or_else(|| panel.clone(), |window| cut(panel, window));
    seen.lines.retain(|line| line.role != LineRole::PastForecast);
    seen.bands.truncate(1);
    let plot = [2.0, 2.0, (size.width - 2.0).max(4.0), (size.height - 2.0).max(4.0)];
    let x = Scale::new(time_range(&seen), (plot[0], plot[2]));
    let y = Scale::new(value_range(&seen), (plot[3], plot[1]));
    let place = Place { x, y, plot };
    let bands = seen.bands.iter().map(|band| place.band(band, 0));
    bands.chain(seen.lines.iter().map(|line| place.line(line, lead_in(&seen, line)))).collect()
}

/// Where values stand.
struct Place {
    x: Scale,
    y: Scale,
    plot: [f64; 4],
}

impl Place {
    /// Whether there are more points than pixels.
    fn is_crowded(&self, points: &[f64]) -> bool {
        points.len() as f64 > self.plot[2] - self.plot[0]
    }

    fn point(&self, x: f64, y: f64) -> Option<(f64, f64)> {
        if !drawable(x) || !drawable(y) {
            return None;
        }
        let (x, y) = (self.x.pixel(x)?, self.y.pixel(y)?);
        Some((x, y.clamp(self.plot[1], self.plot[3])))
    }

    fn line(&self, line: &Line, lead_in: Option<(f64, f64)>) -> Node {
        let class = match line.role {
            LineRole::Actual => "chart-line chart-actual",
            LineRole::Forecast => "chart-line chart-forecast",
            LineRole::PastForecast | LineRole::LastForecast => "chart-line chart-past",
            LineRole::WhatIf => "chart-line chart-what-if",
            // Dashes that nobody can see any more take long to draw.
            LineRole::Expected if self.is_crowded(&line.x) => "chart-line chart-expected chart-dense",
            LineRole::Expected => "chart-line chart-expected",
        };
        let points = lead_in.into_iter().chain(line.x.iter().copied().zip(line.y.iter().copied()));
        let runs = runs(points.map(|(x, y)| self.point(x, y)));
        let dots = line.x.len() <= DOTS;
        let (mut stroke, mut spots) = (Path::new(), Path::new());
        for (i, run) in runs.iter().enumerate() {
            stroke.lines(&thin(run));
            // The point before a forecast belongs to another line and has its dot there.
            let own = if i == 0 && lead_in.is_some() { 1 } else { 0 };
            for (x, y) in run.iter().skip(own).filter(|_| dots || run.len() == 1) {
                spots.circle(*x, *y, 2.5);
            }
        }
        let mut children = vec![Node::Path { class: "chart-stroke", d: stroke.finish() }];
        if !spots.is_empty() {
            children.push(Node::Path { class: "chart-dots", d: spots.finish() });
        }
        Node::Group { class, children }
    }

    /// A filled area between two edges, one for each stretch without gaps.
    fn band(&self, band: &Band, index: usize) -> Node {
        let edges = band.x.iter().zip(&band.lower).zip(&band.upper);
        let pairs = edges.map(|((x, low), high)| Some((self.point(*x, *low)?, self.point(*x, *high)?)));
        let mut path = Path::new();
        for run in runs(pairs) {
            let low = thin(&run.iter().map(|p| p.0).collect::<Vec<_>>());
            let high = thin(&run.iter().map(|p| p.1).collect::<Vec<_>>());
            if let [(low, high)] = run[..] {
                // A single moment is a bar of its own.
                path.lines(&[
                    (low.0 - 4.0, low.1),
                    (low.0 + 4.0, low.1),
                    (high.0 + 4.0, high.1),
                    (high.0 - 4.0, high.1),
                ]);
            } else {
                path.lines(&low);
                high.iter().rev().for_each(|(x, y)| {
                    path.line_to(*x, *y);
                });
            }
            path.close();
        }
        let class = match index {
            0 if self.is_crowded(&band.x) => "chart-band chart-band-wide chart-dense",
            0 => "chart-band chart-band-wide",
            _ => "chart-band chart-band-narrow",
        };
        Node::Path { class, d: path.finish() }
    }

    /// A triangle up, a triangle down or a diamond, clear of the point that it marks.
    fn marks(&self, panel: &Panel) -> Node {
        let children = panel.marks.iter().filter_map(|mark| {
            let (x, mut y) = self.point(mark.x, mark.y)?;
            if mark.kind == MarkKind::Low {
                // Clear of the dates below the plot.
                y = y.min(self.plot[3] - 6.0);
            }
            let mut path = Path::new();
            let (class, corners): (_, &[(f64, f64)]) = match mark.kind {
                MarkKind::High => ("chart-mark chart-mark-high", &[(0.0, -13.0), (7.0, -2.0), (-7.0, -2.0)]),
                MarkKind::Low => ("chart-mark chart-mark-low", &[(0.0, 13.0), (7.0, 2.0), (-7.0, 2.0)]),
                MarkKind::Odd => ("chart-mark chart-mark-odd", &[(0.0, -8.0), (7.0, 0.0), (0.0, 8.0), (-7.0, 0.0)]),
            };
            let corners: Vec<_> = corners.iter().map(|(dx, dy)| (x + dx, y + dy)).collect();
            path.lines(&corners).close();
            Some(Node::Path { class, d: path.finish() })
        });
        Node::Group { class: "chart-marks", children: children.collect() }
    }

    /// One spot for each moment that has a value, at the first line that has one there.
    fn spots(&self, panel: &Panel) -> Vec<Spot> {
        let mut spots: Vec<Spot> = Vec::new();
        for line in &panel.lines {
            let points = line.x.iter().zip(&line.y);
            let places = points.filter_map(|(at, value)| Some((self.point(*at, *value)?, *at)));
            let own: Vec<Spot> = places.map(|((x, y), at)| Spot { x, y, index: 0, at }).collect();
            let own = thin_by(&own, |spot| (spot.x, spot.y));
            spots = merge(&spots, &own, |spot| spot.at);
        }
        spots
    }
}

/// A forecast's line starts at the last thing that happened, so that the eye can follow.
fn lead_in(panel: &Panel, line: &Line) -> Option<(f64, f64)> {
    if line.role != LineRole::Forecast {
        return None;
    }
    let first = *line.x.first()?;
    let actual = panel.lines.iter().find(|l| l.role == LineRole::Actual)?;
    let points = actual.x.iter().zip(&actual.y);
    points.filter(|(x, y)| drawable(**y) && **x < first).map(|(x, y)| (*x, *y)).next_back()
}

pub(crate) fn time_range(panel: &Panel) -> (f64, f64) {
    let lines = panel.lines.iter().flat_map(|l| &l.x);
    extent(lines.chain(panel.bands.iter().flat_map(|b| &b.x))).unwrap_or((0.0, 86_400.0))
}

/// The range of the value axis.
fn value_range(panel: &Panel) -> (f64, f64) {
    let lines = panel.lines.iter().flat_map(|l| &l.y).chain(panel.marks.iter().map(|m| &m.y));
    let bands = panel.bands.iter().flat_map(|b| b.lower.iter().chain(&b.upper));
    let Some((low, high)) = extent(lines).or_else(|| extent(bands.clone())) else { return (0.0, 1.0) };
    let span = high - low;
    let room = (FAR * span).max(low.abs()).max(high.abs());
    let (mut floor, mut roof) = (low, high);
    if let Some((least, greatest)) = extent(bands) {
        floor = floor.min(if least >= low - room { least } else { low - span });
        roof = roof.max(if greatest <= high + room { greatest } else { high + span });
    }
    // Amounts that reach well down start at zero; so does a range below zero for what never is below it.
    if low >= 0.0 && (floor < 0.0 || floor <= 0.5 * roof) {
        floor = 0.0;
    }
    (floor, roof)
}

/// Stretches without gaps.
fn runs<T>(points: impl Iterator<Item = Option<T>>) -> Vec<Vec<T>> {
    let mut runs: Vec<Vec<T>> = Vec::new();
    let mut open = false;
    for point in points {
        match (point, runs.last_mut()) {
            (Some(point), Some(run)) if open => run.push(point),
            (Some(point), _) => {
                runs.push(vec![point]);
                open = true;
            }
            (None, _) => open = false,
        }
    }
    runs
}
