//! What was found in each column.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::{ColumnProfile, ColumnType, Grain, Lang, Moment, Profile};

use super::histogram::Histogram;
use crate::state::App;
use crate::views::{Show, Views, live};

/// Cards that are shown at first.
const FEW: usize = 12;
/// Cards that are shown at most: a file may have thousands of columns.
const MOST: usize = 200;

/// What was found in each column.
#[component]
pub fn ColumnCards(profile: Signal<Arc<Profile>>) -> impl IntoView {
    let app = App::here();
    let words = move || app.place.words();
    let all = RwSignal::new(false);
    let total = Memo::new(move |_| profile.with(|p| p.columns.len().min(MOST)));
    let shown = move || if all.get() { total.get() } else { total.get().min(FEW) };
    let cards = move || {
        let (profile, shown) = (profile.get(), shown());
        let rows = profile.file.data_rows;
        profile.columns.iter().take(shown).map(|c| view! { <ColumnCard column=c.clone() rows /> }).views()
    };
    let rest = move || {
        let all = profile.with(|p| p.columns.len());
        (MOST < all).then(|| (words().data.columns_shown)(shown(), all))
    };
    view! {
        <ul class="column-cards">{cards}</ul>
        <p class="note">{rest}</p>
        <Show when=move || FEW < total.get()>
            <button
                type="button"
                class="button button-text flush"
                aria-expanded=Signal::derive(move || all.get().to_string())
                on:click=move |_| all.update(|a| *a = !*a)
            >
                {Signal::derive(move || if all.get() { words().data.preview_less } else { words().data.preview_more })}
            </button>
        </Show>
    }
}

#[component]
fn ColumnCard(column: ColumnProfile, rows: usize) -> impl IntoView {
    let app = App::here();
    let words = move || app.place.words();
    let lang = move || app.place.lang.get();
    let (kind, role, name, made) = (column.kind, column.role, column.name.clone(), column.made);
    let says = {
        let name = name.clone();
        Signal::derive(move || (words().data.histogram_says)(&name))
    };
    let histogram = column.histogram.clone();
    view! {
        <li class="column-card">
            <h3>{name}</h3>
            <p class="badges">
                <span class=format!("badge badge-{}", tint(kind))>
                    {Signal::derive(move || sanpo_text::column_type(lang(), kind))}
                </span>
                {live(move || role.map(|r| view! { <span class="badge badge-role">{sanpo_text::role(lang(), r)}</span> }.into_any()))}
                {made.then(|| view! { <span class="badge">{app.say(|w| w.data.col_made)}</span> }.into_any())}
            </p>
            {live(move || role.map(|r| view! { <p class="note">{sanpo_text::role_reason(lang(), r)}</p> }.into_any()))}
            {(!histogram.is_empty()).then(|| view! { <Histogram counts=histogram says /> }.into_any())}
            <dl>{live(move || facts(lang(), &column, rows).into_iter().map(fact).views())}</dl>
        </li>
    }
}

fn facts(lang: Lang, column: &ColumnProfile, rows: usize) -> Vec<(&'static str, Option<String>)> {
    let ui = sanpo_text::ui(lang);
    vec![
        (ui.data.col_unit, column.unit.as_deref().map(|unit| sanpo_text::unit(lang, unit).to_owned())),
        (ui.data.col_grain, column.step.map(|step| sanpo_text::steps(lang, 1, step))),
        (ui.data.col_range, range(lang, column)),
        (ui.data.col_unique, Some(sanpo_text::count(lang, column.n_unique))),
        (ui.data.col_missing, Some(missing(lang, column.n_missing.saturating_sub(column.n_closed), rows))),
        (ui.data.col_closed, (column.n_closed > 0).then(|| missing(lang, column.n_closed, rows))),
    ]
}

fn fact((name, text): (&'static str, Option<String>)) -> impl IntoView {
    text.map(|text| view! { <div><dt>{name}</dt><dd>{text}</dd></div> }.into_any())
}

fn missing(lang: Lang, missing: usize, rows: usize) -> String {
    let ui = sanpo_text::ui(lang);
    if missing == 0 {
        return ui.data.no_missing.to_owned();
    }
    let share = sanpo_text::percent(lang, missing as f64 / rows.max(1) as f64);
    (ui.frame.with_remark)(&(ui.data.rows)(missing), &share)
}

/// From the smallest to the largest value, or the most frequent texts.
fn range(lang: Lang, column: &ColumnProfile) -> Option<String> {
    let ui = sanpo_text::ui(lang);
    if let (Some(min), Some(max)) = (column.min, column.max) {
        let text = |value: f64| match column.kind {
            ColumnType::Date => sanpo_text::date(lang, Moment(value as i64), column.grain.unwrap_or(Grain::Day)),
            _ => sanpo_text::with_unit(lang, sanpo_text::number(lang, value), column.unit.as_deref()),
        };
        return Some((ui.data.range)(&text(min), &text(max)));
    }
    let top: Vec<String> =
        column.top.iter().take(3).map(|(text, n)| (ui.data.text_counted)(&short(text), *n)).collect();
    (!top.is_empty()).then(|| top.join(if lang == Lang::Ja { "、" } else { ", " }))
}

fn short(text: &str) -> String {
    const LONGEST: usize = 20;
    let cut: String = text.chars().take(LONGEST).collect();
    if cut.len() < text.len() { cut + "…" } else { cut }
}

fn tint(kind: ColumnType) -> &'static str {
    match kind {
        ColumnType::Date => "date",
        ColumnType::Number => "number",
        ColumnType::Category => "category",
        ColumnType::Text | ColumnType::Id | ColumnType::Empty => "plain",
    }
}
