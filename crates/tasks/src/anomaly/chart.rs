//! The chart of a column over time, with what is usual and what stands out.

use sanpo_api::{AnomalyPhrase, Band, Line, LineChart, LineRole, Mark, MarkKind, Panel, Phrase};
use sanpo_models::anomaly::series::{EventKind, SeriesOutcome};

use super::series::Track;

/// Points of a line; more are thinned so that highest and lowest of each stretch stay.
const MAX_POINTS: usize = 20_000;

/// The chart of a column.
pub fn chart(track: &Track, outcome: &SeriesOutcome) -> LineChart {
    let keep = thinned(&track.values, MAX_POINTS);
    let x: Vec<f64> = keep.iter().map(|&i| track.moment(i).0 as f64).collect();
    let pick = |values: &[f64]| keep.iter().map(|&i| values[i]).collect::<Vec<f64>>();
    let actual = Line { role: LineRole::Actual, x: x.clone(), y: pick(&track.values) };
    let expected = Line { role: LineRole::Expected, x: x.clone(), y: pick(&outcome.expected) };
    let band = Band { level: 0, x, lower: pick(&outcome.lower), upper: pick(&outcome.upper) };
    let marks = outcome.events.iter().filter_map(|event| {
        let reasons = vec![track.reason(event.peak)?];
        let kind = match event.kind {
            EventKind::High => MarkKind::High,
            EventKind::Low => MarkKind::Low,
            EventKind::Shape => MarkKind::Odd,
        };
        let y = track.values[event.peak];
        let phrase = Phrase::Anomaly(AnomalyPhrase::Reasons { reasons });
        y.is_finite().then(|| Mark { x: track.moment(event.peak).0 as f64, y, kind, phrase })
    });
    LineChart {
        caption: Phrase::Anomaly(AnomalyPhrase::Chart { what: track.name.clone() }),
        value: track.name.clone(),
        unit: track.unit.clone(),
        grain: track.step.grain,
        complete: keep.len() == track.values.len(),
        panels: vec![Panel {
            name: String::new(),
            phrases: vec![],
            lines: vec![actual, expected],
            bands: vec![band],
            marks: marks.collect(),
        }],
    }
}

/// Places to draw: all of them, or lowest and highest of each of `max / 2` stretches, so that no spike is lost.
fn thinned(values: &[f64], max: usize) -> Vec<usize> {
    if values.len() <= max {
        return (0..values.len()).collect();
    }
    let width = values.len().div_ceil(max / 2);
    let mut keep = Vec::new();
    for start in (0..values.len()).step_by(width) {
        let stretch = start..(start + width).min(values.len());
        let known = || stretch.clone().filter(|&i| values[i].is_finite());
        let low = known().min_by(|&a, &b| values[a].total_cmp(&values[b])).unwrap_or(start);
        let high = known().max_by(|&a, &b| values[a].total_cmp(&values[b])).unwrap_or(start);
        keep.push(low.min(high));
        if low != high {
            keep.push(low.max(high));
        }
    }
    keep
}
