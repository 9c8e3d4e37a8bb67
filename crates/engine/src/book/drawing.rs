//! Drawings beside the rows that they show: the spreadsheet program draws them from the cells.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine,
    ChartLineDashType, ChartMarker, ChartMarkerType, ChartSeries, ChartSolidFill, ChartType,
    ConditionalFormat2ColorScale, Worksheet, XlsxError,
};
use sanpo_api::Grain;

use super::cells::pattern;
use super::look::Look;

/// Size in pixels.
const SIZE: (u32, u32) = (760, 400);
/// Rows of a sheet that a drawing takes with the gap below it.
const ROWS: u32 = 18;
/// Columns of the usual width that a drawing takes.
pub const COLUMNS: u16 = 12;
/// Colours of groups, in the order of the screen's.
const GROUPS: [u32; 8] = [0x0017C1, 0x00829A, 0x927200, 0x6D2700, 0x5C10BE, 0x197A4B, 0xC31B4A, 0x626264];
/// Colour of the lines behind a drawing.
const GRID: u32 = 0xD9D9D9;
/// Colours of the darkest and the lightest cell of a table of shades.
const SHADES: (u32, u32) = (0xF2F4FF, 0x7096F8);

/// The row where the `place`th drawing of a sheet begins, below the heading.
pub fn row(place: usize) -> u32 {
    1 + place as u32 * ROWS
}

/// What to draw of the rows.
#[derive(Clone)]
pub enum Drawing {
    /// Lines, bars or points.
    Chart {
        /// How the tracks are drawn.
        shape: Shape,
        /// What it shows.
        title: String,
        /// Names of the horizontal and the vertical axis; empty for none.
        axes: (String, String),
        /// What is drawn, the lowest first.
        tracks: Vec<Track>,
        /// How the numbers beside the axis of values look; left to the program where empty.
        numbers: String,
    },
    /// The cells themselves, the darker the larger: so many rows and columns behind the first of each.
    Shades(u32, u16),
}

/// How tracks are drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Lines over time of a grain.
    Lines(Grain),
    /// Parts above each other over time of a grain.
    Stack(Grain),
    /// Bars from left to right, the first on top.
    Bars,
    /// Points in a plane.
    Points,
    /// A curve of one percentage over another.
    Curve,
}

/// A part of two columns.
#[derive(Clone)]
pub struct Track {
    /// Its name.
    pub name: String,
    /// The column of times, names or horizontal positions, and that of the values.
    pub columns: (u16, u16),
    /// The first and the last row.
    pub rows: (u32, u32),
    /// How it looks.
    pub paint: Paint,
}

/// How a track looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    /// A line in a colour.
    Line(u32),
    /// An end of a range, the first of them the nearest.
    Edge(u8),
    /// Marks only.
    Marks,
    /// The colour of a group.
    Group(usize),
}

impl Drawing {
    /// Whether it takes room of its own.
    pub fn is_chart(&self) -> bool {
        matches!(self, Self::Chart { .. })
    }

    /// Writes the values at the axis as the looks of the columns say.
    pub fn written_as(&mut self, looks: &[Look]) {
        if let Self::Chart { tracks, numbers, .. } = self {
            let look = tracks.first().and_then(|track| looks.get(usize::from(track.columns.1)));
            *numbers = look.map(|look| look.pattern.clone()).unwrap_or_default();
        }
    }

    /// Puts the drawing of what is on the sheet of this name at a row and a column.
    pub fn put(&self, sheet: &mut Worksheet, name: &str, row: u32, column: u16) -> Result<(), XlsxError> {
        match self {
            Self::Shades(rows, columns) => {
                let (light, dark) = SHADES;
                let scale = ConditionalFormat2ColorScale::new().set_minimum_color(light).set_maximum_color(dark);
                sheet.add_conditional_format(1, 1, *rows, *columns, &scale)?;
            }
            Self::Chart { shape, title, axes, tracks, numbers } => {
                let mut chart = chart(*shape, title, axes, tracks, name);
                if !numbers.is_empty() && matches!(shape, Shape::Lines(_) | Shape::Stack(_)) {
                    chart.y_axis().set_num_format(numbers);
                }
                sheet.insert_chart(row, column, &chart)?;
            }
        }
        Ok(())
    }
}

fn chart(shape: Shape, title: &str, axes: &(String, String), tracks: &[Track], sheet: &str) -> Chart {
    let mut chart = Chart::new(match shape {
        Shape::Lines(_) => ChartType::Line,
        Shape::Stack(_) => ChartType::ColumnStacked,
        Shape::Bars => ChartType::Bar,
        Shape::Points => ChartType::Scatter,
        Shape::Curve => ChartType::ScatterStraight,
    });
    for track in tracks {
        paint(chart.add_series(), track, shape, sheet);
    }
    let font = |size| {
        let mut font = ChartFont::new();
        font.set_size(size);
        font
    };
    chart.title().set_name(&plain(title)).set_font(font(11).set_bold());
    chart.set_alt_text(title).set_width(SIZE.0).set_height(SIZE.1);
    if tracks.len() > 1 {
        chart.legend().set_position(ChartLegendPosition::Bottom);
    } else {
        chart.legend().set_hidden();
    }
    for (axis, name) in [(0, &axes.0), (1, &axes.1)].into_iter().filter(|(_, name)| !name.is_empty()) {
        let axis = if axis == 0 { chart.x_axis() } else { chart.y_axis() };
        axis.set_name(&plain(name)).set_name_font(font(9).unset_bold());
    }
    let mut pale = ChartLine::new();
    pale.set_color(GRID);
    chart.y_axis().set_major_gridlines_line(&pale);
    along(&mut chart, shape);
    chart
}

/// A name that is never taken for the address of cells: an address would become a formula, or a sheet that is not there.
fn plain(name: &str) -> String {
    let bare = name.replace('!', "！");
    bare.strip_prefix('=').map_or_else(|| bare.clone(), |rest| format!("＝{rest}"))
}

/// What the axis of times or names needs.
fn along(chart: &mut Chart, shape: Shape) {
    // Names stay at the edge where values fall below zero.
    match shape {
        Shape::Lines(grain) | Shape::Stack(grain) => {
            let axis = chart.x_axis().set_label_position(ChartAxisLabelPosition::Low).set_num_format(pattern(grain));
            // A date axis knows days; hours are names to it.
            match grain {
                Grain::Day | Grain::Week | Grain::Month => axis.set_date_axis(true),
                _ => axis.set_text_axis(true),
            };
        }
        Shape::Bars => {
            // The writer counts axes as they lie: names stand on the upright one.
            chart.y_axis().set_reverse().set_label_position(ChartAxisLabelPosition::Low);
            chart.x_axis().set_hidden(true).set_major_gridlines(false);
        }
        Shape::Points => {
            chart.x_axis().set_label_position(ChartAxisLabelPosition::Low);
            chart.y_axis().set_label_position(ChartAxisLabelPosition::Low);
        }
        Shape::Curve => {
            chart.x_axis().set_min(0).set_max(100);
            chart.y_axis().set_min(0).set_max(100);
        }
    }
}

fn paint(series: &mut ChartSeries, track: &Track, shape: Shape, sheet: &str) {
    let ((x, y), (first, last)) = (track.columns, track.rows);
    series
        .set_name(&plain(&track.name))
        .set_categories((sheet, first, x, last, x))
        .set_values((sheet, first, y, last, y));
    let group = |number: usize| GROUPS[number % GROUPS.len()];
    match (track.paint, shape) {
        (Paint::Group(number), Shape::Points) => {
            marks(series, ChartMarkerType::Circle, 4, group(number));
        }
        (Paint::Group(number), Shape::Bars) => {
            series.set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(group(number))));
            series.set_gap(60).set_data_label(ChartDataLabel::new().show_value());
        }
        (Paint::Group(number), Shape::Stack(_)) => {
            series.set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(group(number))));
        }
        (Paint::Group(number), _) => line(series, group(number), 2.0, ChartLineDashType::Solid),
        (Paint::Line(color), _) => line(series, color, 1.75, ChartLineDashType::Solid),
        (Paint::Edge(0), _) => line(series, 0x4979F5, 1.0, ChartLineDashType::Dash),
        (Paint::Edge(_), _) => line(series, 0x9DB7F9, 1.0, ChartLineDashType::SquareDot),
        (Paint::Marks, _) => marks(series, ChartMarkerType::Diamond, 8, 0xC31B4A),
    }
}

fn line(series: &mut ChartSeries, color: u32, width: f64, dash: ChartLineDashType) {
    let mut line = ChartLine::new();
    line.set_color(color).set_width(width).set_dash_type(dash);
    series.set_format(ChartFormat::new().set_line(&line)).set_marker(ChartMarker::new().set_none());
}

fn marks(series: &mut ChartSeries, kind: ChartMarkerType, size: u8, color: u32) {
    let mut look = ChartFormat::new();
    look.set_solid_fill(ChartSolidFill::new().set_color(color)).set_no_border();
    series.set_format(ChartFormat::new().set_no_line());
    series.set_marker(ChartMarker::new().set_type(kind).set_size(size).set_format(&mut look));
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn no_name_is_an_address() {
        assert_eq!(["=[x]", "結果!A1", "=a!B2", "A=B"].map(plain), ["＝[x]", "結果！A1", "＝a！B2", "A=B"]);
    }
}
