//! Series by what needs attention; the name of one leads to its chart.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::{ItemList, Lang, Words};
use sanpo_text::Text;
use wasm_bindgen::JsCast;

use super::chooser::Chosen;
use super::grid::{Press, grid_table};
use super::table::grid;
use crate::platform::focus_on;

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
    let panels = list.panels;
    let act = Callback::new(move |row: usize| {
        if let (Some(chosen), Some(panel)) = (chosen, panels.get(row).copied().flatten()) {
            chosen.0.set(panel as usize);
            show_charts();
        }
    });
    let press = Press { able, act };
    grid_table(Arc::new(grid(&list.table, lang)), caption, true, lang, Some(press))
}

/// Leads to the chooser above the first chart.
fn show_charts() {
    if let Ok(Some(found)) = document().query_selector(".panel-chooser select") {
        focus_on(found.unchecked_ref());
    }
}
