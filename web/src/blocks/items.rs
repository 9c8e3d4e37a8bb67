//! Series by what needs attention, small charts of the first ones; choosing one leads to its large chart.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::{Block, ItemList, Lang, LineChart, Words};
use sanpo_chart::{Size, small};
use sanpo_text::{Text, ui};
use wasm_bindgen::JsCast;

use super::chooser::Chosen;
use super::grid::{Grid, Press, grid_table};
use super::svg::{draw_all, view_box};
use super::table::grid;
use crate::platform::focus_on;
use crate::state::App;
use crate::views::{Views, live};

/// Small charts that are shown at first, and how many are few enough to show them all.
const FIRST: usize = 8;
const FEW: usize = 12;
/// Columns of the list that they show beside the name.
const AMOUNT: usize = 1;
const CHANGE: usize = 2;
const REMARK: usize = 5;
/// Their size.
const SIZE: Size = Size { width: 240.0, height: 80.0 };

/// A list of series.
#[component]
pub fn ItemsBlock(
    /// The list.
    list: ItemList,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let caption = Text.phrase(lang, &list.table.caption);
    let chosen = use_context::<Chosen>();
    let able = list.panels.iter().map(Option::is_some).collect();
    let panels = list.panels.clone();
    let act = Callback::new(move |row: usize| {
        if let (Some(chosen), Some(panel)) = (chosen, panels.get(row).copied().flatten()) {
            chosen.0.set(panel as usize);
            show_charts();
        }
    });
    let grid = Arc::new(grid(&list.table, lang));
    view! {
        {charts(grid.clone(), &list.panels, act, lang)}
        {grid_table(grid, caption, true, lang, Some(Press { able, act }))}
    }
}

/// The chart that has a panel for each series.
fn drawn() -> Option<LineChart> {
    let report = untrack(|| App::here().run.finished())?.report;
    let mut blocks = report.sections.iter().flat_map(|section| &section.blocks);
    blocks.find_map(|block| match block {
        Block::Line(chart) if chart.panels.len() > 1 => Some(chart.clone()),
        _ => None,
    })
}

/// A small chart of each series that has a large one, the first of the list first.
fn charts(grid: Arc<Grid>, panels: &[Option<u32>], act: Callback<usize>, lang: Lang) -> Option<AnyView> {
    let chart = drawn()?;
    let places: Vec<(usize, usize)> =
        panels.iter().enumerate().filter_map(|(row, panel)| Some((row, (*panel)? as usize))).collect();
    let all = places.len();
    let shown = RwSignal::new(if places.len() > FEW { FIRST } else { FEW });
    let one = move |(row, panel): &(usize, usize)| {
        let named =
            |column: usize| Some((ui(lang).chart.named)(&grid.head.get(column)?.0, grid.rows.get(*row)?.get(column)?));
        let cells = grid.rows.get(*row)?;
        // The remark where there is one, else the change.
        let remark = cells.get(REMARK).filter(|text| !text.is_empty()).cloned();
        let says = [cells.first()?.clone(), named(AMOUNT)?, remark.or_else(|| named(CHANGE))?];
        Some(small_chart(says, draw_all(&small(chart.panels.get(*panel)?, SIZE)), *row, act))
    };
    let rest = move || {
        (shown.get() < all).then(|| {
            view! {
                <button type="button" class="button button-text chart-turn" on:click=move |_| shown.set(all)>
                    {ui(lang).chart.small_more}
                </button>
            }
        })
    };
    let view = view! {
        <div class="small-charts">
            <p>{ui(lang).chart.small_charts}</p>
            <ul>{live(move || places.iter().take(shown.get()).filter_map(&one).views())}</ul>
            {live(rest)}
        </div>
    };
    (all > 1).then(|| view.into_any())
}

/// Its name, the mean to come, what to know of it, and the lines.
fn small_chart(says: [String; 3], lines: Vec<AnyView>, row: usize, act: Callback<usize>) -> AnyView {
    let [name, amount, more] = says;
    view! {
        <li>
            <button type="button" class="small-chart" on:click=move |_| act.run(row)>
                <span class="strong">{name}</span>
                <span>{amount}</span>
                <span class="note">{more}</span>
                <svg class="chart-picture" aria-hidden="true" viewBox=view_box(SIZE)>
                    {lines}
                </svg>
            </button>
        </li>
    }
    .into_any()
}

/// Leads to the chooser above the first chart.
fn show_charts() {
    if let Ok(Some(found)) = document().query_selector(".panel-chooser select") {
        focus_on(found.unchecked_ref());
    }
}
