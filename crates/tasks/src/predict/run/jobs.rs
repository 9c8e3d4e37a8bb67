//! The course of a run: every model is tried on every part, the blend is trained on everything, the open rows are predicted.

use sanpo_api::{ExportKind, JobId, Lang, Phrase, Problem, Report, Stage, TaskId, Words, decode, encode};
use sanpo_models::predict::{self, Member};
use sanpo_table::Table;

use super::super::known::Cells;
use super::super::work::{PredictJob, PredictResult, problem};
use super::super::{report, sheet};
use super::{PredictRun, Predicted};
use crate::{Job, Next, Run, Sheet, columns};

/// Cells of a table beyond which one job tries a model on all parts: the columns travel once instead of once a part.
const LARGE_CELLS: usize = 200_000;

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
        let names: Vec<String> = self.specs.iter().map(|spec| spec.name.clone()).collect();
        self.late = Cells::new(table)?.late_in(&Cells::new(&new)?, &names);
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

impl PredictRun {
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
