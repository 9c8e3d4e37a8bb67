//! Which part of a line chart is seen: nearer and farther, earlier and later, by buttons, keys, wheel, mouse and fingers.

use std::sync::Arc;

use leptos::ev::{KeyboardEvent, PointerEvent, WheelEvent};
use leptos::prelude::*;
use sanpo_api::{Lang, LineChart, Moment, Panel};
use sanpo_chart::{Scene, Window, is_part, moved, recent, whole, zoomed};
use sanpo_text::{date, ui};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// A step nearer; a step farther is its inverse.
const NEARER: f64 = 0.5;
/// Share of the picture by which a press moves.
const BY: f64 = 0.25;

/// What is seen of the chosen panel of a chart.
#[derive(Clone, Copy)]
pub struct View {
    chart: Memo<Arc<LineChart>>,
    chosen: RwSignal<usize>,
    /// The window that the person chose.
    window: RwSignal<Option<Window>>,
    /// Pointers that are down, with their places.
    down: StoredValue<Vec<(i32, f64)>>,
}

impl View {
    /// The end of a long history, or all of it.
    pub fn new(chart: Memo<Arc<LineChart>>, chosen: RwSignal<usize>) -> Self {
        let view = Self { chart, chosen, window: RwSignal::new(None), down: StoredValue::new(Vec::new()) };
        Effect::new(move || {
            chosen.track();
            view.window.set(None);
        });
        view
    }

    /// Something about the panel and the window; `None` where there is no panel.
    pub fn with<T>(&self, about: impl FnOnce(&Panel, Window) -> T) -> Option<T> {
        self.chart.with(|chart| {
            let panel = chart.panels.get(self.chosen.get())?;
            let usual = || recent(panel).unwrap_or_else(|| whole(panel));
            Some(about(panel, self.window.get().unwrap_or_else(usual)))
        })
    }

    /// Whether something lies outside.
    pub fn is_part(&self) -> bool {
        self.with(is_part).unwrap_or(false)
    }

    fn change(&self, to: &dyn Fn(&Panel, Window) -> Window) {
        let window = untrack(|| self.with(to));
        self.window.set(window);
    }

    /// Nearer or farther; the moment at a share of the picture keeps its place.
    fn zoom(&self, share: f64, factor: f64) {
        self.change(&|panel, window| zoomed(panel, window, window.0 + share * (window.1 - window.0), factor));
    }

    /// Earlier or later by a share of the picture.
    pub fn shift(&self, share: f64) {
        self.change(&|panel, window| moved(panel, window, share));
    }

    fn show_whole(&self) {
        self.change(&|panel, _| whole(panel));
    }

    /// Plus, minus and 0; Shift with an arrow moves where something lies outside. True when it did.
    pub fn key(&self, ev: &KeyboardEvent, scene: &Scene, at: Option<f64>) -> bool {
        if ev.ctrl_key() || ev.meta_key() || ev.alt_key() {
            return false;
        }
        let middle = at.map_or(0.5, |x| share(scene, x));
        match ev.key().as_str() {
            "+" | "=" | ";" => self.zoom(middle, NEARER),
            "-" | "_" => self.zoom(middle, 1.0 / NEARER),
            "0" => self.show_whole(),
            "ArrowLeft" if ev.shift_key() && untrack(|| self.is_part()) => self.shift(-BY),
            "ArrowRight" if ev.shift_key() && untrack(|| self.is_part()) => self.shift(BY),
            _ => return false,
        }
        true
    }

    /// With Ctrl the wheel zooms, sideways it moves; otherwise it is the page's. True when it did.
    pub fn wheel(&self, ev: &WheelEvent, scene: &Scene) -> bool {
        let (across, down) = (ev.delta_x(), ev.delta_y());
        if ev.ctrl_key() || ev.meta_key() {
            self.zoom(share(scene, f64::from(ev.offset_x())), 1.0 + (down / 400.0).clamp(-0.25, 0.25));
        } else if across.abs() > down.abs() && untrack(|| self.is_part()) {
            self.shift(across / width(scene));
        } else {
            return false;
        }
        true
    }

    /// A pointer goes down or up.
    pub fn press(&self, ev: &PointerEvent, down: bool) {
        let id = ev.pointer_id();
        self.down.update_value(|all| {
            all.retain(|(known, _)| *known != id);
            if down {
                all.push((id, f64::from(ev.offset_x())));
            }
        });
        if let Some(catch) = ev.target().and_then(|t| t.dyn_into::<Element>().ok()).filter(|_| down) {
            let _ = catch.set_pointer_capture(id);
        }
    }

    /// A pointer that is down moves: one drags the picture, two pull it apart. False when it only points.
    pub fn drag(&self, ev: &PointerEvent, scene: &Scene) -> bool {
        let (id, x) = (ev.pointer_id(), f64::from(ev.offset_x()));
        let before = self.down.get_value();
        self.down.update_value(|all| all.iter_mut().filter(|(known, _)| *known == id).for_each(|place| place.1 = x));
        match before.as_slice() {
            [(only, from)] if *only == id && untrack(|| self.is_part()) => self.shift((from - x) / width(scene)),
            [a, b] if a.0 == id || b.0 == id => {
                let other = if a.0 == id { b.1 } else { a.1 };
                let from = if a.0 == id { a.1 } else { b.1 };
                let factor = (from - other).abs().max(1.0) / (x - other).abs().max(1.0);
                self.zoom(share(scene, (x + other) / 2.0), factor);
            }
            _ => return false,
        }
        true
    }
}

fn width(scene: &Scene) -> f64 {
    (scene.plot[2] - scene.plot[0]).max(1.0)
}

/// Where a pixel lies between the ends of the picture.
fn share(scene: &Scene, x: f64) -> f64 {
    ((x - scene.plot[0]) / width(scene)).clamp(0.0, 1.0)
}

/// The buttons below a chart, and which time it shows.
pub fn tools(view: View, scene: Memo<Scene>, lang: Lang) -> AnyView {
    let button = move |sign: &'static str, name: &'static str, act: fn(View)| {
        view! {
            <button type="button" class="button chart-tool" aria-label=name title=name on:click=move |_| act(view)>
                {sign}
            </button>
        }
        .into_any()
    };
    let is_part = Memo::new(move |_| view.is_part());
    let ends = Memo::new(move |_| view.with(|panel, _| recent(panel)).flatten().is_some());
    let other =
        move || if ends.get() && !is_part.get() { ui(lang).chart.recent_history } else { ui(lang).chart.whole_history };
    let turn = move |_| if is_part.get_untracked() { view.show_whole() } else { view.window.set(None) };
    let stretch = move || {
        let (first, last) = scene.with(|s| Some((s.spots.first()?.at, s.spots.last()?.at)))?;
        let at = |secs: f64| view.chart.with_untracked(|c| date(lang, Moment(secs as i64), c.grain));
        is_part.get().then(|| (ui(lang).data.range)(&at(first), &at(last)))
    };
    let crowded =
        move || (view.chart.with(|c| c.complete) && scene.with(|s| s.crowded)).then_some(ui(lang).chart.chart_crowded);
    view! {
        <div class="chart-tools">
            {button("＋", ui(lang).chart.zoom_in, |v| v.zoom(0.5, NEARER))}
            {button("−", ui(lang).chart.zoom_out, |v| v.zoom(0.5, 1.0 / NEARER))}
            {button("◀", ui(lang).chart.chart_earlier, |v| v.shift(-BY))}
            {button("▶", ui(lang).chart.chart_later, |v| v.shift(BY))}
            <button type="button" class="button button-text" on:click=turn>
                {Signal::derive(other)}
            </button>
            <span class="note" role="status">
                {Signal::derive(stretch)}
                " "
                {Signal::derive(crowded)}
            </span>
        </div>
    }
    .into_any()
}
