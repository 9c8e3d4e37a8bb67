//! The members together: the model that predicts new rows.

use serde::{Deserialize, Serialize};

use crate::feature::Features;

use super::Fitted;

/// Fitted members and what each counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ensemble {
    /// Weight (they add to 1) and member.
    pub parts: Vec<(f64, Fitted)>,
}

impl Ensemble {
    /// Weighted mean of the members' predictions: one vector an output; nothing without members.
    pub fn predict(&self, features: &Features) -> Vec<Vec<f64>> {
        let mut sum: Vec<Vec<f64>> = Vec::new();
        for (weight, fitted) in &self.parts {
            let predictions = fitted.predict(features);
            sum.resize(predictions.len(), vec![0.0; features.rows()]);
            for (sum, part) in sum.iter_mut().zip(&predictions) {
                sum.iter_mut().zip(part).for_each(|(s, p)| *s += weight * p);
            }
        }
        sum
    }
}
