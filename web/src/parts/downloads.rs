//! Saving a result.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::{ExportKind, FileFormat, Report};
use sanpo_text::Ui;

use super::{Icon, Picture};
use crate::blocks::PaperButton;
use crate::platform::print;
use crate::state::{App, Side};
use crate::views::live;

/// What can be saved of a result.
#[component]
pub fn Downloads(
    /// The result.
    #[prop(into)]
    report: Signal<Arc<Report>>,
    /// Whether a project takes the data along; it outlives a report that is drawn again.
    with_data: RwSignal<bool>,
) -> impl IntoView {
    let app = App::here();
    let has = move |kind| report.with(|r| r.exports.contains(&kind));
    let way = move |primary: bool, name: fn(&'static Ui) -> &'static str, kind: ExportKind, format: FileFormat| {
        let class = if primary { "button button-primary" } else { "button button-secondary" };
        view! {
            <button type="button" class=class on:click=move |_| app.export(kind, format)>
                <Icon picture=Picture::Download />
                {app.say(name)}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="downloads">
            {live(move || has(ExportKind::Sheet).then(|| way(true, |w| w.saving.save_workbook, ExportKind::Sheet, FileFormat::Workbook)))}
            <PaperButton report />
            <details>
                <summary class="button button-secondary">{app.say(|w| w.saving.save_more)}</summary>
                <ul>
                    {live(move || has(ExportKind::Sheet).then(|| view! {
                        <li>
                            {way(false, |w| w.saving.save_sheet, ExportKind::Sheet, FileFormat::Csv)}
                            <p class="note">{app.say(|w| w.saving.save_sheet_says)}</p>
                        </li>
                        <li>
                            {way(false, |w| w.saving.save_shift_jis, ExportKind::Sheet, FileFormat::CsvShiftJis)}
                            <p class="note">{app.say(|w| w.saving.save_shift_jis_says)}</p>
                        </li>
                    }))}
                    {live(move || has(ExportKind::Plain).then(|| view! {
                        <li>
                            {way(false, |w| w.saving.save_plain, ExportKind::Plain, FileFormat::Csv)}
                            <p class="note">{app.say(|w| w.saving.save_plain_says)}</p>
                        </li>
                    }))}
                    <li>
                        <button
                            type="button"
                            class="button button-secondary"
                            on:click=move |_| app.export_project(with_data.get())
                        >
                            <Icon picture=Picture::Download />
                            {app.say(|w| w.saving.save_project)}
                        </button>
                        <p class="note">{app.say(|w| w.saving.save_project_says)}</p>
                        <label class="check">
                            <input
                                type="checkbox"
                                prop:checked=with_data
                                on:change=move |_| with_data.update(|with| *with = !*with)
                            />
                            {app.say(|w| w.saving.save_project_data)}
                        </label>
                    </li>
                    <li>
                        <button type="button" class="button button-secondary" on:click=move |_| print()>
                            {app.say(|w| w.saving.save_print)}
                        </button>
                    </li>
                    <li class="note">{Signal::derive(move || about(app, |w| [w.saving.save_workbook, w.saving.save_workbook_says]))}</li>
                    <li class="note">{Signal::derive(move || about(app, |w| [w.saving.paper, w.saving.paper_says]))}</li>
                </ul>
            </details>
            <p role="status" class="note">{Signal::derive(move || said(app))}</p>
        </div>
    }
}

/// What a button that has no room for it saves.
fn about(app: App, pick: fn(&'static Ui) -> [&'static str; 2]) -> String {
    let words = app.place.words();
    let [name, says] = pick(words);
    (words.chart.named)(name, says)
}

fn said(app: App) -> Option<String> {
    match app.run.side.get() {
        Side::Saving => Some(app.place.words().saving.saving.to_owned()),
        Side::Saved(name) => Some((app.place.words().saving.saved)(&name)),
        Side::Idle | Side::Applying(_) => None,
    }
}
