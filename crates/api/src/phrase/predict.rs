//! What is said of predictions for rows.

use serde::{Deserialize, Serialize};

/// A sentence on predictions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PredictPhrase {
    /// How many of the rows that were held most likely to have a class had it.
    Picked {
        /// Column to predict.
        target: String,
        /// The class looked for.
        class: String,
        /// Whether a row is a customer.
        customers: bool,
        /// Rows that were held out.
        rows: usize,
        /// Rows held most likely, of those that were held out.
        picked: usize,
        /// Those of them that had it.
        right: usize,
        /// As many as there would be among rows picked by chance.
        by_chance: usize,
    },
    /// Share of right answers against the naive answer.
    Correct {
        /// Column to predict.
        target: String,
        /// Rows that were held out.
        rows: usize,
        /// Right, held out.
        correct_frac: f64,
        /// Right by the naive answer.
        naive_frac: f64,
    },
    /// Usual error of numbers against the naive answer.
    Error {
        /// Column to predict.
        target: String,
        /// Mean absolute error, held out.
        error: f64,
        /// Error of the naive answer.
        naive_error: f64,
        /// Unit.
        unit: Option<String>,
    },
    /// Of two rows, one with the class and one without, how often the model ranks the right one higher.
    Auc {
        /// Area under the curve.
        auc: f64,
    },
    /// Share of the variation that is explained.
    R2 {
        /// R squared, held out.
        r2: f64,
    },
    /// The columns that tell most.
    Drivers {
        /// Strongest first, at most 3.
        columns: Vec<String>,
    },
    /// Rows that got a prediction, and what it comes to in all beside the known answers.
    Rows {
        /// How many.
        rows: usize,
        /// True: from a new file; false: rows of this file without a value.
        new_file: bool,
        /// Whether a row is a customer.
        customers: bool,
        /// Column to predict.
        target: String,
        /// Its unit.
        unit: Option<String>,
        /// The class looked for; none if the column holds numbers.
        class: Option<String>,
        /// Share expected to have the class (the mean of its probabilities), or mean of the predicted numbers.
        expected: f64,
        /// The same of the rows with a known answer.
        known: f64,
    },
    /// How many of the predicted rows got the class looked for.
    Marked {
        /// The class.
        class: String,
        /// Whether a row is a customer.
        customers: bool,
        /// Rows that got it.
        rows: usize,
        /// From which chance on, where the class is too rare for the even line.
        from: Option<f64>,
    },
    /// No rows without a value: give a second file to get predictions.
    GiveFile {
        /// Column to predict.
        target: String,
        /// Whether a cell without a value counted as an answer, as where others hold a mark.
        marks: bool,
    },
    /// So good that a column may hold the answer itself.
    TooGood {
        /// The column that tells most.
        column: String,
    },
    /// Caption of the bars of importance.
    ImportanceCaption,
    /// Caption of the table of right and wrong answers.
    ConfusionCaption,
    /// Caption of the bars: share of the class among the top 10, 20, ... percent.
    LiftCaption {
        /// The class looked for.
        class: String,
        /// Share among all rows.
        base_frac: f64,
    },
    /// Caption of the curve: of so many rows from the top, this share of the class is found.
    GainsCaption {
        /// The class looked for.
        class: String,
        /// Share of all rows.
        top_frac: f64,
        /// Share of the class.
        caught_frac: f64,
    },
    /// Caption of the chart of predicted against actual numbers.
    PredictedActualCaption,
    /// Caption of the table of predictions.
    Table,
    /// The evaluation: every row was predicted by a model that had not seen it.
    HeldOut {
        /// Parts that the rows were cut into.
        folds: usize,
        /// Rows.
        rows: usize,
    },
    /// The person stopped the run: only some of the methods were tried.
    StoppedMethods {
        /// Methods tried.
        done: usize,
        /// Methods in all.
        all: usize,
    },
    /// Rows of a second file hold texts that the file learnt from does not.
    UnseenValues {
        /// Such rows.
        rows: usize,
        /// The columns that hold them.
        columns: Vec<String>,
    },
    /// The column to predict holds one mark or nothing; nothing counts as an answer.
    Marks {
        /// The column.
        target: String,
        /// What nothing is called.
        none: String,
        /// The mark.
        mark: String,
    },
    /// Columns that are filled in where the answer is known, and hardly ever where it is to be predicted.
    KnownLate {
        /// The columns.
        columns: Vec<String>,
        /// Whether they were learnt from even so.
        used: bool,
    },
}
