//! What runs over time, as rows: lines with their ranges and marks.

use std::collections::BTreeMap;

use sanpo_api::{BookWord, LabelCode, LineChart, LineRole, Moment, NumberFormat, Panel, SheetName};
use sanpo_tasks::OutCell;

use super::drawing::{Drawing, Paint, Shape, Track as Drawn};
use super::sheets::at;
use super::{In, Page};

/// Panels that are drawn; the rows hold all.
pub const MAX_DRAWN: usize = 6;

/// Rows drawn before a forecast, as many as it has this many times, and in all at least [`LEAST_SEEN`].
const PAST: u32 = 4;
/// See [`PAST`].
const LEAST_SEEN: u32 = 60;

/// Columns of a chart of lines, in the order in which they are written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Track {
    Line(u8),
    /// An end of a range of so many percent: the lower one, then the upper one.
    Edge(u8, bool),
    Marks,
}

/// Values of tracks by panel and moment.
type Values = BTreeMap<(usize, i64), BTreeMap<Track, f64>>;

/// A chart of lines: a row a moment.
pub fn lines<'a>(name: SheetName, chart: &LineChart, into: &In) -> Page<'a> {
    let (tracks, values) = gathered(chart);
    let named = is_named(chart.panels.iter().map(|panel| &panel.name));
    let mut header = if named { vec![into.code(LabelCode::Series)] } else { vec![] };
    header.push(into.code(LabelCode::Time));
    let first = header.len();
    header.extend(tracks.iter().map(|track| track_name(*track, into)));
    let says = into.says(&chart.caption);
    let drawings = drawings(chart, &says, &header, &tracks, &values);
    let row = |((panel, moment), found): ((usize, i64), BTreeMap<Track, f64>)| {
        let mut cells = vec![OutCell::Time(Moment(moment), chart.grain)];
        cells.extend(tracks.iter().map(|t| found.get(t).map_or(OutCell::Empty, |v| OutCell::number(*v))));
        if named {
            cells.insert(0, OutCell::Text(chart.panels[panel].name.clone()));
        }
        cells
    };
    let rows: Vec<Vec<OutCell>> = values.into_iter().map(row).collect();
    let unit = NumberFormat::Plain { unit: chart.unit.clone() };
    Page { drawings, ..Page::new(name, says, header, rows).formatted(first, &unit) }
}

fn gathered(chart: &LineChart) -> (Vec<Track>, Values) {
    let mut tracks: Vec<Track> = Vec::new();
    let mut values = Values::new();
    let mut put = |panel: usize, track: Track, x: &[f64], y: &[f64]| {
        if !tracks.contains(&track) {
            tracks.push(track);
        }
        for (x, y) in x.iter().zip(y) {
            values.entry((panel, *x as i64)).or_default().insert(track, *y);
        }
    };
    for (number, panel) in chart.panels.iter().enumerate() {
        for line in &panel.lines {
            put(number, Track::Line(line.role as u8), &line.x, &line.y);
        }
        for band in &panel.bands {
            put(number, Track::Edge(band.level, false), &band.x, &band.lower);
            put(number, Track::Edge(band.level, true), &band.x, &band.upper);
        }
        for mark in &panel.marks {
            put(number, Track::Marks, &[mark.x], &[mark.y]);
        }
    }
    tracks.sort_unstable();
    (tracks, values)
}

/// A drawing for each of the first panels.
fn drawings(chart: &LineChart, says: &str, header: &[String], tracks: &[Track], values: &Values) -> Vec<Drawing> {
    let before = header.len() - tracks.len();
    let mut levels: Vec<u8> =
        tracks.iter().filter_map(|t| if let Track::Edge(l, false) = t { Some(*l) } else { None }).collect();
    levels.sort_unstable();
    let mut next = 1;
    let mut drawings = Vec::new();
    for (number, panel) in chart.panels.iter().enumerate() {
        let rows = values.range((number, i64::MIN)..=(number, i64::MAX)).count() as u32;
        let last = next + rows.saturating_sub(1);
        let first = next.max((last + 1).saturating_sub(seen(panel)));
        next += rows;
        if rows == 0 || drawings.len() == MAX_DRAWN {
            continue;
        }
        let mut order: Vec<usize> = (0..tracks.len()).collect();
        order.sort_by_key(|place| layer(tracks[*place]));
        let drawn = order.into_iter().map(|place| Drawn {
            name: header[before + place].clone(),
            columns: (at(before - 1), at(before + place)),
            rows: (first, last),
            paint: look(tracks[place], &levels),
        });
        let title = if panel.name.is_empty() { says.to_owned() } else { panel.name.clone() };
        let axes = (header[before - 1].clone(), chart.value.clone());
        drawings.push(Drawing::Chart {
            shape: Shape::Lines(chart.grain),
            title,
            axes,
            tracks: drawn.collect(),
            numbers: String::new(),
        });
    }
    drawings
}

/// Rows of a panel that its drawing shows, the last ones: beside years of history nobody would see the forecast.
fn seen(panel: &Panel) -> u32 {
    let steps = panel.lines.iter().find(|line| line.role == LineRole::Forecast).map(|line| line.x.len() as u32);
    steps.map_or(u32::MAX, |steps| steps.saturating_mul(PAST + 1).max(LEAST_SEEN))
}

/// What lies below what: ranges, expected values, other lines, marks.
fn layer(track: Track) -> u8 {
    match track {
        Track::Edge(..) => 0,
        Track::Line(role) if role == LineRole::Expected as u8 => 1,
        Track::Line(_) => 2,
        Track::Marks => 3,
    }
}

fn look(track: Track, levels: &[u8]) -> Paint {
    match track {
        Track::Line(role) if role == LineRole::Actual as u8 => Paint::Line(0x333333),
        Track::Line(role) if role == LineRole::Forecast as u8 => Paint::Line(0x0017C1),
        Track::Line(role) if role == LineRole::PastForecast as u8 || role == LineRole::LastForecast as u8 => {
            Paint::Line(0x00829A)
        }
        Track::Line(_) => Paint::Line(0x927200),
        Track::Edge(level, _) => Paint::Edge(levels.iter().position(|known| *known == level).unwrap_or_default() as u8),
        Track::Marks => Paint::Marks,
    }
}

fn track_name(track: Track, into: &In) -> String {
    const ROLES: [(LineRole, LabelCode); 4] = [
        (LineRole::Actual, LabelCode::Actual),
        (LineRole::Forecast, LabelCode::Forecast),
        (LineRole::PastForecast, LabelCode::PastForecast),
        (LineRole::LastForecast, LabelCode::LastForecast),
    ];
    match track {
        Track::Edge(level, false) => into.code(LabelCode::Lower(level)),
        Track::Edge(level, true) => into.code(LabelCode::Upper(level)),
        // One for each stretch; the rows of a stretch are told by the sheet of results.
        Track::Marks => into.book(BookWord::Peak),
        Track::Line(role) => {
            let known = ROLES.into_iter().find(|(known, _)| *known as u8 == role);
            into.code(known.map_or(LabelCode::Expected, |(_, code)| code))
        }
    }
}

/// Whether there are names of series to write.
pub fn is_named<'a>(mut names: impl Iterator<Item = &'a String>) -> bool {
    names.any(|name| !name.is_empty())
}
