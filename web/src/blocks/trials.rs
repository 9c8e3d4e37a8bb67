//! Past forecasts over what happened; a slider and two buttons move back and forth in time.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::{Lang, Line, LineChart, Moment, Panel, TrialChart};
use sanpo_text::{date, ui};

use super::chooser::{chooser, chosen};
use super::line::figure;
use super::slider::slider;
use crate::views::{fresh, live};

/// Past forecasts.
#[component]
pub fn TrialsBlock(
    /// What happened, and the forecasts.
    trials: TrialChart,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let data = Arc::new(trials);
    let series = chosen(data.chart.panels.len());
    let names = data.chart.panels.iter().map(|p| p.name.clone()).collect();
    let chart = {
        let data = data.clone();
        fresh(move || Arc::new(steps(&data, series.get())))
    };
    let count = move || chart.with(|c| c.panels.len());
    let at = RwSignal::new(0);
    Effect::new(move || at.set(count().saturating_sub(1)));
    let when = Signal::derive(move || {
        let from = chart.with(|c| c.panels.get(at.get())?.lines.last()?.x.first().copied());
        from.map(|x| date(lang, Moment(x as i64), data.chart.grain)).unwrap_or_default()
    });
    let place = Signal::derive(move || (ui(lang).planning.trial_place)((at.get() + 1).min(count()), count()));
    let button = move |text: &'static str, stuck: Signal<bool>, go: fn(&mut usize)| {
        view! {
            <button type="button" class="button button-text" disabled=stuck on:click=move |_| at.update(go)>
                {text}
            </button>
        }
        .into_any()
    };
    let first = Signal::derive(move || at.get() == 0);
    let last = Signal::derive(move || at.get() + 1 >= count());
    view! {
        {chooser(names, series, lang)}
        {live(move || (count() > 0).then(|| figure(chart, at, lang)))}
        <div class="trial-steps">
            {button(ui(lang).planning.trial_earlier, first, |at| *at = at.saturating_sub(1))}
            {live(move || slider(ui(lang).planning.trial_when.to_owned(), (0, count().saturating_sub(1)), at, when))}
            {button(ui(lang).planning.trial_later, last, |at| *at += 1)} <span class="note">{place}</span>
        </div>
    }
}

/// What happened from two lengths of a trial before it until half of one after it.
fn around(actual: &Panel, trial: &Line) -> Option<Panel> {
    let (first, last) = (*trial.x.first()?, *trial.x.last()?);
    // A trial of one step has no length: all of the past is drawn.
    let length = if last > first { last - first } else { f64::INFINITY };
    let mut panel = actual.clone();
    for line in &mut panel.lines {
        let near = |x: &f64| (first - 2.0 * length..=last + 0.5 * length).contains(x);
        let kept: Vec<(f64, f64)> =
            line.x.iter().copied().zip(line.y.iter().copied()).filter(|(x, _)| near(x)).collect();
        (line.x, line.y) = kept.into_iter().unzip();
    }
    Some(panel)
}

/// A chart with a panel for each trial of a series.
fn steps(data: &TrialChart, series: usize) -> LineChart {
    let (actual, trials) = (data.chart.panels.get(series), data.trials.get(series));
    let panels = trials.into_iter().flatten().filter_map(|trial| {
        let mut panel: Panel = around(actual?, &trial.line)?;
        panel.lines.push(trial.line.clone());
        panel.bands.clone_from(&trial.bands);
        panel.phrases.clone_from(&trial.phrases);
        Some(panel)
    });
    let chart = &data.chart;
    LineChart {
        caption: chart.caption.clone(),
        value: chart.value.clone(),
        unit: chart.unit.clone(),
        grain: chart.grain,
        complete: false,
        panels: panels.collect(),
    }
}
