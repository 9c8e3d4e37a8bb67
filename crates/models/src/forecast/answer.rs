//! From a series to the answer: the steps in their order.

use super::backtest;
use super::blend::{blend_of_history, weigh};
use super::cost::longest;
use super::history::History;
use super::judge::judge;
use super::measure::line;
use super::model::Path;
use super::outcome::{Backtest, ForecastError, Member, Outcome, Range, Season, Setting};
use super::pool;
use super::prior::Kind;
use super::ranges::{Errors, bounds};
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
        let (lower, upper) = ends.map(|(pair, &mean)| history.shown_range(mean, *pair)).unzip();
        Range { level, lower, upper }
    };
    let shapes = Shapes::of(&history.values, seasons);
    let (level, slope) = level_and_slope(path, &shapes, history.values.len());
    let season = |shape: &Vec<f64>| {
        let period = shape.len();
        let shift = period - history.before % period;
        let profile = (0..period).map(|i| history.unscale(shape[(i + shift) % period])).collect();
        Season { period, profile }
    };
    Outcome {
        mean: path.mean[skip..].iter().map(|&v| history.shown(v)).collect(),
        ranges: setting.levels.iter().map(range).collect(),
        members,
        season: shapes.main.as_ref().map(season),
        outer: shapes.outer.as_ref().map(season),
        trend_per_step: history.unscale(slope),
        level: history.unscale(level),
        backtest,
    }
}

/// The profiles of the seasons in use, index 0 = the place of the first value of the history.
struct Shapes {
    main: Option<Vec<f64>>,
    outer: Option<Vec<f64>>,
}

impl Shapes {
    /// The longer season is told as it is taken off before the models see the history, the shorter one from the rest.
    fn of(values: &[f64], seasons: &Seasons) -> Self {
        let outer = seasons.outer_profile(values);
        let inner: Vec<f64> = values.iter().enumerate().map(|(i, v)| v - place(outer.as_deref(), i)).collect();
        let kept = seasons.thin.unwrap_or(1.0);
        let whole = |p| season::profile(&inner, p, 1.0);
        let main = seasons.main.map(|p| whole(p).into_iter().map(|v| kept * v).collect());
        Self { main, outer }
    }
}

/// What a season adds at a place; nothing where there is none.
fn place(shape: Option<&[f64]>, i: usize) -> f64 {
    shape.map_or(0.0, |s| s[i % s.len()])
}

/// The forecast without its seasons as a line: its value one step before the forecast, and its slope (0 when negligible).
fn level_and_slope(path: &Path, shapes: &Shapes, seen: usize) -> (f64, f64) {
    let at = |i: usize| place(shapes.main.as_deref(), i) + place(shapes.outer.as_deref(), i);
    let plain: Vec<f64> = path.mean.iter().enumerate().map(|(h, v)| v - at(seen + h)).collect();
    let period = shapes.main.as_ref().map_or(1, Vec::len);
    let whole = if plain.len() >= period { plain.len() / period * period } else { plain.len() };
    let (start, slope) = line(&plain[..whole]);
    let size = plain.iter().fold(0.0f64, |a, v| a.max(v.abs()));
    if slope.abs() <= 1e-9 * size { (super::measure::mean(&plain[..whole]), 0.0) } else { (start - slope, slope) }
}
