//! What a prediction shows.

mod answer;
mod how;
mod rows;
mod sure;
mod why;

use sanpo_api::{
    Block, DataPhrase, ExportKind, ForecastPhrase, ModelName, Phrase, PredictPhrase, Problem, Report, Section,
    SectionId, TaskId,
};
use sanpo_models::predict::{Blend, Evaluation, Member};
use sanpo_table::Table;

use super::run::PredictRun;
use crate::shares::shares;

pub use answer::quality;

/// What the parts of the report look at.
struct View<'a> {
    run: &'a PredictRun,
    table: &'a Table,
    blend: &'a Blend,
    evaluation: &'a Evaluation,
}

/// The report of a run that has been trained.
pub fn report(run: &PredictRun, table: &Table) -> Result<Report, Problem> {
    let (Some(blend), Some(evaluation)) = (&run.blend, &run.evaluation) else { return Err(Problem::NoResult) };
    let view = View { run, table, blend, evaluation };
    let sections = vec![
        Section { id: SectionId::Rows, blocks: rows::blocks(&view)? },
        how::how(&view),
        Section { id: SectionId::Why, blocks: why::blocks(&view) },
        Section { id: SectionId::HowSure, blocks: sure::blocks(&view) },
        Section { id: SectionId::Details, blocks: vec![Block::Sentences { phrases: details(&view) }] },
    ];
    Ok(Report {
        task: TaskId::Predict,
        headline: answer::headline(&view),
        grade: Some(sure::grade(&view)),
        cautions: sure::cautions(&view),
        sections: sections.into_iter().filter(|s| !s.blocks.is_empty()).collect(),
        exports: vec![ExportKind::Sheet, ExportKind::Plain],
        takes_new_file: true,
    })
}

fn details(view: &View) -> Vec<Phrase> {
    let run = view.run;
    let mut models: Vec<(ModelName, f64)> = view.blend.weights.iter().map(|(m, w)| (model_name(*m), *w)).collect();
    models.sort_by(|a, b| b.1.total_cmp(&a.1));
    // Written in whole percents, they add up to 100.
    let millionths: Vec<usize> = models.iter().map(|(_, weight)| (weight * 1e6).round() as usize).collect();
    models.iter_mut().zip(shares(&millionths)).for_each(|((_, weight), share)| *weight = share);
    let mut phrases = vec![Phrase::Forecast(ForecastPhrase::ModelsUsed { models })];
    if let Some(auc) = view.evaluation.class.as_ref().and_then(|c| c.auc) {
        phrases.push(Phrase::Predict(PredictPhrase::Auc { auc }));
    }
    if let Some(number) = &view.evaluation.number {
        phrases.push(Phrase::Predict(PredictPhrase::R2 { r2: number.r2 }));
    }
    if !run.left_out.is_empty() {
        phrases.push(Phrase::Data(DataPhrase::ColumnsLeftOut { columns: run.left_out.clone() }));
    }
    phrases
}

fn model_name(member: Member) -> ModelName {
    match member {
        Member::Linear => ModelName::Linear,
        Member::Boosting => ModelName::Boosting,
        Member::Forest => ModelName::Forest,
        Member::LogLinear => ModelName::LogLinear,
        Member::LogBoosting => ModelName::LogBoosting,
    }
}
