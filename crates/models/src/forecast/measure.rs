//! Small sums over slices, in a fixed order.

/// The mean; 0 for an empty slice.
pub(super) fn mean(values: &[f64]) -> f64 {
    if values.is_empty() { 0.0 } else { values.iter().sum::<f64>() / values.len() as f64 }
}

/// The quantile at `share` (0 to 1) of sorted values, straight lines between them; 0 for an empty slice.
pub(super) fn quantile(sorted: &[f64], share: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return 0.0 };
    let place = share.clamp(0.0, 1.0) * last as f64;
    let low = place as usize;
    let high = (low + 1).min(last);
    sorted[low] + (sorted[high] - sorted[low]) * (place - low as f64)
}

/// Mean absolute difference of two slices of one length.
pub(super) fn mean_absolute(a: &[f64], b: &[f64]) -> f64 {
    let total: f64 = a.iter().zip(b).map(|(x, y)| (x - y).abs()).sum();
    total / a.len().min(b.len()).max(1) as f64
}

/// Mean squared difference of two slices of one length.
pub(super) fn mean_square(a: &[f64], b: &[f64]) -> f64 {
    let total: f64 = a.iter().zip(b).map(|(x, y)| (x - y) * (x - y)).sum();
    total / a.len().min(b.len()).max(1) as f64
}

/// Intercept (at index 0) and slope of the least-squares line.
pub(super) fn line(values: &[f64]) -> (f64, f64) {
    let centre = (values.len() as f64 - 1.0) / 2.0;
    let level = mean(values);
    let (mut cross, mut square) = (0.0, 0.0);
    for (i, v) in values.iter().enumerate() {
        let x = i as f64 - centre;
        cross += x * (v - level);
        square += x * x;
    }
    let slope = if square > 0.0 { cross / square } else { 0.0 };
    (level - slope * centre, slope)
}

/// The point below which a standard normal draw falls with probability `share` (0 < share < 1).
///
/// Bisection on the complementary error function: slow, but few are needed. Error below 1e-12.
pub(super) fn normal_quantile(share: f64) -> f64 {
    let (mut low, mut high) = (-9.0f64, 9.0f64);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        let below = 0.5 * libm::erfc(-middle / std::f64::consts::SQRT_2);
        if below < share { low = middle } else { high = middle }
    }
    0.5 * (low + high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_and_lines() {
        assert_eq!(quantile(&[0.0, 10.0], 0.25), 2.5);
        let (start, slope) = line(&[1.0, 3.0, 5.0]);
        assert!((start - 1.0).abs() < 1e-12 && (slope - 2.0).abs() < 1e-12);
        assert!((normal_quantile(0.975) - 1.959963984540054).abs() < 1e-9);
        assert!((normal_quantile(0.9) - 1.2815515655446004).abs() < 1e-9);
    }
}
