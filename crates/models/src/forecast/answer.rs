//! From a series to the answer: the steps in their order.

use super::backtest::{self, Plan, Record};
use super::blend::{blend, weigh};
use super::cost::longest;
use super::history::History;
use super::measure::{line, mean_absolute};
use super::model::Path;
use super::outcome::{Backtest, ForecastError, Member, Origin, Outcome, Range, Season, Setting};
use super::pool;
use super::prior::Kind;
use super::ranges::{Errors, bounds, errors};
use super::season::{self, Seasons};

/// Longest horizon.
const LONGEST_HORIZON: usize = 100_000;

/// Forecasts `setting.horizon` values after the last place of `y`.
///
/// `y`: oldest first, equally spaced, `NaN` where a value is missing (leading and trailing gaps too: the forecast starts
/// after the last place of the grid all the same). Works from one value on; see [`Outcome`] for what is given.
///
/// # Errors
/// [`ForecastError::Empty`] without any value, [`ForecastError::NotFinite`] with an infinite one,
/// [`ForecastError::BadSetting`] for a horizon of 0 or above 100,000 or a level outside 1 to 99.
///
/// ```
/// use sanpo_models::forecast::{Setting, forecast};
///
/// let y: Vec<f64> = (0..48).map(|i| 100.0 + i as f64 + [0.0, 9.0, -4.0, -5.0][i % 4]).collect();
/// let setting = Setting { horizon: 4, seasons: vec![4], levels: vec![80, 95] };
/// let outcome = forecast(&y, &setting).unwrap();
/// assert_eq!(outcome.mean.len(), 4);
/// assert!((outcome.mean[1] - 158.0).abs() < 2.0);
/// ```
pub fn forecast(y: &[f64], setting: &Setting) -> Result<Outcome, ForecastError> {
    if setting.horizon == 0 || setting.horizon > LONGEST_HORIZON || setting.levels.iter().any(|l| !(1..=99).contains(l))
    {
        return Err(ForecastError::BadSetting);
    }
    let history = History::new(y, &setting.seasons, longest(&setting.seasons))?;
    let seasons = season::choose(&history.values, &setting.seasons);
    let kind = Kind::of(&history.values, &setting.seasons, seasons.main.is_some());
    let horizon = setting.horizon + history.behind;
    let plan = backtest::plan(history.values.len(), horizon, &seasons);
    let records = plan.as_ref().map_or_else(Vec::new, |p| backtest::run(&history.values, kind, &seasons, p));
    let judged = plan.map(|plan| judge(&history, kind, &seasons, &plan, &records, &setting.levels));

    let models = pool::fresh(kind);
    let entries = pool::round(models, &history.values, &seasons, horizon);
    let members: Vec<Member> = entries.iter().map(|e| e.member).collect();
    let usable: Vec<bool> = entries.iter().map(|e| e.path.is_some()).collect();
    let weights = weigh(kind, &members, &usable, records.iter());
    let paths: Vec<Option<&Path>> = entries.iter().map(|e| e.path.as_ref()).collect();
    let path = blend_of_history(&history, &paths, &weights, horizon);
    let path = widen_when_tiny(path, &history);
    Ok(dress(&history, kind, &seasons, setting, &path, shares(&members, &weights), judged))
}

/// The blend, not negative where the history never was.
fn blend_of_history(history: &History, paths: &[Option<&Path>], weights: &[f64], horizon: usize) -> Path {
    let mut path = blend(paths, weights, horizon);
    if history.non_negative {
        path.mean.iter_mut().for_each(|v| *v = v.max(0.0));
    }
    path
}

/// A single value says nothing about its spread: half of it is a guess that at least shows doubt. A few say little.
fn widen_when_tiny(mut path: Path, history: &History) -> Path {
    let n = history.values.len();
    let factor = 1.0 + 3.0 / n as f64;
    for (m, s) in path.mean.iter().zip(&mut path.spread) {
        *s = if n == 1 {
            0.5 * m.abs()
        } else if n < 6 {
            *s * factor
        } else {
            *s
        };
    }
    path
}

fn shares(members: &[Member], weights: &[f64]) -> Vec<(Member, f64)> {
    let mut shares: Vec<(Member, f64)> =
        members.iter().copied().zip(weights.iter().copied()).filter(|s| s.1 > 0.0).collect();
    shares.sort_by(|a, b| b.1.total_cmp(&a.1));
    shares
}

/// Clips a number to what the series can be: finite, and not negative where the history never was.
fn clip(history: &History, value: f64) -> f64 {
    let value = history.unscale(value);
    if history.non_negative { value.max(0.0) } else { value }
}

/// A range in units of `y`: whole numbers where all values are, but never without the forecast inside.
fn show(history: &History, mean: f64, (lower, upper): (f64, f64)) -> (f64, f64) {
    let (mean, lower, upper) = (clip(history, mean), clip(history, lower), clip(history, upper));
    if !history.whole {
        return (lower, upper);
    }
    // A number that is whole but for its last digits is whole.
    let tiny = (1e-9 * mean.abs()).clamp(1e-9, 1e-2);
    let (up, down) = (|v: f64| (v - tiny).ceil(), |v: f64| (v + tiny).floor());
    let low = if history.non_negative { 0.0 } else { -f64::MAX };
    (up(lower).min(down(mean)).clamp(low, mean), down(upper).max(up(mean)).clamp(mean, f64::MAX))
}

/// The blend at each origin, made with weights that did not look at that origin, and its errors.
fn judge(
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
            let (lower, upper) = ends.map(|(pair, &mean)| show(history, mean, *pair)).unzip();
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

/// Puts the answer into units of `y`.
fn dress(
    history: &History,
    kind: Kind,
    seasons: &Seasons,
    setting: &Setting,
    path: &Path,
    members: Vec<(Member, f64)>,
    judged: Option<(Backtest, Vec<Errors>)>,
) -> Outcome {
    let (backtest, past) = judged.map_or((None, Vec::new()), |(b, e)| (Some(b), e));
    let skip = history.behind;
    let past: Vec<&Errors> = past.iter().collect();
    let range = |&level: &u8| {
        let pairs = bounds(kind, &history.values, path, level, &past);
        let ends = pairs.iter().zip(&path.mean).skip(skip);
        let (lower, upper) = ends.map(|(pair, &mean)| show(history, mean, *pair)).unzip();
        Range { level, lower, upper }
    };
    let kept = seasons.thin.unwrap_or(1.0);
    let whole = |p| season::profile(&history.values, p, 1.0);
    let shape = seasons.main.map(|p| whole(p).into_iter().map(|v| kept * v).collect::<Vec<f64>>());
    let (level, slope) = level_and_slope(path, shape.as_deref(), history.values.len());
    let season = shape.map(|s| {
        let period = s.len();
        let shift = period - history.before % period;
        let profile = (0..period).map(|i| history.unscale(s[(i + shift) % period])).collect();
        Season { period, profile }
    });
    Outcome {
        mean: path.mean[skip..].iter().map(|&v| clip(history, v)).collect(),
        ranges: setting.levels.iter().map(range).collect(),
        members,
        season,
        trend_per_step: history.unscale(slope),
        level: history.unscale(level),
        backtest,
    }
}

/// The forecast without its season as a line: its value one step before the forecast, and its slope (0 when negligible).
fn level_and_slope(path: &Path, shape: Option<&[f64]>, seen: usize) -> (f64, f64) {
    let at = |h: usize| shape.map_or(0.0, |s| s[(seen + h) % s.len()]);
    let plain: Vec<f64> = path.mean.iter().enumerate().map(|(h, v)| v - at(h)).collect();
    let period = shape.map_or(1, <[f64]>::len);
    let whole = if plain.len() >= period { plain.len() / period * period } else { plain.len() };
    let (start, slope) = line(&plain[..whole]);
    let size = plain.iter().fold(0.0f64, |a, v| a.max(v.abs()));
    if slope.abs() <= 1e-9 * size { (super::measure::mean(&plain[..whole]), 0.0) } else { (start - slope, slope) }
}
