//! Scenes of ordinary and of odd data: always complete, always finite.

use sanpo_api::{
    Band, DAY_SECS, Grain, Label, LabelCode, Line, LineRole, Mark, MarkKind, Moment, Panel, Phrase, ScatterChart,
};
use sanpo_chart::*;

struct Plain;

impl Format for Plain {
    fn number(&self, value: f64, _step: f64) -> String {
        format!("{value}")
    }
    fn date(&self, at: Moment, _unit: Grain) -> String {
        format!("{}", at.0 / DAY_SECS)
    }
    fn context(&self, at: Moment, _unit: Grain) -> Option<String> {
        Some(at.civil().year.to_string())
    }
}

const SIZE: Size = Size { width: 720.0, height: 360.0 };
const DAY: f64 = DAY_SECS as f64;

fn panel(role: LineRole, y: &[f64]) -> Panel {
    let x = (0..y.len()).map(|i| 19_800.0 * DAY + i as f64 * DAY).collect();
    let line = Line { role, x, y: y.to_vec() };
    Panel { name: String::new(), phrases: vec![], lines: vec![line], bands: vec![], marks: vec![] }
}

fn draw(panel: &Panel) -> Scene {
    let scene = line(panel, Grain::Day, SIZE, &Plain);
    check(&scene);
    scene
}

/// Every path starts with a move and holds numbers only.
fn check(scene: &Scene) {
    fn node(it: &Node, size: Size) {
        match it {
            Node::Group { children, .. } => children.iter().for_each(|child| node(child, size)),
            Node::Path { d, .. } => {
                assert!(d.is_empty() || d.starts_with('M'));
                assert!(!d.contains("NaN") && !d.contains("inf"), "{d}");
            }
            Node::Line { from, to, .. } => {
                assert!([from.0, from.1, to.0, to.1].iter().all(|v| (-1.0..2_000.0).contains(v)), "{it:?}");
            }
            Node::Rect { x, y, width, height, .. } => {
                assert!(*x >= 0.0 && *y >= 0.0 && x + width <= size.width && y + height <= size.height, "{it:?}");
            }
            Node::Text { x, y, .. } => assert!(x.is_finite() && y.is_finite()),
        }
    }
    scene.nodes.iter().for_each(|it| node(it, scene.size));
    for spot in &scene.spots {
        assert!((0.0..=scene.size.width).contains(&spot.x) && (0.0..=scene.size.height).contains(&spot.y), "{spot:?}");
    }
}

/// All nodes of a class, groups opened.
fn paths<'a>(nodes: &'a [Node], wanted: &str, out: &mut Vec<&'a str>) {
    for node in nodes {
        match node {
            Node::Group { children, .. } => paths(children, wanted, out),
            Node::Path { class, d } if class.contains(wanted) => out.push(d),
            Node::Path { .. } | Node::Line { .. } | Node::Rect { .. } | Node::Text { .. } => {}
        }
    }
}

fn found<'a>(scene: &'a Scene, class: &str) -> Vec<&'a str> {
    let mut out = Vec::new();
    paths(&scene.nodes, class, &mut out);
    out
}

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
        it.marks.push(Mark { x: f64::NAN, y: 1.0, kind: MarkKind::High, phrase: Phrase::WhyFlat });
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

fn item(label: &str, value: f64) -> BarItem {
    BarItem { label: label.to_owned(), value, text: format!("{value}") }
}

#[test]
fn bars_fit_with_their_words() {
    let long = "とても長い項目の名前".repeat(9);
    for values in [vec![], vec![0.0], vec![3.0, -4.0, f64::NAN], vec![f64::INFINITY, 1e308, -1e308], vec![-5.0, -1.0]] {
        let items: Vec<BarItem> = values.iter().map(|v| item(&long, *v)).collect();
        for width in [0.0, 320.0, 960.0] {
            let scene = bars(&items, width);
            check(&scene);
            assert_eq!(scene.spots.len(), items.len());
        }
    }
}

#[test]
fn bars_are_as_long_as_their_values() {
    let scene = bars(&[item("a", 10.0), item("b", 5.0), item("c", -5.0)], 800.0);
    let widths: Vec<f64> = scene
        .nodes
        .iter()
        .filter_map(|n| match n {
            Node::Rect { width, .. } => Some(*width),
            Node::Group { .. } | Node::Path { .. } | Node::Line { .. } | Node::Text { .. } => None,
        })
        .collect();
    assert!((widths[0] - 2.0 * widths[1]).abs() < 1e-9 && (widths[1] - widths[2]).abs() < 1e-9);
}

fn cloud(x: Vec<f64>, y: Vec<f64>, group: Vec<u32>, groups: usize) -> ScatterChart {
    ScatterChart {
        caption: Phrase::SegmentMap,
        x_label: Label::Code(LabelCode::Mostly(vec![])),
        y_label: Label::Code(LabelCode::Mostly(vec![])),
        groups: (1..=groups as u32).map(|n| Label::Code(LabelCode::Group(n))).collect(),
        x,
        y,
        group,
    }
}

#[test]
fn a_group_is_one_path_of_its_own_shape() {
    let chart = cloud(vec![1.0, 2.0, 3.0, 4.0, f64::NAN], vec![1.0; 5], vec![0, 0, 1, 9, 1], 2);
    let scene = scatter(&chart, ("a", "b"), SIZE, &Plain);
    check(&scene);
    let groups = found(&scene, "chart-group");
    assert_eq!(groups.iter().map(|d| d.matches('M').count()).collect::<Vec<_>>(), [2, 2]);
    assert!(groups[0].contains('a') && !groups[1].contains('a'));
    assert_eq!(scene.spots.last().map(|s| s.index), Some(3));
}

#[test]
fn odd_clouds_are_drawn() {
    for (x, y, group, groups) in [
        (vec![], vec![], vec![], 0),
        (vec![1.0], vec![1.0], vec![], 7),
        (vec![f64::INFINITY, f64::MAX], vec![0.0, 1.0], vec![0, 1], 2),
        (vec![0.0, 1.0, 2.0], vec![5.0], vec![u32::MAX], 1),
    ] {
        for size in [SIZE, Size { width: 0.0, height: f64::NAN }] {
            check(&scatter(&cloud(x.clone(), y.clone(), group.clone(), groups), ("", ""), size, &Plain));
        }
    }
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
fn gains_rise_from_corner_to_corner_and_odd_points_are_left_out() {
    let scene = gains(&[(0.0, 0.0), (20.0, 60.0), (f64::NAN, 1.0), (100.0, 100.0)], ("a", "b"), 500.0, &Plain);
    check(&scene);
    assert_eq!(scene.spots.iter().map(|s| s.index).collect::<Vec<_>>(), [0, 1, 3]);
    assert!(scene.spots.windows(2).all(|w| w[1].x > w[0].x && w[1].y < w[0].y));
    check(&gains(&[], ("", ""), 0.0, &Plain));
    check(&gains(&[(1e300, -5.0)], ("", ""), 1_500.0, &Plain));
}

#[test]
fn heat_cells_are_darker_the_larger_and_empty_ones_stay_out() {
    let names = |n: usize| (0..n).map(|i| format!("名{i}")).collect::<Vec<_>>();
    let values = [1.0, f64::NAN, 5.0, 3.0, 2.0, 5.0];
    let scene = heat(&names(2), &names(3), &values, 400.0);
    check(&scene);
    let classes: Vec<&str> = scene
        .nodes
        .iter()
        .filter_map(|n| if let Node::Rect { class, .. } = n { class.rsplit('-').next() } else { None })
        .collect();
    assert_eq!(classes, ["1", "5", "3", "2", "5"]);
    assert_eq!(scene.spots.iter().map(|s| s.index).collect::<Vec<_>>(), [0, 2, 3, 4, 5]);
    for (rows, columns, values) in [(0, 0, vec![]), (7, 24, vec![4.0; 168]), (2, 2, vec![f64::INFINITY, 1.0])] {
        check(&heat(&names(rows), &names(columns), &values, 160.0));
    }
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
