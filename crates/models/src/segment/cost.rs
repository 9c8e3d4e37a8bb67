//! How long grouping takes, in rough milliseconds of native time; a browser needs some 1.3 times as much.

/// [`fit`](super::fit) on a table with this many rows and scaled columns (numbers plus categories' levels).
pub fn fit_ms(rows: usize, width: usize) -> f64 {
    let (n, width) = (rows as f64, width as f64);
    let part = n.min(1200.0);
    // Choosing: some hundred runs of k-means and a few trees; then the fit and the way of all rows to their groups.
    let choosing = part * (0.15 + 0.03 * width) + part * part * width * 15e-6;
    let fitting = n.min(10_000.0) * width * 0.002;
    choosing + fitting + n * width * 2e-4
}
