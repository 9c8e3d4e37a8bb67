//! One renderer a kind of report block.

mod axis_words;
mod bars;
mod chooser;
mod frame;
mod grid;
mod groups;
mod items;
mod legend;
mod line;
mod order;
mod parts;
mod reading;
mod report;
mod scatter;
mod sentences;
mod slider;
mod svg;
mod table;
mod trials;
mod what_if;
mod width;

pub use report::ReportView;
