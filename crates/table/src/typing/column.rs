//! A typed column, and what was seen on the way to it.

use sanpo_api::{ColumnType, Grain, Moment};

use crate::cells::date::Order;

use super::{BadCells, Dictionary, Origins, Rivals, YearSource};

/// Values of a column.
pub enum Data {
    /// Numbers, `NaN` where missing.
    Numbers(Vec<f64>),
    /// Seconds since 1970, `i64::MIN` where missing.
    Moments(Vec<i64>),
    /// Codes into the levels, [`MISSING`] where missing.
    Texts(Vec<u32>, Dictionary),
}

/// A column with its type.
pub struct Column {
    /// Its place among the fields of a record.
    pub field: usize,
    /// Clean, unique name.
    pub name: String,
    /// The header as in the file.
    pub raw: String,
    /// The name was given because there was none, or it was taken.
    pub named: bool,
    /// What it holds.
    pub kind: ColumnType,
    /// Unit of its numbers.
    pub unit: Option<String>,
    /// The unit stood in the cells.
    pub unit_in_cells: bool,
    /// How fine its dates are.
    pub grain: Option<Grain>,
    /// The values.
    pub data: Data,
    /// Cells that did not fit.
    pub bad: BadCells,
    /// Rows that say "closed".
    pub closed: Vec<u32>,
    /// Some dates were in a Japanese era.
    pub era: bool,
    /// Dates had no year: whether another source named it.
    pub year: YearSource,
    /// How its dates were read, and how they could be read as well.
    pub order: Option<(Order, Rivals)>,
    /// Dates carried the mark of UTC and were looked at in Japan.
    pub utc: bool,
    /// Dates were numbers of weeks, and nobody has said how they are counted.
    pub weeks: bool,
    /// Dates whose day of the week belongs to another date: data rows, at most 10, and how many.
    pub weekday_wrong: (usize, Vec<usize>),
    /// The first different cells, at most three, for questions about dates.
    pub examples: Vec<String>,
    /// Dates were day counts of Excel.
    pub serial: bool,
    /// Codes were rounded by Excel.
    pub rounded: bool,
    /// Values in several units were turned into one.
    pub converted: bool,
    /// Numbers in units that measure different things were left as text.
    pub mixed: bool,
    /// The person has said what to do with the units.
    pub units_settled: bool,
    /// Blanks repeat the value of these rows.
    pub origins: Option<Origins>,
    /// Spellings of one thing: examples and how many; merged or only found.
    pub spellings: (usize, Vec<(String, String)>),
    /// The spellings were made one.
    pub merged: bool,
    /// The column is not in the file: it was made from these columns.
    pub made_from: Vec<usize>,
    /// It holds the names of the sheets that were put below each other.
    pub is_sheet: bool,
}

impl Column {
    /// Whether the cells are percentages, which are kept as shares of one: 12.5% is 0.125. A heading's % leaves its numbers alone.
    pub fn is_share(&self) -> bool {
        self.unit_in_cells && self.unit.as_deref() == Some("%")
    }

    /// A column of nothing but values.
    pub fn empty(data: Data) -> Self {
        Self {
            field: 0,
            name: String::new(),
            raw: String::new(),
            named: false,
            kind: ColumnType::Empty,
            unit: None,
            unit_in_cells: false,
            grain: None,
            data,
            bad: BadCells::default(),
            closed: Vec::new(),
            era: false,
            year: YearSource::Cells,
            order: None,
            utc: false,
            weeks: false,
            weekday_wrong: (0, Vec::new()),
            examples: Vec::new(),
            serial: false,
            rounded: false,
            converted: false,
            mixed: false,
            units_settled: false,
            origins: None,
            spellings: (0, Vec::new()),
            merged: false,
            made_from: Vec::new(),
            is_sheet: false,
        }
    }

    /// Number of values, missing ones included.
    pub fn rows(&self) -> usize {
        match &self.data {
            Data::Numbers(values) => values.len(),
            Data::Moments(values) => values.len(),
            Data::Texts(codes, _) => codes.len(),
        }
    }

    /// What tells the value of a row from others.
    pub fn key(&self, row: usize) -> u64 {
        match &self.data {
            Data::Numbers(values) => values[row].to_bits(),
            Data::Moments(values) => values[row] as u64,
            Data::Texts(codes, _) => u64::from(codes[row]),
        }
    }

    /// The first date.
    pub fn first_moment(&self) -> Option<Moment> {
        match &self.data {
            Data::Moments(values) => values.iter().copied().find(|v| *v != i64::MIN).map(Moment),
            _ => None,
        }
    }

    /// Blanks that were filled from above.
    pub fn n_filled(&self) -> usize {
        self.origins.as_ref().map_or(0, |o| o.iter().enumerate().filter(|(row, from)| *row as u32 != **from).count())
    }
}
