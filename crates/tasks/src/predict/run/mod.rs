//! A prediction run: try the models on held-out parts, blend, train on everything, predict the open rows.

use sanpo_api::{
    Answers, ExportKind, FieldId, JobId, Lang, Phrase, Problem, Report, Stage, TaskId, Words, decode, encode,
};
use sanpo_models::feature::Features;
use sanpo_models::predict::{self, Blend, Cut, Ensemble, Evaluation, Fitted, FoldResult, Folds, Member};
use sanpo_table::Table;

use super::target::{self, Labelled};
use super::work::{PredictJob, PredictResult, SEED, problem};
use super::{report, sheet};
use crate::answers::{column, columns as chosen};
use crate::columns::{self, FeatureSpec};
use crate::{Job, Next, Run, Sheet};

/// Cells of a table beyond which one job tries a model on all parts: the columns travel once instead of once a part.
const LARGE_CELLS: usize = 200_000;

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
        Ok(Self {
            target_name,
            unit,
            labelled,
            labelled_rows,
            usual,
            specs,
            left_out,
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

    fn job(&self, member: Member, parts: Vec<usize>) -> Job {
        let (rows, columns) = (self.features.rows(), self.features.columns.len());
        let job = PredictJob {
            member,
            parts,
            folds: self.folds.clone(),
            features: self.features.clone(),
            target: self.labelled.target.clone(),
        };
        let fits = job.parts.len().max(1) as f64;
        Job { cost: fits * predict::cost(rows, columns, &job.target, member), body: encode(&job) }
    }

    fn take(&mut self, result: PredictResult) {
        match result {
            PredictResult::Tried(member, found) => {
                if let Some((_, folds)) = self.results.iter_mut().find(|(m, _)| *m == member) {
                    folds.extend(found);
                }
            }
            PredictResult::Fitted(member, fitted) => self.fitted.push((member, *fitted)),
        }
    }

    /// The evaluation is complete: blend, and train what the blend needs.
    fn train(&mut self) -> Result<Next, Problem> {
        // Results arrive in any order: the first held-out row sorts the parts.
        for (_, folds) in &mut self.results {
            folds.sort_by_key(|f| f.rows.first().copied());
        }
        let blend = predict::blend(&self.labelled.target, &std::mem::take(&mut self.results))
            .map_err(|error| problem(error, &self.features))?;
        let evaluation = predict::evaluation(&self.labelled.target, &blend.out_of_fold);
        let classes = evaluation.class.as_ref();
        self.cut = classes.and_then(|scores| predict::cut(&self.labelled.target, &blend.out_of_fold, scores));
        self.evaluation = Some(evaluation);
        let jobs: Vec<Job> = blend.weights.iter().map(|(member, _)| self.job(*member, vec![])).collect();
        self.waiting = jobs.len();
        self.blend = Some(blend);
        Ok(Next::Jobs { stage: Stage::Train, jobs })
    }

    /// Members that were tried on all parts.
    fn tried(&self) -> usize {
        self.results.iter().filter(|(_, folds)| folds.len() == self.folds.count).count()
    }

    /// Everything is trained: predict the rows without an answer.
    fn predict_open(&mut self, table: &Table) -> Result<Next, Problem> {
        let weights = self.blend.as_ref().map_or(&[][..], |b| &b.weights);
        for (member, weight) in weights {
            if let Some(at) = self.fitted.iter().position(|(m, _)| m == member) {
                self.learnt.parts.push((*weight, self.fitted.swap_remove(at).1));
            }
        }
        let open = std::mem::take(&mut self.labelled.open);
        if !open.is_empty() {
            let features = columns::features_like(table, &self.specs)?.take(&open);
            let outputs = self.learnt.predict(&features);
            self.predicted = Some(Predicted { rows: open, outputs, new: None, unseen: (0, vec![]) });
        }
        Ok(Next::Report(Box::new(report::report(self, table)?)))
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

impl Run for PredictRun {
    fn start(&mut self, _table: &Table) -> Result<Next, Problem> {
        let all: Vec<usize> = (0..self.folds.count).collect();
        let large = self.features.rows() * self.features.columns.len() > LARGE_CELLS;
        let parts = all.chunks(if large { all.len() } else { 1 });
        let tries = self.results.iter().flat_map(|(m, _)| parts.clone().map(move |p| (*m, p.to_vec())));
        let jobs: Vec<Job> = tries.map(|(member, parts)| self.job(member, parts)).collect();
        self.waiting = jobs.len();
        Ok(Next::Jobs { stage: Stage::Evaluate, jobs })
    }

    fn collect(&mut self, table: &Table, _job: JobId, result: Vec<u8>) -> Result<Next, Problem> {
        self.take(decode(&result)?);
        self.waiting = self.waiting.saturating_sub(1);
        match (self.waiting, &self.blend) {
            (0, None) => self.train(),
            (0, Some(_)) => self.predict_open(table),
            _ => Ok(Next::Wait),
        }
    }

    fn best(&mut self) -> Option<Phrase> {
        let tried = self.tried();
        if self.blend.is_some() || tried <= self.told {
            return None;
        }
        self.told = tried;
        let target = &self.labelled.target;
        let blend = predict::blend(target, &self.results).ok()?;
        report::quality(self, &predict::evaluation(target, &blend.out_of_fold))
    }

    fn finish(&mut self, _table: &Table) -> Result<Next, Problem> {
        let (tried, all) = (self.tried(), self.results.len());
        if self.blend.is_some() || tried == 0 {
            return Err(Problem::NothingYet);
        }
        self.stopped = Some((tried, all));
        self.train()
    }

    fn task(&self) -> TaskId {
        TaskId::Predict
    }

    fn apply(&mut self, table: &Table, new: Table) -> Result<Report, Problem> {
        let features = columns::features_like(&new, &self.specs)?;
        let outputs = self.learnt.predict(&features);
        let unseen = columns::unseen(table, &new, &self.specs)?;
        let rows = (0..new.rows()).collect();
        self.predicted = Some(Predicted { rows, outputs, new: Some(new), unseen });
        report::report(self, table)
    }

    fn sheet<'a>(
        &'a self,
        table: &'a Table,
        kind: ExportKind,
        lang: Lang,
        words: &'a dyn Words,
    ) -> Result<Sheet<'a>, Problem> {
        sheet::sheet(self, table, kind, lang, words)
    }
}
