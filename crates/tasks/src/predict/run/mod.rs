//! A prediction run: try the models on held-out parts, blend, train on everything, predict the open rows.

mod jobs;

use sanpo_api::{Answers, FieldId, Problem};
use sanpo_models::feature::Features;
use sanpo_models::predict::{self, Blend, Cut, Ensemble, Evaluation, Fitted, FoldResult, Folds, Member};
use sanpo_table::Table;

use super::form;
use super::known::Cells;
use super::target::{self, Labelled};
use super::work::{SEED, problem};
use crate::answers::{column, columns as chosen};
use crate::columns::{self, FeatureSpec};

/// Predictions: per output (a class, or the one number) a value for each row.
pub type Outputs = Vec<Vec<f64>>;

/// Predictions for rows without an answer.
pub struct Predicted {
    /// Data rows (from 0) of the table that they belong to.
    pub rows: Vec<usize>,
    /// One list an output.
    pub outputs: Outputs,
    /// The second file, if they belong to one.
    pub new: Option<Table>,
    /// Its rows with texts that the first file does not have, and the columns that hold them.
    pub unseen: (usize, Vec<String>),
}

/// The run.
pub struct PredictRun {
    /// The column to predict.
    pub target_name: String,
    /// Its unit.
    pub unit: Option<String>,
    /// The labelled rows that are learnt from.
    pub labelled: Labelled,
    /// Labelled rows that there are in all.
    pub labelled_rows: usize,
    /// What all of them hold: the share of each class, or the mean.
    pub usual: Vec<f64>,
    /// How columns became features.
    pub specs: Vec<FeatureSpec>,
    /// Columns that were not used.
    pub left_out: Vec<String>,
    /// Columns that are not known where the answer is to be predicted.
    pub late: Vec<String>,
    features: Features,
    folds: Folds,
    results: Vec<(Member, Vec<FoldResult>)>,
    waiting: usize,
    /// Members whose common score was told last.
    told: usize,
    /// Members tried and members that there are, when the person did not wait for all of them.
    pub stopped: Option<(usize, usize)>,
    /// Weights and held-out predictions.
    pub blend: Option<Blend>,
    /// How well the held-out predictions did.
    pub evaluation: Option<Evaluation>,
    /// From where on a row gets the rarer class, if that is not the even line.
    pub cut: Option<Cut>,
    fitted: Vec<(Member, Fitted)>,
    learnt: Ensemble,
    /// Predictions for rows without an answer.
    pub predicted: Option<Predicted>,
}

impl PredictRun {
    /// Takes the target and the columns.
    pub fn new(table: &Table, answers: &Answers) -> Result<Self, Problem> {
        let target_name = column(answers, FieldId::Target)?;
        let names: Vec<String> = chosen(answers, FieldId::Columns).into_iter().filter(|n| *n != target_name).collect();
        if names.is_empty() {
            return Err(Problem::NoFeatureColumn);
        }
        let labelled = target::read(table, &target_name)?;
        let labelled_rows = labelled.rows.len();
        let usual = labelled.usual();
        let labelled = sampled(labelled);
        let (all, specs) = columns::features(table, &names)?;
        let features = all.take(&labelled.rows);
        predict::check(&features, &labelled.target).map_err(|error| problem(error, &features))?;
        let folds = predict::folds(&labelled.target, SEED);
        let results = Member::for_target(&labelled.target).into_iter().map(|m| (m, Vec::new())).collect();
        let unit = columns::profile(table, &target_name)?.unit.clone();
        let left_out = columns::names(table, |c| c.name != target_name && !names.contains(&c.name));
        let clues = form::clues(table, &target_name);
        let late = form::late(table, Some(&Cells::new(table)?), &target_name, &clues);
        Ok(Self {
            target_name,
            unit,
            labelled,
            labelled_rows,
            usual,
            specs,
            left_out,
            late,
            features,
            folds,
            results,
            waiting: 0,
            told: 0,
            stopped: None,
            blend: None,
            evaluation: None,
            cut: None,
            fitted: Vec::new(),
            learnt: Ensemble { parts: Vec::new() },
            predicted: None,
        })
    }

    /// Parts that the rows were cut into.
    pub fn parts(&self) -> usize {
        self.folds.count
    }
}

/// A fixed sample of the labelled rows when there are very many.
fn sampled(mut labelled: Labelled) -> Labelled {
    let keep = predict::sample(&labelled.target, SEED);
    if keep.len() < labelled.rows.len() {
        labelled.rows = keep.iter().map(|&i| labelled.rows[i]).collect();
        labelled.target = labelled.target.take(&keep);
    }
    labelled
}
