//! What a forecast saves: bare rows for programs, or past and future in one list for people.

use sanpo_api::{ExportKind, Label, LabelCode, Lang, ModelName, Words};
use sanpo_models::forecast::{Member, Outcome};

use super::report::{order_sheet, total_lines};
use super::run::{ForecastRun, LEVELS};
use super::state::SeriesState;
use crate::{OutCell, Sheet};

/// The sheet of a run that has its outcomes.
pub fn sheet<'a>(run: &'a ForecastRun, kind: ExportKind, lang: Lang, words: &'a dyn Words) -> Sheet<'a> {
    match kind {
        ExportKind::Plain => plain(run),
        ExportKind::Sheet => with_past(run, lang, words),
        ExportKind::Orders { .. } => order_sheet(run, kind, lang, words),
    }
}

fn plain(run: &ForecastRun) -> Sheet<'_> {
    let header = ["series", "time", "forecast", "lower_80", "upper_80", "lower_95", "upper_95", "model"];
    let rows = run.series.iter().flat_map(move |state| {
        future_rows(state, said_of(state), run).map(move |(time, numbers)| {
            let mut row = vec![OutCell::Text(state.name.clone()), time];
            row.extend(numbers);
            row.push(OutCell::Text(said_of(state).map_or("", model_code).to_owned()));
            row
        })
    });
    Sheet { stem: "forecast", header: header.map(str::to_owned).to_vec(), rows: Box::new(rows) }
}

fn with_past<'a>(run: &'a ForecastRun, lang: Lang, words: &'a dyn Words) -> Sheet<'a> {
    let named = run.series.len() > 1 || run.series.iter().any(|s| !s.name.is_empty());
    let mut codes = vec![LabelCode::Time, LabelCode::Actual, LabelCode::Forecast];
    codes.extend(LEVELS.iter().flat_map(|&level| [LabelCode::Lower(level), LabelCode::Upper(level)]));
    let mut header: Vec<String> = codes.iter().map(|c| words.label(lang, &Label::Code(c.clone()))).collect();
    header[1] = run.value.clone();
    if named {
        header.insert(0, words.label_code(lang, &LabelCode::Series));
    }
    let totals = total_lines(run, lang, words);
    let summed = !totals.is_empty();
    if summed {
        header.push(words.label_code(lang, &LabelCode::TotalOf));
    }
    let grain = run.grid.step.grain;
    let rows = run.series.iter().flat_map(move |state| {
        let past = state.times.iter().zip(&state.values).map(move |(&time, &value)| {
            let mut row = vec![OutCell::Time(time, grain), OutCell::number(value)];
            row.resize(7, OutCell::Empty);
            row
        });
        let future = future_rows(state, state.outcome.as_ref(), run).map(|(time, numbers)| {
            let mut row = vec![time, OutCell::Empty];
            row.extend(numbers);
            row
        });
        // A day without business has no forecast: a mean over the column must not count it.
        let future = future.zip(&state.open).map(|(mut row, open)| {
            row.iter_mut().skip(1).filter(|_| !open).for_each(|cell| *cell = OutCell::Empty);
            row
        });
        past.chain(future).map(move |mut row| {
            if named {
                row.insert(0, OutCell::Text(state.name.clone()));
            }
            row.extend(summed.then_some(OutCell::Empty));
            row
        })
    });
    Sheet { stem: "forecast", header, rows: Box::new(rows.chain(totals)) }
}

/// What programs are told of a series: each goes on from its own end, however long ago that was.
fn said_of(state: &SeriesState) -> Option<&Outcome> {
    state.outcome.as_ref().or(state.beyond_end.as_ref())
}

/// The periods to come with forecast and ranges; a closed day has 0 in each. None for a series that is not forecast.
fn future_rows<'a>(
    state: &'a SeriesState,
    outcome: Option<&'a Outcome>,
    run: &'a ForecastRun,
) -> impl Iterator<Item = (OutCell, Vec<OutCell>)> + 'a {
    let mut place = 0;
    let places = outcome.map_or(0, |_| state.future.len());
    state.future.iter().zip(&state.open).take(places).map(move |(&time, &open)| {
        let mut numbers = vec![0.0; 1 + 2 * LEVELS.len()];
        if let (true, Some(outcome)) = (open, outcome) {
            numbers = numbers_at(outcome, place);
            place += 1;
        }
        (OutCell::Time(time, run.grid.step.grain), numbers.into_iter().map(OutCell::number).collect())
    })
}

/// Forecast and ranges of one step.
fn numbers_at(outcome: &Outcome, place: usize) -> Vec<f64> {
    let mut numbers = vec![outcome.mean[place]];
    for range in &outcome.ranges {
        numbers.extend([range.lower[place], range.upper[place]]);
    }
    numbers
}

/// The model's code for the plain file: the single member, or `blend`.
fn model_code(outcome: &Outcome) -> &'static str {
    match outcome.members.as_slice() {
        [(Member::Naive, _)] => "naive",
        [(Member::SeasonalNaive, _)] => "seasonal_naive",
        [(Member::Mean, _)] => "mean",
        [(Member::Ets, _)] => "ets",
        [(Member::Theta, _)] => "theta",
        [(Member::Ces, _)] => "ces",
        [(Member::Decomposed, _)] => "decomposed_ets",
        [(Member::Drift, _)] => "drift",
        [(Member::Level, _)] => "level",
        [(Member::Folded, _)] => "folded_ridge",
        [(Member::Regression, _)] => "autoregression",
        [(Member::Croston, _)] => "croston",
        [(Member::Sba, _)] => "sba",
        [(Member::Tsb, _)] => "tsb",
        [(Member::Adida, _)] => "adida",
        [(Member::Imapa, _)] => "imapa",
        _ => "blend",
    }
}

/// The vocabulary's name for a member.
pub fn model_name(member: Member) -> ModelName {
    match member {
        Member::Naive => ModelName::Naive,
        Member::SeasonalNaive => ModelName::SeasonalNaive,
        Member::Mean => ModelName::Mean,
        Member::Ets => ModelName::Ets,
        Member::Theta => ModelName::Theta,
        Member::Ces => ModelName::Ces,
        Member::Decomposed => ModelName::Decomposed,
        Member::Drift => ModelName::Drift,
        Member::Level => ModelName::SlowLevel,
        Member::Folded => ModelName::Folded,
        Member::Regression => ModelName::Autoregression,
        Member::Croston => ModelName::Croston,
        Member::Sba => ModelName::Sba,
        Member::Tsb => ModelName::Tsb,
        Member::Adida => ModelName::Adida,
        Member::Imapa => ModelName::Imapa,
    }
}
