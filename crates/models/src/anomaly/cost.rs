//! How long the search for anomalies takes, in rough milliseconds of native time; a browser needs some 1.3 times as much.

/// [`table::fit`](super::table::fit).
pub fn table_fit_ms(rows: usize, columns: usize) -> f64 {
    let sample = rows.min(super::table::SAMPLE_ROWS) as f64;
    let columns = columns as f64;
    // Ten steps of the ellipse's covariance, and the scores of the rows that set the scales.
    10.0 + sample * columns * columns * 12e-6 + 1000.0_f64.min(sample) * table_row_ms(columns) + rows as f64 * 1e-5
}

/// [`raw_scores`](super::table::Detector::raw_scores).
pub fn table_score_ms(rows: usize, columns: usize) -> f64 {
    rows as f64 * table_row_ms(columns as f64)
}

fn table_row_ms(columns: f64) -> f64 {
    0.015 + 0.0006 * columns + 4e-7 * columns * columns
}

/// [`series::detect`](super::series::detect).
pub fn series_ms(points: usize) -> f64 {
    2.0 + points as f64 * 0.004
}
