//! What lines, ranges and marks mean: a sample of each with its words.

use leptos::prelude::*;
use sanpo_api::{Lang, LineRole, MarkKind, Panel};
use sanpo_chart::Node;
use sanpo_text::help::RANGE;
use sanpo_text::{line_role, mark, ui};

use super::svg::draw;
use crate::parts::term;
use crate::views::Views;

/// The legend of a line chart's panel; nothing for a single line without more.
pub fn line_legend(panel: &Panel, lang: Lang) -> Option<AnyView> {
    let roles = [
        LineRole::Actual,
        LineRole::Forecast,
        LineRole::WhatIf,
        LineRole::PastForecast,
        LineRole::LastForecast,
        LineRole::Expected,
    ];
    let kinds = [MarkKind::High, MarkKind::Low, MarkKind::Odd];
    let lines = roles.iter().filter(|role| panel.lines.iter().any(|line| line.role == **role));
    let mut items: Vec<(Node, String)> = lines.map(|r| (line_sample(*r), line_role(lang, *r).to_owned())).collect();
    let bands = panel.bands.iter().enumerate();
    items.extend(bands.map(|(i, band)| (band_sample(i), (ui(lang).chart.band)(band.level))));
    let marks = kinds.iter().filter(|kind| panel.marks.iter().any(|m| m.kind == **kind));
    items.extend(marks.map(|k| (mark_sample(*k), mark(lang, *k).to_owned())));
    let word = panel.bands.iter().any(|band| band.level > 0).then(|| term(&RANGE, lang));
    (items.len() > 1).then(|| view! { <div class="titled">{legend(items)} {word}</div> }.into_any())
}

/// A legend of samples and words.
pub fn legend(items: Vec<(Node, String)>) -> AnyView {
    let item = |(sample, words): (Node, String)| {
        view! {
            <li>
                <svg class="legend-sample" viewBox="0 0 30 18" aria-hidden="true">
                    {draw(&sample)}
                </svg>
                {words}
            </li>
        }
    };
    view! { <ul class="legend">{items.into_iter().map(item).views()}</ul> }.into_any()
}

/// A sample of a line.
pub fn line_sample(role: LineRole) -> Node {
    let class = match role {
        LineRole::Actual => "chart-line chart-actual",
        LineRole::Forecast => "chart-line chart-forecast",
        LineRole::PastForecast | LineRole::LastForecast => "chart-line chart-past",
        LineRole::WhatIf => "chart-line chart-what-if",
        LineRole::Expected => "chart-line chart-expected",
    };
    let stroke = Node::Path { class: "chart-stroke", d: "M1 9L29 9".to_owned() };
    Node::Group { class, children: vec![stroke] }
}

fn band_sample(index: usize) -> Node {
    let class = if index == 0 { "chart-band chart-band-wide" } else { "chart-band chart-band-narrow" };
    Node::Rect { class, x: 1.0, y: 2.0, width: 28.0, height: 14.0 }
}

fn mark_sample(kind: MarkKind) -> Node {
    let (class, d) = match kind {
        MarkKind::High => ("chart-mark chart-mark-high", "M15 3L22 14L8 14Z"),
        MarkKind::Low => ("chart-mark chart-mark-low", "M15 15L22 4L8 4Z"),
        MarkKind::Odd => ("chart-mark chart-mark-odd", "M15 1L22 9L15 17L8 9Z"),
    };
    Node::Path { class, d: d.to_owned() }
}
