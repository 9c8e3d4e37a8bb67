//! The members of the family and how many numbers each has to learn.

/// How errors enter: the same states, another likelihood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Error {
    Additive,
    Multiplicative,
}

/// The trend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trend {
    None,
    Additive,
    Damped,
}

/// The season.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cycle {
    None,
    Additive,
    Multiplicative,
}

/// One member of the family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Form {
    pub error: Error,
    pub trend: Trend,
    pub cycle: Cycle,
}

/// Smoothing weights in their usual ranges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Weights {
    /// Level, 0 to 1.
    pub alpha: f64,
    /// Trend, 0 to alpha.
    pub beta: f64,
    /// Season, 0 to 1 - alpha.
    pub gamma: f64,
    /// Damping, 0.8 to 0.98; 1 without damping, 0 without trend.
    pub phi: f64,
}

impl Form {
    /// The forms worth trying: ratios only for positive values, seasons only with a period.
    pub fn pool(positive: bool, seasonal: bool) -> Vec<Self> {
        let mut forms = Vec::new();
        for trend in [Trend::None, Trend::Additive, Trend::Damped] {
            forms.push(Self { error: Error::Additive, trend, cycle: Cycle::None });
            if positive {
                forms.push(Self { error: Error::Multiplicative, trend, cycle: Cycle::None });
            }
            if seasonal {
                forms.push(Self { error: Error::Additive, trend, cycle: Cycle::Additive });
            }
            if seasonal && positive {
                forms.push(Self { error: Error::Multiplicative, trend, cycle: Cycle::Additive });
                forms.push(Self { error: Error::Multiplicative, trend, cycle: Cycle::Multiplicative });
            }
        }
        forms
    }

    /// Numbers to learn: weights, first states, and the size of the errors.
    pub fn parameters(self, period: usize) -> usize {
        let trend = match self.trend {
            Trend::None => 0,
            Trend::Additive => 2,
            Trend::Damped => 3,
        };
        let cycle = if self.cycle == Cycle::None { 0 } else { period };
        3 + trend + cycle
    }
}
