//! Order statistics that a few wild values cannot move.

/// The finite values in ascending order.
pub fn sorted(values: impl IntoIterator<Item = f64>) -> Vec<f64> {
    let mut kept: Vec<f64> = values.into_iter().filter(|v| v.is_finite()).collect();
    kept.sort_unstable_by(f64::total_cmp);
    kept
}

/// The quantile at `at` (0 to 1) of ascending values, linear between neighbours; `NaN` of nothing.
pub fn quantile(sorted: &[f64], at: f64) -> f64 {
    if sorted.is_empty() {
        return f64::NAN;
    }
    let place = at.clamp(0.0, 1.0) * (sorted.len() - 1) as f64;
    let below = place.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (sorted[above] - sorted[below]) * (place - below as f64)
}

/// A standard deviation that ignores the tails: the interquartile range, or a wider range where half of the values are the
/// same, divided by its width under the normal law. 0 if all values are the same.
pub fn spread(sorted: &[f64]) -> f64 {
    for (tail, width) in [(0.25, 1.349), (0.1, 2.563), (0.05, 3.29), (0.01, 4.653), (0.0, 6.0)] {
        let range = (quantile(sorted, 1.0 - tail) - quantile(sorted, tail)) / width;
        if range > 0.0 {
            return range;
        }
    }
    0.0
}

/// The median absolute deviation from `center`, scaled to a standard deviation under the normal law; where most values are at the
/// center, as in counts of rare things, from those beyond which a tenth lies.
pub fn deviation(values: &[f64], center: f64) -> f64 {
    let gaps = sorted(values.iter().map(|v| (v - center).abs()));
    let middle = 1.4826 * quantile(&gaps, 0.5);
    if middle > 0.0 { middle } else { quantile(&gaps, 0.9) / 1.645 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_lie_between_neighbours() {
        let values = sorted([3.0, f64::NAN, 1.0, 2.0, f64::INFINITY]);
        assert_eq!(values, [1.0, 2.0, 3.0]);
        assert_eq!(quantile(&values, 0.25), 1.5);
        assert!(quantile(&[], 0.5).is_nan());
    }

    #[test]
    fn spread_survives_a_majority_of_one_value() {
        assert_eq!(spread(&[5.0; 9]), 0.0);
        let mut values = vec![0.0; 90];
        values.extend([1.0; 10]);
        assert!(spread(&values) > 0.0);
    }
}
