//! How well the forecast did on the past, against the naive answer.

use sanpo_api::{
    Bar, BarChart, Block, Grade, GradePhrase, Grain, Label, LabelCode, Letter, Naive, NumberFormat, Phrase, TrialPhrase,
};
use sanpo_models::forecast::{Backtest, Season};

use super::super::run::{ForecastRun, LEVELS};
use super::super::state::SeriesState;
use crate::grade;

/// Tried values below which a good grade may be luck.
pub const FEW_POINTS: usize = 20;
/// Values below which a series has no part that could be forecast from the rest.
const MIN_TESTED: usize = 7;

/// Trials of all series that had enough history.
pub fn backtests(run: &ForecastRun) -> Vec<&Backtest> {
    run.series.iter().filter_map(|s| s.outcome.as_ref()?.backtest.as_ref()).collect()
}

/// Forecasts made as if in the past, over all series.
pub fn trials(run: &ForecastRun) -> usize {
    backtests(run).iter().map(|t| t.origins.len()).sum()
}

/// Why nothing was tried on the past.
pub fn too_short(run: &ForecastRun) -> Vec<Phrase> {
    let have = run.series.iter().map(|s| s.known()).max().unwrap_or(0);
    vec![Phrase::Trial(TrialPhrase::TooShortToTest { have, need: MIN_TESTED })]
}

/// The grade over all series; of a run that was ended early, the series that were not done have nothing to show for it.
pub fn grade(run: &ForecastRun) -> Grade {
    let found = of_done(run);
    if run.stopped.is_some() { grade::cut_short(found, true) } else { found }
}

fn of_done(run: &ForecastRun) -> Grade {
    let tests = backtests(run);
    if tests.is_empty() {
        return Grade { letter: Letter::C, reason: Phrase::Grade(GradePhrase::TooLittleToJudge) };
    }
    let found = grade::against_naive(tests.iter().map(|t| t.mae).sum(), tests.iter().map(|t| t.naive_mae).sum());
    let points: usize = tests.iter().flat_map(|t| &t.origins).map(|o| o.forecast.len()).sum();
    if points < FEW_POINTS && found.letter < Letter::C {
        return Grade { letter: Letter::C, reason: Phrase::Grade(GradePhrase::TooLittleToJudge) };
    }
    super::caps::capped(run, found)
}

/// Sentences and the bars of the error by distance.
pub fn blocks(run: &ForecastRun) -> Vec<Block> {
    let tests = backtests(run);
    if tests.is_empty() {
        return super::sentences(too_short(run));
    }
    let mut phrases = vec![accuracy(run, &tests)];
    phrases.extend(coverage(&tests));
    let mut blocks = super::sentences(phrases);
    blocks.extend(error_bars(run, &tests).map(Block::Bars));
    blocks.extend(super::trials::block(run));
    blocks
}

/// How well the series that are done did; none before the first that could be tried.
pub fn so_far(run: &ForecastRun) -> Option<Phrase> {
    let tests = backtests(run);
    (!tests.is_empty()).then(|| accuracy(run, &tests))
}

fn accuracy(run: &ForecastRun, tests: &[&Backtest]) -> Phrase {
    let count = tests.len() as f64;
    let error = tests.iter().map(|t| t.mae).sum::<f64>() / count;
    let naive_error = tests.iter().map(|t| t.naive_mae).sum::<f64>() / count;
    let level = mean_level(run);
    let seasonal = tests.iter().filter(|t| t.naive_is_seasonal).count() * 2 > tests.len();
    Phrase::Trial(TrialPhrase::Accuracy {
        error,
        error_frac: level.map(|l| error / l),
        naive_error,
        naive_error_frac: level.map(|l| naive_error / l),
        naive: if seasonal { season_ago(run) } else { Naive::LastValue },
        unit: run.unit.clone(),
        trials: trials(run),
    })
}

/// What "a season ago" is for most of the series that have one.
fn season_ago(run: &ForecastRun) -> Naive {
    let seasons = run.series.iter().filter_map(|s| s.outcome.as_ref()?.season.as_ref());
    let mut lengths: Vec<u32> = seasons.map(|season| days(run, season)).collect();
    lengths.sort_unstable();
    ago(lengths.get(lengths.len() / 2).copied())
}

/// The naive answer that a series' trials were held against.
pub fn naive(run: &ForecastRun, state: &SeriesState) -> Naive {
    let outcome = state.outcome.as_ref();
    let seasonal = outcome.and_then(|o| o.backtest.as_ref()).is_some_and(|b| b.naive_is_seasonal);
    match outcome.and_then(|o| o.season.as_ref()).filter(|_| seasonal) {
        Some(season) => ago(Some(days(run, season))),
        None => Naive::LastValue,
    }
}

/// About how many days a season has, 1 at least.
fn days(run: &ForecastRun, season: &Season) -> u32 {
    let (count, grain) = run.grid.step.span(season.period);
    match grain {
        Grain::Second | Grain::Minute | Grain::Hour => 1,
        Grain::Day => count,
        Grain::Week | Grain::Month | Grain::Quarter | Grain::Year | Grain::FiscalYear => 365,
    }
}

fn ago(days: Option<u32>) -> Naive {
    match days {
        Some(0 | 1) => Naive::Yesterday,
        // Weeks of fewer days are those of shops that are closed on some.
        Some(2..=7) => Naive::LastWeek,
        _ => Naive::LastYear,
    }
}

/// Mean value over the series that were tried; none when values of both signs make shares meaningless.
fn mean_level(run: &ForecastRun) -> Option<f64> {
    let mut levels = Vec::new();
    for state in run.series.iter().filter(|s| s.outcome.as_ref().is_some_and(|o| o.backtest.is_some())) {
        let known: Vec<f64> = state.values.iter().copied().filter(|v| v.is_finite()).collect();
        if known.iter().any(|&v| v < 0.0) || known.is_empty() {
            return None;
        }
        levels.push(known.iter().sum::<f64>() / known.len() as f64);
    }
    let level = levels.iter().sum::<f64>() / levels.len() as f64;
    (level > 0.0).then_some(level)
}

/// How often past values fell inside the ranges; none where too few were tried.
fn coverage(tests: &[&Backtest]) -> Option<Phrase> {
    let reached: Vec<(u8, f64, usize)> = LEVELS.iter().map(|&level| inside(tests, level)).collect();
    let points = reached.first().map_or(0, |r| r.2);
    let levels = reached.into_iter().filter(|r| r.2 == points).map(|(level, frac, _)| (level, frac)).collect();
    (points >= FEW_POINTS).then_some(Phrase::Trial(TrialPhrase::Coverage { levels, points }))
}

/// Share of the values tried that fell inside the range of that level, and how many were tried.
pub fn inside(tests: &[&Backtest], level: u8) -> (u8, f64, usize) {
    let (mut inside, mut points) = (0.0, 0);
    for (_, frac, count) in tests.iter().flat_map(|t| &t.coverage).filter(|c| c.0 == level) {
        inside += frac * *count as f64;
        points += count;
    }
    (level, inside / points as f64, points)
}

/// Error by distance, in at most eight spans: a single distance of a few trials would say more about chance than about distance.
fn error_bars(run: &ForecastRun, tests: &[&Backtest]) -> Option<BarChart> {
    let length =
        |s: &SeriesState| s.outcome.as_ref().and_then(|o| o.backtest.as_ref()).map_or(0, |b| b.mae_by_step.len());
    let longest = run.series.iter().max_by_key(|s| length(s))?;
    let steps = length(longest);
    let stride = steps.div_ceil(8).max(1);
    let mut bars = Vec::new();
    for step in (0..steps).step_by(stride) {
        let last = (step + stride).min(steps) - 1;
        let errors: Vec<f64> = tests
            .iter()
            .flat_map(|t| t.mae_by_step.iter().take(last + 1).skip(step).copied())
            .filter(|e| e.is_finite())
            .collect();
        if !errors.is_empty() {
            let value = errors.iter().sum::<f64>() / errors.len() as f64;
            let (from, to, grain) = run.distances(longest, step, last);
            let label = Label::Code(LabelCode::StepsAhead(from, to, grain));
            bars.push(Bar { label, value });
        }
    }
    super::digits::alike(&mut bars);
    (bars.len() > 1).then(|| BarChart {
        caption: Phrase::Trial(TrialPhrase::ErrorByDistance),
        format: NumberFormat::Plain { unit: run.unit.clone() },
        bars,
    })
}
