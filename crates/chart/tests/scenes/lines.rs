//! Lines over time, large and small.

use sanpo_api::{Band, ForecastPhrase, Line, LineRole, Mark, MarkKind, Panel, Phrase};
use sanpo_chart::*;

use crate::stage::*;

#[test]
fn gaps_split_a_line_and_lonely_points_are_dots() {
    let mut y = vec![1.0; 100];
    for i in [30, 50, 52] {
        y[i] = f64::NAN;
    }
    let scene = draw(&panel(LineRole::Actual, &y));
    assert_eq!(found(&scene, "chart-stroke")[0].matches('M').count(), 4);
    assert_eq!(found(&scene, "chart-dots")[0].matches('M').count(), 1);
    assert_eq!(scene.spots.len(), 97);
}

#[test]
fn odd_data_are_drawn() {
    let inf = f64::INFINITY;
    for y in [
        vec![],
        vec![5.0],
        vec![0.0; 3],
        vec![7.0; 50],
        vec![f64::NAN; 9],
        vec![f64::MAX, f64::MIN, 0.0],
        vec![inf, -inf, 2.0],
        vec![1e-310, 2e-310],
        vec![1e15, 1e15 + 1.0],
    ] {
        let mut it = panel(LineRole::Actual, &y);
        it.bands.push(Band { level: 80, x: vec![0.0, f64::NAN], lower: vec![1.0], upper: vec![inf, 2.0] });
        it.marks.push(Mark {
            x: f64::NAN,
            y: 1.0,
            kind: MarkKind::High,
            phrase: Phrase::Forecast(ForecastPhrase::WhyFlat),
        });
        draw(&it);
    }
}

#[test]
fn a_million_points_become_a_short_path_with_its_spike() {
    let mut y: Vec<f64> = (0..1_000_000).map(|i| f64::from(i % 7)).collect();
    y[500_000] = 1_000.0;
    let scene = draw(&panel(LineRole::Actual, &y));
    let path = found(&scene, "chart-stroke")[0];
    assert!(path.len() < 60_000, "{}", path.len());
    let top = scene.spots.iter().map(|s| s.y).fold(f64::MAX, f64::min);
    assert!(path.contains(&coordinate(top)));
}

#[test]
fn a_forecast_starts_where_the_past_ended() {
    let mut it = panel(LineRole::Actual, &[1.0, 2.0, 3.0, f64::NAN]);
    let x: Vec<f64> = (4..8).map(|i| (19_800.0 + f64::from(i)) * DAY).collect();
    let n = x.len();
    it.bands.push(Band { level: 80, x: x.clone(), lower: vec![2.0; n], upper: vec![4.0, 1e9, 5.0, 5.0] });
    it.lines.push(Line { role: LineRole::Forecast, x, y: vec![3.0; n] });
    let scene = draw(&it);
    let strokes = found(&scene, "chart-stroke");
    let (actual, forecast) = (strokes[0], strokes[1]);
    let last = actual.rsplit('L').next().unwrap();
    assert!(forecast.starts_with(&format!("M{last}")), "{actual} / {forecast}");
    assert_eq!(found(&scene, "chart-dots")[1].matches('M').count(), n);
    // A range without limits does not flatten the lines.
    let high = scene.spots.iter().map(|s| s.y).fold(f64::MAX, f64::min);
    let low = scene.spots.iter().map(|s| s.y).fold(0.0, f64::max);
    assert!(low - high > 0.2 * SIZE.height);
}

#[test]
fn the_nearest_spot_is_found() {
    let scene = draw(&panel(LineRole::Actual, &[1.0, 5.0, 2.0]));
    assert_eq!(scene.nearest(0.0, 0.0, true), Some(0));
    assert_eq!(scene.nearest(scene.spots[1].x + 3.0, 999.0, true), Some(1));
    assert_eq!(scene.nearest(9e9, 0.0, true), Some(2));
    assert_eq!(draw(&panel(LineRole::Actual, &[])).nearest(1.0, 1.0, true), None);
}

#[test]
fn a_spike_among_a_million_is_found_where_its_tip_is() {
    let mut values = vec![1.0; 1_000_000];
    values[654_321] = 9.0;
    let scene = draw(&panel(LineRole::Actual, &values));
    assert!(scene.crowded && scene.spots.len() <= 4 * SIZE.width as usize, "{}", scene.spots.len());
    let tip = scene.spots.iter().position(|s| s.at == (19_800.0 + 654_321.0) * DAY).expect("the spike");
    let (x, y) = (scene.spots[tip].x, scene.spots[tip].y);
    assert_eq!(scene.nearest(x + 1.0, y, true), Some(tip));
    assert_ne!(scene.nearest(x + 1.0, SIZE.height, true), Some(tip));
}

#[test]
fn a_nearer_look_at_a_million_points_shows_every_one_and_the_spike() {
    let mut y: Vec<f64> = (0..1_000_000).map(|i| f64::from(i % 7)).collect();
    y[500_000] = 1_000.0;
    let all = panel(LineRole::Actual, &y);
    let far = draw(&all);
    assert!(far.spots.len() <= 4 * SIZE.width as usize, "{}", far.spots.len());
    let spike = all.lines[0].x[500_000];
    assert!(far.spots.iter().any(|s| s.at == spike));
    let mut window = whole(&all);
    while window.1 - window.0 > 300.0 * DAY {
        window = zoomed(&all, window, spike, 0.5);
    }
    let near = draw(&cut(&all, window));
    let there = all.lines[0].x.iter().filter(|x| (window.0..=window.1).contains(*x)).count();
    assert!(there > 100);
    assert_eq!(near.spots.len(), there);
    assert!(near.spots.iter().any(|s| s.at == spike));
}

#[test]
fn small_pictures_hold_the_lines_and_the_widest_range_inside_their_edges() {
    let mut both = panel(LineRole::Actual, &[3.0, 5.0, f64::NAN, 4.0]);
    let x: Vec<f64> = (4..7).map(|i| 19_800.0 * DAY + f64::from(i) * DAY).collect();
    both.lines.push(Line { role: LineRole::PastForecast, ..both.lines[0].clone() });
    both.lines.push(Line { role: LineRole::Forecast, x: x.clone(), y: vec![4.0, 5.0, 6.0] });
    for level in [95, 80] {
        both.bands.push(Band { level, x: x.clone(), lower: vec![1.0; 3], upper: vec![9.0; 3] });
    }
    let size = Size { width: 240.0, height: 80.0 };
    let drawn =
        |panel: &Panel, size| Scene { size, nodes: small(panel, size), spots: vec![], plot: [0.0; 4], crowded: false };
    let scene = drawn(&both, size);
    check(&scene);
    for (class, count) in [("chart-stroke", 2), ("chart-band-wide", 1), ("chart-band-narrow", 0), ("chart-text", 0)] {
        assert_eq!(found(&scene, class).len(), count, "{class}");
    }
    for odd in [panel(LineRole::Actual, &[]), panel(LineRole::Forecast, &[f64::INFINITY, 2.0])] {
        check(&drawn(&odd, Size { width: 0.0, height: f64::NAN }));
    }
}

/// Heights of the corners of a path.
fn heights(path: &str) -> Vec<f64> {
    let numbers = path.split(|c: char| c.is_ascii_alphabetic() || c == ' ' || c == ',').filter(|s| !s.is_empty());
    numbers.skip(1).step_by(2).map(|n| n.parse().unwrap()).collect()
}

#[test]
fn ranges_wider_than_the_lines_are_inside_the_axis() {
    // Two values and what was said of them, with a range of eight times their difference.
    let mut it = panel(LineRole::Actual, &[342_550.0, 310_446.0]);
    let x = it.lines[0].x.clone();
    it.bands.push(Band { level: 80, x, lower: vec![230_000.0, 200_000.0], upper: vec![450_000.0, 460_000.0] });
    let scene = draw(&it);
    let band = heights(found(&scene, "chart-band")[0]);
    let [_, top, _, bottom] = scene.plot;
    assert!(band.iter().all(|y| (top + 1.0..bottom - 1.0).contains(y)), "{band:?} {:?}", scene.plot);
}

#[test]
fn a_mark_at_the_foot_keeps_clear_of_the_dates() {
    let mut it = panel(LineRole::Actual, &[0.0, 9.0, 0.0, 7.0]);
    let x = it.lines[0].x[2];
    it.marks.push(Mark { x, y: 0.0, kind: MarkKind::Low, phrase: Phrase::Forecast(ForecastPhrase::WhyFlat) });
    let scene = draw(&it);
    let mark = heights(found(&scene, "chart-mark-low")[0]);
    // The dates' digits begin ten pixels below the plot.
    assert!(mark.iter().all(|y| *y < scene.plot[3] + 9.0), "{mark:?}");
}

#[test]
fn what_happened_lies_above_what_was_expected() {
    let mut it = panel(LineRole::Actual, &[1.0, 2.0, 3.0]);
    let x = it.lines[0].x.clone();
    it.bands.push(Band { level: 0, x: x.clone(), lower: vec![0.0; 3], upper: vec![4.0; 3] });
    it.lines.push(Line { role: LineRole::Expected, x, y: vec![1.0; 3] });
    let scene = draw(&it);
    let place = |wanted: &str| {
        let is_it = |node: &Node| matches!(node, Node::Group { class, .. } | Node::Path { class, .. } if class.contains(wanted));
        scene.nodes.iter().position(is_it).expect(wanted)
    };
    let order = ["chart-band", "chart-expected", "chart-actual", "chart-marks"].map(place);
    assert!(order.is_sorted(), "{order:?}");
    // What is read is what happened.
    assert_eq!(scene.spots.len(), 3);
}
