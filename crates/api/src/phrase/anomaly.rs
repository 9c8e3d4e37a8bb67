//! What is said of unusual rows and moments.

use serde::{Deserialize, Serialize};

use crate::{Grain, Moment, Reason};

/// A sentence on what stands out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnomalyPhrase {
    /// So many of so many rows are unlike the others.
    Rows {
        /// Marked.
        flagged: usize,
        /// All.
        rows: usize,
    },
    /// So many stretches of time are unlike the others.
    Events {
        /// Stretches.
        events: usize,
        /// Moments in them.
        flagged: usize,
        /// All moments.
        points: usize,
    },
    /// Nothing stands out.
    None {
        /// Rows looked at.
        rows: usize,
        /// Columns looked at.
        columns: usize,
        /// First and last moment of a series.
        span: Option<(Moment, Moment, Grain)>,
    },
    /// How sure it is that there is nothing.
    Quiet,
    /// What to do when nothing stands out: mark more readily.
    TryMore {
        /// How readily was marked, 1 (few) to 5 (many).
        sensitivity: u8,
    },
    /// The most unusual row and why.
    TopRow {
        /// Its row in the file, from 1, with its sheet where there are several.
        row: String,
        /// Why.
        reasons: Vec<Reason>,
    },
    /// The most unusual moment and why.
    TopMoment {
        /// When.
        at: Moment,
        /// Grain.
        grain: Grain,
        /// Why.
        reasons: Vec<Reason>,
    },
    /// Why a row or a moment stands out.
    Reasons {
        /// Strongest first.
        reasons: Vec<Reason>,
    },
    /// Caption of the list of rows.
    Table,
    /// Caption of the list of unusual stretches of time.
    EventTable {
        /// Stretches in the list.
        shown: usize,
        /// Stretches that there are.
        events: usize,
    },
    /// From when to when a stretch goes.
    Span {
        /// First moment.
        from: Moment,
        /// Last moment.
        to: Moment,
        /// Grain.
        grain: Grain,
    },
    /// Caption of the chart with the band.
    Chart {
        /// The column.
        what: String,
    },
    /// Caption of the bars: columns that made rows stand out most often.
    Columns,
    /// How to read the score.
    How,
    /// The marks are guesses: nobody told Sanpo what is wrong in this file.
    Check,
}
