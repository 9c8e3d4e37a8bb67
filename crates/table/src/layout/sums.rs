//! Columns that add up others.

use sanpo_api::ColumnType;

use crate::typing::{Column, Data};

/// Rows that are added up for the check.
const ROWS: usize = 1_000;

/// Most columns that are looked at.
const COLUMNS: usize = 200;

/// Fewest columns that make a sum worth noticing.
const LEAST_ADDENDS: usize = 3;

/// A column and the columns that it adds up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The sum.
    pub column: usize,
    /// What is added up.
    pub addends: Vec<usize>,
}

/// The number column that is the sum of all other number columns of the table in nine rows out of ten, if there is one.
pub fn find(columns: &[Column]) -> Option<Sum> {
    let numbers: Vec<(usize, &[f64])> = columns.iter().enumerate().filter_map(numbers).collect();
    if numbers.len() <= LEAST_ADDENDS || numbers.len() > COLUMNS {
        return None;
    }
    let rows = numbers[0].1.len().min(ROWS);
    let totals: Vec<f64> =
        (0..rows).map(|row| numbers.iter().map(|(_, v)| v[row]).filter(|v| !v.is_nan()).sum()).collect();
    let is_sum = |(_, values): &&(usize, &[f64])| {
        let have = (0..rows).filter(|r| !values[*r].is_nan() && values[*r] != 0.0);
        let (mut right, mut all) = (0, 0);
        for row in have {
            all += 1;
            // Each addend may have been rounded.
            let slack = values[row].abs() * 1e-9 + if values[row].fract() == 0.0 { 0.6 } else { 1e-6 };
            right += usize::from((totals[row] - 2.0 * values[row]).abs() <= slack);
        }
        all >= 3 && right * 10 >= all * 9
    };
    let (column, _) = numbers.iter().find(is_sum)?;
    let addends = numbers.iter().map(|(i, _)| *i).filter(|i| i != column).collect();
    Some(Sum { column: *column, addends })
}

fn numbers((i, column): (usize, &Column)) -> Option<(usize, &[f64])> {
    match &column.data {
        Data::Numbers(values) if column.kind == ColumnType::Number => Some((i, values)),
        _ => None,
    }
}
