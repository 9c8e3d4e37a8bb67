//! Which series the charts of a report show: one choice for all of them.

use crate::views::Views;
use leptos::prelude::*;
use sanpo_api::Lang;
use sanpo_text::ui;

/// Panel that is shown by every chart of a report with several; the charts of series have them in the same order.
#[derive(Clone, Copy)]
pub struct Chosen(pub RwSignal<usize>);

/// The choice for a chart of so many panels.
pub fn chosen(panels: usize) -> RwSignal<usize> {
    use_context::<Chosen>().filter(|_| panels > 1).map_or_else(|| RwSignal::new(0), |c| c.0)
}

/// A list to choose a series from; nothing for a single one.
pub fn chooser(names: Vec<String>, chosen: RwSignal<usize>, lang: Lang) -> Option<AnyView> {
    let several = names.len() > 1;
    let option = |(i, name): (usize, String)| {
        view! { <option value=i.to_string() selected=Signal::derive(move || chosen.get() == i)>{name}</option> }
    };
    let options = names.into_iter().enumerate().map(option).views();
    let put = move |ev| chosen.set(event_target_value(&ev).parse().unwrap_or_default());
    several.then(|| {
        view! {
            <label class="panel-chooser">
                <span class="strong">{ui(lang).chart.choose_panel}</span>
                <select class="select" prop:value=Signal::derive(move || chosen.get().to_string()) on:change=put>
                    {options}
                </select>
            </label>
        }
        .into_any()
    })
}
