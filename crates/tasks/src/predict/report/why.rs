//! Which columns tell most.

use sanpo_api::{Bar, BarChart, Block, Label, NumberFormat, Phrase, PredictPhrase};

use super::View;

/// Bars drawn.
const MAX_BARS: usize = 12;

/// Columns with their share of the importance, largest first.
pub fn ranked(view: &View) -> Vec<(String, f64)> {
    let total: f64 = view.blend.importance.iter().filter(|v| **v > 0.0).sum();
    let mut ranked: Vec<(String, f64)> = view
        .run
        .specs
        .iter()
        .zip(&view.blend.importance)
        .filter(|(_, importance)| **importance > 0.0)
        .map(|(spec, importance)| (spec.name.clone(), importance / total))
        .collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    ranked
}

/// A sentence and bars.
pub fn blocks(view: &View) -> Vec<Block> {
    let ranked = ranked(view);
    if ranked.is_empty() {
        return vec![];
    }
    let columns = ranked.iter().take(3).map(|(name, _)| name.clone()).collect();
    let bars = ranked.into_iter().take(MAX_BARS).map(|(name, value)| Bar { label: Label::Text(name), value });
    vec![
        Block::Sentences { phrases: vec![Phrase::Predict(PredictPhrase::Drivers { columns })] },
        Block::Bars(BarChart {
            caption: Phrase::Predict(PredictPhrase::ImportanceCaption),
            format: NumberFormat::Percent,
            bars: bars.collect(),
        }),
    ]
}
