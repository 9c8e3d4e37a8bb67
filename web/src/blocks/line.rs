//! Lines over time: one panel at a time, values read by pointer or arrow keys.

use std::sync::Arc;

use leptos::ev::{KeyboardEvent, PointerEvent, WheelEvent};
use leptos::prelude::*;
use sanpo_api::{ForecastPhrase, Lang, LineChart, Panel, Phrase, TrialPhrase, Words};
use sanpo_chart::{Scene, Size, coordinate, cut, is_part, line};
use sanpo_text::{Text, counts, ui};

use super::axis_words::AxisWords;
use super::chooser::{chooser, chosen};
use super::frame::ChartFrame;
use super::legend::line_legend;
use super::reading::{grid, reading};
use super::sentences::sentences;
use super::svg::{draw_all, view_box};
use super::view::{View, tools};
use super::width::measured;
use crate::views::{Views, fresh, live};

/// Share of the picture by which reading on at an edge moves it.
const EDGE: f64 = 0.1;

/// A line chart.
#[component]
pub fn LineBlock(
    /// The chart.
    chart: LineChart,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    // Groups are no series, and a former forecast has series and an order of its own: their choice is not that of the others.
    let apart = matches!(
        chart.caption,
        Phrase::Forecast(ForecastPhrase::GroupTotals { .. }) | Phrase::Trial(TrialPhrase::PromiseCaption { .. })
    );
    let chosen = if apart { RwSignal::new(0) } else { chosen(chart.panels.len()) };
    let names = chart.panels.iter().map(|p| p.name.clone()).collect();
    let chart = Arc::new(chart);
    view! {
        {chooser(names, chosen, lang)}
        {figure(fresh(move || chart.clone()), chosen, lang)}
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
        {live(move || chart.with(|c| panel(c, chosen.get()).map(|p| sentences(&p.phrases, lang))))}
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
    let view = View::new(chart, chosen);
    let scene = fresh(move || drawn(chart, view, width.get(), lang));
    // The moment that is read.
    let cursor = RwSignal::new(None::<f64>);
    Effect::new(move || {
        chosen.track();
        cursor.set(None);
    });
    let legend = move || chart.with(|c| panel(c, chosen.get()).and_then(|p| line_legend(p, lang)));
    let spot = move || scene.with(|s| s.spots.get(place(s, cursor.get()?)?).copied());
    let read = move || {
        chart.with(|c| match (spot(), panel(c, chosen.get())) {
            (Some(spot), Some(panel)) => reading(c, panel, spot.at, lang),
            _ => Vec::new(),
        })
    };
    let point = move |ev: &PointerEvent| {
        let near = |s: &Scene| Some(s.spots[s.nearest(f64::from(ev.offset_x()), f64::from(ev.offset_y()), true)?].at);
        cursor.set(scene.with_untracked(near));
    };
    let keys = move |ev: KeyboardEvent| {
        let panels = chart.with_untracked(|c| c.panels.len());
        let at = untrack(spot).map(|s| s.x);
        let zoomed = scene.with_untracked(|s| view.key(&ev, s, at));
        if zoomed || step(&ev, cursor, scene, view) || change_panel(&ev, chosen, panels) {
            ev.prevent_default();
        }
    };
    let wheel = move |ev: WheelEvent| {
        if scene.with_untracked(|s| view.wheel(&ev, s)) {
            ev.prevent_default();
        }
    };
    let hint = title.clone() + " " + ui(lang).chart.chart_keys;
    let unit = Signal::derive(move || chart.with(|c| axis_title(c, panel(c, chosen.get()), lang)));
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
                    cursor.set(scene.with_untracked(|s| s.spots.last().map(|s| s.at)));
                }
            }
        >
            <svg
                class="chart-picture"
                role="img"
                aria-label=title
                viewBox=move || scene.with(|s| view_box(s.size))
            >
                {live(move || scene.with(|s| draw_all(&s.nodes)))}
                {live(move || spot().map(|spot| scene.with(|s| pointer(s, spot.x, spot.y))))}
            </svg>
            <div
                class="chart-catch"
                class:is-movable=Signal::derive(move || view.is_part())
                on:pointermove=move |ev| {
                    if !scene.with_untracked(|s| view.drag(&ev, s)) {
                        point(&ev);
                    }
                }
                on:pointerdown=move |ev| {
                    view.press(&ev, true);
                    point(&ev);
                }
                on:pointerup=move |ev| view.press(&ev, false)
                on:pointercancel=move |ev| view.press(&ev, false)
                on:wheel=wheel
            ></div>
        </div>
        <p class="chart-reading" aria-live="polite">
            {live(move || read().into_iter().map(|text| view! { <span>{text}</span> }).views())}
        </p>
        {tools(view, scene, lang)}
    }
}

fn drawn(chart: Memo<Arc<LineChart>>, view: View, width: f64, lang: Lang) -> Scene {
    let size = Size { width, height: (width * 0.45).clamp(260.0, 420.0) };
    let (grain, counted) = chart.with(|c| (c.grain, counts(c.unit.as_deref())));
    let empty = Panel { name: String::new(), phrases: vec![], lines: vec![], bands: vec![], marks: vec![] };
    let scene = |panel: &Panel| line(panel, grain, size, &AxisWords(lang, counted));
    let seen = view.with(|panel, window| match is_part(panel, window) {
        true => scene(&cut(panel, window)),
        false => scene(panel),
    });
    seen.unwrap_or_else(|| scene(&empty))
}

/// The value axis: the series where there are several, the user's column and its unit.
fn axis_title(chart: &LineChart, panel: Option<&Panel>, lang: Lang) -> String {
    let value = match chart.unit.as_deref().filter(|u| !u.is_empty()) {
        Some(unit) => chart.value.clone() + &sanpo_text::slot_unit(lang, unit),
        None => chart.value.clone(),
    };
    let name = panel.map(|p| &p.name).filter(|name| !name.is_empty());
    name.map_or_else(|| value.clone(), |name| (ui(lang).chart.named)(name, &value))
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

/// The spot of a moment.
fn place(scene: &Scene, at: f64) -> Option<usize> {
    let place = scene.spots.partition_point(|s| s.at < at);
    scene.spots.get(place).filter(|s| s.at == at).map(|_| place)
}

/// Moves along the points: arrows by one, with Shift by seven, Home and End to the ends, Escape away. At an edge behind which
/// there is more, the picture moves on. True when it did.
fn step(ev: &KeyboardEvent, cursor: RwSignal<Option<f64>>, scene: Memo<Scene>, view: View) -> bool {
    let by = if ev.shift_key() { 7 } else { 1 };
    let key = ev.key();
    let now = || cursor.get_untracked().and_then(|at| scene.with_untracked(|s| place(s, at)));
    let last = || scene.with_untracked(|s| s.spots.len().saturating_sub(1));
    match (key.as_str(), now()) {
        ("ArrowLeft", Some(i)) if i < by => view.shift(-EDGE),
        ("ArrowRight", Some(i)) if i + by > last() => view.shift(EDGE),
        _ => {}
    }
    let next = match (key.as_str(), now()) {
        ("ArrowLeft", now) => Some(now.map_or(last(), |i| i.saturating_sub(by))),
        ("ArrowRight", now) => Some(now.map_or(0, |i| (i + by).min(last()))),
        ("Home", _) => Some(0),
        ("End", _) => Some(last()),
        ("Escape", _) => None,
        _ => return false,
    };
    cursor.set(scene.with_untracked(|s| s.spots.get(next?).map(|s| s.at)));
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
