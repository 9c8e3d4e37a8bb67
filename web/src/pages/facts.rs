//! The file as bytes and rows.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::{Lang, Profile};

use crate::state::App;

/// The file as bytes and rows.
#[component]
pub fn Facts(profile: Arc<Profile>) -> impl IntoView {
    let app = App::here();
    let line = |(name, text): (&'static str, String)| view! { <div><dt>{name}</dt><dd>{text}</dd></div> };
    view! {
        <dl class="card facts">{move || facts(app.place.lang.get(), &profile).into_iter().map(line).collect_view()}</dl>
    }
}

fn facts(lang: Lang, profile: &Profile) -> Vec<(&'static str, String)> {
    let (ui, file) = (sanpo_text::ui(lang), &profile.file);
    let size = format!("{} ({})", sanpo_text::bytes(lang, file.size_bytes), (ui.bytes_exact)(file.size_bytes));
    let mut facts = vec![
        (ui.fact_name, file.name.clone()),
        (ui.fact_rows, (ui.rows)(file.data_rows)),
        (ui.fact_columns, (ui.columns)(profile.columns.len())),
        (ui.fact_size, size),
        (ui.fact_encoding, file.encoding.clone()),
    ];
    facts.extend(file.delimiter.map(|d| (ui.fact_delimiter, (ui.delimiter)(d))));
    facts.push((ui.fact_header, file.header_row.map_or(ui.value_none.to_owned(), |row| (ui.row_number)(row + 1))));
    facts
}
