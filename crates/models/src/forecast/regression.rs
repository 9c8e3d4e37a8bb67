//! A regression on the series' own past: the latest values and the values around one and two seasons ago.
//!
//! In plain words: tomorrow looks like some mixture of today, yesterday and this day last week.
//! Model:  y_t = c + b1 y_(t-1) + b2 y_(t-2) + b3 y_(t-3) + seasonal lags, by ridge; later steps from earlier ones.
//! Shapes: 19 values and more; with a season of P steps P + 17, and 3 P + 16 for the lag of two seasons.
//! Gives:  h values with spreads. Fails: too short.
//! Cost:   O(36 n) a strength of the ridge.
//! Source: Hyndman & Athanasopoulos, FPP3, section 9.3 (autoregression), fitted as `ridge` says.

use super::model::{Fitted, Model, Path, Sample};
use super::outcome::Member;
use super::ridge::Ridge;

/// Unfitted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Regression;

struct FittedRegression {
    tail: Vec<f64>,
    lags: Vec<usize>,
    ridge: Ridge,
}

impl Model for Regression {
    fn member(&self) -> Member {
        Member::Regression
    }

    fn fit(&self, sample: &Sample<'_>) -> Option<Box<dyn Fitted>> {
        let (y, lags) = (sample.values, lags(sample));
        let longest = *lags.iter().max()?;
        if y.len() < longest + 16 {
            return None;
        }
        let rows: Vec<Vec<f64>> = (longest..y.len()).map(|t| lags.iter().map(|l| y[t - l]).collect()).collect();
        let ridge = Ridge::fit(&rows, &y[longest..])?;
        Some(Box::new(FittedRegression { tail: y[y.len() - longest..].to_vec(), lags, ridge }))
    }
}

fn lags(sample: &Sample<'_>) -> Vec<usize> {
    let mut lags = vec![1, 2, 3];
    if let Some(p) = sample.period {
        lags.extend([p - 1, p, p + 1]);
        if sample.values.len() >= 3 * p + 16 {
            lags.push(2 * p);
        }
    }
    lags.sort_unstable();
    lags.dedup();
    lags.retain(|l| *l > 0);
    lags
}

impl Fitted for FittedRegression {
    fn forecast(&self, horizon: usize) -> Path {
        let mut values = self.tail.clone();
        // The same recursion on a single surprise gives the weights of the variance.
        let mut echo = vec![0.0; self.tail.len()];
        let (mut mean, mut spread, mut variance) = (Vec::with_capacity(horizon), Vec::with_capacity(horizon), 0.0f64);
        for h in 0..horizon {
            let row: Vec<f64> = self.lags.iter().map(|l| values[values.len() - l]).collect();
            let next = self.ridge.at(&row);
            values.push(next);
            let back: Vec<f64> = self.lags.iter().map(|l| echo[echo.len() - l]).collect();
            let response = if h == 0 { 1.0 } else { self.ridge.change(&back) };
            echo.push(response);
            variance += response * response;
            mean.push(next);
            spread.push(self.ridge.sigma * variance.sqrt());
        }
        Path { mean, spread }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn continues_a_season_and_a_decay() {
        let y: Vec<f64> = (0..80).map(|i| [3.0, 9.0, -4.0, 1.0, 0.0][i % 5] + libm::pow(0.9, i as f64)).collect();
        let path = Regression.fit(&Sample { values: &y[..70], period: Some(5) }).unwrap().forecast(10);
        assert!(path.mean.iter().zip(&y[70..]).all(|(a, b)| (a - b).abs() < 0.05), "{path:?}");
        assert!(path.spread.windows(2).all(|w| w[1] >= w[0]));
        assert!(Regression.fit(&Sample { values: &y[..18], period: None }).is_none());
    }
}
