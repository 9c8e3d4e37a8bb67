//! What is to be predicted: classes with their texts, or numbers.

use sanpo_api::{ColumnType, Problem};
use sanpo_models::feature::MISSING;
use sanpo_models::predict::{MAX_CLASSES, MIN_ROWS, Target};
use sanpo_table::Table;

use crate::columns;

/// Whole numbers with so few different values are classes, not amounts.
const CLASS_NUMBERS: usize = 10;
/// What an empty cell is called where the others hold one and the same mark.
const NO_MARK: &str = "-";

/// The target over the rows that have one.
pub struct Labelled {
    /// Values of the labelled rows.
    pub target: Target,
    /// Their row numbers.
    pub rows: Vec<usize>,
    /// Rows without a value.
    pub open: Vec<usize>,
    /// Texts of the classes, by code; empty for numbers.
    pub classes: Vec<String>,
    /// Empty cells are answers: the others hold one and the same mark.
    pub marks: bool,
}

impl Labelled {
    /// The share of each class among the labelled rows, or the mean of their numbers.
    pub fn usual(&self) -> Vec<f64> {
        match &self.target {
            Target::Class { codes, classes } => {
                let mut counts = vec![0.0; *classes as usize];
                codes.iter().for_each(|code| counts[*code as usize] += 1.0 / codes.len() as f64);
                counts
            }
            Target::Number(values) => vec![values.iter().sum::<f64>() / values.len().max(1) as f64],
        }
    }
}

/// Reads the target column. Fails when it is constant, has too many classes or too few rows.
pub fn read(table: &Table, name: &str) -> Result<Labelled, Problem> {
    let profile = columns::profile(table, name)?;
    if profile.n_unique == 0 {
        return Err(Problem::AllMissing { name: name.to_owned() });
    }
    let is_mark = columns::is_mark(profile, table.rows());
    if profile.n_unique == 1 && !is_mark {
        return Err(Problem::ConstantTarget { name: name.to_owned() });
    }
    let amounts = profile.kind == ColumnType::Number
        && profile.n_unique > 2
        && !(profile.whole && profile.n_unique <= CLASS_NUMBERS && table.rows() >= profile.n_unique * 10);
    let labelled = match (is_mark, amounts) {
        (true, _) => marks(table, name)?,
        (false, true) => numbers(table, name)?,
        (false, false) => classes(table, name)?,
    };
    if labelled.rows.len() < MIN_ROWS {
        return Err(Problem::TooFewRows { have: labelled.rows.len(), need: MIN_ROWS });
    }
    Ok(labelled)
}

fn numbers(table: &Table, name: &str) -> Result<Labelled, Problem> {
    let values = columns::usable_numbers(table, name)?;
    let (rows, open): (Vec<usize>, Vec<usize>) = (0..values.len()).partition(|&r| values[r].is_finite());
    let target = Target::Number(rows.iter().map(|&r| values[r]).collect());
    Ok(Labelled { target, rows, open, classes: vec![], marks: false })
}

/// One mark or none: two classes, and no row without an answer.
fn marks(table: &Table, name: &str) -> Result<Labelled, Problem> {
    let categories = table.categories(name)?;
    let codes: Vec<u32> = categories.codes.iter().map(|&code| u32::from(code != MISSING)).collect();
    let classes = std::iter::once(NO_MARK.to_owned()).chain(categories.levels).take(2).collect();
    let rows = (0..codes.len()).collect();
    Ok(Labelled { target: Target::Class { codes, classes: 2 }, rows, open: vec![], classes, marks: true })
}

/// Classes in the order of their texts, so that the order of the rows does not matter.
fn classes(table: &Table, name: &str) -> Result<Labelled, Problem> {
    let categories = table.categories(name)?;
    let mut order: Vec<usize> = (0..categories.levels.len()).collect();
    order.sort_by(|&a, &b| categories.levels[a].cmp(&categories.levels[b]));
    let limit = MAX_CLASSES as usize;
    if order.len() > limit {
        return Err(Problem::TooManyClasses { name: name.to_owned(), have: order.len(), limit });
    }
    let mut code_of = vec![0u32; order.len()];
    for (code, &level) in order.iter().enumerate() {
        code_of[level] = code as u32;
    }
    let codes = &categories.codes;
    let (rows, open): (Vec<usize>, Vec<usize>) = (0..codes.len()).partition(|&r| codes[r] != MISSING);
    let target = Target::Class {
        codes: rows.iter().map(|&r| code_of[codes[r] as usize]).collect(),
        classes: order.len() as u32,
    };
    let classes = order.iter().map(|&l| categories.levels[l].clone()).collect();
    Ok(Labelled { target, rows, open, classes, marks: false })
}
