//! Recency, frequency and amount on the scale on which customers are compared.
//!
//! In plain words: counted in purchases, a dozen is near to one where others buy fifty times; whoever came once and whoever used to
//! come each week then make one group of people not seen lately. Counted in doublings they do not.
//! Model:  logarithms where at least a tenth of the customers came once; elsewhere they would hide who comes most often. A twelfth of
//!         the longest absence is the unit of recency, a quarter of the median purchase that of the amount; who was paid back more
//!         than was spent counts as having spent nothing.
//! Source: logarithms of all three are common practice before k-means; the units were chosen on made-up shops (BENCHMARKS.md).

/// Share of customers who came once from which on ratios count.
const MANY: f64 = 0.1;

/// Recency, frequency and amount on their scales.
pub fn rfm_scale(recency: &[f64], frequency: &[f64], monetary: &[f64]) -> [Vec<f64>; 3] {
    let once = frequency.iter().filter(|times| **times <= 1.0).count();
    if (once as f64) < MANY * frequency.len() as f64 {
        return [recency, frequency, monetary].map(<[f64]>::to_vec);
    }
    let longest = recency.iter().copied().fold(0.0, f64::max);
    let mut spent: Vec<f64> = monetary.iter().copied().filter(|m| *m > 0.0).collect();
    spent.sort_unstable_by(f64::total_cmp);
    let median = spent.get(spent.len() / 2).copied().unwrap_or(1.0);
    [
        logarithms(recency, longest / 12.0),
        frequency.iter().map(|times| libm::log(times.max(1.0))).collect(),
        logarithms(monetary, median / 4.0),
    ]
}

/// With so much to the unit that nothing is 0; a unit of 0 means that all are 0.
fn logarithms(values: &[f64], unit: f64) -> Vec<f64> {
    values.iter().map(|v| if unit > 0.0 { libm::log1p(v.max(0.0) / unit) } else { 0.0 }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_few_came_once_nothing_changes() {
        let often: Vec<f64> = (0..20).map(|i| f64::from(i + 1)).collect();
        assert_eq!(rfm_scale(&often, &often, &often), [often.clone(), often.clone(), often]);
    }

    #[test]
    fn ratios_count_and_nothing_is_out_of_range() {
        let [r, f, m] = rfm_scale(&[0.0, 12.0, 120.0], &[1.0, 10.0, 100.0], &[-5.0, 400.0, 1e300]);
        assert!(r[1] - r[0] > 0.5 && r.iter().chain(&f).chain(&m).all(|v| v.is_finite()));
        assert!((f[2] - f[1] - (f[1] - f[0])).abs() < 1e-12);
        assert!(m[0] == 0.0 && m[1] > 0.0);
        assert_eq!(rfm_scale(&[0.0], &[1.0], &[0.0]), [[0.0], [0.0], [0.0]]);
    }
}
