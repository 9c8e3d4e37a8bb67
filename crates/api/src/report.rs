//! The answer, as blocks that the screen knows how to draw. A report carries all its data, thinned out for drawing.

use serde::{Deserialize, Serialize};

use crate::{ExportKind, Grain, ItemList, Label, Moment, OrderList, PartsChart, Phrase, TaskId, TrialChart};

/// A complete answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The task.
    pub task: TaskId,
    /// The answer in one to three sentences.
    pub headline: Vec<Phrase>,
    /// How good it is.
    pub grade: Option<Grade>,
    /// What the person should know before using it.
    pub cautions: Vec<Phrase>,
    /// The rest, in order.
    pub sections: Vec<Section>,
    /// What can be saved.
    pub exports: Vec<ExportKind>,
    /// Whether another file can be given for predictions.
    pub takes_new_file: bool,
}

/// A part of the report with a heading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// Its heading.
    pub id: SectionId,
    /// What it shows.
    pub blocks: Vec<Block>,
}

/// Headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionId {
    /// The answer as a chart.
    Answer,
    /// How the answer came about; folded away.
    How,
    /// A former forecast beside what happened.
    Checked,
    /// What drives it.
    Why,
    /// How well it does.
    HowSure,
    /// What to do with it.
    WhatToDo,
    /// The rows.
    Rows,
    /// For those who want to know more; folded away.
    Details,
}

/// A grade from A to D with its reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Grade {
    /// The letter.
    pub letter: Letter,
    /// Why.
    pub reason: Phrase,
}

/// Grades, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Letter {
    /// Very good.
    A,
    /// Good.
    B,
    /// Fair: use with care.
    C,
    /// No better than the naive answer.
    D,
}

/// Something to draw.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// Sentences.
    Sentences {
        /// In order.
        phrases: Vec<Phrase>,
    },
    /// Lines over time.
    Line(LineChart),
    /// Bars.
    Bars(BarChart),
    /// Points in a plane.
    Scatter(ScatterChart),
    /// How many are found by looking at the most likely rows only.
    Gains(GainsChart),
    /// Two calendars crossed: weekdays by months or hours.
    Heat(HeatChart),
    /// A table.
    Table(Table),
    /// Cards that describe groups.
    Groups {
        /// One a group.
        cards: Vec<GroupCard>,
    },
    /// Series by what needs attention; choosing one shows it in the charts.
    Items(ItemList),
    /// How much to have ready.
    Order(OrderList),
    /// Past forecasts over what happened.
    Trials(TrialChart),
    /// What a forecast is made of.
    Parts(PartsChart),
    /// The same parts, those of the user's own columns and days to be turned up and down.
    WhatIf(PartsChart),
}

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
    /// What a past forecast said.
    PastForecast,
    /// What would have been usual.
    Expected,
    /// What the forecast would be with something changed.
    WhatIf,
}

/// A range around a line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// Percent of values that should fall inside.
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

/// A table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// What it shows.
    pub caption: Phrase,
    /// Columns.
    pub columns: Vec<TableColumn>,
    /// Rows, at most a few hundred.
    pub rows: Vec<Vec<Value>>,
    /// Rows that there are in all (the export holds them).
    pub total_rows: usize,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableColumn {
    /// Heading.
    pub label: Label,
    /// How its numbers are written.
    pub format: NumberFormat,
}

/// How a number is written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberFormat {
    /// With as many digits as make sense, and a unit.
    Plain {
        /// The unit.
        unit: Option<String>,
    },
    /// 0.123 as 12.3 %.
    Percent,
    /// A score between 0 and 1 with two decimals.
    Score,
    /// A date at this grain.
    Date(Grain),
}

/// One value of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// Nothing.
    Empty,
    /// A number, written by the column's format.
    Number(f64),
    /// A moment, written by the column's format.
    Time(Moment),
    /// The user's own text.
    Text(String),
    /// A short name.
    Label(Label),
    /// A sentence.
    Phrase(Box<Phrase>),
}

/// A group of rows, described.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupCard {
    /// Number from 1.
    pub group: u32,
    /// Its name ([`Phrase::GroupName`] or [`Phrase::RfmGroup`]).
    pub name: Phrase,
    /// Rows in it.
    pub rows: usize,
    /// Whether the rows are customers of a sales log.
    pub customers: bool,
    /// Share of all rows.
    pub share_frac: f64,
    /// What makes it different, strongest first.
    pub traits: Vec<Phrase>,
}
