//! Which of several tables below each other is read.

use sanpo_api::{Choice, Choices, NotData, NotDataWhy, TablePart};

use crate::extent::Extent;
use crate::extent::stacked::Part;
use crate::profile::Shape;

/// Which of the tables below each other is read; `None` for the whole text.
pub fn used(parts: &[Part], choices: &Choices, shape: &mut Shape) -> Option<usize> {
    if parts.len() < 2 {
        return None;
    }
    let chosen = choices.find(|c| if let Choice::Table(part) = c { Some(*part) } else { None });
    match chosen {
        Some(TablePart::Stacked(at)) => Some((at as usize).min(parts.len() - 1)),
        Some(_) => None,
        None => {
            // The first one, unless another one is far larger.
            let largest = (0..parts.len()).max_by_key(|i| (parts[*i].rows, usize::MAX - i))?;
            let used = if parts[largest].rows > 4 * parts[0].rows { largest } else { 0 };
            shape.stacked = parts.iter().map(|p| p.header.clone()).collect();
            shape.stacked_used = Some(used);
            Some(used)
        }
    }
}

/// Says of the records of the other tables that they are no data.
pub fn set_others_aside(extent: &mut Extent, parts: &[Part], used: usize) {
    let others = parts.iter().enumerate().filter(|(i, _)| *i != used);
    let records = others.flat_map(|(_, part)| part.first.record..part.end_record);
    extent.not_data.extend(records.map(|record| NotData { record, why: NotDataWhy::OtherTable }));
    extent.not_data.sort_by_key(|n| n.record);
}
