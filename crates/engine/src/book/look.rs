//! How the numbers of a column look: as many decimals as its largest number asks for, and its unit.

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
        (0..page.header.len()).map(of).collect()
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
