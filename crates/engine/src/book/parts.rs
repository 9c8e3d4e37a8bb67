//! The parts of a forecast as rows.

use sanpo_api::{BookWord, LabelCode, Moment, NumberFormat, PartsChart, SheetName};
use sanpo_tasks::OutCell;

use super::drawing::{Drawing, Paint, Shape, Track as Drawn};
use super::lines::{MAX_DRAWN, is_named};
use super::{In, Page};

/// The parts of a forecast, one below the other.
pub fn parts<'a>(name: SheetName, chart: &PartsChart, into: &In) -> Page<'a> {
    let named = is_named(chart.panels.iter().map(|panel| &panel.name));
    let words =
        [into.code(LabelCode::Series), into.code(LabelCode::Time), into.book(BookWord::Item), chart.value.clone()];
    let header: Vec<String> = words.into_iter().skip(usize::from(!named)).collect();
    let first_column = u16::from(named);
    let says = into.says(&chart.caption);
    let mut rows = Vec::new();
    let mut drawings = Vec::new();
    for panel in &chart.panels {
        let mut tracks = Vec::new();
        for (number, part) in panel.parts.iter().enumerate() {
            let name = into.label(&part.label);
            let first = rows.len() as u32 + 1;
            rows.extend(panel.x.iter().zip(&part.y).map(|(x, y)| {
                let (series, part) = (OutCell::Text(panel.name.clone()), OutCell::Text(name.clone()));
                let cells = [series, OutCell::Time(Moment(*x as i64), chart.grain), part, OutCell::number(*y)];
                cells.into_iter().skip(usize::from(!named)).collect()
            }));
            let rows = (first, rows.len() as u32);
            tracks.push(Drawn { name, columns: (first_column, first_column + 2), rows, paint: Paint::Group(number) });
        }
        if drawings.len() < MAX_DRAWN && !panel.x.is_empty() && !tracks.is_empty() {
            let title = if panel.name.is_empty() { says.clone() } else { panel.name.clone() };
            let axes = (header[usize::from(named)].clone(), chart.value.clone());
            drawings.push(Drawing::Chart {
                shape: Shape::Stack(chart.grain),
                title,
                axes,
                tracks,
                numbers: String::new(),
            });
        }
    }
    let unit = NumberFormat::Plain { unit: chart.unit.clone() };
    Page { drawings, ..Page::new(name, says, header, rows).formatted(2 + usize::from(named), &unit) }
}
