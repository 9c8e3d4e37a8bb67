//! The values of a line chart at a moment, in words, and all of them as a table.

use sanpo_api::{Band, Label, LabelCode, Lang, Line, LineChart, Moment, Panel, Words};
use sanpo_chart::merge;
use sanpo_text::{Text, date, line_role, number, ui, with_unit};

use super::grid::{Grid, Look};

/// Rows of the table of a chart.
const ROWS: usize = 200;

/// What there is to read at a moment: the date first, then each line, range and mark that has something there.
pub fn reading(chart: &LineChart, panel: &Panel, at: f64, lang: Lang) -> Vec<String> {
    let words = ui(lang);
    let text = |value: f64| with_unit(lang, number(lang, value), chart.unit.as_deref());
    let mut out = vec![date(lang, Moment(at as i64), chart.grain)];
    for line in &panel.lines {
        if let Some(value) = line_at(line, at) {
            out.push((words.chart.named)(line_role(lang, line.role), &text(value)));
        }
    }
    for band in &panel.bands {
        if let Some((low, high)) = band_at(band, at) {
            out.push((words.chart.named)(
                &(words.chart.band)(band.level),
                &(words.chart.between)(&text(low), &text(high)),
            ));
        }
    }
    out.extend(panel.marks.iter().filter(|m| m.x == at).map(|m| Text.phrase(lang, &m.phrase)));
    out
}

/// The values of a panel, one row a moment; the last ones where there are many.
pub fn grid(chart: &LineChart, panel: &Panel, lang: Lang) -> Grid {
    let code = |code: LabelCode| Text.label(lang, &Label::Code(code));
    let moments = panel.lines.iter().fold(Vec::new(), |known, line| merge(&known, &line.x, |at| *at));
    let mut head = vec![(code(LabelCode::Time), Look::Short)];
    head.extend(panel.lines.iter().map(|l| (line_role(lang, l.role).to_owned(), Look::Number)));
    for band in &panel.bands {
        head.push((code(LabelCode::Lower(band.level)), Look::Number));
        head.push((code(LabelCode::Upper(band.level)), Look::Number));
    }
    let text = |value: Option<f64>| value.map(|v| number(lang, v)).unwrap_or_default();
    let row = |at: &f64| {
        let mut row = vec![date(lang, Moment(*at as i64), chart.grain)];
        row.extend(panel.lines.iter().map(|l| text(line_at(l, *at))));
        for band in &panel.bands {
            let found = band_at(band, *at);
            row.push(text(found.map(|f| f.0)));
            row.push(text(found.map(|f| f.1)));
        }
        row
    };
    let start = moments.len().saturating_sub(ROWS);
    Grid { head, rows: moments[start..].iter().map(row).collect(), total: moments.len() }
}

fn line_at(line: &Line, at: f64) -> Option<f64> {
    let value = *line.y.get(place(&line.x, at)?)?;
    value.is_finite().then_some(value)
}

fn band_at(band: &Band, at: f64) -> Option<(f64, f64)> {
    let place = place(&band.x, at)?;
    let (low, high) = (*band.lower.get(place)?, *band.upper.get(place)?);
    (low.is_finite() && high.is_finite()).then_some((low, high))
}

/// Where a moment stands among ascending ones.
fn place(x: &[f64], at: f64) -> Option<usize> {
    let place = x.partition_point(|v| *v < at);
    (x.get(place) == Some(&at)).then_some(place)
}
