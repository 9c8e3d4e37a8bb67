//! Which stretch of time a chart shows: the end of a long history, nearer, farther, earlier, later.

use sanpo_api::{LineRole, Panel};

use crate::line::time_range;

/// History shown before a forecast: this many times its length, and at least `LEAST` points.
const TIMES: usize = 4;
const LEAST: usize = 40;
/// No window is shorter than this many usual steps.
const SHORTEST: f64 = 4.0;

/// A stretch of time in seconds, its ends included.
pub type Window = (f64, f64);

/// Everything that a panel has.
pub fn whole(panel: &Panel) -> Window {
    time_range(panel)
}

/// A forecast with only the end of its history, so that it is not squeezed into a corner; `None` for a panel without forecast
/// or with hardly more history than that.
pub fn recent(panel: &Panel) -> Option<Window> {
    let ahead = panel.lines.iter().find(|l| l.role == LineRole::Forecast)?.x.len();
    let past = &panel.lines.iter().find(|l| l.role == LineRole::Actual)?.x;
    let keep = (TIMES * ahead).max(LEAST);
    let from = past.len().checked_sub(keep).filter(|_| past.len() > keep + keep / 2)?;
    Some((past[from], whole(panel).1))
}

/// A window `factor` times as long around a moment that keeps its place in the picture. Never beyond the panel, never shorter than
/// a few points.
pub fn zoomed(panel: &Panel, (from, to): Window, at: f64, factor: f64) -> Window {
    let (first, last) = whole(panel);
    let most = last - first;
    let least = (SHORTEST * usual_step(panel)).min(most);
    let length = ((to - from) * factor).clamp(least, most);
    let share = ((at - from) / (to - from)).clamp(0.0, 1.0);
    let share = if share.is_nan() { 0.5 } else { share };
    within((at - share * length, at + (1.0 - share) * length), (first, last))
}

/// The window moved by a share of its length, as far as the panel goes.
pub fn moved(panel: &Panel, (from, to): Window, share: f64) -> Window {
    let by = share * (to - from);
    within((from + by, to + by), whole(panel))
}

/// Whether the window leaves something out.
pub fn is_part(panel: &Panel, (from, to): Window) -> bool {
    let (first, last) = whole(panel);
    from > first || to < last
}

/// The points of a panel that lie in the window. The axes follow from them, so a picture is always full.
pub fn cut(panel: &Panel, (from, to): Window) -> Panel {
    let mut out = Panel { name: panel.name.clone(), phrases: vec![], lines: vec![], bands: vec![], marks: vec![] };
    let part = |x: &[f64]| (x.partition_point(|v| *v < from), x.partition_point(|v| *v <= to));
    let some = |values: &[f64], (start, end): (usize, usize)| {
        values.get(start..end.min(values.len()).max(start)).unwrap_or_default().to_vec()
    };
    for line in &panel.lines {
        let range = part(&line.x);
        out.lines.push(sanpo_api::Line { role: line.role, x: some(&line.x, range), y: some(&line.y, range) });
    }
    for band in &panel.bands {
        let range = part(&band.x);
        let [x, lower, upper] = [&band.x, &band.lower, &band.upper].map(|values| some(values, range));
        out.bands.push(sanpo_api::Band { level: band.level, x, lower, upper });
    }
    out.marks = panel.marks.iter().filter(|m| (from..=to).contains(&m.x)).cloned().collect();
    out
}

/// The mean distance of a panel's moments.
fn usual_step(panel: &Panel) -> f64 {
    let (first, last) = whole(panel);
    let points = panel.lines.iter().map(|l| l.x.len()).sum::<usize>();
    (last - first) / points.max(1) as f64
}

/// The window pushed into the limits without changing its length, unless it is longer than they are.
fn within((from, to): Window, (first, last): Window) -> Window {
    let length = (to - from).min(last - first);
    let from = from.clamp(first, (last - length).max(first));
    // Rounding must not keep the last point out.
    let to = if last - (from + length) < 1e-9 * last.abs() { last } else { from + length };
    (from, to)
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
        let all = panel(1_000, 30);
        let cut = cut(&all, recent(&all).unwrap());
        assert_eq!((cut.lines[0].x.len(), cut.lines[0].y.len(), cut.lines[1].x.len()), (120, 120, 30));
        assert_eq!(cut.bands[0].lower.len(), 30);
    }

    #[test]
    fn a_short_history_and_one_without_forecast_stay_whole() {
        for (past, ahead) in [(150, 30), (0, 0), (10, 0)] {
            assert_eq!(recent(&panel(past, ahead)), None);
        }
    }

    #[test]
    fn zooming_keeps_the_place_and_the_limits() {
        let all = panel(970, 30);
        let (from, to) = zoomed(&all, whole(&all), 500.0, 0.5);
        assert!((to - from - 499.5).abs() < 1e-9 && ((500.0 - from) / (to - from) - 500.0 / 999.0).abs() < 1e-9);
        assert_eq!(zoomed(&all, (from, to), 500.0, 100.0), whole(&all));
        // At the edge the window is pushed in; the shortest still has points.
        assert_eq!(zoomed(&all, whole(&all), 999.0, 0.1).1, 999.0);
        let shortest = (0..50).fold(whole(&all), |w, _| zoomed(&all, w, 300.0, 0.5));
        assert!((3..=5).contains(&cut(&all, shortest).lines[0].x.len()), "{shortest:?}");
    }

    #[test]
    fn moving_stops_at_the_ends() {
        let all = panel(970, 30);
        assert_eq!(moved(&all, (100.0, 200.0), 0.5), (150.0, 250.0));
        assert_eq!(moved(&all, (100.0, 200.0), -9.0), (0.0, 100.0));
        assert_eq!(moved(&all, (100.0, 200.0), 90.0), (899.0, 999.0));
        assert!(is_part(&all, (1.0, 999.0)) && !is_part(&all, whole(&all)));
    }

    #[test]
    fn odd_panels_and_windows_do_no_harm() {
        for all in [panel(0, 0), panel(1, 0), panel(2, 0)] {
            for window in [(f64::NAN, f64::NAN), (5.0, 1.0), (0.0, 0.0), (f64::NEG_INFINITY, f64::INFINITY)] {
                for at in [0.0, f64::NAN] {
                    let _ = cut(&all, zoomed(&all, window, at, 0.5));
                    let _ = cut(&all, moved(&all, window, 0.5));
                }
            }
        }
    }
}
