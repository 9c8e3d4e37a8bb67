//! Lines over time: one panel at a time, values read by pointer or arrow keys.

use std::sync::Arc;

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use sanpo_api::{Lang, LineChart, Panel, Words};
use sanpo_chart::{Scene, Size, coordinate, line, recent};
use sanpo_text::{Text, ui};

use super::axis_words::AxisWords;
use super::frame::ChartFrame;
use super::legend::line_legend;
use super::reading::{grid, reading};
use super::sentences::sentences;
use super::svg::{draw_all, view_box};
use super::width::measured;

/// A line chart.
#[component]
pub fn LineBlock(
    /// The chart.
    chart: LineChart,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let chart = Arc::new(chart);
    let chosen = RwSignal::new(0);
    let caption = Text.phrase(lang, &chart.caption);
    let table = {
        let chart = chart.clone();
        Arc::new(move || panel(&chart, chosen.get()).map(|p| grid(&chart, p, lang)).unwrap_or_default())
    };
    let (said, title) = (chart.clone(), caption.clone());
    let chooser = (chart.panels.len() > 1).then(|| view! { <PanelChooser chart=chart.clone() chosen lang /> });
    view! {
        {chooser}
        <ChartFrame caption grid=table lang>
            <Picture chart=chart.clone() chosen=chosen title=title.clone() lang />
        </ChartFrame>
        {move || panel(&said, chosen.get()).map(|p| sentences(&p.phrases, lang))}
    }
}

fn panel(chart: &LineChart, index: usize) -> Option<&Panel> {
    chart.panels.get(index)
}

/// Which series to see.
#[component]
fn PanelChooser(chart: Arc<LineChart>, chosen: RwSignal<usize>, lang: Lang) -> impl IntoView {
    let option = |(i, panel): (usize, &Panel)| {
        view! { <option value=i.to_string() selected=move || chosen.get() == i>{panel.name.clone()}</option> }
    };
    view! {
        <label class="panel-chooser">
            <span class="strong">{ui(lang).choose_panel}</span>
            <select
                class="select"
                on:change=move |ev| chosen.set(event_target_value(&ev).parse().unwrap_or_default())
            >
                {chart.panels.iter().enumerate().map(option).collect_view()}
            </select>
        </label>
    }
}

/// The picture of the chosen panel with what is read from it.
#[component]
fn Picture(chart: Arc<LineChart>, chosen: RwSignal<usize>, title: String, lang: Lang) -> impl IntoView {
    let (area, width) = measured();
    let whole = RwSignal::new(false);
    let scene = {
        let chart = chart.clone();
        Memo::new(move |_| drawn(&chart, chosen.get(), whole.get(), width.get(), lang))
    };
    let cursor = RwSignal::new(None::<usize>);
    Effect::new(move || {
        chosen.track();
        whole.track();
        cursor.set(None);
    });
    let legend = {
        let chart = chart.clone();
        move || panel(&chart, chosen.get()).and_then(|p| line_legend(p, lang))
    };
    let spot = move || scene.with(|s| cursor.get().and_then(|i| s.spots.get(i).copied()));
    let read = {
        let chart = chart.clone();
        move || match (spot(), panel(&chart, chosen.get())) {
            (Some(spot), Some(panel)) => reading(&chart, panel, spot.at, lang),
            _ => Vec::new(),
        }
    };
    let points = move |ev: PointerEvent| cursor.set(scene.with(|s| s.nearest(f64::from(ev.offset_x()), 0.0, true)));
    let panels = chart.panels.len();
    let keys = move |ev: KeyboardEvent| {
        if step(&ev, cursor, scene.with(|s| s.spots.len())) || change_panel(&ev, chosen, panels) {
            ev.prevent_default();
        }
    };
    let hint = title.clone() + " " + ui(lang).chart_keys;
    let unit = axis_title(&chart);
    let shortened = {
        let chart = chart.clone();
        Memo::new(move |_| panel(&chart, chosen.get()).and_then(recent).is_some())
    };
    view! {
        {legend}
        <p class="chart-axis-title">{unit}</p>
        <div
            class="chart-area"
            node_ref=area
            tabindex="0"
            role="application"
            aria-label=hint
            on:keydown=keys
            on:focus=move |_| {
                if cursor.get_untracked().is_none() {
                    cursor.set(scene.with_untracked(|s| s.spots.len().checked_sub(1)));
                }
            }
        >
            <svg
                class="chart-picture"
                role="img"
                aria-label=title
                viewBox=move || scene.with(|s| view_box(s.size))
            >
                {move || scene.with(|s| draw_all(&s.nodes))}
                {move || spot().map(|spot| scene.with(|s| pointer(s, spot.x, spot.y)))}
            </svg>
            <div class="chart-catch" on:pointermove=points on:pointerdown=points></div>
        </div>
        <p class="chart-reading" aria-live="polite">
            {move || read().into_iter().map(|text| view! { <span>{text}</span> }).collect_view()}
        </p>
        <Show when=move || shortened.get()>
            <button type="button" class="button button-text chart-turn" on:click=move |_| whole.update(|w| *w = !*w)>
                {Signal::derive(move || if whole.get() { ui(lang).recent_history } else { ui(lang).whole_history })}
            </button>
        </Show>
    }
}

fn drawn(chart: &LineChart, chosen: usize, whole: bool, width: f64, lang: Lang) -> Scene {
    let size = Size { width, height: (width * 0.45).clamp(260.0, 420.0) };
    let empty = Panel { name: String::new(), phrases: vec![], lines: vec![], bands: vec![], marks: vec![] };
    let panel = panel(chart, chosen).unwrap_or(&empty);
    let end = recent(panel).filter(|_| !whole);
    line(end.as_ref().unwrap_or(panel), chart.grain, size, &AxisWords(lang))
}

/// The value axis: the user's column and its unit.
fn axis_title(chart: &LineChart) -> String {
    match chart.unit.as_deref().filter(|u| !u.is_empty()) {
        Some(unit) => format!("{} ({unit})", chart.value),
        None => chart.value.clone(),
    }
}

/// The line and the ring at the point that is read.
fn pointer(scene: &Scene, x: f64, y: f64) -> impl IntoView + use<> {
    let [_, top, _, bottom] = scene.plot;
    view! {
        <g class="chart-pointer">
            <line x1=coordinate(x) x2=coordinate(x) y1=coordinate(top) y2=coordinate(bottom) />
            <circle cx=coordinate(x) cy=coordinate(y) r="5" />
        </g>
    }
}

/// Moves along the points: arrows by one, with Shift by seven, Home and End to the ends, Escape away. True when it did.
fn step(ev: &KeyboardEvent, cursor: RwSignal<Option<usize>>, count: usize) -> bool {
    let Some(last) = count.checked_sub(1) else { return false };
    let by = if ev.shift_key() { 7 } else { 1 };
    let now = cursor.get_untracked();
    let next = match ev.key().as_str() {
        "ArrowLeft" => Some(now.map_or(last, |i| i.saturating_sub(by))),
        "ArrowRight" => Some(now.map_or(0, |i| (i + by).min(last))),
        "Home" => Some(0),
        "End" => Some(last),
        "Escape" => None,
        _ => return false,
    };
    cursor.set(next);
    true
}

/// Up and down go through the series.
fn change_panel(ev: &KeyboardEvent, chosen: RwSignal<usize>, count: usize) -> bool {
    let now = chosen.get_untracked();
    let next = match ev.key().as_str() {
        "ArrowUp" => now.saturating_sub(1),
        "ArrowDown" => (now + 1).min(count.saturating_sub(1)),
        _ => return false,
    };
    if count > 1 {
        chosen.set(next);
    }
    count > 1
}
