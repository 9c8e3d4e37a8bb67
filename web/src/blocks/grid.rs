//! A plain table: the table blocks and the charts' other form.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::Lang;
use sanpo_text::ui;

/// Rows that are shown at first, and that each press adds at most.
const FIRST: usize = 20;
const MORE: usize = 100;

/// How the cells of a column stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// From the left, in as many lines as it takes.
    Text,
    /// In one line.
    Short,
    /// From the right, in one line.
    Number,
}

impl Look {
    fn class(self) -> &'static str {
        match self {
            Self::Text => "",
            Self::Short => "is-short",
            Self::Number => "is-number",
        }
    }
}

/// A table in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// Headings of the columns.
    pub head: Vec<(String, Look)>,
    /// Rows.
    pub rows: Vec<Vec<String>>,
    /// Rows that there are in all.
    pub total: usize,
}

/// Draws a table, the first rows first.
#[component]
pub fn GridTable(
    /// The table.
    grid: Arc<Grid>,
    /// Its caption; read out only where the text already stands above.
    caption: String,
    /// Whether the caption is seen.
    caption_seen: bool,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let shown = RwSignal::new(FIRST);
    let rows = grid.rows.len();
    let left = move || rows.saturating_sub(shown.get());
    let (head, body, total) = (grid.clone(), grid.clone(), grid.total);
    let title = caption.clone();
    let heading = |(text, look): &(String, Look)| view! { <th scope="col" class=look.class()>{text.clone()}</th> };
    view! {
        <div class="grid-scroll" tabindex="0" role="region" aria-label=title>
            <table class="grid">
                <caption class:hidden=!caption_seen>{caption}</caption>
                <thead>
                    <tr>{head.head.iter().map(heading).collect_view()}</tr>
                </thead>
                <tbody>{move || body.rows.iter().take(shown.get()).map(|r| row(&body, r)).collect_view()}</tbody>
            </table>
        </div>
        {move || {
            (left() > 0)
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="button button-text chart-turn"
                            on:click=move |_| shown.update(|n| *n += MORE)
                        >
                            {(ui(lang).more_rows)(left().min(MORE))}
                        </button>
                    }
                })
        }}
        {(total > rows).then(|| view! { <p class="note">{(ui(lang).rows_shown)(rows, total)}</p> })}
    }
}

fn row(grid: &Grid, cells: &[String]) -> impl IntoView + use<> {
    let cells = cells.iter().zip(&grid.head);
    let cell = |(text, (_, look)): (&String, &(String, Look))| view! { <td class=look.class()>{text.clone()}</td> };
    view! { <tr>{cells.map(cell).collect_view()}</tr> }
}
