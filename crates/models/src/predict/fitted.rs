//! One member that has learnt.

use serde::{Deserialize, Serialize};

use crate::feature::Features;

use super::boosting::Boosting;
use super::fold::sample;
use super::forest::Forest;
use super::linear::Linear;
use super::link::Link;
use super::{Member, PredictError, Target, check};

/// A member that has learnt from all its rows; travels and is stored as plain data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fitted {
    member: Member,
    link: Link,
    inside: Inside,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Inside {
    Linear(Linear),
    Boosting(Boosting),
    Forest(Forest),
}

/// Learns from labelled rows; from a sample of [`super::MAX_ROWS`] if there are more. Fails as [`check`] does, and on a member
/// that does not fit the target.
pub fn fit(features: &Features, target: &Target, member: Member, seed: u64) -> Result<Fitted, PredictError> {
    check(features, target)?;
    fit_checked(features, target, member, seed)
}

/// As [`fit`], for part of a table that was checked as a whole.
pub(super) fn fit_checked(
    features: &Features,
    target: &Target,
    member: Member,
    seed: u64,
) -> Result<Fitted, PredictError> {
    if target.rows() > super::MAX_ROWS {
        let rows = sample(target, seed);
        return fit_checked(&features.take(&rows), &target.take(&rows), member, seed);
    }
    let link = Link::new(target, member.is_log()).ok_or(PredictError::WrongMember)?;
    let inside = match member {
        Member::Linear | Member::LogLinear => Inside::Linear(Linear::fit(features, target, &link, seed)),
        Member::Boosting | Member::LogBoosting => Inside::Boosting(Boosting::fit(features, target, &link, seed)),
        Member::Forest => Inside::Forest(Forest::fit(features, target, &link, seed)),
    };
    Ok(Fitted { member, link, inside })
}

impl Fitted {
    /// Which member it is.
    pub fn member(&self) -> Member {
        self.member
    }

    /// Predictions for rows with the same columns as at training: one vector an output. Categories use the codes of the training
    /// table; a code that it did not have, a column that is not there and a number that is not finite count as gaps.
    pub fn predict(&self, features: &Features) -> Vec<Vec<f64>> {
        match &self.inside {
            Inside::Linear(linear) => self.link.predictions(linear.scores(features)),
            Inside::Boosting(boosting) => self.link.predictions(boosting.scores(features)),
            Inside::Forest(forest) => self.link.predictions_of_means(forest.means(features)),
        }
    }
}
