//! Saving a result.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::{ExportKind, FileFormat, Report};

use super::{Icon, Picture};
use crate::blocks::PaperButton;
use crate::platform::print;
use crate::state::{App, Side};
use crate::views::Show;

/// What can be saved of a result.
#[component]
pub fn Downloads(#[prop(into)] report: Signal<Arc<Report>>) -> impl IntoView {
    let app = App::here();
    let with_data = RwSignal::new(true);
    let has = move |kind| report.with(|r| r.exports.contains(&kind));
    view! {
        <ul class="downloads">
            <Show when=move || has(ExportKind::Sheet)>
                <Download
                    class="button-primary"
                    name=app.say(|w| w.save_workbook)
                    says=app.say(|w| w.save_workbook_says)
                    save=move || app.export(ExportKind::Sheet, FileFormat::Workbook)
                />
                <Download
                    class="button-secondary"
                    name=app.say(|w| w.save_sheet)
                    says=app.say(|w| w.save_sheet_says)
                    save=move || app.export(ExportKind::Sheet, FileFormat::Csv)
                />
                <Download
                    class="button-secondary"
                    name=app.say(|w| w.save_shift_jis)
                    says=app.say(|w| w.save_shift_jis_says)
                    save=move || app.export(ExportKind::Sheet, FileFormat::CsvShiftJis)
                />
            </Show>
            <Show when=move || has(ExportKind::Plain)>
                <Download
                    class="button-secondary"
                    name=app.say(|w| w.save_plain)
                    says=app.say(|w| w.save_plain_says)
                    save=move || app.export(ExportKind::Plain, FileFormat::Csv)
                />
            </Show>
            <li>
                <button type="button" class="button button-secondary" on:click=move |_| app.export_project(with_data.get())>
                    <Icon picture=Picture::Download />
                    {app.say(|w| w.save_project)}
                </button>
                <p class="note">{app.say(|w| w.save_project_says)}</p>
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=with_data
                        on:change=move |_| with_data.update(|with| *with = !*with)
                    />
                    {app.say(|w| w.save_project_data)}
                </label>
            </li>
            <li>
                <PaperButton report />
            </li>
            <li>
                <button type="button" class="button button-text" on:click=move |_| print()>
                    {app.say(|w| w.save_print)}
                </button>
            </li>
        </ul>
        <p role="status" class="note">{Signal::derive(move || said(app))}</p>
    }
}

fn said(app: App) -> Option<String> {
    match app.run.side.get() {
        Side::Saving => Some(app.place.words().saving.to_owned()),
        Side::Saved(name) => Some((app.place.words().saved)(&name)),
        Side::Idle | Side::Applying(_) => None,
    }
}

#[component]
fn Download(
    class: &'static str,
    name: Signal<&'static str>,
    says: Signal<&'static str>,
    save: impl Fn() + Copy + 'static,
) -> impl IntoView {
    view! {
        <li>
            <button type="button" class=format!("button {class}") on:click=move |_| save()>
                <Icon picture=Picture::Download />
                {name}
            </button>
            <p class="note">{says}</p>
        </li>
    }
}
