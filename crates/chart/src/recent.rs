//! The end of a long history, so that a forecast is not squeezed into a corner.

use sanpo_api::{LineRole, Panel};

/// History shown before a forecast: this many times its length, and at least `LEAST` points.
const TIMES: usize = 4;
const LEAST: usize = 40;

/// The panel with only the end of its history; `None` when it has no forecast or hardly more history than that.
pub fn recent(panel: &Panel) -> Option<Panel> {
    let ahead = panel.lines.iter().find(|l| l.role == LineRole::Forecast)?.x.len();
    let past = &panel.lines.iter().find(|l| l.role == LineRole::Actual)?.x;
    let keep = (TIMES * ahead).max(LEAST);
    if past.len() <= keep + keep / 2 {
        return None;
    }
    let from = past[past.len() - keep];
    let mut out = panel.clone();
    for line in &mut out.lines {
        let start = line.x.partition_point(|x| *x < from);
        line.x.drain(..start);
        line.y.drain(..start.min(line.y.len()));
    }
    for band in &mut out.bands {
        let start = band.x.partition_point(|x| *x < from);
        band.x.drain(..start);
        band.lower.drain(..start.min(band.lower.len()));
        band.upper.drain(..start.min(band.upper.len()));
    }
    out.marks.retain(|mark| mark.x >= from);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use sanpo_api::{Band, Line};

    fn panel(past: usize, ahead: usize) -> Panel {
        let line = |role, start: usize, n: usize| {
            let x: Vec<f64> = (start..start + n).map(|i| i as f64).collect();
            Line { role, y: x.clone(), x }
        };
        let forecast = line(LineRole::Forecast, past, ahead);
        let band = Band { level: 80, x: forecast.x.clone(), lower: vec![0.0; ahead], upper: vec![1.0; ahead] };
        let lines = vec![line(LineRole::Actual, 0, past), forecast];
        Panel { name: String::new(), phrases: vec![], lines, bands: vec![band], marks: vec![] }
    }

    #[test]
    fn a_long_history_is_cut_and_the_forecast_stays() {
        let cut = recent(&panel(1_000, 30)).unwrap();
        assert_eq!((cut.lines[0].x.len(), cut.lines[0].y.len(), cut.lines[1].x.len()), (120, 120, 30));
        assert_eq!(cut.bands[0].lower.len(), 30);
    }

    #[test]
    fn a_short_history_and_one_without_forecast_stay_whole() {
        assert_eq!(recent(&panel(150, 30)), None);
        assert_eq!(recent(&panel(0, 0)), None);
        assert_eq!(recent(&panel(10, 0)), None);
    }
}
