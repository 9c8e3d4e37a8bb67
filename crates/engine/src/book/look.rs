//! How the numbers of a column look: as many decimals as its largest number asks for, and its unit.

use std::ops::Range;

use rust_xlsxwriter::Format;
use sanpo_api::{BookWord, NumberFormat};
use sanpo_tasks::OutCell;

use super::{In, Page, cells};

/// Longest unit that stands behind a number, in letters.
const MAX_UNIT: usize = 30;

/// The look of a column's numbers.
pub struct Look {
    /// The writer's format.
    pub format: Format,
    decimals: usize,
    /// Factor between the number that is kept and the one that is seen.
    factor: f64,
    /// Width of what stands before and behind.
    affixes: usize,
}

impl Look {
    /// One a column, from its format and a sample of its rows.
    pub fn columns(page: &Page, sample: &[Vec<OutCell>], into: &In) -> Vec<Self> {
        let plain = NumberFormat::Plain { unit: None };
        let numbers = |columns: Range<usize>| {
            let cells = sample.iter().flat_map(move |row| row.get(columns.start..columns.end.min(row.len())));
            cells.flatten().filter_map(calculated)
        };
        let look = |column: usize| {
            let alike = column >= page.alike_from;
            let columns = if alike { page.alike_from..usize::MAX } else { column..column + 1 };
            Self::of(page.formats.get(column).unwrap_or(&plain), numbers(columns), into)
        };
        (0..page.header.len()).map(look).collect()
    }

    fn of(format: &NumberFormat, numbers: impl Iterator<Item = f64>, into: &In) -> Self {
        match format {
            NumberFormat::Percent => Self::percent(),
            NumberFormat::Score => Self::new(2, ("", "")),
            NumberFormat::Plain { unit: Some(unit) } if unit.chars().count() <= MAX_UNIT => {
                let shown = into.book(BookWord::WithUnit(unit.clone())).replace('"', "");
                Self::new(decimals(numbers), shown.split_once('0').unwrap_or_default())
            }
            NumberFormat::Plain { .. } | NumberFormat::Date(_) => Self::new(decimals(numbers), ("", "")),
        }
    }

    /// A share as a percentage.
    pub fn percent() -> Self {
        Self { format: Format::new().set_num_format("0.0%"), decimals: 1, factor: 100.0, affixes: 1 }
    }

    fn new(decimals: usize, (before, behind): (&str, &str)) -> Self {
        let quoted = |text: &str| if text.is_empty() { String::new() } else { format!("\"{text}\"") };
        let point = if decimals > 0 { "." } else { "" };
        let pattern = format!("{}#,##0{point}{}{}", quoted(before), "0".repeat(decimals), quoted(behind));
        let affixes = cells::width(before) + cells::width(behind);
        Self { format: Format::new().set_num_format(pattern), decimals, factor: 1.0, affixes }
    }

    /// Width of a number in digits.
    pub fn width(&self, value: f64) -> usize {
        let written = format!("{:.*}", self.decimals, value * self.factor);
        let whole = written.find('.').unwrap_or(written.len());
        written.len() + whole / 3 + self.affixes
    }
}

fn calculated(cell: &OutCell) -> Option<f64> {
    match cell {
        OutCell::Number(value) => Some(*value),
        _ => None,
    }
}

/// Decimals that the largest number asks for; none where all are whole.
fn decimals(numbers: impl Iterator<Item = f64>) -> usize {
    let (mut largest, mut whole) = (0.0_f64, true);
    for value in numbers {
        largest = largest.max(value.abs());
        whole &= value.fract() == 0.0;
    }
    match largest {
        _ if whole => 0,
        size if size >= 1000.0 => 0,
        size if size >= 100.0 => 1,
        size if size >= 1.0 => 2,
        size => below_one(size),
    }
}

/// Three digits from the first that is not zero.
fn below_one(mut size: f64) -> usize {
    let mut decimals = 2;
    while size < 1.0 && decimals < 12 {
        size *= 10.0;
        decimals += 1;
    }
    decimals
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_follow_the_largest_number() {
        let of = |numbers: &[f64]| decimals(numbers.iter().copied());
        assert_eq!([of(&[]), of(&[3.0, 12_000.0]), of(&[2.5, 1234.5]), of(&[99.5, 120.25])], [0, 0, 0, 1]);
        assert_eq!([of(&[1.25]), of(&[0.5]), of(&[0.012]), of(&[1e-300])], [2, 3, 4, 12]);
    }
}
