//! How the blend would have done before: judged at every origin with weights and ranges that did not look at it.

use super::backtest::{Plan, Record};
use super::blend::{blend_of_history, weigh};
use super::history::History;
use super::measure::mean_absolute;
use super::model::Path;
use super::outcome::{Backtest, Member, Origin, Range};
use super::prior::Kind;
use super::ranges::{Errors, bounds, errors};
use super::season::Seasons;

/// The blend at each origin, made with weights that did not look at that origin, and its errors.
pub(super) fn judge(
    history: &History,
    kind: Kind,
    seasons: &Seasons,
    plan: &Plan,
    records: &[Record],
    levels: &[u8],
) -> (Backtest, Vec<Errors>) {
    let members: Vec<Member> = records[0].paths.iter().map(|p| p.0).collect();
    let mut blended = Vec::with_capacity(records.len());
    for (k, record) in records.iter().enumerate() {
        let usable: Vec<bool> = record.paths.iter().map(|p| p.1.is_some()).collect();
        let others = records.iter().enumerate().filter(move |(i, _)| *i != k).map(|(_, r)| r);
        let weights = weigh(kind, &members, &usable, others);
        let paths: Vec<Option<&Path>> = record.paths.iter().map(|p| p.1.as_ref()).collect();
        blended.push(blend_of_history(history, &paths, &weights, plan.horizon));
    }
    let mut end = 0;
    let mut past = Vec::with_capacity(records.len());
    for (path, record) in blended.iter().zip(records) {
        let stop = record.at + plan.horizon;
        past.push(errors(path, &record.actual, stop - record.at.max(end)));
        end = stop;
    }
    let tried: Vec<(u8, Vec<Pairs>)> = levels
        .iter()
        .map(|&level| (level, ranges_then(kind, &history.values, level, &blended, records, &past)))
        .collect();
    let coverage = tried.iter().map(|(level, ranges)| coverage(history, *level, ranges, records)).collect();
    let mut summary = summarise(history, seasons, plan, records, &blended, coverage);
    if let Some((level, ranges)) = tried.into_iter().next() {
        for ((origin, pairs), path) in summary.origins.iter_mut().zip(ranges).zip(&blended) {
            let ends = pairs.iter().zip(&path.mean);
            let (lower, upper) = ends.map(|(pair, &mean)| history.shown_range(mean, *pair)).unzip();
            origin.range = Some(Range { level, lower, upper });
        }
    }
    (summary, past)
}

/// Lower and upper bounds, one pair a step.
type Pairs = Vec<(f64, f64)>;

/// The range at each origin, made from the errors of the other origins only.
fn ranges_then(
    kind: Kind,
    values: &[f64],
    level: u8,
    blended: &[Path],
    records: &[Record],
    past: &[Errors],
) -> Vec<Pairs> {
    let range = |(k, (path, record)): (usize, (&Path, &Record))| {
        let others: Vec<&Errors> = past.iter().enumerate().filter(|(i, _)| *i != k).map(|(_, e)| e).collect();
        bounds(kind, &values[..record.at], path, level, &others)
    };
    blended.iter().zip(records).enumerate().map(range).collect()
}

/// Share of the actual values inside the ranges; what fills a gap never happened.
fn coverage(history: &History, level: u8, ranges: &[Pairs], records: &[Record]) -> (u8, f64, usize) {
    let (mut inside, mut count) = (0usize, 0usize);
    for (pairs, record) in ranges.iter().zip(records) {
        let known = history.known[record.at..].iter();
        for (((lower, upper), actual), _) in pairs.iter().zip(&record.actual).zip(known).filter(|(_, known)| **known) {
            inside += usize::from((*lower..=*upper).contains(actual));
            count += 1;
        }
    }
    (level, inside as f64 / count.max(1) as f64, count)
}

fn summarise(
    history: &History,
    seasons: &Seasons,
    plan: &Plan,
    records: &[Record],
    blended: &[Path],
    coverage: Vec<(u8, f64, usize)>,
) -> Backtest {
    let back = |v: f64| history.unscale(v);
    let naive_period = seasons.main.filter(|&p| plan.origins[0] >= p);
    let naive = |at: usize, h: usize| match naive_period {
        Some(p) => history.values[at - p + h % p],
        None => history.values[at - 1],
    };
    // What fills a gap never happened: only where nothing else is known does it stand in.
    let happened = |k: usize, h: usize| history.known[records[k].at + h];
    let over = |steps: std::ops::Range<usize>, error: &dyn Fn(usize, usize) -> f64| -> f64 {
        let pairs = || steps.clone().flat_map(|h| (0..records.len()).map(move |k| (k, h)));
        let errors: Vec<f64> = pairs().filter(|&(k, h)| happened(k, h)).map(|(k, h)| error(k, h).abs()).collect();
        if errors.is_empty() {
            return super::measure::mean(&pairs().map(|(k, h)| error(k, h).abs()).collect::<Vec<f64>>());
        }
        super::measure::mean(&errors)
    };
    let own = |k: usize, h: usize| records[k].actual[h] - blended[k].mean[h];
    let other = |k: usize, h: usize| records[k].actual[h] - naive(records[k].at, h);
    let by_step = |error: &dyn Fn(usize, usize) -> f64| -> Vec<f64> {
        (0..plan.horizon).map(|h| back(over(h..h + 1, error))).collect()
    };
    let member = |i: usize| {
        let losses: Vec<f64> =
            records.iter().filter_map(|r| r.paths[i].1.as_ref().map(|p| mean_absolute(&p.mean, &r.actual))).collect();
        (!losses.is_empty()).then(|| (records[0].paths[i].0, back(super::measure::mean(&losses))))
    };
    let origins = records.iter().zip(blended).map(|(r, p)| Origin {
        at: history.before + r.at,
        forecast: p.mean.iter().map(|&v| back(v)).collect(),
        range: None,
    });
    Backtest {
        origins: origins.collect(),
        mae: back(over(0..plan.horizon, &own)),
        naive_mae: back(over(0..plan.horizon, &other)),
        naive_is_seasonal: naive_period.is_some(),
        mae_by_step: by_step(&own),
        naive_mae_by_step: by_step(&other),
        coverage,
        members: (0..records[0].paths.len()).filter_map(member).collect(),
    }
}
