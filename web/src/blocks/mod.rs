//! One renderer a kind of report block.

mod axis_words;
mod bars;
mod frame;
mod grid;
mod groups;
mod legend;
mod line;
mod reading;
mod report;
mod scatter;
mod sentences;
mod svg;
mod table;
mod width;

pub use report::ReportView;
