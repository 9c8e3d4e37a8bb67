//! Stretches whose form is like no other stretch.
//!
//! Model:  each window is thinned to [`CELLS`] means; a window's oddness is its distance to the nearest of other windows that do not
//!         overlap it, and its robust Mahalanobis distance, each over its usual size; a moment gets the mean over the windows that
//!         hold it.
//! Cost:   windows x references x cells, with at most 4,000 windows and 800 references.
//! Source: Sub-KNN and Sub-PCA as in TSB-AD (Liu and Paparrizos, NeurIPS 2024); piecewise means after Keogh et al. (2001).

use crate::anomaly::robust;
use crate::anomaly::table::ellipse::Ellipse;

const CELLS: usize = 16;
const REFERENCES: usize = 800;
const WINDOWS: usize = 4000;
/// Windows that a series must hold side by side for a form to be usual.
const SIDE_BY_SIDE: usize = 8;

/// Steps in a window.
pub fn length(rows: usize, period: Option<usize>) -> usize {
    let wanted = period.unwrap_or(128).clamp(CELLS, 256);
    wanted.min(rows / SIDE_BY_SIDE)
}

/// Oddness of each moment in robust standard deviations above the median; zeros if the series is short.
pub fn oddness(y: &[f64], length: usize) -> Vec<f64> {
    if length < CELLS / 2 {
        return vec![0.0; y.len()];
    }
    let cells = CELLS.min(length);
    let sorted = robust::sorted(y.iter().copied());
    let (center, scale) = (robust::quantile(&sorted, 0.5), robust::spread(&sorted));
    if scale.is_nan() || scale <= 0.0 {
        return vec![0.0; y.len()];
    }
    let last = y.len() - length;
    let step = (length / CELLS).max(last / WINDOWS).max(1);
    let starts: Vec<usize> = (0..=last).step_by(step).collect();
    let squeezed: Vec<f64> = y.iter().map(|v| libm::asinh((v - center) / scale)).collect();
    let windows: Vec<f64> = starts.iter().flat_map(|&s| thin(&squeezed[s..s + length], cells)).collect();
    let far = standard(&distances(&windows, cells, &starts, length));
    let lean = match Ellipse::fit(&windows, cells) {
        Some(ellipse) => standard(&windows.chunks(cells).map(|w| ellipse.score(w)).collect::<Vec<_>>()),
        None => vec![0.0; starts.len()],
    };
    let odd: Vec<f64> = far.iter().zip(&lean).map(|(a, b)| 0.5 * (a + b)).collect();
    spread_out(&odd, &starts, length, y.len())
}

/// Means of `cells` equal parts.
fn thin(window: &[f64], cells: usize) -> Vec<f64> {
    let edge = |c: usize| c * window.len() / cells;
    (0..cells)
        .map(|c| {
            let part = &window[edge(c)..edge(c + 1)];
            part.iter().sum::<f64>() / part.len() as f64
        })
        .collect()
}

/// Distance of each window to its k-th nearest reference that does not overlap it.
fn distances(windows: &[f64], cells: usize, starts: &[usize], length: usize) -> Vec<f64> {
    let step = starts.len().div_ceil(REFERENCES);
    let references: Vec<usize> = (0..starts.len()).step_by(step).collect();
    let mut gaps = Vec::with_capacity(references.len());
    (0..starts.len())
        .map(|w| {
            gaps.clear();
            let own = &windows[w * cells..(w + 1) * cells];
            for &r in references.iter().filter(|&&r| starts[r].abs_diff(starts[w]) >= length) {
                let other = &windows[r * cells..(r + 1) * cells];
                gaps.push(own.iter().zip(other).fold(0.0, |sum, (a, b)| sum + (a - b) * (a - b)));
            }
            let k = (gaps.len() / 20).min(gaps.len().saturating_sub(1));
            if gaps.is_empty() { 0.0 } else { gaps.select_nth_unstable_by(k, f64::total_cmp).1.sqrt() }
        })
        .collect()
}

/// Robust standard deviations above the median.
fn standard(values: &[f64]) -> Vec<f64> {
    let sorted = robust::sorted(values.iter().copied());
    let (center, scale) = (robust::quantile(&sorted, 0.5), robust::spread(&sorted));
    values.iter().map(|v| if scale > 0.0 { (v - center) / scale } else { 0.0 }).collect()
}

/// Mean over the windows that hold a moment, by running sums.
fn spread_out(odd: &[f64], starts: &[usize], length: usize, rows: usize) -> Vec<f64> {
    let (mut first, mut next) = (0, 0);
    let mut sum = 0.0;
    (0..rows)
        .map(|i| {
            while next < starts.len() && starts[next] <= i {
                sum += odd[next];
                next += 1;
            }
            while first + 1 < next && starts[first] + length <= i {
                sum -= odd[first];
                first += 1;
            }
            sum / (next - first).max(1) as f64
        })
        .collect()
}
