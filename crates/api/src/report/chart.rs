//! Charts, as data.

use serde::{Deserialize, Serialize};

use super::NumberFormat;
use crate::{Grain, Label, Phrase};

/// Lines over time; one panel is shown at a time, chosen by name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LineChart {
    /// The takeaway.
    pub caption: Phrase,
    /// Name of the value axis: the user's column.
    pub value: String,
    /// Unit of the values.
    pub unit: Option<String>,
    /// How dates are written.
    pub grain: Grain,
    /// Whether every value is there; otherwise the highest and the lowest of each stretch.
    pub complete: bool,
    /// One a series.
    pub panels: Vec<Panel>,
}

/// One picture of a line chart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Panel {
    /// The series' name; empty if there is one only.
    pub name: String,
    /// Sentences for this series alone.
    pub phrases: Vec<Phrase>,
    /// The lines.
    pub lines: Vec<Line>,
    /// Ranges, the widest first.
    pub bands: Vec<Band>,
    /// Marked points.
    pub marks: Vec<Mark>,
}

/// A line: `x` seconds, `y` values of one length; a `NaN` is a gap.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// What it shows.
    pub role: LineRole,
    /// Moments in seconds, ascending.
    pub x: Vec<f64>,
    /// Values.
    pub y: Vec<f64>,
}

/// What a line shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineRole {
    /// What happened.
    Actual,
    /// What is to come.
    Forecast,
    /// What a forecast said that was tried on the past.
    PastForecast,
    /// What the last forecast said of what has happened since.
    LastForecast,
    /// What would have been usual.
    Expected,
    /// What the forecast would be with something changed.
    WhatIf,
}

/// A range around a line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// Percent of values that should fall inside; 0 for what is usual, without a promise.
    pub level: u8,
    /// Moments in seconds, ascending.
    pub x: Vec<f64>,
    /// Lower end.
    pub lower: Vec<f64>,
    /// Upper end.
    pub upper: Vec<f64>,
}

/// A marked point.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// Moment in seconds.
    pub x: f64,
    /// Value.
    pub y: f64,
    /// What the mark means.
    pub kind: MarkKind,
    /// What to say about it.
    pub phrase: Phrase,
}

/// Meanings of marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MarkKind {
    /// Higher than usual.
    High,
    /// Lower than usual.
    Low,
    /// Unusual in shape.
    Odd,
}

/// Horizontal bars, in the order given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BarChart {
    /// The takeaway.
    pub caption: Phrase,
    /// How the values are written.
    pub format: NumberFormat,
    /// The bars.
    pub bars: Vec<Bar>,
}

/// One bar.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    /// Its name.
    pub label: Label,
    /// Its length; may be negative.
    pub value: f64,
}

/// Points in a plane, coloured by group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScatterChart {
    /// The takeaway.
    pub caption: Phrase,
    /// Horizontal axis.
    pub x_label: Label,
    /// Vertical axis.
    pub y_label: Label,
    /// Names of the groups.
    pub groups: Vec<Label>,
    /// Horizontal positions.
    pub x: Vec<f64>,
    /// Vertical positions.
    pub y: Vec<f64>,
    /// Group of each point, an index into `groups`.
    pub group: Vec<u32>,
}

/// How many rows of a class are found by looking at a part of all rows, the most likely ones first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GainsChart {
    /// The takeaway.
    pub caption: Phrase,
    /// Percent of all rows, ascending, and percent of the class found among them.
    pub points: Vec<(f64, f64)>,
}

/// Cells in rows and columns, the darker the larger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HeatChart {
    /// The takeaway.
    pub caption: Phrase,
    /// Unit of the values.
    pub unit: Option<String>,
    /// Names of the rows.
    pub rows: Vec<Label>,
    /// Names of the columns.
    pub columns: Vec<Label>,
    /// Row by row, the mean; a `NaN` is an empty cell.
    pub values: Vec<f64>,
}
