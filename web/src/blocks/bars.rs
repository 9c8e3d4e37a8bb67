//! Bars: names, lengths and values are all written out, so nothing needs to be pointed at.

use std::sync::Arc;

use crate::views::{fresh, live};
use leptos::prelude::*;
use sanpo_api::{BarChart, Lang, Words};
use sanpo_chart::{BarItem, bars};
use sanpo_text::{Text, formatted, ui};

use super::frame::ChartFrame;
use super::grid::{Grid, Look};
use super::svg::{draw_all, view_box};
use super::width::measured;

/// A bar chart.
#[component]
pub fn BarsBlock(
    /// The chart.
    chart: BarChart,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let caption = Text.phrase(lang, &chart.caption);
    let item = |bar: &sanpo_api::Bar| BarItem {
        label: Text.label(lang, &bar.label),
        value: bar.value,
        text: formatted(lang, &chart.format, bar.value),
    };
    let items: Arc<Vec<BarItem>> = Arc::new(chart.bars.iter().map(item).collect());
    let title = caption.clone();
    let rows = items.clone();
    view! {
        <ChartFrame caption grid=Arc::new(move || grid(&rows, lang)) lang>
            <Picture items=items.clone() title=title.clone() />
        </ChartFrame>
    }
}

#[component]
fn Picture(items: Arc<Vec<BarItem>>, title: String) -> impl IntoView {
    let (area, width) = measured();
    let scene = fresh(move || bars(&items, width.get().min(760.0)));
    view! {
        <div class="chart-area" node_ref=area>
            <svg
                class="chart-picture chart-picture-bars"
                role="img"
                aria-label=title
                viewBox=move || scene.with(|s| view_box(s.size))
            >
                {live(move || scene.with(|s| draw_all(&s.nodes)))}
            </svg>
        </div>
    }
}

fn grid(items: &[BarItem], lang: Lang) -> Grid {
    let head =
        vec![(ui(lang).chart.bar_name.to_owned(), Look::Text), (ui(lang).chart.bar_value.to_owned(), Look::Number)];
    Grid { head, rows: items.iter().map(|i| vec![i.label.clone(), i.text.clone()]).collect(), total: items.len() }
}
