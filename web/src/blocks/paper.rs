//! The answer on one sheet for somebody else: a file of its own without script, made from what stands on the screen.

use std::sync::Arc;

use js_sys::Array;
use leptos::prelude::*;
use sanpo_api::{ColumnType, Grain, Lang, Moment, Profile, Report};
use sanpo_text::{date_formal, task_name, ui};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use crate::parts::{Icon, Picture};
use crate::platform::{all, as_on_paper, html_element, keep_looks, on_paper, save, size_on_a_sheet, today};
use crate::state::{App, Side, Trouble};

/// How the sheet looks.
const STYLE: &str = include_str!("../../style/report.css");
/// Nothing may be fetched or run by the sheet.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";
/// What means nothing on paper, or has no room on one sheet.
const DROPPED: &str = "button,select,input,label,fieldset,output,details,.chart-reading,.chart-catch,.chart-tools,\
.chart-turns,.sliders,.trial-steps,.term,.what-if,.order>h3+p,.parts svg,.grid-scroll~.note,.panel-chooser,.chart-pointer,\
.report-bar,.small-charts,figure .grid-scroll,.report:has(.small-charts) :is(figure~.grid-scroll,.sentences~figure),.group-cards~figure,[role=status]";
/// Rows of a table that are worth the paper.
const ROWS: usize = 5;

/// Saves the sheet.
#[component]
pub fn PaperButton(report: Signal<Arc<Report>>) -> impl IntoView {
    let app = App::here();
    let press = move |_| {
        as_on_paper(move || {
            let saved = sheet(app, &report.get_untracked());
            // Work under way has more to say.
            if untrack(|| app.run.is_busy()) {
                return;
            }
            app.run.settle();
            match saved {
                Ok(name) => app.run.side.set(Side::Saved(name)),
                Err(cause) => app.run.side_trouble.set(Some(Trouble::NotSaved(format!("{cause:?}")))),
            }
        });
    };
    view! {
        <button type="button" class="button button-secondary" on:click=press>
            <Icon picture=Picture::Sheet />
            {app.say(|w| w.saving.paper)}
        </button>
    }
}

/// Saves the sheet; gives the file's name.
fn sheet(app: App, report: &Report) -> Result<String, JsValue> {
    let lang = app.place.lang.get_untracked();
    let profile = app.data.profile.get_untracked().ok_or(JsValue::NULL)?;
    let shown = document().query_selector(".report")?.ok_or(JsValue::NULL)?;
    let title = (ui(lang).report.result_of)(&profile.file.name);
    let (body, size) = on_paper(|paper| {
        let body = html_element("main", &[], "")?;
        paper.append_child(&body)?;
        body.append_child(&*html_element("p", &[("class", "task")], task_name(lang, report.task))?)?;
        body.append_child(&*html_element("h1", &[], &title)?)?;
        let answer: Element = shown.clone_node_with_deep(true)?.unchecked_into();
        body.append_child(&answer)?;
        cleaned(&answer, lang)?;
        body.append_child(&*facts(&profile, lang)?)?;
        let size = size_on_a_sheet(STYLE, paper, &body)?;
        Ok((body.outer_html(), size))
    })?;
    let code = if lang == Lang::Ja { "ja" } else { "en" };
    let title = html_element("title", &[], &title)?.outer_html();
    let head = format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\"><head><meta charset=\"utf-8\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\
         <meta name=\"viewport\" content=\"width=device-width\">{title}\
         <style>{STYLE}@media print{{main{{zoom:{size}%}}}}</style></head><body>"
    );
    let parts = Array::of3(&head.into(), &body.into(), &"</body></html>\n".into());
    let name = (ui(lang).saving.paper_name)(stem(&profile.file.name));
    save(&name, "text/html", &parts).map(|()| name)
}

/// What can be pressed goes, of pictures the first of a section stays, of tables the first rows.
fn cleaned(answer: &Element, lang: Lang) -> Result<(), JsValue> {
    for link in all(answer, ".grid-link") {
        // The name stays.
        link.parent_element().ok_or(JsValue::NULL)?.set_text_content(link.text_content().as_deref());
    }
    for chooser in all(answer, ".panel-chooser") {
        // Charts and sentences below are those of what was chosen.
        let name = all(&chooser, "option[selected]").first().and_then(|o| o.text_content()).unwrap_or_default();
        let name = html_element("h3", &[], &name)?;
        chooser.parent_element().ok_or(JsValue::NULL)?.insert_before(&name, Some(&chooser))?;
    }
    all(answer, DROPPED).iter().for_each(Element::remove);
    // A chart that the person turned into a table is a chart here.
    all(answer, "[hidden]").iter().try_for_each(|chart| chart.remove_attribute("hidden"))?;
    for section in all(answer, ".report-part") {
        all(&section, "figure").iter().skip(1).for_each(Element::remove);
    }
    // A name with nothing below it.
    all(answer, "h3:last-child,h3:has(+h3)").iter().for_each(Element::remove);
    for table in all(answer, ".grid") {
        let rows = all(&table, "tbody tr");
        rows.iter().skip(ROWS).for_each(Element::remove);
        if rows.len() > ROWS {
            let note = html_element("p", &[("class", "note")], &(ui(lang).saving.first_rows)(ROWS))?;
            table.parent_element().ok_or(JsValue::NULL)?.append_child(&note)?;
        }
    }
    for area in all(answer, "[tabindex]") {
        for name in ["tabindex", "role", "aria-label"] {
            area.remove_attribute(name)?;
        }
    }
    all(answer, "svg").iter().try_for_each(keep_looks)
}

/// What the answer was made from, when, and with what.
fn facts(profile: &Profile, lang: Lang) -> Result<Element, JsValue> {
    let words = ui(lang);
    let mut facts = vec![
        (words.data.fact_name, profile.file.name.clone()),
        (words.data.fact_rows, (words.data.rows)(profile.file.data_rows)),
    ];
    facts.extend(period(profile, lang).map(|period| (words.saving.paper_period, period)));
    facts.push((words.saving.paper_made, date_formal(lang, today(), Grain::Day)));
    facts.push((words.saving.paper_version, concat!("Sanpo ", env!("CARGO_PKG_VERSION")).to_owned()));
    let section = html_element("section", &[("class", "facts")], "")?;
    section.append_child(&*html_element("h2", &[], words.saving.paper_data)?)?;
    let list = html_element("dl", &[], "")?;
    for (name, value) in facts {
        let line = html_element("div", &[], "")?;
        line.append_child(&*html_element("dt", &[], name)?)?;
        line.append_child(&*html_element("dd", &[], &value)?)?;
        list.append_child(&line)?;
    }
    section.append_child(&list)?;
    Ok(section)
}

/// From the first to the last moment of the first column of dates.
fn period(profile: &Profile, lang: Lang) -> Option<String> {
    let column = profile.columns.iter().find(|c| c.kind == ColumnType::Date)?;
    let at = |secs: f64| date_formal(lang, Moment(secs as i64), column.grain.unwrap_or(Grain::Day));
    Some((ui(lang).data.range)(&at(column.min?), &at(column.max?)))
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
