//! What is said of groups.

use serde::{Deserialize, Serialize};

use crate::{Label, Moment, Phrase, RfmName};

/// A sentence on groups.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SegmentPhrase {
    /// The customers fall into so many groups.
    Found {
        /// Groups.
        groups: u32,
        /// Rows.
        rows: usize,
        /// Whether the rows are customers of a sales log.
        customers: bool,
    },
    /// The groups run into each other: a help for sorting, not a fact.
    Vague {
        /// Agreement when grouped again, 0 to 1.
        frac: f64,
    },
    /// No clear groups.
    None,
    /// How often the same rows end up together when the grouping is repeated on parts of the data.
    Stability {
        /// Agreement, 0 to 1.
        frac: f64,
    },
    /// Columns in which all are alike: nothing to compare by.
    ColumnsAlike {
        /// The columns.
        columns: Vec<Label>,
    },
    /// The largest group.
    Largest {
        /// Its number.
        group: u32,
        /// Its name.
        name: Box<Phrase>,
        /// Share of rows.
        share_frac: f64,
    },
    /// The group that spent most.
    Richest {
        /// Its number.
        group: u32,
        /// Its name.
        name: Box<Phrase>,
        /// Share of the customers.
        share_frac: f64,
        /// Share of all that was spent.
        money_frac: f64,
    },
    /// The amount of a sales log is the price of one piece times how many.
    Priced {
        /// Column with the price.
        price: String,
        /// Column with the quantity.
        quantity: String,
        /// Column with a discount.
        discount: Option<String>,
        /// Whether it was taken off; else it was not plain how it is meant.
        taken_off: bool,
    },
    /// A group's name from what makes it different.
    GroupName {
        /// At most two traits.
        traits: Vec<Phrase>,
    },
    /// A name that other groups have too, with what tells them apart.
    GroupApart {
        /// The name.
        name: Box<Phrase>,
        /// A trait whose figure is this group's own; without one, the groups are counted.
        by: Option<Box<Phrase>>,
        /// Which of the groups of that name, from 1.
        nth: u32,
    },
    /// A group's name from recency, frequency and amount.
    RfmGroup {
        /// The name.
        name: RfmName,
    },
    /// The column's mean in the group is higher than elsewhere.
    TraitHigh {
        /// The column.
        column: Label,
        /// Mean in the group.
        mean: f64,
        /// Mean of all.
        overall: f64,
        /// Unit.
        unit: Option<String>,
    },
    /// The column's mean in the group is lower than elsewhere.
    TraitLow {
        /// The column.
        column: Label,
        /// Mean in the group.
        mean: f64,
        /// Mean of all.
        overall: f64,
        /// Unit.
        unit: Option<String>,
    },
    /// A text is more frequent in the group than elsewhere.
    TraitText {
        /// The column.
        column: Label,
        /// The text.
        text: String,
        /// Share in the group.
        share_frac: f64,
        /// Share in all.
        overall_frac: f64,
    },
    /// Nothing sets the group apart from the mean.
    TraitAverage,
    /// Caption of the map of groups.
    Map,
    /// Caption of the bars: size of the groups.
    Sizes,
    /// Caption of the table of groups: means of each column.
    Table,
    /// What the sales log was turned into, and the day that recency counts from.
    Log {
        /// Customers.
        customers: usize,
        /// Rows of the log.
        rows: usize,
        /// Last day of the log.
        until: Moment,
    },
    /// What to do with a group of customers.
    RfmAdvice {
        /// Its number.
        group: u32,
        /// What it is called.
        label: Box<Phrase>,
        /// The kind of customers that it is nearest to.
        name: RfmName,
    },
    /// Rows of a sales log that name no customer or no date, and are in no group.
    Nobody {
        /// Such rows.
        rows: usize,
        /// Rows in all.
        all: usize,
    },
    /// The group buys in these months of the year, and hardly in others.
    TraitMonths {
        /// 1 to 12, ascending.
        months: Vec<u8>,
    },
}
