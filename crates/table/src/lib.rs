//! From bytes to a typed table and its profile; regular grids and recency-frequency-monetary tables from it.
//!
//! [`read`] walks through the rooms of this crate: `route` (what kind of file), `decode` (which encoding), `dialect` (which
//! separator), `records` (fields), `extent` (header, titles, totals, notes), `cells` (numbers, dates, marks), `typing` (one
//! type a column), `profile` (what the first screen shows). The typed table is a polars data frame, which no signature shows.

mod cells;
mod civil;
mod decode;
mod dialect;
mod extent;
mod grid;
mod profile;
mod reason;
mod records;
mod rfm;
mod route;
mod table;
mod typing;

use sanpo_api::{Choices, FileFacts, Format, Problem};

pub use civil::{iso, moment_at};
pub use grid::{Grid, GridRequest, GridSeries, Merge};
pub use reason::reason_code;
pub use rfm::Rfm;
pub use table::{Categories, Table};

use records::Splitter;

/// Fewest data rows that make a table.
const LEAST_ROWS: usize = 2;

/// Reads a file: delimited text of any encoding, separator and layout.
///
/// `progress` is told the share done, 0 to 1. Fails with the kind of file where it is not delimited text, and with `EmptyFile`,
/// `NotATable`, `NoDataRows`, `TooFewRows`, `TooManyColumns`, `TooBig`.
///
/// ```
/// # use sanpo_api::{Choices, Problem};
/// let file = "日付,売上\n2024/4/1,\"1,200\"\n2024/4/2,980\n";
/// let table = sanpo_table::read("sales.csv", file.as_bytes(), &Choices::default(), &mut |_| ())?;
/// assert_eq!(table.numbers("売上")?, [1200.0, 980.0]);
/// # Ok::<(), Problem>(())
/// ```
pub fn read(name: &str, bytes: &[u8], choices: &Choices, progress: &mut dyn FnMut(f64)) -> Result<Table, Problem> {
    route::check(bytes)?;
    let decoded = decode::decode(bytes);
    if decoded.text.trim().is_empty() {
        return Err(Problem::EmptyFile);
    }
    if decoded.text.len() > u32::MAX as usize {
        return Err(Problem::TooBig { size_bytes: bytes.len() as u64, limit_bytes: route::LIMIT_BYTES });
    }
    progress(0.1);
    let dialect = dialect::find(&decoded.text);
    let splitter = Splitter::new(&decoded.text, dialect.delimiter);
    let length = decoded.text.len() as f64;
    let extent = extent::find(&splitter, &dialect, &mut |at| progress(0.1 + 0.2 * at as f64 / length))?;
    if extent.starts.len() < LEAST_ROWS {
        return Err(Problem::TooFewRows { have: extent.starts.len(), need: LEAST_ROWS });
    }
    let rows = extent.starts.len() as f64;
    let (columns, dropped) = typing::columns(&splitter, &extent, &mut |row| progress(0.3 + 0.5 * row as f64 / rows));
    progress(0.8);
    let file = FileFacts {
        name: name.to_owned(),
        size_bytes: bytes.len() as u64,
        format: Format::Csv,
        encoding: decoded.encoding.to_owned(),
        encodings: Vec::new(),
        sheet: None,
        delimiter: Some(char::from(dialect.delimiter)),
        header_row: extent.header_row,
        header_rows: extent.header_rows,
        data_rows: extent.starts.len(),
        not_data: extent.not_data.clone(),
    };
    let has_header = extent.header_row.is_some();
    let reading = profile::Reading { encoding: decoded.encoding, bad_characters: decoded.bad, dropped, has_header };
    let profile = profile::of(file, &reading, choices, &splitter, &extent, &columns);
    progress(0.95);
    let source = table::Source { text: decoded.text, delimiter: dialect.delimiter, starts: extent.starts };
    let table = Table::new(source, columns, profile)?;
    progress(1.0);
    Ok(table)
}
