//! How many are found by looking at the most likely rows only.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::{GainsChart, Label, LabelCode, Lang, LineRole, Words};
use sanpo_chart::gains;
use sanpo_text::{Text, number, ui};

use super::axis_words::AxisWords;
use super::grid::{Grid, Look};
use super::legend::line_sample;
use super::pointed::pointed;

/// Greatest width: the curve is read better when it is not flat.
const WIDEST: f64 = 640.0;

/// A curve over the line of chance.
#[component]
pub fn GainsBlock(
    /// The chart.
    chart: GainsChart,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let caption = Text.phrase(lang, &chart.caption);
    let chart = Arc::new(chart);
    let table = chart.clone();
    let items = vec![
        (line_sample(LineRole::WhatIf), word(lang, LabelCode::Prediction)),
        (line_sample(LineRole::PastForecast), word(lang, LabelCode::ByChance)),
    ];
    let shown = chart.clone();
    let draw = move |width: f64| {
        let titles = (word(lang, LabelCode::LookedAt), word(lang, LabelCode::Found));
        gains(&shown.points, (&titles.0, &titles.1), width.min(WIDEST), &AxisWords(lang, false))
    };
    let read = move |i: usize| {
        let Some((top, found)) = chart.points.get(i) else { return Vec::new() };
        let said = |code, value: f64| (ui(lang).chart.named)(&word(lang, code), &number(lang, value));
        vec![said(LabelCode::LookedAt, *top), said(LabelCode::Found, *found)]
    };
    let figure = pointed(caption, Arc::new(move || grid(&table, lang)), items, Arc::new(draw), Arc::new(read), lang);
    view! { <div class="chart-narrow">{figure}</div> }
}

fn grid(chart: &GainsChart, lang: Lang) -> Grid {
    let head = [LabelCode::LookedAt, LabelCode::Found, LabelCode::ByChance];
    let row = |(top, found): &(f64, f64)| [top, found, top].map(|v| number(lang, *v)).to_vec();
    let rows: Vec<Vec<String>> = chart.points.iter().map(row).collect();
    Grid { head: head.map(|code| (word(lang, code), Look::Number)).to_vec(), total: rows.len(), rows }
}

fn word(lang: Lang, code: LabelCode) -> String {
    Text.label(lang, &Label::Code(code))
}
