//! A plain table: the table blocks and the charts' other form.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::Lang;
use sanpo_text::ui;

/// Rows that are shown at first, and that each press adds at most.
const FIRST: usize = 20;
const MORE: usize = 100;

/// A table in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// Headings, and whether the column is aligned like numbers.
    pub head: Vec<(String, bool)>,
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
    let heading = |(text, number): &(String, bool)| {
        view! { <th scope="col" class:is-number=*number>{text.clone()}</th> }
    };
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
                            class="button button-text"
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
    let cell = |(text, (_, number)): (&String, &(String, bool))| {
        view! { <td class:is-number=*number>{text.clone()}</td> }
    };
    view! { <tr>{cells.map(cell).collect_view()}</tr> }
}
