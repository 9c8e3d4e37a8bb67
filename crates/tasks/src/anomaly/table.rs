//! A plain table: learn from all rows what is usual, score the rows in chunks, mark those beyond the threshold.

use sanpo_api::{JobId, Problem, Reason, Stage, encode};
use sanpo_models::anomaly::cost;
use sanpo_models::anomaly::table::{self, Cause, CauseKind, Detector};
use sanpo_models::feature::{Feature, Features};
use sanpo_table::Table;

use super::floor::floor;
use super::report;
use super::run::{Kind, Verdict};
use super::work::{AnomalyJob, AnomalyResult};
use crate::columns::{self, FeatureSpec};
use crate::{Job, Next};

/// Rows that one job scores.
const CHUNK_ROWS: usize = 20_000;

/// The run over a table.
pub struct TableRun {
    /// How readily rows are marked, 1 to 5.
    pub sensitivity: u8,
    features: Features,
    specs: Vec<FeatureSpec>,
    units: Vec<Option<String>>,
    /// Below what no usual range reaches, a column.
    floors: Vec<Option<f64>>,
    detector: Option<Box<Detector>>,
    raw: Vec<Vec<f64>>,
    waiting: usize,
    verdict: Verdict,
}

impl TableRun {
    /// Takes the columns.
    pub fn new(table: &Table, names: &[String], sensitivity: u8) -> Result<Self, Problem> {
        if table.rows() < table::MIN_ROWS {
            return Err(Problem::TooFewRows { have: table.rows(), need: table::MIN_ROWS });
        }
        let (features, specs) = columns::features(table, names)?;
        let units: Vec<Option<String>> = specs.iter().map(|spec| columns::unit(table, &spec.name)).collect();
        let floors = floors(&features, &specs, &units);
        Ok(Self {
            sensitivity,
            features,
            specs,
            units,
            floors,
            detector: None,
            raw: Vec::new(),
            waiting: 0,
            verdict: Verdict::default(),
        })
    }

    /// The columns that were looked at.
    pub fn names(&self) -> Vec<String> {
        self.specs.iter().map(|spec| spec.name.clone()).collect()
    }

    fn score_jobs(&mut self, detector: Box<Detector>) -> Next {
        let rows: Vec<usize> = (0..self.features.rows()).collect();
        let jobs: Vec<Job> = rows
            .chunks(CHUNK_ROWS)
            .map(|chunk| Job {
                cost: cost::table_score_ms(chunk.len(), self.features.columns.len()),
                body: encode(&AnomalyJob::Score(detector.clone(), self.features.take(chunk))),
            })
            .collect();
        self.raw = vec![Vec::new(); jobs.len()];
        self.waiting = jobs.len();
        self.detector = Some(detector);
        Next::Jobs { stage: Stage::Evaluate, jobs }
    }

    /// What stands in a row's category.
    fn level(&self, column: Option<usize>, row: &Features) -> Option<String> {
        match row.columns.get(column?)? {
            Feature::Category { codes, .. } => {
                self.specs.get(column?)?.levels.as_ref()?.get(*codes.first()? as usize).cloned()
            }
            Feature::Number(_) => None,
        }
    }

    fn reason(&self, cause: &Cause, row: &Features) -> Option<Reason> {
        let spec = self.specs.get(cause.column)?;
        let (column, unit) = (spec.name.clone(), self.units.get(cause.column).cloned().flatten());
        let (value, low, high) = (cause.value, cause.low, cause.high);
        Some(match (cause.kind, row.columns.get(cause.column)?) {
            // Within the usual range a value is only odd beside the others.
            (CauseKind::High | CauseKind::Low, _) if (low..=high).contains(&value) => {
                Reason::Combination { column, unit, value }
            }
            (CauseKind::High | CauseKind::Low, _) => {
                Reason::Beyond { column, unit, value, low, high, of: self.level(cause.by, row) }
            }
            (CauseKind::Missing, _) => Reason::Missing { column },
            (CauseKind::Rare, _) | (_, Feature::Category { .. }) => {
                let text = spec.levels.as_ref()?.get(value as usize)?.clone();
                Reason::Rare { column, text, share_frac: cause.share_frac }
            }
            (CauseKind::Combination, _) => Reason::Combination { column, unit, value },
        })
    }
}

impl Kind for TableRun {
    fn start(&mut self, _table: &Table) -> Result<Next, Problem> {
        let cost = cost::table_fit_ms(self.features.rows(), self.features.columns.len());
        let body = encode(&AnomalyJob::Fit(self.features.clone()));
        Ok(Next::Jobs { stage: Stage::Train, jobs: vec![Job { cost, body }] })
    }

    fn collect(&mut self, table: &Table, job: JobId, result: AnomalyResult) -> Result<Next, Problem> {
        match result {
            AnomalyResult::Fitted(detector) => return Ok(self.score_jobs(detector)),
            AnomalyResult::Scores(raw) => {
                // Job 0 was the fit: the chunks follow it.
                if let Some(place) = (job as usize).checked_sub(1).and_then(|i| self.raw.get_mut(i)) {
                    *place = raw;
                    self.waiting = self.waiting.saturating_sub(1);
                }
            }
            AnomalyResult::Series(..) => {}
        }
        if self.waiting > 0 {
            return Ok(Next::Wait);
        }
        let raw = std::mem::take(&mut self.raw).concat();
        let decision = table::decide(&raw, self.sensitivity);
        self.verdict = Verdict { score: decision.score, oddness: vec![], is_anomaly: decision.is_anomaly };
        Ok(Next::Report(Box::new(report::table(self, table))))
    }

    fn verdict(&self) -> &Verdict {
        &self.verdict
    }

    fn reasons(&self, row: usize) -> Vec<Reason> {
        let Some(detector) = &self.detector else { return vec![] };
        let one = self.features.take(&[row]);
        let raised = |mut cause: Cause| {
            let floor = self.floors.get(cause.column).copied().flatten().unwrap_or(f64::NEG_INFINITY);
            (cause.low, cause.high) = (cause.low.max(floor), cause.high.max(floor));
            cause
        };
        let causes = detector.reasons(&one, 0).into_iter().map(raised);
        causes.filter_map(|cause| self.reason(&cause, &one)).collect()
    }
}

fn floors(features: &Features, specs: &[FeatureSpec], units: &[Option<String>]) -> Vec<Option<f64>> {
    let of = |((spec, unit), feature): ((&FeatureSpec, &Option<String>), &Feature)| match feature {
        Feature::Number(values) => floor(&spec.name, unit.as_deref(), values),
        Feature::Category { .. } => None,
    };
    specs.iter().zip(units).zip(&features.columns).map(of).collect()
}
