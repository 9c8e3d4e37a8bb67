//! The regressors by rows, as most days have few of them.

use super::Group;
use super::base::Residual;
use super::choose::Chosen;
use super::ridge::{Normal, solve};

/// All columns of all groups, place by place.
pub(super) struct Rows {
    /// Number of past places.
    pub past: usize,
    /// Columns of each group, as a range.
    groups: Vec<std::ops::Range<usize>>,
    penalties: Vec<f64>,
    /// Columns that are not 0, with their values.
    entries: Vec<Vec<(usize, f64)>>,
}

/// The number of the constant in the normal equations: it comes after all columns.
impl Rows {
    pub fn new(past: usize, groups: &[Group]) -> Self {
        let places = groups.iter().flat_map(|g| &g.columns).map(|c| c.values.len()).min().unwrap_or(past);
        let mut rows =
            Self { past, groups: Vec::new(), penalties: Vec::new(), entries: vec![Vec::new(); places.max(past)] };
        for group in groups {
            let first = rows.penalties.len();
            for column in &group.columns {
                let number = rows.penalties.len();
                rows.penalties.push(column.penalty.max(1e-6));
                for (i, v) in column.values.iter().take(places).enumerate() {
                    if *v != 0.0 && v.is_finite() {
                        rows.entries[i].push((number, *v));
                    }
                }
            }
            rows.groups.push(first..rows.penalties.len());
        }
        rows
    }

    /// Number of groups.
    pub fn len(&self) -> usize {
        self.groups.len()
    }

    /// The columns of some groups.
    pub fn columns(&self, groups: impl Iterator<Item = usize>) -> Vec<usize> {
        groups.flat_map(|g| self.groups[g].clone()).collect()
    }

    /// Whether a group says anything of a place.
    pub fn speaks(&self, group: usize, place: usize) -> bool {
        self.entries[place].iter().any(|(c, _)| self.groups[group].contains(c))
    }

    /// Normal equations of the places given, all columns and a constant.
    pub fn normal(&self, residual: &Residual, places: impl Iterator<Item = usize>) -> Normal {
        let mut normal = Normal::new(self.penalties.len() + 1);
        let constant = self.penalties.len();
        for i in places.filter(|&i| residual.weight[i] > 0.0) {
            normal.add(&self.entries[i], constant, residual.departure[i], residual.weight[i]);
        }
        normal
    }

    /// The weights of some columns; 0 for all others, the constant last.
    pub fn solve(&self, normal: &Normal, columns: &[usize]) -> Vec<f64> {
        let constant = self.penalties.len();
        let mut used = columns.to_vec();
        used.push(constant);
        let penalty = |c: usize| if c == constant { 1e-6 } else { self.penalties[c] };
        let found = solve(normal, &used, penalty);
        let mut weights = vec![0.0; constant + 1];
        used.iter().zip(found).for_each(|(c, w)| weights[*c] = w);
        weights
    }

    /// The weights of the chosen groups from all places.
    pub fn fit(&self, residual: &Residual, chosen: &[Chosen]) -> Vec<f64> {
        let columns = self.columns(chosen.iter().map(|c| c.group));
        self.solve(&self.normal(residual, 0..self.past), &columns)
    }

    /// What the weights say of a place, the constant included.
    pub fn say(&self, place: usize, weights: &[f64]) -> f64 {
        self.sum(place, weights, |_| true) + weights.last().copied().unwrap_or(0.0)
    }

    /// The sum of all effects on each place, without the constant.
    pub fn total(&self, weights: &[f64]) -> Vec<f64> {
        (0..self.entries.len()).map(|i| self.sum(i, weights, |_| true)).collect()
    }

    /// The effect of one group on each place.
    pub fn effect(&self, group: usize, weights: &[f64]) -> Vec<f64> {
        let own = &self.groups[group];
        (0..self.entries.len()).map(|i| self.sum(i, weights, |c| own.contains(&c))).collect()
    }

    fn sum(&self, place: usize, weights: &[f64], keep: impl Fn(usize) -> bool) -> f64 {
        self.entries[place].iter().filter(|(c, _)| keep(*c)).map(|(c, v)| v * weights[*c]).sum()
    }
}
