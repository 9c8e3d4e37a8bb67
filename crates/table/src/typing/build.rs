//! One pass over a column's cells by its plan.

use sanpo_api::{DAY_SECS, Grain, Moment};

use crate::cells::date::{self, Dated, NO_YEAR};
use crate::cells::{fold_code, is_closed, is_excel_error, is_missing, is_missing_number, label, number, unit};

use super::Data;
use super::bad::BadCells;
use super::decide::{Plan, has_leading_zero};
use super::dictionary::{Dictionary, MISSING};
use super::recent::Recent;
use super::wish::Wish;
use crate::civil::new_year_week;

/// Before all years that are written in full, and behind [`NO_YEAR`]: what comes later needs no closer look.
const ANCIENT: Moment = Moment(-40_000_000_000);

/// A column under construction.
pub struct Builder {
    pub(super) plan: Plan,
    pub(super) data: Data,
    pub(super) filled: usize,
    pub(super) bad: BadCells,
    pub(super) errors: usize,
    pub(super) closed: Vec<u32>,
    pub(super) leading_zeros: usize,
    pub(super) units: Vec<(&'static str, usize)>,
    pub(super) rounded: usize,
    pub(super) era: bool,
    pub(super) no_year: usize,
    pub(super) timed: usize,
    pub(super) utc: usize,
    pub(super) weeks: usize,
    /// Rows with a day of the week beside a date without a year: the place of the value, and the day.
    pub(super) weekdays: Vec<(u32, u8)>,
    pub(super) weekday_wrong: (usize, Vec<usize>),
    pub(super) examples: Vec<String>,
    pub(super) grain: Option<Grain>,
    recent: Recent,
    habit: Habit,
}

/// How the person wants single cells to be read.
#[derive(Clone, Copy)]
struct Habit {
    new_year_weeks: bool,
    keep_utc: bool,
    closed_as_zero: bool,
}

impl Builder {
    /// An empty column of a plan.
    pub fn new(plan: Plan, wish: &Wish, rows: usize) -> Self {
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
            closed: Vec::new(),
            leading_zeros: 0,
            units: Vec::new(),
            rounded: 0,
            era: false,
            no_year: 0,
            timed: 0,
            utc: 0,
            weeks: 0,
            weekdays: Vec::new(),
            weekday_wrong: (0, Vec::new()),
            examples: Vec::new(),
            grain: None,
            recent: Recent::default(),
            habit: Habit {
                new_year_weeks: wish.new_year_weeks,
                keep_utc: wish.keep_utc,
                closed_as_zero: wish.closed_as_zero,
            },
        }
    }

    /// Adds the trimmed cell of a row.
    #[inline]
    pub fn push(&mut self, row: usize, cell: &str) {
        match self.plan {
            Plan::Number { decimal_comma, into } => self.push_number(row, cell, decimal_comma, into),
            Plan::Date { style, .. } => {
                let value = match date::parse(cell, style) {
                    Some(found) => {
                        if self.examples.len() < 3 && !self.examples.iter().any(|e| e == cell) {
                            self.examples.push(cell.to_owned());
                        }
                        self.dated(row, cell, found)
                    }
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

    #[inline]
    fn push_number(&mut self, row: usize, cell: &str, decimal_comma: bool, into: Option<&'static str>) {
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
                    match (into, found.unit) {
                        (Some(into), Some(unit)) => found.value * unit::factor(unit, into).unwrap_or(f64::NAN),
                        _ => found.value,
                    }
                }
                None if self.habit.closed_as_zero && is_closed(cell) => {
                    self.filled += 1;
                    0.0
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

    #[inline]
    fn push_text(&mut self, cell: &str) {
        let Data::Texts(codes, dictionary) = &mut self.data else { return };
        let code = self.recent.code(cell, || match is_missing(cell) {
            true => MISSING,
            false => dictionary.code(&label(&fold_code(cell))),
        });
        codes.push(code);
        self.filled += usize::from(code != MISSING);
        let numeric = matches!(cell.as_bytes().first(), Some(b'0'..=b'9' | b'.' | b'+' | b'-'));
        self.rounded += usize::from(
            numeric && code != MISSING && cell.len() >= 8 && cell.contains("E+") && number::plain(cell).is_some(),
        );
    }

    fn dated(&mut self, row: usize, cell: &str, found: Dated) -> i64 {
        self.filled += 1;
        self.era |= found.era;
        self.timed += usize::from(found.timed);
        self.utc += usize::from(found.utc);
        // 2024-W14 is ISO 8601's own form; 第14週 may be counted in any way.
        self.weeks += usize::from(found.grain == Grain::Week && cell.contains('週'));
        let yearless = found.moment < ANCIENT && found.moment.civil().year == i64::from(NO_YEAR);
        self.no_year += usize::from(yearless);
        self.grain = Some(self.grain.map_or(found.grain, |g| g.min(found.grain)));
        match found.weekday {
            Some(day) if yearless => self.weekdays.push((row as u32, day)),
            Some(day) if weekday_of(found.moment) != day => {
                self.weekday_wrong.0 += 1;
                if self.weekday_wrong.1.len() < 10 {
                    self.weekday_wrong.1.push(row);
                }
            }
            _ => {}
        }
        match found.moment {
            moment if found.utc && self.habit.keep_utc => moment.0 - date::JAPAN_AHEAD_SECS,
            moment if found.grain == Grain::Week && self.habit.new_year_weeks => new_year_week(moment).0,
            moment => moment.0,
        }
    }

    /// A cell that is neither a value nor a mark for "no value" is a bad one.
    fn misfit(&mut self, row: usize, cell: &str) {
        if is_closed(cell) {
            self.closed.push(row as u32);
        } else if is_excel_error(cell) {
            self.errors += 1;
            self.bad.add(row, cell);
        } else if !is_missing_number(cell) {
            self.filled += 1;
            self.bad.add(row, cell);
        }
    }
}

/// Day of the week of a moment, 0 = Monday; 1 January 1970 was a Thursday.
fn weekday_of(moment: Moment) -> u8 {
    (moment.0.div_euclid(DAY_SECS) + 3).rem_euclid(7) as u8
}
