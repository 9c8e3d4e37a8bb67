//! What if a column or an own day counted for more or less: its part of the forecast, turned up and down.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::{Label, Lang, Line, LineChart, LineRole, Panel, PartsChart, PartsPanel, Words};
use sanpo_text::{Text, number, ui, with_unit};

use super::chooser::{chooser, chosen};
use super::line::figure;
use super::slider::slider;
use crate::views::{Views, fresh};

/// How far a part can be turned up, in percent of what it is; it stands at 100 first.
const MOST: usize = 200;

/// The forecast with a slider for each own part.
#[component]
pub fn WhatIfBlock(
    /// The parts of the forecast.
    chart: PartsChart,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let series = chosen(chart.panels.len());
    let names = chart.panels.iter().map(|p| p.name.clone()).collect();
    let at: Vec<(Label, RwSignal<usize>)> = own(&chart).into_iter().map(|own| (own, RwSignal::new(100))).collect();
    let sliders = at.iter().map(|(label, at)| {
        let at = *at;
        let name = (ui(lang).planning.effect_of)(&Text.label(lang, label));
        slider(name, (0, MOST), at, Signal::derive(move || format!("{}%", at.get())))
    });
    let sliders = sliders.views();
    let unit = chart.unit.clone();
    let drawn = fresh(move || {
        let panel = chart.panels.get(series.get()).map(|panel| turned(panel, &at));
        Arc::new(LineChart {
            caption: chart.caption.clone(),
            value: chart.value.clone(),
            unit: chart.unit.clone(),
            grain: chart.grain,
            complete: true,
            panels: panel.into_iter().collect(),
        })
    });
    let means = move || drawn.with(|c| c.panels.first().map(|p| said(p, unit.as_deref(), lang)));
    view! {
        <div class="what-if">
            <h3>{ui(lang).planning.what_if_title}</h3>
            <p>{ui(lang).planning.what_if_lead}</p>
            {chooser(names, series, lang)}
            <div class="sliders">{sliders}</div>
            <p role="status">{Signal::derive(means)}</p>
            {figure(drawn, RwSignal::new(0), lang)}
        </div>
    }
}

/// The parts that can be turned, of any series.
fn own(chart: &PartsChart) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    for part in chart.panels.iter().flat_map(|p| &p.parts).filter(|p| p.is_own()) {
        if !labels.contains(&part.label) {
            labels.push(part.label.clone());
        }
    }
    labels
}

/// The sum of the parts as it stands, and with the own ones as much as their sliders say; not below zero where it was not.
fn turned(panel: &PartsPanel, at: &[(Label, RwSignal<usize>)]) -> Panel {
    let (mut now, mut then) = (vec![0.0f64; panel.x.len()], vec![0.0f64; panel.x.len()]);
    for part in &panel.parts {
        let own = at.iter().find(|(label, _)| part.label == *label);
        let factor = own.map_or(1.0, |(_, at)| at.get() as f64 / 100.0);
        for (i, y) in part.y.iter().enumerate().take(now.len()) {
            now[i] += y;
            then[i] += factor * y;
        }
    }
    // A closed day has no value, and stays without one.
    if !now.iter().any(|v| *v < 0.0) {
        then.iter_mut().filter(|v| **v < 0.0).for_each(|v| *v = 0.0);
    }
    let line = |role, y| Line { role, x: panel.x.clone(), y };
    let lines = vec![line(LineRole::Forecast, now), line(LineRole::WhatIf, then)];
    Panel { name: panel.name.clone(), phrases: vec![], lines, bands: vec![], marks: vec![] }
}

/// Both means in words.
fn said(panel: &Panel, unit: Option<&str>, lang: Lang) -> String {
    let mean = |line: &Line| {
        let known = || line.y.iter().filter(|v| v.is_finite());
        known().sum::<f64>() / known().count().max(1) as f64
    };
    let [now, then] = [0, 1].map(|i| panel.lines.get(i).map_or(0.0, mean));
    let amount = |v: f64| with_unit(lang, number(lang, v), unit);
    let by = if number(lang, then) == number(lang, now) { 0.0 } else { then - now };
    let sign = if by > 0.0 { "+" } else { "" };
    (ui(lang).planning.what_if_mean)(&amount(then), &format!("{sign}{}", amount(by)))
}
