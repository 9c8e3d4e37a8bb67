//! How the numbers of a column look: as many decimals as its largest number asks for, and its unit.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};
use sanpo_api::{BookWord, NumberFormat};
use sanpo_tasks::OutCell;

use super::{In, Page, cells};

/// Colour behind headings.
const HEADING: u32 = 0xE8F1FE;
/// Longest unit that stands behind a number, in letters.
const MAX_UNIT: usize = 30;

/// The look of every cell: beside a sentence of several lines, in the middle.
pub fn plain() -> Format {
    Format::new().set_align(FormatAlign::VerticalCenter)
}

/// The look of a heading: long ones take several lines, so that a column is no wider than its cells ask for.
pub fn heading(is_number: bool) -> Format {
    let look = plain().set_bold().set_background_color(HEADING).set_border_bottom(FormatBorder::Thin);
    let side = if is_number { FormatAlign::Right } else { FormatAlign::Left };
    look.set_text_wrap().set_align(side)
}

/// The look of a column's numbers.
pub struct Look {
    /// The writer's format.
    pub format: Format,
    /// The same as spreadsheet programs write it down.
    pub pattern: String,
    /// Whether the column holds what stands at the right of its cells.
    pub is_number: bool,
    decimals: usize,
    /// Factor between the number that is kept and the one that is seen.
    factor: f64,
    /// Width of what stands before and behind.
    affixes: usize,
}

impl Look {
    /// One a column, from its format and a sample of its rows; columns that count the same thing have the same decimals.
    pub fn columns(page: &Page, sample: &[Vec<OutCell>], into: &In) -> Vec<Self> {
        let mut sizes = vec![Size::default(); page.header.len()];
        for row in sample {
            for (size, cell) in sizes.iter_mut().zip(row) {
                size.take(cell);
            }
        }
        let of = |column: usize| {
            let alike = sizes.iter().enumerate().filter(|(other, _)| page.alike(column, *other));
            let size = alike.fold(Size::default(), |all, (_, one)| all.with(*one));
            Self::of(page.format(column), size.decimals(), into)
        };
        let right = |column: usize| sample.iter().any(|row| row.get(column).is_some_and(is_right));
        (0..page.header.len()).map(|column| Self { is_number: right(column), ..of(column) }).collect()
    }

    fn of(format: &NumberFormat, decimals: usize, into: &In) -> Self {
        match format {
            NumberFormat::Percent => Self::percent(),
            NumberFormat::Score => Self::new(2, ("", "")),
            NumberFormat::Plain { unit: Some(unit) } if unit.chars().count() <= MAX_UNIT => {
                let shown = into.book(BookWord::WithUnit(unit.clone())).replace('"', "");
                Self::new(decimals, shown.split_once('0').unwrap_or_default())
            }
            NumberFormat::Plain { .. } | NumberFormat::Date(_) => Self::new(decimals, ("", "")),
        }
    }

    /// A share as a percentage.
    pub fn percent() -> Self {
        Self { decimals: 1, factor: 100.0, affixes: 1, ..Self::written("0.0%".to_owned()) }
    }

    fn new(decimals: usize, (before, behind): (&str, &str)) -> Self {
        let quoted = |text: &str| if text.is_empty() { String::new() } else { format!("\"{text}\"") };
        let point = if decimals > 0 { "." } else { "" };
        let pattern = format!("{}#,##0{point}{}{}", quoted(before), "0".repeat(decimals), quoted(behind));
        let affixes = cells::width(before) + cells::width(behind);
        Self { decimals, affixes, ..Self::written(pattern) }
    }

    fn written(pattern: String) -> Self {
        let format = plain().set_num_format(&pattern);
        Self { format, pattern, is_number: false, decimals: 0, factor: 1.0, affixes: 0 }
    }

    /// Width of a number in digits.
    pub fn width(&self, value: f64) -> usize {
        let written = format!("{:.*}", self.decimals, value * self.factor);
        let whole = written.find('.').unwrap_or(written.len());
        written.len() + whole / 3 + self.affixes
    }
}

/// Whether a program puts a cell to the right.
fn is_right(cell: &OutCell) -> bool {
    match cell {
        OutCell::Number(_) | OutCell::Share(_) | OutCell::Time(..) => true,
        OutCell::Own(_, typed) => typed.is_some(),
        OutCell::Empty | OutCell::Text(_) => false,
    }
}

/// The calculated numbers of a column: the largest, and whether any has a fraction.
#[derive(Clone, Copy, Default)]
struct Size {
    largest: f64,
    is_broken: bool,
}

impl Size {
    fn take(&mut self, cell: &OutCell) {
        if let OutCell::Number(value) = cell {
            *self = self.with(Self { largest: value.abs(), is_broken: value.fract() != 0.0 });
        }
    }

    fn with(self, other: Self) -> Self {
        Self { largest: self.largest.max(other.largest), is_broken: self.is_broken || other.is_broken }
    }

    /// Decimals that the largest number asks for; none where all are whole.
    fn decimals(self) -> usize {
        match self.largest {
            _ if !self.is_broken => 0,
            size if size >= 1000.0 => 0,
            size if size >= 100.0 => 1,
            size if size >= 1.0 => 2,
            size => below_one(size),
        }
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
        let of = |numbers: &[f64]| {
            let mut size = Size::default();
            numbers.iter().for_each(|value| size.take(&OutCell::Number(*value)));
            size.decimals()
        };
        assert_eq!([of(&[]), of(&[3.0, 12_000.0]), of(&[2.5, 1234.5]), of(&[99.5, 120.25])], [0, 0, 0, 1]);
        assert_eq!([of(&[1.25]), of(&[0.5]), of(&[0.012]), of(&[1e-300])], [2, 3, 4, 12]);
    }
}
