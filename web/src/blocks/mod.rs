//! One renderer a kind of report block.

mod axis_words;
mod bars;
mod chooser;
mod frame;
mod gains;
mod grid;
mod groups;
mod heat;
mod items;
mod legend;
mod line;
mod order;
mod paper;
mod parts;
mod pointed;
mod reading;
mod report;
mod saving;
mod scatter;
mod sentences;
mod slider;
mod svg;
mod table;
mod trials;
mod view;
mod what_if;
mod width;

pub use paper::PaperButton;
pub use report::ReportView;
