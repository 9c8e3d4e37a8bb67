//! What is taken off a price: a share, a percentage or money.
//!
//! In plain words: a heading that speaks of a discount, and values that can only be meant in one way.
//! Invariant: a column that could be meant in two ways is named, and nothing is taken off.

use sanpo_api::{ColumnProfile, ColumnType, Problem};

use crate::table::Table;
use crate::typing::{Hint, has_word};

/// Headings of what is taken off.
const DISCOUNT: &[&str] = &["割引", "値引", "ディスカウント", "discount", "discounts", "markdown", "rebate"];
/// Headings of a price or a sum before or after a discount, which is no discount itself.
const PRICE: &[&str] = &[
    "後",
    "前",
    "対象",
    "済",
    "単価",
    "価格",
    "価額",
    "after",
    "before",
    "net",
    "eligible",
    "price",
    "prices",
    "discounted",
];
/// Headings of what is taken off each piece: of a row it is another sum.
const EACH: &[&str] = &["per", "each", "unit", "1個", "一個", "1点", "あたり", "単"];
/// Headings of discounts that are shares.
const SHARE: &[&str] = &["率", "rate", "percent", "percentage", "pct"];
/// Headings of discounts that are money.
const MONEY: &[&str] = &["額", "円", "amount", "value"];

/// How a discount is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Off {
    /// 0.05 of the price.
    Share,
    /// 5 percent of the price.
    Percent,
    /// So much money off the row.
    Money,
}

impl Off {
    /// What is left of an amount. No discount takes off what is not known.
    pub fn left(self, amount: f64, discount: f64) -> f64 {
        if discount.is_nan() {
            return amount;
        }
        match self {
            Self::Share => amount * (1.0 - discount),
            Self::Percent => amount * (1.0 - discount / 100.0),
            // Some write what is taken off with a minus; what is given back is less by it, too.
            Self::Money => amount - discount.abs().copysign(amount),
        }
    }
}

impl Table {
    /// The column of discounts beside a price of that name, and how they are meant, if that is plain.
    ///
    /// Fails: `UnknownColumn`, `WrongColumnType` for the price.
    pub fn discount(&self, price: &str, quantity: &str) -> Result<Option<(String, Option<Off>)>, Problem> {
        let columns = &self.profile().columns;
        let speaks = |c: &&ColumnProfile| {
            let number = c.kind == ColumnType::Number && c.name != price && c.name != quantity;
            let words = Hint::of(&c.name).words;
            number && has_word(&words, DISCOUNT) && !has_word(&words, PRICE)
        };
        let Some(column) = columns.iter().find(speaks) else { return Ok(None) };
        let values = self.numbers(&column.name)?;
        let currency = columns.iter().find(|c| c.name == price).and_then(|c| c.unit.clone());
        let spent: Vec<f64> =
            self.numbers(price)?.iter().zip(self.numbers(quantity)?).map(|(price, pieces)| price * pieces).collect();
        Ok(Some((column.name.clone(), meant(column, &values, &spent, currency.as_deref()))))
    }
}

/// How the values can be meant, if in one way only.
fn meant(column: &ColumnProfile, values: &[f64], spent: &[f64], currency: Option<&str>) -> Option<Off> {
    let words = Hint::of(&column.name).words;
    let known = || values.iter().filter(|v| !v.is_nan());
    if has_word(&words, EACH) {
        return None;
    }
    let within = |most: f64| known().all(|v| (0.0..=most).contains(v));
    let percent = matches!(column.unit.as_deref(), Some("%" | "％"));
    let money = column.unit.is_some() && column.unit.as_deref() == currency || has_word(&words, MONEY);
    if percent {
        return within(100.0).then_some(Off::Percent);
    }
    if within(1.0) && !money {
        // Nothing but 0 and 1 may be a yes and no.
        return known().any(|v| v.fract() != 0.0).then_some(Off::Share);
    }
    if has_word(&words, SHARE) {
        return within(100.0).then_some(Off::Percent);
    }
    // Money off never comes to more than what it is taken off.
    let fits = values.iter().zip(spent).all(|(off, spent)| off.is_nan() || spent.is_nan() || off.abs() <= spent.abs());
    (money && fits).then_some(Off::Money)
}
