//! Gaps filled, and medians over a moving window.

/// Gaps filled along a straight line between the neighbours, at the ends with the nearest value; at least one value is no gap.
pub fn fill(y: &[f64]) -> Vec<f64> {
    let known: Vec<usize> = (0..y.len()).filter(|&i| !y[i].is_nan()).collect();
    let mut filled = y.to_vec();
    let (Some(&first), Some(&last)) = (known.first(), known.last()) else { return vec![0.0; y.len()] };
    filled[..first].fill(y[first]);
    filled[last + 1..].fill(y[last]);
    for pair in known.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        for (step, value) in filled[a..b].iter_mut().enumerate().skip(1) {
            *value = y[a] + (y[b] - y[a]) * step as f64 / (b - a) as f64;
        }
    }
    filled
}

/// Values in a window from which on every so-manyth value stands for its neighbours.
const WIDE: usize = 4000;

/// Median of the `2 * reach + 1` values around each place, of about [`WIDE`] of them where there are more (the medians of those lie
/// on straight lines then): every value of a long series would take minutes.
pub fn wide_median(y: &[f64], reach: usize) -> Vec<f64> {
    let every = reach.div_ceil(WIDE / 2).max(1);
    if every == 1 {
        return running_median(y, reach);
    }
    let thinned: Vec<f64> = y.iter().copied().step_by(every).collect();
    let medians = running_median(&thinned, reach / every);
    let at = |i: usize| medians[i.min(medians.len() - 1)];
    let between = |i: usize| at(i / every) + (at(i / every + 1) - at(i / every)) * (i % every) as f64 / every as f64;
    (0..y.len()).map(between).collect()
}

/// Median of the `2 * reach + 1` values around each place; near the ends the window is shifted inwards, so that a wild last value cannot
/// become its own usual value.
pub fn running_median(y: &[f64], reach: usize) -> Vec<f64> {
    let width = (2 * reach + 1).min(y.len());
    if width == 0 {
        return Vec::new();
    }
    let mut window = y[..width].to_vec();
    window.sort_unstable_by(f64::total_cmp);
    let middle = |window: &[f64]| 0.5 * (window[(width - 1) / 2] + window[width / 2]);
    let mut medians = vec![middle(&window)];
    for enter in width..y.len() {
        remove(&mut window, y[enter - width]);
        let place = window.partition_point(|v| v.total_cmp(&y[enter]).is_lt());
        window.insert(place, y[enter]);
        medians.push(middle(&window));
    }
    let last = medians.len() - 1;
    (0..y.len()).map(|i| medians[i.saturating_sub(width / 2).min(last)]).collect()
}

fn remove(window: &mut Vec<f64>, value: f64) {
    let place = window.partition_point(|v| v.total_cmp(&value).is_lt());
    window.remove(place.min(window.len() - 1));
}

/// Mean of `period` values around each place; near the ends the window is shifted inwards, so that it holds a whole period everywhere.
pub fn period_mean(y: &[f64], period: usize) -> Vec<f64> {
    let period = period.clamp(1, y.len().max(1));
    let mut sums = vec![0.0];
    y.iter().for_each(|v| sums.push(sums[sums.len() - 1] + v));
    let last = y.len().saturating_sub(period);
    (0..y.len())
        .map(|i| {
            let first = i.saturating_sub(period / 2).min(last);
            (sums[first + period] - sums[first]) / period as f64
        })
        .collect()
}

/// Mean of the values within `reach` of each place; of fewer near the ends.
pub fn moving_mean(y: &[f64], reach: usize) -> Vec<f64> {
    let mut sums = Vec::with_capacity(y.len() + 1);
    let mut sum = 0.0;
    sums.push(sum);
    for v in y {
        sum += v;
        sums.push(sum);
    }
    let span = |i: usize| (i.saturating_sub(reach), (i + reach + 1).min(y.len()));
    let mean = |(a, b): (usize, usize)| (sums[b] - sums[a]) / (b - a) as f64;
    (0..y.len()).map(|i| mean(span(i))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_bridged() {
        let gap = f64::NAN;
        assert_eq!(fill(&[gap, 1.0, gap, gap, 4.0, gap]), [1.0, 1.0, 2.0, 3.0, 4.0, 4.0]);
        assert_eq!(fill(&[gap, gap]), [0.0, 0.0]);
    }

    #[test]
    fn running_median_is_a_median() {
        let y = [5.0, 1.0, 9.0, 2.0, 2.0, 8.0, 3.0];
        assert_eq!(running_median(&y, 1), [5.0, 5.0, 2.0, 2.0, 2.0, 3.0, 3.0]);
        assert_eq!(running_median(&y, 50), [3.0; 7]);
        let line: Vec<f64> = (0..60_000).map(f64::from).collect();
        let wide = wide_median(&line, 9_000);
        assert!((20_000..40_000).all(|i| (wide[i] - line[i]).abs() <= 5.0), "{:?}", &wide[20_000..20_010]);
        assert_eq!(wide_median(&y, 1), running_median(&y, 1));
    }

    #[test]
    fn period_means_hold_a_whole_period_everywhere() {
        let square: Vec<f64> = (0..40).map(|i| if i % 8 < 3 { 8.0 } else { 0.0 }).collect();
        assert_eq!(period_mean(&square, 8), [3.0; 40]);
        assert_eq!(period_mean(&[2.0, 4.0], 9), [3.0, 3.0]);
        assert!(period_mean(&[], 4).is_empty());
    }
}
