//! Charts as pure geometry: numbers in, a [`Scene`] of SVG nodes out.
//!
//! No browser, no colours (nodes carry CSS classes), no words (a [`Format`] writes numbers and dates). Whatever the data, empty,
//! constant, with gaps or without limits, a scene comes out and every coordinate in it is finite.

mod axis;
mod bars;
mod calendar;
mod gains;
mod heat;
mod line;
mod measure;
mod path;
mod plane;
mod scale;
mod scatter;
mod scene;
mod thin;
mod tick;
mod window;

pub use bars::{BarItem, bars};
pub use calendar::{DateTick, date_ticks};
pub use gains::gains;
pub use heat::heat;
pub use line::{line, small};
pub use measure::{clipped, text_width, wrapped};
pub use path::coordinate;
pub use scale::Scale;
pub use scatter::{MAX_COLOURS, is_map, marker, scatter};
pub use scene::{Anchor, Node, Scene, Size, Spot};
pub use thin::{merge, thin};
pub use tick::{number_ticks, tick_step};
pub use window::{Window, cut, is_part, moved, recent, whole, zoomed};

use sanpo_api::{Grain, Moment};

/// Writes what stands beside the axes.
pub trait Format {
    /// A number on an axis whose marks are `step` apart.
    fn number(&self, value: f64, step: f64) -> String;
    /// A date on an axis whose marks are one `unit` or more apart.
    fn date(&self, at: Moment, unit: Grain) -> String;
    /// What several marks have in common, written once below them: the year of months, the day of hours.
    fn context(&self, at: Moment, unit: Grain) -> Option<String>;
}
