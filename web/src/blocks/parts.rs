//! What a forecast is made of: a sentence and a small picture a part; the table shows that they add up.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::{Label, LabelCode, Lang, Line, LineRole, Moment, Panel, Part, PartsChart, PartsPanel, Words};
use sanpo_chart::{Size, line};
use sanpo_text::{Text, counts, date, number, slot_unit};

use super::axis_words::AxisWords;
use super::chooser::{chooser, chosen};
use super::frame::ChartFrame;
use super::grid::{Grid, Look};
use super::svg::{draw_all, view_box};
use super::width::measured;
use crate::views::Views;

/// Height of a part's picture.
const HEIGHT: f64 = 130.0;
/// Two parts stand beside each other in more than this, so far apart.
const TWO: f64 = 760.0;
const GAP: f64 = 32.0;

/// The parts of a forecast.
#[component]
pub fn PartsBlock(
    /// The parts.
    chart: PartsChart,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let series = chosen(chart.panels.len());
    let names = chart.panels.iter().map(|p| p.name.clone()).collect();
    let caption = Text.phrase(lang, &chart.caption);
    let chart = Arc::new(chart);
    let shown = chart.clone();
    let table = Arc::new(move || chart.panels.get(series.get()).map(|p| grid(&chart, p, lang)).unwrap_or_default());
    view! {
        {chooser(names, series, lang)}
        <ChartFrame caption grid=table lang>
            <Pictures chart=shown.clone() series lang />
        </ChartFrame>
    }
}

#[component]
fn Pictures(chart: Arc<PartsChart>, series: RwSignal<usize>, lang: Lang) -> impl IntoView {
    let (area, width) = measured();
    let pictures = move || {
        let panel = chart.panels.get(series.get())?;
        // Two beside each other where there is room, as the style sheet lays them out.
        let width = if width.get() > TWO { (width.get() - GAP) / 2.0 } else { width.get() };
        Some(panel.parts.iter().map(|part| picture(&chart, panel, part, width, lang)).views())
    };
    view! {
        <div node_ref=area>
            <ul class="parts">{pictures}</ul>
        </div>
    }
}

fn picture(chart: &PartsChart, panel: &PartsPanel, part: &Part, width: f64, lang: Lang) -> impl IntoView + use<> {
    let mut known = part.y.iter().filter(|v| v.is_finite());
    let first = known.next();
    let moves = known.any(|v| Some(v) != first);
    let unit = chart.unit.as_deref().filter(|_| moves);
    let counted = counts(unit);
    let drawn = moves.then(|| {
        let lines = vec![Line { role: LineRole::Forecast, x: panel.x.clone(), y: part.y.clone() }];
        let panel = Panel { name: String::new(), phrases: vec![], lines, bands: vec![], marks: vec![] };
        let scene = line(&panel, chart.grain, Size { width, height: HEIGHT }, &AxisWords(lang, counted));
        view! {
            <svg class="chart-picture chart-picture-bars" aria-hidden="true" viewBox=view_box(scene.size)>
                {draw_all(&scene.nodes)}
            </svg>
        }
    });
    view! {
        <li>
            <p>
                <strong>{Text.label(lang, &part.label)}</strong>
                {unit.map(|unit| slot_unit(lang, unit))}
            </p>
            <p>{Text.phrase(lang, &part.phrase)}</p>
            {drawn}
        </li>
    }
}

/// A row a moment that is open: the parts and their sum.
fn grid(chart: &PartsChart, panel: &PartsPanel, lang: Lang) -> Grid {
    let code = |code: LabelCode| Text.label(lang, &Label::Code(code));
    let mut head = vec![(code(LabelCode::Time), Look::Short)];
    head.extend(panel.parts.iter().map(|part| (Text.label(lang, &part.label), Look::Number)));
    head.push((code(LabelCode::Forecast), Look::Number));
    let row = |(i, at): (usize, &f64)| {
        let values = panel.parts.iter().filter_map(|part| part.y.get(i).copied());
        let values: Vec<f64> = values.filter(|v| v.is_finite()).collect();
        if values.is_empty() {
            return None;
        }
        let mut row = vec![date(lang, Moment(*at as i64), chart.grain)];
        row.extend(values.iter().chain([&values.iter().sum()]).map(|v| number(lang, *v)));
        Some(row)
    };
    let rows: Vec<Vec<String>> = panel.x.iter().enumerate().filter_map(row).collect();
    Grid { head, total: rows.len(), rows }
}
