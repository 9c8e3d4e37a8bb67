//! A run over a plain table or over series; both end in a score for every row.

use sanpo_api::{Answers, ExportKind, FieldId, JobId, Lang, Problem, Reason, TaskId, Words, decode};
use sanpo_table::Table;

use super::series::SeriesRun;
use super::table::TableRun;
use super::work::AnomalyResult;
use crate::answers::{columns, count, optional_column};
use crate::{Next, Run, Sheet};

/// The verdict on every data row.
#[derive(Default)]
pub struct Verdict {
    /// 0 to 1, larger is odder.
    pub score: Vec<f64>,
    /// How odd on the scale of the marks, which people see; empty where the score is on it.
    pub oddness: Vec<f64>,
    /// Marked rows.
    pub is_anomaly: Vec<bool>,
}

/// What both kinds have in common.
pub trait Kind {
    /// First jobs.
    fn start(&mut self, table: &Table) -> Result<Next, Problem>;
    /// A result came in.
    fn collect(&mut self, table: &Table, job: JobId, result: AnomalyResult) -> Result<Next, Problem>;
    /// The verdict once the report is there.
    fn verdict(&self) -> &Verdict;
    /// Why a row stands out, strongest first.
    fn reasons(&self, row: usize) -> Vec<Reason>;
}

/// The run.
pub struct AnomalyRun {
    kind: Box<dyn Kind>,
}

impl AnomalyRun {
    /// Series when a date column is given, else a plain table.
    pub fn new(table: &Table, answers: &Answers) -> Result<Self, Problem> {
        let names = columns(answers, FieldId::Columns);
        let sensitivity = count(answers, FieldId::Sensitivity).unwrap_or(super::form::SENSITIVITY) as u8;
        if names.is_empty() {
            return Err(Problem::NoFeatureColumn);
        }
        let kind: Box<dyn Kind> = match optional_column(answers, FieldId::Time) {
            Some(time) => Box::new(SeriesRun::new(table, &time, &names, sensitivity)?),
            None => Box::new(TableRun::new(table, &names, sensitivity)?),
        };
        Ok(Self { kind })
    }
}

impl Run for AnomalyRun {
    fn start(&mut self, table: &Table) -> Result<Next, Problem> {
        self.kind.start(table)
    }

    fn collect(&mut self, table: &Table, job: JobId, result: Vec<u8>) -> Result<Next, Problem> {
        let result = decode(&result)?;
        self.kind.collect(table, job, result)
    }

    fn task(&self) -> TaskId {
        TaskId::Anomaly
    }

    fn sheet<'a>(
        &'a self,
        table: &'a Table,
        kind: ExportKind,
        lang: Lang,
        words: &'a dyn Words,
    ) -> Result<Sheet<'a>, Problem> {
        Ok(super::sheet::sheet(self.kind.as_ref(), table, kind, lang, words))
    }
}
