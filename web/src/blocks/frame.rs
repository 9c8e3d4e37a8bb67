//! What every chart has around it: its takeaway, a table with the same values, and ways to take it along.

use std::sync::Arc;

use crate::views::live;
use leptos::html::Figure;
use leptos::prelude::*;
use sanpo_api::Lang;
use sanpo_text::ui;

use super::grid::{Grid, grid_table};
use super::saving::saving;

/// Builds the table when somebody asks for it.
pub type MakeGrid = Arc<dyn Fn() -> Grid + Send + Sync>;

/// A figure with its caption, a button that turns the chart into a table and back, and buttons that save the chart.
#[component]
pub fn ChartFrame(
    /// The takeaway.
    caption: String,
    /// The same values as a table.
    grid: MakeGrid,
    /// The language.
    lang: Lang,
    /// The chart. It stays where it is while its table is shown: a report and paper show it in any case.
    children: Children,
) -> impl IntoView {
    let as_table = RwSignal::new(false);
    let figure = NodeRef::<Figure>::new();
    let title = caption.clone();
    let name = caption.clone();
    view! {
        <figure class="chart" node_ref=figure>
            <figcaption class="chart-caption">{caption}</figcaption>
            <div class="chart-drawn" hidden=as_table>{children()}</div>
            {live(move || as_table.get().then(|| grid_table(Arc::new(grid()), title.clone(), false, lang, None)))}
            <div class="chart-turns">
                <button
                    type="button"
                    class="button button-text button-small chart-turn"
                    on:click=move |_| as_table.update(|t| *t = !*t)
                >
                    {Signal::derive(move || if as_table.get() { ui(lang).chart.as_chart } else { ui(lang).chart.as_table })}
                </button>
                {live(move || (!as_table.get()).then(|| saving(figure, name.clone(), lang)))}
            </div>
        </figure>
    }
}
