//! Round numbers along an axis: 1, 2 or 5 times a power of ten apart.

/// The distance between ticks so that about `count` of them cover the span. Positive and finite for every input.
pub fn tick_step(span: f64, count: usize) -> f64 {
    let rough = span / count.max(1) as f64;
    if !rough.is_finite() || rough <= 0.0 {
        return 1.0;
    }
    let mut power = 1.0f64;
    while power * 10.0 <= rough && power < 1e300 {
        power *= 10.0;
    }
    while power > rough && power > 1e-300 {
        power /= 10.0;
    }
    let ratio = rough / power;
    power
        * match ratio {
            r if r <= 1.0 => 1.0,
            r if r <= 2.0 => 2.0,
            r if r <= 5.0 => 5.0,
            _ => 10.0,
        }
}

/// The ticks from the last one at or below `low` to the first one at or above `high`, and their distance. At most a few more
/// than `count`.
pub fn number_ticks(low: f64, high: f64, count: usize) -> (Vec<f64>, f64) {
    let step = tick_step(high - low, count);
    let (first, last) = ((low / step).floor(), (high / step).ceil());
    if !first.is_finite() || !last.is_finite() {
        return (vec![low], step);
    }
    let n = ((last - first) as usize).min(4 * count.max(1) + 4);
    // Counted in steps, so that rounding errors do not add up and 0 is 0.
    let ticks = (0..=n).map(|i| (first + i as f64) * step + 0.0).collect();
    (ticks, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_cover() {
        assert_eq!(number_ticks(0.0, 97.0, 5), (vec![0.0, 20.0, 40.0, 60.0, 80.0, 100.0], 20.0));
        assert_eq!(number_ticks(-3.0, 3.0, 4).0, [-4.0, -2.0, 0.0, 2.0, 4.0]);
        let (ticks, step) = number_ticks(0.012, 0.0473, 4);
        assert!((step - 0.01).abs() < 1e-15);
        assert!(ticks[0] <= 0.012 && *ticks.last().unwrap() >= 0.0473);
    }

    #[test]
    fn odd_spans_give_few_ticks() {
        for (low, high) in
            [(0.0, 0.0), (1.0, -1.0), (f64::NAN, 1.0), (0.0, f64::INFINITY), (-1e299, 1e299), (1e17, 1e17 + 1.0)]
        {
            let (ticks, step) = number_ticks(low, high, 5);
            assert!(ticks.len() <= 25 && step > 0.0);
        }
    }
}
