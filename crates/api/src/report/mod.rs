//! The answer, as blocks that the screen knows how to draw. A report carries all its data, thinned out for drawing.

mod chart;
mod table;

use serde::{Deserialize, Serialize};

use crate::{ExportKind, ItemList, OrderList, PartsChart, Phrase, TaskId, TrialChart};

pub use chart::{
    Band, Bar, BarChart, GainsChart, HeatChart, Line, LineChart, LineRole, Mark, MarkKind, Panel, ScatterChart,
};
pub use table::{GroupCard, NumberFormat, Table, TableColumn, Value};

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

#[cfg(test)]
impl Report {
    /// A report of nothing but its headline, for tests.
    pub(crate) fn with_headline(task: TaskId, headline: Vec<Phrase>) -> Self {
        Self { task, headline, grade: None, cautions: vec![], sections: vec![], exports: vec![], takes_new_file: false }
    }
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
