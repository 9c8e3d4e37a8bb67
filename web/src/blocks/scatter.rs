//! Points in a plane, told apart by colour and shape.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::{Label, LabelCode, Lang, ScatterChart, Words};
use sanpo_chart::{Size, is_map, marker, scatter};
use sanpo_text::{Text, number, ui};

use super::axis_words::AxisWords;
use super::grid::{Grid, Look};
use super::pointed::pointed;

/// Rows of the table of a chart.
const ROWS: usize = 200;

/// A scatter chart.
#[component]
pub fn ScatterBlock(
    /// The chart.
    chart: ScatterChart,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let caption = Text.phrase(lang, &chart.caption);
    let chart = Arc::new(chart);
    let table = chart.clone();
    let groups = chart.groups.iter().enumerate();
    let items = groups.map(|(i, label)| (marker(i, 15.0, 9.0), Text.label(lang, label))).collect();
    let shown = chart.clone();
    let draw = move |width: f64| {
        let size = Size { width, height: (width * 0.6).clamp(280.0, 480.0) };
        let titles = (Text.label(lang, &shown.x_label), Text.label(lang, &shown.y_label));
        scatter(&shown, (&titles.0, &titles.1), size, &AxisWords(lang, false))
    };
    let read = move |i| reading(&chart, i, lang);
    pointed(caption, Arc::new(move || grid(&table, lang)), items, Arc::new(draw), Arc::new(read), lang)
}

/// The group of a point and its two values.
fn reading(chart: &ScatterChart, index: usize, lang: Lang) -> Vec<String> {
    let value = |label: &Label, values: &[f64]| {
        let value = values.get(index).copied().unwrap_or(f64::NAN);
        (ui(lang).chart.named)(&Text.label(lang, label), &number(lang, value))
    };
    let mut out: Vec<String> = group_of(chart, index).map(|g| Text.label(lang, g)).into_iter().collect();
    if !is_map(chart) {
        out.push(value(&chart.x_label, &chart.x));
        out.push(value(&chart.y_label, &chart.y));
    }
    out
}

fn group_of(chart: &ScatterChart, index: usize) -> Option<&Label> {
    chart.groups.get(*chart.group.get(index)? as usize)
}

fn grid(chart: &ScatterChart, lang: Lang) -> Grid {
    let grouped = chart.groups.len() > 1;
    let mut head =
        vec![(Text.label(lang, &chart.x_label), Look::Number), (Text.label(lang, &chart.y_label), Look::Number)];
    if grouped {
        head.insert(0, (Text.label(lang, &Label::Code(LabelCode::GroupHeading)), Look::Text));
    }
    let total = chart.x.len().min(chart.y.len());
    let row = |i: usize| {
        let mut row = vec![number(lang, chart.x[i]), number(lang, chart.y[i])];
        if grouped {
            row.insert(0, group_of(chart, i).map(|g| Text.label(lang, g)).unwrap_or_default());
        }
        row
    };
    Grid { head, rows: (0..total.min(ROWS)).map(row).collect(), total }
}
