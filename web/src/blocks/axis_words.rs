//! What stands beside the axes, in words.

use sanpo_api::{Grain, Lang, Moment};
use sanpo_chart::Format;

/// Writes numbers and dates of axes in a language; of a unit that counts already, there is no word for large ones.
pub struct AxisWords(pub Lang, pub bool);

impl Format for AxisWords {
    fn number(&self, value: f64, step: f64) -> String {
        sanpo_text::number_axis(self.0, value, step, self.1)
    }

    fn date(&self, at: Moment, unit: Grain) -> String {
        sanpo_text::date_axis(self.0, at, unit)
    }

    fn context(&self, at: Moment, unit: Grain) -> Option<String> {
        sanpo_text::date_context(self.0, at, unit)
    }
}
