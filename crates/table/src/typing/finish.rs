//! From a builder that has seen all rows to the typed column.

use sanpo_api::{ColumnType, Grain};

use crate::cells::date::Digits;
use crate::cells::unit;
use crate::extent::Heading;

use super::build::Builder;
use super::decide::Plan;
use super::hint::Hint;
use super::kind::{grain, text_kind};
use super::spelling::Spellings;
use super::wish::Wish;
use super::{Column, Data, year};

impl Builder {
    /// The typed column.
    pub fn finish(mut self, heading: &Heading, hint: &Hint, wish: &Wish, titles: &[String]) -> Column {
        let mut column = Column {
            raw: heading.raw.clone(),
            bad: std::mem::take(&mut self.bad),
            closed: std::mem::take(&mut self.closed),
            examples: std::mem::take(&mut self.examples),
            weekday_wrong: std::mem::take(&mut self.weekday_wrong),
            era: self.era,
            utc: self.utc > 0 && !wish.settled,
            weeks: self.weeks > 0 && !wish.settled,
            rounded: self.rounded * 2 > self.filled && hint.id,
            ..Column::empty(std::mem::replace(&mut self.data, Data::Numbers(Vec::new())))
        };
        match self.plan {
            Plan::Number { into, .. } => self.finish_numbers(&mut column, into),
            Plan::Date { style, rivals } => {
                column.order = Some((style.order, rivals));
                column.serial = style.digits == Digits::Serial;
                self.finish_moments(&mut column, hint, wish, titles);
            }
            Plan::Text | Plan::Unseen => self.finish_texts(&mut column, hint, wish),
        }
        column.name = super::name::clean(heading, column.kind);
        if column.unit.is_none() && column.kind == ColumnType::Number {
            column.unit = heading.parts.last().and_then(|part| unit::split_header(part).1).map(str::to_owned);
        }
        if let Some(name) = &wish.as_text {
            column.name.clone_from(name);
        }
        column
    }

    fn finish_numbers(&self, column: &mut Column, into: Option<&'static str>) {
        column.kind = ColumnType::Number;
        let usual = self.units.iter().max_by_key(|(_, n)| *n).map(|(unit, _)| *unit);
        column.unit_in_cells = usual.is_some();
        column.unit = into.or(usual).map(str::to_owned);
        column.converted = into.is_some();
    }

    fn finish_moments(&self, column: &mut Column, hint: &Hint, wish: &Wish, titles: &[String]) {
        let Data::Moments(values) = &mut column.data else { return };
        column.kind = ColumnType::Date;
        if self.no_year > 0 {
            column.year = year::settle(values, &year::Clues { titles, weekdays: &self.weekdays, named: wish.year });
        }
        column.grain = grain(self.grain, self.timed, values).map(|grain| match grain {
            Grain::Year if hint.fiscal => Grain::FiscalYear,
            other => other,
        });
    }

    fn finish_texts(&self, column: &mut Column, hint: &Hint, wish: &Wish) {
        let Data::Texts(codes, dictionary) = &mut column.data else { return };
        column.kind = text_kind(codes, dictionary, self.filled, hint);
        if column.kind == ColumnType::Category {
            let found = Spellings::of(codes, dictionary);
            column.spellings = (found.len(), found.examples(dictionary, 3));
            column.merged = found.len() > 0 && wish.merge == Some(true);
            if column.merged {
                *dictionary = found.merge(codes, dictionary);
            }
            if wish.merge == Some(false) {
                column.spellings = (0, Vec::new());
            }
        }
        dictionary.freeze();
    }
}
