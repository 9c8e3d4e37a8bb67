//! The first rows of the file, as they were read.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::{ColumnType, Profile};

use crate::state::App;
use crate::views::{Show, Views, live};

/// Rows that are shown at first.
const FEW: usize = 6;
/// Columns that are shown; a wider table says less, not more.
const COLUMNS: usize = 30;

/// The first rows of the file.
#[component]
pub fn Preview(profile: Signal<Arc<Profile>>) -> impl IntoView {
    let app = App::here();
    let words = move || app.place.words();
    let all = RwSignal::new(false);
    let total = move || profile.with(|p| p.preview.len());
    let shown = move || if all.get() { total() } else { total().min(FEW) };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=Signal::derive(move || (words().data.preview_caption)(shown()))>
            <table class="preview">
                <caption>{Signal::derive(move || (words().data.preview_caption)(shown()))}</caption>
                <thead>
                    <tr>{live(move || headings(app, &profile.get()))}</tr>
                </thead>
                <tbody>{live(move || profile.with(|p| body(app, p, shown())))}</tbody>
            </table>
        </div>
        <Show when=move || FEW < total()>
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

/// Rows of which nothing is known yet but their text.
#[component]
pub fn Rows(header: Vec<String>, rows: Vec<Vec<String>>, #[prop(into)] caption: Signal<&'static str>) -> impl IntoView {
    let app = App::here();
    let head = header.into_iter().take(COLUMNS).map(|name| view! { <th scope="col">{visible(&name)}</th> }).views();
    let cells = move |row: &Vec<String>| row.iter().take(COLUMNS).map(|text| cell(app, text, false)).views();
    let body = move || rows.iter().map(|row| view! { <tr>{cells(row)}</tr> }).views();
    view! {
        <div class="scroll scroll-low" tabindex="0" role="region" aria-label=caption>
            <table class="preview">
                <caption>{caption}</caption>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
}

fn headings(app: App, profile: &Profile) -> impl IntoView + use<> {
    let lang = app.place.lang.get();
    profile
        .columns
        .iter()
        .take(COLUMNS)
        .map(|column| {
            view! {
                <th scope="col" class:is-number=is_number(column.kind)>
                    <span class="column-name">{column.name.clone()}</span>
                    <span class="badge">{sanpo_text::column_type(lang, column.kind)}</span>
                </th>
            }
        })
        .views()
}

fn body(app: App, profile: &Profile, shown: usize) -> impl IntoView + use<> {
    let cells = |row: &Vec<String>| {
        let cells = row.iter().zip(&profile.columns).take(COLUMNS);
        cells.map(|(text, column)| cell(app, text, is_number(column.kind))).views()
    };
    profile.preview.iter().take(shown).map(|row| view! { <tr>{cells(row)}</tr> }).views()
}

fn cell(app: App, text: &str, number: bool) -> AnyView {
    if text.trim().is_empty() {
        return view! { <td class="is-empty">{app.place.words().data.empty_cell}</td> }.into_any();
    }
    view! { <td class:is-number=number>{visible(text)}</td> }.into_any()
}

fn is_number(kind: ColumnType) -> bool {
    kind == ColumnType::Number
}

/// Text in which characters that cannot be seen, or that turn the direction of others, can be seen; cut at a sensible length.
fn visible(text: &str) -> String {
    let hides =
        |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let shown = |c: char| {
        if c == '\n' || c == '\t' {
            ' '
        } else if c.is_control() || hides(c) {
            '□'
        } else {
            c
        }
    };
    let mut out: String = text.chars().take(LONGEST).map(shown).collect();
    if text.chars().nth(LONGEST).is_some() {
        out.push('…');
    }
    out
}

const LONGEST: usize = 60;

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn what_hides_is_shown() {
        assert_eq!(visible("売上\u{202e}vsc\u{0}"), "売上□vsc□");
        assert_eq!(visible("二\n行"), "二 行");
        assert_eq!(visible(&"長".repeat(100)).chars().count(), 61);
    }
}
