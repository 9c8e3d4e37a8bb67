//! Lines over time: one panel at a time, values read by pointer or arrow keys.

use std::sync::Arc;

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use sanpo_api::{Lang, LineChart, Panel, Words};
use sanpo_chart::{Scene, Size, coordinate, line, recent};
use sanpo_text::{Text, ui};

use super::axis_words::AxisWords;
use super::chooser::{chooser, chosen};
use super::frame::ChartFrame;
use super::legend::line_legend;
use super::reading::{grid, reading};
use super::sentences::sentences;
use super::svg::{draw_all, view_box};
use super::width::measured;
use crate::views::{Show, Views};

/// A line chart.
#[component]
pub fn LineBlock(
    /// The chart.
    chart: LineChart,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let chosen = chosen(chart.panels.len());
    let names = chart.panels.iter().map(|p| p.name.clone()).collect();
    let chart = Arc::new(chart);
    view! {
        {chooser(names, chosen, lang)}
        {figure(Memo::new(move |_| chart.clone()), chosen, lang)}
    }
}

/// A chart of which one panel is shown, its table and what is said about the panel. A function, so that it is compiled once.
pub fn figure(chart: Memo<Arc<LineChart>>, chosen: RwSignal<usize>, lang: Lang) -> AnyView {
    let caption = chart.with_untracked(|c| Text.phrase(lang, &c.caption));
    let table = Arc::new(move || chart.with(|c| panel(c, chosen.get()).map(|p| grid(c, p, lang)).unwrap_or_default()));
    let title = caption.clone();
    view! {
        <ChartFrame caption grid=table lang>
            <Picture chart chosen title=title.clone() lang />
        </ChartFrame>
        {move || chart.with(|c| panel(c, chosen.get()).map(|p| sentences(&p.phrases, lang)))}
    }
    .into_any()
}

fn panel(chart: &LineChart, index: usize) -> Option<&Panel> {
    chart.panels.get(index)
}

/// The picture of the chosen panel with what is read from it.
#[component]
fn Picture(chart: Memo<Arc<LineChart>>, chosen: RwSignal<usize>, title: String, lang: Lang) -> impl IntoView {
    let (area, width) = measured();
    let whole = RwSignal::new(false);
    let scene = Memo::new(move |_| chart.with(|c| drawn(c, chosen.get(), whole.get(), width.get(), lang)));
    let cursor = RwSignal::new(None::<usize>);
    Effect::new(move || {
        chosen.track();
        whole.track();
        cursor.set(None);
    });
    let legend = move || chart.with(|c| panel(c, chosen.get()).and_then(|p| line_legend(p, lang)));
    let spot = move || scene.with(|s| cursor.get().and_then(|i| s.spots.get(i).copied()));
    let read = move || {
        chart.with(|c| match (spot(), panel(c, chosen.get())) {
            (Some(spot), Some(panel)) => reading(c, panel, spot.at, lang),
            _ => Vec::new(),
        })
    };
    let points = move |ev: PointerEvent| cursor.set(scene.with(|s| s.nearest(f64::from(ev.offset_x()), 0.0, true)));
    let keys = move |ev: KeyboardEvent| {
        let panels = chart.with_untracked(|c| c.panels.len());
        if step(&ev, cursor, scene.with(|s| s.spots.len())) || change_panel(&ev, chosen, panels) {
            ev.prevent_default();
        }
    };
    let hint = title.clone() + " " + ui(lang).chart_keys;
    let unit = chart.with_untracked(|c| axis_title(c));
    let shortened = Memo::new(move |_| chart.with(|c| panel(c, chosen.get()).and_then(recent).is_some()));
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
            {move || read().into_iter().map(|text| view! { <span>{text}</span> }).views()}
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
