//! A picture whose places are read by pointer or arrow keys.

use std::sync::Arc;

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use sanpo_api::Lang;
use sanpo_chart::{Node, Scene, coordinate};
use sanpo_text::ui;

use super::frame::{ChartFrame, MakeGrid};
use super::legend::legend;
use super::svg::{draw_all, view_box};
use super::width::measured;
use crate::views::{Views, fresh, live};

/// Draws for a width.
pub type Draw = Arc<dyn Fn(f64) -> Scene + Send + Sync>;
/// What there is to read at a place, by its index.
pub type Read = Arc<dyn Fn(usize) -> Vec<String> + Send + Sync>;

/// A chart in its frame, whose table `grid` makes. A function, so that it is compiled once.
pub fn pointed(
    caption: String,
    grid: MakeGrid,
    items: Vec<(Node, String)>,
    draw: Draw,
    read: Read,
    lang: Lang,
) -> AnyView {
    let title = caption.clone();
    view! {
        <ChartFrame caption grid lang>
            {picture(draw, items, title, read, lang)}
        </ChartFrame>
    }
    .into_any()
}

/// The picture with its legend.
fn picture(draw: Draw, items: Vec<(Node, String)>, title: String, read: Read, lang: Lang) -> AnyView {
    let (area, width) = measured();
    let scene = fresh(move || draw(width.get()));
    let cursor = RwSignal::new(None::<usize>);
    let point = move |ev: PointerEvent| {
        cursor.set(scene.with_untracked(|s| s.nearest(f64::from(ev.offset_x()), f64::from(ev.offset_y()), false)));
    };
    let keys = move |ev: KeyboardEvent| {
        let Some(last) = scene.with_untracked(|s| s.spots.len().checked_sub(1)) else { return };
        let now = cursor.get_untracked();
        cursor.set(match ev.key().as_str() {
            "ArrowLeft" => Some(now.map_or(last, |i| i.saturating_sub(1))),
            "ArrowRight" => Some(now.map_or(0, |i| (i + 1).min(last))),
            "Home" => Some(0),
            "End" => Some(last),
            "Escape" => None,
            _ => return,
        });
        ev.prevent_default();
    };
    let spot = move || scene.with(|s| cursor.get().and_then(|i| s.spots.get(i).copied()));
    let texts = move || spot().map(|spot| read(spot.index)).unwrap_or_default();
    let ring = |spot: sanpo_chart::Spot| {
        view! {
            <g class="chart-pointer">
                <circle class="chart-ring" cx=coordinate(spot.x) cy=coordinate(spot.y) r="8" />
            </g>
        }
    };
    let hint = title.clone() + " " + ui(lang).chart.point_keys;
    view! {
        {(items.len() > 1).then(|| legend(items))}
        <div class="chart-area" node_ref=area tabindex="0" role="application" aria-label=hint on:keydown=keys>
            <svg
                class="chart-picture"
                role="img"
                aria-label=title
                viewBox=move || scene.with(|s| view_box(s.size))
            >
                {live(move || scene.with(|s| draw_all(&s.nodes)))}
                {live(move || spot().map(ring))}
            </svg>
            <div class="chart-catch" on:pointermove=point on:pointerdown=point></div>
        </div>
        <p class="chart-reading" aria-live="polite">
            {live(move || texts().into_iter().map(|text| view! { <span>{text}</span> }).views())}
        </p>
    }
    .into_any()
}
