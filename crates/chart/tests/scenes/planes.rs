//! Bars, points, curves and cells.

use sanpo_api::{Label, LabelCode, Phrase, ScatterChart, SegmentPhrase};
use sanpo_chart::*;

use crate::stage::*;

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
        caption: Phrase::Segment(SegmentPhrase::Map),
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
fn a_map_has_titles_and_no_numbers() {
    let mut chart = cloud(vec![1.0, 2.0], vec![3.0, 4.0], vec![0, 0], 1);
    let texts = |chart: &ScatterChart| -> Vec<String> {
        let texts = |nodes: &[Node]| -> Vec<String> {
            nodes
                .iter()
                .filter_map(|n| if let Node::Text { text, .. } = n { Some(text.clone()) } else { None })
                .collect()
        };
        let scene = scatter(chart, ("across", "up"), SIZE, &Plain);
        let groups = scene
            .nodes
            .iter()
            .flat_map(|n| if let Node::Group { children, .. } = n { texts(children) } else { vec![] });
        groups.chain(texts(&scene.nodes)).filter(|t| !t.is_empty()).collect()
    };
    assert_eq!(texts(&chart), ["up", "across"]);
    chart.x_label = Label::Code(LabelCode::Prediction);
    assert!(texts(&chart).len() > 4);
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
