//! A look at the top of a sheet: is it a table, and what does it begin with?

use super::SheetInfo;
use super::lines::Sink;
use crate::cells::date::{NO_YEAR, Style, parse};
use crate::cells::{Kind, kind, trim};

/// Rows and columns that are looked at.
pub const ROWS: usize = 40;
const COLUMNS: u32 = 100;

/// Longest text of a cell that is kept, in characters.
const CHARS: usize = 40;

/// Cells of the first rows.
#[derive(Default)]
pub struct Peek {
    rows: Vec<(u32, Vec<(u32, String)>)>,
}

impl Sink for Peek {
    fn cell(&mut self, row: u32, column: u32, text: &str) -> bool {
        let text = trim(text);
        if column >= COLUMNS || text.is_empty() {
            return true;
        }
        if self.rows.last().is_none_or(|(last, _)| *last != row) {
            if self.rows.len() >= ROWS {
                return false;
            }
            self.rows.push((row, Vec::new()));
        }
        if let Some((_, cells)) = self.rows.last_mut().filter(|(_, cells)| cells.len() < COLUMNS as usize) {
            cells.push((column, text.chars().take(CHARS).collect()));
        }
        true
    }
}

impl Peek {
    /// What was seen.
    pub fn info(&self, name: String, visible: bool) -> SheetInfo {
        let cells = self.rows.iter().map(|(_, cells)| cells.len()).sum();
        let last = self.rows.iter().flat_map(|(_, cells)| cells).map(|(column, _)| *column);
        let columns = last.max().map_or(0, |column| column as usize + 1);
        let first = self.rows.iter().flat_map(|(_, cells)| cells).map(|(column, _)| *column as usize).min();
        let (margin, is_table) = (first.unwrap_or(0), self.is_table());
        let (head, newest) = (self.head(), self.newest());
        let (rows, sample) = (self.rows.len(), self.sample());
        SheetInfo { name, visible, cells, rows, columns, margin, is_table, head, newest, sample }
    }

    /// At least three rows of two cells, and a column with two or more numbers or dates.
    fn is_table(&self) -> bool {
        let wide = || self.rows.iter().filter(|(_, cells)| cells.len() >= 2);
        let mut typed = [0usize; COLUMNS as usize];
        for (column, text) in wide().flat_map(|(_, cells)| cells) {
            typed[*column as usize] += usize::from(matches!(kind(text), Kind::Number | Kind::Date));
        }
        wide().count() >= 3 && typed.iter().any(|count| *count >= 2)
    }

    /// The first row of names.
    fn head_row(&self) -> Option<usize> {
        let widest = self.rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
        self.rows.iter().position(|(_, cells)| 2 * cells.len() > widest)
    }

    /// The names in any order; months and days as heads of columns differ from sheet to sheet.
    fn head(&self) -> Vec<String> {
        let Some(head) = self.head_row() else { return Vec::new() };
        let name = |(_, name): &(u32, String)| if kind(name) == Kind::Date { String::new() } else { name.clone() };
        let mut names: Vec<String> = self.rows[head].1.iter().map(name).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The newest date with a year.
    fn newest(&self) -> Option<i64> {
        let cells = self.rows.iter().flat_map(|(_, cells)| cells).filter(|(_, text)| kind(text) == Kind::Date);
        let dates = cells.filter_map(|(_, text)| parse(text, Style::PLAIN)).map(|found| found.moment);
        dates.filter(|moment| moment.civil().year > i64::from(NO_YEAR)).map(|moment| moment.0).max()
    }

    /// The first row of names with the row below it.
    fn sample(&self) -> Vec<(String, String)> {
        let Some(head) = self.head_row() else { return Vec::new() };
        let below = self.rows.get(head + 1).map_or(&[][..], |(_, cells)| cells);
        let value = |column: u32| below.iter().find(|(at, _)| *at == column).map_or(String::new(), |(_, v)| v.clone());
        self.rows[head].1.iter().take(3).map(|(column, name)| (name.clone(), value(*column))).collect()
    }
}
