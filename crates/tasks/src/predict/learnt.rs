//! What was learnt: trained models with their weights, ready for any rows with the same columns.

use sanpo_api::Problem;
use sanpo_models::feature::Features;
use sanpo_models::predict::{Fitted, Member};

/// Predictions: per output (a class, or the one number) a value for each row.
pub type Outputs = Vec<Vec<f64>>;

/// The weighted blend of trained models.
#[derive(Default)]
pub struct Learnt {
    /// The models with weights that add to 1.
    pub models: Vec<(Member, f64, Fitted)>,
}

impl Learnt {
    /// Predicts the rows. Fails before anything was trained.
    pub fn predict(&self, features: &Features) -> Result<Outputs, Problem> {
        let mut sum: Outputs = Vec::new();
        for (_, weight, fitted) in &self.models {
            for (output, values) in fitted.predict(features).into_iter().enumerate() {
                if sum.len() <= output {
                    sum.push(vec![0.0; values.len()]);
                }
                for (total, value) in sum[output].iter_mut().zip(values) {
                    *total += weight * value;
                }
            }
        }
        if sum.is_empty() { Err(Problem::NoResult) } else { Ok(sum) }
    }
}

/// The class with the highest probability in a row; the first of equals.
pub fn best_class(outputs: &Outputs, row: usize) -> usize {
    let mut best = 0;
    for class in 1..outputs.len() {
        if outputs[class][row] > outputs[best][row] {
            best = class;
        }
    }
    best
}
