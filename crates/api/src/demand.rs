//! What a demand forecast shows besides lines and tables: what to order, trials on the past, parts that add up, items to look at.

use serde::{Deserialize, Serialize};

use crate::{Band, Grain, Label, LabelCode, Line, LineChart, Occasion, Phrase, Table};

/// The lowest and the highest chance, in percent, for which [`Demand::enough`] has a quantity.
pub const ORDER_LEVELS: (u8, u8) = (5, 99);

/// How much of each item to have ready, for every chance that a person may want.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OrderList {
    /// Unit of the quantities.
    pub unit: Option<String>,
    /// Spans that can be ordered for, the shortest first: so many of a grain.
    pub spans: Vec<(u32, Grain)>,
    /// The items, those with the largest demand first.
    pub items: Vec<OrderItem>,
    /// Items that there are in all (the export holds them).
    pub total: usize,
}

/// One item of an order list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OrderItem {
    /// Its name; empty if there is one only.
    pub name: String,
    /// One a span.
    pub demand: Vec<Demand>,
}

/// The demand over a span.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Demand {
    /// What is expected.
    pub expected: f64,
    /// The quantity that is enough with a chance of 5 %, 6 % and so on up to 99 %; never falls.
    pub enough: Vec<f64>,
}

impl Demand {
    /// The quantity that is enough with a chance of `level` percent; levels beyond [`ORDER_LEVELS`] count as its ends.
    pub fn quantity(&self, level: u8) -> f64 {
        let place = level.clamp(ORDER_LEVELS.0, ORDER_LEVELS.1) - ORDER_LEVELS.0;
        self.enough.get(usize::from(place)).copied().unwrap_or(self.expected)
    }

    /// What is ordered beyond the expected demand; nothing when less than that is ordered.
    pub fn safety(&self, level: u8) -> f64 {
        (self.quantity(level) - self.expected).max(0.0)
    }
}

/// Past forecasts over what then happened, one at a time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TrialChart {
    /// What happened, one panel a series.
    pub chart: LineChart,
    /// The trials of each panel, the oldest first.
    pub trials: Vec<Vec<Trial>>,
}

/// A forecast made in the past.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trial {
    /// What was forecast then.
    pub line: Line,
    /// The ranges around it, the widest first.
    pub bands: Vec<Band>,
    /// How far off it was.
    pub phrases: Vec<Phrase>,
}

/// What a forecast is made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PartsChart {
    /// The takeaway.
    pub caption: Phrase,
    /// The user's column.
    pub value: String,
    /// Unit of the values.
    pub unit: Option<String>,
    /// How dates are written.
    pub grain: Grain,
    /// One a series.
    pub panels: Vec<PartsPanel>,
}

/// The parts of one series; they add up to its forecast.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PartsPanel {
    /// The series' name; empty if there is one only.
    pub name: String,
    /// Moments to come in seconds, ascending.
    pub x: Vec<f64>,
    /// The parts.
    pub parts: Vec<Part>,
}

/// One part of a forecast.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// Its name: a code, or the user's column.
    pub label: Label,
    /// What it adds at each moment; a `NaN` where it is closed.
    pub y: Vec<f64>,
    /// What to say about it.
    pub phrase: Phrase,
}

impl Part {
    /// Whether the person knows it and may plan otherwise: a column of their own, days that they chose.
    pub fn is_own(&self) -> bool {
        matches!(self.label, Label::Text(_) | Label::Code(LabelCode::Occasion(Occasion::OwnEvent)))
    }
}

/// A table of series; a row leads to the series' charts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ItemList {
    /// The table; its first column names the series.
    pub table: Table,
    /// The panel of each row's series in the report's charts, if it has one.
    pub panels: Vec<Option<u32>>,
}
