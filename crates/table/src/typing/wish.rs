//! What the person decided about single columns, matched to the columns by their names.

use sanpo_api::{Choice, Choices, ColumnType, DateOrder, WeekNumbering, Zone};

use crate::cells::date::Order;
use crate::extent::Heading;

use super::name;

/// The decisions about one column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wish {
    /// Its name, where the column is to be text: it keeps the name under which it was decided.
    pub as_text: Option<String>,
    /// The order of the parts of its dates.
    pub order: Option<Order>,
    /// Weeks begin on Sunday and count from the one with 1 January.
    pub new_year_weeks: bool,
    /// Times in UTC stay as written.
    pub keep_utc: bool,
    /// The question about weeks or the time zone is answered.
    pub settled: bool,
    /// Words for "closed" are zero.
    pub closed_as_zero: bool,
    /// Whether blanks repeat the value above.
    pub fill_down: Option<bool>,
    /// The question about units is answered.
    pub convert: bool,
    /// Whether spellings of one thing become one.
    pub merge: Option<bool>,
    /// The year of the first date that has none.
    pub year: Option<i32>,
}

/// The wishes for each column.
pub fn all(headings: &[Heading], choices: &Choices) -> Vec<Wish> {
    let common = Wish {
        new_year_weeks: choices.has(&Choice::Weeks(WeekNumbering::FromNewYear)),
        keep_utc: choices.has(&Choice::Zone(Zone::Utc)),
        settled: choices.find(|c| matches!(c, Choice::Weeks(_) | Choice::Zone(_)).then_some(())).is_some(),
        year: choices.find(|c| if let Choice::Year(year) = c { Some(*year) } else { None }),
        ..Wish::default()
    };
    let mut wishes = vec![common; headings.len()];
    if choices.is_empty() {
        return wishes;
    }
    // A column is named without its unit only while it holds numbers: either name means it, the full one first.
    let names = [ColumnType::Text, ColumnType::Number].map(|kind| {
        let cleaned: Vec<String> = headings.iter().map(|h| name::clean(h, kind)).collect();
        name::distinct(&cleaned)
    });
    for choice in choices.iter() {
        let Some(column) = column_of(choice) else { continue };
        let at = names.iter().find_map(|names| names.iter().position(|n| n == column));
        if let Some(wish) = at.and_then(|at| wishes.get_mut(at)) {
            wish.take(choice);
        }
    }
    wishes
}

fn column_of(choice: &Choice) -> Option<&str> {
    match choice {
        Choice::DateOrder { column, .. }
        | Choice::AsText { column }
        | Choice::FillDown { column, .. }
        | Choice::MergeSpellings { column, .. }
        | Choice::ConvertUnits { column }
        | Choice::ClosedAsZero { column } => Some(column),
        _ => None,
    }
}

impl Wish {
    fn take(&mut self, choice: &Choice) {
        match choice {
            Choice::AsText { column } => self.as_text = Some(column.clone()),
            Choice::DateOrder { order, .. } => self.order = Some(order_of(*order)),
            Choice::FillDown { fill, .. } => self.fill_down = Some(*fill),
            Choice::MergeSpellings { merge, .. } => self.merge = Some(*merge),
            Choice::ClosedAsZero { .. } => self.closed_as_zero = true,
            Choice::ConvertUnits { .. } => self.convert = true,
            _ => {}
        }
    }
}

fn order_of(order: DateOrder) -> Order {
    match order {
        DateOrder::Ymd => Order::Ymd,
        DateOrder::Dmy => Order::Dmy,
        DateOrder::Mdy => Order::Mdy,
    }
}
