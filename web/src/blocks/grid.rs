//! A plain table: the table blocks and the charts' other form.

use std::sync::Arc;

use crate::views::{Views, live};
use leptos::prelude::*;
use sanpo_api::Lang;
use sanpo_text::ui;

/// Rows that are shown at first, unless hardly more follow, and that each press adds at most.
const FIRST: usize = 6;
const FEW: usize = 12;
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

/// What happens when the first cell of a row is pressed.
#[derive(Clone)]
pub struct Press {
    /// Which rows can be pressed.
    pub able: Vec<bool>,
    /// Takes the row.
    pub act: Callback<usize>,
}

/// Draws a table, the first rows first: its caption, read out only where the text already stands above, and what the first
/// cells lead to, if anything. A function, so that it is compiled once.
pub fn grid_table(grid: Arc<Grid>, caption: String, caption_seen: bool, lang: Lang, press: Option<Press>) -> AnyView {
    let rows = grid.rows.len();
    let shown = RwSignal::new(if rows > FEW { FIRST } else { FEW });
    let left = move || rows.saturating_sub(shown.get());
    let (head, body, total) = (grid.clone(), grid.clone(), grid.total);
    let title = caption.clone();
    let note = Signal::derive(move || (ui(lang).report.rows_shown)(rows.min(shown.get()), total));
    let heading = |(text, look): &(String, Look)| view! { <th scope="col" class=look.class()>{text.clone()}</th> };
    view! {
        <div class="grid-scroll" tabindex="0" role="region" aria-label=title>
            <table class="grid">
                <caption class:hidden=!caption_seen>{caption}</caption>
                <thead>
                    <tr>{head.head.iter().map(heading).views()}</tr>
                </thead>
                <tbody>{live(move || (0..rows.min(shown.get())).map(|i| row(&body, i, press.as_ref())).views())}</tbody>
            </table>
        </div>
        {live(move || {
            (left() > 0)
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="button button-text chart-turn"
                            on:click=move |_| shown.update(|n| *n += MORE)
                        >
                            {(ui(lang).report.more_rows)(left().min(MORE))}
                        </button>
                    }
                })
        })}
        {(total > rows).then(|| view! { <p class="note">{note}</p> }.into_any())}
    }
    .into_any()
}

fn row(grid: &Grid, index: usize, press: Option<&Press>) -> impl IntoView + use<> {
    let cells = grid.rows[index].iter().zip(&grid.head).enumerate();
    let press = press.filter(|p| p.able.get(index) == Some(&true));
    let cell = |(i, (text, (_, look))): (usize, (&String, &(String, Look)))| {
        let content = match press.filter(|_| i == 0) {
            Some(press) => pressable(text.clone(), index, press.act),
            None => text.clone().into_any(),
        };
        view! { <td class=look.class()>{content}</td> }
    };
    view! { <tr>{cells.map(cell).views()}</tr> }
}

fn pressable(text: String, row: usize, act: Callback<usize>) -> AnyView {
    view! {
        <button type="button" class="grid-link" on:click=move |_| act.run(row)>
            {text}
        </button>
    }
    .into_any()
}
