//! Whether a plan fits the whole column, and what to try when it does not.

use super::Data;
use super::build::Builder;
use super::decide::Plan;
use crate::cells::unit;

impl Builder {
    /// No value at all.
    pub fn is_empty(&self) -> bool {
        self.filled == 0 && self.bad.count == 0 && self.closed.is_empty()
    }

    /// Whether the whole column bears the plan out: bad cells, which are listed, are at most a fifth.
    pub fn holds(&self) -> bool {
        match self.plan {
            Plan::Text => return true,
            Plan::Unseen => return self.filled == 0,
            _ => {}
        }
        let bad = self.bad.count - self.errors;
        let fits = self.filled > bad && bad * 5 <= self.filled;
        let coded = matches!(self.plan, Plan::Number { .. }) && self.leading_zeros * 100 > self.filled;
        fits && !coded && (!self.mixes_units() || matches!(self.plan, Plan::Number { into: Some(_), .. }))
    }

    /// What to try when the first plan failed: several units of one kind are turned into the most frequent one.
    pub fn second_plan(&self) -> Plan {
        let Plan::Number { decimal_comma, into: None } = self.plan else { return Plan::Text };
        let usual = self.units.iter().max_by_key(|(_, n)| *n).map(|(unit, _)| *unit);
        match usual.filter(|into| self.units.iter().all(|(unit, _)| unit::factor(unit, into).is_some())) {
            Some(into) if self.units.len() > 1 => Plan::Number { decimal_comma, into: Some(into) },
            _ => Plan::Text,
        }
    }

    /// Two units of different size in one column: adding them up would be wrong.
    pub fn mixes_units(&self) -> bool {
        let all: usize = self.units.iter().map(|(_, n)| n).sum();
        let most = self.units.iter().map(|(_, n)| *n).max().unwrap_or(0);
        let bare = self.filled.saturating_sub(all + self.bad.count - self.errors);
        // 80, 81%, 82%: is the first one 0.8?
        let doubtful = self.units.iter().any(|(unit, _)| *unit == "%") && bare * 10 >= self.filled;
        most < all || doubtful
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
}
