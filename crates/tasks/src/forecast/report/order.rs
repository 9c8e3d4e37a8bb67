//! How much to have ready: the demand over a span with its spread.
//!
//! Between and beyond the ends of the two ranges of the sum the quantities follow the normal curve.

use sanpo_api::{
    Block, Demand, ExportKind, ForecastPhrase, Grain, Label, LabelCode, Lang, Letter, ORDER_LEVELS, OrderItem,
    OrderList, Phrase, Words,
};
use sanpo_models::forecast::Outcome;

use super::super::run::{ForecastRun, LEVELS};
use super::super::spread;
use super::super::state::SeriesState;
use super::{adds, by_size, money, sure};
use crate::{OutCell, Sheet};

/// Items on the screen; the export holds all.
const MAX_ITEMS: usize = 500;
/// Points of the normal curve: chance in percent and distance from the middle in standard deviations.
const NORMAL: [(f64, f64); 14] = [
    (50.0, 0.0),
    (55.0, 0.125_661),
    (60.0, 0.253_347),
    (65.0, 0.385_320),
    (70.0, 0.524_401),
    (75.0, 0.674_490),
    (80.0, 0.841_621),
    (85.0, 1.036_433),
    (90.0, 1.281_552),
    (95.0, 1.644_854),
    (96.0, 1.750_686),
    (97.0, 1.880_794),
    (98.0, 2.053_749),
    (99.0, 2.326_348),
];
/// Where the ends of the ranges of 80 % and 95 % stand on the normal curve.
const ENDS: [f64; 2] = [1.281_552, 1.959_964];

/// The order list, after a word of caution if the forecast is a poor one; none where nothing can be ordered: values that do not
/// add up, negative ones, money, energy, parts of a day.
pub fn blocks(run: &ForecastRun) -> Vec<Block> {
    let Some(list) = list(run).filter(|list| !list.items.is_empty()) else { return vec![] };
    let letter = sure::grade(run).letter;
    let unsure = (letter >= Letter::C).then_some(Phrase::Forecast(ForecastPhrase::OrderUnsure { letter }));
    let mut blocks = super::sentences(unsure.into_iter().collect());
    blocks.push(Block::Order(list));
    blocks
}

fn list(run: &ForecastRun) -> Option<OrderList> {
    let negative = run.series.iter().flat_map(|s| &s.values).any(|&v| v < 0.0);
    if negative || !adds::adds_up(run) || !money::is_goods(run) || run.grid.step.grain < Grain::Day {
        return None;
    }
    let steps = spans(run);
    let states: Vec<&SeriesState> = ordered(run).collect();
    let item = |s: &&SeriesState| OrderItem {
        name: s.name.clone(),
        demand: steps.iter().filter_map(|&n| demand(s, n, run.whole)).collect(),
    };
    Some(OrderList {
        unit: run.unit.clone(),
        spans: steps.iter().map(|&n| run.grid.step.span(n)).collect(),
        items: states.iter().take(MAX_ITEMS).map(item).collect(),
        total: states.len(),
    })
}

fn ordered(run: &ForecastRun) -> impl Iterator<Item = &SeriesState> {
    by_size(run).into_iter().filter(|s| run.is_current(s) && s.outcome.is_some())
}

/// The next period, a week where periods are days, and all of them.
fn spans(run: &ForecastRun) -> Vec<usize> {
    let week = if run.grid.step.grain == Grain::Day && run.grid.step.every <= 1 { 7 } else { 1 };
    let mut steps = vec![1, week.min(run.horizon), run.horizon];
    steps.dedup();
    steps
}

/// The demand over the first `steps` periods, closed ones included; at least over the next open one. Nobody orders half a
/// piece: where the column holds `whole` numbers, every quantity is rounded up.
fn demand(state: &SeriesState, steps: usize, whole: bool) -> Option<Demand> {
    let outcome = state.outcome.as_ref()?;
    let open = state.open.iter().take(steps).filter(|&&open| open).count().max(1).min(outcome.mean.len());
    let expected: f64 = outcome.mean[..open].iter().sum();
    let together = spread::together(state);
    let ends = |upper: bool| LEVELS.map(|level| half_width(outcome, level, open, upper, together));
    let (below, above) = (ends(false), ends(true));
    // A hair above a whole number is that number.
    // Compared and not taken by `max`, which leaves the sign of zero to the platform.
    let positive = |amount: f64| if amount > 0.0 { amount } else { 0.0 };
    let pieces = |amount: f64| if whole { positive((amount - 1e-9).ceil()) } else { amount };
    let mut least = 0.0f64;
    let enough = (ORDER_LEVELS.0..=ORDER_LEVELS.1).map(|level| {
        let far = distance(level);
        let amount = if far < 0.0 { expected - reach(-far, below) } else { expected + reach(far, above) };
        let enough = pieces(amount);
        if enough > least {
            least = enough;
        }
        least
    });
    Some(Demand { enough: enough.collect(), expected: pieces(expected) })
}

/// Half of the range of the sum of the first `open` periods, on one side.
fn half_width(outcome: &Outcome, level: u8, open: usize, upper: bool, together: f64) -> f64 {
    let Some(range) = outcome.ranges.iter().find(|r| r.level == level) else { return 0.0 };
    let bounds = if upper { &range.upper } else { &range.lower };
    spread::half_width(bounds.iter().zip(&outcome.mean).take(open).map(|(bound, mean)| (bound - mean).abs()), together)
}

/// Where a chance stands on the normal curve; negative below one half.
fn distance(level: u8) -> f64 {
    let level = f64::from(level);
    let far = level.max(100.0 - level);
    let place = NORMAL.partition_point(|p| p.0 < far).clamp(1, NORMAL.len() - 1);
    let ((p0, z0), (p1, z1)) = (NORMAL[place - 1], NORMAL[place]);
    let z = z0 + (z1 - z0) * ((far - p0) / (p1 - p0)).min(1.0);
    if level < 50.0 { -z } else { z }
}

/// How far a quantity lies from the expected demand, given how far the ranges of 80 % and 95 % do.
fn reach(far: f64, [near, wide]: [f64; 2]) -> f64 {
    if far <= ENDS[0] {
        return near * far / ENDS[0];
    }
    near + (wide.max(near) - near) * (far - ENDS[0]) / (ENDS[1] - ENDS[0])
}

/// The list to save: each item with what is expected over the span and what to order for the chance.
pub fn sheet<'a>(run: &'a ForecastRun, kind: ExportKind, lang: Lang, words: &'a dyn Words) -> Sheet<'a> {
    let steps = spans(run);
    let (index, level) = match kind {
        ExportKind::Orders { span, level } => (usize::from(span), level.clamp(ORDER_LEVELS.0, ORDER_LEVELS.1)),
        ExportKind::Plain | ExportKind::Sheet => (0, ORDER_LEVELS.1),
    };
    let steps = steps.get(index).copied().unwrap_or(1);
    let (count, grain) = run.grid.step.span(steps);
    let codes = [
        LabelCode::Series,
        LabelCode::DemandOver(count, grain),
        LabelCode::OrderQuantity,
        LabelCode::SafetyStock,
        LabelCode::RunOutChance,
    ];
    let header = codes.into_iter().map(|code| words.label(lang, &Label::Code(code))).collect();
    let rows = ordered(run).filter_map(move |state| {
        let demand = demand(state, steps, run.whole)?;
        let name = if state.name.is_empty() { run.value.clone() } else { state.name.clone() };
        let numbers = [demand.expected, demand.quantity(level), demand.safety(level)];
        let mut row = vec![OutCell::Text(name)];
        row.extend(numbers.map(OutCell::number));
        row.push(OutCell::Text(format!("{}%", 100 - level)));
        Some(row)
    });
    Sheet { stem: "orders", header, rows: Box::new(rows.collect::<Vec<_>>().into_iter()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sanpo_api::Moment;
    use sanpo_models::forecast::{Backtest, Origin, Range};

    /// Ten periods of 100 with ranges of 80 to 120 (80 %) and 70 to 130 (95 %).
    fn state(actual: &[f64]) -> SeriesState {
        let n = 10;
        let range = |level, half: f64| Range { level, lower: vec![100.0 - half; n], upper: vec![100.0 + half; n] };
        let origins = vec![Origin { at: 0, forecast: vec![100.0; n], range: None }; 8];
        let backtest = Backtest {
            origins,
            mae: 1.0,
            naive_mae: 1.0,
            naive_is_seasonal: false,
            mae_by_step: vec![],
            naive_mae_by_step: vec![],
            coverage: vec![],
            members: vec![],
        };
        let outcome = Outcome {
            mean: vec![100.0; n],
            ranges: vec![range(80, 20.0), range(95, 30.0)],
            members: vec![],
            season: None,
            outer: None,
            trend_per_step: 0.0,
            level: 100.0,
            backtest: Some(backtest),
        };
        let times = (0..10).map(Moment).collect();
        SeriesState {
            times,
            values: actual.to_vec(),
            open: vec![true; n],
            outcome: Some(outcome),
            ..SeriesState::default()
        }
    }

    #[test]
    fn the_next_period_has_the_ends_of_its_ranges() {
        let demand = demand(&state(&[100.5; 10]), 1, false).unwrap();
        assert_eq!(demand.expected, 100.0);
        assert_eq!(demand.quantity(50), 100.0);
        assert!((demand.quantity(90) - 120.0).abs() < 1e-9, "{}", demand.quantity(90));
        assert!((demand.quantity(10) - 80.0).abs() < 1e-9);
        assert!((120.0..130.0).contains(&demand.quantity(97)) && demand.quantity(98) > 130.0);
        assert!(demand.enough.windows(2).all(|w| w[0] <= w[1]));
        assert_eq!(demand.enough.len(), 95);
        assert_eq!((demand.quantity(0), demand.safety(5)), (demand.enough[0], 0.0));
    }

    #[test]
    fn errors_that_go_together_make_a_sum_less_sure() {
        let alternating: Vec<f64> = (0..10).map(|i| if i % 2 == 0 { 110.5 } else { 89.5 }).collect();
        let of = |actual: &[f64]| demand(&state(actual), 10, false).unwrap().safety(90);
        let (apart, joint) = (of(&alternating), of(&[110.5; 10]));
        assert!(apart > 20.0 * 10f64.sqrt() && apart < joint && joint < 200.0, "{apart} {joint}");
    }

    #[test]
    fn whole_numbers_stay_whole() {
        let demand = demand(&state(&[101.0; 10]), 1, true).unwrap();
        assert!(demand.enough.iter().all(|v| v.fract() == 0.0));
        assert_eq!((demand.quantity(90), demand.expected), (120.0, 100.0));
    }
}
