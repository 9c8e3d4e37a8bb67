//! The base that single days are held against: a robust local level times (or plus) the shape of the week.

/// Base of each place.
pub(super) struct Base {
    values: Vec<f64>,
    relative: bool,
}

/// What is left, in units of the base where effects are relative.
pub(super) struct Residual {
    /// Departure of each place; 0 where nothing is known.
    pub departure: Vec<f64>,
    /// How much a place counts; 0 where nothing is known.
    pub weight: Vec<f64>,
    /// What one unit of departure is in the unit of `y`.
    pub unit: Vec<f64>,
}

/// Departures beyond this many times the base are held: a stray number must not make an effect.
const FURTHEST: f64 = 4.0;

impl Base {
    pub fn new(y: &[f64], period: usize, relative: bool) -> Self {
        let has_shape = period > 1 && y.len() >= 4 * period && period <= 200;
        let half = if has_shape { half_window(period) } else { alone(period) };
        let rough = moving_median(y, half);
        let shape = if has_shape { profile(y, &rough, period, relative) } else { vec![f64::from(u8::from(relative))] };
        let at = |i: usize| shape[i % shape.len()];
        let plain: Vec<f64> = (0..y.len())
            .map(|i| match relative {
                true if at(i) > 0.05 => y[i] / at(i),
                true => f64::NAN,
                false => y[i] - at(i),
            })
            .collect();
        let level = moving_median(&plain, half);
        let values = (0..y.len()).map(|i| if relative { level[i] * at(i) } else { level[i] + at(i) }).collect();
        Self { values, relative }
    }

    /// Departures from the base.
    pub fn residual(&self, y: &[f64]) -> Residual {
        let usual = median(&mut self.values.iter().copied().filter(|v| v.is_finite()).collect::<Vec<_>>());
        let usual = usual.unwrap_or(0.0);
        let mut left = Residual { departure: vec![0.0; y.len()], weight: vec![0.0; y.len()], unit: vec![1.0; y.len()] };
        if !self.relative {
            return self.plain(y, left);
        }
        for i in (0..y.len()).filter(|&i| y[i].is_finite() && self.values[i] > usual * 0.02 && usual > 0.0) {
            left.departure[i] = (y[i] / self.values[i] - 1.0).min(FURTHEST);
            // Relative errors are larger where the base is small.
            left.weight[i] = (self.values[i] / usual).min(2.0);
            left.unit[i] = self.values[i];
        }
        left
    }

    fn plain(&self, y: &[f64], mut left: Residual) -> Residual {
        let apart = |i: usize| y[i] - self.values[i];
        let mut sizes: Vec<f64> = (0..y.len()).map(|i| apart(i).abs()).filter(|v| v.is_finite()).collect();
        let most = 20.0 * median(&mut sizes).unwrap_or(0.0);
        for i in (0..y.len()).filter(|&i| apart(i).is_finite()) {
            left.departure[i] = if most > 0.0 { apart(i).clamp(-most, most) } else { apart(i) };
            left.weight[i] = 1.0;
        }
        left
    }
}

/// Two and a half weeks to either side for days, a cycle for longer seasons.
fn half_window(period: usize) -> usize {
    match period {
        0 | 1 => 6,
        2..=7 => period * 5 / 2,
        _ => period.min(26),
    }
}

/// Where too few cycles are known for a shape, the level itself has to follow the season: a summer would else be taken for what
/// happened in it.
fn alone(period: usize) -> usize {
    if period > 7 { (period / 8).max(3) } else { half_window(period) }
}

/// Median ratio to (or distance from) the level at each place of the period.
fn profile(y: &[f64], level: &[f64], period: usize, relative: bool) -> Vec<f64> {
    (0..period)
        .map(|place| {
            let mut seen: Vec<f64> = (place..y.len())
                .step_by(period)
                .map(|i| if relative { y[i] / level[i] } else { y[i] - level[i] })
                .filter(|v| v.is_finite())
                .collect();
            median(&mut seen).unwrap_or(if relative { 1.0 } else { 0.0 })
        })
        .collect()
}

/// Median of the known values within `half` places to either side; the median of all where fewer than three are known there.
/// `NaN` only when nothing is known at all.
pub fn moving_median(y: &[f64], half: usize) -> Vec<f64> {
    let all = median(&mut y.iter().copied().filter(|v| v.is_finite()).collect::<Vec<_>>()).unwrap_or(f64::NAN);
    let mut window: Vec<f64> = Vec::with_capacity(2 * half + 2);
    let put = |window: &mut Vec<f64>, v: f64| {
        if v.is_finite() {
            window.insert(window.partition_point(|w| *w < v), v);
        }
    };
    y.iter().take(half).for_each(|v| put(&mut window, *v));
    let mut medians = Vec::with_capacity(y.len());
    for i in 0..y.len() {
        if let Some(v) = y.get(i + half) {
            put(&mut window, *v);
        }
        if i > half && y[i - half - 1].is_finite() {
            let gone = window.partition_point(|w| *w < y[i - half - 1]);
            window.remove(gone);
        }
        medians.push(if window.len() < 3 { all } else { middle(&window) });
    }
    medians
}

/// Median of ascending values.
fn middle(sorted: &[f64]) -> f64 {
    let n = sorted.len();
    if n % 2 == 1 { sorted[n / 2] } else { 0.5 * sorted[n / 2 - 1] + 0.5 * sorted[n / 2] }
}

/// Median; `None` of nothing.
pub(super) fn median(values: &mut [f64]) -> Option<f64> {
    values.sort_unstable_by(f64::total_cmp);
    (!values.is_empty()).then(|| middle(values))
}
