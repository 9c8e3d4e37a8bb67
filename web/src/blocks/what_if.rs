//! What if a column counted for more or less: its part of the forecast, turned up and down.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::{Label, Lang, Line, LineChart, LineRole, Panel, PartsChart, PartsPanel};

use super::chooser::{chooser, chosen};
use super::line::figure;
use super::slider::slider;
use crate::views::Views;

/// How far a part can be turned up, in percent of what it is; it stands at 100 first.
const MOST: usize = 200;

/// The forecast with a slider a column.
#[component]
pub fn WhatIfBlock(
    /// The parts of the forecast.
    chart: PartsChart,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let series = chosen(chart.panels.len());
    let names = chart.panels.iter().map(|p| p.name.clone()).collect();
    let columns = columns(&chart);
    let at: Vec<(String, RwSignal<usize>)> = columns.into_iter().map(|name| (name, RwSignal::new(100))).collect();
    let sliders = at.iter().map(|(name, at)| {
        let at = *at;
        slider(name.clone(), (0, MOST), at, Signal::derive(move || format!("{}%", at.get())))
    });
    let sliders = sliders.views();
    let drawn = Memo::new(move |_| {
        let panel = chart.panels.get(series.get()).map(|panel| turned(panel, &at));
        Arc::new(LineChart {
            caption: chart.caption.clone(),
            value: chart.value.clone(),
            unit: chart.unit.clone(),
            grain: chart.grain,
            panels: panel.into_iter().collect(),
        })
    });
    view! {
        {chooser(names, series, lang)}
        <div class="sliders">{sliders}</div>
        {figure(drawn, RwSignal::new(0), lang)}
    }
}

/// The user's columns that have a part in any forecast.
fn columns(chart: &PartsChart) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for part in chart.panels.iter().flat_map(|p| &p.parts) {
        match &part.label {
            Label::Text(name) if !names.contains(name) => names.push(name.clone()),
            _ => {}
        }
    }
    names
}

/// The sum of the parts, those of columns as much as their sliders say.
fn turned(panel: &PartsPanel, at: &[(String, RwSignal<usize>)]) -> Panel {
    let mut sum = vec![0.0; panel.x.len()];
    for part in &panel.parts {
        let own = at.iter().find(|(name, _)| part.label == Label::Text(name.clone()));
        let factor = own.map_or(1.0, |(_, at)| at.get() as f64 / 100.0);
        sum.iter_mut().zip(&part.y).for_each(|(sum, y)| *sum += factor * y);
    }
    let line = Line { role: LineRole::Forecast, x: panel.x.clone(), y: sum };
    Panel { name: panel.name.clone(), phrases: vec![], lines: vec![line], bands: vec![], marks: vec![] }
}
