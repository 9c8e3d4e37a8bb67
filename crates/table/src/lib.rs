//! From bytes to a typed table and its profile; regular grids and recency-frequency-monetary tables from it.
//!
//! [`read`] walks through the rooms of this crate: `route` (what kind of file), `workbook` (a sheet as text) or `decode` (which
//! encoding) and `dialect` (which separator), `records` (fields), `extent` (header, titles, totals, notes), `cells` (numbers,
//! dates, marks), `typing` (one type a column), `profile` (what the first screen shows). The typed table is a polars data frame,
//! which no signature shows.

mod cells;
mod civil;
mod decode;
mod dialect;
mod discount;
mod extent;
mod frame;
mod grid;
mod layout;
mod line;
mod profile;
mod reader;
mod reason;
mod records;
mod rfm;
mod route;
mod table;
mod thousands;
mod typing;
mod workbook;

use sanpo_api::{Choices, Problem};

pub use civil::{iso, moment_at};
pub use discount::Off;
pub use grid::{Grid, GridRequest, GridSeries, Merge};
pub use profile::{COUNT_LIMIT, is_label, is_person};
pub use reason::reason_code;
pub use rfm::Rfm;
pub use table::{Categories, Table, Typed};

/// Reads a file: delimited text of any encoding, separator and layout, or a sheet of an Excel or OpenDocument workbook.
///
/// `progress` is told the share done, 0 to 1. Fails with the kind of file where it is neither, and with `EmptyFile`,
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
    reader::read(name, bytes, choices, progress)
}
