//! Weekdays by months or hours, the darker the larger.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::{HeatChart, Lang, Words};
use sanpo_chart::{Node, heat};
use sanpo_text::{Text, number, ui, with_unit};

use super::grid::{Grid, Look};
use super::pointed::pointed;

/// A chart of cells.
#[component]
pub fn HeatBlock(
    /// The chart.
    chart: HeatChart,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let caption = Text.phrase(lang, &chart.caption);
    let chart = Arc::new(chart);
    let table = chart.clone();
    let names = |labels: &[sanpo_api::Label]| labels.iter().map(|l| Text.label(lang, l)).collect::<Vec<_>>();
    let (rows, columns) = (names(&chart.rows), names(&chart.columns));
    let known = || chart.values.iter().copied().filter(|v| v.is_finite());
    let amount = |value: f64| with_unit(lang, number(lang, value), chart.unit.as_deref());
    let items = vec![
        (sample("chart-heat chart-heat-1"), amount(known().fold(f64::INFINITY, f64::min))),
        (sample("chart-heat chart-heat-5"), amount(known().fold(f64::NEG_INFINITY, f64::max))),
    ];
    let (own_rows, own_columns, shown) = (rows.clone(), columns.clone(), chart.clone());
    let draw = move |width: f64| heat(&own_rows, &own_columns, &shown.values, width);
    let read = move |i: usize| {
        let at = rows.get(i / columns.len().max(1)).zip(columns.get(i % columns.len().max(1)));
        let Some(((row, column), value)) = at.zip(chart.values.get(i)) else { return Vec::new() };
        let value = with_unit(lang, number(lang, *value), chart.unit.as_deref());
        vec![(ui(lang).chart.named)(&(ui(lang).frame.with_remark)(column, row), &value)]
    };
    pointed(caption, Arc::new(move || grid(&table, lang)), items, Arc::new(draw), Arc::new(read), lang)
}

fn sample(class: &'static str) -> Node {
    Node::Rect { class, x: 1.0, y: 2.0, width: 28.0, height: 14.0 }
}

fn grid(chart: &HeatChart, lang: Lang) -> Grid {
    let mut head = vec![(String::new(), Look::Short)];
    head.extend(chart.columns.iter().map(|l| (Text.label(lang, l), Look::Number)));
    let rows = chart.rows.iter().zip(chart.values.chunks(chart.columns.len().max(1)));
    let text = |v: &f64| if v.is_finite() { number(lang, *v) } else { String::new() };
    let row = |(name, values): (&sanpo_api::Label, &[f64])| {
        std::iter::once(Text.label(lang, name)).chain(values.iter().map(text)).collect()
    };
    let rows: Vec<Vec<String>> = rows.map(row).collect();
    Grid { head, total: rows.len(), rows }
}
