//! One pass over a column's cells by its plan.

use sanpo_api::{ColumnType, Grain};

use crate::cells::date::{self, Dated, Digits, NO_YEAR};
use crate::cells::{fold_code, is_closed, is_excel_error, is_missing, is_missing_number, label, number, unit};
use crate::extent::Heading;

use super::decide::{Plan, has_leading_zero};
use super::dictionary::{Dictionary, MISSING};
use super::hint::Hint;
use super::kind::{grain, is_block_head, text_kind};
use super::{Column, Data, YearSource, year};

/// Cells that did not fit the column's type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BadCells {
    /// How many.
    pub count: usize,
    /// The first three: data row and text.
    pub examples: Vec<(usize, String)>,
}

impl BadCells {
    fn add(&mut self, row: usize, cell: &str) {
        self.count += 1;
        if self.examples.len() < 3 {
            self.examples.push((row, cell.chars().take(60).collect()));
        }
    }
}

/// A column under construction.
pub struct Builder {
    plan: Plan,
    data: Data,
    filled: usize,
    bad: BadCells,
    errors: usize,
    closed: usize,
    leading_zeros: usize,
    units: Vec<(&'static str, usize)>,
    rounded: usize,
    era: bool,
    no_year: usize,
    timed: usize,
    grain: Option<Grain>,
}

impl Builder {
    /// An empty column of a plan.
    pub fn new(plan: Plan, rows: usize) -> Self {
        let data = match plan {
            Plan::Number { .. } => Data::Numbers(Vec::with_capacity(rows)),
            Plan::Date { .. } => Data::Moments(Vec::with_capacity(rows)),
            Plan::Text | Plan::Unseen => Data::Texts(Vec::with_capacity(rows), Dictionary::default()),
        };
        Self {
            plan,
            data,
            filled: 0,
            bad: BadCells::default(),
            errors: 0,
            closed: 0,
            leading_zeros: 0,
            units: Vec::new(),
            rounded: 0,
            era: false,
            no_year: 0,
            timed: 0,
            grain: None,
        }
    }

    /// Adds the trimmed cell of a row.
    pub fn push(&mut self, row: usize, cell: &str) {
        match self.plan {
            Plan::Number { decimal_comma } => self.push_number(row, cell, decimal_comma),
            Plan::Date { style, .. } => {
                let value = match date::parse(cell, style) {
                    Some(found) => self.dated(found),
                    None => {
                        self.misfit(row, cell);
                        i64::MIN
                    }
                };
                if let Data::Moments(values) = &mut self.data {
                    values.push(value);
                }
            }
            Plan::Text | Plan::Unseen => self.push_text(cell),
        }
    }

    fn push_number(&mut self, row: usize, cell: &str, decimal_comma: bool) {
        let value = match number::plain(cell).filter(|_| !decimal_comma) {
            Some(value) => {
                self.leading_zeros += usize::from(has_leading_zero(cell));
                self.filled += 1;
                value
            }
            None => match number::parse(cell, decimal_comma) {
                Some(found) => {
                    self.filled += 1;
                    if let Some(unit) = found.unit {
                        self.count_unit(unit);
                    }
                    found.value
                }
                None => {
                    self.misfit(row, cell);
                    f64::NAN
                }
            },
        };
        if let Data::Numbers(values) = &mut self.data {
            values.push(value);
        }
    }

    fn count_unit(&mut self, unit: &'static str) {
        match self.units.iter_mut().find(|(known, _)| *known == unit) {
            Some((_, count)) => *count += 1,
            None => self.units.push((unit, 1)),
        }
    }

    fn push_text(&mut self, cell: &str) {
        let Data::Texts(codes, dictionary) = &mut self.data else { return };
        if is_missing(cell) {
            codes.push(MISSING);
            return;
        }
        self.filled += 1;
        self.rounded += usize::from(cell.len() >= 8 && cell.contains("E+") && number::plain(cell).is_some());
        codes.push(dictionary.code(&label(&fold_code(cell))));
    }

    fn dated(&mut self, found: Dated) -> i64 {
        self.filled += 1;
        self.era |= found.era;
        self.timed += usize::from(found.timed);
        self.no_year += usize::from(found.moment.civil().year == i64::from(NO_YEAR));
        self.grain = Some(self.grain.map_or(found.grain, |g| g.min(found.grain)));
        found.moment.0
    }

    /// A cell that is neither a value nor a mark for "no value" is a bad one.
    fn misfit(&mut self, row: usize, cell: &str) {
        if is_closed(cell) {
            self.closed += 1;
        } else if is_excel_error(cell) {
            self.errors += 1;
            self.bad.add(row, cell);
        } else if !is_missing_number(cell) {
            self.filled += 1;
            self.bad.add(row, cell);
        }
    }

    /// No value at all.
    pub fn is_empty(&self) -> bool {
        self.filled == 0 && self.bad.count == 0 && self.closed == 0
    }

    /// Whether the whole column bears the plan out: bad cells are at most 5 %, or three in a short column, and never over a fifth.
    pub fn holds(&self) -> bool {
        match self.plan {
            Plan::Text => return true,
            Plan::Unseen => return self.filled == 0,
            _ => {}
        }
        let bad = self.bad.count - self.errors;
        let fits = self.filled > bad && bad * 5 <= self.filled && (bad * 20 <= self.filled || bad <= 3);
        let coded = matches!(self.plan, Plan::Number { .. }) && self.leading_zeros * 100 > self.filled;
        fits && !coded && !self.mixes_units()
    }

    /// Two units of different size in one column: adding them up would be wrong.
    fn mixes_units(&self) -> bool {
        let all: usize = self.units.iter().map(|(_, n)| n).sum();
        let most = self.units.iter().map(|(_, n)| *n).max().unwrap_or(0);
        most < all
    }

    /// The different texts read so far.
    pub fn levels(&self) -> impl Iterator<Item = &str> {
        match &self.data {
            Data::Texts(_, levels) => Some(levels.iter()),
            _ => None,
        }
        .into_iter()
        .flatten()
    }

    /// The sample showed no value, so the plan was made blind.
    pub fn is_blind(&self) -> bool {
        self.plan == Plan::Unseen
    }

    /// The typed column.
    pub fn finish(self, field: usize, heading: &Heading, hint: &Hint, titles: &[String]) -> Column {
        let mut column = Column {
            field,
            name: String::new(),
            raw: heading.raw.clone(),
            named: false,
            kind: ColumnType::Empty,
            unit: None,
            unit_in_cells: false,
            grain: None,
            data: self.data,
            bad: self.bad,
            closed: self.closed,
            era: self.era,
            year: YearSource::Cells,
            swappable: false,
            repaired: self.rounded * 2 > self.filled && hint.id,
        };
        match (&mut column.data, self.plan) {
            (Data::Numbers(_), _) => {
                column.kind = ColumnType::Number;
                let unit = self.units.iter().max_by_key(|(_, n)| *n).map(|(unit, _)| (*unit).to_owned());
                column.unit_in_cells = unit.is_some();
                column.unit = unit;
            }
            (Data::Moments(values), Plan::Date { style, swappable }) => {
                column.kind = ColumnType::Date;
                column.repaired = style.digits == Digits::Serial;
                column.swappable = swappable;
                if self.no_year > 0 {
                    column.year = year::settle(values, titles);
                }
                column.grain = grain(self.grain, self.timed, values);
            }
            (Data::Texts(codes, dictionary), _) => {
                dictionary.freeze();
                column.repaired |= field == 0 && is_block_head(codes, dictionary, self.filled);
                column.kind = text_kind(codes, dictionary, self.filled, hint);
            }
            (Data::Moments(_), _) => {}
        }
        column.name = super::name::clean(heading, column.kind);
        if column.unit.is_none() && column.kind == ColumnType::Number {
            column.unit = heading.parts.last().and_then(|part| unit::split_header(part).1).map(str::to_owned);
        }
        column
    }
}
