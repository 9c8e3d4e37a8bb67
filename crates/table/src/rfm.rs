//! Recency, frequency and monetary value of customers, from a sales log.
//!
//! In plain words: for each customer, how long ago, how often and for how much.
//! Shapes: one row a purchase; one entry a customer, in order of first appearance.
//! Gives:  days since the last purchase, days with a purchase, sum of amounts, days since the first purchase.
//! Fails:  UnknownColumn, WrongColumnType, AllMissing.
//! Cost:   O(rows), plus a sort of each customer's days.
//! Source: Hughes, Strategic Database Marketing (recency, frequency, monetary analysis).

use polars::prelude::*;
use sanpo_api::{DAY_SECS, Moment, Problem};

use crate::discount::Off;
use crate::frame::internal;
use crate::table::Table;
use crate::typing::MISSING;

/// Recency, frequency and monetary value, one entry a customer.
#[derive(Clone, Debug, PartialEq)]
pub struct Rfm {
    /// Names, in order of first appearance.
    pub customers: Vec<String>,
    /// Days from the last purchase to `until`.
    pub recency_days: Vec<f64>,
    /// Different days with a purchase.
    pub frequency: Vec<f64>,
    /// Sum of the amounts.
    pub monetary: Vec<f64>,
    /// Of those days, how many fall in each month of the year.
    pub months: Vec<[u32; 12]>,
    /// The first moment in the log.
    pub since: Moment,
    /// The last moment in the log.
    pub until: Moment,
    /// Customer of each data row, `u32::MAX` for rows without customer or date.
    pub row_customer: Vec<u32>,
}

impl Table {
    /// Adds a sales log up by customer. Rows without customer or date are left out; a missing amount counts as nothing. With a
    /// `quantity`, the amount is the price of one piece: what was spent is their product, less a discount.
    ///
    /// Fails: `UnknownColumn`, `WrongColumnType`, `AllMissing` (no row with customer and date, or no amount).
    pub fn rfm(
        &self,
        customer: &str,
        time: &str,
        amount: &str,
        quantity: Option<&str>,
        discount: Option<(&str, Off)>,
    ) -> Result<Rfm, Problem> {
        let who = self.categories(customer)?;
        let when = self.moments(time)?;
        let mut much = self.numbers(amount)?;
        if let Some(quantity) = quantity {
            much.iter_mut().zip(self.numbers(quantity)?).for_each(|(price, pieces)| *price *= pieces);
        }
        if let Some((discount, off)) = discount {
            much.iter_mut().zip(self.numbers(discount)?).for_each(|(spent, less)| *spent = off.left(*spent, less));
        }
        let rows: Vec<usize> = (0..when.len()).filter(|i| who.codes[*i] != MISSING && when[*i].is_some()).collect();
        let since = rows.iter().filter_map(|i| when[*i]).min().unwrap_or(Moment(0));
        let missing = |name: &str| Problem::AllMissing { name: name.to_owned() };
        let until = rows.iter().filter_map(|i| when[*i]).max().ok_or_else(|| missing(customer))?;
        if rows.iter().all(|i| much[*i].is_nan()) {
            return Err(missing(amount));
        }
        let mut rfm = Rfm {
            customers: Vec::new(),
            recency_days: Vec::new(),
            frequency: Vec::new(),
            monetary: Vec::new(),
            months: Vec::new(),
            since,
            until,
            row_customer: vec![MISSING; when.len()],
        };
        let today = until.0.div_euclid(DAY_SECS);
        for group in purchases(&rows, &who.codes)? {
            let number = rfm.customers.len() as u32;
            let own = || group.iter().map(|at| rows[*at as usize]);
            own().for_each(|row| rfm.row_customer[row] = number);
            let mut days: Vec<i64> = own().filter_map(|row| when[row]).map(|m| m.0.div_euclid(DAY_SECS)).collect();
            days.sort_unstable();
            days.dedup();
            let (Some(last), Some(row)) = (days.last(), own().next()) else { continue };
            rfm.customers.push(who.levels[who.codes[row] as usize].clone());
            rfm.recency_days.push((today - last) as f64);
            rfm.frequency.push(days.len() as f64);
            let mut months = [0; 12];
            days.iter().for_each(|day| months[usize::from(Moment(day * DAY_SECS).civil().month.max(1) - 1) % 12] += 1);
            rfm.months.push(months);
            // Added in the order of the rows, so that every machine rounds alike.
            let sum = own().map(|row| much[row]).filter(|v| !v.is_nan()).fold(0.0, |a, b| a + b);
            rfm.monetary.push(if f64::is_finite(sum) { sum } else { f64::MAX.copysign(sum) });
        }
        Ok(rfm)
    }
}

/// Rows of each customer (places in `rows`, ascending), customers in order of first appearance, by polars.
fn purchases(rows: &[usize], codes: &[u32]) -> Result<Vec<Vec<IdxSize>>, Problem> {
    let who = UInt32Chunked::from_vec("customer".into(), rows.iter().map(|i| codes[*i]).collect());
    let frame = DataFrame::new(rows.len(), vec![who.into_column()]).map_err(internal)?;
    let grouped = frame.group_by_stable(["customer"]).map_err(internal)?;
    let groups = grouped.get_groups().iter().map(|group| {
        let mut rows = match group {
            GroupsIndicator::Idx((_, rows)) => rows.to_vec(),
            GroupsIndicator::Slice([first, n]) => (first..first + n).collect(),
        };
        rows.sort_unstable();
        rows
    });
    let mut groups: Vec<Vec<IdxSize>> = groups.collect();
    groups.sort_by_key(|rows| rows.first().copied());
    Ok(groups)
}
